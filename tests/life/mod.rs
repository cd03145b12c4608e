//! A life of a library: sixty mixed commands after the first batch.
#![allow(dead_code)]

use crate::sandbox::Sandbox;

/// The days on which the commands are given, one after the other.
pub const DAYS: [&str; 10] = [
    "2020-03-11",
    "2020-03-12",
    "2020-03-13",
    "2020-03-16",
    "2020-03-17",
    "2020-03-18",
    "2020-03-19",
    "2020-03-20",
    "2020-03-23",
    "2020-03-24",
];

pub const LAST_DAY: &str = "2020-03-25";

const HEAD: &str = "项目编号,项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,进展情况,入库依据\n";

/// The commands; the files they read are written into the sandbox.
pub fn life(sandbox: &Sandbox) -> Vec<Vec<String>> {
    let csv = |name: &str, rows: &str| {
        sandbox.write(name, format!("{HEAD}{rows}").as_bytes());
    };
    // A report of March: money came in, an amount fell, a stage went back, two are new.
    csv(
        "张家港市2020年3月.csv",
        "XM2020-0001,,,,9000,基坑施工,\nXM2020-0003,,1,,,调减,\nXM2020-0007,,,在谈,,登记撤回,\n,示例甲一项目,12000,在谈,,洽谈,签约大会\n,示例甲二项目,50,在谈,,洽谈,\n",
    );
    csv(
        "张家港市2020年3月更正.csv",
        "XM2020-0001,,,,9100,基坑施工,\nXM2020-0003,,1,,,调减,\n,示例甲一项目,12500,在谈,,洽谈,签约大会\n,示例甲二项目,50,在谈,,洽谈,\n",
    );
    csv(
        "常熟市2020年3月.csv",
        ",示例乙一项目,20000,签约未设立,,签约,签约大会\n,示例乙二项目,30000,签约未设立,,签约,提请市级推动\n",
    );
    let text = "\
add --name 示例丙一项目 --district 昆山 --total 1.2亿美元 --basis 签约大会
add --name 示例丙二项目 --district 太仓 --total 2亿美元 --stage 签约未设立 --on 2020-03-03
add --name 示例丙三项目 --district 姑苏 --total 300万美元 --override 示例 --approved-by 示例领导
update XM2020-0001 --paid-in 500万美元 --on 2020-02-20
update XM2020-0002 --stage 投产 --on 2020-03-05
update XM2020-0003 --tracker 示例人
rules set 达到规模 5000万美元 --since 2020-01-01 --clause 示例条款一
contact set 昆山 --role 联络员 --person 示例甲
rate set CNY 2020-03 0.1430 --source 示例
remove XM2020-0005 --ground 终止 --reason 外方撤资 --on 2020-03-02
rename XM2020-0006 示例新名项目 --reason 名称核准
update XM2020-0007 --total 1万美元 --reason 投资调减
import 张家港市2020年3月.csv
merge XM2020-0008 --into XM2020-0009 --reason 合并实施 --sum
split XM2020-0010 --name 示例拆分项目 --total 10万美元 --reason 分期 --override 示例 --approved-by 示例领导
rules excuse XM2020-0011 --until 2020-06-30 --reason 等待环评
remove XM2020-0002 --ground 投产 --reason 已投产
readmit XM2020-0005 --reason 重新启动 --basis 提请市级推动
update XM2020-0012 --stage 在谈 --reason 登记撤销 --on 2020-03-01
update XM2020-0013 --stage 投产 --on 2020-03-10
screen admit JZ2020-0001 --reason 已核实
screen return JZ2020-0004 --reason 材料不全
import 张家港市2020年3月更正.csv
district learn 张家港 --heading 建设内容=备注 --paid-in total
update XM2020-0014 --capital 1000万元人民币 --on 2020-03-09
update XM2020-0014 --set 环评（实际）=2020-03-06
update XM2020-0014 --set 环评（实际）=2020-03-04 --correction
department set 资规 --full 苏州市自然资源和规划局
import 常熟市2020年3月.csv --admit
rules set change.stage_back 否 --since 2020-03-20 --clause 示例条款二
remove XM2020-0015 --ground 转内资 --reason 外资退出
remove XM2020-0016 --ground 迁出 --reason 迁往外市
remove XM2020-0017 --ground 误报 --reason 不属外资
remove XM2020-0018 --ground 长期无实质进展 --reason 示例 --override 示例 --approved-by 示例领导
readmit XM2020-0017 --reason 误判 --override 示例 --approved-by 示例领导
rename XM2020-0019 示例另名项目 --reason 名称核准
rename XM2020-0019 示例再名项目 --reason 再次核准
update XM2020-0020 --total 4亿美元 --on 2020-02-15
update XM2020-0020 --total 39000万美元 --on 2020-02-15 --reason 更正笔误 --correction
update XM2020-0021 --leader 示例领导 --confidential 是
update XM2020-0022 --invested 300万美元 --on 2020-03-18
update XM2020-0022 --invested 400万美元 --on 2020-03-19
rules set report.due 3 --since 2020-02-01 --clause 示例条款三
contact set 昆山 --role 联络员 --person 示例乙 --on 2020-03-15
rules excuse XM2020-0023 --clock 未报告 --until 2020-05-31 --reason 停工停产
split XM2020-0024 --name 示例二期拆分项目 --total 1000万美元 --basis 指定 --reason 分期 --override 示例 --approved-by 示例领导
merge XM2020-0025 --into XM2020-0026 --reason 合并
add --name 示例丁一项目 --district 吴江 --total 1亿美元 --basis 提请市级推动
add --name 示例丁二项目 --district 相城 --total 1500万美元 --basis 签约大会 --origin 日本
update 示例丁一 --stage 签约未设立 --on 2020-03-21
update 示例丁一 --stage 登记设立 --registered-fdi 3000万美元
screen admit JZ2020-0003 --reason 符合标准
reports nil 姑苏 --month 2020-03
rate set EUR 2020-03 1.1000 --source 示例
update XM2020-0027 --total 1亿欧元 --reason 币种更正 --correction
rules set exit.stalled 12 --since 2020-03-01 --clause 示例条款四
update XM2020-0028 --remarks 示例备注
update XM2020-0029 --industry 示例行业
district set kunshan --alias 昆山招商
remove XM2020-0030 --ground 终止 --reason 终止
readmit XM2020-0030 --reason 恢复 --basis 签约大会";
    text.lines().map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}
