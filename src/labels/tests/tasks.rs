//! One sample of every note and refusal about decisions and instructions.

use super::sample::{day, s, samples};
use crate::error::TaskRefusal;
use crate::model::meeting::MeetingKind;
use crate::model::task::{TaskField, TaskSource};
use crate::model::task_note::TaskNote;

pub fn notes() -> Vec<TaskNote> {
    let (code, meeting) = (|| s("RW2020-0001"), || s("DB2020-03"));
    let on = || day("2020-03-12");
    let mut notes = samples!(TaskNote:
        Meaning,
        Logged { code: code(), meeting: Some(meeting()), day: on() },
        Amended { code: code(), fields: TaskField::ALL.to_vec() },
        Unchanged { code: code() },
        AfterClose { code: code(), meeting: meeting() },
        Another { code: code(), earlier: vec![s("RW2020-0002"), s("RW2020-0003")] },
        Progressed { code: code(), day: on() },
        Done { code: code(), day: on(), due: None },
        SheetTo { unit: (s("资\n规"), s("Resources")) },
    );
    notes.extend([
        TaskNote::Logged { code: code(), meeting: None, day: on() },
        TaskNote::Done { code: code(), day: on(), due: Some(day("2020-03-10")) },
    ]);
    notes
}

pub fn refusals() -> Vec<TaskRefusal> {
    let (code, meeting) = (|| s("RW2020-0001"), || s("DB2020-03"));
    let on = || day("2020-03-12");
    let mut refusals = samples!(TaskRefusal:
        Unknown { given: s("某\n件") },
        NoText,
        Nobody,
        DueBefore { due: day("2020-03-01"), day: on() },
        BeforeMeeting { meeting: meeting(), day: day("2020-03-01"), held: on() },
        NotYetHeld { meeting: meeting(), day: on() },
        WhichMeeting { kind: MeetingKind::Supervision, day: on(), known: vec![] },
        OtherSource { meeting: meeting(), source: TaskSource::Review },
        OtherMeeting { code: code(), meeting: meeting() },
        SheetOfOther { meeting: meeting(), named: vec![s("DB2020-02")] },
        OtherProject { appeal: s("SQ2020-0001"), project: s("澄屿\n光学") },
        AlreadyDone { code: code(), day: on() },
        StepBefore { code: code(), day: day("2020-03-01"), decided: on() },
        SaidTwice { code: code(), row: 5, file: None },
        RowWithoutText,
        NoPerson,
        BadPresence,
    );
    refusals.extend([
        TaskRefusal::SaidTwice { code: code(), row: 5, file: Some(s("议定\n事项.csv")) },
        TaskRefusal::WhichMeeting {
            kind: MeetingKind::Review,
            day: on(),
            known: vec![s("DP2020-03"), s("DP2020-05")],
        },
        TaskRefusal::OtherSource { meeting: meeting(), source: TaskSource::Instruction },
    ]);
    refusals
}
