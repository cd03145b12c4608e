"""A workbook of 100,000 rows: read by the program, by calamine alone and by openpyxl; a page of all
projects written by the program and by openpyxl."""

import os
import re
import subprocess

import known
from peers.write_openpyxl import cells_of, plain
from timing import Run, in_turn, timed


def run(given, table):
    rows = 2_000 if given.small else 100_000
    book = given.place / f"rows-{rows}.xlsx"
    python = given.place / "venv/bin/python"
    if not book.exists():
        subprocess.run([python, "benches/data/rows.py", str(rows), book], check=True)
    said = [subprocess.run([given.reading, book], check=True, capture_output=True, text=True).stdout for _ in range(given.rounds)]
    alone, drafts = zip(*(map(float, re.findall(r"(\d+\.\d+) s", text)[:2]) for text in said))
    as_runs = lambda seconds: [Run(value, value, 0) for value in seconds]
    table.compare("xlsx", f"{rows} rows read to drafts", as_runs(drafts), "calamine alone", as_runs(alone), 1.3)
    library = given.place / "book.db"
    env = {**os.environ, "TUIJIN_TODAY": "2026-01-01", "TUIJIN_USER": "bench", "TUIJIN_LANG": "zh"}

    def ours():
        library.unlink(missing_ok=True)
        subprocess.run([given.program, "--db", library, "--quiet", "init"], check=True, env=env)
        return timed([given.program, "--db", library, "--yes", "--quiet", "import", book, "--admit", "--dry-run"], env)

    runs = in_turn(given.rounds, {
        "ours": ours, "openpyxl": lambda: timed([python, "benches/peers/read_openpyxl.py", book]),
    })
    table.compare("xlsx", f"{rows} rows read and judged (--dry-run)", runs["ours"], "openpyxl read_only", runs["openpyxl"])
    library.unlink(missing_ok=True)
    written = given.place / "written.xlsx"
    all_projects = known.library(given, 10_000 if given.small else 100_000) / "known.db"
    words = [given.program, "--db", all_projects, "list", "--columns", "all", "--output", written]
    timed(words, {**env, "TUIJIN_TODAY": known.TODAY})
    papers = [cells_of(written)]
    runs = in_turn(given.rounds, {
        "ours": lambda: timed(words, {**env, "TUIJIN_TODAY": known.TODAY}),
        "openpyxl": lambda: plain(papers),
    })
    cells = sum(len(row) for grid in papers[0] for row in grid)
    table.compare("xlsx", f"all projects as a workbook of {cells} cells", runs["ours"], "openpyxl, the cells alone", runs["openpyxl"])
    written.unlink()
