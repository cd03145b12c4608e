//! The pages of `meeting`.

pub mod list;
pub mod ready;
