# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong is said in the window, and nothing is lost."""

import os

from journalist import Presser, check, copy_of, fixture, run, wait_for


def tag_first_quotation(presser):
    presser.in_text()
    presser.press("quotedbl", "Return")
    presser.sees("Speaker or topic")
    presser.type("Holm")
    presser.sees("New speaker “Holm”")
    presser.press("Return")
    presser.sees("Holm, 1 statement")
    presser.press("Escape")
    presser.sees_no_more("Speaker or topic")
    presser.in_text()


def test_closing_with_unsaved_work_asks():
    presser = Presser(copy_of(fixture("briefing.txt")))
    try:
        tag_first_quotation(presser)
        presser.press("ctrl+w")
        presser.answer("Save Before Closing?", "Escape")
        check(presser.process.poll() is None, "the window stays")
        presser.press("ctrl+w")
        presser.answer("Save Before Closing?", "alt+d")
        presser.ended()
    finally:
        presser.stop()


def test_a_file_that_is_not_there_is_named():
    presser = Presser("/nowhere/missing.txt")
    try:
        presser.sees("Could not open /nowhere/missing.txt")
        presser.sees("Try Again")
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()


def test_a_file_that_was_changed_meanwhile_is_not_overwritten():
    source = copy_of(fixture("briefing.txt"))
    target = os.path.splitext(source)[0] + ".xml"
    presser = Presser(source)
    try:
        tag_first_quotation(presser)
        presser.press("ctrl+s")
        wait_for(lambda: os.path.exists(target), "the file")
        presser.sees("Saved as …")
        with open(target, "a", encoding="utf-8") as file:
            file.write("<!-- theirs -->\n")
        with open(target, encoding="utf-8") as file:
            theirs = file.read()
        presser.sees("“briefing.xml” was changed by another program")
        presser.press("v", "ctrl+s")
        presser.sees("Not saved: the file was changed by another program")
        with open(target, encoding="utf-8") as file:
            check(file.read() == theirs, "theirs is left alone")
        presser.picture("changed-on-disk")
        presser.press("alt+c")
        presser.sees("What Differs")
        presser.sees("1 difference")
        presser.answer("What Differs", "Escape")
        presser.sees("“briefing.xml” was changed by another program")
        presser.click("Keep Mine")
        presser.sees_no_more("“briefing.xml” was changed by another program")
        wait_for(lambda: "theirs" not in open(target, encoding="utf-8").read(), "ours to be written")
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()


run(test_closing_with_unsaved_work_asks,
    test_a_file_that_is_not_there_is_named,
    test_a_file_that_was_changed_meanwhile_is_not_overwritten)
