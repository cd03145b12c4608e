"""Puts a receipt right as its column of errors says, the way a district would, and checks on the way
that the receipt is what a spreadsheet program can work with. Usage: correct.py RECEIPT CORRECTED"""

import datetime
import re
import sys

import openpyxl

RED, YELLOW = "FFFFC7CE", "FFFFEB9C"
HEADINGS = ("错误说明", "Errors")


def check(true, what):
    if not true:
        sys.exit(f"receipt: {what}")


def fill(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def correction(line, names):
    """What the line asks for, by its own words."""
    if "不是金额" in line or "is not an amount" in line:
        return 8000
    if "是负数" in line or "is negative" in line:
        return 5000
    if "不是能识别的日期" in line or "is not a date" in line:
        return re.search(r"(2020-\d\d-\d\d)", line.split("；")[-1].split(";")[-1]).group(1)
    choices = re.search(r"(?:选填：|use one of: )(.*)[。.]", line)
    if choices:
        return re.split("、|, ", choices.group(1))[0]
    if "没有填写" in line or "is not filled in" in line:
        return next(names)
    sys.exit(f"receipt: no advice in {line!r}")


def main(receipt, corrected):
    book = openpyxl.load_workbook(receipt)
    names = iter(f"示例补名{number}项目" for number in range(1, 99))
    for sheet in book.worksheets:
        heading = next(c for row in sheet.iter_rows() for c in row if c.value in HEADINGS)
        below = max([r.max_row for r in sheet.merged_cells.ranges if heading.coordinate in r] or [heading.row])
        heads = {}
        for row in sheet.iter_rows(min_row=heading.row, max_row=below):
            heads.update({cell.value: cell.column for cell in row if cell.value})
        check(heading.column == sheet.max_column, "the errors are the last column")
        check(sheet.freeze_panes == f"A{below + 1}", "the header is frozen")
        setup = sheet.page_setup
        check((setup.orientation, setup.paperSize) == ("landscape", 9), "A4 landscape")
        check(sheet.print_title_rows == f"${heading.row}:${below}", "the header is repeated")
        check(any(r.min_row < r.max_row and r.min_col == 1 for r in sheet.merged_cells.ranges), "merges")
        for row in sheet.iter_rows(min_row=below + 1):
            message = row[heading.column - 1].value
            check(message, "every row says why it is there")
            for cell in row:
                check(cell.data_type != "f", "no formula")
            code = row[heads["统一社会信用代码"] - 1]
            check(code.value == "913205831234567890", "long numbers stay whole")
            planned = row[heads["拟新增注册外资"] - 1]
            check((planned.value, planned.number_format) == (1250.5, "#,##0.00"), "numbers stay numbers")
            signed = row[heads["签约时间"] - 1]
            if isinstance(signed.value, datetime.datetime):
                check(signed.number_format == 'yyyy"年"m"月"d"日"', "dates keep their format")
            shades = {fill(cell) for cell in row}
            for line in message.split("\n"):
                rejected = line.startswith(("【退回】", "[Rejected]"))
                check((RED if rejected else YELLOW) in shades, f"a coloured cell for {line!r}")
                if rejected:
                    column = re.search(r"“([^”]*)”列|column “([^”]*)”", line)
                    cell = row[heads[column.group(1) or column.group(2)] - 1]
                    check(fill(cell) == RED, f"{cell.coordinate} is red")
                    cell.value = correction(line, names)
    book.save(corrected)


main(*sys.argv[1:])
