//! Duplicates (查重): how alike two projects are, on four levels.

use super::book::RuleBook;
use crate::model::Day;
use crate::model::entry::Likeness;
use crate::model::finding::{Near, RuleName};
use crate::model::money::Usd;
use crate::model::name::{investor_keys, phase_in, search_key, without_noise};

/// What likeness looks at.
#[derive(Debug, Clone, Copy)]
pub struct Portrait<'a> {
    pub name: &'a str,
    pub investor: Option<&'a str>,
    pub district: i64,
    pub total: Option<Usd>,
}

/// A known project to compare with.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub code: &'a str,
    pub portrait: Portrait<'a>,
}

/// The two tolerances, in percent.
#[derive(Debug, Clone, Copy)]
pub struct Tolerance {
    pub name: i64,
    pub amount: i64,
}

impl Tolerance {
    /// As the standards have it on a day; without a standard only equal names and amounts count.
    pub fn on(book: &RuleBook, day: Day) -> Tolerance {
        let value = |rule, otherwise| book.on(rule, day).map_or(otherwise, |version| version.value);
        Tolerance {
            name: value(RuleName::DuplicateName, 100),
            amount: value(RuleName::DuplicateAmount, 0),
        }
    }
}

/// The known projects that resemble the case, most alike first.
pub fn neighbours<'a>(
    case: Portrait<'_>,
    known: impl IntoIterator<Item = Known<'a>>,
    tolerance: Tolerance,
) -> Vec<Near> {
    let shape = Shape::of(case.name);
    let mut near: Vec<Near> = known
        .into_iter()
        .filter_map(|known| {
            let other = Shape::of(known.portrait.name);
            let similarity = shape.similarity(&other);
            let shapes = (&shape, &other);
            let likeness = likeness((case, known.portrait), shapes, similarity, tolerance)?;
            Some(Near {
                code: known.code.to_owned(),
                name: known.portrait.name.to_owned(),
                likeness,
                similarity,
                total: known.portrait.total,
            })
        })
        .collect();
    near.sort_by(|a, b| {
        (a.likeness, -a.similarity, &a.code).cmp(&(b.likeness, -b.similarity, &b.code))
    });
    near
}

/// Shared two-character shingles of two names, in percent of all their shingles (Jaccard).
pub fn similarity(one: &str, other: &str) -> i64 {
    Shape::of(one).similarity(&Shape::of(other))
}

/// A name as it is compared.
struct Shape {
    key: String,
    phase: Option<u32>,
    /// Its two-character shingles, sorted, each once.
    shingles: Vec<(char, char)>,
}

impl Shape {
    fn of(name: &str) -> Shape {
        let whole = search_key(name);
        let phase = phase_in(&whole);
        let key = without_noise(whole);
        let letters: Vec<char> = key.chars().collect();
        let mut shingles: Vec<(char, char)> = match letters.as_slice() {
            [single] => vec![(*single, *single)],
            several => several.windows(2).map(|pair| (pair[0], pair[1])).collect(),
        };
        shingles.sort_unstable();
        shingles.dedup();
        Shape { key, phase, shingles }
    }

    /// Shared shingles of two names, in percent of all their shingles (Jaccard).
    fn similarity(&self, other: &Shape) -> i64 {
        let shared =
            self.shingles.iter().filter(|it| other.shingles.binary_search(it).is_ok()).count();
        let all = self.shingles.len() + other.shingles.len() - shared;
        (shared * 100).checked_div(all).unwrap_or(0) as i64
    }
}

fn likeness(
    (case, known): (Portrait<'_>, Portrait<'_>),
    (shape, other): (&Shape, &Shape),
    similarity: i64,
    tolerance: Tolerance,
) -> Option<Likeness> {
    // 一期 and 二期 are different projects, however alike the rest is.
    if shape.phase != other.phase {
        return None;
    }
    let same_name = shape.key == other.key;
    if !same_name && similarity < tolerance.name {
        return None;
    }
    let investor = shares_investor(case.investor, known.investor);
    if same_name && investor {
        return Some(Likeness::Same);
    }
    if investor || (same_name && case.district == known.district) {
        Some(Likeness::Strong)
    } else if within(case.total, known.total, tolerance.amount) {
        Some(Likeness::Possible)
    } else {
        Some(Likeness::Slight)
    }
}

fn shares_investor(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let other = investor_keys(other);
    investor_keys(one).iter().any(|key| other.contains(key))
}

/// Whether two amounts differ by at most `percent` of the larger one.
fn within(one: Option<Usd>, other: Option<Usd>, percent: i64) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let larger = i128::from(one.0.max(other.0));
    let difference = (i128::from(one.0) - i128::from(other.0)).abs();
    larger > 0 && difference * 100 <= larger * i128::from(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Portrait<'_> = Portrait {
        name: "澄屿半导体先进封装测试基地项目",
        investor: Some("澄屿控股（香港）有限公司"),
        district: 4,
        total: Some(Usd(10_000_000_000)),
    };

    #[test]
    fn the_four_levels_and_none() {
        let near = "澄屿半导体先进封装测试基地建设";
        let cases: [(&str, Portrait<'_>, Option<Likeness>); 9] = [
            ("same name, same investor", KNOWN, Some(Likeness::Same)),
            (
                "same name written otherwise",
                Portrait {
                    name: "澄屿半导体（先进封装）测试基地",
                    investor: Some("澄屿控股(香港)"),
                    ..KNOWN
                },
                Some(Likeness::Same),
            ),
            (
                "same name, same district",
                Portrait { investor: Some("另一家"), ..KNOWN },
                Some(Likeness::Strong),
            ),
            (
                "near name, one of two investors shared",
                Portrait {
                    name: near,
                    investor: Some("甲公司、澄屿控股（香港）"),
                    district: 5,
                    ..KNOWN
                },
                Some(Likeness::Strong),
            ),
            (
                "near name, amount within ten percent",
                Portrait {
                    name: near,
                    investor: None,
                    district: 5,
                    total: Some(Usd(9_000_000_000)),
                },
                Some(Likeness::Possible),
            ),
            (
                "near name, amount far off",
                Portrait {
                    name: near,
                    investor: None,
                    district: 5,
                    total: Some(Usd(8_999_999_999)),
                },
                Some(Likeness::Slight),
            ),
            ("another name", Portrait { name: "韶禾生物医药研发中心", ..KNOWN }, None),
            (
                "a second phase",
                Portrait { name: "澄屿半导体先进封装测试基地二期项目", ..KNOWN },
                None,
            ),
            ("nothing in common", Portrait { name: "甲", ..KNOWN }, None),
        ];
        let tolerance = Tolerance { name: 80, amount: 10 };
        for (case, portrait, expected) in cases {
            let known = Known { code: "XM2020-0001", portrait: KNOWN };
            let found = neighbours(portrait, [known], tolerance);
            assert_eq!(found.first().map(|near| near.likeness), expected, "{case}");
        }
    }
}
