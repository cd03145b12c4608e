//! The pages of `meeting`.

pub mod list;
