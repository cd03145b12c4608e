//! What the terminal asks, and the names of what the program leaves behind.

use super::Lang;

/// Questions and short texts of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Write what was shown?
    Write,
    /// Which project is meant; empty leaves the row out.
    WhichProject,
    /// How 到账 is written in this file.
    PaidInWay,
    /// Heading of the column of errors in a receipt.
    Errors,
    /// Ending of the file name of rejected rows as text.
    RejectedEnding,
    /// Ending of a receipt's file name.
    ReceiptEnding,
    /// Name of the tab of a receipt whose original has none.
    ReceiptTab,
    /// What a rejected row's reasons begin with; the row numbers after it are the original's.
    Rejected,
    /// What a warned row's begin with.
    Warned,
    /// Foot of every printed page of a workbook, in a spreadsheet's own codes.
    PageFooter,
    /// What a sentence below a table begins with; its number and a colon follow.
    Footnote,
    /// End of a letter's file name.
    LetterStem,
    /// Middle of a reply form's file name.
    ReplyFormStem,
    /// An internal fault: what to do.
    OurFault,
    /// Between district and month in the name of a feedback file.
    FeedbackStem,
    /// After the unit in the name of a file of tasks.
    TaskSheetStem,
    /// Enter a field or leave it empty.
    Skip,
    /// The project of an appeal.
    Project,
    /// The unit of an amount typed without one.
    AmountUnit,
}

/// The words of a prompt.
pub fn prompt(prompt: Prompt, lang: Lang) -> &'static str {
    lang.pick(match prompt {
        Prompt::Write => ("以上内容写入项目库？(y/N)", "Write this to the library? (y/N)"),
        Prompt::WhichProject => (
            "是哪个项目？输入编号，确为新项目输入 new，直接回车则退回该行：",
            "Which project is it? Type its code, or new if it is a new one; Enter rejects the row: ",
        ),
        Prompt::PaidInWay => (
            "“到账”是本月(month)、本年累计(year)还是历年累计(total)？",
            "Is paid-in this month's (month), this year's (year) or of all years (total)? ",
        ),
        Prompt::Errors => ("错误说明", "Errors"),
        Prompt::RejectedEnding => (".退回.csv", ".rejected.csv"),
        Prompt::ReceiptEnding => (".回执.xlsx", ".receipt.xlsx"),
        Prompt::ReceiptTab => ("回执", "Receipt"),
        Prompt::Rejected => ("【退回】", "[Rejected] "),
        Prompt::Warned => ("【提示】", "[Please check] "),
        Prompt::PageFooter => ("&C第 &P 页，共 &N 页", "&CPage &P of &N"),
        Prompt::Footnote => ("注", "Note "),
        Prompt::LetterStem => ("函", " letter"),
        Prompt::ReplyFormStem => ("答复表", " reply form"),
        Prompt::OurFault => (
            "程序内部出错，未写入任何内容；请保留命令和以下信息并联系维护人员：",
            "An internal fault; nothing was written. Keep the command and this text for the maintainer: ",
        ),
        Prompt::TaskSheetStem => ("任务单", " tasks"),
        Prompt::FeedbackStem => ("反馈单", " feedback "),
        Prompt::Project => ("项目编号或名称", "Project, by code or name"),
        Prompt::AmountUnit => ("万美元", "in USD 10k"),
        Prompt::Skip => ("（回车跳过）", " (Enter to skip)"),
    })
}
