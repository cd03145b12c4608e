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
        RuleName::StageComplete => ("应填信息齐全", "Complete for its stage"),
        RuleName::StageOrder => ("阶段日期次序", "Order of stage dates"),
        RuleName::StageBack => ("阶段后退", "Stage goes back"),
        RuleName::AmountDown => ("金额减少", "Amount falls"),
        RuleName::NameChanged => ("项目更名", "Name changes"),
        RuleName::ProgressYellow => ("无实质进展黄色预警", "Yellow alert, no progress"),
        RuleName::ProgressRed => ("无实质进展红色预警", "Red alert, no progress"),
        RuleName::ReportYellow => ("未报告黄色预警", "Yellow alert, no report"),
        RuleName::ReportRed => ("未报告红色预警", "Red alert, no report"),
        RuleName::ExitProduction => ("出库（投产）", "Exit (in production)"),
        RuleName::ExitTerminated => ("出库（终止）", "Exit (terminated)"),
        RuleName::ExitDomestic => ("出库（转内资）", "Exit (turned domestic)"),
        RuleName::ExitRelocated => ("出库（迁出）", "Exit (relocated)"),
        RuleName::ExitMerged => ("出库（并入）", "Exit (merged)"),
        RuleName::ExitMistaken => ("出库（误报）", "Exit (recorded by mistake)"),
        RuleName::AppealEmpty => ("五项内容齐全", "All five fields filled"),
        RuleName::AppealThin => ("内容具体", "Enough said to act on"),
        RuleName::AppealTarget => ("对象部门明确", "Departments named"),
        RuleName::AppealHandled => ("对象部门对口", "Departments in charge"),
        RuleName::AppealBasis => ("建议有依据", "Basis quoted"),
        RuleName::AppealSimilar => ("诉求相似", "Similar appeals"),
        RuleName::DispatchLead => ("主办时限", "Time for the lead"),
        RuleName::DispatchAssist => ("协办时限", "Time for those assisting"),
        RuleName::DispatchUrgentLead => ("紧急诉求主办时限", "Time for the lead, urgent"),
        RuleName::DispatchUrgentAssist => ("紧急诉求协办时限", "Time for those assisting, urgent"),
        RuleName::DispatchMeeting => ("会前办结时限", "Before the meeting"),
        RuleName::DispatchReturn => ("退单时限", "Time to return an appeal"),
        RuleName::RemindSoon => ("临期催办", "Reminder before the due day"),
        RuleName::RemindCircular => ("逾期通报", "Circular when overdue"),
        RuleName::PlanForms => ("填报表下发", "Forms out before the month"),
        RuleName::PlanReportReminder => ("月报提前催报", "Reminder before reports are due"),
        RuleName::PlanLetters => ("会前函告", "Letters out before the meeting"),
        RuleName::PlanReady => ("会前准备核查", "Readiness before the meeting"),
        RuleName::PlanFreeze => ("会前版固定", "Frozen before the meeting"),
        RuleName::PlanClose => ("会后办结", "Closed after the meeting"),
        RuleName::WeightOnTime => ("通报权重（月报按时）", "Weight: reports on time"),
        RuleName::WeightComplete => ("通报权重（月报完整）", "Weight: reports complete"),
        RuleName::WeightAdvanced => ("通报权重（阶段前进）", "Weight: stage advanced"),
        RuleName::WeightPaidIn => ("通报权重（到资率）", "Weight: paid-in rate"),
        RuleName::WeightStalled => ("通报权重（停滞）", "Weight: stalled"),
        RuleName::WeightAnswered => ("通报权重（按时答复）", "Weight: answered on time"),
        RuleName::WeightSolved => ("通报权重（诉求解决）", "Weight: appeals solved"),
        RuleName::WeightSatisfied => ("通报权重（企业满意）", "Weight: firms satisfied"),
        RuleName::WeightDecisions => ("通报权重（议定事项按时完成）", "Weight: decisions on time"),
        RuleName::ExitStalled => ("出库（长期无实质进展）", "Exit (stalled)"),
    }
}

pub fn verdict(verdict: Verdict) -> Words {
    match verdict {
        Verdict::Pass => ("符合", "Met"),
        Verdict::Fail => ("不符合", "Not met"),
        Verdict::Remark => ("提示", "Remark"),
    }
}
