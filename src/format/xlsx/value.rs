//! One cell as a spreadsheet holds it: a number that can be added up, a day, or text.

use crate::format::cells;
use crate::format::workbook::date;
use crate::labels::Lang;
use crate::model::date::Dated;
use crate::model::money::{Unit, Usd};
use crate::view::page::Cell;
use rust_xlsxwriter::ExcelDateTime;

/// Digits that a spreadsheet keeps of a number.
const DIGITS: u32 = 15;
/// Characters a cell can hold.
const LONGEST: usize = 32_767;

pub enum Value {
    Blank,
    Number(f64, Look),
    Day(ExcelDateTime),
    Text(String),
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// Text, and whole numbers.
    Plain,
    /// Thousands separators and two decimals, more only where an amount has them.
    Money(Unit),
    /// One decimal.
    Tenths,
    /// A percentage with one decimal.
    Percent,
    /// A rate, as exact as it is.
    Exact,
    Day,
}

impl Look {
    /// The format in a spreadsheet's own codes.
    pub fn code(self) -> Option<String> {
        match self {
            Look::Plain => None,
            Look::Money(unit) => Some(format!("#,##0.00{}", "#".repeat(unit.scale() - 2))),
            Look::Tenths => Some("0.0".into()),
            Look::Percent => Some("0.0%".into()),
            Look::Exact => Some("General".into()),
            Look::Day => Some("yyyy-mm-dd".into()),
        }
    }
}

/// A cell, amounts in `unit`. What a spreadsheet's number could not hold exactly stays text.
pub fn value(cell: &Cell, unit: Unit, lang: Lang) -> Value {
    let exact = match cell {
        Cell::Blank => return Value::Blank,
        Cell::Count(count) => number(&count.to_string(), Look::Plain),
        Cell::Number(whole) => number(&whole.to_string(), Look::Plain),
        Cell::Money(amount) => money(*amount, unit),
        Cell::Mean(amount) => money(amount.rounded(unit), unit),
        Cell::Tenths(tenths) => number(&cells::decimal(*tenths), Look::Tenths),
        Cell::Average { sum, of } => {
            cells::average(*sum, *of).and_then(|mean| number(&mean, Look::Tenths))
        }
        Cell::MoneyShare { part, of } => cells::money_share(*part, *of)
            .and_then(|percent| number(&format!("{percent}e-2"), Look::Percent)),
        Cell::Rate(micro) => number(&cells::rate(*micro), Look::Exact),
        Cell::Day(day) | Cell::Dated(Dated::Day(day)) => date(*day).ok().map(Value::Day),
        _ => None,
    };
    exact.unwrap_or_else(|| text(&cells::text(cell, unit, lang)))
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Blank } else { Value::Text(text.chars().take(LONGEST).collect()) }
}

fn money(amount: Usd, unit: Unit) -> Option<Value> {
    number(&amount.exact(unit), Look::Money(unit))
}

/// A decimal as the nearest number, which shows the same digits; `None`: it has too many.
fn number(decimal: &str, look: Look) -> Option<Value> {
    let digits = decimal.bytes().filter(u8::is_ascii_digit).count();
    let number = decimal.parse().ok()?;
    (digits as u32 <= DIGITS).then_some(Value::Number(number, look))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_number_cannot_hold_stays_text() {
        let shown = |cell| match value(&cell, Unit::TenThousand, Lang::Zh) {
            Value::Number(number, look) => format!("{number} {}", look.code().unwrap_or_default()),
            Value::Text(text) => text,
            Value::Blank => String::new(),
            Value::Day(_) => "day".into(),
        };
        assert_eq!(shown(Cell::Money(Usd(12_000_500_000))), "12000.5 #,##0.00####");
        assert_eq!(shown(Cell::Money(Usd(-1_234_500))), "-1.2345 #,##0.00####");
        assert_eq!(shown(Cell::Money(Usd(1))), "0.000001 #,##0.00####");
        assert_eq!(shown(Cell::Money(Usd(i64::MAX))), "9,223,372,036,854.775807");
        assert_eq!(shown(Cell::Mean(Usd(13_441_968_912))), "13441.97 #,##0.00####");
        assert_eq!(shown(Cell::Count(u64::MAX)), u64::MAX.to_string());
        assert_eq!(shown(Cell::MoneyShare { part: Usd(1), of: Usd(3) }), "0.333 0.0%");
        assert_eq!(shown(Cell::MoneyShare { part: Usd(1), of: Usd(0) }), "");
        assert_eq!(shown(Cell::Average { sum: 1, of: 0 }), "");
        assert_eq!(shown(Cell::Share { n: 97, of: 193 }), "97/193 (50.3%)");
        assert_eq!(shown(Cell::Day("2020-03-12".parse().unwrap())), "day");
        assert_eq!(shown(Cell::Day("1899-03-12".parse().unwrap())), "1899-03-12");
        assert_eq!(shown(Cell::Text("\u{1b}=1+1\u{ffff}".into())), "=1+1");
        assert_eq!(shown(Cell::Text("长".repeat(40_000))).chars().count(), LONGEST);
    }
}
