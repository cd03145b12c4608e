//! Nothing of the other language is left in a help text.

use super::*;
use crate::cli::sample;

/// What a command prints for `--help` or `-h`.
fn help(words: &[&str], lang: Lang) -> String {
    let argv = std::iter::once("tuijin").chain(words.iter().copied());
    localise(sample::command().term_width(100), lang)
        .try_get_matches_from(argv)
        .unwrap_err()
        .to_string()
}

const PAGES: [&[&str]; 7] = [
    &["-h"],
    &["--help"],
    &["import", "-h"],
    &["import", "--help"],
    &["ls", "-h"],
    &["meeting", "--help"],
    &["meeting", "freeze", "-h"],
];

#[test]
fn chinese_help_has_no_english_word() {
    let allowed = "tuijin import list ls meeting freeze zh en TUIJIN_DB h V m";
    for page in PAGES {
        let text = help(page, Lang::Zh);
        let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
        for word in words.filter(|word| word.contains(|c: char| c.is_ascii_alphabetic())) {
            let known = allowed.split(' ').any(|known| known == word.trim_start_matches('-'));
            assert!(known || word.starts_with("--"), "{word} in\n{text}");
        }
    }
}

#[test]
fn english_help_has_no_chinese_word() {
    for page in PAGES {
        let text = help(page, Lang::En);
        assert!(text.is_ascii(), "{text}");
    }
}

#[test]
fn a_chinese_help_page_reads_like_this() {
    insta::assert_snapshot!(help(&["-h"], Lang::Zh), @r"
    重点外资项目库

    用法: tuijin [选项] <命令>

    命令:
      import   登记月报
      list     列出项目（别名：ls）
      meeting  督办会

    选项:
          --db <文件>    库文件（环境变量：TUIJIN_DB）
          --lang <语言>  界面语言（默认：zh）（可选：zh、en）
      -h, --help         显示帮助
      -V, --version      显示版本

    示例：
      tuijin list
    ");
    insta::assert_snapshot!(help(&["import", "-h"], Lang::Zh), @r"
    登记月报

    用法: tuijin import [选项] <文件>...

    参数:
      <文件>...  月报文件

    筛选:
          --district <板块>  所属板块（别名：--area）

    选项:
          --db <文件>               库文件（环境变量：TUIJIN_DB）
          --lang <语言>             界面语言（默认：zh）（可选：zh、en）
      -m, --month <月份>            报告月份
          --rows <行数>             行数上限
          --span <金额> <金额>      单价区间
          --codes <编号> <编号>...  至少两个
          --encoding=<编码>         编码
          --dry-run                 只试算
          --admit                   直接入库
      -h, --help                    显示帮助
    ");
    insta::assert_snapshot!(help(&["import", "-h"], Lang::En), @r"
    Import monthly reports

    Usage: tuijin import [OPTIONS] <FILE>...

    Arguments:
      <FILE>...  The reports

    Options:
          --db <FILE>               Library file [env: TUIJIN_DB]
          --lang <LANG>             Language [default: zh] [possible values: zh, en]
      -m, --month <MONTH>           The month
          --rows <ROWS>             Most rows
          --span <AMOUNT> <AMOUNT>  A span
          --codes <CODE> <CODE>...  At least two
          --encoding=<ENCODING>     Encoding
          --dry-run                 Only rehearse
          --admit                   Admit at once
      -h, --help                    Show help

    Filters:
          --district <DISTRICT>  The district [aliases: --area]
    ");
}

#[test]
fn long_help_is_split_paragraph_by_paragraph() {
    let text = help(&["import", "--help"], Lang::Zh);
    assert!(
        text.starts_with("登记月报\n\n逐行核对。\n\n用法: tuijin import [选项] <文件>..."),
        "{text}"
    );
    assert!(text.contains("缺省时取文件中的月份。\n"));
    assert_eq!(half("示例\n|\nExamples\n", Lang::En), "Examples");
    assert_eq!(half("甲 | A\n\n  tuijin list", Lang::Zh), "甲\n\n  tuijin list");
}

#[test]
fn aliases_still_work_where_they_are_named() {
    let command = || localise(sample::command(), Lang::Zh);
    assert_eq!(command().get_matches_from(["tuijin", "ls"]).subcommand_name(), Some("list"));
    let matches = command().get_matches_from(["tuijin", "import", "--area", "ks", "a.csv"]);
    assert!(matches.subcommand_matches("import").is_some());
    command().debug_assert();
    localise(sample::command(), Lang::En).debug_assert();
}

#[test]
fn a_help_text_without_the_bar_is_found() {
    assert_eq!(untranslated(&sample::command()), [""; 0]);
    let bad = Command::new("tuijin").about("a | b").subcommand(
        Command::new("list")
            .about("only English")
            .after_help("only English")
            .arg(Arg::new("name").long("name").value_name("NAME").help("名 | Name"))
            .arg(Arg::new("quiet").long("quiet").action(ArgAction::SetTrue).help("安静"))
            .arg(
                Arg::new("code")
                    .help("编号 | Code")
                    .long_help("编号 | Code\n\n更多")
                    .value_name("编号|CODE"),
            ),
    );
    let expected = [
        "tuijin list",
        "tuijin list: after_help",
        "tuijin list --name: value_name",
        "tuijin list --quiet",
        "tuijin list code: long_help",
    ];
    assert_eq!(untranslated(&bad), expected);
}
