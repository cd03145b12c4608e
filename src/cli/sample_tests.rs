//! A small invented command tree, with one of everything that clap has words for.

use clap::builder::PossibleValuesParser;
use clap::{Args, CommandFactory, Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "tuijin",
    version = "0.1.0",
    about = "重点外资项目库 | The library of key projects",
    after_help = "示例：\n  tuijin list\n|\nExamples:\n  tuijin list"
)]
pub struct Sample {
    /// 库文件 | Library file
    #[arg(long, global = true, env = "TUIJIN_DB", value_name = "文件|FILE")]
    db: Option<String>,

    /// 界面语言 | Language
    #[arg(long, global = true, default_value = "zh", value_name = "语言|LANG",
          value_parser = PossibleValuesParser::new(["zh", "en"]))]
    lang: String,

    #[command(subcommand)]
    command: Word,
}

#[derive(Subcommand)]
pub enum Word {
    /// 登记月报 | Import monthly reports
    ///
    /// 逐行核对。 | Every row is accounted for.
    Import(Import),
    /// 列出项目 | List projects
    #[command(visible_alias = "ls")]
    List,
    /// 督办会 | Meetings
    #[command(subcommand)]
    Meeting(Meeting),
}

#[derive(Subcommand)]
pub enum Meeting {
    /// 固定数据 | Freeze the figures
    Freeze,
}

#[derive(Args)]
pub struct Import {
    /// 月报文件 | The reports
    #[arg(required = true, value_name = "文件|FILE")]
    files: Vec<String>,

    /// 所属板块 | The district
    #[arg(
        long,
        visible_alias = "area",
        value_name = "板块|DISTRICT",
        help_heading = "筛选 | Filters"
    )]
    district: Option<String>,

    /// 报告月份 | The month
    ///
    /// 缺省时取文件中的月份。 | Taken from the file unless given.
    #[arg(long, short, value_name = "月份|MONTH", value_parser = month)]
    month: Option<String>,

    /// 行数上限 | Most rows
    #[arg(long, value_name = "行数|ROWS")]
    rows: Option<u16>,

    /// 单价区间 | A span
    #[arg(long, num_args = 2, value_name = "金额|AMOUNT")]
    span: Option<Vec<String>>,

    /// 至少两个 | At least two
    #[arg(long, num_args = 2..=3, value_name = "编号|CODE")]
    codes: Option<Vec<String>>,

    /// 编码 | Encoding
    #[arg(long, require_equals = true, value_name = "编码|ENCODING")]
    encoding: Option<String>,

    /// 只试算 | Only rehearse
    #[arg(long, conflicts_with = "admit")]
    dry_run: bool,

    /// 直接入库 | Admit at once
    #[arg(long)]
    admit: bool,
}

/// A reader of values with a sentence of its own.
fn month(text: &str) -> Result<String, String> {
    if text.len() == 7 { Ok(text.to_owned()) } else { Err(format!("“{text}”不是月份。")) }
}

pub fn command() -> clap::Command {
    Sample::command()
}
