//! Files as districts send them, from bytes to rows.

mod examples;
mod files;
mod headers;
mod receipts;

use super::*;
use crate::error::{Fault, Kind};
use crate::model::filing::PaidInBasis;

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn lexicon() -> Lexicon {
    let districts = [
        ("张家港市", 1),
        ("张家港", 1),
        ("常熟市", 2),
        ("常熟", 2),
        ("太仓市", 3),
        ("太仓", 3),
        ("昆山市", 4),
        ("昆山", 4),
        ("吴江区", 5),
        ("吴江", 5),
        ("吴中区", 6),
        ("吴中", 6),
        ("相城区", 7),
        ("相城", 7),
        ("姑苏区", 8),
        ("姑苏", 8),
        ("苏州工业园区", 9),
        ("工业园区", 9),
        ("园区", 9),
        ("苏州高新区", 10),
        ("虎丘区", 10),
        ("高新区", 10),
        ("新区", 10),
    ];
    let origins = [
        ("香港", "HK"),
        ("中国香港", "HK"),
        ("台湾", "TW"),
        ("中国台湾", "TW"),
        ("日本", "JP"),
        ("韩国", "KR"),
        ("美国", "US"),
        ("德国", "DE"),
    ];
    Lexicon {
        districts: districts.iter().map(|(name, id)| ((*name).to_owned(), *id)).collect(),
        origins: origins.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
        headings: Vec::new(),
    }
}

pub fn options() -> Options {
    Options {
        month: None,
        district: None,
        encoding: None,
        unit: None,
        paid_in: None,
        hidden: None,
        paid_in_known: Vec::new(),
        today: day("2020-03-12"),
    }
}

pub fn open_with(name: &str, bytes: &[u8], options: &Options, lexicon: &Lexicon) -> Result<Intake> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sent.csv");
    std::fs::write(&path, bytes).unwrap();
    only_table(&path, name, options, lexicon)
}

pub fn opened(text: &str) -> Intake {
    open_with("x.csv", text.as_bytes(), &options(), &lexicon()).unwrap()
}

/// The fault that ends a file, at its opening or on the way, with the row.
pub fn fault(text: &str) -> (Kind, Option<u64>) {
    refused(open_with("x.csv", text.as_bytes(), &options(), &lexicon()))
}

pub fn refused(opened: Result<Intake>) -> (Kind, Option<u64>) {
    let fault = match opened {
        Ok(mut intake) => intake.find_map(|row| row.err()).expect("a fault"),
        Err(fault) => fault,
    };
    match fault {
        Fault::Refused(refusal) => {
            assert!(refusal.place.file.is_some());
            (refusal.kind, refusal.place.row)
        }
        other => panic!("{other:?}"),
    }
}

pub fn drafts(intake: Intake) -> Vec<Draft> {
    let rows = intake.map(|row| row.unwrap());
    rows.filter_map(|row| if let Row::Draft(draft) = row { Some(draft) } else { None }).collect()
}

impl Draft {
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.values.iter().find(|(it, _)| *it == field).map(|(_, value)| value)
    }

    pub fn cents(&self, quantity: Quantity) -> Option<i64> {
        match self.get(Field::Money(quantity))? {
            Value::Amount(amount) => Some(amount.hundredths),
            other => panic!("{other:?}"),
        }
    }
}

/// The one table of a file.
fn only_table(path: &Path, name: &str, options: &Options, lexicon: &Lexicon) -> Result<Intake> {
    let Contents { mut tables, notes, .. } = open(path, name, options, lexicon)?;
    assert_eq!((tables.len(), notes), (1, vec![]));
    Ok(tables.remove(0))
}
