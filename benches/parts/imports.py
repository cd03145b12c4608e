"""Import of a million rows of reports: new, again without a change, and with one row in a hundred changed."""

import os
import shutil

import known
from timing import in_turn, timed

# Each way's name, its file and the largest ratio beside the bare `.import` that is wanted.
WAYS = (("new", "new.csv", 3), ("again, shuffled, one space added to each row", "again.csv", 1.2),
        ("again, one row in a hundred changed", "changed.csv", 1.6))


def run(given, table):
    rows = 10_000 if given.small else 1_000_000
    folder = known.library(given, rows)
    library, other = given.place / "import.db", given.place / "other.db"
    env = {**os.environ, "TUIJIN_TODAY": known.TODAY, "TUIJIN_USER": "bench", "TUIJIN_LANG": "zh"}
    python = given.place / "venv/bin/python"

    def fresh():
        other.unlink(missing_ok=True)

    def bare():
        fresh()
        return timed(["sqlite3", other, f".import --csv {folder / 'new.csv'} report"])

    def peer(name):
        fresh()
        return timed([python, f"benches/peers/{name}.py", folder / "new.csv", other])

    def ours(file):
        """The three follow one another in one library, which is put back before the first."""
        if file == "new.csv":
            shutil.copyfile(folder / "known.db", library)
        return timed([given.program, "--db", library, "--yes", "--quiet", "import", folder / file], env)

    runners = {"bare": bare, **{file: lambda file=file: ours(file) for _, file, _ in WAYS}}
    rounds = min(given.rounds, 3)
    runs = in_turn(rounds, runners)
    slow = in_turn(1, {name: lambda name=name: peer(name) for name in ("upsert", "to_sql")})
    for what, file, target in WAYS:
        table.compare("import", f"{rows} rows, {what}", runs[file], "sqlite3 .import", runs["bare"], target)
    for name, shown in (("upsert", "sqlite-utils upsert"), ("to_sql", "pandas to_sql")):
        table.compare("import", f"{rows} rows, new", runs["new.csv"][:1], shown, slow[name])
    for path in (library, other):
        path.unlink(missing_ok=True)
    shutil.rmtree(f"{library}.backups", ignore_errors=True)
