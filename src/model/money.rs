//! Money: US dollars exact to the cent. A float never holds money.

use super::month::Month;
use std::borrow::Cow;
use std::fmt;

/// An amount in US dollars (美元), held in whole cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Usd(pub i64);

keyed! {
    /// The units amounts are written in.
    Unit {
        /// 万美元: the default
        TenThousand = "10k",
        /// 亿美元
        HundredMillion = "100m",
        /// 美元
        One = "1",
    }
}

impl Unit {
    /// Power of ten between a cent and this unit.
    pub const fn scale(self) -> usize {
        match self {
            Unit::One => 2,
            Unit::TenThousand => 6,
            Unit::HundredMillion => 10,
        }
    }
}

impl Amount {
    /// The amount in words that are read back as the same: `1200000.5 USD`.
    pub fn written(&self) -> String {
        format!("{} {}", Usd(self.hundredths).exact(Unit::One), self.currency.0)
    }
}

impl Usd {
    pub const ZERO: Usd = Usd(0);

    /// The exact decimal in `unit`, without needless zeros: 1,234,500 cents in 万美元 is `1.2345`.
    pub fn exact(self, unit: Unit) -> String {
        let ten = 10u64.pow(unit.scale() as u32);
        let magnitude = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (magnitude / ten, magnitude % ten);
        if rest == 0 {
            return format!("{sign}{whole}");
        }
        let digits = format!("{rest:0width$}", width = unit.scale());
        format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
    }

    /// For people: thousands separators, at least two decimals, more only where the amount has
    /// them, so that what is printed is what is held.
    pub fn grouped(self, unit: Unit) -> String {
        let exact = self.exact(unit);
        let (sign, digits) =
            exact.strip_prefix('-').map_or(("", exact.as_str()), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        format!("{sign}{grouped}.{fraction:0<2}")
    }

    /// Half-up to two decimals of `unit`, for derived figures such as a mean; what was reported is
    /// never rounded.
    #[must_use]
    pub const fn rounded(self, unit: Unit) -> Usd {
        let step = 10i64.pow(unit.scale() as u32 - 2);
        Usd((self.0 + step / 2).div_euclid(step) * step)
    }

    /// Sum; stops at the largest amount instead of wrapping (92 quadrillion dollars).
    #[must_use]
    pub const fn plus(self, other: Usd) -> Usd {
        Usd(self.0.saturating_add(other.0))
    }

    /// Difference; stops at the extremes like [`Usd::plus`].
    #[must_use]
    pub const fn minus(self, other: Usd) -> Usd {
        Usd(self.0.saturating_sub(other.0))
    }
}

impl serde::Serialize for Usd {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Usd {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <i64 as serde::Deserialize>::deserialize(from).map(Usd)
    }
}

/// A currency by its ISO 4217 code, e.g. `CNY`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Currency(pub Cow<'static, str>);

impl Currency {
    pub const USD: &'static str = "USD";

    /// A three-letter code in capitals.
    pub fn new(code: &str) -> Option<Self> {
        if code == Self::USD {
            return Some(Currency(Cow::Borrowed(Self::USD)));
        }
        (code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()))
            .then(|| Currency(Cow::Owned(code.to_owned())))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An amount as it was written: in a currency, exact to 1/100 of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    pub currency: Currency,
    /// Hundredths of the currency's unit.
    pub hundredths: i64,
}

/// US dollars per unit of a currency in a month, times 10⁶
/// (外汇局《各种货币对美元折算率表》).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    pub currency: Currency,
    pub month: Month,
    pub micro: i64,
    pub source: String,
}

impl Rate {
    /// Converts half-up to the cent; `None` on overflow.
    pub fn convert(&self, hundredths: i64) -> Option<Usd> {
        let product = i128::from(hundredths) * i128::from(self.micro);
        let half = if product < 0 { -500_000 } else { 500_000 };
        i64::try_from((product + half) / 1_000_000).ok().map(Usd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_print_exactly_in_every_unit() {
        let cases = [
            (12_000_000_000, Unit::HundredMillion, "1.2", "1.20"),
            (12_000_000_000, Unit::TenThousand, "12000", "12,000.00"),
            (1, Unit::TenThousand, "0.000001", "0.000001"),
            (-123_456_789, Unit::One, "-1234567.89", "-1,234,567.89"),
            (0, Unit::One, "0", "0.00"),
        ];
        for (cents, unit, exact, grouped) in cases {
            assert_eq!(Usd(cents).exact(unit), exact);
            assert_eq!(Usd(cents).grouped(unit), grouped);
        }
        assert_eq!(Usd(13_441_968_912).rounded(Unit::TenThousand), Usd(13_441_970_000));
    }

    #[test]
    fn a_rate_converts_half_up_to_the_cent() {
        let rate = Rate {
            currency: Currency("CNY".into()),
            month: Month::new(2020, 2).unwrap(),
            micro: 142_750,
            source: String::new(),
        };
        assert_eq!(rate.convert(1_000_000), Some(Usd(142_750)));
        assert_eq!(rate.convert(2), Some(Usd(0)));
        assert_eq!(rate.convert(4), Some(Usd(1)));
        assert_eq!(rate.convert(-4), Some(Usd(-1)));
        let dear = Rate { micro: 3_000_000, ..rate };
        assert_eq!(dear.convert(i64::MAX), None);
    }
}
