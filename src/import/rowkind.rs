//! What kind of row a record is: a project, a total (小计、合计), or one that is passed over.

use super::header::{Header, is_index_row};
use super::value::is_blank;
use super::words::{self, Kind as Word, fold, key_of};
use crate::model::field::{Field, FieldType};

/// The kind of a row below the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Project,
    /// `grand`: of the whole sheet.
    Total {
        grand: bool,
    },
    Ignored,
}

/// Tells rows apart; what came before matters for foot notes and the index row.
#[derive(Debug, Default)]
pub struct Classifier {
    /// The rows of the header, cleaned: they may come again on each printed page.
    heads: Vec<Vec<String>>,
    projects: bool,
    foot: bool,
}

impl Classifier {
    pub fn new(heads: Vec<Vec<String>>) -> Classifier {
        Classifier { heads, ..Classifier::default() }
    }

    /// The kind of a row, given as cleaned cells with at least one filled.
    pub fn classify<S: AsRef<str>>(&mut self, cells: &[S], header: &Header) -> RowKind {
        let kind = self.kind(cells, header);
        self.projects |= kind == RowKind::Project;
        kind
    }

    fn kind<S: AsRef<str>>(&mut self, cells: &[S], header: &Header) -> RowKind {
        let filled: Vec<usize> =
            (0..cells.len()).filter(|at| !cells[*at].as_ref().is_empty()).collect();
        let Some(first) = filled.first().copied() else { return RowKind::Ignored };
        let field_at = |at: usize| header.columns.iter().find(|it| it.index == at)?.field;
        let index_of = |field| header.column(field).map(|column| column.index);
        let name = index_of(Field::Name).filter(|at| filled.contains(at));
        let has_code = index_of(Field::Code).is_some_and(|at| filled.contains(&at) && at != first);
        if (!self.projects && is_index_row(cells)) || self.is_header(cells) {
            return RowKind::Ignored;
        }
        if !has_code {
            let candidates = [Some(first), name].into_iter().flatten();
            if let Some(grand) = candidates.filter_map(|at| total(cells[at].as_ref())).next() {
                return RowKind::Total { grand };
            }
        }
        let heads_row = name.is_none_or(|at| at == first);
        if heads_row && is_foot(cells[first].as_ref(), filled.len() == 1) {
            self.foot = true;
            return RowKind::Ignored;
        }
        if let Some(kind) = section(cells, &filled, header) {
            return kind;
        }
        let says_nothing = |at: &usize| match field_at(*at) {
            None | Some(Field::Serial | Field::District) => true,
            // Where the projects are printed on the form, naming one is no report of it.
            Some(Field::Code | Field::Name) => header.is_preprinted(),
            Some(_) => false,
        };
        if filled.iter().all(says_nothing) || (self.foot && filled.len() == 1) {
            return RowKind::Ignored;
        }
        RowKind::Project
    }

    fn is_header<S: AsRef<str>>(&self, cells: &[S]) -> bool {
        let same = |head: &Vec<String>| {
            let ours = cells.iter().rposition(|it| !it.as_ref().is_empty());
            let theirs = head.iter().rposition(|it| !it.is_empty());
            ours == theirs && cells.iter().zip(head).all(|(a, b)| a.as_ref() == b)
        };
        self.heads.iter().any(same)
    }
}

/// A cell that marks a row of totals, and whether of the whole sheet: `合 计`, `合计（12个项目）`,
/// `昆山市小计`.
pub fn total(cell: &str) -> Option<bool> {
    let folded = fold(cell);
    let text = folded.trim_end_matches(':');
    if let Some(key) = key_of(Word::Total, text) {
        return Some(key == "grand");
    }
    words::list(Word::Total).iter().find_map(|(word, key)| {
        if !word.is_ascii() && text.ends_with(word.as_str()) {
            return Some(false);
        }
        let rest = text.strip_prefix(word.as_str())?;
        counts_only(rest).then_some(*key == "grand")
    })
}

/// Text that is only a count: `（12个项目）`, `：12`.
fn counts_only(text: &str) -> bool {
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let mut rest: String =
        text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii_digit()).collect();
    for (tail, _) in words::list(Word::TotalTail) {
        rest = rest.replace(tail.as_str(), "");
    }
    digits && rest.is_empty()
}

/// `备注：…`, `填表人：…`, `注1、…`.
pub fn is_foot(cell: &str, alone: bool) -> bool {
    let folded = fold(cell);
    words::list(Word::Foot).iter().any(|(word, _)| {
        let Some(rest) = folded.strip_prefix(word.as_str()) else { return false };
        let numbered = rest.starts_with(|c: char| c.is_ascii_digit());
        rest.starts_with(':') || (alone && (rest.is_empty() || numbered))
    })
}

/// `一、先进制造业（项目共计：12）`, perhaps with the amounts of the section beside it.
fn section<S: AsRef<str>>(cells: &[S], filled: &[usize], header: &Header) -> Option<RowKind> {
    let first = *filled.first()?;
    let kind_at = |at: usize| {
        let column = header.columns.iter().find(|it| it.index == at)?;
        column.field.map(Field::kind)
    };
    let field_at = |at: usize| header.columns.iter().find(|it| it.index == at)?.field;
    let numbered = numeral_ends(&fold(cells[first].as_ref()));
    let is_serial = field_at(first) == Some(Field::Serial);
    let rest_is_money = |from: usize| {
        filled[from..].iter().all(|at| {
            is_blank(cells[*at].as_ref()) || matches!(kind_at(*at), Some(FieldType::Money) | None)
        })
    };
    let other_columns = header.columns.iter().any(|column| {
        column
            .field
            .is_some_and(|field| !matches!(field, Field::Serial | Field::Name | Field::Money(_)))
    });
    let named = filled.get(1).is_some_and(|at| field_at(*at) == Some(Field::Name));
    let is_section = match numbered {
        Some(true) => rest_is_money(1),
        Some(false) => is_serial && named && other_columns && rest_is_money(2),
        None => false,
    };
    let amounts = filled[1..].iter().any(|at| kind_at(*at) == Some(FieldType::Money));
    is_section.then_some(if amounts { RowKind::Total { grand: false } } else { RowKind::Ignored })
}

/// Whether a text begins with a Chinese numeral: `Some(true)` where a mark follows (`一、`,
/// `（一）`), `Some(false)` where it is nothing else.
fn numeral_ends(text: &str) -> Option<bool> {
    let is_numeral =
        |c: char| words::list(Word::Numeral).iter().any(|(word, _)| word.chars().eq([c]));
    let (bracket, rest) = text.strip_prefix('(').map_or((false, text), |rest| (true, rest));
    let after = rest.trim_start_matches(is_numeral);
    if after.len() == rest.len() {
        return None;
    }
    if bracket {
        return after.starts_with(')').then_some(true);
    }
    match after.chars().next() {
        None => Some(false),
        Some('\u{3001}' | '.' | ',' | ':') => Some(true),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::header::Column;
    use super::*;
    use crate::model::field::Quantity;

    fn header() -> Header {
        let fields = [
            Field::Serial,
            Field::Name,
            Field::Investor,
            Field::Money(Quantity::Total),
            Field::Stage,
        ];
        let columns = fields.iter().enumerate().map(|(index, field)| Column {
            index,
            heading: field.key(),
            field: Some(*field),
            measure: None,
            basis: None,
            previous: false,
        });
        Header { first: 0, end: 1, columns: columns.collect(), width: 5, room: 5 }
    }

    #[test]
    fn rows_are_told_apart() {
        let grand = RowKind::Total { grand: true };
        let sub = RowKind::Total { grand: false };
        let cases = [
            ("1|甲项目|乙公司|100|在谈", RowKind::Project),
            ("|甲项目|||", RowKind::Project),
            ("|||100|", RowKind::Project),
            ("甲|乙|1|2|3", RowKind::Ignored),
            ("1|2|3|4|5", RowKind::Ignored),
            ("一、先进制造业（项目共计：12个）||||", RowKind::Ignored),
            ("（一）在谈||||", RowKind::Ignored),
            ("二|服务业|||", RowKind::Ignored),
            ("二|服务业||500|", sub),
            ("二、服务业|||500|", sub),
            ("一|甲项目|乙公司|100|在谈", RowKind::Project),
            ("5||||", RowKind::Ignored),
            ("合 计|||500|", grand),
            ("|总合计||500|", grand),
            ("合计（12个项目）|||500|", grand),
            ("|昆山市小计||500|", sub),
            ("Total|||500|", grand),
            ("1|合计科技园项目|乙公司|500|在谈", RowKind::Project),
            ("备注：本表为示例||||", RowKind::Ignored),
            ("填表人：张三|||审核人：李四|", RowKind::Ignored),
            ("注||||", RowKind::Ignored),
            ("序号|项目名称|投资方|总投资|阶段", RowKind::Ignored),
            ("1|三星电子|三星|100|在谈", RowKind::Project),
            ("|三、四期扩建|乙公司|100|在谈", RowKind::Project),
        ];
        for (row, expected) in cases {
            let cells = |row: &str| row.split('|').map(str::to_owned).collect::<Vec<_>>();
            let heads = vec![cells("序号|项目名称|投资方|总投资|阶段")];
            let mut classifier = Classifier::new(heads);
            assert_eq!(classifier.classify(&cells(row), &header()), expected, "{row}");
        }
    }
}
