//! What a person at a terminal is asked when an appeal is logged: what was not given as an option.

use crate::cli::context::{Context, day};
use crate::cli::output;
use crate::cli::terminal::ask;
use crate::cli::typed::usd;
use crate::desk::appeal::Words;
use crate::desk::directory::Directory;
use crate::desk::lookup;
use crate::desk::resolve::not_in_the_future;
use crate::error::{Fault, Kind, Place, Result};
use crate::import::value;
use crate::labels::prompt::{Prompt, prompt};
use crate::labels::{self, word};
use crate::model::appeal::AppealField;
use crate::model::clue::Urgency;
use crate::model::ledger::AppealColumn;
use crate::model::word::Word;
use std::ops::ControlFlow::{self, Break, Continue};

/// Asks for the project and for what is lacking of the words; what cannot be read is asked again,
/// and the end of input ends the questions. Where nothing was said, who raised it and when, how
/// urgent it is and what is at stake are asked too.
///
/// # Errors
/// A project that was given and is not known.
pub fn question(
    context: &Context,
    directory: &Directory,
    project: &mut Option<String>,
    words: &mut Words,
) -> Result<()> {
    let find = |given: &str| context.read(None, |reader| lookup::project(reader, given));
    let whole = words.is_empty();
    if let Some(given) = project {
        find(given)?;
    } else {
        while project.is_none() {
            let question = format!("{}:", prompt(Prompt::Project, context.lang));
            let Some(given) = ask(&question) else { return Ok(()) };
            if given.is_empty() {
                continue;
            }
            match find(&given) {
                Ok((found, ..)) => *project = Some(found.code),
                Err(fault) => refuse(context, fault)?,
            }
        }
    }
    if said(context, directory, words)?.is_continue() && whole {
        let _ = circumstances(context, words)?;
    }
    Ok(())
}

/// The category and the five fields.
fn said(context: &Context, directory: &Directory, words: &mut Words) -> Result<ControlFlow<()>> {
    if words.category.is_none() {
        let categories = directory.categories.iter();
        let names = choices(context, categories.map(|one| (&one.name, &one.key)));
        let asked = skippable(context, AppealColumn::Category.into(), &names, |given| {
            words.category = Some(lookup::category(&directory.categories, given)?.id);
            Ok(())
        })?;
        if asked.is_break() {
            return Ok(asked);
        }
    }
    for field in AppealField::ALL {
        if words.text(*field).is_some() {
            continue;
        }
        let departments = directory.departments.iter().map(|one| (&one.short, &one.key));
        let names = match field {
            AppealField::Target => choices(context, departments),
            _ => String::new(),
        };
        let asked = skippable(context, (*field).into(), &names, |given| {
            words.texts.push((*field, given.to_owned()));
            Ok(())
        })?;
        if asked.is_break() {
            return Ok(asked);
        }
    }
    Ok(Continue(()))
}

/// Who raised it and when, how urgent it is, what is at stake.
fn circumstances(context: &Context, words: &mut Words) -> Result<ControlFlow<()>> {
    let urgencies = Urgency::ALL.iter().map(|urgency| word(*urgency, context.lang));
    let urgencies = urgencies.collect::<Vec<_>>().join("/");
    let columns = [
        (AppealColumn::RaisedBy, ""),
        (AppealColumn::RaisedOn, ""),
        (AppealColumn::Urgency, urgencies.as_str()),
        (AppealColumn::Amount, prompt(Prompt::AmountUnit, context.lang)),
    ];
    for (column, hint) in columns {
        let asked = skippable(context, column.into(), hint, |given| {
            match column {
                AppealColumn::RaisedOn => {
                    let raised = day(given)?;
                    not_in_the_future(raised, context.today)?;
                    words.raised_on = Some(raised);
                }
                AppealColumn::Urgency => {
                    let urgency = value::urgency(given);
                    let urgency =
                        urgency.ok_or_else(|| Kind::BadUrgency.at(Place::value(given)))?;
                    words.urgent = Some(urgency == Urgency::Urgent);
                }
                AppealColumn::Amount => words.amount = Some(usd(given)?),
                _ => words.raised_by = Some(given.to_owned()),
            }
            Ok(())
        })?;
        if asked.is_break() {
            return Ok(asked);
        }
    }
    Ok(Continue(()))
}

/// Asks one question until its answer can be read or it is left out.
fn skippable(
    context: &Context,
    what: Word,
    hint: &str,
    mut read: impl FnMut(&str) -> Result<()>,
) -> Result<ControlFlow<()>> {
    let skip = prompt(Prompt::Skip, context.lang);
    let gap = if hint.is_empty() { "" } else { " " };
    let question = format!("{}{gap}{hint}{skip}:", word(what, context.lang));
    loop {
        match ask(&question) {
            None => return Ok(Break(())),
            Some(given) if given.is_empty() => return Ok(Continue(())),
            Some(given) => match read(&given) {
                Ok(()) => return Ok(Continue(())),
                Err(fault) => refuse(context, fault)?,
            },
        }
    }
}

/// What may be answered: short names, or the keys where English is spoken.
fn choices<'a>(context: &Context, names: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let names = names.map(|(name, key)| context.lang.pick((name.as_str(), key.as_str())));
    names.collect::<Vec<_>>().join("/")
}

/// Says what is wrong with an answer; what is no refusal ends the command.
fn refuse(context: &Context, fault: Fault) -> Result<()> {
    output::say(&labels::refusal(&fault.into_refusal()?, context.lang));
    Ok(())
}
