//! What happens to a project in a month, drawn by chance: stages, money, work items, people.

use super::calendar::Month;
use super::chance::Chance;
use super::files::layout::LAYOUTS;
use super::project::{Fact, INVESTED, PAID, PLANNED, Project, REGISTERED, STAGES, TOTAL};

/// What is new of a project, and what its district asks to have changed (金额减少), which waits for
/// a decision.
#[derive(Debug, Clone, Default)]
pub struct News {
    pub facts: Vec<Fact>,
    pub asked: Option<Fact>,
}

/// In steps that every district's unit writes exactly.
const STEP: i64 = 10_000_000;

fn part(amount: i64, percent: i64) -> i64 {
    (amount / 100 * percent / STEP).max(1) * STEP
}

/// How many in a hundred move on from each stage in a month.
const ADVANCE: [usize; 6] = [7, 8, 9, 7, 16, 0];

pub fn of(project: &Project, month: Month, chance: &mut Chance) -> News {
    let columns: Vec<&str> = LAYOUTS[project.district].columns.split_whitespace().collect();
    let has = |key: &str| columns.contains(&key);
    let mut facts = Vec::new();
    let mut stage = project.stage;
    let total = project.amount(TOTAL);
    let day = |chance: &mut Chance| {
        format!(
            "{month}-{:02}",
            chance.between(
                1,
                i64::from(month.last().format("%d").to_string().parse::<u8>().unwrap_or(28))
            )
        )
    };
    if chance.happens(ADVANCE[stage]) {
        stage += 1;
        facts.push(Fact::Stage(stage));
        let key = format!("stage_{}", STAGES[stage]);
        if has(&key) {
            facts.push(Fact::Date(key, day(chance)));
        }
    }
    if stage >= 1 && project.money[PLANNED].is_none() {
        facts.push(Fact::Money(PLANNED, part(total, 30)));
    }
    if stage >= 2 && project.money[REGISTERED].is_none() {
        let planned = project.money[PLANNED].unwrap_or(part(total, 30));
        facts.push(Fact::Money(REGISTERED, planned));
    }
    if stage >= 2 && chance.happens(14) {
        let more = part(project.amount(REGISTERED).max(part(total, 25)), chance.between(5, 20));
        facts.push(Fact::Money(PAID, project.amount(PAID) + more));
    }
    match project.money[INVESTED] {
        None if stage >= 3 => facts.push(Fact::Money(INVESTED, part(total, 8))),
        Some(invested) if stage >= 3 && chance.happens(38) => {
            let more = part(total, chance.between(1, 6));
            facts.push(Fact::Money(INVESTED, invested + more));
        }
        _ => {}
    }
    for item in ["environment", "land_supply", "safety", "installation"] {
        let (planned, actual) = (format!("{item}_planned"), format!("{item}_actual"));
        if has(&planned) && !project.dates.contains_key(&planned) && chance.happens(3) {
            let ahead = Month(month.0 + chance.between(1, 5) as i32);
            facts.push(Fact::Date(planned, ahead.to_string()));
        } else if has(&actual)
            && !project.dates.contains_key(&actual)
            && stage >= 1
            && chance.happens(4)
        {
            facts.push(Fact::Date(actual, day(chance)));
        }
    }
    if has("leader") && chance.happens(2) {
        let leader = chance.pick(&["陆砚秋", "沈知行", "俞望舒", "钱疏桐"]);
        facts.push(Fact::Text("leader".to_owned(), leader.to_owned()));
    }
    let mut asked = None;
    if stage <= 1 && facts.is_empty() {
        if chance.happens(2) {
            facts.push(Fact::Money(TOTAL, total + part(total, chance.between(2, 12))));
        } else if chance.happens(2) {
            asked = Some(Fact::Money(TOTAL, total - part(total, chance.between(2, 12))));
        }
    }
    News { facts, asked }
}
