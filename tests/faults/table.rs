//! What was tried: faults and how many of them were survived, by command and by kind.

use crate::attempt::Point;
use crate::strace::Fault;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

/// Points tried, and those that were survived.
type Score = (usize, usize);

#[derive(Default)]
pub struct Table {
    /// In the order of the scenes: the command, and its points by fault.
    commands: Vec<(String, BTreeMap<&'static str, Score>)>,
    calls: BTreeMap<(&'static str, String), Score>,
    pub failures: Vec<String>,
}

impl Table {
    pub fn enter(&mut self, point: &Point<'_>, tried: Result<(), String>) {
        let (name, fault, call) = (&point.scene.name, point.fault.name(), &point.call);
        if let Err(why) = &tried {
            let at = format!("{} {} ({})", call.name, call.nth, call.path);
            self.failures.push(format!("{name}, {fault} at {at}: {why}"));
        }
        // The run past the last point shows that there are no more of them; it is none itself.
        if !point.exists {
            return;
        }
        if !self.commands.iter().any(|(known, _)| known == name) {
            self.commands.push((name.clone(), BTreeMap::new()));
        }
        let command = self.commands.iter_mut().find(|(known, _)| known == name);
        let of_command = command.map(|(_, scores)| scores.entry(fault).or_default());
        let of_call = self.calls.entry((fault, call.name.clone())).or_default();
        for score in of_command.into_iter().chain([of_call]) {
            score.0 += 1;
            score.1 += usize::from(tried.is_ok());
        }
    }

    /// Points tried and survived, of all.
    pub fn all(&self) -> Score {
        let scores = self.calls.values();
        scores.fold((0, 0), |(tried, well), score| (tried + score.0, well + score.1))
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:<22}", "command")?;
        for fault in Fault::ALL {
            write!(f, "{:>18}", fault.name())?;
        }
        writeln!(f)?;
        for (command, scores) in &self.commands {
            write!(f, "{command:<22}")?;
            for fault in Fault::ALL {
                let (tried, well) = scores.get(fault.name()).copied().unwrap_or_default();
                write!(f, "{:>18}", format!("{well}/{tried}"))?;
            }
            writeln!(f)?;
        }
        writeln!(
            f,
            "\n{:<18}{:<12}{:>8}{:>10}{:>6}",
            "fault", "call", "tried", "survived", "lost"
        )?;
        for ((fault, call), (tried, well)) in &self.calls {
            writeln!(f, "{fault:<18}{call:<12}{tried:>8}{well:>10}{:>6}", tried - well)?;
        }
        let (tried, well) = self.all();
        writeln!(f, "\nfaults tried {tried}, survived {well}, lost {}", tried - well)?;
        writeln!(f, "not covered: {NOT_COVERED}")
    }
}

/// What no system call that fails or is not reached can show.
const NOT_COVERED: &str = "a power failure on a disk that says it kept what it did not; a bit that \
    turns on the disk (`check` finds it); a library on a network drive; Windows";
