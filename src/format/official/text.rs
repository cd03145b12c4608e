//! The texts of papers: those that are shipped, or an office's own in their place, looked through
//! before anything is written.

use super::block::{Block, blocks};
use super::fill::{Drawn, MARK, flag, name, plain, trial, values};
use crate::error::{Fault, Kind, Place, Result, TemplateRefusal};
use crate::labels::official;
use crate::model::text::{Shape, Slot, TextKind};
use crate::view::official::{Fill, Official};
use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::collections::BTreeMap;

/// What the error says of a list that is printed whole.
const LIST: &str = "list";

/// Steps of the engine that printing a paper may take: far more than a letter of a thousand appeals
/// needs, and over in seconds where a loop is in a loop.
const STEPS: u64 = 2_000_000;

/// One text.
#[derive(Debug, Clone)]
struct Text {
    /// Where it came from, as a refusal names it.
    file: String,
    source: String,
}

/// The text of every paper.
#[derive(Debug, Clone)]
pub struct Texts {
    own: BTreeMap<TextKind, Text>,
}

impl Texts {
    /// Those of the program.
    pub const fn shipped() -> Texts {
        Texts { own: BTreeMap::new() }
    }

    /// With an office's own text in the place of one of them.
    ///
    /// # Errors
    /// [`TemplateRefusal`] for a text that cannot be read or names a field there is not.
    pub fn replaced(mut self, kind: TextKind, source: String, file: String) -> Result<Texts> {
        let text = Text { file, source: legible(&source) };
        if text.source.trim().is_empty() {
            return Err(text.refuse(TemplateRefusal::Empty, None));
        }
        look_through(&text, kind.slots())?;
        self.own.insert(kind, text);
        Ok(self)
    }

    /// The parts of a paper, and the tables and frames among them.
    ///
    /// # Errors
    /// [`TemplateRefusal`].
    pub(super) fn write<'a>(&self, paper: &'a Official) -> Result<(Vec<Block>, Vec<&'a Fill>)> {
        let shipped = || Text {
            file: official::file(paper.text),
            source: official::shipped(paper.text).to_owned(),
        };
        let text = self.own.get(&paper.text).cloned().unwrap_or_else(shipped);
        let mut drawn = Vec::new();
        let values = values(&paper.fills, paper.page.unit, &mut drawn);
        let slots = paper.text.slots();
        let blocks = print(&text, slots, values)?.map_err(|error| text.explain(&error, slots))?;
        Ok((blocks, drawn))
    }
}

impl Text {
    fn refuse(&self, refusal: TemplateRefusal, row: Option<usize>) -> Fault {
        let row = row.and_then(|row| u64::try_from(row).ok());
        let file = Some(self.file.clone());
        Kind::from(refusal).at(Place { file, row, ..Place::default() }).into()
    }

    /// What the engine says, as a refusal.
    fn explain(&self, error: &Error, slots: &[Slot]) -> Fault {
        let given = error.range().and_then(|range| self.source.get(range));
        let given = given.unwrap_or_default().trim().to_owned();
        let refusal = match error.kind() {
            ErrorKind::UndefinedError => {
                let known = if given.contains('.') { inner(slots) } else { names(slots) };
                TemplateRefusal::UnknownBlank { given, known }
            }
            ErrorKind::OutOfFuel => TemplateRefusal::Endless,
            _ if error.detail() == Some(LIST) => TemplateRefusal::IsList { given },
            kind => {
                let detail = error.detail().map_or_else(|| kind.to_string(), str::to_owned);
                TemplateRefusal::Broken { detail }
            }
        };
        self.refuse(refusal, error.line())
    }
}

/// The source without what no document may hold, as the fields are ([`plain`]); a tab may part the
/// words of a tag.
fn legible(source: &str) -> String {
    source
        .split_inclusive('\t')
        .map(|part| match part.strip_suffix('\t') {
            Some(words) => plain(words) + "\t",
            None => plain(part),
        })
        .collect()
}

/// The fields of a paper.
fn names(slots: &[Slot]) -> Vec<String> {
    slots.iter().map(|slot| name(slot.blank)).collect()
}

/// The fields of the items of its lists, at any depth.
fn inner(slots: &[Slot]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for slot in slots {
        if let Shape::List(fields) = slot.shape {
            for name in names(fields).into_iter().chain(inner(fields)) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
    }
    found
}

/// Prints a text once with every field filled in and once with none, so that what it asks for is
/// known to be there before a paper needs it.
fn look_through(text: &Text, slots: &[Slot]) -> Result<()> {
    for is_filled in [true, false] {
        // What is reckoned with the values of a paper cannot be tried with these.
        let is_reckoned = |error: &Error| {
            error.kind() == ErrorKind::InvalidOperation && error.detail() != Some(LIST)
        };
        match print(text, slots, trial(slots, is_filled))? {
            Err(error) if !is_reckoned(&error) => return Err(text.explain(&error, slots)),
            _ => {}
        }
    }
    Ok(())
}

/// What a text prints with these values, or what the engine says against it.
fn print(
    text: &Text,
    slots: &[Slot],
    values: BTreeMap<String, Value>,
) -> Result<std::result::Result<Vec<Block>, Error>> {
    let environment = environment();
    let template = match environment.template_from_named_str(&text.file, &text.source) {
        Ok(template) => template,
        Err(error) => return Ok(Err(error)),
    };
    let known = names(slots);
    let globals: Vec<&str> = environment.globals().map(|(name, _)| name).collect();
    let mut unknown: Vec<(usize, String)> = template
        .undeclared_variables(false)
        .into_iter()
        .filter(|name| !known.contains(name) && !globals.contains(&name.as_str()))
        .map(|name| (row_of(&text.source, &name), name))
        .collect();
    unknown.sort();
    if let Some((row, given)) = unknown.into_iter().next() {
        return Err(text.refuse(TemplateRefusal::UnknownBlank { given, known }, Some(row)));
    }
    let (printed, spans) = match template.render_with_spans(Value::from(values)) {
        Ok(printed) => printed,
        Err(error) => return Ok(Err(error)),
    };
    let found = blocks(&printed, &spans).map_err(|table| {
        let given = text.source.get(table.source).unwrap_or_default().trim().to_owned();
        text.refuse(TemplateRefusal::NotAlone { given }, Some(table.row))
    })?;
    Ok(Ok(found))
}

/// The line on which a template first asks for a field.
fn row_of(source: &str, name: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let is_name = |place: &usize| {
        let (before, after) = (&source[..*place], &source[place + name.len()..]);
        let is_whole = !before.chars().next_back().is_some_and(is_part)
            && !after.chars().next().is_some_and(|c| is_part(c) && c != '.');
        let opened = before.rfind("{{").max(before.rfind("{%"));
        let closed = before.rfind("}}").max(before.rfind("%}"));
        is_whole && opened > closed
    };
    let places = source.match_indices(name).map(|(place, _)| place);
    let place = places.into_iter().find(is_name).unwrap_or_default();
    source[..place].matches('\n').count() + 1
}

/// The engine: an unknown field is an error. A line with nothing but a tag prints an empty one, which
/// is no paragraph.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    environment.set_fuel(Some(STEPS));
    environment.set_formatter(write);
    environment.add_filter(official::NUMERAL, numeral);
    environment
}

/// A number as papers number their parts; what is none, as it is.
fn numeral(value: &Value) -> String {
    u64::try_from(value.clone()).map_or_else(|_| value.to_string(), official::numeral)
}

/// How a value is printed: no text of a field is anything but text.
fn write(
    out: &mut Output<'_>,
    _: &mut State<'_, '_>,
    value: &Value,
) -> std::result::Result<(), Error> {
    if let Some(Drawn { place, .. }) = value.downcast_object_ref::<Drawn>() {
        return Ok(out.write_fmt(format_args!("{MARK}{place}{MARK}"))?);
    }
    match value.kind() {
        ValueKind::Undefined | ValueKind::None => Ok(()),
        ValueKind::Bool => Ok(out.write_str(&flag(value.is_true()))?),
        ValueKind::Seq | ValueKind::Map | ValueKind::Iterable => {
            Err(Error::new(ErrorKind::InvalidOperation, LIST))
        }
        _ => Ok(out.write_str(&plain(&value.to_string()))?),
    }
}
