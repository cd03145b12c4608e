//! `summary changes`

use super::SummaryArgs;
use crate::cli::context::{Context, day, month as read_month};
use crate::cli::flags::choose;
use crate::desk::changes::{Span, compare};
use crate::desk::directory::directory;
use crate::desk::meeting::{Baseline, baseline, last_before, open};
use crate::error::{Kind, MeetingRefusal, Result};
use crate::model::meeting::MeetingKind;
use crate::model::meeting_note::MeetingNote;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::store::Reader;
use crate::view;

/// Since when changes are told.
enum Since {
    Day(Span),
    LastMeeting,
    /// By its code.
    Meeting(String),
}

impl Since {
    fn read(context: &Context, args: &SummaryArgs, month: Option<Month>) -> Result<Since> {
        let Some(given) = &args.since else {
            let to = month.unwrap_or(context.scope(None).reporting);
            let from = args.from.as_deref().map(read_month).transpose()?;
            let from = from.unwrap_or(to.previous());
            if from >= to {
                return Err(Kind::MonthsBackwards { from, to }.into());
            }
            return Ok(Since::Day(Span::Months { from, to }));
        };
        let code = given.trim().to_uppercase();
        let meeting = MeetingKind::ALL.iter().any(|kind| code.starts_with(kind.letters()));
        Ok(if choose(&[Term::LastMeeting], given).is_some() {
            Since::LastMeeting
        } else if meeting {
            Since::Meeting(code)
        } else {
            Since::Day(Span::SinceDay(day(given)?))
        })
    }

    /// The span, and the meeting it begins at.
    fn span(self, reader: &Reader<'_>) -> Result<(Span, Option<Baseline>)> {
        let last = match self {
            Since::Day(span) => return Ok((span, None)),
            Since::LastMeeting => {
                last_before(reader, None, None)?.ok_or(MeetingRefusal::NoneFrozen { kind: None })?
            }
            Since::Meeting(code) => baseline(reader, open(reader, &code)?)?,
        };
        Ok((Span::SinceOperation { operation: last.op, day: last.day }, Some(last)))
    }
}

pub fn run(context: &Context, args: &SummaryArgs, month: Option<Month>) -> Result<u8> {
    let since = Since::read(context, args, month)?;
    let ((compared, last), directory, scope) = context.read(None, |reader| {
        let filter = args.filter.read(context, &directory(reader)?)?;
        let (span, last) = since.span(reader)?;
        Ok((compare(reader, &filter, span)?, last))
    })?;
    let mut page = view::changes::changes(&context.frame(scope, &directory), &compared);
    if let Some(last) = last {
        let (code, day) = (Some(last.meeting.code), Some(last.day));
        page.heading.insert(1, MeetingNote::SinceLast { code, day }.into());
    }
    let typed = args.filter.typed();
    if !typed.is_empty() {
        page.heading.push(Note::Filtered(typed));
    }
    context.print(&page)?;
    Ok(0)
}
