//! The clerk: the commands of the year, each in a process of its own, on its day.

use super::Result;
use super::calendar::Day;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Clerk<'a> {
    pub program: PathBuf,
    /// Where the library and the files of the year lie.
    pub folder: PathBuf,
    pub today: Day,
    /// Commands so far, and how many of them put something on record.
    pub count: usize,
    pub operation: usize,
    pub out: &'a mut dyn Write,
}

/// What a command said.
pub struct Said {
    pub code: i32,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Clerk<'_> {
    /// A line of the story.
    pub fn tell(&mut self, text: &str) -> Result<()> {
        Ok(writeln!(self.out, "{text}")?)
    }

    /// Runs a command of the story, which must succeed.
    pub fn run<S: AsRef<OsStr>>(&mut self, args: &[S]) -> Result<Vec<u8>> {
        self.expect(args, 0)
    }

    /// Runs a command of the story, which must end with this code.
    pub fn expect<S: AsRef<OsStr>>(&mut self, args: &[S], code: i32) -> Result<Vec<u8>> {
        let line = self.line(args);
        writeln!(self.out, "{} $ tuijin {line}", self.today)?;
        let said = self.ask(args)?;
        if said.code != code {
            let stdout = String::from_utf8_lossy(&said.stdout).into_owned();
            let (day, found) = (self.today, said.code);
            return Err(format!(
                "{day} tuijin {line}: {found}, not {code}\n{stdout}{}",
                said.stderr
            )
            .into());
        }
        let words: Vec<_> = args.iter().take(2).map(|arg| arg.as_ref().to_string_lossy()).collect();
        self.operation += usize::from(records(&words));
        Ok(said.stdout)
    }

    /// Runs a command that is no part of the story.
    pub fn ask<S: AsRef<OsStr>>(&mut self, args: &[S]) -> Result<Said> {
        self.count += 1;
        let output = Command::new(&self.program)
            .args(args)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
            .env("TUIJIN_TODAY", self.today.to_string())
            .env("TUIJIN_LANG", "zh")
            .env("TUIJIN_USER", "演示")
            .env("TUIJIN_DB", self.folder.join("tuijin.db"))
            .output()?;
        Ok(Said {
            code: output.status.code().unwrap_or(-1),
            stdout: output.stdout,
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// A page as JSON.
    pub fn page(&mut self, args: &[&str]) -> Result<serde_json::Value> {
        let said = self.ask(&[args, &["--format", "json"]].concat())?;
        if said.code != 0 {
            return Err(format!("{} tuijin {}: {}", self.today, args.join(" "), said.stderr).into());
        }
        Ok(serde_json::from_slice(&said.stdout)?)
    }

    /// A command as it is typed, without the way to the folder of the year.
    fn line<S: AsRef<OsStr>>(&self, args: &[S]) -> String {
        let short = |arg: &S| {
            let text = arg.as_ref().to_string_lossy().into_owned();
            let text = text.replace(&format!("{}/", self.folder.display()), "");
            if text.contains(' ') { format!("'{text}'") } else { text }
        };
        args.iter().map(short).collect::<Vec<_>>().join(" ")
    }
}

/// Whether a command puts something on record.
fn records<S: AsRef<str>>(words: &[S]) -> bool {
    let word = |place: usize| words.get(place).map_or("", AsRef::as_ref);
    match word(0) {
        "reports" => word(1) == "nil",
        "meeting" => !matches!(word(1), "ready" | "show" | "diff" | "list"),
        first => !matches!(first, "template" | "check" | "summary" | "log"),
    }
}
