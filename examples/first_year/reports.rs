//! The monthly reports: what districts write, and what the clerk does with it.

use super::calendar::Month;
use super::chance::Chance;
use super::files::cell::Line;
use super::files::{self, table};
use super::journal::What;
use super::newcomers::NEWCOMERS;
use super::news::{self, News};
use super::project::{Fact, PAID, Project, Telling};
use super::screening::{Waiting, applying};
use super::{Result, Year};
use std::collections::BTreeMap;
use std::path::Path;

/// When a report comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    OnTime,
    /// After its day, before the meeting.
    Late,
    /// After the meeting (补报).
    AfterMeeting,
}

/// Which districts report when.
pub struct Plan {
    pub early: Vec<usize>,
    pub timely: Vec<usize>,
    pub late: Vec<usize>,
    pub after: Vec<usize>,
}

/// A row that came back, with what it says of its project.
pub struct Rejected {
    pub district: usize,
    pub place: usize,
    pub project: Project,
}

impl Year<'_> {
    pub fn plan(&self, turn: usize, month: Month) -> Plan {
        let mut chance = Chance::of(self.seed, &format!("plan {month}"));
        let mut order: Vec<usize> = (0..10).collect();
        chance.shuffle(&mut order);
        // Nobody with a new project is late, so that all are screened in one go.
        order.sort_by_key(|district| {
            !NEWCOMERS.iter().any(|n| n.turn + 1 == turn && n.district == *district)
        });
        let mut take = |count: usize| order.split_off(order.len() - count.min(order.len()));
        let after = take(usize::from(turn.is_multiple_of(2)));
        let mut late = take(1 + usize::from(turn.is_multiple_of(3)));
        if turn == 5 {
            // One does not report at all.
            late.pop();
        }
        let timely = take(4);
        Plan { early: order, timely, late, after }
    }

    /// The forms go out.
    pub fn send_forms(&mut self, month: Month) -> Result<()> {
        let folder = self.clerk.folder.join(format!("{month}/下发"));
        let (reporting, folder) = (month.previous().to_string(), folder.display().to_string());
        let args = ["template", "--all", "--month", &reporting, "--output-dir", &folder, "--quiet"];
        self.clerk.run(&args)?;
        Ok(())
    }

    /// Reports of some districts come in one day and are imported in one go.
    pub fn arrive(
        &mut self,
        turn: usize,
        month: Month,
        districts: &[usize],
        how: Arrival,
    ) -> Result<()> {
        if districts.is_empty() {
            return Ok(());
        }
        let reporting = month.previous();
        let folder =
            self.clerk.folder.join(format!("{month}/月报{}", self.world.today.format("%d")));
        for district in districts {
            if turn == 7 && how == Arrival::Late {
                self.nil(*district, reporting)?;
            } else {
                self.write(turn, reporting, *district, &folder, how)?;
            }
        }
        if !folder.exists() {
            return Ok(());
        }
        let (month, folder) = (reporting.to_string(), folder.display().to_string());
        let args = ["import", &folder, "--month", &month, "--yes", "--quiet"];
        if self.rejected.as_ref().is_some_and(|row| districts.contains(&row.district)) {
            // The sound rows are taken, and one comes back.
            self.clerk.expect(&[&args[..], &["--each", "--accept-valid"]].concat(), 3)?;
        } else {
            self.clerk.run(&args)?;
        }
        Ok(())
    }

    /// A district has nothing to change: each of its projects is reported as it stood.
    fn nil(&mut self, district: usize, month: Month) -> Result<()> {
        let name = super::world::DISTRICTS[district].0;
        self.clerk.run(&["reports", "nil", name, "--month", &month.to_string()])?;
        for place in self.world.of_district(district) {
            self.world.projects[place].tell(&Telling::report(month), &[]);
        }
        self.file(self.clerk.operation, district, month, None);
        Ok(())
    }

    /// Writes a district's report, and lets the world know what it says.
    fn write(
        &mut self,
        turn: usize,
        month: Month,
        district: usize,
        folder: &Path,
        how: Arrival,
    ) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("report {month} {district}"));
        let mut told: BTreeMap<usize, (Project, News)> = BTreeMap::new();
        for place in self.world.of_district(district) {
            let project = &self.world.projects[place];
            let mut news = news::of(project, month, &mut chance);
            if how == Arrival::AfterMeeting {
                // It would wait until the next month's decisions.
                news.asked = None;
            }
            let mut after = project.clone();
            after.tell(&Telling::report(month), &news.facts);
            told.insert(place, (after, news));
        }
        if turn == 3 && how == Arrival::OnTime && self.rejected.is_none() {
            let dated = |(_, (project, _)): &(&usize, &(Project, News))| {
                project.dates.contains_key("stage_signed")
            };
            let spoilt =
                told.iter().find(dated).map(|(place, (project, _))| (*place, project.clone()));
            self.rejected = spoilt.map(|(place, project)| Rejected { district, place, project });
        }
        let spoilt = self.rejected.as_ref().filter(|row| row.district == district);
        let spoilt = spoilt.map(|row| row.place);
        let mut rows: Vec<Project> = Vec::new();
        let mut paid_before = Vec::new();
        let mut order: Vec<usize> = told.keys().copied().collect();
        chance.shuffle(&mut order);
        for place in &order {
            let (mut project, news) = told[place].clone();
            // What is written is the month's, though the register may be further on.
            let own = project.told.get(&month).map(|told| (told.stage, told.money));
            (project.stage, project.money) = own.unwrap_or((project.stage, project.money));
            if let Some(Fact::Money(quantity, cents)) = news.asked {
                project.money[quantity] = Some(cents);
            }
            paid_before.push(self.paid_until(*place, month.previous()));
            rows.push(project);
        }
        let newcomers =
            NEWCOMERS.iter().filter(|it| it.turn + 1 == turn && it.district == district);
        for newcomer in newcomers {
            let (project, facts) = applying(newcomer, month);
            paid_before.push(None);
            rows.push(project.clone());
            let project = Box::new(project);
            self.waiting.push(Waiting::Entry { newcomer, project, facts });
        }
        let sentences: Vec<String> =
            rows.iter().map(|it| table::progress(it, &mut chance)).collect();
        let mut lines: Vec<Line<'_>> = Vec::new();
        for (number, project) in rows.iter().enumerate() {
            let is_spoilt = spoilt.is_some() && order.get(number).copied() == spoilt;
            lines.push(Line {
                project,
                paid_before: paid_before[number],
                progress: &sentences[number],
                problem: "",
                // Nobody can tell January from October.
                spoilt: is_spoilt.then_some(("stage_signed", "2020.1")),
            });
        }
        let path = files::report(folder, district, month, self.world.today, &lines, &mut chance)?;
        let operation = self.clerk.operation + 1;
        for (place, (mut project, news)) in told.into_iter().filter(|(it, _)| Some(*it) != spoilt) {
            let said = order.iter().position(|it| *it == place).map(|row| sentences[row].clone());
            if let Some(told) = project.told.get_mut(&month) {
                told.progress = said;
            }
            let before = std::mem::replace(&mut self.world.projects[place], project);
            self.note_figures(operation, None, (place, &before), month);
            if let Some(fact) = news.asked {
                self.waiting.push(Waiting::Change { project: place, fact });
            }
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.file(operation, district, month, name);
        Ok(())
    }

    /// A district's report of a month has come.
    pub fn file(&mut self, operation: usize, district: usize, month: Month, name: Option<String>) {
        if !self.world.filings.contains_key(&(district, month)) {
            self.note(operation, None, What::Filing { district, month });
        }
        self.world.file(district, month, self.world.today, name);
    }

    /// Paid in by the end of a month, as far as reported.
    pub fn paid_until(&self, place: usize, month: Month) -> Option<i64> {
        let told = self.world.projects[place].told.range(..=month).next_back();
        told.and_then(|(_, told)| told.money[PAID])
    }
}
