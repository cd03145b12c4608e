//! Words of entry (入库依据) and of the search for duplicates (查重).

use super::text::Words;
use crate::model::entry::{Basis, Likeness};

pub fn basis(basis: Basis) -> Words {
    match basis {
        Basis::Conference => ("签约大会", "Signed at a conference"),
        Basis::PutForward => ("提请市级推动", "Put forward to the city"),
        Basis::Scale => ("达到规模", "Large enough"),
        Basis::Designated => ("指定", "Designated"),
    }
}

pub fn likeness(likeness: Likeness) -> Words {
    match likeness {
        Likeness::Same => ("相同", "Same"),
        Likeness::Strong => ("高度相似", "Very similar"),
        Likeness::Possible => ("疑似重复", "Possible duplicate"),
        Likeness::Slight => ("名称相近", "Similar name"),
    }
}
