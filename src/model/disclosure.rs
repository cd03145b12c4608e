//! What a paper for others leaves out.

use serde::{Deserialize, Serialize};

/// A sentence about what is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisclosureNote {
    /// Projects marked 内部掌握, in the figures neither.
    Withheld { projects: u64 },
    /// Who invests.
    Redacted,
}
