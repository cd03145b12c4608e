//! Words of the manual pages (man).

use super::Lang;

/// A heading or a sentence of a manual page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManWord {
    /// Of the whole collection of pages.
    Title,
    Name,
    Synopsis,
    Description,
    Examples,
    ExitStatus,
    ExitCodes,
    SeeAlso,
    /// Options that every command has stand on the first page alone.
    GeneralOptions,
}

/// A heading or a sentence of a manual page.
pub fn man_word(word: ManWord, lang: Lang) -> &'static str {
    lang.pick(match word {
        ManWord::Title => ("tuijin 命令", "tuijin commands"),
        ManWord::Name => ("名称", "NAME"),
        ManWord::Synopsis => ("用法", "SYNOPSIS"),
        ManWord::Description => ("说明", "DESCRIPTION"),
        ManWord::Examples => ("示例", "EXAMPLES"),
        ManWord::ExitStatus => ("退出码", "EXIT STATUS"),
        ManWord::ExitCodes => (
            "0 完成；1 被拒绝，什么都没有写入，或检查发现问题；2 用法不对；3 按要求部分完成，其余已写明；4 有逾期的；70 程序内部出错。",
            "0 done; 1 refused, nothing was written, or a check found faults; 2 wrong usage; 3 done in part, as asked, and the rest is named; 4 something is overdue; 70 our own fault.",
        ),
        ManWord::SeeAlso => ("参见", "SEE ALSO"),
        ManWord::GeneralOptions => (
            "每个命令都有的通用选项见 tuijin(1)。",
            "Options that every command has are in tuijin(1).",
        ),
    })
}
