//! Words of the ties between projects.

use super::text::Words;
use crate::model::bond::LinkKind;

pub fn link(kind: LinkKind) -> Words {
    match kind {
        LinkKind::Merged => ("并入", "Merged"),
        LinkKind::Split => ("拆分", "Split off"),
    }
}
