//! `appeal reply`, `extend`, `return`: what departments do. It is recorded as it was; what broke a
//! limit shows it.

use super::{Opened, open, short, write};
use crate::desk::lookup;
use crate::desk::resolve::not_in_the_future;
use crate::error::{AppealRefusal, Result};
use crate::model::Day;
use crate::model::appeal::{Action, AppealState, Deed};
use crate::model::appeal_note::AppealNote;
use crate::model::calendar::Calendar;
use crate::model::dispatch::{Dispatch, DispatchState, ReplyKind};
use crate::model::finding::{Finding, Seen, Verdict};
use crate::model::party::Department;
use crate::rules::appeal::due::{timely, timely_return};
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Reader, Stamp, Writer};
use anyhow::Context;

/// What a department did with an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    Reply(ReplyKind),
    /// 延期, until the day.
    Extension(Day),
    /// 退单, to another department by any of its names, or to the bureau.
    Return(Option<String>),
}

/// What came back from a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub appeal: String,
    /// Any name of the department; where only one has the appeal it need not be said.
    pub department: Option<String>,
    pub response: Response,
    pub person: Option<String>,
    /// Opinion or reason.
    pub note: Option<String>,
    pub on: Day,
}

/// What answers are recorded with.
pub struct Mail {
    pub departments: Vec<Department>,
    book: RuleBook,
    calendar: Calendar,
}

impl Mail {
    /// # Errors
    /// Only what the store reports.
    pub fn open(reader: &Reader<'_>) -> Result<Mail> {
        Ok(Mail {
            departments: reader.departments()?,
            book: RuleBook::new(reader.rules()?),
            calendar: reader.calendar()?,
        })
    }
}

/// Records what one department did.
///
/// # Errors
/// [`AppealRefusal::Step`] where nobody was sent it, [`AppealRefusal::NotAsked`],
/// [`AppealRefusal::BeforeLetter`].
pub fn answer(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    answer: &Answer,
) -> Result<Vec<AppealNote>> {
    not_in_the_future(answer.on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let mail = Mail::open(writer)?;
        let notes = record(writer, &mail, answer, Origin::default())?;
        Ok(Outcome::Keep(notes.unwrap_or_default()))
    })
}

/// Records what one department did, once: `None` where the same is on record.
///
/// # Errors
/// As [`answer`].
pub fn record(
    writer: &mut Writer<'_>,
    mail: &Mail,
    answer: &Answer,
    from: Origin,
) -> Result<Option<Vec<AppealNote>>> {
    let opened = open(writer, &answer.appeal)?;
    let department = department(mail, &opened, answer.department.as_deref())?;
    if is_known(&opened, department, answer) {
        return Ok(None);
    }
    opened.must_allow(match answer.response {
        Response::Reply(_) => Action::Reply,
        Response::Extension(_) => Action::Extend,
        Response::Return(_) => Action::Return,
    })?;
    let dispatch = part(mail, &opened, department, answer)?.clone();
    let code = opened.appeal.code.clone();
    let name = short(&mail.departments, department);
    let over = over(&opened, &dispatch, answer)?;
    let (deed, state, finding, mut notes) = match &answer.response {
        Response::Reply(kind) => {
            let finding =
                (*kind == ReplyKind::Final).then(|| late(&opened, &dispatch, answer.on)).flatten();
            let note =
                AppealNote::Replied { code: code.clone(), department: name.clone(), kind: *kind };
            (Deed::Replied { dispatch: dispatch.id, kind: *kind }, None, finding, vec![note])
        }
        Response::Extension(until) => {
            let late = over.clone().or_else(|| late(&opened, &dispatch, answer.on));
            // One that was asked for in time and ends before is a slip; a late one is what it is.
            if *until <= answer.on && late.is_none() {
                let (until, day) = (*until, answer.on);
                return Err(AppealRefusal::ExtensionBackwards { until, day }.into());
            }
            let note = AppealNote::Extended {
                code: code.clone(),
                department: name.clone(),
                until: *until,
            };
            let deed = Deed::Extended { dispatch: dispatch.id, until: *until };
            (deed, None, late, vec![note])
        }
        Response::Return(to) => {
            let to = to.as_ref().map(|given| lookup::department(&mail.departments, given));
            let to = to.transpose()?;
            let left = opened.life.last_to_return(dispatch.id);
            let state = left.then_some(AppealState::Ready);
            if let Some(state) = state {
                opened.must_follow(state, answer.on)?;
            }
            let mut notes = vec![AppealNote::Returned {
                code: code.clone(),
                department: name.clone(),
                to: to.as_ref().map(|to| to.short.clone()),
            }];
            notes.extend(left.then(|| AppealNote::BackAtBureau { code: code.clone() }));
            let sent = opened.life.parts.get(&dispatch.id).map(|part| part.sent);
            let finding = sent.and_then(|sent| {
                timely_return(&mail.book, &mail.calendar, sent, answer.on)
                    .filter(|finding| finding.verdict == Verdict::Fail)
            });
            let deed = Deed::Returned { dispatch: dispatch.id, to: to.map(|to| to.id) };
            (deed, state, finding, notes)
        }
    };
    if matches!(answer.response, Response::Reply(_)) && answer.note.is_none() {
        notes.push(AppealNote::Wordless { code: code.clone(), department: name.clone() });
    }
    let finding = over.or(finding);
    if let Some(finding) = finding.clone() {
        notes.push(AppealNote::Late { code, department: name, finding });
    }
    let mut event = opened.event(answer.on, deed, state);
    event.person.clone_from(&answer.person);
    event.note.clone_from(&answer.note);
    event.finding = finding;
    writer.add_event(&event, from)?;
    Ok(Some(notes))
}

/// The department that is meant: the one named, or the only one that has the appeal.
fn department(mail: &Mail, opened: &Opened, given: Option<&str>) -> Result<i64> {
    if let Some(given) = given {
        return Ok(lookup::department(&mail.departments, given)?.id);
    }
    let parts = opened.dispatches.iter().filter(|one| opened.life.parts.contains_key(&one.id));
    let mut asked: Vec<i64> = parts.map(|dispatch| dispatch.department).collect();
    asked.sort_unstable();
    asked.dedup();
    match asked.as_slice() {
        [only] => Ok(*only),
        [] => {
            opened.must_allow(Action::Reply)?;
            Err(which(mail, opened, &asked).into())
        }
        _ => Err(which(mail, opened, &asked).into()),
    }
}

fn which(mail: &Mail, opened: &Opened, asked: &[i64]) -> AppealRefusal {
    AppealRefusal::WhichDepartment {
        code: opened.appeal.code.clone(),
        asked: asked.iter().map(|id| short(&mail.departments, *id)).collect(),
    }
}

/// The dispatch an answer belongs to.
fn part<'a>(
    mail: &Mail,
    opened: &'a Opened,
    department: i64,
    answer: &Answer,
) -> Result<&'a Dispatch> {
    let code = opened.appeal.code.clone();
    let Some(dispatch) = opened.part_of(department) else {
        let sent = opened.dispatches.iter().filter(|one| opened.life.parts.contains_key(&one.id));
        return Err(AppealRefusal::NotAsked {
            code,
            department: short(&mail.departments, department),
            asked: sent.map(|one| short(&mail.departments, one.department)).collect(),
        }
        .into());
    };
    let Some(part) = opened.life.parts.get(&dispatch.id) else {
        return Err(anyhow::anyhow!("a dispatch that went out").into());
    };
    if answer.on < part.sent {
        return Err(AppealRefusal::BeforeLetter { code, day: answer.on, sent: part.sent }.into());
    }
    Ok(dispatch)
}

/// What came although the part of the department was over: it is never refused, and changes nothing.
fn over(opened: &Opened, dispatch: &Dispatch, answer: &Answer) -> Result<Option<Finding>> {
    let Some(part) = opened.life.parts.get(&dispatch.id) else { return Ok(None) };
    let over = match answer.response {
        Response::Reply(_) => part.state == DispatchState::Returned,
        Response::Extension(_) | Response::Return(_) => part.state != DispatchState::Open,
    };
    if !over {
        return Ok(None);
    }
    let rule = dispatch.due.as_ref().and_then(|due| due.rule.clone());
    let rule = rule.context("the standard of a due day")?;
    let seen = Seen::Over { state: part.state, on: answer.on };
    Ok(Some(Finding { verdict: Verdict::Fail, seen, rule }))
}

/// Whether an answer came after the due day in force: as notified, or as extended in time.
fn late(opened: &Opened, dispatch: &Dispatch, on: Day) -> Option<Finding> {
    let due = dispatch.due.as_ref()?;
    let extended = opened.life.parts.get(&dispatch.id).and_then(|part| part.extended);
    let day = extended.unwrap_or(due.day);
    let finding = timely(due.rule.as_ref()?, day, on);
    (finding.verdict == Verdict::Fail).then_some(finding)
}

/// Whether the same was recorded before: the same department, deed, day and words.
fn is_known(opened: &Opened, department: i64, answer: &Answer) -> bool {
    opened.events.iter().any(|event| {
        let of = |id: i64| {
            opened.dispatches.iter().any(|one| one.id == id && one.department == department)
        };
        let same = match (&answer.response, event.deed) {
            (Response::Reply(kind), Deed::Replied { dispatch, kind: known }) => {
                *kind == known && of(dispatch)
            }
            (Response::Extension(until), Deed::Extended { dispatch, until: known }) => {
                *until == known && of(dispatch)
            }
            (Response::Return(_), Deed::Returned { dispatch, .. }) => of(dispatch),
            _ => false,
        };
        same && event.day == answer.on && event.note == answer.note && event.person == answer.person
    })
}
