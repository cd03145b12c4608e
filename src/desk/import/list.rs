//! The lists beside a month's report: appeals (诉求清单) become clues for the clerk, proposed exits
//! (拟移出) wait to be screened. Every row is accounted for.

mod exit;

use super::account::FileOutcome;
use super::file::digest;
use super::returned::Returned;
use super::{ImportRequest, InputFile, Setting, Watcher};
use crate::desk::clue::{Heard, hear};
use crate::desk::lookup::candidates;
use crate::error::{Kind, Refusal, Result};
use crate::import::ledger::{Ledger, LedgerRow};
use crate::import::value;
use crate::model::application::{ApplicationKind, ApplicationState};
use crate::model::clue::{Clue, ClueKind, ClueLevel, ClueState};
use crate::model::filing::RowClass;
use crate::model::ledger::{AppealColumn, LedgerColumn};
use crate::model::money::{Currency, Unit};
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::project::Project;
use crate::model::receipt::{Mark, Shade};
use crate::store::Writer;
use crate::store::candidate::Application;
use crate::store::clue::FiledClue;
use crate::store::writer::Origin;
use chrono::Datelike;

/// What a row of a list came to: its class and remarks, or what is wrong with it.
pub type Judged = std::result::Result<(RowClass, Vec<Note>), Refusal>;

/// Reads the rows of lists into the library, for one file.
pub struct ListDesk<'a> {
    setting: &'a Setting,
    request: &'a ImportRequest,
    input: &'a InputFile,
    source: i64,
    /// New clues.
    pub clues: u64,
    /// What was done, row by row.
    pub done: Vec<Note>,
    pub wrote: bool,
    /// The districts' months whose lists were read whole.
    read: Vec<(i64, Month)>,
    /// Ids of the clues that were said, and of the projects proposed to leave.
    said: Vec<i64>,
    proposed: Vec<i64>,
}

impl<'a> ListDesk<'a> {
    pub(super) const fn new(
        setting: &'a Setting,
        request: &'a ImportRequest,
        input: &'a InputFile,
        source: i64,
    ) -> ListDesk<'a> {
        ListDesk {
            setting,
            request,
            input,
            source,
            clues: 0,
            done: Vec::new(),
            wrote: false,
            read: Vec::new(),
            said: Vec::new(),
            proposed: Vec::new(),
        }
    }

    /// Rows of a 诉求清单 become clues.
    ///
    /// # Errors
    /// What makes the library unusable.
    pub fn appeals(
        &mut self,
        writer: &mut Writer<'_>,
        list: &Ledger<AppealColumn>,
        outcome: &mut FileOutcome,
        watcher: &mut dyn Watcher,
    ) -> Result<()> {
        self.rows(writer, list, outcome, watcher, |desk, writer, row| {
            desk.appeal(writer, list, row)
        })?;
        self.read.extend(list.district.zip(list.month));
        Ok(())
    }

    /// What the same file said before in a list of the same month, and says no more, is withdrawn.
    /// Lists of other files stand beside it.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn withdraw_unsaid(&mut self, writer: &mut Writer<'_>) -> Result<()> {
        if self.read.is_empty() {
            return Ok(());
        }
        let ours = |file: Option<&String>| file == Some(&self.input.name);
        for filed in writer.clues(Some(ClueState::Waiting))? {
            let FiledClue { clue, district, from, file, .. } = filed;
            if clue.kind == ClueKind::Listed
                && ours(file.as_ref())
                && self.read.contains(&(district, clue.month))
                && !self.said.contains(&clue.id)
            {
                writer.put_clue(&Clue { state: ClueState::Withdrawn, ..clue }, from)?;
                self.wrote = true;
            }
        }
        for asked in writer.applications(Some(ApplicationState::Waiting))? {
            if asked.kind == ApplicationKind::Exit
                && ours(asked.file.as_ref())
                && self.read.contains(&(asked.district, asked.month))
                && !asked.project.is_some_and(|project| self.proposed.contains(&project))
            {
                let state = ApplicationState::Withdrawn;
                writer.put_application(&Application { state, ..asked })?;
                self.wrote = true;
            }
        }
        Ok(())
    }

    /// Judges row by row; each is counted once.
    ///
    /// # Errors
    /// What makes the library unusable.
    pub(super) fn rows<C: LedgerColumn>(
        &mut self,
        writer: &mut Writer<'_>,
        list: &Ledger<C>,
        outcome: &mut FileOutcome,
        watcher: &mut dyn Watcher,
        mut judge: impl FnMut(&mut Self, &mut Writer<'_>, &LedgerRow<C>) -> Result<Judged>,
    ) -> Result<()> {
        (0..list.ignored).for_each(|_| outcome.count(list.district, RowClass::Ignored));
        let district = list.district.map(|id| self.setting.district_name(id));
        for row in &list.rows {
            // What a formula was to say nobody knows.
            let judged = match list.broken(row) {
                Some(problem) => Err(problem),
                None => judge(self, writer, row)?,
            };
            let (class, problems, notes) = match judged {
                Ok((class, notes)) => (class, Vec::new(), notes),
                Err(problem) => (RowClass::Rejected, vec![problem], Vec::new()),
            };
            outcome.count(list.district, class);
            outcome.reject(&problems);
            if !problems.is_empty() || !notes.is_empty() {
                let rejected = class == RowClass::Rejected;
                let shade = if rejected { Shade::Rejected } else { Shade::Warned };
                let named = problems.first().and_then(|problem| problem.place.column.as_ref());
                let named = list.headings.iter().find(|it| Some(&it.heading) == named);
                let column = named.or(list.headings.first()).map(|heading| heading.index);
                let marks: Vec<Mark> =
                    column.into_iter().map(|column| Mark { column, shade }).collect();
                let returned = Returned {
                    frame: &list.frame,
                    district: district.as_deref(),
                    month: list.month,
                    row: row.row,
                    raw: &row.raw,
                    shade,
                    problems: &problems,
                    notes: &notes,
                    marks: &marks,
                };
                watcher.returned(self.input, returned)?;
            }
            outcome.remark(list.sheet.as_deref(), row.row, notes);
        }
        Ok(())
    }

    fn appeal(
        &mut self,
        writer: &mut Writer<'_>,
        list: &Ledger<AppealColumn>,
        row: &LedgerRow<AppealColumn>,
    ) -> Result<Judged> {
        use AppealColumn::{
            Amount, City, Code, Crux, Lacking, Name, Purpose, RaisedOn, Serial, Urgency,
        };
        let refuse = |column, kind: Kind| Ok(Err(kind.at(list.place(row, column))));
        let project = self.project(writer, list, row, Code, Name)?;
        let project = match project {
            Ok(project) => project,
            Err(problem) => return Ok(Err(problem)),
        };
        let Some(month) = list.month else { return refuse(Name, Kind::NoMonth) };
        if row.cell(Crux).or(row.cell(Purpose)).is_none() {
            return refuse(Crux, Kind::AppealEmpty);
        }
        let level = match row.cell(City).map(value::flag) {
            None | Some(Some(true)) => ClueLevel::City,
            Some(Some(false)) => ClueLevel::District,
            Some(None) => return refuse(City, Kind::BadFlag),
        };
        if let Some(text) = row.cell(Amount)
            && let Err(kind) = value::amount(text, self.unit())
        {
            return refuse(Amount, kind);
        }
        if let Some(text) = row.cell(RaisedOn)
            && let Err(kind) = value::dated(text, Some(self.request.on.year()))
        {
            return refuse(RaisedOn, kind);
        }
        if row.cell(Urgency).is_some_and(|text| value::urgency(text).is_none()) {
            return refuse(Urgency, Kind::BadUrgency);
        }
        let unit = self.unit();
        let plain = |(column, text): &(AppealColumn, String)| {
            // An amount that needs the unit of the command is kept with its own.
            let bare = *column == Amount && value::amount(text, None).is_err();
            let settled = unit.clone().filter(|_| bare);
            let settled = settled.and_then(|unit| value::amount(text, Some(unit)).ok());
            let text = settled.map_or_else(|| text.clone(), |amount| amount.written());
            (*column, text)
        };
        let kept = |column: AppealColumn| !matches!(column, Serial | Code | Name | City | Lacking);
        let clue = Clue {
            id: 0,
            code: String::new(),
            kind: ClueKind::Listed,
            project: project.id,
            month,
            cells: row.cells.iter().filter(|(column, _)| kept(*column)).map(plain).collect(),
            mark: None,
            level,
            state: ClueState::Waiting,
            reason: None,
        };
        let (heard, id) = hear(writer, clue, self.origin(row.row))?;
        self.said.push(id);
        self.clues += u64::from(heard == Heard::New);
        self.wrote |= heard != Heard::Known;
        let class = match heard {
            Heard::Known => RowClass::Unchanged,
            Heard::Changed | Heard::New => RowClass::ToScreen,
        };
        Ok(Ok((class, Vec::new())))
    }

    /// The project a row speaks of, by its code or its name.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn project<C: LedgerColumn>(
        &self,
        writer: &Writer<'_>,
        list: &Ledger<C>,
        row: &LedgerRow<C>,
        code: C,
        name: C,
    ) -> Result<std::result::Result<Project, Refusal>> {
        let at = |column, kind: Kind| Ok(Err(kind.at(list.place(row, column))));
        let district = list.district;
        if let Some(text) = row.cell(code) {
            let given = match value::code(text) {
                Ok(given) => given,
                Err(kind) => return at(code, kind),
            };
            return match writer.project_by_code(&given)? {
                None => at(code, Kind::CodeUnknown { code: given }),
                Some(other) if district.is_some_and(|district| district != other.district) => {
                    let district = self.setting.district_name(other.district);
                    at(code, Kind::CodeOtherDistrict { code: given, district })
                }
                Some(project) => Ok(Ok(project)),
            };
        }
        let Some(given) = row.cell(name) else { return at(name, Kind::NameMissing) };
        let Some(district) = district else { return at(name, Kind::NoDistrict) };
        Ok(self.named(writer, district, given)?.map_err(|kind| kind.at(list.place(row, name))))
    }

    /// A project of a district by its code or its exact name.
    fn named(
        &self,
        writer: &Writer<'_>,
        district: i64,
        given: &str,
    ) -> Result<std::result::Result<Project, Kind>> {
        if let Ok(code) = value::code(given) {
            let found = writer.project_by_code(&code)?;
            return Ok(found.ok_or(Kind::CodeUnknown { code }));
        }
        let found = writer.projects_by_name(district, given)?;
        Ok(match found.as_slice() {
            [project] => Ok(project.clone()),
            [] => Err(Kind::UnknownProject { given: given.to_owned() }),
            _ => Err(Kind::NameAmbiguous { candidates: candidates(&found) }),
        })
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.input.name
    }

    /// What tells the file from every other.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn digest(&self) -> Result<String> {
        digest(self.input)
    }

    /// The day what the file says was done, where a row does not say.
    pub const fn day(&self) -> crate::model::Day {
        self.request.on
    }

    /// The unit of amounts that name none, as the clerk gave it.
    pub fn unit(&self) -> Option<(Unit, Currency)> {
        self.request.unit.zip(Currency::new(Currency::USD))
    }

    pub const fn origin(&self, row: u64) -> Origin {
        Origin { source: Some(self.source), row: Some(row as i64) }
    }
}
