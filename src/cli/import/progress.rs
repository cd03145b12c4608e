//! The progress bar (进度): at a terminal only, for files that take a while.

use super::super::context::Context;
use crate::desk::import::InputFile;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// Files of at least this many bytes show it; workbooks are packed about ten times.
const LONG: u64 = 4 * 1024 * 1024;
const LONG_PACKED: u64 = 400 * 1024;
/// How far a file is counted, from 0.
const DONE: u64 = 1000;

/// A bar on stderr, drawn only for a person.
pub struct Bar(ProgressBar);

impl Bar {
    pub fn new(context: &Context) -> Bar {
        let shown = !context.quiet && std::io::stderr().is_terminal();
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(DONE), target);
        // Block characters have no certain width where Chinese is written.
        if let Ok(style) = ProgressStyle::with_template("{msg} [{wide_bar}] {percent:>3}%") {
            bar.set_style(style.progress_chars("=> "));
        }
        Bar(bar)
    }

    /// So many thousandths of a file are done.
    pub fn advance(&self, file: &InputFile, done: u64) {
        let packed = file.path.extension().is_some_and(|ending| {
            let ending = ending.to_string_lossy().to_lowercase();
            matches!(ending.as_str(), "xlsx" | "xls" | "et")
        });
        let long = if packed { LONG_PACKED } else { LONG };
        if file.path.metadata().is_ok_and(|data| data.len() >= long) {
            self.0.set_message(file.name.clone());
            self.0.set_position(done);
            if done == 0 {
                self.0.tick();
            }
        }
    }

    /// Takes it away.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
