//! Words of leaving the library (出库), and what its standards saw.

use super::text::{Pair, Words};
use super::{evidence, stage};
use crate::model::date::Dated;
use crate::model::exit::ExitGround;
use crate::model::name::clean;
use crate::model::stage::Stage;

pub fn ground(ground: ExitGround) -> Words {
    match ground {
        ExitGround::Production => ("投产", "In production"),
        ExitGround::Terminated => ("终止", "Terminated"),
        ExitGround::Domestic => ("转内资", "Turned domestic"),
        ExitGround::Relocated => ("迁出", "Relocated"),
        ExitGround::Merged => ("并入", "Merged"),
        ExitGround::Mistaken => ("误报", "Recorded by mistake"),
        ExitGround::Stalled => ("长期无实质进展", "Stalled"),
    }
}

/// `推进阶段为竣工，尚未投产`
pub fn stage_reached(of: Stage, reached: Option<Dated>) -> Pair {
    let (zh, en) = stage::stage(of);
    let (when_zh, when_en) = match reached {
        Some(day) => (format!("投产时间 {day}"), format!("production started on {day}")),
        None if of == Stage::Production => {
            ("投产时间未填报".to_owned(), "the day production started is not stated".to_owned())
        }
        None => ("尚未投产".to_owned(), "not yet in production".to_owned()),
    };
    (format!("推进阶段为{zh}，{when_zh}"), format!("stage “{en}”, {when_en}"))
}

/// `并入 XM2020-0002，已说明理由`
pub fn put_forward(of: ExitGround, reasoned: bool, successor: Option<&str>) -> Pair {
    let (zh, en) = evidence::reasoned(reasoned);
    if of != ExitGround::Merged {
        return (zh.to_owned(), en.to_owned());
    }
    let (into_zh, into_en) = match successor {
        Some(code) => {
            let code = clean(code);
            (format!("并入 {code}"), format!("merged into {code}"))
        }
        None => {
            ("未指明并入的项目".to_owned(), "the project it became part of is not named".to_owned())
        }
    };
    (format!("{into_zh}，{zh}"), format!("{into_en}, {en}"))
}

/// `须由人工认定并说明理由`
pub fn person_decides(of: ExitGround) -> Pair {
    let (zh, en) = if of == ExitGround::Merged {
        (
            "须由人工认定，指明并入的项目并说明理由",
            "for a person to decide, with the project it became part of and a reason",
        )
    } else {
        ("须由人工认定并说明理由", "for a person to decide, with a reason")
    };
    (zh.to_owned(), en.to_owned())
}
