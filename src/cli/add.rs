//! `add`

use super::context::Context;
use super::flags::{Exceptional, Record};
use super::terminal::ask;
use super::typed::{self, FieldFlags};
use crate::desk::add::{AddRequest, add};
use crate::desk::directory::Directory;
use crate::error::{Kind, Result};
use crate::labels::{self, prompt};
use crate::model::command::CommandName;
use crate::model::field::{Field, Quantity};
use crate::model::note::Note;
use crate::model::value::Value;
use clap::Args;

/// 项目入库；缺少的内容在终端逐项询问。 | Enters a project; a terminal is asked for what lacks.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin add --name 澄屿光学项目 --district 昆山 --total 1.2亿美元 --basis 签约大会\n|\nExamples:\n  tuijin add --name Chengyu --district kunshan --total 12000 --basis conference"
)]
pub struct AddArgs {
    /// 项目名称 | The project's name
    #[arg(long, value_name = "名称|NAME", help_heading = "项目 | Project")]
    name: Option<String>,

    /// 板块 | District
    #[arg(long, value_name = "板块|DISTRICT", help_heading = "项目 | Project")]
    district: Option<String>,

    #[command(flatten)]
    fields: FieldFlags,

    #[command(flatten)]
    record: Record,

    #[command(flatten)]
    exceptional: Exceptional,
}

/// What a terminal is asked for, in this order.
const ASKED: [Field; 8] = [
    Field::Name,
    Field::District,
    Field::Investor,
    Field::Origin,
    Field::Industry,
    Field::Money(Quantity::Total),
    Field::Stage,
    Field::Basis,
];

pub fn run(context: &Context, args: &AddArgs) -> Result<u8> {
    let overridden = args.exceptional.read()?;
    let ((), directory, _) = context.read(None, |_| Ok(()))?;
    let mut values = args.fields.read(&directory, context.lang)?;
    for (field, text) in [(Field::Name, &args.name), (Field::District, &args.district)] {
        if let Some(text) = text {
            values.push((field, typed::read(field, text, &directory, context.lang)?));
        }
    }
    let says = |values: &[(Field, Value)], wanted| values.iter().any(|(field, _)| *field == wanted);
    let lacking = !says(&values, Field::Name) || !says(&values, Field::District);
    if context.may_ask() && lacking {
        question(context, &directory, &mut values)?;
    }
    let what: Vec<Field> =
        [Field::Name, Field::District].into_iter().filter(|field| !says(&values, *field)).collect();
    if !what.is_empty() {
        return Err(Kind::Required { what }.into());
    }
    let district = values.iter().find_map(|(_, value)| match value {
        Value::District(id) => Some(*id),
        _ => None,
    });
    let request = AddRequest {
        values,
        district: district.unwrap_or_default(),
        on: args.record.day(context)?,
    };
    let stamp = context.stamp(CommandName::Add, args.record.reason.as_deref(), overridden)?;
    let added = add(&mut context.library_to_write()?, &stamp, &mut context.waiting(), &request)?;
    let (code, name) = (added.code.clone(), added.name);
    context.tell(&Note::Entered { code: code.clone(), name });
    if let Some(overridden) = added.overridden {
        context
            .tell(&Note::EnteredByOverride { code: code.clone(), approver: overridden.approver });
    }
    super::show::print(context, &code)
}

/// Asks field by field; a value that cannot be read is asked again.
fn question(
    context: &Context,
    directory: &Directory,
    values: &mut Vec<(Field, Value)>,
) -> Result<()> {
    for field in ASKED {
        while !values.iter().any(|(known, _)| *known == field) {
            let needed = matches!(field, Field::Name | Field::District);
            let choices = match field {
                Field::Stage => typed::stages(context.lang),
                Field::District => {
                    let names = directory.districts.iter().map(|d| d.short.as_str());
                    names.collect::<Vec<_>>().join("/")
                }
                _ => String::new(),
            };
            let skip = if needed { "" } else { prompt::prompt(prompt::Prompt::Skip, context.lang) };
            let label = labels::word(field, context.lang);
            let Some(text) = ask(&format!("{label} {choices}{skip}:")) else { return Ok(()) };
            if text.is_empty() && !needed {
                break;
            }
            if text.is_empty() {
                continue;
            }
            match typed::read(field, &text, directory, context.lang) {
                Ok(value) => values.push((field, value)),
                Err(fault) => {
                    let refusal = fault.into_refusal()?;
                    super::output::say(&labels::refusal(&refusal, context.lang));
                }
            }
        }
    }
    Ok(())
}
