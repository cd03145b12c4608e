//! The progress bar (进度): at a terminal only, for files that take a while.

use super::super::context::Context;
use crate::desk::import::InputFile;
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::io::IsTerminal;

/// Files of at least this many bytes show it.
const LONG: u64 = 4 * 1024 * 1024;

/// A bar on stderr, drawn only for a person.
pub struct Bar(ProgressBar);

impl Bar {
    pub fn new(context: &Context) -> Bar {
        let shown = !context.quiet && std::io::stderr().is_terminal();
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        Bar(ProgressBar::with_draw_target(None, target))
    }

    /// So many bytes of a file are done.
    pub fn advance(&self, file: &InputFile, bytes: u64) {
        let length = file.path.metadata().map_or(0, |data| data.len());
        if length >= LONG {
            self.0.set_length(length);
            self.0.set_position(bytes);
        }
    }

    /// Takes it away.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
