//! The pages of `meeting`.

pub mod agenda;
pub mod list;
