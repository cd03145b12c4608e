use super::*;
use crate::format::sample;
use crate::view::page::{Cell, Row};

#[test]
fn a_page_becomes_one_file_with_semantic_tables() {
    insta::assert_snapshot!(without_style(&render(&sample::page(), Lang::Zh)));
}

/// The file without its style, which changes for looks alone.
fn without_style(file: &str) -> String {
    let (head, rest) = file.split_once("<style>").unwrap();
    let (_, tail) = rest.split_once("</style>").unwrap();
    let (before, policy) = head.split_once("style-src ").unwrap();
    let (_, policy) = policy.split_once("; ").unwrap();
    format!("{before}style-src …; {policy}{tail}").replace("><", ">\n<")
}

#[test]
fn what_a_district_wrote_is_never_markup() {
    let mut page = sample::page();
    page.place = "<b>".into();
    let hostile = "<script>alert(1)</script>&\"'\u{1b}[31m\u{202e}\u{0}";
    page.tables[0].rows.push(Row::data(vec![Cell::Text(hostile.into())]));
    let file = render(&page, Lang::Zh);
    assert!(file.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;'[31m<"), "{file}");
    assert!(!file.contains("<script") && !file.contains("<b>"), "{file}");
    assert!(!file.contains(|c| crate::format::cells::is_hidden(c) && c != '\n'), "{file}");
}

#[test]
fn a_wide_table_lies_across() {
    let mut page = sample::page();
    assert!(!render(&page, Lang::En).contains("A4 landscape"));
    let column = page.tables[0].columns[0];
    page.tables[0].columns.extend([column; 4]);
    assert!(render(&page, Lang::En).contains("A4 landscape"));
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let file = render(&sample::page(), Lang::En);
    assert!(file.contains("default-src 'none'") && file.contains("script-src 'none'"), "{file}");
    assert!(file.contains("<html lang=\"en\">"), "{file}");
    for fetched in ["http://", "https://", "url(", "@import", "src=", "style=\""] {
        assert!(!file.contains(fetched), "{fetched}");
    }
}
