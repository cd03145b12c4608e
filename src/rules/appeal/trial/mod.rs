//! The five tests (五项要求), one small file each.

pub mod basis;
pub mod empty;
pub mod handled;
pub mod target;
pub mod thin;

#[cfg(test)]
#[path = "trial_tests.rs"]
mod tests;
