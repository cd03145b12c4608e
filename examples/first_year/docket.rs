//! Appeals through the month: lists come, letters go out, departments answer.

use super::appeal::{Appeal, Exception, State, Step, due};
use super::calendar::{Day, Month};
use super::chance::Chance;
use super::files::lists::{self, Answer, What};
use super::wishes::{thin, wish};
use super::world::World;
use super::{Result, Year, journal};
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
        for (nth, district) in districts.into_iter().enumerate() {
            let mut own = self.world.of_district(district);
            chance.shuffle(&mut own);
            own.truncate(1 + chance.below(2));
            let number = self.world.appeals.len();
            let wishes = own.iter().enumerate().map(|(serial, place)| {
                wish(*place, &self.world.projects[*place], number + serial, &mut chance)
            });
            let mut wishes: Vec<lists::Wish> = wishes.collect();
            if nth == 0
                && matches!(turn, 3 | 6)
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
        self.clerk
            .run(&["appeal", "log", "--from", &folder, "--round", &round, "--yes", "--quiet"])?;
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
            self.clerk.run(&[
                "appeal",
                "send-back",
                &code,
                "--reason",
                "请写明指标数量和依据",
                "--quiet",
            ])?;
            appeal.turn(day, State::SentBack);
        }
        Ok(())
    }

    /// What districts completed is taken into the round.
    pub fn complete(&mut self, month: Month) -> Result<()> {
        let (day, round) = (self.world.today, month.to_string());
        for appeal in self.world.appeals.iter_mut().filter(|it| it.state() == State::SentBack) {
            let code = appeal.code.clone();
            let said = [
                "--problem",
                "项目用地指标尚缺35亩，区内年度新增空间已经分配完毕。",
                "--round",
                &round,
            ];
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
        let draft =
            ["letter", "draft", "--round", &round, "--all", "--output-dir", &folder, "--quiet"];
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
        let mut events = Vec::new();
        let open = self.world.appeals.iter_mut().enumerate();
        for (place, appeal) in open.filter(|(_, it)| it.state() == State::Dispatched) {
            for dispatch in appeal.dispatches.iter_mut().filter(|it| it.waits()) {
                let on = self.calendar.before(today, 1).max(dispatch.sent);
                let drawn = chance.below(100);
                let what = match (wave, drawn) {
                    (Wave::First, 0..62) | (Wave::Second, 0..70) => What::Final,
                    (Wave::First, 62..70) => What::Interim,
                    (Wave::First, 70..82) => {
                        What::Extension(self.calendar.after(dispatch.due_now(), 5))
                    }
                    (Wave::First, 82..90) if !dispatch.lead => What::Return(None),
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
                let kind = match what {
                    What::Final | What::Interim => "replied",
                    What::Extension(_) => "extended",
                    What::Return(_) => "returned",
                };
                events
                    .push((dispatch.department, journal::What::Event { appeal: place, on, kind }));
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
        // In the order of the forms.
        events.sort_by_key(|(department, _)| *department);
        let operation = self.clerk.operation;
        events.into_iter().for_each(|(_, event)| self.note(operation, None, event));
        Ok(())
    }
}
