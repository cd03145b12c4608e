//! The state most papers are made of: the example after its first round.

use super::Sandbox;
use std::path::Path;
use std::sync::OnceLock;

const COMMANDS: &str = include_str!("../../examples/first-batch/round/commands.txt");

/// The library after the first round, with the meeting of March frozen.
pub fn after_the_round(lang: &'static str) -> Sandbox {
    static LIBRARY: OnceLock<Vec<u8>> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| {
        let mut sandbox = Sandbox::new("zh");
        let meeting = [
            ("2020-03-12", "meeting plan 督办会 --month 2020-03 --on 2020-03-12"),
            ("2020-03-12", "meeting freeze DB2020-03"),
        ];
        let round = COMMANDS.lines().map(|line| line.split_once(' ').unwrap());
        for (day, command) in round.chain(meeting) {
            sandbox.today = day;
            let args: Vec<&str> = command.split(' ').collect();
            let db = sandbox.path("t.db");
            let mut command = sandbox.command(&args);
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            let output = command.current_dir(root).env("TUIJIN_DB", db).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        std::fs::read(sandbox.path("t.db")).unwrap()
    });
    let mut sandbox = Sandbox::new(lang);
    sandbox.write("t.db", library);
    sandbox.today = "2020-03-12";
    sandbox
}
