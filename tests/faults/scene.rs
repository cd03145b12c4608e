//! The commands that are disturbed, and the folder each of them finds.

use crate::content::{Content, newest_operation};
use crate::order;
use crate::sandbox::Sandbox;
use crate::strace::{self, Call};
use crate::tree::{self, Tree};
use std::path::Path;

/// A life in which every command that writes has its turn, each on what those before it left.
const LIFE: &str = include_str!("life.txt");

/// A folder, and a command on a day.
struct Scene {
    name: String,
    today: &'static str,
    args: Vec<&'static str>,
    /// The files a run begins with.
    template: Sandbox,
}

/// A scene with what an undisturbed run makes of it.
pub struct Prepared {
    /// The command, without what it is given.
    pub name: String,
    today: &'static str,
    pub args: Vec<&'static str>,
    template: Sandbox,
    pub calls: Vec<Call>,
    /// Writes that could be lost with the power though the command says that it is done.
    pub unsafe_order: Vec<String>,
    /// The command of the operation it wrote, as the library keeps it; a restore is none.
    pub operation: Option<String>,
    pub code: i32,
    pub before: Content,
    pub after: Content,
    /// The library, to the byte.
    pub library: Option<Vec<u8>>,
    /// The files beside it.
    pub files_before: Tree,
    pub files_after: Tree,
}

/// Plays the life once, and then the upgrade of an old library.
pub fn prepare_all() -> Vec<Prepared> {
    let mut prepared: Vec<Prepared> = Vec::new();
    let mut today = "";
    let mut current = Sandbox::new("zh");
    let given = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/files");
    tree::copy(&given, current.folder.path());
    for line in LIFE.lines() {
        if let Some(day) = line.strip_prefix("=== ") {
            today = day;
            continue;
        }
        let args: Vec<&str> = line.split(' ').collect();
        let scene = Scene { name: name_of(&args), today, args, template: current };
        let (done, left) = scene.prepare();
        prepared.push(done);
        current = left;
    }
    let old = Sandbox::new("zh");
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade/library-1.db");
    std::fs::copy(library, old.path("t.db")).unwrap();
    let name = "upgrade".to_owned();
    // Whichever command comes first brings it up to date: here the one that is asked after a fault.
    let args = vec!["check", "--quiet"];
    prepared.push(Scene { name, today: "2020-03-10", args, template: old }.prepare().0);
    prepared
}

/// `appeal log` of `appeal log --from …`: as far as the words are commands.
fn name_of(args: &[&str]) -> String {
    let tree = tuijin::cli::command();
    let mut here = &tree;
    let mut words = Vec::new();
    for word in args {
        let Some(inner) = here.find_subcommand(word) else { break };
        words.push(*word);
        here = inner;
    }
    words.join(" ")
}

impl Scene {
    /// Runs it undisturbed, and says what it left behind.
    fn prepare(self) -> (Prepared, Sandbox) {
        let Scene { name, today, args, template } = self;
        let sandbox = copy_of(&template, today);
        let (calls, output) = strace::calls(&sandbox, &args);
        let code = output.status.code().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(code, 0 | 3), "{args:?}: {said}");
        let (newest, known) = (newest_operation(&sandbox), newest_operation(&template));
        let prepared = Prepared {
            operation: newest.filter(|newest| Some(newest) != known.as_ref()).map(|(_, it)| it),
            before: Content::of(&copy_of(&template, today)),
            after: Content::of(&sandbox),
            library: std::fs::read(template.path("t.db")).ok(),
            files_before: tree::files(template.folder.path()),
            files_after: tree::files(sandbox.folder.path()),
            unsafe_order: order::broken(&calls),
            name,
            today,
            args,
            template,
            calls,
            code,
        };
        assert_eq!(
            prepared.after.check.0,
            Some(0),
            "{}: {:?}",
            prepared.name,
            prepared.after.check
        );
        (prepared, sandbox)
    }
}

impl Prepared {
    /// A new folder with the files a run begins with.
    pub fn fresh(&self) -> Sandbox {
        copy_of(&self.template, self.today)
    }
}

fn copy_of(template: &Sandbox, today: &'static str) -> Sandbox {
    let sandbox = Sandbox { today, ..Sandbox::new("zh") };
    tree::copy(template.folder.path(), sandbox.folder.path());
    sandbox
}
