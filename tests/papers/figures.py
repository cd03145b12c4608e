"""Compares every figure of a document with the JSON of the same page.

figures.py JSON DOCUMENT: prints how many figures agree, or what differs and ends with 1.
"""
import datetime
import html.parser
import json
import re
import sys

CENTS = 10 ** 6  # of 万美元, the unit of the documents
STEP = CENTS // 100


def share(n, of, percent):
    return f"{n}/{of} ({percent}%)" if percent is not None else f"{n}/{of}"


def percent(n, of):
    """Half up, to one decimal, in whole numbers."""
    if of == 0:
        return None
    tenths = (abs(n) * 2000 + of) // (of * 2)
    return f"{'-' if n < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def figure(value):
    """A cell of the JSON as (kind, content); None: no figure. Typed cells are those of a frozen
    document."""
    if isinstance(value, bool) or value is None or isinstance(value, list):
        return None
    if isinstance(value, int):
        return ("number", value)
    if isinstance(value, str):
        return ("text", value) if re.fullmatch(r"[\d.-]+|[A-Z]{2}\d{4}-\d+", value) else None
    if "percent" in value and "n" in value:
        return ("share", (value["n"], value["of"], value["percent"]))
    if "percent" in value:
        return ("percent", value["percent"])
    if "mean" in value and "sum" in value:
        return ("text", value["mean"]) if value["mean"] is not None else None
    if len(value) != 1:
        return None
    (kind, inner), = value.items()
    if kind in ("count", "number", "money"):
        return ("number", inner)
    if kind == "mean":
        return ("mean", inner)
    if kind == "share":
        return ("share", (inner["n"], inner["of"], percent(inner["n"], inner["of"])))
    if kind == "part":
        return ("share", (inner["n"], inner["of"], None))
    if kind in ("code", "day", "month"):
        return ("text", inner)
    return None


def tables(page):
    """The rows of each table, each a list of cells."""
    if page.get("document") == "tuijin.meeting":
        for one in page["pages"]:
            for table in one["tables"]:
                width = len(table["columns"])
                yield [(row["cells"] + ["blank"] * width)[:width] for row in table["rows"]]
        return
    for table in page["tables"]:
        yield [[mean(row, row[column]) for column in table["columns"]] for row in table["rows"]]


def mean(row, value):
    """A mean of amounts is exact in the JSON and rounded for people."""
    is_mean = row.get("indicator") == "mean_investment" and isinstance(value, int)
    return {"mean": value} if is_mean else value


def agrees(expected, cell):
    """Whether what stands in the document is the figure."""
    kind, content = expected
    value, is_money = cell
    if isinstance(value, datetime.datetime):
        value = value.date().isoformat()
    if kind == "number":
        return round(float(value) * CENTS) == content if is_money else float(value) == content
    if kind == "mean":
        return round(float(value) * CENTS) == (content + STEP // 2) // STEP * STEP
    if kind == "share":
        n, of, rate = content
        return value in (share(n, of, rate), f"{n}/{of}")
    if kind == "percent":
        if content is None:
            return value is None
        if isinstance(value, str):
            return value == f"{content}%"
        return abs(float(value) * 100 - float(content)) < 1e-9
    is_number = isinstance(value, (int, float)) and re.fullmatch(r"-?[\d.]+", content)
    return str(value) == content or bool(is_number) and float(value) == float(content)


def compare(page, grids):
    """Prints how much agrees."""
    print(compared(list(tables(page)), grids))


def compared(wanted, grids):
    """Counts what agrees; ends the program at what does not."""
    checked, wrong = 0, []
    if len(wanted) != len(grids):
        sys.exit(f"{len(wanted)} tables in the JSON, {len(grids)} in the document")
    for at, (rows, grid) in enumerate(zip(wanted, grids)):
        if len(grid) < len(rows):
            sys.exit(f"table {at}: {len(rows)} rows in the JSON, {len(grid)} in the document")
        for row, cells in zip(rows, grid):
            if len(row) != len(cells):
                sys.exit(f"table {at}: {len(row)} columns in the JSON, {len(cells)} in the document")
            for value, cell in zip(row, cells):
                expected = figure(value)
                if expected is None:
                    # No figure may stand where the JSON has none.
                    if isinstance(cell[0], (int, float)) and not isinstance(value, dict):
                        wrong.append((at, value, cell))
                elif not agrees(expected, cell):
                    wrong.append((at, value, cell))
                else:
                    checked += 1
    if wrong:
        sys.exit(f"{len(wrong)} differ: {wrong[:5]}")
    return checked


def of_workbook(path):
    import openpyxl

    grids = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        # The header repeats on every page; the rows of the table follow it, all framed.
        title = sheet.print_title_rows
        head = int(title.split(":")[-1].strip("$"))
        grid = []
        for row in sheet.iter_rows(min_row=head + 1):
            if row[0].border.left.style is None:
                break
            for cell in row:
                if cell.data_type == "f":
                    sys.exit(f"a formula: {cell.coordinate}")
            grid.append([(cell.value, cell.number_format.startswith("#,##0.00")) for cell in row])
        grids.append(grid)
    return grids


def printed(text):
    """What is printed, as a number where it is one, and whether it is an amount."""
    text = text.strip()
    if text in ("", "\u2014"):
        return (None, False)
    if re.fullmatch(r"-?[\d,]+(\.\d+)?", text):
        return (float(text.replace(",", "")), "." in text)
    return (text, False)


def of_document(path):
    import docx

    from docx.oxml.ns import qn
    from docx.table import _Cell

    # `row.cells` walks the whole table again for every row.
    def is_head(row):
        return row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None

    return [
        [
            [printed(_Cell(cell, table).text) for cell in row.tc_lst]
            for row in table._tbl.tr_lst
            if not is_head(row)
        ]
        for table in docx.Document(path).tables
    ]


class Tables(html.parser.HTMLParser):
    """The texts of the cells below the headers of every table; of a list of large figures what each
    is and its exact value."""

    def __init__(self):
        super().__init__()
        self.grids, self.cell, self.is_head = [], None, False

    def handle_starttag(self, tag, attrs):
        if tag in ("table", "dl"):
            self.grids.append([])
        elif tag == "thead":
            self.is_head = True
        elif tag == "tr" and not self.is_head:
            self.grids[-1].append([])
        elif tag in ("td", "th") and not self.is_head:
            self.cell = ""
        elif tag == "dt":
            self.grids[-1].append([])
            self.cell = ""
        elif tag == "data":
            self.cell = ""

    def handle_endtag(self, tag):
        if tag == "thead":
            self.is_head = False
        elif tag in ("td", "th", "dt", "data") and self.cell is not None:
            self.grids[-1][-1].append(printed(self.cell))
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def of_html(path):
    reader = Tables()
    with open(path, encoding="utf-8") as file:
        reader.feed(file.read())
    return reader.grids


READERS = {"xlsx": of_workbook, "docx": of_document, "html": of_html}

if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        page = json.load(file)
    compare(page, READERS[sys.argv[2].rsplit(".", 1)[-1]](sys.argv[2]))
