"""openpyxl: the cells of workbooks and text documents, and writing them as plain framed workbooks."""

import io
import time

import docx
import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side
from timing import Run


def cells_of(path):
    """The tables of a file; a text of paragraphs is a table of one column."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, read_only=True)
        return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]
    paper = docx.Document(path)
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in paper.tables]
    return [[[it.text] for it in paper.paragraphs if it.text]] + tables


def framed(papers):
    """Writes each paper as a workbook in memory, with a frame and a font, as people do."""
    edge = Side(style="thin")
    frame, font = Border(left=edge, right=edge, top=edge, bottom=edge), Font(name="SimSun", size=11)
    wrap = Alignment(wrap_text=True, vertical="center")
    clock, processor = time.perf_counter(), time.process_time()
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
    return Run(time.perf_counter() - clock, time.process_time() - processor, 0)


def plain(papers):
    """Writes the cells in the leanest way openpyxl has, without a format."""
    clock, processor = time.perf_counter(), time.process_time()
    for paper in papers:
        book = openpyxl.Workbook(write_only=True)
        for grid in paper:
            sheet = book.create_sheet()
            for row in grid:
                sheet.append(row)
        book.save(io.BytesIO())
    return Run(time.perf_counter() - clock, time.process_time() - processor, 0)
