//! `district`, `department`, `contact`, `rate`

use super::context::{Context, day, month, shown};
use super::flags::choose;
use super::typed::split_pair;
use crate::desk::contact::import_contacts;
use crate::desk::directory::{self as desk, ContactRequest, DepartmentEdit, DistrictEdit, Lesson};
use crate::desk::import::InputFile;
use crate::error::{Kind, Place, Result};
use crate::import::value;
use crate::labels;
use crate::model::command::CommandName;
use crate::model::filing::PaidInBasis;
use crate::model::money::{Currency, Rate};
use crate::model::note::Note;
use crate::model::party::{DepartmentKind, Role};
use crate::model::term::Term;
use crate::model::word::Word;
use crate::view;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// 板块及其别名、报表习惯。 | Districts, their aliases and the ways of their forms.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin district list\n  tuijin district learn 昆山 --heading 建设内容=备注 --paid-in total\n|\nExamples:\n  tuijin district list"
)]
pub struct DistrictArgs {
    #[command(subcommand)]
    pub action: DistrictAction,
}

#[derive(Debug, Subcommand)]
pub enum DistrictAction {
    /// 列出板块 | List the districts
    #[command(after_help = "示例：\n  tuijin district list\n|\nExamples:\n  tuijin district list")]
    List,
    /// 新增或修改板块 | Add or change a district
    #[command(
        after_help = "示例：\n  tuijin district set kunshan --alias 昆山市招商局\n|\nExamples:\n  tuijin district set kunshan --alias KS"
    )]
    Set {
        /// 代码或名称 | Key or name
        #[arg(value_name = "板块|DISTRICT")]
        district: String,
        /// 全称 | Official name
        #[arg(long, value_name = "名称|NAME")]
        name: Option<String>,
        /// 简称 | Short name
        #[arg(long, value_name = "名称|NAME")]
        short: Option<String>,
        /// 英文名 | English name
        #[arg(long, value_name = "名称|NAME")]
        english: Option<String>,
        /// 别名，可重复 | Alias; may be repeated
        #[arg(long, value_name = "名称|NAME")]
        alias: Vec<String>,
    },
    /// 记住报表列名和到账口径 | Remember the headings and ways of a form
    #[command(
        after_help = "示例：\n  tuijin district learn 昆山 --heading 建设内容=备注\n  tuijin district learn 吴中 --paid-in year\n|\nExamples:\n  tuijin district learn wuzhong --paid-in year"
    )]
    Learn {
        /// 板块，缺省为所有板块 | District; every one unless given
        #[arg(value_name = "板块|DISTRICT")]
        district: Option<String>,
        /// 列名=字段，可重复 | Heading=field; may be repeated
        #[arg(long, value_name = "列名=字段|HEADING=FIELD")]
        heading: Vec<String>,
        /// 到账口径：month、year、total | Paid-in is of the month, year or all years
        #[arg(long, value_name = "口径|WAY")]
        paid_in: Option<String>,
    },
}

/// 市有关部门。 | Departments.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin department list\n|\nExamples:\n  tuijin department list"
)]
pub struct DepartmentArgs {
    #[command(subcommand)]
    pub action: DepartmentAction,
}

#[derive(Debug, Subcommand)]
pub enum DepartmentAction {
    /// 列出部门 | List the departments
    #[command(
        after_help = "示例：\n  tuijin department list\n|\nExamples:\n  tuijin department list"
    )]
    List,
    /// 新增或修改部门 | Add or change a department
    #[command(
        after_help = "示例：\n  tuijin department set 资规 --full 苏州市自然资源和规划局\n|\nExamples:\n  tuijin department set customs --english \"Suzhou Customs\""
    )]
    Set {
        /// 代码或名称 | Key or name
        #[arg(value_name = "部门|DEPARTMENT")]
        department: String,
        /// 简称 | Short name
        #[arg(long, value_name = "名称|NAME")]
        short: Option<String>,
        /// 全称，用于函件主送 | Official name for letters
        #[arg(long, value_name = "名称|NAME")]
        full: Option<String>,
        /// 英文名 | English name
        #[arg(long, value_name = "名称|NAME")]
        english: Option<String>,
        /// 性质：政府部门、垂直管理单位、企业 | Kind: government, vertical, enterprise
        #[arg(long, value_name = "性质|KIND")]
        kind: Option<String>,
        /// 别名，可重复 | Alias; may be repeated
        #[arg(long, value_name = "名称|NAME")]
        alias: Vec<String>,
    },
}

/// 板块和部门的联系人。 | The people of districts and departments.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin contact list\n  tuijin contact set 昆山 --role 联络员 --person 张三 --phone 0512-00000000\n|\nExamples:\n  tuijin contact list"
)]
pub struct ContactArgs {
    #[command(subcommand)]
    pub action: ContactAction,
}

#[derive(Debug, Subcommand)]
pub enum ContactAction {
    /// 列出联系人 | List the contacts
    #[command(after_help = "示例：\n  tuijin contact list\n|\nExamples:\n  tuijin contact list")]
    List,
    /// 登记联系人名单，CSV 或工作簿 | Record a list of people, CSV or workbook
    #[command(
        after_help = "示例：\n  tuijin contact import 联系人.csv\n|\nExamples:\n  tuijin contact import contacts.csv"
    )]
    Import {
        /// 名单：单位、职责、姓名、职务、电话、任职日期 | The list: body, role, name, post, telephone, since
        #[arg(value_name = "文件|FILE")]
        file: PathBuf,
        /// 没有任职日期的自此日起，缺省为今天 | From this day where a row has none; today unless given
        #[arg(long, value_name = "日期|DATE")]
        on: Option<String>,
        /// 文本文件的编码 | Encoding of a text file
        #[arg(long, value_name = "编码|ENCODING")]
        encoding: Option<String>,
    },
    /// 登记联系人，原任自动截止 | Record a person; the one before ends
    #[command(
        after_help = "示例：\n  tuijin contact set 昆山 --role 联络员 --person 张三\n|\nExamples:\n  tuijin contact set kunshan --role liaison --person Zhang"
    )]
    Set {
        /// 板块或部门 | District or department
        #[arg(value_name = "单位|PARTY")]
        party: String,
        /// 职责：分管负责人、联络员、工作责任人 | Role: lead, liaison, officer
        #[arg(long, value_name = "职责|ROLE")]
        role: String,
        /// 姓名 | Name
        #[arg(long, value_name = "姓名|NAME")]
        person: String,
        /// 职务 | Post
        #[arg(long, value_name = "职务|POST")]
        post: Option<String>,
        /// 电话 | Telephone
        #[arg(long, value_name = "电话|PHONE")]
        phone: Option<String>,
        /// 起始日，缺省为今天 | From this day; today unless given
        #[arg(long, value_name = "日期|DATE")]
        on: Option<String>,
    },
}

/// 折算率：各月一单位外币合美元。 | Exchange rates: US dollars per unit, by month.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin rate set CNY 2020-02 0.142750 --source 外汇局折算率表\n|\nExamples:\n  tuijin rate list"
)]
pub struct RateArgs {
    #[command(subcommand)]
    pub action: RateAction,
}

#[derive(Debug, Subcommand)]
pub enum RateAction {
    /// 列出折算率 | List the rates
    #[command(after_help = "示例：\n  tuijin rate list\n|\nExamples:\n  tuijin rate list")]
    List,
    /// 登记一个月的折算率 | Record the rate of a month
    #[command(
        after_help = "示例：\n  tuijin rate set CNY 2020-02 0.142750 --source 外汇局折算率表\n|\nExamples:\n  tuijin rate set CNY 2020-02 0.142750 --source SAFE"
    )]
    Set {
        /// 币种代码，如 CNY | Currency code, as in CNY
        #[arg(value_name = "币种|CURRENCY")]
        currency: String,
        /// 月份 | Month
        #[arg(value_name = "月份|MONTH")]
        month: String,
        /// 一单位合多少美元 | US dollars per unit
        #[arg(value_name = "折算率|RATE")]
        rate: String,
        /// 来源 | Source
        #[arg(long, value_name = "来源|SOURCE")]
        source: String,
    },
}

pub fn district(context: &Context, action: DistrictAction) -> Result<u8> {
    match action {
        DistrictAction::List => {
            let ((), directory, scope) = context.read(None, |_| Ok(()))?;
            context.print(&view::directory::districts(&context.frame(scope, &directory)))?;
        }
        DistrictAction::Set { district, name, short, english, alias } => {
            let edit = DistrictEdit { name, short, english, aliases: alias };
            let stamp = context.stamp(CommandName::DistrictSet, None, None)?;
            let mut library = context.library_to_write()?;
            let done =
                desk::set_district(&mut library, &stamp, &mut context.waiting(), &district, &edit)?;
            context.tell(&Note::Recorded { what: Term::District, name: done.name });
        }
        DistrictAction::Learn { district, heading, paid_in } => {
            learn(context, district, &heading, paid_in.as_deref())?;
        }
    }
    Ok(0)
}

fn learn(
    context: &Context,
    district: Option<String>,
    heading: &[String],
    paid_in: Option<&str>,
) -> Result<()> {
    let mut headings = Vec::new();
    for pair in heading {
        let (name, field) = split_pair(pair)?;
        let unknown = || Kind::UnknownField { given: field.to_owned() };
        headings.push((name.trim().to_owned(), value::field(field).ok_or_else(unknown)?));
    }
    if headings.is_empty() && paid_in.is_none() {
        return Err(Kind::NothingGiven.into());
    }
    let paid_in = paid_in.map(|given| choice(context, PaidInBasis::ALL, given)).transpose()?;
    let name = district.clone().unwrap_or_else(|| heading.join(" "));
    let lesson = Lesson { district, headings, paid_in };
    let stamp = context.stamp(CommandName::DistrictLearn, None, None)?;
    desk::learn(&mut context.library_to_write()?, &stamp, &mut context.waiting(), &lesson)?;
    context.tell(&Note::Recorded { what: Term::Headings, name });
    Ok(())
}

pub fn department(context: &Context, action: DepartmentAction) -> Result<u8> {
    match action {
        DepartmentAction::List => {
            let ((), directory, scope) = context.read(None, |_| Ok(()))?;
            context.print(&view::directory::departments(&context.frame(scope, &directory)))?;
        }
        DepartmentAction::Set { department, short, full, english, kind, alias } => {
            let kind =
                kind.map(|given| choice(context, DepartmentKind::ALL, &given)).transpose()?;
            let edit = DepartmentEdit { short, full, english, kind, aliases: alias };
            let stamp = context.stamp(CommandName::DepartmentSet, None, None)?;
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            let done = desk::set_department(&mut library, &stamp, waiting, &department, &edit)?;
            context.tell(&Note::Recorded { what: Term::FullName, name: done.full });
        }
    }
    Ok(0)
}

pub fn contact(context: &Context, action: ContactAction) -> Result<u8> {
    match action {
        ContactAction::List => {
            let (contacts, directory, scope) = context.read(None, |reader| reader.contacts())?;
            let frame = context.frame(scope, &directory);
            context.print(&view::directory::contacts(&frame, &contacts))?;
        }
        ContactAction::Import { file, on, encoding } => {
            let on = on.as_deref().map_or(Ok(context.today), day)?;
            let stamp = context.stamp(CommandName::ContactImport, None, None)?;
            let input = InputFile { name: shown(&file), path: file };
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            let encoding = encoding.as_deref();
            let read = import_contacts(&mut library, &stamp, waiting, &input, encoding, on)?;
            context
                .tell(&Note::ContactsRead { recorded: read.recorded, unchanged: read.unchanged });
        }
        ContactAction::Set { party, role, person, post, phone, on } => {
            let role = choice(context, Role::ALL, &role)?;
            let from = on.as_deref().map_or(Ok(context.today), day)?;
            let name = person.clone();
            let request = ContactRequest { party, role, person, post, phone, from };
            let stamp = context.stamp(CommandName::ContactSet, None, None)?;
            let mut library = context.library_to_write()?;
            desk::set_contact(&mut library, &stamp, &mut context.waiting(), &request)?;
            context.tell(&Note::Recorded { what: Term::Contacts, name });
        }
    }
    Ok(0)
}

pub fn rate(context: &Context, action: RateAction) -> Result<u8> {
    match action {
        RateAction::List => {
            let (rates, directory, scope) = context.read(None, |reader| reader.rates())?;
            context.print(&view::directory::rates(&context.frame(scope, &directory), &rates))?;
        }
        RateAction::Set { currency, month: given, rate, source } => {
            let code = currency.to_uppercase();
            let bad = |value: &str| Kind::BadRate.at(Place::value(value));
            let known = Currency::new(&code).filter(|currency| currency.0 != Currency::USD);
            let rate = Rate {
                currency: known.ok_or_else(|| bad(&currency))?,
                month: month(&given)?,
                micro: micro(&rate).ok_or_else(|| bad(&rate))?,
                source,
            };
            let stamp = context.stamp(CommandName::RateSet, None, None)?;
            desk::set_rate(
                &mut context.library_to_write()?,
                &stamp,
                &mut context.waiting(),
                &rate,
            )?;
            let name = format!("{} {}", rate.currency, rate.month);
            context.tell(&Note::Recorded { what: Term::Rate, name });
        }
    }
    Ok(0)
}

/// A decimal with at most six places, times 10⁶; exact, above zero.
fn micro(text: &str) -> Option<i64> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || fraction.len() > 6 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let micro: i64 = format!("{whole}{fraction:0<6}").parse().ok()?;
    (micro > 0).then_some(micro)
}

/// A value of a vocabulary, or a refusal that lists them.
pub fn choice<T: Copy + Into<Word>>(context: &Context, all: &[T], given: &str) -> Result<T> {
    choose(all, given).ok_or_else(|| {
        let choices = all.iter().map(|value| labels::word(*value, context.lang)).collect();
        Kind::UnknownChoice { value: given.to_owned(), choices }.into()
    })
}
