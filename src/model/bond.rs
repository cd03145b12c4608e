//! What ties a project to its past and to others: earlier stays, mergers, splits, former names.

use super::Day;
use super::exit::ExitGround;
use super::month::Month;
use super::stage::Stage;

/// An earlier time in the library of a project that entered again (再入库).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    pub entered: Day,
    pub entered_month: Month,
    pub left: Day,
    pub left_month: Month,
    pub ground: ExitGround,
    pub reason: Option<String>,
    /// The stage at which it left (原阶段).
    pub stage: Stage,
}

keyed! {
    /// How two projects are tied.
    LinkKind {
        /// 并入: the project is part of the other now.
        Merged = "merged",
        /// 拆分: the other was split off the project.
        Split = "split",
    }
}

/// A tie between two projects, seen from one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub kind: LinkKind,
    /// Which end this project is.
    pub end: LinkEnd,
    /// Code and name of the other one.
    pub code: String,
    pub name: String,
    pub day: Day,
}

/// Which end of a tie a project is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkEnd {
    /// It was merged, or split.
    Origin,
    /// It took the other in, or came out of it.
    Successor,
}
