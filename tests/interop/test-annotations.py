# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations on a text, anchored by those who count in other units than we do."""

import configparser
import json

from interop import call, check, find, run, same, test

PAGE = """<!DOCTYPE html>
<html><meta charset="utf-8"><body><pre id="text"></pre><ol id="found"></ol>
<script type="application/json" id="words">%s</script>
<script type="application/json" id="page">%s</script>
<script>
const text = JSON.parse(document.getElementById('words').textContent);
const page = JSON.parse(document.getElementById('page').textContent);
document.getElementById('text').textContent = text;
const points = [...text];
for (const annotation of page.items)
  for (const target of annotation.target) {
    const position = target.selector.find(s => s.type === 'TextPositionSelector');
    const quote = target.selector.find(s => s.type === 'TextQuoteSelector');
    const cut = points.slice(position.start, position.end).join('');
    const around = quote.prefix + quote.exact + quote.suffix;
    const item = document.createElement('li');
    item.dataset.good = cut === quote.exact && text.includes(around);
    item.textContent = cut;
    document.getElementById('found').append(item);
  }
</script></body></html>
"""


def for_script(value):
    return json.dumps(value).replace("<", "\\u003c")


def expected_parts(work, name):
    text = work.text(name)
    return sorted(text[start:end] for statement in work.statements(name, "status:verified")
                  if statement["ground_rule"] not in ("off-the-record", "embargoed") for start, end in statement["ranges"])


@test("a page in Chromium anchors the Web Annotations", "chromium", "lxml")
def _(work):
    from lxml import html

    work.copy("briefing.xml")
    text = work.text("briefing.xml")
    for hidden in ("the harbour will be sold.", "On Monday the fund is doubled."):
        text = text.replace(hidden, "█" * len(hidden))
    annotations = json.loads(work.presser("export", "briefing.xml", "--to", "webannotation"))
    same(annotations["type"], "AnnotationPage", "type")
    work.write("page.html", PAGE % (for_script(text), for_script(annotations)))
    items = html.document_fromstring(work.chromium_dom("page.html")).xpath("//ol[@id='found']/li")
    same([item.text for item in items if item.get("data-good") != "true"], [], "annotations that were not found")
    same(sorted(item.text for item in items), expected_parts(work, "briefing.xml"), "anchored words")


@test("brat's reading of the files holds")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "brat", "brat")
    text = work.read("brat/briefing.txt")
    configuration = configparser.ConfigParser(allow_no_value=True, delimiters=("\t",), strict=True)
    configuration.optionxform = str
    configuration.read_string(work.read("brat/annotation.conf"))
    declared = set(configuration["attributes"])
    n_spans = 0
    for line in work.read("brat/briefing.ann").splitlines():
        columns = line.split("\t")
        if line.startswith("T"):
            places = [tuple(map(int, place.split())) for place in columns[1].split(" ", 1)[1].split(";")]
            same(" ".join(text[start:end] for start, end in places), columns[2], line)
            check(all(one[1] <= other[0] for one, other in zip(places, places[1:])), "pieces are sorted and apart")
            n_spans += 1
        elif line.startswith("A"):
            check(columns[1].split()[0] in declared, f"{columns[1]} is declared")
    same(n_spans, 8, "statements")


@test("CoNLL's tags begin before they go on")
def _(work):
    work.copy("briefing.xml")
    made = work.export("briefing.xml", "conll", "words.conll")
    text = work.text("briefing.xml")
    before = ["O", "O", "O"]
    for line in made.read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("-DOCSTART-"):
            continue
        token, start, end, *tags = line.split("\t")
        if "█" not in token:
            same(text[int(start):int(end)], token, line)
        for tag, last in zip(tags, before):
            if tag.startswith("I-"):
                check(last[2:] == tag[2:], f"{tag} follows its like, not {last}")
        before = tags


@test("Label Studio's set-up fits its tasks", "lxml", "node")
def _(work):
    from lxml import etree

    work.copy("briefing.xml")
    work.export("briefing.xml", "labelstudio", "studio")
    setup = etree.parse(str(work.path("studio/labels.xml")))
    offered = {control.get("name"): set(control.xpath("Label/@value")) for control in setup.iterfind("Labels")}
    tasks = json.loads(work.read("studio/tasks.json"))
    for task in tasks:
        for result in task["predictions"][0]["result"]:
            check(set(result["value"]["labels"]) <= offered[result["from_name"]], f"{result['value']['labels']} is offered")
    found = json.loads(call(find("node"), "-e", """
      const tasks = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      process.stdout.write(JSON.stringify(tasks.flatMap(t => t.predictions[0].result.map(
        r => [r.value.text, [...t.data.text].slice(r.value.start, r.value.end).join('')]))));""",
                            stdin=work.path("studio/tasks.json").read_bytes()))
    check(len(found) > 8 and all(text == cut for text, cut in found), "the text cut at the positions is the text told")


run()
