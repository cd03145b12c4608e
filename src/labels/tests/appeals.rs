//! One sample of every note and refusal about appeals.

use super::sample::{day, findings, month, s, samples};
use crate::error::AppealRefusal;
use crate::model::appeal::{Action, AppealOutcome, AppealState, Satisfaction};
use crate::model::appeal_note::AppealNote;
use crate::model::clue::ClueState;
use crate::model::dispatch::{DispatchRole, Governed, ReminderLevel, ReplyKind};
use crate::model::ledger::{OutcomeColumn, ReplyColumn};
use crate::model::setting::SettingName;

pub fn notes() -> Vec<AppealNote> {
    let (code, letter, resources) = (|| s("SQ2020-0001"), || s("HD2020-0001"), || s("资\n规"));
    let on = || day("2020-03-12");
    let outcome = AppealOutcome::Plan;
    let mut notes = samples!(AppealNote:
        Logged { code: code(), project: s("澄屿\n光学"), state: AppealState::Incomplete },
        Amended { code: code(), state: AppealState::Ready },
        Unchanged { code: code() },
        Fails { code: code(), findings: findings()[..2].to_vec() },
        Alike {
            code: code(),
            earlier: s("SQ2019-0007"),
            percent: 62,
            purpose: s("请求\n安排"),
            state: AppealState::Closed,
            outcome: outcome,
        },
        DraftsGone { code: code(), departments: vec![resources()] },
        SentBack { code: code(), district: s("昆山市") },
        Replied { code: code(), department: resources(), kind: ReplyKind::Interim },
        Extended { code: code(), department: resources(), until: on() },
        Returned { code: code(), department: resources(), to: None },
        BackAtBureau { code: code() },
        Wordless { code: code(), department: resources() },
        Late { code: code(), department: resources(), finding: findings()[0].clone() },
        Concluded { code: code(), outcome: outcome },
        Closed { code: code(), outcome: outcome },
        AssistsMissing { code: code(), departments: vec![resources()] },
        ClosedUnderWay { code: code(), outcome: outcome },
        Reopened { code: code(), state: AppealState::Dispatched },
        ClueDropped { code: s("XS2020-0001") },
        Withdrawn { code: code() },
        Terminated { project: s("XM2020-0001"), codes: vec![code(), s("SQ2020-0002")] },
        Rated { code: code(), satisfaction: Satisfaction::Mostly },
        Drafted { letter: letter(), department: resources(), appeals: 1 },
        LettersToWrite { round: month("2020-03") },
        OfficeUnsaid { what: vec![SettingName::Contact, SettingName::Phone] },
        Withheld { codes: vec![s("SQ2020-0001")] },
        WithheldInLetters { codes: vec![code()] },
        EmptyDrafts { letters: vec![letter()] },
        Dropped { letter: letter(), codes: vec![code()] },
        Admitted { codes: vec![code()], approver: s("示例\n领导") },
        LetterSent {
            letter: letter(),
            department: resources(),
            number: s("苏商函〔2020〕1号"),
            appeals: 3,
            due: on(),
        },
        Provisional { letter: letter() },
        Meeting { round: month("2020-03"), day: on() },
        MeetingMoved { letters: vec![letter()] },
        Reminder {
            level: ReminderLevel::Remind,
            department: resources(),
            lead: None,
            officer: None,
            code: code(),
            project: s("澄屿\n光学"),
            role: DispatchRole::Lead,
            due: on(),
            governed: Governed::Meeting,
            overdue: 0,
        },
        RemindersKept { count: 1 },
        NobodyToRemind,
        CalendarKept { days: 30, years: vec![2027] },
        ClueTaken { clue: s("XS2020-0001"), code: code() },
    );
    notes.extend([
        AppealNote::Returned { code: code(), department: resources(), to: Some(s("住建")) },
        AppealNote::AssistsMissing { code: code(), departments: vec![s("住建"), s("海关")] },
        AppealNote::Reminder {
            level: ReminderLevel::Circular,
            department: resources(),
            lead: Some(s("示例甲")),
            officer: Some(s("示例乙")),
            code: code(),
            project: s("澄屿光学"),
            role: DispatchRole::Assist,
            due: on(),
            governed: Governed::Limit,
            overdue: 6,
        },
    ]);
    notes
}

pub fn refusals() -> Vec<AppealRefusal> {
    let (code, letter) = (|| s("SQ2020-0001"), || s("HD2020-0001"));
    let (on, round) = (|| day("2020-03-12"), || month("2020-03"));
    let mut refusals = samples!(AppealRefusal:
        UnknownAppeal { given: s("某\n件") },
        UnknownLetter { given: s("某函") },
        UnknownClue { given: s("某条") },
        ClueNotWaiting { code: s("XS2020-0001"), state: ClueState::Taken },
        Step {
            code: code(),
            state: AppealState::SentBack,
            action: Action::Close,
            first: Some(Action::Amend),
            possible: vec![Action::Amend, Action::Withdraw],
        },
        OutOfOrder { code: code(), day: on(), earliest: day("2020-03-13") },
        NotClosable { code: code(), outcome: None, lead_answered: false },
        NotSound { code: code(), findings: findings()[..2].to_vec() },
        NotAsked { code: code(), department: s("住建"), asked: vec![s("资规"), s("海关")] },
        WhichDepartment { code: code(), asked: vec![s("资规"), s("海关")] },
        BeforeLetter { code: code(), day: on(), sent: day("2020-03-13") },
        ExtensionBackwards { until: on(), day: on() },
        Known { code: code() },
        SaidTwice { code: code(), row: 4, file: None },
        OnlyWithheld { codes: vec![s("SQ2020-0001")] },
        NoLetter { round: round() },
        NothingReady { round: round() },
        LetterSent { code: letter(), day: on() },
        LetterEmpty { code: letter() },
        NoDraft { round: round() },
        ProjectGone { code: code(), project: s("XM2020-0001") },
        OtherProject { code: code(), project: s("澄屿\n光学") },
        ReasonForRefusal,
        BadDayKind,
        DayTwice { day: on(), row: 3 },
        BadOutcome,
        BadAnswer,
        AnswerUnsaid { filled: vec![ReplyColumn::Person, ReplyColumn::Day] },
        AnswerAgainst { said: s("答\n复"), column: ReplyColumn::Until },
        OutcomeUnsaid { filled: vec![OutcomeColumn::Reason] },
        WhoseForm,
        AppealMissing,
    );
    refusals.extend([
        AppealRefusal::SaidTwice { code: code(), row: 4, file: Some(s("甲\n.csv")) },
        AppealRefusal::NotAsked { code: code(), department: s("住建"), asked: vec![] },
        AppealRefusal::NotClosable {
            code: code(),
            outcome: Some(AppealOutcome::Escalated),
            lead_answered: true,
        },
        AppealRefusal::NotClosable {
            code: code(),
            outcome: Some(AppealOutcome::Solved),
            lead_answered: false,
        },
        AppealRefusal::Step {
            code: code(),
            state: AppealState::Closed,
            action: Action::Close,
            first: None,
            possible: vec![Action::Reply, Action::Reopen],
        },
    ]);
    refusals
}
