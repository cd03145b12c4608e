//! A project (项目) as the register holds it.

use super::Day;
use super::date::Dated;
use super::entry::Basis;
use super::exit::ExitGround;
use super::field::Quantity;
use super::money::Usd;
use super::month::Month;
use super::stage::Stage;
use super::work::{Timing, WorkItem};

/// The seven quantities of MECHANISM §5, each known or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amounts([Option<Usd>; 7]);

impl Amounts {
    pub const fn get(&self, quantity: Quantity) -> Option<Usd> {
        self.0[quantity as usize]
    }

    pub fn set(&mut self, quantity: Quantity, amount: Option<Usd>) {
        self.0[quantity as usize] = amount;
    }

    /// 新增注册外资 of a summary: registered where there is one, else planned (MECHANISM §5).
    pub fn new_fdi(&self) -> Option<Usd> {
        self.get(Quantity::RegisteredFdi).or(self.get(Quantity::PlannedFdi))
    }
}

/// What moves from month to month: the stage and the quantities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub stage: Stage,
    pub amounts: Amounts,
}

/// A project in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub id: i64,
    /// `XM2020-0001`, stable and never reused.
    pub code: String,
    pub name: String,
    /// Investors joined by `、`.
    pub investor: Option<String>,
    pub parent: Option<String>,
    /// Key of the origin (`HK`).
    pub origin: Option<String>,
    pub district: i64,
    pub industry: Option<String>,
    pub standing: Standing,
    /// The month the standing belongs to.
    pub month: Month,
    pub basis: Vec<Basis>,
    pub leader: Option<String>,
    pub responsible: Option<String>,
    pub tracker: Option<String>,
    /// 增资
    pub expansion: bool,
    /// 内部掌握
    pub confidential: bool,
    pub remarks: Option<String>,
    /// 入库日
    pub entered: Day,
    /// The report month from which the project counts.
    pub entered_month: Month,
    /// 出库日; `None` while it is in the library.
    pub left: Option<Day>,
    /// The report month from which it no longer counts.
    pub left_month: Option<Month>,
    /// 出库原因
    pub exit_ground: Option<ExitGround>,
    pub exit_reason: Option<String>,
}

impl Project {
    /// A project that is about to enter a district's list; it has no code yet.
    pub fn entering(district: i64, month: Month, on: Day) -> Project {
        Project {
            id: 0,
            code: String::new(),
            name: String::new(),
            investor: None,
            parent: None,
            origin: None,
            district,
            industry: None,
            standing: Standing { stage: Stage::Negotiating, amounts: Amounts::default() },
            month,
            basis: Vec::new(),
            leader: None,
            responsible: None,
            tracker: None,
            expansion: false,
            confidential: false,
            remarks: None,
            entered: on,
            entered_month: month,
            left: None,
            left_month: None,
            exit_ground: None,
            exit_reason: None,
        }
    }

    /// Whether it no longer counts in a month: reports about it are kept, the register stays.
    pub fn has_left_by(&self, month: Month) -> bool {
        self.left_month.is_some_and(|left| left <= month)
    }
}

/// The day a stage was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    pub stage: Stage,
    pub reached: Dated,
}

/// A work item's two dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    pub item: WorkItem,
    pub planned: Option<Dated>,
    pub actual: Option<Dated>,
}

impl Work {
    /// Its date of a kind.
    pub const fn on(&self, timing: Timing) -> Option<Dated> {
        match timing {
            Timing::Planned => self.planned,
            Timing::Actual => self.actual,
        }
    }
}
