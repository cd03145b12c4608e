//! A browser without a window that opens a file, does what it is told, and says what it saw.

use super::{Sandbox, tools};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// What a browser saw.
pub struct Seen {
    pub values: Vec<Value>,
    pub said: Value,
    pub asked: Value,
}

pub fn evaluate(expression: &str) -> Value {
    json!({ "evaluate": expression })
}

/// Opens a file, does the steps, and prints it where a name is given; `None` without a browser.
pub fn browse(sandbox: &Sandbox, file: &str, steps: &[Value], pdf: Option<&str>) -> Option<Seen> {
    let browser = tools::browser()?;
    let mut python = std::process::Command::new(tools::interpreter()?);
    let profile = tempfile::tempdir().unwrap();
    python
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/board/browse.py"))
        .arg(browser)
        .arg(sandbox.path(file));
    python.arg(profile.path()).args(pdf.map(|name| sandbox.path(name)));
    let mut running =
        python.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let told = serde_json::to_vec(steps).unwrap();
    running.stdin.take().unwrap().write_all(&told).unwrap();
    let output = running.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut seen: Value = serde_json::from_slice(&output.stdout).unwrap();
    let Value::Array(values) = seen["values"].take() else { panic!("{seen}") };
    Some(Seen { values, said: seen["said"].take(), asked: seen["asked"].take() })
}
