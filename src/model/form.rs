//! Words of the forms that are filled in elsewhere: a district's for a month (填报表), a department's
//! with a letter (答复表).

use super::month::Month;

/// Whose form it is; names in (中文, English).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormHead {
    /// 填报表
    Monthly { district: (String, String), month: Month },
    /// 答复表
    Reply { department: (String, String), letter: String },
}

keyed! {
    /// Names of their sheets, titles and groups of columns.
    FormWord {
        /// 进展
        ProgressSheet = "progress",
        /// 诉求清单
        AppealSheet = "appeals",
        /// 拟新增入库
        EntrySheet = "entries",
        /// 拟移出
        ExitSheet = "exits",
        /// 答复表
        ReplySheet = "reply",
        /// 填表说明
        GuideSheet = "guide",
        /// 选项: what the cells with a choice offer
        ChoiceSheet = "choices",
        ProgressTitle = "progress_title",
        AppealTitle = "appeals_title",
        EntryTitle = "entries_title",
        ExitTitle = "exits_title",
        ReplyTitle = "reply_title",
        GuideTitle = "guide_title",
        /// 申请延期: what a department may answer besides an answer
        Extension = "extension",
        /// 退单
        Return = "return",
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
