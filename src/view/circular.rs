//! The page of `circular`: a table for each group of indicators, the carry-over, and the composite
//! score where weights are set. No project is named.

use super::docket::{carry_note, carry_table};
use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::circular::Circular;
use crate::model::activity::ActivityKind;
use crate::model::circular::{CircularNote, Indicator, Placing};
use crate::model::disclosure::DisclosureNote;
use crate::model::money::Usd;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::report::circular::{Figures, Placed};

/// A column of a table.
enum Part {
    /// An indicator and the place in it.
    Ranked(Indicator),
    /// A count of its own.
    Plain(Word, fn(&Figures) -> u64),
}

pub fn page(frame: &Frame<'_>, circular: &Circular) -> Page {
    use Indicator as I;
    use Part::{Plain, Ranked};
    let table = |title, parts: &[Part]| table(frame, circular, title, parts);
    let counted = Plain(Term::ProjectsCounted.into(), |own| own.paid_in_projects);
    let promotion = Plain(ActivityKind::Promotion.into(), |own| own.promotion);
    let publicity = Plain(ActivityKind::Publicity.into(), |own| own.publicity);
    let mut tables = vec![
        table(Term::CircularReports, &[Ranked(I::OnTime), Ranked(I::Complete)]),
        table(
            Term::CircularProjects,
            &[Ranked(I::Advanced), counted, Ranked(I::PaidIn), Ranked(I::Stalled)],
        ),
        table(
            Term::CircularAppeals,
            &[Ranked(I::Answered), Ranked(I::Solved), Ranked(I::Satisfied)],
        ),
        table(Term::CircularTasks, &[Ranked(I::Decisions), promotion, publicity]),
        carry_table(frame, &circular.docket),
    ];
    let mut notes: Vec<Note> = [
        CircularNote::Reports { month: circular.month, due: circular.due },
        CircularNote::Projects { month: circular.month, clock: circular.clock },
        CircularNote::Appeals,
        CircularNote::Tasks,
        CircularNote::Ranking,
    ]
    .into_iter()
    .map(Note::from)
    .collect();
    notes.push(carry_note(&circular.docket));
    if !circular.weights.is_empty() {
        tables.push(score_table(frame, circular));
        notes.push(CircularNote::Formula(circular.weights.clone()).into());
    }
    if circular.withheld > 0 {
        notes.push(DisclosureNote::Withheld { projects: circular.withheld }.into());
    }
    let mut page = frame.plain(Term::Circular, tables);
    let (month, until) = (circular.month, frame.scope.today);
    page.heading = vec![CircularNote::Of { month, until }.into()];
    page.notes = notes;
    page
}

fn table(frame: &Frame<'_>, circular: &Circular, title: Term, parts: &[Part]) -> Table {
    let mut columns = vec![Column::text(Term::District)];
    for part in parts {
        match part {
            Part::Ranked(of) => {
                columns.extend([Column::number(*of), Column::number(of.placing())]);
            }
            Part::Plain(heading, _) => columns.push(Column::number(*heading)),
        }
    }
    let cells = |first: Cell, figures: &Figures, placed: Option<&Placed>| {
        let mut cells = vec![first];
        for part in parts {
            match part {
                Part::Ranked(of) => {
                    let rank = placed.and_then(|placed| placed.ranks[*of as usize]);
                    cells.extend([value(*of, figures), rank.map_or(Cell::Blank, Cell::Count)]);
                }
                Part::Plain(_, count) => cells.push(Cell::Count(count(figures))),
            }
        }
        cells
    };
    let rows = circular.table.rows.iter();
    let rows = rows.map(|(id, own)| Row::data(cells(frame.district(*id), &own.figures, Some(own))));
    let whole = &circular.table.whole;
    let total = Row::total(cells(Cell::word(Term::Total), whole, None));
    Table { title, columns, rows: rows.chain([total]).collect() }
}

/// n/N, or the share of an amount.
fn value(of: Indicator, figures: &Figures) -> Cell {
    let ratio = figures.ratio(of);
    if of == Indicator::PaidIn {
        return Cell::MoneyShare { part: Usd(ratio.n), of: Usd(ratio.of) };
    }
    let (n, of) = (ratio.n.unsigned_abs(), ratio.of.unsigned_abs());
    if of == 0 { Cell::Blank } else { Cell::Share { n, of } }
}

fn score_table(frame: &Frame<'_>, circular: &Circular) -> Table {
    let rows = circular.table.rows.iter().map(|(id, own)| {
        let (score, rank) = own.score.map_or((Cell::Blank, Cell::Blank), |score| {
            (Cell::Tenths(score.tenths), Cell::Count(score.rank))
        });
        Row::data(vec![frame.district(*id), score, rank])
    });
    Table {
        title: Term::CircularScore,
        columns: vec![
            Column::text(Term::District),
            Column::number(Term::Score),
            Column::number(Placing::Score),
        ],
        rows: rows.collect(),
    }
}
