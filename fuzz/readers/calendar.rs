//! The list of a year's days off and make-up days, and the days counted by it.

use super::{kept, says, text_of};
use chrono::Datelike;
use std::path::Path;
use tuijin::desk::calendar::read;
use tuijin::desk::import::InputFile;
use tuijin::error::Fault;
use tuijin::model::Day;
use tuijin::model::calendar::{Calendar, Holiday};

const NAME: &str = "放假安排.csv";

/// A text file or a workbook. What is read is written out and read back; a deadline by it is a
/// working day, and as many working days away as were asked for.
pub fn any(bytes: &[u8]) {
    let Some(days) = listed(bytes) else { return };
    let head = ["日期", "安排", "名称", "来源"].map(str::to_owned).to_vec();
    let row = |it: &Holiday| {
        let kind = it.kind.key().to_owned();
        vec![it.day.to_string(), kind, it.name.clone(), it.source.clone()]
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(days.iter().map(row)).collect();
    if !days.is_empty() {
        assert_eq!(listed(&text_of(&rows)).as_ref(), Some(&days));
    }
    let calendar = Calendar::new(days.iter().map(|holiday| (holiday.day, holiday.kind)));
    for pair in days.windows(2) {
        let twice = days.iter().filter(|holiday| holiday.day == pair[0].day);
        assert!(twice.clone().all(|holiday| *holiday == pair[0]), "{pair:?}");
    }
    // Whatever the file says, days are counted by it without end.
    let count = u32::from(bytes.first().copied().unwrap_or_default()) % 40;
    for holiday in days.iter().take(20) {
        must_count(&calendar, holiday.day, count);
    }
}

fn must_count(calendar: &Calendar, day: Day, count: u32) {
    let (after, before) = (calendar.after(day, count), calendar.before(day, count));
    assert!(before.day <= day && day <= after.day);
    let ends = [Day::MIN.year(), Day::MAX.year()];
    if count == 0 || ends.contains(&after.day.year()) || ends.contains(&before.day.year()) {
        return;
    }
    assert!(calendar.is_working(after.day) && calendar.is_working(before.day), "{day} {count}");
    assert_eq!(calendar.between(day, after.day), i64::from(count), "{day}");
    if calendar.is_working(day) {
        assert_eq!(calendar.before(after.day, count).day, day, "{count}");
        assert_eq!(calendar.after(before.day, count).day, day, "{count}");
    }
}

fn listed(bytes: &[u8]) -> Option<Vec<Holiday>> {
    let file = kept(bytes);
    let path: &Path = file.path();
    let input = InputFile { path: path.to_path_buf(), name: NAME.to_owned() };
    let today = Day::from_ymd_opt(2020, 3, 10).unwrap();
    match read(&input, None, today) {
        Ok(days) => Some(days),
        Err(Fault::Refused(refusal)) => {
            says(&refusal);
            None
        }
        Err(other) => panic!("{other:?}"),
    }
}
