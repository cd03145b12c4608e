//! `remove`, `merge`

use super::context::Context;
use super::flags::{Exceptional, When, choose};
use crate::desk::exit::{Amounts, Departed, ExitRequest, leave};
use crate::error::{Kind, Result};
use crate::labels;
use crate::model::appeal_note::AppealNote;
use crate::model::command::CommandName;
use crate::model::exit::ExitGround;
use crate::model::note::Note;
use clap::Args;

/// 项目出库：记录保留，可查可恢复。 | A project leaves; its record stays.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin remove XM2020-0001 --ground 终止 --reason 外方撤资 --on 2020-03-12\n|\nExamples:\n  tuijin remove XM2020-0001 --ground terminated --reason withdrawn --on 2020-03-12"
)]
pub struct RemoveArgs {
    /// 项目编号或名称 | The project's code or name
    #[arg(value_name = "项目|PROJECT")]
    project: String,

    /// 出库原因：投产、终止、转内资、迁出、并入、误报、长期无实质进展 | Ground: production, terminated, domestic, relocated, merged, mistaken, stalled
    #[arg(long, value_name = "原因|GROUND")]
    ground: String,

    /// 并入的项目 | The project it was merged into
    #[arg(long, value_name = "项目|PROJECT")]
    into: Option<String>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,

    #[command(flatten)]
    exceptional: Exceptional,
}

pub fn remove(context: &Context, args: &RemoveArgs) -> Result<u8> {
    let ground = choose(ExitGround::ALL, &args.ground).ok_or_else(|| {
        let words = ExitGround::ALL.iter().map(|ground| labels::word(*ground, context.lang));
        Kind::UnknownChoice { value: args.ground.clone(), choices: words.collect() }
    })?;
    let request = ExitRequest {
        project: args.project.clone(),
        ground,
        on: args.when.day(context)?,
        successor: args.into.clone(),
        amounts: Amounts::Leave,
    };
    let stamp = context.stamp(CommandName::Remove, Some(&args.reason), args.exceptional.read()?)?;
    let mut library = context.library_to_write()?;
    tell(context, &leave(&mut library, &stamp, &mut context.waiting(), &request)?);
    Ok(0)
}

fn tell(context: &Context, departed: &Departed) {
    let Departed { code, name, ground, .. } = departed.clone();
    context.tell(&Note::Left { code: code.clone(), name, ground });
    if let Some(overridden) = &departed.overridden {
        let approver = overridden.approver.clone();
        context.tell(&Note::LeftByOverride { code: code.clone(), approver });
    }
    if !departed.terminated.is_empty() {
        let codes = departed.terminated.clone();
        context.tell(&AppealNote::Terminated { project: code.clone(), codes }.into());
    }
    if let Some(into) = &departed.successor {
        context.tell(&Note::Merged { code, into: into.clone() });
    }
}

/// 并入：项目并入另一项目后出库，两者历史均保留。 | Merges a project into another; both keep their history.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin merge XM2020-0001 --into XM2020-0002 --reason 同一投资方合并实施\n|\nExamples:\n  tuijin merge XM2020-0001 --into XM2020-0002 --reason merged"
)]
pub struct MergeArgs {
    /// 被并入的项目 | The project that is merged
    #[arg(value_name = "项目|PROJECT")]
    project: String,

    /// 并入的项目 | The project it is merged into
    #[arg(long, value_name = "项目|PROJECT")]
    into: String,

    /// 把各项金额加到并入的项目 | Add its amounts to the other project's
    #[arg(long)]
    sum: bool,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,

    #[command(flatten)]
    exceptional: Exceptional,
}

pub fn merge(context: &Context, args: &MergeArgs) -> Result<u8> {
    let request = ExitRequest {
        project: args.project.clone(),
        ground: ExitGround::Merged,
        on: args.when.day(context)?,
        successor: Some(args.into.clone()),
        amounts: if args.sum { Amounts::Add } else { Amounts::Leave },
    };
    let stamp = context.stamp(CommandName::Merge, Some(&args.reason), args.exceptional.read()?)?;
    let mut library = context.library_to_write()?;
    tell(context, &leave(&mut library, &stamp, &mut context.waiting(), &request)?);
    Ok(0)
}
