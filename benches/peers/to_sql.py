"""pandas: reads a CSV file by chunks and appends them to a table. to_sql.py FILE DATABASE"""

import sqlite3
import sys

import pandas

with sqlite3.connect(sys.argv[2]) as database:
    for chunk in pandas.read_csv(sys.argv[1], dtype=str, chunksize=50_000):
        chunk.to_sql("report", database, if_exists="append", index=False)
