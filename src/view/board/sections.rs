//! The sections before the lists: figures, clocks, appeals, changes.

use super::{Draw, Layout};
use crate::desk::board::Board;
use crate::model::board::{BoardNote, BoardWord};
use crate::model::clock::Colour;
use crate::model::meeting_note::MeetingNote;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::report::appeals::Count;
use crate::report::board::Alerts;
use crate::view::chart::{Chart, Shape, Tone};
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Row, Table};
use crate::view::{changes as changed, docket, summary};

/// Overview, stages, origins and districts.
pub fn figures(layout: &mut Layout, frame: &Frame<'_>, board: &Board) {
    let whole = &board.overview.whole;
    let base = Note::Base { count: whole.projects };
    layout.section(BoardWord::Overview, Vec::new());
    let notes = vec![Note::NewFdiMeaning, base, Note::Rounding];
    layout.part(summary::indicators(whole), Draw::Figures, Vec::new(), notes);

    layout.section(Term::SummaryStage, Vec::new());
    let chart = Chart {
        title: Term::Projects.into(),
        shape: Shape::Within,
        label: 0,
        values: vec![(1, Tone::Hatched), (2, Tone::Solid)],
    };
    let notes = vec![BoardNote::Reached.into()];
    layout.part(stages(board), Draw::Plain, vec![chart], notes);

    layout.section(Term::SummaryOrigin, Vec::new());
    let table = summary::origin_table(&board.overview.origins);
    let chart = bars(Term::Projects, 1);
    layout.part(table, Draw::Plain, vec![chart], Vec::new());

    layout.section(Term::SummaryDistrict, Vec::new());
    let tables = summary::district(frame, &board.districts).tables;
    for table in tables {
        let charts = vec![bars(Term::Projects, 1), bars(Term::TotalInvestment, 2)];
        let notes = vec![summary::reported_of(frame)];
        layout.part(table, Draw::Plain, charts, notes);
    }
}

fn bars(title: Term, value: usize) -> Chart {
    Chart { title: title.into(), shape: Shape::Bars, label: 0, values: vec![(value, Tone::Solid)] }
}

fn stages(board: &Board) -> Table {
    let whole = &board.overview.whole;
    let share = |n: u64| Cell::Share { n, of: whole.projects };
    let rows = board.stages.iter().map(|one| {
        Row::data(vec![
            Cell::word(one.stage),
            share(one.reached),
            share(one.here.projects),
            Cell::Money(one.here.total),
            Cell::Money(one.here.new_fdi),
        ])
    });
    let total = Row::total(vec![
        Cell::word(Term::Total),
        Cell::Blank,
        share(whole.projects),
        Cell::Money(whole.total),
        Cell::Money(whole.new_fdi),
    ]);
    Table {
        title: Term::BoardStages,
        columns: vec![
            Column::text(Term::Stage),
            Column::number(BoardWord::Reached),
            Column::number(BoardWord::AtStage),
            Column::money(Term::TotalInvestment),
            Column::money(Term::NewFdi),
        ],
        rows: rows.chain([total]).collect(),
    }
}

/// The alerts of both clocks, by district and by project.
pub fn clocks(layout: &mut Layout, frame: &Frame<'_>, board: &Board) {
    let mut notes = vec![Note::ClocksUntil { month: board.clock }, Note::ExampleThreshold];
    let chart = |title: BoardWord, from: usize| Chart {
        title: title.into(),
        shape: Shape::Stack,
        label: 0,
        values: vec![(from, Tone::Light), (from + 1, Tone::Dotted), (from + 2, Tone::Alarm)],
    };
    let charts = vec![chart(BoardWord::NoProgress, 2), chart(BoardWord::NoReport, 5)];
    let warned = warnings(frame, board);
    if warned.rows.is_empty() {
        notes.insert(0, BoardNote::NoAlerts.into());
    }
    layout.section(BoardWord::TwoClocks, Vec::new());
    layout.part(alerts(frame, board), Draw::Plain, charts, notes);
    if !warned.rows.is_empty() {
        layout.part(warned, Draw::Plain, Vec::new(), Vec::new());
    }
}

fn alerts(frame: &Frame<'_>, board: &Board) -> Table {
    let cells = |name: Cell, alerts: &Alerts| {
        let counts = [alerts.projects].into_iter().chain(alerts.progress).chain(alerts.report);
        [name].into_iter().chain(counts.map(Cell::Count)).collect()
    };
    let rows = board.alerts.rows.iter().map(|(id, own)| Row::data(cells(frame.district(*id), own)));
    let total = Row::total(cells(Cell::word(Term::Total), &board.alerts.whole));
    let headings = [
        BoardWord::ProgressGreen,
        BoardWord::ProgressYellow,
        BoardWord::ProgressRed,
        BoardWord::ReportGreen,
        BoardWord::ReportYellow,
        BoardWord::ReportRed,
    ];
    let columns = [Column::text(Term::District), Column::number(Term::Projects)];
    Table {
        title: Term::BoardClocks,
        columns: columns.into_iter().chain(headings.map(Column::number)).collect(),
        rows: rows.chain([total]).collect(),
    }
}

fn warnings(frame: &Frame<'_>, board: &Board) -> Table {
    let rows = board.briefs.iter().filter_map(|brief| {
        let clocks = board.clocks.get(&brief.id)?;
        let (progress, report) = (&clocks.progress, &clocks.report);
        if progress.colour == Colour::Green && report.colour == Colour::Green {
            return None;
        }
        Some(Row::data(vec![
            Cell::Code(brief.code.clone()),
            Cell::Text(brief.name.clone()),
            frame.short(brief.district),
            Cell::word(brief.stage),
            Cell::word(progress.colour),
            Cell::Number(progress.months),
            Cell::word(report.colour),
            Cell::Number(report.months),
        ]))
    });
    Table {
        title: Term::BoardWarnings,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::short(Term::District),
            Column::short(Term::Stage),
            Column::short(BoardWord::ProgressClock),
            Column::number(BoardWord::MonthsIdle),
            Column::short(BoardWord::ReportClock),
            Column::number(BoardWord::MonthsSilent),
        ],
        rows: rows.collect(),
    }
}

/// What became of appeals, by department and by age.
pub fn appeals(layout: &mut Layout, frame: &Frame<'_>, board: &Board) {
    let docket = &board.docket;
    layout.section(BoardWord::AppealSection, Vec::new());
    let notes = vec![docket::base(docket), Note::ProjectOutcome, Note::Rounding];
    layout.part(docket::outcome_table(&docket.outcomes), Draw::Plain, Vec::new(), notes);
    let notes = vec![BoardNote::Ages.into(), docket::carry_note(docket)];
    layout.part(ages(board), Draw::Plain, vec![bars(Term::Appeals, 1)], notes);
    // Answered, not yet due, overdue.
    let chart = Chart {
        title: Term::SummaryDepartment.into(),
        shape: Shape::Stack,
        label: 0,
        values: vec![(4, Tone::Solid), (8, Tone::Light), (7, Tone::Alarm)],
    };
    let notes = vec![docket::dispatch_note(docket), Note::AnswerMeaning];
    layout.part(docket::department_table(frame, docket), Draw::Plain, vec![chart], notes);
}

fn ages(board: &Board) -> Table {
    let whole = board.ages.whole;
    let cells = |first: Cell, count: Count| {
        vec![
            first,
            Cell::Share { n: count.appeals, of: whole.appeals },
            Cell::Count(count.projects),
        ]
    };
    let rows =
        board.ages.rows.iter().map(|(age, count)| Row::data(cells(Cell::word(*age), *count)));
    let total = Row::total(cells(Cell::word(Term::Total), whole));
    Table {
        title: Term::BoardAges,
        columns: vec![
            Column::text(BoardWord::Age),
            Column::number(Term::Appeals),
            Column::number(Term::Projects),
        ],
        rows: rows.chain([total]).collect(),
    }
}

/// What changed since the last meeting, or since the month before.
pub fn changes(layout: &mut Layout, frame: &Frame<'_>, board: &Board) {
    let compared = &board.compared;
    let found = &compared.changes;
    let mut lead = vec![changed::ends(compared)];
    if let Some(last) = &board.since {
        let (code, day) = (Some(last.meeting.code.clone()), Some(last.day));
        lead.push(MeetingNote::SinceLast { code, day }.into());
    }
    lead.push(changed::in_brief(compared));
    layout.section(BoardWord::ChangeSection, lead);
    let all_new = found.whole.before == 0 && found.whole.entered > 0;
    let notes = if all_new { vec![BoardNote::AllNew.into()] } else { Vec::new() };
    let mut tables = vec![(changed::districts(frame, compared), notes)];
    let mut more = vec![changed::growth(frame, compared)];
    more.extend(changed::matters::counts(frame, compared));
    if !all_new {
        more.extend(changed::lines(frame, Term::EnteredProjects, &found.entered));
    }
    more.extend(changed::left(frame, compared).map(without_people));
    more.extend(changed::moves(frame, Term::Advanced, &found.advanced));
    more.extend(changed::moves(frame, Term::FellBack, &found.fell_back));
    tables.extend(more.into_iter().map(|table| (table, Vec::new())));
    for (table, notes) in tables {
        layout.part(table, Draw::Plain, Vec::new(), notes);
    }
}

/// A table without the column that names who approved.
fn without_people(mut table: Table) -> Table {
    let is_person = |column: &Column| column.heading == Term::Approver.into();
    if let Some(place) = table.columns.iter().position(is_person) {
        table.columns.remove(place);
        for row in &mut table.rows {
            if place < row.cells.len() {
                row.cells.remove(place);
            }
        }
    }
    table
}
