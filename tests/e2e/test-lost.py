# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed at work, and the work comes back."""

import glob
import os
import signal
import time

from journalist import Presser, check, copy_of, count, fixture, run, wait_for


def journals():
    return glob.glob(os.path.join(os.environ["XDG_DATA_HOME"], "presser", "journal", "*.journal"))


def tag_first_quotation(presser, name="Holm"):
    presser.in_text()
    presser.press("quotedbl", "Return")
    presser.sees("Speaker or topic")
    presser.type(name)
    presser.sees(f"New speaker “{name}”")
    presser.press("Return")
    presser.sees(f"{name}, 1 statement")
    presser.press("Escape")
    presser.sees_no_more("Speaker or topic")
    presser.in_text()


OFFER = "Presser ended before this was saved. It was kept for you."


def offered(presser):
    """The keys go to the window that offers it, as soon as that is there."""
    presser.sees(OFFER)
    wait_for(lambda: len(presser._windows()) > 1, "the window to be shown")
    presser.focus_newest()


def answered(presser, key):
    """Nobody looks at the window while it goes, which GTK 4.8 does not survive."""
    n_windows = len(presser._windows())
    presser.press(key)
    wait_for(lambda: len(presser._windows()) < n_windows, "the window to go")
    presser._focus(presser.window)


def kill(presser):
    """Two seconds after the last key, as the promise says."""
    time.sleep(2)
    presser.process.send_signal(signal.SIGKILL)
    presser.process.wait()


def test_work_comes_back_after_a_kill():
    source = copy_of(fixture("briefing.txt"))
    target = os.path.splitext(source)[0] + ".xml"
    presser = Presser(source)
    try:
        tag_first_quotation(presser)
        kill(presser)
        check(not os.path.exists(target), "nothing was saved")
        presser = Presser()
        presser.sees("Harbour Board Explains Delay of the New Ferry")
        offered(presser)
        presser.picture("unsaved-work")
        answered(presser, "alt+r")
        presser.sees("Holm, 1 statement")
        presser.in_text()
        presser.press("ctrl+s")
        wait_for(lambda: os.path.exists(target), "the file")
        presser.sees("Saved as …")
        check(count(target, "//t:said[@who='#p.holm']") == 1, "the statement is in the file")
        presser.press("ctrl+w")
        presser.ended()
        check(not journals(), "nothing is kept that nobody needs")
        presser = Presser()
        presser.sees("Tag What Was Said")
        check(presser.find(OFFER) is None, "nothing is offered twice")
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()


def test_unsaved_work_is_kept_until_it_is_decided_on():
    presser = Presser(copy_of(fixture("briefing.txt")))
    try:
        tag_first_quotation(presser)
        kill(presser)
        presser = Presser()
        offered(presser)
        answered(presser, "Escape")
        presser.press("ctrl+w")
        presser.ended()
        check(len(journals()) == 1, "deciding later keeps it")
        presser = Presser()
        offered(presser)
        presser.press("alt+d")
        presser.sees("Discard Unsaved Work?")
        presser.focus_newest()
        answered(presser, "alt+d")
        wait_for(lambda: not journals(), "it to be gone")
        wait_for(lambda: len(presser._windows()) == 1, "both windows to go")
        presser._focus(presser.window)
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()


def test_what_is_discarded_on_closing_is_not_offered():
    presser = Presser(copy_of(fixture("briefing.txt")))
    try:
        tag_first_quotation(presser)
        wait_for(journals, "the journal")
        presser.press("ctrl+w")
        presser.answer("Save Before Closing?", "alt+d")
        presser.ended()
        check(not journals(), "it is gone with the window")
    finally:
        presser.stop()


def test_the_first_steps_are_ticked_off_and_go():
    presser = Presser(copy_of(fixture("briefing.txt")))
    try:
        presser.sees("1.  Select what was said…")
        tag_first_quotation(presser)
        presser.sees("✓  Select what was said…")
        presser.sees("✓  Press Enter…")
        presser.press("ctrl+s")
        presser.sees("Saved as …")
        presser.sees_no_more("✓  Press Enter…")
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()


run(test_work_comes_back_after_a_kill,
    test_the_first_steps_are_ticked_off_and_go,
    test_unsaved_work_is_kept_until_it_is_decided_on,
    test_what_is_discarded_on_closing_is_not_offered)
