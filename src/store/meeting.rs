//! Meetings on record, how their agendas were adjusted, and who took part.

use super::project::{day_of, month_of};
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::meeting::{
    Adjustment, AgendaChange, Attendance, Meeting, MeetingKind, MeetingState, Presence,
};
use rusqlite::{OptionalExtension, Row};

macro_rules! select_meeting {
    ($tail:literal) => {
        concat!(
            "SELECT m.id, i.code, m.kind, m.month, m.day, m.state, m.reason, m.override, m.approver
               FROM meeting AS m JOIN meeting_id AS i ON i.id = m.id ",
            $tail
        )
    };
}

fn meeting_of(row: &Row<'_>) -> rusqlite::Result<Meeting> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(5)?);
    let (reason, approver): (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
    Ok(Meeting {
        id: row.get(0)?,
        code: row.get(1)?,
        kind: MeetingKind::from_key(&kind).unwrap_or(MeetingKind::Supervision),
        month: month_of(row, 3)?,
        day: day_of(row, 4)?,
        state: MeetingState::from_key(&state).unwrap_or(MeetingState::Planned),
        reason: row.get(6)?,
        overridden: reason.zip(approver),
    })
}

impl Reader<'_> {
    /// Every meeting, by month, the 督办会 before the 点评会.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn meetings(&self) -> Result<Vec<Meeting>> {
        let mut select =
            self.connection.prepare_cached(select_meeting!("ORDER BY m.month, m.kind DESC"))?;
        let rows = select.query_map([], meeting_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// By its code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn meeting(&self, code: &str) -> Result<Option<Meeting>> {
        let mut find = self.connection.prepare_cached(select_meeting!("WHERE i.code = ?1"))?;
        Ok(find.query_row([code], meeting_of).optional()?)
    }

    /// How the agenda of a meeting was adjusted, in the order of the record.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn adjustments(&self, meeting: i64) -> Result<Vec<Adjustment>> {
        let mut select = self.connection.prepare_cached(
            "SELECT change, subject, reason FROM agenda
              WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999 ORDER BY id",
        )?;
        let rows = select.query_map([meeting], |row| {
            let change: String = row.get(0)?;
            Ok(Adjustment {
                change: AgendaChange::from_key(&change).unwrap_or(AgendaChange::Add),
                subject: row.get(1)?,
                reason: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Who took part in a meeting, in the order of the record.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn attendance(&self, meeting: i64) -> Result<Vec<Attendance>> {
        let mut select = self.connection.prepare_cached(
            "SELECT person, body, post, presence FROM attendance
              WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999 ORDER BY id",
        )?;
        let rows = select.query_map([meeting], |row| {
            let presence: String = row.get(3)?;
            Ok(Attendance {
                person: row.get(0)?,
                body: row.get(1)?,
                post: row.get(2)?,
                presence: Presence::from_key(&presence).unwrap_or(Presence::Present),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Writes a meeting; its `id` is found by the code. Returns that id.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn put_meeting(&mut self, meeting: &Meeting) -> Result<i64> {
        let id = self.identity(&codes!("meeting_id"), &meeting.code)?;
        let noun =
            noun!("meeting_v": "kind", "month", "day", "state", "reason", "override", "approver");
        let overridden = meeting.overridden.as_ref();
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":kind", &meeting.kind.key()),
                (":month", &meeting.month.number()),
                (":day", &meeting.day.map(|day| day.to_string())),
                (":state", &meeting.state.key()),
                (":reason", &meeting.reason),
                (":override", &overridden.map(|(reason, _)| reason)),
                (":approver", &overridden.map(|(_, approver)| approver)),
            ],
        )?;
        Ok(id)
    }

    /// Adjusts the agenda of a meeting.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn add_adjustment(&mut self, meeting: i64, adjustment: &Adjustment) -> Result<()> {
        let id = self.next_place(
            "SELECT count(DISTINCT id) FROM agenda_v WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999",
            meeting,
            1000,
        )? + meeting * 1000;
        let noun = noun!("agenda_v": "meeting", "change", "subject", "reason");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":meeting", &meeting),
                (":change", &adjustment.change.key()),
                (":subject", &adjustment.subject),
                (":reason", &adjustment.reason),
            ],
        )
    }

    /// Records that a person took part.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn add_attendance(&mut self, meeting: i64, attendance: &Attendance) -> Result<()> {
        let id = self.next_place(
            "SELECT count(DISTINCT id) FROM attendance_v WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999",
            meeting,
            1000,
        )? + meeting * 1000;
        let noun = noun!("attendance_v": "meeting", "person", "body", "post", "presence");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":meeting", &meeting),
                (":person", &attendance.person),
                (":body", &attendance.body),
                (":post", &attendance.post),
                (":presence", &attendance.presence.key()),
            ],
        )
    }
}
