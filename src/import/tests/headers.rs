//! Headers: merged cells, synonyms, units, and how paid-in is counted.

use super::*;
use crate::model::money::Currency;

fn mapping(text: &str) -> Vec<(String, Option<String>)> {
    let mapping = opened(text).understood.mapping;
    mapping.into_iter().map(|it| (it.heading, it.field.map(Field::key))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let key = |key: &str| (!key.is_empty()).then(|| key.to_owned());
    expected.iter().map(|(heading, field)| ((*heading).to_owned(), key(field))).collect()
}

#[test]
fn merged_headers_name_their_columns() {
    let text = "项目表,,,,,,,,,\n\
        序号,项目名称,投资情况（万美元）,,资金构成,,时间节点,环评,,备注\n\
        ,,总额,注册资本,企业自筹,其他,签约时间,计划,完成时间,\n\
        甲,乙,1,2,3,4,5,6,7,8\n\
        1,甲,100,50,30,20,2020-01-03,2020-02,2020年2月1日,无\n";
    let expected = [
        ("序号", "serial"),
        ("项目名称", "name"),
        ("投资情况（万美元）-总额", ""),
        ("注册资本", "capital"),
        ("资金构成-企业自筹", ""),
        ("资金构成-其他", ""),
        ("签约时间", "stage_signed"),
        ("环评-计划", "environment_planned"),
        ("环评-完成时间", "environment_actual"),
        ("备注", "remarks"),
    ];
    assert_eq!(mapping(text), pairs(&expected));
    let intake = opened(text);
    assert_eq!(intake.understood.header_rows, (2, 3));
    assert_eq!(intake.understood.unit, Some(Unit::TenThousand));
    assert_eq!(intake.frame.above.len(), 3);
    assert_eq!(drafts(intake)[0].cents(Quantity::Capital), Some(50_000_000));
}

#[test]
fn headers_may_stand_low_and_carry_units_of_their_own() {
    let mut text = "说明,,\n".repeat(25);
    text.push_str("重点项目名称,计划总投资,注册资本\n,（亿美元）,（万元人民币）\n甲,1.2,3000\n");
    let intake = opened(&text);
    assert_eq!(intake.understood.header_rows, (26, 27));
    let capital = &intake.understood.mapping[2];
    assert_eq!(
        (capital.unit, capital.currency.clone()),
        (Some(Unit::TenThousand), Currency::new("CNY"))
    );
    assert_eq!(intake.understood.unit, None);
    let drafts = drafts(intake);
    assert_eq!(drafts[0].cents(Quantity::Total), Some(12_000_000_000));
    assert_eq!(drafts[0].cents(Quantity::Capital), Some(3_000_000_000));
}

#[test]
fn english_headers_and_values_are_read() {
    let text = "No.,Code,Name,Origin,Total investment (USD 10k),Paid-in FDI (all years) (USD 10k),\
        Stage,Environmental assessment (planned),Entry basis,Capital increase\n\
        1,XM2020-0001,Chengyu,香港,\"1,200.50\",0,Under construction,2020-03,scale,yes\n";
    let intake = opened(text);
    assert_eq!(intake.understood.paid_in, Some(PaidInBasis::Total));
    assert!(intake.understood.mapping.iter().all(|it| it.field.is_some()));
    let draft = drafts(intake).remove(0);
    assert_eq!(draft.problems, []);
    assert_eq!(draft.values.len(), 9);
}

#[test]
fn the_most_specific_unit_wins() {
    let cents = |text: &str, unit| {
        let options = Options { unit, ..options() };
        let intake = open_with("x.csv", text.as_bytes(), &options, &lexicon()).unwrap();
        drafts(intake)[0].cents(Quantity::Total)
    };
    let million = Some(100_000_000);
    assert_eq!(cents("项目名称,总投资\n甲,100\n", Some(Unit::TenThousand)), million);
    assert_eq!(cents("单位：万美元,\n项目名称,总投资\n甲,100\n", Some(Unit::One)), million);
    assert_eq!(cents("单位：美元,\n项目名称,总投资（万美元）\n甲,100\n", None), million);
    assert_eq!(cents("单位：美元,\n项目名称,总投资（亿美元）\n甲,100万美元\n", None), million);
    assert_eq!(
        cents("单位：万美元,单位：万元\n项目名称,总投资（万美元）\n甲,100\n", None),
        million
    );
    let contradiction = "单位：万美元,单位：万元\n项目名称,总投资\n甲,100万美元\n乙,100\n";
    assert_eq!(fault(contradiction), (Kind::UnitContradiction, Some(4)));
    assert_eq!(fault("项目名称,总投资\n甲,\n乙,100\n"), (Kind::NoUnit, Some(3)));
}

#[test]
fn paid_in_must_say_how_it_is_counted() {
    let basis = |heading: &str, options: &Options| {
        let text = format!("昆山市,\n项目名称,{heading}（万美元）\n甲,1\n");
        open_with("x.csv", text.as_bytes(), options, &lexicon()).map(|it| it.understood.paid_in)
    };
    let known = Options { paid_in_known: vec![(4, PaidInBasis::Year)], ..options() };
    let asked = Options { paid_in: Some(PaidInBasis::Month), ..known.clone() };
    assert_eq!(basis("到账外资", &known).unwrap(), Some(PaidInBasis::Year));
    assert_eq!(basis("到账外资", &asked).unwrap(), Some(PaidInBasis::Month));
    assert_eq!(basis("累计到帐外资", &asked).unwrap(), Some(PaidInBasis::Total));
    assert_eq!(basis("本月到账外资", &options()).unwrap(), Some(PaidInBasis::Month));
    assert_eq!(basis("当年实际利用外资", &options()).unwrap(), Some(PaidInBasis::Year));
    assert_eq!(basis("截至本月实际到帐外资", &options()).unwrap(), Some(PaidInBasis::Total));
    assert_eq!(basis("行业", &options()).unwrap(), None);
    let refusal = fault("项目名称,实际到账外资（万美元）\n甲,1\n");
    assert_eq!(refusal, (Kind::PaidInUnknown, Some(1)));
}

#[test]
fn one_field_has_one_column() {
    let kind = Kind::ColumnTwice { field: Field::Industry, first: "行业".into() };
    assert_eq!(fault("项目名称,行业,所属行业\n甲,1,2\n"), (kind, Some(1)));
    let text = "项目名称,本月到账（万美元）,本年累计到账（万美元）,历年累计到账（万美元）,上月进展情况\n甲,1,2,3,x\n";
    let intake = opened(text);
    assert_eq!(intake.understood.paid_in, Some(PaidInBasis::Total));
    let draft = drafts(intake).remove(0);
    assert_eq!(draft.cents(Quantity::PaidIn), Some(3_000_000));
    assert_eq!(draft.get(Field::Progress), None);
}

#[test]
fn headings_of_a_sender_win() {
    let heading =
        |district, heading: &str, field| SenderHeading { district, heading: heading.into(), field };
    let lexicon = Lexicon {
        headings: vec![
            heading(Some(4), "盘子（万美元）", Field::Money(Quantity::Total)),
            heading(None, "盘子", Field::Money(Quantity::Contract)),
            heading(Some(3), "行业", Field::Remarks),
        ],
        ..lexicon()
    };
    let text = "项目名称,盘子（万美元）,行业\n甲,1,2\n";
    let fields = |name: &str| {
        let intake = open_with(name, text.as_bytes(), &options(), &lexicon).unwrap();
        let mapping = intake.understood.mapping.into_iter();
        mapping.filter_map(|it| it.field).map(Field::key).collect::<Vec<_>>()
    };
    assert_eq!(fields("昆山.csv"), ["name", "total", "industry"]);
    assert_eq!(fields("太仓.csv"), ["name", "contract", "remarks"]);
}
