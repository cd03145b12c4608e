//! The year, month by month: what happens on which day.

use super::Result;
use super::calendar::{Calendar, Day, Month};
use super::clerk::Clerk;
use super::compare::Tally;
use super::held::Held;
use super::journal::{Entry, Figure, What, figures};
use super::mends::Mistake;
use super::project::Project;
use super::reports::{Arrival, Rejected};
use super::screening::Waiting;
use super::world::World;
use super::{docket, opening};
use std::io::Write;
use std::path::PathBuf;

/// Months from March 2020.
pub const MONTHS: usize = 12;
const BEGIN: Month = Month::new(2020, 3);

pub struct Year<'a> {
    pub world: World,
    pub calendar: Calendar,
    pub clerk: Clerk<'a>,
    pub seed: u64,
    pub tally: Tally,
    /// What districts applied for and nobody has decided.
    pub waiting: Vec<Waiting>,
    /// The meetings held, each with the world of its day and what was frozen.
    pub held: Vec<Held>,
    /// What each command put on record.
    pub journal: Vec<Entry>,
    /// A row that came back to its district.
    pub rejected: Option<Rejected>,
    /// An operation that will be taken back.
    pub mistake: Option<Mistake>,
}

impl<'a> Year<'a> {
    pub fn begin(
        program: PathBuf,
        folder: PathBuf,
        seed: u64,
        out: &'a mut dyn Write,
    ) -> Result<Year<'a>> {
        let clerk = Clerk { program, folder, today: Day::default(), count: 0, operation: 0, out };
        Ok(Year {
            world: World::default(),
            calendar: Calendar::read()?,
            clerk,
            seed,
            tally: Tally::default(),
            waiting: Vec::new(),
            held: Vec::new(),
            journal: Vec::new(),
            rejected: None,
            mistake: None,
        })
    }

    /// Something is put on record today, by the last command or by the next.
    pub fn note(&mut self, operation: usize, reason: Option<&str>, what: What) {
        let (day, reason) = (self.world.today, reason.map(str::to_owned));
        self.journal.push(Entry { operation, day, reason, what });
    }

    /// What is other in a project's month than it was.
    pub fn note_figures(
        &mut self,
        operation: usize,
        reason: Option<&str>,
        (place, before): (usize, &Project),
        month: Month,
    ) -> Vec<Figure> {
        let found = figures(place, before, &self.world.projects[place], month);
        found.iter().for_each(|it| self.note(operation, reason, What::Figure(it.clone())));
        found
    }

    /// The clerk comes to the desk on a day.
    pub fn turn_to(&mut self, day: Day) {
        self.world.today = day;
        self.clerk.today = day;
    }

    /// The n-th working day of a month, with the clerk at the desk.
    pub fn come(&mut self, month: Month, n: usize) -> Day {
        let day = self.calendar.nth(month, n);
        self.turn_to(day);
        day
    }

    pub fn month(&mut self, turn: usize) -> Result<()> {
        let month = Month(BEGIN.0 + turn as i32);
        let (year, number) = (month.year(), month.number());
        self.clerk.tell(&format!("\n== {year}年{number}月 | {month}"))?;
        if turn == 0 { self.first(month) } else { self.ordinary(turn, month) }
    }

    /// March 2020: the library is made, the first batch enters, the first round of appeals.
    fn first(&mut self, month: Month) -> Result<()> {
        let day = |text: &str| Ok::<Day, super::Error>(text.parse::<Day>()?);
        self.clerk
            .tell("建库，首批入库，首轮诉求 | The library, the first batch, the first appeals")?;
        self.turn_to(day("2020-03-03")?);
        self.clerk.run(&["init"])?;
        self.turn_to(day("2020-03-06")?);
        let batch = ["import", "examples/first-batch", "--month", "2020-02", "--admit", "--yes"];
        self.clerk.run(&batch)?;
        opening::enter(&mut self.world, month.previous(), self.clerk.today)?;
        self.clerk.run(&["contact", "import", "examples/first-batch/round/联系人.csv"])?;
        self.world.liaisons = opening::liaisons()?;
        self.clerk.run(&[
            "appeal",
            "log",
            "--from",
            "examples/first-batch/round/诉求清单",
            "--yes",
        ])?;
        opening::log(&mut self.world, &opening::purposes()?, month, self.clerk.today)?;
        self.plan_meeting(false, month, day("2020-03-12")?)?;
        self.turn_to(day("2020-03-09")?);
        self.send_letters(month, day("2020-03-12")?)?;
        self.turn_to(day("2020-03-11")?);
        self.clerk.run(&[
            "appeal",
            "reply",
            "--from",
            "examples/first-batch/round/答复表",
            "--yes",
        ])?;
        docket::answer_all(&mut self.world);
        self.turn_to(day("2020-03-12")?);
        self.hold(false, month)?;
        self.plan_meeting(true, month, self.calendar.nth(month.next(), 2))?;
        self.come(month, 10);
        self.first_outcomes()?;
        self.settle(0)
    }

    /// Forms out, reports in, appeals to departments, the meetings, and what comes after them.
    fn ordinary(&mut self, turn: usize, month: Month) -> Result<()> {
        let plan = self.plan(turn, month);
        let meeting = self.calendar.nth(month, 11);
        // In August the day is settled late.
        let told = if turn == 5 { self.calendar.nth(month, 12) } else { meeting };
        self.come(month, 1);
        self.clerk
            .tell("下发填报表，定下督办会的日子 | Forms go out, the day of the 督办会 is set")?;
        self.send_forms(month)?;
        self.plan_meeting(false, month, told)?;
        if turn == 1 {
            self.come(month, 2);
            // The review meeting of March, held in April.
            self.hold(true, month.previous())?;
        }
        self.clerk
            .tell("月报和诉求清单陆续报来，函告部门 | Reports and appeals come, letters go out")?;
        self.come(month, 3);
        self.arrive(turn, month, &plan.early, Arrival::OnTime)?;
        self.come(month, 4);
        self.log_wishes(turn, month)?;
        self.complete(month)?;
        self.come(month, 5);
        self.arrive(turn, month, &plan.timely, Arrival::OnTime)?;
        self.send_back(turn, month)?;
        self.send_letters(month, told)?;
        self.come(month, 6);
        if told != meeting {
            self.move_meeting(&format!("DB{month}"), meeting)?;
        }
        self.clerk.run(&["reports", "--quiet"])?;
        self.clerk.run(&["reports", "remind", "--quiet"])?;
        if let Some(row) = &self.rejected {
            self.send_again(row.district, month.previous(), None)?;
        }
        self.arrive(turn, month, &plan.late, Arrival::Late)?;
        self.screen(turn)?;
        self.clerk.tell(
            "出入库，议定事项的进展，部门答复 | Entries and exits, decisions followed, answers",
        )?;
        self.come(month, 7);
        self.deeds_before(turn, &plan.early)?;
        self.come(month, 8);
        self.follow_up(month)?;
        self.answers(turn, month, docket::Wave::First)?;
        self.clerk.tell(
            "督办会，此后补报、更正、办结 | The 督办会; then late reports, corrections, closures",
        )?;
        self.turn_to(meeting);
        self.hold(false, month)?;
        self.come(month, 12);
        self.note_outcomes(turn, month)?;
        self.arrive(turn, month, &plan.after, Arrival::AfterMeeting)?;
        self.come(month, 13);
        self.answers(turn, month, docket::Wave::Second)?;
        self.mend(turn, month, &plan.early)?;
        if turn % 3 == 1 {
            self.instruct(month)?;
        }
        self.come(month, 15);
        self.settle(turn)?;
        if turn == 3 {
            self.call_off(month, self.calendar.nth(month, 18))?;
        }
        if turn > 1 && month.number() % 2 == 1 {
            self.plan_meeting(true, month, self.calendar.nth(month, 17))?;
            self.clerk.tell("点评会 | The 点评会")?;
            self.come(month, 17);
            self.hold(true, month)?;
            self.come(month, 18);
            self.settle_escalated()?;
        }
        Ok(())
    }
}
