"""Holds text documents against the schema of WordprocessingML (ECMA-376), by another program's copy of it.

usage: schema.py DOCUMENT.docx...
Prints what is wrong, one fault a line, and the number of parts looked at last.
"""

import sys
import zipfile

import openxml_audit

# A program that writes documents for Word alone brings a theme; the standard asks for none.
BEYOND = "relationships/theme'"


def main(documents):
    parts = 0
    for document in documents:
        with zipfile.ZipFile(document) as archive:
            parts += sum(name.endswith(".xml") for name in archive.namelist())
        for error in openxml_audit.OpenXmlValidator().validate(document).errors:
            if BEYOND not in str(error.description):
                print(f"{document}: {error.part_uri} {error.path}: {error.description}")
    print(parts)


main(sys.argv[1:])
