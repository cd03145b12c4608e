//! A word by key: what a page shows where a person reads a word and a machine its key.

use super::activity::ActivityKind;
use super::appeal::{Action, AppealField, AppealOutcome, AppealState, DeedKind, Satisfaction};
use super::application::{ApplicationKind, ApplicationState};
use super::blank::Blank;
use super::board::BoardWord;
use super::bond::LinkKind;
use super::calendar::DayKind;
use super::circular::{Indicator, Placing};
use super::clock::{ClockKind, Colour};
use super::clue::{ClueKind, ClueLevel, ClueMark, ClueState, Urgency};
use super::command::CommandName;
use super::dispatch::{DispatchRole, DispatchState, Governed, ReminderLevel, ReplyKind};
use super::entry::{Basis, Likeness};
use super::exit::ExitGround;
use super::field::{Field, Quantity};
use super::filing::{PaidInBasis, RowClass};
use super::finding::{RuleName, Verdict};
use super::form::FormWord;
use super::ledger::{AppealColumn, DecisionColumn, ExitColumn, OutcomeColumn, ReplyColumn};
use super::log::Nature;
use super::look::FontUse;
use super::meeting::{
    AgendaChange, Amendment, ItemKind, MeetingKind, MeetingState, Presence, Side,
};
use super::money::Unit;
use super::origin::OriginGroup;
use super::outcome::OutcomeGroup;
use super::pack::{PackPaper, PackWord};
use super::party::{DepartmentKind, Role};
use super::plan::{DueKind, PlanDuty, PlanState, PlanStep};
use super::readiness::{Mark, MarkState};
use super::setting::SettingName;
use super::stage::{Stage, StageGroup};
use super::task::{StepKind, TaskSource, TaskState};
use super::term::Term;
use super::text::TextKind;
use super::work::{Timing, WorkItem};
use std::borrow::Cow;

/// Generates the enum over all vocabularies, its key, and `From` for each.
macro_rules! words {
    ($($noun:ident),+ $(,)?) => {
        /// A word of any closed vocabulary.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Word { $($noun($noun)),+, Field(Field) }

        impl Word {
            /// The English key that JSON shows.
            pub fn key(self) -> Cow<'static, str> {
                match self {
                    $(Word::$noun(noun) => Cow::Borrowed(noun.key()),)+
                    Word::Field(field) => Cow::Owned(field.key()),
                }
            }
        }

        $(impl From<$noun> for Word { fn from(noun: $noun) -> Word { Word::$noun(noun) } })+
        impl From<Field> for Word { fn from(field: Field) -> Word { Word::Field(field) } }
    };
}

words!(
    Term,
    Stage,
    StageGroup,
    OriginGroup,
    Basis,
    Likeness,
    Quantity,
    RuleName,
    Verdict,
    RowClass,
    PaidInBasis,
    Role,
    DepartmentKind,
    DayKind,
    Unit,
    WorkItem,
    Timing,
    ExitGround,
    ClockKind,
    Colour,
    CommandName,
    ApplicationKind,
    ApplicationState,
    LinkKind,
    Nature,
    OutcomeGroup,
    AppealField,
    AppealState,
    AppealOutcome,
    Satisfaction,
    DispatchRole,
    DispatchState,
    Governed,
    ReplyKind,
    ReminderLevel,
    DeedKind,
    Action,
    ClueKind,
    ClueState,
    ClueMark,
    ClueLevel,
    Urgency,
    FormWord,
    AppealColumn,
    ExitColumn,
    ReplyColumn,
    OutcomeColumn,
    DecisionColumn,
    MeetingKind,
    MeetingState,
    Side,
    Presence,
    ItemKind,
    AgendaChange,
    Amendment,
    TaskSource,
    StepKind,
    TaskState,
    PlanStep,
    PlanDuty,
    PlanState,
    DueKind,
    ActivityKind,
    Mark,
    MarkState,
    Indicator,
    Placing,
    PackPaper,
    PackWord,
    Blank,
    TextKind,
    FontUse,
    SettingName,
    BoardWord,
);
