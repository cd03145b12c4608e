"""How cost grows with the library: the same commands at 1×, 10× and 100×, and the slope in a graph
whose axes are both logarithmic. A slope of 1 is cost that grows as the work does."""

import math
import os
import shutil

import known
from timing import in_turn, timed

COMMANDS = (
    ("summary", ("summary",)),
    ("list with a filter", ("list", "--stage", "登记设立", "--min", "3亿美元")),
    ("show", ("show", "XM2024-0007")),
    ("check", ("check",)),
)


def run(given, table):
    sizes = (1_000, 10_000) if given.small else (10_000, 100_000, 1_000_000)
    env = {**os.environ, "TUIJIN_TODAY": known.TODAY, "TUIJIN_USER": "bench", "TUIJIN_LANG": "zh"}
    spent = {}
    for size in sizes:
        folder, library = known.library(given, size), given.place / "slope.db"
        shutil.copyfile(folder / "known.db", library)
        words = [given.program, "--db", library, "--yes", "--quiet"]
        spent.setdefault("import", []).append(timed([*words, "import", folder / "new.csv"], env).processor)
        runners = {name: lambda asked=asked: timed([*words, *asked], env) for name, asked in COMMANDS}
        for name, runs in in_turn(min(given.rounds, 3), runners).items():
            spent.setdefault(name, []).append(min(run.processor for run in runs))
        library.unlink()
        shutil.rmtree(f"{library}.backups", ignore_errors=True)
    for name, seconds in spent.items():
        slope = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
        # Start-up is in all of them, so that small ones grow less than the work; more is a fault.
        table.slope("slope", f"{name} at {' / '.join(map(str, sizes))} report rows", seconds, slope, 1.1)
