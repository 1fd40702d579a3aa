# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The TEI itself in three programs that know nothing of Presser: a database, an XQuery processor and a
browser. For every pair of speaker and topic they must find the statements that presser-cli lists, as
many, with the same words. And jing must find what is valid still valid."""

import html
import json
import os
import pathlib
import random
import re
import shutil

from interop import SHARED, Failure, Skipped, call, check, find, run, same, test

JING = "/usr/share/java/jing.jar"
CETEICEAN = "1.9.5"

# A hall of traps: overlaps, gaps, inline markup, labels between turns, letters of several scripts.
TRANSCRIPT = """Briefing on the harbour tunnel

MINISTER LUND: Good morning. There will be no toll before 2030. The state pays nine tenths & the town the rest.

Every rescue bay is paid for, “and that is final”.

QUESTION: Who pays for the fans?

MINISTER LUND: The bays have fans. They are tested monthly, I am told; the rest is маршрут and café.

MR. MORO: Lorries will be charged later <if at all>.
"""

XQUERY = """declare namespace t = "http://www.tei-c.org/ns/1.0";
declare function local:parts($s) { $s, $s/@next ! local:parts(id(substring(., 2), $s)) };
declare function local:block($s) { $s/ancestor::*[self::t:seg or self::t:p or self::t:l or self::t:head or self::t:note or self::t:item][1] };
declare function local:words($s) { string-join($s//text()[not(ancestor::t:note[. >> $s] or ancestor::t:desc[. >> $s])], "") };
declare function local:between($one, $other) {
  let $last := ($one//text())[last()], $first := ($other//text())[1]
  return if (local:block($one) is local:block($other))
    then string-join(local:block($one)//text()[. >> $last and . << $first], "") else " " };
declare function local:join($parts) {
  string-join(for $part at $i in $parts return (
    if ($i = 1) then "" else let $between := local:between($parts[$i - 1], $part) return if (normalize-space($between) = "") then $between else " ",
    local:words($part)), "") };
string-join((
  for $s in //t:said[not(@prev)] return concat("text|", $s/@xml:id, "|", normalize-space(local:join(local:parts($s)))),
  for $who in distinct-values(//t:person/@xml:id), $what in distinct-values(//t:taxonomy[@xml:id = "topics"]//t:category/@xml:id)
  return concat("pair|", $who, "|", $what, "|", string-join(
    //t:said[not(@prev)][tokenize(@who) = concat("#", $who)][tokenize(@ana) = concat("#", $what)]/@xml:id, " "))), "&#10;")
"""

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><script src="CETEI.js"></script></head><body><pre id="found"></pre><div id="tei"></div>
<script>
const xml = %s, people = %s, topics = %s;
new CETEI({ignoreFragmentId: true}).makeHTML5(xml, data => {
  document.getElementById("tei").append(data);
  const root = document.getElementById("tei"), lines = [];
  const blocks = "tei-seg,tei-p,tei-l,tei-head,tei-note,tei-item";
  const texts = node => { const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), all = []; while (walk.nextNode()) all.push(walk.currentNode); return all; };
  const fold = text => text.replace(/[ \\t\\r\\n]+/g, " ").trim();
  const next = said => said.hasAttribute("next") ? root.querySelector('[id="' + said.getAttribute("next").slice(1) + '"]') : null;
  const between = (one, other) => {
    const block = one.closest(blocks);
    if (block !== other.closest(blocks)) return " ";
    const all = texts(block), mine = texts(one), theirs = texts(other);
    const text = all.slice(all.indexOf(mine[mine.length - 1]) + 1, all.indexOf(theirs[0])).map(node => node.data).join("");
    return fold(text) === "" ? text : " ";
  };
  const words = said => texts(said).filter(node => !node.parentElement.closest("tei-note,tei-desc") || said.closest("tei-note")).map(node => node.data).join("");
  // CETEIcean keeps what it decorates hidden beside the decorated copy.
  const find = selector => [...root.querySelectorAll(selector)].filter(said => !said.closest("cetei-original"));
  for (const first of find("tei-said:not([prev])")) {
    let text = "", previous = null;
    for (let part = first; part; part = next(part)) { text += (previous ? between(previous, part) : "") + words(part); previous = part; }
    lines.push("text|" + first.id + "|" + fold(text));
  }
  for (const who of people) for (const what of topics)
    lines.push("pair|" + who + "|" + what + "|" + find('tei-said:not([prev])[who~="#' + who + '"][ana~="#' + what + '"]').map(said => said.id).join(" "));
  document.getElementById("found").textContent = lines.join("\\n");
});
</script></body></html>
"""


def tag_at_random(work, name, seed, count=20):
    """Statements of three speakers on three topics, many across paragraphs and each other."""
    text = work.text(name)
    dice = random.Random(seed)
    for number in range(count):
        start = dice.randrange(len(text) - 1)
        end = min(len(text), start + 1 + dice.randrange(120))
        speaker = dice.choice(["Ada Lund", "Ivo Moro", "Rosa Klein"])
        topics = dice.sample(["Tolls", "Money", "Safety"], dice.randint(1, 2))
        if text[start:end].strip():
            work.presser("tag", name, "--range", f"{start}:{end}", "--id", f"x{number}", "--speaker", speaker,
                         *[part for topic in topics for part in ("--topic", topic)])


def make_file(work):
    work.write("transcript.txt", TRANSCRIPT)
    work.presser("import", "transcript.txt", "-o", "briefing.xml")
    tag_at_random(work, "briefing.xml", 7)


def fold(text):
    return re.sub(r"\s+", " ", text).strip()


def expected(work, name):
    """What presser-cli lists, in the lines of the queries."""
    statements = work.statements(name)
    people = sorted({found["speaker"]["id"] for found in statements if found["speaker"]})
    topics = sorted({topic["id"] for found in statements for topic in found["topics"]})
    lines = [f"text|{found['id']}|{fold(found['quote'])}" for found in statements]
    for who in people:
        for what in topics:
            ids = [found["id"] for found in statements
                   if found["speaker"] and found["speaker"]["id"] == who and what in [topic["id"] for topic in found["topics"]]]
            lines.append(f"pair|{who}|{what}|{' '.join(ids)}")
    return people, topics, lines


def compare(found, wanted):
    """Pairs that Presser has no statement of may be listed, too, but must be empty; the order of ids is that of the document."""
    found = [line for line in found if not (line.startswith("pair|") and line.endswith("|") and line not in wanted)]
    found, wanted = {sort_ids(line) for line in found}, {sort_ids(line) for line in wanted}
    same(sorted(found - wanted), sorted(wanted - found), "statements and pairs")


def sort_ids(line):
    kind, *fields = line.split("|", 3 if line.startswith("pair") else 2)
    return (kind, *fields[:-1], *sorted(fields[-1].split())) if kind == "pair" else (kind, *fields)


def plain_environment(work):
    return {"HOME": str(work.folder), "PATH": os.environ["PATH"]}


@test("BaseX finds what Presser lists", "basex")
def _(work):
    make_file(work)
    out = call(find("basex"), "-w", "-i", work.path("briefing.xml"), XQUERY, env=plain_environment(work)).decode()
    compare(out.strip("\n").split("\n"), expected(work, "briefing.xml")[2])


@test("Saxon finds what Presser lists", "saxon")
def _(work):
    make_file(work)
    query = work.write("query.xq", XQUERY)
    out = call(find("java"), "-cp", find("saxon"), "net.sf.saxon.Query", f"-s:{work.path('briefing.xml')}", f"-q:{query}", "!method=text").decode()
    compare(out.strip("\n").split("\n"), expected(work, "briefing.xml")[2])


def find_ceteicean(work):
    """Installed by npm's own client into a folder of ours; None where that cannot be done."""
    folder = pathlib.Path(os.environ.get("MESON_BUILD_ROOT", work.folder)) / "interop-npm"
    script = folder / "node_modules" / "CETEIcean" / "dist" / "CETEI.js"
    if not script.exists() and find("npm"):
        folder.mkdir(exist_ok=True)
        call(find("npm"), "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, f"CETEIcean@{CETEICEAN}", status=None)
    return script if script.exists() else None


@test("CETEIcean in Chromium finds what Presser lists", "chromium", "npm")
def _(work):
    script = find_ceteicean(work)
    if script is None:
        raise Skipped("CETEIcean could not be had from npm")
    make_file(work)
    shutil.copy(script, work.path("CETEI.js"))
    people, topics, wanted = expected(work, "briefing.xml")
    xml = json.dumps(work.read("briefing.xml")).replace("</", "<\\/")
    work.write("page.html", PAGE % (xml, json.dumps(people), json.dumps(topics)))
    found = re.search(r'<pre id="found">(.*?)</pre>', work.chromium_dom("page.html"), re.S)
    check(found and found.group(1), "the page was filled")
    compare(html.unescape(found.group(1)).split("\n"), wanted)


STAND_OFF = """declare namespace t = "http://www.tei-c.org/ns/1.0";
string-join(for $a in //t:annotation return string-join(($a/@xml:id, $a/t:ptr[@type = "speaker"]/@target, $a/@ana,
  for $target in tokenize($a/@target)
  let $parts := tokenize(substring-before(substring-after($target, "#string-range("), ")"), ",")
  let $stream := string(id($parts[1], $a))
  return substring($stream, xs:integer($parts[2]) + 1, xs:integer($parts[3]))), "|"), "&#10;")
"""


@test("the offsets of stand-off statements lead to their words in Saxon", "saxon")
def _(work):
    work.write("transcript.txt", TRANSCRIPT)
    work.presser("import", "transcript.txt", "-o", "apart.xml")
    work.presser("tag", "apart.xml", "--standoff", "--quote", "no toll before 2030", "--id", "y1")
    tag_at_random(work, "apart.xml", 11)
    check("<said" not in work.read("apart.xml"), "no tags in the text")
    query = work.write("query.xq", STAND_OFF)
    out = call(find("java"), "-cp", find("saxon"), "net.sf.saxon.Query", f"-s:{work.path('apart.xml')}", f"-q:{query}", "!method=text").decode()
    words = {}
    for line in out.strip("\n").split("\n"):
        identifier, *_ = line.split("|")
        words[identifier] = fold(" ".join(part for part in line.split("|")[1:] if not part.startswith("#")))
    same(words, {found["id"]: fold(found["quote"]) for found in work.statements("apart.xml")}, "words")


def jing(schema, paths):
    """The files of which it finds that they are not valid, with what it says first."""
    out = call(find("java"), "-Xss64m", "-jar", JING, schema, *paths, status=None).decode()
    found = {}
    for line in out.splitlines():
        name, _, rest = line.partition(":")
        found.setdefault(pathlib.Path(name).resolve(), rest[:300])
    return found


def make_variants(work, sample, number):
    """A sample tagged in its text and beside it; nothing of what holds no text."""
    for option in ([], ["--standoff"], ["--standoff=beside"]):
        name = f"{number}{''.join(option).replace('=', '')}.xml"
        work.write(name, sample.read_bytes())
        try:
            has_text = len(work.text(name)) > 300
        except Failure:
            has_text = False
        if not has_text:
            work.path(name).unlink()
            return
        work.presser("tag", name, "--range", "3:40", *option)
        tag_at_random(work, name, number, 6)


@test("jing finds valid what was valid", "java")
def _(work):
    schema = SHARED / "tei" / "tei_all.rng"
    if not os.path.exists(JING) or not schema.exists():
        raise Skipped("jing or the schema of TEI is not here")
    # jing stops where a DTD is missing.
    samples = [path for path in [*(SHARED / "samples" / "tei").rglob("*.xml"), *(SHARED / "tei" / "examples").glob("*.xml")]
               if b"<!DOCTYPE TEI " not in path.read_bytes()]
    invalid = jing(schema, samples)
    for number, sample in enumerate(sorted(samples)):
        if sample.resolve() not in invalid:
            make_variants(work, sample, number)
    make_file(work)
    same(jing(schema, sorted(work.folder.glob("*.xml"))), {}, "findings")


run()
