//! Words of the calendar.

use super::text::Words;
use crate::model::calendar::DayKind;

pub fn day_kind(kind: DayKind) -> Words {
    match kind {
        DayKind::Off => ("放假", "Day off"),
        DayKind::Work => ("调休上班", "Make-up working day"),
    }
}
