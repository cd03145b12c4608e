//! `man`: a manual page for each command in both languages, drawn from the help itself.

use super::context::Context;
use super::language::{default_heading, localise};
use super::{command, stage};
use crate::error::Result;
use crate::labels::Lang;
use crate::labels::manpage::{ManWord, man_word};
use crate::labels::usage::{HelpWord, help_word};
use clap::{Arg, Args, Command};
use roff::{Inline, Roff, bold, italic, roman};
use std::path::PathBuf;

/// 把全部命令的说明写成手册页，中英文各一套，供 Linux、麒麟上的 man 查看。 | Writes a manual page for each command, in both languages, for man.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin man --output-dir man\n|\nExamples:\n  tuijin man --output-dir man"
)]
pub struct ManArgs {
    /// 写入的文件夹 | The folder to write to
    #[arg(long, value_name = "文件夹|FOLDER")]
    output_dir: PathBuf,
}

pub fn run(context: &Context, args: &ManArgs) -> Result<u8> {
    let mut stage = stage::Stage::default();
    // The layout that man looks for: a language it has no page of is read in English.
    for (lang, place) in [(Lang::En, "man1"), (Lang::Zh, "zh_CN/man1")] {
        stage.lay(&args.output_dir.join(place), &pages(lang))?;
    }
    for note in stage.put()? {
        context.tell(&note);
    }
    Ok(0)
}

/// Every page by its file name.
pub fn pages(lang: Lang) -> Vec<(String, Vec<u8>)> {
    let mut tree = localise(command(), lang);
    tree.build();
    let mut pages = Vec::new();
    draw(&mut tree, &["tuijin".to_owned()], lang, &mut pages);
    pages
}

fn draw(command: &mut Command, path: &[String], lang: Lang, pages: &mut Vec<(String, Vec<u8>)>) {
    let text = page(command, path, lang);
    pages.push((format!("{}.1", path.join("-")), text.into_bytes()));
    for sub in command.get_subcommands_mut() {
        if is_shown(sub) {
            let path = [path, &[sub.get_name().to_owned()]].concat();
            draw(sub, &path, lang, pages);
        }
    }
}

/// clap adds a `help` of its own, which the program does without.
fn is_shown(command: &Command) -> bool {
    !command.is_hide_set() && command.get_name() != "help"
}

fn page(command: &mut Command, path: &[String], lang: Lang) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    let root = path.len() == 1;
    let name = path.join("-");
    let version = concat!("tuijin ", env!("CARGO_PKG_VERSION"));
    let word = |word| man_word(word, lang);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = Roff::new();
    // The same pages whenever they are written: no date stands on them.
    page.control("TH", [&*name.to_uppercase(), "1", " ", version, word(ManWord::Title)]);
    // Lines of Chinese have few spaces to stretch, and words of commands are not to be parted.
    page.control("ad", ["l"]).control("nh", []);
    page.control("SH", [word(ManWord::Name)]);
    page.text([roman(format!("{name} - {}", first_line(&about)))]);
    page.control("SH", [word(ManWord::Synopsis)]);
    for line in usage.lines() {
        page.text([bold(line.trim())]).control("br", []);
    }
    let long = command.get_long_about().map(ToString::to_string).unwrap_or(about);
    page.control("SH", [word(ManWord::Description)]);
    for paragraph in long.split("\n\n") {
        page.control("PP", []).text([roman(paragraph.trim())]);
    }
    commands(command, path, lang, &mut page);
    arguments(command, root, lang, &mut page);
    examples(command, lang, &mut page);
    if root {
        page.control("SH", [word(ManWord::ExitStatus)]);
        page.text([roman(word(ManWord::ExitCodes))]);
    } else {
        page.control("SH", [word(ManWord::SeeAlso)]);
        let above = path.split_last().map(|(_, above)| above.join("-")).unwrap_or_default();
        page.text([bold(above), roman("(1)")]);
    }
    let text = page.to_roff();
    // Chinese lines break between characters, which groff has to be told.
    let head = lang.pick((".if \\n(.g .mso zh.tmac\n", ""));
    format!("'\\\" -*- coding: UTF-8 -*-\n{head}{text}")
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim_end_matches(['\u{3002}', '.'])
}

fn commands(command: &Command, path: &[String], lang: Lang, page: &mut Roff) {
    let mut shown = command.get_subcommands().filter(|sub| is_shown(sub)).peekable();
    if shown.peek().is_none() {
        return;
    }
    page.control("SH", [&*help_word(HelpWord::Commands, lang).to_uppercase()]);
    for sub in shown {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        let name = format!("{}-{}", path.join("-"), sub.get_name());
        page.control("TP", []).text([bold(name), roman("(1)")]);
        page.text([roman(first_line(&about))]);
    }
}

/// Arguments under their headings, in the order of the help.
fn arguments(command: &Command, root: bool, lang: Lang, page: &mut Roff) {
    let shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
    // clap hands general options and `-h` down to every command.
    let shown = shown.filter(|arg| root || !arg.is_global_set());
    let mut headed: Vec<(String, Vec<&Arg>)> = Vec::new();
    for arg in shown {
        let word = if arg.is_positional() { HelpWord::Arguments } else { HelpWord::Options };
        let heading = arg.get_help_heading().or_else(|| default_heading(word, lang));
        let heading = heading.unwrap_or_else(|| help_word(word, lang)).to_owned();
        match headed.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, args)) => args.push(arg),
            None => headed.push((heading, vec![arg])),
        }
    }
    for (heading, args) in headed {
        page.control("SH", [&*heading.to_uppercase()]);
        for arg in args {
            page.control("TP", []).text(signature(arg));
            let help = arg.get_long_help().or_else(|| arg.get_help());
            let help = help.map(ToString::to_string).unwrap_or_default();
            page.text([roman(help.replace("\n\n", "\n"))]);
        }
    }
    if !root {
        page.control("PP", []).text([roman(man_word(ManWord::GeneralOptions, lang))]);
    }
}

/// `-o, --output <FILE>`
fn signature(arg: &Arg) -> Vec<Inline> {
    let short = arg.get_short().map(|short| format!("-{short}"));
    let long = arg.get_long().map(|long| format!("--{long}"));
    let named = [short, long].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut parts = Vec::new();
    if !named.is_empty() {
        parts.push(bold(named));
    }
    if arg.is_positional() || arg.get_action().takes_values() {
        let names = arg.get_value_names().unwrap_or_default();
        let names = names.iter().map(|name| format!("<{name}>")).collect::<Vec<_>>().join(" ");
        if !parts.is_empty() {
            parts.push(roman(" "));
        }
        parts.push(italic(names));
    }
    parts
}

/// The lines after the heading of the examples.
fn examples(command: &Command, lang: Lang, page: &mut Roff) {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let mut lines = text.lines().filter(|line| line.starts_with(' ')).peekable();
    if lines.peek().is_none() {
        return;
    }
    page.control("SH", [man_word(ManWord::Examples, lang)]);
    page.control("nf", []);
    for line in lines {
        page.text([roman(line.trim())]);
    }
    page.control("fi", []);
}
