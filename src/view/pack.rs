//! The papers of a meeting (会议材料): which a meeting has, and what each shows.

mod appeals;
mod brief;
mod card;
mod district;
mod issued;
mod minutes;
mod notice;
mod roster;
mod tables;
mod tasks;

use super::decision;
use super::meeting::document::Document;
use super::names::Frame;
use super::official::{Fill, Official};
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::pack::gather::Material;
use crate::model::blank::Blank;
use crate::model::meeting::{ItemKind, Meeting, MeetingKind};
use crate::model::meeting_note::MeetingNote;
use crate::model::money::Unit;
use crate::model::note::Note;
use crate::model::pack::PackPaper;
use crate::model::setting::Office;
use crate::model::term::Term;
use crate::model::text::TextKind;
pub use issued::issued;

/// What the clerk says of a meeting that the library does not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occasion {
    /// Where and at what time it is held; left to be written in where nothing is said.
    pub place: Option<String>,
    pub time: Option<String>,
    /// Investors' names are left out.
    pub redact: bool,
    /// Who signs.
    pub office: Office,
}

/// One paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    pub kind: PackPaper,
    pub drawn: Drawn,
}

/// What a paper is.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawn {
    /// Texts of templates, each on a sheet of its own.
    Officials(Vec<Official>),
    /// Pages of tables, each on sheets of their own, to read.
    Read(Vec<Leaf>),
    /// The same, to read and to count with.
    Both(Vec<Leaf>),
    /// Texts to read, and pages of tables to count with.
    TextsAndTables(Vec<Official>, Vec<Leaf>),
    /// Sheets to be filled in and read back.
    Sheet(Page),
}

/// A page among others, with what its sheets of a workbook are called after; `None`: its tables.
pub type Leaf = (Option<(String, String)>, Page);

/// The set: what is on the table and, once it is closed, what came of it. A paper that would have
/// nothing to show is left out.
pub fn set(material: &Material, document: &Document, occasion: &Occasion) -> Vec<Paper> {
    let frame = frame(material, Unit::TenThousand);
    let paper = |kind, drawn| Some(Paper { kind, drawn });
    let read = |kind, page: Page| paper(kind, Drawn::Read(vec![(None, page)]));
    let one = |kind, official| paper(kind, Drawn::Officials(vec![official]));
    let is_review = material.meeting.kind == MeetingKind::Review;
    let appeals = appeals::pages(&frame, material);
    let follow_up = tables::follow_up(document);
    let cards: Vec<Official> =
        material.cards.iter().map(|it| card::card(material, it, occasion)).collect();
    let papers = [
        one(PackPaper::Notice, notice::notice(material, occasion)),
        read(PackPaper::Roster, roster::roster(&frame, material)),
        read(PackPaper::SignIn, roster::sign_in(&frame, material)),
        paper(PackPaper::Agenda, Drawn::Read(tables::agenda(document, &material.meeting))),
        one(PackPaper::Brief, brief::brief(material, occasion)),
        paper(PackPaper::Status, Drawn::Both(tables::status(document))),
        (!appeals.is_empty()).then(|| Paper {
            kind: PackPaper::Appeals,
            drawn: Drawn::TextsAndTables(appeals::texts(&frame, material, occasion), appeals),
        }),
        (!cards.is_empty())
            .then_some(Paper { kind: PackPaper::Cards, drawn: Drawn::Officials(cards) }),
        (!follow_up.is_empty())
            .then_some(Paper { kind: PackPaper::FollowUp, drawn: Drawn::Read(follow_up) }),
        is_review.then(|| Paper {
            kind: PackPaper::Districts,
            drawn: Drawn::Officials(district::reports(material, document, occasion)),
        }),
        is_review.then(|| Paper {
            kind: PackPaper::Breakthrough,
            drawn: Drawn::Both(tables::breakthrough(document)),
        }),
        paper(PackPaper::Outcomes, Drawn::Sheet(sheet(&frame, material))),
    ];
    // What was on the table went out already, with the time and the place that were said then.
    let mut set: Vec<Paper> =
        if material.is_out { Vec::new() } else { papers.into_iter().flatten().collect() };
    if let Some(closing) = &material.closing {
        set.push(Paper {
            kind: PackPaper::Minutes,
            drawn: Drawn::Officials(vec![minutes::minutes(material, closing, occasion)]),
        });
        let sheets = tasks::sheets(material, closing, occasion);
        if !sheets.is_empty() {
            set.push(Paper { kind: PackPaper::TaskSheets, drawn: Drawn::Officials(sheets) });
        }
    }
    set
}

fn frame(material: &Material, unit: Unit) -> Frame<'_> {
    Frame { scope: material.scope, unit, directory: &material.directory }
}

/// The workbook to fill in: decisions, and the outcomes of the appeals.
fn sheet(frame: &Frame<'_>, material: &Material) -> Page {
    let mut page = decision::sheet(frame, &material.tables.agenda, &material.decided);
    page.tables.push(appeals::outcomes(material));
    page
}

/// An official paper whose fields are filled in.
fn official(frame: &Frame<'_>, text: TextKind, fills: Vec<(Blank, Fill)>) -> Official {
    let page = frame.page(Term::MeetingPaper, Vec::new());
    Official { text, page, fills }
}

fn cell(blank: Blank, cell: Cell) -> (Blank, Fill) {
    (blank, Fill::Cell(cell))
}

fn text(blank: Blank, text: Option<&str>) -> (Blank, Fill) {
    cell(blank, Cell::optional(text))
}

fn count(blank: Blank, of: usize) -> (Blank, Fill) {
    cell(blank, Cell::Count(of as u64))
}

/// What every paper of a meeting says of the meeting and of the office.
fn common(material: &Material, occasion: &Occasion) -> Vec<(Blank, Fill)> {
    let meeting = &material.meeting;
    vec![
        cell(Blank::MeetingName, Cell::word(meeting.kind)),
        cell(Blank::MeetingMonth, Cell::Month(meeting.month)),
        cell(Blank::MeetingCode, Cell::Code(meeting.code.clone())),
        cell(Blank::MeetingDay, meeting.day.map_or(Cell::Blank, Cell::Day)),
        text(Blank::MeetingTime, occasion.time.as_deref()),
        text(Blank::MeetingPlace, occasion.place.as_deref()),
        cell(Blank::AsOf, Cell::Day(material.scope.today)),
        text(
            Blank::City,
            Some(&material.directory.city).filter(|it| !it.is_empty()).map(|it| it.as_str()),
        ),
        text(Blank::Office, Some(&occasion.office.name)),
        text(Blank::Signature, Some(&occasion.office.signature)),
        text(Blank::Contact, Some(&occasion.office.contact)),
        text(Blank::Phone, Some(&occasion.office.phone)),
        cell(Blank::Dated, Cell::Day(material.scope.today)),
    ]
}

/// The meeting by its full name, with its day.
fn named(meeting: &Meeting) -> Note {
    let (kind, month, code) = (meeting.kind, meeting.month, meeting.code.clone());
    MeetingNote::Title { kind, month, code, day: meeting.day }.into()
}

/// How many items of each kind the agenda has, in its order.
fn topics(material: &Material) -> Vec<(ItemKind, u64)> {
    let mut topics: Vec<(ItemKind, u64)> = Vec::new();
    for item in &material.tables.agenda.items {
        match topics.iter_mut().find(|(kind, _)| *kind == item.kind) {
            Some((_, count)) => *count += 1,
            None => topics.push((item.kind, 1)),
        }
    }
    topics
}

/// The topics as a list of a template.
fn topic_list(material: &Material) -> (Blank, Fill) {
    let topics = topics(material).into_iter().zip(1u64..);
    let items = topics.map(|((kind, items), number)| {
        vec![
            cell(Blank::Number, Cell::Count(number)),
            cell(Blank::Topic, Cell::word(kind)),
            cell(Blank::ItemCount, Cell::Count(items)),
        ]
    });
    (Blank::Topics, Fill::List(items.collect()))
}

/// Names joined as a sentence needs them.
fn joined(names: impl IntoIterator<Item = String>) -> Cell {
    let names: Vec<String> = names.into_iter().collect();
    if names.is_empty() { Cell::Blank } else { Cell::Text(names.join("\u{3001}")) }
}

fn table(title: Term, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table { title, columns, rows: rows.into_iter().map(Row::data).collect() }
}
