//! What a library says of itself, to be compared as a whole.

use crate::sandbox::Sandbox;
use std::process::Output;

/// Everything a library says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What `check` says, which is asked first: it is the first to open the library.
    pub check: (Option<i32>, String),
    /// The pages of the other questions.
    pub pages: Vec<(Option<i32>, String)>,
}

const PAGES: [&[&str]; 5] = [
    &["list", "--columns", "all", "--format", "json"],
    &["list", "--left", "--columns", "all", "--format", "json"],
    &["summary", "--month", "2020-02", "--format", "json"],
    &["log", "--all", "--format", "json"],
    &["screen", "list", "--state", "all", "--format", "json"],
];

impl Content {
    pub fn of(sandbox: &Sandbox) -> Content {
        let check = Content::check(sandbox);
        Content { check, pages: PAGES.iter().map(|args| answer(&sandbox.output(args))).collect() }
    }

    /// The first line that differs, for the report of a failure.
    pub fn against(&self, other: &Content) -> String {
        let pages = |content: &Content| {
            let all = std::iter::once(&content.check).chain(&content.pages);
            all.map(|(code, text)| format!("exit {code:?}\n{text}\n")).collect::<String>()
        };
        let (ours, theirs) = (pages(self), pages(other));
        let differs = ours.lines().zip(theirs.lines()).find(|(our, their)| our != their);
        differs.map_or_else(|| "length".to_owned(), |(our, their)| format!("{our} | {their}"))
    }

    pub fn check(sandbox: &Sandbox) -> (Option<i32>, String) {
        answer(&sandbox.output(&["check", "--quiet"]))
    }
}

fn answer(output: &Output) -> (Option<i32>, String) {
    let text = [output.stdout.as_slice(), &output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    // The machine's clock alone differs between two runs.
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("\"clock\": "));
    (output.status.code(), lines.collect::<Vec<_>>().join("\n"))
}
