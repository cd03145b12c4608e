//! Several files in one import: one plan, and no file overwrites another unseen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, first_batch};

const HEAD: &str = "单位：万美元,,,,,\n序号,板块,项目名称,投资方,投资总额,推进阶段,入库依据\n";

fn file(rows: &[&str]) -> String {
    let rows: String =
        rows.iter().enumerate().map(|(at, row)| format!("{},{row}\n", at + 1)).collect();
    format!("{HEAD}{rows}")
}

/// Files of a month: one with two districts, one district in two files.
fn month(sandbox: &Sandbox) {
    let one = file(&[
        "昆山市,示例澄屿半导体先进封装测试基地项目,示例澄屿控股,15000,在谈,签约大会",
        "昆山市,示例星河半导体项目,示例星河集团,8000,签约,签约大会",
        "太仓市,示例远帆新材料项目,示例远帆国际,9000,在谈,签约大会",
    ]);
    let two = file(&["昆山市,示例青禾医药项目,示例青禾制药,12000,在谈,签约大会"]);
    let three = file(&[
        "吴江区,示例安澜装备项目,示例安澜投资,7000,在谈,签约大会",
        // Kunshan has this one too, under a slightly other name, with the same investor.
        "吴江区,示例澄屿半导体先进封装测试基地建设,示例澄屿控股有限公司,15000,在谈,签约大会",
        // And Taicang this one, whose investor neither names.
        "吴江区,示例远帆新材料项目,,9100,在谈,签约大会",
    ]);
    sandbox.write("月报/1上半区2020年2月.csv", one.as_bytes());
    sandbox.write("月报/2昆山补报2020年2月.csv", two.as_bytes());
    sandbox.write("月报/3吴江2020年2月.csv", three.as_bytes());
}

fn sandbox(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::with_library(lang);
    std::fs::create_dir(sandbox.path("月报")).unwrap();
    sandbox
}

#[test]
fn a_folder_is_one_plan_by_district_and_file_and_a_project_of_two_districts_is_found() {
    for lang in ["zh", "en"] {
        let sandbox = sandbox(lang);
        month(&sandbox);
        let plan = sandbox.session(&["import", "月报", "--admit", "--dry-run", "--yes"]);
        insta::assert_snapshot!(format!("several_{lang}"), plan);
    }
}

#[test]
fn the_lines_of_a_plan_add_up_and_fit_a_terminal() {
    let sandbox = sandbox("zh");
    month(&sandbox);
    let plan = sandbox.stdout(&["import", "月报", "--dry-run", "--yes", "--format", "json"]);
    let page: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let rows = page["tables"][0]["rows"].as_array().unwrap();
    let (total, lines) = rows.split_last().unwrap();
    let classes = ["new", "changed", "unchanged", "to_screen", "rejected", "ignored"];
    for class in classes.iter().chain(&["rows_read"]) {
        let sum: u64 = lines.iter().map(|line| line[class].as_u64().unwrap()).sum();
        assert_eq!(total[class].as_u64(), Some(sum), "{class}");
    }
    let read: u64 = classes.iter().map(|class| total[class].as_u64().unwrap()).sum();
    assert_eq!(total["rows_read"].as_u64(), Some(read));
    let of: Vec<(&str, u64)> = lines
        .iter()
        .map(|line| (line["district"].as_str().unwrap(), line["rows_read"].as_u64().unwrap()))
        .collect();
    assert_eq!(of, [("taicang", 1), ("kunshan", 2), ("kunshan", 1), ("wujiang", 3)]);
}

#[test]
fn two_files_that_say_otherwise_of_a_project_are_named_and_neither_wins_unseen() {
    let row = |total: u32| format!("昆山市,示例澄屿光学项目,示例澄屿控股,{total},在谈,签约大会");
    for admit in [true, false] {
        let sandbox = Sandbox::with_library("zh");
        sandbox.write("甲2020年2月.csv", file(&[&row(15000)]).as_bytes());
        sandbox.write("乙2020年2月.csv", file(&[&row(16000)]).as_bytes());
        sandbox.write("丙2020年2月.csv", file(&[&row(15000)]).as_bytes());
        let import = |files: &[&str]| {
            let mut args = [&["import"], files, &["--yes", "-q"]].concat();
            args.extend(admit.then_some("--admit"));
            sandbox.session(&args)
        };
        let differ = import(&["甲2020年2月.csv", "乙2020年2月.csv"]);
        assert!(differ.ends_with("--- exit 1"), "{differ}");
        let said = "文件“乙2020年2月.csv”第3行与文件“甲2020年2月.csv”第3行是同一个项目，内容不一致";
        assert!(differ.contains(said), "{differ}");
        let alike = import(&["甲2020年2月.csv", "丙2020年2月.csv"]);
        assert!(alike.ends_with("--- exit 0"), "{alike}");
        // With --each the first stands and the second is left out; the order decides nothing unseen.
        let each = import(&["乙2020年2月.csv", "甲2020年2月.csv", "--each"]);
        assert!(each.ends_with("--- exit 3") && each.contains("内容不一致"), "{each}");
    }
}

#[test]
fn the_first_batch_has_no_project_of_two_districts() {
    let sandbox = Sandbox::with_library("zh");
    let files: Vec<String> =
        first_batch().iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let mut args = vec!["import", "--month", "2020-02", "--admit", "--yes"];
    args.extend(files.iter().map(String::as_str));
    let import = sandbox.session(&args);
    assert!(import.ends_with("--- exit 0") && !import.contains("疑为同一项目"), "{import}");
}
