//! SQL, and only here. A write exists only on a [`Writer`] inside a transaction.

mod fault;
#[macro_use]
mod versioned;
#[macro_use]
pub mod project;

pub mod activity;
pub mod appeal;
pub mod backup;
pub mod bond;
pub mod brief;
pub mod candidate;
pub mod category;
pub mod check;
pub mod clue;
pub mod contact;
mod course;
pub mod department;
pub mod difference;
pub mod district;
pub mod docket;
pub mod edition;
pub mod event;
pub mod feedback;
pub mod filing;
pub mod glance;
pub mod history;
pub mod holiday;
pub mod idle;
pub mod issue;
pub mod letter;
pub mod library;
pub mod meeting;
pub mod milestone;
pub mod operation;
pub mod origin;
pub mod original;
pub mod rate;
pub mod reader;
mod reference;
pub mod report;
pub mod rule;
mod seal;
pub mod seed;
pub mod sender;
pub mod setting;
pub mod source;
mod tally;
pub mod task;
mod upgrade;
pub mod verdict;
pub mod wind;
pub mod work;
pub mod writer;

pub use library::Library;
pub use reader::Reader;
pub use writer::{Stamp, Writer};
