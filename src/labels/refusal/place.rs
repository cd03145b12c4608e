//! Where a refusal lies, woven into its sentence; what is not known is left out.

use crate::error::Place;
use crate::labels::text::{Pair, Words, path, quote};

/// The faulty value as the subject of a sentence: `文件“x.csv”第7行“投资总额”列的值“-5”`,
/// `The amount “-5” in file “x.csv”, row 7, column “Total investment”`; `noun` says what kind of
/// value it is where no column does.
pub fn value(at: &Place, noun: Words) -> Pair {
    let (spot_zh, spot_en) = spot(at);
    let given = at.value.as_deref().map(quote).unwrap_or_default();
    let zh = match (spot_zh.is_empty(), at.column.is_some()) {
        (true, _) => format!("{}{given}", noun.0),
        (false, true) => format!("{spot_zh}的值{given}"),
        (false, false) => format!("{spot_zh}的{}{given}", noun.0),
    };
    let mut en = format!("The {}", noun.1);
    for part in [given, spot_en] {
        if !part.is_empty() {
            en = format!("{en} {part}");
        }
    }
    (zh, en)
}

/// A sentence of its own after the place: `文件“x.csv”第7行：…`, `File “x.csv”, row 7: …`.
pub fn lead(at: &Place, (zh, en): Pair) -> Pair {
    let (spot_zh, _) = spot(at);
    if spot_zh.is_empty() {
        return (zh, en);
    }
    (format!("{spot_zh}：{zh}"), format!("{}: {en}", capital(&english_parts(at).join(", "))))
}

/// The row as the subject: `文件“x.csv”第7行`, `Row 7 of file “x.csv”`; `该行` where unknown.
pub fn row(at: &Place) -> Pair {
    let (file_zh, file_en) = match whole_file(at) {
        Some((zh, en)) => (zh, format!(" of {en}")),
        None => Pair::default(),
    };
    match at.row {
        Some(row) => (format!("{file_zh}第{row}行"), format!("Row {row}{file_en}")),
        None if file_zh.is_empty() => ("该行".to_owned(), "The row".to_owned()),
        None => (format!("{file_zh}有一行"), format!("A row{file_en}")),
    }
}

/// The row as the subject where it is known, else the file.
pub fn table(at: &Place) -> Pair {
    if at.row.is_some() { row(at) } else { file(at) }
}

/// The file as the subject: `文件“x.csv”`, `File “x.csv”`; `该文件` where unknown.
pub fn file(at: &Place) -> Pair {
    match whole_file(at) {
        Some((zh, en)) => (zh, capital(&en)),
        None => ("该文件".to_owned(), "The file".to_owned()),
    }
}

/// How to try again: a file is imported again, a command typed again.
pub fn again(at: &Place) -> Words {
    if at.file.is_some() || at.sheet.is_some() || at.row.is_some() {
        ("重新导入", "import again")
    } else {
        ("重试", "try again")
    }
}

fn whole_file(at: &Place) -> Option<Pair> {
    let file = at.file.as_deref().map(path);
    let sheet = at.sheet.as_deref().map(quote);
    match (file, sheet) {
        (None, None) => None,
        (Some(file), None) => Some((format!("文件{file}"), format!("file {file}"))),
        (None, Some(sheet)) => Some((format!("工作表{sheet}"), format!("sheet {sheet}"))),
        (Some(file), Some(sheet)) => {
            Some((format!("文件{file}工作表{sheet}"), format!("file {file}, sheet {sheet}")))
        }
    }
}

/// File, sheet, row and column; in English after `in` or `for`.
fn spot(at: &Place) -> Pair {
    let mut zh = whole_file(at).map(|(zh, _)| zh).unwrap_or_default();
    if let Some(row) = at.row {
        zh.push_str(&format!("第{row}行"));
    }
    let parts = english_parts(at).join(", ");
    let Some(column) = at.column.as_deref().map(quote) else {
        return (zh, if parts.is_empty() { parts } else { format!("in {parts}") });
    };
    if zh.is_empty() {
        return (column.clone(), format!("for {column}"));
    }
    (format!("{zh}{column}列"), format!("in {parts}"))
}

fn english_parts(at: &Place) -> Vec<String> {
    let file = whole_file(at).map(|(_, en)| en);
    let row = at.row.map(|row| format!("row {row}"));
    let column = at.column.as_deref().map(|column| format!("column {}", quote(column)));
    file.into_iter().chain(row).chain(column).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
