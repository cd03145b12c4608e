//! What the clerk does with single projects: they leave and come back, are merged, split, renamed
//! and changed.

use super::appeal::State;
use super::calendar::Month;
use super::files::layout::WAN;
use super::journal::What;
use super::page::{Cell, optional};
use super::project::{Exit, Fact, Project, TOTAL, Telling};
use super::{Result, Year};

/// What a part has from the whole.
const INHERITED: [&str; 8] =
    ["investor", "parent", "origin_name", "industry", "basis", "leader", "responsible", "tracker"];

impl Year<'_> {
    /// Before the meeting.
    pub fn deeds_before(&mut self, turn: usize, early: &[usize]) -> Result<()> {
        let grounds = [("终止", "terminated"), ("转内资", "domestic"), ("迁出", "relocated")];
        if turn % 2 == 1 {
            let place = self.nth(turn * 5, |project| project.stage <= 1);
            self.remove(place, grounds[turn % 3], "外方调整投资计划", None)?;
        }
        if turn.is_multiple_of(3)
            && let Some(place) = self.any(|project| project.stage == 5)
        {
            self.remove(place, ("投产", "production"), "已投产，不再需要市级推动", None)?;
        }
        let place = self.nth(turn * 7, |project| project.stage >= 1);
        let leader = [Fact::Text("leader".to_owned(), "顾弘毅".to_owned())];
        self.update(place, &["--leader", "顾弘毅"], &leader, None)?;
        match turn {
            3 => self.rename(),
            4 => self.add().and_then(|()| self.excuse()),
            5 => {
                let place = self.nth(40, |project| project.stage == 2);
                let approver = Some("示例副市长");
                self.remove(place, ("长期无实质进展", "stalled"), "项目长期停工", approver)
            }
            6 => self.fall_back().and_then(|()| self.raise_in_error(early)),
            8 => self.readmit(),
            9 => self.merge().and_then(|()| self.give_up()),
            10 => self.split(),
            _ => Ok(()),
        }
    }

    /// The n-th project in the library of which something holds, or the last.
    pub fn nth(&self, n: usize, holds: impl Fn(&Project) -> bool) -> usize {
        let found: Vec<usize> =
            self.world.inside().filter(|(_, it)| holds(it)).map(|(place, _)| place).collect();
        found.get(n % found.len().max(1)).copied().unwrap_or(0)
    }

    fn any(&self, holds: impl Fn(&Project) -> bool) -> Option<usize> {
        self.world.inside().find(|(_, project)| holds(project)).map(|(place, _)| place)
    }

    pub fn code(&self, place: usize) -> String {
        self.world.projects[place].code.clone()
    }

    fn remove(
        &mut self,
        place: usize,
        ground: (&str, &'static str),
        reason: &str,
        approver: Option<&str>,
    ) -> Result<()> {
        let code = self.code(place);
        let mut args = vec!["remove", &code, "--ground", ground.0, "--reason", reason];
        if let Some(approver) = approver {
            args.extend(["--override", "市领导同意", "--approved-by", approver]);
        }
        self.clerk.run(&args)?;
        self.go(place, ground.1, reason, approver);
        Ok(())
    }

    /// It is gone, and its open appeals end with it.
    fn go(&mut self, place: usize, ground: &'static str, reason: &str, approver: Option<&str>) {
        let day = self.world.today;
        let (reason, approver) = (reason.to_owned(), approver.map(str::to_owned));
        self.world.projects[place].left = Some(Exit { day, ground, reason, approver });
        let own = self.world.appeals.iter_mut().filter(|appeal| appeal.project == place);
        for appeal in own.filter(|appeal| appeal.state().is_open()) {
            appeal.end(day, State::Terminated);
        }
    }

    /// The clerk changes a project today.
    pub fn update(
        &mut self,
        place: usize,
        flags: &[&str],
        facts: &[Fact],
        reason: Option<&str>,
    ) -> Result<()> {
        let code = self.code(place);
        let mut args = [&["update", &code], flags, &["--quiet"]].concat();
        reason.iter().for_each(|reason| args.extend(["--reason", *reason]));
        self.clerk.run(&args)?;
        let telling = Telling::clerk(self.world.today);
        let before = self.world.projects[place].clone();
        self.world.projects[place].tell(&telling, facts);
        let operation = self.clerk.operation;
        self.note_figures(operation, reason, (place, &before), telling.month);
        Ok(())
    }

    fn rename(&mut self) -> Result<()> {
        let place = self.nth(11, |project| project.stage == 2);
        let (code, name) = (self.code(place), "沨屿精密部件项目");
        self.clerk.run(&["rename", &code, name, "--reason", "企业核准名称变更"])?;
        self.world.projects[place].name = name.to_owned();
        Ok(())
    }

    /// A project that the city's leaders designated.
    fn add(&mut self) -> Result<()> {
        let name = "沐岚影像诊断中心";
        let flags = [
            "--district",
            "姑苏",
            "--total",
            "3600万美元",
            "--basis",
            "指定",
            "--industry",
            "生物医药",
        ];
        self.clerk.run(&[&["add", "--name", name], &flags[..]].concat())?;
        let day = self.world.today;
        let texts = [("industry", "生物医药"), ("basis", "designated")];
        let facts = [Fact::Money(TOTAL, 3600 * WAN)];
        let mut project = Project {
            code: self.world.next_code(Month::of(day).year()),
            name: name.to_owned(),
            district: 7,
            entered: day,
            entered_month: Some(Month::of(day)),
            texts: texts.map(|(key, text)| (key.to_owned(), text.to_owned())).into(),
            ..Project::default()
        };
        project.tell(&Telling::clerk(day), &facts);
        self.world.projects.push(project);
        Ok(())
    }

    /// Why a project stands still is accepted for a while.
    fn excuse(&mut self) -> Result<()> {
        let until = self.world.month_due(&self.calendar);
        let place = self.nth(9, |project| until.0 - project.moved_in(until).0 >= 3);
        let code = self.code(place);
        let last = Month(until.0 + 3).last();
        let day = last.to_string();
        self.clerk.run(&["rules", "excuse", &code, "--until", &day, "--reason", "等待环评批复"])?;
        self.world.projects[place].excuses.push((self.world.today, last));
        Ok(())
    }

    fn fall_back(&mut self) -> Result<()> {
        let place = self.nth(17, |project| project.stage == 1);
        let name = "stage_signed".to_owned();
        let signed = self.world.projects[place].dates.get(&name).cloned();
        let reason = Some("外方退出协议，重新洽谈");
        self.update(place, &["--stage", "在谈"], &[Fact::Stage(0)], reason)?;
        // A date that was known is not any more.
        let (before, after) = (optional(signed.as_deref()), Cell::Blank);
        let operation = self.clerk.operation;
        self.note(operation, reason, What::Date { place, name, before, after });
        Ok(())
    }

    /// The one that left first comes back.
    fn readmit(&mut self) -> Result<()> {
        let gone = self.world.projects.iter().position(|project| {
            project.left.as_ref().is_some_and(|exit| exit.ground == "domestic")
        });
        let Some(place) = gone else { return Ok(()) };
        let code = self.code(place);
        self.clerk.run(&["readmit", &code, "--reason", "外方重新启动项目"])?;
        let today = self.world.today;
        let project = &mut self.world.projects[place];
        project.left = None;
        (project.entered, project.entered_month) = (today, Some(Month::of(today)));
        Ok(())
    }

    /// Two small projects of one district go on as one.
    fn merge(&mut self) -> Result<()> {
        let from = self.nth(23, |project| project.stage == 1);
        let district = self.world.projects[from].district;
        let own = self.world.of_district(district);
        let Some(into) = own.into_iter().find(|place| *place != from) else { return Ok(()) };
        let (code, other, reason) = (self.code(from), self.code(into), "合并实施");
        self.clerk.run(&["merge", &code, "--into", &other, "--reason", reason])?;
        self.go(from, "merged", reason, None);
        Ok(())
    }

    /// One that has not moved for more than half a year leaves.
    fn give_up(&mut self) -> Result<()> {
        let until = self.world.month_due(&self.calendar);
        let idle = |project: &Project| {
            project.excuses.is_empty() && until.0 - project.moved_in(until).0 >= 8
        };
        let Some(place) = self.any(idle) else { return Ok(()) };
        self.remove(place, ("长期无实质进展", "stalled"), "多次督办仍无进展", None)
    }

    fn split(&mut self) -> Result<()> {
        let large = |project: &Project| project.stage == 2 && project.is_large();
        let place = self.nth(3, large);
        let (code, name) = (self.code(place), "珣澈二次配套基地");
        let flags = ["--name", name, "--total", "1000万美元", "--reason", "分期实施"];
        self.clerk.run(&[&["split", &code], &flags[..]].concat())?;
        let day = self.world.today;
        let telling = Telling { credited: false, ..Telling::clerk(day) };
        let before = self.world.projects[place].clone();
        let whole = &mut self.world.projects[place];
        let rest = whole.amount(TOTAL) - 1000 * WAN;
        whole.tell(&telling, &[Fact::Money(TOTAL, rest)]);
        let mut part = Project {
            name: name.to_owned(),
            district: whole.district,
            group: whole.group.clone(),
            stage: whole.stage,
            entered: day,
            entered_month: Some(Month::of(day)),
            ..Project::default()
        };
        let kept = whole.texts.iter().filter(|(key, _)| INHERITED.contains(&key.as_str()));
        part.texts = kept.map(|(key, text)| (key.clone(), text.clone())).collect();
        let reached = whole.dates.iter().filter(|(key, _)| key.starts_with("stage_"));
        part.dates = reached.map(|(key, date)| (key.clone(), date.clone())).collect();
        part.tell(&telling, &[Fact::Money(TOTAL, 1000 * WAN)]);
        part.code = self.world.next_code(Month::of(day).year());
        self.world.projects.push(part);
        let operation = self.clerk.operation;
        self.note_figures(operation, Some("分期实施"), (place, &before), telling.month);
        Ok(())
    }
}
