"""A national library: every summary, list, page and look back, beside the same question in SQL written
by hand, asked of the same file with the same build of SQLite. The figures must be the same."""

import json
import os
import pathlib
import subprocess

import cities as data
import known
from timing import in_turn, median, timed

SQL = pathlib.Path("benches/sql")
FILTER = ("--stage", "登记设立", "--min", "3亿美元")
SUMMARIES = ("overview", "stage", "origin", "industry", "district", "leader", "appeals", "department", "category", "changes")
PAGES = (("show", "XM2020-0077"), ("history", "XM2020-0077"))


def run(given, table):
    cities, months, appeals = (3, 6, 600) if given.small else (330, 60, 100_000)
    folder = given.place / f"national-{cities}-{known.stamp()}"
    library = folder / "national.db"
    if not (folder / "checked").exists():
        data.prepare(given.program, folder, cities, months, appeals)
    today = data.day_after(months - 1, 23)
    past = data.day_after(months // 2 - 1, 23)
    env = {**os.environ, "TUIJIN_DB": str(library), "TUIJIN_TODAY": today, "TUIJIN_LANG": "zh", "TUIJIN_USER": "bench"}
    if not (folder / "checked").exists():
        subprocess.run([given.program, "check", "--quiet"], check=True, env=env, stdout=subprocess.DEVNULL)
        (folder / "checked").touch()
    words = lambda *asked: [given.program, *asked, "--format", "json"]
    questions = [(f"summary_{name}", ("summary", name)) for name in SUMMARIES]
    questions += [("list_filtered", ("list", *FILTER)), ("list_text", ("list", "--text", "澄屿"))]
    questions += [(name, (name, code)) for name, code in PAGES]
    bound = [f"today={today}", f"month={int(today[:4] + today[5:7])}"]
    whole = 0
    for name, asked in questions:
        question = SQL / f"{name}.sql"
        if not question.exists():
            runs = in_turn(given.rounds, {"ours": lambda: timed(words(*asked), env)})
        else:
            sql = [given.asking, library, question, *bound]
            same_figures(name, words(*asked), sql, env)
            runs = in_turn(given.rounds, {"ours": lambda: timed(words(*asked), env), "sql": lambda: timed(sql)})
            target = 1.2 if median(runs["sql"]) > 0.05 else None
            table.compare("national", " ".join(asked), runs["ours"], "SQL by hand", runs["sql"], target)
        if asked[0] == "summary":
            whole += median(runs["ours"])
            table.under("national", " ".join(asked), median(runs["ours"]), 0.3)
    table.under("national", "all summaries", whole, 1)
    looks = [("summary", name) for name in SUMMARIES] + [("list", *FILTER)]
    for asked in (*looks, *PAGES):
        back = words(*asked, "--as-of", past)
        runs = in_turn(given.rounds, {"past": lambda: timed(back, env), "today": lambda: timed(words(*asked), env)})
        target, unless = (1.2, None) if asked in PAGES else (3, 0.3)
        table.compare("national", f"{' '.join(asked)} --as-of {past}", runs["past"], "today", runs["today"], target, unless)


def same_figures(name, words, sql, env):
    """Every row that the SQL gives for a table of the page must stand in it with the same figures; a
    list must have no row beside them. The rows of one project's pages are only read."""
    said = lambda command: subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout
    ours = {}
    for grid in json.loads(said(words))["tables"]:
        for row in grid["rows"]:
            key, *cells = (cell for column, cell in row.items() if column != "row")
            ours.setdefault(grid["table"], {}).setdefault(key, []).append([figure(cell) for cell in cells])
    rows = [json.loads(line) for line in said(sql).splitlines()]
    compared = [row for row in rows if row[0] in ours]
    for table, key, *wanted in compared:
        if wanted not in [line[: len(wanted)] for line in ours[table].get(key, [])]:
            raise SystemExit(f"{name}: SQL has {key} {wanted}, the page {ours[table].get(key)}")
    if name.startswith("list") and len(compared) != sum(map(len, ours["list"].values())):
        raise SystemExit(f"{name}: SQL has {len(compared)} rows, the page {len(ours['list'])}")
    if name not in [page for page, _ in PAGES] and not compared:
        raise SystemExit(f"{name}: no row of the SQL stands in the page")


def figure(cell):
    """The number that a cell prints; of a share its n, of a mean its sum."""
    if isinstance(cell, dict):
        return cell.get("n", cell.get("sum"))
    return cell
