//! argv in, exit code out: one file per command; only [`context`] knows clock, user, paths and
//! locale. Nobody may use this room.

mod activity;
mod add;
mod answer;
mod appeal;
mod appeal_flags;
mod args;
mod board;
mod calendar;
mod category;
mod circular;
mod complete;
mod context;
mod directory;
mod feedback;
mod flags;
mod folder;
mod import;
mod init;
pub mod language;
mod letter;
mod list;
mod log;
pub mod man;
mod meeting;
mod office;
mod output;
mod pack;
mod readmit;
mod remove;
mod rename;
mod reports;
mod rules;
mod safety;
#[cfg(test)]
#[path = "sample_tests.rs"]
mod sample;
mod screen;
mod setting;
mod show;
mod split;
mod stage;
mod summary;
mod task;
mod template;
mod terminal;
mod texts;
mod typed;
mod undo;
mod untranslated;
mod update;
pub mod usage;

use crate::error::{Fault, Place, Result};
use crate::labels::{self, prompt};
use answer::{Colour, Stream};
use args::{Cli, Command};
use clap::{CommandFactory, FromArgMatches};
use context::Context;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::process::ExitCode;

/// The whole command tree, with help in both languages (`中文 | English`).
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs the program on the process's arguments.
pub fn run() -> ExitCode {
    let argv: Vec<OsString> = std::env::args_os().collect();
    let lang = context::language(&argv);
    let tree = language::localise(command(), lang);
    let matches = match tree.clone().try_get_matches_from(&argv) {
        Ok(matches) => matches,
        Err(error) => return say(&usage::usage_fault(&error, &tree, &argv, lang)),
    };
    let done = Cli::from_arg_matches(&matches)
        .map_err(|error| Fault::Internal(error.into()))
        .and_then(|cli| {
            let context = Context::new(&cli.global, lang, &argv)?;
            dispatch(&context, cli.command)
        });
    match done {
        Ok(code) => ExitCode::from(code),
        Err(fault) => {
            match &fault {
                Fault::Refused(refusal) => output::say(&labels::refusal(refusal, lang)),
                Fault::Library(kind) => {
                    let refusal = kind.as_ref().clone().at(Place::default());
                    output::say(&labels::refusal(&refusal, lang));
                }
                Fault::Internal(error) => {
                    let what = prompt::prompt(prompt::Prompt::OurFault, lang);
                    output::say(&format!("{what}{error:#}"));
                }
                Fault::BrokenPipe => {}
            }
            ExitCode::from(fault.exit_code())
        }
    }
}

/// Prints help, or what clap refused.
fn say(answer: &answer::UsageAnswer) -> ExitCode {
    let no_color = std::env::var("NO_COLOR").ok();
    let colour = |terminal| Colour::choose(terminal, no_color.as_deref());
    match answer.stream {
        Stream::Out => {
            let text = answer.text(colour(std::io::stdout().is_terminal()));
            // A reader that went away wants no more help.
            let _ = output::to_stdout(text.as_bytes());
        }
        Stream::Err => output::say(answer.text(colour(std::io::stderr().is_terminal())).trim_end()),
    }
    ExitCode::from(answer.exit)
}

fn dispatch(context: &Context, command: Command) -> Result<u8> {
    match command {
        Command::Init(args) => init::run(context, &args),
        Command::District(args) => directory::district(context, args.action),
        Command::Department(args) => directory::department(context, args.action),
        Command::Contact(args) => directory::contact(context, args.action),
        Command::Rate(args) => directory::rate(context, args.action),
        Command::Add(args) => add::run(context, &args),
        Command::Update(args) => update::run(context, &args),
        Command::Remove(args) => remove::remove(context, &args),
        Command::Readmit(args) => readmit::run(context, &args),
        Command::Rename(args) => rename::run(context, &args),
        Command::Merge(args) => remove::merge(context, &args),
        Command::Split(args) => split::run(context, &args),
        Command::Screen(args) => screen::run(context, &args),
        Command::List(args) => list::run(context, &args),
        Command::Show(args) => show::run(context, &args),
        Command::History(args) => log::history(context, &args),
        Command::Rules(args) => rules::run(context, &args),
        Command::Import(args) => import::run(context, &args),
        Command::Appeal(args) => appeal::run(context, &args),
        Command::Calendar(args) => calendar::run(context, &args),
        Command::Setting(args) => setting::run(context, &args),
        Command::Category(args) => category::run(context, &args),
        Command::Letter(args) => letter::run(context, &args),
        Command::Meeting(args) => meeting::run(context, &args),
        Command::Pack(args) => pack::run(context, &args),
        Command::Feedback(args) => feedback::run(context, &args),
        Command::Activity(args) => activity::run(context, &args),
        Command::Board(args) => board::run(context, &args),
        Command::Circular(args) => circular::run(context, &args),
        Command::Reports(args) => reports::run(context, &args),
        Command::Summary(args) => summary::run(context, &args),
        Command::Task(args) => task::run(context, &args),
        Command::Template(args) => template::run(context, &args),
        Command::Log(args) => log::log(context, &args),
        Command::Undo(args) => undo::undo(context, &args),
        Command::Redo(args) => undo::redo(context, &args),
        Command::Check(_) => safety::check(context),
        Command::Backup(args) => safety::backup(context, &args),
        Command::Restore(args) => safety::restore(context, &args),
        Command::Completion(args) => complete::script(context, &args),
        Command::Man(args) => man::run(context, &args),
        Command::Complete(args) => complete::answer(&args, context.lang),
    }
}
