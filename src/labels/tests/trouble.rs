//! Samples of what `check` finds, and what each tells a reader to do.

use super::sample::{month, s, samples};
use super::{LANGS, is_han};
use crate::labels::{Lang, note};
use crate::model::check::Trouble;
use crate::model::field::{Field, Quantity};
use crate::model::meeting::Side;
use crate::model::money::Usd;
use crate::model::note::Note;

pub fn troubles() -> Vec<Trouble> {
    let (code, name) = (|| s("XM2020-0001"), || s("澄屿\n光学"));
    let mut troubles = samples!(Trouble:
        Damaged { detail: s("页 7") },
        ForeignKey { table: s("touch") },
        Schema { name: s("甲") },
        Versions { table: s("project_v"), id: 5 },
        Unaccounted { table: s("report_v") },
        Issued { subject: s("DB2020-03"), file: s("01会议通知.docx") },
        Edition { code: s("DB2020-03"), side: Side::Before, number: 1 },
        Seal { table: s("report_v"), v: 7, project: Some(code()) },
        DayFalls { op: 12 },
        Dangling { table: s("project_v"), column: s("district"), rows: 3 },
        Register { code: code(), name: name(), field: Field::Stage },
        Derived { code: code(), name: name() },
        Figure {
            district: s("昆山市"),
            quantity: Some(Quantity::Total),
            listed: Usd(100),
            grouped: Usd(200),
        },
        CarryOver { month: month("2020-03"), accounted: 27, in_hand: 26 },
        Course { code: s("SQ2020-0001") },
        ProjectOutcome { code: code(), name: name() },
        NoVerdict { code: code(), name: name() },
        ExitUnexplained { code: code(), name: name() },
        Unreasoned { code: code(), name: name(), field: Field::Name, op: 12 },
    );
    troubles.extend([
        Trouble::Seal { table: s("rule_v"), v: 7, project: None },
        Trouble::Dangling { table: s("link_v"), column: s("other"), rows: 1 },
        Trouble::Figure {
            district: s("昆山市"), quantity: None, listed: Usd(1), grouped: Usd(2)
        },
    ]);
    troubles
}

#[test]
fn damage_tells_to_stop_and_a_breach_names_the_command_that_mends_it() {
    for trouble in troubles() {
        let breach = trouble.is_breach();
        let sentence = note(&Note::Trouble(trouble), Lang::Zh);
        assert!(sentence.ends_with('。') && sentence.matches('。').count() == 1, "{sentence}");
        assert_eq!(sentence.contains("tuijin restore"), !breach, "{sentence}");
        assert!(sentence.contains("tuijin "), "{sentence}");
    }
}

#[test]
fn figures_without_a_quantity_are_numbers_of_projects() {
    let figure = troubles().pop().unwrap();
    let sentence = note(&Note::Trouble(figure), Lang::Zh);
    assert!(sentence.starts_with("昆山市的“项目数”按清单逐项相加为 1个，分组汇总为 2个；"));
}

#[test]
fn every_table_of_the_library_has_a_name_in_words() {
    let schema = include_str!("../../../schema.sql");
    let tables = schema.lines().filter_map(|line| line.strip_prefix("CREATE TABLE "));
    let tables: Vec<&str> = tables.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(tables.len() > 20);
    for table in tables {
        for lang in LANGS {
            let found = Trouble::ForeignKey { table: table.to_owned() };
            let sentence = note(&Note::Trouble(found), lang);
            assert!(!sentence.contains(&format!("“{table}”")), "{sentence}");
            assert_eq!(sentence.chars().any(is_han), lang == Lang::Zh, "{sentence}");
        }
    }
}
