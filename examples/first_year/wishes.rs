//! What firms ask for: texts by category, made up with numbers of their own (内容均为虚构).

use super::chance::Chance;
use super::files::lists::Wish;
use super::project::{Project, TOTAL};

struct Kind {
    category: usize,
    /// Whom it may be sent to, the lead first.
    targets: &'static [&'static [usize]],
    crux: &'static str,
    purpose: &'static str,
    advice: &'static str,
}

#[rustfmt::skip]
const KINDS: [Kind; 11] = [
    Kind { category: 0, targets: &[&[3], &[3, 14]], crux: "项目用地尚缺指标{n}亩，区内年度新增空间已经全部分配。", purpose: "请市级统筹解决新增建设用地指标{n}亩，下月底前完成上报。", advice: "按照《中华人民共和国土地管理法》和省重大产业项目用地保障办法办理。" },
    Kind { category: 1, targets: &[&[0, 1], &[0], &[7, 1]], crux: "年综合能耗约{n}00吨标准煤，区级剩余指标无法平衡，节能审查停留。", purpose: "请市级协调落实{n}00吨标准煤能耗指标，两个月内完成节能审查。", advice: "依据《固定资产投资项目节能审查办法》，由市级收储的指标调剂。" },
    Kind { category: 2, targets: &[&[3], &[3, 9]], crux: "地块控制性详细规划与用途不符，涉及{n}亩，调整须经公示。", purpose: "请加快{n}亩地块的规划调整，两个月内完成公示和报批。", advice: "依据《江苏省城乡规划条例》，按技术修正程序简化办理。" },
    Kind { category: 3, targets: &[&[4], &[4, 13], &[4, 6]], crux: "环评报告书已编制完成，涉及排放{n}吨，受理前须先作评审。", purpose: "请在30日内完成{n}吨排放总量的平衡和环评批复。", advice: "依据《中华人民共和国环境影响评价法》，由市级受理，同步开展评审。" },
    Kind { category: 4, targets: &[&[8], &[8, 6], &[13, 8]], crux: "主体工程分{n}个单体，各自办理施工许可，审查结论先后不一。", purpose: "请统一{n}个单体的审查口径，一个月内核发施工许可证。", advice: "依据《建筑工程施工许可管理办法》，实行分阶段施工许可。" },
    Kind { category: 5, targets: &[&[1], &[0, 1]], crux: "产线年产能{n}万件，备案类别在目录中没有对应，系统无法填报。", purpose: "请明确{n}万件产能的备案类别，本月内完成项目备案。", advice: "依据《企业投资项目核准和备案管理办法》，向省主管部门请示后办理。" },
    Kind { category: 6, targets: &[&[12]], crux: "外籍工程师{n}人的工作许可将要到期，公证认证材料暂时无法补办。", purpose: "请将{n}名外籍工程师的工作许可延长90天，材料容缺受理。", advice: "依据《外国人来华工作许可服务指南（暂行）》，全程网上办理。" },
    Kind { category: 7, targets: &[&[10], &[10, 9]], crux: "进口设备{n}台分批到港，分批查验打乱安装次序，外方人员窝工。", purpose: "请对{n}台设备安排预约通关和目的地查验，每批两天内放行。", advice: "依据《中华人民共和国海关法》，凭企业担保先放后检。" },
    Kind { category: 8, targets: &[&[5], &[5, 2]], crux: "外汇资金{n}00万美元结汇须逐笔提交单证，设备款支付因此延误。", purpose: "请将企业纳入便利化名单，{n}00万美元在本月内完成支付。", advice: "依据《国家外汇管理局关于进一步促进跨境贸易投资便利化的通知》办理。" },
    Kind { category: 9, targets: &[&[2]], crux: "外方股东没有境内抵押物，流动资金缺口{n}00万元，授信被压缩。", purpose: "请协调银行落实授信{n}00万元，利率不高于市场报价利率。", advice: "依据苏府〔2020〕15号文支持企业的金融措施，由担保机构增信。" },
    Kind { category: 10, targets: &[&[11], &[11, 0]], crux: "留抵税额{n}0万元，因信用等级评定暂缓而无法提交退税申请。", purpose: "请在下个征期内办理{n}0万元增量留抵退税，缓解资金压力。", advice: "按照《关于深化增值税改革有关政策的公告》办理。" },
];

/// What a project asks for; `number` makes each one different.
pub fn wish(place: usize, project: &Project, number: usize, chance: &mut Chance) -> Wish {
    let kind = &KINDS[chance.below(KINDS.len())];
    let targets = kind.targets[chance.below(kind.targets.len())].to_vec();
    let number = (number * 7 + 11).to_string();
    let fill = |text: &str| text.replace("{n}", &number);
    Wish {
        project: place,
        code: project.code.clone(),
        name: project.name.clone(),
        category: kind.category,
        targets,
        background: format!("{}正在推进，有关情况已由属地核实，第{number}号。", project.name),
        crux: fill(kind.crux),
        purpose: fill(kind.purpose),
        advice: fill(kind.advice),
        urgent: chance.happens(15),
        amount: project.amount(TOTAL) / 100 / 1_000_000 * 1_000_000,
        faults: Vec::new(),
    }
}

/// The same, with a problem that says too little to act on.
pub fn thin(wish: Wish) -> Wish {
    Wish { crux: "缺少指标".to_owned(), faults: vec![("appeal.thin", vec!["problem"])], ..wish }
}
