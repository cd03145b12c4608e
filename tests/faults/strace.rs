//! strace: which calls a command makes, and a fault at one of them.

use crate::sandbox::Sandbox;
use std::os::unix::process::ExitStatusExt;
use std::process::{Output, Stdio};

/// Every call that changes what is on the disk. Those marked `?` do not exist on every processor.
const CALLS: &str = "write,writev,pwrite64,pwritev,ftruncate,fallocate,fsync,fdatasync,?unlink,\
                     unlinkat,?rename,?renameat,renameat2,?mkdir,mkdirat,?link,linkat";

/// The nth call of its name, and the file it is about (the first that it names).
#[derive(Debug, Clone)]
pub struct Call {
    pub name: String,
    pub nth: usize,
    pub path: String,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Killed before the call is made.
    Kill,
    /// No space for this one call.
    FullOnce,
    /// No space from this call on.
    Full,
    /// The disk reports that it could not do it: keep what was written, above all.
    Broken,
}

impl Fault {
    pub const ALL: [Fault; 4] = [Fault::Kill, Fault::FullOnce, Fault::Full, Fault::Broken];

    pub const fn name(self) -> &'static str {
        match self {
            Fault::Kill => "SIGKILL",
            Fault::FullOnce => "ENOSPC once",
            Fault::Full => "ENOSPC from here",
            Fault::Broken => "EIO",
        }
    }

    /// Whether it may strike at a call of this name.
    pub fn strikes(self, call: &str) -> bool {
        match self {
            Fault::Kill => true,
            Fault::FullOnce | Fault::Full => call.contains("write"),
            Fault::Broken => !call.contains("mkdir"),
        }
    }

    /// Other calls need not stop the command; but a signal is sent only where every call does.
    const fn speed(self) -> &'static str {
        match self {
            Fault::Kill => "-qq",
            _ => "--seccomp-bpf",
        }
    }

    fn rule(self, call: &Call) -> String {
        let Call { name, nth, .. } = call;
        match self {
            Fault::Kill => format!("{name}:signal=SIGKILL:when={nth}"),
            Fault::FullOnce => format!("{name}:error=ENOSPC:when={nth}"),
            Fault::Full => format!("{name}:error=ENOSPC:when={nth}+"),
            Fault::Broken => format!("{name}:error=EIO:when={nth}"),
        }
    }
}

/// The calls of an undisturbed run, in order, and what the run said.
pub fn calls(sandbox: &Sandbox, args: &[&str]) -> (Vec<Call>, Output) {
    let trace = format!("trace={CALLS}");
    let output = sandbox
        .under(&["strace", "-f", "-y", "--seccomp-bpf", "-o", "trace", "-e", &trace], args)
        .output();
    let text = std::fs::read(sandbox.path("trace")).unwrap();
    let mut calls: Vec<Call> = Vec::new();
    for line in String::from_utf8_lossy(&text).lines() {
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let Some((name, rest)) = line.split_once('(') else { continue };
        if name.chars().all(|c| c.is_ascii_alphanumeric()) {
            let nth = 1 + calls.iter().filter(|call| call.name == name).count();
            calls.push(Call { name: name.to_owned(), nth, path: path(rest, sandbox) });
        }
    }
    std::fs::remove_file(sandbox.path("trace")).unwrap();
    (calls, output.unwrap())
}

/// The file a call is about: `3</a/b>, …` or `"a/b"…`, also behind the folder of an `…at`. A pipe or
/// a file without a name has none.
fn path(arguments: &str, sandbox: &Sandbox) -> String {
    let folder = sandbox.folder.path().canonicalize().unwrap();
    if arguments.starts_with('"') || arguments.starts_with("AT_FDCWD") {
        let named = arguments.split('"').nth(1).unwrap_or_default();
        return folder.join(named).display().to_string();
    }
    let opened = arguments.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    opened.map_or_else(String::new, |(path, _)| path.to_owned())
}

/// Runs a command with a fault at one call; `true`: the call was reached.
pub fn inject(sandbox: &Sandbox, args: &[&str], fault: Fault, call: &Call) -> (bool, Output) {
    let (trace, rule) = (format!("trace={}", call.name), format!("inject={}", fault.rule(call)));
    let outer = ["strace", "-f", "-o", "trace", "-e", &trace, "-e", &rule, fault.speed()];
    let output = sandbox.under(&outer, args).output().unwrap();
    let log = std::fs::read(sandbox.path("trace")).unwrap();
    std::fs::remove_file(sandbox.path("trace")).unwrap();
    let reached = match fault {
        Fault::Kill => output.status.signal() == Some(9),
        _ => log.windows(10).any(|word| word == b"(INJECTED)"),
    };
    (reached, output)
}

/// Whether strace is there and may trace. Where tests must be complete (`CI`) it has to be.
pub fn is_usable() -> bool {
    let sandbox = Sandbox::new("zh");
    let outer = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-o",
        "/dev/null",
        "-e",
        "inject=write:signal=SIGKILL:when=1",
    ];
    let tried = sandbox.under(&outer, &["--version"]).stdout(Stdio::null()).output();
    let why = match tried {
        Ok(output) if output.status.signal() == Some(9) => return true,
        Ok(output) => String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        Err(error) => format!("strace: {error}"),
    };
    assert!(std::env::var_os("CI").is_none(), "the fault tests need strace: {why}");
    eprintln!("skipped, the fault tests need strace: {why}");
    false
}
