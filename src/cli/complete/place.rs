//! Where in the command line the typed word stands: of which command, and as what.

use clap::{Arg, ArgAction, Command};

/// The place of a word.
pub struct Place<'a> {
    pub command: &'a Command,
    /// The first word of the command's path, by which a bare code is understood.
    pub top: Option<&'a str>,
    /// The argument whose value the word is; `None` for an option or a subcommand.
    pub value_of: Option<&'a Arg>,
    /// What the word, or the part of it after `--option=`, begins with.
    pub typed: String,
    /// What stands before that part.
    pub lead: String,
    /// Options that stand there already.
    pub used: Vec<&'a str>,
    /// Everything is a value after `--`.
    pub ended: bool,
}

impl<'a> Place<'a> {
    /// Reads the words before the typed one as the parser would, forgiving what it would not.
    pub fn find(root: &'a Command, before: &[String], typed: &str) -> Place<'a> {
        let mut place = Place {
            command: root,
            top: None,
            value_of: None,
            typed: typed.to_owned(),
            lead: String::new(),
            used: Vec::new(),
            ended: false,
        };
        let mut values: usize = 0;
        let mut waiting: Option<(&'a Arg, usize)> = None;
        for word in before {
            match waiting.take() {
                Some((arg, left)) if left > 1 => waiting = Some((arg, left - 1)),
                Some(_) => {}
                None if place.ended => values += 1,
                None if word == "--" => place.ended = true,
                None if is_option(word) => waiting = place.option(word),
                None => match place.command.find_subcommand(word) {
                    Some(sub) if values == 0 => {
                        place.top = place.top.or(Some(sub.get_name()));
                        place.command = sub;
                    }
                    _ => values += 1,
                },
            }
        }
        if let Some((arg, _)) = waiting {
            place.value_of = Some(arg);
        } else if let Some((name, value)) = typed.split_once('=').filter(|_| is_option(typed)) {
            place.value_of = place.named(name).filter(|arg| arg.get_action().takes_values());
            if place.value_of.is_some() {
                place.lead = format!("{name}=");
                place.typed = value.to_owned();
            }
        } else if !is_option(typed) || place.ended {
            place.value_of = place.positional(values);
        }
        place
    }

    /// Notes an option, and says which argument the next words belong to.
    fn option(&mut self, word: &str) -> Option<(&'a Arg, usize)> {
        let (name, joined) = word.split_once('=').map_or((word, false), |(name, _)| (name, true));
        let arg = self.named(name)?;
        if !matches!(arg.get_action(), ArgAction::Append) {
            self.used.push(arg.get_id().as_str());
        }
        let takes = arg.get_action().takes_values() && !joined && !arg.is_require_equals_set();
        let many = arg.get_num_args().map_or(1, |range| range.min_values().max(1));
        takes.then_some((arg, many))
    }

    /// The option of a word: `--long`, `-s`, or the last of `-abc`.
    fn named(&self, word: &str) -> Option<&'a Arg> {
        let mut args = self.command.get_arguments();
        match word.strip_prefix("--") {
            Some(long) => args.find(|arg| {
                let other = arg.get_all_aliases().unwrap_or_default();
                arg.get_long() == Some(long) || other.contains(&long)
            }),
            None => {
                let last = word.chars().last();
                args.find(|arg| arg.get_short().is_some() && arg.get_short() == last)
            }
        }
    }

    /// The positional argument after so many values; the last one may take them all.
    fn positional(&self, values: usize) -> Option<&'a Arg> {
        let all: Vec<&Arg> = self.command.get_positionals().collect();
        let last = all.last().copied().filter(|arg| {
            matches!(arg.get_action(), ArgAction::Append)
                || arg.get_num_args().is_some_and(|range| range.max_values() > 1)
        });
        all.get(values).copied().or(last)
    }
}

/// Whether a word is an option; `-` alone is standard input.
fn is_option(word: &str) -> bool {
    word.starts_with('-') && word != "-"
}
