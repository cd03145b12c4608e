//! What departments and the clerk fill in on forms is read as it stands, or comes back with a
//! sentence: nothing that was filled in is passed over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, tools};

fn done(sandbox: &Sandbox, line: &str) {
    let output = sandbox.output(&line.split(' ').collect::<Vec<_>>());
    assert!(output.status.success(), "{line}: {output:?}");
}

/// Nine appeals of one project, all sent to 资规 on 4 March 2020.
fn asked(lang: &'static str) -> Sandbox {
    let mut sandbox = Sandbox::new(lang);
    sandbox.today = "2020-03-02";
    done(&sandbox, "init -q");
    done(&sandbox, "add --name 示例甲项目 --district 昆山 --basis 签约大会 -q");
    for number in ["一", "二", "三", "四", "五", "六", "七", "八", "九"] {
        done(
            &sandbox,
            &format!(
                "appeal log --project 示例甲项目 --category 土地指标 --background 一期已经建成投产，二期设备已经订购 --problem {number}期用地指标至今没有落实 --purpose 请于年内落实{number}期用地指标八十亩 --suggestion 按照《示例办法》第三条列入年度计划 --target 资规 --round 2020-03 -q"
            ),
        );
    }
    sandbox.today = "2020-03-04";
    done(&sandbox, "letter draft --round 2020-03 --all -q");
    done(&sandbox, "letter sent HD2020-0001 --number 示例1号 -q");
    sandbox.today = "2020-03-10";
    sandbox
}

/// What is on record of an appeal, in JSON.
fn events(sandbox: &Sandbox, code: &str) -> String {
    sandbox.stdout(&["appeal", "show", code, "--format", "json"])
}

const HEAD: &str = "答复部门,诉求编号,答复类型,办理意见,答复日期,承办人,申请延期至,退单去向,理由\n";

#[test]
fn a_row_without_a_kind_is_read_by_what_is_filled_in_or_comes_back() {
    for lang in ["zh", "en"] {
        let sandbox = asked(lang);
        let rows = "资规,SQ2020-0001,,,2020-03-09,,2020-03-25,,需报省厅\n\
            资规,SQ2020-0002,,,,,,发改,不属本单位职责\n\
            资规,SQ2020-0003,,已列入计划,,,,,\n\
            资规,SQ2020-0004,,正在报省厅,,,2020-03-25,,\n\
            资规,SQ2020-0005,答复,已列入计划,,,2020-03-25,,\n\
            资规,SQ2020-0006,申请延期,,,,2020-03-25,发改,\n\
            资规,SQ2020-0007,,,2020-03-09,示例承办人,,,\n\
            资规,SQ2020-0008,,,,,,,不属本单位职责\n\
            资规,SQ2020-0009,答复,,,,,,\n";
        sandbox.write("答复.csv", format!("{HEAD}{rows}").as_bytes());
        let told = sandbox.session(&["appeal", "reply", "--from", "答复.csv", "--accept-valid"]);
        insta::assert_snapshot!(format!("reply_rows_{lang}"), told);
        assert!(events(&sandbox, "SQ2020-0001").contains("\"extended\""));
        assert!(events(&sandbox, "SQ2020-0002").contains("\"returned\""));
        assert!(events(&sandbox, "SQ2020-0003").contains("\"replied\""));
        assert!(events(&sandbox, "SQ2020-0009").contains("\"replied\""));
        for code in ["SQ2020-0004", "SQ2020-0005", "SQ2020-0006", "SQ2020-0007", "SQ2020-0008"] {
            let found = events(&sandbox, code);
            let any = ["\"extended\"", "\"returned\"", "\"replied\""];
            assert!(any.iter().all(|deed| !found.contains(deed)), "{code}: {found}");
        }
    }
}

#[test]
fn an_answer_without_words_is_recorded_and_told_apart() {
    let sandbox = asked("zh");
    let said = sandbox.session(&["appeal", "reply", "SQ2020-0001", "--department", "资规"]);
    assert!(said.contains("没有写办理意见（缺项）"), "{said}");
    assert!(events(&sandbox, "SQ2020-0001").contains("\"replied\""));
}

#[test]
fn a_row_of_outcomes_without_an_outcome_comes_back() {
    for lang in ["zh", "en"] {
        let sandbox = asked(lang);
        let rows = "诉求编号,项目,办理结果,说明,日期\n\
            SQ2020-0001,示例甲项目,,指标已下达,\n\
            SQ2020-0002,示例甲项目,,,2020-03-09\n\
            SQ2020-0003,示例甲项目,,,\n\
            SQ2020-0004,示例甲项目,已解决,指标已下达,2020-03-09\n";
        sandbox.write("办理结果.csv", rows.as_bytes());
        let told =
            sandbox.session(&["appeal", "outcome", "--from", "办理结果.csv", "--accept-valid"]);
        insta::assert_snapshot!(format!("outcome_rows_{lang}"), told);
    }
}

/// Writes rows into a workbook as another program does: a text that begins with `=` is a formula
/// nobody has computed.
fn book(sandbox: &Sandbox, name: &str, rows: &str) -> bool {
    let Some(mut python) = tools::python() else { return false };
    let script = "import openpyxl, sys\n\
        book = openpyxl.Workbook()\n\
        for line in sys.argv[2].splitlines():\n    book.active.append(line.split(','))\n\
        book.save(sys.argv[1])\n";
    let path = sandbox.path(name);
    let made = python.args(["-c", script]).arg(path).arg(rows).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    true
}

#[test]
fn a_text_that_a_spreadsheet_took_for_a_formula_comes_back() {
    let sandbox = asked("zh");
    let rows = format!(
        "{HEAD}资规,SQ2020-0001,答复,=同意列入,,,,,\n资规,SQ2020-0002,,=同意列入,,,,,\n\
         资规,SQ2020-0003,答复,#NAME?,,,,,\n"
    );
    if !book(&sandbox, "答复.xlsx", &rows) {
        return;
    }
    let mut told = sandbox.session(&["appeal", "reply", "--from", "答复.xlsx", "--accept-valid"]);
    done(&sandbox, "meeting plan 督办会 --month 2020-03 --on 2020-03-10 -q");
    let rows = "序号,编号,议定事项,责任板块\n=ROW()-1,SQ2020-0001,=落实指标,昆山\n,,=每周调度,\n=ROW()-1,SQ2020-0002,落实指标,昆山\n";
    assert!(book(&sandbox, "议定.xlsx", rows));
    told += "\n\n";
    told += &sandbox.session(&[
        "meeting",
        "decide",
        "DB2020-03",
        "--from",
        "议定.xlsx",
        "--accept-valid",
    ]);
    insta::assert_snapshot!("formulas_without_a_result", told);
}

#[test]
fn the_title_of_a_form_says_whose_it_is() {
    let sandbox = asked("zh");
    let title = "苏州市自然资源和规划局重点外资项目诉求办理答复表（HD2020-0001）";
    let rows = format!("{title},,,,,,,,\n{HEAD},SQ2020-0001,答复,已列入计划,,,,,\n");
    sandbox.write("来件.csv", rows.as_bytes());
    done(&sandbox, "appeal reply --from 来件.csv");
    assert!(events(&sandbox, "SQ2020-0001").contains("\"replied\""));
}

/// What another program sees of a workbook: the texts it holds as formulas, the texts that begin like
/// one and are not marked as text, how many are, and the first cell of every sheet.
fn seen(path: &std::path::Path) -> Option<serde_json::Value> {
    let mut python = tools::python()?;
    let script = "import json, openpyxl, sys\n\
        book = openpyxl.load_workbook(sys.argv[1])\n\
        cells = [c for s in book for row in s.iter_rows() for c in row if c.value is not None]\n\
        like = [c for c in cells if c.data_type != 'f' and str(c.value).startswith('=')]\n\
        print(json.dumps({\n\
            'formulas': [c.value for c in cells if c.data_type == 'f'],\n\
            'unmarked': [c.value for c in like if not c.quotePrefix],\n\
            'marked': sorted({c.value for c in like if c.quotePrefix}),\n\
            'titles': [s.cell(1, 1).value for s in book if s.sheet_state == 'visible'],\n\
        }))\n";
    let run = python.args(["-c", script]).arg(path).output().unwrap();
    assert!(run.status.success(), "{run:?}");
    Some(serde_json::from_slice(&run.stdout).unwrap())
}

#[test]
fn what_begins_like_a_formula_goes_out_as_text() {
    let sandbox = asked("zh");
    done(&sandbox, "department set resources --full =示例局");
    done(&sandbox, "department set 发改 --short =示例委");
    done(
        &sandbox,
        "appeal log --project 示例甲项目 --category 土地指标 --background 一期已经建成投产，二期设备已经订购 --problem 十期用地指标至今没有落实 --purpose =请于年内落实十期用地指标八十亩 --suggestion 按照《示例办法》第三条列入年度计划 --target 资规 --round 2020-03 -q",
    );
    done(&sandbox, "letter draft --round 2020-03 --all --output-dir 函 -q");
    let Some(form) = seen(&sandbox.path("函/HD2020-0002资规答复表.xlsx")) else { return };
    assert_eq!(
        (&form["formulas"], &form["unmarked"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    let marked = form["marked"].as_array().unwrap();
    let like = ["=请于", "=示例局", "=示例委"];
    for text in like {
        assert!(marked.iter().any(|it| it.as_str().unwrap().starts_with(text)), "{text}: {form}");
    }
    done(&sandbox, "add --name =示例乙项目 --district 昆山 --basis 签约大会 -q");
    done(
        &sandbox,
        "appeal log --project =示例乙项目 --category 土地指标 --background 一期已经建成投产，二期设备已经订购 --problem 用地指标至今没有落实 --purpose =请于年内落实用地指标八十亩 --suggestion 按照《示例办法》第三条列入年度计划 --target 资规 --round 2020-03 -q",
    );
    done(&sandbox, "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q");
    done(&sandbox, "meeting decide DB2020-03 --sheet 议定.xlsx");
    let sheet = seen(&sandbox.path("议定.xlsx")).unwrap();
    assert_eq!(
        (&sheet["formulas"], &sheet["unmarked"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    assert!(!sheet["marked"].as_array().unwrap().is_empty(), "{sheet}");
}

#[test]
fn every_sheet_of_a_form_has_its_own_title() {
    let sandbox = asked("zh");
    done(&sandbox, "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q");
    done(&sandbox, "pack DB2020-03 --output-dir 材料 -q");
    let mut files = std::fs::read_dir(sandbox.path("材料")).unwrap().map(|it| it.unwrap().path());
    let form = files.find(|path| path.to_string_lossy().contains("办理结果登记表")).unwrap();
    let Some(form) = seen(&form) else { return };
    assert_eq!(form["titles"], serde_json::json!(["苏州市议定事项表", "苏州市办理结果登记表"]));
}
