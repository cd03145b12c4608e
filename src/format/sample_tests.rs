//! One small page that the tests of every format draw.

use crate::model::money::{Unit, Usd};
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view::page::{Cell, Column, Page, Row, Table};

/// Districts with a detail, a total, a share of nothing and text that wants to be a formula.
pub fn page() -> Page {
    Page {
        title: Term::SummaryDistrict,
        as_of: "2020-03-10".parse().unwrap(),
        month: Month::new(2020, 2),
        unit: Unit::TenThousand,
        place: "苏州市".into(),
        heading: vec![Note::Unit(Unit::TenThousand)],
        tables: vec![table()],
        notes: vec![Note::Rounding],
    }
}

pub fn table() -> Table {
    Table {
        title: Term::SummaryDistrict,
        columns: vec![
            Column::text(Term::District),
            Column::short(Term::Code),
            Column::number(Term::Projects),
            Column::money(Term::TotalInvestment),
            Column::number(Term::ShareOfInvestment),
        ],
        rows: vec![
            Row::data(vec![
                name("昆山市", "Kunshan", "ks"),
                Cell::Code("XM2020-0001".into()),
                Cell::Share { n: 97, of: 193 },
                Cell::Money(Usd(12_000_500_000)),
            ]),
            Row::detail(vec![
                Cell::Text("澄屿|光学\u{1b}".into()),
                Cell::Text("=1+1".into()),
                Cell::Count(3),
                Cell::Money(Usd(0)),
                Cell::MoneyShare { part: Usd(1), of: Usd(0) },
            ]),
            Row::total(vec![
                Cell::word(Term::Total),
                Cell::Blank,
                Cell::Share { n: 0, of: 0 },
                Cell::Money(Usd(-1_234_500)),
                Cell::MoneyShare { part: Usd(1), of: Usd(3) },
            ]),
        ],
    }
}

pub fn name(zh: &str, en: &str, key: &str) -> Cell {
    Cell::Name { zh: zh.into(), en: en.into(), key: key.into() }
}
