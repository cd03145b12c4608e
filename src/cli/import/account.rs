//! What an import came to, said and shown.

use super::super::context::Context;
use super::super::output;
use super::receipts::Done;
use crate::desk::import::{FileOutcome, ImportOutcome, ImportRequest, Run, TotalOutcome};
use crate::error::{Kind, Refusal, Result};
use crate::labels;
use crate::model::note::Note;
use crate::view;
use std::collections::BTreeMap;

/// Prints the account.
///
/// # Errors
/// The output cannot be written.
pub fn page(context: &Context, outcome: &ImportOutcome, written: bool) -> Result<()> {
    let ((), directory, scope) = context.read(None, |_| Ok(()))?;
    let frame = context.frame(scope, &directory);
    context.print(&view::import::import(&frame, outcome, written))
}

/// Says what became of the files; the account is the result.
pub fn report(
    context: &Context,
    asked: bool,
    request: &ImportRequest,
    outcome: &ImportOutcome,
    receipts: &BTreeMap<String, Done>,
) -> Result<u8> {
    for file in &outcome.files {
        describe(context, request, outcome, file, receipts);
    }
    if asked && receipts.is_empty() {
        context.tell(&Note::NoReceipt);
    }
    page(context, outcome, request.run == Run::Real && !outcome.refused)?;
    let left: Vec<String> = outcome
        .files
        .iter()
        .filter(|file| file.refused.is_some())
        .map(|file| file.name.clone())
        .collect();
    if request.run == Run::Rehearsal {
        context.tell(&Note::DryRun);
    }
    if outcome.refused {
        context.tell(&Note::NothingKept);
        return Ok(1);
    }
    let files = (outcome.files.len() - left.len()) as u64;
    let rejected = outcome.files.iter().any(|file| file.account.rejected > 0);
    let kept = |file: &FileOutcome| {
        file.account.rows_read() - file.account.rejected - file.account.ignored
    };
    let mut taken = outcome.files.iter().filter(|file| file.refused.is_none());
    if rejected && taken.all(|file| kept(file) == 0) {
        context.tell(&Note::NothingKept);
        return Ok(1);
    }
    if left.is_empty() && !rejected {
        if request.run == Run::Real {
            context.tell(&Note::Imported { files });
        }
        return Ok(0);
    }
    if !left.is_empty() && request.run == Run::Real {
        context.tell(&Note::ImportedInPart { files, left });
    }
    Ok(3)
}

fn describe(
    context: &Context,
    request: &ImportRequest,
    outcome: &ImportOutcome,
    file: &FileOutcome,
    receipts: &BTreeMap<String, Done>,
) {
    let lang = context.lang;
    for note in &file.notes {
        context.tell(note);
    }
    for (understood, named) in file.understood.iter().zip(&file.districts) {
        // A file of one filing speaks of that district even where only its rows say so.
        let only = file.filings.first().filter(|_| file.filings.len() == 1);
        let named = named.clone().or_else(|| only.map(|filing| filing.name.clone()));
        context.tell(&Note::Understood {
            file: shown_table(file, understood.sheet.as_deref()),
            encoding: understood.encoding.to_uppercase(),
            header_row: understood.header_rows.0,
            district: named,
            month: understood.month.or(request.month),
            unit: understood.unit,
        });
        let unknown = understood.mapping.iter().filter(|column| column.field.is_none());
        let columns: Vec<String> = unknown.map(|column| column.heading.clone()).collect();
        if !columns.is_empty() {
            context.tell(&Note::UnknownColumns { columns });
        }
    }
    for remark in &file.remarks {
        if !context.quiet {
            let table = shown_table(file, remark.sheet.as_deref());
            let row = remark.row.map_or(String::new(), |row| format!("{table}:{row} "));
            output::say(&format!("{row}{}", labels::note(&remark.note, lang)));
        }
    }
    // What a refused file would have done was not done.
    if file.refused.is_none() && !outcome.refused {
        for note in &file.done {
            context.tell(note);
        }
    }
    for total in file.totals.iter().filter(|total| total.outcome() == TotalOutcome::Differs) {
        context.tell(&Note::TotalsDiffer {
            quantity: total.quantity,
            file: total.stated,
            ours: total.ours,
            row: total.row,
        });
    }
    if file.clues > 0 {
        let kept = file.refused.is_none() && !outcome.refused && request.run == Run::Real;
        context.tell(&Note::Clues { count: file.clues, kept });
    }
    for filing in &file.filings {
        let (district, month) = (filing.name.clone(), filing.month);
        let taken = file.refused.is_none() && !outcome.refused;
        if let Some(revision) = filing.revision.filter(|_| taken) {
            let (district, kept) = (district.clone(), request.run == Run::Real);
            context.tell(&Note::Revision { district, month, revision, kept });
        }
        if !filing.missing.is_empty() {
            let count = filing.missing.len() as u64;
            let names = filing.missing.iter().take(10).map(|(_, name)| name.clone()).collect();
            context.tell(&Note::Vanished { district, month, names, count });
        }
    }
    for problem in &file.problems {
        let mut problem = problem.clone();
        problem.place.file.get_or_insert_with(|| file.name.clone());
        output::say(&labels::refusal(&problem, lang));
    }
    let receipt = receipts.get(&file.name);
    let mut refused = file.refused.clone();
    if let Some(Refusal { kind: Kind::RowsRejected { receipt: path, .. }, .. }) = &mut refused {
        *path = receipt.map(|it| it.paths.concat()).unwrap_or_default();
        // One row needs one sentence, which it has had.
        refused = refused.filter(|_| file.problems.len() != 1);
    }
    if let Some(refusal) = &refused {
        output::say(&labels::refusal(refusal, lang));
    }
    let said = matches!(&refused, Some(it) if matches!(it.kind, Kind::RowsRejected { .. }));
    if let Some(Done { paths, rejected, warned }) = receipt.cloned().filter(|_| !said) {
        context.tell(&Note::ReceiptKept { rejected, warned, paths });
    }
}

/// A table as named to people: the file, and its sheet where it has one.
fn shown_table(file: &FileOutcome, sheet: Option<&str>) -> String {
    match sheet {
        None => file.name.clone(),
        Some(sheet) => format!("{}[{sheet}]", file.name),
    }
}
