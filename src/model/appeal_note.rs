//! Sentences about appeals (诉求) and letters (函) as data; the words are in `labels`.

use super::Day;
use super::appeal::{AppealOutcome, AppealState, Satisfaction};
use super::dispatch::{DispatchRole, Governed, ReminderLevel, ReplyKind};
use super::finding::Finding;
use super::month::Month;
use super::setting::SettingName;

/// A sentence about an appeal or a letter. Departments stand by their short names as recorded.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppealNote {
    Logged {
        code: String,
        project: String,
        state: AppealState,
    },
    /// How the files of letters are had, where none were asked for.
    LettersToWrite {
        round: Month,
    },
    /// What papers leave open because nobody has said it.
    OfficeUnsaid {
        what: Vec<SettingName>,
    },
    /// Appeals of confidential projects, which no list of letters takes along.
    Withheld {
        codes: Vec<String>,
    },
    /// Appeals of confidential projects in letters that are written or recorded as sent.
    WithheldInLetters {
        codes: Vec<String>,
    },
    Amended {
        code: String,
        state: AppealState,
    },
    /// The same is on record already.
    Unchanged {
        code: String,
    },
    /// What it fails of the five tests.
    Fails {
        code: String,
        findings: Vec<Finding>,
    },
    /// An earlier appeal like it, and how it ended.
    Alike {
        code: String,
        earlier: String,
        percent: i64,
        purpose: String,
        state: AppealState,
        outcome: AppealOutcome,
    },
    /// Departments that it no longer names, or names in another part: it left their drafts.
    DraftsGone {
        code: String,
        departments: Vec<String>,
    },
    SentBack {
        code: String,
        district: String,
    },
    Replied {
        code: String,
        department: String,
        kind: ReplyKind,
    },
    Extended {
        code: String,
        department: String,
        until: Day,
    },
    /// `to`: the department it was passed on to, which needs a letter.
    Returned {
        code: String,
        department: String,
        to: Option<String>,
    },
    /// Nobody has it any more.
    BackAtBureau {
        code: String,
    },
    /// An answer without a word of what was done (缺项).
    Wordless {
        code: String,
        department: String,
    },
    /// The limit that what a department did has broken.
    Late {
        code: String,
        department: String,
        finding: Finding,
    },
    Concluded {
        code: String,
        outcome: AppealOutcome,
    },
    Closed {
        code: String,
        outcome: AppealOutcome,
    },
    /// Assisting departments that have not answered.
    AssistsMissing {
        code: String,
        departments: Vec<String>,
    },
    /// It was closed although it is still to be followed up.
    ClosedUnderWay {
        code: String,
        outcome: AppealOutcome,
    },
    Reopened {
        code: String,
        state: AppealState,
    },
    Withdrawn {
        code: String,
    },
    /// A clue is not taken as an appeal.
    ClueDropped {
        code: String,
    },
    /// Appeals that ended with their project.
    Terminated {
        project: String,
        codes: Vec<String>,
    },
    Rated {
        code: String,
        satisfaction: Satisfaction,
    },
    Drafted {
        letter: String,
        department: String,
        appeals: u64,
    },
    /// Left out of a letter, because they can no longer be sent.
    Dropped {
        letter: String,
        codes: Vec<String>,
    },
    /// Drafts of a round with nothing in them to be sent; they stay behind.
    EmptyDrafts {
        letters: Vec<String>,
    },
    /// Appeals sent on although they fail a test.
    Admitted {
        codes: Vec<String>,
        approver: String,
    },
    LetterSent {
        letter: String,
        department: String,
        number: String,
        appeals: u64,
        due: Day,
    },
    /// The calendar of the due day is not published.
    Provisional {
        letter: String,
    },
    /// The day of the meeting that a round is for.
    Meeting {
        round: Month,
        day: Day,
    },
    /// Letters that went out before keep the due days that were notified.
    MeetingMoved {
        letters: Vec<String>,
    },
    /// What a department is reminded of: its people, the appeal, when it was due.
    Reminder {
        level: ReminderLevel,
        department: String,
        lead: Option<String>,
        officer: Option<String>,
        code: String,
        project: String,
        role: DispatchRole,
        due: Day,
        governed: Governed,
        overdue: i64,
    },
    RemindersKept {
        count: u64,
    },
    NobodyToRemind,
    CalendarKept {
        days: u64,
        years: Vec<i32>,
    },
    ClueTaken {
        clue: String,
        code: String,
    },
}
