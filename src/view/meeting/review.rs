//! What only a 点评会 has: 大项目突破, and a page for each district (听取各地汇报).

use crate::desk::meeting::table::{Review, Tables};
use crate::model::appeal::AppealOutcome;
use crate::model::brief::Brief;
use crate::model::field::Quantity;
use crate::model::note::Note;
use crate::model::stage::Stage;
use crate::model::task::TaskState;
use crate::model::term::Term;
use crate::report::breakdown::by_stage;
use crate::report::tally::Tally;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};
use crate::view::summary::stage_table;

/// 大项目突破: every large project with its stage, the one it had at the last 点评会, and its money.
pub fn breakthrough(frame: &Frame<'_>, review: &Review) -> Page {
    let table = large(frame, review.large.iter());
    let mut page = frame.page(Term::Breakthrough, vec![table]);
    page.notes.push(Note::Base { count: review.large.len() as u64 });
    page
}

fn large<'a>(
    frame: &Frame<'_>,
    projects: impl Iterator<Item = &'a (Brief, Option<Stage>)>,
) -> Table {
    let rows = projects.map(|(brief, before)| {
        Row::data(vec![
            Cell::Code(brief.code.clone()),
            Cell::Text(brief.name.clone()),
            frame.short(brief.district),
            before.map_or(Cell::Blank, Cell::word),
            Cell::word(brief.stage),
            Cell::money(brief.amounts.get(Quantity::Total)),
            Cell::money(brief.amounts.get(Quantity::PaidIn)),
        ])
    });
    Table {
        title: Term::Breakthrough,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::short(Term::District),
            Column::short(Term::StageBefore),
            Column::short(Term::Stage),
            Column::money(Quantity::Total),
            Column::money(Quantity::PaidIn),
        ],
        rows: rows.collect(),
    }
}

/// One page for each district.
pub fn districts(frame: &Frame<'_>, tables: &Tables, review: &Review) -> Vec<Page> {
    let ids = tables.districts.breakdown.rows.iter().map(|(id, _)| *id);
    ids.map(|id| district(frame, tables, review, id)).collect()
}

fn district(frame: &Frame<'_>, tables: &Tables, review: &Review, id: i64) -> Page {
    let mine = review.briefs.iter().filter(|brief| brief.district == id);
    let mine: Vec<Brief> = mine.cloned().collect();
    let large_here = review.large.iter().filter(|(brief, _)| brief.district == id);
    let shown = vec![
        indicators(frame, tables, review, id, &mine),
        stage_table(&by_stage(&mine)),
        large(frame, large_here),
    ];
    let mut page = frame.page(Term::DistrictReport, shown);
    let known = frame.directory.districts.iter().find(|district| district.id == id);
    let names = known.map(|known| (known.name.clone(), known.english.clone()));
    page.heading.insert(0, Note::FeedbackTo { district: names.unwrap_or_default() });
    page.notes.push(Note::Base { count: mine.len() as u64 });
    page.notes.push(Note::NewFdiMeaning);
    page.notes.push(Note::Rounding);
    page
}

/// The figures a district speaks to.
fn indicators(
    frame: &Frame<'_>,
    tables: &Tables,
    review: &Review,
    id: i64,
    mine: &[Brief],
) -> Table {
    let tally: Tally = mine.iter().collect();
    let whole = &tables.districts.breakdown.whole;
    let stalled = mine.iter().filter(|brief| review.stalled.contains(&brief.id)).count() as u64;
    let appeals = tables.docket.appeals.iter().filter(|appeal| appeal.district == id);
    let in_hand = appeals.clone().filter(|appeal| appeal.state.is_open()).count() as u64;
    let escalated = appeals
        .filter(|appeal| appeal.state.is_open() && appeal.outcome == AppealOutcome::Escalated);
    let open = tables
        .tasks
        .iter()
        .filter(|line| line.state != TaskState::Done && line.task.districts.contains(&id));
    let changed = tables.compared.as_ref().and_then(|it| it.changes.districts.get(&id));
    let since = |count: fn(&crate::report::changes::Counts) -> u64| match &tables.compared {
        None => Cell::Blank,
        Some(_) => Cell::Count(changed.map_or(0, count)),
    };
    let row = |term: Term, cell: Cell| Row::data(vec![Cell::word(term), cell]);
    Table {
        title: Term::Indicator,
        columns: vec![Column::short(Term::Indicator), Column::money(Term::Value)],
        rows: vec![
            row(Term::District, frame.district(id)),
            row(Term::Projects, Cell::Share { n: tally.projects, of: whole.projects }),
            row(Term::TotalInvestment, Cell::Money(tally.total)),
            row(Term::NewFdi, Cell::Money(tally.new_fdi)),
            row(Term::PaidIn, Cell::Money(tally.paid_in)),
            row(Term::Large, Cell::Share { n: tally.large, of: tally.projects }),
            row(Term::EnteredProjects, since(|counts| counts.entered)),
            row(Term::LeftProjects, since(|counts| counts.left)),
            row(Term::Advanced, since(|counts| counts.advanced)),
            row(Term::Stalled, Cell::Share { n: stalled, of: tally.projects }),
            row(Term::InHand, Cell::Count(in_hand)),
            row(Term::EscalatedAppeals, Cell::Count(escalated.count() as u64)),
            row(Term::TasksOpen, Cell::Count(open.count() as u64)),
        ],
    }
}
