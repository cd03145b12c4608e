//! Rows are read on a thread of their own while those before them are judged.

use super::{Intake, Row};
use crate::error::{Fault, Result};
use anyhow::anyhow;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, scope};

/// Rows handed over together, and how often that may be ahead of the judging.
const TOGETHER: usize = 256;
const AHEAD: usize = 4;

impl Intake {
    /// Hands the rows to `take` while the next ones are read.
    ///
    /// # Errors
    /// What `take` refuses, and a system that has no thread left.
    pub fn read_ahead<T>(
        self,
        take: impl FnOnce(&mut dyn Iterator<Item = Result<Row>>) -> Result<T>,
    ) -> Result<T> {
        scope(|scope| {
            let (sender, receiver) = sync_channel(AHEAD);
            let reading = Builder::new().spawn_scoped(scope, || hand_over(self, sender));
            reading
                .map_err(|error| Fault::Internal(anyhow!(error).context("no thread to read")))?;
            take(&mut receiver.into_iter().flatten())
        })
    }
}

/// Sends the rows until there are no more, or nobody takes them.
fn hand_over(mut rows: Intake, sender: SyncSender<Vec<Result<Row>>>) {
    loop {
        let batch: Vec<Result<Row>> = rows.by_ref().take(TOGETHER).collect();
        if batch.is_empty() || sender.send(batch).is_err() {
            return;
        }
    }
}
