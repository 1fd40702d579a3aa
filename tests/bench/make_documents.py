#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes briefings to measure with: make_documents.py FOLDER N_DOCUMENTS N_STATEMENTS

Each document is TEI as Presser writes it, with that many statements, each in a paragraph of its own; the same
arguments give the same files.
"""

import os
import random
import sys

WORDS = ("the toll bridge harbour minister budget year water road office plan rescue pump gate night people price "
         "answer letter port council ship winter question fund service tunnel law number").split()
SPEAKERS = [("p.lund", "Marta Lund", "Minister of Transport"), ("p.falk", "Ines Falk", "Harbour Master"),
            ("p.oda", "Jun Oda", "Spokesman"), ("p.reporter", "Reporter", None)]
TOPICS = [("t.tolls", "Tolls"), ("t.money", "Money"), ("t.safety", "Safety"), ("t.harbour", "Harbour")]

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Briefing {number}</title>
        <respStmt xml:id="ann.rk"><resp>tagged</resp><persName>Rosa Klein</persName></respStmt></titleStmt>
      <publicationStmt><p>Working file, not published.</p></publicationStmt>
      <sourceDesc><bibl><idno type="URL">https://example.org/briefings/{number}</idno></bibl></sourceDesc>
    </fileDesc>
    <encodingDesc>
      <classDecl>
        <taxonomy xml:id="topics">
{topics}
        </taxonomy>
        <taxonomy xml:id="status">
          <category xml:id="st.verified"><catDesc><term>verified</term></catDesc></category>
        </taxonomy>
      </classDecl>
    </encodingDesc>
    <profileDesc>
      <particDesc><listPerson>
{speakers}
      </listPerson></particDesc>
      <settingDesc><setting><placeName>Port Hallwould</placeName><date when="2026-03-14"/></setting></settingDesc>
    </profileDesc>
  </teiHeader>
  <text>
    <body>
      <div>
"""
TAIL = """      </div>
    </body>
  </text>
</TEI>
"""


def sentence(chance, n_words):
    words = [chance.choice(WORDS) for _ in range(n_words)]
    return " ".join(words).capitalize() + "."


def write_turn(file, chance, number):
    speaker = chance.choice(SPEAKERS)[0]
    topics = " ".join(f"#{topic[0]}" for topic in chance.sample(TOPICS, 2))
    file.write(
        f'        <u xml:id="u{number}" who="#{speaker}">\n'
        f'          <seg xml:id="u{number}.p1">{sentence(chance, 9)} <said xml:id="s{number}" who="#{speaker}" '
        f'ana="{topics} #st.verified" resp="#ann.rk" cert="high">{sentence(chance, 14)} “{sentence(chance, 6)}” 🙂</said> '
        f"{sentence(chance, 12)}</seg>\n        </u>\n")


def write_document(path, number, n_statements):
    chance = random.Random(number)
    people = "\n".join(
        f'        <person xml:id="{key}"><persName>{name}</persName>' + (f"<occupation>{role}</occupation>" if role else "")
        + "</person>" for key, name, role in SPEAKERS)
    topics = "\n".join(f'          <category xml:id="{key}"><catDesc><term>{label}</term></catDesc></category>'
                       for key, label in TOPICS)
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD.format(number=number, topics=topics, speakers=people))
        for statement in range(1, n_statements + 1):
            write_turn(file, chance, statement)
        file.write(TAIL)


def main_with(folder, n_documents, n_statements):
    os.makedirs(folder, exist_ok=True)
    for number in range(1, n_documents + 1):
        write_document(os.path.join(folder, f"briefing-{number:05}.xml"), number, n_statements)


if __name__ == "__main__":
    main_with(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
