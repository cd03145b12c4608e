//! Meetings as a clerk lives through them: planned, frozen, closed, told apart from what came after.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const HEAD: &str =
    "项目编号,项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,入库依据\n";

/// One day after another: the day, then its commands.
const DAYS: &str = "\
=== 2020-03-05
init -q
import 昆山市2020年2月.csv --admit -q
import 太仓市2020年2月.csv --admit -q
meeting plan 点评会 --month 2020-04
meeting plan 督办会 --month 2020-03 --on 2020-03-12
meeting plan 督办会 --month 2020-03
meeting plan 点评会 --month 2020-03
meeting plan 点评会 --month 2020-04 --override 两会并开 --approved-by 示例领导
meeting show DB2020-02
meeting plan DB2020-03 --add XM2020-0009
meeting plan DB2020-03 --add XM2020-0002 --add 听取昆山汇报 --first 听取昆山汇报
meeting plan DB2020-03 --drop XM2020-0004 --reason 示例
meeting plan DB2020-03 --drop XM2020-0002
meeting plan DB2020-03 --drop XM2020-0002 --reason 企业请求暂缓
meeting show DB2020-03
meeting freeze DP2020-03
meeting close DB2020-03
meeting cancel DP2020-04 --reason 与五月点评会合并
meeting move DP2020-04 --on 2020-04-20 --reason 示例
=== 2020-03-11
meeting freeze DB2020-03
meeting close DB2020-03
meeting move DB2020-03 --on 2020-03-13 --reason 领导日程调整
meeting show DB2020-03 --after
=== 2020-03-13
meeting freeze DB2020-03
undo
meeting show DB2020-03 --before --page agenda
meeting show DB2020-03 --before --edition 1 --page agenda --format csv
meeting show DB2020-03 --before --page 议程
meeting show DB2020-03 --page agenda
meeting close DB2020-03 --present 示例领导,市政府
meeting close DB2020-03 --attendance 参会人员.csv
undo
meeting show DB2020-03 --after --page meeting.outcome
meeting freeze DB2020-03
meeting move DB2020-03 --on 2020-03-16 --reason 示例
=== 2020-04-03
import 昆山市2020年2月更正.csv --month 2020-02 -q
import 昆山市2020年3月.csv -q
screen list
screen admit JZ2020-0001 --reason 核实
update XM2020-0003 --stage 登记设立 --correction --reason 录错
undo --op 3
meeting diff DB2020-03
meeting plan 督办会 --month 2020-04 --on 2020-04-03
meeting show DB2020-04
meeting freeze DB2020-04
meeting diff DB2020-03 DB2020-04
meeting diff DB2020-04 DB2020-03
meeting diff DP2020-03
meeting list
log --last 3
check";

fn sandbox(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::new(lang);
    let february =
        ",示例甲项目,15000,登记设立,100,签约大会\n,示例乙项目,8000,签约未设立,,提请市级推动\n";
    sandbox.write("昆山市2020年2月.csv", format!("{HEAD}{february}").as_bytes());
    let right = "XM2020-0001,,12000,登记设立,100,\nXM2020-0002,,8000,签约未设立,,\n";
    sandbox.write("昆山市2020年2月更正.csv", format!("{HEAD}{right}").as_bytes());
    let march = "XM2020-0001,,12000,开工建设,300,\nXM2020-0002,,8000,签约未设立,,\n";
    sandbox.write("昆山市2020年3月.csv", format!("{HEAD}{march}").as_bytes());
    let taicang = ",示例丙项目,9000,在谈,,签约大会\n";
    sandbox.write("太仓市2020年2月.csv", format!("{HEAD}{taicang}").as_bytes());
    let people = "姓名,单位,职务,参会情况\n示例甲,市政府,副市长,出席\n示例乙,市商务局,局长,出席\n示例丙,某企业,,列席\n";
    sandbox.write("参会人员.csv", people.as_bytes());
    sandbox
}

fn days(sandbox: &mut Sandbox, days: &'static str) -> String {
    let mut sessions = Vec::new();
    for line in days.lines() {
        if let Some(day) = line.strip_prefix("=== ") {
            sandbox.today = day;
            sessions.push(line.to_owned());
        } else {
            let args: Vec<String> = line.split(' ').map(|word| word.replace(',', " ")).collect();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            sessions.push(sandbox.session(&args));
        }
    }
    sessions.join("\n\n")
}

#[test]
fn meetings_in_chinese() {
    insta::assert_snapshot!(days(&mut sandbox("zh"), DAYS));
}

#[test]
fn meetings_in_english() {
    insta::assert_snapshot!(days(&mut sandbox("en"), DAYS));
}
