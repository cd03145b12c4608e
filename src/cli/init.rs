//! `init`

use super::context::Context;
use super::folder::is_risky;
use crate::desk::init::{City, init};
use crate::error::{Kind, Result};
use crate::model::command::CommandName;
use crate::model::note::Note;
use clap::Args;

/// 新建项目库。 | Creates a library.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin init\n  tuijin init --city blank --db 无锡.db\n|\nExamples:\n  tuijin init\n  tuijin init --city blank --db wuxi.db"
)]
pub struct InitArgs {
    /// 城市：suzhou（苏州十板块、十五部门）或 blank（空白） | City: suzhou or blank
    #[arg(long, value_name = "城市|CITY", default_value = "suzhou")]
    city: String,
}

pub fn run(context: &Context, args: &InitArgs) -> Result<u8> {
    let city = match args.city.as_str() {
        "suzhou" | "\u{82cf}\u{5dde}" => City::Suzhou,
        "blank" | "\u{7a7a}\u{767d}" => City::Blank,
        other => {
            let choices = vec!["suzhou".to_owned(), "blank".to_owned()];
            return Err(Kind::UnknownChoice { value: other.to_owned(), choices }.into());
        }
    };
    let done = init(&context.db, city, &context.stamp(CommandName::Init, None, None)?)?;
    context.tell(&Note::Initialised {
        path: context.db.display().to_string(),
        districts: done.districts,
        departments: done.departments,
    });
    context.tell(&Note::ExampleThreshold);
    if is_risky(&context.db) {
        context.tell(&Note::RiskyFolder { path: context.db.display().to_string() });
    }
    Ok(0)
}
