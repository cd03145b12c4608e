//! The overview (总体情况): the figures of the source's first round (MECHANISM §4).

use super::breakdown::{Breakdown, StageTable, by_origin, by_stage, by_text};
use super::tally::Tally;
use crate::model::brief::{Brief, Exception};
use crate::model::origin::OriginGroup;

/// Everything the overview prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    pub whole: Tally,
    pub stages: StageTable,
    pub origins: Breakdown<OriginGroup>,
    pub industries: Breakdown<String>,
    /// 例外入库, among the projects counted.
    pub exceptions: Vec<Exception>,
}

/// Folds narrow rows into the overview.
pub fn overview(briefs: &[Brief], exceptions: Vec<Exception>) -> Overview {
    let counted = |exception: &Exception| briefs.iter().any(|brief| brief.id == exception.project);
    Overview {
        whole: briefs.iter().collect(),
        stages: by_stage(briefs),
        origins: by_origin(briefs),
        industries: by_text(briefs, |brief| brief.industry.as_deref()),
        exceptions: exceptions.into_iter().filter(counted).collect(),
    }
}
