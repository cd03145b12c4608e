//! What was tried: points and how many went well, by command, fault and call.

use crate::attempt::Point;
use std::fmt::{self, Display, Formatter};

#[derive(Default)]
pub struct Table {
    /// Command, fault, call, points, of which went well.
    rows: Vec<(&'static str, &'static str, String, usize, usize)>,
    pub failures: Vec<String>,
}

impl Table {
    pub fn enter(&mut self, point: &Point<'_>, tried: Result<(), String>) {
        let (name, fault, call) = (point.scene.scene.name, point.fault.name(), &point.call);
        let mine = |row: &&mut (_, _, String, usize, usize)| {
            row.0 == name && row.1 == fault && row.2 == call.name
        };
        let well = usize::from(tried.is_ok());
        // The run past the last point shows that there are no more of them; it is none itself.
        let counted = usize::from(point.exists);
        match self.rows.iter_mut().find(mine) {
            Some(row) => {
                row.3 += counted;
                row.4 += counted * well;
            }
            None => self.rows.push((name, fault, call.name.clone(), counted, counted * well)),
        }
        if let Err(why) = tried {
            self.failures.push(format!("{name}, {fault} at {} {}: {why}", call.name, call.nth));
        }
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let line = |f: &mut Formatter<'_>, cells: [&str; 5]| {
            let [name, fault, call, points, well] = cells;
            writeln!(f, "{name:<14}{fault:<18}{call:<12}{points:>7}{well:>7}")
        };
        line(f, ["command", "fault", "call", "points", "ok"])?;
        for (name, fault, call, points, well) in &self.rows {
            line(f, [name, fault, call, &points.to_string(), &well.to_string()])?;
        }
        let points: usize = self.rows.iter().map(|row| row.3).sum();
        let well: usize = self.rows.iter().map(|row| row.4).sum();
        line(f, ["all", "", "", &points.to_string(), &well.to_string()])
    }
}
