//! The standards of appeals, each with a case that meets it and one that does not.

use super::{Take, book};
use tuijin::model::appeal::{Appeal, AppealField, Category};
use tuijin::model::finding::{Finding, RuleName, Verdict};
use tuijin::model::party::{Department, DepartmentKind};
use tuijin::rules::appeal::{Facts, due, judge};

fn department(id: i64, key: &str, short: &str) -> Department {
    Department {
        id,
        key: key.into(),
        short: short.into(),
        full: short.into(),
        english: key.into(),
        kind: DepartmentKind::Government,
        aliases: vec![],
        example: true,
    }
}

/// An appeal as it should be.
fn sound() -> Appeal {
    let text = |text: &str| Some(text.to_owned());
    Appeal {
        id: 1,
        code: "SQ2020-0001".into(),
        project: 1,
        round: "2020-03".parse().unwrap(),
        background: text("项目一期已于去年建成投产"),
        problem: text("二期用地八十亩指标尚未落实"),
        purpose: text("请求年内安排用地计划指标八十亩"),
        target: text("资规"),
        suggestion: text("参照《示例办法》第三条列入年度计划"),
        departments: vec![1],
        category: Some(1),
        raised_by: None,
        raised_on: None,
        urgent: false,
        amount: None,
        findings: vec![],
    }
}

/// What one of the five tests says of an appeal that names these departments.
fn tried(rule: RuleName, appeal: &Appeal, named: &[Department]) -> Finding {
    let category = Category {
        id: 1,
        key: "land".into(),
        name: "土地指标".into(),
        english: "Land".into(),
        aliases: vec![],
        departments: vec!["resources".into()],
        example: true,
    };
    let departments = [department(1, "resources", "资规"), department(2, "customs", "海关")];
    let facts =
        Facts { appeal, named, unknown: &[], category: Some(&category), departments: &departments };
    let findings = judge(&book(), &facts, super::on());
    findings.into_iter().find(|finding| finding.rule.rule == rule).unwrap()
}

pub fn cases(case: Take<'_>) {
    use RuleName::*;
    use Verdict::{Fail, Pass};
    let ours = [department(1, "resources", "资规")];
    let theirs = [department(2, "customs", "海关")];
    let without = |field, text: Option<&str>| {
        let mut appeal = sound();
        appeal.set_text(field, text.map(str::to_owned));
        appeal
    };
    for rule in [AppealEmpty, AppealThin, AppealTarget, AppealHandled, AppealBasis] {
        case(rule, "a sound appeal", Pass, tried(rule, &sound(), &ours));
    }
    let empty = without(AppealField::Background, None);
    case(AppealEmpty, "no background", Fail, tried(AppealEmpty, &empty, &ours));
    let thin = without(AppealField::Problem, Some("缺地"));
    case(AppealThin, "two characters", Fail, tried(AppealThin, &thin, &ours));
    case(AppealTarget, "names nobody", Fail, tried(AppealTarget, &sound(), &[]));
    case(AppealHandled, "names another", Fail, tried(AppealHandled, &sound(), &theirs));
    let vague = without(AppealField::Suggestion, Some("希望尽快协调落实用地计划指标"));
    case(AppealBasis, "quotes nothing", Fail, tried(AppealBasis, &vague, &ours));
    let limits = [
        DispatchLead,
        DispatchAssist,
        DispatchUrgentLead,
        DispatchUrgentAssist,
        DispatchMeeting,
        DispatchReturn,
    ];
    for rule in limits {
        let book = book();
        let version = book.on(rule, super::on()).unwrap();
        let on =
            |day: &str| due::timely(version, "2020-03-18".parse().unwrap(), day.parse().unwrap());
        case(rule, "on the last day", Pass, on("2020-03-18"));
        case(rule, "a day late", Fail, on("2020-03-19"));
    }
}
