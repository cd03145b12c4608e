//! Every way clap can refuse, in Chinese.

use super::*;
use crate::cli::language::localise;
use crate::cli::sample;
use std::collections::HashSet;

fn refuse(words: &[&str], lang: Lang) -> (ErrorKind, UsageAnswer) {
    let argv: Vec<OsString> = std::iter::once(&"tuijin").chain(words).map(OsString::from).collect();
    let command = localise(sample::command(), lang);
    let error = command.clone().try_get_matches_from(&argv).unwrap_err();
    (error.kind(), usage_fault(&error, &command, &argv, lang))
}

/// The first line of the answer.
fn first(words: &[&str], lang: Lang) -> String {
    refuse(words, lang).1.text(Colour::Off).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn every_refusal_is_a_chinese_sentence() {
    let cases: [(&[&str], &str); 17] = [
        (&["import", "a", "--distrct", "ks"], "没有“--distrct”这个选项；您是否想用 --district？"),
        (
            &["import", "--wholly-new"],
            "没有“--wholly-new”这个选项；如果它是一个值，请写在 -- 之后。",
        ),
        (&["list", "--dry-run"], "没有“--dry-run”这个选项。"),
        (&["list", "more"], "多了一个参数“more”。"),
        (&["imprt"], "没有“imprt”这个命令；您是否想用 import？"),
        (&["--", "list"], "多了一个参数“list”；您是否想用 list？"),
        (&["--lang", "fr", "list"], "--lang <语言> 不接受“fr”这个值（可选：zh、en）。"),
        (&["list", "--lang", "e"], "--lang <语言> 不接受“e”这个值；您是否想用 en？"),
        (&["import", "a", "--month"], "--month <月份> 后面缺少值。"),
        (&["import", "a", "-m", "三月"], "“三月”不是月份。"),
        (&["import", "a", "--rows", "many"], "--rows <行数> 不接受“many”这个值。"),
        (&["import", "a", "--rows", "70000"], "--rows <行数> 不接受“70000”这个值。"),
        (&["import", "a", "--span", "1"], "--span <金额> <金额> 要 2 个值，现有 1 个。"),
        (&["import", "a", "--codes", "1"], "--codes <编号> <编号>... 至少要 2 个值，只有 1 个。"),
        (&["import", "a", "--encoding", "gbk"], "--encoding=<编码> 的值要用等号连接。"),
        (&["import", "a", "--dry-run", "--admit"], "--dry-run 不能和 --admit 同时使用。"),
        (&["import", "a", "--admit", "--admit"], "--admit 只能写一次。"),
    ];
    for (words, sentence) in cases {
        assert_eq!(first(words, Lang::Zh), sentence, "{words:?}");
        assert_eq!(refuse(words, Lang::Zh).1.exit, 2);
        if words != ["import", "a", "-m", "三月"] {
            assert!(first(words, Lang::En).is_ascii(), "{words:?}");
        }
    }
    let rows = first(&["import", "a", "--rows", "70000"], Lang::En);
    assert_eq!(rows, "--rows <ROWS>: 70000 is not in 0..=65535.");
    assert_eq!(first(&["import"], Lang::Zh), "还缺 <文件>...。");
}

#[test]
fn what_was_typed_moves_no_cursor() {
    for lang in [Lang::Zh, Lang::En] {
        let (_, answer) = refuse(&["import", "a", "--dist\u{1b}[2J\trct\u{202e}"], lang);
        let text = answer.text(Colour::On).to_owned() + answer.text(Colour::Off);
        assert!(text.contains("--dist[2J rct"), "{text}");
        assert!(!text.contains("\u{1b}[2J") && !text.contains('\u{202e}'), "{text:?}");
    }
}

#[test]
fn the_usage_line_and_the_next_step_are_of_the_right_command() {
    let (_, answer) = refuse(&["--db", "list", "import", "a", "-m", "3"], Lang::Zh);
    let expected =
        "“3”不是月份。\n用法: tuijin import [选项] <文件>...\n用 tuijin import --help 看用法。\n";
    assert_eq!(answer.text(Colour::Off), expected);
    assert_eq!(answer.stream, Stream::Err);
    let (_, answer) = refuse(&["meeting", "freeze", "x"], Lang::En);
    let expected = "\"x\" is one argument too many.\nUsage: tuijin meeting freeze [OPTIONS]\nTry tuijin meeting freeze --help for how it is used.\n";
    assert_eq!(answer.text(Colour::On), expected);
}

#[test]
fn help_and_version_go_to_stdout_and_a_missing_command_shows_help() {
    let (_, help) = refuse(&["import", "-h"], Lang::Zh);
    assert_eq!((help.stream, help.exit), (Stream::Out, 0));
    assert!(help.text(Colour::Off).contains("用法: tuijin import"));
    assert!(!help.text(Colour::Off).contains('\u{1b}') && help.text(Colour::On).contains('\u{1b}'));
    let (_, version) = refuse(&["-V"], Lang::Zh);
    assert_eq!((version.text(Colour::On), version.exit), ("tuijin 0.1.0\n", 0));
    for words in [&[][..], &["meeting"], &["--db", "x"], &["--db", "x", "meeting"]] {
        let (_, answer) = refuse(words, Lang::Zh);
        assert_eq!((answer.stream, answer.exit), (Stream::Err, 2));
        assert!(answer.text(Colour::Off).contains("用法: tuijin"), "{}", answer.text(Colour::Off));
    }
}

/// Kinds that no command line can bring about here are made by hand.
#[test]
fn every_kind_of_error_has_words() {
    use ErrorKind::*;
    let kinds = [
        InvalidValue,
        UnknownArgument,
        InvalidSubcommand,
        NoEquals,
        ValueValidation,
        TooManyValues,
        TooFewValues,
        WrongNumberOfValues,
        ArgumentConflict,
        MissingRequiredArgument,
        MissingSubcommand,
        InvalidUtf8,
    ];
    let command = localise(sample::command(), Lang::Zh);
    let mut sentences = HashSet::new();
    for kind in kinds {
        let error = clap::Error::new(kind);
        let answer = usage_fault(&error, &command, &[], Lang::Zh);
        let text = answer.text(Colour::Off).to_owned();
        assert!(!text.lines().next().unwrap().is_ascii(), "{text}");
        sentences.insert(text);
    }
    assert_eq!(sentences.len(), kinds.len());
}

#[test]
fn colour_is_for_terminals_without_no_color() {
    assert_eq!(Colour::choose(true, None), Colour::On);
    assert_eq!(Colour::choose(true, Some("")), Colour::On);
    assert_eq!(Colour::choose(true, Some("1")), Colour::Off);
    assert_eq!(Colour::choose(false, None), Colour::Off);
}
