//! Ink: figures become a page. Knows no database, no language, no stdout.

pub mod page;
