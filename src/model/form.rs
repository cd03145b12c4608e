//! Words of the form a district fills in for a month (填报表).

keyed! {
    /// Names of its sheets, titles and groups of columns.
    FormWord {
        /// 进展
        ProgressSheet = "progress",
        /// 诉求清单
        AppealSheet = "appeals",
        /// 拟新增入库
        EntrySheet = "entries",
        /// 拟移出
        ExitSheet = "exits",
        /// 填表说明
        GuideSheet = "guide",
        /// 选项: what the cells with a choice offer
        ChoiceSheet = "choices",
        ProgressTitle = "progress_title",
        AppealTitle = "appeals_title",
        EntryTitle = "entries_title",
        ExitTitle = "exits_title",
        GuideTitle = "guide_title",
        /// 基本情况
        IdentityGroup = "identity",
        /// 推进阶段及时间
        StageGroup = "stage",
        /// 投资和外资
        MoneyGroup = "money",
        /// 推进事项
        WorkGroup = "work",
        /// 进展和问题
        WordsGroup = "words",
    }
}

keyed! {
    /// Why a cell of it does not take what was typed.
    FormError {
        Choice = "choice",
        Money = "money",
        Date = "date",
    }
}
