//! A receipt can be imported again as it is.

use super::*;

#[test]
fn a_receipt_is_read_as_the_file_it_came_from() {
    let text = "昆山市项目表（截至2020年2月底）,,,,,\n单位：万美元,,,,,\n\
        序号,项目名称,投资情况,,环评,\n,,投资总额,注册资本,计划,实际\n\
        1,=甲项目,\"1,200\",-5,2020-03,\n2,\"乙\n项目\",100,,坏,\n";
    let mut intake = opened(text);
    let mut bytes = Vec::new();
    let mut receipt = Receipt::new(&mut bytes, &intake.frame, "错误说明").unwrap();
    let before: Vec<Row> = intake.by_ref().map(|row| row.unwrap()).collect();
    for row in &before {
        let Row::Draft(draft) = row else { continue };
        receipt.row(&draft.raw.to_vec(), "第1行，有误, 请改").unwrap();
    }
    receipt.finish().unwrap();
    let again = open_with("x.csv", &bytes, &options(), &lexicon()).unwrap();
    assert_eq!(again.understood.unit, intake.understood.unit);
    assert_eq!(again.understood.month, intake.understood.month);
    assert_eq!(again.understood.district, Some(4));
    let added = again.understood.mapping.last().unwrap();
    assert_eq!((added.heading.as_str(), added.field), ("错误说明", Some(Field::Serial)));
    let values = |row: &Row| match row {
        Row::Draft(draft) => (draft.row, draft.values.clone(), draft.problems.clone()),
        other => panic!("{other:?}"),
    };
    let after: Vec<Row> = again.map(|row| row.unwrap()).collect();
    assert_eq!(
        before.iter().map(values).collect::<Vec<_>>(),
        after.iter().map(values).collect::<Vec<_>>()
    );
    assert_eq!(values(&before[0]).1[0].1, Value::Text("=甲项目".into()));
}
