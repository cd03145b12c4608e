//! What SQLite says, as a refusal where the clerk can do something about it.

use crate::error::{Fault, Kind};
use rusqlite::ErrorCode;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly) => Kind::ReadOnly { path: String::new() },
            Some(ErrorCode::NotADatabase) => Kind::NotADatabase { path: String::new() },
            Some(ErrorCode::DiskFull) => Kind::DiskFull { path: String::new() },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Kind::Busy { seconds: super::library::PATIENCE.as_secs() }
            }
            Some(
                ErrorCode::DatabaseCorrupt
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied,
            ) => Kind::Unreadable { path: String::new(), detail: error.to_string() },
            _ => return Fault::Internal(anyhow::Error::new(error)),
        };
        Fault::Library(Box::new(kind))
    }
}

/// What the library failed with, as a refusal of the whole command that names it.
pub(super) fn name_path(fault: Fault, library: &str) -> Fault {
    let Fault::Library(mut kind) = fault else { return fault };
    if let Kind::ReadOnly { path }
    | Kind::NotADatabase { path }
    | Kind::DiskFull { path }
    | Kind::Unreadable { path, .. } = kind.as_mut()
    {
        library.clone_into(path);
    }
    Fault::from(*kind)
}
