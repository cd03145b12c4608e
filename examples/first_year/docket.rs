//! Appeals through the month: lists come, letters go out, departments answer, meetings note outcomes,
//! what is settled is closed.

use super::appeal::{
    Appeal, ESCALATED, Exception, HIGHER, PATH, PENDING, PLAN, REFUSED, SOLVED, State, Step, due,
};
use super::calendar::{Day, Month};
use super::chance::Chance;
use super::files::lists::{self, Answer, Noted, What};
use super::wishes::{thin, wish};
use super::world::World;
use super::{Result, Year, opening};
use std::collections::BTreeMap;

/// Departments answer in two waves: before the meeting, and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wave {
    First,
    Second,
}

/// Everybody answered the first round on the day.
pub fn answer_all(world: &mut World) {
    let today = world.today;
    let dispatches = world.appeals.iter_mut().flat_map(|appeal| &mut appeal.dispatches);
    dispatches.for_each(|dispatch| dispatch.answered = Some(today));
}

impl Year<'_> {
    /// 诉求清单 of some districts come and are logged.
    pub fn log_wishes(&mut self, turn: usize, month: Month) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("wishes {month}"));
        let folder = self.clerk.folder.join(format!("{month}/诉求清单"));
        let mut districts: Vec<usize> = (0..10).collect();
        chance.shuffle(&mut districts);
        districts.truncate(3 + turn % 2);
        districts.sort_unstable();
        let day = self.world.today;
        for district in districts {
            let mut own = self.world.of_district(district);
            chance.shuffle(&mut own);
            own.truncate(1 + chance.below(2));
            let number = self.world.appeals.len();
            let wishes = own.iter().enumerate().map(|(serial, place)| {
                wish(*place, &self.world.projects[*place], number + serial, &mut chance)
            });
            let mut wishes: Vec<lists::Wish> = wishes.collect();
            if matches!(turn, 3 | 6)
                && let Some(first) = wishes.pop()
            {
                wishes.push(thin(first));
            }
            lists::wishes(&folder, district, day, &wishes)?;
            for wish in wishes {
                let code = self.world.next_appeal(month.year());
                let sound = wish.faults.is_empty();
                let state = if sound { State::Ready } else { State::Incomplete };
                self.world.appeals.push(Appeal {
                    code,
                    project: wish.project,
                    category: wish.category,
                    targets: wish.targets,
                    purpose: wish.purpose,
                    urgent: wish.urgent,
                    amount: wish.amount,
                    round: month,
                    logged: day,
                    states: vec![(day, state)],
                    outcomes: Vec::new(),
                    steps: vec![(day, Step::Logged)],
                    dispatches: Vec::new(),
                    satisfaction: None,
                    exception: None,
                    faults: wish.faults,
                });
            }
        }
        let folder = folder.display().to_string();
        let round = month.to_string();
        self.clerk.run(&["appeal", "log", "--from", &folder, "--round", &round, "--yes", "--quiet"])?;
        Ok(())
    }

    /// What says too little goes back to its district; one is sent on although it fails a test.
    pub fn send_back(&mut self, turn: usize, month: Month) -> Result<()> {
        let day = self.world.today;
        let round = month.to_string();
        let failing: Vec<usize> = (0..self.world.appeals.len())
            .filter(|place| self.world.appeals[*place].state() == State::Incomplete)
            .collect();
        for place in failing {
            let appeal = &mut self.world.appeals[place];
            let code = appeal.code.clone();
            if turn == 6 && appeal.round == month {
                let (reason, approver) = ("情况紧急，边补充边办理", "示例副市长");
                let exception = ["--override", reason, "--approved-by", approver, "--quiet"];
                let draft = ["letter", "draft", "--round", &round, "--appeal", &code];
                self.clerk.run(&[&draft[..], &exception].concat())?;
                appeal.turn(day, State::Ready);
                let (reason, approver) = (reason.to_owned(), approver.to_owned());
                appeal.exception = Some(Exception { day, reason, approver });
                break;
            }
            self.clerk.run(&["appeal", "send-back", &code, "--reason", "请写明指标数量和依据", "--quiet"])?;
            appeal.turn(day, State::SentBack);
        }
        Ok(())
    }

    /// What districts completed is taken into the round.
    pub fn complete(&mut self, month: Month) -> Result<()> {
        let (day, round) = (self.world.today, month.to_string());
        for appeal in self.world.appeals.iter_mut().filter(|it| it.state() == State::SentBack) {
            let code = appeal.code.clone();
            let said = ["--problem", "项目用地指标尚缺35亩，区内年度新增空间已经分配完毕。", "--round", &round];
            self.clerk.run(&[&["appeal", "log", &code], &said[..], &["--quiet"]].concat())?;
            appeal.turn(day, State::Ready);
            appeal.faults.clear();
            appeal.round = month;
        }
        Ok(())
    }

    /// Letters of a round are drafted and go out on one day.
    pub fn send_letters(&mut self, month: Month, meeting: Day) -> Result<()> {
        let round = month.to_string();
        let folder = self.clerk.folder.join(format!("{month}/答复表空表")).display().to_string();
        let draft = ["letter", "draft", "--round", &round, "--all", "--output-dir", &folder, "--quiet"];
        self.clerk.run(&draft)?;
        let number = format!("苏商外函〔{}〕{}号", month.year(), month.number());
        self.clerk.run(&["letter", "sent", "--round", &round, "--number", &number, "--quiet"])?;
        let sent = self.world.today;
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, appeal) in self.world.appeals.iter().enumerate() {
            if appeal.round == month && appeal.state() == State::Ready {
                appeal.targets.iter().for_each(|it| parts.entry(*it).or_default().push(place));
            }
        }
        for (department, places) in parts {
            for place in places {
                let appeal = &mut self.world.appeals[place];
                let lead = appeal.targets[0] == department;
                let due = due(&self.calendar, lead, appeal.urgent, sent, Some(meeting));
                appeal.dispatch(department, sent, due);
            }
        }
        Ok(())
    }

    /// The forms that departments send back.
    pub fn answers(&mut self, turn: usize, month: Month, wave: Wave) -> Result<()> {
        let mut chance = Chance::of(self.seed, &format!("answers {month} {wave:?}"));
        let today = self.world.today;
        let mut forms: BTreeMap<usize, Vec<Answer>> = BTreeMap::new();
        for appeal in self.world.appeals.iter_mut().filter(|it| it.state() == State::Dispatched) {
            for dispatch in appeal.dispatches.iter_mut().filter(|it| it.waits()) {
                let on = self.calendar.before(today, 1).max(dispatch.sent);
                let drawn = chance.below(100);
                let what = match (wave, drawn) {
                    (Wave::First, 0..70) | (Wave::Second, 0..85) => What::Final,
                    (Wave::First, 70..75) => What::Interim,
                    (Wave::First, 75..83) => What::Extension(self.calendar.after(dispatch.due_now(), 5)),
                    (Wave::First, 83..87) if !dispatch.lead => What::Return(None),
                    _ => continue,
                };
                match what {
                    What::Final => dispatch.answered = Some(on),
                    What::Extension(until) if on <= dispatch.due_now() => {
                        dispatch.extended = dispatch.extended.max(Some(until));
                    }
                    What::Return(_) => dispatch.returned = Some(on),
                    What::Interim | What::Extension(_) => {}
                }
                forms.entry(dispatch.department).or_default().push(Answer {
                    appeal: appeal.code.clone(),
                    name: self.world.projects[appeal.project].name.clone(),
                    purpose: appeal.purpose.clone(),
                    lead: dispatch.lead,
                    what,
                    on,
                });
            }
        }
        if forms.is_empty() {
            return Ok(());
        }
        let folder = self.clerk.folder.join(format!("{month}/答复表{wave:?}{turn}"));
        for (department, answers) in forms {
            lists::answers(&folder, department, &answers)?;
        }
        let folder = folder.display().to_string();
        self.clerk.run(&["appeal", "reply", "--from", &folder, "--yes", "--quiet"])?;
        Ok(())
    }

    /// What the first meeting noted, from the file of the first round.
    pub fn first_outcomes(&mut self) -> Result<()> {
        let file = "examples/first-batch/round/办理结果.csv";
        self.clerk.run(&["appeal", "outcome", "--from", file, "--yes", "--quiet"])?;
        let day = Day::from_ymd_opt(2020, 3, 12).unwrap_or_default();
        for (appeal, outcome) in self.world.appeals.iter_mut().zip(opening::outcomes()?) {
            appeal.outcomes.push((day, outcome));
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
                (PENDING, 0..25) => SOLVED,
                (PENDING, 25..45) => PATH,
                (PENDING, 45..62) => PLAN,
                (PENDING, 62..72) => HIGHER,
                (PENDING, 72..80) => ESCALATED,
                (PENDING, 80..84) => REFUSED,
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
                it.state() == State::Closed && before(it.since()) && self.world.projects[it.project].left.is_none()
            });
            if let Some(appeal) = closed.last() {
                appeal.reopen(today);
                let code = appeal.code.clone();
                self.clerk.run(&["appeal", "reopen", &code, "--reason", "企业反映未落实", "--quiet"])?;
            }
        }
        if turn % 3 == 1 {
            let open = |it: &&mut Appeal| it.state() == State::Dispatched && it.outcome() == PENDING;
            if let Some(appeal) = self.world.appeals.iter_mut().find(open) {
                appeal.end(today, State::Withdrawn);
                let code = appeal.code.clone();
                self.clerk.run(&["appeal", "withdraw", &code, "--reason", "企业已自行解决", "--quiet"])?;
            }
        }
        Ok(())
    }
}
