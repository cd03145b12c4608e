//! The page of `setting`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::model::setting::SettingName;
use crate::model::term::Term;

/// Every setting as it stands; `shipped` is what holds where the office has said nothing.
pub fn list(frame: &Frame<'_>, shipped: &[(SettingName, Option<String>)]) -> Page {
    let rows = shipped.iter().map(|(name, shipped)| {
        let own = frame.directory.settings.own(*name);
        Row::data(vec![
            Cell::word(*name),
            Cell::Code(name.key().to_owned()),
            Cell::optional(own.or(shipped.as_deref())),
            Cell::Flag(own.is_some()),
        ])
    });
    let table = Table {
        title: Term::Settings,
        columns: vec![
            Column::short(Term::Setting),
            Column::short(Term::Key),
            Column::text(Term::Value),
            Column::short(Term::SetByOffice),
        ],
        rows: rows.collect(),
    };
    frame.plain(Term::Settings, vec![table])
}
