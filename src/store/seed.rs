//! What a new library starts with: the shipped tables, read from `seed/*.csv`.

use super::setting::CITY;
use super::writer::Writer;
use crate::error::Result;
use crate::model::appeal::Category;
use crate::model::calendar::DayKind;
use crate::model::finding::{RuleName, RuleVersion};
use crate::model::origin::{Origin, OriginGroup};
use crate::model::party::{Department, DepartmentKind, District};
use anyhow::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;

const CITY_NAME: &str = include_str!("seed/city.txt");
const DISTRICTS: &str = include_str!("seed/districts.csv");
const DEPARTMENTS: &str = include_str!("seed/departments.csv");
const ORIGINS: &str = include_str!("seed/origins.csv");
const CALENDAR: &str = include_str!("seed/calendar.csv");
const CATEGORIES: &str = include_str!("seed/categories.csv");
const RULES: &str = include_str!("seed/rules.csv");

#[derive(Deserialize)]
struct DistrictRow {
    key: String,
    name: String,
    short: String,
    english: String,
    aliases: String,
}

#[derive(Deserialize)]
struct DepartmentRow {
    key: String,
    short: String,
    full: String,
    english: String,
    kind: String,
    aliases: String,
    example: u8,
}

#[derive(Deserialize)]
struct OriginRow {
    key: String,
    name: String,
    english: String,
    grp: String,
    aliases: String,
}

#[derive(Deserialize)]
struct HolidayRow {
    date: String,
    kind: String,
    name: String,
    source: String,
}

#[derive(Deserialize)]
struct CategoryRow {
    key: String,
    name: String,
    english: String,
    aliases: String,
    departments: String,
    example: u8,
}

#[derive(Deserialize)]
struct RuleRow {
    rule: String,
    value: i64,
    since: String,
    clause: String,
    example: u8,
}

fn rows<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: csv::Result<Vec<T>> = reader.deserialize().collect();
    Ok(rows.context("a shipped seed table")?)
}

fn split(aliases: &str) -> Vec<String> {
    super::origin::split(aliases)
}

impl Writer<'_> {
    /// What every city needs: origins, working days, example rules.
    pub fn seed_common(&mut self) -> Result<()> {
        for row in rows::<OriginRow>(ORIGINS)? {
            let group = OriginGroup::from_key(&row.grp).context("origin group")?;
            self.put_origin(&Origin {
                key: row.key,
                name: row.name,
                english: row.english,
                group,
                aliases: split(&row.aliases),
            })?;
        }
        for row in rows::<HolidayRow>(CALENDAR)? {
            let day = row.date.parse().context("calendar day")?;
            let kind = DayKind::from_key(&row.kind).context("calendar kind")?;
            self.put_holiday(day, kind, &row.name, &row.source)?;
        }
        self.seed_missing_categories()?;
        self.seed_missing_rules()
    }

    /// The shipped categories of appeals whose keys are not on record.
    pub fn seed_missing_categories(&mut self) -> Result<()> {
        let known = self.categories()?;
        for row in rows::<CategoryRow>(CATEGORIES)? {
            if known.iter().any(|category| category.key == row.key) {
                continue;
            }
            self.put_category(&Category {
                id: 0,
                key: row.key,
                name: row.name,
                english: row.english,
                aliases: split(&row.aliases),
                departments: split(&row.departments),
                example: row.example == 1,
            })?;
        }
        Ok(())
    }

    /// The shipped version of each standard that has none on record.
    pub fn seed_missing_rules(&mut self) -> Result<()> {
        let known = self.rules()?;
        for row in rows::<RuleRow>(RULES)? {
            let rule = RuleName::from_key(&row.rule).context("rule name")?;
            if known.iter().any(|version| version.rule == rule) {
                continue;
            }
            self.put_rule(&RuleVersion {
                rule,
                value: row.value,
                since: row.since.parse().context("rule day")?,
                clause: row.clause,
                example: row.example == 1,
            })?;
        }
        Ok(())
    }

    /// Suzhou's districts and departments; how many of each.
    pub fn seed_suzhou(&mut self) -> Result<(u64, u64)> {
        self.put_setting(CITY, CITY_NAME.trim())?;
        let districts = rows::<DistrictRow>(DISTRICTS)?;
        let departments = rows::<DepartmentRow>(DEPARTMENTS)?;
        let counts = (districts.len() as u64, departments.len() as u64);
        for row in districts {
            self.put_district(&District {
                id: 0,
                key: row.key,
                name: row.name,
                short: row.short,
                english: row.english,
                aliases: split(&row.aliases),
            })?;
        }
        for row in departments {
            self.put_department(&Department {
                id: 0,
                key: row.key,
                short: row.short,
                full: row.full,
                english: row.english,
                kind: DepartmentKind::from_key(&row.kind).context("department kind")?,
                aliases: split(&row.aliases),
                example: row.example == 1,
            })?;
        }
        Ok(counts)
    }
}
