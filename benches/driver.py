"""Runs the parts that were asked for and prints their table; `benches/run` starts it."""

import argparse
import os
import pathlib
import platform
import sqlite3
import subprocess
import sys
from importlib.metadata import version

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "data"), str(HERE / "parts")]

import imports
import national
import papers
import slope
import start_up
import workbook
from table import Table

PARTS = {
    "start-up": start_up.run,
    "import": imports.run,
    "national": national.run,
    "xlsx": workbook.run,
    "papers": papers.run,
    "slope": slope.run,
}


def machine(given):
    """What the ratios were measured on."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    said = lambda *words: subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    memory = next(line.split()[1] for line in open("/proc/meminfo"))
    load = open("/proc/loadavg").read().split()[0]
    return "\n".join((
        f"{len(os.sched_getaffinity(0))} cores of {model}, {int(memory) // 2**20} GiB, {platform.release()}, load {load} at the start",
        f"{said(given.program, '--version')}; sqlite3 shell {said('sqlite3', '--version').split()[0]}, Python {platform.python_version()} "
        f"with SQLite {sqlite3.sqlite_version}, sqlite-utils {version('sqlite-utils')}, pandas {version('pandas')}, openpyxl {version('openpyxl')}",
    ))


def main():
    parser = argparse.ArgumentParser(prog="benches/run")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--rounds", type=int, help="of each comparison")
    parser.add_argument("--output", help="write the table into this file too")
    for name in ("place", "program", "asking", "reading"):
        parser.add_argument(f"--{name}", required=True, help=argparse.SUPPRESS)
    given = parser.parse_args()
    unknown = [part for part in given.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part {unknown[0]}: {', '.join(PARTS)}")
    given.place = pathlib.Path(given.place)
    given.rounds = given.rounds or (2 if given.small else 5)
    table = Table()
    head = machine(given)
    for part in given.parts or PARTS:
        print(f"{part} …", file=sys.stderr)
        PARTS[part](given, table)
    small = "Small data: this says that everything works, and nothing of the targets.\n\n" if given.small else ""
    text = f"{head}\n\n{small}{table.text()}"
    print(text)
    if given.output:
        pathlib.Path(given.output).write_text(text + "\n", encoding="utf-8")


main()
