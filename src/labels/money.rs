//! Units of amounts, and amounts inside sentences.

use super::text::{Pair, Words};
use crate::model::money::{Unit, Usd};

/// Cents in a million dollars, the unit of English prose.
const MILLION: u64 = 100_000_000;

pub fn unit(unit: Unit) -> Words {
    match unit {
        Unit::TenThousand => ("万美元", "USD 10k"),
        Unit::HundredMillion => ("亿美元", "USD 100m"),
        Unit::One => ("美元", "USD"),
    }
}

/// An amount in a given unit: `5,000.00万美元`, `5,000.00 × USD 10k`.
pub fn in_unit(amount: Usd, of: Unit) -> Pair {
    let (figure, (zh, en)) = (amount.grouped(of), unit(of));
    let english = match of {
        Unit::One => format!("{en} {figure}"),
        Unit::TenThousand | Unit::HundredMillion => format!("{figure} × {en}"),
    };
    (format!("{figure}{zh}"), english)
}

/// An amount inside a sentence: `5,000.00万美元`, `USD 50 million`; always exact.
pub fn in_prose(amount: Usd) -> Pair {
    (in_unit(amount, Unit::TenThousand).0, english(amount))
}

/// The amount of a standard: `1亿美元`, `5000万美元`, `USD 100 million`.
pub fn of_standard(amount: Usd) -> Pair {
    let large = |of: Unit| amount.0.unsigned_abs() >= 10u64.pow(of.scale() as u32);
    let of = [Unit::HundredMillion, Unit::TenThousand]
        .into_iter()
        .find(|of| large(*of))
        .unwrap_or(Unit::One);
    (format!("{}{}", amount.exact(of), unit(of).0), english(amount))
}

fn english(amount: Usd) -> String {
    let magnitude = amount.0.unsigned_abs();
    if magnitude < MILLION {
        return format!("USD {}", amount.grouped(Unit::One));
    }
    let sign = if amount.0 < 0 { "-" } else { "" };
    let (whole, rest) = (magnitude / MILLION, magnitude % MILLION);
    let figure = format!("{whole}.{rest:08}");
    format!("USD {sign}{} million", figure.trim_end_matches('0').trim_end_matches('.'))
}
