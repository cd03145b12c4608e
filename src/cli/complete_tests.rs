//! What is offered at each place, without a shell and without a library.

use super::*;
use crate::labels::Lang;

/// The words offered for a command line that ends in the word being typed.
fn offered(shell: Shell, words: &[&str]) -> Vec<String> {
    let all = words.iter().map(|word| (*word).to_owned()).collect();
    let line = Line::read(shell, all, words.len() - 1);
    let mut tree = command();
    tree.build();
    let place = Place::find(&tree, &line.before, &line.typed);
    match value::wanted(&place, None, Lang::Zh) {
        value::Wanted::Files => vec!["files".to_owned()],
        value::Wanted::Words(offers) => {
            let text = line.write(shell, &offers);
            text.lines().map(|line| line.split('\t').next().unwrap_or(line).to_owned()).collect()
        }
    }
}

#[test]
fn each_place_has_its_own_words() {
    let cases: [(&[&str], &[&str]); 17] = [
        (&["tuijin", "sh"], &["show"]),
        (&["tuijin", "meeting", "f"], &["freeze"]),
        (&["tuijin", "--db", "x.db", "-q", "ba"], &["backup"]),
        (&["tuijin", "--db", "x.db", "__"], &[]),
        (&["tuijin", "summary", "ap"], &["appeals"]),
        (&["tuijin", "list", "--des"], &["--desc"]),
        (&["tuijin", "list", "--desc", "--des"], &[]),
        (&["tuijin", "list", "--stage", "登"], &["登记设立"]),
        (&["tuijin", "list", "--stage", "reg"], &[]),
        (&["tuijin", "list", "--format", "x"], &["xlsx"]),
        (&["tuijin", "list", "--format=x"], &["--format=xlsx"]),
        (&["tuijin", "list", "--format", "=", "x"], &["xlsx"]),
        (&["tuijin", "list", "--output", ""], &["files"]),
        (&["tuijin", "import", ""], &["files"]),
        (&["tuijin", "import", "--", "-x"], &["files"]),
        (&["tuijin", "show", "XM", "--for"], &["--format"]),
        (&["tuijin", "remove", "XM", "--ground", "\"投"], &["投产"]),
    ];
    for (words, expected) in cases {
        assert_eq!(offered(Shell::Bash, words), expected, "{words:?}");
    }
    assert_eq!(offered(Shell::Powershell, &["tuijin", "list", "--format=x"]), ["--format=xlsx"]);
    let all = offered(Shell::Bash, &["tuijin", ""]);
    assert!(all.contains(&"init".to_owned()) && !all.contains(&"help".to_owned()), "{all:?}");
    assert!(!all.iter().any(|word| word.starts_with('_')), "{all:?}");
    // Nothing has been typed yet where the words end before it.
    let line = Line::read(Shell::Powershell, vec!["tuijin".to_owned()], 1);
    assert_eq!((line.before.len(), line.typed.as_str()), (0, ""));
}

#[test]
fn what_would_mean_something_to_a_shell_is_kept_from_it() {
    let offer =
        |word: &str| crate::model::noun::Offer { word: word.to_owned(), about: "x".to_owned() };
    let written = |shell, typed: &str, word| {
        let line =
            Line::read(shell, vec!["tuijin".to_owned(), "show".to_owned(), typed.to_owned()], 2);
        let text = line.write(shell, &[offer(word)]);
        text.split('\t').next().unwrap_or_default().to_owned()
    };
    let bash = |typed, word| written(Shell::Bash, typed, word);
    assert_eq!(bash("", "甲 (乙)'$丙"), "甲\\ \\(乙\\)\\'\\$丙");
    assert_eq!(bash("\"甲", "甲 (乙)"), "甲 (乙)");
    let power = |typed, word| written(Shell::Powershell, typed, word);
    assert_eq!(power("", "XM2020-0001"), "XM2020-0001");
    assert_eq!(power("", "澄屿光学"), "澄屿光学");
    assert_eq!(power("", "甲’乙 (丙)"), "'甲’’乙 (丙)'");
    assert_eq!(power("", "甲“乙”"), "'甲“乙”'");
    assert_eq!(power("'甲", "甲"), "'甲'");
}

#[test]
fn the_library_is_the_one_the_command_line_names() {
    let named = |words: &[&str]| {
        let all: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Line::read(Shell::Bash, all.clone(), all.len() - 1).library
    };
    assert_eq!(named(&["tuijin", "--db", "a b.db", "show", ""]), Some("a b.db".to_owned()));
    assert_eq!(named(&["tuijin", "--db", "=", "a.db", "show", ""]), Some("a.db".to_owned()));
    assert_eq!(named(&["tuijin", "--db=a\\ b.db", "show", ""]), Some("a b.db".to_owned()));
    assert_eq!(named(&["tuijin", "show", ""]), None);
}

#[test]
fn a_script_is_ascii_and_asks_the_hidden_command() {
    for script in
        [&include_bytes!("complete/tuijin.bash")[..], include_bytes!("complete/tuijin.ps1")]
    {
        let text = std::str::from_utf8(script).unwrap();
        assert!(text.is_ascii() && text.contains("__complete"));
    }
}
