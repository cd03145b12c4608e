//! Words of the standards and their verdicts.

use super::text::Words;
use crate::model::finding::{RuleName, Verdict};

pub fn rule(rule: RuleName) -> Words {
    match rule {
        RuleName::EntryConference => ("签约大会", "Signed at a conference"),
        RuleName::EntryPutForward => ("提请市级推动", "Put forward to the city"),
        RuleName::EntryScale => ("达到规模", "Large enough"),
        RuleName::EntryDesignated => ("指定", "Designated"),
        RuleName::DuplicateName => ("名称查重", "Duplicate by name"),
        RuleName::DuplicateAmount => ("金额查重", "Duplicate by amount"),
        RuleName::ReportDue => ("月报报送期限", "Monthly report due"),
    }
}

pub fn verdict(verdict: Verdict) -> Words {
    match verdict {
        Verdict::Pass => ("符合", "Met"),
        Verdict::Fail => ("不符合", "Not met"),
        Verdict::Remark => ("提示", "Remark"),
    }
}
