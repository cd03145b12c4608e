//! Lists that are taken by themselves (诉求清单, 答复表, 办理结果): every row accounted for, all files in
//! one operation, as reports are.

use super::account::FileOutcome;
use super::file::digest;
use super::list::{Judged, ListDesk};
use super::{ImportOutcome, ImportRequest, InputFile, Setting, Watcher, one, prepare, settled};
use crate::desk::appeal::courses_must_hold;
use crate::desk::resolve::not_in_the_future;
use crate::error::{Kind, Result};
use crate::import::Lexicon;
use crate::import::ledger::{Ledger, LedgerRow, open};
use crate::model::ledger::{LedgerColumn, LedgerName};
use crate::store::source::Source;
use crate::store::{Library, Reader, Stamp, Writer};

/// Takes the lists of one kind in files: `setup` gathers what rows are judged with, `judge` takes
/// one row.
///
/// # Errors
/// Only what concerns no single file: an unknown district, a day in the future, the library.
pub fn take_lists<C: LedgerColumn, S>(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ImportRequest,
    watcher: &mut dyn Watcher,
    setup: impl FnOnce(&Reader<'_>) -> Result<S>,
    judge: impl Fn(&mut Writer<'_>, &S, &mut ListDesk<'_>, &Ledger<C>, &LedgerRow<C>) -> Result<Judged>,
) -> Result<ImportOutcome> {
    not_in_the_future(request.on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let setting = prepare(writer, request, stamp.today)?;
        let state = setup(writer)?;
        let mut outcomes = Vec::new();
        for input in &request.files {
            outcomes.push(one(writer, request, input, |writer, outcome| {
                let source = writer.next_source()?;
                let mut desk = ListDesk::new(&setting, request, input, source);
                let encoding = read(
                    writer,
                    &setting,
                    input,
                    &mut desk,
                    outcome,
                    watcher,
                    |desk, writer, list, row| judge(writer, &state, desk, list, row),
                )?;
                if desk.wrote {
                    keep(writer, source, input, encoding, outcome)?;
                }
                outcome.done = desk.done;
                Ok(())
            })?);
        }
        courses_must_hold(writer)?;
        Ok(settled(request, outcomes))
    })
}

/// Reads the lists of a file; how it was encoded.
fn read<C: LedgerColumn>(
    writer: &mut Writer<'_>,
    setting: &Setting,
    input: &InputFile,
    desk: &mut ListDesk<'_>,
    outcome: &mut FileOutcome,
    watcher: &mut dyn Watcher,
    judge: impl Fn(&mut ListDesk<'_>, &mut Writer<'_>, &Ledger<C>, &LedgerRow<C>) -> Result<Judged>,
) -> Result<&'static str> {
    // Only districts' lists speak of one district.
    let nobody = Lexicon::default();
    let lexicon = if C::LIST == LedgerName::Appeals { &setting.lexicon } else { &nobody };
    let lists = open::<C>(&input.path, &input.name, &setting.options, lexicon)?;
    let rows: usize = lists.iter().map(|list| list.rows.len()).sum();
    if rows == 0 {
        return Err(Kind::HeaderOnly.into());
    }
    for list in &lists {
        desk.rows(writer, list, outcome, watcher, |desk, writer, row| {
            judge(desk, writer, list, row)
        })?;
    }
    Ok(lists.first().map_or("", |list| list.encoding))
}

fn keep(
    writer: &mut Writer<'_>,
    source: i64,
    input: &InputFile,
    encoding: &str,
    outcome: &FileOutcome,
) -> Result<()> {
    let account = &outcome.account;
    writer.put_source(
        source,
        &Source {
            file: input.name.clone(),
            sha256: digest(input)?,
            encoding: encoding.to_owned(),
            new: account.new,
            changed: account.changed,
            unchanged: account.unchanged,
            to_screen: account.to_screen,
            rejected: account.rejected,
            ignored: account.ignored,
        },
    )
}
