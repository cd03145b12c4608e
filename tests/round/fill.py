"""Fills in what others fill in, with another program's workbook library.

fill.py replies FORMS FILLED   the departments' answers into the reply forms
fill.py meeting SHEET FILLED   decisions and outcomes into the sheet of a meeting
Prints as JSON what was written.
"""
import datetime
import json
import os
import sys

import openpyxl


def header_of(sheet, wanted):
    """The row of the header, and the column of each heading."""
    for row in sheet.iter_rows():
        columns = {str(cell.value).strip(): cell.column for cell in row if cell.value}
        if all(heading in columns for heading in wanted):
            return row[0].row, columns
    sys.exit(f"{sheet.title}: no header with {wanted}")


def replies(forms, filled):
    written = []
    for name in sorted(os.listdir(forms)):
        if not name.endswith(".xlsx"):
            continue
        book = openpyxl.load_workbook(os.path.join(forms, name))
        sheet = book.worksheets[0]
        head, columns = header_of(sheet, ["诉求编号", "办理意见"])
        for row in range(head + 1, sheet.max_row + 1):
            code = sheet.cell(row, columns["诉求编号"]).value
            if not code or not str(code).startswith("SQ"):
                continue
            opinion = f"{name[:11]}对{code}的办理意见：已列入计划，按月调度（示例）"
            sheet.cell(row, columns["答复类型"]).value = "答复"
            sheet.cell(row, columns["办理意见"]).value = opinion
            sheet.cell(row, columns["答复日期"]).value = datetime.datetime(2020, 3, 10)
            sheet.cell(row, columns["承办人"]).value = "示例承办人"
            written.append(opinion)
        book.save(os.path.join(filled, name))
    return {"opinions": written}


def meeting(path, filled):
    book = openpyxl.load_workbook(path)
    decisions, outcomes = book.worksheets
    head, columns = header_of(decisions, ["议定事项", "责任部门"])
    made = []
    for number, (departments, due) in enumerate([
            ("资规、住建", datetime.datetime(2020, 4, 30)),
            ("电力", "2020年4月15日"),
            ("发改", "2020-03-31")]):
        row = head + 1 + number
        text = f"第{number + 1}项：会同有关板块明确办理路径和办结时间，逐周报告进展（示例）"
        decisions.cell(row, columns["议定事项"]).value = text
        decisions.cell(row, columns["责任部门"]).value = departments
        decisions.cell(row, columns["完成时限"]).value = due
        decisions.cell(row, columns["议定领导"]).value = "示例市领导"
        made.append(text)
    head, columns = header_of(outcomes, ["诉求编号", "办理结果"])
    words = ["已解决", "已有明确办理途径", "已有解决方案或政策意见", "对上争取"]
    said = []
    for row in range(head + 1, outcomes.max_row + 1):
        code = outcomes.cell(row, columns["诉求编号"]).value
        if not code:
            continue
        reason = f"{code}在会上明确的办理结果说明（示例）"
        outcomes.cell(row, columns["办理结果"]).value = words[row % len(words)]
        outcomes.cell(row, columns["说明"]).value = reason
        outcomes.cell(row, columns["日期"]).value = datetime.datetime(2020, 3, 12)
        said.append(reason)
    book.save(filled)
    return {"decisions": made, "outcomes": said}


print(json.dumps({"replies": replies, "meeting": meeting}[sys.argv[1]](*sys.argv[2:]), ensure_ascii=False))
