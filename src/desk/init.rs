//! A new library (建库).

use crate::error::Result;
use crate::store::library::Outcome;
use crate::store::{Library, Stamp};
use std::path::Path;

/// Which districts and departments a new library starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum City {
    /// Suzhou's ten districts and fifteen departments.
    Suzhou,
    /// None: the office enters its own.
    Blank,
}

/// What the new library holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Initialised {
    pub districts: u64,
    pub departments: u64,
}

/// Creates the library file with schema and seeds, in one transaction.
///
/// # Errors
/// The file exists, its folder cannot be written, or what SQLite reports.
pub fn init(path: &Path, city: City, stamp: &Stamp) -> Result<Initialised> {
    fill(&mut Library::create(path)?, city, stamp)
}

/// Lays out and seeds an empty library, in a file or in memory.
///
/// # Errors
/// What SQLite reports.
pub fn fill(library: &mut Library, city: City, stamp: &Stamp) -> Result<Initialised> {
    library.found(stamp, |writer| {
        writer.seed_common()?;
        let (districts, departments) = match city {
            City::Suzhou => writer.seed_suzhou()?,
            City::Blank => (0, 0),
        };
        Ok(Outcome::Keep(Initialised { districts, departments }))
    })
}
