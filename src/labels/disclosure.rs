//! Words of what a paper for others leaves out.

use super::text::Pair;
use crate::model::disclosure::DisclosureNote;

pub fn note(note: &DisclosureNote) -> Pair {
    match note {
        DisclosureNote::Withheld { projects } => (
            format!("另有{projects}个内部掌握的项目未列入，各项数字均不含这些项目及其诉求。"),
            format!(
                "{projects} confidential {} left out; no figure counts {} or {} appeals.",
                if *projects == 1 { "project is" } else { "projects are" },
                if *projects == 1 { "it" } else { "them" },
                if *projects == 1 { "its" } else { "their" },
            ),
        ),
        DisclosureNote::Redacted => (
            "投资方名称已略去；项目名称和文字内容中提到的未作处理。".to_owned(),
            "Investors' names are left out; what project names and texts say of them stands."
                .to_owned(),
        ),
    }
}
