//! A frozen document as one page for people: its pages one after the other.

use super::document::Document;
use crate::model::meeting_note::MeetingNote;
use crate::model::money::Unit;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view::page::Page;

/// All pages of a document; sentences that several pages share are said once.
pub fn paper(document: &Document, sha256: &str) -> Page {
    let first = document.pages.first();
    let mut whole = Page {
        title: Term::MeetingPaper,
        as_of: document.as_of,
        month: None,
        unit: first.map_or(Unit::TenThousand, |page| page.unit),
        place: first.map(|page| page.place.clone()).unwrap_or_default(),
        heading: vec![title(document), Note::Unit(Unit::TenThousand)],
        tables: Vec::new(),
        notes: vec![edition(document, sha256)],
    };
    for page in &document.pages {
        whole.tables.extend(page.tables.iter().cloned());
        // What is said of one page alone means nothing beside the others.
        let shared = page.notes.iter().filter(|note| {
            !matches!(note, Note::Base { .. } | Note::Empty | Note::ListHint | Note::AppealListHint)
        });
        for note in shared {
            if !whole.notes.contains(note) {
                whole.notes.push(note.clone());
            }
        }
    }
    whole
}

/// The pages of a document one after the other, each with its own headings and sentences, behind
/// one that says what they are.
pub fn pages(document: &Document, sha256: &str) -> Vec<Page> {
    let cover = Page { tables: Vec::new(), ..paper(document, sha256) };
    let cover = Page { notes: vec![edition(document, sha256)], ..cover };
    [cover].into_iter().chain(document.pages.iter().cloned()).collect()
}

fn title(document: &Document) -> Note {
    let head = &document.meeting;
    MeetingNote::Title {
        kind: head.kind,
        month: head.month,
        code: head.code.clone(),
        day: head.day,
    }
    .into()
}

/// One page of a document, with a word on which edition it is from; `None`: it has none of that
/// key. A 点评会 has a page per district: they stand one after the other.
pub fn one(document: &Document, sha256: &str, key: &str) -> Option<Page> {
    let mut pages = document.pages.iter().filter(|page| page.title.key() == key).cloned();
    let mut page = pages.next()?;
    for other in pages {
        page.tables.extend(other.tables);
    }
    page.heading.push(edition(document, sha256));
    Some(page)
}

/// The keys of the pages, each once.
pub fn keys(document: &Document) -> Vec<String> {
    let mut keys: Vec<String> = document.pages.iter().map(|page| page.title.key().into()).collect();
    keys.dedup();
    keys
}

fn edition(document: &Document, sha256: &str) -> Note {
    MeetingNote::Edition {
        side: document.edition,
        number: document.number,
        day: document.as_of,
        operation: document.operation,
        program: document.program.clone(),
        sha256: sha256.to_owned(),
    }
    .into()
}
