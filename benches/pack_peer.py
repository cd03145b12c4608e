"""Times `pack` on a library that is put back before each run, and openpyxl writing the same cells.

pack_peer.py RUNS PROGRAM FOLDER: prints the median of each, in seconds.
"""
import io
import os
import shutil
import statistics
import subprocess
import sys
import time

import docx
import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

RUNS, PROGRAM, FOLDER = int(sys.argv[1]), sys.argv[2], sys.argv[3]
PAPERS = os.path.join(FOLDER, "papers")


def pack():
    shutil.copyfile(os.path.join(FOLDER, "before.db"), os.path.join(FOLDER, "t.db"))
    shutil.rmtree(PAPERS, ignore_errors=True)
    began = time.perf_counter()
    subprocess.run([PROGRAM, "pack", "DB2020-03", "--output-dir", PAPERS, "--quiet"], check=True)
    return time.perf_counter() - began


def grids():
    """The cells of every paper, by file and table; a text of paragraphs is a table of one column."""
    for name in sorted(os.listdir(PAPERS)):
        path = os.path.join(PAPERS, name)
        if name.endswith("xlsx"):
            book = openpyxl.load_workbook(path)
            yield [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book]
            continue
        paper = docx.Document(path)
        tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in paper.tables]
        yield [[[it.text] for it in paper.paragraphs if it.text]] + tables


def peer(papers):
    edge = Side(style="thin")
    frame, font = Border(left=edge, right=edge, top=edge, bottom=edge), Font(name="SimSun", size=11)
    wrap = Alignment(wrap_text=True, vertical="center")
    began = time.perf_counter()
    for paper in papers:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for grid in paper:
            sheet = book.create_sheet()
            for row in grid:
                sheet.append(row)
            for row in sheet.iter_rows():
                for cell in row:
                    cell.border, cell.font, cell.alignment = frame, font, wrap
        book.save(io.BytesIO())
    return time.perf_counter() - began


pack()
papers = list(grids())
cells = sum(len(row) for paper in papers for grid in paper for row in grid)
ours, theirs = [], []
for _ in range(RUNS):
    ours.append(pack())
    theirs.append(peer(papers))
print(f"{len(papers)} papers, {cells} cells, {RUNS} runs each")
print(f"pack, whole: {statistics.median(ours):.3f} s")
print(f"openpyxl, the cells alone: {statistics.median(theirs):.3f} s")
