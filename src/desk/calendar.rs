//! `calendar`: the working days on record, and the notices of later years.

use super::import::InputFile;
use crate::error::{AppealRefusal, Kind, Result};
use crate::import::ledger::open;
use crate::import::{HiddenParts, Lexicon, Options, value};
use crate::model::Day;
use crate::model::calendar::{DayKind, Holiday};
use crate::model::date::Dated;
use crate::model::ledger::CalendarColumn;
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};
use chrono::{Datelike, Weekday};
use std::collections::HashMap;

/// The days on record of one year, or of all.
///
/// # Errors
/// Only what the store reports.
pub fn show(reader: &Reader<'_>, year: Option<i32>) -> Result<Vec<Holiday>> {
    let mut days = reader.holidays()?;
    days.retain(|holiday| year.is_none_or(|year| holiday.day.year() == year));
    Ok(days)
}

/// What an import came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarRead {
    /// Days written.
    pub days: u64,
    /// The years the file speaks of.
    pub years: Vec<i32>,
}

/// Records the days of a file, all of them or none. It holds for the whole of the years it speaks
/// of: a day on record there that it does not name is an ordinary one again. What was notified
/// before does not move.
///
/// # Errors
/// A file that is no such list; a day or kind that cannot be read, with its row.
pub fn import(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    file: &InputFile,
    encoding: Option<&str>,
) -> Result<CalendarRead> {
    let read = read(file, encoding, stamp.today).map_err(|fault| fault.in_file(&file.name))?;
    let mut years: Vec<i32> = read.iter().map(|holiday| holiday.day.year()).collect();
    years.sort_unstable();
    years.dedup();
    library.write(stamp, waiting, |writer| {
        let known = writer.holidays()?;
        let mut days = 0;
        for holiday in read.iter().filter(|holiday| !known.contains(holiday)) {
            writer.put_holiday(holiday.day, holiday.kind, &holiday.name, &holiday.source)?;
            days += 1;
        }
        for old in known.iter().filter(|old| years.contains(&old.day.year())) {
            let natural = natural(old.day);
            let named = read.iter().any(|holiday| holiday.day == old.day);
            if !named && old.kind != natural {
                writer.put_holiday(old.day, natural, &old.name, &file.name)?;
                days += 1;
            }
        }
        Ok(Outcome::Keep(CalendarRead { days, years }))
    })
}

/// What a day is where no notice speaks of it.
fn natural(day: Day) -> DayKind {
    match day.weekday() {
        Weekday::Sat | Weekday::Sun => DayKind::Off,
        _ => DayKind::Work,
    }
}

/// The days a file lists, in its order.
///
/// # Errors
/// A file that is no such list; a day or kind that cannot be read, or a day that is both, with its
/// row.
pub fn read(file: &InputFile, encoding: Option<&str>, today: Day) -> Result<Vec<Holiday>> {
    use CalendarColumn::{Date, Kind as Type, Name, Source};
    let options = Options {
        month: None,
        district: None,
        encoding: encoding.map(str::to_owned),
        unit: None,
        paid_in: None,
        paid_in_known: Vec::new(),
        hidden: Some(HiddenParts::Include),
        today,
    };
    let mut days: Vec<Holiday> = Vec::new();
    let mut rows: HashMap<Day, (u64, DayKind)> = HashMap::new();
    for list in open::<CalendarColumn>(&file.path, &file.name, &options, &Lexicon::default())? {
        for row in &list.rows {
            let at = |column, kind: Kind| kind.at(list.place(row, column));
            let day = match row.cell(Date).map(|text| value::dated(text, None)) {
                Some(Ok((Dated::Day(day), _))) => day,
                _ => return Err(at(Date, Kind::BadDate).into()),
            };
            let kind = row.cell(Type).and_then(value::day_kind);
            let kind = kind.ok_or_else(|| at(Type, AppealRefusal::BadDayKind.into()))?;
            match rows.insert(day, (row.row, kind)) {
                Some((_, same)) if same == kind => continue,
                Some((first, _)) => {
                    return Err(at(Date, AppealRefusal::DayTwice { day, row: first }.into()).into());
                }
                None => {}
            }
            let text = |column| row.cell(column).unwrap_or_default().to_owned();
            let source = Some(text(Source)).filter(|text| !text.is_empty());
            let source = source.unwrap_or_else(|| file.name.clone());
            days.push(Holiday { day, kind, name: text(Name), source });
        }
    }
    Ok(days)
}
