//! The text of one cell, as its district writes it.

use super::super::calendar::Month;
use super::super::project::{MONEY, PAID, Project, STAGES};
use super::super::world::DISTRICTS;
use super::layout::{Layout, UnitAt, WAN, YI};

/// What a district says of one project this month.
pub struct Line<'a> {
    pub project: &'a Project,
    /// Paid in up to the month before.
    pub paid_before: Option<i64>,
    pub progress: &'a str,
    pub problem: &'a str,
    /// A cell that was written wrongly: the key of its column, and the text.
    pub spoilt: Option<(&'static str, &'static str)>,
}

/// Exact, without needless zeros.
pub fn decimal(cents: i64, unit: i64) -> String {
    let (sign, cents) = (if cents < 0 { "-" } else { "" }, cents.abs());
    let places = unit.ilog10() as usize;
    let text = format!("{sign}{}.{:0places$}", cents / unit, cents % unit);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn grouped(text: &str, comma: char) -> String {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(comma);
        }
        out.push(digit);
    }
    if rest.is_empty() { out } else { format!("{out}.{rest}") }
}

/// An amount; `turn` makes the odd forms recur.
pub fn money(layout: &Layout, cents: i64, turn: usize) -> String {
    if layout.unit_at == UnitAt::Cell {
        if cents >= YI {
            return decimal(cents, YI) + "亿美元";
        }
        let text = decimal(cents, WAN);
        let wide = |c: char| match c {
            '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
            c => c,
        };
        let text = if turn.is_multiple_of(3) { text.chars().map(wide).collect() } else { text };
        return text + "万美元";
    }
    let text = decimal(cents, layout.unit);
    match (layout.unit, turn % 4) {
        (WAN, 0) => grouped(&text, ','),
        (WAN, 1) if layout.titled => grouped(&text, '，'),
        _ => text,
    }
}

/// A day in the form of the district; a month as 2020年4月.
fn date(layout: &Layout, iso: &str, turn: usize) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let bare = |text: &str| text.trim_start_matches('0').to_owned();
    match parts.as_slice() {
        [year, month, day] => {
            let form = layout.dates[turn % layout.dates.len()];
            let form = form.replace("{y}", year).replace("{mm}", month).replace("{dd}", day);
            form.replace("{m}", &bare(month)).replace("{d}", &bare(day))
        }
        [year, month] => format!("{year}年{}月", bare(month)),
        _ => iso.to_owned(),
    }
}

pub fn month_text(month: Month) -> String {
    format!("{}年{}月", month.year(), month.number())
}

fn basis(district: usize, key: &str) -> &'static str {
    match (key, district % 2) {
        ("conference", 0) => "签约大会",
        ("conference", _) => "开放再出发大会签约",
        ("put_forward", 0) => "提请市级推动",
        ("put_forward", _) => "提请市级层面推动",
        ("scale", _) => "达到规模",
        _ => "指定",
    }
}

/// The amount of a money column; paid in of the month alone where the district counts so.
pub fn amount(layout: &Layout, line: &Line<'_>, key: &str) -> Option<i64> {
    let quantity = MONEY.iter().position(|known| *known == key)?;
    let cents = line.project.money[quantity]?;
    let monthly = quantity == PAID && layout.monthly;
    Some(if monthly { cents - line.paid_before.unwrap_or(0) } else { cents })
}

/// The text of a cell; `turn` makes the odd forms recur.
pub fn cell(layout: &Layout, month: Month, line: &Line<'_>, key: &str, turn: usize) -> String {
    let project = line.project;
    if let Some((_, text)) = line.spoilt.filter(|(spoilt, _)| *spoilt == key) {
        return text.to_owned();
    }
    let text = match key {
        "code" => project.code.clone(),
        "name" => project.name.clone(),
        "report_month" => month_text(month),
        "district" if project.district == 9 => ["虎丘区", "高新区"][turn % 2].to_owned(),
        "district" => DISTRICTS[project.district].0.trim_end_matches('市').to_owned(),
        "stage" => layout.stages.split(' ').nth(project.stage).unwrap_or_default().to_owned(),
        "origin" => project.text("origin_name").unwrap_or_default().to_owned(),
        "basis" => project
            .text("basis")
            .map(|key| basis(project.district, key))
            .unwrap_or_default()
            .to_owned(),
        "progress" => line.progress.to_owned(),
        "problem" => line.problem.to_owned(),
        key if MONEY.contains(&key) => {
            amount(layout, line, key).map(|cents| money(layout, cents, turn)).unwrap_or_default()
        }
        key if is_date(key) => {
            project.dates.get(key).map(|iso| date(layout, iso, turn)).unwrap_or_default()
        }
        key => project.text(key).unwrap_or_default().to_owned(),
    };
    if text.is_empty() {
        return layout.blanks[turn % layout.blanks.len()].to_owned();
    }
    match (key, layout.blanks.len()) {
        // Those who write something into every blank leave spaces around names, too.
        ("name" | "investor", 3) => {
            [format!("　{text}"), format!("{text}  "), text][turn % 3].clone()
        }
        _ => text,
    }
}

pub fn is_date(key: &str) -> bool {
    key.ends_with("_planned")
        || key.ends_with("_actual")
        || STAGES.iter().any(|stage| key.strip_prefix("stage_") == Some(stage))
}
