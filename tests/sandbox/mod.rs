//! A hermetic sandbox: the binary with its own folder, day, language and user.
#![allow(dead_code)]

pub mod browser;
pub mod round;
pub mod tools;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub struct Sandbox {
    pub folder: tempfile::TempDir,
    pub lang: &'static str,
    pub today: &'static str,
}

impl Sandbox {
    pub fn new(lang: &'static str) -> Sandbox {
        Sandbox { folder: tempfile::tempdir().unwrap(), lang, today: "2020-03-10" }
    }

    /// A sandbox with a new library.
    pub fn with_library(lang: &'static str) -> Sandbox {
        let sandbox = Sandbox::new(lang);
        assert!(sandbox.output(&["init", "--quiet"]).status.success());
        sandbox
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        name.to_owned()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        self.under(&[], args)
    }

    /// The command as run by another program, which is named with its own arguments.
    pub fn under(&self, outer: &[&str], args: &[&str]) -> Command {
        let words = [outer, &[env!("CARGO_BIN_EXE_tuijin")], args].concat();
        let mut command = Command::new(words[0]);
        command
            .args(&words[1..])
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("TUIJIN_DB", "t.db")
            .env("TUIJIN_LANG", self.lang)
            .env("TUIJIN_TODAY", self.today)
            .env("TUIJIN_USER", "测试")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null());
        if let Ok(temp) = std::env::var("TMPDIR") {
            command.env("TMPDIR", temp);
        }
        command
    }

    pub fn output(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a person would see: the command, stdout, stderr, the exit code.
    pub fn session(&self, args: &[&str]) -> String {
        let output = self.output(args);
        let text = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
        };
        format!(
            "$ tuijin {}\n{}\n--- stderr\n{}\n--- exit {}",
            args.join(" "),
            text(&output.stdout),
            text(&output.stderr),
            output.status.code().unwrap_or(-1)
        )
    }

    pub fn stdout(&self, args: &[&str]) -> String {
        String::from_utf8(self.output(args).stdout).unwrap()
    }

    /// Everything the library says of its content, to see that it is unchanged.
    pub fn content(&self) -> String {
        self.stdout(&["list", "--columns", "all", "--format", "json"])
            + &self.stdout(&["reports", "--month", "2020-02", "--format", "json"])
    }
}

/// The ten files of the first batch, in order.
pub fn first_batch() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-batch");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "csv"));
    files.sort();
    files
}
