//! The pages of `district`, `department`, `contact` and `rate`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::model::money::Rate;
use crate::model::party::{Contact, Party};
use crate::model::term::Term;

pub fn districts(frame: &Frame<'_>) -> Page {
    let rows = frame.directory.districts.iter().map(|district| {
        Row::data(vec![
            Cell::Code(district.key.clone()),
            frame.district(district.id),
            Cell::Text(district.short.clone()),
            Cell::Text(district.aliases.join("\u{3001}")),
        ])
    });
    let table = Table {
        title: Term::Districts,
        columns: vec![
            Column::short(Term::Key),
            Column::short(Term::Name),
            Column::short(Term::ShortName),
            Column::text(Term::Aliases),
        ],
        rows: rows.collect(),
    };
    frame.plain(Term::Districts, vec![table])
}

pub fn departments(frame: &Frame<'_>) -> Page {
    let rows = frame.directory.departments.iter().map(|department| {
        Row::data(vec![
            Cell::Code(department.key.clone()),
            Cell::Text(department.short.clone()),
            Cell::Text(department.full.clone()),
            Cell::word(department.kind),
            if department.example { Cell::word(Term::Example) } else { Cell::Blank },
        ])
    });
    let table = Table {
        title: Term::Departments,
        columns: vec![
            Column::short(Term::Key),
            Column::short(Term::ShortName),
            Column::text(Term::FullName),
            Column::short(Term::Kind),
            Column::short(Term::Example),
        ],
        rows: rows.collect(),
    };
    frame.plain(Term::Departments, vec![table])
}

pub fn contacts(frame: &Frame<'_>, contacts: &[Contact]) -> Page {
    let party = |party: Party| match party {
        Party::District(id) => frame.district(id),
        Party::Department(id) => {
            let known = frame.directory.departments.iter().find(|known| known.id == id);
            known.map_or(Cell::Blank, |department| Cell::Name {
                zh: department.short.clone(),
                en: department.english.clone(),
                key: department.key.clone(),
            })
        }
    };
    let rows = contacts.iter().map(|contact| {
        Row::data(vec![
            party(contact.party),
            Cell::word(contact.role),
            Cell::Text(contact.person.clone()),
            Cell::optional(contact.post.as_deref()),
            Cell::optional(contact.phone.as_deref()),
            Cell::Day(contact.from),
            contact.to.map_or(Cell::Blank, Cell::Day),
        ])
    });
    let table = Table {
        title: Term::Contacts,
        columns: vec![
            Column::short(Term::Party),
            Column::short(Term::Role),
            Column::short(Term::Person),
            Column::text(Term::Post),
            Column::short(Term::Phone),
            Column::short(Term::ValidFrom),
            Column::short(Term::ValidTo),
        ],
        rows: rows.collect(),
    };
    frame.plain(Term::Contacts, vec![table])
}

pub fn rates(frame: &Frame<'_>, rates: &[Rate]) -> Page {
    let rows = rates.iter().map(|rate| {
        Row::data(vec![
            Cell::Code(rate.currency.to_string()),
            Cell::Month(rate.month),
            Cell::Rate(rate.micro),
            Cell::Text(rate.source.clone()),
        ])
    });
    let table = Table {
        title: Term::Rates,
        columns: vec![
            Column::short(Term::Currency),
            Column::short(Term::Month),
            Column::number(Term::Rate),
            Column::text(Term::Source),
        ],
        rows: rows.collect(),
    };
    frame.plain(Term::Rates, vec![table])
}

/// Categories of appeals with the departments that handle them.
pub fn categories(frame: &Frame<'_>) -> Page {
    let rows = frame.directory.categories.iter().map(|category| {
        let known = frame.directory.departments.iter();
        let handlers = known.filter(|department| category.departments.contains(&department.key));
        let handlers: Vec<&str> = handlers.map(|department| department.short.as_str()).collect();
        Row::data(vec![
            Cell::Code(category.key.clone()),
            frame.category(Some(category.id)),
            Cell::Text(category.aliases.join("\u{3001}")),
            Cell::Text(handlers.join("\u{3001}")),
            Cell::Flag(category.example),
        ])
    });
    let table = Table {
        title: Term::Categories,
        columns: vec![
            Column::short(Term::Key),
            Column::short(Term::Category),
            Column::text(Term::Aliases),
            Column::text(Term::Handlers),
            Column::short(Term::Example),
        ],
        rows: rows.collect(),
    };
    frame.plain(Term::Categories, vec![table])
}
