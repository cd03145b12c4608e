//! A list that the reader narrows and sorts: each row says what it can be narrowed by, each cell
//! what it is sorted by where that is not its text.

use super::{LANG, word};
use crate::format::cells::{self, BLANK};
use crate::format::columns::side;
use crate::format::html::table::{head, size, standing};
use crate::format::paper;
use crate::labels;
use crate::model::board::BoardWord;
use crate::model::clock::Colour;
use crate::model::stage::Stage;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::view::board::{Choices, Facets};
use crate::view::page::{Cell, Page, Row, Table};
use maud::{Markup, html};

/// What the lists below can be narrowed by; the script shows it.
pub fn filter(choices: &Choices) -> Markup {
    let selects = [
        ("district", Term::District, &choices.districts),
        ("stage", Term::Stage, &choices.stages),
        ("origin", Term::OriginGroup, &choices.origins),
    ];
    html! {
        form.filter #filter hidden autocomplete="off" {
            fieldset {
                legend { (word(BoardWord::Filter)) }
                @for (name, title, values) in selects {
                    label {
                        span { (labels::word(title, LANG)) }
                        select name=(name) {
                            option value="" { (word(BoardWord::All)) }
                            @for value in values { option value=(key(value)) { (text(value)) } }
                        }
                    }
                }
                label { span { (word(BoardWord::Search)) } input type="search" name="text"; }
                button type="reset" { (word(BoardWord::Clear)) }
            }
        }
    }
}

pub fn draw(page: &Page, table: &Table, facets: &[Facets]) -> Markup {
    let title = cells::word(table.title.into(), LANG);
    html! {
        div.table {
            table class={ "list " (size(table.columns.len())) } {
                caption {
                    span.title { (title) }
                    " "
                    span.count role="status" hidden {
                        (word(BoardWord::Shown)) " " span { (table.rows.len()) } "/" (table.rows.len())
                    }
                    @if let Some(unit) = paper::unit(page, table, LANG) { span.unit { (unit) } }
                }
                thead { tr { @for column in &table.columns { (head(column, page, None, LANG)) } } }
                tbody {
                    @for (row, facets) in table.rows.iter().zip(facets) { (line(row, facets, page, table)) }
                }
            }
        }
    }
}

fn line(row: &Row, facets: &Facets, page: &Page, table: &Table) -> Markup {
    html! {
        tr data-district=(key(&facets.district)) data-stage=(key(&facets.stage)) data-origin=(key(&facets.origin)) {
            @for (index, column) in table.columns.iter().enumerate() {
                @let cell = row.cells.get(index).unwrap_or(&Cell::Blank);
                @let shown = cells::text(cell, page.unit, LANG);
                @let shown = if shown.is_empty() { BLANK } else { &shown };
                @let class = standing(column.kind, side(column.kind, Some(cell)));
                @if index == 0 {
                    th scope="row" class=[class] { (shown) }
                } @else {
                    td class=[class] data-order=[order(cell)] { (shown) }
                }
            }
        }
    }
}

/// Where a cell stands among others of its column, where its text does not say so.
fn order(cell: &Cell) -> Option<i64> {
    let place = |place: Option<usize>| place.and_then(|place| i64::try_from(place).ok());
    match cell {
        Cell::Money(amount) | Cell::Mean(amount) => Some(amount.0),
        Cell::Number(number) => Some(*number),
        Cell::Count(count) => i64::try_from(*count).ok(),
        Cell::Word(Word::Stage(stage)) => place(Stage::ALL.iter().position(|it| it == stage)),
        Cell::Word(Word::Colour(colour)) => place(Colour::ALL.iter().position(|it| it == colour)),
        _ => None,
    }
}

fn text(cell: &Cell) -> String {
    cells::text(cell, crate::model::money::Unit::One, LANG)
}

/// What a facet is known by.
fn key(cell: &Cell) -> String {
    match cell {
        Cell::Name { key, .. } => cells::visible(key),
        Cell::Word(word) => word.key().into_owned(),
        _ => String::new(),
    }
}
