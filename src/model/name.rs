//! Names that drift between months: brackets, spaces, full width, 有限公司. Two forms of a name
//! are kept apart: the search key (nothing lost but form) and the identity key (noise removed).

use std::borrow::Cow;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Words that carry no identity, and words that tell phases (一期 / 二期) apart.
static NOISE: &str = include_str!("noise.csv");
static PHASE: &str = include_str!("phase.csv");

static NOISE_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    NOISE.lines().skip(1).filter_map(|line| line.split_once(',').map(|(_, word)| word)).collect()
});
static PHASE_WORDS: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
    let lines = PHASE.lines().skip(1).filter_map(|line| line.split_once(','));
    lines.filter_map(|(word, number)| Some((word, number.parse().ok()?))).collect()
});

/// The form in which text is searched: NFKC, lower case, without spaces, brackets and punctuation.
pub fn search_key(text: &str) -> String {
    if text.chars().all(is_key) {
        return text.to_owned();
    }
    text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// Characters that are the same in every form; most names have no others.
const fn is_key(c: char) -> bool {
    matches!(c, '0'..='9' | 'a'..='z' | '\u{4e00}'..='\u{9fff}')
}

/// The form in which names are the same: the search key without 有限公司, 项目 and the like.
/// A name that is nothing but noise keeps its search key.
pub fn identity_key(name: &str) -> String {
    without_noise(search_key(name))
}

/// The identity key of a search key.
pub fn without_noise(whole: String) -> String {
    let mut key = whole.clone();
    for word in NOISE_WORDS.iter() {
        if key.contains(word) {
            key = key.replace(word, "");
        }
    }
    if key.is_empty() { whole } else { key }
}

/// The investors of a cell (`甲、乙`), each as an identity key, sorted.
pub fn investor_keys(text: &str) -> Vec<String> {
    let separators = ['\u{3001}', ';', '\u{ff1b}', '\n'];
    let mut keys: Vec<String> =
        text.split(separators).map(identity_key).filter(|key| !key.is_empty()).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Which phase (期) a name speaks of, if any.
pub fn phase(name: &str) -> Option<u32> {
    phase_in(&search_key(name))
}

/// Which phase a search key speaks of.
pub fn phase_in(key: &str) -> Option<u32> {
    PHASE_WORDS.iter().find(|(word, _)| key.contains(word)).map(|(_, number)| *number)
}

/// A cell as one line without control or direction characters, trimmed of all white space
/// including the full-width space.
pub fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// As [`clean`], without copying what is clean.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let visible = text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c });
    let kept: String = visible.filter(|c| !c.is_control() && !is_invisible(*c)).collect();
    Cow::Owned(kept.trim().to_owned())
}

/// Whether a cell is as [`clean`] leaves it; nearly all are.
fn is_clean(text: &str) -> bool {
    let hidden = |c: char| {
        !matches!(c, ' '..='~' | '\u{4e00}'..='\u{9fff}') && (c.is_control() || is_invisible(c))
    };
    text.trim().len() == text.len() && !text.chars().any(hidden)
}

/// Zero-width and bidirectional format characters, which can make two names look alike.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// A text as the name of a file that every system can hold: what separates folders or means
/// something to a system becomes `_`, and nothing is left out.
pub fn file_name(text: &str) -> String {
    let plain = |c: char| match c {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '_',
        c if c.is_control() => '_',
        c => c,
    };
    let name: String = text.chars().map(plain).collect();
    let edge = |c: char| c == '.' || c.is_whitespace();
    let name = name.trim_matches(edge);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let port = ["COM", "LPT"].iter().filter_map(|port| stem.strip_prefix(port)).any(|number| {
        let mut rest = number.chars();
        rest.next().is_some_and(|c| matches!(c, '0'..='9' | '\u{b9}' | '\u{b2}' | '\u{b3}'))
            && rest.next().is_none()
    });
    if name.is_empty() || port || RESERVED.contains(&stem.as_str()) {
        return format!("_{name}");
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_drift_have_one_key() {
        let key = identity_key("澄屿（苏州）光学有限公司");
        assert_eq!(key, identity_key(" 澄屿(苏州) 光学有限责任公司 "));
        assert_eq!(key, identity_key("澄屿【苏州】光学"));
        assert_eq!(identity_key("ＡＢＣ 项目"), "abc");
        assert_eq!(identity_key("项目"), "项目");
    }

    #[test]
    fn phases_and_investors_are_read_from_names() {
        assert_eq!(phase("澄屿光学二期项目"), Some(2));
        assert_eq!(phase("Chengyu Phase II"), Some(2));
        assert_eq!(phase("澄屿光学"), None);
        assert_eq!(investor_keys("乙公司、甲有限公司"), ["乙", "甲"].map(String::from));
    }

    #[test]
    fn cells_lose_what_cannot_be_seen() {
        assert_eq!(clean("\u{3000}甲\u{200b}乙\u{202e} \r\n"), "甲乙");
    }

    #[test]
    fn a_name_of_a_file_is_one_that_every_system_can_hold() {
        for (text, name) in [
            ("HD2020-0001资规函.docx", "HD2020-0001资规函.docx"),
            ("../供电反馈单.csv", "_供电反馈单.csv"),
            ("甲/供电.csv", "甲_供电.csv"),
            ("甲\\供电.csv", "甲_供电.csv"),
            ("<甲>:\"乙|丙?*\n.csv", "_甲___乙_丙___.csv"),
            (" .甲. ", "甲"),
            ("con.csv", "_con.csv"),
            ("Com1", "_Com1"),
            ("com10", "com10"),
            ("..", "_"),
        ] {
            assert_eq!(file_name(text), name, "{text}");
        }
    }
}
