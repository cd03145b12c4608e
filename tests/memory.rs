//! Memory: sixty commands over ten days, taken back one by one and done again; every past day as it
//! was printed on that day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod life;
mod sandbox;

use life::{DAYS, LAST_DAY, life};
use sandbox::{Sandbox, first_batch};

/// Every summary and list.
const STATE: [&[&str]; 9] = [
    &["summary", "--format", "json"],
    &["summary", "--month", "2020-02", "--format", "json"],
    &["summary", "leader", "--format", "json"],
    &["summary", "changes", "--from", "2020-02", "--month", "2020-03", "--format", "json"],
    &["list", "--columns", "all", "--format", "json"],
    &["list", "--columns", "all", "--left", "--format", "json"],
    &["screen", "list", "--state", "all", "--format", "json"],
    &["rules", "due", "--format", "json"],
    &["reports", "--month", "2020-03", "--format", "json"],
];

/// What else is asked of a past day.
const PAST: [&[&str]; 10] = [
    &["rules", "show", "--format", "json"],
    &["contact", "list", "--format", "json"],
    &["rate", "list", "--format", "json"],
    &["district", "list", "--format", "json"],
    &["department", "list", "--format", "json"],
    &["log", "--all", "--format", "json"],
    &["history", "XM2020-0001", "--format", "json"],
    &["show", "XM2020-0001", "--format", "json"],
    &["rules", "check", "XM2020-0001", "--format", "json"],
    &["reports", "--format", "json"],
];

/// The answers to several questions, asked side by side.
fn answers(sandbox: &Sandbox, questions: &[&[&str]], more: &[&str]) -> Vec<String> {
    let ask = |question: &&[&str]| {
        let args: Vec<&str> = question.iter().chain(more).copied().collect();
        let output = sandbox.output(&args);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{args:?}: {stderr}");
        String::from_utf8(output.stdout).unwrap()
    };
    std::thread::scope(|scope| {
        let half = questions.len().div_ceil(2);
        let halves: Vec<_> = questions
            .chunks(half)
            .map(|part| scope.spawn(move || part.iter().map(ask).collect::<Vec<_>>()))
            .collect();
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    })
}

/// What the library says on the last day, whatever the day of the last command.
fn state(sandbox: &mut Sandbox) -> Vec<String> {
    let today = std::mem::replace(&mut sandbox.today, LAST_DAY);
    let state = answers(sandbox, &STATE, &[]);
    sandbox.today = today;
    state
}

fn done(sandbox: &Sandbox, args: &[&str]) {
    let session = sandbox.session(args);
    assert!(session.ends_with("--- exit 0"), "{session}");
}

#[test]
fn sixty_commands_are_wound_back_and_forth_and_no_past_day_changes() {
    let mut sandbox = Sandbox::with_library("zh");
    let files: Vec<String> =
        first_batch().iter().map(|file| file.to_string_lossy().into_owned()).collect();
    let mut import = vec!["import"];
    import.extend(files.iter().map(String::as_str));
    import.extend(["--month", "2020-02", "--admit", "--yes", "--quiet", "--on", "2020-03-01"]);
    done(&sandbox, &import);
    let life = life(&sandbox);
    assert!(life.len() >= 60);

    let mut states = vec![state(&mut sandbox)];
    let mut printed = Vec::new();
    for (place, command) in life.iter().enumerate() {
        sandbox.today = DAYS[place * DAYS.len() / life.len()];
        let args: Vec<&str> = command.iter().map(String::as_str).collect();
        done(&sandbox, &args);
        states.push(state(&mut sandbox));
        let next = DAYS.get((place + 1) * DAYS.len() / life.len());
        if next != Some(&sandbox.today) {
            let mut day = answers(&sandbox, &STATE, &[]);
            day.extend(answers(&sandbox, &PAST, &[]));
            printed.push((sandbox.today, day));
        }
    }
    assert_eq!(printed.len(), DAYS.len());
    sandbox.today = LAST_DAY;
    every_past_day_is_as_printed(&sandbox, &printed);
    for (place, before) in states.iter().enumerate().rev().skip(1) {
        done(&sandbox, &["undo"]);
        assert!(&state(&mut sandbox) == before, "after undoing {:?}", life[place]);
    }
    done(&sandbox, &["check"]);
    for (place, after) in states.iter().enumerate().skip(1) {
        done(&sandbox, &["redo"]);
        assert!(&state(&mut sandbox) == after, "after redoing {:?}", life[place - 1]);
    }
    done(&sandbox, &["check"]);
    every_past_day_is_as_printed(&sandbox, &printed);
}

fn every_past_day_is_as_printed(sandbox: &Sandbox, printed: &[(&str, Vec<String>)]) {
    for (day, then) in printed {
        let mut now = answers(sandbox, &STATE, &["--as-of", day]);
        now.extend(answers(sandbox, &PAST, &["--as-of", day]));
        for (place, (then, now)) in then.iter().zip(&now).enumerate() {
            assert!(then == now, "{day}, question {place}");
        }
    }
}
