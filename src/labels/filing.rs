//! Words of monthly reports (月报) and their import.

use super::text::Words;
use crate::model::filing::{PaidInBasis, RowClass};

pub fn paid_in(basis: PaidInBasis) -> Words {
    match basis {
        PaidInBasis::Month => ("本月", "This month"),
        PaidInBasis::Year => ("本年累计", "This year to date"),
        PaidInBasis::Total => ("历年累计", "All years"),
    }
}

pub fn row_class(class: RowClass) -> Words {
    match class {
        RowClass::New => ("新增", "New"),
        RowClass::Changed => ("变更", "Changed"),
        RowClass::Unchanged => ("无变化", "Unchanged"),
        RowClass::ToScreen => ("待甄别", "To be screened"),
        RowClass::Rejected => ("退回", "Rejected"),
        RowClass::Ignored => ("忽略", "Ignored"),
    }
}
