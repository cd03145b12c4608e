//! The monthly reports: what districts write, and what the clerk does with it.

use super::calendar::Month;
use super::chance::Chance;
use super::files::cell::Line;
use super::files::{self, table};
use super::newcomers::{NEWCOMERS, Newcomer};
use super::news::{self, News};
use super::project::{Fact, PAID, Project, Telling};
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

/// What waits to be screened: by the name of a project, what will hold once it is granted.
pub enum Waiting {
    Entry { newcomer: &'static Newcomer, project: Box<Project>, facts: Vec<Fact> },
    Change { project: usize, fact: Fact },
}

impl Year<'_> {
    pub fn plan(&self, turn: usize, month: Month) -> Plan {
        let mut chance = Chance::of(self.seed, &format!("plan {month}"));
        let mut order: Vec<usize> = (0..10).collect();
        chance.shuffle(&mut order);
        // Nobody with a new project is late, so that all are screened in one go.
        order.sort_by_key(|district| !NEWCOMERS.iter().any(|n| n.turn + 1 == turn && n.district == *district));
        let mut take = |count: usize| order.split_off(order.len() - count.min(order.len()));
        let after = take(usize::from(turn % 2 == 0));
        let mut late = take(1 + usize::from(turn % 3 == 0));
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
    pub fn arrive(&mut self, turn: usize, month: Month, districts: &[usize], how: Arrival) -> Result<()> {
        if districts.is_empty() {
            return Ok(());
        }
        let reporting = month.previous();
        let folder = self.clerk.folder.join(format!("{month}/月报{}", self.world.today.format("%d")));
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
        self.clerk.run(&["import", &folder, "--month", &month, "--yes", "--quiet"])?;
        Ok(())
    }

    /// A district has nothing to change: each of its projects is reported as it stood.
    fn nil(&mut self, district: usize, month: Month) -> Result<()> {
        let name = super::world::DISTRICTS[district].0;
        self.clerk.run(&["reports", "nil", name, "--month", &month.to_string()])?;
        for place in self.world.of_district(district) {
            self.world.projects[place].tell(&Telling::report(month), &[]);
        }
        self.world.file(district, month, self.world.today, None);
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
        let mut rows: Vec<Project> = Vec::new();
        let mut paid_before = Vec::new();
        let mut order: Vec<usize> = told.keys().copied().collect();
        chance.shuffle(&mut order);
        for place in &order {
            let (mut project, news) = told[place].clone();
            if let Some(Fact::Money(quantity, cents)) = news.asked {
                project.money[quantity] = Some(cents);
            }
            paid_before.push(self.paid_until(*place, month.previous()));
            rows.push(project);
        }
        let newcomers = NEWCOMERS.iter().filter(|it| it.turn + 1 == turn && it.district == district);
        for newcomer in newcomers {
            let (project, facts) = applying(newcomer, month);
            paid_before.push(None);
            rows.push(project.clone());
            let project = Box::new(project);
            self.waiting.push(Waiting::Entry { newcomer, project, facts });
        }
        let sentences: Vec<String> = rows.iter().map(|it| table::progress(it, &mut chance)).collect();
        let lines: Vec<Line<'_>> = rows
            .iter()
            .zip(&sentences)
            .zip(&paid_before)
            .map(|((project, progress), paid_before)| Line {
                project,
                paid_before: *paid_before,
                progress,
                problem: "",
                spoilt: None,
            })
            .collect();
        let path = files::report(folder, district, month, self.world.today, &lines, &mut chance)?;
        for (place, (project, news)) in told {
            self.world.projects[place] = project;
            if let Some(fact) = news.asked {
                self.waiting.push(Waiting::Change { project: place, fact });
            }
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.world.file(district, month, self.world.today, name);
        Ok(())
    }

    /// Paid in by the end of a month, as far as reported.
    pub fn paid_until(&self, place: usize, month: Month) -> Option<i64> {
        let told = self.world.projects[place].told.range(..=month).next_back();
        told.and_then(|(_, told)| told.money[PAID])
    }

    /// What was applied for is admitted or returned (甄别).
    pub fn screen(&mut self, turn: usize) -> Result<()> {
        let listed = self.clerk.page(&["screen", "list"])?;
        let mut codes: Vec<(String, String)> = Vec::new();
        for row in listed["tables"][0]["rows"].as_array().into_iter().flatten() {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            codes.push((text("application"), text("name")));
        }
        let waiting = std::mem::take(&mut self.waiting);
        let mut admitted = Vec::new();
        for one in waiting {
            let name = match &one {
                Waiting::Entry { newcomer, .. } => newcomer.name,
                Waiting::Change { project, .. } => &self.world.projects[*project].name,
            };
            let code = codes.iter().find(|(_, known)| known == name);
            let code = code.ok_or_else(|| format!("{name} does not wait to be screened"))?.0.clone();
            match &one {
                Waiting::Entry { newcomer, .. } if newcomer.basis.is_empty() && turn % 2 == 0 => {
                    self.clerk.run(&["screen", "return", &code, "--reason", "请补充入库依据"])?;
                }
                Waiting::Entry { newcomer, .. } if newcomer.basis.is_empty() => {
                    let (reason, who) = ("市领导要求纳入跟踪", "示例副市长");
                    self.clerk.run(&["screen", "admit", &code, "--override", reason, "--approved-by", who])?;
                    self.world.exceptions.push((self.world.projects.len(), reason.to_owned(), who.to_owned()));
                    self.grant(one);
                }
                _ => admitted.push((code, one)),
            }
        }
        if admitted.is_empty() {
            return Ok(());
        }
        admitted.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut args = vec!["screen", "admit"];
        args.extend(admitted.iter().map(|(code, _)| code.as_str()));
        args.extend(["--reason", "已与板块核实", "--quiet"]);
        self.clerk.run(&args)?;
        admitted.into_iter().for_each(|(_, one)| self.grant(one));
        Ok(())
    }

    fn grant(&mut self, one: Waiting) {
        let today = self.world.today;
        let month = Month::of(today).previous();
        let telling = Telling { clerk: true, ..Telling::report(month) };
        match one {
            Waiting::Entry { project, facts, .. } => {
                let code = self.world.next_code(Month::of(today).year());
                let mut project = Project { code, entered: today, entered_month: Some(month), ..*project };
                project.tell(&telling, &facts);
                self.world.projects.push(project);
            }
            Waiting::Change { project, fact } => self.world.projects[project].tell(&telling, &[fact]),
        }
    }
}

/// A project as its district's report of a month describes it, without code and without a past; and
/// what that says once it is admitted.
fn applying(newcomer: &Newcomer, month: Month) -> (Project, Vec<Fact>) {
    let layout = &files::layout::LAYOUTS[newcomer.district];
    let has = |key: &str| layout.columns.split_whitespace().any(|known| known == key);
    let texts = [
        ("investor", newcomer.investor),
        ("origin_name", newcomer.origin),
        ("industry", newcomer.industry),
        ("basis", newcomer.basis),
        ("responsible", "招商局"),
        ("tracker", "许星野"),
    ];
    let mut facts = vec![Fact::Stage(newcomer.stage)];
    for (key, said) in texts {
        if !said.is_empty() && (key == "origin_name" || has(key)) {
            facts.push(Fact::Text(key.to_owned(), said.to_owned()));
        }
    }
    facts.push(Fact::Money(super::project::TOTAL, newcomer.total * files::layout::WAN));
    facts.push(Fact::Money(super::project::PLANNED, newcomer.planned * files::layout::WAN));
    if newcomer.stage == 1 {
        let signed = month.first() + chrono::Days::new(10);
        facts.push(Fact::Date("stage_signed".to_owned(), signed.to_string()));
    }
    let blank = Project {
        name: newcomer.name.to_owned(),
        district: newcomer.district,
        group: newcomer.group.to_owned(),
        ..Project::default()
    };
    let mut project = blank;
    project.tell(&Telling::report(month), &facts);
    project.told.clear();
    (project, facts)
}
