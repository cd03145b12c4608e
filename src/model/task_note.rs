//! Sentences about decisions and instructions as data; the words are in `labels`.

use super::Day;
use super::task::TaskField;

/// A sentence about a decision or an instruction.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskNote {
    /// What done and on time are of, and when a task falls due.
    Meaning,
    Logged {
        code: String,
        meeting: Option<String>,
        day: Day,
    },
    Amended {
        code: String,
        /// What is said otherwise than before.
        fields: Vec<TaskField>,
    },
    /// The same is on record already.
    Unchanged {
        code: String,
    },
    /// The meeting was closed before, so its 会后版 does not hold the decision.
    AfterClose {
        code: String,
        meeting: String,
    },
    /// The meeting has another decision about the same, recorded before.
    Another {
        code: String,
        earlier: Vec<String>,
    },
    Progressed {
        code: String,
        day: Day,
    },
    /// `due`: the due day it missed.
    Done {
        code: String,
        day: Day,
        due: Option<Day>,
    },
    /// Whom a sheet of tasks is for: the name in (中文, English).
    SheetTo {
        unit: (String, String),
    },
}
