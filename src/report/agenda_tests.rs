use super::*;

fn line(code: &str, total: i64, stage: Stage) -> Line {
    Line {
        id: 1,
        code: code.into(),
        name: format!("项目{code}"),
        district: 1,
        total: Some(Usd(total)),
        stage,
    }
}

fn codes(items: &[Item]) -> Vec<(&str, ItemKind)> {
    items.iter().map(|item| (item.code.as_deref().unwrap_or("-"), item.kind)).collect()
}

fn changes() -> Changes {
    let advance = |line: Line, from| crate::report::changes::Move { project: line, from };
    let rise = |line: Line, before, after| crate::report::changes::AmountChange {
        project: line,
        quantity: Quantity::PaidIn,
        before: Some(Usd(before)),
        after: Some(Usd(after)),
    };
    Changes {
        entered: vec![line("XM7", 1, Stage::Signed)],
        left: vec![line("XM8", 1, Stage::Production)],
        advanced: vec![
            advance(line("XM3", LARGE.0, Stage::Started), Stage::Registered),
            advance(line("XM4", LARGE.0 - 1, Stage::Started), Stage::Registered),
        ],
        amounts: vec![
            rise(line("XM3", LARGE.0, Stage::Started), 1, 2),
            rise(line("XM2", LARGE.0, Stage::Started), 1, 2),
            rise(line("XM5", LARGE.0, Stage::Started), 2, 1),
        ],
        ..Changes::default()
    }
}

fn facts<'a>(
    kind: MeetingKind,
    red: &'a [(Line, Vec<ClockKind>)],
    since: Option<&'a Changes>,
) -> Facts<'a> {
    let today = "2020-04-10".parse().unwrap();
    Facts { kind, meeting: 1, tasks: &[], appeals: &[], dispatches: &[], red, since, today }
}

#[test]
fn large_projects_that_moved_entries_and_exits_follow_each_other_and_each_stands_once() {
    use ItemKind::{Entry, Exit, MovedProject, RedProject};
    let (changes, red) =
        (changes(), [(line("XM2", LARGE.0, Stage::Started), vec![ClockKind::Report])]);
    let items = assemble(&facts(MeetingKind::Supervision, &red, Some(&changes)));
    let expected = [("XM2", RedProject), ("XM3", MovedProject), ("XM7", Entry), ("XM8", Exit)];
    assert_eq!(codes(&items), expected);
    let rose =
        Matter::Moved { from: Stage::Registered, to: Stage::Started, rose: vec![Quantity::PaidIn] };
    assert_eq!(items[1].matter, rose);
    let first = assemble(&facts(MeetingKind::Supervision, &red, None));
    assert_eq!(codes(&first), [("XM2", RedProject)]);
    assert_eq!(assemble(&facts(MeetingKind::Review, &red, Some(&changes))), []);
}

#[test]
fn an_agenda_is_adjusted_in_the_order_of_the_wishes() {
    use AgendaChange::{Add, Drop, First};
    let changes = changes();
    let items = assemble(&facts(MeetingKind::Supervision, &[], Some(&changes)));
    let wish = |change, subject: &str| Adjustment { change, subject: subject.into(), reason: None };
    let found = Found::from([("XM9".into(), project(&line("XM9", 1, Stage::Signed)))]);
    let order = |wishes: &[Adjustment]| {
        let items = adjust(items.clone(), wishes, &found);
        let names = items.iter().map(|item| item.code.clone().or(item.name.clone()));
        names.flatten().collect::<Vec<String>>()
    };
    assert_eq!(order(&[]), ["XM2", "XM3", "XM7", "XM8"]);
    assert_eq!(order(&[wish(Drop, "XM3"), wish(First, "XM8")]), ["XM8", "XM2", "XM7"]);
    let again = [wish(Drop, "XM3"), wish(Add, "XM3"), wish(Add, "XM9"), wish(Add, "听取汇报")];
    assert_eq!(order(&again), ["XM2", "XM3", "XM7", "XM8", "XM9", "听取汇报"]);
    assert_eq!(order(&[wish(Add, "听取汇报"), wish(Drop, "听取汇报")]).len(), 4);
}
