//! A refusal as data: kind, facts, place. The sentence is made in `labels`, the exit code here.

mod appeal;
mod kind;
mod meeting;
mod pack;
mod task;
mod template;
mod usage;

/// What a sheet holds that a person does not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concealed {
    /// The sheet itself.
    pub sheet: bool,
    /// Rows with text below the header.
    pub rows: Vec<u64>,
    /// Headings of columns that would be read.
    pub columns: Vec<String>,
    /// A filter is on.
    pub filtered: bool,
}

pub use appeal::AppealRefusal;
pub use kind::Kind;
pub use meeting::MeetingRefusal;
pub use pack::PackRefusal;
pub use task::TaskRefusal;
pub use template::TemplateRefusal;

/// The result of everything that can be refused.
pub type Result<T> = std::result::Result<T, Fault>;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Fault {
    /// Refused by a rule, by the data or by usage; nothing was written.
    Refused(Box<Refusal>),
    /// The library or its disk failed: no row and no file is to blame, and nothing may go on, for the
    /// transaction may be gone already.
    Library(Box<Kind>),
    /// Our own fault (exit 70).
    Internal(anyhow::Error),
    /// The reader of our output went away (`| head`): a quiet end.
    BrokenPipe,
}

/// What was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub kind: Kind,
    pub place: Place,
}

/// Where the fault lies, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    pub file: Option<String>,
    pub sheet: Option<String>,
    /// Row of the sheet or line of the file, from 1.
    pub row: Option<u64>,
    /// Heading of the column.
    pub column: Option<String>,
    /// The value as it stands there.
    pub value: Option<String>,
}

/// What a file turned out to be instead of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Image,
    Zip,
    Workbook,
    OldWorkbook,
    Word,
    Html,
    /// XML Spreadsheet 2003.
    XmlTable,
    OpenDocument,
    Database,
    Binary,
}

impl Place {
    /// A row of a file.
    pub fn row(row: u64) -> Place {
        Place { row: Some(row), ..Place::default() }
    }

    /// A value without a file around it, as typed.
    pub fn value(value: &str) -> Place {
        Place { value: Some(value.to_owned()), ..Place::default() }
    }

    /// A whole file.
    pub fn file(file: &str) -> Place {
        Place { file: Some(file.to_owned()), ..Place::default() }
    }
}

impl Fault {
    /// The process exit code of DESIGN §1.
    pub fn exit_code(&self) -> u8 {
        match self {
            Fault::Refused(refusal) if refusal.kind.is_usage() => 2,
            Fault::Refused(_) | Fault::Library(_) => 1,
            Fault::Internal(_) => 70,
            Fault::BrokenPipe => 0,
        }
    }

    /// The refusal of a row, a file or a command in it.
    ///
    /// # Errors
    /// Itself, where it is none.
    pub fn into_refusal(self) -> Result<Refusal> {
        match self {
            Fault::Refused(refusal) => Ok(*refusal),
            other => Err(other),
        }
    }

    /// Adds the sheet to a refusal that does not name one yet.
    pub fn in_sheet(self, sheet: Option<&str>) -> Fault {
        match (self, sheet) {
            (Fault::Refused(mut refusal), Some(sheet)) => {
                refusal.place.sheet.get_or_insert_with(|| sheet.to_owned());
                Fault::Refused(refusal)
            }
            (other, _) => other,
        }
    }

    /// Adds the file to a refusal that does not name one yet.
    pub fn in_file(self, file: &str) -> Fault {
        match self {
            Fault::Refused(mut refusal) => {
                refusal.place.file.get_or_insert_with(|| file.to_owned());
                Fault::Refused(refusal)
            }
            other => other,
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Refused(Box::new(refusal))
    }
}

impl From<Kind> for Fault {
    fn from(kind: Kind) -> Fault {
        kind.at(Place::default()).into()
    }
}

impl From<AppealRefusal> for Kind {
    fn from(refusal: AppealRefusal) -> Kind {
        Kind::Appeal(Box::new(refusal))
    }
}

impl From<MeetingRefusal> for Kind {
    fn from(refusal: MeetingRefusal) -> Kind {
        Kind::Meeting(Box::new(refusal))
    }
}

impl From<MeetingRefusal> for Fault {
    fn from(refusal: MeetingRefusal) -> Fault {
        Kind::from(refusal).into()
    }
}

impl From<AppealRefusal> for Fault {
    fn from(refusal: AppealRefusal) -> Fault {
        Kind::from(refusal).into()
    }
}

impl From<PackRefusal> for Kind {
    fn from(refusal: PackRefusal) -> Kind {
        Kind::Pack(Box::new(refusal))
    }
}

impl From<PackRefusal> for Fault {
    fn from(refusal: PackRefusal) -> Fault {
        Kind::from(refusal).into()
    }
}

impl From<TaskRefusal> for Kind {
    fn from(refusal: TaskRefusal) -> Kind {
        Kind::Task(Box::new(refusal))
    }
}

impl From<TaskRefusal> for Fault {
    fn from(refusal: TaskRefusal) -> Fault {
        Kind::from(refusal).into()
    }
}

impl From<TemplateRefusal> for Kind {
    fn from(refusal: TemplateRefusal) -> Kind {
        Kind::Template(Box::new(refusal))
    }
}

impl From<TemplateRefusal> for Fault {
    fn from(refusal: TemplateRefusal) -> Fault {
        Kind::from(refusal).into()
    }
}

impl From<anyhow::Error> for Fault {
    fn from(error: anyhow::Error) -> Fault {
        Fault::Internal(error)
    }
}
