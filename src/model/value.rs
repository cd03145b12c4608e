//! What a cell or an option says, before the library has judged it.

use super::date::Dated;
use super::entry::Basis;
use super::money::Amount;
use super::month::Month;
use super::stage::Stage;

/// A value as it was read: amounts still in their currency, nothing looked up but districts and
/// origins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Amount(Amount),
    Date(Dated),
    Month(Month),
    Stage(Stage),
    Basis(Vec<Basis>),
    Flag(bool),
    /// Id of the district.
    District(i64),
    /// Key of the origin (`HK`).
    Origin(String),
    Code(String),
}
