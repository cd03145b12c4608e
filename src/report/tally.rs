//! A tally (合计): what any group of projects adds up to.

use crate::model::brief::Brief;
use crate::model::field::Quantity;
use crate::model::money::Usd;

/// 1亿美元: the line of 总投资超亿美元项目 in the source (以上含本数).
pub const LARGE: Usd = Usd(10_000_000_000);

/// Counts and sums of a group of projects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub projects: u64,
    /// Projects whose total investment is known.
    pub with_total: u64,
    /// 投资总额
    pub total: Usd,
    /// 新增注册外资: registered where there is one, else planned.
    pub new_fdi: Usd,
    /// 实际到账外资
    pub paid_in: Usd,
    /// 累计完成投资
    pub invested: Usd,
    /// Projects of at least [`LARGE`].
    pub large: u64,
}

impl Tally {
    pub fn add(&mut self, brief: &Brief) {
        let known = |quantity| brief.amounts.get(quantity).unwrap_or_default();
        self.projects += 1;
        self.with_total += u64::from(brief.amounts.get(Quantity::Total).is_some());
        self.total = self.total.plus(known(Quantity::Total));
        self.new_fdi = self.new_fdi.plus(brief.amounts.new_fdi().unwrap_or_default());
        self.paid_in = self.paid_in.plus(known(Quantity::PaidIn));
        self.invested = self.invested.plus(known(Quantity::Invested));
        self.large += u64::from(known(Quantity::Total) >= LARGE);
    }

    /// Adds another group that shares no project with this one.
    pub fn merge(&mut self, other: &Tally) {
        self.projects += other.projects;
        self.with_total += other.with_total;
        self.total = self.total.plus(other.total);
        self.new_fdi = self.new_fdi.plus(other.new_fdi);
        self.paid_in = self.paid_in.plus(other.paid_in);
        self.invested = self.invested.plus(other.invested);
        self.large += other.large;
    }

    /// 项目平均投资规模, half-up to the cent, over the projects whose total is known.
    pub fn mean(&self) -> Option<Usd> {
        let count = i64::try_from(self.with_total).ok().filter(|count| *count > 0)?;
        Some(Usd((self.total.0 + count / 2) / count))
    }
}

impl<'a> FromIterator<&'a Brief> for Tally {
    fn from_iter<I: IntoIterator<Item = &'a Brief>>(briefs: I) -> Tally {
        let mut tally = Tally::default();
        for brief in briefs {
            tally.add(brief);
        }
        tally
    }
}
