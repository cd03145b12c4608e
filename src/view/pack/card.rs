//! 项目卡片 (一项一表): facts, the line of stages, money, work, appeals and decisions of one project.

use super::{Occasion, common, frame, official, table, text};
use crate::desk::pack::gather::{Card, Material};
use crate::model::appeal::AppealField;
use crate::model::blank::Blank;
use crate::model::dispatch::DispatchRole;
use crate::model::field::{Field, Quantity};
use crate::model::money::Unit;
use crate::model::pack::PackWord;
use crate::model::stage::Stage;
use crate::model::term::Term;
use crate::model::text::TextKind;
use crate::model::word::Word;
use crate::model::work::{Timing, WorkItem};
use crate::view::names::Frame;
use crate::view::official::{Fill, Official};
use crate::view::page::{Cell, Column, Table};

pub fn card(material: &Material, card: &Card, occasion: &Occasion) -> Official {
    let frame = frame(material, Unit::TenThousand);
    let dossier = &card.portfolio.dossier;
    let mut fills = common(material, occasion);
    fills.extend([
        text(Blank::ProjectName, Some(&dossier.project.name)),
        text(Blank::ProjectCode, Some(&dossier.project.code)),
        (Blank::Facts, Fill::Grid(facts(&frame, card, occasion.redact))),
        (Blank::Amounts, Fill::Table(amounts(&frame, card))),
        (Blank::StageLine, Fill::Table(stages(card))),
        (Blank::WorkItems, Fill::Table(works(card))),
        (Blank::AppealList, Fill::Table(appeals(&frame, card))),
        (Blank::Decisions, Fill::Table(decisions(&frame, card))),
    ]);
    official(&frame, TextKind::Card, fills)
}

fn facts(frame: &Frame<'_>, card: &Card, redact: bool) -> Vec<(Word, Cell)> {
    let dossier = &card.portfolio.dossier;
    let fields = [
        Field::Code,
        Field::District,
        Field::Investor,
        Field::Origin,
        Field::Industry,
        Field::Basis,
        Field::Leader,
        Field::Responsible,
        Field::Tracker,
        Field::Money(Quantity::Capital),
        Field::Money(Quantity::Contract),
        Field::Confidential,
        Field::Progress,
        Field::Problem,
    ];
    let shown = fields.into_iter().filter(|field| !(redact && *field == Field::Investor));
    let fact = |field: Field| (Word::from(field), frame.fact(dossier.get(field).as_ref()));
    let known = |(_, cell): &(Word, Cell)| !matches!(cell, Cell::Blank | Cell::Flag(false));
    let mut pairs: Vec<(Word, Cell)> = Vec::new();
    for field in shown {
        let pair = fact(field);
        // What few projects have is shown where they have it.
        let rare = matches!(field, Field::Money(_) | Field::Problem | Field::Confidential);
        if !rare || known(&pair) {
            pairs.push(pair);
        }
    }
    if let Some((_, code)) = pairs.first_mut() {
        *code = Cell::Code(dossier.project.code.clone());
    }
    pairs
}

fn amounts(frame: &Frame<'_>, card: &Card) -> Table {
    let dossier = &card.portfolio.dossier;
    let main = [
        Quantity::Total,
        Quantity::PlannedFdi,
        Quantity::RegisteredFdi,
        Quantity::PaidIn,
        Quantity::Invested,
    ];
    let columns = main.into_iter().map(Column::money);
    let cells = main.map(|quantity| frame.fact(dossier.get(Field::Money(quantity)).as_ref()));
    table(Term::Amounts, columns.collect(), vec![cells.to_vec()])
}

/// 在谈 → … → 投产, each with its day, and where the project stands.
fn stages(card: &Card) -> Table {
    let dossier = &card.portfolio.dossier;
    let stage = dossier.project.standing.stage;
    let columns = Stage::ALL.iter().map(|stage| Column::short(*stage));
    let reached = Stage::ALL
        .iter()
        .map(|stage| dossier.milestones.get(stage).map_or(Cell::Blank, |date| Cell::Dated(*date)));
    let here = Stage::ALL.iter().map(|of| match *of == stage {
        true => Cell::word(PackWord::Mark),
        false => Cell::Blank,
    });
    table(Term::Milestones, columns.collect(), vec![reached.collect(), here.collect()])
}

fn works(card: &Card) -> Table {
    let works = &card.portfolio.dossier.works;
    let date = |item, timing| works.get(&(item, timing)).map_or(Cell::Blank, |it| Cell::Dated(*it));
    let known = |item: &&WorkItem| works.keys().any(|(of, _)| of == *item);
    let rows = WorkItem::ALL.iter().filter(known).map(|item| {
        vec![Cell::word(*item), date(*item, Timing::Planned), date(*item, Timing::Actual)]
    });
    let columns = vec![
        Column::text(Term::WorkItems),
        Column::short(Term::Planned),
        Column::short(Term::Actual),
    ];
    table(Term::WorkItems, columns, rows.collect())
}

fn appeals(frame: &Frame<'_>, card: &Card) -> Table {
    let rows = card.appeals.iter().map(|folder| {
        let (appeal, life) = (&folder.opened.appeal, &folder.opened.life);
        let led = folder
            .opened
            .dispatches
            .iter()
            .rfind(|it| it.role == DispatchRole::Lead && life.parts.contains_key(&it.id));
        let lead = led.map(|it| it.department).or(appeal.departments.first().copied());
        vec![
            Cell::Code(appeal.code.clone()),
            frame.category(appeal.category),
            Cell::optional(appeal.purpose.as_deref()),
            lead.map_or(Cell::Blank, |id| frame.department(id)),
            Cell::word(life.outcome_now()),
            Cell::word(life.state),
        ]
    });
    let columns = vec![
        Column::short(Term::Code),
        Column::short(Term::Category),
        Column::text(AppealField::Purpose),
        Column::short(DispatchRole::Lead),
        Column::text(Term::Outcome),
        Column::short(Term::Status),
    ];
    table(Term::AppealList, columns, rows.collect())
}

fn decisions(frame: &Frame<'_>, card: &Card) -> Table {
    let rows = card.tasks.iter().map(|line| {
        vec![
            Cell::Code(line.task.code.clone()),
            Cell::Text(line.task.text.clone()),
            frame.units(&line.task.districts, &line.task.departments),
            line.due.map_or(Cell::Blank, Cell::Day),
            Cell::word(line.state),
        ]
    });
    let columns = vec![
        Column::short(Term::Code),
        Column::text(Term::TaskText),
        Column::text(Term::ResponsibleUnits),
        Column::short(Term::TaskDue),
        Column::short(Term::Status),
    ];
    table(Term::Tasks, columns, rows.collect())
}
