//! Ink: figures and outcomes become a page. Knows no database, no language, no stdout.

pub mod activity;
pub mod appeal;
mod bonds;
pub mod calendar;
pub mod changes;
pub mod circular;
pub mod decision;
pub mod directory;
pub mod docket;
pub mod feedback;
pub mod form;
pub mod import;
pub mod letter;
pub mod list;
pub mod meeting;
pub mod memory;
pub mod names;
pub mod official;
pub mod page;
pub mod plan;
pub mod redact;
pub mod reports;
pub mod rules;
pub mod screen;
pub mod show;
pub mod summary;
pub mod task;
