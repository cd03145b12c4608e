//! The meetings: what is on the table is frozen, and compared with the truth.

use super::compare;
use super::page::Page;
use super::truth::{appeals, changes, projects};
use super::world::World;
use super::{Result, Year, calendar::Month};
use serde_json::Value;

/// A meeting that was held.
pub struct Held {
    pub code: String,
    pub kind: &'static str,
    pub world: World,
    /// The world at the last meeting of its kind.
    pub before: Option<World>,
    /// The pages it had on the table.
    pub pages: Vec<(String, Value)>,
}

impl Year<'_> {
    /// A meeting is held today: what is on the table is kept and compared.
    pub fn hold(&mut self, kind: &'static str, month: Month) -> Result<()> {
        let head = if kind == "督办会" { "DB" } else { "DP" };
        let code = format!("{head}{month}");
        let last = self.held.iter().rfind(|held| held.kind == kind);
        let (before, since) = (last.map(|held| held.world.clone()), last.map(|held| held.world.today.to_string()));
        let mut pages = Vec::new();
        for words in [&["summary"][..], &["summary", "leader"], &["summary", "appeals"], &["summary", "department"], &["summary", "category"]] {
            pages.push((words.join("."), self.clerk.page(words)?));
        }
        if let Some(since) = since {
            pages.push(("changes".to_owned(), self.clerk.page(&["summary", "changes", "--since", &since])?));
        }
        let held = Held { code, kind, world: self.world.clone(), before, pages };
        self.compare(&held);
        self.held.push(held);
        Ok(())
    }

    fn compare(&mut self, held: &Held) {
        let expected = self.expected(held);
        for ((name, found), page) in held.pages.iter().zip(&expected) {
            self.tally.page(&format!("{} {name}", held.code), page, &compare::printed(found));
        }
    }

    fn expected(&self, held: &Held) -> Vec<Page> {
        let world = &held.world;
        let mut whole = projects::meeting(world);
        whole.tables.extend(appeals::appeals(world).tables);
        whole.tables.extend(appeals::category(world).tables);
        whole.tables.extend(appeals::department(world, &self.calendar).tables);
        let mut pages = vec![
            whole,
            projects::leader(world),
            appeals::appeals(world),
            appeals::department(world, &self.calendar),
            appeals::category(world),
        ];
        pages.extend(held.before.as_ref().map(|before| changes::changes(before, world, &self.calendar)));
        pages
    }

    /// At the end of the year: the library is sound.
    pub fn look_back(&mut self) -> Result<()> {
        self.clerk.run(&["check"])?;
        Ok(())
    }
}
