//! Official papers: the texts that are shipped, the typefaces, and days as papers write them.

use super::text::Words;
use super::{Lang, word};
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::look::{FontUse, Look, Typeface};
use crate::model::month::Month;
use crate::model::text::TextKind;
use chrono::Datelike;

/// The name of a text.
pub fn text(kind: TextKind) -> Words {
    match kind {
        TextKind::Letter => ("函", "Letter"),
        TextKind::Notice => ("会议通知", "Notice of a meeting"),
        TextKind::Brief => ("主持人简报", "Brief for the chair"),
        TextKind::DepartmentAppeals => ("部门诉求清单", "Appeals of a department"),
        TextKind::DistrictReport => ("板块汇报", "Report of a district"),
        TextKind::Card => ("项目卡片", "Project card"),
        TextKind::Minutes => ("会议纪要", "Minutes of a meeting"),
        TextKind::TaskSheet => ("任务单", "Task sheet"),
    }
}

/// The text that is shipped.
pub fn shipped(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Letter => include_str!("../format/templates/函.md"),
        TextKind::Notice => include_str!("../format/templates/会议通知.md"),
        TextKind::Brief => include_str!("../format/templates/主持人简报.md"),
        TextKind::DepartmentAppeals => include_str!("../format/templates/部门诉求清单.md"),
        TextKind::DistrictReport => include_str!("../format/templates/板块汇报.md"),
        TextKind::Card => include_str!("../format/templates/项目卡片.md"),
        TextKind::Minutes => include_str!("../format/templates/会议纪要.md"),
        TextKind::TaskSheet => include_str!("../format/templates/任务单.md"),
    }
}

/// The file of a text in an office's folder: `函.md`, in any language.
pub fn file(kind: TextKind) -> String {
    format!("{}.md", word(kind, Lang::Zh))
}

pub fn font_use(of: FontUse) -> Words {
    match of {
        FontUse::Title => ("标题字体", "Font of titles"),
        FontUse::Heading => ("一级标题字体", "Font of headings"),
        FontUse::Subheading => ("二级标题字体", "Font of subheadings"),
        FontUse::Body => ("正文字体", "Font of the body"),
        FontUse::PageNumber => ("页码字体", "Font of page numbers"),
        FontUse::Latin => ("数字和西文字体", "Font of figures and Latin letters"),
    }
}

/// The typefaces of GB/T 9704—2012 by the names they bear in offices, with what stands in for them.
pub const fn faces(of: FontUse) -> &'static str {
    match of {
        FontUse::Title => "方正小标宋简体、方正小标宋_GBK、小标宋、宋体",
        FontUse::Heading => "黑体、SimHei",
        FontUse::Subheading => "楷体_GB2312、楷体、KaiTi",
        FontUse::Body => "仿宋_GB2312、仿宋、FangSong",
        FontUse::PageNumber => "宋体、SimSun",
        FontUse::Latin => "Times New Roman",
    }
}

/// How papers look where an office has said nothing.
pub fn look() -> Look {
    let faces = FontUse::ALL.iter().filter_map(|of| Typeface::read(faces(*of)));
    Look { faces: faces.collect(), head: None }
}

/// A day as papers write it: 2020年3月12日.
pub fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A month as papers write it: 2020年3月.
pub fn month(month: Month) -> String {
    format!("{}年{}月", month.year(), month.month())
}

/// A day or a month.
pub fn dated(date: Dated) -> String {
    match date {
        Dated::Day(of) => day(of),
        Dated::Month(of) => month(of),
    }
}

/// What a template calls the filter that writes a number in Chinese: 一、二、十一.
pub const NUMERAL: &str = "中文数字";

/// A number below a thousand in Chinese; a larger one as it is.
pub fn numeral(number: u64) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |place: u64| DIGITS[(number / place % 10) as usize];
    match number {
        0 => "零".to_owned(),
        1..=9 => digit(1).to_owned(),
        10..=19 => format!("十{}", digit(1)),
        20..=99 => format!("{}十{}", digit(10), digit(1)),
        100..=999 => {
            let tens = match (number / 10 % 10, number % 10) {
                (0, 0) => String::new(),
                (0, _) => format!("零{}", digit(1)),
                _ => format!("{}十{}", digit(10), digit(1)),
            };
            format!("{}百{tens}", digit(100))
        }
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_papers_number_their_parts() {
        let cases = [
            (0, "零"),
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (37, "三十七"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (999, "九百九十九"),
            (1000, "1000"),
        ];
        for (number, written) in cases {
            assert_eq!(numeral(number), written);
        }
    }
}
