//! Words of applications (申报) and of the decision on them (甄别).

use super::text::Words;
use crate::model::application::{ApplicationKind, ApplicationState};

pub fn kind(kind: ApplicationKind) -> Words {
    match kind {
        ApplicationKind::Entry => ("拟新增入库", "New entry"),
        ApplicationKind::Change => ("变更", "Change"),
        ApplicationKind::Exit => ("拟移出", "Exit"),
    }
}

pub fn state(state: ApplicationState) -> Words {
    match state {
        ApplicationState::Waiting => ("待甄别", "Waiting"),
        ApplicationState::Admitted => ("已同意", "Granted"),
        ApplicationState::Returned => ("已退回", "Returned"),
        ApplicationState::Withdrawn => ("已撤回", "Withdrawn"),
    }
}
