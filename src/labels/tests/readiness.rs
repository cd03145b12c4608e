//! One sample of every note about readiness.

use super::sample::{day, month, s, samples};
use crate::model::appeal::{AppealField, AppealOutcome};
use crate::model::date::Dated;
use crate::model::field::{Field, Quantity};
use crate::model::finding::RuleName;
use crate::model::money::Usd;
use crate::model::party::Role;
use crate::model::readiness::{Evidence, FailedAppeal, Gain, ReadyNote};
use crate::model::stage::Stage;
use crate::model::work::WorkItem;

pub fn notes() -> Vec<ReadyNote> {
    let since = day("2020-03-12");
    let failed = FailedAppeal {
        code: s("SQ2020-0003"),
        faults: vec![
            (RuleName::AppealThin, vec![AppealField::Problem, AppealField::Purpose]),
            (RuleName::AppealBasis, vec![]),
        ],
    };
    let gain = Gain {
        stage: Some((Stage::Signed, Stage::Registered)),
        paid_in: Some((Usd(1_000_000), Usd(2_000_000))),
        invested: Some((Usd(0), Usd(5))),
        appeals: vec![(s("SQ2020-0001"), AppealOutcome::Pending, AppealOutcome::Solved)],
    };
    let mut notes = samples!(ReadyNote:
        Evidence(Evidence::StandardOff),
        For { meeting: s("DB2020-03"), day: Some(since) },
        Last(Some((s("DB2020-03"), since))),
        Meaning { month: month("2020-02") },
        Supplier { person: s("张\n三"), role: Role::Liaison, phone: Some(s("0512-1")) },
        OnlyUnready { shown: 3, of: 193 },
    );
    notes.extend([ReadyNote::For { meeting: s("DB2020-03"), day: None }, ReadyNote::Last(None)]);
    notes.push(ReadyNote::OnlyUnready { shown: 0, of: 3 });
    notes.push(ReadyNote::Supplier { person: s("张三"), role: Role::Lead, phone: None });
    let evidence = samples!(Evidence:
        StandardOff,
        RecordComplete,
        FieldsMissing(vec![Field::Industry, Field::Money(Quantity::Total)]),
        InReport { month: month("2020-02") },
        NotInReport { month: month("2020-02"), filed: true },
        EnteredLater { month: month("2020-03") },
        FirstMeeting,
        EnteredSince { meeting: s("DB2020-03"), day: since },
        Moved {
            items: vec![(WorkItem::Environment, Dated::from_iso("2020-03-30").unwrap())],
            tasks: vec![s("RW2020-0001")],
        },
        NotMoved { since: since },
        Gained(gain),
        NotGained { since: since },
        NoAppeals,
        AppealsPass { count: 1 },
        AppealsFail(vec![failed.clone(), failed]),
    );
    notes.extend(evidence.into_iter().map(ReadyNote::Evidence));
    notes
        .push(ReadyNote::Evidence(Evidence::NotInReport { month: month("2020-02"), filed: false }));
    notes
}
