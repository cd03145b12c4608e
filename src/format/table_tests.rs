//! What a terminal gets.

use super::*;
use crate::format::sample;
use crate::model::money::{Unit, Usd};
use crate::model::term::Term;
use crate::view::page::{Cell as Typed, Column, Row};
use proptest::prelude::*;

#[test]
fn a_grid_stands_in_columns_with_a_rule_before_the_total() {
    let texts = |texts: [&str; 3]| texts.map(String::from).to_vec();
    let grid = Grid {
        kinds: vec![ColumnKind::Text, ColumnKind::Number, ColumnKind::Money],
        heads: texts(["板块", "项目数", "投资总额（万美元）"]),
        rows: vec![
            (RowKind::Data, texts(["昆山市", "97/193 (50.3%)", "12,000.50"])),
            (RowKind::Detail, texts(["  其中：新兴产业", "3", "—"])),
            (RowKind::Total, texts(["合计", "193", "1,000,000.00"])),
        ],
    };
    insta::assert_snapshot!(draw(&grid, Some(80)), @r"
    板块                      项目数  投资总额（万美元）
    ----------------  --------------  ------------------
    昆山市            97/193 (50.3%)           12,000.50
      其中：新兴产业               3                   —
    ----------------  --------------  ------------------
    合计                         193        1,000,000.00
    ");
    insta::assert_snapshot!(draw(&grid, Some(46)), @r"
    板块                      项目数      投资总额
                                        （万美元）
    ----------------  --------------  ------------
    昆山市            97/193 (50.3%)     12,000.50
      其中：新兴产业               3             —
    ----------------  --------------  ------------
    合计                         193  1,000,000.00
    ");
    insta::assert_snapshot!(draw(&grid, Some(30)), @r"
    板块        昆山市
    项目数      97/193 (50.3%)
    投资总额    12,000.50
    （万美元）

    板块        其中：新兴产业
    项目数      3
    投资总额    —
    （万美元）

    ------------------------------
    板块        合计
    项目数      193
    投资总额    1,000,000.00
    （万美元）
    ");
}

#[test]
fn a_page_has_its_title_notes_and_table() {
    let page = sample::page();
    let text = render(&page, Lang::Zh, None);
    let blocks: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(blocks.len(), 3);
    assert!(blocks[0].starts_with("苏州市"));
    assert!(blocks[1].contains("昆山市") && blocks[1].contains("\n  澄屿|光学 "));
    assert!(text.lines().all(|line| line == line.trim_end()) && !text.contains('\u{1b}'));
}

fn row(kind: RowKind, (name, note, cents): (String, String, i64)) -> Row {
    let money = Typed::Money(Usd(cents));
    Row { kind, cells: vec![Typed::Text(name), Typed::Text(note), money.clone(), money] }
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_terminal_and_no_number_breaks(
        rows in prop::collection::vec(("\\PC{0,30}", "[ -~、。（）“”万美元]{0,80}", any::<i64>()), 1..6),
        limit in 50u16..120,
        total in any::<bool>(),
    ) {
        let kinds = if total { [RowKind::Detail, RowKind::Total] } else { [RowKind::Data; 2] };
        let mut page = sample::page();
        page.tables[0].columns = vec![
            Column::text(Term::Name),
            Column::text(Term::Remarks),
            Column::money(Term::TotalInvestment),
            Column::money(Term::NewFdi),
        ];
        let amounts: Vec<_> = rows.iter().map(|row| Usd(row.2).grouped(Unit::TenThousand)).collect();
        page.tables[0].rows =
            rows.into_iter().enumerate().map(|(i, parts)| row(kinds[i % 2], parts)).collect();
        let text = render(&page, Lang::Zh, Some(limit));
        for line in text.lines() {
            prop_assert!(width(line) <= usize::from(limit), "{} > {limit}: {line}", width(line));
        }
        for amount in amounts {
            prop_assert!(text.contains(&amount));
        }
    }
}
