//! What every page of a meeting ought to say, worked out from the world alone.

pub mod agenda;
pub mod appeals;
pub mod changes;
pub mod diff;
pub mod matters;
pub mod outcome;
pub mod projects;
pub mod ready;
pub mod reports;
pub mod review;
pub mod sentences;
pub mod tasks;
