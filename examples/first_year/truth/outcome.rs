//! What came of a meeting: who took part, what became of appeals, what was decided.

use super::super::appeal::OUTCOMES;
use super::super::page::{Cell, Page, Table, key, text};
use super::super::world::World;
use super::tasks::listed;

/// How a person took part, who, of which body, and as what.
#[derive(Debug, Clone)]
pub struct Person {
    pub presence: &'static str,
    pub name: String,
    pub body: String,
    pub post: String,
}

/// `table`: the world when the meeting began; `world`: when it was closed.
pub fn outcome(code: &str, people: &[Person], table: &World, world: &World) -> Page {
    let mut attendance = Table::new("attendance", &["presence", "person", "party", "post"]);
    for presence in ["present", "observing", "absent"] {
        for person in people.iter().filter(|person| person.presence == presence) {
            let said = [&person.name, &person.body, &person.post].map(|it| text(it));
            attendance.data([key(presence)].into_iter().chain(said).collect());
        }
    }
    let columns = ["code", "name", "purpose", "before", "after", "status"];
    let mut settled = Table::new("outcomes_set", &columns);
    for (place, appeal) in world.appeals.iter().enumerate() {
        let before = table.appeals.get(place).map(|it| (it.outcome(), it.state()));
        if before == Some((appeal.outcome(), appeal.state())) {
            continue;
        }
        settled.data(vec![
            text(&appeal.code),
            text(&world.projects[appeal.project].name),
            text(&appeal.purpose),
            before.map_or(Cell::Blank, |(outcome, _)| key(OUTCOMES[outcome].1)),
            key(OUTCOMES[appeal.outcome()].1),
            key(appeal.state().key()),
        ]);
    }
    let decisions = listed("decisions", world, |task| task.meeting.as_deref() == Some(code));
    Page { title: "meeting.outcome", tables: vec![attendance, settled, decisions] }
}
