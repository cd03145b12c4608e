//! Proposed exits (拟移出): each row waits to be screened.

use super::Judged;
use super::ListDesk;
use crate::desk::import::Watcher;
use crate::desk::import::account::FileOutcome;
use crate::error::{Kind, Result};
use crate::import::ledger::{Ledger, LedgerRow};
use crate::import::value;
use crate::model::application::{ApplicationKind, ApplicationState, ExitAsked};
use crate::model::date::Dated;
use crate::model::exit::ExitGround;
use crate::model::filing::RowClass;
use crate::model::ledger::ExitColumn;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::project::Project;
use crate::store::Writer;
use crate::store::candidate::Application;

impl ListDesk<'_> {
    /// Rows of a 拟移出 list wait to be screened.
    ///
    /// # Errors
    /// What makes the library unusable.
    pub fn exits(
        &mut self,
        writer: &mut Writer<'_>,
        list: &Ledger<ExitColumn>,
        outcome: &mut FileOutcome,
        watcher: &mut dyn Watcher,
    ) -> Result<()> {
        self.rows(writer, list, outcome, watcher, |desk, writer, row| {
            desk.exit(writer, list, row)
        })?;
        self.read.extend(list.district.zip(list.month));
        Ok(())
    }

    fn exit(
        &mut self,
        writer: &mut Writer<'_>,
        list: &Ledger<ExitColumn>,
        row: &LedgerRow<ExitColumn>,
    ) -> Result<Judged> {
        use ExitColumn::{Code, Day, Ground, Name, Reason, Successor};
        let refuse = |column, kind: Kind| Ok(Err(kind.at(list.place(row, column))));
        let project = match self.project(writer, list, row, Code, Name)? {
            Ok(project) => project,
            Err(problem) => return Ok(Err(problem)),
        };
        let Some(month) = list.month else { return refuse(Name, Kind::NoMonth) };
        let Some(ground) = row.cell(Ground).and_then(value::ground) else {
            return refuse(Ground, Kind::BadGround);
        };
        let day = match row.cell(Day).map(|text| value::dated(text, Some(month.year()))) {
            None => None,
            Some(Ok((Dated::Day(day), _))) if day <= self.request.on => Some(day),
            Some(Ok((Dated::Day(day), _))) => {
                return refuse(Day, Kind::FutureDay { day, today: self.request.on });
            }
            Some(_) => return refuse(Day, Kind::BadDate),
        };
        let successor = match row.cell(Successor) {
            None => None,
            Some(given) => match self.named(writer, project.district, given)? {
                Ok(other) => Some(other.code),
                Err(kind) => return refuse(Successor, kind),
            },
        };
        if ground == ExitGround::Merged && successor.is_none() {
            return refuse(Successor, Kind::SuccessorNeeded);
        }
        if let Some(day) = project.left {
            let note = Note::ReportedAfterExit { code: project.code, day };
            return Ok(Ok((RowClass::Unchanged, vec![note])));
        }
        self.proposed.push(project.id);
        let reason = row.cell(Reason).map(str::to_owned);
        let asked = ExitAsked { ground, reason, successor, day };
        self.propose(writer, project, month, asked, row.row).map(Ok)
    }

    /// Queues an exit, unless it waits there already or was returned as it is.
    fn propose(
        &mut self,
        writer: &mut Writer<'_>,
        project: Project,
        month: Month,
        exit: ExitAsked,
        row: u64,
    ) -> Result<(RowClass, Vec<Note>)> {
        let known = writer.exit_application(project.id)?;
        let asked = Application {
            id: 0,
            code: String::new(),
            kind: ApplicationKind::Exit,
            state: ApplicationState::Waiting,
            district: project.district,
            month,
            project: Some(project.id),
            name: project.name,
            facts: Vec::new(),
            originals: Vec::new(),
            exit: Some(exit),
            findings: Vec::new(),
            reason: None,
            from: self.origin(row),
            file: None,
            recorded: self.request.on,
        };
        let same = known.as_ref().is_some_and(|known| known.asks_the_same(&asked));
        match known {
            Some(known) if known.state == ApplicationState::Waiting => {
                if !same {
                    self.wrote = true;
                    writer.put_application(&Application {
                        id: known.id,
                        code: known.code,
                        ..asked
                    })?;
                }
                Ok((RowClass::ToScreen, Vec::new()))
            }
            Some(known) if known.state == ApplicationState::Returned && same => {
                let (application, reason) = (known.code, known.reason);
                Ok((RowClass::Unchanged, vec![Note::ReturnedBefore { application, reason }]))
            }
            _ => {
                self.wrote = true;
                writer.put_application(&asked)?;
                Ok((RowClass::ToScreen, Vec::new()))
            }
        }
    }
}
