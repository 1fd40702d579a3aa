# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is for reading and writing on: word processors, browsers, note applications."""

import re
import zipfile

from interop import call, check, find, run, same, test

QUOTES = ["Good morning 🙂🙂.", "=SUM(1,2) is what they \"call\" a toll", "@ministry said so.", "- No toll before 2030.",
          "لن ترتفع الرسوم قبل ٢٠٣٠.", "families agree. Café owners “agree” <too> & more."]


def parse_html(text):
    from lxml import html

    return html.document_fromstring(text)


@test("LibreOffice reads the Word document", "libreoffice")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "docx", "quotes.docx")
    text = work.libreoffice("quotes.docx", "txt:Text (encoded):UTF8", ".txt").read_bytes().decode("utf-8-sig")
    for quote in QUOTES:
        check(quote in text, f"the document has {quote!r}")
    check(text.index("Reporter") < text.index("who pays?") < text.index("Marta Lund"), "quotes stand under who said them")


@test("LibreOffice keeps the comments and headings of the Word document", "libreoffice", "lxml")
def _(work):
    from lxml import etree

    work.copy("briefing.xml")
    work.export("briefing.xml", "docx", "quotes.docx", "--group", "topic")
    made = work.libreoffice("quotes.docx", "odt", ".odt")
    with zipfile.ZipFile(made) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    spaces = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0"}
    headings = ["".join(node.itertext()) for node in content.iterfind(".//text:h", spaces)]
    same(headings, ["Tolls", "Money & more", 'South, north: "both"', "Without a topic"], "headings")
    notes = ["".join(node.itertext()) for node in content.iterfind(".//office:annotation", spaces)]
    check(any("=HYPERLINK" in note for note in notes), "the note is a comment")


@test("pandoc reads the Word document and the Markdown", "pandoc")
def _(work):
    work.copy("briefing.xml")
    for to, name, reader in (("docx", "quotes.docx", "docx"), ("md", "quotes.md", "commonmark")):
        work.export("briefing.xml", to, name)
        text = call(find("pandoc"), "-f", reader, "-t", "plain", "--wrap=none", work.path(name)).decode()
        for quote in QUOTES:
            check(quote in text, f"{to} has {quote!r}")


@test("Chromium shows the page, and its links lead somewhere", "chromium", "lxml")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "html", "page.html", "--group", "speaker")
    page = parse_html(work.chromium_dom("page.html"))
    ids = page.xpath("//@id")
    same(len(ids), len(set(ids)), "anchors that differ")
    links = page.xpath("//a/@href[starts-with(., '#')]")
    check(links and all(link[1:] in ids for link in links), "every link has its anchor")
    quoted = ["".join(node.itertext()) for node in page.xpath("//blockquote")]
    for quote in QUOTES:
        check(quote in quoted, f"the page has {quote!r}")
    same(page.xpath("//script | //link | //img | //@onclick"), [], "what would load or run")
    check(page.xpath("//nav/mark[.='Marta Lund']"), "the legend names the speaker")
    # The transcript in the page is the transcript.
    body = page.xpath("//section[last()]")[0]
    shown = [re.sub(r"\s+", " ", "".join(node.itertext())) for node in body.xpath("./p | ./h3")]
    expected = work.text("briefing.xml")
    for hidden in ("the harbour will be sold.", "On Monday the fund is doubled."):
        expected = expected.replace(hidden, "█" * len(hidden))
    same(shown, expected.split("\n"), "transcript")


@test("Chromium prints the page", "chromium", "pdftotext")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "html", "page.html")
    call(find("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         f"--user-data-dir={work.folder}/chromium", f"--print-to-pdf={work.path('page.pdf')}", f"file://{work.path('page.html')}",
         env={"HOME": str(work.folder), "PATH": "/usr/bin:/bin"})
    text = call(find("pdftotext"), work.path("page.pdf"), "-").decode()
    check("Marta Lund" in text and "@ministry said so." in text, "the printed page has the quotes")
    check("harbour will" not in text, "what is off the record is not printed")


@test("a template writes what it says")
def _(work):
    work.copy("briefing.xml")
    lines = work.presser("export", "briefing.xml", "--template", "{id}\\t“{quote}” — {speaker}, {role} ({date})").decode().splitlines()
    same(lines[1], "s1\t“Good morning 🙂🙂.” — Marta Lund (2026-03-14)", "line")
    work.presser("export", "briefing.xml", "--template", "{nonsense}", status=2)
    check("{nonsense}" in work.errors, "the unknown field is named")


run()
