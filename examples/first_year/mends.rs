//! What is set right after a meeting has been frozen: corrected and late reports, corrections by the
//! clerk, facts recorded late, and an operation taken back.

use super::appeal::{PENDING, SOLVED, State};
use super::calendar::Month;
use super::files::{self, cell::Line, layout::WAN};
use super::journal::{Figure, What, figures, reversed};
use super::project::{Fact, PAID, Project, TOTAL, Telling};
use super::world::DEPARTMENTS;
use super::{Result, Year};

/// An operation that will be taken back.
pub struct Mistake {
    pub operation: usize,
    pub place: usize,
    /// The project as it was before.
    pub before: Project,
}

const STEP: i64 = 30_000_000;

impl Year<'_> {
    /// After the meeting.
    pub fn mend(&mut self, turn: usize, month: Month, early: &[usize]) -> Result<()> {
        let reporting = month.previous();
        match turn {
            2 => self.correct_report(early[0], reporting),
            4 => self.correct_record(reporting),
            5 => self
                .correct_report(early[0], reporting.previous())
                .and_then(|()| self.recall_outcome()),
            6 => self.take_back(),
            7 => self.recall_answer(),
            8 => self.catch_up(Month::new(2020, 7)),
            9 => self.correct_report(early[1], reporting).and_then(|()| self.recall_outcome()),
            _ => Ok(()),
        }
    }

    /// A district sends a month again, with more paid in of one project.
    fn correct_report(&mut self, district: usize, month: Month) -> Result<()> {
        let paid = |project: &Project| {
            project
                .told
                .get(&month)
                .is_some_and(|told| told.money[PAID].is_some_and(|paid| paid > 0))
        };
        let own = self.world.of_district(district);
        let place = own.into_iter().find(|place| paid(&self.world.projects[*place]));
        let place = place.ok_or("nobody to correct")?;
        let told = &self.world.projects[place].told[&month];
        let fact = Fact::Money(PAID, told.money[PAID].unwrap_or(0) + STEP);
        self.send_again(district, month, Some((place, fact)))
    }

    /// A report that never came comes months later, as things stood then.
    fn catch_up(&mut self, month: Month) -> Result<()> {
        let silent = (0..10).find(|district| !self.world.filings.contains_key(&(*district, month)));
        let district = silent.ok_or("every district has reported")?;
        self.send_again(district, month, None)
    }

    /// Writes a district's table of a month as it is on record, but for one figure, and imports it.
    pub fn send_again(
        &mut self,
        district: usize,
        month: Month,
        other: Option<(usize, Fact)>,
    ) -> Result<()> {
        let mut rows = Vec::new();
        let mut places = Vec::new();
        for place in self.world.of_district(district) {
            let returned = self.rejected.as_ref().filter(|row| row.place == place);
            let project = returned.map_or(&self.world.projects[place], |row| &row.project);
            let Some((_, told)) = project.told.range(..=month).next_back() else { continue };
            if project.entered_month.is_some_and(|entered| entered > month) {
                continue;
            }
            let mut row = Project { stage: told.stage, money: told.money, ..project.clone() };
            if let Some((_, Fact::Money(quantity, cents))) =
                other.as_ref().filter(|(it, _)| *it == place)
            {
                row.money[*quantity] = Some(*cents);
            }
            rows.push((row, self.paid_until(place, month.previous())));
            places.push(place);
        }
        let lines = rows.iter().map(|(project, paid_before)| Line {
            project,
            paid_before: *paid_before,
            progress: "",
            problem: "",
            spoilt: None,
        });
        let lines: Vec<Line<'_>> = lines.collect();
        let mut chance = super::chance::Chance::of(self.seed, &format!("again {month} {district}"));
        let today = self.world.today;
        let folder = self.clerk.folder.join(format!("{month}/更正{}", today.format("%m%d")));
        let path = files::report(&folder, district, month, today, &lines, &mut chance)?;
        let args = [path.display().to_string(), month.to_string()];
        self.clerk.run(&["import", &args[0], "--month", &args[1], "--yes", "--quiet"])?;
        let operation = self.clerk.operation;
        if let Some(row) = self.rejected.take_if(|row| row.district == district) {
            let before = std::mem::replace(&mut self.world.projects[row.place], row.project);
            self.note_figures(operation, None, (row.place, &before), month);
        }
        for place in places {
            let own = other.as_ref().filter(|(it, _)| *it == place).map(|(_, fact)| fact.clone());
            let before = self.world.projects[place].clone();
            let project = &mut self.world.projects[place];
            if own.is_some() || !project.told.get(&month).is_some_and(|told| told.filed) {
                project.tell(&Telling::report(month), own.as_slice());
                self.note_figures(operation, None, (place, &before), month);
            }
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.file(operation, district, month, name);
        Ok(())
    }

    /// The clerk finds that a figure was typed wrongly.
    fn correct_record(&mut self, month: Month) -> Result<()> {
        let newest = |project: &Project| project.told.keys().next_back() == Some(&month);
        let place = self
            .nth(6, |project| newest(project) && project.money[PAID].is_some_and(|paid| paid > 0));
        let paid = self.world.projects[place].amount(PAID) + STEP;
        let (code, on) = (self.code(place), month.last().to_string());
        let amount = format!("{}万美元", paid / WAN);
        let reason = "此前登记有误";
        let flags = ["--paid-in", &amount, "--on", &on, "--correction", "--reason", reason];
        self.clerk.run(&[&["update", &code], &flags[..]].concat())?;
        let telling = Telling { month, credited: false, ..Telling::clerk(month.last()) };
        let before = self.world.projects[place].clone();
        self.world.projects[place].tell(&telling, &[Fact::Money(PAID, paid)]);
        let operation = self.clerk.operation;
        for figure in figures(place, &before, &self.world.projects[place], month) {
            let what = What::Figure(Figure { correction: true, ..figure });
            self.note(operation, Some(reason), what);
        }
        Ok(())
    }

    /// Before the meeting: an amount is raised that ought not to have been.
    pub fn raise_in_error(&mut self, early: &[usize]) -> Result<()> {
        let place = self.nth(2, |project| project.stage <= 1 && early.contains(&project.district));
        let before = self.world.projects[place].clone();
        let total = before.amount(TOTAL) / WAN * WAN + 500 * WAN;
        let amount = format!("{}万美元", total / WAN);
        self.update(place, &["--total", &amount], &[Fact::Money(TOTAL, total)], None)?;
        self.mistake = Some(Mistake { operation: self.clerk.operation, place, before });
        Ok(())
    }

    /// It is taken back: what was put on record by it is told the other way round.
    fn take_back(&mut self) -> Result<()> {
        let Some(Mistake { operation: target, place, before }) = self.mistake.take() else {
            return Ok(());
        };
        self.clerk.run(&["undo", "--op", &target.to_string(), "--yes"])?;
        let taken: Vec<Figure> = self
            .journal
            .extract_if(.., |entry| entry.operation == target)
            .filter_map(|entry| match entry.what {
                What::Figure(figure) => Some(reversed(&figure)),
                _ => None,
            })
            .collect();
        let operation = self.clerk.operation;
        for figure in taken {
            self.note(operation, None, What::TakenBack { figure, target });
        }
        self.world.projects[place] = before;
        Ok(())
    }

    /// An outcome of before the meeting is recorded after it.
    fn recall_outcome(&mut self) -> Result<()> {
        let on = self.calendar.before(self.world.today, 3);
        let open = self.world.appeals.iter_mut().enumerate().find(|(_, appeal)| {
            appeal.state() == State::Dispatched
                && appeal.outcome() == PENDING
                && appeal.outcomes.is_empty()
        });
        let Some((place, appeal)) = open else { return Ok(()) };
        appeal.outcomes.push((on, SOLVED));
        let (code, day) = (appeal.code.clone(), on.to_string());
        let said = ["--outcome", "已解决", "--on", &day, "--quiet"];
        self.clerk.run(&[&["appeal", "outcome", &code], &said[..]].concat())?;
        self.note(self.clerk.operation, None, What::Event { appeal: place, on, kind: "outcome" });
        Ok(())
    }

    /// An answer that came before the meeting is recorded after it.
    fn recall_answer(&mut self) -> Result<()> {
        let on = self.calendar.before(self.world.today, 3);
        let open = self.world.appeals.iter_mut().enumerate();
        for (place, appeal) in open.filter(|(_, it)| it.state() == State::Dispatched) {
            let Some(dispatch) = appeal.dispatches.iter_mut().find(|it| it.waits()) else {
                continue;
            };
            dispatch.answered = Some(on);
            let (code, day) = (appeal.code.clone(), on.to_string());
            let department = DEPARTMENTS[dispatch.department].0;
            let said =
                ["--opinion", "已按规定办理。", "--person", "示例承办人", "--on", &day, "--quiet"];
            let args =
                [&["appeal", "reply", &code, "--department", department], &said[..]].concat();
            self.clerk.run(&args)?;
            let what = What::Event { appeal: place, on, kind: "replied" };
            self.note(self.clerk.operation, None, what);
            break;
        }
        Ok(())
    }
}
