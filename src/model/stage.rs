//! 推进阶段: how far a project has come.

keyed! {
    /// 推进阶段, in the order a project passes them (MECHANISM §5). For a capital increase (增资)
    /// `Registered` means 增资变更登记.
    Stage {
        /// 在谈
        Negotiating = "negotiating",
        /// 签约未设立
        Signed = "signed",
        /// 登记设立
        Registered = "registered",
        /// 开工建设
        Started = "started",
        /// 竣工
        Completed = "completed",
        /// 投产
        Production = "production",
    }
}

keyed! {
    /// The groups in which the source counts stages (在谈 / 签约未设立 / 已登记设立).
    StageGroup {
        /// 在谈
        Negotiating = "negotiating",
        /// 签约（未设立）
        Signed = "signed",
        /// 已登记设立, whatever came after: 登记设立, 开工建设, 竣工, 投产
        Established = "established",
    }
}

impl Stage {
    /// The group the source counts this stage in.
    pub const fn group(self) -> StageGroup {
        match self {
            Stage::Negotiating => StageGroup::Negotiating,
            Stage::Signed => StageGroup::Signed,
            _ => StageGroup::Established,
        }
    }

    /// Place in the order, from 0.
    pub const fn index(self) -> i64 {
        self as i64
    }
}
