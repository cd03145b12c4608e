//! Lists other than the monthly table: 诉求清单, 答复表, 办理结果.

use super::super::Result;
use super::super::appeal::{CATEGORIES, OUTCOMES};
use super::super::calendar::Day;
use super::super::world::{DEPARTMENTS, DISTRICTS};
use super::layout::{Encoding, WAN};
use super::{cell, text};
use std::path::{Path, PathBuf};

/// What a district writes of an appeal.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Place of the project, its code and name.
    pub project: usize,
    pub code: String,
    pub name: String,
    pub category: usize,
    /// The lead first.
    pub targets: Vec<usize>,
    pub background: String,
    pub crux: String,
    pub purpose: String,
    pub advice: String,
    pub urgent: bool,
    pub amount: i64,
    /// The tests it fails, each with the texts at fault.
    pub faults: Vec<(&'static str, Vec<&'static str>)>,
}

/// One line of a department's answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub appeal: String,
    pub name: String,
    pub purpose: String,
    pub lead: bool,
    pub what: What,
    pub on: Day,
}

#[derive(Debug, Clone)]
pub enum What {
    Final,
    Interim,
    Extension(Day),
    /// To another department, or to the bureau.
    Return(Option<usize>),
}

/// One line of what a meeting noted.
#[derive(Debug, Clone)]
pub struct Noted {
    pub appeal: String,
    pub name: String,
    pub outcome: usize,
    pub on: Day,
}

/// One line of what a meeting decided.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Code of the appeal or the project it is about, and the project's name.
    pub subject: String,
    pub name: String,
    pub text: String,
    pub district: Option<usize>,
    /// The lead first.
    pub departments: Vec<usize>,
    pub leader: Option<String>,
}

fn write(
    folder: &Path,
    name: &str,
    encoding: Encoding,
    mut rows: Vec<Vec<String>>,
) -> Result<PathBuf> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    std::fs::create_dir_all(folder)?;
    let path = folder.join(name);
    std::fs::write(&path, text(&rows, encoding)?)?;
    Ok(path)
}

fn owned(row: &[&str]) -> Vec<String> {
    row.iter().map(|text| (*text).to_owned()).collect()
}

/// 诉求清单 of a district; every second one names projects by code as well.
pub fn wishes(folder: &Path, district: usize, day: Day, wishes: &[Wish]) -> Result<PathBuf> {
    let by_code = district % 2 == 1;
    let name = DISTRICTS[district].0;
    let encoding = [Encoding::Utf8Bom, Encoding::Gb18030, Encoding::Utf8, Encoding::Utf16];
    let head: [&str; 14] = [
        "序号",
        "项目编号",
        "项目名称",
        "诉求类别",
        "背景情况",
        "问题症结",
        "诉求目的",
        "对象部门",
        "协办部门",
        "解决建议",
        "需市级协调",
        "紧急程度",
        "涉及金额（万美元）",
        "提出日期",
    ];
    let mut rows = vec![
        vec![format!("{name}重点外资项目服务诉求清单（示例：所有内容均为虚构）")],
        vec![format!("填报单位（盖章）：{name}商务局  填报时间：{}", day.format("%Y年%-m月%-d日"))],
        owned(&head),
    ];
    for (serial, wish) in wishes.iter().enumerate() {
        let named = |department: &usize| DEPARTMENTS[*department].1;
        let mut targets = wish.targets.iter().map(named);
        let lead = targets.next().unwrap_or_default();
        rows.push(vec![
            (serial + 1).to_string(),
            wish.code.clone(),
            wish.name.clone(),
            CATEGORIES[wish.category].0.to_owned(),
            wish.background.clone(),
            wish.crux.clone(),
            wish.purpose.clone(),
            lead.to_owned(),
            targets.collect::<Vec<_>>().join("、"),
            wish.advice.clone(),
            "是".to_owned(),
            if wish.urgent { "紧急" } else { "一般" }.to_owned(),
            cell::decimal(wish.amount, WAN),
            day.to_string(),
        ]);
    }
    if !by_code {
        for row in rows.iter_mut().skip(2) {
            row.remove(1);
        }
    }
    write(folder, &format!("{:02}{name}诉求清单.csv", district + 1), encoding[district % 4], rows)
}

/// The form a department sends back.
pub fn answers(folder: &Path, department: usize, answers: &[Answer]) -> Result<PathBuf> {
    let short = DEPARTMENTS[department].0;
    let head = [
        "诉求编号",
        "项目",
        "诉求目的",
        "主协办",
        "答复类型",
        "办理意见",
        "答复日期",
        "承办人",
        "申请延期至",
        "退单去向",
        "理由",
    ];
    let mut rows =
        vec![vec![format!("诉求办理答复表（{short}）（示例：所有内容均为虚构）")], owned(&head)];
    for answer in answers {
        let (kind, opinion, until, to, reason) = match &answer.what {
            What::Final => ("答复", "已会同属地研究，按规定办理。", String::new(), "", ""),
            What::Interim => ("阶段性答复", "正在研究，尚需核实有关情况。", String::new(), "", ""),
            What::Extension(until) => ("申请延期", "", until.to_string(), "", "需报省厅研究"),
            What::Return(to) => {
                let to = to.map_or("市商务局", |department| DEPARTMENTS[department].1);
                ("退单", "", String::new(), to, "不属本单位职责")
            }
        };
        let row = [&answer.appeal, &answer.name, &answer.purpose].map(Clone::clone);
        let mut row = row.to_vec();
        row.extend(owned(&[if answer.lead { "主办" } else { "协办" }, kind, opinion]));
        row.extend([answer.on.to_string(), "示例承办人".to_owned(), until]);
        row.extend(owned(&[to, reason]));
        rows.push(row);
    }
    let encoding = if department.is_multiple_of(3) { Encoding::Gb18030 } else { Encoding::Utf8Bom };
    write(folder, &format!("{:02}{short}答复表.csv", department + 1), encoding, rows)
}

/// What a meeting noted of appeals.
pub fn outcomes(folder: &Path, name: &str, noted: &[Noted]) -> Result<PathBuf> {
    let mut rows = vec![
        vec!["诉求办理结果（示例：所有内容均为虚构）".to_owned()],
        owned(&["诉求编号", "项目", "办理结果", "说明", "日期"]),
    ];
    for line in noted {
        rows.push(vec![
            line.appeal.clone(),
            line.name.clone(),
            OUTCOMES[line.outcome].0.to_owned(),
            "会议研究确定，内容为虚构".to_owned(),
            line.on.to_string(),
        ]);
    }
    write(folder, name, Encoding::Utf8Bom, rows)
}

/// What a meeting decided.
pub fn decisions(folder: &Path, decided: &[Decided]) -> Result<PathBuf> {
    let mut rows = vec![
        vec!["点评会议定事项（示例：所有内容均为虚构）".to_owned()],
        owned(&[
            "序号",
            "编号",
            "名称",
            "议定事项",
            "责任板块",
            "责任部门",
            "完成时限",
            "议定领导",
        ]),
    ];
    for (serial, line) in decided.iter().enumerate() {
        let departments = line.departments.iter().map(|it| DEPARTMENTS[*it].1);
        rows.push(vec![
            (serial + 1).to_string(),
            line.subject.clone(),
            line.name.clone(),
            line.text.clone(),
            line.district.map_or("", |it| DISTRICTS[it].0).to_owned(),
            departments.collect::<Vec<_>>().join("、"),
            String::new(),
            line.leader.clone().unwrap_or_default(),
        ]);
    }
    write(folder, "议定事项.csv", Encoding::Gb18030, rows)
}

/// Who took part: name, body, post and presence.
pub fn attendance(folder: &Path, people: &[[&str; 4]]) -> Result<PathBuf> {
    let mut rows = vec![owned(&["姓名", "单位", "职务", "参会情况"])];
    rows.extend(people.iter().map(|person| owned(person)));
    write(folder, "参会人员.csv", Encoding::Utf8Bom, rows)
}
