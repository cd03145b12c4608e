//! The courses of appeals, folded in one pass over what happened: a query per appeal would look
//! through the events as often as there are appeals.

use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{AppealOutcome, AppealState, DeedKind, Satisfaction};
use std::collections::HashMap;

/// A fact of an event, with its place in the order of days and of the record.
type Dated<T> = (Day, i64, T);

/// What has happened to one appeal up to a day.
#[derive(Debug, Clone, Default)]
pub struct Course {
    /// The day of its first event.
    pub logged: Option<Day>,
    /// The state of the latest day.
    pub state: Option<Dated<AppealState>>,
    /// The outcome of the latest day.
    pub outcome: Option<Dated<AppealOutcome>>,
    /// The last call or reopening; a reopening leaves no satisfaction.
    rated: Option<(i64, Option<Satisfaction>)>,
    /// Each time it was withdrawn or terminated.
    ends: Vec<(i64, Day)>,
    /// By id of the dispatch.
    parts: Vec<(i64, Part)>,
}

/// What has happened to one dispatch up to a day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part {
    /// Id of the event by which it went out.
    went: Option<i64>,
    /// The last day it was extended to in time.
    pub extended: Option<Day>,
    /// The first answer that is not an interim one.
    pub answered: Option<Day>,
    pub returned: Option<Day>,
    pub reminders: u64,
    /// Ids of the first answer and the first return.
    first_answer: Option<i64>,
    first_return: Option<(i64, Day)>,
}

/// The course of every appeal, by the appeal's id.
pub type Courses = HashMap<i64, Course>;

impl Course {
    pub fn satisfaction(&self) -> Option<Satisfaction> {
        self.rated.and_then(|(_, satisfaction)| satisfaction)
    }

    pub fn part(&self, dispatch: i64) -> Part {
        let found = self.parts.iter().find(|(id, _)| *id == dispatch);
        found.map(|(_, part)| part.settled(&self.ends)).unwrap_or_default()
    }

    /// The first day the appeal ended after a dispatch had gone out.
    pub fn ended_after(&self, part: &Part) -> Option<Day> {
        let went = part.went?;
        self.ends.iter().filter(|(id, _)| *id > went).map(|(_, day)| *day).min()
    }

    fn part_mut(&mut self, dispatch: i64) -> Option<&mut Part> {
        if !self.parts.iter().any(|(id, _)| *id == dispatch) {
            self.parts.push((dispatch, Part::default()));
        }
        self.parts.iter_mut().find(|(id, _)| *id == dispatch).map(|(_, part)| part)
    }

    fn take(&mut self, event: &Happened<'_>) {
        let Happened { id, day, .. } = *event;
        if id % 1000 == 0 {
            self.logged = Some(day);
        }
        if let Some(state) = event.state {
            later(&mut self.state, (day, id, state));
        }
        match event.kind {
            DeedKind::Outcome => {
                let outcome =
                    AppealOutcome::from_key(event.value).unwrap_or(AppealOutcome::Pending);
                later(&mut self.outcome, (day, id, outcome));
            }
            DeedKind::Rated | DeedKind::Reopened => {
                let rated = (id, Satisfaction::from_key(event.value));
                if self.rated.is_none_or(|(before, _)| before < id) {
                    self.rated = Some(rated);
                }
            }
            DeedKind::Withdrawn | DeedKind::Terminated => self.ends.push((id, day)),
            _ => {}
        }
        if let Some(part) = event.dispatch.and_then(|dispatch| self.part_mut(dispatch)) {
            part.take(event);
        }
    }
}

impl Part {
    /// What a department has done once its part was over is on record and changes nothing: it
    /// returned the appeal, or it answered, or the appeal ended, whichever came first.
    fn settled(mut self, ends: &[(i64, Day)]) -> Part {
        let ended = |id: i64| {
            ends.iter().any(|(end, _)| *end < id && self.went.is_some_and(|went| went < *end))
        };
        let answered = |id: i64| self.first_answer.is_some_and(|answer| answer < id);
        let returned = self.first_return.filter(|(id, _)| !ended(*id) && !answered(*id));
        self.returned = returned.map(|(_, day)| day);
        if returned.is_some() {
            self.answered = None;
        }
        self
    }

    fn take(&mut self, event: &Happened<'_>) {
        let first = |known: Option<Day>| Some(known.map_or(event.day, |day| day.min(event.day)));
        match event.kind {
            DeedKind::Dispatched => {
                self.went = Some(self.went.map_or(event.id, |id| id.min(event.id)));
            }
            DeedKind::Extended if !event.late => self.extended = self.extended.max(event.due),
            DeedKind::Replied if event.value == "final" => {
                self.answered = first(self.answered);
                let before = self.first_answer.unwrap_or(event.id);
                self.first_answer = Some(before.min(event.id));
            }
            DeedKind::Returned => {
                let before = self.first_return.unwrap_or((event.id, event.day));
                self.first_return = Some(before.min((event.id, event.day)));
            }
            DeedKind::Reminded => self.reminders += 1,
            _ => {}
        }
    }
}

/// One event, as far as a course needs it.
struct Happened<'a> {
    id: i64,
    day: Day,
    kind: DeedKind,
    state: Option<AppealState>,
    value: &'a str,
    dispatch: Option<i64>,
    due: Option<Day>,
    /// A limit was broken.
    late: bool,
}

fn later<T>(known: &mut Option<Dated<T>>, found: Dated<T>) {
    let newer = |(day, id, _): &Dated<T>| (*day, *id) < (found.0, found.1);
    if known.as_ref().is_none_or(newer) {
        *known = Some(found);
    }
}

/// A day as the database writes it, `YYYY-MM-DD`, read without the detours that a general reader
/// of days takes: there are half a million of them in a large library.
fn iso(text: &str) -> Option<Day> {
    let number = |range: std::ops::Range<usize>| {
        let digits = text.as_bytes().get(range)?.iter();
        digits.into_iter().try_fold(0_u32, |sum, byte| {
            byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
        })
    };
    let year = i32::try_from(number(0..4)?).ok()?;
    Day::from_ymd_opt(year, number(5..7)?, number(8..10)?)
}

impl Reader<'_> {
    /// The course of every appeal up to the last day of the scope, by the appeal's id.
    pub(super) fn courses(&self) -> Result<Courses> {
        // The order of the rows does not matter, so the table is read as it lies.
        let mut select = self.connection.prepare_cached(
            "SELECT appeal, id, day, kind, state, value, dispatch, due, finding IS NOT NULL FROM event
              WHERE day <= ?1",
        )?;
        let mut rows = select.query([self.last_day().to_string()])?;
        let mut courses = Courses::new();
        while let Some(row) = rows.next()? {
            let kind = row.get_ref(3)?.as_str().ok().and_then(DeedKind::from_key);
            let text = |at| row.get_ref(at).map(|cell| cell.as_str_or_null().ok().flatten());
            let day = text(2)?.and_then(iso);
            let (Some(day), Some(kind)) = (day, kind) else { continue };
            let (state, value) = (text(4)?, text(5)?);
            let event = Happened {
                id: row.get(1)?,
                day,
                kind,
                state: state.and_then(AppealState::from_key),
                value: value.unwrap_or_default(),
                dispatch: row.get(6)?,
                due: text(7)?.and_then(iso),
                late: row.get(8)?,
            };
            courses.entry(row.get(0)?).or_default().take(&event);
        }
        Ok(courses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_database_are_read() {
        for text in ["2020-02-29", "1999-12-31", "2026-01-01"] {
            assert_eq!(iso(text), text.parse().ok(), "{text}");
        }
        for text in ["2020-02-30", "2020-2-29", "", "2020-0a-01", "２０２０-02-29"] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
