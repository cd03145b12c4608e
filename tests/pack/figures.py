"""Compares every figure of the papers of a meeting with the JSON of the same state.

figures.py PROGRAM FOLDER MEETING: the library is that of TUIJIN_DB. Prints how many figures agree, or what
differs and ends with 1.
"""
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "papers"))
import figures as pages

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

PROGRAM, FOLDER, MEETING = sys.argv[1:4]
HUNDRED_MILLION = 10 ** 10  # cents of 亿美元
checked = 0
NUMBER = re.compile(r"\d+/\d+(?: \([\d.]+%\))?|\d[\d,]*(?:\.\d+)?")
CODE = re.compile(r"(?:XM|SQ|RW|DB|DP)\d{4}-\d+")


def say(*args):
    done = subprocess.run([PROGRAM, *args, "--format", "json"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{args}: {done.stderr}")
    return json.loads(done.stdout)


def paper(ending):
    name, = [name for name in sorted(os.listdir(FOLDER)) if name.endswith(ending)]
    return os.path.join(FOLDER, name)


def agree(what, found, expected):
    global checked
    found, expected = sorted(found), sorted(expected)
    if found != expected:
        less = [it for it in expected if it not in found]
        more = [it for it in found if it not in expected]
        sys.exit(f"{what}: not printed {less}, printed without ground {more}")
    checked += len(found)


def rows(page, title):
    return next(table["rows"] for table in page["tables"] if table["table"] == title)


def share(cell):
    return pages.share(cell["n"], cell["of"], cell["percent"])


def money(cents):
    """Half up to two decimals of 亿美元."""
    step = HUNDRED_MILLION // 100
    rounded = (cents + step // 2) // step
    return f"{rounded // 100}.{rounded % 100:02}".rstrip("0").rstrip(".")


def topics(document):
    agenda = next(page for page in document["pages"] if page["title"] == "agenda")
    kinds = [row["cells"][1]["word"]["item_kind"] for row in agenda["tables"][0]["rows"]]
    return [str(len(kinds))] + [str(kinds.count(kind)) for kind in dict.fromkeys(kinds)]


def said(path):
    text = "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs[1:])
    # Sentences have full-width brackets.
    return re.sub(r"（([\d.]+%)）", r" (\1)", text)


def figures_in(text):
    text = re.sub(r"\d{4}年(\d+月(\d+日)?)?", "", text)
    # Words that hold a number: the line of large projects, the kinds of clocks.
    text = CODE.sub("", text).replace("1亿美元及以上项目", "")
    return [re.sub(r",", "", it) for it in NUMBER.findall(text)]


def brief(document):
    overview, appeals = say("summary", "overview"), say("summary", "appeals")
    values = {row["indicator"]: row["value"] for row in rows(overview, "indicator")}
    expected = [str(values["projects"]), share(values["large"])]
    for key in ("total_investment", "new_fdi", "paid_in", "mean_investment"):
        expected.append(money(values[key]))
    groups = {"negotiating", "signed", "established"}
    stages = rows(overview, "summary.stage")
    # A stage and its group may bear one name: the group stands before.
    seen = set()
    for row in stages:
        if row["stage"] in groups - seen:
            seen.add(row["stage"])
            expected.append(share(row["projects"]))
    for row in rows(overview, "summary.origin"):
        if row["origin_group"] in ("hmt", "west", "jk", "other"):
            expected.append(share(row["projects"]))
    total = rows(appeals, "summary.appeals")[-1]
    expected += [str(total["projects"]["n"]), str(total["appeals"]["n"])]
    for row in rows(appeals, "summary.appeals"):
        if row["outcome"] in ("solved_or_path", "plan_or_higher", "remainder") or (
                row["outcome"] == "escalated"):
            expected += [share(row["appeals"]), share(row["projects"])]
    answers = rows(say("summary", "department"), "summary.department")
    asked = sum(row["dispatches"] > 0 for row in answers[:-1])
    whole = answers[-1]
    expected += [str(asked), str(whole["dispatches"]), share(whole["answered"]),
                 share(whole["answered_on_time"])]
    if whole["unanswered"]:
        expected.append(str(whole["unanswered"]))
    ready = rows(say("meeting", "ready", MEETING), "readiness.districts")[-1]
    expected.append(share(ready["ready"]))
    tasks = say("task", "list")
    if tasks["tables"]:
        done = rows(tasks, "task_follow_up")[-1]
        expected += [str(done["task_count"]), share(done["tasks_done"]), str(done["tasks_overdue"])]
    expected += topics(document)
    agree("brief", figures_in(said(paper("主持人简报.docx"))), expected)


def notice(document):
    districts = len(rows(say("district", "list"), "districts"))
    answers = rows(say("summary", "department"), "summary.department")
    expected = [str(districts), str(sum(row["dispatches"] > 0 for row in answers[:-1]))]
    agenda = next(page for page in document["pages"] if page["title"] == "agenda")
    items = [row["cells"] for row in agenda["tables"][0]["rows"]]
    appeals = [cells for cells in items if cells[2] != "blank" and cells[2]["code"][:2] == "SQ"]
    projects = {cells[3]["text"] for cells in appeals}
    expected += [str(len(appeals)), str(len(projects))] + topics(document)
    text = said(paper("会议通知.docx"))
    for person in re.findall(r"1[3-9]\d{9}|0\d{2,3}-\d{7,8}", text):
        sys.exit(f"notice: a telephone number {person}")
    agree("notice", figures_in(text.split("下午")[0] + text.split("市政府一号会议室")[1]), expected)


def cards(document):
    parent = docx.Document(paper("项目卡片.docx"))
    found = {}
    for block in parent.element.body:
        if block.tag.endswith("}tbl"):
            table = Table(block, parent)
            grid = [[cell.text for cell in row.cells] for row in table.rows]
            if grid[0][0] == "项目编号":
                code = grid[0][1]
                found[code] = []
            found[code].append(grid)
    agenda = next(page for page in document["pages"] if page["title"] == "agenda")
    on_agenda = [row["cells"][2]["code"] for row in agenda["tables"][0]["rows"]]
    wanted = {say("appeal", "show", it)["tables"][0]["rows"][3]["value"] if it[:2] == "SQ" else it
              for it in on_agenda}
    agree("cards", list(found), list(wanted))
    for code, grids in found.items():
        page = say("show", code)
        amounts = {row["field"]: row["value"] for row in rows(page, "amounts")}
        shown = next(grid for grid in grids if grid[0][0].startswith("投资总额"))[1]
        expected = []
        for key in ("total", "planned_fdi", "registered_fdi", "paid_in", "invested"):
            amount = amounts[key]
            if isinstance(amount, int):
                expected.append(f"{amount / 10 ** 6:,.2f}")
        agree(f"{code} amounts", [it for it in shown if it != "—"], expected)
        stages = next(grid for grid in grids if grid[0][0] == "在谈")
        reached = [row["reached"] for row in rows(page, "milestones")] if any(
            table["table"] == "milestones" for table in page["tables"]) else []
        agree(f"{code} stages", [it for it in stages[1] if it != "—"], reached)
        facts = {row["field"]: row["value"] for row in rows(page, "facts")}
        order = ["negotiating", "signed", "registered", "started", "completed", "production"]
        if stages[2].index("●当前") != order.index(facts["stage"]):
            sys.exit(f"{code}: stands elsewhere")
        works = [grid for grid in grids if grid[0][0] == "推进事项"]
        dates = [it for grid in works for row in grid[1:] for it in row[1:] if it != "—"]
        expected = [it for table in page["tables"] if table["table"] == "work_items"
                    for row in table["rows"] for it in (row["planned"], row["actual"]) if it]
        agree(f"{code} work", dates, expected)
        appeals = [row[0] for grid in grids if grid[0][2:3] == ["诉求目的"] for row in grid[1:]]
        listed = say("appeal", "list", "--project", code)["tables"]
        agree(f"{code} appeals", appeals, [row["code"] for row in listed[0]["rows"]])


def departments():
    """The frames to read and the sheets to count with say the same, and as often as asked."""
    import openpyxl

    book = openpyxl.load_workbook(paper("（按部门）.xlsx"))
    sheets = []
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            if row[0] and CODE.fullmatch(str(row[0])):
                sheets.append((row[0], str(row[9].date()), row[3]))
    parent = docx.Document(paper("（按部门）.docx"))
    frames, code = [], None
    for block in parent.element.body:
        if block.tag.endswith("}p"):
            code = (CODE.findall(Paragraph(block, parent).text) or [code])[-1]
        elif block.tag.endswith("}tbl"):
            cells = [cell.text for row in Table(block, parent).rows for cell in row.cells]
            frames.append((code, cells[cells.index("答复期限") + 1], cells[cells.index("职责") + 1]))
    agree("departments", frames, sheets)
    whole = rows(say("summary", "department"), "summary.department")[-1]
    agree("departments", [str(len(frames))], [str(whole["dispatches"])])


def tables_of(document):
    """The tables of the status paper, as the frozen document has them."""
    own = {"agenda", "tasks", "meeting.outcome", "breakthrough", "district.report"}
    # The library as a whole comes first.
    for page in sorted(document["pages"], key=lambda it: it["title"] != "summary.overview"):
        for table in page["tables"]:
            if page["title"] in own or table["title"] in ("readiness.projects", "readiness.grounds"):
                continue
            headings = [column["heading"] for column in table["columns"]]
            kept = [at for at, it in enumerate(headings) if it != {"term": "file"}]
            width = len(headings)
            rows = [(row["cells"] + ["blank"] * width)[:width] for row in table["rows"]]
            yield [[row[at] for at in kept] for row in rows]


def status(document):
    global checked
    for ending in ("xlsx", "docx"):
        path = paper(f"情况汇总表.{ending}")
        grids = pages.READERS[ending](path)
        checked += pages.compared(list(tables_of(document)), grids)
    agenda = [page for page in document["pages"] if page["title"] == "agenda"]
    wanted = list(pages.tables({"document": "tuijin.meeting", "pages": agenda}))
    checked += pages.compared(wanted, pages.of_document(paper("会议议程.docx")))


if __name__ == "__main__":
    document = say("meeting", "show", MEETING, "--before")
    status(document)
    brief(document)
    notice(document)
    cards(document)
    departments()
    print(checked)
