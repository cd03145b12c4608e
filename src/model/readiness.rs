//! Readiness (会前准备) for a meeting: the five marks of a project, and what each rests on.

use super::Day;
use super::appeal::{AppealField, AppealOutcome};
use super::date::Dated;
use super::field::Field;
use super::finding::RuleName;
use super::money::Usd;
use super::month::Month;
use super::party::Role;
use super::stage::Stage;
use super::work::WorkItem;
use serde::{Deserialize, Serialize};

keyed! {
    /// What a project is held against before a meeting (MECHANISM §3, 前移化).
    Mark {
        /// 项目清: its record is complete for its stage.
        Record = "record_clear",
        /// 情况明: the report already due names it.
        Report = "situation_known",
        /// 推进实: a work item was dated or a decision progressed since the last meeting.
        Work = "push_real",
        /// 成效显: stage, money or an appeal's outcome advanced since the last meeting.
        Result = "results_shown",
        /// 难题确: its appeals in hand pass the five tests.
        Appeals = "problems_exact",
    }
}

keyed! {
    /// How a project stands with a mark.
    MarkState {
        /// 达到
        Met = "met",
        /// 未达到
        Unmet = "unmet",
        /// 不适用: out of N.
        NotApplicable = "not_applicable",
    }
}

/// What a mark of a project rests on, met or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The standard is not in use.
    StandardOff,
    RecordComplete,
    /// 缺项 at its stage.
    FieldsMissing(Vec<Field>),
    /// The report of the month names it.
    InReport {
        month: Month,
    },
    /// `filed`: its district's report has come and leaves it out.
    NotInReport {
        month: Month,
        filed: bool,
    },
    /// It counts from a later month on than the report already due.
    EnteredLater {
        month: Month,
    },
    /// There was no meeting before.
    FirstMeeting,
    /// It was not in the library at the last meeting.
    EnteredSince {
        meeting: String,
        day: Day,
    },
    /// Work items whose actual date is newly on record, and decisions (by code) that progressed.
    Moved {
        items: Vec<(WorkItem, Dated)>,
        tasks: Vec<String>,
    },
    NotMoved {
        since: Day,
    },
    /// What advanced, from what to what.
    Gained(Gain),
    NotGained {
        since: Day,
    },
    NoAppeals,
    AppealsPass {
        count: u64,
    },
    /// The appeals in hand that fail a test.
    AppealsFail(Vec<FailedAppeal>),
}

/// What advanced since the last meeting; empty: nothing did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gain {
    pub stage: Option<(Stage, Stage)>,
    pub paid_in: Option<(Usd, Usd)>,
    pub invested: Option<(Usd, Usd)>,
    /// Appeals by code.
    pub appeals: Vec<(String, AppealOutcome, AppealOutcome)>,
}

impl Gain {
    pub fn is_empty(&self) -> bool {
        *self == Gain::default()
    }
}

/// An appeal in hand that fails some of the five tests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedAppeal {
    /// `SQ2020-0001`
    pub code: String,
    /// Each test it fails, with the fields at fault where the test is of fields.
    pub faults: Vec<(RuleName, Vec<AppealField>)>,
}

/// A sentence about readiness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadyNote {
    Evidence(Evidence),
    /// For which meeting, by code; on which day it is held, as far as known.
    For {
        meeting: String,
        day: Option<Day>,
    },
    /// The meeting before, by code, and the day of its last 会前版; `None`: there was none.
    Last(Option<(String, Day)>),
    /// What each mark is, and which report is the one already due.
    Meaning {
        month: Month,
    },
    /// Who supplies what is missing.
    Supplier {
        person: String,
        role: Role,
        phone: Option<String>,
    },
    /// Only those not ready are listed: so many of all.
    OnlyUnready {
        shown: u64,
        of: u64,
    },
}
