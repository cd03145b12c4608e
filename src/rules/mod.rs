//! The standards as pure functions: facts in, findings with evidence out. Knows no clock, no
//! database, no words.
//!
//! | standards | judged by |
//! |---|---|
//! | `entry.*` | [`entry`] |
//! | `duplicate.*` | [`likeness`] finds the neighbours, [`entry`] judges them |
//! | `report.due` | [`deadline`] |
//! | `stage.*` | [`stage`] |
//! | `change.*` | [`change`] |
//! | `progress.*`, `reported.*` | [`clock`] |
//! | `exit.*` | [`exit`] |
//! | `appeal.*`, `dispatch.*`, `remind.*` | [`appeal`] |
//! | `plan.*` | nothing: [`plan`] counts the days of a month by them |

pub mod appeal;
pub mod book;
pub mod change;
pub mod clock;
pub mod deadline;
pub mod entry;
pub mod exit;
pub mod likeness;
pub mod plan;
pub mod stage;

use crate::model::finding::{Finding, RuleVersion, Seen, Verdict};

/// What a standard that is in use passes or fails; one that is off only remarks.
fn weigh(version: &RuleVersion, holds: bool, seen: Seen) -> Finding {
    let verdict = match (version.is_off(), holds) {
        (true, _) => Verdict::Remark,
        (false, true) => Verdict::Pass,
        (false, false) => Verdict::Fail,
    };
    Finding { verdict, seen, rule: version.clone() }
}
