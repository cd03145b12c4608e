//! What happened to appeals (办理记录): one row each, in the order of the record.

use super::project::day_of;
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{AppealOutcome, AppealState, Deed, DeedKind, Event, Satisfaction};
use crate::model::dispatch::{ReminderLevel, ReplyKind};
use anyhow::Context;
use rusqlite::{Row, named_params};

/// A row as it stands: its id and appeal, the event if it can be read, and its finding.
struct Read {
    id: i64,
    appeal: i64,
    event: Option<Event>,
    finding: Option<String>,
}

fn event_of(row: &Row<'_>) -> rusqlite::Result<Read> {
    let state: Option<String> = row.get(4)?;
    let overridden: Option<String> = row.get(12)?;
    let approver: Option<String> = row.get(13)?;
    let (id, appeal) = (row.get(0)?, row.get(1)?);
    let (person, note) = (row.get(9)?, row.get(10)?);
    let happened = day_of(row, 2)?.zip(deed_of(row)?);
    let event = happened.map(|(day, deed)| Event {
        id,
        appeal,
        day,
        deed,
        state: state.as_deref().and_then(AppealState::from_key),
        person,
        note,
        finding: None,
        overridden: overridden.zip(approver),
    });
    Ok(Read { id, appeal, event, finding: row.get(11)? })
}

/// `None` where a row does not say all that its kind needs; the schema lets none such be written.
fn deed_of(row: &Row<'_>) -> rusqlite::Result<Option<Deed>> {
    let kind: String = row.get(3)?;
    let value: Option<String> = row.get(6)?;
    let value = value.unwrap_or_default();
    let dispatch = || row.get::<_, i64>(5);
    Ok(match DeedKind::from_key(&kind) {
        None => None,
        Some(kind) => match kind {
            DeedKind::Logged => Some(Deed::Logged),
            DeedKind::Amended => Some(Deed::Amended),
            DeedKind::SentBack => Some(Deed::SentBack),
            DeedKind::Admitted => Some(Deed::Admitted),
            DeedKind::Closed => Some(Deed::Closed),
            DeedKind::Reopened => Some(Deed::Reopened),
            DeedKind::Withdrawn => Some(Deed::Withdrawn),
            DeedKind::Terminated => Some(Deed::Terminated),
            DeedKind::Dispatched => Some(Deed::Dispatched { dispatch: dispatch()? }),
            DeedKind::Replied => match ReplyKind::from_key(&value) {
                Some(kind) => Some(Deed::Replied { dispatch: dispatch()?, kind }),
                None => None,
            },
            DeedKind::Extended => match day_of(row, 8)? {
                Some(until) => Some(Deed::Extended { dispatch: dispatch()?, until }),
                None => None,
            },
            DeedKind::Returned => Some(Deed::Returned { dispatch: dispatch()?, to: row.get(7)? }),
            DeedKind::Reminded => match ReminderLevel::from_key(&value) {
                Some(level) => Some(Deed::Reminded { dispatch: dispatch()?, level }),
                None => None,
            },
            DeedKind::Outcome => AppealOutcome::from_key(&value).map(Deed::Outcome),
            DeedKind::Rated => Satisfaction::from_key(&value).map(Deed::Rated),
        },
    })
}

fn complete(read: Read) -> Result<Event> {
    let mut event = read.event.with_context(|| format!("event {} on record", read.id))?;
    if let Some(finding) = read.finding {
        event.finding = Some(serde_json::from_str(&finding).context("a finding on record")?);
    }
    Ok(event)
}

/// What a deed says beside its kind: value, department, due day.
fn facts(deed: Deed) -> (Option<&'static str>, Option<i64>, Option<Day>) {
    match deed {
        Deed::Replied { kind, .. } => (Some(kind.key()), None, None),
        Deed::Extended { until, .. } => (None, None, Some(until)),
        Deed::Returned { to, .. } => (None, to, None),
        Deed::Reminded { level, .. } => (Some(level.key()), None, None),
        Deed::Outcome(outcome) => (Some(outcome.key()), None, None),
        Deed::Rated(satisfaction) => (Some(satisfaction.key()), None, None),
        _ => (None, None, None),
    }
}

macro_rules! select_event {
    ($tail:literal) => {
        concat!(
            "SELECT id, appeal, day, kind, state, dispatch, value, department, due, person, note, finding,
                    override, approver FROM event ",
            $tail
        )
    };
}

impl Reader<'_> {
    /// What happened to an appeal, in the order of the record.
    pub fn events(&self, appeal: i64) -> Result<Vec<Event>> {
        let mut select = self.connection.prepare_cached(select_event!(
            "WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999 ORDER BY id"
        ))?;
        let rows = select.query_map([appeal], event_of)?;
        rows.map(|row| complete(row?)).collect()
    }

    /// What happened to every appeal, by appeal, in the order of the record; handed over appeal by
    /// appeal, `None` where one of them cannot be read.
    pub fn each_life(&self, mut look: impl FnMut(i64, Option<Vec<Event>>)) -> Result<()> {
        let mut select = self.connection.prepare(select_event!("ORDER BY id"))?;
        let mut rows = select.query([])?;
        let mut life: Option<(i64, Option<Vec<Event>>)> = None;
        while let Some(row) = rows.next()? {
            let read = event_of(row)?;
            let appeal = read.appeal;
            if let Some((of, events)) = life.take_if(|(of, _)| *of != appeal) {
                look(of, events);
            }
            let (_, events) = life.get_or_insert_with(|| (appeal, Some(Vec::new())));
            match (complete(read), events.as_mut()) {
                (Ok(event), Some(events)) => events.push(event),
                (Ok(_), None) => {}
                (Err(_), _) => *events = None,
            }
        }
        if let Some((of, events)) = life {
            look(of, events);
        }
        Ok(())
    }

    /// The appeals an operation wrote about, whether or not what it wrote holds.
    pub fn appeals_touched(&self, op: i64) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare(
            "WITH range AS (SELECT tbl, first_v, last_v FROM touch WHERE op = ?1)
             SELECT e.appeal FROM range JOIN event_v AS e ON tbl = 'event_v' AND e.v BETWEEN first_v AND last_v
             UNION SELECT a.id FROM range JOIN appeal_v AS a ON tbl = 'appeal_v' AND a.v BETWEEN first_v AND last_v
             UNION SELECT d.appeal FROM range JOIN dispatch_v AS d ON tbl = 'dispatch_v' AND d.v BETWEEN first_v AND last_v
             ORDER BY 1",
        )?;
        let rows = select.query_map([op], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The appeals that the rows of a file were taken as, by row, as far as that stands.
    pub fn appeals_of_file(&self, sha256: &str) -> Result<Vec<(u64, i64)>> {
        let mut read = self.connection.prepare_cached("SELECT id FROM source WHERE sha256 = ?1")?;
        let sources: Vec<i64> =
            read.query_map([sha256], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if sources.is_empty() {
            return Ok(Vec::new());
        }
        let mut select = self.connection.prepare_cached(
            "SELECT src_row, appeal FROM event
              WHERE kind IN ('logged', 'amended') AND src_row IS NOT NULL
                AND src IN (SELECT value FROM json_each(?1))",
        )?;
        let sources = serde_json::Value::from(sources).to_string();
        let rows = select.query_map([sources], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
        let mut taken = Vec::new();
        for row in rows {
            let (place, appeal) = row?;
            taken.push((u64::try_from(place).unwrap_or_default(), appeal));
        }
        Ok(taken)
    }

    /// The operation whose content an event is.
    pub fn author_of_event(&self, event: i64) -> Result<Option<i64>> {
        use rusqlite::OptionalExtension;
        let find = "SELECT author FROM event WHERE id = ?1";
        Ok(self.connection.query_row(find, [event], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    /// The appeals this operation has written about so far.
    pub fn appeals_written(&self) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare_cached(
            "SELECT appeal FROM event_v WHERE v >= :event UNION SELECT appeal FROM dispatch_v WHERE v >= :dispatch
             ORDER BY 1",
        )?;
        let first = |table: &str| self.touched.get(table).copied().unwrap_or(i64::MAX);
        let bound = named_params! {":event": first("event_v"), ":dispatch": first("dispatch_v")};
        let rows = select.query_map(bound, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Adds an event to the life of its appeal; an event on record never changes. Returns its id.
    pub fn add_event(&mut self, event: &Event, from: Origin) -> Result<i64> {
        let id = self.next_place(
            "SELECT count(DISTINCT id) FROM event_v WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999",
            event.appeal,
            1000,
        )? + event.appeal * 1000;
        let noun = noun!("event_v": "appeal", "day", "kind", "state", "dispatch", "value", "department", "due",
            "person", "note", "finding", "override", "approver");
        let (value, department, due) = facts(event.deed);
        let finding = event.finding.as_ref().map(serde_json::to_string).transpose();
        let overridden = event.overridden.as_ref();
        self.put(
            &noun,
            id,
            from,
            &[
                (":appeal", &event.appeal),
                (":day", &event.day.to_string()),
                (":kind", &event.deed.kind().key()),
                (":state", &event.state.map(AppealState::key)),
                (":dispatch", &event.deed.dispatch()),
                (":value", &value),
                (":department", &department),
                (":due", &due.map(|day| day.to_string())),
                (":person", &event.person),
                (":note", &event.note),
                (":finding", &finding.context("a finding as JSON")?),
                (":override", &overridden.map(|(reason, _)| reason)),
                (":approver", &overridden.map(|(_, approver)| approver)),
            ],
        )?;
        Ok(id)
    }
}
