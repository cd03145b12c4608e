//! One sample of every note.

use super::log::{line, lines};
use super::sample::{day, month, s, samples};
use super::trouble::troubles;
use crate::model::application::ApplicationKind;
use crate::model::check::Trouble;
use crate::model::clock::ClockKind;
use crate::model::command::CommandName;
use crate::model::exit::ExitGround;
use crate::model::field::{Field, Quantity};
use crate::model::finding::RuleName;
use crate::model::meeting::MeetingState;
use crate::model::money::{Unit, Usd};
use crate::model::note::Note;
use crate::model::stage::Stage;
use crate::model::term::Term;

pub fn notes() -> Vec<Note> {
    let kunshan = || s("昆山市");
    let february = month("2020-02");
    let code = || s("XM2020-0001");
    let application = || s("JZ2020-0001");
    let mut notes = samples!(Note:
        Standing { month: Some(february), as_of: day("2020-03-10") },
        Unit(Unit::TenThousand),
        ExampleThreshold,
        Rounding,
        Filtered(vec![s("昆山市"), s("日韩")]),
        NewFdiMeaning,
        ReportedOf { month: february },
        Base { count: 193 },
        About { code: s("XM2020-0001"), name: s("澄屿光学") },
        Empty,
        ListHint,
        AppealBase { appeals: 37, projects: 25, left: 2 },
        ProjectOutcome,
        ProjectsPerRow,
        CarryOver {
            month: february,
            opening: 1,
            logged: 37,
            reopened: 2,
            closed: 10,
            ended: 3,
            closing: 27,
        },
        Dispatches { asked: 51, appeals: 37 },
        AnswerMeaning,
        PlanOf { month: february, as_of: day("2020-03-10") },
        NotPlanned { code: s("DB2020-03"), state: None },
        ProvisionalDays,
        DueCount { late: 1, today: 2 },
        ChangesInBrief {
            entered: 1,
            left: 2,
            advanced: 3,
            fell_back: 0,
            stalled: 4,
            paid_in: Usd(-200_000_000),
            new_appeals: 5,
            solved: 6,
            in_hand: 7,
            new_tasks: 8,
            done: 9,
            open: 10,
        },
        AppealChangesMeaning,
        AppealListHint,
        ContactsRead { recorded: 50, unchanged: 1 },
        FeedbackTo { district: (s("昆山\n市"), s("Kunshan")) },
        FeedbackOf { month: february, until: day("2020-03-10") },
        Initialised { path: s("/库/a.db"), districts: 10, departments: 15 },
        Entered { code: s("XM2020-0001"), name: s("澄屿光学") },
        EnteredByOverride { code: s("XM2020-0001"), approver: s("张三") },
        Updated { code: s("XM2020-0001"), fields: 2 },
        NothingChanged,
        Recorded { what: Term::Contacts, name: s("张三") },
        Written { path: s("表.xlsx") },
        FormsMade { files: 10, folder: s("下发") },
        WrittenBeside { wanted: s("表.xlsx"), path: s("表（2）.xlsx") },
        NilRecorded { district: kunshan(), month: february },
        DryRun,
        NothingKept,
        ClockBehind { clock: day("2020-03-01"), last: day("2020-03-10") },
        Waiting,
        Left { code: code(), name: s("澄屿\n光学"), ground: ExitGround::Stalled },
        LeftByOverride { code: code(), approver: s("张三") },
        Readmitted { code: code(), name: s("澄屿光学") },
        Renamed { code: code(), before: s("澄屿光学"), after: s("霁川光学") },
        Merged { code: code(), into: s("XM2020-0002") },
        SplitOff { code: s("XM2020-0003"), name: s("澄屿光学二期"), from: code() },
        Granted { application: application(), code: code(), kind: ApplicationKind::Entry },
        SentBack { application: application(), district: kunshan() },
        RuleSet { rule: RuleName::EntryScale, since: day("2020-04-01") },
        Excused { code: code(), clock: ClockKind::Report, until: day("2020-04-30") },
        Log(Box::new(line(CommandName::Update))),
        Undone(Box::new(line(CommandName::Update))),
        Redone(Box::new(line(CommandName::Update))),
        Appeal(super::appeals::notes().remove(0)),
        Ready(super::readiness::notes().remove(0)),
        Circular(super::circular::notes().remove(0)),
        Disclosure(super::board::disclosures().remove(0)),
        Board(super::board::notes().remove(0)),
        Task(super::tasks::notes().remove(0)),
        Pack(super::packs::notes().remove(0)),
        Meeting(super::meetings::notes().remove(0)),
        LogShown { shown: 20, of: 120 },
        Compared {
            from_day: day("2020-02-29"),
            from_month: None,
            to_day: day("2020-03-10"),
            to_month: None,
        },
        ClocksUntil { month: february },
        BackedUp { path: s("备份.db") },
        BackupLeftOut { megabytes: 612 },
        BackupNotMade { detail: s("拒绝\n访问") },
        Restored { path: s("备份.db"), kept: Some(s("原库.db")) },
        Upgraded { from: 1, to: 2, backup: s("原库.db") },
        RiskyFolder { path: s("/同步/a.db") },
        Trouble(Trouble::Damaged { detail: s("页 7") }),
        Sound { projects: 193, operations: 12 },
        TroubleFound { damage: 1, breaches: 2 },
        Understood {
            file: s("昆山.csv"),
            encoding: s("GB18030"),
            header_row: 4,
            district: Some(kunshan()),
            month: Some(february),
            unit: Some(Unit::TenThousand),
        },
        SheetsIgnored { sheets: vec![s("说明")] },
        StaleFormula,
        WholeSheet { sheet: s("总表") },
        WholeSheetDiffers { sheet: s("总表"), names: vec![s("澄屿光学")], count: 2 },
        UnknownColumns { columns: vec![s("甲"), s("乙")] },
        Revision { district: kunshan(), month: february, revision: 2, kept: true },
        ReceiptLost,
        Clues { count: 3, kept: true },
        Vanished { district: kunshan(), month: february, names: vec![s("甲")], count: 3 },
        TotalsDiffer { quantity: Quantity::Total, file: Usd(1), ours: Usd(i64::MAX), row: 40 },
        Imported { files: 1 },
        ImportedInPart { files: 3, left: vec![s("甲.csv")] },
        ReceiptKept { rejected: 1, warned: 2, paths: vec![s("回执.xlsx")], taken: true },
        NoReceipt,
        ReceiptsPassedOver { files: vec![s("昆山.回执.xlsx")] },
        Question { name: s("澄屿光学"), row: 7 },
        AmountFell { quantity: Quantity::PaidIn, before: Usd(200_000_000), after: Usd(5) },
        StageBack,
        QuestionMarkInName,
        YearTaken { value: s("3月底"), taken: s("2020-03") },
        ReportedAfterExit { code: code(), day: day("2020-03-01") },
        Screened { fields: vec![Field::Name, Field::Money(Quantity::Total)] },
        ReturnedBefore { application: application(), reason: Some(s("依据\n不足")) },
        ReportedElsewhere {
            name: s("澄屿光学"),
            district: kunshan(),
            file: Some(s("昆山.csv")),
            row: 5,
        },
        WouldBe,
        LateFiling { district: kunshan(), due: day("2020-03-06"), received: day("2020-03-10") },
        Similar { code: s("XM2020-0001"), name: s("澄屿光学"), similarity: 85 },
        FutureDate { field: Field::StageDate(Stage::Started), value: s("2021-05") },
        StageAssumed { stage: Stage::Negotiating },
        Reminder {
            district: kunshan(),
            contact: Some(s("张三")),
            month: february,
            due: day("2020-03-06"),
            provisional: true,
        },
        NobodyLate { month: february },
    );
    notes.extend([
        Note::Standing { month: None, as_of: day("2020-03-10") },
        Note::ReceiptKept { rejected: 1, warned: 0, paths: vec![s("回执.xlsx")], taken: false },
        Note::Revision { district: kunshan(), month: february, revision: 1, kept: true },
        Note::Understood {
            file: s("昆山.csv"),
            encoding: s("UTF-8"),
            header_row: 1,
            district: None,
            month: None,
            unit: None,
        },
        Note::Reminder {
            district: kunshan(),
            contact: None,
            month: month("2020-12"),
            due: day("2021-01-08"),
            provisional: false,
        },
        Note::Granted { application: application(), code: code(), kind: ApplicationKind::Change },
        Note::ReturnedBefore { application: application(), reason: None },
        Note::Screened { fields: vec![Field::Stage] },
        Note::LogShown { shown: 3, of: 3 },
        Note::Restored { path: s("备份.db"), kept: None },
        Note::TroubleFound { damage: 0, breaches: 1 },
        Note::TroubleFound { damage: 3, breaches: 0 },
    ]);
    let ends = [
        (day("2020-03-10"), Some(month("2020-01"))),
        (day("2020-03-10"), Some(february)),
        (day("2020-02-29"), Some(february)),
        (day("2020-02-29"), None),
    ];
    for (from_day, from_month) in ends {
        for (to_day, to_month) in ends {
            notes.push(Note::Compared { from_day, from_month, to_day, to_month });
        }
    }
    for line in lines() {
        notes.push(Note::Undone(Box::new(line.clone())));
        notes.push(Note::Redone(Box::new(line.clone())));
        notes.push(Note::Log(Box::new(line)));
    }
    let cancelled = Some(MeetingState::Cancelled);
    notes.push(Note::NotPlanned { code: s("DP2020-03"), state: cancelled });
    notes.push(Note::DueCount { late: 0, today: 0 });
    notes.extend(super::appeals::notes().into_iter().map(Note::Appeal));
    notes.extend(super::readiness::notes().into_iter().map(Note::Ready));
    notes.extend(super::circular::notes().into_iter().map(Note::Circular));
    notes.extend(super::packs::notes().into_iter().map(Note::Pack));
    notes.extend(super::board::disclosures().into_iter().map(Note::Disclosure));
    notes.extend(super::board::notes().into_iter().map(Note::Board));
    notes.extend(super::tasks::notes().into_iter().map(Note::Task));
    notes.extend(super::meetings::notes().into_iter().map(Note::Meeting));
    notes.extend(troubles().into_iter().map(Note::Trouble));
    notes
}
