# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts as they come, against what was counted in them by hand and against the words that other programs read.

Both print a table. The transcripts are no part of the source; without them the tests are skipped."""

import csv
import json
import pathlib
import re
import sys

import words
from interop import SHARED, Failure, check, find, run, test

SAMPLES = SHARED / "samples" / "transcripts"
# What is known to differ, and why that is right. The list counts “Name: text” by a pattern and misses those behind a
# line break; and it leaves out labels with a remark in brackets, “WOMAN ( gasping ):”.
EXPLAINED = {"kremlin-speeches-big.docx", "pbs-documentary-captions.srt"}
# Rows in which the turns are counted; that many may miss.
MAY_MISS = 2
MARKDOWN = "markdown-smart-tex_math_dollars+yaml_metadata_block"
ENCODINGS = {
    "encoding-treaty-utf16le.txt": "utf-16",
    "encoding-udhr-russian-windows-1251.txt": "cp1251",
    "encoding-udhr-arabic-windows-1256.txt": "cp1256",
    "state-of-union-1970-nixon-big5-quotes.txt": "big5",
    "senate-reid-cp1252.txt": "cp1252",
}
COLUMNS = {"oral-history-mcmichael.csv": "words", "wikinews-en-2020.csv": "text"}


def say(line):
    print(f"# {line}", flush=True)


def read_statistics(work, path):
    work.presser("import", path, "-o", "imported.xml")
    return json.loads(work.presser("stats", "imported.xml", "--json"))


def key(label):
    return " ".join(re.findall(r"[^\W_]+", label.casefold()))


def check_speakers(counted, speakers):
    """“MS. PSAKI 96; Q 98”: how many of such parts are right, and those that are wrong."""
    turns = {}
    for speaker in speakers:
        for label in [speaker["name"], *speaker["labels"]]:
            turns[key(label)] = speaker["turns"]
    right, wrong = 0, []
    for part in counted.split(";"):
        match = re.fullmatch(r"\s*(.+?) (\d+)", part)
        if not match or re.search(r"[+(…]", part) or key(match[1]) not in turns:
            continue
        if turns[key(match[1])] == int(match[2]):
            right += 1
        else:
            wrong.append(f"{match[1]} {turns[key(match[1])]} instead of {match[2]}")
    return right, wrong


@test("the turns and speakers of real transcripts are those that were counted")
def _(work):
    if not SAMPLES.is_dir():
        raise Failure("PRESSER_SHARED has no samples")
    rows = list(csv.DictReader((SAMPLES / "ground-truth.tsv").open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    missed = 0
    say(f"{'file':46} counted  found  speakers")
    for row in rows:
        found = read_statistics(work, SAMPLES / row["file"])
        right, wrong = check_speakers(row["speakers"], found["speakers"])
        expected = int(row["turns"]) if row["turns"] else None
        slack = 0 if expected is None or expected < 50 else expected // 100
        is_right = not wrong and (expected is None or abs(found["turns"] - expected) <= slack)
        missed += not is_right
        say(f"{row['file'][:46]:46} {row['turns'] or '-':>7} {found['turns']:>6}  {right} right{'' if is_right else '   MISSED ' + '; '.join(wrong) + (' (explained)' if row['file'] in EXPLAINED else '')}")
    say(f"{len(rows) - missed} of {len(rows)} rows")
    check(missed <= MAY_MISS, f"at most {MAY_MISS} rows may miss, {missed} do")


def read_source(work, path):
    """What another reader finds in the file, and who that is."""
    name, suffix = path.name, path.suffix
    if suffix == ".pdf":
        return "pdftotext", words.of_pdftotext(path)
    if suffix in (".docx", ".odt", ".doc"):
        return "pandoc", words.of_pandoc(path, "docx" if suffix != ".odt" else "odt")
    if suffix == ".rtf":
        return "LibreOffice", work.libreoffice(path, "txt:Text (encoded):UTF8", ".txt").read_text(encoding="utf-8")
    if suffix == ".md":
        return "pandoc", words.of_pandoc(path, MARKDOWN)
    if suffix == ".rst":
        return "pandoc", words.of_pandoc(path, "rst")
    text = words.decode(path.read_bytes(), ENCODINGS.get(name, "utf-8"))
    if suffix == ".html":
        return "Python", words.of_page(text)
    if suffix in (".srt", ".vtt"):
        return "Python", words.of_captions(text)
    if suffix in (".csv", ".tsv"):
        return ("Python", words.of_table(text, COLUMNS[name])) if name in COLUMNS else (None, None)
    if suffix == ".jsonl":
        return "Python", "\n".join(json.loads(line)["content_text"] for line in text.splitlines() if line.strip())
    if suffix == ".json":
        data = json.loads(text)
        if isinstance(data, dict) and "paragraphs" in data and "words" in data:
            return "Python", " ".join(word["text"] for word in data["words"])
        if isinstance(data, dict) and "results" in data and "transcripts" in data["results"]:
            return "Python", data["results"]["transcripts"][0]["transcript"]
        return "Python", words.of_json(text)
    if suffix == ".xml":
        return "Python", words.of_page(re.sub(r".*<!\[CDATA\[|\]\]>.*", "", text, flags=re.S))
    return "Python", re.sub(r"</?NAME>", " ", text)


@test("every word is there, in order, that other programs read in the same file", "pandoc", "pdftotext", "libreoffice")
def _(work):
    if not SAMPLES.is_dir():
        raise Failure("PRESSER_SHARED has no samples")
    bad = []
    say(f"{'file':46} {'read by':12}  words missing  longest run")
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in ("", ".tsv") and path.name in ("ground-truth.tsv", "SOURCES.tsv") or path.name == "MANIFEST.md":
            continue
        reader, source = read_source(work, path)
        if reader is None:
            continue
        work.presser("import", path, "-o", "imported.xml")
        expected = words.split(source)
        runs = words.compare(expected, words.split(work.text("imported.xml")))
        n_missing, longest = sum(map(len, runs)), max(runs, key=len, default=[])
        say(f"{path.name[:46]:46} {reader:12} {len(expected):>6} {n_missing:>7}  {' '.join(longest)[:60]}")
        # Heads and feet of pages are left out, and said to be.
        is_pdf = path.suffix == ".pdf"
        if n_missing > len(expected) * (0.05 if is_pdf else 0.002) or (len(longest) > 8 and not is_pdf):
            bad.append(path.name)
    check(not bad, f"words of {', '.join(bad)} are missing")


if not SAMPLES.is_dir():
    print("1..0 # SKIP the counted transcripts are not on this computer")
    sys.exit(0)
run()
