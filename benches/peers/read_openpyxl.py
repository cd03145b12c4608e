"""openpyxl: reads every cell of a workbook. read_openpyxl.py FILE"""

import sys

import openpyxl

cells = 0
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):
    for row in sheet.iter_rows(values_only=True):
        cells += sum(cell is not None for cell in row)
print(cells)
