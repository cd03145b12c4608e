"""How the papers of a meeting are made: what other programs find in the files and in their print.

made.py FOLDER PRINTS: opens every .docx and .xlsx of FOLDER, and the PDF of each in PRINTS (a folder with
`docx` and `xlsx`). Prints what each file has, or what is wrong and ends with 1.
"""
import os
import re
import subprocess
import sys

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.shared import Mm

FOLDER, PRINTS = sys.argv[1:3]
MARGINS = {"portrait": (37, 35, 28, 26), "landscape": (28, 26, 35, 37)}
A4 = (210, 297)
# The first labels of the frames, which have no header.
FRAMES = {("项目编号", "板块"), ("诉求类别", "板块"), ("项目数", "投资总额（万美元）")}


def must(holds, name, what):
    if not holds:
        sys.exit(f"{name}: {what}")


def millimetres(length):
    return round(length / Mm(1))


def document(name):
    made = docx.Document(os.path.join(FOLDER, name))
    ways = set()
    for section in made.sections:
        size = (millimetres(section.page_width), millimetres(section.page_height))
        way = "portrait" if size[0] < size[1] else "landscape"
        ways.add(way)
        must(tuple(sorted(size)) == A4, name, f"not A4: {size}")
        margins = tuple(millimetres(it) for it in (
            section.top_margin, section.bottom_margin, section.left_margin, section.right_margin))
        must(margins == MARGINS[way], name, f"margins {margins}")
        for footer in (section.footer, section.even_page_footer):
            must("PAGE" in footer._element.xml, name, "no page number")
    fonts = {}
    for style in made.styles.element.iter(qn("w:style")):
        for face in style.iter(qn("w:rFonts")):
            fonts[style.get(qn("w:styleId"))] = face.get(qn("w:eastAsia"))
    expected = {"Title": "方正小标宋", "BodyText": "仿宋", "OfficialHeading1": "黑体",
                "OfficialHeading2": "楷体"}
    for style, face in expected.items():
        must((fonts.get(style) or "").startswith(face), name, f"{style} in {fonts.get(style)}")
    for run in made.element.body.iter(qn("w:r")):
        face = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        must(face is not None and face.get(qn("w:hint")) == "eastAsia", name, "a run without a hint")
    headed = 0
    for table in made.tables:
        rows = table._tbl.tr_lst
        for row in rows:
            must(row.find(f".//{qn('w:cantSplit')}") is not None, name, "a row that breaks")
        is_head = rows[0].find(f".//{qn('w:tblHeader')}") is not None
        # A frame of labels and values has no header: its first cell is a label, the next a value.
        first = [cell.text for cell in table.rows[0].cells]
        is_frame = (first[0], *first[2:3]) in FRAMES
        must(is_head != is_frame, name, f"header of {table.cell(0, 0).text}")
        headed += is_head
    return f"{'、'.join(sorted(ways))} {len(made.tables)} tables, {headed} headed"


def workbook(name):
    made = openpyxl.load_workbook(os.path.join(FOLDER, name))
    for sheet in made.worksheets:
        page = sheet.page_setup
        must(str(page.paperSize) == "9" and page.orientation == "landscape", name, "not A4 across")
        must(sheet.sheet_properties.pageSetUpPr.fitToPage and page.fitToWidth in (1, None), name, "width")
        must(sheet.print_title_rows, name, f"{sheet.title}: no repeated header")
        must(sheet.freeze_panes, name, f"{sheet.title}: no frozen header")
        must("&[Page]" in str(sheet.oddFooter.center.text) or "&P" in str(sheet.oddFooter.center.text),
             name, "no page number")
        for row in sheet.iter_rows():
            for cell in row:
                must(cell.data_type != "f", name, f"a formula in {cell.coordinate}")
    return f"{len(made.worksheets)} sheets"


def said(*args):
    return subprocess.run(args, capture_output=True, text=True, check=True).stdout


def printed(name):
    stem, ending = name.rsplit(".", 1)
    pdf = os.path.join(PRINTS, ending, stem + ".pdf")
    info = said("pdfinfo", pdf)
    pages = int(re.search(r"Pages:\s+(\d+)", info).group(1))
    fonts = said("pdffonts", pdf).splitlines()[2:]
    must(fonts, name, "no fonts")
    for font in fonts:
        must(re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+", font).group(1) == "yes", name,
             f"a font that is not in the file: {font}")
    boxes = said("pdftotext", "-bbox", pdf, "-")
    page = 0
    for line in boxes.splitlines():
        found = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line)
        if found:
            page += 1
            width, height = map(float, found.groups())
            must(abs(min(width, height) - 595.3) < 1 and abs(max(width, height) - 841.9) < 1, name,
                 f"page {page} is {width} by {height}")
            # In a document nothing lies in the margins but the page number.
            edge = (28 if width < height else 35) * 72 / 25.4 - 9
        found = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)', line)
        if found:
            left, top, right, bottom = map(float, found.groups()[:4])
            inside = 0 <= left and right <= width and 0 <= top and bottom <= height
            must(inside, name, f"page {page}: {found.group(5)} off the sheet")
            must(ending == "xlsx" or left >= edge, name, f"page {page}: {found.group(5)} in the margin")
    text = said("pdftotext", "-layout", pdf, "-")
    must("###" not in text, name, "a number that does not fit")
    numbers = re.findall(r"—\s*(\d+)\s*—", text) if ending == "docx" else re.findall(r"第\s*(\d+)\s*页", text)
    must([int(it) for it in numbers][-1:] == [pages] or ending == "xlsx", name, f"page numbers {numbers}")
    return pages


for name in sorted(os.listdir(FOLDER)):
    kind = document if name.endswith(".docx") else workbook
    made = kind(name)
    pages = printed(name)
    # What must be one page is one.
    must("主持人简报" not in name or pages == 1, name, f"{pages} pages")
    print(f"{name}: {made}, {pages} pages")
