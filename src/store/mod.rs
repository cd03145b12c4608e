//! SQL, and only here. A write exists only on a [`Writer`] inside a transaction.

mod fault;
#[macro_use]
mod versioned;

pub mod brief;
pub mod candidate;
pub mod contact;
pub mod department;
pub mod district;
pub mod filing;
pub mod holiday;
pub mod library;
pub mod milestone;
pub mod origin;
pub mod original;
pub mod project;
pub mod rate;
pub mod reader;
pub mod report;
pub mod rule;
pub mod seed;
pub mod sender;
pub mod setting;
pub mod source;
pub mod verdict;
pub mod work;
pub mod writer;

pub use library::Library;
pub use reader::Reader;
pub use writer::{Stamp, Writer};
