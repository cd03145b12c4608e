//! Every way to be refused, with its facts.

use super::{
    AppealRefusal, Concealed, FileKind, MeetingRefusal, PackRefusal, TaskRefusal, TemplateRefusal,
};
use crate::model::Day;
use crate::model::application::ApplicationState;
use crate::model::command::CommandName;
use crate::model::field::{Field, Quantity};
use crate::model::finding::{Finding, RuleName};
use crate::model::ledger::LedgerName;
use crate::model::log::LogLine;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::setting::SettingName;

/// Every way to be refused, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    // the library file
    NoLibrary {
        path: String,
    },
    LibraryExists {
        path: String,
    },
    DirectoryGiven {
        path: String,
    },
    NotADatabase {
        path: String,
    },
    OtherDatabase {
        path: String,
    },
    NewerLibrary {
        found: u32,
        known: u32,
    },
    ReadOnly {
        path: String,
    },
    Unreadable {
        path: String,
        detail: String,
    },
    Busy {
        seconds: u64,
    },
    DiskFull {
        path: String,
    },
    ClockBack {
        last: Day,
        today: Day,
    },

    /// `--as-of` a day before the library was made.
    BeforeLibrary {
        day: Day,
        first: Day,
    },
    /// `--as-of` a day that has not come.
    NotYetCome {
        day: Day,
        today: Day,
    },
    /// An older library that cannot be brought up to date where it lies.
    OlderReadOnly {
        path: String,
    },

    // undo and redo
    NothingToUndo,
    NothingToRedo,
    UnknownOperation {
        op: i64,
    },
    NotUndoable {
        command: CommandName,
        op: i64,
    },
    AlreadyUndone {
        op: i64,
    },
    NotUndone {
        op: i64,
    },
    /// What was written since would be overwritten.
    ChangedSince {
        op: i64,
        later: Option<Box<LogLine>>,
    },

    // the life of a project
    /// A sensitive change of the clerk's without a reason.
    ReasonNeeded {
        findings: Vec<Finding>,
    },
    ExitRefused {
        finding: Box<Finding>,
    },
    /// What can only be done to a project in the library.
    HasLeft {
        code: String,
        day: Day,
    },
    NotLeft {
        code: String,
    },
    /// A day before the project entered, or left.
    TooEarly {
        day: Day,
        earliest: Day,
    },
    SameProject {
        code: String,
    },
    SuccessorNeeded,
    /// Amounts cannot move in a month before the latest one on record.
    LaterMonthKnown {
        code: String,
        month: Month,
    },
    /// Another project of the district bears the name.
    NameTaken {
        name: String,
        code: String,
    },
    /// What an application asks to change is no longer what it was.
    MovedOn {
        application: String,
        field: Field,
    },
    /// A part split off is more than the whole.
    PartTooLarge {
        quantity: Quantity,
        part: Usd,
        whole: Usd,
    },

    // screening and rules
    UnknownApplication {
        given: String,
    },
    NotWaiting {
        code: String,
        state: ApplicationState,
    },
    UnknownRule {
        given: String,
        known: Vec<RuleName>,
    },
    BadThreshold {
        rule: RuleName,
        value: String,
    },
    /// An excuse that ends before it begins.
    ExcuseBackwards {
        from: Day,
        until: Day,
    },

    // backups
    /// A copy that cannot be trusted.
    Unsound {
        path: String,
        detail: String,
    },
    BackupFailed {
        path: String,
        detail: String,
    },
    /// A file that is no copy of a library of ours.
    NotABackup {
        path: String,
    },
    /// `restore` of the library's own file.
    RestoreOfItself {
        path: String,
    },

    // usage
    Usage {
        sentence: String,
        usage: String,
    },
    BadDay {
        value: String,
    },
    BadMonth {
        value: String,
    },
    UnknownChoice {
        value: String,
        choices: Vec<String>,
    },
    FormatUnknown {
        value: String,
    },
    /// A document cannot be printed on a terminal.
    FormatNeedsFile {
        format: String,
    },
    /// The leaders' page is a file.
    BoardNeedsFile,
    /// A sheet to fill in is a workbook or a text file.
    SheetEnding {
        value: String,
    },
    NothingGiven,
    OverrideNeedsApprover,
    Required {
        what: Vec<Field>,
    },
    BadPair {
        value: String,
    },
    /// A form is a workbook: it needs a file, or a folder where there are several.
    FormNeedsFile {
        several: bool,
    },
    /// The folder a file is to be written in is not there.
    NoFolder {
        path: String,
    },
    /// A file has the place of the folder.
    FolderIsFile {
        path: String,
    },
    OneAtATime {
        first: String,
        second: String,
    },
    /// A comparison that does not go forward.
    MonthsBackwards {
        from: Month,
        to: Month,
    },
    /// A reason of blanks.
    BlankReason,
    /// `--as-of` with a command that writes.
    AsOfWrites,

    // looking up
    UnknownProject {
        given: String,
    },
    AmbiguousProject {
        given: String,
        candidates: Vec<(String, String)>,
    },
    UnknownDistrict {
        given: String,
        known: Vec<String>,
    },
    UnknownDepartment {
        given: String,
        known: Vec<String>,
    },
    UnknownOrigin {
        given: String,
    },
    UnknownField {
        given: String,
    },
    AliasTaken {
        alias: String,
        owner: String,
    },

    // values
    BadAmount,
    NegativeAmount,
    TooPrecise,
    AmountTooLarge,
    BadDate,
    AmbiguousDate,
    FutureDay {
        day: Day,
        today: Day,
    },
    NoRate {
        currency: String,
        month: Month,
    },
    BadRate,
    BadFlag,
    BadStage,
    BadBasis,
    /// 出库原因
    BadGround,
    /// 紧急程度
    BadUrgency,
    /// A role no contact has.
    BadRole,
    /// A contact without body, role or name.
    ContactIncomplete,
    /// An appeal that says neither what is in the way nor what is asked for.
    AppealEmpty,
    BadCode,
    DamagedNumber,
    /// `#REF!`, `#N/A`: what a formula leaves that cannot be computed.
    BrokenFormula,
    /// A formula that was never computed.
    EmptyFormula,

    // a file as a whole
    FileMissing {
        path: String,
    },
    FileIsDirectory {
        path: String,
    },
    NotATable {
        found: FileKind,
    },
    EmptyFile,
    WorkbookEncrypted,
    /// Hidden rows, columns or sheets, and no word on what to do with them.
    HiddenParts {
        concealed: Concealed,
    },
    WorkbookDamaged,
    /// Larger than any district's workbook, packed or unpacked.
    WorkbookTooLarge {
        megabytes: u64,
    },
    /// More sheets than a workbook of a district has.
    TooManySheets {
        found: u64,
        limit: u64,
    },
    NoHeader,
    HeaderOnly,
    /// A printed form came back with nothing filled in.
    FormEmpty,
    /// No sheet has the header of the list asked for.
    NoList {
        list: LedgerName,
    },
    ListTooLong {
        limit: u64,
    },
    BadEncoding {
        tried: Vec<String>,
    },
    UnknownEncoding {
        given: String,
    },
    StrayQuote,
    RaggedRow {
        expected: u64,
        found: u64,
    },
    TooWide {
        limit: u64,
    },
    CellTooLong {
        limit: u64,
    },
    NoMonth,
    MonthContradiction {
        said: Month,
        found: Month,
    },
    NoDistrict,
    DistrictContradiction {
        said: String,
        found: String,
    },
    ColumnTwice {
        field: Field,
        first: String,
    },
    NoUnit,
    UnitContradiction,
    PaidInUnknown,
    FutureMonth {
        month: Month,
    },
    AlreadyReported {
        district: String,
        month: Month,
        revision: i64,
    },
    FileTwice {
        first: String,
    },
    RowsRejected {
        rejected: u64,
        receipt: String,
    },

    // a row
    NameMissing,
    CodeUnknown {
        code: String,
    },
    CodeOtherDistrict {
        code: String,
        district: String,
    },
    /// The row that named it before, and its file and sheet where they are others.
    SameProjectTwice {
        file: Option<String>,
        sheet: Option<String>,
        first: u64,
    },
    NameAmbiguous {
        candidates: Vec<(String, String)>,
    },
    NearMatch {
        candidates: Vec<(String, String)>,
    },
    EntryRefused {
        findings: Vec<Finding>,
    },

    // appeals and letters
    Appeal(Box<AppealRefusal>),
    Meeting(Box<MeetingRefusal>),

    // decisions and instructions
    Task(Box<TaskRefusal>),

    /// A value that a setting does not take.
    BadSetting {
        name: SettingName,
    },

    // what is handed out for a meeting
    Pack(Box<PackRefusal>),
    // texts of official papers
    Template(Box<TemplateRefusal>),

    // output
    OutputExists {
        path: String,
    },
    OutputFailed {
        path: String,
        detail: String,
    },
    NotPermitted {
        path: String,
    },
}
