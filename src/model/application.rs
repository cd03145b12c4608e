//! Applications (申报): what districts asked for and a person decides (甄别).

keyed! {
    /// What is asked for.
    ApplicationKind {
        /// A new project (拟新增入库).
        Entry = "entry",
        /// A change that needs a decision: an amount down, a stage back, another name.
        Change = "change",
    }
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
