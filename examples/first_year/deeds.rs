//! What the clerk does with single projects: exits, changes, corrections, and the way back.

use super::appeal::State;
use super::calendar::Month;
use super::project::{Exit, Fact, Telling};
use super::{Result, Year};

impl Year<'_> {
    /// Before the meeting: who leaves, who is looked after by somebody else.
    pub fn deeds_before(&mut self, turn: usize, _month: Month) -> Result<()> {
        let grounds = [("终止", "terminated"), ("转内资", "domestic"), ("迁出", "relocated")];
        if turn % 2 == 1 {
            let early = self.world.inside().filter(|(_, project)| project.stage <= 1);
            let place = early.map(|(place, _)| place).nth(turn * 5);
            if let Some(place) = place {
                self.remove(place, grounds[turn % 3], "外方调整投资计划")?;
            }
        }
        let ready = self.world.inside().find(|(_, project)| project.stage == 5);
        if let Some(place) = ready.map(|(place, _)| place).filter(|_| turn % 3 == 0) {
            self.remove(place, ("投产", "production"), "已投产，不再需要市级推动")?;
        }
        let place = self.world.of_district(turn % 10).first().copied();
        if let Some(place) = place {
            let facts = [Fact::Text("leader".to_owned(), "顾弘毅".to_owned())];
            self.update(place, &["--set", "挂钩领导=顾弘毅"], &facts)?;
        }
        Ok(())
    }

    /// After the meeting.
    pub fn deeds_after(&mut self, _turn: usize, _month: Month) -> Result<()> {
        Ok(())
    }

    fn remove(&mut self, place: usize, ground: (&str, &'static str), reason: &str) -> Result<()> {
        let code = self.world.projects[place].code.clone();
        self.clerk.run(&["remove", &code, "--ground", ground.0, "--reason", reason])?;
        let day = self.world.today;
        let (ground, reason, approver) = (ground.1, reason.to_owned(), None);
        self.world.projects[place].left = Some(Exit { day, ground, reason, approver });
        let own = self.world.appeals.iter_mut().filter(|appeal| appeal.project == place);
        for appeal in own.filter(|appeal| appeal.state().is_open()) {
            appeal.end(day, State::Terminated);
        }
        Ok(())
    }

    fn update(&mut self, place: usize, flags: &[&str], facts: &[Fact]) -> Result<()> {
        let code = self.world.projects[place].code.clone();
        self.clerk.run(&[&["update", &code], flags, &["--quiet"]].concat())?;
        let telling = Telling::clerk(self.world.today);
        self.world.projects[place].tell(&telling, facts);
        Ok(())
    }
}
