# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes go out by the export dialog, by keys: seen before, written, copied; nothing off the record among them."""

import os
import tempfile

from journalist import Presser, check, copy_of, fixture, run, wait_for
from mouse import pasted

QUOTE = "We will not sail before the brakes have been tested twice"


def opened(**environment):
    presser = Presser(copy_of(fixture("off-record.xml")), environment=environment)
    presser.sees("Ines Holm, 2 statements")
    presser.in_text()
    return presser


def open_dialog(presser):
    presser.press("ctrl+shift+e")
    wait_for(lambda: presser.focus_newest() == 2, "the dialog")
    presser.sees("Export Quotes")


def choose_format(presser, n_down):
    """From the first one on, by the keys of a list."""
    presser.press("space", "Home")
    for _ in range(n_down):
        presser.press("Down")
    presser.press("Return")


def test_a_table_is_seen_and_written():
    target = os.path.join(tempfile.mkdtemp(dir=os.environ["HOME"]), "quotes.csv")
    presser = opened()
    try:
        open_dialog(presser)
        presser.has_text("id,document,title")
        presser.has_text(QUOTE)
        presser.sees("1 statement is off the record and stays here")
        presser.picture("export-dialog")
        presser.press("ctrl+Return")
        wait_for(lambda: presser.focus_newest() == 3, "the file dialog")
        presser.press("ctrl+a")
        presser.type(target)
        presser.press("Return")
        wait_for(lambda: os.path.exists(target), "the table")
        wait_for(lambda: presser.n_windows() == 1, "the dialogs to be gone")
        with open(target, encoding="utf-8-sig") as file:
            table = file.read()
        check(QUOTE in table and "Zanzibar" not in table, "what was seen is what is written")
        presser.said_nothing()
    finally:
        presser.stop()


def test_text_is_copied_instead():
    presser = opened()
    try:
        open_dialog(presser)
        choose_format(presser, 4)
        presser.sees("Plain text")
        presser.has_text("Ines Holm")
        presser.press("alt+o")
        wait_for(lambda: presser.n_windows() == 1, "the dialog to be gone")
        text = wait_for(lambda: pasted("clipboard"), "the copy")
        check(QUOTE in text and "Zanzibar" not in text, f"the quotes are copied, not {text}")
        presser.said_nothing()
    finally:
        presser.stop()


def test_a_filter_that_matches_nothing_leaves_nothing_to_do():
    presser = opened()
    try:
        open_dialog(presser)
        presser.press("alt+i")
        presser.type("topic:nowhere")
        presser.sees("nothing to export")
        presser.press("ctrl+a", "Delete")
        presser.has_text(QUOTE)
        presser.press("Escape")
        wait_for(lambda: presser.n_windows() == 1, "the dialog to be gone")
        presser.said_nothing()
    finally:
        presser.stop()


def test_what_is_under_embargo_goes_only_after_a_question():
    path = copy_of(fixture("off-record.xml"))
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:  # the one on the record is under embargo until somebody says when
        file.write(text.replace("#st.verified", "#st.verified #g.embargoed")
                   .replace('<category xml:id="g.off-record">',
                            '<category xml:id="g.embargoed"><catDesc><term>embargoed</term></catDesc></category>'
                            '<category xml:id="g.off-record">'))
    presser = Presser(path)
    try:
        presser.sees("Ines Holm, 2 statements")
        presser.in_text()
        open_dialog(presser)
        page = presser.newest()
        presser.sees("nothing to export")
        presser.press("alt+u")
        presser.answer("Export What Is Under Embargo?", "Return")  # the safe answer is the usual one
        presser.focus(page)
        presser.sees("nothing to export")
        presser.press("alt+u")
        presser.answer("Export What Is Under Embargo?", "alt+i")
        presser.has_text(QUOTE)
        presser.said_nothing()
    finally:
        presser.stop()


def test_it_fits_a_narrow_dark_screen():
    presser = opened(ADW_DEBUG_COLOR_SCHEME="prefer-dark")
    try:
        open_dialog(presser)
        presser.resize(360, 640, presser.newest())
        presser.has_text(QUOTE)
        presser.picture("export-narrow-dark")
        presser.said_nothing()
    finally:
        presser.stop()


run(test_a_table_is_seen_and_written,
    test_text_is_copied_instead,
    test_a_filter_that_matches_nothing_leaves_nothing_to_do,
    test_what_is_under_embargo_goes_only_after_a_question,
    test_it_fits_a_narrow_dark_screen)
