"""sqlite-utils: upserts a CSV file by code and month. upsert.py FILE DATABASE"""

import csv
import sys

import sqlite_utils

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    database = sqlite_utils.Database(sys.argv[2])
    database["report"].upsert_all(csv.DictReader(file), pk=("项目编号", "报告月份"), batch_size=5000)
