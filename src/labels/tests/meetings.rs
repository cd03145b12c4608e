//! One sample of every note and every refusal about meetings.

use super::sample::{day, month, s, samples};
use crate::error::MeetingRefusal;
use crate::model::meeting::{AgendaChange, MeetingKind, MeetingState, Side};
use crate::model::meeting_note::MeetingNote;

pub fn notes() -> Vec<MeetingNote> {
    let (code, on) = (|| s("DB2020-03"), || day("2020-03-12"));
    let hash = || s("0123456789012345");
    let mut notes = samples!(MeetingNote:
        Planned { code: code(), day: Some(on()) },
        Moved { code: code(), day: on() },
        SameDay { code: code(), day: on() },
        RestDay { code: code(), day: day("2020-03-14") },
        Cancelled { code: code() },
        FreezeAgain { code: code() },
        SupervisionOpen { code: code(), state: Some(MeetingState::Frozen) },
        OtherMonth { code: code(), day: day("2020-04-02") },
        Adjusted { code: code(), change: AgendaChange::Drop, subject: s("澄屿\n光学") },
        Frozen { code: code(), side: Side::Before, number: 1, sha256: hash() },
        Closed { code: code(), decisions: 1 },
        NobodyAttended { code: code() },
        About { code: code(), day: Some(on()) },
        Title {
            kind: MeetingKind::Supervision,
            month: month("2020-03"),
            code: code(),
            day: Some(on()),
        },
        SinceLast { code: Some(code()), day: Some(on()) },
        NothingAmended,
        AmendmentMeaning { month: month("2020-02") },
        Edition {
            side: Side::After,
            number: 1,
            day: on(),
            operation: 57,
            program: s("0.2.0"),
            sha256: hash(),
        },
    );
    notes.extend([
        MeetingNote::Planned { code: code(), day: None },
        MeetingNote::SupervisionOpen { code: code(), state: None },
        MeetingNote::About { code: code(), day: None },
        MeetingNote::SinceLast { code: None, day: None },
        MeetingNote::Closed { code: code(), decisions: 2 },
    ]);
    notes
}

pub fn refusals() -> Vec<MeetingRefusal> {
    let (code, on) = (|| s("DB2020-03"), || day("2020-03-12"));
    let mut refusals = samples!(MeetingRefusal:
        Unknown { given: s("某\n会"), known: vec![code(), s("DP2020-03")] },
        EvenMonth { month: month("2020-04") },
        AlreadyPlanned { code: code(), day: Some(on()) },
        State { code: code(), state: MeetingState::Planned },
        NoDay { code: code() },
        Held { code: code(), day: on() },
        FrozenForAnotherDay { code: code() },
        UnknownEdition { code: code(), side: Side::Before, known: 2 },
        NotHeld { code: code(), day: on() },
        NoAttendance { code: code() },
        NoEdition { code: code(), side: Side::After },
        NotOnAgenda { code: code(), given: s("XM2020-0001") },
        AlreadyOnAgenda { code: code(), given: s("XM2020-0001") },
        UnknownSubject { given: s("XM2020-9999") },
        Altered { code: code(), side: Side::Before },
        SheetExists { code: code(), path: s("议定\n事项.xlsx") },
        OtherDocument { found: s("某\n文件") },
        NewerDocument { found: 2, known: 1 },
        UnknownPage { given: s("某页"), known: vec![s("agenda"), s("summary.overview")] },
        NoneFrozen { kind: None },
        Backwards { first: s("DB2020-04"), second: code() },
        DayPlanned { code: code(), day: on() },
        BadPerson { given: s("张\n三") },
    );
    refusals.extend([
        MeetingRefusal::Unknown { given: s("某会"), known: vec![] },
        MeetingRefusal::AlreadyPlanned { code: code(), day: None },
        MeetingRefusal::NoneFrozen { kind: Some(MeetingKind::Review) },
    ]);
    refusals.extend(
        [MeetingState::Frozen, MeetingState::Closed, MeetingState::Cancelled]
            .map(|state| MeetingRefusal::State { code: code(), state }),
    );
    refusals
}
