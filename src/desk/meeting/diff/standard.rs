//! What came late, was taken back or was set right of the standards and the working days that a
//! meeting counted by.

use super::{About, Account, Mend, Said};
use crate::error::Result;
use crate::model::Day;
use crate::model::calendar::Holiday;
use crate::model::date::Dated;
use crate::model::finding::{RuleName, RuleVersion};
use crate::model::term::Term;
use crate::model::word::Word;
use crate::store::Reader;
use std::collections::BTreeMap;

/// Standards that were, or are, in force by the day.
pub fn rules(account: &mut Account<'_, '_>) -> Result<()> {
    let read = |reader: &Reader<'_>| -> Result<BTreeMap<(RuleName, Day), RuleVersion>> {
        let rules = reader.rules()?.into_iter();
        Ok(rules.map(|version| ((version.rule, version.since), version)).collect())
    };
    let (then, now) = (account.reader.at(account.then(), read)?, read(account.reader)?);
    for (key, op) in account.reader.rules_rewritten(account.from.op)? {
        let (before, after) = (then.get(&key), now.get(&key));
        let side = |version: Option<&RuleVersion>| version.cloned().map(Said::Rule);
        let (before, after) = (side(before), side(after));
        account.compare(op, key.1, About::Rule, key.0.into(), before, after)?;
    }
    Ok(())
}

/// Days up to then that count otherwise than they were thought to.
pub fn holidays(account: &mut Account<'_, '_>) -> Result<()> {
    let read = |reader: &Reader<'_>| -> Result<BTreeMap<Day, Holiday>> {
        Ok(reader.holidays()?.into_iter().map(|holiday| (holiday.day, holiday)).collect())
    };
    let (then, now) = (account.reader.at(account.then(), read)?, read(account.reader)?);
    for (day, op) in account.reader.holidays_rewritten(account.from.op)? {
        let (before, after) = (then.get(&day), now.get(&day));
        let Some(known) = after.or(before) else { continue };
        let about = About::Holiday(known.name.clone());
        let side = |holiday: Option<&Holiday>| holiday.map(|holiday| Said::Holiday(holiday.kind));
        let (before, after) = (side(before), side(after));
        account.compare(op, day, about, Term::WorkingDays.into(), before, after)?;
    }
    Ok(())
}

impl Account<'_, '_> {
    /// What counts from a day on, on both sides.
    fn compare(
        &mut self,
        op: i64,
        day: Day,
        about: About,
        what: Word,
        before: Option<Said>,
        after: Option<Said>,
    ) -> Result<()> {
        if before == after || day > self.from.day {
            return Ok(());
        }
        let Some(line) = self.lines.of(self.reader, op)? else { return Ok(()) };
        let amendment = self.nature(&line, before.is_some(), after.is_some());
        let at = Some(Dated::Day(day));
        self.mends.push(Mend { amendment, about, at, what, before, after, line });
        Ok(())
    }
}
