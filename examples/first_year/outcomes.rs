//! What meetings note of appeals, what is closed, and what comes back.

use super::appeal::{Appeal, ESCALATED, HIGHER, PATH, PENDING, PLAN, REFUSED, SOLVED, State};
use super::calendar::{Day, Month};
use super::chance::Chance;
use super::files::lists::{self, Noted};
use super::journal::What;
use super::{Result, Year, opening};

impl Year<'_> {
    /// What the first meeting noted, from the file of the first round.
    pub fn first_outcomes(&mut self) -> Result<()> {
        let file = "examples/first-batch/round/办理结果.csv";
        self.clerk.run(&["appeal", "outcome", "--from", file, "--yes", "--quiet"])?;
        let day = Day::from_ymd_opt(2020, 3, 12).unwrap_or_default();
        let operation = self.clerk.operation;
        for (appeal, outcome) in opening::outcomes()?.into_iter().enumerate() {
            self.world.appeals[appeal].outcomes.push((day, outcome));
            self.note(operation, None, What::Event { appeal, on: day, kind: "outcome" });
        }
        Ok(())
    }

    /// What a supervision meeting noted, recorded the day after.
    pub fn note_outcomes(&mut self, turn: usize, month: Month) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("outcomes {month}"));
        let on = self.world.today;
        let mut noted = Vec::new();
        for appeal in self.world.appeals.iter_mut().filter(|it| it.state() == State::Dispatched) {
            let next = match (appeal.outcome(), chance.below(100)) {
                (PENDING, 0..20) => SOLVED,
                (PENDING, 20..35) => PATH,
                (PENDING, 35..46) => PLAN,
                (PENDING, 46..54) => HIGHER,
                (PENDING, 54..64) => ESCALATED,
                (PENDING, 64..68) => REFUSED,
                (HIGHER | PLAN, 0..25) => PATH,
                (PATH | PLAN | HIGHER, 25..50) => SOLVED,
                _ => continue,
            };
            appeal.outcomes.push((on, next));
            noted.push(Noted {
                appeal: appeal.code.clone(),
                name: self.world.projects[appeal.project].name.clone(),
                outcome: next,
                on,
            });
        }
        if noted.is_empty() {
            return Ok(());
        }
        let folder = self.clerk.folder.join(month.to_string());
        let file = lists::outcomes(&folder, &format!("办理结果{turn}.csv"), &noted)?;
        let file = file.display().to_string();
        self.clerk.run(&["appeal", "outcome", "--from", &file, "--yes", "--quiet"])?;
        Ok(())
    }

    /// What the review meeting settled of what was brought before it.
    pub fn settle_escalated(&mut self) -> Result<()> {
        let on = self.world.today;
        let mut codes = Vec::new();
        for appeal in &mut self.world.appeals {
            if appeal.state().is_open() && appeal.outcome() == ESCALATED {
                appeal.outcomes.push((on, PATH));
                codes.push(appeal.code.clone());
            }
        }
        if codes.is_empty() {
            return Ok(());
        }
        let mut args = vec!["appeal", "outcome"];
        args.extend(codes.iter().map(String::as_str));
        args.extend(["--outcome", "已有明确办理途径", "--quiet"]);
        self.clerk.run(&args)?;
        Ok(())
    }

    /// What is solved is closed, firms are asked; now and then one is reopened or withdrawn.
    pub fn settle(&mut self, turn: usize) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("settle {turn}"));
        let today = self.world.today;
        let mut closed = Vec::new();
        for appeal in &mut self.world.appeals {
            let settled = matches!(appeal.outcome(), SOLVED | REFUSED);
            if appeal.can_close() && settled && chance.happens(70) {
                appeal.close(today);
                closed.push(appeal.code.clone());
            }
        }
        if !closed.is_empty() {
            let mut args = vec!["appeal", "close"];
            args.extend(closed.iter().map(String::as_str));
            args.push("--quiet");
            self.clerk.run(&args)?;
        }
        self.rate(&closed, &mut chance)?;
        self.turn_back(turn)
    }

    fn rate(&mut self, closed: &[String], chance: &mut Chance) -> Result<()> {
        let ratings = [("满意", "satisfied"), ("基本满意", "mostly"), ("不满意", "unsatisfied")];
        for (word, key) in ratings {
            let share = if key == "satisfied" { 60 } else { 40 };
            let mut codes = Vec::new();
            for appeal in self.world.appeals.iter_mut().filter(|it| closed.contains(&it.code)) {
                if appeal.satisfaction.is_none() && chance.happens(share) {
                    appeal.satisfaction = Some(key);
                    codes.push(appeal.code.clone());
                }
            }
            if codes.is_empty() {
                continue;
            }
            let mut args = vec!["appeal", "satisfaction"];
            args.extend(codes.iter().map(String::as_str));
            args.extend(["--rating", word, "--quiet"]);
            self.clerk.run(&args)?;
        }
        Ok(())
    }

    /// Every fourth month one is reopened, every third one is withdrawn.
    fn turn_back(&mut self, turn: usize) -> Result<()> {
        let today = self.world.today;
        if turn % 4 == 2 {
            let before = |day: Day| day < today;
            let closed = self.world.appeals.iter_mut().filter(|it| {
                it.state() == State::Closed
                    && before(it.since())
                    && self.world.projects[it.project].left.is_none()
            });
            if let Some(appeal) = closed.last() {
                appeal.reopen(today);
                let code = appeal.code.clone();
                self.clerk.run(&[
                    "appeal",
                    "reopen",
                    &code,
                    "--reason",
                    "企业反映未落实",
                    "--quiet",
                ])?;
            }
        }
        if turn % 3 == 1 {
            let open =
                |it: &&mut Appeal| it.state() == State::Dispatched && it.outcome() == PENDING;
            if let Some(appeal) = self.world.appeals.iter_mut().find(open) {
                appeal.end(today, State::Withdrawn);
                let code = appeal.code.clone();
                self.clerk.run(&[
                    "appeal",
                    "withdraw",
                    &code,
                    "--reason",
                    "企业已自行解决",
                    "--quiet",
                ])?;
            }
        }
        Ok(())
    }
}
