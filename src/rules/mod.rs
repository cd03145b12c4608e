//! The standards as pure functions: facts in, findings with evidence out. Knows no clock, no
//! database, no words.

pub mod book;
pub mod deadline;
pub mod entry;
pub mod likeness;
