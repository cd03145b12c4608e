//! `meeting show`

use crate::cli::context::Context;
use crate::desk::meeting::agenda::agenda;
use crate::desk::meeting::open;
use crate::desk::meeting::show::kept;
use crate::error::{MeetingRefusal, Result};
use crate::format::{Format, document};
use crate::model::meeting::Side;
use crate::view;
use crate::view::meeting::paper;
use crate::view::page::Page;
use clap::Args;

/// Stands at the beginning of a CSV for Chinese Excel, and nowhere else in it.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// 查看会议当前的议程；--before 看会前版，--after 看会后版，JSON 为固定时的原字节。 | Shows the agenda as it stands, or a frozen edition, whose JSON is its very bytes.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting show DB2020-03\n  tuijin meeting show DB2020-03 --before --page summary.appeals\n|\nExamples:\n  tuijin meeting show DB2020-03\n  tuijin meeting show DB2020-03 --before --format json"
)]
pub struct ShowArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 会前版 | What was on the table
    #[arg(long, group = "side")]
    before: bool,

    /// 会后版 | What came of it
    #[arg(long, group = "side")]
    after: bool,

    /// 第几版，缺省为最后一版 | Which edition; the last unless given
    #[arg(long, value_name = "版次|NUMBER", requires = "side")]
    edition: Option<u64>,

    /// 只看一页；写错时列出可选的页 | One page alone; a wrong one lists those there are
    #[arg(long, value_name = "页|PAGE", requires = "side")]
    page: Option<String>,
}

pub fn show(context: &Context, args: &ShowArgs) -> Result<u8> {
    let side = match (args.before, args.after) {
        (true, _) => Side::Before,
        (_, true) => Side::After,
        _ => return live(context, args),
    };
    let (kept, _, _) = context.read(None, |reader| kept(reader, &args.code, side, args.edition))?;
    if context.format == Format::Json && args.page.is_none() {
        return original(context, &kept.document);
    }
    let document = document::read(&kept.document)?;
    let hash = &kept.edition.sha256;
    let one_by_one = matches!(context.format, Format::Table | Format::Markdown);
    let page = match &args.page {
        // A CSV has rows alone, so a page without a table would be an empty line.
        None if context.format == Format::Csv => return all(context, &document.pages),
        None if one_by_one => return all(context, &paper::pages(&document, hash)),
        None => paper::paper(&document, hash),
        Some(key) => paper::one(&document, hash, key).ok_or_else(|| {
            let known = paper::keys(&document);
            MeetingRefusal::UnknownPage { given: key.clone(), known }
        })?,
    };
    context.print(&page)?;
    Ok(0)
}

/// Pages one after the other.
fn all(context: &Context, pages: &[Page]) -> Result<u8> {
    let mut whole = Vec::new();
    for page in pages {
        let bytes = context.draw(page)?;
        let later = !whole.is_empty();
        if later {
            whole.extend(b"\n");
        }
        let bytes = if later { bytes.strip_prefix(BOM).unwrap_or(&bytes) } else { &bytes };
        whole.extend(bytes);
    }
    context.put(&whole)?;
    Ok(0)
}

/// The bytes as they were frozen.
fn original(context: &Context, document: &str) -> Result<u8> {
    context.put(document.as_bytes())?;
    Ok(0)
}

fn live(context: &Context, args: &ShowArgs) -> Result<u8> {
    let (agenda, directory, scope) =
        context.read(None, |reader| agenda(reader, open(reader, &args.code)?))?;
    context.print(&view::meeting::agenda::page(&context.frame(scope, &directory), &agenda))?;
    Ok(0)
}
