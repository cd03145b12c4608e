"""Fills in a reply form as a department would, through another program's workbook library, and prints
what the form offers and what is locked.

usage: answer.py FORM.xlsx FILLED.xlsx
The first row is answered, the second asks for more time, the third goes back, the others stay empty.
"""

import datetime
import json
import sys

import openpyxl

ANSWERS = [
    {"答复类型": "答复", "办理意见": "已列入年度计划", "答复日期": datetime.date(2020, 3, 10), "承办人": "示例承办人"},
    {"答复类型": "申请延期", "申请延期至": datetime.date(2020, 3, 25), "理由": "需报省厅", "答复日期": datetime.date(2020, 3, 10)},
    {"答复类型": "退单", "理由": "不属本单位职责", "答复日期": datetime.date(2020, 3, 9)},
]


def main(form, filled):
    book = openpyxl.load_workbook(form)
    sheet = book["答复表"]
    head = next(row for row in sheet.iter_rows(max_row=8) if any(cell.value == "诉求编号" for cell in row))
    columns = {cell.value: cell.column for cell in head}
    first = head[0].row + 1
    for at, answer in enumerate(ANSWERS, first):
        for heading, value in answer.items():
            cell = sheet.cell(at, columns[heading])
            if cell.protection.locked:
                raise SystemExit(f"{cell.coordinate}: locked")
            cell.value = value
    lists = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            name, cells = rule.formula1.lstrip("=").rsplit("!", 1)
            rows = book[name.strip("'")][cells.replace("$", "")]
            heading = next(it for it, column in columns.items() if sheet.cell(first, column).coordinate in rule.sqref)
            lists[heading] = [row[0].value for row in rows]
    locked = [it for it, column in columns.items() if sheet.cell(first, column).protection.locked]
    print(json.dumps({
        "title": sheet.cell(1, 1).value,
        "guide": sheet.cell(2, 1).value,
        "protected": sheet.protection.sheet,
        "locked": locked,
        "lists": lists,
        "codes": [sheet.cell(at, columns["诉求编号"]).value for at in range(first, first + 3)],
    }, ensure_ascii=False))
    book.save(filled)


main(*sys.argv[1:])
