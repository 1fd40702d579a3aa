# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: what stands in a cell is what was said, character for character, whatever it looks like."""

import csv
import datetime
import io

from interop import call, check, find, run, same, test

# Separator, quotation mark, UTF-8, from the first line, language, quoted cells are text.
LIBREOFFICE_CSV = "CSV:44,34,76,1,,0,true"
HARD = ["=SUM(1,2) is what they \"call\" a toll", "@ministry said so.", "- No toll before 2030.", "+5 % is wrong families agree.",
        "لن ترتفع الرسوم قبل ٢٠٣٠.", "Good morning 🙂🙂.", "families agree. Café owners “agree” <too> & more."]
NOTE = '=HYPERLINK("x")\ttab\nline end'


def read_csv(text, **more):
    return list(csv.DictReader(io.StringIO(text, newline=""), **more))


def unguard(cell):
    """Takes the apostrophe off that csv-excel puts in front of what looks like a formula."""
    return cell[1:] if cell.startswith("'") else cell


def check_hard(rows, what):
    quotes = [row["quote"] for row in rows]
    for quote in HARD:
        check(quote in quotes, f"{what} has {quote!r}")


def read_sheet(path, name=None):
    """A sheet as dictionaries."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book[name] if name else book.worksheets[0]
    lines = list(sheet.iter_rows())
    headings = [cell.value for cell in lines[0]]
    return sheet, [dict(zip(headings, line)) for line in lines[1:]]


def values(rows):
    return [{key: "" if cell.value is None else str(cell.value) for key, cell in row.items()} for row in rows]


@test("Python reads the CSV for programs")
def _(work):
    work.copy("briefing.xml")
    rows = read_csv(work.presser("export", "briefing.xml", "--to", "csv").decode())
    check_hard(rows, "csv")
    same([row["note"] for row in rows if row["id"] == "s2"], [NOTE], "note with a tab and a line end")
    text = work.text("briefing.xml")
    for row in rows:
        if row["id"] != "s5":  # has a gap: only the edges are told
            same(text[int(row["start"]):int(row["end"])], row["quote"], f"text cut for {row['id']}")


@test("LibreOffice opens the CSV for programs", "libreoffice", "openpyxl")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "csv", "table.csv")
    expected = read_csv(work.read("table.csv"))
    columns = "/".join(f"{i}/2" for i in range(1, len(expected[0]) + 1))
    made = work.libreoffice("table.csv", "xlsx", ".xlsx", f"CSV:44,34,76,1,{columns},0,true")
    same(values(read_sheet(made)[1]), expected, "cells")


@test("LibreOffice opens the CSV for Excel and runs nothing", "libreoffice", "openpyxl")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "csv-excel", "table.csv")
    raw = work.path("table.csv").read_bytes()
    check(raw.startswith(b"\xef\xbb\xbf"), "the byte order mark is there")
    same(raw.count(b"\n") - raw.count(b"\r\n"), 1, "line ends that are not CRLF: the one inside the note")
    made = work.libreoffice("table.csv", "xlsx", ".xlsx", LIBREOFFICE_CSV)
    rows = read_sheet(made)[1]
    check(all(cell.data_type != "f" for row in rows for cell in row.values()), "no cell is a formula")
    check_hard([{"quote": unguard(row["quote"].value)} for row in rows], "csv-excel")
    same([unguard(row["note"].value) for row in rows if row["id"].value == "s2"], [NOTE], "note")


@test("LibreOffice opens the tab-separated values", "libreoffice", "openpyxl")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "tsv", "table.csv")
    check("line ends" in work.errors or "line end" in work.errors, "it is said that a tab became a space")
    expected = read_csv(work.read("table.csv"), delimiter="\t", quoting=csv.QUOTE_NONE)
    check_hard(expected, "tsv")
    columns = "/".join(f"{i}/2" for i in range(1, len(expected[0]) + 1))
    made = work.libreoffice("table.csv", "xlsx", ".xlsx", f"CSV:9,,76,1,{columns},0,false")
    same(values(read_sheet(made)[1]), expected, "cells")


@test("openpyxl reads the workbook", "openpyxl")
def _(work):
    work.copy("briefing.xml")
    made = work.export("briefing.xml", "xlsx", "book.xlsx")
    sheet, rows = read_sheet(made, "Statements")
    check_hard([{"quote": row["quote"].value} for row in rows], "xlsx")
    check(all(cell.data_type != "f" for row in rows for cell in row.values()), "no cell is a formula")
    check(all(isinstance(row["start"].value, int) for row in rows), "positions are numbers")
    check(all(isinstance(row["made"].value, datetime.datetime) for row in rows), "moments are dates")
    same(sheet.freeze_panes, "A2", "frozen pane")
    check(sheet.auto_filter.ref is not None, "there is a filter")
    same([row["note"].value for row in rows if row["id"].value == "s2"], [NOTE], "note")
    people = values(read_sheet(made, "Speakers")[1])
    same({row["name"] for row in people}, {"Reporter", "Marta Lund"}, "speakers that may be named")
    topics = values(read_sheet(made, "Topics")[1])
    check('South, north: "both"' in [row["label"] for row in topics], "the topics are there")
    same([row["title"] for row in values(read_sheet(made, "Documents")[1])], ['Tunnel briefing: <tolls> & "more"'], "title")


@test("LibreOffice reads the workbook as the CSV has it", "libreoffice")
def _(work):
    work.copy("briefing.xml")
    expected = read_csv(work.presser("export", "briefing.xml", "--to", "csv", "-c", "id,speaker,topics,quote,note,start,end").decode())
    work.export("briefing.xml", "xlsx", "book.xlsx", "-c", "id,speaker,topics,quote,note,start,end")
    made = work.libreoffice("book.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", ".csv")
    same(read_csv(made.read_bytes().decode("utf-8-sig")), expected, "cells")


@test("columns stand in the order asked for, groups together", "openpyxl")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "xlsx", "book.xlsx", "--columns", "quote,id", "--group", "topic")
    rows = read_sheet(work.path("book.xlsx"), "Statements")[1]
    same(list(rows[0]), ["quote", "id"], "headings")
    same([row["id"].value for row in rows], ["s2", "s3", "s4", "s7", "s11", "s5", "s6", "s1"], "order")


@test("SQLite answers", "sqlite3")
def _(work):
    work.copy("briefing.xml")
    made = work.export("briefing.xml", "sqlite", "base.sqlite")

    def ask(question):
        return call(find("sqlite3"), "-noheader", made, question).decode().rstrip("\n")

    same(ask("PRAGMA integrity_check"), "ok", "integrity")
    same(ask("PRAGMA foreign_key_check"), "", "foreign keys")
    for quote in HARD:
        same(ask("SELECT count(*) FROM statements WHERE quote = '%s'" % quote.replace("'", "''")), "1", quote)
    same(ask("SELECT count(*) FROM statements JOIN statement_topics ON statements.id = statement JOIN topics ON topic = topics.id"
             " WHERE speaker = 'p.lund' AND label = 'Tolls'"), "3", "what one person said on one topic")
    same(ask("SELECT substr(d.text, r.start + 1, r.end - r.start) FROM ranges r JOIN documents d USING (document)"
             " WHERE statement = 's5' ORDER BY part"), "+5 % is wrong\nfamilies agree.", "text cut by SQLite's own unit")


run()
