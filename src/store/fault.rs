//! What SQLite says, as a refusal where the clerk can do something about it.

use crate::error::{Fault, Kind};
use rusqlite::ErrorCode;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly) => Kind::ReadOnly { path: String::new() }.into(),
            Some(ErrorCode::NotADatabase) => Kind::NotADatabase { path: String::new() }.into(),
            Some(ErrorCode::DiskFull) => Kind::DiskFull { path: String::new() }.into(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Kind::Busy { seconds: super::library::PATIENCE.as_secs() }.into()
            }
            Some(
                ErrorCode::DatabaseCorrupt
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied,
            ) => Kind::Unreadable { path: String::new(), detail: error.to_string() }.into(),
            _ => Fault::Internal(anyhow::Error::new(error)),
        }
    }
}

/// Fills in the path of the library where SQLite could not know it.
pub(super) fn name_path(fault: Fault, library: &str) -> Fault {
    let Fault::Refused(mut refusal) = fault else { return fault };
    if let Kind::ReadOnly { path }
    | Kind::NotADatabase { path }
    | Kind::DiskFull { path }
    | Kind::Unreadable { path, .. } = &mut refusal.kind
        && path.is_empty()
    {
        library.clone_into(path);
    }
    Fault::Refused(refusal)
}
