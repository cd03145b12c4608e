//! What meetings decide and leaders instruct, and how it is followed until it is done.

use super::calendar::Month;
use super::chance::Chance;
use super::files::lists;
use super::task::{Source, Step, Task};
use super::world::{DEPARTMENTS, DISTRICTS};
use super::{Result, Year};

impl Year<'_> {
    fn next_task(&self) -> String {
        let year = Month::of(self.world.today).year();
        let head = format!("RW{year}-");
        let known = self.world.tasks.iter().filter(|task| task.code.starts_with(&head)).count();
        format!("{head}{:04}", known + 1)
    }

    /// Two decisions of a meeting: one about an appeal in hand, to a department; one about a
    /// project that stands still, to its district. A 点评会 leaves the day open.
    pub fn decide(&mut self, code: &str, review: bool, month: Month) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("decide {code}"));
        let source = if review { Source::Review } else { Source::Supervision };
        let today = self.world.today;
        let due = (!review).then(|| self.calendar.after(today, 8 + chance.below(14)));
        let open: Vec<usize> = (0..self.world.appeals.len())
            .filter(|place| self.world.appeals[*place].state().is_open())
            .collect();
        let decision = |text: String, project: usize, appeal: Option<usize>| Task {
            code: String::new(),
            source,
            meeting: Some(code.to_owned()),
            leader: None,
            day: today,
            text,
            district: None,
            departments: Vec::new(),
            due: None,
            project: Some(project),
            appeal,
            steps: Vec::new(),
        };
        let mut made = Vec::new();
        if !open.is_empty() {
            let place = open[chance.below(open.len())];
            let appeal = &self.world.appeals[place];
            let text = format!("{month}议定：{}一周内提出办理意见", appeal.code);
            let departments = appeal.targets.clone();
            let leader = Some("示例副市长".to_owned());
            let said = decision(text, appeal.project, Some(place));
            made.push(Task { departments, due, leader, ..said });
        }
        let until = self.world.month_due(&self.calendar);
        let place = self.nth(chance.below(30), |project| project.idle(until) >= 1);
        let project = &self.world.projects[place];
        let text = format!("{month}议定：{}倒排计划，逐周推进", project.name);
        made.push(Task { district: Some(project.district), ..decision(text, place, None) });
        if !review {
            return made.into_iter().try_for_each(|task| self.order(task));
        }
        // What a 点评会 decides comes as a sheet.
        let sheet = made.iter().map(|task| lists::Decided {
            subject: match task.appeal {
                Some(place) => self.world.appeals[place].code.clone(),
                None => self.world.projects[place].code.clone(),
            },
            name: task.project.map(|it| self.world.projects[it].name.clone()).unwrap_or_default(),
            text: task.text.clone(),
            district: task.district,
            departments: task.departments.clone(),
            leader: task.leader.clone(),
        });
        let sheet: Vec<lists::Decided> = sheet.collect();
        let folder = self.clerk.folder.join(month.to_string());
        let file = lists::decisions(&folder, &sheet)?.display().to_string();
        self.clerk.run(&["meeting", "decide", code, "--from", &file])?;
        made.into_iter().for_each(|task| self.enrol(task));
        Ok(())
    }

    fn enrol(&mut self, task: Task) {
        let code = self.next_task();
        self.world.tasks.push(Task { code, ..task });
    }

    /// A leader's written instruction.
    pub fn instruct(&mut self, month: Month) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("instruct {month}"));
        let today = self.world.today;
        self.order(Task {
            code: String::new(),
            source: Source::Instruction,
            meeting: None,
            // Not every instruction says whose it is.
            leader: chance.happens(70).then(|| "示例书记".to_owned()),
            day: today,
            text: format!("{month}批示：抓紧落实重点项目要素保障"),
            district: Some(chance.below(10)),
            departments: vec![3, 7],
            due: Some(self.calendar.after(today, 15)),
            project: None,
            appeal: None,
            steps: Vec::new(),
        })
    }

    fn order(&mut self, task: Task) -> Result<()> {
        let mut args: Vec<String> = match &task.meeting {
            Some(code) => ["meeting", "decide", code].map(str::to_owned).to_vec(),
            None => ["task", "log", "--source", "批示"].map(str::to_owned).to_vec(),
        };
        let mut say = |flag: &str, value: &str| args.extend([flag.to_owned(), value.to_owned()]);
        say("--text", &task.text);
        task.leader.iter().for_each(|leader| say("--leader", leader));
        task.district.iter().for_each(|it| say("--district", DISTRICTS[*it].0));
        task.departments.iter().for_each(|it| say("--department", DEPARTMENTS[*it].0));
        task.due.iter().for_each(|day| say("--due", &day.to_string()));
        match (task.appeal, task.project) {
            (Some(place), _) => say("--appeal", &self.world.appeals[place].code),
            (None, Some(place)) => say("--project", &self.world.projects[place].code),
            (None, None) => {}
        }
        self.clerk.run(&args)?;
        self.enrol(task);
        Ok(())
    }

    /// What was done about them since.
    pub fn follow_up(&mut self, month: Month) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("follow up {month}"));
        let today = self.world.today;
        let (mut moved, mut done) = (Vec::new(), Vec::new());
        let note = format!("{month}：已会同有关单位现场办公");
        for task in self.world.tasks.iter_mut().filter(|task| task.done().is_none()) {
            match chance.below(100) {
                0..35 => {
                    task.steps.push(Step { day: today, done: true, note: None });
                    done.push(task.code.clone());
                }
                35..70 => {
                    task.steps.push(Step { day: today, done: false, note: Some(note.clone()) });
                    moved.push(task.code.clone());
                }
                _ => {}
            }
        }
        if !moved.is_empty() {
            let mut args = vec!["task", "progress"];
            args.extend(moved.iter().map(String::as_str));
            args.extend(["--note", &note]);
            self.clerk.run(&args)?;
        }
        if !done.is_empty() {
            let mut args = vec!["task", "done"];
            args.extend(done.iter().map(String::as_str));
            self.clerk.run(&args)?;
        }
        Ok(())
    }
}
