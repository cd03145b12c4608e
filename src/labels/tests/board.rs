//! One sample of every note of the leaders' page, and of what papers for others leave out.

use super::sample::samples;
use crate::model::board::BoardNote;
use crate::model::disclosure::DisclosureNote;

pub fn notes() -> Vec<BoardNote> {
    samples!(BoardNote: Reached, NoAlerts, Ages, AllNew)
}

pub fn disclosures() -> Vec<DisclosureNote> {
    let mut notes = samples!(DisclosureNote: Withheld { projects: 2 }, Redacted);
    notes.push(DisclosureNote::Withheld { projects: 1 });
    notes
}
