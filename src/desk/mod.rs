//! Deeds: one file per use case. Facts come from the store, go through the rules, and are written
//! by the writer; an outcome comes back. Knows no words, no argv, no terminal.

pub mod add;
pub mod case;
pub mod directory;
pub mod entry;
pub mod import;
pub mod init;
pub mod list;
pub mod lookup;
pub mod reports;
pub mod resolve;
pub mod rules;
pub mod show;
pub mod summary;
pub mod update;
