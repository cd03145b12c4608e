//! Words of the origin groups (外资来源地).

use super::text::Words;
use crate::model::origin::OriginGroup;

pub fn group(group: OriginGroup) -> Words {
    match group {
        OriginGroup::HongKongTaiwan => ("港台", "Hong Kong and Taiwan"),
        OriginGroup::West => ("欧美", "Europe and America"),
        OriginGroup::JapanKorea => ("日韩", "Japan and Korea"),
        OriginGroup::Other => ("其他", "Other"),
    }
}
