//! 参会名单 and 签到表: who is expected, and where they sign.

use super::named;
use crate::desk::pack::gather::{Material, Seat};
use crate::model::meeting::MeetingKind;
use crate::model::pack::PackWord;
use crate::model::party::Party;
use crate::model::term::Term;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};

/// Who is expected; whoever is not named yet is to be named.
pub fn roster(frame: &Frame<'_>, material: &Material) -> Page {
    let seats = material.seats.iter().map(|seat| {
        let (name, post) = person(seat);
        vec![Cell::word(kind(seat)), body(frame, seat), Cell::word(seat.role), name, post]
    });
    let rows: Vec<Vec<Cell>> = hosts(material).into_iter().chain(seats).collect();
    let columns = vec![
        Column::number(Term::ItemNumber),
        Column::short(PackWord::SeatKind),
        Column::text(Term::Party),
        Column::short(Term::Role),
        Column::short(Term::Person),
        Column::text(Term::Post),
    ];
    page(frame, material, Term::Roster, columns, rows)
}

/// The same people, with room to sign.
pub fn sign_in(frame: &Frame<'_>, material: &Material) -> Page {
    let seats = material.seats.iter().map(|seat| {
        let (name, post) = person(seat);
        vec![body(frame, seat), name, post, Cell::Blank]
    });
    let hosts = hosts(material).into_iter().map(|mut cells| {
        cells.drain(..1);
        cells.remove(1);
        cells.push(Cell::Blank);
        cells
    });
    let columns = vec![
        Column::number(Term::ItemNumber),
        Column::text(Term::Party),
        Column::short(Term::Person),
        Column::text(Term::Post),
        Column::writing(PackWord::Signature),
    ];
    page(frame, material, Term::SignIn, columns, hosts.chain(seats).collect())
}

fn page(
    frame: &Frame<'_>,
    material: &Material,
    title: Term,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
) -> Page {
    let rows = rows
        .into_iter()
        .zip(1u64..)
        .map(|(cells, number)| Row::data([Cell::Count(number)].into_iter().chain(cells).collect()));
    let table = Table { title, columns, rows: rows.collect() };
    // A column that nobody has anything in is left out.
    let table = table.without(|column, cells| {
        column.heading == Term::Post.into() && cells.iter().all(|cell| **cell == Cell::Blank)
    });
    let mut page = frame.plain(title, vec![table]);
    page.place = String::new();
    page.heading.push(named(&material.meeting));
    page
}

/// The leader who holds the chair and the bureau that prepares the meeting; the library does not know
/// their names.
fn hosts(material: &Material) -> Vec<Vec<Cell>> {
    let leader = match material.meeting.kind {
        MeetingKind::Supervision => PackWord::ViceMayor,
        MeetingKind::Review => PackWord::Secretary,
    };
    let host = |kind: PackWord, body: PackWord| {
        let unnamed = Cell::word(PackWord::ToBeNamed);
        vec![Cell::word(kind), Cell::word(body), Cell::Blank, unnamed, Cell::Blank]
    };
    vec![host(PackWord::Chair, leader), host(PackWord::Organiser, PackWord::Bureau)]
}

const fn kind(seat: &Seat) -> PackWord {
    match seat.party {
        Party::District(_) => PackWord::DistrictSeat,
        Party::Department(_) => PackWord::DepartmentSeat,
    }
}

/// A body by its full name.
pub fn body(frame: &Frame<'_>, seat: &Seat) -> Cell {
    match seat.party {
        Party::District(id) => frame.district(id),
        Party::Department(id) => frame.full(id),
    }
}

fn person(seat: &Seat) -> (Cell, Cell) {
    match &seat.person {
        Some((name, post)) => (Cell::Text(name.clone()), Cell::optional(post.as_deref())),
        None => (Cell::word(PackWord::ToBeNamed), Cell::Blank),
    }
}
