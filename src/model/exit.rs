//! 出库依据: the grounds on which a project leaves the library. Leaving deletes nothing.

keyed! {
    /// Grounds for leaving (MECHANISM §6); the first and the last rest on facts on record, the
    /// others on a person's word with a reason.
    ExitGround {
        /// 投产
        Production = "production",
        /// 终止
        Terminated = "terminated",
        /// 转内资
        Domestic = "domestic",
        /// 迁出
        Relocated = "relocated",
        /// 并入 another project, its successor
        Merged = "merged",
        /// 误报
        Mistaken = "mistaken",
        /// 长期无实质进展
        Stalled = "stalled",
    }
}
