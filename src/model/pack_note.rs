//! What is said of papers handed out.

use super::Day;
use super::setting::SettingName;

/// A sentence about papers handed out for a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackNote {
    /// From which 会前版 they were drawn.
    DrawnFrom { code: String, number: u64, day: Day },
    /// A set was handed out and kept.
    HandedOut { code: String, number: u64, files: u64 },
    /// The very same set was handed out before; nothing was recorded.
    Same { code: String, number: u64, day: Day },
    /// What the office has not said of itself is left to be written in.
    Unsaid { what: Vec<SettingName> },
    /// The papers name confidential projects, by code.
    Confidential { codes: Vec<String> },
    /// A set was taken again as it was.
    Again { code: String, number: u64, day: Day, files: u64 },
}
