"""Makes the known projects of the import and the files that are imported, and prepares the library.

known.py PROGRAM FOLDER ROWS: leaves known.db, new.csv, again.csv and changed.csv in FOLDER.
"""

import hashlib
import pathlib
import random
import subprocess
import sys

import invent

MONTHS = 15
CITIES, EACH = 330, 10
FIRST = (2024, 1)
REGISTERED, TODAY = "2024-01-05", "2025-05-10"


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(invent.HEADS) + "\n")
        file.writelines(rows)


def line(cells):
    return ",".join(cells) + "\n"


def tuijin(program, library, day, *words):
    subprocess.run(
        [program, "--db", library, "--quiet", "--yes", *words],
        check=True, stdout=subprocess.DEVNULL,
        env={"TUIJIN_TODAY": day, "TUIJIN_USER": "bench", "TUIJIN_LANG": "en"},
    )


def projects(count):
    """The known projects, with the codes that a new library gives to the rows of one file."""
    names = [name for _, name in invent.districts(CITIES, EACH)]
    return [
        invent.Project(number, names[number % len(names)], f"XM2024-{number + 1:04d}", FIRST)
        for number in range(count)
    ]


def prepare(program, folder, rows):
    folder.mkdir(parents=True, exist_ok=True)
    known = projects(-(-rows // MONTHS))
    # As they stood before the first month; the registration has no code yet.
    register = folder / "register.csv"
    write(register, (line(["2023-12", "", *it.cells(-1)[1:-1], "无"]) for it in known))
    library = folder / "known.db"
    library.unlink(missing_ok=True)
    tuijin(program, library, REGISTERED, "init")
    for key, name in invent.districts(CITIES, EACH):
        words = ("--name", name, "--short", name, "--english", key)
        tuijin(program, library, REGISTERED, "district", "set", key, *words)
    tuijin(program, library, REGISTERED, "import", register, "--admit", "--basis", "签约大会")
    reports(folder, known, rows)


def reports(folder, known, rows):
    lines = []
    for month in range(MONTHS):
        name = invent.month_name(FIRST, month)
        lines.extend(line([name, *it.cells(month)]) for it in known)
    lines = lines[:rows]
    write(folder / "new.csv", lines)
    dice = random.Random(invent.SEED)
    dice.shuffle(lines)
    # One trailing space in each row, in the cell of the project's name.
    for place, text in enumerate(lines):
        cells = text.split(",")
        cells[3] += " "
        lines[place] = ",".join(cells)
    write(folder / "again.csv", lines)
    # One row in a hundred tells more of the progress than it did.
    for place in range(0, len(lines), 100):
        cells = lines[place].split(",")
        cells[18] += "（更正）"
        lines[place] = ",".join(cells)
    write(folder / "changed.csv", lines)


def library(given, rows):
    """The folder of a prepared library, made where it is not there yet for this schema and generator."""
    folder = given.place / f"known-{rows}-{stamp()}"
    if not (folder / "changed.csv").exists():
        prepare(given.program, folder, rows)
    return folder


def stamp():
    """What a prepared library depends on: the schema and what invents the data."""
    here = pathlib.Path(__file__).parent
    made_of = [here.parent.parent / "schema.sql", *sorted(here.glob("*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_of)).hexdigest()[:12]


if __name__ == "__main__":
    prepare(sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]))
