//! The leaders' page (board): its own headings, the words of what can be done on it, its sentences.

use serde::{Deserialize, Serialize};

keyed! {
    /// A heading, a section or a control of the page.
    BoardWord {
        // sections
        Overview = "overview",
        /// 两个计时
        TwoClocks = "two_clocks",
        AppealSection = "appeals_section",
        ChangeSection = "changes_section",
        Lists = "lists",
        // headings
        /// Projects that stand at a stage.
        AtStage = "at_stage",
        /// Projects that stand at a stage or beyond it.
        Reached = "reached",
        ProgressGreen = "progress_green",
        ProgressYellow = "progress_yellow",
        ProgressRed = "progress_red",
        ReportGreen = "report_green",
        ReportYellow = "report_yellow",
        ReportRed = "report_red",
        /// Months without progress, without a report.
        MonthsIdle = "months_without_progress",
        MonthsSilent = "months_without_report",
        /// The charts of the clocks.
        NoProgress = "no_progress",
        NoReport = "no_report",
        /// What a clock shows.
        ProgressClock = "progress_clock",
        ReportClock = "report_clock",
        /// Calendar days since an appeal was logged.
        DaysInHand = "days_in_hand",
        Age = "age",
        LeadDepartment = "lead_department",
        // ages
        Week = "up_to_7_days",
        Month = "8_to_30_days",
        Quarter = "31_to_90_days",
        Longer = "over_90_days",
        // what stands on the page for its reader
        Contents = "contents",
        /// The figures of a chart are those of the table below it.
        SameFigures = "same_figures",
        Filter = "filter",
        All = "all",
        Search = "search",
        Clear = "clear",
        Shown = "shown",
    }
}

impl BoardWord {
    /// The group of an age in calendar days; the limits are an example (示例).
    pub const fn age(days: i64) -> BoardWord {
        match days {
            ..=7 => BoardWord::Week,
            8..=30 => BoardWord::Month,
            31..=90 => BoardWord::Quarter,
            _ => BoardWord::Longer,
        }
    }

    /// The groups, the shortest first.
    pub const AGES: [BoardWord; 4] =
        [BoardWord::Week, BoardWord::Month, BoardWord::Quarter, BoardWord::Longer];
}

/// A sentence of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoardNote {
    /// What it is to have reached a stage.
    Reached,
    /// No project is under alert.
    NoAlerts,
    /// What the age of an appeal is, and that its groups are an example.
    Ages,
    /// There was no project before, so that all are new.
    AllNew,
}
