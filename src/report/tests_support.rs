//! Narrow rows for the tests of this room.

use crate::model::brief::Brief;
use crate::model::field::Quantity;
use crate::model::money::Usd;
use crate::model::origin::OriginGroup;
use crate::model::project::Amounts;
use crate::model::stage::Stage;

pub fn brief(stage: usize, group: usize, total: Option<i64>, industry: usize) -> Brief {
    let mut amounts = Amounts::default();
    amounts.set(Quantity::Total, total.map(Usd));
    amounts.set(Quantity::PlannedFdi, total.map(|total| Usd(total / 3)));
    Brief {
        id: 0,
        code: String::new(),
        name: String::new(),
        investor: None,
        origin: None,
        group: OriginGroup::ALL.get(group).copied(),
        district: 1,
        industry: ["电子信息", "生物医药", "新材料"].get(industry).map(|text| (*text).to_owned()),
        stage: Stage::ALL[stage],
        amounts,
        leader: None,
        responsible: None,
        tracker: None,
        entered: "2020-03-01".parse().unwrap(),
        exception: false,
        reported: true,
    }
}
