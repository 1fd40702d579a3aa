# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The TEI itself, asked in one step by those who know XPath: who said what on what."""

import json

from interop import call, check, find, run, same, test

NAMESPACE = "http://www.tei-c.org/ns/1.0"
ONE = ("//t:said[not(@prev)][contains(concat(' ', normalize-space(@who), ' '), ' #p.lund ')]"
       "[contains(concat(' ', normalize-space(@ana), ' '), ' #t.tolls ')]/@xml:id")
THREE = "//t:said[not(@prev)][tokenize(@who) = '#p.lund'][tokenize(@ana) = '#t.tolls']/string(@xml:id)"


def expected(work):
    return [statement["id"] for statement in work.statements("briefing.xml", "speaker:lund topic:tolls")]


@test("xmllint finds statements by one XPath", "xmllint")
def _(work):
    work.copy("briefing.xml")
    out = call(find("xmllint"), "--shell", work.path("briefing.xml"),
               stdin=f"setns t={NAMESPACE}\ncat {ONE}\n".encode()).decode()
    found = [line.split('"')[1] for line in out.splitlines() if 'id="' in line]
    same(found, expected(work), "ids")


@test("lxml finds statements by one XPath", "lxml")
def _(work):
    from lxml import etree

    work.copy("briefing.xml")
    tree = etree.parse(str(work.path("briefing.xml")))
    same([str(found) for found in tree.xpath(ONE, namespaces={"t": NAMESPACE})], expected(work), "ids")
    same(int(tree.xpath("count(//t:said[not(@prev)])", namespaces={"t": NAMESPACE})), len(work.statements("briefing.xml")), "statements")


@test("BaseX finds statements, and their words", "basex")
def _(work):
    work.copy("briefing.xml")
    query = f"declare namespace t='{NAMESPACE}'; string-join({THREE}, ' ')"
    found = call(find("basex"), "-w", "-i", work.path("briefing.xml"), query, env={"HOME": str(work.folder), "PATH": "/usr/bin:/bin"})
    same(found.decode().split(), expected(work), "ids")
    query = f"declare namespace t='{NAMESPACE}'; string(//t:said[@xml:id='s6'])"
    words = call(find("basex"), "-w", "-i", work.path("briefing.xml"), query, env={"HOME": str(work.folder), "PATH": "/usr/bin:/bin"})
    same(words.decode().strip(), "families agree. Café owners “agree” <too> & more.", "words")


@test("Saxon finds statements", "saxon")
def _(work):
    work.copy("briefing.xml")
    query = f"declare namespace t='{NAMESPACE}'; <all>{{string-join({THREE}, ' ')}}</all>"
    out = call(find("java"), "-cp", find("saxon"), "net.sf.saxon.Query", f"-s:{work.path('briefing.xml')}", f"-qs:{query}", "!method=text")
    same(out.decode().split(), expected(work), "ids")


@test("TEI to hand on says the same, without what must not leave")
def _(work):
    work.copy("briefing.xml")
    for to in ("tei", "tei-standoff"):
        check_copy(work, to)


@test("a ParlaMint component and its second file say the same")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "parlamint", "corpus", "--statuses", "tagged")
    names = sorted(path.name for path in work.path("corpus").iterdir())
    same(names, ["briefing.statements.xml", "briefing.xml"], "files")
    for name in names:
        work.path(name.replace("briefing", "clean")).write_bytes(work.path(f"corpus/{name}").read_bytes())
    check_statements(work, {"time": None})


def check_copy(work, to):
    work.export("briefing.xml", to, "clean.xml", "--statuses", "tagged")
    same("<said" in work.read("clean.xml"), to == "tei", "tags in the text")
    work.presser("check", "clean.xml")
    check_statements(work, {})


def check_statements(work, lost):
    names = {speaker["name"] for speaker in json.loads(work.presser("stats", "clean.xml", "--json"))["speakers"]}
    same(names, {"Reporter", "Marta Lund", "a source speaking on background"}, "speakers")
    told = [{**statement, "document": "clean.xml", **lost} for statement in work.statements("briefing.xml")
            if statement["ground_rule"] not in ("off-the-record", "embargoed")]
    for statement, back in zip(told, work.statements("clean.xml"), strict=True):
        name = statement["speaker"]["name"]
        same(back["speaker"]["name"], name, "speaker")
        same({**back, "speaker": None}, {**statement, "speaker": None}, "statement")


run()
