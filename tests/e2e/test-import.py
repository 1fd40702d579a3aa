# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A transcript that is not beyond doubt is shown as it was understood, to accept by one key or to put right."""

import os
import tempfile

from journalist import Presser, copy_of, fixture, run, wait_for
from mouse import drag, place_of

# What stands below the names; the names stand in the window behind, too.
MARKS = "3 turns\nGood morning. The yard has finished the brakes, and we will sail in May."
HOLM = "2 turns\nI can add that the board agreed on that last week."


def opened(path=None):
    presser = Presser(path or copy_of(fixture("unsure.txt")))
    wait_for(lambda: presser.n_windows() == 2, "the import page")
    presser.focus_newest()
    presser.sees("Check the Import")
    return presser


def closed(presser):
    wait_for(lambda: presser.n_windows() == 1, "the import page to be gone")
    presser.focus_newest()


def test_enter_accepts():
    presser = opened()
    try:
        presser.sees("Same as Mr. Marks…")
        presser.picture("import-page")
        presser.press("Return")
        closed(presser)
        presser.sees("Mr. Marks…")
        presser.sees("Dr. Marks…")
        presser.said_nothing()
    finally:
        presser.stop()


def test_a_proposal_makes_two_labels_one_speaker():
    presser = opened()
    try:
        presser.click("Same as Mr. Marks")
        presser.sees("5 turns…")
        presser.sees_no_more("Same as Mr. Marks…")
        presser.press("ctrl+Return")
        closed(presser)
        presser.sees_no_more("Dr. Marks…")
        presser.sees("Mr. Marks…")
        presser.said_nothing()
    finally:
        presser.stop()


def test_one_speaker_is_dragged_on_another():
    presser = opened()
    try:
        page = presser.newest()
        left, top, _, height = place_of(presser, HOLM)
        other_left, other_top, _, other_height = place_of(presser, MARKS)
        drag(left + 20, top + height // 2, other_left + 20, other_top + other_height // 2)
        presser.sees("5 turns…")
        presser.focus(page)
        presser.press("ctrl+Return")
        presser.sees_no_more("Check the Import")
        presser.sees_no_more("Ms. Holm…")
        presser.said_nothing()
    finally:
        presser.stop()


def test_the_title_is_put_right():
    presser = opened()
    try:
        presser.press("alt+t")
        presser.press("ctrl+a")
        presser.type("Ferry Briefing")
        presser.press("ctrl+Return")
        closed(presser)
        presser.sees("Ferry Briefing")
        presser.said_nothing()
    finally:
        presser.stop()


def test_an_own_pattern_finds_other_labels():
    presser = opened()
    try:
        presser.press("alt+p")
        presser.type("^(Budget note):")
        presser.sees("Budget note…")
        presser.press("ctrl+a")
        presser.type("(")
        presser.sees("Error while compiling…")
        presser.press("Escape")
        closed(presser)
        presser.sees("Mr. Marks…")
        presser.said_nothing()
    finally:
        presser.stop()


def test_an_encoding_that_is_a_guess_is_shown_with_a_preview():
    path = os.path.join(tempfile.mkdtemp(dir=os.environ["HOME"]), "old.txt")
    with open(path, "wb") as file:
        file.write("Café déjà vu\n\nHOLM: naïve Überübung.\n\nHOLM: Ja.\n".encode("cp1252"))
    presser = opened(path)
    try:
        presser.sees("The encoding is a guess…")
        presser.has_text("Café déjà vu\nHOLM: naïve")  # the preview has the lines that matter
        presser.press("Return")
        closed(presser)
        presser.sees("Café déjà vu")
        presser.said_nothing()
    finally:
        presser.stop()


run(test_enter_accepts,
    test_a_proposal_makes_two_labels_one_speaker,
    test_one_speaker_is_dragged_on_another,
    test_the_title_is_put_right,
    test_an_encoding_that_is_a_guess_is_shown_with_a_preview,
    test_an_own_pattern_finds_other_labels)
