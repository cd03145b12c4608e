//! Working days against an independent table: every day of 2019–2026 as the Python package
//! `chinesecalendar` 1.11 has it (`calendar.csv`, one line a month, W a working day), which was
//! compiled by others from the State Council's notices.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use tuijin::model::Day;
use tuijin::model::brief::Scope;
use tuijin::model::calendar::Calendar;
use tuijin::store::Library;

/// What a new library has on record.
fn shipped() -> Calendar {
    let sandbox = Sandbox::with_library("zh");
    let mut library = Library::open(&sandbox.path("t.db")).unwrap();
    let scope = Scope::new(None, day("2020-03-10"));
    library.read(scope, &mut || {}, |reader| reader.calendar()).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn every_day_of_2019_to_2026_is_what_the_independent_table_says() {
    let calendar = shipped();
    let mut days = 0;
    for line in include_str!("calendar.csv").lines().skip(1) {
        let (month, marks) = line.split_once(',').unwrap();
        for (number, mark) in (1..).zip(marks.chars()) {
            let day = day(&format!("{month}-{number:02}"));
            assert_eq!(calendar.is_working(day), mark == 'W', "{day}");
            days += 1;
        }
    }
    assert_eq!(days, 2922, "eight years, two of them leap years");
}

#[test]
fn counting_runs_through_the_holidays_of_2020_as_they_were() {
    let calendar = shipped();
    // 国庆、中秋: 1–8 October off, Sunday 27 September and Saturday 10 October worked.
    // 春节: 24 January to 2 February off after it was prolonged, Sunday 19 January worked.
    let after = [
        ("2020-09-25", 1, "2020-09-27"),
        ("2020-09-30", 1, "2020-10-09"),
        ("2020-09-30", 2, "2020-10-10"),
        ("2020-09-30", 3, "2020-10-12"),
        ("2020-09-28", 7, "2020-10-14"),
        ("2020-01-17", 1, "2020-01-19"),
        ("2020-01-23", 1, "2020-02-03"),
        ("2020-01-20", 7, "2020-02-06"),
        ("2020-04-30", 1, "2020-05-06"),
        ("2020-05-08", 1, "2020-05-09"),
    ];
    for (start, count, expected) in after {
        let deadline = calendar.after(day(start), count);
        assert_eq!((deadline.day, deadline.provisional), (day(expected), false), "{start} {count}");
        let days = calendar.between(day(start), day(expected));
        assert_eq!(days, i64::from(count), "{start} to {expected}");
    }
    let before = [
        ("2020-10-09", 2, "2020-09-29"),
        ("2020-10-12", 2, "2020-10-09"),
        ("2020-02-04", 2, "2020-01-23"),
        ("2020-03-12", 2, "2020-03-10"),
    ];
    for (end, count, expected) in before {
        assert_eq!(calendar.before(day(end), count).day, day(expected), "{end} {count}");
    }
}

#[test]
fn beyond_the_published_years_a_deadline_is_provisional_until_its_year_is_imported() {
    let mut sandbox = Sandbox::with_library("zh");
    sandbox.today = "2026-12-28";
    let shown = sandbox.session(&["calendar", "show", "--year", "2027"]);
    sandbox.write(
        "2027年放假安排.csv",
        "日期,安排,名称,来源\n2027-01-01,放假,元旦,示例通知\n2027-01-03,上班,元旦,示例通知\n"
            .as_bytes(),
    );
    sandbox.write("坏.csv", "日期,安排,名称,来源\n2027-01-01,休假,元旦,示例通知\n".as_bytes());
    let sessions = [
        shown,
        sandbox.session(&["calendar", "import", "坏.csv"]),
        sandbox.session(&["calendar", "import", "2027年放假安排.csv"]),
        sandbox.session(&["calendar", "import", "2027年放假安排.csv"]),
        sandbox.session(&["calendar", "show", "--year", "2027"]),
        sandbox.session(&["undo"]),
        sandbox.session(&["calendar", "show", "--year", "2020", "--format", "csv"]),
    ];
    insta::assert_snapshot!(sessions.join("\n\n"));
}
