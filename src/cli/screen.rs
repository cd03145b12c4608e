//! `screen`

use super::context::Context;
use super::flags::{Exceptional, Record, choose};
use crate::desk::screen::{self, Decided, Screened};
use crate::error::{Kind, Result};
use crate::labels;
use crate::model::appeal_note::AppealNote;
use crate::model::application::{ApplicationKind, ApplicationState};
use crate::model::command::CommandName;
use crate::model::note::Note;
use crate::view;
use clap::{Args, Subcommand};

/// 甄别：各板块申报的新项目和需要决定的变更。 | Screening: what districts applied for.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin screen list\n  tuijin screen admit JZ2020-0001 --reason 已核实\n|\nExamples:\n  tuijin screen list\n  tuijin screen admit JZ2020-0001 --reason checked"
)]
pub struct ScreenArgs {
    #[command(subcommand)]
    action: ScreenAction,
}

#[derive(Debug, Subcommand)]
enum ScreenAction {
    /// 列出申报 | List the applications
    #[command(
        after_help = "示例：\n  tuijin screen list\n  tuijin screen list --state 已退回\n|\nExamples:\n  tuijin screen list --state returned"
    )]
    List {
        /// 状态：待甄别、同意、退回、撤回、全部；缺省为待甄别 | State: waiting, admitted, returned, withdrawn, all; waiting unless given
        #[arg(long, value_name = "状态|STATE")]
        state: Option<String>,

        /// 板块 | District
        #[arg(long, value_name = "板块|DISTRICT")]
        district: Option<String>,
    },
    /// 同意 | Admit
    #[command(
        after_help = "示例：\n  tuijin screen admit JZ2020-0001 JZ2020-0002 --reason 已与板块核实\n|\nExamples:\n  tuijin screen admit JZ2020-0001 --reason checked"
    )]
    Admit {
        /// 申报编号，可多个 | Codes of applications
        #[arg(value_name = "编号|CODE", required = true)]
        codes: Vec<String>,

        #[command(flatten)]
        record: Record,

        #[command(flatten)]
        exceptional: Exceptional,
    },
    /// 退回 | Return
    #[command(
        after_help = "示例：\n  tuijin screen return JZ2020-0001 --reason 请补充入库依据\n|\nExamples:\n  tuijin screen return JZ2020-0001 --reason incomplete"
    )]
    Return {
        /// 申报编号，可多个 | Codes of applications
        #[arg(value_name = "编号|CODE", required = true)]
        codes: Vec<String>,

        /// 理由 | The reason
        #[arg(long, value_name = "理由|REASON")]
        reason: String,
    },
}

pub fn run(context: &Context, args: &ScreenArgs) -> Result<u8> {
    match &args.action {
        ScreenAction::List { state, district } => {
            list(context, state.as_deref(), district.as_deref())
        }
        ScreenAction::Admit { codes, record, exceptional } => {
            let on = record.day(context)?;
            let reason = record.reason.as_deref();
            let stamp = context.stamp(CommandName::ScreenAdmit, reason, exceptional.read()?)?;
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            for decided in screen::admit(&mut library, &stamp, waiting, codes, on)? {
                tell_admitted(context, decided);
            }
            Ok(0)
        }
        ScreenAction::Return { codes, reason } => {
            let stamp = context.stamp(CommandName::ScreenReturn, Some(reason), None)?;
            let mut library = context.library_to_write()?;
            let decided = screen::send_back(&mut library, &stamp, &mut context.waiting(), codes)?;
            let ((), directory, _) = context.read(None, |_| Ok(()))?;
            for Decided { application, district, .. } in decided {
                let known = directory.districts.iter().find(|known| known.id == district);
                let name = known
                    .map(|known| context.lang.pick((known.name.clone(), known.english.clone())));
                let district = name.unwrap_or_default();
                context.tell(&Note::SentBack { application, district });
            }
            Ok(0)
        }
    }
}

fn list(context: &Context, state: Option<&str>, district: Option<&str>) -> Result<u8> {
    let state = match state {
        None => Some(ApplicationState::Waiting),
        Some("all" | "\u{5168}\u{90e8}") => None,
        Some(given) => Some(choose(ApplicationState::ALL, given).ok_or_else(|| {
            let words = ApplicationState::ALL.iter().map(|one| labels::word(*one, context.lang));
            Kind::UnknownChoice { value: given.to_owned(), choices: words.collect() }
        })?),
    };
    let (mut found, directory, scope) = context.read(None, |reader| screen::list(reader, state))?;
    if let Some(given) = district {
        let district = crate::desk::lookup::district(&directory.districts, given)?.id;
        found.retain(|screened: &Screened| screened.application.district == district);
    }
    context.print(&view::screen::screen(&context.frame(scope, &directory), &found))?;
    Ok(0)
}

fn tell_admitted(context: &Context, decided: Decided) {
    let code = decided.project.unwrap_or_default();
    let Decided { application, kind, overridden, terminated, .. } = decided;
    context.tell(&Note::Granted { application, code: code.clone(), kind });
    if let Some(overridden) = overridden {
        let (code, approver) = (code.clone(), overridden.approver);
        context.tell(&match kind {
            ApplicationKind::Exit => Note::LeftByOverride { code, approver },
            _ => Note::EnteredByOverride { code, approver },
        });
    }
    if !terminated.is_empty() {
        context.tell(&AppealNote::Terminated { project: code, codes: terminated }.into());
    }
}
