//! The command tree.

use super::{
    activity, add, appeal, board, calendar, category, circular, complete, directory, feedback,
    import, init, letter, list, log, man, meeting, pack, readmit, remove, rename, reports, rules,
    safety, screen, setting, show, split, summary, task, template, undo, update,
};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// 重点外资项目库：月报登记、入库规则、会议汇总 | The library of key foreign-invested projects
#[derive(Debug, Parser)]
#[command(
    name = "tuijin",
    version,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin init\n  tuijin import *.csv --month 2020-02 --admit\n  tuijin summary\n|\nExamples:\n  tuijin init\n  tuijin import *.csv --month 2020-02 --admit\n  tuijin summary"
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,

    #[command(subcommand)]
    pub command: Command,
}

/// Flags every command has.
#[derive(Debug, Args)]
pub struct Global {
    /// 项目库文件 | The library file
    #[arg(
        long,
        global = true,
        env = "TUIJIN_DB",
        value_name = "文件|FILE",
        help_heading = "通用 | General"
    )]
    pub db: Option<PathBuf>,

    /// 语言：zh 或 en | Language: zh or en
    #[arg(
        long,
        global = true,
        env = "TUIJIN_LANG",
        value_name = "语言|LANG",
        help_heading = "通用 | General"
    )]
    pub lang: Option<String>,

    /// 格式：table、json、csv、markdown；写入文件的 xlsx、docx、html | Format: table, json, csv, markdown; for files xlsx, docx, html
    #[arg(long, global = true, value_name = "格式|FORMAT", help_heading = "通用 | General")]
    pub format: Option<String>,

    /// 写入文件 | Write to a file
    #[arg(long, short, global = true, value_name = "文件|FILE", help_heading = "通用 | General")]
    pub output: Option<PathBuf>,

    /// 按过去某日日终的登记查看 | What was on record at the end of a past day
    #[arg(long, global = true, value_name = "日期|DATE", help_heading = "通用 | General")]
    pub as_of: Option<String>,

    /// 金额单位：万美元、亿美元、美元 | Unit of amounts: 10k, 100m, 1
    #[arg(long, global = true, value_name = "单位|UNIT", help_heading = "通用 | General")]
    pub unit: Option<String>,

    /// 略去投资方名称 | Leave out investors' names
    #[arg(long, global = true, help_heading = "通用 | General")]
    pub redact: bool,

    /// 只输出结果，不作说明 | Print the result alone
    #[arg(long, short, global = true, help_heading = "通用 | General")]
    pub quiet: bool,

    /// 不再询问 | Do not ask
    #[arg(long, short, global = true, help_heading = "通用 | General")]
    pub yes: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 新建项目库 | Create a library
    Init(init::InitArgs),
    /// 板块 | Districts
    District(directory::DistrictArgs),
    /// 部门 | Departments
    Department(directory::DepartmentArgs),
    /// 联系人 | Contacts
    Contact(directory::ContactArgs),
    /// 折算率 | Exchange rates
    Rate(directory::RateArgs),
    /// 项目入库 | Enter a project
    Add(add::AddArgs),
    /// 更新项目 | Change a project
    Update(update::UpdateArgs),
    /// 项目出库 | A project leaves
    Remove(remove::RemoveArgs),
    /// 再入库 | A project enters again
    Readmit(readmit::ReadmitArgs),
    /// 更名 | Rename a project
    Rename(rename::RenameArgs),
    /// 并入 | Merge a project into another
    Merge(remove::MergeArgs),
    /// 拆分 | Split a project
    Split(split::SplitArgs),
    /// 甄别申报 | Screen applications
    Screen(screen::ScreenArgs),
    /// 列出项目 | List projects
    List(list::ListArgs),
    /// 查看一个项目 | Show one project
    Show(show::ShowArgs),
    /// 变更记录 | A project's history
    History(log::HistoryArgs),
    /// 规则标准 | The standards
    Rules(rules::RulesArgs),
    /// 登记各板块报表 | Import what districts send
    Import(import::ImportArgs),
    /// 下发板块的填报表 | The form a district fills in
    Template(template::TemplateArgs),
    /// 月报报送情况 | Who has reported
    Reports(reports::ReportsArgs),
    /// 工作日历 | Working days
    Calendar(calendar::CalendarArgs),
    /// 公文设置 | The office and the look of its papers
    Setting(setting::SettingArgs),
    /// 诉求类别 | Categories of appeals
    Category(category::CategoryArgs),
    /// 诉求 | Appeals
    Appeal(appeal::AppealArgs),
    /// 函件 | Letters
    Letter(letter::LetterArgs),
    /// 会议 | Meetings
    Meeting(meeting::MeetingArgs),
    /// 会议材料 | The papers of a meeting
    Pack(pack::PackArgs),
    /// 给板块的反馈单 | What a district is told
    Feedback(feedback::FeedbackArgs),
    /// 领导看板 | The leaders' page
    Board(board::BoardArgs),
    /// 评价通报 | The circular that ranks districts
    Circular(circular::CircularArgs),
    /// 促进活动和宣传引导 | Promotion and publicity
    Activity(activity::ActivityArgs),
    /// 议定事项和批示 | Decisions and instructions
    Task(task::TaskArgs),
    /// 汇总表 | The status tables
    Summary(summary::SummaryArgs),
    /// 操作记录 | What was done
    Log(log::LogArgs),
    /// 撤销 | Take back a command
    Undo(undo::UndoArgs),
    /// 恢复撤销 | Do again what was undone
    Redo(undo::RedoArgs),
    /// 检查项目库 | Check the library
    Check(safety::CheckArgs),
    /// 备份 | Back up the library
    Backup(safety::BackupArgs),
    /// 恢复备份 | Restore a backup
    Restore(safety::RestoreArgs),
    /// 命令行补全的脚本 | The script that completes at the Tab key
    Completion(complete::CompletionArgs),
    /// 手册页 | Manual pages
    Man(man::ManArgs),
    #[command(name = "__complete", hide = true)]
    Complete(complete::CompleteArgs),
}
