//! `circular`

use super::context::{Context, month};
use crate::desk::circular::circular;
use crate::error::Result;
use crate::view;
use clap::Args;

/// 评价通报：各板块公布的指标，印 n/N 和位次；设了权重的，另有综合得分。 | The circular: published indicators by district, each n/N with a rank, and a composite score where weights are set.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin circular --month 2020-03\n  tuijin rules set weight.reports_on_time 20 --since 2020-03-01 --clause 本单位通报办法\n|\nExamples:\n  tuijin circular --month 2020-03\n  tuijin circular --month 2020-03 --format csv --output circular.csv"
)]
pub struct CircularArgs {
    /// 月份，缺省为上月 | The month; last month unless given
    #[arg(long, value_name = "月份|MONTH")]
    month: Option<String>,
}

pub fn run(context: &Context, args: &CircularArgs) -> Result<u8> {
    let last = context.scope(None).reporting;
    let asked = args.month.as_deref().map_or(Ok(last), month)?;
    let (found, directory, scope) = context.read(Some(asked), |reader| circular(reader, asked))?;
    context.print(&view::circular::page(&context.frame(scope, &directory), &found))?;
    Ok(0)
}
