//! `pack --issued`, `--list`: what was handed out, byte for byte.

use super::File;
use crate::desk::meeting::open;
use crate::error::{PackRefusal, Result};
use crate::model::digest::digest;
use crate::model::issue::Issue;
use crate::model::meeting::Meeting;
use crate::store::Reader;

/// The sets handed out of a meeting.
///
/// # Errors
/// An unknown meeting.
pub fn list(reader: &Reader<'_>, code: &str) -> Result<(Meeting, Vec<Issue>)> {
    let meeting = open(reader, code)?;
    let issues = reader.issues(&meeting.code)?;
    Ok((meeting, issues))
}

/// A set with its files, the last unless one is asked for; each is held against its hash.
///
/// # Errors
/// [`PackRefusal::NotIssued`], [`PackRefusal::UnknownIssue`], [`PackRefusal::Altered`].
pub fn again(
    reader: &Reader<'_>,
    code: &str,
    number: Option<u64>,
) -> Result<(String, Issue, Vec<File>)> {
    let (meeting, issues) = list(reader, code)?;
    let code = meeting.code;
    let known = issues.len() as u64;
    let wanted = |issue: &Issue| number.is_none_or(|number| issue.number == number);
    let Some(issue) = issues.into_iter().rfind(wanted) else {
        return Err(match known {
            0 => PackRefusal::NotIssued { code },
            _ => PackRefusal::UnknownIssue { code, known },
        }
        .into());
    };
    let mut files = Vec::with_capacity(issue.files.len());
    for file in &issue.files {
        let content = reader.issued(&code, issue.number, &file.file)?.unwrap_or_default();
        if digest(&content) != file.sha256 {
            let file = file.file.clone();
            return Err(PackRefusal::Altered { code, file }.into());
        }
        files.push((file.file.clone(), content));
    }
    Ok((code, issue, files))
}
