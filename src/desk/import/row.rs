//! One row: matched to a project, judged, and written; or waiting to be screened, or rejected
//! with what is wrong.

mod elsewhere;
mod place;
mod sensitive;
mod unknown;
mod values;

use super::account::ChangedRow;
use super::register::Register;
use super::told::{Mention, Spot, Told};
use super::{ImportRequest, Match, Setting};
use crate::desk::case::{FilingRef, Voice};
use crate::desk::clue::heed;
use crate::desk::lookup::candidates;
use crate::desk::resolve::{Resolved, resolve};
use crate::error::{Kind, Place, Refusal, Result};
use crate::import::{Draft, Understood};
use crate::model::date::Dated;
use crate::model::dossier::Fact;
use crate::model::field::Field;
use crate::model::filing::RowClass;
use crate::model::month::Month;
use crate::model::name::identity_key;
use crate::model::note::Note;
use crate::model::project::Project;
use crate::model::value::Value;
use crate::store::Writer;
use crate::store::filing::filing_id;
use crate::store::writer::Origin;
pub use place::column;
use place::{code, identifies, named, text};
use std::collections::{BTreeMap, HashSet};

/// What became of a row.
pub struct Judged {
    pub class: RowClass,
    /// The district it speaks of, as far as that is known.
    pub district: Option<i64>,
    pub problems: Vec<Refusal>,
    pub notes: Vec<Note>,
    pub changed: Option<ChangedRow>,
}

impl Judged {
    fn as_class(class: RowClass, notes: Vec<Note>) -> Judged {
        Judged { class, district: None, problems: Vec::new(), notes, changed: None }
    }

    fn rejected(problems: Vec<Refusal>, notes: Vec<Note>) -> Judged {
        Judged { class: RowClass::Rejected, district: None, problems, notes, changed: None }
    }
}

/// A district's month.
type Slot = (i64, Month);

/// Judges the rows of one file in order.
pub struct RowDesk<'a> {
    setting: &'a Setting,
    request: &'a ImportRequest,
    /// The table being read.
    understood: Understood,
    source: i64,
    /// The districts' months this file speaks of, with the revision once something is written.
    slots: BTreeMap<Slot, Option<i64>>,
    /// What this and the earlier files have said.
    told: &'a mut Told,
    /// The known projects the rows spoke of.
    register: Register,
    /// Of whom the row speaks.
    met: Option<Met>,
    /// Which projects have changes waiting for a decision, by month; read once.
    waiting: Option<HashSet<(i64, Month)>>,
    wrote: bool,
    /// New clues to appeals.
    clues: u64,
}

/// Whom a row speaks of.
enum Subject {
    Known(i64),
    New,
}

/// Of whom a row turned out to speak.
struct Met {
    district: i64,
    /// What it says of the project; `None` where the project was among the mentions already.
    mention: Option<Mention>,
    project: Option<i64>,
}

impl<'a> RowDesk<'a> {
    pub fn new(
        setting: &'a Setting,
        request: &'a ImportRequest,
        told: &'a mut Told,
        source: i64,
    ) -> RowDesk<'a> {
        RowDesk {
            setting,
            request,
            understood: Understood::default(),
            source,
            slots: BTreeMap::new(),
            told,
            register: Register::default(),
            met: None,
            waiting: None,
            wrote: false,
            clues: 0,
        }
    }

    /// Goes on with another table of the same file.
    pub fn turn_to(&mut self, understood: Understood) {
        self.told.turn_to(understood.sheet.as_deref());
        self.understood = understood;
    }

    pub fn district_name(&self, id: i64) -> String {
        self.setting.district_name(id)
    }

    /// The library says all that the rows said.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn settle(&mut self, writer: &mut Writer<'_>) -> Result<()> {
        self.register.settle(writer)
    }

    /// The months spoken of with their revisions, whether anything was written, and how many clues
    /// to appeals are new.
    pub fn finish(self) -> (BTreeMap<Slot, Option<i64>>, bool, u64) {
        (self.slots, self.wrote, self.clues)
    }

    /// Judges a row; its values are taken out of the draft.
    ///
    /// # Errors
    /// Only what makes the whole file or the library unusable.
    pub fn judge(&mut self, writer: &mut Writer<'_>, draft: &mut Draft) -> Result<Judged> {
        let district = self.district_of(draft);
        let mut judged = self.weigh(writer, draft)?;
        let met = self.met.take().or_else(|| {
            let unread = |district| Met {
                district,
                mention: Some(Mention::of(&draft.values, district)),
                project: None,
            };
            district.map(unread)
        });
        if let Some(Met { district, mention, project }) = met {
            judged.district = Some(district);
            if let Some(mention) = mention {
                judged.notes.extend(self.elsewhere(writer, mention, project, draft.row));
            }
        }
        Ok(judged)
    }

    fn weigh(&mut self, writer: &mut Writer<'_>, draft: &mut Draft) -> Result<Judged> {
        let mut notes = std::mem::take(&mut draft.notes);
        if !draft.problems.is_empty() {
            return Ok(Judged::rejected(std::mem::take(&mut draft.problems), notes));
        }
        let month = match self.month(draft) {
            Ok(month) => month,
            Err(kind) => return self.reject(draft, kind, None, notes),
        };
        let (subject, district) = match self.subject(writer, draft)? {
            Ok(found) => found,
            Err(kind) => return self.reject(draft, kind, text(draft, Field::Name), notes),
        };
        let known = self.meet(draft, &subject, district)?;
        let values = match self.values(writer, draft, known, month)? {
            Ok(values) => values,
            Err(kind) => return self.reject(draft, kind, None, notes),
        };
        let (mut facts, problems) = resolve(writer, values, month)?;
        if !problems.is_empty() {
            let at_row = |(field, kind): (Field, Kind)| {
                let column = column(&self.understood, field);
                kind.at(Place {
                    column: column.map(|column| column.heading.clone()),
                    value: column.and_then(|column| draft.raw.get(column.index)).map(str::to_owned),
                    ..Place::row(draft.row)
                })
            };
            return Ok(Judged::rejected(problems.into_iter().map(at_row).collect(), notes));
        }
        self.past_only(&mut facts, &mut notes);
        self.slots.entry((district, month)).or_insert(None);
        match subject {
            Subject::Known(id) => {
                let before = self.told.report(id, month, draft.row);
                if let Some(kind) = before.and_then(|spot| self.twice_in_file(spot)) {
                    let name = self.register.known(id)?.project().name.clone();
                    return self.reject(draft, kind, Some(name), notes);
                }
                self.known(writer, draft, id, (month, before), facts, notes)
            }
            Subject::New => {
                self.register.settle(writer)?;
                self.unknown(writer, draft, (district, month), &facts, notes)
            }
        }
    }

    /// The row's own month, else the file's (a contradiction is noticed while reading); it must
    /// have come.
    fn month(&self, draft: &Draft) -> std::result::Result<Month, Kind> {
        let own = draft.values.iter().find_map(|(_, value)| match value {
            Value::Month(month) => Some(*month),
            _ => None,
        });
        let month = own.or(self.understood.month).ok_or(Kind::NoMonth)?;
        if month > Month::of(self.request.on) {
            return Err(Kind::FutureMonth { month });
        }
        Ok(month)
    }

    /// By code, then by exact normalised name in the district, then as the clerk decided; a near
    /// match is a question, never a guess.
    fn subject(
        &mut self,
        writer: &mut Writer<'_>,
        draft: &Draft,
    ) -> Result<std::result::Result<(Subject, i64), Kind>> {
        let district = self.district_of(draft);
        if let Some(code) = code(draft) {
            return self.by_code(writer, code, district);
        }
        let Some(district) = district else { return Ok(Err(Kind::NoDistrict)) };
        let name = named(&draft.values).unwrap_or_default();
        let request = self.request;
        if let Some(Match::Known(code)) = request.decided(name) {
            return self.by_code(writer, code, Some(district));
        }
        Ok(match self.register.by_name(writer, district, name)? {
            Ok(id) => Ok((Subject::Known(id), district)),
            Err(found) if found.is_empty() => Ok((Subject::New, district)),
            Err(found) => Err(Kind::NameAmbiguous { candidates: candidates(&found) }),
        })
    }

    fn by_code(
        &mut self,
        writer: &mut Writer<'_>,
        code: &str,
        district: Option<i64>,
    ) -> Result<std::result::Result<(Subject, i64), Kind>> {
        let Some(id) = self.register.by_code(writer, code)? else {
            return Ok(Err(Kind::CodeUnknown { code: code.to_owned() }));
        };
        let own = self.register.known(id)?.project().district;
        if district.is_some_and(|district| district != own) {
            let district = self.setting.district_name(own);
            return Ok(Err(Kind::CodeOtherDistrict { code: code.to_owned(), district }));
        }
        Ok(Ok((Subject::Known(id), own)))
    }

    fn known(
        &mut self,
        writer: &mut Writer<'_>,
        draft: &Draft,
        id: i64,
        (month, before): (Month, Option<Spot>),
        facts: Vec<Resolved>,
        mut notes: Vec<Note>,
    ) -> Result<Judged> {
        let waits = self.waits(writer, id, month)?;
        let known = self.register.known(id)?;
        let slot = (known.project().district, month);
        let gone = known.project().left.is_some();
        // Most rows of a file that is sent again say what was said before.
        if !gone && !waits && known.repeats(writer, month, &facts)? {
            return Ok(Judged::as_class(RowClass::Unchanged, notes));
        }
        if let Some(day) = known.project().left
            && known.project().has_left_by(month)
        {
            notes.push(Note::ReportedAfterExit { code: known.project().code.clone(), day });
        }
        let name_known = is_known_as(writer, known.project(), &facts)?;
        let mut case = self.register.open(writer, id, month)?;
        // What identifies the project is not changed by a report: another name is asked about.
        let facts = facts.into_iter().filter(|fact| match fact.field {
            Field::Name => !name_known,
            field => !identifies(field),
        });
        let facts: Vec<Resolved> = facts.collect();
        // Nothing is asked about a project that has left: its report is kept as it came.
        let (asked, taken) = if gone { (vec![], facts) } else { self.part(writer, &case, facts) };
        notes.extend(case.apply(&taken, Voice::Report));
        case.date_stage(Dated::Month(month));
        let changes = case.changes.clone();
        if let Some(spot) = before
            && (!changes.is_empty() || !self.waits_alike(writer, case.dossier(), month, &asked)?)
        {
            let place =
                Place { value: Some(case.dossier().project.name.clone()), ..Place::row(draft.row) };
            self.register.put_back(case.abandon());
            return Ok(Judged::rejected(vec![self.twice(spot).at(place)], notes));
        }
        let screened = self.screen(writer, case.dossier(), draft, month, asked)?;
        let news = !changes.is_empty() || case.is_first_report();
        let changed = (!changes.is_empty()).then(|| ChangedRow {
            row: draft.row,
            code: case.dossier().project.code.clone(),
            name: case.dossier().project.name.clone(),
            changes,
        });
        if news {
            let filing = self.filing(writer, slot)?;
            let problem = case.news_of_problem();
            let kept = case.keep(writer, Some(filing), self.origin(draft))?;
            self.register.keep(kept, self.origin(draft));
            if let Some(problem) = problem {
                self.heed(writer, id, month, &problem, draft)?;
            }
        } else {
            self.register.put_back(case.abandon());
        }
        let class = match screened {
            Some(judged) => {
                notes.extend(judged.notes);
                judged.class
            }
            None => RowClass::Unchanged,
        };
        let class = match class {
            RowClass::Unchanged if changed.is_some() => RowClass::Changed,
            class => class,
        };
        Ok(Judged { changed, ..Judged::as_class(class, notes) })
    }

    /// The revision this file makes of a district's month, made with its first written row.
    fn filing(&mut self, writer: &mut Writer<'_>, (district, month): Slot) -> Result<FilingRef> {
        self.wrote = true;
        let id = filing_id(district, month);
        if let Some(Some(revision)) = self.slots.get(&(district, month)) {
            return Ok(FilingRef { id, revision: *revision });
        }
        let revision = writer.last_revision(district, month)? + 1;
        writer.put_filing(district, month, revision, self.request.on, Some(self.source))?;
        self.slots.insert((district, month), Some(revision));
        Ok(FilingRef { id, revision })
    }

    const fn origin(&self, draft: &Draft) -> Origin {
        Origin { source: Some(self.source), row: Some(draft.row as i64) }
    }

    /// Keeps the problems a report names as clues for the clerk.
    fn heed(
        &mut self,
        writer: &mut Writer<'_>,
        project: i64,
        month: Month,
        problem: &str,
        draft: &Draft,
    ) -> Result<()> {
        self.clues += heed(writer, project, month, problem, self.origin(draft))?;
        Ok(())
    }
}

/// Whether the row calls the project by a name it has or had.
fn is_known_as(writer: &Writer<'_>, project: &Project, facts: &[Resolved]) -> Result<bool> {
    let name = facts.iter().find_map(|resolved| match &resolved.fact {
        Fact::Text(name) if resolved.field == Field::Name => Some(name),
        _ => None,
    });
    let Some(name) = name.filter(|name| **name != project.name) else { return Ok(true) };
    let key = identity_key(name);
    if identity_key(&project.name) == key {
        return Ok(true);
    }
    let former = writer.former_names(project.id)?;
    Ok(former.iter().any(|former| identity_key(former) == key))
}
