"""Compares every figure of the districts' pages and of the large projects with the frozen document.

districts.py PROGRAM FOLDER MEETING: prints how many figures agree, or what differs and ends with 1.
"""
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "papers"))
import figures as pages

import docx

PROGRAM, FOLDER, MEETING = sys.argv[1:4]
MOST = 10  # large projects on the page of a district


def paper(ending):
    name, = [name for name in os.listdir(FOLDER) if name.endswith(ending)]
    return os.path.join(FOLDER, name)


def rows(table, kept=lambda row: True):
    width = len(table["columns"])
    return [(row["cells"] + ["blank"] * width)[:width] for row in table["rows"] if kept(row)]


def wanted(document):
    """The tables of each district's page: pairs, groups of stages, the largest projects."""
    for page in document["pages"]:
        if page["title"] != "district.report":
            continue
        by_title = {table["title"]: table for table in page["tables"]}
        pairs = [row["cells"][1] for row in by_title["indicator"]["rows"][1:]]
        yield [[cell] for cell in pairs]
        yield rows(by_title["summary.stage"], lambda row: row["kind"] != "detail")
        large = by_title["breakthrough"]
        grid = rows(large)[:MOST]
        columns = range(len(large["columns"]))
        empty = [at for at in columns if all(row[at] == "blank" for row in grid)]
        district = [at for at in columns if large["columns"][at]["heading"] == {"term": "district"}]
        yield [[row[at] for at in columns if at not in empty + district] for row in grid]


def found():
    made = docx.Document(paper("各板块汇报.docx"))
    for table in made.tables:
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        if cells[0][0] != "项目数":
            yield [[pages.printed(it) for it in row] for row in cells[1:]]
            continue
        # Two pairs a line; a value that takes the line stands in every cell it spans.
        values = []
        for row in cells:
            values.append(row[1])
            if row[2] != row[1]:
                values.append(row[3])
        yield [[pages.printed(it)] for it in values]


document = json.loads(subprocess.run(
    [PROGRAM, "meeting", "show", MEETING, "--before", "--format", "json"], capture_output=True,
    text=True, check=True).stdout)
checked = pages.compared(list(wanted(document)), list(found()))
large = [table for page in document["pages"] if page["title"] == "breakthrough"
         for table in map(rows, page["tables"])]
for ending in ("xlsx", "docx"):
    checked += pages.compared(large, pages.READERS[ending](paper(f"大项目突破情况.{ending}")))
print(checked)
