//! The nouns of the mechanism as plain data. Knows no other room.

#[macro_use]
pub(crate) mod keyed;

pub mod activity;
pub mod appeal;
pub mod appeal_note;
pub mod application;
pub mod blank;
pub mod board;
pub mod bond;
pub mod brief;
pub mod calendar;
pub mod check;
pub mod circular;
pub mod clock;
pub mod clue;
pub mod command;
pub mod date;
pub mod digest;
pub mod disclosure;
pub mod dispatch;
pub mod docket;
pub mod dossier;
pub mod entry;
pub mod exit;
pub mod feedback;
pub mod field;
pub mod filing;
pub mod finding;
pub mod form;
pub mod issue;
pub mod ledger;
pub mod log;
pub mod look;
pub mod meeting;
pub mod meeting_note;
pub mod money;
pub mod month;
pub mod name;
pub mod note;
pub mod noun;
pub mod origin;
pub mod outcome;
pub mod pack;
pub mod pack_note;
pub mod party;
pub mod plan;
pub mod project;
pub mod readiness;
pub mod receipt;
pub mod setting;
pub mod stage;
pub mod task;
pub mod task_note;
pub mod term;
pub mod text;
pub mod usage;
pub mod value;
pub mod word;
pub mod work;

/// A calendar day (日).
pub type Day = chrono::NaiveDate;
