//! The order of system calls that a power failure asks for. Killing a program cannot show that an
//! fsync is missing, as the system keeps what was written; the order of the calls does.
//!
//! What must hold of an undisturbed run: no page of the library is written while the journal holds
//! anything that was not synced; the journal is taken away, which is the commit, only when every page
//! is synced; a file gets its name only when its content is synced.

use crate::strace::Call;
use std::collections::BTreeSet;

/// What is against the order.
pub fn broken(calls: &[Call]) -> Vec<String> {
    let mut unsynced: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for call in calls {
        let path = call.path.as_str();
        match call.name.as_str() {
            "fsync" | "fdatasync" => {
                unsynced.remove(path);
            }
            "write" | "writev" | "pwrite64" | "pwritev" | "ftruncate" if is_kept(path) => {
                let journal = format!("{path}-journal");
                if unsynced.contains(journal.as_str()) {
                    found.push(format!("{path} is written before {journal} is synced"));
                }
                unsynced.insert(path);
            }
            "unlink" | "unlinkat" => match path.strip_suffix("-journal") {
                Some(library) if unsynced.contains(library) => {
                    found.push(format!("{path} is taken away before {library} is synced"));
                }
                _ => {
                    unsynced.remove(path);
                }
            },
            "rename" | "renameat" | "renameat2" | "link" | "linkat" if unsynced.contains(path) => {
                found.push(format!("{path} is renamed before it is synced"));
            }
            _ => {}
        }
    }
    found.extend(
        unsynced
            .iter()
            .filter(|path| !path.ends_with("-journal"))
            .map(|path| format!("{path} is not synced at the end")),
    );
    found.sort();
    found.dedup();
    found
}

/// Not a terminal, a pipe, a device, or a file that goes when it is closed.
fn is_kept(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("/dev/") && !path.contains("/#")
}
