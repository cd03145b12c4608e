//! What must stay true of every word.

use super::sample::version;
use super::{LANGS, assert_clean, is_han};
use crate::labels::*;
use crate::model::activity::ActivityKind;
use crate::model::appeal::{
    Action, AppealField, AppealOutcome, AppealState, DeedKind, Satisfaction,
};
use crate::model::application::{ApplicationKind, ApplicationState};
use crate::model::blank::Blank;
use crate::model::bond::LinkKind;
use crate::model::calendar::DayKind;
use crate::model::circular::Indicator;
use crate::model::clock::{ClockKind, Colour};
use crate::model::command::CommandName;
use crate::model::dispatch::{DispatchRole, DispatchState, Governed, ReminderLevel, ReplyKind};
use crate::model::entry::{Basis, Likeness};
use crate::model::exit::ExitGround;
use crate::model::field::{Field, Quantity};
use crate::model::filing::{PaidInBasis, RowClass};
use crate::model::finding::{RuleName, Verdict};
use crate::model::ledger::{DecisionColumn, OutcomeColumn, ReplyColumn};
use crate::model::log::Nature;
use crate::model::look::FontUse;
use crate::model::meeting::{
    AgendaChange, Amendment, ItemKind, MeetingKind, MeetingState, Presence, Side,
};
use crate::model::origin::OriginGroup;
use crate::model::outcome::OutcomeGroup;
use crate::model::pack::{PackPaper, PackWord};
use crate::model::party::{DepartmentKind, Role};
use crate::model::plan::{DueKind, PlanDuty, PlanState, PlanStep};
use crate::model::readiness::{Mark, MarkState};
use crate::model::setting::SettingName;
use crate::model::stage::{Stage, StageGroup};
use crate::model::task::{StepKind, TaskSource, TaskState};
use crate::model::term::Term;
use crate::model::text::TextKind;
use crate::model::work::{Timing, WorkItem};
use std::collections::BTreeMap;

/// Every word of every closed vocabulary.
fn every_word() -> Vec<Word> {
    let mut words: Vec<Word> = Field::all().map(Word::from).collect();
    macro_rules! vocabularies {
        ($($noun:ident),+) => { $(words.extend($noun::ALL.iter().map(|noun| Word::from(*noun)));)+ };
    }
    vocabularies!(
        Term,
        Stage,
        StageGroup,
        OriginGroup,
        Basis,
        Likeness,
        Quantity,
        RuleName,
        Verdict
    );
    vocabularies!(RowClass, PaidInBasis, Role, DepartmentKind, DayKind, Unit, WorkItem, Timing);
    vocabularies!(ExitGround, ClockKind, Colour);
    vocabularies!(CommandName, ApplicationKind, ApplicationState, LinkKind, Nature);
    vocabularies!(OutcomeGroup, Blank, TextKind, FontUse, SettingName, PackPaper, PackWord);
    vocabularies!(AppealField, AppealState, AppealOutcome, Satisfaction, DispatchRole);
    vocabularies!(DispatchState, Governed, ReplyKind, ReminderLevel, DeedKind, Action);
    vocabularies!(Amendment, MeetingKind, MeetingState, Side, Presence, ItemKind, AgendaChange);
    vocabularies!(ReplyColumn, OutcomeColumn, DecisionColumn);
    vocabularies!(PlanStep, PlanDuty, PlanState, DueKind);
    vocabularies!(TaskSource, StepKind, TaskState, ActivityKind);
    vocabularies!(Mark, MarkState, Indicator);
    words
}

#[test]
fn every_word_stands_in_both_languages() {
    for word in every_word() {
        let (zh, en) = (crate::labels::word(word, Lang::Zh), crate::labels::word(word, Lang::En));
        assert!(zh.chars().any(is_han), "{word:?}: {zh}");
        assert!(!en.trim().is_empty() && !en.chars().any(is_han), "{word:?}: {en}");
        assert_clean(&zh);
        assert_clean(&en);
    }
}

#[test]
fn a_vocabulary_has_no_word_twice() {
    for lang in LANGS {
        let mut seen: BTreeMap<(String, String), Word> = BTreeMap::new();
        for word in every_word() {
            let vocabulary = format!("{word:?}");
            let vocabulary = vocabulary.split('(').next().unwrap_or_default().to_owned();
            // A page or table may bear the name of a heading; a value may not bear another's.
            if vocabulary == "Term" {
                continue;
            }
            let other = seen.insert((vocabulary, crate::labels::word(word, lang)), word);
            assert_eq!(other, None, "{word:?}");
        }
    }
}

#[test]
fn headings_carry_the_unit_of_their_amounts() {
    let total = Field::Money(Quantity::Total);
    let unit = Some(Unit::TenThousand);
    assert_eq!(heading(total, unit, Lang::Zh), "投资总额（万美元）");
    assert_eq!(heading(total, unit, Lang::En), "Total investment (USD 10k)");
    assert_eq!(heading(total, None, Lang::Zh), "投资总额");
    assert_eq!(word(Field::Work(WorkItem::Environment, Timing::Planned), Lang::Zh), "环评（计划）");
    assert_eq!(
        word(Field::Work(WorkItem::Environment, Timing::Planned), Lang::En),
        "Environmental assessment (planned)"
    );
}

#[test]
fn thresholds_carry_their_unit() {
    let cases = [
        (RuleName::EntryScale, 10_000_000_000, "1亿美元", "USD 100 million"),
        (RuleName::EntryScale, 12_345_000_000, "1.2345亿美元", "USD 123.45 million"),
        (RuleName::EntryScale, 5_000_000_000, "5000万美元", "USD 50 million"),
        (RuleName::EntryScale, 150, "1.5美元", "USD 1.50"),
        (RuleName::DuplicateName, 80, "80%", "80%"),
        (RuleName::ReportDue, 5, "5个工作日", "5 working days"),
        (RuleName::ProgressRed, 3, "3个月", "3 months"),
        (RuleName::ProgressYellow, 1, "1个月", "1 month"),
        (RuleName::AppealThin, 10, "10个字", "10 characters"),
        (RuleName::AppealThin, 0, "未启用", "Not in use"),
        (RuleName::ExitStalled, 0, "未启用", "Not in use"),
        (RuleName::EntryConference, 1, "是", "Yes"),
        (RuleName::EntryConference, 0, "否", "No"),
    ];
    for (rule, value, zh, en) in cases {
        assert_eq!(threshold(&version(rule, value), Lang::Zh), zh);
        assert_eq!(threshold(&version(rule, value), Lang::En), en);
    }
}
