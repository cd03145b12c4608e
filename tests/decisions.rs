//! What a meeting decided, one by one and from the sheet its agenda fills in beforehand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

fn done(sandbox: &Sandbox, command: &str) {
    let args: Vec<&str> = command.split(' ').collect();
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

fn session(sandbox: &Sandbox, command: &str) -> String {
    let args: Vec<&str> = command.split(' ').collect();
    sandbox.session(&args)
}

/// A 督办会 on 12 March 2020 with two appeals, one of them overdue, and an instruction on its agenda.
fn held(lang: &'static str) -> Sandbox {
    let mut sandbox = Sandbox::new(lang);
    sandbox.today = "2020-03-02";
    let appeal = "appeal log --category 土地指标 --background 一期已经建成投产，二期设备已经订购 --problem 二期用地指标至今没有落实 --suggestion 按照《示例办法》第三条列入年度计划 --target 资规 --round 2020-03 -q";
    for command in [
        "init -q",
        "add --name 示例甲项目 --district 昆山 --basis 签约大会 --on 2020-03-02 -q",
        "add --name 示例乙项目 --district 太仓 --basis 签约大会 --on 2020-03-02 -q",
        &format!("{appeal} --project 示例甲项目 --purpose 请于年内落实用地指标八十亩"),
        &format!("{appeal} --project 示例乙项目 --purpose 请于年内落实用地指标二十亩"),
        "task log --source 批示 --text 抓紧开工 --district 太仓 --project 示例乙项目 -q",
        "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q",
        "letter draft --round 2020-03 --all -q",
        "letter sent --round 2020-03 --number 示例1号 -q",
    ] {
        done(&sandbox, command);
    }
    sandbox.today = "2020-03-12";
    sandbox
}

/// The sheet as it lies, without the mark at its beginning.
fn sheet(sandbox: &Sandbox, name: &str) -> String {
    let text = std::fs::read_to_string(sandbox.path(name)).unwrap();
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// Fills in the columns of the row of a code: 议定事项, 责任板块, 责任部门, 完成时限.
fn fill(sheet: &str, code: &str, cells: [&str; 4]) -> String {
    let filled = sheet.lines().map(|line| {
        let mut row: Vec<String> = line.split(',').map(str::to_owned).collect();
        if row.get(2).is_some_and(|own| own == code) {
            for (cell, text) in row[5..9].iter_mut().zip(cells) {
                *cell = text.to_owned();
            }
        }
        row.join(",")
    });
    filled.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn decisions_come_from_the_sheet_that_the_agenda_filled_in() {
    let sandbox = held("zh");
    let mut told = session(&sandbox, "meeting decide DB2020-03 --sheet 议定.csv");
    let empty = sheet(&sandbox, "议定.csv");
    told = format!("{told}\n\n{empty}");
    let filled = fill(&empty, "SQ2020-0001", ["本月底前落实指标", "昆山", "资规、发改", "3月底"]);
    let filled =
        fill(&filled, "SQ2020-0002", ["会同太仓研究替代用地", "太仓", "资规", "2020-04-10"]);
    sandbox.write("议定.csv", filled.as_bytes());
    for command in [
        "meeting decide DB2020-03 --from 议定.csv --dry-run",
        "meeting decide DB2020-03 --from 议定.csv",
        "meeting decide DB2020-03 --from 议定.csv",
        "task list --meeting DB2020-03",
    ] {
        told = format!("{told}\n\n{}", session(&sandbox, command));
    }
    // A row corrected in place corrects its decision; another text about the same is another one.
    let corrected =
        filled.replace("2020-04-10", "2020-04-20").replace("本月底前落实指标", "四月底前落实指标");
    sandbox.write("议定更正.csv", corrected.as_bytes());
    for command in [
        "meeting decide DB2020-03 --from 议定更正.csv",
        "undo",
        "meeting decide DB2020-03 --sheet 议定现状.csv",
    ] {
        told = format!("{told}\n\n{}", session(&sandbox, command));
    }
    let standing = sheet(&sandbox, "议定现状.csv");
    told = format!("{told}\n\n{standing}");
    // With the code of the decision its text can be corrected.
    let mended = standing.replace("本月底前落实指标", "四月底前落实指标");
    sandbox.write("议定现状.csv", mended.as_bytes());
    for command in
        ["meeting decide DB2020-03 --from 议定现状.csv", "task list --all", "log --last 4"]
    {
        told = format!("{told}\n\n{}", session(&sandbox, command));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_is_decided_after_the_closing_is_told_apart_and_still_followed() {
    let mut sandbox = held("zh");
    sandbox.write(
        "参会.csv",
        "姓名,单位,职务,参会情况\n示例甲,市政府,副市长,出席\n示例乙,资规,处长,请假\n".as_bytes(),
    );
    done(&sandbox, "meeting freeze DB2020-03 -q");
    done(&sandbox, "meeting close DB2020-03 --attendance 参会.csv -q");
    let after = sandbox.stdout(&["meeting", "show", "DB2020-03", "--after", "--format", "json"]);
    let mut told = session(
        &sandbox,
        "meeting decide DB2020-03 --text 每周调度 --department 发改 --due 2020-03-20",
    );
    sandbox.today = "2020-03-23";
    done(&sandbox, "meeting plan 督办会 --month 2020-04 --on 2020-04-10 -q");
    let agenda = sandbox.stdout(&["meeting", "show", "DB2020-04", "--format", "json"]);
    assert!(agenda.contains("RW2020-0002"), "{agenda}");
    assert_eq!(
        after,
        sandbox.stdout(&["meeting", "show", "DB2020-03", "--after", "--format", "json"])
    );
    told += "\n\n";
    told += &session(&sandbox, "calendar due");
    insta::assert_snapshot!(told);
}

#[test]
fn a_workbook_goes_out_and_comes_back() {
    for (lang, name) in [("zh", "议定.xlsx"), ("en", "decisions.xlsx")] {
        let sandbox = held(lang);
        done(&sandbox, &format!("meeting decide DB2020-03 --sheet {name}"));
        let before = sandbox.stdout(&["task", "list", "--format", "json"]);
        done(&sandbox, &format!("meeting decide DB2020-03 --from {name}"));
        assert_eq!(before, sandbox.stdout(&["task", "list", "--format", "json"]));
        done(
            &sandbox,
            "meeting decide DB2020-03 --text 落实用地 --district 昆山 --department 资规 --department 工信 --due 2020-03-31 --appeal SQ2020-0001",
        );
        done(
            &sandbox,
            "meeting decide DB2020-03 --text 每周报送进展 --department 发改 --leader 示例领导",
        );
        let listed = sandbox.stdout(&["task", "list"]);
        assert!(listed.contains("示例领导"), "{listed}");
        let decided = sandbox.stdout(&["task", "list", "--format", "json"]);
        let filled_in = std::fs::read(sandbox.path(name)).unwrap();
        let again = sandbox.output(&["meeting", "decide", "DB2020-03", "--sheet", name]);
        assert_eq!(again.status.code(), Some(1), "{lang}");
        let said = String::from_utf8(again.stderr).unwrap();
        assert!(
            said.contains(&format!("tuijin meeting decide DB2020-03 --from “{name}”")),
            "{said}"
        );
        assert_eq!(std::fs::read(sandbox.path(name)).unwrap(), filled_in, "{lang}");
        std::fs::remove_file(sandbox.path(name)).unwrap();
        done(&sandbox, &format!("meeting decide DB2020-03 --sheet {name}"));
        let log = sandbox.stdout(&["log"]);
        done(&sandbox, &format!("meeting decide DB2020-03 --from {name}"));
        assert_eq!(decided, sandbox.stdout(&["task", "list", "--format", "json"]), "{lang}");
        assert_eq!(log, sandbox.stdout(&["log"]), "what changes nothing is no operation");
        assert!(decided.contains("RW2020-0003"), "{decided}");
    }
}

#[test]
fn a_row_that_is_no_decision_is_named_with_its_place() {
    let sandbox = held("zh");
    let head =
        "序号,议题类别,编号,名称,议题,议定事项,责任板块,责任部门,完成时限,议定领导,事项编号\n";
    let rows = "1,,SQ2020-0001,,,,昆山,,2020-03-31,,\n\
                2,,SQ2020-0001,,,落实指标,,,,,\n\
                3,,SQ2020-0001,,,落实指标,,某局,,,\n\
                4,,SQ2020-0001,,,落实指标,某市,,,,\n\
                5,,SQ2020-0001,,,落实指标,昆山,,2020-03-01,,\n\
                6,,SQ2020-0001,,,落实指标,昆山,,不久,,\n\
                7,,SQ2020-0009,,,落实指标,昆山,,,,\n\
                8,,,,,每周调度,昆山,,,,RW2020-0001\n\
                9,,,,,每周调度,昆山,,,,RW2020-0009\n\
                10,,,示例乙项目,,每周调度,昆山,,,,\n\
                11,,XM2020-0002,,,每周调度,昆山,发改,,,\n\
                12,,,,,,,,,,\n";
    sandbox.write("议定.csv", format!("{head}{rows}").as_bytes());
    let mut told = session(&sandbox, "meeting decide DB2020-03 --from 议定.csv");
    for command in [
        "meeting decide DB2020-03 --from 议定.csv --accept-valid",
        "task list --meeting DB2020-03",
        "meeting decide DB2020-03 --sheet 议定.pdf",
        "meeting decide DB2020-03 --from 议定.csv --text 示例",
        "meeting decide DB2020-04 --sheet 议定.csv",
        "meeting decide DB2020-03",
    ] {
        told = format!("{told}\n\n{}", session(&sandbox, command));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_sheet_of_another_meeting_is_refused_and_both_are_named() {
    let sandbox = held("zh");
    done(&sandbox, "meeting plan 督办会 --month 2020-02 --on 2020-02-12 -q");
    let before = sandbox.stdout(&["task", "list", "--format", "json"]);
    let mut told = String::new();
    for name in ["议定二月.csv", "议定二月.xlsx"] {
        done(&sandbox, &format!("meeting decide DB2020-02 --sheet {name}"));
    }
    let filled = fill(
        &sheet(&sandbox, "议定二月.csv"),
        "SQ2020-0001",
        ["月底前落实指标", "昆山", "资规", "3月底"],
    );
    sandbox.write("议定二月.csv", filled.as_bytes());
    let head = "序号,编号,议定事项,责任板块\n1,SQ2020-0001,落实指标,昆山\n";
    let titled = format!("议定事项表,,,\n\"会议 DB2020-02，会期 2020-02-12\",,,\n{head}");
    sandbox.write("有表首.csv", titled.as_bytes());
    sandbox.write("没有写会议.csv", head.as_bytes());
    for name in ["议定二月.csv", "议定二月.xlsx", "有表首.csv"] {
        told += &session(&sandbox, &format!("meeting decide DB2020-03 --from {name}"));
        told += "\n\n";
    }
    assert_eq!(before, sandbox.stdout(&["task", "list", "--format", "json"]), "nothing is taken");
    for name in ["议定二月.csv", "有表首.csv"] {
        done(&sandbox, &format!("meeting decide DB2020-02 --from {name} --dry-run"));
    }
    told += &session(&sandbox, "meeting decide DB2020-03 --from 没有写会议.csv");
    insta::assert_snapshot!(told);
}

#[test]
fn what_is_no_sheet_and_what_is_too_early_is_said_so() {
    let mut sandbox = held("zh");
    sandbox.write("别的.csv", "姓名,电话\n示例甲,1\n".as_bytes());
    done(&sandbox, "meeting decide DB2020-03 --sheet 议定.csv");
    let mut told = session(&sandbox, "meeting decide DB2020-03 --from 别的.csv");
    sandbox.today = "2020-03-11";
    for command in [
        "meeting decide DB2020-03 --from 没有.csv",
        "meeting decide DB2020-03 --from 议定.csv",
        "meeting decide DB2020-03 --text 示例 --district 昆山",
        "meeting decide DB2020-03 --text 示例 --district 昆山 --on 2020-03-12",
    ] {
        told = format!("{told}\n\n{}", session(&sandbox, command));
    }
    insta::assert_snapshot!(told);
}
