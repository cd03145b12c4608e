"""Fills in a district's form as a person would, through another program's workbook library.

usage: fill.py FORM.xlsx CELLS.json
CELLS is {sheet: [{heading: value, ...}, ...]}; a row of 进展 is found by its 项目名称, rows of the other
sheets are written one after another below the header. A heading that the form does not have, or a
cell that is locked, is a fault.
"""

import datetime
import json
import sys

import openpyxl


def header(sheet):
    """The row of headings, and the column of each."""
    for row in sheet.iter_rows(min_row=1, max_row=6):
        names = {cell.value: cell.column for cell in row if cell.value}
        if "序号" in names:
            return row[0].row, names
    raise SystemExit(f"{sheet.title}: no headings")


def value(text):
    if isinstance(text, str) and len(text) == 10 and text[4] == text[7] == "-":
        return datetime.date.fromisoformat(text)
    return text


def main(form, cells):
    book = openpyxl.load_workbook(form)
    with open(cells, encoding="utf-8") as file:
        wanted = json.load(file)
    for name, rows in wanted.items():
        sheet = book[name]
        head, columns = header(sheet)
        free = head + 1
        for row in rows:
            if name == "进展":
                names = (sheet.cell(at, columns["项目名称"]).value for at in range(head + 1, sheet.max_row + 1))
                at = head + 1 + list(names).index(row.pop("项目名称"))
            else:
                at, free = free, free + 1
            for heading, text in row.items():
                cell = sheet.cell(at, columns[heading])
                if sheet.protection.sheet and cell.protection.locked:
                    raise SystemExit(f"{name} {cell.coordinate}: locked")
                cell.value = value(text)
    book.save(form)


main(*sys.argv[1:])
