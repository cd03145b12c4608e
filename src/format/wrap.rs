//! Wraps text to a width in terminal columns. Lines break where Unicode allows it (UAX #14: never
//! inside a number, never before a closing quote or stop); only a piece wider than the line is cut.

use unicode_linebreak::linebreaks;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that `text` takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The lines of `text`, each at most `limit` columns wide.
pub fn wrap(text: &str, limit: usize) -> Vec<String> {
    if width(text) <= limit {
        return vec![text.to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if width(&line) + width(piece.trim_end()) > limit && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if width(piece.trim_end()) <= limit {
            line.push_str(piece);
        } else {
            cut(piece, limit, &mut line, &mut lines);
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The widest piece that wrapping leaves whole.
pub fn widest_piece(text: &str) -> usize {
    pieces(text).map(|piece| width(piece.trim_end())).max().unwrap_or(0)
}

/// What lies between two places where a line may break.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    linebreaks(text).map(move |(end, _)| &text[std::mem::replace(&mut start, end)..end])
}

/// Cuts a piece that no line can hold.
fn cut(piece: &str, limit: usize, line: &mut String, lines: &mut Vec<String>) {
    for c in piece.chars() {
        if !line.is_empty() && width(line) + c.width().unwrap_or(0) > limit {
            lines.push(std::mem::take(line));
        }
        line.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stops_and_quotes_stay_with_their_words() {
        assert_eq!(wrap("推进工作，抓紧落实。", 8), ["推进工", "作，抓紧", "落实。"]);
        assert_eq!(wrap("总额 12,000.50 万", 10), ["总额", "12,000.50", "万"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(widest_piece("New FDI（万美元）"), 7);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(text in "[ -~、。（）“”万美元]{0,60}", limit in 2usize..30) {
            let lines = wrap(&text, limit);
            for line in &lines {
                prop_assert!(width(line) <= limit);
            }
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
