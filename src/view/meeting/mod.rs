//! The pages of meetings.

pub mod ready;
