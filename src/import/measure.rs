//! Units of amounts (计量单位): a power of ten and a currency, each perhaps left unsaid.

use super::words::{self, Kind as Word, fold};
use crate::model::money::{Currency, Unit};
use std::collections::HashSet;
use std::sync::LazyLock;

/// What a text says of the unit: `万美元` says both parts, `万` only the power of ten.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// Power of ten over one unit of the currency.
    pub power: Option<u32>,
    pub currency: Option<&'static str>,
    /// A bare `元`, which means the renminbi unless another currency is named.
    pub generic: bool,
}

/// Characters a unit has at most; prose is not searched for one.
pub const LONGEST: usize = 40;
/// Largest power of ten that is taken for a unit (万亿).
const MOST: u32 = 12;

impl Measure {
    pub fn of(unit: Unit, currency: &str) -> Option<Measure> {
        let power = unit.scale() as u32 - 2;
        Some(Measure { power: Some(power), currency: Some(code(currency)?), generic: false })
    }

    /// Reads a text that is nothing but a unit: `万美元`, `亿元人民币`, `USD 10k`, `万`.
    pub fn parse(text: &str) -> Option<Measure> {
        if text.chars().nth(LONGEST).is_some() || !may_end(text) {
            return None;
        }
        let folded = fold(text);
        let mut rest = folded.as_ref();
        let mut measure = Measure::default();
        let mut counted = false;
        while !rest.is_empty() {
            let (kind, key, after) = next_word(rest)?;
            rest = after;
            if kind == Word::Scale {
                measure.power = Some(measure.power.unwrap_or(0) + key.parse::<u32>().ok()?);
                continue;
            }
            counted |= kind != Word::CurrencyName;
            if kind == Word::Generic {
                measure.generic = true;
            } else if measure.currency.is_some_and(|before| before != key) {
                return None;
            } else {
                measure.currency = Some(key);
            }
        }
        if measure.power.is_none() && counted {
            measure.power = Some(0);
        }
        let says_something = measure != Measure::default();
        (says_something && measure.power.unwrap_or(0) <= MOST).then_some(measure)
    }

    /// The currency, taking a bare `元` for the renminbi.
    pub fn currency_code(&self) -> Option<&'static str> {
        self.currency.or(self.generic.then_some("CNY"))
    }

    /// What is unsaid here is taken from `weaker`.
    pub fn over(&self, weaker: Option<&Measure>) -> Measure {
        Measure {
            power: self.power.or(weaker.and_then(|w| w.power)),
            currency: self.currency_code().or(weaker.and_then(Measure::currency_code)),
            generic: false,
        }
    }

    /// As a unit of the model, where it is one.
    pub fn unit(&self) -> Option<(Unit, Currency)> {
        let unit = match self.power? {
            0 => Unit::One,
            4 => Unit::TenThousand,
            8 => Unit::HundredMillion,
            _ => return None,
        };
        Some((unit, Currency::new(self.currency_code()?)?))
    }
}

/// The kinds of words a unit is made of.
const PARTS: [Word; 4] = [Word::Scale, Word::Currency, Word::CurrencyName, Word::Generic];

/// The last letters of those words.
static ENDS: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let words = PARTS.iter().flat_map(|kind| words::list(*kind));
    words.filter_map(|(word, _)| word.chars().next_back()).collect()
});

/// Whether a text may be a unit by its last letter: few texts in a table are.
fn may_end(text: &str) -> bool {
    let Some(last) = text.trim_end().chars().next_back() else { return false };
    fold(last.encode_utf8(&mut [0; 4])).chars().next_back().is_some_and(|it| ENDS.contains(&it))
}

/// The longest word of a unit that `text` begins with.
fn next_word(text: &str) -> Option<(Word, &'static str, &str)> {
    let found = PARTS.into_iter().filter_map(|kind| {
        let (key, rest) = words::strip_start(kind, text)?;
        Some((kind, key, rest))
    });
    found.min_by_key(|(_, _, rest)| rest.len())
}

/// The code as the data file holds it.
fn code(currency: &str) -> Option<&'static str> {
    let known = words::list(Word::Currency).iter().find(|(_, code)| *code == currency);
    known.map(|(_, code)| *code)
}

/// The unit a text names: `万美元`, `单位：亿美元`, `10k USD`, `100m`.
pub fn unit(text: &str) -> Option<(Unit, Currency)> {
    let folded = fold(text);
    let bare = match words::strip_start(Word::UnitLabel, &folded) {
        Some((_, rest)) => rest.trim_start_matches(':'),
        None => folded.as_ref(),
    };
    if let Some(unit) = Unit::from_key(bare) {
        return Currency::new(Currency::USD).map(|usd| (unit, usd));
    }
    Measure::parse(bare)?.unit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_in_both_languages() {
        let cases = [
            ("万美元", Some((Unit::TenThousand, "USD"))),
            ("单位：亿美元", Some((Unit::HundredMillion, "USD"))),
            ("金额单位: 万元", Some((Unit::TenThousand, "CNY"))),
            ("万元人民币", Some((Unit::TenThousand, "CNY"))),
            ("人民币万元", Some((Unit::TenThousand, "CNY"))),
            ("亿元港币", Some((Unit::HundredMillion, "HKD"))),
            ("亿日元", Some((Unit::HundredMillion, "JPY"))),
            ("USD 10k", Some((Unit::TenThousand, "USD"))),
            ("10k USD", Some((Unit::TenThousand, "USD"))),
            ("100m USD", Some((Unit::HundredMillion, "USD"))),
            ("USD", Some((Unit::One, "USD"))),
            ("10k", Some((Unit::TenThousand, "USD"))),
            ("1", Some((Unit::One, "USD"))),
            ("百万美元", None),
            ("万", None),
            ("人民币美元", None),
            ("吨", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let expected = expected.map(|(unit, code)| (unit, Currency(code.into())));
            assert_eq!(unit(text), expected, "{text}");
        }
    }
}
