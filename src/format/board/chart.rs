//! A chart as SVG: bars of a table's columns, each value written beside its bar, told apart by
//! pattern as well as by colour, and said in words for those who cannot see it.

use super::{LANG, word};
use crate::format::cells;
use crate::format::wrap::width;
use crate::model::board::BoardWord;
use crate::model::term::Term;
use crate::view::chart::{Chart, Shape, Tone};
use crate::view::page::{Cell, ColumnKind, Page, Row, RowKind, Table};
use maud::{Markup, html};

/// Lengths in the chart's own units, about a pixel each.
pub const WIDTH: f64 = 460.0;
/// Where a table stands beside it.
pub const NARROW: f64 = 360.0;
const ROW: f64 = 26.0;
const BAR: f64 = 15.0;
/// Half a Chinese character at the size of the text.
const PLACE: f64 = 6.8;
const GAP: f64 = 8.0;
const LEGEND: f64 = 28.0;
/// The shortest bar of something.
const LEAST: f64 = 1.5;

/// One row of a chart.
struct Bar {
    label: String,
    values: Vec<u64>,
    /// The values as they are written.
    said: String,
}

/// The chart, so wide, with `id` before every name in it.
pub fn draw(page: &Page, table: &Table, chart: &Chart, total: f64, id: &str) -> Markup {
    let bars = bars(page, table, chart);
    let heading = |at: usize| {
        table
            .columns
            .get(at)
            .map(|column| cells::heading(column, page.unit, LANG))
            .unwrap_or_default()
    };
    let title = match (chart.shape, chart.values.first()) {
        (Shape::Bars, Some((at, _))) => heading(*at),
        _ => cells::word(chart.title, LANG),
    };
    let legend: Vec<(String, Tone)> = match chart.shape {
        Shape::Bars => Vec::new(),
        _ => chart.values.iter().map(|(at, tone)| (heading(*at), *tone)).collect(),
    };
    let above = if legend.is_empty() { 4.0 } else { LEGEND };
    let height = above + ROW * bars.len() as f64 + 4.0;
    let said: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.label, bar.said)).collect();
    let said = format!("{}\u{3002}{}", said.join("\u{ff1b}"), word(BoardWord::SameFigures));
    html! {
        figure {
            figcaption { (title) }
            svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (total) " " (height) }
                role="img" aria-labelledby={ (id) "t " (id) "d" } {
                title id={ (id) "t" } { (title) }
                desc id={ (id) "d" } { (said) }
                (patterns(id))
                (key(&legend, id))
                (rows(&bars, chart, above, total, id))
            }
        }
    }
}

/// What is drawn: every row but totals, and remainders that hold something.
fn bars(page: &Page, table: &Table, chart: &Chart) -> Vec<Bar> {
    let drawn = table.rows.iter().filter(|row| row.kind != RowKind::Total);
    let bars = drawn.filter_map(|row| {
        let label = row.cells.get(chart.label)?;
        let values: Vec<u64> =
            chart.values.iter().map(|(at, _)| row.cells.get(*at).map_or(0, size)).collect();
        let is_rest = [Term::Unknown, Term::Remainder, Term::Unassigned]
            .iter()
            .any(|term| *label == Cell::word(*term));
        if is_rest && values.iter().all(|value| *value == 0) {
            return None;
        }
        Some(Bar {
            label: cells::text(label, page.unit, LANG),
            values,
            said: said(page, table, chart, row),
        })
    });
    bars.collect()
}

fn said(page: &Page, table: &Table, chart: &Chart, row: &Row) -> String {
    let one = |at: usize| match row.cells.get(at) {
        Some(Cell::Share { n, of }) if chart.shape == Shape::Bars => {
            cells::share(*n, *of).map_or_else(|| n.to_string(), |share| format!("{n} ({share}%)"))
        }
        Some(cell) if table.columns.get(at).is_some_and(|it| it.kind == ColumnKind::Money) => {
            cells::text(cell, page.unit, LANG)
        }
        Some(cell) => size(cell).to_string(),
        None => String::new(),
    };
    let values: Vec<String> = chart.values.iter().map(|(at, _)| one(*at)).collect();
    values.join(" / ")
}

/// How long the bar of a cell is, against others of its column.
fn size(cell: &Cell) -> u64 {
    match cell {
        Cell::Count(count) => *count,
        Cell::Share { n, .. } | Cell::Part { n, .. } => *n,
        Cell::Money(amount) => u64::try_from(amount.0).unwrap_or(0),
        _ => 0,
    }
}

fn rows(bars: &[Bar], chart: &Chart, above: f64, total: f64, id: &str) -> Markup {
    let widest = |text: fn(&Bar) -> &str| {
        bars.iter().map(|bar| width(text(bar))).max().unwrap_or(0) as f64 * PLACE
    };
    let left = widest(|bar| &bar.label) + GAP;
    let room = (total - left - GAP - widest(|bar| &bar.said)).max(40.0);
    let whole = |bar: &Bar| match chart.shape {
        Shape::Stack => bar.values.iter().sum(),
        _ => bar.values.iter().copied().max().unwrap_or(0),
    };
    let most = bars.iter().map(whole).max().unwrap_or(0).max(1) as f64;
    let long = |value: u64| match value {
        0 => 0.0,
        _ => (value as f64 / most * room).max(LEAST),
    };
    let bottom = above + ROW * bars.len() as f64;
    html! {
        @for (place, bar) in bars.iter().enumerate() {
            @let top = above + ROW * place as f64;
            @let middle = top + ROW / 2.0;
            text.label x=(short(left - GAP)) y=(short(middle)) text-anchor="end" { (bar.label) }
            @let parts = parts(bar, chart, &long);
            @for (from, long, tone) in &parts {
                @if *long > 0.0 {
                    rect x=(short(left + from)) y=(short(middle - BAR / 2.0)) width=(short(*long))
                        height=(BAR) fill=(fill(*tone, id)) stroke=(stroke(*tone)) stroke-width="0.8" {}
                }
            }
            @let end = parts.iter().map(|(from, long, _)| from + long).fold(0.0, f64::max);
            text.value x=(short(left + end + GAP)) y=(short(middle)) { (bar.said) }
        }
        line x1=(short(left)) x2=(short(left)) y1=(short(above)) y2=(short(bottom)) stroke="#8a9096" stroke-width="1" {}
    }
}

/// Where each value of a bar begins and how long it is.
fn parts(bar: &Bar, chart: &Chart, long: &impl Fn(u64) -> f64) -> Vec<(f64, f64, Tone)> {
    let mut next = 0.0;
    let values = bar.values.iter().zip(&chart.values);
    let parts = values.map(|(value, (_, tone))| {
        let from = next;
        if chart.shape == Shape::Stack {
            next += long(*value);
        }
        (from, long(*value), *tone)
    });
    parts.collect()
}

fn key(legend: &[(String, Tone)], id: &str) -> Markup {
    let starts = legend.iter().scan(0.0, |next, (name, _)| {
        let start = *next;
        *next += 20.0 + width(name) as f64 * PLACE + 18.0;
        Some(start)
    });
    html! {
        @for ((name, tone), start) in legend.iter().zip(starts) {
            rect x=(short(start + 0.5)) y="3.5" width="14" height="11" fill=(fill(*tone, id))
                stroke=(stroke(*tone)) stroke-width="0.8" {}
            text.legend x=(short(start + 20.0)) y="9.5" { (name) }
        }
    }
}

fn patterns(id: &str) -> Markup {
    html! {
        defs {
            pattern id={ (id) "dots" } width="5" height="5" patternUnits="userSpaceOnUse" {
                rect width="5" height="5" fill="#fbf3df" {}
                circle cx="2.5" cy="2.5" r="1.2" fill="#96690f" {}
            }
            pattern id={ (id) "hatch" } width="5" height="5" patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)" {
                rect width="5" height="5" fill="#eef2f6" {}
                rect width="1.3" height="5" fill="#7d96b0" {}
            }
            pattern id={ (id) "alarm" } width="5" height="5" patternUnits="userSpaceOnUse"
                patternTransform="rotate(-45)" {
                rect width="5" height="5" fill="#fff" {}
                rect width="2.6" height="5" fill="#9d2b25" {}
            }
        }
    }
}

fn fill(tone: Tone, id: &str) -> String {
    match tone {
        Tone::Solid => "#27496d".to_owned(),
        Tone::Light => "#edf1f5".to_owned(),
        Tone::Dotted => format!("url(#{id}dots)"),
        Tone::Hatched => format!("url(#{id}hatch)"),
        Tone::Alarm => format!("url(#{id}alarm)"),
    }
}

const fn stroke(tone: Tone) -> &'static str {
    match tone {
        Tone::Solid | Tone::Light | Tone::Hatched => "#27496d",
        Tone::Dotted => "#96690f",
        Tone::Alarm => "#9d2b25",
    }
}

/// One decimal is enough, and the same on every machine.
fn short(length: f64) -> String {
    format!("{length:.1}")
}
