"""Start-up: one project on a page, and the same rows from the sqlite3 shell."""

import os

import known
from timing import in_turn, timed

QUESTION = (
    "SELECT * FROM project WHERE id = 7; SELECT * FROM milestone WHERE id BETWEEN 700 AND 799; "
    "SELECT * FROM report WHERE id BETWEEN 7000000 AND 7999999"
)


def run(given, table):
    library = known.library(given, 10_000) / "known.db"
    env = {**os.environ, "TUIJIN_TODAY": known.TODAY, "TUIJIN_LANG": "zh"}
    runs = in_turn(20 * given.rounds, {
        "ours": lambda: timed([given.program, "--db", library, "show", "XM2024-0007"], env),
        "sqlite3": lambda: timed(["sqlite3", "-readonly", library, QUESTION]),
    })
    table.compare("start-up", "show of one project", runs["ours"], "sqlite3 shell", runs["sqlite3"], target=1.2)
