# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON as jq and as JavaScript read it, whose strings are counted in another unit than ours."""

import json

from interop import SOURCE, call, check, find, run, same, test

NODE_READER = """
const fs = require('fs');
const text = fs.readFileSync(0, 'utf8');
const rows = process.argv[1] === 'lines' ? text.trim().split('\\n').map(JSON.parse) : JSON.parse(text);
process.stdout.write(JSON.stringify(eval(process.argv[2])));
"""

# Code points: what a JavaScript reader of docs/machine-output.md does.
CUT_SPANS = "rows.flatMap(r => r.spans.map(s => [s.%s, [...r.text].slice(s.start, s.end).join('')]))"


def words(work, name):
    """Each part of each statement, cut by Python from what `text` prints."""
    text = work.text(name)
    return sorted((statement["id"], text[start:end])
                  for statement in work.statements(name, "status:verified")
                  if statement["ground_rule"] not in ("off-the-record", "embargoed")
                  for start, end in statement["ranges"])


def in_node(shape, expression, data):
    return json.loads(call(find("node"), "-e", NODE_READER, shape, expression, stdin=data))


@test("jq finds what one person said on one topic", "jq")
def _(work):
    work.copy("briefing.xml")
    data = work.presser("export", "briefing.xml", "--to", "json")
    found = call(find("jq"), "-r", '.[] | select(.speaker.id == "p.lund" and any(.topics[]; .id == "t.tolls")) | .quote',
                 stdin=data).decode().splitlines()
    same(found, ['=SUM(1,2) is what they "call" a toll', "@ministry said so.", "- No toll before 2030."], "quotes")


@test("jq cuts the text at the positions of JSON Lines", "jq")
def _(work):
    work.copy("briefing.xml")
    data = work.presser("export", "briefing.xml", "--to", "jsonl")
    found = call(find("jq"), "-r", ".text as $text | .spans[] | [.id, $text[.start:.end]] | @json", stdin=data)
    same(sorted(tuple(json.loads(line)) for line in found.decode().splitlines()), words(work, "briefing.xml"), "parts")


@test("JavaScript cuts the text at the positions of JSON Lines and of spaCy's", "node")
def _(work):
    work.copy("briefing.xml")
    expected = words(work, "briefing.xml")
    for to, key in (("jsonl", "id"), ("spacy", "statement")):
        data = work.presser("export", "briefing.xml", "--to", to)
        found = {tuple(pair) for pair in in_node("lines", CUT_SPANS % key, data)}
        same(sorted(found), sorted(set(expected)), to)


@test("JavaScript reads the list and the figures", "node")
def _(work):
    work.copy("briefing.xml")
    rows = in_node("whole", "rows.map(r => [r.id, r.quote])", work.presser("list", "briefing.xml", "--format", "json"))
    check(["s8", None] in rows, "the statement off the record is listed without its words")
    check(["s1", "Good morning 🙂🙂."] in rows, "the emoji are whole")
    names = in_node("whole", "rows.speakers.map(s => s.name)", work.presser("stats", "briefing.xml", "--json"))
    check("Marta Lund" in names, "the speaker is counted")


@test("doccano's labels are cut right by JavaScript", "node")
def _(work):
    work.copy("briefing.xml")
    data = work.presser("export", "briefing.xml", "--to", "doccano")
    found = in_node("lines", "rows.flatMap(r => r.label.map(l => [...r.text].slice(l[0], l[1]).join('')))", data)
    same(sorted(set(found)), sorted({part for _, part in words(work, "briefing.xml")}), "labelled words")


@test("our own JSON opens as a transcript of its quotes, with speakers and times")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "json", "quotes.json")
    work.presser("import", "quotes.json", "-o", "back.xml")
    speakers = json.loads(work.presser("stats", "back.xml", "--json"))["speakers"]
    same({speaker["name"] for speaker in speakers}, {"Reporter", "Marta Lund", "a source speaking on background"}, "speakers")
    text = work.text("back.xml")
    for statement in json.loads(work.path("quotes.json").read_text(encoding="utf-8")):
        check(statement["quote"] in text.split("\n"), f"{statement['quote']} is a line")
    work.presser("tag", "back.xml", "--quote", "who pays?", "--id", "s1")
    same(work.statements("back.xml")[0]["time"], 1.5, "time")


@test("lists and exports are as the schema in docs/ says", "jsonschema")
def _(work):
    import jsonschema

    schema = json.loads((SOURCE.parent.parent / "docs" / "statements.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    work.copy("briefing.xml")
    for arguments in (("list", "briefing.xml", "--format", "json"), ("export", "briefing.xml", "--to", "json", "--statuses", "all")):
        statements = json.loads(work.presser(*arguments))
        same([error.message for error in validator.iter_errors(statements)], [], "what the schema does not allow")
        known = set(schema["$defs"]["statement"]["properties"])
        same([key for statement in statements for key in statement if key not in known], [], "fields that it does not tell")


run()
