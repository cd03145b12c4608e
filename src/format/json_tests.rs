//! What a machine gets.

use super::*;
use crate::format::sample;
use crate::model::Day;
use crate::model::entry::Basis;
use crate::model::finding::{RuleName, Seen, Verdict};
use crate::model::money::{Unit, Usd};
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view::page::Column;

#[test]
fn a_page_keeps_its_order_and_shows_no_word() {
    let text = String::from_utf8(render(&sample::page()).unwrap()).unwrap();
    assert!(
        text.starts_with("{\n  \"page\": \"summary.district\",\n  \"as_of\": \"2020-03-10\",\n")
    );
    assert!(text.ends_with("}\n"));
    let page: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(page["month"], "2020-02");
    let expected = json!([
        {
            "district": "ks", "code": "XM2020-0001",
            "projects": {"n": 97, "of": 193, "percent": "50.3"},
            "total_investment": 12_000_500_000_i64, "share_of_investment": null
        },
        {
            "row": "detail", "district": "澄屿|光学\u{1b}", "code": "=1+1", "projects": 3,
            "total_investment": 0, "share_of_investment": {"part": 1, "of": 0, "percent": null}
        },
        {
            "row": "total", "district": "total", "code": null,
            "projects": {"n": 0, "of": 0, "percent": null}, "total_investment": -1_234_500,
            "share_of_investment": {"part": 1, "of": 3, "percent": "33.3"}
        }
    ]);
    assert_eq!(page["tables"][0]["rows"], expected);
}

#[test]
fn rules_and_notes_are_structures() {
    let since: Day = "2020-01-01".parse().unwrap();
    let rule = RuleVersion {
        rule: RuleName::EntryScale,
        value: 5,
        since,
        clause: "第二条".into(),
        example: true,
    };
    let seen = Seen::Basis(vec![Basis::Scale]);
    let threshold = json!({"value": 5, "since": "2020-01-01", "clause": "第二条", "example": true});
    let finding = Finding { verdict: Verdict::Fail, seen: seen.clone(), rule: rule.clone() };
    let note = |note: Note| value(&Cell::Note(note)).unwrap();
    assert_eq!(value(&Cell::Threshold(rule)).unwrap(), threshold);
    assert_eq!(value(&Cell::Seen(seen)).unwrap(), json!({"basis": ["scale"]}));
    assert_eq!(value(&Cell::Seen(Seen::Amount(Some(Usd(7))))).unwrap(), json!({"amount": 7}));
    assert_eq!(
        value(&Cell::Finding(finding)).unwrap(),
        json!({"rule": "entry.scale", "verdict": "fail", "seen": {"basis": ["scale"]}, "threshold": threshold})
    );
    assert_eq!(note(Note::DryRun), json!({"note": "dry_run"}));
    assert_eq!(note(Note::Unit(Unit::TenThousand)), json!({"note": "unit", "value": "10k"}));
    let late = Note::LateFiling { district: "ks".into(), due: since, received: since };
    assert_eq!(
        note(late),
        json!({"note": "late_filing", "district": "ks", "due": "2020-01-01", "received": "2020-01-01"})
    );
}

#[test]
fn nothing_collides_and_nothing_steers_a_terminal() {
    let mut page = sample::page();
    page.tables[0].columns[1] = Column::short(Term::District);
    page.tables[0].columns[2] = Column::number(Term::Row);
    page.tables[0].rows[1].cells[0] = Cell::Text("a\u{9b}b\u{202e}".into());
    let text = String::from_utf8(render(&page).unwrap()).unwrap();
    assert!(text.contains(r#""district": "a\u009bb\u202e""#), "{text}");
    assert!(text.contains(r#""row_kind": "detail""#) && text.contains(r#""district_2": "=1+1""#));
    assert!(serde_json::from_str::<Value>(&text).is_ok());
}
