# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of transcripts as other programs and Python's own libraries read them."""

import csv
import html
import html.parser
import io
import json
import re
import subprocess
import tempfile
import unicodedata

from interop import call, find

WORD = re.compile(r"[^\W_]+")
CLOCK = re.compile(r"[\[(#]?-?\b\d{1,2}(?::\d\d){1,3}(?:[.,]\d{1,3})?\b[\])#]?")
TEXT_KEYS = {"text", "content", "body", "transcript", "utf8"}


def split(text):
    """Words in one spelling, without what takes no room; stamps of the recording go to attributes."""
    text = unicodedata.normalize("NFKC", CLOCK.sub(" ", text)).replace("\u00ad", "")
    return WORD.findall(re.sub("[\u200b-\u200f\u2060\ufeff]", "", text).casefold())


def decode(data, encoding):
    return data.decode(encoding, "replace").lstrip("\ufeff")


def of_pandoc(path, reader):
    """By way of HTML: its plain text draws tables with the cells of a row cut into lines side by side."""
    page = call(find("pandoc"), "-f", reader, "-t", "html", "--wrap=none", path).decode()
    page = re.sub(r"</?(p|li|td|th|tr|h\d|div|blockquote|br|dt|dd|pre|hr)\b[^>]*>", "\n", page)
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def of_pdftotext(path):
    return call(find("pdftotext"), "-enc", "UTF-8", path, "-").decode()


class Paragraphs(html.parser.HTMLParser):
    """The text of paragraphs, which menus are not."""

    def __init__(self):
        super().__init__()
        self.depth = 0
        self.parts = []

    def handle_starttag(self, tag, attributes):
        self.depth += tag in ("p", "cite")
        if tag == "br":
            self.parts.append(" ")

    def handle_endtag(self, tag):
        if tag in ("p", "cite") and self.depth:
            self.depth -= 1
            self.parts.append("\n")

    def handle_data(self, data):
        if self.depth:
            self.parts.append(data)


def of_page(text):
    reader = Paragraphs()
    reader.feed(text)
    return "".join(reader.parts)


def of_captions(text):
    lines = [line for line in text.splitlines() if "-->" not in line and not line.strip().isdigit()]
    if lines and lines[0].startswith("WEBVTT"):
        del lines[0]
    return html.unescape(re.sub(r"<[^>]*>", " ", "\n".join(lines)))


def of_table(text, column):
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t" if "\t" in text.splitlines()[0] else ","))
    return "\n".join(html.unescape(row[column] or "") for row in rows)


def of_json(text):
    """All strings under the names that stand for text, in order; the longest list of them wins elsewhere too."""
    found = []

    def walk(value):
        if isinstance(value, list):
            for element in value:
                walk(element)
        elif isinstance(value, dict):
            for key, member in value.items():
                if key in TEXT_KEYS and isinstance(member, str):
                    found.append(member)
                elif key not in ("words", "word_segments"):
                    walk(member)

    walk(json.loads(text))
    return "\n".join(found)


def compare(source, ours):
    """Words of @source that @ours has not, in order, as runs of words; and how many words were compared."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, words in (("source", source), ("ours", ours)):
            paths.append(f"{folder}/{name}")
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write("\n".join(words) + "\n")
        done = subprocess.run(["diff", "--speed-large-files", *paths], capture_output=True, text=True, check=False)
    runs = []
    for line in done.stdout.splitlines():
        if line.startswith("<"):
            runs[-1].append(line[2:])
        elif line[:1].isdigit():
            runs.append([])
    return [run for run in runs if run]
