//! A date as districts give it: a day, or only a month.

use super::Day;
use super::month::Month;
use std::fmt;

/// A date with the precision it was given in; `2020年3月` is not the first of March.
/// Written `2020-03-09` or `2020-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dated {
    Day(Day),
    Month(Month),
}

impl Dated {
    /// The earliest day it can mean.
    pub fn earliest(self) -> Day {
        match self {
            Dated::Day(day) => day,
            Dated::Month(month) => month.first_day(),
        }
    }

    /// Reads what [`fmt::Display`] writes.
    pub fn from_iso(text: &str) -> Option<Self> {
        if text.len() == 10 {
            text.parse().ok().map(Dated::Day)
        } else {
            text.parse().ok().map(Dated::Month)
        }
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Dated::Day(day) => write!(f, "{day}"),
            Dated::Month(month) => write!(f, "{month}"),
        }
    }
}

impl serde::Serialize for Dated {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Dated {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(from)?;
        Dated::from_iso(&text).ok_or_else(|| serde::de::Error::custom(text))
    }
}
