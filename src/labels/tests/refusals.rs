//! One sample of every refusal, and the places it may happen in.

use super::log::lines;
use super::sample::{day, findings, month, s, samples};
use crate::error::{FileKind, Kind, Place};
use crate::model::application::ApplicationState;
use crate::model::command::CommandName;
use crate::model::field::{Field, Quantity};
use crate::model::finding::RuleName;
use crate::model::ledger::LedgerName;
use crate::model::money::Usd;
use crate::model::setting::SettingName;

fn candidates() -> Vec<(String, String)> {
    vec![(s("XM2020-0001"), s("澄屿光学")), (s("XM2020-0007"), s("澄屿光学二期"))]
}

pub fn refusals() -> Vec<Kind> {
    let mut kinds = samples!(Kind:
        NoLibrary { path: s("/库/a.db") },
        LibraryExists { path: s("/库/a.db") },
        DirectoryGiven { path: s("/库") },
        NotADatabase { path: s("/库/a.db") },
        OtherDatabase { path: s("/库/a.db") },
        NewerLibrary { found: 9, known: 2 },
        ReadOnly { path: s("/库/a.db") },
        Unreadable { path: s("/库/a.db"), detail: s("拒绝访问") },
        Busy { seconds: 60 },
        DiskFull { path: s("/库/a.db") },
        ClockBack { last: day("2020-03-10"), today: day("2020-03-01") },
        NotYetCome { day: day("2020-07-01"), today: day("2020-06-10") },
        BeforeLibrary { day: day("2020-02-01"), first: day("2020-03-01") },
        OlderReadOnly { path: s("/库/a.db") },
        NothingToUndo,
        NothingToRedo,
        UnknownOperation { op: 99 },
        NotUndoable { command: CommandName::Init, op: 1 },
        AlreadyUndone { op: 12 },
        NotUndone { op: 12 },
        ChangedSince { op: 12, later: None },
        ReasonNeeded { findings: findings() },
        ExitRefused { finding: Box::new(findings().remove(0)) },
        HasLeft { code: s("XM2020-0001"), day: day("2020-03-01") },
        NotLeft { code: s("XM2020-0001") },
        TooEarly { day: day("2020-01-01"), earliest: day("2020-01-08") },
        SameProject { code: s("XM2020-0001") },
        SuccessorNeeded,
        PartTooLarge { quantity: Quantity::Total, part: Usd(200), whole: Usd(100) },
        UnknownApplication { given: s("甲") },
        NotWaiting { code: s("JZ2020-0001"), state: ApplicationState::Returned },
        Appeal(Box::new(super::appeals::refusals().remove(0))),
        Task(Box::new(super::tasks::refusals().remove(0))),
        Meeting(Box::new(super::meetings::refusals().remove(0))),
        Pack(Box::new(super::packs::refusals().remove(0))),
        Template(Box::new(super::templates::refusals().remove(0))),
        UnknownRule { given: s("甲"), known: RuleName::ALL.to_vec() },
        BadThreshold { rule: RuleName::EntryScale, value: s("甲") },
        ExcuseBackwards { from: day("2020-04-01"), until: day("2020-03-01") },
        Unsound { path: s("备份.db"), detail: s("页 7") },
        BackupFailed { path: s("备份.db"), detail: s("拒绝访问") },
        NotABackup { path: s("照片.db") },
        RestoreOfItself { path: s("库.db") },
        Usage { sentence: s("缺少“项目名称”。"), usage: s("tuijin add") },
        BadDay { value: s("3月") },
        BadMonth { value: s("2020") },
        UnknownChoice { value: s("甲"), choices: vec![s("乙"), s("丙")] },
        FormatUnknown { value: s("pdf") },
        BoardNeedsFile,
        FormatNeedsFile { format: s("xlsx") },
        SheetEnding { value: s("pdf") },
        NothingGiven,
        OverrideNeedsApprover,
        Required { what: vec![Field::Name, Field::District] },
        BadPair { value: s("甲") },
        FormNeedsFile { several: false },
        NoFolder { path: s("/回执") },
        FolderIsFile { path: s("回执") },
        OneAtATime { first: s("--all"), second: s("--district") },
        MonthsBackwards { from: month("2020-03"), to: month("2020-02") },
        BlankReason,
        LaterMonthKnown { code: s("XM2020-0001"), month: month("2020-03") },
        NameTaken { name: s("澄屿光学"), code: s("XM2020-0002") },
        MovedOn { application: s("JZ2020-0001"), field: Field::Stage },
        AsOfWrites,
        UnknownProject { given: s("澄屿") },
        AmbiguousProject { given: s("澄屿"), candidates: candidates() },
        UnknownDistrict { given: s("昆"), known: vec![s("昆山市"), s("太仓市")] },
        UnknownDepartment { given: s("委"), known: vec![] },
        UnknownOrigin { given: s("某国") },
        UnknownField { given: s("某项") },
        AliasTaken { alias: s("园区"), owner: s("苏州工业园区") },
        BadAmount,
        NegativeAmount,
        TooPrecise,
        AmountTooLarge,
        BadDate,
        AmbiguousDate,
        FutureDay { day: day("2020-05-01"), today: day("2020-03-10") },
        NoRate { currency: s("CNY"), month: month("2020-02") },
        BadRate,
        BadFlag,
        BadStage,
        BadBasis,
        BadGround,
        BadUrgency,
        BadRole,
        ContactIncomplete,
        AppealEmpty,
        BadCode,
        BadSetting { name: SettingName::BodyFont },
        DamagedNumber,
        UnknownEncoding { given: s("甲") },
        FileMissing { path: s("昆山.csv") },
        FileIsDirectory { path: s("月报") },
        NotATable { found: FileKind::Workbook },
        WorkbookEncrypted,
        WorkbookDamaged,
        WorkbookTooLarge { megabytes: 128 },
        TooManySheets { found: 299, limit: 256 },
        BrokenFormula,
        EmptyFormula,
        HiddenParts {
            concealed: crate::error::Concealed {
                sheet: true,
                rows: vec![7, 9],
                columns: vec![s("投资总额")],
                filtered: true,
            },
        },
        EmptyFile,
        NoHeader,
        HeaderOnly,
        FormEmpty,
        NoList { list: LedgerName::Appeals },
        ListTooLong { limit: 20_000 },
        BadEncoding { tried: vec![s("UTF-8"), s("GB18030")] },
        StrayQuote,
        RaggedRow { expected: 11, found: 12 },
        TooWide { limit: 500 },
        CellTooLong { limit: 20_000 },
        NoMonth,
        MonthContradiction { said: month("2020-02"), found: month("2020-03") },
        NoDistrict,
        DistrictContradiction { said: s("昆山市"), found: s("太仓市") },
        ColumnTwice { field: Field::Money(Quantity::Total), first: s("总投资") },
        NoUnit,
        UnitContradiction,
        PaidInUnknown,
        FutureMonth { month: month("2021-05") },
        AlreadyReported { district: s("昆山市"), month: month("2020-02"), revision: 2 },
        FileTwice { first: s("昆山（1）.csv") },
        RowsRejected { rejected: 3, receipt: s("昆山.退回.csv") },
        NameMissing,
        CodeUnknown { code: s("XM2020-0099") },
        CodeOtherDistrict { code: s("XM2020-0001"), district: s("太仓市") },
        SameProjectTwice { file: Some(s("昆山.csv")), sheet: Some(s("一月")), first: 5 },
        NameAmbiguous { candidates: candidates() },
        NearMatch { candidates: candidates() },
        EntryRefused { findings: findings() },
        OutputExists { path: s("表.xlsx") },
        OutputFailed { path: s("表.xlsx"), detail: s("拒绝访问") },
        NotPermitted { path: s("表.xlsx") },
    );
    let files = [
        FileKind::Pdf,
        FileKind::Image,
        FileKind::Zip,
        FileKind::OldWorkbook,
        FileKind::Word,
        FileKind::Html,
        FileKind::XmlTable,
        FileKind::OpenDocument,
        FileKind::Database,
        FileKind::Binary,
    ];
    kinds.extend(files.map(|found| Kind::NotATable { found }));
    kinds.push(Kind::UnknownDistrict { given: s("昆"), known: vec![] });
    kinds.push(Kind::UnknownDepartment { given: s("委"), known: vec![s("发改")] });
    kinds.push(Kind::BadEncoding { tried: vec![] });
    kinds.push(Kind::UnknownRule { given: s("甲"), known: vec![] });
    kinds.push(Kind::BackupFailed { path: s("备份.db"), detail: String::new() });
    kinds.extend(super::appeals::refusals().into_iter().map(Kind::from));
    kinds.push(Kind::NotUndoable { command: CommandName::MeetingFreeze, op: 11 });
    kinds.extend(super::tasks::refusals().into_iter().map(Kind::from));
    kinds.extend(super::packs::refusals().into_iter().map(Kind::from));
    kinds.extend(super::meetings::refusals().into_iter().map(Kind::from));
    kinds.extend(super::templates::refusals().into_iter().map(Kind::from));
    let bad = |rule: &RuleName| Kind::BadThreshold { rule: *rule, value: s("甲") };
    kinds.extend(RuleName::ALL.iter().map(bad));
    let decided =
        |state: &ApplicationState| Kind::NotWaiting { code: s("JZ2020-0001"), state: *state };
    kinds.extend(ApplicationState::ALL.iter().map(decided));
    let changed = |later| Kind::ChangedSince { op: 2, later: Some(Box::new(later)) };
    kinds.extend(lines().into_iter().map(changed));
    let refused = |finding| Kind::ExitRefused { finding: Box::new(finding) };
    kinds.extend(findings().into_iter().map(refused));
    kinds
}

/// Places with less and less known of them.
pub fn places() -> Vec<Place> {
    let full = Place {
        file: Some("昆山.csv".into()),
        sheet: Some("一月".into()),
        row: Some(7),
        column: Some("投资总额（万美元）".into()),
        value: Some("2020.1".into()),
    };
    let mut places = vec![
        Place { sheet: None, ..full.clone() },
        Place { sheet: None, column: None, ..full.clone() },
        Place { sheet: None, row: None, value: None, ..full.clone() },
        Place { file: None, sheet: None, row: None, ..full.clone() },
        Place::file("昆山.csv"),
        Place::row(7),
        Place::value("澄屿光学"),
        Place::default(),
    ];
    places.insert(0, full);
    places
}
