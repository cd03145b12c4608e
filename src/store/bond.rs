//! What ties a project to its past and to others: former names, earlier stays, mergers and splits,
//! and what stops its clocks.

use super::project::{day_of, month_of};
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::bond::{Link, LinkEnd, LinkKind, Stay};
use crate::model::clock::{ClockKind, Excuse};
use crate::model::exit::ExitGround;
use crate::model::name::identity_key;
use crate::model::stage::Stage;
use rusqlite::named_params;
use std::collections::HashMap;

impl Reader<'_> {
    /// The names a project had before (曾用名), oldest first.
    pub fn former_names(&self, project: i64) -> Result<Vec<String>> {
        let mut select = self.connection.prepare_cached(
            "SELECT name FROM alias WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99 ORDER BY id",
        )?;
        let rows = select.query_map([project], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every name a project had before, by project.
    pub fn all_former_names(&self) -> Result<HashMap<i64, Vec<String>>> {
        let mut select =
            self.connection.prepare_cached("SELECT project, name FROM alias ORDER BY id")?;
        let mut rows = select.query([])?;
        let mut names: HashMap<i64, Vec<String>> = HashMap::new();
        while let Some(row) = rows.next()? {
            names.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(names)
    }

    /// The earlier stays of a project, oldest first.
    pub fn stays(&self, project: i64) -> Result<Vec<Stay>> {
        let mut select = self.connection.prepare_cached(
            "SELECT entered, entered_month, left_day, left_month, exit_ground, exit_reason, stage FROM stay
              WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99 ORDER BY id",
        )?;
        let rows = select.query_map([project], |row| {
            let (ground, stage): (String, String) = (row.get(4)?, row.get(6)?);
            Ok(Stay {
                entered: day_of(row, 0)?.unwrap_or(Day::MIN),
                entered_month: month_of(row, 1)?,
                left: day_of(row, 2)?.unwrap_or(Day::MIN),
                left_month: month_of(row, 3)?,
                ground: ExitGround::from_key(&ground).unwrap_or(ExitGround::Mistaken),
                reason: row.get(5)?,
                stage: Stage::from_key(&stage).unwrap_or(Stage::Negotiating),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The mergers and splits a project was part of.
    pub fn links(&self, project: i64) -> Result<Vec<Link>> {
        let mut select = self.connection.prepare_cached(
            "SELECT l.kind, l.project = :project, i.code, p.name, l.day
               FROM link AS l
               JOIN project AS p ON p.id = CASE WHEN l.project = :project THEN l.other ELSE l.project END
               JOIN project_id AS i ON i.id = p.id
              WHERE l.project = :project OR l.other = :project ORDER BY l.day, l.id",
        )?;
        let rows = select.query_map(named_params! {":project": project}, |row| {
            let kind: String = row.get(0)?;
            Ok(Link {
                kind: LinkKind::from_key(&kind).unwrap_or(LinkKind::Merged),
                end: if row.get(1)? { LinkEnd::Origin } else { LinkEnd::Successor },
                code: row.get(2)?,
                name: row.get(3)?,
                day: day_of(row, 4)?.unwrap_or(Day::MIN),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every recorded 正当理由, by project.
    pub fn excuses(&self, project: Option<i64>) -> Result<HashMap<i64, Vec<Excuse>>> {
        let mut select = self.connection.prepare_cached(
            "SELECT project, clock, from_day, until_day, reason FROM excuse
              WHERE :project IS NULL OR id BETWEEN :project * 1000 AND :project * 1000 + 999 ORDER BY id",
        )?;
        let mut rows = select.query(named_params! {":project": project})?;
        let mut excuses: HashMap<i64, Vec<Excuse>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let clock: String = row.get(1)?;
            if let (Some(clock), Some(from), Some(until)) =
                (ClockKind::from_key(&clock), day_of(row, 2)?, day_of(row, 3)?)
            {
                let excuse = Excuse { clock, from, until, reason: row.get(4)? };
                excuses.entry(row.get(0)?).or_default().push(excuse);
            }
        }
        Ok(excuses)
    }

    /// The number of rows of a project in a noun whose ids are `project * scale + place`; one more
    /// must not reach into the ids of the next project.
    pub(super) fn next_place(&self, count: &'static str, project: i64, scale: i64) -> Result<i64> {
        let place: i64 = self.connection.query_row(count, [project], |row| row.get(0))?;
        if place >= scale {
            return Err(anyhow::anyhow!("{project} has {place} records of one kind").into());
        }
        Ok(place)
    }
}

impl Writer<'_> {
    /// Keeps a name a project had before; one it is already known by is not kept twice.
    pub fn put_alias(&mut self, project: i64, name: &str, from: Origin) -> Result<()> {
        let key = identity_key(name);
        if self.former_names(project)?.iter().any(|known| identity_key(known) == key) {
            return Ok(());
        }
        let place = self.next_place(
            "SELECT count(DISTINCT id) FROM alias_v WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99",
            project,
            100,
        )?;
        let noun = noun!("alias_v": "project", "name", "name_key");
        self.put(
            &noun,
            project * 100 + place,
            from,
            &[(":project", &project), (":name", &name), (":name_key", &key)],
        )
    }

    pub fn put_stay(&mut self, project: i64, stay: &Stay) -> Result<()> {
        let place = self.next_place(
            "SELECT count(DISTINCT id) FROM stay_v WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99",
            project,
            100,
        )?;
        let noun = noun!("stay_v": "project", "entered", "entered_month", "left_day", "left_month",
            "exit_ground", "exit_reason", "stage");
        self.put(
            &noun,
            project * 100 + place,
            Origin::default(),
            &[
                (":project", &project),
                (":entered", &stay.entered.to_string()),
                (":entered_month", &stay.entered_month.number()),
                (":left_day", &stay.left.to_string()),
                (":left_month", &stay.left_month.number()),
                (":exit_ground", &stay.ground.key()),
                (":exit_reason", &stay.reason),
                (":stage", &stay.stage.key()),
            ],
        )
    }

    pub fn put_link(&mut self, kind: LinkKind, project: i64, other: i64, day: Day) -> Result<()> {
        let noun = noun!("link_v": "kind", "project", "other", "day");
        self.put(
            &noun,
            project * 10_000_000 + other,
            Origin::default(),
            &[
                (":kind", &kind.key()),
                (":project", &project),
                (":other", &other),
                (":day", &day.to_string()),
            ],
        )
    }

    pub fn put_excuse(&mut self, project: i64, excuse: &Excuse) -> Result<()> {
        let place =
            self.next_place("SELECT count(DISTINCT id) FROM excuse_v WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999", project, 1000)?;
        let noun = noun!("excuse_v": "project", "clock", "from_day", "until_day", "reason");
        self.put(
            &noun,
            project * 1000 + place,
            Origin::default(),
            &[
                (":project", &project),
                (":clock", &excuse.clock.key()),
                (":from_day", &excuse.from.to_string()),
                (":until_day", &excuse.until.to_string()),
                (":reason", &excuse.reason),
            ],
        )
    }
}
