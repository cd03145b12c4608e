//! How each district lays out its monthly table: encoding, columns, words, unit, what stands above
//! and below. Districts keep their habits, and change a heading here and there from month to month.

use super::super::chance::Chance;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// With a mark and CRLF, as Excel writes it.
    Utf8Bom,
    Gb18030,
    /// Excel's Unicode text, separated by tabs.
    Utf16,
    /// A workbook.
    Book,
}

/// Where the unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitAt {
    Line,
    Header,
    Cell,
}

/// The unit of its amounts, in cents.
pub const WAN: i64 = 1_000_000;
pub const YI: i64 = 10_000_000_000;
pub const DOLLAR: i64 = 100;

pub struct Layout {
    pub encoding: Encoding,
    pub unit: i64,
    pub unit_at: UnitAt,
    /// Keys of the columns.
    pub columns: &'static str,
    /// The words for the six stages.
    pub stages: &'static str,
    /// What stands in an empty cell, in turn.
    pub blanks: &'static [&'static str],
    pub dates: &'static [&'static str],
    pub titled: bool,
    /// A section for each group of stages, each with a subtotal.
    pub sectioned: bool,
    /// 合计 before the rows, after them, or not at all.
    pub total: Option<Place>,
    /// Two rows of headings, groups above.
    pub grouped: bool,
    /// A row 甲 乙 1 2 3.
    pub index: bool,
    /// 到账 of the month alone rather than of all years.
    pub monthly: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Before,
    After,
}

const PLAIN: Layout = Layout {
    encoding: Encoding::Utf8Bom,
    unit: WAN,
    unit_at: UnitAt::Line,
    columns: "",
    stages: "在谈 签约未设立 登记设立 开工建设 竣工 投产",
    blanks: &[""],
    dates: &["{y}-{mm}-{dd}"],
    titled: true,
    sectioned: false,
    total: Some(Place::After),
    grouped: false,
    index: false,
    monthly: false,
};

/// In the bureau's order.
pub const LAYOUTS: [Layout; 10] = [
    Layout {
        columns: "serial name investor parent origin industry total planned_fdi registered_fdi paid_in invested stage \
                  stage_signed stage_registered stage_started stage_completed environment_planned \
                  environment_actual land_supply_planned land_supply_actual basis leader responsible tracker \
                  expansion progress problem remarks",
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Gb18030,
        columns: "serial name investor origin industry total planned_fdi registered_fdi paid_in invested stage \
                  stage_signed stage_registered stage_started stage_completed basis responsible tracker expansion \
                  progress remarks",
        stages: "洽谈中 已签约未设立 已登记设立 已开工 已竣工 已投产",
        dates: &["{y}/{m}/{d}"],
        total: Some(Place::Before),
        grouped: true,
        index: true,
        monthly: true,
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Utf8,
        unit: YI,
        unit_at: UnitAt::Header,
        columns: "name district investor origin industry total planned_fdi registered_fdi paid_in invested stage \
                  stage_signed stage_registered stage_started stage_completed stage_production basis leader \
                  tracker progress",
        stages: "在谈 签约（未设立） 已设立 在建 竣工 投产",
        titled: false,
        total: None,
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Book,
        columns: "serial code name investor parent origin industry total planned_fdi registered_fdi paid_in invested \
                  stage stage_signed stage_registered stage_started stage_completed stage_production \
                  environment_actual basis leader responsible tracker expansion progress problem remarks",
        dates: &["{y}.{m}.{d}"],
        sectioned: true,
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Utf16,
        unit_at: UnitAt::Header,
        columns: "serial report_month name investor origin industry total planned_fdi registered_fdi paid_in invested \
                  stage stage_signed stage_registered stage_started stage_completed environment_planned \
                  environment_actual safety_planned safety_actual basis responsible tracker expansion progress \
                  problem",
        stages: "洽谈中 签约未设立 登记设立 已开工 竣工 投产",
        dates: &["{y}/{m}/{d}"],
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Gb18030,
        unit_at: UnitAt::Cell,
        columns: "serial code name investor origin industry total planned_fdi registered_fdi paid_in invested stage \
                  stage_signed stage_registered stage_started stage_completed installation_planned \
                  installation_actual basis leader progress problem",
        stages: "在谈 已签约未设立 已登记设立 开工建设 已竣工 投产",
        dates: &["{y}年{m}月{d}日"],
        ..PLAIN
    },
    Layout {
        unit_at: UnitAt::Header,
        columns: "serial name investor parent origin industry total planned_fdi registered_fdi paid_in invested stage \
                  stage_signed stage_registered stage_started stage_completed basis responsible tracker expansion \
                  progress problem remarks",
        stages: "洽谈中 签约（未设立） 已设立 在建 竣工 投产",
        dates: &["{y}年{mm}月{dd}日"],
        titled: false,
        total: None,
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Gb18030,
        columns: "serial name investor origin industry total planned_fdi registered_fdi paid_in invested stage \
                  stage_signed stage_registered stage_started basis leader progress problem remarks",
        blanks: &["—", "/", "无"],
        dates: &["{y}.{m}.{d}", "{y}/{m}/{d}"],
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Book,
        unit: DOLLAR,
        columns: "serial name investor parent origin industry total invested planned_fdi registered_fdi paid_in stage \
                  stage_signed stage_registered stage_started stage_completed stage_production \
                  environment_planned environment_actual land_supply_planned land_supply_actual basis leader \
                  responsible tracker expansion progress remarks",
        stages: "在谈 已签约未设立 已登记设立 在建 已竣工 投产",
        dates: &["{y}/{m}/{d}", "{y}-{mm}-{dd}"],
        grouped: true,
        ..PLAIN
    },
    Layout {
        encoding: Encoding::Gb18030,
        unit: YI,
        columns: "district name investor origin industry total planned_fdi registered_fdi paid_in invested stage \
                  stage_signed stage_registered stage_started stage_completed installation_planned \
                  installation_actual basis leader responsible expansion progress problem",
        stages: "洽谈中 签约未设立 已设立 已开工 已竣工 已投产",
        total: Some(Place::Before),
        ..PLAIN
    },
];

/// What districts call the columns.
const HEADINGS: &[(&str, &[&str])] = &[
    ("serial", &["序号", "项次", "序"]),
    ("code", &["项目编号", "项目编码"]),
    ("name", &["项目名称", "重点项目名称", "项目全称", "重点外资项目名称"]),
    ("investor", &["外方投资者", "投资方", "外方名称", "投资主体", "外国投资者"]),
    ("parent", &["外方母公司", "最终控制方"]),
    ("origin", &["国别（地区）", "国家（地区）", "外资来源地", "国别"]),
    ("district", &["板块", "所属地", "属地", "市（区）"]),
    ("industry", &["行业", "所属行业", "产业"]),
    ("total", &["投资总额", "总投资", "计划总投资", "预计总投资"]),
    ("planned_fdi", &["拟新增注册外资", "预计新增注册外资"]),
    ("registered_fdi", &["已登记新增注册外资", "已登记注册外资"]),
    ("paid_in", &["实际到账外资（历年累计）", "累计到帐外资", "历年累计到账外资"]),
    ("invested", &["累计完成投资", "累计完成投资额", "累计已完成投资"]),
    ("stage", &["推进阶段", "所处阶段", "项目所处阶段"]),
    ("stage_signed", &["签约时间", "签约日期"]),
    ("stage_registered", &["设立时间", "注册登记时间", "登记设立时间"]),
    ("stage_started", &["开工时间", "实际开工时间", "开工日期"]),
    ("stage_completed", &["竣工时间", "竣工日期"]),
    ("stage_production", &["投产时间", "投产日期"]),
    ("environment_planned", &["环评计划时间", "环评（计划）", "环评预计完成时间"]),
    ("environment_actual", &["环评完成时间", "环评（实际）", "环评实际完成时间"]),
    ("safety_planned", &["安评计划时间", "安评（计划）"]),
    ("safety_actual", &["安评完成时间", "安评（实际）"]),
    ("land_supply_planned", &["土地供应计划时间", "供地计划时间"]),
    ("land_supply_actual", &["土地供应完成时间", "供地完成时间"]),
    ("installation_planned", &["设备安装计划时间", "设备安装（计划）"]),
    ("installation_actual", &["设备安装完成时间", "设备安装（实际）"]),
    ("basis", &["入库依据", "入库理由"]),
    ("leader", &["挂钩领导", "联系领导", "挂钩市领导"]),
    ("responsible", &["责任单位", "牵头单位"]),
    ("tracker", &["跟踪人", "项目跟踪人", "服务专员"]),
    ("expansion", &["是否增资", "增资"]),
    ("progress", &["进展情况", "项目进度", "形象进度", "最新进展"]),
    ("problem", &["存在问题", "需协调解决问题", "存在困难和问题"]),
    ("remarks", &["备注", "备注说明"]),
    ("report_month", &["报告月份", "报送月份"]),
];

/// What this district calls a column this month.
pub fn heading(layout: &Layout, key: &str, chance: &mut Chance) -> String {
    if key == "paid_in" && layout.monthly {
        return ["本月实际到账外资", "实际到账外资（本月）"][chance.below(2)].to_owned();
    }
    let names = HEADINGS.iter().find(|(known, _)| *known == key);
    let names = names.map_or(&[][..], |(_, names)| names);
    // Habits: the first name is the usual one.
    if names.is_empty() || chance.happens(60) {
        return names.first().copied().unwrap_or(key).to_owned();
    }
    chance.pick(names).to_owned()
}

/// The group a column stands under where there are two rows of headings.
pub fn group(key: &str) -> Option<&'static str> {
    match key {
        "total" | "planned_fdi" | "registered_fdi" | "paid_in" | "invested" => Some("投资情况"),
        "stage_signed" | "stage_registered" | "stage_started" | "stage_completed"
        | "stage_production" => Some("时间节点"),
        _ => None,
    }
}
