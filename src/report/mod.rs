//! Figures: narrow rows in, the numbers of every summary out. Pure; knows no clock, no database,
//! no words.

pub mod agenda;
pub mod answers;
pub mod appeal_changes;
pub mod appeals;
pub mod board;
pub mod breakdown;
pub mod carry;
pub mod changes;
pub mod circular;
pub mod overview;
pub mod readiness;
pub mod tally;
pub mod task;
pub mod task_changes;
#[cfg(test)]
mod tests_support;
