//! Sentences as data: what a page or a message says, with its facts. The words are in `labels`.

use super::Day;
use super::appeal_note::AppealNote;
use super::application::ApplicationKind;
use super::board::BoardNote;
use super::check::Trouble;
use super::circular::CircularNote;
use super::clock::ClockKind;
use super::disclosure::DisclosureNote;
use super::exit::ExitGround;
use super::field::{Field, Quantity};
use super::finding::RuleName;
use super::log::LogLine;
use super::meeting::MeetingState;
use super::meeting_note::MeetingNote;
use super::money::{Unit, Usd};
use super::month::Month;
use super::pack_note::PackNote;
use super::readiness::ReadyNote;
use super::stage::Stage;
use super::task_note::TaskNote;
use super::term::Term;

/// A sentence about a result. Machines see the variant's name and its facts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    // headings of pages
    /// 截至 … (report month) · 录入至 … (record)
    Standing {
        month: Option<Month>,
        as_of: Day,
    },
    /// 单位：万美元
    Unit(Unit),
    /// Example data or thresholds: 示例
    ExampleThreshold,
    /// 因四舍五入，分项之和可能不等于100%
    Rounding,
    /// Which projects a summary counts (the filters), as words typed.
    Filtered(Vec<String>),
    /// 新增注册外资 = registered where there is one, else planned
    NewFdiMeaning,
    /// 已报送: whether the report of this month has come.
    ReportedOf {
        month: Month,
    },
    /// Shares are of this many projects.
    Base {
        count: u64,
    },
    /// The project a page is about.
    About {
        code: String,
        name: String,
    },
    /// Nothing matched.
    Empty,
    /// How to see the projects behind a figure.
    ListHint,
    /// What shares of appeals and of projects are of; `left`: withdrawn or terminated.
    AppealBase {
        appeals: u64,
        projects: u64,
        left: u64,
    },
    /// How a project's outcome follows from those of its appeals.
    ProjectOutcome,
    /// A project may stand in several rows.
    ProjectsPerRow,
    /// The carry-over as a sum.
    CarryOver {
        month: Month,
        opening: u64,
        logged: u64,
        reopened: u64,
        closed: u64,
        ended: u64,
        closing: u64,
    },
    /// 件次 against 去重.
    Dispatches {
        asked: u64,
        appeals: u64,
    },
    /// What answered, on time and the mean are of.
    AnswerMeaning,
    /// The nominal month that a plan is for, and the day it is looked at.
    PlanOf {
        month: Month,
        as_of: Day,
    },
    /// A meeting has no day, so what depends on it is not planned; `state`: where it is on record.
    NotPlanned {
        code: String,
        state: Option<MeetingState>,
    },
    /// 暂定: the year's notice of holidays is not on record.
    ProvisionalDays,
    /// How much is late, and how much is due on the day.
    DueCount {
        late: u64,
        today: u64,
    },
    /// What changed, in one sentence: for who reads nothing else.
    ChangesInBrief {
        entered: u64,
        left: u64,
        advanced: u64,
        fell_back: u64,
        stalled: u64,
        paid_in: Usd,
        new_appeals: u64,
        solved: u64,
        in_hand: u64,
        new_tasks: u64,
        done: u64,
        open: u64,
    },
    /// How the changes of appeals add up, and what newly solved means.
    AppealChangesMeaning,
    /// How to see the appeals behind a figure.
    AppealListHint,
    /// A list of contacts was recorded.
    ContactsRead {
        recorded: u64,
        unchanged: u64,
    },
    /// Whom a feedback is for: the name in (中文, English).
    FeedbackTo {
        district: (String, String),
    },
    /// The month a feedback is about, as known on a day.
    FeedbackOf {
        month: Month,
        until: Day,
    },

    // done
    Initialised {
        path: String,
        districts: u64,
        departments: u64,
    },
    Entered {
        code: String,
        name: String,
    },
    EnteredByOverride {
        code: String,
        approver: String,
    },
    Updated {
        code: String,
        fields: u64,
    },
    NothingChanged,
    Recorded {
        what: Term,
        name: String,
    },
    Written {
        path: String,
    },
    /// The forms of all districts.
    FormsMade {
        files: u64,
        folder: String,
    },
    WrittenBeside {
        wanted: String,
        path: String,
    },
    NilRecorded {
        district: String,
        month: Month,
    },
    DryRun,
    /// An import was refused; its account says what would have been.
    NothingKept,
    ClockBehind {
        clock: Day,
        last: Day,
    },
    Waiting,

    // the life of a project
    Left {
        code: String,
        name: String,
        ground: ExitGround,
    },
    LeftByOverride {
        code: String,
        approver: String,
    },
    Readmitted {
        code: String,
        name: String,
    },
    Renamed {
        code: String,
        before: String,
        after: String,
    },
    Merged {
        code: String,
        into: String,
    },
    SplitOff {
        code: String,
        name: String,
        from: String,
    },
    /// An application was granted; `code` is the project that entered or changed.
    Granted {
        application: String,
        code: String,
        kind: ApplicationKind,
    },
    /// An application was returned to its district.
    SentBack {
        application: String,
        district: String,
    },
    RuleSet {
        rule: RuleName,
        since: Day,
    },
    Excused {
        code: String,
        clock: ClockKind,
        until: Day,
    },

    // memory
    /// One line of the log in plain words.
    Log(Box<LogLine>),
    Undone(Box<LogLine>),
    Redone(Box<LogLine>),
    /// So many of all lines are shown.
    LogShown {
        shown: u64,
        of: u64,
    },
    /// What two states are compared: the earlier one and the later one.
    Compared {
        from_day: Day,
        from_month: Option<Month>,
        to_day: Day,
        to_month: Option<Month>,
    },
    /// The month up to which the clocks are read.
    ClocksUntil {
        month: Month,
    },

    // safety
    BackedUp {
        path: String,
    },
    /// No daily copy is made of a library this large unless asked for.
    BackupLeftOut {
        megabytes: u64,
    },
    /// The daily copy could not be made; the command went on.
    BackupNotMade {
        detail: String,
    },
    /// `kept`: the copy of what was there before.
    Restored {
        path: String,
        kept: Option<String>,
    },
    Upgraded {
        from: u32,
        to: u32,
        backup: String,
    },
    /// The library lies on a network drive or in a synchronised folder.
    RiskyFolder {
        path: String,
    },
    Trouble(Trouble),
    /// `check` found nothing.
    Sound {
        projects: u64,
        operations: u64,
    },
    /// `check` found faults of the file and breaches of rules.
    TroubleFound {
        damage: u64,
        breaches: u64,
    },

    // an import: what was understood
    Understood {
        file: String,
        encoding: String,
        header_row: u64,
        district: Option<String>,
        month: Option<Month>,
        unit: Option<Unit>,
    },
    UnknownColumns {
        columns: Vec<String>,
    },
    /// Sheets without a table of projects.
    SheetsIgnored {
        sheets: Vec<String>,
    },
    /// A formula of the row has no result: the workbook was not recomputed before it was saved.
    StaleFormula,
    /// A sheet that holds the others again (总表) and is not counted twice.
    WholeSheet {
        sheet: String,
    },
    /// Projects in which it differs from the other sheets.
    WholeSheetDiffers {
        sheet: String,
        names: Vec<String>,
        count: u64,
    },
    /// `kept`: it was recorded, rather than only rehearsed.
    Revision {
        district: String,
        month: Month,
        revision: i64,
        kept: bool,
    },
    /// The rows were imported, but the receipt of the others could not be written.
    ReceiptLost,
    /// New clues to appeals (诉求线索) in a file; `kept`: they are on record.
    Clues {
        count: u64,
        kept: bool,
    },
    Vanished {
        district: String,
        month: Month,
        names: Vec<String>,
        count: u64,
    },
    TotalsDiffer {
        quantity: Quantity,
        file: Usd,
        ours: Usd,
        row: u64,
    },
    Imported {
        files: u64,
    },
    ImportedInPart {
        files: u64,
        left: Vec<String>,
    },
    /// Rows that go back were put into a file.
    ReceiptKept {
        rejected: u64,
        warned: u64,
        paths: Vec<String>,
        /// The other rows of the file are on record.
        taken: bool,
    },
    /// A receipt was asked for and there is nothing to send back.
    NoReceipt,
    /// Receipts of earlier imports found in a folder; they are not read with the rest of it.
    ReceiptsPassedOver {
        files: Vec<String>,
    },
    Question {
        name: String,
        row: u64,
    },

    // warnings on a row or a file
    AmountFell {
        quantity: Quantity,
        before: Usd,
        after: Usd,
    },
    StageBack,
    QuestionMarkInName,
    YearTaken {
        value: String,
        taken: String,
    },
    /// A report about a project that has left (出库); it is kept, the register stays.
    ReportedAfterExit {
        code: String,
        day: Day,
    },
    /// These fields of the row wait for a decision (甄别); the rest was taken.
    Screened {
        fields: Vec<Field>,
    },
    /// The same was asked before and returned.
    ReturnedBefore {
        application: String,
        reason: Option<String>,
    },
    /// Another district has reported what is likely the same project, in this import; `file`
    /// where that is another one.
    ReportedElsewhere {
        name: String,
        district: String,
        file: Option<String>,
        row: u64,
    },
    /// Nothing was written: what a page shows is what would become of the rows.
    WouldBe,
    LateFiling {
        district: String,
        due: Day,
        received: Day,
    },
    Similar {
        code: String,
        name: String,
        similarity: i64,
    },
    /// A day that has not come is a plan, not a fact; it was not recorded.
    FutureDate {
        field: Field,
        value: String,
    },
    /// 缺项: no stage given, so it stands at the first one.
    StageAssumed {
        stage: Stage,
    },

    /// About an appeal or a letter.
    Appeal(AppealNote),
    Meeting(MeetingNote),

    /// About readiness for a meeting.
    Ready(ReadyNote),
    Circular(CircularNote),
    /// What a paper for others leaves out.
    Disclosure(DisclosureNote),
    /// About the leaders' page.
    Board(BoardNote),
    /// About a decision or an instruction.
    Task(TaskNote),
    Pack(PackNote),

    // reminders
    Reminder {
        district: String,
        contact: Option<String>,
        month: Month,
        due: Day,
        provisional: bool,
    },
    NobodyLate {
        month: Month,
    },
}

/// A sentence and the row it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The sheet it stands on, where there are sheets.
    pub sheet: Option<String>,
    /// Row of the file, counted from 1.
    pub row: Option<u64>,
    pub note: Note,
}

impl From<MeetingNote> for Note {
    fn from(note: MeetingNote) -> Note {
        Note::Meeting(note)
    }
}

impl From<AppealNote> for Note {
    fn from(note: AppealNote) -> Note {
        Note::Appeal(note)
    }
}

impl From<ReadyNote> for Note {
    fn from(note: ReadyNote) -> Note {
        Note::Ready(note)
    }
}

impl From<TaskNote> for Note {
    fn from(note: TaskNote) -> Note {
        Note::Task(note)
    }
}

impl From<PackNote> for Note {
    fn from(note: PackNote) -> Note {
        Note::Pack(note)
    }
}

impl From<DisclosureNote> for Note {
    fn from(note: DisclosureNote) -> Note {
        Note::Disclosure(note)
    }
}

impl From<BoardNote> for Note {
    fn from(note: BoardNote) -> Note {
        Note::Board(note)
    }
}

impl From<CircularNote> for Note {
    fn from(note: CircularNote) -> Note {
        Note::Circular(note)
    }
}
