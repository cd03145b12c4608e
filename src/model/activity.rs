//! What is done around projects beside pushing them: 促进活动 and 宣传引导.

use super::Day;

keyed! {
    /// What kind of activity.
    ActivityKind {
        /// 促进活动
        Promotion = "promotion",
        /// 宣传引导
        Publicity = "publicity",
    }
}

/// An activity on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    pub id: i64,
    /// `HW2020-0001`
    pub code: String,
    pub kind: ActivityKind,
    /// Id of the district that held it; `None`: the city.
    pub district: Option<i64>,
    /// Id of the project it was for.
    pub project: Option<i64>,
    /// 发生日
    pub day: Day,
    pub text: String,
}
