//! A 存在问题 cell taken apart: several numbered problems (`1、…；2、…`, `①…②…`, `一是…二是…`) and
//! what the district wrote beside each (`【已解决】`).

use super::value::is_blank;
use super::words::{self, Kind as Word, key_of};
use crate::model::clue::ClueMark;

/// One problem of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub text: String,
    pub mark: Option<ClueMark>,
}

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `1、` `1.` `1)`
    Digits,
    /// `（1）`
    Bracketed,
    /// `一、`
    Numerals,
    /// `（一）`
    BracketedNumerals,
    /// `一是`
    Spoken,
    /// `①`
    Circled,
}

const STYLES: [Style; 6] = [
    Style::Numerals,
    Style::BracketedNumerals,
    Style::Spoken,
    Style::Digits,
    Style::Bracketed,
    Style::Circled,
];

/// Longest number a list of problems counts to.
const MOST: usize = 20;
const PAIRS: [(char, char); 7] = [
    ('(', ')'),
    ('\u{ff08}', '\u{ff09}'),
    ('[', ']'),
    ('\u{3010}', '\u{3011}'),
    ('\u{3014}', '\u{3015}'),
    ('\u{ff3b}', '\u{ff3d}'),
    ('<', '>'),
];
/// What stands between items and belongs to none.
const LOOSE: [char; 11] = [
    ';', '\u{ff1b}', ',', '\u{ff0c}', '.', '\u{3002}', '\u{3001}', ':', '\u{ff1a}', ' ', '\u{3000}',
];

/// The problems of a cell, in order; none where it says that there are none.
pub fn problems(cell: &str) -> Vec<Problem> {
    let chars: Vec<char> = cell.chars().collect();
    let items = STYLES.iter().map(|style| places(&chars, *style)).find(|places| places.len() > 1);
    let texts: Vec<String> = match items {
        None => vec![chars.iter().collect()],
        Some(places) => {
            let ends = places.iter().skip(1).map(|(from, _)| *from).chain([chars.len()]);
            let lead: String = chars[..places[0].0].iter().collect();
            let items = places.iter().zip(ends);
            let items = items.map(|((_, from), end)| chars[*from..end].iter().collect());
            // `主要问题：` leads the list; anything else before it is a problem of its own.
            let own = !lead.trim_end().ends_with([':', '\u{ff1a}']);
            own.then_some(lead).into_iter().chain(items).collect()
        }
    };
    texts.iter().filter_map(|text| problem(text)).collect()
}

fn problem(text: &str) -> Option<Problem> {
    let (text, mark) = without_mark(text);
    let chars: Vec<char> = text.chars().collect();
    // A lone `1、` numbers nothing.
    let lone = STYLES.iter().find_map(|style| marker(&chars, 0, *style, 1));
    let text: String = chars[lone.unwrap_or(0)..].iter().collect();
    let text = text.trim_matches(|c| LOOSE.contains(&c)).trim();
    let none = is_blank(text) || key_of(Word::NoProblem, text).is_some();
    (!none).then(|| Problem { text: text.to_owned(), mark })
}

/// Takes `【已解决】` out of a text, wherever it stands; the last one holds.
fn without_mark(text: &str) -> (String, Option<ClueMark>) {
    let (mut text, mut mark) = (text.to_owned(), None);
    for (open, close) in PAIRS {
        let mut from = 0;
        while let Some(at) = text[from..].find(open).map(|at| from + at) {
            let Some(length) = text[at..].find(close) else { break };
            let end = at + length + close.len_utf8();
            let inner = &text[at + open.len_utf8()..at + length];
            match key_of(Word::Mark, inner).and_then(ClueMark::from_key) {
                Some(found) => {
                    mark = Some(found);
                    text.replace_range(at..end, "");
                    from = at;
                }
                None => from = end,
            }
        }
    }
    (text, mark)
}

/// Where the items numbered 1, 2, 3 … begin: the place of the number, and of the text after it.
fn places(chars: &[char], style: Style) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < chars.len() && found.len() < MOST {
        // Brackets and circles set a number apart by themselves.
        let apart = matches!(style, Style::Bracketed | Style::BracketedNumerals | Style::Circled);
        let free = apart || at == 0 || is_boundary(chars[at - 1]);
        match marker(chars, at, style, found.len() + 1).filter(|_| free) {
            Some(length) => {
                found.push((at, at + length));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn is_boundary(c: char) -> bool {
    c.is_whitespace()
        || LOOSE.contains(&c)
        || matches!(c, '!' | '\u{ff01}')
        || PAIRS.iter().any(|(_, close)| *close == c)
}

/// The length of the marker of item `number` at a place.
fn marker(chars: &[char], at: usize, style: Style, number: usize) -> Option<usize> {
    let here = |offset: usize| chars.get(at + offset).copied();
    let opens = matches!(here(0), Some('(' | '\u{ff08}'));
    let start = usize::from(matches!(style, Style::Bracketed | Style::BracketedNumerals) && opens);
    let closes = |at: Option<char>| matches!(at, Some(')' | '\u{ff09}'));
    let written = match style {
        Style::Digits | Style::Bracketed => number.to_string().chars().collect(),
        Style::Circled => vec![char::from_u32(0x245f + number as u32)?],
        _ => numeral(number)?,
    };
    if written.iter().enumerate().any(|(offset, c)| here(start + offset) != Some(*c)) {
        return None;
    }
    let end = start + written.len();
    match style {
        Style::Circled => Some(end),
        Style::Bracketed | Style::BracketedNumerals => {
            (start == 1 && closes(here(end))).then_some(end + 1)
        }
        Style::Spoken => {
            let is = words::list(Word::Spoken).iter().any(|(word, _)| {
                word.chars().enumerate().all(|(offset, c)| here(end + offset) == Some(c))
            });
            is.then_some(end + 1)
        }
        Style::Numerals => {
            matches!(here(end), Some('\u{3001}' | '.' | '\u{ff0e}')).then_some(end + 1)
        }
        Style::Digits => {
            let mark = here(end)?;
            let decimal = mark == '.' && here(end + 1).is_some_and(|c| c.is_ascii_digit());
            let marks = matches!(mark, '\u{3001}' | '.' | '\u{ff0e}' | ')' | '\u{ff09}');
            (marks && !decimal).then_some(end + 1)
        }
    }
}

/// 1 to 20 in Chinese numerals.
fn numeral(number: usize) -> Option<Vec<char>> {
    let digit = |n: usize| {
        let key = n.to_string();
        let found = words::list(Word::Numeral).iter().find(|(_, value)| *value == key)?;
        found.0.chars().next()
    };
    let ten = digit(10)?;
    match number {
        1..=10 => Some(vec![digit(number)?]),
        11..=19 => Some(vec![ten, digit(number - 10)?]),
        20 => Some(vec![digit(2)?, ten]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_comes_apart_into_its_problems() {
        let cases: [(&str, &[(&str, &str)]); 18] = [
            ("①土地指标不足②环评未批复", &[("土地指标不足", ""), ("环评未批复", "")]),
            ("（1）用地（2）用能", &[("用地", ""), ("用能", "")]),
            ("土地指标不足", &[("土地指标不足", "")]),
            ("无", &[]),
            ("—", &[]),
            ("1、土地指标不足；2、环评未批复。", &[("土地指标不足", ""), ("环评未批复", "")]),
            (
                "1.土地指标不足【未解决】 2.环评未批复（已解决）",
                &[("土地指标不足", "unsolved"), ("环评未批复", "solved")],
            ),
            (
                "①用电增容[未解决]②外籍人员签证〔已解决〕",
                &[("用电增容", "unsolved"), ("外籍人员签证", "solved")],
            ),
            ("主要问题：（1）用地；（2）用能", &[("用地", ""), ("用能", "")]),
            ("（一）用地。（二）用能。", &[("用地", ""), ("用能", "")]),
            ("一是用地指标未落实，二是环评进度慢。", &[("用地指标未落实", ""), ("环评进度慢", "")]),
            ("一、用地 二、用能 三、资金", &[("用地", ""), ("用能", ""), ("资金", "")]),
            ("需资金1.2亿美元，缺口2.5亿美元", &[("需资金1.2亿美元，缺口2.5亿美元", "")]),
            ("1、仅有一项", &[("仅有一项", "")]),
            ("【已解决】供电方案", &[("供电方案", "solved")]),
            ("与3家银行洽谈（2家已同意）", &[("与3家银行洽谈（2家已同意）", "")]),
            ("1、无；2、用地", &[("用地", "")]),
            ("用地紧张。1、土地指标；2、环评", &[("用地紧张", ""), ("土地指标", ""), ("环评", "")]),
        ];
        for (cell, expected) in cases {
            let found = problems(cell);
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|it| (it.text.as_str(), it.mark.map_or("", ClueMark::key)))
                .collect();
            assert_eq!(found, expected, "{cell}");
        }
    }
}
