//! A meeting that was held, and both of its documents against what every page of them ought to say.

use super::Result;
use super::calendar::Calendar;
use super::compare::{Tally, frozen};
use super::page::Page;
use super::truth::agenda::Wish;
use super::truth::outcome::Person;
use super::truth::sentences::{Setting, sentences};
use super::truth::{agenda, appeals, changes, outcome, projects, ready, reports, review, tasks};
use super::world::World;
use serde_json::Value;

/// A meeting that was held.
pub struct Held {
    pub code: String,
    pub review: bool,
    /// The last operation that was frozen.
    pub operation: usize,
    /// The world when it was frozen, and when it was closed.
    pub table: World,
    pub closed: World,
    /// Places among the meetings held of the last of its kind, and of the last of all.
    pub since: Option<usize>,
    pub last: Option<usize>,
    pub wishes: Vec<Wish>,
    pub people: Vec<Person>,
    /// 会前版 and 会后版, to the byte.
    pub before: Vec<u8>,
    pub after: Vec<u8>,
}

/// The pages of both editions as they ought to be.
pub fn expected(held: &[Held], place: usize, calendar: &Calendar) -> (Vec<Page>, Vec<Page>) {
    let one = &held[place];
    let mut after = vec![outcome::outcome(&one.code, &one.people, &one.table, &one.closed)];
    after.extend(pages(held, one, &one.closed, calendar));
    (pages(held, one, &one.table, calendar), after)
}

fn pages(held: &[Held], one: &Held, world: &World, calendar: &Calendar) -> Vec<Page> {
    let before = one.since.map(|place| &held[place].table);
    let last = one.last.map(|place| {
        let last = &held[place];
        ready::Last { code: &last.code, day: last.table.today, world: &last.table }
    });
    let mut pages = vec![
        // Once it is closed, a meeting keeps the agenda it had.
        agenda::agenda(before, &one.table, calendar, one.review, &one.wishes),
        ready::ready(last.as_ref(), world, calendar, false),
        tasks::tasks(world),
        reports::reports(world, calendar),
        projects::meeting(world),
        projects::leader(world),
        appeals::appeals(world),
        appeals::department(world, calendar),
        appeals::category(world),
    ];
    pages.extend(before.map(|before| changes::changes(before, world, calendar)));
    if one.review {
        pages.push(review::breakthrough(before, world));
        pages.extend(review::districts(before, world, calendar));
    }
    pages
}

/// Compares both editions of every meeting with what they ought to say.
pub fn compare_all(held: &[Held], calendar: &Calendar) -> Result<Tally> {
    let mut tally = Tally::default();
    for place in 0..held.len() {
        let (before, after) = expected(held, place, calendar);
        for (side, expected, bytes) in
            [("会前版", before, &held[place].before), ("会后版", after, &held[place].after)]
        {
            let document: Value = serde_json::from_slice(bytes)?;
            let found = document["pages"].as_array().map_or(&[][..], Vec::as_slice);
            let titles: Vec<&str> =
                found.iter().filter_map(|page| page["title"].as_str()).collect();
            let wanted: Vec<&str> = expected.iter().map(|page| page.title).collect();
            let name = format!("{} {side}", held[place].code);
            if titles != wanted {
                tally.differ(&name, format!("pages {titles:?}, not {wanted:?}"));
            }
            let world = if side == "会前版" { &held[place].table } else { &held[place].closed };
            let setting = setting(held, place, world, calendar);
            let mut before = "";
            let mut number = 0;
            for (page, found) in expected.iter().zip(found) {
                number = if page.title == before { number + 1 } else { 0 };
                before = page.title;
                let name = format!("{name} {}", page.title);
                let kept = Setting { world: &held[place].table, ..setting };
                let setting = if page.title == "agenda" { &kept } else { &setting };
                tally.page(&name, page, &frozen(found));
                tally.sentences(&name, &sentences(page, number, setting), found);
            }
        }
    }
    Ok(tally)
}

fn setting<'a>(
    held: &'a [Held],
    place: usize,
    world: &'a World,
    calendar: &'a Calendar,
) -> Setting<'a> {
    let one = &held[place];
    let named = |place: Option<usize>| {
        place.map(|place| (held[place].code.as_str(), held[place].table.today))
    };
    let (since, last) = (named(one.since), named(one.last));
    Setting { code: &one.code, day: one.table.today, since, last, world, calendar }
}
