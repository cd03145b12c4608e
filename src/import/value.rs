//! Values as people write them: one pure function for each type of field, for files and for what
//! is typed.

pub use super::amount::{amount, is_blank};
pub use super::date::{dated, month};
pub use super::measure::unit;

use super::words::{Kind as Word, fold, key_of};
use crate::error::Kind;
use crate::model::appeal::AppealOutcome;
use crate::model::calendar::DayKind;
use crate::model::clue::Urgency;
use crate::model::dispatch::DispatchRole;
use crate::model::entry::Basis;
use crate::model::exit::ExitGround;
use crate::model::field::Field;
use crate::model::meeting::Presence;
use crate::model::party::Role;
use crate::model::stage::Stage;

/// Letters in front of a project's code.
const CODE_PREFIX: &str = "XM";

/// The stage (推进阶段) a text names, in Chinese, English or by its key.
pub fn stage(text: &str) -> Option<Stage> {
    Stage::from_key(&fold(text)).or_else(|| key_of(Word::Stage, text).and_then(Stage::from_key))
}

/// The grounds of entry (入库依据) a text names, several joined by `、`.
pub fn basis(text: &str) -> Option<Vec<Basis>> {
    let separators = ['\u{3001}', ',', '\u{ff0c}', ';', '\u{ff1b}', '/', '\u{ff0f}', '+', '\n'];
    let mut found = Vec::new();
    for part in text.split(separators).filter(|part| !part.trim().is_empty()) {
        let key = key_of(Word::Basis, part).and_then(Basis::from_key);
        let basis = key.or_else(|| Basis::from_key(&fold(part)))?;
        if !found.contains(&basis) {
            found.push(basis);
        }
    }
    found.sort();
    (!found.is_empty()).then_some(found)
}

/// Yes or no: `是`, `有`, `√`, `Y`, `1`, `否`.
pub fn flag(text: &str) -> Option<bool> {
    key_of(Word::Flag, text).map(|key| key == "yes")
}

/// The ground for leaving (出库原因) a text names.
pub fn ground(text: &str) -> Option<ExitGround> {
    let named = || key_of(Word::Ground, text).and_then(ExitGround::from_key);
    ExitGround::from_key(&fold(text)).or_else(named)
}

/// How urgent (紧急程度) a text says something is.
pub fn urgency(text: &str) -> Option<Urgency> {
    key_of(Word::Urgency, text).and_then(Urgency::from_key)
}

/// How a person took part (出席, 列席, 请假), as a text says.
pub fn presence(text: &str) -> Option<Presence> {
    key_of(Word::Presence, text).and_then(Presence::from_key)
}

/// What became of an appeal (成效), as a text says.
pub fn outcome(text: &str) -> Option<AppealOutcome> {
    let named = || key_of(Word::Outcome, text).and_then(AppealOutcome::from_key);
    AppealOutcome::from_key(&fold(text)).or_else(named)
}

/// What a department answers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Final,
    Interim,
    /// 申请延期
    Extension,
    /// 退单
    Return,
}

/// What kind of answer (答复类型) a text names.
pub fn answer(text: &str) -> Option<Answer> {
    match key_of(Word::Reply, text)? {
        "final" => Some(Answer::Final),
        "interim" => Some(Answer::Interim),
        "extension" => Some(Answer::Extension),
        _ => Some(Answer::Return),
    }
}

/// The part a department has (主协办), as a text says.
pub fn role(text: &str) -> Option<DispatchRole> {
    key_of(Word::Role, text).and_then(DispatchRole::from_key)
}

/// What a notice makes of a day (放假 or 上班).
pub fn day_kind(text: &str) -> Option<DayKind> {
    key_of(Word::Rest, text).and_then(DayKind::from_key)
}

/// Whether a text means the bureau itself, to which a department returned something.
pub fn is_bureau(text: &str) -> bool {
    key_of(Word::Bureau, text).is_some()
}

/// The names of a list (`资规、住建（协办）`), each with its part where the list says so.
pub fn parties(text: &str) -> Vec<(String, Option<DispatchRole>)> {
    let separators = ['\u{3001}', ',', '\u{ff0c}', ';', '\u{ff1b}', '/', '\u{ff0f}', '+', '\n'];
    let part = |part: &str| {
        let pieces = part.split(['(', ')', '\u{ff08}', '\u{ff09}', ':', '\u{ff1a}']);
        let pieces: Vec<&str> = pieces.map(str::trim).filter(|piece| !piece.is_empty()).collect();
        let role = pieces.iter().find_map(|piece| role(piece));
        let name = pieces.iter().filter(|piece| self::role(piece).is_none());
        let name: Vec<&str> = name.copied().collect();
        (name.join(""), role)
    };
    text.split(separators).map(part).filter(|(name, _)| !name.is_empty()).collect()
}

/// The role (职责) of a contact a text names.
pub fn office(text: &str) -> Option<Role> {
    Role::from_key(&fold(text)).or_else(|| key_of(Word::Office, text).and_then(Role::from_key))
}

/// The field a heading or a key names.
pub fn field(text: &str) -> Option<Field> {
    let named = || super::words::field_of(&super::words::heading_form(text));
    Field::from_key(text.trim()).or_else(named)
}

/// A project's code (项目编号), `XM2020-0001`.
pub fn code(text: &str) -> Result<String, Kind> {
    let code = match text.starts_with(CODE_PREFIX) {
        true if text.is_ascii() && !text.contains(' ') => text.to_owned(),
        _ => fold(text).to_uppercase(),
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let parts = code.strip_prefix(CODE_PREFIX).and_then(|rest| rest.split_once('-'));
    match parts {
        Some((year, number))
            if year.len() == 4
                && (4..=9).contains(&number.len())
                && digits(year)
                && digits(number) =>
        {
            Ok(code)
        }
        _ => Err(Kind::BadCode),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_grounds_and_flags_are_read_in_words_and_keys() {
        for (text, expected) in [
            ("签约（未设立）", Some(Stage::Signed)),
            ("签约未设立", Some(Stage::Signed)),
            ("已登记设立", Some(Stage::Registered)),
            ("开工建设 ", Some(Stage::Started)),
            ("投产", Some(Stage::Production)),
            ("Under construction", Some(Stage::Started)),
            ("Signed, not registered", Some(Stage::Signed)),
            ("completed", Some(Stage::Completed)),
            ("流产", None),
        ] {
            assert_eq!(stage(text), expected, "{text}");
        }
        assert_eq!(
            basis("提请市级推动、签约大会"),
            Some(vec![Basis::Conference, Basis::PutForward])
        );
        assert_eq!(basis("scale, put_forward"), Some(vec![Basis::PutForward, Basis::Scale]));
        assert_eq!(basis("Signed at a conference"), Some(vec![Basis::Conference]));
        assert_eq!((basis("其他"), basis("")), (None, None));
        for text in ["是", "有", "√", "Y", "y", "1", "１", "增资", "Yes"] {
            assert_eq!(flag(text), Some(true), "{text}");
        }
        for text in ["否", "N", "no", "0", "×", "新设"] {
            assert_eq!(flag(text), Some(false), "{text}");
        }
        assert_eq!(flag("也许"), None);
    }

    #[test]
    fn every_key_is_a_value() {
        assert!(Stage::ALL.iter().all(|it| stage(it.key()) == Some(*it)));
        assert!(Role::ALL.iter().all(|it| office(it.key()) == Some(*it)));
        assert!(Basis::ALL.iter().all(|it| basis(it.key()) == Some(vec![*it])));
    }

    #[test]
    fn codes_have_one_form() {
        assert_eq!(code(" xm2020-0001 "), Ok("XM2020-0001".into()));
        assert_eq!(code("ＸＭ２０２０-0001"), Ok("XM2020-0001".into()));
        assert_eq!(code("XM2020-10001"), Ok("XM2020-10001".into()));
        for text in ["XM2020-001", "XM20-0001", "SQ2020-0001", "2020-0001", "XM2020_0001", "XM"] {
            assert_eq!(code(text), Err(Kind::BadCode), "{text}");
        }
    }
}
