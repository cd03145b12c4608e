//! The two lists of the leaders' page, and what they can be narrowed by.

use super::{Choices, Draw, Facets, Layout};
use crate::desk::board::Board;
use crate::model::appeal::AppealField;
use crate::model::board::BoardWord;
use crate::model::brief::Brief;
use crate::model::dispatch::DispatchRole;
use crate::model::docket::AppealBrief;
use crate::model::dossier::Fact;
use crate::model::field::{Field, Quantity};
use crate::model::note::Note;
use crate::model::origin::OriginGroup;
use crate::model::stage::Stage;
use crate::model::term::Term;
use crate::report::board::days_in_hand;
use crate::view::docket;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Row, Table};
use crate::view::redact::Investors;
use std::collections::HashMap;

/// Every project and every appeal counted above.
pub fn lists(layout: &mut Layout, frame: &Frame<'_>, board: &Board, investors: Investors) {
    layout.section(BoardWord::Lists, Vec::new());
    let count = board.briefs.len() as u64;
    let notes = vec![if count == 0 { Note::Empty } else { Note::Base { count } }];
    let facets = board.briefs.iter().map(|brief| of_project(frame, brief)).collect();
    layout.part(projects(frame, board, investors), Draw::List(facets), Vec::new(), notes);
    let known: HashMap<i64, &Brief> = board.briefs.iter().map(|brief| (brief.id, brief)).collect();
    let facets = board.docket.appeals.iter().map(|appeal| {
        match known.get(&appeal.project) {
            Some(brief) => of_project(frame, brief),
            // Its project has left the library.
            None => Facets {
                district: frame.short(appeal.district),
                stage: Cell::Blank,
                origin: Cell::Blank,
            },
        }
    });
    let facets = facets.collect();
    let notes = vec![docket::base(&board.docket)];
    layout.part(appeals(frame, board), Draw::List(facets), Vec::new(), notes);
}

fn of_project(frame: &Frame<'_>, brief: &Brief) -> Facets {
    Facets {
        district: frame.short(brief.district),
        stage: Cell::word(brief.stage),
        origin: brief.group.map_or(Cell::word(Term::Unknown), Cell::word),
    }
}

/// Every value there is to choose.
pub fn choices(frame: &Frame<'_>) -> Choices {
    let districts = frame.directory.districts.iter();
    let origins = OriginGroup::ALL.iter().map(|group| Cell::word(*group));
    Choices {
        districts: districts.map(|district| frame.short(district.id)).collect(),
        stages: Stage::ALL.iter().map(|stage| Cell::word(*stage)).collect(),
        origins: origins.chain([Cell::word(Term::Unknown)]).collect(),
    }
}

fn projects(frame: &Frame<'_>, board: &Board, investors: Investors) -> Table {
    let is_shown = investors == Investors::Named;
    let rows = board.briefs.iter().map(|brief| {
        let origin = brief.origin.clone().map(Fact::Origin);
        let clocks = board.clocks.get(&brief.id);
        let mut cells = vec![Cell::Code(brief.code.clone()), Cell::Text(brief.name.clone())];
        if is_shown {
            cells.push(Cell::optional(brief.investor.as_deref()));
        }
        cells.extend([
            frame.short(brief.district),
            frame.fact(origin.as_ref()),
            Cell::word(brief.stage),
            Cell::money(brief.amounts.get(Quantity::Total)),
            Cell::money(brief.amounts.get(Quantity::PaidIn)),
            clocks.map_or(Cell::Blank, |clocks| Cell::word(clocks.progress.colour)),
            clocks.map_or(Cell::Blank, |clocks| Cell::word(clocks.report.colour)),
        ]);
        Row::data(cells)
    });
    let mut columns = vec![Column::short(Term::Code), Column::text(Term::Name)];
    if is_shown {
        columns.push(Column::text(Field::Investor));
    }
    columns.extend([
        Column::short(Term::District),
        Column::short(Field::Origin),
        Column::short(Term::Stage),
        Column::money(Term::TotalInvestment),
        Column::money(Term::PaidIn),
        Column::short(BoardWord::ProgressClock),
        Column::short(BoardWord::ReportClock),
    ]);
    Table { title: Term::ProjectList, columns, rows: rows.collect() }
}

fn appeals(frame: &Frame<'_>, board: &Board) -> Table {
    let docket = &board.docket;
    let mut leads: HashMap<i64, Vec<i64>> = HashMap::new();
    for dispatch in &docket.dispatches {
        let leads = leads.entry(dispatch.appeal).or_default();
        let is_lead = dispatch.role == DispatchRole::Lead && dispatch.returned.is_none();
        if is_lead && !leads.contains(&dispatch.department) {
            leads.push(dispatch.department);
        }
    }
    let row = |appeal: &AppealBrief| {
        let leads = leads.get(&appeal.id).map_or(&[][..], Vec::as_slice);
        let days = Cell::Number(days_in_hand(appeal, docket.last));
        Row::data(vec![
            Cell::Code(appeal.code.clone()),
            Cell::Text(appeal.project_name.clone()),
            frame.short(appeal.district),
            frame.category(appeal.category),
            Cell::optional(appeal.purpose.as_deref()),
            frame.units(&[], leads),
            Cell::word(appeal.outcome),
            Cell::word(appeal.state),
            if appeal.state.is_open() { days } else { Cell::Blank },
        ])
    };
    Table {
        title: Term::AppealList,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::short(Term::District),
            Column::short(Term::Category),
            Column::text(AppealField::Purpose),
            Column::short(BoardWord::LeadDepartment),
            Column::short(Term::Outcome),
            Column::short(Term::Status),
            Column::number(BoardWord::DaysInHand),
        ],
        rows: docket.appeals.iter().map(row).collect(),
    }
}
