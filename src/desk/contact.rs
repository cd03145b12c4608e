//! `contact import`: a list of people of districts and departments, all of it or nothing.

use super::directory::{ContactRequest, enter_contact};
use super::import::InputFile;
use super::resolve::not_in_the_future;
use crate::error::{Fault, Kind, Result};
use crate::import::ledger::{Ledger, LedgerRow, open};
use crate::import::{HiddenParts, Lexicon, Options, value};
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::ledger::ContactColumn;
use crate::store::library::Outcome;
use crate::store::{Library, Stamp, Writer};
use chrono::Datelike;

/// What became of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ContactsRead {
    /// New in office.
    pub recorded: u64,
    /// In office before, under the same name, post and telephone.
    pub unchanged: u64,
}

/// Records the people of a list; whoever held the same role before ends the day before. A row
/// without a day begins on `on`.
///
/// # Errors
/// A file that is no such list; an unknown body or role, a day that is none or has not come, each
/// with its row.
pub fn import_contacts(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    file: &InputFile,
    encoding: Option<&str>,
    on: Day,
) -> Result<ContactsRead> {
    not_in_the_future(on, stamp.today)?;
    let options = Options {
        month: None,
        district: None,
        encoding: encoding.map(str::to_owned),
        unit: None,
        paid_in: None,
        paid_in_known: Vec::new(),
        hidden: Some(HiddenParts::Include),
        today: stamp.today,
    };
    // Which district a person belongs to stands in the row, so the file need not say.
    let lists = open::<ContactColumn>(&file.path, &file.name, &options, &Lexicon::default())?;
    library.write(stamp, waiting, |writer| {
        let mut read = ContactsRead::default();
        for list in &lists {
            for row in &list.rows {
                let entered =
                    one(writer, list, row, on).map_err(|fault| fault.in_file(&file.name))?;
                *(if entered { &mut read.recorded } else { &mut read.unchanged }) += 1;
            }
        }
        Ok(Outcome::Keep(read))
    })
}

/// Records one row; whether it says anything new.
fn one(
    writer: &mut Writer<'_>,
    list: &Ledger<ContactColumn>,
    row: &LedgerRow<ContactColumn>,
    on: Day,
) -> Result<bool> {
    use ContactColumn::{Party, Person, Phone, Post, Role, Since};
    let cell = |column| -> Result<&str> {
        let missing = || Kind::ContactIncomplete.at(list.place(row, column)).into();
        row.cell(column).ok_or_else(missing)
    };
    let role = cell(Role)?;
    let role = value::office(role).ok_or_else(|| Kind::BadRole.at(list.place(row, Role)))?;
    let from = match row.cell(Since).map(|text| value::dated(text, Some(on.year()))) {
        None => on,
        Some(Ok((Dated::Day(day), _))) if day <= on => day,
        Some(Ok((Dated::Day(day), _))) => {
            return Err(Kind::FutureDay { day, today: on }.at(list.place(row, Since)).into());
        }
        Some(_) => return Err(Kind::BadDate.at(list.place(row, Since)).into()),
    };
    let request = ContactRequest {
        party: cell(Party)?.to_owned(),
        role,
        person: cell(Person)?.to_owned(),
        post: row.cell(Post).map(str::to_owned),
        phone: row.cell(Phone).map(str::to_owned),
        from,
    };
    match enter_contact(writer, &request) {
        Ok((_, entered)) => Ok(entered),
        Err(Fault::Refused(refusal)) => Err(refusal.kind.at(list.place(row, Party)).into()),
        Err(other) => Err(other),
    }
}
