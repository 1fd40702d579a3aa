# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a transcript to tagged quotes in a file, by keyboard alone and in few key presses."""

import os

from journalist import Presser, check, copy_of, count, fixture, run, statements_of, wait_for


def tag_two_quotations(source, title, speaker, topics, ids):
    presser = Presser(source)
    try:
        presser.sees(title)
        presser.in_text()
        presser.n_keys = 0

        # The first: a new speaker, a new topic, saved.
        presser.press("quotedbl", "Return")
        presser.sees("Speaker or topic")
        presser.type(speaker)
        presser.sees(f"New speaker “{speaker}”")
        presser.press("Return")
        presser.sees(f"{speaker}, 1 statement")
        presser.type(topics[0])
        presser.sees(f"New topic “{topics[0]}”")
        presser.press("Return")
        presser.sees(f"{topics[0]}, 1 statement")
        presser.press("Return")
        presser.sees_no_more("Speaker or topic")
        presser.in_text()
        presser.press("ctrl+s")
        presser.sees("Saved as …")
        check(presser.n_keys < 25, f"fewer than 25 keys, not {presser.n_keys}")

        # The second: a known speaker and a known topic.
        presser.press("quotedbl")
        before = presser.n_keys
        presser.press("1", "alt+a")
        presser.sees(f"{speaker}, 2 statements")
        presser.sees(f"{topics[0]}, 2 statements")
        check(presser.n_keys - before <= 3, "at most three keys for a further statement")

        # One more topic for the second, by its first letters.
        presser.press("Return")
        presser.sees("Speaker or topic")
        presser.type("#" + topics[1])
        presser.sees(f"New topic “{topics[1]}”")
        presser.press("Return")
        presser.sees(f"{topics[1]}, 1 statement")
        presser.press("Escape")
        presser.sees_no_more("Speaker or topic")
        presser.in_text()

        # All of it undone and done again.
        presser.press("ctrl+z")
        presser.sees_no_more(f"{topics[1]}, 1 statement")
        presser.press("ctrl+shift+z")
        presser.sees(f"{topics[1]}, 1 statement")

        presser.press("ctrl+s")
        wait_for(lambda: statements_of(target_of(source), ids[0], ids[2]) == 1, "the second save")
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()

    target = target_of(source)
    check(statements_of(target, ids[0], ids[1]) == 2, "both statements found by speaker and first topic")
    check(statements_of(target, ids[0], ids[2]) == 1, "one found by the second topic")
    check(count(target, "//t:said") == 2, "nothing else is marked")

    # All is there when it is opened again.
    again = Presser(target)
    try:
        again.sees(f"{speaker}, 2 statements")
        again.sees(f"{topics[0]}, 2 statements")
        again.sees(f"{topics[1]}, 1 statement")
        again.press("ctrl+w")
        again.ended()
    finally:
        again.stop()


def test_a_quote_is_copied_with_its_attribution_and_pasted_as_a_transcript():
    presser = Presser(copy_of(fixture("briefing.txt")))
    try:
        presser.in_text()
        presser.press("quotedbl", "Return")
        presser.sees("Speaker or topic")
        presser.type("Ines Holm")
        presser.sees("New speaker “Ines Holm”")
        presser.press("Return", "Escape")
        presser.sees_no_more("Speaker or topic")
        presser.in_text()
        presser.press("ctrl+c")
        presser.sees("Quote copied with its attribution")
        presser.press("ctrl+n")
        wait_for(lambda: presser.focus_newest() == 2, "the second window")
        presser.press("ctrl+v")
        presser.has_text("That is a promise to every passenger.” — Ines Holm (Harbour Board")
        presser.said_nothing()
    finally:
        presser.stop()


def target_of(source):
    return os.path.splitext(source)[0] + ".xml"


def test_two_quotations_of_our_own_briefing_are_tagged_saved_and_read_back():
    source = copy_of(fixture("briefing.txt"))
    with open(source, "rb") as file:
        original = file.read()
    tag_two_quotations(source, "Harbour Board Explains Delay of the New Ferry",
                       "Ines Holm", ["Ferry", "Money"], ["p.holm", "t.ferry", "t.money"])
    with open(source, "rb") as file:
        check(file.read() == original, "the original is as it was")


def test_two_quotations_of_the_shared_briefing_are_tagged_saved_and_read_back():
    shared = os.path.join(os.environ.get("PRESSER_SHARED", ""), "samples", "briefing", "cis-ministers-minsk.txt")
    if not os.path.exists(shared):
        return "the shared samples are not here"
    tag_two_quotations(copy_of(shared), "Lavrov: CIS Countries Recognize US Attempts to Invade Commonwealth Regions",
                       "Sergey Lavrov", ["CIS", "Caucasus"], ["p.lavrov", "t.cis", "t.caucasus"])
    return None


run(test_two_quotations_of_our_own_briefing_are_tagged_saved_and_read_back,
    test_two_quotations_of_the_shared_briefing_are_tagged_saved_and_read_back,
    test_a_quote_is_copied_with_its_attribution_and_pasted_as_a_transcript)
