//! The cells of a row as they stand, in one piece: a row is kept for the case that it goes back.

/// Cells one after the other, with where each ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl From<&[String]> for Cells {
    fn from(cells: &[String]) -> Cells {
        let mut text = String::with_capacity(cells.iter().map(String::len).sum());
        let mut end = |cell: &String| {
            text.push_str(cell);
            text.len()
        };
        let ends = cells.iter().map(&mut end).collect();
        Cells { text, ends }
    }
}

impl Cells {
    /// The cell at a place, from 0.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }

    pub fn to_vec(&self) -> Vec<String> {
        (0..self.ends.len()).filter_map(|at| self.get(at)).map(str::to_owned).collect()
    }
}
