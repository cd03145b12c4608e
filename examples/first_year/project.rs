//! A project as it really is, and what each month's report said of it.

use super::calendar::{Day, Month};
use std::collections::BTreeMap;

pub const STAGES: [&str; 6] =
    ["negotiating", "signed", "registered", "started", "completed", "production"];

/// The quantities that files of this year carry, in the order of the forms.
pub const MONEY: [&str; 5] = ["total", "planned_fdi", "registered_fdi", "paid_in", "invested"];
pub const TOTAL: usize = 0;
pub const PLANNED: usize = 1;
pub const REGISTERED: usize = 2;
pub const PAID: usize = 3;
pub const INVESTED: usize = 4;

/// Amounts in cents of a dollar.
pub type Money = [Option<i64>; 5];

/// One thing that is said of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    Stage(usize),
    Money(usize, i64),
    /// Key of a date (`stage_signed`, `environment_actual`), as `2020-03-09` or `2020-03`.
    Date(String, String),
    /// Key of a text (`leader`).
    Text(String, String),
}

/// What is on record for a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub stage: usize,
    pub money: Money,
    /// Whether its district reported it, rather than the clerk alone.
    pub filed: bool,
    /// 进展情况
    pub progress: Option<String>,
    /// Whether a rise in it is progress: what a correction set right, or a merger or split moved,
    /// is none.
    pub credited: bool,
}

/// Why and when a project left.
#[derive(Debug, Clone)]
pub struct Exit {
    pub day: Day,
    pub ground: &'static str,
    pub reason: String,
    pub approver: Option<String>,
}

/// How something is told.
#[derive(Debug, Clone)]
pub struct Telling {
    pub month: Month,
    pub filed: bool,
    pub credited: bool,
    /// What a clerk says holds; a report of an old month says only what belongs to that month.
    pub clerk: bool,
    /// When a stage was reached that comes without a date.
    pub reached: String,
    /// 进展情况, where something is said.
    pub progress: Option<String>,
}

impl Telling {
    pub fn report(month: Month) -> Telling {
        let reached = month.to_string();
        Telling { month, filed: true, credited: true, clerk: false, reached, progress: None }
    }

    pub fn clerk(day: Day) -> Telling {
        let (month, reached) = (Month::of(day), day.to_string());
        Telling { month, filed: false, credited: true, clerk: true, reached, progress: None }
    }
}

#[derive(Debug, Clone, Default)]
pub struct Project {
    pub code: String,
    pub name: String,
    pub district: usize,
    pub group: String,
    pub stage: usize,
    pub money: Money,
    pub dates: BTreeMap<String, String>,
    pub texts: BTreeMap<String, String>,
    pub entered: Day,
    pub entered_month: Option<Month>,
    pub left: Option<Exit>,
    pub told: BTreeMap<Month, Told>,
    /// Spans in which standing still is accepted.
    pub excuses: Vec<(Day, Day)>,
}

impl Project {
    pub fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// 新增注册外资: registered where there is one, else planned.
    pub fn new_fdi(&self) -> i64 {
        self.money[REGISTERED].or(self.money[PLANNED]).unwrap_or(0)
    }

    pub fn amount(&self, quantity: usize) -> i64 {
        self.money[quantity].unwrap_or(0)
    }

    /// 总投资超亿美元 (以上含本数)
    pub fn is_large(&self) -> bool {
        self.amount(TOTAL) >= 10_000_000_000
    }

    /// Something is told of it. The register follows the latest month alone.
    pub fn tell(&mut self, telling: &Telling, facts: &[Fact]) {
        let month = telling.month;
        let newest = self.told.keys().next_back().copied();
        let latest = self.left.is_none() && newest.is_none_or(|newest| newest <= month);
        let before = match latest {
            true => self.told.values().next_back(),
            false => self.told.range(..=month).next_back().map(|(_, told)| told),
        };
        let (mut stage, mut money) =
            before.map_or((self.stage, self.money), |told| (told.stage, told.money));
        let was = (stage, money);
        for fact in facts {
            match fact {
                Fact::Stage(to) => stage = *to,
                Fact::Money(quantity, cents) => money[*quantity] = Some(*cents),
                Fact::Date(key, date) if latest || telling.clerk || self.left.is_some() => {
                    self.dates.insert(key.clone(), date.clone());
                }
                Fact::Text(key, text) if latest || telling.clerk => {
                    self.texts.insert(key.clone(), text.clone());
                }
                Fact::Date(..) | Fact::Text(..) => {}
            }
        }
        if latest && stage != was.0 {
            self.move_to(was.0, stage, facts, &telling.reached);
        }
        if latest {
            (self.stage, self.money) = (stage, money);
        }
        if telling.filed || (stage, money) != was {
            let kept = self.told.get(&month).is_some_and(|told| told.filed);
            let filed = telling.filed || kept;
            let said = self.told.get(&month).and_then(|told| told.progress.clone());
            let progress = telling.progress.clone().or(said);
            let credited = telling.credited;
            self.told.insert(month, Told { stage, money, filed, progress, credited });
        }
    }

    /// A stage reached without a date has that of its telling; stages beyond one a project fell
    /// back to are not reached any more.
    fn move_to(&mut self, from: usize, to: usize, facts: &[Fact], reached: &str) {
        let key = format!("stage_{}", STAGES[to]);
        let dated = facts.iter().any(|fact| matches!(fact, Fact::Date(known, _) if *known == key));
        if to < from {
            for later in &STAGES[to + 1..] {
                self.dates.remove(&format!("stage_{later}"));
            }
        }
        if !dated && to > 0 {
            self.dates.insert(key, reached.to_owned());
        }
    }

    /// The last month in which it moved, up to a month: a later stage, a work item done, more paid
    /// in or invested than ever before; at the earliest the month it entered.
    pub fn moved_in(&self, until: Month) -> Month {
        let mut last = self.entered_month.unwrap_or(until);
        let mut most: Option<(usize, Option<i64>, Option<i64>)> = None;
        for (month, told) in self.told.range(..=until) {
            let (paid, invested) = (told.money[PAID], told.money[INVESTED]);
            if let Some((stage, most_paid, most_invested)) = most {
                let rose = |now: Option<i64>, before: Option<i64>| {
                    now.zip(before).is_some_and(|(now, before)| now > before)
                };
                let more =
                    told.stage > stage || rose(paid, most_paid) || rose(invested, most_invested);
                if more && told.credited {
                    last = last.max(*month);
                }
                most =
                    Some((stage.max(told.stage), most_paid.max(paid), most_invested.max(invested)));
            } else {
                most = Some((told.stage, paid, invested));
            }
        }
        let reached = self
            .dates
            .iter()
            .filter(|(key, _)| key.starts_with("stage_") || key.ends_with("_actual"));
        let months = reached.filter_map(|(_, date)| Month::of_text(date).ok());
        months.filter(|month| *month <= until).fold(last, Month::max)
    }

    /// Months without progress up to a month; those that an excuse touches are not counted.
    pub fn idle(&self, until: Month) -> i32 {
        let excused = |month: Month| {
            self.excuses
                .iter()
                .any(|(from, to)| Month::of(*from) <= month && month <= Month::of(*to))
        };
        let months = self.moved_in(until).0 + 1..=until.0;
        months.filter(|month| !excused(Month(*month))).count() as i32
    }

    /// Whether standing still is accepted on a day.
    pub fn is_excused(&self, on: Day) -> bool {
        self.excuses.iter().any(|(from, to)| *from <= on && on <= *to)
    }

    /// The last month in which its district reported it, up to a month.
    pub fn reported_in(&self, until: Month) -> Month {
        let filed = self.told.range(..=until).filter(|(_, told)| told.filed);
        let entered = self.entered_month.unwrap_or(until);
        filed.map(|(month, _)| *month).fold(entered, Month::max)
    }
}
