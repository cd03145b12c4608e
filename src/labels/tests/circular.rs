//! One sample of every note of a circular, and the words that stand beside its indicators.

use super::sample::{day, month, samples};
use super::{LANGS, is_han};
use crate::labels::{Lang, word};
use crate::model::circular::{CircularNote, Indicator, Placing};

pub fn notes() -> Vec<CircularNote> {
    let mut notes = samples!(CircularNote:
        Of { month: month("2020-03"), until: day("2020-04-20") },
        Reports { month: month("2020-03"), due: Some(day("2020-04-08")) },
        Projects { month: month("2020-03"), clock: month("2020-02") },
        Appeals,
        Tasks,
        Ranking,
        Formula(vec![(Indicator::OnTime, 20), (Indicator::Stalled, 30)]),
    );
    notes.push(CircularNote::Reports { month: month("2020-03"), due: None });
    notes
}

#[test]
fn a_place_is_called_a_place_in_both_languages() {
    for placing in Placing::ALL {
        for lang in LANGS {
            assert_eq!(word(*placing, lang).chars().any(is_han), lang == Lang::Zh);
        }
    }
}
