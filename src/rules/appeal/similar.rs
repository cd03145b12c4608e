//! Earlier appeals that ask for much the same: of the same category, with a purpose and crux alike.

use crate::model::appeal::Appeal;
use crate::rules::likeness::similarity;

/// An earlier appeal and how alike it is, in percent of shared shingles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike<'a> {
    pub appeal: &'a Appeal,
    pub percent: i64,
}

/// The earlier ones that are alike from `threshold` percent on, most alike first, at most `limit`.
pub fn similar<'a>(
    appeal: &Appeal,
    earlier: &'a [Appeal],
    threshold: i64,
    limit: usize,
) -> Vec<Alike<'a>> {
    let text = text(appeal);
    let mut alike: Vec<Alike<'a>> = earlier
        .iter()
        .filter(|other| other.category == appeal.category && other.code != appeal.code)
        .map(|other| Alike { appeal: other, percent: similarity(&text, &self::text(other)) })
        .filter(|alike| alike.percent > 0 && alike.percent >= threshold)
        .collect();
    alike.sort_by(|a, b| (-a.percent, &a.appeal.code).cmp(&(-b.percent, &b.appeal.code)));
    alike.truncate(limit);
    alike
}

fn text(appeal: &Appeal) -> String {
    let texts = [appeal.purpose.as_deref(), appeal.problem.as_deref()];
    texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
