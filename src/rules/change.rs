//! Sensitive changes (敏感变更): a stage that goes back, an amount that falls, another name.

use super::book::RuleBook;
use super::weigh;
use crate::model::Day;
use crate::model::dossier::{Change, Fact};
use crate::model::field::Field;
use crate::model::finding::{Finding, RuleName, Seen, Verdict};
use crate::model::name::identity_key;

const RULES: [RuleName; 3] = [RuleName::StageBack, RuleName::AmountDown, RuleName::NameChanged];

/// The standard a change falls under; `None` where it needs no reason. A value that was not known
/// before cannot fall, and a name written otherwise (brackets, spaces, 有限公司) is the same name.
pub fn rule_of(change: &Change) -> Option<RuleName> {
    sensitive(change, false).map(|(rule, _)| rule)
}

/// Judges changes made for one reason or none: one finding for each sensitive change, and one
/// for each standard that found no change of its kind.
pub fn judge(book: &RuleBook, changes: &[Change], reasoned: bool, on: Day) -> Vec<Finding> {
    let sensitive: Vec<_> =
        changes.iter().filter_map(|change| sensitive(change, reasoned)).collect();
    let mut findings = Vec::new();
    for rule in RULES {
        let Some(version) = book.on(rule, on) else { continue };
        let before = findings.len();
        let of_rule = sensitive.iter().filter(|(of, _)| *of == rule);
        findings.extend(of_rule.map(|(_, seen)| weigh(version, reasoned, seen.clone())));
        if findings.len() == before {
            let (verdict, seen) = (Verdict::Pass, Seen::Nothing);
            findings.push(Finding { verdict, seen, rule: version.clone() });
        }
    }
    findings
}

/// The finding for which a change may not be made without a reason; `None` where it may.
pub fn needs_reason(book: &RuleBook, change: &Change, on: Day) -> Option<Finding> {
    let (rule, seen) = sensitive(change, false)?;
    let finding = weigh(book.on(rule, on)?, false, seen);
    (finding.verdict == Verdict::Fail).then_some(finding)
}

fn sensitive(change: &Change, reasoned: bool) -> Option<(RuleName, Seen)> {
    match (change.field, change.before.as_ref()?, change.after.as_ref()?) {
        (Field::Money(quantity), &Fact::Money(before), &Fact::Money(after)) if after < before => {
            Some((RuleName::AmountDown, Seen::Fell { quantity, before, after, reasoned }))
        }
        (Field::Stage, &Fact::Stage(before), &Fact::Stage(after)) if after < before => {
            Some((RuleName::StageBack, Seen::StageMoved { before, after, reasoned }))
        }
        (Field::Name, Fact::Text(before), Fact::Text(after))
            if identity_key(before) != identity_key(after) =>
        {
            let (before, after) = (before.clone(), after.clone());
            Some((RuleName::NameChanged, Seen::Renamed { before, after, reasoned }))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Quantity;
    use crate::model::finding::RuleVersion;
    use crate::model::money::Usd;
    use crate::model::stage::Stage;

    fn book(value: i64) -> RuleBook {
        let version = |rule| RuleVersion {
            rule,
            value,
            since: "2020-03-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        };
        RuleBook::new(RULES.into_iter().map(version).collect())
    }

    fn money(before: Option<i64>, after: i64) -> Change {
        let field = Field::Money(Quantity::PaidIn);
        let fact = |cents| Fact::Money(Usd(cents));
        Change { field, before: before.map(fact), after: Some(fact(after)) }
    }

    fn stage(before: Stage, after: Stage) -> Change {
        let (before, after) = (Some(Fact::Stage(before)), Some(Fact::Stage(after)));
        Change { field: Field::Stage, before, after }
    }

    fn text(field: Field, before: &str, after: &str) -> Change {
        let fact = |text: &str| Some(Fact::Text(text.into()));
        Change { field, before: fact(before), after: fact(after) }
    }

    #[test]
    fn only_what_goes_back_falls_or_is_another_name_is_sensitive() {
        let name = |before, after| text(Field::Name, before, after);
        let cases = [
            ("an amount a cent lower", money(Some(100), 99), Some(RuleName::AmountDown)),
            ("an amount as it was", money(Some(100), 100), None),
            ("an amount that rises", money(Some(100), 101), None),
            ("an amount known for the first time", money(None, 0), None),
            ("an amount down to zero", money(Some(1), 0), Some(RuleName::AmountDown)),
            (
                "a stage back by one",
                stage(Stage::Started, Stage::Registered),
                Some(RuleName::StageBack),
            ),
            ("a stage forward", stage(Stage::Signed, Stage::Started), None),
            ("another name", name("澄屿光学项目", "霁川光学项目"), Some(RuleName::NameChanged)),
            ("only brackets", name("澄屿（苏州）光学", "澄屿(苏州) 光学"), None),
            ("only 有限公司", name("澄屿光学有限公司", "澄屿光学"), None),
            ("a second phase", name("澄屿光学", "澄屿光学二期"), Some(RuleName::NameChanged)),
            ("another investor", text(Field::Investor, "甲", "乙"), None),
        ];
        let on = "2020-03-12".parse().unwrap();
        for (case, change, rule) in cases {
            assert_eq!(rule_of(&change), rule, "{case}");
            assert_eq!(
                needs_reason(&book(1), &change, on).map(|finding| finding.rule.rule),
                rule,
                "{case}"
            );
            assert_eq!(needs_reason(&book(0), &change, on), None, "{case}: the standard is off");
        }
    }

    #[test]
    fn every_sensitive_change_and_every_standard_without_one_is_named() {
        let changes = [
            money(Some(100), 99),
            money(Some(100), 101),
            money(Some(7), 0),
            stage(Stage::Started, Stage::Signed),
        ];
        let expect = |value, reasoned, sensitive| {
            let findings = judge(&book(value), &changes, reasoned, "2020-03-12".parse().unwrap());
            let said: Vec<_> =
                findings.iter().map(|finding| (finding.rule.rule, finding.verdict)).collect();
            let expected = [
                (RuleName::StageBack, sensitive),
                (RuleName::AmountDown, sensitive),
                (RuleName::AmountDown, sensitive),
                (RuleName::NameChanged, Verdict::Pass),
            ];
            assert_eq!(said, expected);
            assert_eq!(findings[3].seen, Seen::Nothing);
        };
        expect(1, false, Verdict::Fail);
        expect(1, true, Verdict::Pass);
        expect(0, false, Verdict::Remark);
    }
}
