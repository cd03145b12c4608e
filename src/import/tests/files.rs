//! Whole files: bounds, damage, rows, and what is said outside the table.

use super::*;
use crate::error::FileKind;
use encoding_rs::GB18030;

const HEAD: &str = "序号,项目名称,外方投资者,投资总额（万美元）,推进阶段\n";

fn with(rows: &str) -> String {
    format!("{HEAD}{rows}")
}

#[test]
fn a_file_is_read_in_every_encoding_and_delimiter() {
    let text = with("1,澄屿光学,\"Chengyu Co., Ltd.\",1200,签约未设立\n");
    let tabs = "序号\t项目名称\t投资总额（万美元）\n1\t澄屿光学\t\"1,200\"\n";
    let utf16: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let semicolons = "序号;项目名称;投资总额（万美元）\r\n1;澄屿光学;1200\r\n";
    for (bytes, encoding) in [
        (text.clone().into_bytes(), "UTF-8"),
        (format!("\u{feff}{text}").into_bytes(), "UTF-8"),
        (GB18030.encode(&text).0.into_owned(), "GB18030"),
        (utf16, "UTF-16LE"),
        (semicolons.as_bytes().to_vec(), "UTF-8"),
    ] {
        let intake = open_with("x.csv", &bytes, &options(), &lexicon());
        let intake = intake.unwrap_or_else(|fault| panic!("{encoding}: {fault:?}"));
        assert_eq!(intake.understood.encoding, encoding);
        let drafts = drafts(intake);
        assert_eq!(drafts.len(), 1);
        assert_eq!(drafts[0].cents(Quantity::Total), Some(1_200_000_000));
        assert_eq!(drafts[0].get(Field::Name), Some(&Value::Text("澄屿光学".into())));
    }
}

#[test]
fn where_two_encodings_decode_the_known_header_wins() {
    // In GB18030 the header is Chinese; each of its bytes pairs up in UTF-8 as well.
    let bytes = GB18030.encode("项目名称,行业\n甲,乙\n").0.into_owned();
    let intake = open_with("x.csv", &bytes, &options(), &lexicon()).unwrap();
    assert_eq!(intake.understood.encoding, "GB18030");
    let options = Options { encoding: Some("klingon".into()), ..options() };
    let refused = refused(open_with("x.csv", &bytes, &options, &lexicon()));
    assert_eq!(refused.0, Kind::UnknownEncoding { given: "klingon".into() });
}

#[test]
fn damaged_files_are_refused_where_they_are_damaged() {
    let cases = [
        ("".to_owned(), Kind::EmptyFile, None),
        (HEAD.to_owned(), Kind::HeaderOnly, Some(1)),
        (with(",,,,\n"), Kind::HeaderOnly, Some(1)),
        (with("合计,,,0,\n"), Kind::HeaderOnly, Some(1)),
        ("a,b\n1,2\n".to_owned(), Kind::NoHeader, None),
        (with("1,\"甲,乙,1,在谈\n2,乙,丙,1,在谈\n"), Kind::StrayQuote, Some(2)),
        (with("1,\"甲,乙,1,在谈\n2,丁\",丙,1,在谈\n"), Kind::StrayQuote, Some(2)),
        (with("1,甲,乙,1\n"), Kind::RaggedRow { expected: 5, found: 4 }, Some(2)),
        (with("1,甲,乙,1,在谈,多\n"), Kind::RaggedRow { expected: 5, found: 6 }, Some(2)),
        (
            with(&format!("1,甲,乙,1,在谈\n2,乙{}x\n", ",".repeat(600))),
            Kind::TooWide { limit: 512 },
            Some(3),
        ),
        (
            with(&format!("1,甲{},乙,1,在谈\n", "长".repeat(33_000))),
            Kind::CellTooLong { limit: 32_767 },
            Some(2),
        ),
    ];
    for (text, kind, row) in cases {
        assert_eq!(fault(&text), (kind, row), "{}", text.chars().take(80).collect::<String>());
    }
}

#[test]
fn what_is_no_table_is_named() {
    let table = |found| Kind::NotATable { found };
    for (bytes, kind) in [
        (&b"%PDF-1.4 ..."[..], table(FileKind::Pdf)),
        (b"PK\x03\x04....xl/workbook.xml", Kind::WorkbookDamaged),
        (b"<html><table><tr><td>1</td></tr></table>", Kind::NoHeader),
        (b"<html><p>1</p></html>", table(FileKind::Html)),
        (b"a,b\n\0\0\0,\x01\n", table(FileKind::Binary)),
    ] {
        let refused = refused(open_with("x.csv", bytes, &options(), &lexicon()));
        assert_eq!(refused, (kind, None));
    }
    let folder = tempfile::tempdir().unwrap();
    let open = |path: &Path| refused(only_table(path, "x.csv", &options(), &lexicon())).0;
    assert!(matches!(open(folder.path()), Kind::FileIsDirectory { .. }));
    assert!(matches!(open(&folder.path().join("none.csv")), Kind::FileMissing { .. }));
}

#[test]
fn quoted_cells_and_empty_tails_are_in_order() {
    let text = with(
        "1,甲,\"A, B and C\",1,在谈,,,\n2,乙,\"第一行\n第二行\",\"1,200\",在谈\n\n 3 ,丙,\"x, y\nz\",1,在谈\n",
    );
    let drafts = drafts(opened(&text));
    assert_eq!(drafts.iter().map(|it| it.row).collect::<Vec<_>>(), [2, 3, 6]);
    assert_eq!(drafts[1].get(Field::Investor), Some(&Value::Text("第一行 第二行".into())));
    assert!(drafts.iter().all(|draft| draft.problems.is_empty()));
}

#[test]
fn what_is_wrong_with_a_row_stands_beside_it() {
    let text = "项目编号,项目名称,责任单位,国别,板块,投资总额（万美元）,签约时间,推进阶段,增资\n\
        XM2020-001,甲,昆山,火星,天宫,-1,2020.1,流产,也许\n\
        ,,乙,,,1.23456789,,,\n\
        XM2020-0001,,913205940000000000,,,9e9,,,\n\
        ,澄屿?光学,,,,,3月底,,\n";
    let drafts = drafts(opened(text));
    let kinds = |draft: &Draft| draft.problems.iter().map(|it| it.kind.clone()).collect::<Vec<_>>();
    let first = kinds(&drafts[0]);
    assert_eq!(first[0], Kind::BadCode);
    assert_eq!(first[1], Kind::UnknownOrigin { given: "火星".into() });
    assert!(
        matches!(&first[2], Kind::UnknownDistrict { given, known } if given == "天宫" && known.len() == 10)
    );
    assert_eq!(
        first[3..],
        [Kind::NegativeAmount, Kind::AmbiguousDate, Kind::BadStage, Kind::BadFlag]
    );
    let place = &drafts[0].problems[3].place;
    assert_eq!(
        (place.row, place.column.as_deref(), place.value.as_deref()),
        (Some(2), Some("投资总额（万美元）"), Some("-1"))
    );
    assert_eq!(kinds(&drafts[1]), [Kind::TooPrecise, Kind::NameMissing]);
    assert_eq!(kinds(&drafts[2]), [Kind::DamagedNumber, Kind::DamagedNumber]);
    assert_eq!(
        drafts[3].notes,
        [
            Note::QuestionMarkInName,
            Note::YearTaken { value: "3月底".into(), taken: "2020-03".into() }
        ]
    );
}

#[test]
fn month_and_district_come_from_every_side_and_must_agree() {
    let table = "项目名称,行业\n甲,乙\n";
    let month = |text: &str| Some(text.parse::<Month>().unwrap());
    let cases = [
        ("x.csv", "", None, None),
        ("昆山市2020年2月.csv", "", month("2020-02"), Some(4)),
        ("x.csv", "昆山市项目表（截至2020年2月底）,\n", month("2020-02"), Some(4)),
        ("x.csv", "填报单位：太仓市商务局  填报时间：2020年3月5日,\n", None, Some(3)),
        ("高新区202002.csv", "昆山市、太仓市项目表,\n", month("2020-02"), Some(10)),
        ("x.csv", "昆山市,太仓市\n", None, None),
    ];
    for (name, above, month, district) in cases {
        let text = format!("{above}{table}");
        let intake = open_with(name, text.as_bytes(), &options(), &lexicon()).unwrap();
        let found = (intake.understood.month, intake.understood.district);
        assert_eq!(found, (month, district), "{name} {above}");
    }
    let text = format!("昆山市2020年2月项目表,\n{table}");
    let refuse = |name: &str, options: &Options| {
        refused(open_with(name, text.as_bytes(), options, &lexicon())).0
    };
    let (said, found) = (month("2020-02").unwrap(), month("2020-01").unwrap());
    assert_eq!(refuse("202001.csv", &options()), Kind::MonthContradiction { said, found });
    let asked = Options { month: Some(found), ..options() };
    let turned = Kind::MonthContradiction { said: found, found: said };
    assert_eq!(refuse("x.csv", &asked), turned);
    let contradiction = |said: &str, found: &str| Kind::DistrictContradiction {
        said: said.into(),
        found: found.into(),
    };
    assert_eq!(refuse("太仓.csv", &options()), contradiction("昆山市", "太仓"));
    let asked = Options { district: Some(3), ..options() };
    assert_eq!(refuse("x.csv", &asked), contradiction("太仓市", "昆山市"));
}

#[test]
fn rows_may_name_month_and_district_themselves() {
    let text = "项目名称,板块,报告月份\n甲,昆山市,2020年2月\n乙,虎丘区,2020/2/1\n";
    let intake = opened(text);
    assert_eq!(intake.understood.month, Some("2020-02".parse().unwrap()));
    let drafts = drafts(intake);
    assert_eq!(drafts[0].get(Field::District), Some(&Value::District(4)));
    assert_eq!(drafts[1].get(Field::District), Some(&Value::District(10)));
    let name = "昆山2020年1月.csv";
    let intake = open_with(name, text.as_bytes(), &options(), &lexicon()).unwrap();
    let kinds: Vec<Kind> =
        super::drafts(intake).remove(1).problems.into_iter().map(|it| it.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::DistrictContradiction { said: "昆山市".into(), found: "虎丘区".into() },
            Kind::MonthContradiction {
                said: "2020-01".parse().unwrap(),
                found: "2020-02".parse().unwrap()
            }
        ]
    );
}

#[test]
fn every_row_is_accounted_for() {
    let text = "昆山市项目表,,,,\n序号,项目名称,外方投资者,投资总额（万美元）,推进阶段\n\
        甲,乙,1,2,3\n一、在谈,,,,\n1,甲,A,100,在谈\n,小计,,100,\n二、签约,,,,\n1,乙,B,\"1,200\",签约\n\
        序号,项目名称,外方投资者,投资总额（万美元）,推进阶段\n7,,,,\n小计,,,1200,\n合  计,,,1300,\n,,,,\n备注：无\n制表人：张三\n";
    let rows: Vec<Row> = opened(text).map(|row| row.unwrap()).collect();
    let shown: Vec<String> = rows
        .iter()
        .map(|row| match row {
            Row::Draft(draft) => format!("draft {}", draft.row),
            Row::Total(total) => {
                format!("total {} {} {:?}", total.row, total.grand, total.amounts[0].1.0)
            }
            Row::Ignored { row } => format!("ignored {row}"),
        })
        .collect();
    let expected = [
        "ignored 3",
        "ignored 4",
        "draft 5",
        "total 6 false 100000000",
        "ignored 7",
        "draft 8",
        "ignored 9",
        "ignored 10",
        "total 11 false 1200000000",
        "total 12 true 1300000000",
        "ignored 14",
        "ignored 15",
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_large_file_streams() {
    let mut text = with("");
    for number in 0..50_000 {
        text.push_str(&format!("{number},项目{number}号,投资方{number},{number}.25,在谈\n"));
    }
    let intake = opened(&text);
    assert!(intake.pace().done(1, text.len() as u64) < 500, "not read ahead");
    assert_eq!(intake.filter(|row| matches!(row, Ok(Row::Draft(_)))).count(), 50_000);
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_the_reader_fail(
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300),
        rows in "[,\"\n\ta1甲合计一、备注：]{0,80}",
    ) {
        for bytes in [bytes, with(&rows).into_bytes()] {
            if let Ok(intake) = open_with("x.csv", &bytes, &options(), &lexicon()) {
                let _ = intake.take(1000).count();
            }
        }
    }
}
