//! The departments named handle appeals of that category. A category that lists none is for any
//! department; an appeal without a category is not yet sorted, so nobody handles it.

use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::rules::appeal::Facts;
use crate::rules::weigh;

pub fn judge(version: &RuleVersion, facts: &Facts<'_>) -> Finding {
    let Some(category) = facts.category else {
        let seen = Seen::Handled { category: None, outside: Vec::new(), handlers: Vec::new() };
        return weigh(version, false, seen);
    };
    let handles = |key: &String| category.departments.contains(key);
    let outside: Vec<String> = facts
        .named
        .iter()
        .filter(|named| !category.departments.is_empty() && !handles(&named.key))
        .map(|named| named.short.clone())
        .collect();
    let handlers = facts.departments.iter().filter(|department| handles(&department.key));
    let handlers = handlers.map(|department| department.short.clone()).collect();
    let holds = outside.is_empty();
    weigh(
        version,
        holds,
        Seen::Handled { category: Some(category.name.clone()), outside, handlers },
    )
}
