//! Each command as a person sees it: one happy session in Chinese, one in English.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const HEAD: &str = "项目名称,外方投资者,国别,行业,投资总额（万美元）,推进阶段,入库依据,实际到账外资（历年累计）（万美元）\n";

/// One life of a small library; every command of this version at least once.
const LIFE: &[&[&str]] = &[
    &["init"],
    &["district", "set", "kunshan", "--alias", "昆山招商"],
    &["district", "learn", "昆山", "--heading", "建设内容=备注", "--paid-in", "total"],
    &["district", "list"],
    &["department", "set", "资规", "--full", "苏州市自然资源和规划局"],
    &["department", "list"],
    &["contact", "set", "太仓", "--role", "联络员", "--person", "李某"],
    &["contact", "list"],
    &["rate", "set", "CNY", "2020-03", "0.142750", "--source", "示例"],
    &["rate", "list"],
    &["rules", "show"],
    &[
        "add",
        "--name",
        "澄屿光学项目",
        "--district",
        "太仓",
        "--total",
        "１２０００万美元",
        "--investor",
        "澄屿控股（香港）有限公司",
        "--origin",
        "香港",
        "--stage",
        "签约未设立",
        "--on",
        "2020-03-02",
    ],
    &["update", "澄屿", "--stage", "登记设立", "--capital", "1000万元人民币", "--on", "2020-03-09"],
    &["update", "澄屿", "--stage", "登记设立", "--on", "2020-03-09"],
    &["import", "昆山市2020年2月.csv", "--admit", "--dry-run"],
    &["import", "昆山市2020年2月.csv", "--admit"],
    &["import", "昆山市2020年2月.csv", "--admit"],
    &["import", "昆山市2020年2月更正.csv", "--admit"],
    &["list", "--text", "光学", "--columns", "编号,名称,板块,推进阶段,投资总额"],
    &["list", "--district", "昆山", "--sort", "投资总额", "--desc", "--format", "markdown"],
    &["show", "XM2020-0002"],
    &["reports", "--month", "2020-02"],
    &["reports", "nil", "太仓", "--month", "2020-02"],
    &["reports", "remind", "--month", "2020-02"],
    &["summary", "--month", "2020-02"],
    &["summary", "leader"],
    &["summary", "stage", "--stage", "登记设立", "--list"],
    &["summary", "origin", "--format", "csv"],
];

fn life(lang: &'static str) -> String {
    let sandbox = Sandbox::new(lang);
    let rows = |second: &str| {
        format!(
            "{HEAD}韶禾生物医药研发中心,Norrvik AB,瑞典,生物医药,15000,在谈,签约大会,\n霁川精密光学项目,霁川株式会社,日本,高端装备,{second},签约未设立,提请市级推动,—\n合计,,,,,,,\n"
        )
    };
    sandbox.write("昆山市2020年2月.csv", rows("8000").as_bytes());
    sandbox.write("昆山市2020年2月更正.csv", rows("7500").as_bytes());
    let sessions = LIFE.iter().map(|args| {
        let session = sandbox.session(args);
        assert!(session.ends_with("--- exit 0"), "{session}");
        session
    });
    sessions.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn a_life_in_chinese() {
    insta::assert_snapshot!(life("zh"));
}

#[test]
fn a_life_in_english() {
    let life = life("en");
    insta::assert_snapshot!(life);
}
