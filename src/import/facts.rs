//! What holds for a file as a whole, from every side that speaks: month, district, unit, and how
//! paid-in is counted.

use super::caption::{self, Said};
use super::draft::{Reader, name_of};
use super::header::Header;
use super::measure::Measure;
use super::sheet::Record;
use super::{Lexicon, Options};
use crate::error::{Kind, Place, Result};
use crate::model::field::{Field, FieldType, Quantity};
use crate::model::filing::PaidInBasis;
use crate::model::money::{Currency, Unit};
use crate::model::month::Month;

/// The first that speaks, provided that all who speak agree.
fn agreed<T: Copy + PartialEq>(
    said: impl IntoIterator<Item = Said<T>>,
    contradiction: impl Fn(&Said<T>, &Said<T>) -> Kind,
) -> Result<Option<T>> {
    let mut said = said.into_iter();
    let Some(first) = said.next() else { return Ok(None) };
    match said.find(|other| other.what != first.what) {
        Some(other) => {
            // Without a row it is the name of the file or of the sheet that says otherwise.
            let place = Place { row: other.row, ..Place::default() };
            Err(contradiction(&first, &other).at(place).into())
        }
        None => Ok(Some(first.what)),
    }
}

/// The report month: `--month`, the lines above the header, the file name.
pub fn month(captions: &[Record], name: &str, options: &Options) -> Result<Option<Month>> {
    let asked = options.month.map(|what| Said { what, row: None, text: what.to_string() });
    let above = caption::months(captions);
    let said = asked.into_iter().chain(above).chain(caption::month_of_name(name));
    agreed(said, |one, other| Kind::MonthContradiction { said: one.what, found: other.what })
}

/// The district: `--district`, the lines above the header, the file name.
pub fn district(
    captions: &[Record],
    name: &str,
    options: &Options,
    lexicon: &Lexicon,
) -> Result<Option<i64>> {
    let asked = options.district.map(|what| Said { what, row: None, text: name_of(lexicon, what) });
    let above = caption::districts(captions, lexicon);
    let of_name = caption::district_in(name, lexicon);
    let of_name = of_name.map(|(what, text)| Said { what, row: None, text });
    let said = asked.into_iter().chain(above).chain(of_name);
    agreed(said, |one, other| Kind::DistrictContradiction {
        said: one.text.clone(),
        found: other.text.clone(),
    })
}

/// What names the district of a sheet: its own name where it does, else that of the file.
pub fn speaker<'a>(sheet: Option<&'a str>, file: &'a str, lexicon: &Lexicon) -> &'a str {
    sheet.filter(|it| caption::district_in(it, lexicon).is_some()).unwrap_or(file)
}

/// The unit of the whole sheet: what the lines above say, else `--unit`.
pub fn sheet_unit(units: &[Said<Measure>], options: &Options) -> Option<Measure> {
    match units {
        [] => options.unit.and_then(|unit| Measure::of(unit, Currency::USD)),
        [said] => Some(said.what.clone()),
        _ => None,
    }
}

/// The dollar unit all money columns share, to be told to the clerk.
pub fn common_unit(reader: &Reader) -> Option<Unit> {
    let is_money = |field: Option<Field>| field.is_some_and(|it| it.kind() == FieldType::Money);
    let mut columns = reader.header.columns.iter().filter(|column| is_money(column.field));
    let unit = |column| reader.unit_of(column).and_then(|measure| measure.unit());
    let first = columns.next().map_or_else(|| reader.unit.as_ref()?.unit(), unit)?;
    let shared = first.1.0 == Currency::USD && columns.all(|it| unit(it).as_ref() == Some(&first));
    shared.then_some(first.0)
}

/// How the paid-in column is counted: its heading, else what the clerk said, else what is
/// remembered of the sender.
pub fn paid_in(
    header: &Header,
    line: u64,
    district: Option<i64>,
    options: &Options,
) -> Result<Option<PaidInBasis>> {
    let Some(column) = header.column(Field::Money(Quantity::PaidIn)) else { return Ok(None) };
    let known = || {
        let mut known = options.paid_in_known.iter();
        known.find(|(id, _)| Some(*id) == district).map(|(_, basis)| *basis)
    };
    match column.basis.or(options.paid_in).or_else(known) {
        Some(basis) => Ok(Some(basis)),
        None => {
            let column = Some(column.heading.clone());
            let place = Place { row: Some(line), column, ..Place::default() };
            Err(Kind::PaidInUnknown.at(place).into())
        }
    }
}
