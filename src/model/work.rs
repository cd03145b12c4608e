//! Work items (推进事项): the steps the source names before and after 设立.

keyed! {
    /// The nine work items of MECHANISM §5; each has a planned and an actual date.
    WorkItem {
        /// 商务条件谈判
        Terms = "terms",
        /// 土地和规划指标
        LandQuota = "land_quota",
        /// 报批报建准备
        PermitPreparation = "permit_preparation",
        /// 环评
        Environment = "environment",
        /// 安评
        Safety = "safety",
        /// 土地供应
        LandSupply = "land_supply",
        /// 建设施工
        Construction = "construction",
        /// 设备安装
        Installation = "installation",
        /// 行业准入许可
        Licence = "licence",
    }
}

keyed! {
    /// Which of a work item's two dates.
    Timing {
        /// 计划
        Planned = "planned",
        /// 实际
        Actual = "actual",
    }
}
