# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding again: the overview, the filter that completes, the list of all places, replacing."""

from journalist import Presser, copy_of, count, fixture, run


def tagged(presser):
    """Two statements of Ines Holm on the ferry."""
    presser.in_text()
    presser.press("quotedbl", "Return")
    presser.sees("Speaker or topic")
    presser.type("Ines Holm")
    presser.sees("New speaker “Ines Holm”")
    presser.press("Return")
    presser.sees("Ines Holm, 1 statement")
    presser.type("Ferry")
    presser.sees("New topic “Ferry”")
    presser.press("Return")
    presser.sees("Ferry, 1 statement")
    presser.press("Escape")
    presser.sees_no_more("Speaker or topic")
    presser.in_text()
    presser.press("quotedbl", "1", "alt+a")
    presser.sees("Ines Holm, 2 statements")
    presser.sees("Ferry, 2 statements")


def opened(work):
    presser = Presser(copy_of(fixture("briefing.txt")))
    try:
        tagged(presser)
        work(presser)
        presser.said_nothing()
    finally:
        presser.stop()


def test_a_mark_of_the_overview_leads_to_its_statements():
    def work(presser):
        presser.press("ctrl+3")
        presser.sees("Words by speaker")
        presser.sees("Ferry along the transcript")
        presser.picture("overview")
        presser.click("Ines Holm on Ferry: 2 statements")
        presser.sees("2 of 2 statements")

    opened(work)


def test_the_overview_follows_what_is_undone():
    def work(presser):
        presser.press("ctrl+3")
        presser.sees("Ines Holm on Ferry: 2 statements")
        presser.press("ctrl+z")
        presser.sees("Ines Holm on Ferry: 1 statement")
        presser.press("ctrl+shift+z")
        presser.sees("Ines Holm on Ferry: 2 statements")

    opened(work)


def test_a_filter_is_completed():
    def work(presser):
        presser.press("ctrl+shift+f")
        presser.type("spea")
        presser.sees("speaker:")
        presser.press("Tab")
        presser.type("ine")
        presser.sees("Ines Holm")
        presser.press("Down", "Return")
        presser.sees("2 of 2 statements")
        presser.type("kind:ind")
        presser.sees("indirect")
        presser.press("Tab")
        presser.sees("0 of 2 statements")

    opened(work)


def test_replacing_shows_what_comes_of_it_and_is_one_step():
    path = copy_of(fixture("briefing.txt"))
    presser = Presser(path)
    try:
        tagged(presser)
        presser.press("ctrl+h")
        presser.sees("Find in the transcript")
        presser.type("ferry")
        presser.press("ctrl+h")
        presser.sees("Replace with")
        presser.type("boat")
        presser.sees("Replace 2 Places")
        presser.picture("replace")
        presser.press("Return")
        presser.sees("Replaced in …")
        presser.press("Escape")
        presser.in_text()
        presser.has_text("boat")
        presser.press("ctrl+z")
        presser.has_text("ferry")
        presser.press("ctrl+shift+z", "ctrl+s")
        presser.sees("Saved as …")
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()
    target = path.removesuffix(".txt") + ".xml"
    if count(target, "//t:body//text()[contains(., 'boat')]") == 0:
        raise AssertionError("the corrected word is not in the file")


run(test_a_mark_of_the_overview_leads_to_its_statements,
    test_the_overview_follows_what_is_undone,
    test_a_filter_is_completed,
    test_replacing_shows_what_comes_of_it_and_is_one_step)
