//! Applications (申报): what districts asked for and a person decides (甄别).

use super::Day;
use super::exit::ExitGround;
use serde::{Deserialize, Serialize};

keyed! {
    /// What is asked for.
    ApplicationKind {
        /// A new project (拟新增入库).
        Entry = "entry",
        /// A change that needs a decision: an amount down, a stage back, another name.
        Change = "change",
        /// A project that its district proposes to take out (拟移出).
        Exit = "exit",
    }
}

/// What a district says of a project that it proposes to take out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExitAsked {
    /// 出库原因
    pub ground: ExitGround,
    /// 情况说明
    pub reason: Option<String>,
    /// Code of the project it became part of (并入).
    pub successor: Option<String>,
    /// 发生日
    pub day: Option<Day>,
}

keyed! {
    /// How far the decision is.
    ApplicationState {
        /// 待甄别
        Waiting = "waiting",
        /// 同意
        Admitted = "admitted",
        /// 退回
        Returned = "returned",
        /// The district's corrected report asks for it no more (撤回).
        Withdrawn = "withdrawn",
    }
}
