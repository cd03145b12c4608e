//! What a row is: a project, a total, or something that only orders the sheet.

use super::header::Header;
use super::sheet::Record;
use super::words::{Kind as Word, fold, key_of, list, strip_start};
use crate::model::field::Field;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Project,
    Total { grand: bool },
    Ignored,
    Blank,
}

/// Columns in which the word for a total may stand.
const LEADING: usize = 4;

pub fn kind_of(record: &Record, header: &Header) -> RowKind {
    let filled: Vec<(usize, &str)> = record.filled().collect();
    let Some((place, first)) = filled.first().copied() else { return RowKind::Blank };
    let name = header.index_of(Field::Name).map_or("", |index| record.cell(index).trim());
    let leading = filled.iter().filter(|(index, _)| *index < LEADING);
    for (_, cell) in leading.chain([&(0, name)]) {
        if let Some(grand) = total(cell) {
            return RowKind::Total { grand };
        }
    }
    let lone = filled.len() == 1;
    let serial = header.index_of(Field::Serial);
    if is_foot(first)
        || is_index(&filled, name)
        || (lone && (is_section(first) || serial == Some(place)))
        || repeats(record, header)
    {
        return RowKind::Ignored;
    }
    RowKind::Project
}

/// 合计, 小计 and the like, perhaps with a count behind: whether it is of the whole sheet.
fn total(cell: &str) -> Option<bool> {
    let folded = fold(cell);
    let (key, rest) = strip_start(Word::Total, &folded)?;
    let mut rest = rest.to_owned();
    for (tail, _) in list(Word::TotalTail) {
        rest = rest.replace(tail.as_str(), "");
    }
    let bare = |c: char| c.is_ascii_digit() || "():[],.-".contains(c);
    rest.chars().all(bare).then_some(key == "grand")
}

/// `备注：…`, `填表人：…`.
fn is_foot(cell: &str) -> bool {
    let folded = fold(cell);
    strip_start(Word::Foot, &folded)
        .is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with([':', '(', '1']))
        && (folded.contains(':') || key_of(Word::Foot, &folded).is_some())
}

/// The row 甲 乙 1 2 3 under a header.
fn is_index(filled: &[(usize, &str)], name: &str) -> bool {
    let mark = |cell: &str| {
        let number = cell.len() <= 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
        number || key_of(Word::Index, cell).is_some()
    };
    filled.len() >= 3 && mark(name) && filled.iter().all(|(_, cell)| mark(cell))
}

/// `一、在谈项目（项目共计：4个）`.
fn is_section(cell: &str) -> bool {
    let folded = fold(cell);
    let opened = folded.trim_start_matches('(');
    strip_start(Word::Numeral, opened).is_some_and(|(_, rest)| {
        let rest = list(Word::Numeral).iter().fold(rest, |rest, (word, _)| {
            rest.strip_prefix(word.as_str()).unwrap_or(rest)
        });
        rest.starts_with(['\u{3001}', '.', ')', ',', '\u{ff0e}'])
    })
}

/// The header once more (a page break in a long sheet).
fn repeats(record: &Record, header: &Header) -> bool {
    let same = header.columns.iter().filter(|column| {
        let cell = record.cell(column.mapped.index).trim();
        !cell.is_empty() && fold(cell).contains(&fold(&column.mapped.heading))
    });
    same.count() >= 3
}
