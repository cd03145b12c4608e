//! Letters as papers: what other programs see of their sheet, fonts and lines, the forms that come
//! back filled in, an office's own texts, and what letters leave out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, tools};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::OnceLock;

const COMMANDS: &str = include_str!("../examples/first-batch/round/commands.txt");

/// The example with the letters of its first round drafted.
fn drafted(lang: &'static str) -> Sandbox {
    static LIBRARY: OnceLock<Vec<u8>> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| {
        let mut sandbox = Sandbox::new("zh");
        for line in COMMANDS.lines() {
            let (day, command) = line.split_once(' ').unwrap();
            if command.starts_with("letter sent") {
                break;
            }
            sandbox.today = day;
            let args: Vec<&str> = command.split(' ').collect();
            let db = sandbox.path("t.db");
            let mut command = sandbox.command(&args);
            let root = env!("CARGO_MANIFEST_DIR");
            let output = command.current_dir(root).env("TUIJIN_DB", db).output();
            assert!(output.as_ref().unwrap().status.success(), "{line}: {output:?}");
        }
        std::fs::read(sandbox.path("t.db")).unwrap()
    });
    let mut sandbox = Sandbox::new(lang);
    sandbox.write("t.db", library);
    sandbox.today = "2020-03-09";
    sandbox
}

fn done(sandbox: &Sandbox, line: &str) -> String {
    let args: Vec<&str> = line.split(' ').collect();
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{line}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn refused(sandbox: &Sandbox, line: &str) -> String {
    let args: Vec<&str> = line.split(' ').collect();
    let output = sandbox.output(&args);
    assert_eq!(output.status.code(), Some(1), "{line}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let count = zip.len();
    let part = |index: usize| {
        let mut part = zip.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (name, text)
    };
    (0..count).map(part).collect()
}

/// The words of a text document, one paragraph a line.
fn words(path: &Path) -> String {
    let document = &parts(path)["word/document.xml"];
    let paragraphs = document.split("</w:p>").map(|paragraph| {
        let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
        runs.map(|run| run.split("</w:t>").next().unwrap()).collect::<String>()
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

/// A word of a page: left, top, right, and what it says.
type Word = (f64, f64, f64, String);

/// The pages of a document as another program prints them; `None` where it is missing.
fn printed(sandbox: &Sandbox, file: &Path) -> Option<(Vec<Vec<Word>>, String)> {
    let mut office = tools::office(sandbox.folder.path())?;
    let folder = sandbox.folder.path();
    let run = office.args(["--convert-to", "pdf", "--outdir"]).arg(folder).arg(file).output();
    assert!(run.as_ref().unwrap().status.success(), "{run:?}");
    let pdf = folder.join(file.file_name().unwrap()).with_extension("pdf");
    let boxes = tools::pdf("pdftotext")?.arg("-bbox").arg(&pdf).arg("-").output().unwrap();
    let boxes = String::from_utf8(boxes.stdout).unwrap();
    let fonts = tools::pdf("pdffonts")?.arg(&pdf).output().unwrap();
    let value = |text: &str, key: &str| -> f64 {
        text.split(&format!("{key}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let pages = boxes.split("<page ").skip(1).map(|page| {
        assert!((value(page, "width") - 595.3).abs() < 0.5, "A4");
        assert!((value(page, "height") - 841.9).abs() < 0.5, "A4");
        let words = page.split("<word ").skip(1).map(|word| {
            let said = word.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
            (value(word, "xMin"), value(word, "yMin"), value(word, "xMax"), said)
        });
        words.collect()
    });
    Some((pages.collect(), String::from_utf8(fonts.stdout).unwrap()))
}

/// Points of so many millimetres.
fn mm(length: f64) -> f64 {
    length * 72.0 / 25.4
}

#[test]
fn a_letter_names_its_fonts_and_has_the_sheet_of_official_papers() {
    let sandbox = drafted("zh");
    done(&sandbox, "setting set 正文字体 华文仿宋、仿宋");
    done(&sandbox, "letter write HD2020-0004 --output-dir 函");
    let parts = parts(&sandbox.path("函/HD2020-0004资规函.docx"));
    let (styles, document) = (&parts["word/styles.xml"], &parts["word/document.xml"]);
    assert!(!styles.contains("仿宋_GB2312"), "the font of the office stands in every style");
    for style in ["Normal", "Title", "Salutation", "BodyText", "OfficialHeading1", "Signature"] {
        let own = styles.split(&format!("w:styleId=\"{style}\"")).nth(1).unwrap();
        let own = own.split("</w:style>").next().unwrap();
        let font = match style {
            "Title" => "方正小标宋简体",
            "OfficialHeading1" => "黑体",
            _ => "华文仿宋",
        };
        assert!(own.contains(&format!("w:eastAsia=\"{font}\"")), "{style}: {own}");
        let size = if style == "Title" { "44" } else { "32" };
        assert!(own.contains(&format!("<w:sz w:val=\"{size}\"/>")), "{style}: {own}");
    }
    let runs = document.matches("<w:r>").count();
    assert_eq!(document.matches("<w:rFonts w:hint=\"eastAsia\"/>").count(), runs);
    assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert!(document.contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\""));
    assert!(styles.contains("<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>"));
    let fonts = &parts["word/fontTable.xml"];
    assert!(fonts.contains("<w:font w:name=\"华文仿宋\"><w:altName w:val=\"仿宋\"/>"));
}

#[test]
fn a_sheet_has_twenty_two_lines_of_twenty_eight_characters_within_its_margins() {
    let sandbox = drafted("zh");
    std::fs::create_dir(sandbox.path("模板")).unwrap();
    let line = format!("@ {}\n", "字".repeat(28 * 3));
    sandbox.write("模板/函.md", line.repeat(20).as_bytes());
    done(&sandbox, "letter write HD2020-0004 --templates 模板 --output-dir 函");
    let file = sandbox.path("函/HD2020-0004资规函.docx");
    let Some((pages, fonts)) = printed(&sandbox, &file) else { return };
    assert!(fonts.lines().skip(2).all(|font| font.contains("yes yes")), "embedded: {fonts}");
    assert_eq!(pages.len(), 3);
    for (page, words) in pages.iter().enumerate() {
        let lines: Vec<&Word> = words.iter().filter(|word| word.3.starts_with('字')).collect();
        assert_eq!(lines.len(), if page == 2 { 16 } else { 22 }, "page {page}");
        for (left, top, right, said) in &lines {
            assert_eq!(said.chars().count(), 28, "page {page}");
            assert!((left - mm(28.0)).abs() < 1.0 && *right < mm(210.0 - 26.0) + 1.0);
            assert!(*top > mm(37.0) - 1.0 && *top < mm(297.0 - 35.0));
        }
        let gap = lines[1].1 - lines[0].1;
        assert!((gap - 28.95).abs() < 0.2, "{gap}");
        // — 1 — stands outside: right on odd pages, left on even ones.
        let number = words.iter().find(|word| word.3 == (page + 1).to_string()).unwrap();
        assert_eq!(number.0 > mm(105.0), page % 2 == 0, "page {page}: {number:?}");
        assert!(number.1 > mm(297.0 - 35.0), "{number:?}");
    }
}

/// A red line across a page, in millimetres.
#[derive(Debug)]
struct Rule {
    top: f64,
    weight: f64,
    length: f64,
}

fn file_of_pdf(sandbox: &Sandbox, document: &Path) -> PathBuf {
    sandbox.folder.path().join(document.file_name().unwrap()).with_extension("pdf")
}

/// The red lines of the first page, from above to below, as they are printed.
fn red_rules(pdf: &Path) -> Vec<Rule> {
    const DOTS: f64 = 254.0;
    let mut print = tools::pdf("pdftoppm").unwrap();
    let image = print.args(["-r", "254", "-f", "1", "-l", "1"]).arg(pdf).output().unwrap().stdout;
    // P6, width and height, the largest value; then three bytes a dot.
    let mut head = image.splitn(4, |byte| byte.is_ascii_whitespace());
    assert_eq!(head.next().unwrap(), b"P6");
    let number = |text: &[u8]| String::from_utf8_lossy(text).parse::<usize>().unwrap();
    let (width, height) = (number(head.next().unwrap()), number(head.next().unwrap()));
    let dots = &image[image.len() - width * height * 3..];
    let is_red = |dot: &[u8]| dot[0] > 200 && dot[1] < 120 && dot[2] < 120;
    let mut rules: Vec<Rule> = Vec::new();
    let mut before = 0;
    for (row, dots) in dots.chunks(width * 3).enumerate() {
        let red = dots.chunks(3).filter(|dot| is_red(dot)).count();
        if red > width / 2 {
            let dot = 25.4 / DOTS;
            if before == 0 {
                rules.push(Rule { top: row as f64 * dot, weight: 0.0, length: red as f64 * dot });
            }
            rules.last_mut().unwrap().weight += dot;
        }
        before = if red > width / 2 { red } else { 0 };
    }
    rules
}

#[test]
fn the_head_of_a_letter_is_thirty_millimetres_from_the_edge_and_its_first_page_has_no_number() {
    let sandbox = drafted("zh");
    done(&sandbox, "letter sent HD2020-0004 --number 苏商外函〔2020〕9号");
    done(&sandbox, "letter write HD2020-0004 --head letter --output-dir 函");
    let file = sandbox.path("函/HD2020-0004资规函.docx");
    let parts = parts(&file);
    let document = &parts["word/document.xml"];
    assert!(document.contains("<w:titlePg/>") && document.contains("w:header=\"1701\""));
    let styles = &parts["word/styles.xml"];
    // 170 mm of rule around 156 mm of text: 397 twentieths of a point beyond each margin.
    assert_eq!(styles.matches("<w:ind w:left=\"-397\" w:right=\"-397\"/>").count(), 3);
    let order = |part: &str| {
        let thick = parts[part].find("OfficeName").or_else(|| parts[part].find("OfficeFoot"));
        thick.unwrap() < parts[part].find("OfficeRule").unwrap()
    };
    assert!(order("word/header1.xml"), "above, the thick rule stands over the thin one");
    assert!(!order("word/footer3.xml"), "below, the thin rule stands over the thick one");
    let Some((pages, _)) = printed(&sandbox, &file) else { return };
    let at = |said: &str| pages[0].iter().find(|word| word.3.contains(said)).unwrap();
    let office = at("苏州市商务局");
    assert!((office.1 - mm(30.0)).abs() < mm(4.0), "{office:?}");
    assert!((office.0 + office.2 - mm(212.0)).abs() < mm(3.0), "centred: {office:?}");
    let number = at("苏商外函〔2020〕9");
    assert!(number.1 > office.1 && number.1 < at("关于商请").1, "below the rule, above the title");
    assert!(at("号").2 > mm(180.0), "flush with the right margin");
    // Thick over thin above, thin over thick below, 170 mm long, the lower one 20 mm from the edge.
    let rules = red_rules(&file_of_pdf(&sandbox, &file));
    assert_eq!(rules.len(), 4, "{rules:?}");
    assert!(rules.iter().all(|rule| (rule.length - 170.0).abs() < 1.5), "{rules:?}");
    assert!(rules[0].weight > 1.5 * rules[1].weight, "{rules:?}");
    assert!(rules[3].weight > 1.5 * rules[2].weight, "{rules:?}");
    assert!((rules[3].top + rules[3].weight - 277.0).abs() < 1.5, "{rules:?}");
    let is_number = |words: &[Word], number: &str| {
        words.iter().any(|word| word.3 == number && word.1 > mm(297.0 - 35.0))
    };
    assert!(!is_number(&pages[0], "1") && is_number(&pages[1], "2"));
}

#[test]
fn a_letter_says_what_its_department_has_to_know_and_names_nobody_else() {
    let sandbox = drafted("zh");
    done(&sandbox, "letter write --round 2020-03 --output-dir 函");
    let text = words(&sandbox.path("函/HD2020-0004资规函.docx"));
    for said in [
        "苏州市自然资源和规划局：",
        "5个项目、6件诉求",
        "其中主办5件、协办1件",
        "背景情况：",
        "问题症结：",
        "诉求目的：",
        "对象部门：",
        "解决建议：",
        "贵单位协办，苏州市交通运输局主办。",
        "答复期限：2020年3月18日（按办理时限）。",
        "附件：诉求办理答复表",
        "联系人：（请填写联系人）",
        "苏州市商务局",
        "2020年3月9日",
    ] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
    // Due days of a draft are those of a letter that goes out today.
    let mut later = drafted("zh");
    later.today = "2020-03-10";
    done(&later, "letter write HD2020-0004 --output-dir 函");
    let text = words(&later.path("函/HD2020-0004资规函.docx"));
    assert!(text.contains("答复期限：2020年3月19日（按办理时限）。"), "{text}");
    let contacts = sandbox.stdout(&["contact", "list", "--format", "json"]);
    let page: serde_json::Value = serde_json::from_str(&contacts).unwrap();
    let people = page["tables"][0]["rows"].as_array().unwrap().clone();
    let people: Vec<String> =
        people.iter().map(|row| row["person"].as_str().unwrap().to_owned()).collect();
    assert!(people.len() > 20);
    for letter in files(&sandbox.path("函")) {
        if letter.extension().is_some_and(|ending| ending == "docx") {
            let text = words(&letter);
            let named = people.iter().find(|person| text.contains(person.as_str()));
            assert_eq!(named, None, "{}", letter.display());
        }
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes_and_investors_are_left_out_on_request() {
    let sandbox = drafted("zh");
    for folder in ["一", "二"] {
        done(&sandbox, &format!("letter write --round 2020-03 --output-dir {folder}"));
    }
    let (first, second) = (files(&sandbox.path("一")), files(&sandbox.path("二")));
    assert_eq!(first.len(), 30);
    for (first, second) in first.iter().zip(&second) {
        assert_eq!(std::fs::read(first).unwrap(), std::fs::read(second).unwrap());
    }
    done(&sandbox, "letter write HD2020-0004 --redact --output-dir 三");
    let name = "HD2020-0004资规函.docx";
    assert!(words(&sandbox.path("一").join(name)).contains("投资方：琮联（香港）控股有限公司"));
    let text = words(&sandbox.path("三").join(name));
    assert!(!text.contains("琮联（香港）控股有限公司") && !text.contains("投资方"), "{text}");
}

#[test]
fn a_reply_form_that_another_program_filled_in_is_read_back() {
    let mut sandbox = drafted("zh");
    done(&sandbox, "letter write HD2020-0004 --output-dir 函");
    done(&sandbox, "letter sent --round 2020-03 --number 苏商外函〔2020〕9号");
    let form = sandbox.path("函/HD2020-0004资规答复表.xlsx");
    let Some(mut python) = tools::python() else { return };
    std::fs::create_dir(sandbox.path("收到")).unwrap();
    let filled = sandbox.path("收到/资规.xlsx");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters_paper/answer.py");
    let run = python.arg(script).arg(&form).arg(&filled).stderr(Stdio::inherit()).output().unwrap();
    assert!(run.status.success());
    let seen: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(seen["title"], "苏州市自然资源和规划局重点外资项目诉求办理答复表（HD2020-0004）");
    assert!(seen["guide"].as_str().unwrap().starts_with("填表说明："));
    assert_eq!(seen["protected"], true);
    let locked = ["答复部门", "诉求编号", "项目", "诉求目的", "主协办"];
    assert_eq!(seen["locked"], serde_json::json!(locked));
    let kinds = ["答复", "阶段性答复", "申请延期", "退单"];
    assert_eq!(seen["lists"]["答复类型"], serde_json::json!(kinds));
    assert_eq!(seen["lists"]["退单去向"].as_array().unwrap().len(), 14);
    // Saved once more by an office program, as the department's may do.
    if let Some(mut office) = tools::office(sandbox.folder.path()) {
        let again = sandbox.path("又存");
        let run = office.args(["--convert-to", "xlsx", "--outdir"]).arg(&again).arg(&filled);
        assert!(run.output().unwrap().status.success());
        std::fs::copy(again.join("资规.xlsx"), &filled).unwrap();
    }
    sandbox.today = "2020-03-11";
    done(&sandbox, "appeal reply --from 收到 --yes");
    let show = |code: usize| {
        let code = seen["codes"][code].as_str().unwrap().to_owned();
        sandbox.stdout(&["appeal", "show", &code])
    };
    assert!(show(0).contains("已列入年度计划") && show(0).contains("示例承办人"), "{}", show(0));
    assert!(show(1).contains("2020-03-25") && show(1).contains("需报省厅"), "{}", show(1));
    assert!(show(2).contains("退单") && show(2).contains("不属本单位职责"), "{}", show(2));
}

#[test]
fn a_text_of_the_office_is_used_however_notepad_saved_it() {
    let sandbox = drafted("zh");
    done(&sandbox, "letter templates --output-dir 模板");
    let text = std::fs::read_to_string(sandbox.path("模板/函.md")).unwrap();
    let own = text.replace("关于商请协调重点外资项目有关诉求的函", "关于重点项目诉求的函");
    let utf16 = format!("\u{feff}{own}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [own.clone().into_bytes(), utf16] {
        sandbox.write("模板/函.md", &bytes);
        done(&sandbox, "letter write HD2020-0001 --templates 模板 --output-dir 函");
        let text = words(&sandbox.path("函/HD2020-0001发改函.docx"));
        assert!(text.starts_with("关于重点项目诉求的函\n"), "{text}");
    }
    let refused = refused(&sandbox, "letter templates --output-dir 模板");
    assert!(refused.contains("函.md") && refused.contains("已经存在"), "{refused}");
}

#[test]
fn a_text_that_cannot_be_used_is_refused_before_anything_is_written() {
    let cases: [(&str, &str, &[&str], &[&str]); 7] = [
        (
            "函.md",
            "# 函\n{{ 项目名 }}\n",
            &["文件“函.md”第2行", "没有名为“项目名”的字段", "主送、发文机关"],
            &["File “函.md”, row 2", "no field “项目名”", "主送, 发文机关"],
        ),
        (
            "函.md",
            "# 函\n{% for 件 in 诉求清单 %}\n{{ 件.名 }}\n{% endfor %}\n",
            &["第3行", "“件.名”", "项目名称"],
            &["row 3", "“件.名”", "项目名称"],
        ),
        ("函.md", "# 函\n{% if 暂定 %}\n正文\n", &["第", "写法不对"], &["row", "cannot be read"]),
        (
            "函.md",
            "{% for 甲 in range(99999) %}{% for 乙 in range(99999) %}字{% endfor %}{% endfor %}",
            &["文件“函.md”", "循环次数过多"],
            &["File “函.md”", "do not come to an end"],
        ),
        ("函.md", "{{ 诉求清单 }}", &["第1行", "是清单"], &["row 1", "is a list"]),
        ("函件.md", "# 函\n", &["文件“函件.md”", "函.md"], &["File “函件.md”", "函.md"]),
        ("说明.txt", "", &["没有模板", "函.md"], &["holds no text", "函.md"]),
    ];
    for (number, lang) in ["zh", "en"].into_iter().enumerate() {
        let sandbox = drafted(lang);
        let before = std::fs::read(sandbox.path("t.db")).unwrap();
        for (name, text, zh, en) in cases {
            let folder = sandbox.path("模板");
            let _ = std::fs::remove_dir_all(&folder);
            std::fs::create_dir(&folder).unwrap();
            sandbox.write(&format!("模板/{name}"), text.as_bytes());
            for command in ["letter write --round 2020-03", "letter draft --round 2020-03 --all"] {
                let line = format!("{command} --templates 模板 --output-dir 函");
                let said = refused(&sandbox, &line);
                assert_eq!(said.lines().count(), 1, "{said}");
                for part in [zh, en][number] {
                    assert!(said.contains(part), "{part} in {said}");
                }
            }
        }
        let said = refused(&sandbox, "letter write --round 2020-03 --templates 无 --output-dir 函");
        assert!(
            said.contains(["没有模板文件夹“无”", "no folder of templates “无”"][number]),
            "{said}"
        );
        assert_eq!(files(&sandbox.path("函")), Vec::<PathBuf>::new());
        assert_eq!(std::fs::read(sandbox.path("t.db")).unwrap(), before);
    }
}

#[test]
fn letters_appear_all_or_none() {
    let sandbox = drafted("zh");
    std::fs::create_dir_all(sandbox.path("函/HD2020-0015新城投资函.docx")).unwrap();
    let said = refused(&sandbox, "letter write --round 2020-03 --output-dir 函");
    assert!(said.contains("HD2020-0015新城投资函.docx"), "{said}");
    assert_eq!(files(&sandbox.path("函")).len(), 1, "nothing but the folder that was in the way");
    // What is drafted stays drafted, and the way to its files is said.
    let mut again = drafted("zh");
    done(&again, "undo");
    again.today = "2020-03-10";
    again.write("函", b"");
    let said = refused(&again, "letter draft --round 2020-03 --all --output-dir 函");
    assert!(said.contains("letter write --round 2020-03"), "{said}");
    done(&again, "letter write --round 2020-03 --output-dir 另");
    assert_eq!(files(&again.path("另")).len(), 30);
}

#[test]
fn the_manual_lists_the_fields_of_every_text_once_and_whole() {
    let page = Sandbox::new("zh").stdout(&["letter", "templates", "--format", "csv"]);
    let page = page.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let rows: Vec<Vec<&str>> = page.lines().map(|line| line.split(',').collect()).collect();
    let first = rows.iter().position(|row| row[0] == "模板").unwrap() + 1;
    let mut lines: Vec<(&str, String)> = Vec::new();
    let mut in_list = false;
    for row in &rows[first..] {
        let [text, field, kind, list] = row[..] else { break };
        if lines.last().is_none_or(|(known, _)| *known != text) {
            lines.push((text, String::new()));
            in_list = false;
        }
        let line = &mut lines.last_mut().unwrap().1;
        let inner = !list.is_empty();
        if in_list && !inner {
            line.push('）');
        }
        line.push_str(match (inner, in_list, line.is_empty()) {
            (true, false, _) => "（每项：",
            (false, _, true) => "",
            _ => "、",
        });
        in_list = inner;
        line.push_str(field);
        line.push_str(match kind {
            "表格" => "（表格）",
            "项目卡片" => "（卡片）",
            _ => "",
        });
    }
    assert_eq!(lines.len(), 8);
    let manual = include_str!("../docs/manual.md");
    for (text, mut fields) in lines {
        if fields.matches('（').count() > fields.matches('）').count() {
            fields.push('）');
        }
        let of_text = format!("- **{text}**：");
        let found: Vec<&str> = manual.lines().filter(|line| line.starts_with(&of_text)).collect();
        assert_eq!(found, [format!("{of_text}{fields}。")]);
    }
}

#[test]
fn a_text_in_no_known_encoding_is_to_be_saved_as_text() {
    for (lang, wanted) in [("zh", "另存为 UTF-8 编码的文本"), ("en", "save it as UTF-8 text")]
    {
        let sandbox = drafted(lang);
        std::fs::create_dir(sandbox.path("模板")).unwrap();
        sandbox.write("模板/函.md", b"# \xe5\x87\xff\xff\n");
        let said =
            refused(&sandbox, "letter write --round 2020-03 --templates 模板 --output-dir 函");
        assert!(said.contains("函.md") && said.contains(wanted), "{said}");
        assert!(!said.contains("CSV") && !said.contains("--encoding"), "{said}");
    }
}

#[test]
fn a_setting_is_kept_undone_and_brought_back_to_what_is_shipped() {
    let sandbox = Sandbox::with_library("zh");
    let value = |key: &str| {
        let page = sandbox.stdout(&["setting", "list", "--format", "json"]);
        let page: serde_json::Value = serde_json::from_str(&page).unwrap();
        let rows = page["tables"][0]["rows"].as_array().unwrap().clone();
        let row = rows.into_iter().find(|row| row["key"] == key).unwrap();
        row["value"].as_str().map(str::to_owned)
    };
    assert_eq!(value("office").as_deref(), Some("苏州市商务局"));
    assert_eq!(value("contact"), None);
    done(&sandbox, "setting set 联系人 示例人");
    done(&sandbox, "setting set office 苏州市商务局外资处");
    assert_eq!(value("contact").as_deref(), Some("示例人"));
    assert_eq!(value("signature").as_deref(), Some("苏州市商务局外资处"), "follows the office");
    done(&sandbox, "undo");
    assert_eq!(value("office").as_deref(), Some("苏州市商务局"));
    done(&sandbox, "setting set contact --default");
    assert_eq!(value("contact"), None);
    assert!(sandbox.stdout(&["log", "--all"]).contains("登记设置"));
    let long = "字".repeat(32);
    let said = refused(&sandbox, &format!("setting set 正文字体 {long}"));
    assert!(said.contains("正文字体") && said.contains("31个字"), "{said}");
    let output = sandbox.output(&["setting", "set", "电话", "1"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("联系电话"));
    let english = Sandbox { lang: "en", ..sandbox };
    let said = refused(&english, &format!("setting set font.body {long}"));
    assert!(said.contains("at most 31 characters"), "{said}");
}

#[test]
fn appeals_of_a_confidential_project_are_sent_only_when_they_are_named() {
    let mut sandbox = drafted("zh");
    done(&sandbox, "undo");
    done(&sandbox, "update 琮联自动化仓储设备项目 --confidential 是");
    sandbox.today = "2020-03-10";
    let told = done(&sandbox, "letter draft --round 2020-03 --all --output-dir 函");
    let withheld = "内部掌握项目的诉求 2 件没有列入：SQ2020-0016、SQ2020-0017";
    assert!(told.contains(withheld) && told.contains("--appeal"), "{told}");
    for letter in files(&sandbox.path("函")) {
        if letter.extension().is_some_and(|ending| ending == "docx") {
            assert!(!words(&letter).contains("琮联"), "{}", letter.display());
        }
    }
    let said = refused(&sandbox, "letter draft --round 2020-03 --department 资规");
    assert!(said.contains("SQ2020-0016"), "{said}");
    done(&sandbox, "letter draft --round 2020-03 --appeal SQ2020-0016 --output-dir 另");
    let letters = files(&sandbox.path("另"));
    let letter = letters.iter().find(|path| path.display().to_string().ends_with("资规函.docx"));
    assert!(words(letter.unwrap()).contains("SQ2020-0016"));
}

/// The names and the bytes of the files of a folder.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files(folder).iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

#[test]
fn a_letter_that_went_is_had_again_as_it_went() {
    let mut sandbox = drafted("zh");
    done(&sandbox, "setting set 联系人 示例甲");
    done(&sandbox, "letter sent --round 2020-03 --number 苏商外函〔2020〕9号");
    let write = "letter write HD2020-0004 --head letter --format xlsx";
    done(&sandbox, &format!("{write} --output-dir 一"));
    sandbox.today = "2020-03-12";
    for line in [
        "appeal return SQ2020-0016 --department 资规 --to 发改 --reason 不属本单位职责",
        "rename 琮联自动化仓储设备项目 示例新名项目 --reason 企业更名",
        "department set resources --full 苏州市示例新局 --short 新局",
        "setting set 联系人 示例乙",
        "contact set 资规 --role 工作责任人 --person 示例丙",
    ] {
        done(&sandbox, line);
    }
    sandbox.today = "2020-03-13";
    done(&sandbox, &format!("{write} --output-dir 二"));
    let (before, after) = (contents(&sandbox.path("一")), contents(&sandbox.path("二")));
    let names = |files: &[(String, Vec<u8>)]| -> Vec<String> {
        files.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&before), names(&after));
    assert!(before == after, "the same bytes");
    let text = words(&sandbox.path("二/HD2020-0004资规函.docx"));
    assert!(text.contains("琮联自动化仓储设备项目") && text.contains("示例甲"), "{text}");
    // What is still a draft reads what holds today.
    for line in ["undo", "undo", "undo", "undo", "undo", "undo"] {
        done(&sandbox, line);
    }
    done(&sandbox, "setting set 联系人 示例乙");
    done(&sandbox, "letter write HD2020-0004 --output-dir 三");
    assert!(words(&sandbox.path("三/HD2020-0004资规函.docx")).contains("示例乙"));
}

#[test]
fn a_letter_about_a_project_marked_since_says_so_when_it_is_written_and_sent() {
    for (lang, said) in [
        ("zh", "函件中有内部掌握项目的诉求 2 件：SQ2020-0016、SQ2020-0017"),
        ("en", "2 of confidential projects: SQ2020-0016, SQ2020-0017"),
    ] {
        let sandbox = drafted(lang);
        done(&sandbox, "update 琮联自动化仓储设备项目 --confidential yes");
        for line in [
            "letter write HD2020-0004 --output-dir 函",
            "letter sent HD2020-0004 --number 示例1号",
            "letter write HD2020-0004 --output-dir 函",
        ] {
            let told = done(&sandbox, line);
            assert!(told.contains(said), "{line}: {told}");
        }
        let told = done(&sandbox, "letter write HD2020-0001 --output-dir 函");
        assert!(!told.contains(said), "{told}");
    }
}

#[test]
fn files_have_chinese_names_that_every_system_can_hold_and_none_takes_anothers_place() {
    let sandbox = drafted("en");
    done(&sandbox, "department set resources --short ../供电");
    done(&sandbox, "letter write HD2020-0004 --output-dir 函");
    let names: Vec<String> =
        contents(&sandbox.path("函")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["HD2020-0004.._供电函.docx", "HD2020-0004.._供电答复表.xlsx"]);
    for (key, name) in [("kunshan", "../供电"), ("taicang", "甲/供电")] {
        done(&sandbox, &format!("district set {key} --name {name}"));
    }
    let sandbox = Sandbox { lang: "zh", ..sandbox };
    done(&sandbox, "feedback --all --month 2020-03 --output-dir 反馈单");
    let names: Vec<String> =
        contents(&sandbox.path("反馈单")).into_iter().map(|(name, _)| name).collect();
    for name in ["_供电反馈单2020-03.csv", "甲_供电反馈单2020-03.csv"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
    assert_eq!(names.len(), 10);
}

#[test]
fn a_set_of_files_is_written_whole_or_not_at_all() {
    let sandbox = drafted("zh");
    for (line, locked) in [
        ("letter write --round 2020-03 --output-dir 出", "HD2020-0004资规答复表.xlsx"),
        ("feedback --all --month 2020-03 --output-dir 出", "吴江区反馈单2020-03.csv"),
        (
            "template --all --month 2020-03 --output-dir 出",
            "吴江区重点外资项目月报表2020年3月.xlsx",
        ),
        ("letter templates --output-dir 出", "函.md"),
    ] {
        let folder = sandbox.path("出");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join(locked);
        let shipped = sandbox.path("模板/函.md");
        if locked == "函.md" {
            done(&sandbox, "letter templates --output-dir 模板");
            std::fs::copy(&shipped, &path).unwrap();
        } else {
            std::fs::write(&path, "旧").unwrap();
        }
        let old = std::fs::read(&path).unwrap();
        let mut access = path.metadata().unwrap().permissions();
        access.set_readonly(true);
        std::fs::set_permissions(&path, access).unwrap();
        let said = refused(&sandbox, line);
        assert!(said.contains(locked), "{line}: {said}");
        assert_eq!(contents(&folder), [(locked.to_owned(), old)], "{line}");
    }
}
