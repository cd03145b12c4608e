//! The first batch and the first round as they really were: the truth that their own generators
//! left beside their files (`examples/first-batch`).

use super::Result;
use super::appeal::{Appeal, CATEGORIES, OUTCOMES, State, Step};
use super::calendar::{Day, Month};
use super::project::{Fact, MONEY, Project, STAGES, Telling};
use super::world::{DEPARTMENTS, DISTRICTS, World};
use serde_json::Value;
use std::collections::BTreeMap;

const TEXTS: [&str; 10] = [
    "investor",
    "parent",
    "origin_name",
    "industry",
    "basis",
    "leader",
    "responsible",
    "tracker",
    "remarks",
    "problem",
];

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value[key].as_str()
}

fn needed<'a>(value: &'a Value, key: &str) -> Result<&'a str> {
    text(value, key).ok_or_else(|| format!("no {key} in {value}").into())
}

fn place<T>(among: &[T], wanted: impl Fn(&T) -> bool, what: &str) -> Result<usize> {
    among.iter().position(wanted).ok_or_else(|| format!("unknown: {what}").into())
}

/// The 193 projects enter on a day, as their districts reported them for a month.
pub fn enter(world: &mut World, month: Month, day: Day) -> Result<()> {
    let all: Value = serde_json::from_str(include_str!("../first-batch/projects.json"))?;
    let mut files: BTreeMap<usize, String> = BTreeMap::new();
    for one in all.as_array().into_iter().flatten() {
        let name = needed(one, "district")?;
        let district = place(&DISTRICTS, |(known, _)| *known == name, name)?;
        files.insert(district, needed(one, "file")?.to_owned());
        let mut project = Project {
            code: world.next_code(2020),
            name: needed(one, "name")?.to_owned(),
            district,
            group: needed(one, "origin_group")?.to_owned(),
            entered: day,
            entered_month: Some(month),
            ..Project::default()
        };
        let mut facts = Vec::new();
        let stage = needed(one, "stage")?;
        facts.push(Fact::Stage(place(&STAGES, |known| *known == stage, stage)?));
        for (quantity, key) in MONEY.iter().enumerate() {
            let cents = one[format!("{key}_cents")].as_i64();
            facts.extend(cents.map(|cents| Fact::Money(quantity, cents)));
        }
        let fields = one.as_object().into_iter().flatten();
        for (key, value) in fields.filter(|(key, _)| super::files::cell::is_date(key)) {
            let date = value.as_str().map(|date| Fact::Date(key.clone(), date.to_owned()));
            facts.extend(date);
        }
        for key in TEXTS {
            let said = text(one, key).map(|said| Fact::Text(key.to_owned(), said.to_owned()));
            facts.extend(said);
        }
        if let Some(expansion) = one["expansion"].as_bool() {
            let said = if expansion { "是" } else { "否" };
            facts.push(Fact::Text("expansion".to_owned(), said.to_owned()));
        }
        project.tell(&Telling::report(month), &facts);
        world.projects.push(project);
    }
    for (district, file) in files {
        world.file(district, month, day, Some(file));
    }
    Ok(())
}

fn round() -> Result<Value> {
    Ok(serde_json::from_str(include_str!("../first-batch/round/truth.json"))?)
}

/// The 37 appeals of the first round are logged.
pub fn log(world: &mut World, purposes: &[String], month: Month, day: Day) -> Result<()> {
    for (number, one) in round()?["appeals"].as_array().into_iter().flatten().enumerate() {
        let code = needed(one, "project")?;
        let category = needed(one, "category")?;
        let departments = one["departments"].as_array().into_iter().flatten();
        let targets = departments
            .filter_map(Value::as_str)
            .map(|name| place(&DEPARTMENTS, |(.., known)| *known == name, name));
        world.appeals.push(Appeal {
            code: needed(one, "code")?.to_owned(),
            project: place(&world.projects, |project| project.code == code, code)?,
            category: place(&CATEGORIES, |(_, known)| *known == category, category)?,
            targets: targets.collect::<Result<Vec<usize>>>()?,
            purpose: purposes.get(number).cloned().unwrap_or_default(),
            urgent: one["urgent"].as_bool().unwrap_or(false),
            amount: one["amount_cents"].as_i64().unwrap_or(0),
            round: month,
            logged: day,
            states: vec![(day, State::Ready)],
            outcomes: Vec::new(),
            steps: vec![(day, Step::Logged)],
            dispatches: Vec::new(),
            satisfaction: None,
            exception: None,
            faults: Vec::new(),
        });
    }
    Ok(())
}

/// What the first supervision meeting noted of them, in their order.
pub fn outcomes() -> Result<Vec<usize>> {
    let round = round()?;
    let all = round["appeals"].as_array().into_iter().flatten();
    let outcomes = all.map(|one| {
        let key = needed(one, "outcome")?;
        place(&OUTCOMES, |(_, known)| *known == key, key)
    });
    outcomes.collect()
}

/// What each appeal of the first round asks for, as the districts' lists say it.
pub fn purposes() -> Result<Vec<String>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/first-batch/round/诉求清单");
    let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<std::io::Result<_>>()?;
    files.sort_by_key(std::fs::DirEntry::path);
    let mut found = Vec::new();
    for file in files {
        let bytes = std::fs::read(file.path())?;
        let text = match bytes.as_slice() {
            [0xff, 0xfe, ..] => encoding_rs::UTF_16LE.decode(&bytes).0,
            bytes => match std::str::from_utf8(bytes) {
                Ok(text) => text.trim_start_matches('\u{feff}').into(),
                Err(_) => encoding_rs::GB18030.decode(bytes).0,
            },
        };
        let tab = if text.contains('\t') { b'\t' } else { b',' };
        let mut reader = csv::ReaderBuilder::new();
        let mut reader =
            reader.has_headers(false).flexible(true).delimiter(tab).from_reader(text.as_bytes());
        let mut column = None;
        for row in reader.records() {
            let row = row?;
            match column {
                Some(column) => found.push(row.get(column).unwrap_or_default().to_owned()),
                None => column = row.iter().position(|cell| cell == "诉求目的"),
            }
        }
    }
    Ok(found)
}

/// 联络员 of each district, with their telephones.
pub fn liaisons() -> Result<Vec<(String, String)>> {
    let text = include_str!("../first-batch/round/联系人.csv");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut found = Vec::new();
    for row in reader.records() {
        let row = row?;
        let cell = |place: usize| row.get(place).unwrap_or_default().to_owned();
        let district = DISTRICTS.iter().any(|(name, _)| *name == cell(0));
        if district && cell(1) == "联络员" {
            found.push((cell(2), cell(3)));
        }
    }
    Ok(found)
}
