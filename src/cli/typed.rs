//! A project's fields as options: typed as people write them, in Chinese or by key.

use crate::desk::directory::Directory;
use crate::desk::lookup;
use crate::error::{Kind, Place, Result};
use crate::import::value;
use crate::labels::{self, Lang};
use crate::model::field::{Field, FieldType, Quantity};
use crate::model::finding::{RuleName, RuleUnit};
use crate::model::money::{Currency, Unit, Usd};
use crate::model::name::clean;
use crate::model::stage::Stage;
use crate::model::value::Value;
use clap::Args;

/// The fields of a project.
#[derive(Debug, Args)]
pub struct FieldFlags {
    /// 外方投资者，多个用“、”分隔 | Foreign investors, joined by 、
    #[arg(long, value_name = "名称|NAME", help_heading = "项目 | Project")]
    pub investor: Option<String>,

    /// 外方母公司 | Foreign parent
    #[arg(long, value_name = "名称|NAME", help_heading = "项目 | Project")]
    pub parent: Option<String>,

    /// 国别（地区） | Origin
    #[arg(long, value_name = "国别|ORIGIN", help_heading = "项目 | Project")]
    pub origin: Option<String>,

    /// 行业 | Industry
    #[arg(long, value_name = "行业|INDUSTRY", help_heading = "项目 | Project")]
    pub industry: Option<String>,

    /// 投资总额，如 1.2亿美元 | Total investment, as in 1.2亿美元
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "金额 | Amounts")]
    pub total: Option<String>,

    /// 拟新增注册外资 | Planned new FDI
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "金额 | Amounts")]
    pub planned_fdi: Option<String>,

    /// 已登记新增注册外资 | Registered new FDI
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "金额 | Amounts")]
    pub registered_fdi: Option<String>,

    /// 注册资本 | Registered capital
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "金额 | Amounts")]
    pub capital: Option<String>,

    /// 合同外资 | Contracted FDI
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "金额 | Amounts")]
    pub contract: Option<String>,

    /// 实际到账外资（历年累计） | Paid-in FDI of all years
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "金额 | Amounts")]
    pub paid_in: Option<String>,

    /// 累计完成投资 | Completed investment
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "金额 | Amounts")]
    pub invested: Option<String>,

    /// 推进阶段 | Stage
    #[arg(long, value_name = "阶段|STAGE", help_heading = "项目 | Project")]
    pub stage: Option<String>,

    /// 入库依据，多个用“、”分隔 | Grounds for entry
    #[arg(long, value_name = "依据|BASIS", help_heading = "项目 | Project")]
    pub basis: Option<String>,

    /// 挂钩领导 | Linked leader
    #[arg(long, value_name = "姓名|NAME", help_heading = "项目 | Project")]
    pub leader: Option<String>,

    /// 责任单位 | Responsible body
    #[arg(long, value_name = "单位|BODY", help_heading = "项目 | Project")]
    pub responsible: Option<String>,

    /// 跟踪人 | Tracker
    #[arg(long, value_name = "姓名|NAME", help_heading = "项目 | Project")]
    pub tracker: Option<String>,

    /// 增资项目：是、否 | Capital increase: yes, no
    #[arg(long, value_name = "是否|YES", help_heading = "项目 | Project")]
    pub expansion: Option<String>,

    /// 内部掌握：是、否 | Confidential: yes, no
    #[arg(long, value_name = "是否|YES", help_heading = "项目 | Project")]
    pub confidential: Option<String>,

    /// 备注 | Remarks
    #[arg(long, value_name = "文字|TEXT", help_heading = "项目 | Project")]
    pub remarks: Option<String>,

    /// 其他字段，如 签约时间=2020-01-03、环评（计划）=2020年4月 | Any other field, as in stage_signed=2020-01-03
    #[arg(long, value_name = "字段=值|FIELD=VALUE", help_heading = "项目 | Project")]
    pub set: Vec<String>,
}

impl FieldFlags {
    /// What was typed, field by field.
    ///
    /// # Errors
    /// A field nobody knows, or a value that is not of its type.
    pub fn read(&self, directory: &Directory, lang: Lang) -> Result<Vec<(Field, Value)>> {
        let money = Field::Money;
        let given = [
            (Field::Investor, &self.investor),
            (Field::Parent, &self.parent),
            (Field::Origin, &self.origin),
            (Field::Industry, &self.industry),
            (money(Quantity::Total), &self.total),
            (money(Quantity::PlannedFdi), &self.planned_fdi),
            (money(Quantity::RegisteredFdi), &self.registered_fdi),
            (money(Quantity::Capital), &self.capital),
            (money(Quantity::Contract), &self.contract),
            (money(Quantity::PaidIn), &self.paid_in),
            (money(Quantity::Invested), &self.invested),
            (Field::Stage, &self.stage),
            (Field::Basis, &self.basis),
            (Field::Leader, &self.leader),
            (Field::Responsible, &self.responsible),
            (Field::Tracker, &self.tracker),
            (Field::Expansion, &self.expansion),
            (Field::Confidential, &self.confidential),
            (Field::Remarks, &self.remarks),
        ];
        let mut values = Vec::new();
        for (field, text) in given {
            if let Some(text) = text {
                values.push((field, read(field, text, directory, lang)?));
            }
        }
        for pair in &self.set {
            let (name, text) = split_pair(pair)?;
            let unknown = || Kind::UnknownField { given: name.to_owned() };
            let field = field(name)?;
            if matches!(field.kind(), FieldType::Code | FieldType::Nothing | FieldType::Month) {
                return Err(unknown().into());
            }
            values.push((field, read(field, text, directory, lang)?));
        }
        Ok(values)
    }
}

/// A field by its key, any heading for it, or the one label that contains the text.
///
/// # Errors
/// [`Kind::UnknownField`].
pub fn field(given: &str) -> Result<Field> {
    let labelled = || {
        let found = |lang| {
            let mut fields =
                Field::all().filter(move |field| labels::word(*field, lang).contains(given));
            fields.next().filter(|_| fields.next().is_none())
        };
        found(Lang::Zh).or_else(|| found(Lang::En))
    };
    let unknown = || Kind::UnknownField { given: given.to_owned() };
    Ok(value::field(given).or_else(labelled).ok_or_else(unknown)?)
}

/// `名=值` at its first equals sign.
///
/// # Errors
/// [`Kind::BadPair`].
pub fn split_pair(pair: &str) -> Result<(&str, &str)> {
    pair.split_once(['=', '\u{ff1d}'])
        .ok_or_else(|| Kind::BadPair { value: pair.to_owned() }.into())
}

/// One value of a field.
///
/// # Errors
/// It is not of the field's type; the place names field and value.
pub fn read(field: Field, text: &str, directory: &Directory, lang: Lang) -> Result<Value> {
    let text = clean(text);
    let at = |kind: Kind| {
        let column = Some(labels::word(field, lang));
        kind.at(Place { column, ..Place::value(&text) })
    };
    Ok(match field.kind() {
        FieldType::Money => {
            let usd = Currency::new(Currency::USD).map(|usd| (Unit::TenThousand, usd));
            Value::Amount(value::amount(&text, usd).map_err(at)?)
        }
        FieldType::Date => Value::Date(value::dated(&text, None).map_err(at)?.0),
        FieldType::Stage => Value::Stage(value::stage(&text).ok_or(Kind::BadStage).map_err(at)?),
        FieldType::Basis => Value::Basis(value::basis(&text).ok_or(Kind::BadBasis).map_err(at)?),
        FieldType::Flag => Value::Flag(value::flag(&text).ok_or(Kind::BadFlag).map_err(at)?),
        FieldType::Origin => Value::Origin(lookup::origin(&directory.origins, &text)?.key),
        FieldType::District => Value::District(lookup::district(&directory.districts, &text)?.id),
        _ => Value::Text(text),
    })
}

/// An amount in US dollars, for filters.
///
/// # Errors
/// Not an amount, or of another currency.
pub fn usd(text: &str) -> Result<Usd> {
    let usd = Currency::new(Currency::USD).map(|usd| (Unit::TenThousand, usd));
    let at = |kind: Kind| kind.at(Place::value(text));
    let amount = value::amount(text, usd).map_err(at)?;
    if amount.currency.0 != Currency::USD {
        return Err(at(Kind::BadAmount).into());
    }
    Ok(Usd(amount.hundredths))
}

/// The value of a standard as typed: `是`, `5000万美元`, `80%`, `5个工作日`, `3个月`.
///
/// # Errors
/// [`Kind::BadThreshold`].
pub fn threshold(rule: RuleName, text: &str) -> Result<i64> {
    let bad = || Kind::BadThreshold { rule, value: text.to_owned() };
    let count = |units: &[&str]| {
        let mut number = clean(text);
        for unit in units {
            number = number.trim_end_matches(unit).trim().to_owned();
        }
        number.parse::<i64>().ok().filter(|number| *number >= 0)
    };
    let value = match rule.unit() {
        RuleUnit::Switch => value::flag(text).map(i64::from),
        RuleUnit::Money => usd(text).ok().map(|amount| amount.0),
        RuleUnit::Percent => count(&["%", "\u{ff05}"]),
        RuleUnit::WorkingDays => {
            count(&["\u{4e2a}\u{5de5}\u{4f5c}\u{65e5}", "\u{5de5}\u{4f5c}\u{65e5}"])
        }
        RuleUnit::Characters => count(&["\u{4e2a}\u{5b57}", "\u{5b57}"]),
        RuleUnit::Weight => count(&[]),
        RuleUnit::Months => count(&["\u{4e2a}\u{6708}", "\u{6708}"]),
    };
    Ok(value.filter(|value| *value <= rule.unit().most()).ok_or_else(bad)?)
}

/// The stages as words, for prompts.
pub fn stages(lang: Lang) -> String {
    let words: Vec<String> = Stage::ALL.iter().map(|stage| labels::word(*stage, lang)).collect();
    words.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standard_has_a_largest_value() {
        for rule in RuleName::ALL
            .iter()
            .filter(|rule| !matches!(rule.unit(), RuleUnit::Switch | RuleUnit::Money))
        {
            let most = rule.unit().most();
            assert_eq!(threshold(*rule, &most.to_string()).ok(), Some(most), "{rule:?}");
            for beyond in [(most + 1).to_string(), "100000000".to_owned(), "9".repeat(30)] {
                assert!(threshold(*rule, &beyond).is_err(), "{rule:?} {beyond}");
            }
        }
    }
}
