//! The meetings: planned, made ready, frozen, decided, closed; and the look back at the end.

use super::calendar::{Day, Month};
use super::compare::{frozen, printed};
use super::files::lists;
use super::held::{Held, compare_all};
use super::page::Cell;
use super::task::Meeting;
use super::truth::agenda::Wish;
use super::truth::outcome::Person;
use super::truth::{agenda, diff};
use super::{Result, Year};
use serde_json::Value;

impl Year<'_> {
    /// A meeting is put on the calendar.
    pub fn plan_meeting(&mut self, review: bool, month: Month, day: Day) -> Result<()> {
        let (kind, head) = if review { ("点评会", "DP") } else { ("督办会", "DB") };
        let (number, on) = (month.to_string(), day.to_string());
        self.clerk.run(&["meeting", "plan", kind, "--month", &number, "--on", &on])?;
        self.world.meetings.push(Meeting { code: format!("{head}{month}"), review, day });
        Ok(())
    }

    /// It is moved to another day.
    pub fn move_meeting(&mut self, code: &str, day: Day) -> Result<()> {
        let on = day.to_string();
        self.clerk.run(&["meeting", "move", code, "--on", &on, "--reason", "市领导日程调整"])?;
        let planned = self.world.meetings.iter_mut().filter(|meeting| meeting.code == code);
        planned.for_each(|meeting| meeting.day = day);
        Ok(())
    }

    /// One that is planned out of turn is called off again: it leaves no trace in any figure.
    pub fn call_off(&mut self, month: Month, day: Day) -> Result<()> {
        let (code, number, on) = (format!("DP{month}"), month.to_string(), day.to_string());
        let plan = ["meeting", "plan", "点评会", "--month", &number, "--on", &on];
        let exception = ["--override", "拟听取专题汇报", "--approved-by", "示例书记"];
        self.clerk.run(&[&plan[..], &exception].concat())?;
        self.clerk.run(&["meeting", "cancel", &code, "--reason", "并入下月点评会"])?;
        Ok(())
    }

    /// A meeting is held today: what is on the table is frozen, decisions are made, it is closed.
    pub fn hold(&mut self, review: bool, month: Month) -> Result<()> {
        let code = format!("{}{month}", if review { "DP" } else { "DB" });
        let last = self.held.len().checked_sub(1);
        let since = self.held.iter().rposition(|held| held.review == review);
        let wishes = self.wish(&code, review, since)?;
        self.clerk.run(&["meeting", "ready", &code, "--quiet"])?;
        let operation = self.clerk.operation;
        self.clerk.run(&["meeting", "freeze", &code])?;
        let show = ["meeting", "show", &code, "--before", "--format", "json"];
        let before = self.clerk.run(&show)?;
        let table = self.world.clone();
        self.decide(&code, review, month)?;
        let people = self.close(&code, review, month)?;
        let show = ["meeting", "show", &code, "--after", "--format", "json"];
        let after = self.clerk.run(&show)?;
        let closed = self.world.clone();
        let held = Held {
            code,
            review,
            operation,
            table,
            closed,
            since,
            last,
            wishes,
            people,
            before,
            after,
        };
        self.held.push(held);
        Ok(())
    }

    /// In May and in September the agenda of the 督办会 is adjusted.
    fn wish(&mut self, code: &str, review: bool, since: Option<usize>) -> Result<Vec<Wish>> {
        if review || !matches!(code, "DB2020-05" | "DB2020-09") {
            return Ok(Vec::new());
        }
        let before = since.map(|place| &self.held[place].table);
        let page = agenda::agenda(before, &self.world, &self.calendar, review, &[]);
        let listed: Vec<String> = page.tables[0]
            .rows
            .iter()
            .filter_map(|row| match &row.cells[2] {
                Cell::Text(code) => Some(code.clone()),
                _ => None,
            })
            .collect();
        let absent = self.world.inside().find(|(_, project)| !listed.contains(&project.code));
        let absent = absent.map(|(_, project)| project.code.clone()).ok_or("nobody to add")?;
        let (dropped, first) = (&listed[1], &listed[listed.len() - 1]);
        let (reason, own) = ("会商后调整", "通报全市利用外资形势");
        let args = [
            "meeting", "plan", code, "--drop", dropped, "--add", &absent, "--add", own, "--first",
            first,
        ];
        self.clerk.run(&[&args[..], &["--reason", reason]].concat())?;
        let wish = |change, subject: &str| Wish {
            change,
            subject: subject.to_owned(),
            // A reason given with several wishes is that of what is dropped.
            reason: (change == "drop").then(|| reason.to_owned()),
        };
        Ok(vec![
            wish("drop", dropped),
            wish("add", &absent),
            wish("add", own),
            wish("first", first),
        ])
    }

    /// Those of a 点评会 come as a list, others are typed.
    fn close(&mut self, code: &str, review: bool, month: Month) -> Result<Vec<Person>> {
        let people = [
            ("--present", "present", ["示例副市长", "市政府", "副市长", "出席"]),
            ("--present", "present", ["示例局长", "市商务局", "局长", "出席"]),
            ("--observe", "observing", ["示例总经理", "示例企业", "总经理", "列席"]),
            ("--absent", "absent", ["示例主任", "市发改委", "副主任", "请假"]),
        ];
        let mut args = ["meeting", "close", code].map(str::to_owned).to_vec();
        if review {
            let folder = self.clerk.folder.join(month.to_string());
            let file = lists::attendance(&folder, &people.map(|(.., person)| person))?;
            args.extend(["--attendance".to_owned(), file.display().to_string()]);
        } else {
            let typed =
                people.iter().map(|(flag, _, person)| [(*flag).to_owned(), person[..3].join(" ")]);
            args.extend(typed.flatten());
        }
        self.clerk.run(&args)?;
        let person = |(_, presence, person): &(&str, &'static str, [&str; 4])| {
            let [name, body, post, _] = person.map(str::to_owned);
            Person { presence, name, body, post }
        };
        Ok(people.iter().map(person).collect())
    }

    /// At the end of the year: the library is sound, each document is to the byte what it was, and
    /// a look back at the day of each freeze shows the same figures.
    pub fn look_back(&mut self) -> Result<()> {
        self.clerk.tell("\n== 年终核对 | At the end of the year")?;
        self.clerk.run(&["check"])?;
        let log = self.clerk.page(&["log", "--last", "1"])?;
        let last = &log["tables"][0]["rows"][0]["operation"];
        self.tally = compare_all(&self.held, &self.calendar)?;
        if *last != self.clerk.operation {
            let what = format!("the last operation is {last}, not {}", self.clerk.operation);
            self.tally.differ("log", what);
        }
        for place in 0..self.held.len() {
            self.look_at(place)?;
        }
        Ok(())
    }

    fn look_at(&mut self, place: usize) -> Result<()> {
        let (code, day) = (self.held[place].code.clone(), self.held[place].table.today.to_string());
        for side in ["--before", "--after"] {
            let now = self.clerk.ask(&["meeting", "show", &code, side, "--format", "json"])?.stdout;
            let held = &self.held[place];
            if now != if side == "--before" { &held.before[..] } else { &held.after[..] } {
                self.tally
                    .differ(&format!("{code} {side}"), "other bytes than on its day".to_owned());
            }
        }
        let document: Value = serde_json::from_slice(&self.held[place].before)?;
        let pages = document["pages"].as_array().map_or(&[][..], Vec::as_slice);
        let of = |title: &str| {
            pages.iter().filter(|page| page["title"] == title).flat_map(frozen).collect::<Vec<_>>()
        };
        let whole =
            ["summary.overview", "summary.appeals", "summary.category", "summary.department"];
        let mut looks =
            vec![(vec!["summary"], whole.iter().flat_map(|title| of(title)).collect::<Vec<_>>())];
        for (word, title) in [
            ("leader", "summary.leader"),
            ("appeals", "summary.appeals"),
            ("department", "summary.department"),
            ("category", "summary.category"),
        ] {
            looks.push((vec!["summary", word], of(title)));
        }
        for (words, then) in looks {
            let now = printed(&self.clerk.page(&[&words[..], &["--as-of", &day]].concat())?);
            if now != then {
                let what = format!("{} --as-of {day} is not what was frozen", words.join(" "));
                self.tally.differ(&code, what);
            }
        }
        self.clerk.tell(&format!("{} $ tuijin meeting diff {code}", self.clerk.today))?;
        let found = printed(&self.clerk.page(&["meeting", "diff", &code])?);
        let held = &self.held[place];
        let (then, now) = (&held.table, &self.world);
        let page = diff::diff(held.operation, then, now, &self.journal, &self.calendar);
        self.tally.page(&format!("{code} diff"), &page, &found);
        Ok(())
    }
}
