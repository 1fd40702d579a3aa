# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window at work for people to look at, and that its parts come and go with the width."""

from journalist import Presser, copy_of, fixture, run


def work(presser):
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
    presser.press("shift+Tab", "Return")
    presser.sees("Speaker or topic")
    presser.type("fer")



def show(scheme):
    presser = Presser(copy_of(fixture("briefing.txt")), environment={"ADW_DEBUG_COLOR_SCHEME": "prefer-" + scheme})
    try:
        work(presser)
        presser.sees("New topic “fer”")
        presser.picture(scheme)
        presser.said_nothing()
    finally:
        presser.stop()


def test_light():
    show("light")


def test_dark():
    show("dark")


def test_a_narrow_window_shows_one_pane_at_a_time():
    presser = Presser(copy_of(fixture("briefing.txt")))
    try:
        work(presser)
        presser.press("Escape", "Escape")
        presser.sees_no_more("Speaker or topic")
        presser.in_text()
        presser.resize(690, 640)
        presser.sees_no_more("Ines Holm, 2 statements")
        presser.resize(360, 640)
        presser.picture("narrow")
        presser.press("F9")
        presser.sees("Ines Holm, 2 statements")
        presser.picture("narrow-sidebar")
        presser.press("ctrl+F9")
        presser.sees("Copy Quote")
        presser.sees_no_more("Ines Holm, 2 statements")
        presser.picture("narrow-statement")
        presser.press("ctrl+F9")
        presser.sees_no_more("Copy Quote")
        presser.resize(1300, 800)
        presser.sees("Copy Quote")
        presser.sees("Ines Holm, 2 statements")
        presser.said_nothing()
    finally:
        presser.stop()


run(test_light, test_dark, test_a_narrow_window_shows_one_pane_at_a_time)
