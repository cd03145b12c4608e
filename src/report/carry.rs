//! The carry-over (结转): 上月结转 + 本月新增 + 本月重开 − 本月办结 − 本月终止/撤回 = 月末在办.

use crate::model::Day;
use crate::model::appeal::DeedKind;
use crate::model::docket::Move;
use std::collections::BTreeMap;

/// Appeals in hand before, through and after a span of days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Carry {
    /// 上月结转: in hand before the first day.
    pub opening: u64,
    /// 本月新增
    pub logged: u64,
    /// 本月重开
    pub reopened: u64,
    /// 本月办结
    pub closed: u64,
    /// 本月终止/撤回
    pub ended: u64,
    /// 月末在办: in hand at the end of the last day, counted by itself.
    pub closing: u64,
}

impl Carry {
    /// Whether what came in and went out accounts for what is left.
    pub const fn holds(&self) -> bool {
        self.opening + self.logged + self.reopened == self.closing + self.closed + self.ended
    }

    /// What ought to be in hand by what came in and went out; nothing where more went out.
    pub const fn accounted(&self) -> u64 {
        (self.opening + self.logged + self.reopened).saturating_sub(self.closed + self.ended)
    }

    /// Adds another group that shares no appeal with this one.
    pub fn add(&mut self, other: &Carry) {
        self.opening += other.opening;
        self.logged += other.logged;
        self.reopened += other.reopened;
        self.closed += other.closed;
        self.ended += other.ended;
        self.closing += other.closing;
    }
}

/// Whether an appeal is in hand after a move.
const fn leads_to_hand(kind: DeedKind) -> bool {
    matches!(kind, DeedKind::Logged | DeedKind::Reopened)
}

/// Folds the moves into the carry-over from `first` to `last`, by the group of each appeal; moves
/// of a group that is not asked for are left out. Moves of one appeal stand in the order in which
/// they happened.
///
/// Flows are counted move by move, and what is in hand by each appeal's last move, so that the
/// identity is a statement about the moves and not about this sum.
pub fn carry<K: Ord + Copy>(
    moves: &[Move],
    first: Day,
    last: Day,
    group: impl Fn(i64) -> Option<K>,
) -> BTreeMap<K, Carry> {
    let mut groups: BTreeMap<K, Carry> = BTreeMap::new();
    let mut before: BTreeMap<i64, bool> = BTreeMap::new();
    let mut after: BTreeMap<i64, bool> = BTreeMap::new();
    for step in moves.iter().filter(|step| step.day <= last) {
        let Some(key) = group(step.appeal) else { continue };
        let in_hand = leads_to_hand(step.kind);
        after.insert(step.appeal, in_hand);
        let carry = groups.entry(key).or_default();
        if step.day < first {
            before.insert(step.appeal, in_hand);
            continue;
        }
        match step.kind {
            DeedKind::Logged => carry.logged += 1,
            DeedKind::Reopened => carry.reopened += 1,
            DeedKind::Closed => carry.closed += 1,
            DeedKind::Withdrawn | DeedKind::Terminated => carry.ended += 1,
            _ => {}
        }
    }
    for (appeals, opening) in [(&before, true), (&after, false)] {
        for (appeal, _) in appeals.iter().filter(|(_, in_hand)| **in_hand) {
            if let Some(carry) = group(*appeal).and_then(|key| groups.get_mut(&key)) {
                *(if opening { &mut carry.opening } else { &mut carry.closing }) += 1;
            }
        }
    }
    groups
}

/// The carry-over of all groups.
pub fn whole<K>(groups: &BTreeMap<K, Carry>) -> Carry {
    let mut sum = Carry::default();
    groups.values().for_each(|carry| sum.add(carry));
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use DeedKind::{Closed, Logged, Reopened, Terminated, Withdrawn};
    use proptest::prelude::*;

    fn day(number: u64) -> Day {
        Day::from_ymd_opt(2020, 3, 1).unwrap() + chrono::Days::new(number)
    }

    fn moves(steps: &[(i64, u64, DeedKind)]) -> Vec<Move> {
        let step = |(appeal, at, kind): &(i64, u64, DeedKind)| Move {
            appeal: *appeal,
            day: day(*at),
            kind: *kind,
        };
        steps.iter().map(step).collect()
    }

    fn all(moves: &[Move], first: u64, last: u64) -> Carry {
        whole(&carry(moves, day(first), day(last), |_| Some(())))
    }

    #[test]
    fn every_way_in_and_out_is_counted_in_its_month() {
        let story = moves(&[
            (1, 0, Logged),
            (2, 0, Logged),
            (3, 0, Logged),
            (1, 5, Closed),
            (2, 12, Closed),
            (4, 13, Logged),
            (1, 14, Reopened),
            (3, 15, Withdrawn),
            (4, 16, Terminated),
            (1, 25, Closed),
        ]);
        let found = all(&story, 10, 19);
        let expected =
            Carry { opening: 2, logged: 1, reopened: 1, closed: 1, ended: 2, closing: 1 };
        assert_eq!(found, expected);
        assert!(found.holds());
        let nothing = Carry { opening: 1, closing: 1, ..Carry::default() };
        assert_eq!(all(&story, 20, 24), nothing);
        assert_eq!(all(&story, 26, 40), Carry::default());
    }

    #[test]
    fn the_same_appeal_may_come_and_go_within_a_day() {
        let story = moves(&[(1, 3, Logged), (1, 3, Closed), (1, 3, Reopened), (1, 3, Closed)]);
        let expected = Carry { logged: 1, reopened: 1, closed: 2, ..Carry::default() };
        assert_eq!(all(&story, 3, 3), expected);
        assert!(expected.holds());
    }

    #[test]
    fn a_closure_of_what_is_not_in_hand_breaks_the_identity() {
        let story = moves(&[(1, 3, Logged), (1, 4, Closed), (1, 5, Closed)]);
        assert!(!all(&story, 0, 9).holds());
    }

    proptest! {
        /// Through random lives the identity holds for any month and group, and months join.
        #[test]
        fn the_identity_holds_for_any_month(
            lives in proptest::collection::vec(proptest::collection::vec((0u64..40, 0usize..3), 0..8), 0..12),
            first in 0u64..40, length in 0u64..20,
        ) {
            let mut story = Vec::new();
            for (appeal, life) in lives.iter().enumerate() {
                let mut days: Vec<u64> = life.iter().map(|(day, _)| *day).collect();
                days.sort_unstable();
                let mut in_hand = false;
                for (at, (_, choice)) in days.into_iter().zip(life) {
                    let kind = match (in_hand, story.iter().any(|(id, _, _)| *id == appeal as i64)) {
                        (false, false) => Logged,
                        (false, true) => Reopened,
                        (true, _) => [Closed, Withdrawn, Terminated][*choice],
                    };
                    in_hand = leads_to_hand(kind);
                    story.push((appeal as i64, at, kind));
                }
            }
            let story = moves(&story);
            let last = first + length;
            let groups = carry(&story, day(first), day(last), |appeal| Some(appeal % 3));
            for group in groups.values() {
                prop_assert!(group.holds(), "{:?}", group);
            }
            let span = all(&story, first, last);
            prop_assert_eq!(whole(&groups), span);
            prop_assert_eq!(all(&story, last + 1, last + 9).opening, span.closing);
        }
    }
}
