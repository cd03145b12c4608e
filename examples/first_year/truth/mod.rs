//! What every page of a meeting ought to say, worked out from the world alone.

pub mod appeals;
pub mod changes;
pub mod projects;
