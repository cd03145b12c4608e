//! The circular (评价通报): its indicators, by which districts are ranked.

use super::Day;
use super::finding::RuleName;
use super::month::Month;
use serde::{Deserialize, Serialize};

keyed! {
    /// What districts are ranked by; each is n of N.
    Indicator {
        /// 月报按时
        OnTime = "reports_on_time",
        /// 月报完整
        Complete = "reports_complete",
        /// 阶段前进
        Advanced = "stage_advanced",
        /// 到资率: money of money
        PaidIn = "paid_in_rate",
        /// 停滞项目; fewer are better
        Stalled = "projects_stalled",
        /// 诉求按时答复
        Answered = "appeals_answered_on_time",
        /// 诉求已解决
        Solved = "appeals_solved",
        /// 企业满意
        Satisfied = "appeals_satisfied",
        /// 议定事项按时完成
        Decisions = "decisions_on_time",
    }
}

keyed! {
    /// The place (位次) of a district in an indicator.
    Placing {
        OnTime = "reports_on_time_rank",
        Complete = "reports_complete_rank",
        Advanced = "stage_advanced_rank",
        PaidIn = "paid_in_rate_rank",
        Stalled = "projects_stalled_rank",
        Answered = "appeals_answered_on_time_rank",
        Solved = "appeals_solved_rank",
        Satisfied = "appeals_satisfied_rank",
        Decisions = "decisions_on_time_rank",
        /// In the composite score.
        Score = "score_rank",
    }
}

impl Indicator {
    /// The standard that says how much it weighs in the composite score (综合得分).
    pub const fn weight(self) -> RuleName {
        match self {
            Indicator::OnTime => RuleName::WeightOnTime,
            Indicator::Complete => RuleName::WeightComplete,
            Indicator::Advanced => RuleName::WeightAdvanced,
            Indicator::PaidIn => RuleName::WeightPaidIn,
            Indicator::Stalled => RuleName::WeightStalled,
            Indicator::Answered => RuleName::WeightAnswered,
            Indicator::Solved => RuleName::WeightSolved,
            Indicator::Satisfied => RuleName::WeightSatisfied,
            Indicator::Decisions => RuleName::WeightDecisions,
        }
    }

    pub const fn placing(self) -> Placing {
        match self {
            Indicator::OnTime => Placing::OnTime,
            Indicator::Complete => Placing::Complete,
            Indicator::Advanced => Placing::Advanced,
            Indicator::PaidIn => Placing::PaidIn,
            Indicator::Stalled => Placing::Stalled,
            Indicator::Answered => Placing::Answered,
            Indicator::Solved => Placing::Solved,
            Indicator::Satisfied => Placing::Satisfied,
            Indicator::Decisions => Placing::Decisions,
        }
    }

    /// Whether less of it is better.
    pub const fn is_reversed(self) -> bool {
        matches!(self, Indicator::Stalled)
    }
}

/// A sentence of a circular.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CircularNote {
    /// The month a circular is about, as known on a day.
    Of {
        month: Month,
        until: Day,
    },
    /// What the indicators of reports are of; when the report was due.
    Reports {
        month: Month,
        due: Option<Day>,
    },
    /// What those of projects are of; the month up to which the clock of progress is read.
    Projects {
        month: Month,
        clock: Month,
    },
    Appeals,
    Tasks,
    Ranking,
    /// How the composite score is made.
    Formula(Vec<(Indicator, i64)>),
}
