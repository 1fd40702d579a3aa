# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA: as the schema wants it, with every pointer pointing somewhere."""

import zipfile

from interop import DATA, call, check, find, run, same, test

PROJECT = "{urn:QDA-XML:project:1.0}"


def unpack(work, name):
    with zipfile.ZipFile(work.path(name)) as archive:
        same(archive.testzip(), None, "damaged members")
        check("project.qde" in archive.namelist(), "there is a project.qde")
        check(not archive.read("project.qde").startswith(b"\xef\xbb\xbf"), "it has no byte order mark")
        archive.extractall(work.path("unpacked"))
    return work.path("unpacked")


@test("the project is valid", "xmllint")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "qdpx", "project.qdpx", "--statuses", "tagged", "--include-embargoed")
    folder = unpack(work, "project.qdpx")
    call(find("xmllint"), "--nonet", "--noout", "--schema", DATA / "project.xsd", folder / "project.qde")


@test("the codebook is valid", "xmllint")
def _(work):
    work.copy("briefing.xml")
    made = work.export("briefing.xml", "qdc", "codes.qdc")
    call(find("xmllint"), "--nonet", "--noout", "--schema", DATA / "codebook.xsd", made)


@test("pointers of the project point somewhere, selections hold their words", "lxml")
def _(work):
    from lxml import etree

    work.copy("briefing.xml")
    work.export("briefing.xml", "qdpx", "project.qdpx")
    folder = unpack(work, "project.qdpx")
    project = etree.parse(str(folder / "project.qde"))
    guids = set(project.xpath("//@guid"))
    for kind in ("targetGUID", "originGUID", "creatingUser"):
        targets = project.xpath(f"//@{kind}")
        check(targets and all(target in guids for target in targets), f"every {kind} is there")
    n_selections = 0
    for source in project.iter(PROJECT + "TextSource"):
        path = source.get("plainTextPath").replace("internal://", "sources/")
        text = (folder / path).read_bytes().decode()
        check("\r" not in text and "\ufeff" not in text, "the text has plain line ends and no mark")
        for selection in source.iter(PROJECT + "PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            same(text[start:end].replace("\n", " ")[:100], selection.get("name"), "selected words")
            n_selections += 1
    same(n_selections, 9, "selections")


def seen(statements):
    """What a project can carry of statements."""
    return [(statement["quote"], [topic["label"] for topic in statement["topics"]], statement["kind"], statement["status"],
             statement["ground_rule"], statement["note"], statement["annotator"], statement["ranges"]) for statement in statements]


@test("the project comes back: text, positions, codes, kinds, notes, gaps")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "qdpx", "project.qdpx", "--statuses", "tagged")
    work.presser("import", "project.qdpx", "-o", "back.xml")
    expected = [statement for statement in work.statements("briefing.xml")
                if statement["ground_rule"] not in ("off-the-record", "embargoed")]
    back = work.statements("back.xml")
    same(seen(back), seen(expected), "statements")
    same({statement["speaker"]["name"] for statement in back}, {"Reporter", "Marta Lund", "a source speaking on background"}, "speakers")
    check("█" * len("the harbour will be sold.") in work.text("back.xml"), "what was off the record is black")
    work.presser("check", "back.xml")


run()
