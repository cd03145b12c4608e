//! A district's monthly table: rows of texts, as it stands in a text file or on a sheet.

use super::super::calendar::{Day, Month};
use super::super::chance::Chance;
use super::super::project::{MONEY, Project};
use super::super::world::DISTRICTS;
use super::cell::{Line, amount, cell, money, month_text};
use super::layout::{DOLLAR, Layout, Place, UnitAt, YI, group, heading};

/// A table and how it is made up.
pub struct Table {
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
    /// How many rows stand above the first project.
    pub head: usize,
}

fn unit_name(unit: i64) -> &'static str {
    match unit {
        YI => "亿美元",
        DOLLAR => "美元",
        _ => "万美元",
    }
}

/// The table of a district for a month, filled in on a day.
pub fn table(
    layout: &'static Layout,
    month: Month,
    day: Day,
    lines: &[Line<'_>],
    chance: &mut Chance,
) -> Table {
    let columns: Vec<&'static str> = layout.columns.split_whitespace().collect();
    let district = lines.first().map_or(0, |line| line.project.district);
    let mut rows = above(layout, district, month, day);
    rows.extend(headings(layout, &columns, chance));
    let head = rows.len();
    let all: Vec<&Line<'_>> = lines.iter().collect();
    let body = |lines: &[&Line<'_>]| -> Vec<Vec<String>> {
        let row = |(serial, line): (usize, &&Line<'_>)| {
            let texts = columns.iter().enumerate().map(|(place, key)| match *key {
                "serial" => (serial + 1).to_string(),
                key => cell(layout, month, line, key, serial + place),
            });
            texts.collect()
        };
        lines.iter().enumerate().map(row).collect()
    };
    let sum = |lines: &[&Line<'_>], label: &str| sums(layout, &columns, lines, label);
    if layout.total == Some(Place::Before) {
        rows.push(sum(&all, "合计"));
    }
    if layout.sectioned {
        let sections = ["一、在谈项目", "二、签约未设立项目", "三、已登记设立项目"];
        for (place, title) in sections.iter().enumerate() {
            let own = |line: &&&Line<'_>| line.project.stage.min(2) == place;
            let own: Vec<&Line<'_>> = all.iter().filter(own).copied().collect();
            rows.push(vec![format!("{title}（项目共计：{}个）", own.len())]);
            rows.extend(body(&own));
            rows.push(sum(&own, "小计"));
        }
    } else {
        rows.extend(body(&all));
    }
    if layout.total == Some(Place::After) {
        rows.push(sum(&all, if layout.sectioned { "总合计" } else { "合计" }));
        rows.push(vec![format!("备注：本表统计截至{}底；所有内容均为虚构。", month_text(month))]);
    }
    for row in &mut rows {
        row.resize(columns.len(), String::new());
    }
    Table { columns, rows, head }
}

/// Title, sender and unit.
fn above(layout: &Layout, district: usize, month: Month, day: Day) -> Vec<Vec<String>> {
    if !layout.titled {
        return Vec::new();
    }
    let name = DISTRICTS[district].0;
    let unit = format!("单位：{}", unit_name(layout.unit));
    let sender =
        format!("填报单位（盖章）：{name}商务局  填报时间：{}", day.format("%Y年%-m月%-d日"));
    let title = format!("{name}重点外资项目推进情况月报表（截至{}底）", month_text(month));
    let mut rows = vec![vec![title]];
    match (layout.unit_at, district % 2) {
        (UnitAt::Line, 0) => rows.extend([vec![sender], vec![unit]]),
        (UnitAt::Line, _) => rows.push(vec![format!("{sender}  {unit}")]),
        _ => rows.push(vec![sender]),
    }
    rows
}

fn headings(layout: &Layout, columns: &[&str], chance: &mut Chance) -> Vec<Vec<String>> {
    let mut names: Vec<String> = columns.iter().map(|key| heading(layout, key, chance)).collect();
    if layout.unit_at == UnitAt::Header {
        let priced = columns.iter().zip(&mut names).filter(|(key, _)| MONEY.contains(key));
        priced.for_each(|(_, name)| name.push_str(&format!("（{}）", unit_name(layout.unit))));
    }
    if !layout.grouped {
        return vec![names];
    }
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut before = None;
    for (key, name) in columns.iter().zip(names) {
        match group(key) {
            Some(title) => {
                // A merged cell has its text where it begins.
                upper.push(if before == Some(title) { String::new() } else { title.to_owned() });
                lower.push(name);
            }
            None => {
                upper.push(name);
                lower.push(String::new());
            }
        }
        before = group(key);
    }
    let mut rows = vec![upper, lower];
    if layout.index {
        let marks = (0..columns.len()).map(|place| match place {
            0 => "甲".to_owned(),
            1 => "乙".to_owned(),
            place => (place - 1).to_string(),
        });
        rows.push(marks.collect());
    }
    rows
}

fn sums(layout: &Layout, columns: &[&str], lines: &[&Line<'_>], label: &str) -> Vec<String> {
    let sum = |key: &str| lines.iter().filter_map(|line| amount(layout, line, key)).sum::<i64>();
    let texts = columns.iter().enumerate().map(|(place, key)| match (place, *key) {
        (0, _) => label.to_owned(),
        (_, key) if MONEY.contains(&key) => money(layout, sum(key), 2),
        _ => String::new(),
    });
    texts.collect()
}

/// A sentence about the month.
pub fn progress(project: &Project, chance: &mut Chance) -> String {
    const SENTENCES: [[&str; 3]; 6] = [
        [
            "正就投资协议文本交换意见。",
            "外方董事会正在审议投资方案。",
            "选址已初步确定，正测算用能指标。",
        ],
        [
            "正办理名称核准和设立登记材料。",
            "正争取规划和土地指标。",
            "投资协议已签，正开展报批报建准备。",
        ],
        [
            "施工图设计已完成，正办理规划许可。",
            "环评已受理，土地挂牌手续正在办理。",
            "正招聘核心团队。",
        ],
        ["主体施工有序推进。", "厂房封顶，设备陆续进场。", "正进行水电管线施工。"],
        ["已通过竣工验收，正调试设备。", "试生产准备有序进行。", "正办理投产前各项手续。"],
        ["已投产。", "产能逐步释放。", "生产稳定。"],
    ];
    SENTENCES[project.stage.min(5)][chance.below(3)].to_owned()
}
