use super::super::tests::{lexicon, options};
use super::*;
use crate::error::Fault;
use crate::model::ledger::{
    AppealColumn, AttendanceColumn, CalendarColumn, ContactColumn, DecisionColumn, ExitColumn,
    LedgerName, OutcomeColumn, ReplyColumn,
};

fn read<C: LedgerColumn>(text: &str) -> Result<Vec<Ledger<C>>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.csv");
    std::fs::write(&path, text).unwrap();
    open(&path, "x.csv", &options(), &lexicon())
}

fn cells(list: &Ledger<AppealColumn>) -> Vec<(u64, Vec<(&'static str, &str)>)> {
    let shown = |row: &LedgerRow<AppealColumn>| {
        (row.row, row.cells.iter().map(|(column, text)| (column.key(), text.clone())).collect())
    };
    let rows: Vec<(u64, Vec<(&'static str, String)>)> = list.rows.iter().map(shown).collect();
    rows.into_iter()
        .map(|(row, cells)| {
            let cells = cells.into_iter();
            (row, cells.map(|(key, text)| (key, &*String::leak(text))).collect())
        })
        .collect()
}

#[test]
fn a_list_is_read_under_its_own_headings() {
    let text = "昆山市重点外资项目诉求清单（2020年3月）,,,,,\n\
        序号,项目名称,问题症结,服务诉求,涉及部门,涉及金额（万美元）,其他\n\
        1,甲项目,指标不足,新增指标30亩,资规,\"1,200\",x\n\
        2,,,,,,\n\
        合计,,,,,1200,\n\
        备注：本表为示例,,,,,,\n";
    let lists = read::<AppealColumn>(text).unwrap();
    let [list] = lists.as_slice() else { panic!("{lists:?}") };
    let expected = vec![
        ("serial", "1"),
        ("name", "甲项目"),
        ("crux", "指标不足"),
        ("purpose", "新增指标30亩"),
        ("department", "资规"),
        ("amount", "1,200万美元"),
    ];
    assert_eq!(cells(list), [(3, expected)]);
    assert_eq!((list.header_row, list.ignored), (2, 3));
    assert_eq!(list.unknown, ["其他"]);
    assert_eq!(list.month, Month::new(2020, 3));
    assert_eq!(list.district, Some(4));
}

#[test]
fn a_bare_amount_takes_the_unit_of_its_heading_and_no_digit_runs_into_another() {
    for (unit, amount) in
        [("10k USD", "15000 10k USD"), ("USD 10k", "15000 USD 10k"), ("万美元", "15000万美元")]
    {
        let text = format!(
            "Project name,Problem,What is asked for,Department,Amount at stake ({unit})\n\
             示例,无路,请修路,交通,15000\n"
        );
        let lists = read::<AppealColumn>(&text).unwrap();
        let (_, cells) = &cells(&lists[0])[0];
        assert!(cells.contains(&("amount", amount)), "{cells:?}");
        let read = crate::import::value::amount(amount, None).unwrap();
        assert_eq!(read.hundredths, 15_000_000_000, "{amount}");
    }
}

#[test]
fn what_is_no_such_list_is_refused() {
    let refused = |text: &str| match read::<ExitColumn>(text) {
        Err(Fault::Refused(refusal)) => refusal.kind,
        other => panic!("{other:?}"),
    };
    let no_list = Kind::NoList { list: LedgerName::Exits };
    assert_eq!(refused("项目名称,投资总额\n甲,1\n"), no_list);
    assert_eq!(refused("\n"), Kind::EmptyFile);
}

#[test]
fn every_heading_of_the_vocabulary_names_a_column() {
    for line in HEADINGS.lines().skip(1) {
        let (list, rest) = line.split_once(',').unwrap();
        let key = rest.rsplit_once(',').unwrap().1;
        let known = match LedgerName::from_key(list) {
            Some(LedgerName::Appeals) => AppealColumn::from_key(key).is_some(),
            Some(LedgerName::Exits) => ExitColumn::from_key(key).is_some(),
            Some(LedgerName::Calendar) => CalendarColumn::from_key(key).is_some(),
            Some(LedgerName::Replies) => ReplyColumn::from_key(key).is_some(),
            Some(LedgerName::Outcomes) => OutcomeColumn::from_key(key).is_some(),
            Some(LedgerName::Contacts) => ContactColumn::from_key(key).is_some(),
            Some(LedgerName::Decisions) => DecisionColumn::from_key(key).is_some(),
            Some(LedgerName::Attendance) => AttendanceColumn::from_key(key).is_some(),
            None => false,
        };
        assert!(known, "{line}");
    }
}

#[test]
fn rows_of_a_text_file_fit_the_header_and_no_quote_swallows_any() {
    let refused = |rows: &str| {
        let text = format!("序号,项目名称,问题症结,诉求目的,对象部门\n{rows}");
        match read::<AppealColumn>(&text) {
            Err(Fault::Refused(refusal)) => (refusal.kind, refusal.place.row),
            other => panic!("{other:?}"),
        }
    };
    let swallowed = "1,甲,\"不足,新增,资规\n2,乙,缺口,\"新增,发改\n";
    assert_eq!(refused(swallowed), (Kind::StrayQuote, Some(2)));
    let ragged = Kind::RaggedRow { expected: 5, found: 6 };
    assert_eq!(refused("1,甲,不足,新增,30亩,资规\n"), (ragged, Some(2)));
}
