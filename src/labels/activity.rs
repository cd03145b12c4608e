//! Words of activities around projects.

use super::text::Words;
use crate::model::activity::ActivityKind;

pub fn kind(kind: ActivityKind) -> Words {
    match kind {
        ActivityKind::Promotion => ("促进活动", "Promotion"),
        ActivityKind::Publicity => ("宣传引导", "Publicity"),
    }
}
