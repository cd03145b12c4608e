//! 月报: what a district filed for a month, and how a sender writes paid-in amounts.

use super::Day;
use super::dossier::Fact;
use super::field::Field;
use super::month::Month;
use super::project::Standing;

keyed! {
    /// How a form writes 到账: forms mean different things by it (MECHANISM §5).
    PaidInBasis {
        /// 本月
        Month = "month",
        /// 本年累计
        Year = "year",
        /// 历年累计
        Total = "total",
    }
}

keyed! {
    /// What an import made of a row; the classes exclude each other and add up to the rows read.
    RowClass {
        /// 新增
        New = "new",
        /// 变更
        Changed = "changed",
        /// 无变化
        Unchanged = "unchanged",
        /// 待甄别
        ToScreen = "to_screen",
        /// 退回
        Rejected = "rejected",
        /// 忽略: totals, sections, index rows, foot notes
        Ignored = "ignored",
    }
}

/// A district's filing for a month, at its latest revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    pub district: i64,
    pub month: Month,
    pub revision: i64,
    /// The day this revision arrived (发生日).
    pub received: Day,
    /// The day the first revision arrived, which decides whether the report was on time.
    pub first_received: Day,
    /// 零报告 recorded without a file.
    pub nil: bool,
    /// File name; `None` for a nil report.
    pub file: Option<String>,
    /// Projects reported.
    pub projects: i64,
}

/// One project's state in a month, as its district reported it or the clerk recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub project: i64,
    pub month: Month,
    /// The filing it came with; `None`: recorded by the clerk.
    pub filing: Option<i64>,
    /// The filing's revision that wrote it.
    pub revision: Option<i64>,
    pub standing: Standing,
    pub progress: Option<String>,
    pub problem: Option<String>,
}

impl Report {
    /// What it says of a field that belongs to one month; `None` where it says nothing, and for
    /// any other field.
    pub fn get(&self, field: Field) -> Option<Fact> {
        match field {
            Field::Stage => Some(Fact::Stage(self.standing.stage)),
            Field::Money(quantity) => self.standing.amounts.get(quantity).map(Fact::Money),
            Field::Progress => self.progress.clone().map(Fact::Text),
            Field::Problem => self.problem.clone().map(Fact::Text),
            _ => None,
        }
    }

    /// Whether it says this of a field that belongs to one month.
    pub fn says(&self, field: Field, fact: &Fact) -> bool {
        match (field, fact) {
            (Field::Progress, Fact::Text(said)) => self.progress.as_ref() == Some(said),
            (Field::Problem, Fact::Text(said)) => self.problem.as_ref() == Some(said),
            _ => self.get(field).as_ref() == Some(fact),
        }
    }
}
