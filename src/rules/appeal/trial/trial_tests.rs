//! The five tests on named cases.

use crate::model::appeal::{Appeal, AppealField, Category};
use crate::model::finding::{Finding, RuleName, RuleVersion, Seen, Verdict};
use crate::model::party::{Department, DepartmentKind};
use crate::rules::appeal::{Facts, judge, passes};
use crate::rules::book::RuleBook;

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

fn category(departments: &[&str]) -> Category {
    Category {
        id: 1,
        key: "land".into(),
        name: "土地指标".into(),
        english: "Land".into(),
        aliases: vec![],
        departments: departments.iter().map(|key| (*key).to_owned()).collect(),
        example: true,
    }
}

fn appeal() -> Appeal {
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

fn book(value: i64) -> RuleBook {
    let version = |rule, value| RuleVersion {
        rule,
        value,
        since: "2020-03-01".parse().unwrap(),
        clause: String::new(),
        example: true,
    };
    RuleBook::new(vec![
        version(RuleName::AppealEmpty, value),
        version(RuleName::AppealThin, value * 10),
        version(RuleName::AppealTarget, value),
        version(RuleName::AppealHandled, value),
        version(RuleName::AppealBasis, value),
    ])
}

struct Case {
    appeal: Appeal,
    named: Vec<Department>,
    unknown: Vec<String>,
    category: Option<Category>,
}

fn sound() -> Case {
    Case {
        appeal: appeal(),
        named: vec![department(1, "resources", "资规")],
        unknown: vec![],
        category: Some(category(&["resources"])),
    }
}

fn findings(case: &Case, value: i64) -> Vec<Finding> {
    let departments = [department(1, "resources", "资规"), department(2, "customs", "海关")];
    let facts = Facts {
        appeal: &case.appeal,
        named: &case.named,
        unknown: &case.unknown,
        category: case.category.as_ref(),
        departments: &departments,
    };
    judge(&book(value), &facts, "2020-03-09".parse().unwrap())
}

/// The standards a case fails.
fn failed(case: &Case) -> Vec<RuleName> {
    let findings = findings(case, 1);
    assert_eq!(findings.len(), 5, "every test speaks");
    let failed = findings.iter().filter(|finding| finding.verdict == Verdict::Fail);
    failed.map(|finding| finding.rule.rule).collect()
}

#[test]
fn each_test_fails_for_its_own_reason_only() {
    use RuleName::*;
    let with = |change: &dyn Fn(&mut Case)| {
        let mut case = sound();
        change(&mut case);
        case
    };
    let text = |field, text: &'static str| {
        move |case: &mut Case| case.appeal.set_text(field, Some(text.to_owned()))
    };
    let cases: [(&str, Case, &[RuleName]); 14] = [
        ("sound", sound(), &[]),
        ("no background", with(&|c| c.appeal.background = None), &[AppealEmpty]),
        ("a blank purpose", with(&text(AppealField::Purpose, " 　")), &[AppealEmpty]),
        ("ten letters", with(&text(AppealField::Purpose, "一二三四五六七八九十")), &[]),
        (
            "nine letters",
            with(&text(AppealField::Purpose, "一二三四五，六七八九。")),
            &[AppealThin],
        ),
        ("a thin crux", with(&text(AppealField::Problem, "缺地")), &[AppealThin]),
        ("names nobody", with(&|c| c.named.clear()), &[AppealTarget]),
        ("names a stranger", with(&|c| c.unknown.push("某局".into())), &[AppealTarget]),
        (
            "names one that does not handle it",
            with(&|c| c.named.push(department(2, "customs", "海关"))),
            &[AppealHandled],
        ),
        ("a category for anyone", with(&|c| c.category = Some(category(&[]))), &[]),
        ("no category", with(&|c| c.category = None), &[AppealHandled]),
        (
            "quotes nothing",
            with(&text(AppealField::Suggestion, "希望尽快协调落实用地计划指标")),
            &[AppealBasis],
        ),
        (
            "quotes in the background",
            with(&|c| {
                text(AppealField::Suggestion, "希望尽快协调落实用地计划指标")(c);
                text(AppealField::Background, "二〇一九年签订投资协议约定分期供地")(
                    c,
                );
            }),
            &[],
        ),
        (
            "nothing at all",
            with(&|c| {
                for field in AppealField::ALL {
                    c.appeal.set_text(*field, None);
                }
                c.named.clear();
                c.category = None;
            }),
            &[AppealEmpty, AppealTarget, AppealHandled, AppealBasis],
        ),
    ];
    for (name, case, expected) in cases {
        assert_eq!(failed(&case), expected, "{name}");
        assert_eq!(passes(&findings(&case, 1)), expected.is_empty(), "{name}");
        assert!(passes(&findings(&case, 0)), "{name}: a standard that is off only remarks");
    }
}

#[test]
fn a_finding_says_what_it_saw() {
    let mut case = sound();
    case.named.push(department(2, "customs", "海关"));
    let seen: Vec<Seen> = findings(&case, 1).into_iter().map(|finding| finding.seen).collect();
    assert_eq!(
        seen[3],
        Seen::Handled {
            category: Some("土地指标".into()),
            outside: vec!["海关".into()],
            handlers: vec!["资规".into()],
        }
    );
    assert_eq!(seen[4], Seen::Quoted(Some("参照《示例办法》第三条列入年度计划".into())));
}
