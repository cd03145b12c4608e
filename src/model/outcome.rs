//! The classes (成效分类) in which a meeting counts what became of appeals.

use super::appeal::AppealOutcome;

keyed! {
    /// Outcomes taken together, as the source of the first round counts them (MECHANISM §4).
    OutcomeGroup {
        /// 已解决或已有明确途径
        Solved = "solved_or_path",
        /// 方案、政策意见或对上争取
        Planned = "plan_or_higher",
        /// 提交点评会
        Escalated = "escalated",
        /// 其余: not supported, or still in hand
        Rest = "remainder",
    }
}

impl OutcomeGroup {
    /// The outcomes of the group, the best first.
    pub const fn outcomes(self) -> &'static [AppealOutcome] {
        match self {
            OutcomeGroup::Solved => &[AppealOutcome::Solved, AppealOutcome::Path],
            OutcomeGroup::Planned => &[AppealOutcome::Plan, AppealOutcome::Higher],
            OutcomeGroup::Escalated => &[AppealOutcome::Escalated],
            OutcomeGroup::Rest => &[AppealOutcome::Refused, AppealOutcome::Pending],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_is_in_exactly_one_group() {
        for outcome in AppealOutcome::ALL {
            let groups = OutcomeGroup::ALL.iter().filter(|g| g.outcomes().contains(outcome));
            assert_eq!(groups.count(), 1, "{outcome:?}");
        }
    }
}
