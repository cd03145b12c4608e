//! The two clocks of a project (MECHANISM §5), never merged: months without progress (无实质进展)
//! and months without a report (未报告).

use super::Day;
use super::month::Month;
use serde::{Deserialize, Serialize};

keyed! {
    /// What a clock counts the absence of.
    ClockKind {
        /// 无实质进展: no later stage, no actual date of a work item, no rise of paid-in or
        /// completed investment. New wording is no progress.
        Progress = "progress",
        /// 未报告: absent from its district's report. An unchanged row (零报告) is a report.
        Report = "report",
    }
}

keyed! {
    /// What a clock shows (MECHANISM §6).
    Colour {
        /// 正常
        Green = "green",
        /// 黄色预警
        Yellow = "yellow",
        /// 红色预警
        Red = "red",
    }
}

/// 正当理由: stops one clock from the first to the last day, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excuse {
    pub clock: ClockKind,
    pub from: Day,
    pub until: Day,
    pub reason: String,
}

/// A clock as read for one project on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    pub kind: ClockKind,
    /// Months without, those under an excuse left out.
    pub months: i64,
    /// The last month with progress or with a report, or the month of entry.
    pub last: Month,
    /// The month looked at.
    pub now: Month,
    pub colour: Colour,
    /// The one in force on the day looked at.
    pub excuse: Option<Excuse>,
}
