"""The papers of the example's meeting: `pack`, and openpyxl writing the same cells."""

import os
import shutil
import subprocess

from peers.write_openpyxl import cells_of, framed
from timing import in_turn, timed


def run(given, table):
    folder = given.place / "papers"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    library, before, papers = folder / "t.db", folder / "before.db", folder / "papers"

    def env(day):
        return {**os.environ, "TUIJIN_DB": str(library), "TUIJIN_TODAY": day, "TUIJIN_LANG": "zh", "TUIJIN_USER": "bench"}

    def tuijin(day, *words):
        subprocess.run([given.program, "--quiet", *words], check=True, env=env(day), stdout=subprocess.DEVNULL)

    for line in open("examples/first-batch/round/commands.txt", encoding="utf-8"):
        day, *words = line.split()
        tuijin(day, *words)
    tuijin("2020-03-12", "meeting", "plan", "督办会", "--month", "2020-03", "--on", "2020-03-12")
    # The copy of the day is made with the first write of a day; it is made by now.
    shutil.copyfile(library, before)

    def pack():
        shutil.copyfile(before, library)
        shutil.rmtree(papers, ignore_errors=True)
        return timed([given.program, "--quiet", "pack", "DB2020-03", "--output-dir", papers], env("2020-03-12"))

    pack()
    grids = [cells_of(path) for path in sorted(papers.iterdir())]
    cells = sum(len(row) for paper in grids for grid in paper for row in grid)
    runs = in_turn(given.rounds, {"ours": pack, "openpyxl": lambda: framed(grids)})
    what = f"{len(grids)} papers, {cells} cells: frozen, drawn, kept, written"
    table.compare("papers", what, runs["ours"], "openpyxl, the cells alone", runs["openpyxl"])
    shutil.rmtree(folder)
