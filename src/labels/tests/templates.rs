//! One sample of every refusal of a template.

use super::sample::{s, samples};
use crate::error::TemplateRefusal;

pub fn refusals() -> Vec<TemplateRefusal> {
    samples!(TemplateRefusal:
        UnknownBlank { given: s("项目名"), known: vec![s("项目名称"), s("板块")] },
        NotAlone { given: s("参会名单") },
        IsList { given: s("诉求清单") },
        Broken { detail: s("拒绝") },
        Endless,
        UnknownText { known: vec![s("函.md")] },
        NoTexts { known: vec![s("函.md")] },
        NoFolder { path: s("模板") },
        NotText,
        Encoding,
        Empty,
    )
}
