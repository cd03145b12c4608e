//! Deeds: one file per use case. Facts come from the store, go through the rules, and are written
//! by the writer; an outcome comes back. Knows no words, no argv, no terminal.

pub mod add;
pub mod appeal;
pub mod calendar;
pub mod case;
pub mod category;
pub mod changes;
pub mod check;
pub mod clocks;
pub mod clue;
pub mod contact;
pub mod directory;
pub mod docket;
pub mod entry;
pub mod exit;
pub mod feedback;
pub mod history;
pub mod import;
pub mod init;
pub mod list;
pub mod log;
pub mod lookup;
pub mod meeting;
pub mod readmit;
pub mod reports;
pub mod resolve;
pub mod rules;
pub mod safety;
pub mod screen;
pub mod show;
pub mod split;
pub mod summary;
pub mod task;
pub mod template;
pub mod update;
pub mod wind;
