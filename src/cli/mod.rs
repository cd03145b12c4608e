//! argv.

mod answer;
pub mod language;
#[cfg(test)]
#[path = "sample_tests.rs"]
mod sample;
mod untranslated;
pub mod usage;
