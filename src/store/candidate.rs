//! What districts applied for and a person decides (甄别).

use super::original::Original;
use super::project::{day_of, month_of};
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::application::{ApplicationKind, ApplicationState, ExitAsked};
use crate::model::dossier::Fact;
use crate::model::field::{Field, Quantity};
use crate::model::finding::Finding;
use crate::model::money::{Amount, Currency, Rate};
use crate::model::month::Month;
use crate::model::name::identity_key;
use anyhow::Context;
use rusqlite::{OptionalExtension, Row, named_params};
use serde_json::{Map, Value, json};

/// An application for an entry or a change, with its decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// 0 until it is on record.
    pub id: i64,
    /// `JZ2020-0001`
    pub code: String,
    pub kind: ApplicationKind,
    pub state: ApplicationState,
    pub district: i64,
    /// The report month it came with.
    pub month: Month,
    /// The project to change; of an entry, the project it became.
    pub project: Option<i64>,
    pub name: String,
    /// What is asked for, field by field.
    pub facts: Vec<(Field, Fact)>,
    /// Amounts among them that were written in another currency.
    pub originals: Vec<Original>,
    /// Of an exit: on what ground, and why.
    pub exit: Option<ExitAsked>,
    /// What the rules said when it arrived.
    pub findings: Vec<Finding>,
    /// Of the decision.
    pub reason: Option<String>,
    /// The file and row it came from.
    pub from: Origin,
    pub file: Option<String>,
    /// The day its present state was recorded.
    pub recorded: Day,
}

/// Key of the original amounts among the fields of a draft.
const ORIGINALS: &str = "originals";
/// Key of what is said of an exit.
const EXIT: &str = "exit";

impl Application {
    /// What is asked for, as kept on record.
    fn draft(&self) -> String {
        let mut draft: Map<String, Value> =
            self.facts.iter().map(|(field, fact)| (field.key(), fact.to_json())).collect();
        if !self.originals.is_empty() {
            let originals = self.originals.iter().map(|original| {
                json!({
                    "quantity": original.quantity,
                    "month": original.month.number(),
                    "currency": original.amount.currency.0,
                    "hundredths": original.amount.hundredths,
                    "rate_month": original.rate.month.number(),
                    "rate_micro": original.rate.micro,
                    "rate_source": original.rate.source,
                })
            });
            draft.insert(ORIGINALS.to_owned(), originals.collect());
        }
        if let Some(exit) = &self.exit {
            draft.insert(EXIT.to_owned(), json!(exit));
        }
        Value::Object(draft).to_string()
    }

    /// Whether a field is among what is asked for.
    pub fn asks_for(&self, field: Field) -> bool {
        self.facts.iter().any(|(asked, _)| *asked == field)
    }

    /// Whether it asks for the same.
    pub fn asks_the_same(&self, other: &Application) -> bool {
        self.draft() == other.draft()
    }
}

fn originals_of(draft: &Map<String, Value>) -> Vec<Original> {
    let read = |value: &Value| {
        let number = |key: &str| value.get(key).and_then(Value::as_i64);
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let currency = Currency(text("currency")?.to_owned().into());
        Some(Original {
            quantity: Quantity::from_key(text("quantity")?)?,
            month: Month::from_number(number("month")?)?,
            amount: Amount { currency: currency.clone(), hundredths: number("hundredths")? },
            rate: Rate {
                currency,
                month: Month::from_number(number("rate_month")?)?,
                micro: number("rate_micro")?,
                source: text("rate_source")?.to_owned(),
            },
        })
    };
    draft.get(ORIGINALS).and_then(Value::as_array).into_iter().flatten().filter_map(read).collect()
}

macro_rules! select_application {
    ($tail:literal) => {
        concat!(
            "SELECT c.id, i.code, c.kind, c.state, c.district, c.month, c.project, c.name, c.draft, c.findings, c.reason,
                    c.src, c.src_row, s.file, (SELECT day FROM operation WHERE id = c.author)
               FROM candidate AS c JOIN candidate_id AS i ON i.id = c.id LEFT JOIN source AS s ON s.id = c.src ",
            $tail
        )
    };
}

fn application_of(row: &Row<'_>) -> rusqlite::Result<(Application, String, String)> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(3)?);
    let application = Application {
        id: row.get(0)?,
        code: row.get(1)?,
        kind: ApplicationKind::from_key(&kind).unwrap_or(ApplicationKind::Entry),
        state: ApplicationState::from_key(&state).unwrap_or(ApplicationState::Waiting),
        district: row.get(4)?,
        month: month_of(row, 5)?,
        project: row.get(6)?,
        name: row.get(7)?,
        facts: Vec::new(),
        originals: Vec::new(),
        exit: None,
        findings: Vec::new(),
        reason: row.get(10)?,
        from: Origin { source: row.get(11)?, row: row.get(12)? },
        file: row.get(13)?,
        recorded: day_of(row, 14)?.unwrap_or(Day::MIN),
    };
    Ok((application, row.get(8)?, row.get(9)?))
}

fn complete(read: (Application, String, String)) -> Result<Application> {
    let (mut application, draft, findings) = read;
    let draft: Map<String, Value> = serde_json::from_str(&draft).context("a draft on record")?;
    application.originals = originals_of(&draft);
    let exit = draft.get(EXIT).cloned();
    application.exit = exit.and_then(|exit| serde_json::from_value(exit).ok());
    application.facts = draft
        .iter()
        .filter_map(|(key, value)| {
            let field = Field::from_key(key)?;
            Some((field, Fact::from_json(field, value)?))
        })
        .collect();
    application.findings = serde_json::from_str(&findings).context("findings on record")?;
    Ok(application)
}

impl Reader<'_> {
    /// The latest application for the entry of this name in this district.
    pub fn entry_application(&self, district: i64, name: &str) -> Result<Option<Application>> {
        let mut find = self.connection.prepare_cached(select_application!(
            "WHERE c.district = :district AND c.name_key = :key AND c.kind = 'entry' ORDER BY c.id DESC LIMIT 1"
        ))?;
        let bound = named_params! {":district": district, ":key": identity_key(name)};
        find.query_row(bound, application_of).optional()?.map(complete).transpose()
    }

    /// The applications for changes of a project that came with a month's report, oldest first.
    pub fn change_applications(&self, project: i64, month: Month) -> Result<Vec<Application>> {
        let mut select = self.connection.prepare_cached(select_application!(
            "WHERE c.project = :project AND c.month = :month AND c.kind = 'change' ORDER BY c.id"
        ))?;
        let bound = named_params! {":project": project, ":month": month.number()};
        let rows = select.query_map(bound, application_of)?;
        rows.map(|row| complete(row?)).collect()
    }

    /// The latest application for a project to leave.
    pub fn exit_application(&self, project: i64) -> Result<Option<Application>> {
        let mut find = self.connection.prepare_cached(select_application!(
            "WHERE c.project = :project AND c.kind = 'exit' ORDER BY c.id DESC LIMIT 1"
        ))?;
        let bound = named_params! {":project": project};
        find.query_row(bound, application_of).optional()?.map(complete).transpose()
    }

    /// By its code.
    pub fn application(&self, code: &str) -> Result<Option<Application>> {
        let mut find = self.connection.prepare_cached(select_application!("WHERE i.code = ?1"))?;
        find.query_row([code], application_of).optional()?.map(complete).transpose()
    }

    /// Applications of a state, or all of them, by code.
    pub fn applications(&self, state: Option<ApplicationState>) -> Result<Vec<Application>> {
        let mut select = self.connection.prepare_cached(select_application!(
            "WHERE :state IS NULL OR c.state = :state ORDER BY i.code"
        ))?;
        let rows = select.query_map(
            named_params! {":state": state.map(ApplicationState::key)},
            application_of,
        )?;
        rows.map(|row| complete(row?)).collect()
    }
}

impl Writer<'_> {
    /// Queues an application, or writes the new state of one on record; returns its code.
    pub fn put_application(&mut self, application: &Application) -> Result<String> {
        let (id, code) = if application.id == 0 {
            self.new_code(&codes!("candidate_id"), "JZ", application.month.year())?
        } else {
            (application.id, application.code.clone())
        };
        let noun = noun!("candidate_v": "kind", "district", "month", "project", "name", "name_key",
            "draft", "findings", "state", "reason", "source");
        let findings = serde_json::to_string(&application.findings).context("findings as JSON")?;
        self.put(
            &noun,
            id,
            application.from,
            &[
                (":kind", &application.kind.key()),
                (":district", &application.district),
                (":month", &application.month.number()),
                (":project", &application.project),
                (":name", &application.name),
                (":name_key", &identity_key(&application.name)),
                (":draft", &application.draft()),
                (":findings", &findings),
                (":state", &application.state.key()),
                (":reason", &application.reason),
                (":source", &application.from.source),
            ],
        )?;
        Ok(code)
    }
}
