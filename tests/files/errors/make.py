#!/usr/bin/env python3
"""Writes the spoiled files of this folder and ways.csv, the list of them. Run `python3 make.py`; it
needs openpyxl, xlwt and msoffcrypto-tool. The tests need none of them: they read what stands here.
All projects are invented."""

import csv
import datetime
import io
import sqlite3
import struct
import sys
import tempfile
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import xlwt
from xlwt.CompoundDoc import XlsDoc
from openpyxl.utils import get_column_letter

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
WAYS = []
GIVEN = "--month 2020-02 --district 昆山"
HEAD = ["项目名称", "外方投资者", "国别", "行业", "投资总额（万美元）", "推进阶段", "签约时间", "入库依据"]
GOOD = ["示例甲项目", "示例甲公司", "香港", "食品", 12000, "在谈", None, "签约大会"]
PLACES = dict(zip("name investor origin industry total stage signed basis".split(), range(8)))


def way(name, said, content, args=GIVEN):
    """One way to spoil a file: its name, the way in words, its bytes, the rest of the command."""
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    WAYS.append((name, said, args))


def row(**cells):
    """The good row with some cells changed."""
    changed = list(GOOD)
    for key, value in cells.items():
        changed[PLACES[key]] = value
    return changed


def text(*rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def table(*rows):
    return text(HEAD, *rows)


def book(*rows, change=None, **sheets):
    """A workbook of one sheet 进展 with these rows, or of the sheets named."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, content in (sheets or {"进展": (HEAD, *rows)}).items():
        sheet = made.create_sheet(title)
        for cells in content:
            sheet.append(cells)
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return repacked(out.getvalue())


def repacked(content, **parts):
    """The same workbook with fixed times, and with some parts replaced, added or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {name: old.read(name) for name in old.namelist() if not name.startswith("docProps")}
        for name, part in {**kept, **parts.get("parts", {})}.items():
            if part is not None:
                info = zipfile.ZipInfo(name, (2020, 2, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, part)
    return out.getvalue()


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts["parts"].items():
            info = zipfile.ZipInfo(name, (2020, 2, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return out.getvalue()


def old_book(*rows, change=None, records=None):
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("进展")
    for r, cells in enumerate((HEAD, *rows)):
        for c, value in enumerate(cells):
            if value is not None:
                sheet.write(r, c, value)
    if change:
        change(sheet)
    stream = made.get_biff_data()
    out = io.BytesIO()
    XlsDoc().save(out, records(stream) if records else stream)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def sheet_xml(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(SHEET).decode()


# --- what is no table ----------------------------------------------------------------------------
way("pdf_named_csv.csv", "PDF 改名为 csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
way("image_named_xlsx.xlsx", "截图改名为 xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40))
way("word_named_xlsx.xlsx", "Word 文档改名为 xlsx", zipped(parts={"word/document.xml": "<w:document/>"}))
way("archive_named_xlsx.xlsx", "几个 CSV 的压缩包改名为 xlsx", zipped(parts={"a.csv": table(GOOD)}))
way("rar_named_csv.csv", "RAR 压缩包改名为 csv", b"Rar!\x1a\x07\x01\x00" + bytes(range(64)))
way("open_document.ods", "OpenDocument 表格", zipped(parts={
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"}))
with tempfile.TemporaryDirectory() as folder:
    with sqlite3.connect(Path(folder) / "a") as made:
        made.execute("PRAGMA page_size=512")
        made.execute("CREATE TABLE a(b)")
    way("database_named_csv.csv", "数据库文件改名为 csv", (Path(folder) / "a").read_bytes())
way("program_named_csv.csv", "程序文件改名为 csv", b"\x7fELF\x02\x01\x01" + bytes(57))
way("empty.csv", "空文件", b"")
way("web_page_without_table.xls", "网页里没有表格", "<html><body><p>示例：没有表格</p></body></html>")
way("mixed_encodings.csv", "两种编码的行拼在一个文件里", table(GOOD).encode() + text(row(name="示例乙项目")).encode("gbk"))

# --- what cannot be opened -----------------------------------------------------------------------
plain = book(GOOD)
locked = io.BytesIO()
msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(plain)).encrypt("示例密码", locked)
way("encrypted.xlsx", "设了打开密码的 xlsx", locked.getvalue())
way("encrypted.xls", "设了打开密码的 xls", old_book(
    GOOD, records=lambda it: it[:20] + struct.pack("<HHHHH", 0x2F, 6, 0, 7, 9) + it[20:]))
way("truncated.xlsx", "传输中断，后半截丢失", plain[: len(plain) // 2])
way("xml_table.xls", "XML 格式的表格改名为 xls", '<?xml version="1.0"?><Workbook><Worksheet/></Workbook>')
way("broken_sheet.xlsx", "工作表的内容损坏", repacked(plain, parts={SHEET: sheet_xml(plain)[:-120]}))
way("missing_sheet.xlsx", "工作簿里缺了工作表", repacked(plain, parts={SHEET: None}))
way("binary_workbook.xlsb", "二进制工作簿 xlsb", zipped(parts={
    "xl/workbook.bin": b"\x83\x01\0", "xl/worksheets/sheet1.bin": b"\x81\x01\0"}))
way("truncated.xls", "xls 缺了后半截", old_book(GOOD, records=lambda it: it[:-200]))

# --- bounds --------------------------------------------------------------------------------------
way("zip_bomb.xlsx", "压缩炸弹", repacked(plain, parts={SHEET: "<worksheet><sheetData>" + " " * (24 << 20)}))
way("too_many_sheets.xlsx", "工作表太多", zipped(parts={
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets>' + "".join(
        f'<sheet name="{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, 300)) + "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": "<Relationships>" + "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        f'Target="worksheets/sheet{n}.xml"/>' for n in range(1, 300)) + "</Relationships>",
    "_rels/.rels": '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'}))
way("row_beyond_the_last.xlsx", "行号超过工作表的最后一行", repacked(plain, parts={
    SHEET: sheet_xml(plain).replace('r="2"', 'r="2000000"').replace('2" t="', '2000000" t="').replace("E2", "E2000000")}))


def far(made):
    made["进展"].cell(2, 16384, "误填")


way("cell_far_right.xlsx", "最右一列误填了一个字", book(GOOD, change=far))
way("cell_too_long.csv", "一格里粘进了整篇文章", table(row(industry="食" * 32768)))

# --- header --------------------------------------------------------------------------------------
way("no_header.csv", "没有表头", text(GOOD, row(name="示例乙项目")))
way("header_too_deep.csv", "表头前有三十多行说明", "填报说明（示例）\n" * 40 + table(GOOD))
way("header_only.csv", "只有表头", table())
way("two_headings_one_meaning.csv", "两列是同一个意思", text(
    [*HEAD, "计划总投资（万美元）"], [*GOOD, 12000]))
way("no_unit.csv", "金额没有单位", text(["项目名称", "投资总额"], ["示例甲项目", 12000]))
way("two_units_above.csv", "表头上方写了两个单位", text(
    ["单位：万美元"], ["单位：万元"], ["项目名称", "投资总额"], ["示例甲项目", 12000]))
way("paid_in_of_what.csv", "到账没写是本月还是累计", text(["项目名称", "到账外资（万美元）"], ["示例甲项目", 1]))
way("nothing_but_titles.xlsx", "工作簿里没有报表", book(封面=[["昆山市重点外资项目"]], 说明=[["填报说明（示例）"]]))

# --- month and district --------------------------------------------------------------------------
way("no_month.csv", "没有写明月份", table(GOOD), "--district 昆山")
way("no_district.csv", "没有写明板块", table(GOOD), "--month 2020-02")
way("month_of_the_title.csv", "标题里的月份与指定的不同", "重点外资项目进展（截至2020年1月底）\n" + table(GOOD))
way("month_of_a_row.csv", "一行的报告月份与指定的不同", text(
    ["项目名称", "报告月份", "投资总额（万美元）"], ["示例甲项目", "2020年1月", 12000]))
way("month_to_come.csv", "月份还没有到", "重点外资项目进展（截至2020年5月底）\n" + table(GOOD), "--district 昆山")
way("district_of_the_title.csv", "标题里的板块与指定的不同", "太仓市重点外资项目进展\n" + table(GOOD))
way("district_of_a_row.csv", "一行的板块与指定的不同", text(
    ["项目名称", "板块", "投资总额（万美元）"], ["示例甲项目", "太仓市", 12000]))
way("unknown_district.csv", "板块名称不认识", text(
    ["项目名称", "板块", "投资总额（万美元）"], ["示例甲项目", "火星区", 12000]), "--month 2020-02")

# --- rows ----------------------------------------------------------------------------------------
way("stray_quote.csv", "多了一个引号", table(GOOD) + '"' + text(*[row(name=f"示例{n}项目") for n in "乙丙丁戊己庚"]))
way("ragged_row.csv", "一行少了几列", table(GOOD) + "示例乙项目,示例乙公司,美国\n")
way("name_missing.csv", "没有项目名称", table(row(name=None)))
way("same_project_twice.csv", "同一项目写了两行", table(GOOD, GOOD), GIVEN + " --admit")
way("same_project_on_two_sheets.xlsx", "同一项目在两张工作表里", book(
    上半月=[HEAD, GOOD], 下半月=[HEAD, GOOD, row(name="示例乙项目", investor="示例乙公司")]), GIVEN + " --admit")


def merged_name(made):
    made["进展"].merge_cells("A2:A3")


way("merged_name.xlsx", "项目名称合并在两行上", book(GOOD, row(name=None), change=merged_name), GIVEN + " --admit")
way("unknown_code.csv", "编号不在库中", text(["项目编号", "项目名称", "行业"], ["XM2020-9999", "示例甲项目", "食品"]))
way("malformed_code.csv", "编号写错了样式", text(["项目编号", "项目名称", "行业"], ["2020年1号", "示例甲项目", "食品"]))
way("code_of_another_district.csv", "编号是别的板块的", text(
    ["项目编号", "项目名称", "行业"], ["XM2020-0001", "常熟旧项目", "食品"]))
way("known_in_another_district.csv", "别的板块的在库项目", table(
    row(name="常熟旧项目", investor="旧公司")), GIVEN + " --admit")
way("near_a_known_name.csv", "名称与在库项目相近", table(
    row(name="昆山旧光学膜片生产基地建设", investor="另一家")), GIVEN + " --admit")

# --- values --------------------------------------------------------------------------------------
way("words_for_an_amount.xlsx", "数字格里写了字", book(row(total="八千")))
way("two_amounts_in_a_cell.csv", "一格里写了两种货币的金额", table(row(total="1200万美元/8400万元人民币")))
way("negative_amount.csv", "负数金额", table(row(total=-5)))
way("amount_too_large.csv", "金额大得不可能", table(row(total=99999999999999)))
way("amount_too_precise.csv", "小数位太多", table(row(total="1.23456789")))
way("currency_without_rate.csv", "货币没有折算率", table(row(total="5000万元人民币")))
way("formula_error.xlsx", "公式引用失效，成了 #REF!", repacked(book(GOOD), parts={SHEET: sheet_xml(book(GOOD)).replace(
    '<c r="E2" t="n"><v>12000</v></c>', '<c r="E2" t="e"><f>#REF!*2</f><v>#REF!</v></c>')}))
way("formula_error_in_a_name.csv", "项目名称是公式错误 #N/A", table(row(name="#N/A")))
way("damaged_number.xlsx", "长数字成了科学记数，末几位丢失", book(row(investor=320583199901011234)))
way("january_or_october.xlsx", "日期格里是数字 2020.1", book(row(stage="签约未设立", signed=2020.1)))
way("words_for_a_date.csv", "日期写成了话", table(row(stage="签约未设立", signed="春节以后")))
way("unknown_stage.csv", "推进阶段不认识", table(row(stage="流产")))
way("unknown_origin.csv", "国别不认识", table(row(origin="火星")))
way("unknown_basis.csv", "入库依据不认识", table(row(basis="朋友介绍")))
way("neither_yes_nor_no.csv", "是否增资写了也许", text([*HEAD, "是否增资"], [*GOOD, "也许"]))

# --- what is hidden ------------------------------------------------------------------------------


def hide_row(made):
    made["进展"].row_dimensions[2].hidden = True


def hide_column(made):
    made["进展"].column_dimensions[get_column_letter(5)].hidden = True


def hide_sheet(made):
    made["旧表"].sheet_state = "veryHidden"


def filter_rows(made):
    hide_row(made)
    made["进展"].auto_filter.ref = "A1:H3"


def hide_old_row(sheet):
    sheet.row(1).hidden = True


def hide_old_column(sheet):
    sheet.col(4).hidden = True


other = row(name="示例乙项目", investor="示例乙公司")
way("hidden_row.xlsx", "隐藏了一行", book(GOOD, other, change=hide_row))
way("hidden_column.xlsx", "隐藏了金额列", book(GOOD, change=hide_column))
way("hidden_sheet.xlsx", "深度隐藏的工作表", book(进展=[HEAD, GOOD], 旧表=[HEAD, other], change=hide_sheet))
way("filtered.xlsx", "筛选后报来，有行未显示", book(GOOD, other, change=filter_rows))
way("hidden_row.xls", "xls 里隐藏了一行", old_book(GOOD, other, change=hide_old_row))
way("hidden_column.xls", "xls 里隐藏了金额列", old_book(GOOD, change=hide_old_column))
way("hidden_row_of_a_web_page.xls", "网页表格里隐藏了一行", "<html><meta charset=utf-8><table><tr>"
    + "".join(f"<th>{it}" for it in HEAD) + "</tr><tr style='display: none'>"
    + "".join(f"<td>{it or ''}" for it in GOOD) + "</tr></table></html>")

# --- and one that is read ------------------------------------------------------------------------
made = xlwt.Workbook(encoding="utf-8")
sheet = made.add_sheet("进展")
head = ["序号", "项目名称", "投资总额（万美元）", "推进阶段", "入库依据", "签约时间", "责任单位"]
for c, heading in enumerate(head):
    sheet.write(0, c, heading)
month = xlwt.easyxf(num_format_str='yyyy"年"m"月"')
day = xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"')
signed = [(datetime.date(2020, 2, 1), month), (datetime.date(2020, 1, 9), day), (datetime.date(2020, 1, 9), day)]
for r, (name, total, date) in enumerate(zip("甲乙丙", (15000, 8000.5, xlwt.Formula("4500*2")), signed), 1):
    for c, value in enumerate((r, f"示例{name}项目", total, "签约未设立", "签约大会")):
        sheet.write(r, c, value)
    sheet.write(r, 5, *date)
sheet.write_merge(1, 2, 6, 6, "示例园区管委会")
sheet.row(2).hidden = True
out = io.BytesIO()
made.save(out)
(HERE.parent / "old_book.xls").write_bytes(out.getvalue())

with open(HERE / "ways.csv", "w", newline="", encoding="utf-8") as listed:
    csv.writer(listed, lineterminator="\n").writerows([("file", "way", "arguments"), *WAYS])
known = {name for name, _, _ in WAYS} | {"make.py", "ways.csv", "README.md"}
assert len(known) == len(WAYS) + 3, "a name twice"
for path in HERE.iterdir():
    if path.name not in known and path.suffix != ".snap" and path.is_file():
        path.unlink()
