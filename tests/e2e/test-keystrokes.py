# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three pieces of work, counted in key presses: docs/keystrokes.md tells the same sequences."""

import os

from journalist import Presser, check, copy_of, count, fixture, run, wait_for

SPEAKERS = ["Ines Holm", "Otto Vale", "Lena Brandt", "Paul Osei"]
TOPICS = ["Ferry", "Money", "Crew", "Fault"]
# Whose each of the ten quotations is, and its topics: a key each.
TEN = [("1", "ad"), ("1", "ad"), ("1", "bd"), ("2", "ad"), ("2", "bd"), ("2", "ad"),
       ("3", "bc"), ("3", "ac"), ("4", "ab"), ("4", "ab")]


def with_names(source):
    """Speakers and topics are there, as in a document that was worked on before."""
    presser = Presser(source)
    presser.in_text()
    presser.press("quotedbl", "Return")
    presser.sees("Speaker or topic")
    for sign, names in (("@", SPEAKERS), ("#", TOPICS)):
        for name in names:
            presser.type(sign + name)
            presser.sees(f"New {'speaker' if sign == '@' else 'topic'} “{name}”")
            presser.press("Return")
            presser.sees(f"{name}, 1 statement")
    presser.press("Escape")
    presser.sees_no_more("Speaker or topic")
    presser.in_text()
    presser.press("Delete")
    presser.sees("Paul Osei, 0 statements")
    presser.press("ctrl+Home")
    presser.n_keys = 0
    return presser


def tag_ten(presser):
    for speaker, topics in TEN:
        presser.press("quotedbl", speaker, *("alt+" + topic for topic in topics))


def saved(source, expected):
    target = os.path.splitext(source)[0] + ".xml"
    wait_for(lambda: os.path.exists(target) and count(target, "//t:said[not(@prev)]") == expected, "the file")
    return target


def test_ten_statements_of_four_speakers_with_two_topics_each():
    source = copy_of(fixture("hearing.txt"))
    presser = with_names(source)
    try:
        tag_ten(presser)
        for name, n_statements in zip(SPEAKERS, (3, 3, 2, 2)):
            presser.sees(f"{name}, {n_statements} statements")
        print(f"# ten statements: {presser.n_keys} presses")
        check(presser.n_keys <= 45, f"at most 45 presses, not {presser.n_keys}")
        presser.press("ctrl+s")
        target = saved(source, 10)
        check(count(target, "//t:said[contains(@who,'p.vale')][contains(@ana,'t.fault')]") == 3, "what Vale said on the fault")
        presser.said_nothing()
    finally:
        presser.stop()


def test_one_speaker_is_tagged_with_the_marker():
    presser = with_names(copy_of(fixture("hearing.txt")))
    try:
        presser.press("m", "2", "alt+d")  # in hand: Otto Vale on the fault
        presser.sees("Marker")
        presser.press("ctrl+f")
        presser.sees("Find in the transcript")
        presser.type("the yard's")
        presser.sees("1 of 1")
        presser.press("Return", "Escape", "Escape")
        presser.in_text()
        before = presser.n_keys
        presser.press("quotedbl", "quotedbl", "quotedbl")
        presser.sees("Otto Vale, 3 statements")
        presser.sees("Fault, 3 statements")
        check(presser.n_keys - before == 3, "one press a statement")
        presser.press("m")
        presser.said_nothing()
    finally:
        presser.stop()


def test_three_typos_and_a_turn_are_put_right():
    source = copy_of(fixture("turns.txt"))
    presser = Presser(source)
    try:
        presser.in_text()
        presser.sees("Ines Holm, 0 statements")
        presser.n_keys = 0
        # Find it, which selects it; correct it; once the text is open, the next ones take no key to open it.
        for wrong, right, toggles in (("teh", "the", True), ("brkaes", "brakes", False), ("frey", "ferry", False)):
            presser.press("ctrl+f")
            presser.sees("Find in the transcript")
            presser.type(wrong)
            presser.sees("1 of 1")
            presser.press("Return", "Escape")
            presser.in_text()
            if toggles:
                presser.press("ctrl+e")
            presser.type(right)
            presser.has_text(right)
        presser.press("ctrl+e")
        # The turn: go there, give it to the second speaker.
        presser.press("ctrl+f")
        presser.sees("Find in the transcript")
        presser.type("not ours")
        presser.sees("1 of 1")
        presser.press("Return", "Escape")
        presser.in_text()
        presser.press("alt+2")
        presser.sees("The turn is Otto Vale’s now")
        print(f"# three typos and a turn: {presser.n_keys} presses")
        check(presser.n_keys <= 60, f"at most 60 presses, letters included, not {presser.n_keys}")
        presser.press("ctrl+s")
        target = os.path.splitext(source)[0] + ".xml"
        wait_for(lambda: os.path.exists(target) and count(target, "//t:u[contains(@who,'vale')]") == 3, "the turn in the file")
        check(count(target, "//t:text[contains(.,'tested the ship') and contains(.,'The brakes hold') and contains(.,'The ferry will')]") == 1, "the corrections in the file")
        check(count(target, "//t:text[contains(.,'teh') or contains(.,'brkaes') or contains(.,'frey')]") == 0, "no typo in the file")
        presser.said_nothing()
    finally:
        presser.stop()


def test_all_a_speaker_said_on_a_topic_is_copied():
    presser = with_names(copy_of(fixture("hearing.txt")))
    try:
        tag_ten(presser)
        presser.sees("Paul Osei, 2 statements")
        presser.n_keys = 0
        presser.press("ctrl+shift+f")
        presser.type("speaker:vale topic:fault")
        presser.sees("3 of 10 statements")
        presser.press("ctrl+shift+c")
        presser.sees("3 quotes copied with their attributions")
        print(f"# find and copy: {presser.n_keys} presses")
        check(presser.n_keys <= 26, f"at most 26 presses, letters included, not {presser.n_keys}")
        presser.press("ctrl+n")
        wait_for(lambda: presser.focus_newest() == 2, "a second window")
        presser.sees("Tag What Was Said")
        presser.press("ctrl+v")
        presser.has_text("Nobody answered our letter.” — Otto Vale")
        presser.said_nothing()
    finally:
        presser.stop()


run(test_ten_statements_of_four_speakers_with_two_topics_each,
    test_one_speaker_is_tagged_with_the_marker,
    test_three_typos_and_a_turn_are_put_right,
    test_all_a_speaker_said_on_a_topic_is_copied)
