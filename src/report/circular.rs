//! The circular (评价通报): what each district comes to in every indicator, its place in each, and
//! the composite score where an office has set weights. Exact throughout.

use super::answers::{Fate, fate};
use super::task::TaskLine;
use crate::model::Day;
use crate::model::activity::{Activity, ActivityKind};
use crate::model::appeal::{AppealOutcome, Satisfaction};
use crate::model::brief::Brief;
use crate::model::circular::Indicator;
use crate::model::docket::{AppealBrief, DispatchBrief};
use crate::model::field::Quantity;
use crate::model::month::Month;
use crate::model::stage::Stage;
use num_rational::BigRational;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

/// n of N: counts, or amounts in cents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ratio {
    pub n: i64,
    pub of: i64,
}

impl Ratio {
    /// One more of N, and of n where it holds.
    fn count(&mut self, holds: bool) {
        self.n += i64::from(holds);
        self.of += 1;
    }

    /// `None` of nothing.
    fn value(self) -> Option<Ratio> {
        (self.of > 0).then_some(self)
    }

    fn compare(self, other: Ratio) -> Ordering {
        let (own, others) =
            (i128::from(self.n) * i128::from(other.of), i128::from(other.n) * i128::from(self.of));
        own.cmp(&others)
    }
}

/// What a district comes to, or all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// By [`Indicator`], in its order.
    pub ratios: [Ratio; Indicator::ALL.len()],
    /// Projects of which the paid-in rate is.
    pub paid_in_projects: u64,
    pub promotion: u64,
    pub publicity: u64,
}

impl Figures {
    pub const fn ratio(&self, indicator: Indicator) -> Ratio {
        self.ratios[indicator as usize]
    }

    fn of(&mut self, indicator: Indicator) -> &mut Ratio {
        &mut self.ratios[indicator as usize]
    }
}

/// How a district stands with its report of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filed {
    OnTime,
    Late,
    /// Not come, and past due.
    Overdue,
    /// Not come, and not yet due: nothing can be said.
    Pending,
}

/// What is counted, in the state of the month's end.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The projects in the library at the end of the month, and of the month before.
    pub projects: &'a [Brief],
    pub before: &'a [Brief],
    /// By district.
    pub filed: HashMap<i64, Filed>,
    /// Projects on whose clock of progress a warning stands.
    pub idle: HashSet<i64>,
    pub appeals: &'a [AppealBrief],
    pub dispatches: &'a [DispatchBrief],
    pub tasks: &'a [TaskLine],
    /// Activities of the month.
    pub activities: &'a [Activity],
    /// The first day of the month, and its last or today.
    pub first: Day,
    pub last: Day,
    /// The month is over.
    pub over: bool,
}

impl Facts<'_> {
    /// Whether what was due on a day counts: the day is in the month, and it is settled or the day is
    /// over.
    fn counts(&self, due: Day, settled: bool) -> bool {
        let end = Month::of(self.first).last_day();
        (self.first..=end).contains(&due) && (settled || self.over || due < self.last)
    }
}

/// A district with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub figures: Figures,
    /// By [`Indicator`]; `None` where its N is 0.
    pub ranks: [Option<u64>; Indicator::ALL.len()],
    pub score: Option<Score>,
}

/// The composite score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Of 100, in tenths, half-up.
    pub tenths: u64,
    /// By the unrounded score.
    pub rank: u64,
}

/// Districts in the order given, and all together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircularTable {
    pub rows: Vec<(i64, Placed)>,
    pub whole: Figures,
}

/// Counts, ranks and scores the districts.
pub fn circular(
    facts: &Facts<'_>,
    districts: &[i64],
    weights: &[(Indicator, i64)],
) -> CircularTable {
    let mut known: BTreeMap<i64, Figures> =
        districts.iter().map(|district| (*district, Figures::default())).collect();
    let mut whole = Figures::default();
    let mut count = |district: i64, add: &dyn Fn(&mut Figures)| {
        if let Some(own) = known.get_mut(&district) {
            add(own);
            add(&mut whole);
        }
    };
    projects(facts, &mut count);
    reports(facts, &mut count);
    appeals(facts, &mut count);
    activities(facts, &mut count);
    let mut decided = Ratio::default();
    for line in facts.tasks {
        let Some(due) = line.due.filter(|due| facts.counts(*due, line.done.is_some())) else {
            continue;
        };
        let in_time = line.done.is_some_and(|done| done <= due);
        let mut named = false;
        for district in &line.task.districts {
            if let Some(own) = known.get_mut(district) {
                own.of(Indicator::Decisions).count(in_time);
                named = true;
            }
        }
        if named {
            decided.count(in_time);
        }
    }
    // A decision for several districts stands in the row of each and once in the total.
    *whole.of(Indicator::Decisions) = decided;
    let figures: Vec<Figures> =
        districts.iter().map(|id| known.get(id).copied().unwrap_or_default()).collect();
    let rows = districts.iter().copied().zip(place(&figures, weights)).collect();
    CircularTable { rows, whole }
}

type Count<'a> = dyn FnMut(i64, &dyn Fn(&mut Figures)) + 'a;

fn projects(facts: &Facts<'_>, count: &mut Count<'_>) {
    let before: HashMap<i64, Stage> =
        facts.before.iter().map(|brief| (brief.id, brief.stage)).collect();
    for brief in facts.projects {
        count(brief.district, &|own| {
            own.of(Indicator::Stalled).count(facts.idle.contains(&brief.id));
            if let Some(was) = before.get(&brief.id) {
                own.of(Indicator::Advanced).count(brief.stage > *was);
            }
        });
        let registered = brief.amounts.get(Quantity::RegisteredFdi).filter(|it| it.0 > 0);
        if let Some(registered) = registered.filter(|_| brief.stage >= Stage::Registered) {
            let paid_in = brief.amounts.get(Quantity::PaidIn).unwrap_or_default();
            count(brief.district, &|own| {
                let rate = own.of(Indicator::PaidIn);
                rate.n = rate.n.saturating_add(paid_in.0);
                rate.of = rate.of.saturating_add(registered.0);
                own.paid_in_projects += 1;
            });
        }
    }
}

/// A district without projects owes no report; one whose report is not yet due is not judged.
fn reports(facts: &Facts<'_>, count: &mut Count<'_>) {
    let mut judged: HashSet<i64> = HashSet::new();
    for brief in facts.projects {
        let filed = facts.filed.get(&brief.district).copied().unwrap_or(Filed::Pending);
        if filed == Filed::Pending {
            continue;
        }
        count(brief.district, &|own| own.of(Indicator::Complete).count(brief.reported));
        if judged.insert(brief.district) {
            count(brief.district, &|own| own.of(Indicator::OnTime).count(filed == Filed::OnTime));
        }
    }
}

fn appeals(facts: &Facts<'_>, count: &mut Count<'_>) {
    let mut homes: HashMap<i64, i64> = HashMap::new();
    for appeal in facts.appeals {
        homes.insert(appeal.id, appeal.district);
        if !appeal.state.counts() {
            continue;
        }
        count(appeal.district, &|own| {
            own.of(Indicator::Solved).count(appeal.outcome == AppealOutcome::Solved);
            if let Some(said) = appeal.satisfaction {
                own.of(Indicator::Satisfied).count(said == Satisfaction::Satisfied);
            }
        });
    }
    for dispatch in facts.dispatches {
        let fate = fate(dispatch, facts.last);
        let answered = matches!(fate, Fate::OnTime | Fate::Late);
        let owed = !matches!(fate, Fate::Returned | Fate::Ended);
        if let Some(home) = homes.get(&dispatch.appeal)
            && owed
            && facts.counts(dispatch.due_now(), answered)
        {
            count(*home, &|own| own.of(Indicator::Answered).count(fate == Fate::OnTime));
        }
    }
}

fn activities(facts: &Facts<'_>, count: &mut Count<'_>) {
    for activity in facts.activities {
        let Some(district) = activity.district else { continue };
        count(district, &|own| match activity.kind {
            ActivityKind::Promotion => own.promotion += 1,
            ActivityKind::Publicity => own.publicity += 1,
        });
    }
}

/// The places of the districts in each indicator, and their scores.
fn place(figures: &[Figures], weights: &[(Indicator, i64)]) -> Vec<Placed> {
    let mut placed: Vec<Placed> = figures
        .iter()
        .map(|figures| Placed { figures: *figures, ranks: Default::default(), score: None })
        .collect();
    for indicator in Indicator::ALL {
        let values: Vec<Option<Ratio>> =
            figures.iter().map(|own| own.ratio(*indicator).value()).collect();
        let better = |one: &Ratio, other: &Ratio| match indicator.is_reversed() {
            false => one.compare(*other),
            true => other.compare(*one),
        };
        for (own, rank) in placed.iter_mut().zip(ranks(&values, better)) {
            own.ranks[*indicator as usize] = rank;
        }
    }
    let scores = scores(figures, weights);
    let places = ranks(&scores, BigRational::cmp);
    for ((own, score), rank) in placed.iter_mut().zip(&scores).zip(places) {
        own.score =
            score.as_ref().zip(rank).map(|(score, rank)| Score { tenths: tenths(score), rank });
    }
    placed
}

/// Competition ranking: one more than how many are better, so that equals share a place and the
/// next one is left out (1, 2, 2, 4).
fn ranks<T>(values: &[Option<T>], better: impl Fn(&T, &T) -> Ordering) -> Vec<Option<u64>> {
    let rank = |own: &Option<T>| {
        let own = own.as_ref()?;
        let above = values.iter().flatten().filter(|it| better(it, own) == Ordering::Greater);
        Some(above.count() as u64 + 1)
    };
    values.iter().map(rank).collect()
}

/// The score of each district, of 1; `None` where no weighed indicator has anything to say of it.
///
/// Each indicator is scaled between the worst and the best district; where all are the same, each
/// gets it in full. What has no N for a district is left out, and the other weights stand for all.
fn scores(figures: &[Figures], weights: &[(Indicator, i64)]) -> Vec<Option<BigRational>> {
    let none = || BigRational::from_integer(0.into());
    let mut sums: Vec<(BigRational, i64)> = figures.iter().map(|_| (none(), 0)).collect();
    for (indicator, weight) in weights.iter().filter(|(_, weight)| *weight > 0) {
        let exact = |ratio: Ratio| BigRational::new(ratio.n.into(), ratio.of.into());
        let values: Vec<Option<BigRational>> =
            figures.iter().map(|own| own.ratio(*indicator).value().map(exact)).collect();
        let (Some(least), Some(most)) =
            (values.iter().flatten().min().cloned(), values.iter().flatten().max().cloned())
        else {
            continue;
        };
        for ((sum, weighed), value) in sums.iter_mut().zip(&values) {
            let Some(value) = value else { continue };
            let scaled = if least == most {
                BigRational::from_integer(1.into())
            } else if indicator.is_reversed() {
                (&most - value) / (&most - &least)
            } else {
                (value - &least) / (&most - &least)
            };
            *sum += scaled * BigRational::from_integer((*weight).into());
            *weighed += weight;
        }
    }
    let mean = |(sum, weighed): (BigRational, i64)| {
        (weighed > 0).then(|| sum / BigRational::from_integer(weighed.into()))
    };
    sums.into_iter().map(mean).collect()
}

/// Of 1000, half-up.
fn tenths(score: &BigRational) -> u64 {
    let thousand = BigRational::from_integer(1000.into());
    let rounded = (score * thousand).round().to_integer();
    u64::try_from(rounded).unwrap_or(0)
}

#[cfg(test)]
#[path = "circular_tests.rs"]
mod tests;
