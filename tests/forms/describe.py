"""Prints what a form is made of, as another program's workbook library sees it."""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
for sheet in book.worksheets:
    setup = sheet.page_setup
    print(f"[{sheet.title}] {sheet.sheet_state} protected={bool(sheet.protection.sheet)}")
    print(
        f"  paper={setup.paperSize} {setup.orientation} fit={setup.fitToWidth}x{setup.fitToHeight}"
        f" rows={sheet.print_title_rows} columns={sheet.print_title_cols} frozen={sheet.freeze_panes}"
    )
    print(f"  title={sheet['A1'].value}")
    for rule in sorted(sheet.data_validations.dataValidation, key=lambda rule: openpyxl.utils.cell.range_boundaries(str(rule.sqref).split()[0])):
        first = openpyxl.utils.cell.range_boundaries(str(rule.sqref).split()[0])
        head = next(
            sheet.cell(row, first[0]).value for row in range(first[1] - 1, 0, -1) if sheet.cell(row, first[0]).value
        )
        print(f"  {rule.sqref} {head}: {rule.type} {rule.operator or ''} {rule.formula1} {rule.errorStyle or 'stop'} “{rule.error}”")
    if sheet.sheet_state == "hidden":
        for column in sheet.iter_cols(values_only=True):
            texts = [text for text in column if text]
            print(f"  {len(texts)}: {'、'.join(texts[:6])}…")
