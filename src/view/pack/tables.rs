//! The papers that are pages of the frozen document, as they were frozen.

use super::{Leaf, named};
use crate::model::meeting::Meeting;
use crate::model::meeting_note::MeetingNote;
use crate::model::note::Note;
use crate::model::readiness::ReadyNote;
use crate::model::term::Term;
use crate::view::meeting::document::Document;
use crate::view::page::Page;

fn pages(document: &Document, wanted: impl Fn(&Page) -> bool) -> Vec<Leaf> {
    document.pages.iter().filter(|page| wanted(page)).map(|page| (None, page.clone())).collect()
}

pub fn agenda(document: &Document, meeting: &Meeting) -> Vec<Leaf> {
    let mut leaves = pages(document, |page| page.title == Term::Agenda);
    for (_, page) in &mut leaves {
        page.place = String::new();
        page.heading.retain(|note| !matches!(note, Note::Meeting(MeetingNote::About { .. })));
        page.heading.insert(0, named(meeting));
    }
    leaves
}

/// Everything that is figures of the library, but what has a paper of its own.
pub fn status(document: &Document) -> Vec<Leaf> {
    let own =
        [Term::Agenda, Term::Tasks, Term::MeetingOutcome, Term::Breakthrough, Term::DistrictReport];
    let mut leaves = pages(document, |page| !own.contains(&page.title));
    // The library as a whole comes before what each district and department owes.
    leaves.sort_by_key(|(_, page)| page.title != Term::SummaryOverview);
    for (_, page) in &mut leaves {
        // Whom the bureau asks, and what files it was sent, is no matter of the meeting.
        page.tables.retain(|table| !INTERNAL.contains(&table.title));
        page.notes.retain(|note| !matches!(note, Note::Ready(ReadyNote::OnlyUnready { .. })));
        for table in &mut page.tables {
            *table = table.clone().without(|column, _| column.heading == Term::File.into());
        }
    }
    leaves
}

/// What the bureau works with, telephone numbers in it.
const INTERNAL: [Term; 2] = [Term::ReadinessProjects, Term::ReadinessGrounds];

/// What became of decisions, where there were any.
pub fn follow_up(document: &Document) -> Vec<Leaf> {
    pages(document, |page| page.title == Term::Tasks && !page.tables.is_empty())
}

pub fn breakthrough(document: &Document) -> Vec<Leaf> {
    pages(document, |page| page.title == Term::Breakthrough)
}
