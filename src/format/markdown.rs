//! A page as a Markdown document with GitHub tables.

use super::cells::{self, BLANK};
use crate::labels::{self, Lang};
use crate::model::note::Note;
use crate::view::page::{ColumnKind, Page, Row, RowKind, Table};

/// Draws the page.
pub fn render(page: &Page, lang: Lang) -> String {
    let mut blocks = vec![format!("# {}", escape(&cells::title(page, lang)))];
    blocks.extend(page.heading.iter().map(|note| sentence(note, lang)));
    for table in &page.tables {
        if table.title != page.title {
            blocks.push(format!("## {}", escape(&cells::word(table.title.into(), lang))));
        }
        blocks.push(draw(table, page, lang));
    }
    blocks.extend(page.notes.iter().map(|note| sentence(note, lang)));
    blocks.join("\n\n") + "\n"
}

fn sentence(note: &Note, lang: Lang) -> String {
    escape(&cells::visible(&labels::note(note, lang)))
}

fn draw(table: &Table, page: &Page, lang: Lang) -> String {
    let heads = table.columns.iter().map(|c| escape(&cells::heading(c, page.unit, lang)));
    let rules = table.columns.iter().map(|column| match column.kind {
        ColumnKind::Number | ColumnKind::Money => "---:".to_owned(),
        ColumnKind::Text | ColumnKind::Short | ColumnKind::Writing => "---".to_owned(),
    });
    let mut lines = vec![line(heads), line(rules)];
    lines.extend(table.rows.iter().map(|row| draw_row(row, table.columns.len(), page, lang)));
    lines.join("\n")
}

/// A row: details indented, totals bold.
fn draw_row(row: &Row, columns: usize, page: &Page, lang: Lang) -> String {
    line((0..columns).map(|index| {
        let text = row.cells.get(index).map(|cell| cells::text(cell, page.unit, lang));
        let text = text.filter(|text| !text.is_empty()).map(|text| escape(&text));
        match (row.kind, text) {
            (_, None) => BLANK.to_owned(),
            (RowKind::Total, Some(text)) => format!("**{text}**"),
            (RowKind::Detail, Some(text)) if index == 0 => format!("&nbsp;&nbsp;{text}"),
            (_, Some(text)) => text,
        }
    }))
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// Text that Markdown must not read as markup.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '|' | '*' | '`' | '[' | '<' | '&') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::sample;
    use crate::model::term::Term;

    #[test]
    fn a_page_becomes_a_document() {
        let text = render(&sample::page(), Lang::Zh);
        let word = |term: Term| cells::word(term.into(), Lang::Zh);
        let head = format!("# 苏州市{}\n\n", word(Term::SummaryDistrict));
        assert!(text.starts_with(&head), "{text}");
        assert!(text.contains("\n| --- | --- | ---: | ---: | ---: |\n"));
        assert!(text.contains("| 昆山市 | XM2020-0001 | 97/193 (50.3%) | 12,000.50 | — |\n"));
        assert!(text.contains("| &nbsp;&nbsp;澄屿\\|光学 |"));
        assert!(text.contains("| **0/0** | **-1.2345** | **33.3%** |"));
    }
}
