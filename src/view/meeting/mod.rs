//! The pages of `meeting`.

pub mod agenda;
pub mod diff;
pub mod document;
pub mod list;
pub mod outcome;
pub mod paper;
pub mod ready;
mod review;
