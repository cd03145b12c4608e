//! A month of appeals as the clerk plays it, and every step that is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const PROJECTS: &str = "项目名称,投资总额（万美元）,推进阶段,入库依据
示例甲项目,15000,在谈,签约大会
示例乙项目,8000,在谈,提请市级推动
示例丙项目,9000,在谈,提请市级推动
";

const LIST: &str = "昆山市重点外资项目服务诉求清单（示例：所有内容均为虚构）
填报单位（盖章）：昆山市商务局  填报时间：2020年3月3日
序号,项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,协办部门,解决建议,需市级协调,紧急程度,涉及金额（万美元）,提出人,提出日期
1,示例甲项目,土地指标,项目一期已投产，二期拟用地八十亩,二期用地计划指标尚未落实,请安排二期用地计划指标八十亩,资规,新城投资,参照《示例办法》第三条列入年度用地计划,是,一般,15000,示例甲人,2020-03-02
2,示例乙项目,融资,项目在建，需流动资金六千万元,缺地,请协调银行恢复授信六千万元,金融,,根据《示例通知》延期还本付息,是,一般,850,示例乙人,2020-03-02
3,示例丙项目,通关便利,设备分七批进口，货值三千万美元,查验次序打乱后窝工每批约十天,请安排预约通关和集中查验,海关,,依据《示例公告》安排集中查验,是,紧急,3000,示例丙人,2020-03-02
4,示例丙项目,其他,道路未通，工地进出不便,工地门口道路未通影响运输,请协调打通工地门口道路,交通,,依据《示例规划》实施,否,一般,,示例丙人,2020-03-02
";

const OUTCOMES: &str = "诉求编号,项目,办理结果,说明,日期
SQ2020-0001,示例甲项目,明确途径,已列入年度用地计划,2020-03-20
SQ2020-0002,示例乙项目,已解决,授信已恢复,2020-03-20
SQ2020-0003,示例丙项目,不予支持,,2020-03-20
";

/// One day after another: the day, then its commands; `@` writes or fills in a file first.
const DAYS: &str = "\
=== 2020-03-02
init -q
import 昆山市2020年2月.csv --admit -q
contact set 资规 --role 分管负责人 --person 示例一
contact set 资规 --role 工作责任人 --person 示例二
=== 2020-03-04
appeal log --from 诉求清单.csv --dry-run
appeal log --from 诉求清单.csv
appeal log --from 诉求清单.csv
appeal list
letter draft --round 2020-03 --appeal SQ2020-0002
appeal close SQ2020-0002
appeal send-back SQ2020-0002 --reason 请写明授信缺口的原因
appeal send-back SQ2020-0002 --reason 请写明授信缺口的原因
=== 2020-03-05
feedback --district 昆山
appeal log SQ2020-0002 --problem 外方无境内抵押物，银行压缩授信一半
letter draft --round 2020-03 --all --meeting 2020-03-27 --output-dir 答复表
letter draft --round 2020-03 --all
letter sent --round 2020-03 --number 苏商函〔2020〕3号
letter sent HD2020-0001 --number 苏商函〔2020〕4号
letter sent HD2020-0099 --number 苏商函〔2020〕4号
=== 2020-03-06
appeal return SQ2020-0003 --department 资规 --reason 不属本单位职责
appeal return SQ2020-0001 --department 新城投资 --to 行政审批 --reason 不属本单位职责
appeal show SQ2020-0001
letter draft --round 2020-03 --department 行政审批
letter sent HD2020-0005 --number 苏商函〔2020〕5号
=== 2020-03-10
@fill
appeal reply --from 答复表
appeal reply --from 答复表
appeal remind
appeal remind --sent
appeal remind --sent
=== 2020-03-16
appeal remind --department 行政审批 --sent
=== 2020-03-18
appeal remind --department 资规 --sent --fail-overdue
appeal extend SQ2020-0001 --department 资规 --until 2020-03-20 --reason 需报省厅
appeal extend SQ2020-0001 --department 资规 --until 2020-03-10 --reason 需报省厅
appeal close SQ2020-0001
appeal reply SQ2020-0001 --opinion 已列入计划
=== 2020-03-20
appeal reply SQ2020-0001 --department 资规 --opinion 已列入年度用地计划 --person 示例二
appeal extend SQ2020-0001 --department 资规 --until 2020-03-30 --reason 再延
appeal reply SQ2020-0009 --department 资规 --opinion 已列入年度用地计划
appeal outcome --from 办理结果.csv
appeal outcome --from 办理结果.csv --accept-valid
appeal escalate SQ2020-0003 --reason 需市委主要领导协调
appeal close SQ2020-0001 SQ2020-0002
appeal close SQ2020-0003
appeal satisfaction SQ2020-0003 --rating 满意
=== 2020-03-24
appeal reopen SQ2020-0001 --reason 企业反映尚未落实
appeal close SQ2020-0001
appeal outcome SQ2020-0001 --outcome 已解决 --reason 指标已下达
appeal close SQ2020-0001
appeal satisfaction SQ2020-0001 --rating 基本满意 --person 示例甲人
appeal withdraw SQ2020-0001 --reason 误报
undo --op 11
remove 示例丙项目 --ground 终止 --reason 外方撤资
appeal reopen SQ2020-0003 --reason 误办
appeal show SQ2020-0001
appeal list --month 2020-03
letter list
summary appeals
summary department
log
check
undo
undo
check";

fn month_of_play(lang: &'static str) -> String {
    let mut sandbox = Sandbox::new(lang);
    sandbox.write("昆山市2020年2月.csv", PROJECTS.as_bytes());
    sandbox.write("诉求清单.csv", LIST.as_bytes());
    sandbox.write("办理结果.csv", OUTCOMES.as_bytes());
    let mut sessions = Vec::new();
    for line in DAYS.lines() {
        if let Some(day) = line.strip_prefix("=== ") {
            sandbox.today = day;
            sessions.push(line.to_owned());
        } else if line == "@fill" {
            fill(&sandbox);
        } else {
            let args: Vec<&str> = line.split(' ').collect();
            sessions.push(sandbox.session(&args));
        }
    }
    sessions.join("\n\n")
}

/// Two departments fill in their forms, the others do not.
fn fill(sandbox: &Sandbox) {
    for entry in std::fs::read_dir(sandbox.path("答复表")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let answer = if text.contains("SQ2020-0002") {
            "答复,已协调银行恢复授信,2020-03-09,示例三,,,"
        } else if text.contains("SQ2020-0003") {
            "阶段性答复,正在安排,2020-03-10,示例四,,,"
        } else {
            continue;
        };
        let filled = text.replace(",,,,,,,", &format!(",{answer}"));
        std::fs::write(&path, filled).unwrap();
    }
}

#[test]
fn a_month_of_appeals_in_chinese() {
    insta::assert_snapshot!(month_of_play("zh"));
}
