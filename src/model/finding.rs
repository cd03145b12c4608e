//! What a rule says of a case: rule, value seen, threshold, clause, effective date.

use super::Day;
use super::appeal::AppealField;
use super::clock::Clock;
use super::date::Dated;
use super::dispatch::DispatchState;
use super::entry::{Basis, Likeness};
use super::exit::ExitGround;
use super::field::{Field, Quantity};
use super::money::Usd;
use super::stage::Stage;
use serde::{Deserialize, Serialize};

keyed! {
    /// The standards an office can set; each has versions with effective date and clause.
    RuleName {
        /// Signed at a conference (签约大会) suffices: 1 yes, 0 no.
        EntryConference = "entry.conference",
        /// Put forward by its district for the city's push (提请市级推动) suffices.
        EntryPutForward = "entry.put_forward",
        /// Total investment from which size suffices, in cents (以上含本数).
        EntryScale = "entry.scale",
        /// Designated by the city (指定) suffices.
        EntryDesignated = "entry.designated",
        /// Likeness of names, in percent of shared shingles, from which two are near-identical.
        DuplicateName = "duplicate.name",
        /// Tolerance of amounts, in percent, within which near-identical names are suspect.
        DuplicateAmount = "duplicate.amount",
        /// Working days after the month's end by which its report is due.
        ReportDue = "report.due",
        /// The fields expected at the project's stage are filled (缺项): 1 yes, 0 no.
        StageComplete = "stage.complete",
        /// Dates of stages do not run backwards, none lies ahead: 1 yes, 0 no.
        StageOrder = "stage.order",
        /// A stage that goes back needs a reason: 1 yes, 0 no.
        StageBack = "change.stage_back",
        /// An amount that falls needs a reason: 1 yes, 0 no.
        AmountDown = "change.amount_down",
        /// Another name needs a reason: 1 yes, 0 no.
        NameChanged = "change.name",
        /// Months without progress (无实质进展) from which the project shows yellow.
        ProgressYellow = "progress.yellow",
        /// Months without progress from which it shows red.
        ProgressRed = "progress.red",
        /// Months without a report (未报告) from which the project shows yellow.
        ReportYellow = "reported.yellow",
        /// Months without a report from which it shows red.
        ReportRed = "reported.red",
        /// May leave once in production (投产): 1 yes, 0 no.
        ExitProduction = "exit.production",
        /// May leave when terminated (终止): 1 yes, 0 no.
        ExitTerminated = "exit.terminated",
        /// May leave when turned into domestic investment (转内资): 1 yes, 0 no.
        ExitDomestic = "exit.domestic",
        /// May leave when it moves away (迁出): 1 yes, 0 no.
        ExitRelocated = "exit.relocated",
        /// May leave when it becomes part of another project (并入): 1 yes, 0 no.
        ExitMerged = "exit.merged",
        /// May leave when recorded by mistake (误报): 1 yes, 0 no.
        ExitMistaken = "exit.mistaken",
        /// Months without progress over which the project ought to leave (strictly more).
        ExitStalled = "exit.stalled",
        /// No field of an appeal (诉求) is empty: 1 yes, 0 no.
        AppealEmpty = "appeal.empty",
        /// Characters from which a field of an appeal says enough to act on; 0 off.
        AppealThin = "appeal.thin",
        /// An appeal names departments (对象部门) that are known: 1 yes, 0 no.
        AppealTarget = "appeal.target",
        /// The departments named handle appeals of that category: 1 yes, 0 no.
        AppealHandled = "appeal.handled",
        /// An appeal quotes what it rests on (依据): 1 yes, 0 no.
        AppealBasis = "appeal.basis",
        /// Likeness of texts, in percent of shared shingles, from which an earlier appeal is shown.
        AppealSimilar = "appeal.similar",
        /// Working days in which the lead department (主办) answers.
        DispatchLead = "dispatch.lead",
        /// Working days in which an assisting department (协办) answers.
        DispatchAssist = "dispatch.assist",
        /// The same of an urgent appeal.
        DispatchUrgentLead = "dispatch.urgent_lead",
        DispatchUrgentAssist = "dispatch.urgent_assist",
        /// Working days before the meeting by which every answer is due.
        DispatchMeeting = "dispatch.meeting",
        /// Working days in which a department may return an appeal (退单).
        DispatchReturn = "dispatch.return",
        /// Working days before the due day from which a department is reminded (催办).
        RemindSoon = "remind.soon",
        /// Working days overdue over which it is named in a circular (通报; strictly more).
        RemindCircular = "remind.circular",
        /// Working days before a month begins by which the forms for the report of the month before
        /// it go out.
        PlanForms = "plan.forms",
        /// Working days before reports are due on which districts are reminded.
        PlanReportReminder = "plan.report_reminder",
        /// Working days before a 督办会 by which the letters go out.
        PlanLetters = "plan.letters",
        /// Working days before a meeting on which its readiness is looked at.
        PlanReady = "plan.ready",
        /// Working days before a meeting by which what is on the table is frozen.
        PlanFreeze = "plan.freeze",
        /// Working days after a meeting by which it is closed.
        PlanClose = "plan.close",
        // How much an indicator of the circular weighs in the composite score; 0: not set.
        WeightOnTime = "weight.reports_on_time",
        WeightComplete = "weight.reports_complete",
        WeightAdvanced = "weight.stage_advanced",
        WeightPaidIn = "weight.paid_in_rate",
        WeightStalled = "weight.projects_stalled",
        WeightAnswered = "weight.appeals_answered_on_time",
        WeightSolved = "weight.appeals_solved",
        WeightSatisfied = "weight.appeals_satisfied",
        WeightDecisions = "weight.decisions_on_time",
    }
}

/// What the number of a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleUnit {
    /// 1 on, 0 off
    Switch,
    /// US cents
    Money,
    Percent,
    WorkingDays,
    /// Whole months; 0 off
    Months,
    /// Characters of a text; 0 off
    Characters,
    /// A weight in a mean; 0 not set
    Weight,
}

impl RuleUnit {
    /// The largest value a standard may have: a year of working days, ten years of months; of
    /// amounts what an amount can hold.
    pub const fn most(self) -> i64 {
        match self {
            RuleUnit::Switch => 1,
            RuleUnit::Money => i64::MAX,
            RuleUnit::Percent => 100,
            RuleUnit::WorkingDays => 260,
            RuleUnit::Months => 120,
            RuleUnit::Characters | RuleUnit::Weight => 1000,
        }
    }
}

impl RuleName {
    pub const fn unit(self) -> RuleUnit {
        match self {
            RuleName::EntryConference
            | RuleName::EntryPutForward
            | RuleName::EntryDesignated
            | RuleName::StageComplete
            | RuleName::StageOrder
            | RuleName::StageBack
            | RuleName::AmountDown
            | RuleName::NameChanged
            | RuleName::ExitProduction
            | RuleName::ExitTerminated
            | RuleName::ExitDomestic
            | RuleName::ExitRelocated
            | RuleName::ExitMerged
            | RuleName::ExitMistaken
            | RuleName::AppealEmpty
            | RuleName::AppealTarget
            | RuleName::AppealHandled
            | RuleName::AppealBasis => RuleUnit::Switch,
            RuleName::EntryScale => RuleUnit::Money,
            RuleName::DuplicateName | RuleName::DuplicateAmount | RuleName::AppealSimilar => {
                RuleUnit::Percent
            }
            RuleName::AppealThin => RuleUnit::Characters,
            RuleName::WeightOnTime
            | RuleName::WeightComplete
            | RuleName::WeightAdvanced
            | RuleName::WeightPaidIn
            | RuleName::WeightStalled
            | RuleName::WeightAnswered
            | RuleName::WeightSolved
            | RuleName::WeightSatisfied
            | RuleName::WeightDecisions => RuleUnit::Weight,
            RuleName::ReportDue
            | RuleName::DispatchLead
            | RuleName::DispatchAssist
            | RuleName::DispatchUrgentLead
            | RuleName::DispatchUrgentAssist
            | RuleName::DispatchMeeting
            | RuleName::DispatchReturn
            | RuleName::RemindSoon
            | RuleName::RemindCircular
            | RuleName::PlanForms
            | RuleName::PlanReportReminder
            | RuleName::PlanLetters
            | RuleName::PlanReady
            | RuleName::PlanFreeze
            | RuleName::PlanClose => RuleUnit::WorkingDays,
            RuleName::ProgressYellow
            | RuleName::ProgressRed
            | RuleName::ReportYellow
            | RuleName::ReportRed
            | RuleName::ExitStalled => RuleUnit::Months,
        }
    }
}

/// One version of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleVersion {
    pub rule: RuleName,
    pub value: i64,
    /// Effective from this day.
    pub since: Day,
    /// The clause it rests on.
    pub clause: String,
    /// 示例: shipped, not given by the source.
    pub example: bool,
}

impl RuleVersion {
    /// The value as a number of days to count; none of a value below 0.
    pub fn days(&self) -> u32 {
        u32::try_from(self.value).unwrap_or(0)
    }

    /// Whether the standard is not in use: a switch, a weight, or a number of months or
    /// characters, set to 0.
    pub const fn is_off(&self) -> bool {
        matches!(
            self.rule.unit(),
            RuleUnit::Switch | RuleUnit::Months | RuleUnit::Characters | RuleUnit::Weight
        ) && self.value <= 0
    }
}

keyed! {
    /// What a rule concludes.
    Verdict {
        Pass = "pass",
        Fail = "fail",
        /// Says something, stops nothing.
        Remark = "remark",
    }
}

/// A known project that resembles the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    pub code: String,
    pub name: String,
    pub likeness: Likeness,
    /// Shared two-character shingles, in percent.
    pub similarity: i64,
    pub total: Option<Usd>,
}

/// The value a rule saw. Findings are kept as JSON, so a form once written stays readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    Basis(Vec<Basis>),
    Amount(Option<Usd>),
    Near(Vec<Near>),
    /// Fields expected at the project's stage and empty (缺项); none: the record is complete.
    Missing(Vec<Field>),
    /// The stages that have a date, in order and none ahead of the day looked at.
    StagesDated(Vec<(Stage, Dated)>),
    /// A later stage dated before an earlier one.
    StageDates {
        earlier: (Stage, Dated),
        later: (Stage, Dated),
    },
    /// A stage dated after the day looked at.
    StageAhead {
        stage: Stage,
        dated: Dated,
        on: Day,
    },
    /// An amount that fell.
    Fell {
        quantity: Quantity,
        before: Usd,
        after: Usd,
        reasoned: bool,
    },
    /// A stage that went back.
    StageMoved {
        before: Stage,
        after: Stage,
        reasoned: bool,
    },
    /// A name that is no longer the same one.
    Renamed {
        before: String,
        after: String,
        reasoned: bool,
    },
    /// No change of the kind the rule looks for.
    Nothing,
    /// Months without progress or report.
    Clock(Clock),
    /// How far the project has come, and the day production began.
    ExitStage {
        stage: Stage,
        reached: Option<Dated>,
    },
    /// A ground put forward by a person; the project it became part of (并入).
    ExitGround {
        ground: ExitGround,
        reasoned: bool,
        successor: Option<String>,
    },
    /// A ground that no fact on record decides: a person must put it forward.
    PersonDecides(ExitGround),
    /// When a report was due and when it came; 暂定 where the calendar is not published.
    Received {
        due: Day,
        received: Option<Day>,
        provisional: bool,
    },
    /// Fields of an appeal that are empty; none: all five are filled.
    Blank(Vec<AppealField>),
    /// Fields of an appeal with fewer characters than the standard asks, and how many they have.
    Thin(Vec<(AppealField, i64)>),
    /// The departments an appeal names, and names among them that are not known.
    Named {
        known: Vec<String>,
        unknown: Vec<String>,
    },
    /// The category of an appeal, those of the departments named that do not handle it, and those
    /// that do.
    Handled {
        category: Option<String>,
        outside: Vec<String>,
        handlers: Vec<String>,
    },
    /// What an appeal quotes, as far as it quotes anything.
    Quoted(Option<String>),
    /// The day something was due, and the day it was done.
    Done {
        due: Day,
        on: Day,
    },
    /// How far a department had come when something more came from it, and the day that came.
    Over {
        state: DispatchState,
        on: Day,
    },
}

/// One rule's word on one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub verdict: Verdict,
    pub seen: Seen,
    /// The version of the rule it was judged by.
    pub rule: RuleVersion,
}

/// A field by its key, so that findings on record can be read back.
impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        Field::from_key(&key).ok_or_else(|| serde::de::Error::custom(key))
    }
}
