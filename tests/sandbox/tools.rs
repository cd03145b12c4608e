//! Programs of others that some tests need: with CI set they must be there, elsewhere a test says
//! that it is skipped.

use std::process::Command;

/// A Python that knows openpyxl.
pub fn python() -> Option<Command> {
    python_with("openpyxl")
}

/// A Python that knows a library. Where several are installed, the system's own may be the one that
/// does.
pub fn python_with(library: &str) -> Option<Command> {
    let knows = |name: &&&str| {
        let asked = Command::new(**name).args(["-c", &format!("import {library}")]).output();
        asked.is_ok_and(|output| output.status.success())
    };
    found(["python3", "/usr/bin/python3"].iter().find(knows), &format!("python3 with {library}"))
}

/// A Python for what its own library can do, by its name.
pub fn interpreter() -> Option<&'static str> {
    let name = "/usr/bin/python3";
    let runs = Command::new(name).arg("--version").output();
    let runs = runs.is_ok_and(|output| output.status.success());
    found(runs.then_some(&name), "python3").map(|_| name)
}

/// LibreOffice without a window, with a profile of its own in `folder`.
pub fn office(folder: &std::path::Path) -> Option<Command> {
    let runs = |name: &&&str| {
        Command::new(**name).arg("--version").output().is_ok_and(|output| output.status.success())
    };
    let mut office = found(["soffice", "libreoffice"].iter().find(runs), "LibreOffice")?;
    let profile = folder.join("office").display().to_string();
    office.arg(format!("-env:UserInstallation=file://{profile}")).arg("--headless");
    Some(office)
}

/// A browser without a window, by its name.
pub fn browser() -> Option<&'static str> {
    let runs = |name: &&&str| {
        Command::new(**name).arg("--version").output().is_ok_and(|output| output.status.success())
    };
    let name = ["chromium", "chromium-browser", "google-chrome"].iter().find(runs);
    found(name, "Chromium").and(name).copied()
}

/// A program that looks into a PDF.
pub fn pdf(name: &'static str) -> Option<Command> {
    let runs = Command::new(name).arg("-v").output().is_ok_and(|output| output.status.success());
    found(runs.then_some(&name), name)
}

fn found(name: Option<&&str>, what: &str) -> Option<Command> {
    if name.is_none() {
        assert!(std::env::var_os("CI").is_none(), "{what} is needed");
        eprintln!("skipped: {what} is not installed");
    }
    name.map(Command::new)
}
