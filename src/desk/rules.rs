//! `rules show`: the standards with their effective dates and clauses.

use crate::error::Result;
use crate::model::finding::RuleVersion;
use crate::store::Reader;

/// Every version of every standard.
///
/// # Errors
/// Only what the store reports.
pub fn show(reader: &Reader<'_>) -> Result<Vec<RuleVersion>> {
    reader.rules()
}
