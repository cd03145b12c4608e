//! Everything the papers of a meeting are drawn from, as the library stood when it was frozen.

use crate::desk::appeal::list::{Folder, show as folder};
use crate::desk::directory::{Directory, directory};
use crate::desk::docket::{DocketFilter, docket};
use crate::desk::meeting::close::{Settled, settled};
use crate::desk::meeting::table::{Tables, tables};
use crate::desk::setting::settings;
use crate::desk::show::{Portfolio, show};
use crate::desk::task::tasks;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{AppealState, Deed};
use crate::model::brief::Scope;
use crate::model::dispatch::ReplyKind;
use crate::model::docket::AppealFilter;
use crate::model::meeting::{Attendance, Edition, Meeting, MeetingKind, Side};
use crate::model::party::{Contact, Party, Role};
use crate::model::setting::Settings;
use crate::report::agenda::Item;
use crate::report::appeals::OutcomeTable;
use crate::report::task::TaskLine;
use crate::store::Reader;
use anyhow::Context;
use std::collections::BTreeSet;

/// What the set is drawn from.
pub struct Material {
    pub meeting: Meeting,
    /// The 会前版 and its bytes.
    pub edition: Edition,
    pub document: String,
    /// The state it shows.
    pub scope: Scope,
    pub directory: Directory,
    pub tables: Tables,
    /// The decisions of this very meeting that were on record then.
    pub decided: Vec<TaskLine>,
    /// Who is expected, districts before departments.
    pub seats: Vec<Seat>,
    /// The appeals the meeting is about, by code.
    pub appeals: Vec<Folder>,
    /// One for each project on the agenda, or of an appeal or a task on it.
    pub cards: Vec<Card>,
    /// Codes of the projects among them that are confidential, then or now.
    pub confidential: Vec<String>,
    /// A set went out before the meeting was closed: only what came of it is left to hand out.
    pub is_out: bool,
    /// What came of it, once it is closed.
    pub closing: Option<Closing>,
    /// What the office has set by now: who signs is no matter of the meeting.
    pub settings: Settings,
}

/// A place at the table: the person named for a district or a department on the day, if any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub party: Party,
    pub role: Role,
    /// Name and post; a telephone number has no place here.
    pub person: Option<(String, Option<String>)>,
}

/// One project with what there is to settle about it.
pub struct Card {
    pub portfolio: Portfolio,
    pub appeals: Vec<Folder>,
    pub tasks: Vec<TaskLine>,
}

/// What came of a meeting.
pub struct Closing {
    /// 会后版
    pub edition: Edition,
    pub scope: Scope,
    pub directory: Directory,
    pub attendance: Vec<Attendance>,
    /// Appeals whose outcome or state changed, and what is said of each outcome.
    pub settled: Vec<(Settled, Option<String>)>,
    /// What it decided, by code.
    pub decided: Vec<TaskLine>,
    /// The outcomes of all appeals once it was closed.
    pub outcomes: OutcomeTable,
}

/// Gathers the material of a frozen meeting.
///
/// # Errors
/// Only what the store reports.
pub fn gather(
    reader: &Reader<'_>,
    meeting: Meeting,
    edition: Edition,
    document: String,
) -> Result<Material> {
    let scope = Scope::after(edition.op, edition.day);
    let marked = reader.confidential()?;
    let before = |reader: &Reader<'_>| -> Result<Material> {
        let then = reader.meeting(&meeting.code)?.context("the meeting of an edition")?;
        let tables = tables(reader, &then)?;
        let lines = tasks(reader)?;
        let mut decided = lines.clone();
        decided.retain(|line| line.task.meeting == Some(meeting.id));
        let appeals = appeals(reader, &then, &tables)?;
        let day = then.day.unwrap_or(edition.day);
        let then_marked = reader.confidential()?;
        let is_secret = |id: &i64| marked.contains(id) || then_marked.contains(id);
        let cards = cards(reader, &tables.agenda.items, &lines)?;
        let of_cards = cards.iter().map(|card| card.portfolio.dossier.project.id);
        let of_appeals = appeals.iter().map(|folder| folder.opened.appeal.project);
        let secret: BTreeSet<i64> = of_cards.chain(of_appeals).filter(is_secret).collect();
        let secret = secret.into_iter().map(|id| reader.project(id));
        let secret: Vec<_> = secret.collect::<Result<Vec<_>>>()?;
        Ok(Material {
            confidential: secret.into_iter().flatten().map(|project| project.code).collect(),
            is_out: false,
            seats: seats(reader, &tables, &appeals, day)?,
            cards,
            directory: directory(reader)?,
            meeting: then,
            edition: edition.clone(),
            document: document.clone(),
            scope,
            tables,
            decided,
            appeals,
            closing: None,
            settings: Settings::default(),
        })
    };
    let material = reader.at(scope, before)?;
    let closing = closing(reader, &meeting)?;
    let issues = reader.issues(&meeting.code)?;
    let closed = closing.as_ref().map(|closing| closing.edition.op);
    let is_out = closed.is_some_and(|closed| issues.iter().any(|issue| issue.op < closed));
    Ok(Material { is_out, closing, settings: settings(reader)?, ..material })
}

/// Codes the agenda names.
fn named(items: &[Item]) -> BTreeSet<&str> {
    items.iter().filter_map(|item| item.code.as_deref()).collect()
}

/// The appeals of the round and those in hand; of a 点评会, those on its agenda.
fn appeals(reader: &Reader<'_>, meeting: &Meeting, tables: &Tables) -> Result<Vec<Folder>> {
    let all = reader.appeal_briefs(&AppealFilter::default())?;
    let on_agenda = named(&tables.agenda.items);
    let about = all.iter().filter(|appeal| match meeting.kind {
        MeetingKind::Review => on_agenda.contains(appeal.code.as_str()),
        MeetingKind::Supervision => {
            appeal.state.counts() && (appeal.round == meeting.month || appeal.state.is_open())
        }
    });
    let mut folders =
        about.map(|appeal| folder(reader, &appeal.code)).collect::<Result<Vec<Folder>>>()?;
    folders.sort_by(|a, b| a.opened.appeal.code.cmp(&b.opened.appeal.code));
    Ok(folders)
}

/// Every district, and the departments that were asked or are responsible; all of them where none
/// was.
fn seats(reader: &Reader<'_>, tables: &Tables, appeals: &[Folder], day: Day) -> Result<Vec<Seat>> {
    let contacts = reader.contacts()?;
    let asked = appeals.iter().flat_map(|folder| &folder.opened.dispatches);
    let mut concerned: BTreeSet<i64> = asked.map(|dispatch| dispatch.department).collect();
    concerned.extend(appeals.iter().flat_map(|folder| folder.opened.appeal.departments.clone()));
    let on_agenda = named(&tables.agenda.items);
    let tasks = tables.tasks.iter().filter(|line| on_agenda.contains(line.task.code.as_str()));
    concerned.extend(tasks.flat_map(|line| line.task.departments.clone()));
    let seat = |party: Party, role: Role| {
        let held =
            contacts.iter().rfind(|it| it.party == party && it.role == role && it.serves(day));
        let named = |contact: &Contact| (contact.person.clone(), contact.post.clone());
        Seat { party, role, person: held.map(named) }
    };
    let districts = reader.districts()?;
    let mut seats: Vec<Seat> =
        districts.iter().map(|it| seat(Party::District(it.id), Role::Lead)).collect();
    let departments = reader.departments()?;
    let wanted = |id: i64| concerned.is_empty() || concerned.contains(&id);
    for department in departments.iter().filter(|it| wanted(it.id)) {
        let party = Party::Department(department.id);
        seats.extend([seat(party, Role::Lead), seat(party, Role::Officer)]);
    }
    Ok(seats)
}

/// One card for each project that an item names, in the order of the agenda.
fn cards(reader: &Reader<'_>, items: &[Item], tasks: &[TaskLine]) -> Result<Vec<Card>> {
    let mut codes: Vec<String> = Vec::new();
    for code in items.iter().filter_map(|item| item.code.as_ref()) {
        let project = match (reader.project_by_code(code)?, reader.appeal(code)?) {
            (Some(project), _) => Some(project),
            (None, Some(appeal)) => reader.project(appeal.project)?,
            (None, None) => {
                let task = reader.task(code)?.and_then(|task| task.project);
                task.map(|id| reader.project(id)).transpose()?.flatten()
            }
        };
        let code = project.map(|project| project.code);
        codes.extend(code.filter(|code| !codes.contains(code)));
    }
    let card = |code: &String| {
        let portfolio = show(reader, code)?;
        let project = Some(portfolio.dossier.project.id);
        let filter = AppealFilter { project, ..AppealFilter::default() };
        let appeals = reader.appeal_briefs(&filter)?;
        let appeals = appeals.iter().filter(|appeal| appeal.state != AppealState::Withdrawn);
        let about = |line: &&TaskLine| line.task.project == project;
        Ok(Card {
            appeals: appeals.map(|it| folder(reader, &it.code)).collect::<Result<Vec<Folder>>>()?,
            tasks: tasks.iter().filter(about).cloned().collect(),
            portfolio,
        })
    };
    codes.iter().map(card).collect()
}

fn closing(reader: &Reader<'_>, meeting: &Meeting) -> Result<Option<Closing>> {
    let editions = reader.editions(meeting.id)?;
    let Some(edition) = editions.into_iter().rfind(|it| it.side == Side::After && it.stands) else {
        return Ok(None);
    };
    let scope = Scope::after(edition.op, edition.day);
    let after = |reader: &Reader<'_>| -> Result<Closing> {
        let mut decided = tasks(reader)?;
        decided.retain(|line| line.task.meeting == Some(meeting.id));
        let mut changed = Vec::new();
        for settled in settled(reader, meeting)? {
            let said = said(&folder(reader, &settled.appeal.code)?);
            changed.push((settled, said));
        }
        Ok(Closing {
            directory: directory(reader)?,
            attendance: reader.attendance(meeting.id)?,
            settled: changed,
            decided,
            outcomes: docket(reader, &DocketFilter::default())?.outcomes,
            scope,
            edition: edition.clone(),
        })
    };
    Ok(Some(reader.at(scope, after)?))
}

/// What is said of the outcome an appeal has.
fn said(folder: &Folder) -> Option<String> {
    let (outcome, day) = folder.opened.life.outcome?;
    let events = folder.opened.events.iter();
    let mut its = events.filter(|event| event.deed == Deed::Outcome(outcome) && event.day == day);
    its.next_back().and_then(|event| event.note.clone())
}

/// The last answer of a department in an appeal; an interim one while there is no other.
pub fn answer(folder: &Folder, dispatch: i64) -> Option<&str> {
    let replies = folder.opened.events.iter().filter_map(|event| match event.deed {
        Deed::Replied { dispatch: of, kind } if of == dispatch => {
            Some((kind == ReplyKind::Final, event.note.as_deref()?))
        }
        _ => None,
    });
    replies.max_by_key(|(is_final, _)| *is_final).map(|(_, opinion)| opinion)
}
