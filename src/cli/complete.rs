//! `completion`, and the hidden `__complete` that the script it prints asks while a person types.
//! The words come from the library the command line being typed would use.

mod place;
mod shell;
mod value;

use super::context::{Context, default_library};
use super::{command, output};
use crate::error::Result;
use crate::labels::Lang;
use clap::{Args, ValueEnum};
use place::Place;
use shell::Line;
use std::ffi::OsString;
use std::path::PathBuf;

/// 命令行补全的脚本：按 Tab 键补出命令、选项，以及项目库中的编号、板块和部门。 | The script that completes commands, options, codes, districts and departments at the Tab key.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin completion bash --output tuijin.bash\n  tuijin completion powershell --output tuijin.ps1\n|\nExamples:\n  tuijin completion bash --output tuijin.bash\n  tuijin completion powershell --output tuijin.ps1"
)]
pub struct CompletionArgs {
    /// 哪种命令行：bash 或 powershell | Which shell: bash or powershell
    #[arg(value_name = "命令行|SHELL", value_enum, hide_possible_values = true)]
    shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shell {
    Bash,
    Powershell,
}

pub fn script(context: &Context, args: &CompletionArgs) -> Result<u8> {
    context.put(match args.shell {
        Shell::Bash => include_bytes!("complete/tuijin.bash"),
        Shell::Powershell => include_bytes!("complete/tuijin.ps1"),
    })?;
    Ok(0)
}

/// What the script asks with.
#[derive(Debug, Args)]
pub struct CompleteArgs {
    #[arg(value_enum)]
    shell: Shell,

    /// Which of the words is being typed; the one after the last where nothing of it is there yet:
    /// some shells cannot hand over an empty word.
    at: usize,

    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<OsString>,
}

/// Answers in lines: what to put in, a tab, what to show; the first line says whether names of
/// files are wanted instead.
pub fn answer(args: &CompleteArgs, lang: Lang) -> Result<u8> {
    let words = args.words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let line = Line::read(args.shell, words, args.at);
    let mut tree = command();
    tree.build();
    let place = Place::find(&tree, &line.before, &line.typed);
    let library = line.library.clone().map(PathBuf::from);
    let library = library.or_else(|| set_library().or_else(|| default_library().ok()));
    let text = match value::wanted(&place, library.as_deref(), lang) {
        value::Wanted::Files => "files\n".to_owned(),
        value::Wanted::Words(offers) => format!("words\n{}", line.write(args.shell, &offers)),
    };
    output::to_stdout(text.as_bytes())?;
    Ok(0)
}

fn set_library() -> Option<PathBuf> {
    std::env::var_os("TUIJIN_DB").filter(|path| !path.is_empty()).map(PathBuf::from)
}

#[cfg(test)]
#[path = "complete_tests.rs"]
mod tests;
