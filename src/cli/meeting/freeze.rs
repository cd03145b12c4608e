//! `meeting freeze`, `close`

use super::tell;
use crate::cli::context::{Context, shown};
use crate::desk::attendance::attendance_from;
use crate::desk::import::InputFile;
use crate::desk::meeting::close;
use crate::desk::meeting::freeze::{self, Draft};
use crate::error::{MeetingRefusal, Result};
use crate::format::document::write;
use crate::model::command::CommandName;
use crate::model::meeting::{Attendance, Presence};
use crate::view::meeting::document::document;
use clap::Args;
use std::path::PathBuf;

/// The bytes of a draft.
pub fn draw(draft: &Draft) -> Result<String> {
    write(&document(draft)?)
}

/// 固定会前版：当时的全部数字、议程、标准和日历逐字保存，此后不再改变，也不能撤销。 | Freezes what is on the table: it never changes again and cannot be undone.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting freeze DB2020-03\n|\nExamples:\n  tuijin meeting freeze DB2020-03"
)]
pub struct FreezeArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,
}

pub fn freeze(context: &Context, args: &FreezeArgs) -> Result<u8> {
    let stamp = context.stamp(CommandName::MeetingFreeze, None, None)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, freeze::freeze(&mut library, &stamp, waiting, &args.code, &draw)?);
    Ok(0)
}

/// 会议办结：登记参会人员，固定会后版（参会、成效、议定事项和当时的全部数字），不能撤销。 | Closes a meeting that was held: who took part, what came of it; it cannot be undone.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting close DB2020-03 --present \"示例甲 市商务局 局长\" --observe \"示例乙 某企业\"\n|\nExamples:\n  tuijin meeting close DB2020-03 --present \"NAME BODY POST\""
)]
pub struct CloseArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 参会人员表：姓名、单位、职务、参会情况 | A list of people: name, body, post, presence
    #[arg(long, value_name = "文件|FILE", help_heading = "参会 | Attendance")]
    attendance: Option<PathBuf>,

    /// 出席：“姓名 单位 职务”，可重复 | Present: NAME BODY POST; may be repeated
    #[arg(long, value_name = "人员|PERSON", help_heading = "参会 | Attendance")]
    present: Vec<String>,

    /// 列席：“姓名 单位 职务”，可重复 | Observing: NAME BODY POST; may be repeated
    #[arg(long, value_name = "人员|PERSON", help_heading = "参会 | Attendance")]
    observe: Vec<String>,

    /// 请假：“姓名 单位 职务”，可重复 | Absent: NAME BODY POST; may be repeated
    #[arg(long, value_name = "人员|PERSON", help_heading = "参会 | Attendance")]
    absent: Vec<String>,

    /// 不登记参会人员也办结 | Close without recording who took part
    #[arg(
        long,
        conflicts_with_all = ["attendance", "present", "observe", "absent"],
        help_heading = "参会 | Attendance"
    )]
    no_attendance: bool,
}

pub fn close(context: &Context, args: &CloseArgs) -> Result<u8> {
    let groups = [
        (Presence::Present, &args.present),
        (Presence::Observing, &args.observe),
        (Presence::Absent, &args.absent),
    ];
    let mut attendance = match &args.attendance {
        Some(path) => {
            let file = InputFile { path: path.clone(), name: shown(path) };
            let (people, unread) = attendance_from(&file, None, context.today)?;
            unread.iter().for_each(|note| context.tell(note));
            people
        }
        None => Vec::new(),
    };
    for (presence, people) in groups {
        for given in people {
            attendance.push(person(given, presence)?);
        }
    }
    let stamp = context.stamp(CommandName::MeetingClose, None, None)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    let people = (!args.no_attendance).then_some(attendance.as_slice());
    let notes = close::close(&mut library, &stamp, waiting, &args.code, people, &draw)?;
    tell(context, notes);
    Ok(0)
}

/// `姓名 单位 职务`, the last two as far as they are given.
fn person(given: &str, presence: Presence) -> Result<Attendance> {
    let mut words = given.split_whitespace();
    let Some(person) = words.next() else {
        return Err(MeetingRefusal::BadPerson { given: given.to_owned() }.into());
    };
    let body = words.next().map(str::to_owned);
    let post: Vec<&str> = words.collect();
    let post = (!post.is_empty()).then(|| post.join(" "));
    Ok(Attendance { person: person.to_owned(), body, post, presence })
}
