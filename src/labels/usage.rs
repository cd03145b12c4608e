//! Words of the help and sentences about a wrong command line.

use super::Lang;
use crate::model::usage::UsageFault;

/// A word the help needs beside what each command says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpWord {
    Usage,
    Commands,
    Options,
    Arguments,
    /// Stands for the options in a usage line.
    AnyOptions,
    /// Stands for a command in a usage line.
    AnyCommand,
    ShowHelp,
    ShowVersion,
}

/// What is said of an argument or a command after its help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    Default,
    Choices,
    Variable,
    Aliases,
}

/// A word of the help.
pub fn help_word(word: HelpWord, lang: Lang) -> &'static str {
    lang.pick(match word {
        HelpWord::Usage => ("用法", "Usage"),
        HelpWord::Commands => ("命令", "Commands"),
        HelpWord::Options => ("选项", "Options"),
        HelpWord::Arguments => ("参数", "Arguments"),
        HelpWord::AnyOptions => ("选项", "OPTIONS"),
        HelpWord::AnyCommand => ("命令", "COMMAND"),
        HelpWord::ShowHelp => ("显示帮助", "Show help"),
        HelpWord::ShowVersion => ("显示版本", "Show the version"),
    })
}

/// A hint with its values, to be put after a help text.
pub fn hint(hint: Hint, values: &[String], lang: Lang) -> String {
    let (zh, en) = match hint {
        Hint::Default => ("默认", "default"),
        Hint::Choices => ("可选", "possible values"),
        Hint::Variable => ("环境变量", "env"),
        Hint::Aliases => ("别名", "aliases"),
    };
    let values = list(values, lang);
    lang.pick((format!("（{zh}：{values}）"), format!(" [{en}: {values}]")))
}

/// The next step after a wrong command line.
pub fn next_step(command: &str, lang: Lang) -> String {
    lang.pick((
        format!("用 {command} --help 看用法。"),
        format!("Try {command} --help for how it is used."),
    ))
}

/// What is wrong with the command line, as one sentence.
pub fn sentence(fault: &UsageFault, lang: Lang) -> String {
    match fault {
        UsageFault::Said(sentence) => sentence.clone(),
        UsageFault::NotAChoice { meant, choices, .. } => {
            let known = meant.is_none() && !choices.is_empty();
            let choices = if known { known_choices(choices, lang) } else { String::new() };
            what(fault, lang) + &choices + &question(meant.as_slice(), lang)
        }
        UsageFault::ValueMissing { choices, .. } if !choices.is_empty() => {
            what(fault, lang) + &known_choices(choices, lang) + stop(lang)
        }
        UsageFault::UnknownOption { meant, may_be_value: true, .. } if meant.is_empty() => {
            let step = lang.pick((
                "；如果它是一个值，请写在 -- 之后。",
                "; if it is a value, put it after --.",
            ));
            what(fault, lang) + step
        }
        UsageFault::UnknownOption { meant, .. }
        | UsageFault::Surplus { meant, .. }
        | UsageFault::UnknownCommand { meant, .. } => what(fault, lang) + &question(meant, lang),
        _ => what(fault, lang) + stop(lang),
    }
}

/// The fault itself, without a stop.
fn what(fault: &UsageFault, lang: Lang) -> String {
    let pair = match fault {
        UsageFault::NotAChoice { arg, value, .. } | UsageFault::BadValue { arg, value } => (
            format!("{arg} 不接受“{value}”这个值"),
            format!("{arg} does not take the value \"{value}\""),
        ),
        UsageFault::ValueMissing { arg, .. } => {
            (format!("{arg} 后面缺少值"), format!("{arg} needs a value"))
        }
        UsageFault::Said(sentence) => (sentence.clone(), sentence.clone()),
        UsageFault::UnknownOption { arg, .. } => {
            (format!("没有“{arg}”这个选项"), format!("there is no option \"{arg}\""))
        }
        UsageFault::Surplus { arg, .. } => {
            (format!("多了一个参数“{arg}”"), format!("\"{arg}\" is one argument too many"))
        }
        UsageFault::UnknownCommand { name, .. } => {
            (format!("没有“{name}”这个命令"), format!("there is no command \"{name}\""))
        }
        UsageFault::NoEquals { arg } => {
            (format!("{arg} 的值要用等号连接"), format!("the value of {arg} must be joined with ="))
        }
        UsageFault::TooManyValues { arg, value } => (
            format!("{arg} 不能再接“{value}”"),
            format!("{arg} takes no further value \"{value}\""),
        ),
        UsageFault::TooFewValues { arg, least, given } => (
            format!("{arg} 至少要 {least} 个值，只有 {given} 个"),
            format!("{arg} needs at least {least} values, {given} given"),
        ),
        UsageFault::WrongNumber { arg, expected, given } => (
            format!("{arg} 要 {expected} 个值，现有 {given} 个"),
            format!("{arg} needs {expected} values, {given} given"),
        ),
        UsageFault::Conflict { arg, others } if others.is_empty() => (
            format!("{arg} 不能和其他参数同时使用"),
            format!("{arg} cannot be used with other arguments"),
        ),
        UsageFault::Conflict { arg, others } => (
            format!("{arg} 不能和 {} 同时使用", list(others, lang)),
            format!("{arg} cannot be used with {}", list(others, lang)),
        ),
        UsageFault::Twice { arg } => {
            (format!("{arg} 只能写一次"), format!("{arg} can be given only once"))
        }
        UsageFault::Missing { args } => {
            (format!("还缺 {}", list(args, lang)), format!("missing {}", list(args, lang)))
        }
        UsageFault::NotUtf8 => {
            ("参数里有无法识别的字符".to_owned(), "an argument is not valid UTF-8".to_owned())
        }
        UsageFault::Other { detail } => {
            (format!("命令行有误：{detail}"), format!("the command line is wrong: {detail}"))
        }
    };
    lang.pick(pair)
}

fn known_choices(choices: &[String], lang: Lang) -> String {
    hint(Hint::Choices, choices, lang)
}

/// Ends a sentence, with what was probably meant.
fn question(meant: &[String], lang: Lang) -> String {
    if meant.is_empty() {
        return stop(lang).to_owned();
    }
    let meant = meant.join(lang.pick((" 或 ", " or ")));
    lang.pick((format!("；您是否想用 {meant}？"), format!("; did you mean {meant}?")))
}

fn stop(lang: Lang) -> &'static str {
    lang.pick(("。", "."))
}

fn list(items: &[String], lang: Lang) -> String {
    items.join(lang.pick(("、", ", ")))
}
