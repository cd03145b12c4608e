//! What districts apply for is screened (甄别): new projects, and changes that need a decision.

use super::calendar::Month;
use super::files;
use super::newcomers::Newcomer;
use super::project::{Fact, PLANNED, Project, TOTAL, Telling};
use super::{Result, Year};

/// What waits to be screened: by the name of a project, what will hold once it is granted.
pub enum Waiting {
    Entry { newcomer: &'static Newcomer, project: Box<Project>, facts: Vec<Fact> },
    Change { project: usize, fact: Fact },
}

const REASON: &str = "已与板块核实";

impl Year<'_> {
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
            let code =
                code.ok_or_else(|| format!("{name} does not wait to be screened"))?.0.clone();
            match &one {
                Waiting::Entry { newcomer, .. }
                    if newcomer.basis.is_empty() && turn.is_multiple_of(2) =>
                {
                    self.clerk.run(&["screen", "return", &code, "--reason", "请补充入库依据"])?;
                }
                Waiting::Entry { newcomer, .. } if newcomer.basis.is_empty() => {
                    let (reason, who) = ("市领导要求纳入跟踪", "示例副市长");
                    self.clerk.run(&[
                        "screen",
                        "admit",
                        &code,
                        "--override",
                        reason,
                        "--approved-by",
                        who,
                    ])?;
                    self.world.exceptions.push((
                        self.world.projects.len(),
                        reason.to_owned(),
                        who.to_owned(),
                    ));
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
        args.extend(["--reason", REASON, "--quiet"]);
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
                let mut project =
                    Project { code, entered: today, entered_month: Some(month), ..*project };
                project.tell(&telling, &facts);
                self.world.projects.push(project);
            }
            Waiting::Change { project: place, fact } => {
                let before = self.world.projects[place].clone();
                self.world.projects[place].tell(&telling, &[fact]);
                let operation = self.clerk.operation;
                self.note_figures(operation, Some(REASON), (place, &before), month);
            }
        }
    }
}

/// A project as its district's report of a month describes it, without code and without a past; and
/// what that says once it is admitted.
pub fn applying(newcomer: &Newcomer, month: Month) -> (Project, Vec<Fact>) {
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
    facts.push(Fact::Money(TOTAL, newcomer.total * files::layout::WAN));
    facts.push(Fact::Money(PLANNED, newcomer.planned * files::layout::WAN));
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
