//! What must stay true of every sentence.

use super::notes::notes;
use super::refusals::{places, refusals};
use super::sample::findings;
use super::{LANGS, assert_clean, is_han};
use crate::error::{Kind, Place};
use crate::labels::*;
use crate::model::finding::Verdict;
use crate::model::money::Usd;

fn every_refusal() -> Vec<Refusal> {
    let kinds = refusals();
    places()
        .iter()
        .flat_map(|place| kinds.iter().map(|kind| kind.clone().at(place.clone())))
        .collect()
}

/// Latin words that a Chinese sentence may hold besides flags, codes and file names.
const KNOWN: &[&str] = &[
    "XML",
    "OpenDocument",
    "MB",
    "CSV",
    "Excel",
    "WPS",
    "PDF",
    "Word",
    "UTF-8",
    "GB18030",
    "TUIJIN_TODAY",
    "CNY",
    "tuijin",
    "init",
    "district",
    "department",
    "rate",
    "set",
    "list",
    "learn",
    "all",
    "import",
    "add",
    "reports",
    "nil",
    "update",
    "log",
    "undo",
    "redo",
    "restore",
    "backup",
    "remove",
    "readmit",
    "merge",
    "screen",
    "show",
    "appeal",
    "take",
    "clues",
    "for",
    "templates",
    "write",
    "letter",
    "setting",
    "md",
    "letter",
    "draft",
    "outcome",
    "reply",
    "send-back",
    "meeting",
    "plan",
    "move",
    "freeze",
    "close",
    "diff",
    "decide",
    "cancel",
    "task",
    "pack",
    "check",
    "agenda",
    "summary.overview",
];
const VALUES: [&str; 11] =
    ["xlsx", "include", "skip", "table", "csv", "json", "pdf", "total", "year", "month", "rules"];

/// A Latin word in a Chinese sentence that is no flag, code, file name or known value.
fn stray_english(sentence: &str) -> Option<&str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_.=".contains(c);
    sentence.split(|c: char| !is_word(c)).find(|token| {
        token.chars().any(|c| c.is_ascii_alphabetic())
            && !token.starts_with("--")
            && !token.starts_with("XM20")
            && !["JZ20", "SQ20", "HD20", "XS20", "DB20", "DP20", "RW20", "HW20"]
                .iter()
                .any(|code| token.starts_with(code))
            && !token.starts_with('.')
            && !token.ends_with(".db")
            && !token.ends_with("=new")
            && !KNOWN.contains(token)
            && !VALUES.contains(token)
    })
}

fn assert_one_sentence(sentence: &str, lang: Lang) {
    match lang {
        Lang::Zh => {
            assert!(sentence.ends_with('。'), "{sentence}");
            assert_eq!(sentence.matches('。').count(), 1, "{sentence}");
            for half in [", ", "; ", ": ", "(", ")", "\"", "?"] {
                assert!(!sentence.contains(half), "half width {half:?} in {sentence}");
            }
            assert_eq!(stray_english(sentence), None, "{sentence}");
        }
        Lang::En => {
            assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
            assert!(!sentence.contains(". "), "{sentence}");
            assert!(sentence.chars().next().is_some_and(|c| !c.is_lowercase()), "{sentence}");
        }
    }
}

#[test]
fn a_finding_tells_rule_value_threshold_clause_and_day() {
    let all = findings();
    let below = all.iter().find(|finding| {
        finding.verdict == Verdict::Fail && finding.seen == Seen::Amount(Some(Usd(5_000_000_000)))
    });
    let below = below.unwrap();
    assert_eq!(
        finding(below, Lang::Zh),
        "达到规模：投资总额 5,000.00万美元，低于 1亿美元（以上含本数）；依据《示例办法》，2020-03-01起，示例"
    );
    assert_eq!(
        finding(below, Lang::En),
        "Large enough: total investment USD 50 million, below USD 100 million (inclusive); under \
         《示例办法》, from 2020-03-01, example"
    );
    for given in &all {
        for lang in LANGS {
            assert_clean(&finding(given, lang));
            assert_clean(&seen(&given.seen, Unit::TenThousand, lang));
        }
    }
}

#[test]
fn every_refusal_is_one_sentence_wherever_it_happens() {
    for refused in every_refusal() {
        let given = matches!(refused.kind, Kind::Usage { .. });
        for lang in LANGS {
            let sentence = refusal(&refused, lang);
            assert_clean(&sentence);
            if !given {
                assert_one_sentence(&sentence, lang);
            }
        }
    }
}

#[test]
fn a_refusal_names_place_and_next_step() {
    let place = Place { sheet: None, value: Some("-5".into()), ..places().remove(0) };
    let refused = Kind::NegativeAmount.at(place);
    assert_eq!(
        refusal(&refused, Lang::Zh),
        "文件“昆山.csv”第7行“投资总额（万美元）”列的值“-5”是负数，金额不能为负；请改正后重新导入。"
    );
    assert_eq!(
        refusal(&refused, Lang::En),
        "The amount “-5” in file “昆山.csv”, row 7, column “投资总额（万美元）” is negative, which \
         an amount cannot be; correct it and import again."
    );
    let typed = Kind::NegativeAmount.at(Place::value("-5"));
    assert_eq!(refusal(&typed, Lang::Zh), "金额“-5”是负数，金额不能为负；请改正后重试。");
    let near = Kind::NearMatch { candidates: vec![("XM2020-0001".into(), "澄屿光学".into())] };
    assert_eq!(
        refusal(&near.at(Place { row: Some(7), ..Place::value("澄屿光电") }), Lang::Zh),
        "第7行：项目名称“澄屿光电”与在库项目相近：XM2020-0001 澄屿光学；是同一项目的用 --match \
         澄屿光电=编号 指明，确为新项目的用 --match 澄屿光电=new。"
    );
}

#[test]
fn what_comes_from_outside_stays_on_one_line() {
    let nasty = format!("甲\n乙\u{1b}[31m{}", "长".repeat(500));
    let refused = Kind::BadAmount.at(Place::value(&nasty));
    let sentence = refusal(&refused, Lang::Zh);
    assert!(!sentence.chars().any(char::is_control) && sentence.chars().count() < 150);
}

#[test]
fn every_note_is_said_in_both_languages() {
    for given in notes() {
        for lang in LANGS {
            let sentence = note(&given, lang);
            assert_clean(&sentence);
            if lang == Lang::Zh {
                assert_eq!(stray_english(&sentence), None, "{sentence}");
                assert!(sentence.chars().any(is_han), "{sentence}");
            }
        }
    }
    let zh: Vec<String> = notes().iter().map(|given| note(given, Lang::Zh)).collect();
    let expected = [
        "截至2020年2月底（报告月份）\u{3000}录入至2020-03-10",
        "当前在库\u{3000}录入至2020-03-10",
        "昆山.csv：编码 GB18030，表头第4行，板块 昆山市，报告月份 2020年2月，单位 万美元",
    ];
    for sentence in expected {
        assert!(zh.iter().any(|said| said == sentence), "{sentence}");
    }
}
