//! Projects (项目): found by code or name, written as versions.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::entry::Basis;
use crate::model::exit::ExitGround;
use crate::model::field::Quantity;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::name::{identity_key, investor_keys, search_key};
use crate::model::project::{Amounts, Project, Standing};
use crate::model::stage::Stage;
use rusqlite::{OptionalExtension, Row, named_params};

/// The columns of a project, in the order [`project_of`] reads them.
macro_rules! select_project {
    ($tail:literal) => {
        select_project!("project", $tail)
    };
    ($from:literal, $tail:literal) => {
        concat!(
            "SELECT p.id, i.code, p.name, p.investor, p.parent, o.code, p.district, p.industry, p.month,
                    p.stage, p.total, p.planned_fdi, p.registered_fdi, p.capital, p.contract, p.paid_in, p.invested,
                    p.basis, p.leader, p.responsible, p.tracker, p.expansion, p.confidential, p.remarks,
                    p.entered, p.entered_month, p.left_day, p.left_month, p.exit_ground, p.exit_reason,
                    p.id, p.since, p.until, p.src, p.src_row
               FROM ", $from, " AS p JOIN project_id AS i ON i.id = p.id
               LEFT JOIN origin_id AS o ON o.id = p.origin ",
            $tail
        )
    };
}

/// Stage and amounts in eight columns from `at`.
pub(super) fn standing_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Standing> {
    let stage: String = row.get(at)?;
    let mut amounts = Amounts::default();
    for (place, quantity) in Quantity::ALL.iter().enumerate() {
        amounts.set(*quantity, row.get::<_, Option<i64>>(at + 1 + place)?.map(Usd));
    }
    Ok(Standing { stage: Stage::from_key(&stage).unwrap_or(Stage::Negotiating), amounts })
}

/// A month column.
pub(super) fn month_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Month> {
    let number: i64 = row.get(at)?;
    Month::from_number(number).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, number))
}

/// A day column that may be empty.
pub(super) fn day_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Day>> {
    Ok(row.get::<_, Option<String>>(at)?.and_then(|text| text.parse().ok()))
}

pub(super) fn project_of(row: &Row<'_>) -> rusqlite::Result<Project> {
    let basis: String = row.get(17)?;
    let left_month: Option<i64> = row.get(27)?;
    let exit_ground: Option<String> = row.get(28)?;
    Ok(Project {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        investor: row.get(3)?,
        parent: row.get(4)?,
        origin: row.get(5)?,
        district: row.get(6)?,
        industry: row.get(7)?,
        month: month_of(row, 8)?,
        standing: standing_of(row, 9)?,
        basis: basis.split('|').filter_map(Basis::from_key).collect(),
        leader: row.get(18)?,
        responsible: row.get(19)?,
        tracker: row.get(20)?,
        expansion: row.get(21)?,
        confidential: row.get(22)?,
        remarks: row.get(23)?,
        entered: day_of(row, 24)?.unwrap_or(Day::MIN),
        entered_month: month_of(row, 25)?,
        left: day_of(row, 26)?,
        left_month: left_month.and_then(Month::from_number),
        exit_ground: exit_ground.as_deref().and_then(ExitGround::from_key),
        exit_reason: row.get(29)?,
    })
}

impl Reader<'_> {
    pub fn project(&self, id: i64) -> Result<Option<Project>> {
        let mut find = self.connection.prepare_cached(select_project!("WHERE p.id = ?1"))?;
        Ok(find.query_row([id], project_of).optional()?)
    }

    /// Every project in the library as the register holds it, by id.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn projects_in(&self) -> Result<Vec<Project>> {
        let mut select = self
            .connection
            .prepare_cached(select_project!("WHERE p.left_day IS NULL ORDER BY p.id"))?;
        let rows = select.query_map([], project_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// By its code, exactly.
    pub fn project_by_code(&self, code: &str) -> Result<Option<Project>> {
        let mut find = self.connection.prepare_cached(select_project!("WHERE i.code = ?1"))?;
        Ok(find.query_row([code], project_of).optional()?)
    }

    /// By the identity key of the name within a district: those that bear it now, in the library
    /// before those that left; where none does, those that bore it.
    pub fn projects_by_name(&self, district: i64, name: &str) -> Result<Vec<Project>> {
        // The plus keeps the district from being gone through: the names have indexes of their own.
        let mut find = self.connection.prepare_cached(select_project!(
            "WHERE +p.district = :district AND p.id IN (
                SELECT id FROM project WHERE district = :district AND name_key = :key
                UNION ALL SELECT project FROM alias WHERE name_key = :key) ORDER BY p.id"
        ))?;
        let key = identity_key(name);
        let rows =
            find.query_map(named_params! {":district": district, ":key": key}, project_of)?;
        let mut found: Vec<Project> = rows.collect::<rusqlite::Result<_>>()?;
        let tier = |project: &Project| (identity_key(&project.name) != key, project.left.is_some());
        if let Some(best) = found.iter().map(tier).min() {
            found.retain(|project| tier(project) == best);
        }
        Ok(found)
    }

    /// Every project whose name, or a name it had before, contains `text`, form ignored; at most
    /// `limit`.
    pub fn projects_named_like(&self, text: &str, limit: i64) -> Result<Vec<Project>> {
        let mut find = self.connection.prepare_cached(select_project!(
            "WHERE instr(p.search, :key) > 0 OR p.id IN (SELECT value FROM json_each(:formerly)) ORDER BY p.id"
        ))?;
        let key = search_key(text);
        let formerly = self.formerly_named_like(&key)?;
        let bound = serde_json::Value::from(formerly.clone()).to_string();
        let rows = find.query_map(named_params! {":key": key, ":formerly": bound}, project_of)?;
        let mut found = Vec::new();
        for row in rows {
            let project = row?;
            if search_key(&project.name).contains(&key) || formerly.contains(&project.id) {
                found.push(project);
            }
            if found.len() as i64 >= limit {
                break;
            }
        }
        Ok(found)
    }

    fn formerly_named_like(&self, key: &str) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare_cached("SELECT project, name FROM alias")?;
        let mut rows = select.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            if search_key(&row.get::<_, String>(1)?).contains(key) {
                found.push(row.get(0)?);
            }
        }
        Ok(found)
    }

    /// The projects a new one could be a duplicate of: those of its district, and those of any
    /// of its investors.
    pub fn neighbours(&self, district: i64, investor: Option<&str>) -> Result<Vec<Project>> {
        let mut find = self.connection.prepare_cached(select_project!(
            "WHERE p.district = :district
                OR p.id IN (SELECT project FROM investor WHERE key IN (SELECT value FROM json_each(:keys)))
             ORDER BY p.id"
        ))?;
        let keys = serde_json::Value::from(investor_keys(investor.unwrap_or_default())).to_string();
        let rows =
            find.query_map(named_params! {":district": district, ":keys": keys}, project_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// A new code `XM2020-0001`: the next number of the year, never used before.
    pub fn new_project(&mut self, year: i32) -> Result<(i64, String)> {
        self.new_code(&codes!("project_id"), "XM", year)
    }

    /// Writes a version of a project and of its investors' index.
    pub fn put_project(&mut self, project: &Project, from: Origin) -> Result<()> {
        let noun = noun!("project_v": "name", "investor", "parent", "origin", "district", "industry",
            "month", "stage", "total", "planned_fdi", "registered_fdi", "capital", "contract",
            "paid_in", "invested", "basis", "leader", "responsible", "tracker", "expansion",
            "confidential", "remarks", "entered", "entered_month", "left_day", "left_month",
            "exit_ground", "exit_reason", "name_key", "search");
        let origin = match &project.origin {
            Some(key) => Some(self.identity(&codes!("origin_id"), key)?),
            None => None,
        };
        let basis: Vec<&str> = project.basis.iter().map(|basis| basis.key()).collect();
        let amount = |quantity| project.standing.amounts.get(quantity).map(|amount| amount.0);
        self.put(
            &noun,
            project.id,
            from,
            &[
                (":name", &project.name),
                (":investor", &project.investor),
                (":parent", &project.parent),
                (":origin", &origin),
                (":district", &project.district),
                (":industry", &project.industry),
                (":month", &project.month.number()),
                (":stage", &project.standing.stage.key()),
                (":total", &amount(Quantity::Total)),
                (":planned_fdi", &amount(Quantity::PlannedFdi)),
                (":registered_fdi", &amount(Quantity::RegisteredFdi)),
                (":capital", &amount(Quantity::Capital)),
                (":contract", &amount(Quantity::Contract)),
                (":paid_in", &amount(Quantity::PaidIn)),
                (":invested", &amount(Quantity::Invested)),
                (":basis", &basis.join("|")),
                (":leader", &project.leader),
                (":responsible", &project.responsible),
                (":tracker", &project.tracker),
                (":expansion", &project.expansion),
                (":confidential", &project.confidential),
                (":remarks", &project.remarks),
                (":entered", &project.entered.to_string()),
                (":entered_month", &project.entered_month.number()),
                (":left_day", &project.left.map(|day| day.to_string())),
                (":left_month", &project.left_month.map(Month::number)),
                (":exit_ground", &project.exit_ground.map(ExitGround::key)),
                (":exit_reason", &project.exit_reason),
                (":name_key", &identity_key(&project.name)),
                (":search", &search_text(project)),
            ],
        )
    }

    /// Indexes the investors of a new or changed project, so that near duplicates are found.
    pub fn put_investors(&mut self, project: &Project, from: Origin) -> Result<()> {
        let noun = noun!("investor_v": "project", "key");
        let keys = investor_keys(project.investor.as_deref().unwrap_or_default());
        let before: i64 = self.connection.query_row(
            "SELECT count(*) FROM investor WHERE id BETWEEN :project * 100 AND :project * 100 + 99",
            named_params! {":project": project.id},
            |row| row.get(0),
        )?;
        // Places that fell away keep an empty key; nothing is deleted.
        let places = keys.len().max(usize::try_from(before).unwrap_or(0)).min(100);
        for place in 0..places {
            let key = keys.get(place).map_or("", String::as_str);
            let id = project.id * 100 + place as i64;
            self.put(&noun, id, from, &[(":project", &project.id), (":key", &key)])?;
        }
        Ok(())
    }
}

/// What `--text` looks in, normalised. The bar keeps one field from running into the next.
fn search_text(project: &Project) -> String {
    let fields = [
        Some(project.code.as_str()),
        Some(project.name.as_str()),
        project.investor.as_deref(),
        project.parent.as_deref(),
        project.industry.as_deref(),
        project.leader.as_deref(),
        project.responsible.as_deref(),
        project.tracker.as_deref(),
        project.remarks.as_deref(),
    ];
    let keys: Vec<String> = fields.into_iter().flatten().map(search_key).collect();
    keys.join("|")
}
