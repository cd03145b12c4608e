//! What a paper's text becomes, and what a text that cannot be filled in is told.

use super::*;
use crate::error::{Fault, Kind as Refused, TemplateRefusal};
use crate::format::sample;
use crate::labels::official::look;
use crate::model::term::Term;
use crate::model::text::TextKind;
use crate::view::page::{Cell, Page, Table};
use std::io::{Cursor, Read};

const FILE: &str = "函.md";

fn cell(text: &str) -> Fill {
    Fill::Cell(Cell::Text(text.to_owned()))
}

/// A letter in which every field holds its own name, but for those that a test gives.
fn letter(given: &[(Blank, Fill)]) -> Official {
    fn filled(slots: &[crate::model::text::Slot], given: &[(Blank, Fill)]) -> Vec<(Blank, Fill)> {
        let fill = |slot: &crate::model::text::Slot| {
            let own = given.iter().find(|(blank, _)| *blank == slot.blank);
            let fill = match (own, slot.shape) {
                (Some((_, fill)), _) => fill.clone(),
                (None, crate::model::text::Shape::List(fields)) => {
                    Fill::List(vec![filled(fields, given)])
                }
                (None, _) => cell(&fill::name(slot.blank)),
            };
            (slot.blank, fill)
        };
        slots.iter().map(fill).collect()
    }
    let page = Page { tables: vec![], ..sample::page() };
    Official { text: TextKind::Letter, page, fills: filled(TextKind::Letter.slots(), given) }
}

fn own(source: &str) -> Result<Texts> {
    Texts::shipped().replaced(TextKind::Letter, source.to_owned(), FILE.to_owned())
}

fn written(source: &str, given: &[(Blank, Fill)]) -> Vec<Block> {
    own(source).unwrap().write(&letter(given)).unwrap().0
}

fn refused(source: &str) -> (TemplateRefusal, Option<u64>) {
    match own(source) {
        Err(Fault::Refused(refusal)) => match refusal.kind {
            Refused::Template(kind) => {
                assert_eq!(refusal.place.file.as_deref(), Some(FILE));
                (*kind, refusal.place.row)
            }
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn said(kind: Kind, text: &str) -> Block {
    Block::Said { kind, text: text.to_owned() }
}

fn part(bytes: Vec<u8>, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn document(papers: &[Official], source: &str, look: &Look) -> String {
    part(render(papers, &own(source).unwrap(), look).unwrap(), "word/document.xml")
}

#[test]
fn the_mark_of_a_line_says_what_the_paragraph_is() {
    let source = "# 函\n@ {{ 主送 }}：\n正文{{ 批次月份 }}。\n\n## 一、{{ 会议名称 }}\n### （一）细目\n> 署名\n>\n! 附注\n";
    let found = written(source, &[(Blank::Round, Fill::Cell(Cell::Count(3)))]);
    let wanted = [
        said(Kind::Title, "函"),
        said(Kind::Addressee, "主送："),
        said(Kind::Body, "正文3。"),
        said(Kind::Heading, "一、会议名称"),
        said(Kind::Subheading, "（一）细目"),
        said(Kind::Right, "署名"),
        said(Kind::Right, ""),
        said(Kind::Note, "附注"),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn what_comes_from_a_field_is_never_markup() {
    let wild = "# 标题\n> 署名\n{{ 附件 }}\u{fdd0}0\u{fdd0}\u{1b}[31m<w:p/>";
    let found = written("{{ 主送 }}\n## 甲{{ 主送 }}", &[(Blank::Addressee, cell(wild))]);
    let lines = |kind, lead: &str| {
        let first = said(kind, &format!("{lead}# 标题"));
        [first, said(kind, "> 署名"), said(kind, "{{ 附件 }}0[31m<w:p/>")]
    };
    let wanted: Vec<Block> =
        lines(Kind::Body, "").into_iter().chain(lines(Kind::Heading, "甲")).collect();
    assert_eq!(found, wanted, "a line break begins a paragraph of the same kind");
    let text = document(&[letter(&[(Blank::Addressee, cell(wild))])], "{{ 主送 }}", &look());
    assert!(text.contains("{{ 附件 }}0[31m&lt;w:p/&gt;") && !text.contains('\u{1b}'));
}

#[test]
fn what_no_document_may_hold_is_left_out_of_a_text() {
    let source = "甲\u{7}\u{202e}乙\u{fdd0}{%\tif 主送\t%}丙{% endif %}\u{ffff}";
    assert_eq!(written(source, &[]), [said(Kind::Body, "甲乙丙")]);
}

#[test]
fn an_empty_field_alone_on_its_line_leaves_nothing() {
    let found = written("甲\n{{ 附件 }}\n乙", &[(Blank::Attachment, Fill::Cell(Cell::Blank))]);
    assert_eq!(found, [said(Kind::Body, "甲"), said(Kind::Body, "乙")]);
}

#[test]
fn days_are_written_in_full_and_flags_in_words() {
    let day = Fill::Cell(Cell::Day("2020-03-09".parse().unwrap()));
    let given = [(Blank::Dated, day), (Blank::Provisional, Fill::Cell(Cell::Flag(true)))];
    let found = written("{{ 成文日期 }}{% if 暂定 %}（暂定）{% endif %}{{ 暂定 }}", &given);
    assert_eq!(found, [said(Kind::Body, "2020年3月9日（暂定）是")]);
}

#[test]
fn a_list_is_gone_through_and_its_items_keep_their_own_fields() {
    let source = "{% for 诉求 in 诉求清单 %}\n## {{ 诉求.序号 }}、{{ 诉求.项目名称 }}\n{{ 诉求.背景情况 }}\n{% endfor %}\n";
    let found = written(source, &[(Blank::Number, Fill::Cell(Cell::Count(1)))]);
    assert_eq!(found, [said(Kind::Heading, "1、项目名称"), said(Kind::Body, "背景情况")]);
}

#[test]
fn an_unknown_field_is_refused_with_its_line_and_the_fields_there_are() {
    let (refusal, row) = refused("# 函\n\n正文里写着项目名。{{ 项目名 }}\n");
    let TemplateRefusal::UnknownBlank { given, known } = refusal else { panic!("{refusal:?}") };
    assert_eq!((given.as_str(), row), ("项目名", Some(3)));
    assert!(known.contains(&"主送".to_owned()) && known.contains(&"诉求清单".to_owned()));
    // Also where it would not be printed, and where the word stands in the text before.
    let (refusal, row) = refused("甲项目名\n{% if 暂定 and 项目名 %}乙{% endif %}");
    assert!(matches!(refusal, TemplateRefusal::UnknownBlank { given, .. } if given == "项目名"));
    assert_eq!(row, Some(2));
    let (refusal, row) = refused("{% for 件 in 诉求清单 %}\n{{ 件.项目 }}\n{% endfor %}");
    let TemplateRefusal::UnknownBlank { given, known } = refusal else { panic!("{refusal:?}") };
    assert_eq!((given.as_str(), row), ("件.项目", Some(2)));
    assert!(known.contains(&"项目名称".to_owned()) && !known.contains(&"主送".to_owned()));
}

#[test]
fn a_text_that_cannot_be_read_is_refused_with_its_line() {
    let (refusal, row) = refused("# 函\n{% if 暂定 %}\n正文");
    assert!(matches!(refusal, TemplateRefusal::Broken { .. }) && row.is_some(), "{refusal:?}");
    let (refusal, row) = refused("# 函\n{{ 主送 | 大写 }}");
    assert!(matches!(refusal, TemplateRefusal::Broken { .. }), "{refusal:?}");
    assert_eq!(row, Some(2));
    let list = TemplateRefusal::IsList { given: "诉求清单".into() };
    assert_eq!(refused("甲\n{{ 诉求清单 }}"), (list, Some(2)));
    assert_eq!(refused(" \n"), (TemplateRefusal::Empty, None));
}

#[test]
fn a_table_stands_alone_on_its_line() {
    let table = |rows: usize| Table {
        rows: sample::table().rows.into_iter().take(rows).collect(),
        ..sample::table()
    };
    let given = [(Blank::Attachment, Fill::Table(table(3)))];
    let source = "甲\n{% if 附件 %}\n  {{ 附件 }}\n{% endif %}\n乙";
    let found = written(source, &given);
    assert_eq!(found, [said(Kind::Body, "甲"), Block::Drawn(0), said(Kind::Body, "乙")]);
    let none = written(source, &[(Blank::Attachment, Fill::Table(table(0)))]);
    assert_eq!(none, [said(Kind::Body, "甲"), said(Kind::Body, "乙")]);
    let error = own("甲\n见{{ 附件 }}").unwrap().write(&letter(&given)).unwrap_err();
    let Fault::Refused(refusal) = error else { panic!("{error:?}") };
    assert_eq!(refusal.kind, TemplateRefusal::NotAlone { given: "附件".into() }.into());
    assert_eq!(refusal.place.row, Some(2));
    let text = document(&[letter(&given)], source, &look());
    assert!(text.contains("<w:tblHeader/>") && text.contains("12,000.50"));
}

#[test]
fn a_frame_sets_two_pairs_in_a_line_and_a_long_value_alone() {
    let pairs = vec![
        (Term::District.into(), Cell::Text("昆山市".into())),
        (Term::Stage.into(), Cell::Blank),
        (Term::Content.into(), Cell::Text("很长".repeat(20))),
    ];
    let text =
        document(&[letter(&[(Blank::Attachment, Fill::Grid(pairs))])], "{{ 附件 }}", &look());
    assert_eq!(text.matches("<w:tr>").count(), 2);
    assert_eq!(text.matches(r#"<w:gridSpan w:val="3"/>"#).count(), 1);
}

#[test]
fn each_paper_begins_on_a_sheet_of_its_own() {
    let text = document(&[letter(&[]), letter(&[]), letter(&[])], "# 甲\n乙", &look());
    assert_eq!(text.matches("<w:sectPr>").count(), 3);
    assert!(text.ends_with("</w:sectPr></w:body></w:document>\n"));
}

#[test]
fn the_day_stands_four_characters_from_the_margin_and_the_office_is_centred_above_it() {
    let right = |lines: &[&str]| -> Vec<i64> {
        (0..lines.len()).map(|at| indent(lines.iter().copied(), at) / (315 / 2)).collect()
    };
    // In half characters: 12 above 13, and 26 above 13.
    assert_eq!(right(&["苏州市商务局", "2020年3月12日"]), [8, 8]);
    assert_eq!(right(&["苏州市重点外资项目推进工作", "2020年3月12日"]), [2, 8]);
    assert_eq!(right(&["很长很长很长很长很长很长很长很长很长的机关名称", "2020年3月9日"]), [0, 17]);
}

#[test]
fn a_letter_with_its_head_has_the_office_in_red_and_no_number_on_the_first_page() {
    let headed = Look { head: Some("苏州市商务局".into()), ..look() };
    let given = [(Blank::LetterNumber, cell("苏商外函〔2020〕9号"))];
    let bytes = render(&[letter(&given)], &own("# 函\n正文").unwrap(), &headed).unwrap();
    let header = part(bytes.clone(), "word/header1.xml");
    assert!(header.contains("苏州市商务局") && header.contains("OfficeRule"));
    let text = part(bytes, "word/document.xml");
    let (number, rest) = text.split_once("苏商外函〔2020〕9号").unwrap();
    assert!(number.contains("PaperNumber") && rest.contains("<w:titlePg/>"));
    let plain = document(&[letter(&given)], "# 函\n正文", &look());
    assert!(!plain.contains("苏商外函") && !plain.contains("<w:titlePg/>"));
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let bytes = || render(&[letter(&[])], &Texts::shipped(), &look()).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn every_text_that_is_shipped_can_be_filled_in() {
    for kind in TextKind::ALL {
        let source = crate::labels::official::shipped(*kind).to_owned();
        let file = crate::labels::official::file(*kind);
        Texts::shipped().replaced(*kind, source, file).unwrap();
    }
}
