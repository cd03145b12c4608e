//! The commands of a project's whole life as a person sees them: what they do, and what they refuse.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const HEAD: &str =
    "项目编号,项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,入库依据\n";

/// One day after another: the day, then its commands.
const DAYS: &str = "\
=== 2020-02-10
init -q
import 昆山市2020年1月.csv --admit -q
=== 2020-03-10
import 昆山市2020年2月.csv -q
screen list
screen admit JZ2020-0009 --reason 示例
screen admit JZ2020-0002
screen admit JZ2020-0002 --override 示例 --approved-by 示例领导
screen return JZ2020-0001
screen return JZ2020-0001 --reason 请核实金额
screen return JZ2020-0001 --reason 请核实金额
update XM2020-0001 --total 1亿美元
remove XM2020-0003 --ground 投产 --reason 示例
remove XM2020-0003 --ground 不知道 --reason 示例
remove XM2020-0003 --ground 终止
remove XM2020-0003 --ground 终止 --reason 外方撤资 --on 2020-03-09
update XM2020-0003 --leader 示例领导
list --left
show XM2020-0003
readmit XM2020-0001 --reason 示例
readmit XM2020-0003 --reason 重新启动 --on 2020-03-01
readmit XM2020-0003 --reason 重新启动
rename XM2020-0003 示例更名项目
rename XM2020-0003 示例更名项目 --reason 名称核准
show 示例丙
merge XM2020-0003 --into XM2020-0003 --reason 示例
merge XM2020-0003 --into XM2020-0002 --reason 合并实施
split XM2020-0001 --name 示例甲二期项目 --total 9亿美元 --reason 分期
split XM2020-0001 --name 示例甲二期项目 --total 4000万美元 --reason 分期
=== 2020-06-10
import 昆山市2020年3月.csv --on 2020-04-03
show XM2020-0003
rules set 达到规模 很多 --since 2020-07-01 --clause 示例条款
rules set 不知道 1 --since 2020-07-01 --clause 示例条款
rules set 达到规模 5000万美元 --since 2020-07-01 --clause 示例条款
rules due
rules excuse XM2020-0001 --until 2020-06-01 --reason 等待环评
rules excuse XM2020-0001 --until 2020-08-31 --reason 等待环评
rules due
rules check XM2020-0001
rules check 没有的项目
history XM2020-0003
history 没有的项目
log
log --project XM2020-0003 --from 2020-03-01 --last 2
undo --op 99
undo --op 1
undo --op 2
undo
redo
redo
summary changes --since 2020-03-09
summary changes --from 2020-01 --month 2020-02
summary changes --since 2020-01-01
list --as-of 2020-02-10
list --as-of 2020-01-01
list --as-of 2020-07-01
undo --as-of 2020-02-10
check
backup 备份.db
backup 备份.db
restore 备份.db
restore 没有.db";

fn life(lang: &'static str) -> String {
    let mut sandbox = Sandbox::new(lang);
    let january = ",示例甲项目,15000,登记设立,100,签约大会\n,示例乙项目,8000,签约未设立,,提请市级推动\n,示例丙项目,9000,在谈,,签约大会\n";
    sandbox.write("昆山市2020年1月.csv", format!("{HEAD}{january}").as_bytes());
    let february =
        "XM2020-0001,,12000,登记设立,300,\n,示例乙项目,8500,登记设立,50,\n,示例丁项目,100,在谈,,\n";
    sandbox.write("昆山市2020年2月.csv", format!("{HEAD}{february}").as_bytes());
    let march = "XM2020-0003,,9500,登记设立,10,\n";
    sandbox.write("昆山市2020年3月.csv", format!("{HEAD}{march}").as_bytes());
    let mut sessions = Vec::new();
    for line in DAYS.lines() {
        if let Some(day) = line.strip_prefix("=== ") {
            sandbox.today = day;
            sessions.push(line.to_owned());
        } else {
            let args: Vec<&str> = line.split(' ').collect();
            sessions.push(sandbox.session(&args));
        }
    }
    sessions.join("\n\n")
}

#[test]
fn a_whole_life_in_chinese() {
    insta::assert_snapshot!(life("zh"));
}

#[test]
fn a_whole_life_in_english() {
    insta::assert_snapshot!(life("en"));
}
