//! Narrow rows for the tests of this room.

use crate::model::appeal::{AppealOutcome, AppealState};

use crate::model::brief::Brief;
use crate::model::dispatch::{DispatchRole, Governed};
use crate::model::docket::{AppealBrief, DispatchBrief};
use crate::model::field::Quantity;
use crate::model::money::Usd;
use crate::model::month::Month;
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

/// An appeal of a project, with departments, of March 2020.
pub fn appeal(project: i64, outcome: AppealOutcome) -> AppealBrief {
    AppealBrief {
        id: 0,
        code: String::new(),
        project,
        project_code: String::new(),
        project_name: String::new(),
        district: 1,
        category: None,
        round: Month::new(2020, 3).unwrap(),
        purpose: None,
        urgent: false,
        amount: None,
        raised_on: None,
        logged: "2020-03-06".parse().unwrap(),
        state: AppealState::Dispatched,
        since: "2020-03-09".parse().unwrap(),
        outcome,
        outcome_day: None,
        satisfaction: None,
    }
}

/// A dispatch of 9 March 2020, not yet answered.
pub fn dispatch(appeal: i64, department: i64) -> DispatchBrief {
    DispatchBrief {
        id: 0,
        appeal,
        letter: 1,
        department,
        role: DispatchRole::Lead,
        sent: "2020-03-09".parse().unwrap(),
        due: "2020-03-18".parse().unwrap(),
        governed: Governed::Limit,
        provisional: false,
        extended: None,
        answered: None,
        returned: None,
        ended: None,
        reminders: 0,
    }
}
