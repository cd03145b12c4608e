//! Letters with what is in them and whom they are for, as `letter` shows them.

use super::{Opened, opened, person};
use crate::desk::directory::{Directory, directory};
use crate::desk::disclosure::withheld;
use crate::error::{AppealRefusal, Result};
use crate::model::Day;
use crate::model::appeal::Appeal;
use crate::model::brief::Scope;
use crate::model::calendar::Calendar;
use crate::model::dispatch::{Dispatch, DispatchRole, DispatchState, Due, Letter};
use crate::model::month::Month;
use crate::model::party::{Contact, Role};
use crate::model::project::Project;
use crate::rules::appeal::due::due;
use crate::rules::book::RuleBook;
use crate::store::Reader;
use anyhow::Context;

/// A letter with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub letter: Letter,
    /// 成文日期: the day it was sent, or the present one while it is a draft.
    pub day: Day,
    /// The day of its round's meeting, as it was known when it went.
    pub meeting: Option<Day>,
    /// 分管负责人 and 工作责任人 of the department on the day it was sent, or drafted while it is a
    /// draft, as far as they are known: whoever takes over later is not named in an old letter.
    pub lead: Option<String>,
    pub officer: Option<String>,
    pub lines: Vec<Line>,
}

/// One appeal in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub dispatch: Dispatch,
    /// How far the department has come; `None` while the letter is a draft.
    pub state: Option<DispatchState>,
    pub appeal: Appeal,
    pub project: Project,
    /// When the answer is due; of a draft, as if it went out today.
    pub due: Option<Due>,
    /// The other departments that have the appeal, or are to have it, with their parts.
    pub others: Vec<(i64, DispatchRole)>,
}

/// A letter to be written, with the state it is drawn from.
pub struct Written {
    pub paper: Paper,
    pub directory: Directory,
    pub scope: Scope,
}

/// What every letter of a list is read with.
struct Files<'a> {
    reader: &'a Reader<'a>,
    contacts: Vec<Contact>,
    book: RuleBook,
    calendar: Calendar,
}

/// Letters with what is in them, by code: those of a round, or all.
///
/// # Errors
/// Only what the store reports.
pub fn list(reader: &Reader<'_>, round: Option<Month>) -> Result<Vec<Paper>> {
    let files = Files::open(reader)?;
    reader.letters(round)?.into_iter().map(|letter| files.paper(letter)).collect()
}

/// Letters by their codes, as they were drafted or sent.
///
/// # Errors
/// [`AppealRefusal::UnknownLetter`].
pub fn papers(reader: &Reader<'_>, codes: &[String]) -> Result<Vec<Paper>> {
    let files = Files::open(reader)?;
    let papers = codes.iter().map(|code| {
        let unknown = || AppealRefusal::UnknownLetter { given: code.clone() };
        let letter = reader.letter(&code.trim().to_uppercase())?.ok_or_else(unknown)?;
        files.paper(letter)
    });
    papers.collect()
}

/// What letters are written from: a draft from what is on record now; one that went out from what
/// was on record when it went, so that it can be had again as it is in the department's hands,
/// whatever was renamed, returned or set since.
///
/// # Errors
/// Only what the store reports.
pub fn written(reader: &Reader<'_>, papers: Vec<Paper>) -> Result<Vec<Written>> {
    let now = directory(reader)?;
    let written = papers.into_iter().map(|paper| {
        let Some((operation, day)) = reader.letter_went(paper.letter.id)? else {
            return Ok(Written { paper, directory: now.clone(), scope: reader.scope() });
        };
        reader.at(Scope::after(operation, day), |reader| {
            let letter = reader.letter(&paper.letter.code)?.context("a letter that went out")?;
            Ok(Written {
                paper: Files::open(reader)?.paper(letter)?,
                directory: directory(reader)?,
                scope: reader.scope(),
            })
        })
    });
    written.collect()
}

/// The appeals in letters whose projects are confidential (内部掌握) by now.
///
/// # Errors
/// Only what the store reports.
pub fn confidential(reader: &Reader<'_>, papers: &[Paper]) -> Result<Vec<String>> {
    let withheld = withheld(reader)?;
    let lines = papers.iter().flat_map(|paper| &paper.lines);
    let held = lines.filter(|line| withheld.holds(Some(line.project.id)));
    let mut codes: Vec<String> = held.map(|line| line.appeal.code.clone()).collect();
    codes.sort();
    codes.dedup();
    Ok(codes)
}

impl<'a> Files<'a> {
    fn open(reader: &'a Reader<'a>) -> Result<Files<'a>> {
        Ok(Files {
            contacts: reader.contacts()?,
            book: RuleBook::new(reader.rules()?),
            calendar: reader.calendar()?,
            reader,
        })
    }

    fn paper(&self, letter: Letter) -> Result<Paper> {
        let meeting = match letter.sent {
            Some(_) => letter.meeting,
            None => self.reader.round(letter.round)?.meeting,
        };
        let day = letter.sent.unwrap_or(self.reader.scope().today);
        let mut lines = Vec::new();
        for dispatch in self.reader.dispatches_in(letter.id)? {
            lines.push(self.line(dispatch, day, meeting)?);
        }
        let known = letter.sent.unwrap_or(letter.drafted);
        let held = |role| person(&self.contacts, letter.department, role, known);
        let (lead, officer) = (held(Role::Lead), held(Role::Officer));
        Ok(Paper { lead, officer, letter, day, meeting, lines })
    }

    fn line(&self, dispatch: Dispatch, day: Day, meeting: Option<Day>) -> Result<Line> {
        let appeal = self.reader.appeal_by_id(dispatch.appeal)?;
        let opened = opened(self.reader, appeal.context("the appeal of a dispatch")?)?;
        let project = self.reader.project(opened.appeal.project)?;
        let (role, urgent) = (dispatch.role, opened.appeal.urgent);
        let counted = || due(&self.book, &self.calendar, role, urgent, day, meeting);
        Ok(Line {
            state: opened.life.parts.get(&dispatch.id).map(|part| part.state),
            project: project.context("the project of an appeal")?,
            due: dispatch.due.clone().or_else(counted),
            others: others(&opened, dispatch.department),
            appeal: opened.appeal,
            dispatch,
        })
    }
}

/// Who else has the appeal, or is named in it and still to be asked, the lead first.
fn others(opened: &Opened, own: i64) -> Vec<(i64, DispatchRole)> {
    let is_back = |dispatch: &Dispatch| {
        opened
            .life
            .parts
            .get(&dispatch.id)
            .is_some_and(|part| part.state == DispatchState::Returned)
    };
    let mut others: Vec<(i64, DispatchRole)> = Vec::new();
    for dispatch in opened.dispatches.iter().filter(|dispatch| !is_back(dispatch)) {
        others.push((dispatch.department, dispatch.role));
    }
    for id in &opened.appeal.departments {
        if opened.dispatches.iter().all(|dispatch| dispatch.department != *id) {
            let has_lead = others.iter().any(|(_, role)| *role == DispatchRole::Lead);
            let role = if has_lead { DispatchRole::Assist } else { DispatchRole::Lead };
            others.push((*id, role));
        }
    }
    others.retain(|(id, _)| *id != own);
    others.sort_by_key(|(_, role)| *role);
    others
}
