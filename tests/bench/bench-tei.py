#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""How presser-cli compares with xmllint on TEI with 10,000 and with 100,000 statements.

Prints, side by side, the processor time and the memory of listing all statements and of `xmllint --noout`, the time of
saving one more tag, and how each grows with its input. The best of three runs counts: other work on the machine only adds.

bench-tei.py PRESSER-CLI
"""

import os
import random
import subprocess
import sys
import tempfile

WORDS = """the state pays nine tenths of every rescue bay and tolls rise with prices before lorries are charged said minister
we shall see taxes fall a commission of experts will look into it until spring""".split()
HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Bench</title><respStmt xml:id="ann.rk"><resp>tags</resp><persName>R K</persName></respStmt></titleStmt>
<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc>
<encodingDesc><classDecl><taxonomy xml:id="topics">%s</taxonomy></classDecl></encodingDesc>
<profileDesc><particDesc><listPerson>%s</listPerson></particDesc></profileDesc></teiHeader>
<text><body><div>
"""


def words(rand, n):
    return " ".join(rand.choice(WORDS) for _ in range(n))


def statement(rand, number, speaker):
    return (
        f'<said xml:id="s{number}" who="#p.{speaker}" ana="#t.{rand.randrange(20)} #st.draft" resp="#ann.rk">'
        f"{words(rand, 14).capitalize()}.</said> {words(rand, 5).capitalize()}."
    )


def write_file(path, n_statements):
    rand = random.Random(1)
    topics = "".join(f'<category xml:id="t.{i}"><catDesc><term>Topic {i}</term></catDesc></category>' for i in range(20))
    people = "".join(f'<person xml:id="p.{i}"><persName>Person {i}</persName></person>' for i in range(30))
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER % (topics, people))
        for turn in range(n_statements // 10):
            speaker = rand.randrange(30)
            segments = "\n".join(
                f'<seg xml:id="u{turn}.p{i}">'
                + " ".join(statement(rand, turn * 10 + i * 5 + k + 1, speaker) for k in range(5))
                + "</seg>"
                for i in range(2)
            )
            file.write(f'<u xml:id="u{turn}" who="#p.{speaker}">{segments}</u>\n')
        file.write("</div></body></text></TEI>\n")


def run_once(command):
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run(command):
    runs = [run_once(command) for _ in range(3)]
    return min(seconds for seconds, _ in runs), min(megabytes for _, megabytes in runs)


def measure(presser, folder, n_statements):
    path = os.path.join(folder, f"{n_statements}.xml")
    tagged = os.path.join(folder, "tagged.xml")
    write_file(path, n_statements)
    listing = run([presser, "list", path])
    parsing = run(["xmllint", "--noout", path])
    reading = run([presser, "list", path, "id:none"])
    tagging = run([presser, "tag", path, "--range", "0:5", "--output", tagged])
    size = os.path.getsize(path) / 1e6
    print(f"{n_statements:>7} statements, {size:.1f} MB")
    print(f"  presser-cli list   {listing[0]:6.2f} s {listing[1]:6.0f} MB")
    print(f"  xmllint --noout    {parsing[0]:6.2f} s {parsing[1]:6.0f} MB")
    print(f"  ratio              {listing[0] / parsing[0]:6.2f}   {listing[1] / parsing[1]:6.2f}")
    saving = tagging[0] - reading[0]
    print(f"  saving one tag     {saving:6.2f} s, {saving / reading[0]:.2f} times reading ({reading[0]:.2f} s)")
    return listing[0], parsing[0]


def main():
    with tempfile.TemporaryDirectory() as folder:
        small = measure(sys.argv[1], folder, 10_000)
        large = measure(sys.argv[1], folder, 100_000)
    print(f"ten times the statements: presser-cli {large[0] / small[0]:.1f} times the time, xmllint {large[1] / small[1]:.1f} times")


if __name__ == "__main__":
    main()
