//! The example files of the repository (examples/first-batch), against what they were made from.

use super::*;
use serde_json::Value as Json;
use std::collections::BTreeMap;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-batch")
}

fn json(name: &str) -> Vec<Json> {
    let text = std::fs::read_to_string(folder().join(name)).unwrap();
    let found: Json = serde_json::from_str(&text).unwrap();
    found.as_array().or(found["files"].as_array()).unwrap().clone()
}

/// Every name of an origin in the examples, with and without `中国`.
fn lexicon_of(projects: &[Json]) -> Lexicon {
    let pair = |it: &Json| {
        let text = |key: &str| it[key].as_str().unwrap().to_owned();
        [
            (text("origin_name"), text("origin")),
            (format!("中国{}", text("origin_name")), text("origin")),
        ]
    };
    Lexicon { origins: projects.iter().flat_map(pair).collect(), ..lexicon() }
}

/// A value as `projects.json` writes it.
fn shown(value: Option<&Value>) -> Json {
    match value {
        None => Json::Null,
        Some(Value::Text(text) | Value::Origin(text) | Value::Code(text)) => text.as_str().into(),
        Some(Value::Amount(amount)) => {
            assert_eq!(amount.currency.0, "USD");
            amount.hundredths.into()
        }
        Some(Value::Date(date)) => date.to_string().into(),
        Some(Value::Month(month)) => month.to_string().into(),
        Some(Value::Stage(stage)) => stage.key().into(),
        Some(Value::Basis(basis)) => basis[0].key().into(),
        Some(Value::Flag(flag)) => (*flag).into(),
        Some(Value::District(id)) => super::super::draft::name_of(&lexicon(), *id).into(),
    }
}

#[test]
fn every_cell_of_the_first_batch_is_read_and_the_totals_agree() {
    let projects = json("projects.json");
    let lexicon = lexicon_of(&projects);
    let mut read = 0;
    for figure in json("figures.json") {
        let name = figure["file"].as_str().unwrap();
        let intake = only_table(&folder().join(name), name, &options(), &lexicon).unwrap();
        let district = super::super::draft::name_of(&lexicon, intake.understood.district.unwrap());
        assert_eq!(figure["district"].as_str(), Some(district.as_str()));
        let unknown = intake.understood.mapping.iter().find(|column| column.field.is_none());
        assert_eq!(unknown, None, "{name}");
        let rows: Vec<Row> = intake.map(|row| row.unwrap()).collect();
        let mut expected = projects.iter().filter(|project| project["file"] == name);
        let mut sums: BTreeMap<Quantity, i64> = BTreeMap::new();
        for row in &rows {
            let Row::Draft(draft) = row else { continue };
            assert_eq!((&draft.problems, &draft.notes), (&vec![], &vec![]), "{name}");
            let project = expected.next().unwrap();
            for field in Field::all() {
                let key = match field {
                    Field::Money(quantity) => format!("{}_cents", quantity.key()),
                    other => other.key(),
                };
                let Some(truth) = project.get(&key) else { continue };
                if field == Field::District {
                    continue;
                }
                // A cell is kept as one line.
                let one_line = truth.as_str().map(|text| text.replace('\n', " ").into());
                let truth = one_line.unwrap_or_else(|| truth.clone());
                assert_eq!(shown(draft.get(field)), truth, "{name} line {} {key}", draft.row);
            }
            for quantity in Quantity::ALL {
                *sums.entry(*quantity).or_default() += draft.cents(*quantity).unwrap_or(0);
            }
            read += 1;
        }
        assert_eq!(expected.next(), None, "{name}");
        assert_eq!(figure["total_cents"], sums[&Quantity::Total], "{name}");
        assert_eq!(figure["paid_in_cents"], sums[&Quantity::PaidIn], "{name}");
        for row in &rows {
            if let Row::Total(TotalRow { grand: true, amounts, .. }) = row {
                assert!(!amounts.is_empty());
                for (quantity, amount) in amounts {
                    assert_eq!(amount.0, sums[quantity], "{name} {quantity:?}");
                }
            }
        }
    }
    assert_eq!(read, projects.len());
}
