//! One sample of every note.

use super::sample::{day, month, s, samples};
use crate::model::field::{Field, Quantity};
use crate::model::money::{Unit, Usd};
use crate::model::note::Note;
use crate::model::stage::Stage;
use crate::model::term::Term;

pub fn notes() -> Vec<Note> {
    let kunshan = || s("昆山市");
    let february = month("2020-02");
    let mut notes = samples!(Note:
        Standing { month: Some(february), as_of: day("2020-03-10") },
        Unit(Unit::TenThousand),
        ExampleThreshold,
        Rounding,
        Filtered(vec![s("昆山市"), s("日韩")]),
        NewFdiMeaning,
        Base { count: 193 },
        Empty,
        ListHint,
        Initialised { path: s("/库/a.db"), districts: 10, departments: 15 },
        Entered { code: s("XM2020-0001"), name: s("澄屿光学") },
        EnteredByOverride { code: s("XM2020-0001"), approver: s("张三") },
        Updated { code: s("XM2020-0001"), fields: 2 },
        NothingChanged,
        Recorded { what: Term::Contacts, name: s("张三") },
        Written { path: s("表.xlsx") },
        WrittenBeside { wanted: s("表.xlsx"), path: s("表（2）.xlsx") },
        NilRecorded { district: kunshan(), month: february },
        DryRun,
        ClockBehind { clock: day("2020-03-01"), last: day("2020-03-10") },
        Waiting,
        Opening { path: s("/库/a.db") },
        Understood {
            file: s("昆山.csv"),
            encoding: s("GB18030"),
            header_row: 4,
            district: Some(kunshan()),
            month: Some(february),
            unit: Some(Unit::TenThousand),
        },
        UnknownColumns { columns: vec![s("甲"), s("乙")] },
        Revision { district: kunshan(), month: february, revision: 2 },
        Vanished { district: kunshan(), month: february, names: vec![s("甲")], count: 3 },
        TotalsAgree { quantity: Quantity::Total },
        TotalsDiffer { quantity: Quantity::Total, file: Usd(1), ours: Usd(i64::MAX), row: 40 },
        Imported { files: 1 },
        ImportedInPart { files: 3, left: vec![s("甲.csv")] },
        RejectedKept { rows: 1, path: s("退回.csv") },
        Question { name: s("澄屿光学"), row: 7 },
        AmountFell { quantity: Quantity::PaidIn, before: Usd(200_000_000), after: Usd(5) },
        StageBack,
        QuestionMarkInName,
        MonthGap { from: february, to: month("2020-04") },
        YearTaken { value: s("3月底"), taken: s("2020-03") },
        PaidOverRegistered,
        ReportedElsewhere { code: s("XM2020-0001") },
        LateFiling { district: kunshan(), due: day("2020-03-06"), received: day("2020-03-10") },
        Similar { code: s("XM2020-0001"), name: s("澄屿光学"), similarity: 85 },
        FutureDate { field: Field::StageDate(Stage::Started), value: s("2021-05") },
        StageAssumed { stage: Stage::Negotiating },
        PartialDate { field: Field::StageDate(Stage::Started), value: s("3月底") },
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
        Note::MonthGap { from: february, to: february },
        Note::Revision { district: kunshan(), month: february, revision: 1 },
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
    ]);
    notes
}
