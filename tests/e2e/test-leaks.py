# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is off the record leaves by no clipboard, no middle button and no drag; quotes do, with who said them."""

from journalist import Atspi, Presser, check, copy_of, fixture, run, wait_for
from mouse import OtherProgram, click, pasted, place_of

SECRET = "Zanzibar"
QUOTE = "We will not sail before the brakes have been tested twice"
ATTRIBUTION = f"“{QUOTE}” — Ines Holm (Harbour Board Explains Delay of the New Ferry, Port Lindow, 3 March)"


def opened():
    presser = Presser(copy_of(fixture("off-record.xml")))
    presser.sees("Ines Holm, 2 statements")
    presser.in_text()
    return presser


def check_blacked_out(text, where):
    check(text is not None and QUOTE in text, f"{where} holds the words on the record")
    check(SECRET not in text, f"{where} does not hold what is off the record")
    check("█" in text, f"{where} shows that something is left out")


def pasted_once(source, kind=None):
    return wait_for(lambda: pasted(source, kind), f"something on the {source}")


def test_a_selection_of_the_transcript_is_blacked_out():
    presser = opened()
    try:
        presser.press("ctrl+a")
        check_blacked_out(pasted_once("primary"), "the primary selection")
        presser.press("ctrl+c")
        check_blacked_out(pasted_once("clipboard"), "the clipboard")
        html = pasted("clipboard", "text/html")
        check(SECRET not in html and "tested twice" in html, "the clipboard's HTML is blacked out, too")
        presser.press("Escape")
        wait_for(lambda: pasted("primary") is None, "nothing to be selected")
        presser.said_nothing()
    finally:
        presser.stop()


def test_a_statement_off_the_record_is_not_copied():
    presser = opened()
    try:
        presser.press("Tab", "ctrl+c")
        check(pasted_once("clipboard") == ATTRIBUTION, "a quote is copied with who said it")
        presser.press("Tab", "ctrl+c")
        check(pasted("clipboard") == ATTRIBUTION, "the clipboard holds what it held")
        presser.press("quotedbl")  # into a selection
        presser.press("ctrl+c")
        check(pasted("primary") is None, "the primary selection gives nothing")
        check(pasted("clipboard") == ATTRIBUTION, "the clipboard still holds what it held")
        presser.press("ctrl+f")
        presser.press("ctrl+a")
        check(SECRET not in (pasted("primary") or ""), "nor does the find bar give it")
        presser.said_nothing()
    finally:
        presser.stop()


def test_nothing_off_the_record_is_cut_or_copied_while_correcting():
    presser = opened()
    try:
        presser.press("ctrl+e", "ctrl+a", "ctrl+c")
        check_blacked_out(pasted_once("clipboard"), "the clipboard")
        check_blacked_out(pasted_once("primary"), "the primary selection")
        presser.press("ctrl+x")
        presser.has_text(SECRET)
        check_blacked_out(pasted_once("clipboard"), "the clipboard after cutting")
        presser.said_nothing()
    finally:
        presser.stop()


def test_neither_the_xml_nor_a_note_tells():
    presser = opened()
    try:
        presser.press("ctrl+4")
        presser.has_text("said xml:id")
        presser.press("ctrl+a", "ctrl+c")
        check(pasted("primary") is None, "the XML is not on the primary selection")
        check(pasted("clipboard") is None, "the XML is not on the clipboard")
        presser.press("ctrl+1")
        presser.in_text()
        presser.press("Tab", "Tab", "n")
        presser.has_text("Zanzibar, she said twice")
        presser.press("ctrl+a", "ctrl+c")
        check(pasted("primary") is None, "the note is not on the primary selection")
        check(pasted("clipboard") is None, "the note is not on the clipboard")
        presser.said_nothing()
    finally:
        presser.stop()


def test_quotes_are_dragged_out_and_what_is_off_the_record_is_not():
    other = OtherProgram()  # before, for a new window takes the keys
    presser = opened()
    try:
        left, top, width, height = place_of(presser, QUOTE)
        types, text = other.take(left + 20, top + height // 2)
        check(text == ATTRIBUTION, f"a row gives the quote with who said it, not {text}")
        check("text/html" in types and "text/plain" in types, f"rich and plain, not {types}")

        left, top, width, height = place_of(presser, "Transcript", Atspi.Role.TEXT)
        click(left + width // 2, top + height - 40)
        presser.in_text()
        presser.press("ctrl+a")
        check_blacked_out(other.take(left + width // 2, top + 42)[1], "what is dragged out of the text")

        left, top, width, height = place_of(presser, "Zanzibar bought the yard.")
        other.pull(left + 20, top + height // 2)
        other.let_go()

        presser.press("ctrl+2")
        presser.sees("Verified")
        check(other.was_given_nothing(), "nothing off the record is dragged out")
        left, top, width, height = place_of(presser, "Verified")
        check(other.take(left + 5, top + height // 2)[1] == ATTRIBUTION, "so does a row of the table")
        presser.said_nothing()
    finally:
        presser.stop()
        other.stop()


run(test_a_selection_of_the_transcript_is_blacked_out,
    test_a_statement_off_the_record_is_not_copied,
    test_nothing_off_the_record_is_cut_or_copied_while_correcting,
    test_neither_the_xml_nor_a_note_tells,
    test_quotes_are_dragged_out_and_what_is_off_the_record_is_not)
