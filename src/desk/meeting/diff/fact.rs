//! What came late, was taken back or was set right of reports, appeals and tasks.

use super::{About, Account, Mend, Said};
use crate::desk::task::tasks;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::DeedKind;
use crate::model::date::Dated;
use crate::model::dossier::Fact;
use crate::model::field::Field;
use crate::model::meeting::Amendment;
use crate::model::month::Month;
use crate::model::task::{StepKind, Task};
use crate::model::term::Term;
use crate::model::word::Word;
use crate::report::task::TaskLine;
use crate::store::Reader;
use crate::store::difference::Turned;
use std::collections::{BTreeSet, HashMap};

/// Districts' reports of months that were due, which came after it, and reports that were on the
/// table, due or not, which were taken back.
pub fn filings(account: &mut Account<'_, '_>, month: Month) -> Result<()> {
    for turned in account.reader.filings_turned(account.from.op)? {
        let (district, of) = (turned.owner / 1_000_000, turned.owner % 1_000_000);
        let Some(of) = Month::from_number(of) else { continue };
        let day = Said::Fact(Fact::Date(Dated::Day(turned.day)));
        let at = Dated::Month(of);
        let what = Term::Received.into();
        account.tell(&turned, of <= month, About::District(district), at, what, Some(day))?;
    }
    Ok(())
}

/// What had happened to appeals before the day; what is recorded on the day itself after the freeze
/// is what came of the meeting.
pub fn events(account: &mut Account<'_, '_>) -> Result<()> {
    let turned = account.reader.events_turned(account.from.op)?;
    let ids: BTreeSet<i64> = turned.iter().map(|turned| turned.owner).collect();
    let mut known = named(account.reader, &ids)?;
    // What was taken back as a whole is named as it was when the meeting was frozen.
    let gone: BTreeSet<i64> = ids.into_iter().filter(|id| !known.contains_key(id)).collect();
    if !gone.is_empty() {
        known.extend(account.reader.at(account.then(), |reader| named(reader, &gone))?);
    }
    for turned in turned {
        let Some((code, name)) = known.get(&turned.owner).cloned() else { continue };
        let Some(what) = DeedKind::from_key(&turned.kind) else { continue };
        let (past, at) = (turned.day < account.from.day, Dated::Day(turned.day));
        account.tell(&turned, past, About::Appeal { code, name }, at, what.into(), None)?;
    }
    Ok(())
}

/// The codes of appeals and the names of their projects, by id; an appeal that does not hold is left
/// out.
fn named(reader: &Reader<'_>, ids: &BTreeSet<i64>) -> Result<HashMap<i64, (String, String)>> {
    let mut names = HashMap::new();
    for id in ids {
        if let Some(appeal) = reader.appeal_by_id(*id)? {
            let project = reader.project(appeal.project)?;
            let name = project.map(|project| project.name).unwrap_or_default();
            names.insert(*id, (appeal.code, name));
        }
    }
    Ok(names)
}

/// What had been decided, and done about it, by then; and what was set right of it.
pub fn of_tasks(account: &mut Account<'_, '_>) -> Result<()> {
    let (reader, from) = (account.reader, account.from);
    let by_id = |lines: Vec<TaskLine>| -> HashMap<i64, TaskLine> {
        lines.into_iter().map(|line| (line.task.id, line)).collect()
    };
    let now = by_id(tasks(reader)?);
    let known = by_id(reader.at(account.then(), tasks)?);
    let made =
        reader.tasks_turned(from.op)?.into_iter().map(|turned| (turned, Term::Decided.into()));
    let steps = reader.steps_turned(from.op)?.into_iter().filter_map(|turned| {
        let kind = StepKind::from_key(&turned.kind)?;
        Some((turned, Word::from(kind)))
    });
    for (turned, what) in made.chain(steps) {
        let Some(line) = now.get(&turned.owner).or(known.get(&turned.owner)) else { continue };
        let (past, at) = (turned.day < from.day, Dated::Day(turned.day));
        account.tell(&turned, past, about(&line.task), at, what, None)?;
    }
    for (id, op) in reader.tasks_rewritten(from.op)? {
        let (Some(before), Some(after)) = (known.get(&id), now.get(&id)) else { continue };
        let fields = amended(before, after);
        let Some(line) = account.lines.of(reader, op)? else { continue };
        let amendment = account.nature(&line, true, true);
        account.mends.extend(fields.into_iter().map(|(what, before, after)| Mend {
            amendment,
            about: about(&now[&id].task),
            at: Some(Dated::Day(now[&id].task.day)),
            what,
            before,
            after,
            line: line.clone(),
        }));
    }
    Ok(())
}

fn about(task: &Task) -> About {
    About::Task { code: task.code.clone(), text: task.text.clone() }
}

/// What differs between two versions of a task.
fn amended(before: &TaskLine, after: &TaskLine) -> Vec<(Word, Option<Said>, Option<Said>)> {
    let text = |text: &str| Some(Said::Fact(Fact::Text(text.to_owned())));
    let day = |day: Option<Day>| day.map(|day| Said::Fact(Fact::Date(Dated::Day(day))));
    let units = |task: &Task| {
        let (districts, departments) = (task.districts.clone(), task.departments.clone());
        Some(Said::Units { districts, departments })
    };
    let subject = |line: &TaskLine| {
        let code = line.project.as_ref().map(|(code, _)| code).or(line.appeal.as_ref());
        code.and_then(|code| text(code))
    };
    let said = |line: &TaskLine| {
        let task = &line.task;
        [
            (Term::TaskText.into(), text(&task.text)),
            (Term::ResponsibleUnits.into(), units(task)),
            (Term::TaskDue.into(), day(task.due)),
            (Term::About.into(), subject(line)),
            (Field::Leader.into(), task.leader.as_deref().and_then(text)),
        ]
    };
    let pairs = said(before).into_iter().zip(said(after));
    let differ = pairs.filter(|((_, before), (_, after))| before != after);
    differ.map(|((what, before), (_, after))| (what, before, after)).collect()
}

impl Account<'_, '_> {
    /// A fact that holds on one side alone. What came late is told if it had been due or happened by
    /// then (`past`); what had been on the table is told in any case.
    fn tell(
        &mut self,
        turned: &Turned,
        past: bool,
        about: About,
        at: Dated,
        what: Word,
        value: Option<Said>,
    ) -> Result<()> {
        let Some(line) = self.lines.of(self.reader, turned.op)? else { return Ok(()) };
        let amendment = self.nature(&line, !turned.holds, turned.holds);
        if amendment == Amendment::Late && !past {
            return Ok(());
        }
        let (before, after) = if turned.holds { (None, value) } else { (value, None) };
        self.mends.push(Mend { amendment, about, at: Some(at), what, before, after, line });
        Ok(())
    }
}
