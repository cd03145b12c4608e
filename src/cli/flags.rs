//! Flags that several commands share, one struct each.

use super::context::{Context, day, month};
use super::typed;
use crate::desk::directory::Directory;
use crate::desk::lookup;
use crate::error::{Kind, Result};
use crate::import::value;
use crate::labels;
use crate::model::Day;
use crate::model::brief::Filter;
use crate::model::month::Month;
use crate::model::origin::OriginGroup;
use crate::model::stage::{Stage, StageGroup};
use crate::model::word::Word;
use crate::store::writer::Override;
use clap::Args;

/// On what records a fact.
#[derive(Debug, Args)]
pub struct Record {
    /// 发生日，缺省为今天 | The day it happened; today unless given
    #[arg(long, value_name = "日期|DATE")]
    pub on: Option<String>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    pub reason: Option<String>,
}

impl Record {
    /// # Errors
    /// Not a day.
    pub fn day(&self, context: &Context) -> Result<Day> {
        self.on.as_deref().map_or(Ok(context.today), day)
    }
}

/// The day of what records a fact, beside a reason that cannot be left out.
#[derive(Debug, Args)]
pub struct When {
    /// 发生日，缺省为今天 | The day it happened; today unless given
    #[arg(long, value_name = "日期|DATE")]
    pub on: Option<String>,
}

impl When {
    /// # Errors
    /// Not a day.
    pub fn day(&self, context: &Context) -> Result<Day> {
        self.on.as_deref().map_or(Ok(context.today), day)
    }
}

/// An exception to the rules, with who approved it.
#[derive(Debug, Args)]
pub struct Exceptional {
    /// 例外理由，须同时写明批准人 | Override the rules, with a reason
    #[arg(long = "override", value_name = "理由|REASON")]
    pub override_reason: Option<String>,

    /// 批准人 | Who approved the override
    #[arg(long, value_name = "姓名|WHO")]
    pub approved_by: Option<String>,
}

impl Exceptional {
    /// # Errors
    /// One without the other.
    pub fn read(&self) -> Result<Option<Override>> {
        match (&self.override_reason, &self.approved_by) {
            (Some(reason), Some(approver)) => {
                Ok(Some(Override { reason: reason.clone(), approver: approver.clone() }))
            }
            (None, None) => Ok(None),
            _ => Err(Kind::OverrideNeedsApprover.into()),
        }
    }
}

/// One district or all of them.
#[derive(Debug, Args)]
pub struct OneOrAll {
    /// 板块 | District
    #[arg(
        long,
        value_name = "板块|DISTRICT",
        conflicts_with = "all",
        required_unless_present = "all"
    )]
    pub district: Option<String>,

    /// 全部板块 | All districts
    #[arg(long)]
    pub all: bool,
}

/// The report month whose state is asked for.
#[derive(Debug, Args)]
pub struct MonthFlag {
    /// 报告月份，缺省为当前状态 | The report month; today's state unless given
    #[arg(long, value_name = "月份|MONTH")]
    pub month: Option<String>,
}

impl MonthFlag {
    /// # Errors
    /// Not a month.
    pub fn read(&self) -> Result<Option<Month>> {
        self.month.as_deref().map(month).transpose()
    }
}

/// Which projects.
#[derive(Debug, Args)]
pub struct FilterFlags {
    /// 板块，可重复 | District; may be repeated
    #[arg(long, value_name = "板块|DISTRICT", help_heading = "筛选 | Filters")]
    pub district: Vec<String>,

    /// 推进阶段或阶段分组，可重复 | Stage or stage group
    #[arg(long, value_name = "阶段|STAGE", help_heading = "筛选 | Filters")]
    pub stage: Vec<String>,

    /// 外资来源：港台、欧美、日韩、其他或国别 | Origin group or country
    #[arg(long, value_name = "来源|ORIGIN", help_heading = "筛选 | Filters")]
    pub origin: Vec<String>,

    /// 行业 | Industry
    #[arg(long, value_name = "行业|INDUSTRY", help_heading = "筛选 | Filters")]
    pub industry: Option<String>,

    /// 挂钩领导、责任单位或跟踪人 | Leader, body or tracker
    #[arg(long, value_name = "姓名|NAME", help_heading = "筛选 | Filters")]
    pub person: Option<String>,

    /// 投资总额不低于 | Total investment from
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "筛选 | Filters")]
    pub min: Option<String>,

    /// 投资总额不高于 | Total investment up to
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "筛选 | Filters")]
    pub max: Option<String>,

    /// 入库日不早于 | Entered from
    #[arg(long, value_name = "日期|DATE", help_heading = "筛选 | Filters")]
    pub entered_from: Option<String>,

    /// 入库日不晚于 | Entered up to
    #[arg(long, value_name = "日期|DATE", help_heading = "筛选 | Filters")]
    pub entered_to: Option<String>,

    /// 文字：名称、投资方、人员、备注等 | Text in names, investors, people, remarks
    #[arg(long, value_name = "文字|TEXT", help_heading = "筛选 | Filters")]
    pub text: Option<String>,

    /// 只看例外入库 | Only entries by exception
    #[arg(long, help_heading = "筛选 | Filters")]
    pub exceptions: bool,

    /// 只看已出库的项目 | Only projects that have left
    #[arg(long, help_heading = "筛选 | Filters")]
    pub left: bool,
}

impl FilterFlags {
    /// # Errors
    /// A value that names nothing known.
    pub fn read(&self, context: &Context, directory: &Directory) -> Result<Filter> {
        let mut filter = Filter {
            industry: self.industry.clone(),
            person: self.person.clone(),
            text: self.text.clone(),
            exceptions_only: self.exceptions,
            departed: self.left,
            ..Filter::default()
        };
        for given in &self.district {
            filter.districts.push(lookup::district(&directory.districts, given)?.id);
        }
        for given in &self.stage {
            self.stage(context, given, &mut filter)?;
        }
        for given in &self.origin {
            match choose(OriginGroup::ALL, given) {
                Some(group) => filter.origin_groups.push(group),
                None => filter.origins.push(lookup::origin(&directory.origins, given)?.key),
            }
        }
        let amount = |text: &Option<String>| text.as_deref().map(typed::usd).transpose();
        filter.total_from = amount(&self.min)?;
        filter.total_to = amount(&self.max)?;
        filter.entered_from = self.entered_from.as_deref().map(day).transpose()?;
        filter.entered_to = self.entered_to.as_deref().map(day).transpose()?;
        Ok(filter)
    }

    /// The stage itself before the group of the same name, but 已登记设立 is always the group.
    fn stage(&self, context: &Context, given: &str, filter: &mut Filter) -> Result<()> {
        if let Some(group) = choose(StageGroup::ALL, given)
            && group == StageGroup::Established
        {
            filter.stage_groups.push(group);
        } else if let Some(stage) = value::stage(given) {
            filter.stages.push(stage);
        } else {
            let words = Stage::ALL.iter().map(|stage| labels::word(*stage, context.lang));
            let choices = words.collect();
            return Err(Kind::UnknownChoice { value: given.to_owned(), choices }.into());
        }
        Ok(())
    }

    /// The filters as typed, for the heading of a summary.
    pub fn typed(&self) -> Vec<String> {
        let lists = [&self.district, &self.stage, &self.origin];
        let single = [
            &self.industry,
            &self.person,
            &self.min,
            &self.max,
            &self.entered_from,
            &self.entered_to,
            &self.text,
        ];
        let lists = lists.into_iter().flatten().cloned();
        lists.chain(single.into_iter().flatten().cloned()).collect()
    }
}

/// A value of a vocabulary by its word in either language or its key.
pub fn choose<T: Copy + Into<Word>>(all: &[T], given: &str) -> Option<T> {
    use crate::labels::Lang;
    use crate::model::name::search_key;
    let wanted = search_key(given);
    let named = |value: &&T| {
        let word: Word = (**value).into();
        let words = [labels::word(word, Lang::Zh), labels::word(word, Lang::En)];
        word.key() == given || words.iter().any(|word| search_key(word) == wanted)
    };
    all.iter().find(named).copied()
}
