# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions, decided on by keys; what was decided stays so in the file."""

import json
import os
import subprocess
import tempfile

from journalist import Presser, check, count, run, wait_for

REPORT = """Harbour tunnel delayed
Mayor Anna Lund opened the meeting about the tunnel at noon.
“The tunnel will not open before the first of May,” said Mayor Anna Lund. “The water supply must be moved first.”
Council member Peter Holm was not convinced. “Nobody told us about the water supply before,” he said.
Holm said that the tunnel had cost twice as much as the water supply already.
"""

GERMAN = """Hafentunnel kommt später
„Der Tunnel wird nicht vor dem ersten Mai geöffnet“, sagte Bürgermeisterin Petra Lindner. Der Bericht mit dem Titel „Tunnel für alle“ liegt vor.
Ministeriumssprecher Karl Wendt erklärte: „Die Pläne lagen vier Wochen lang öffentlich aus.“
"""

TALK = """MS. LUND: The tunnel opens in May. I have nothing to say about the water.
QUESTION: Who pays for it all?
MS. LUND: The region pays for the tunnel. Mr. Holm told me: “We will pay for every metre of it.” That is all.
"""


def write(name, text):
    path = os.path.join(tempfile.mkdtemp(dir=os.environ["HOME"]), name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def target_of(source):
    return source.rsplit(".", 1)[0] + ".xml"


def saved(presser, source, xpath, number):
    presser.press("ctrl+s")
    wait_for(lambda: os.path.exists(target_of(source)) and count(target_of(source), xpath) == number,
             f"{number} of {xpath} in the file")


SUGGESTED = "//t:said[not(@prev)][contains(@ana,'#st.suggested')]"
DECIDED = "//t:said[not(@prev)][not(contains(@ana,'#st.suggested'))]"


def test_suggestions_are_decided_by_keys():
    source = write("report.txt", REPORT)
    presser = Presser(source)
    try:
        presser.sees("Harbour tunnel delayed")
        presser.in_text()
        presser.click("Suggest")
        presser.sees("4 statements")
        presser.in_text()  # the keys act without a further click
        presser.sees("Suggested (sure): …")
        presser.picture("suggest-first")

        presser.press("Return")  # accept the first, on to the second
        presser.press("Right")  # the second: another speaker
        presser.sees("Suggested; the speaker is your choice")
        presser.press("Left", "Return")
        presser.press("BackSpace")  # reject the third
        presser.sees("3 statements")
        saved(presser, source, DECIDED, 2)
        check(count(target_of(source), SUGGESTED) == 1, "one suggestion waits")
        check(count(target_of(source), "//t:note[@type='rejectedSuggestions']") == 1, "the rejected one is remembered")

        presser.press("ctrl+z")  # the rejected one is back
        presser.sees("4 statements")
        presser.press("ctrl+shift+z")
        presser.sees("3 statements")
        saved(presser, source, "//t:note[@type='rejectedSuggestions']", 1)
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()

    # Who looks again, with the other program: the rejected one does not come back.
    again = subprocess.run([os.path.join(os.path.dirname(os.environ["PRESSER"]), "..", "cli", "presser-cli"),
                            "suggest", "--json", target_of(source)], stdout=subprocess.PIPE, text=True, check=True)
    quotes = [proposal["quote"] for proposal in json.loads(again.stdout)]
    check(len(quotes) == 3 and not any("Nobody told us" in quote for quote in quotes), f"the rejected one stays away: {quotes}")


def test_sure_ones_are_accepted_in_one_step():
    source = write("bericht.txt", GERMAN)
    presser = Presser(source)
    try:
        presser.sees("Hafentunnel kommt später")
        presser.in_text()
        presser.click("Suggest")
        presser.sees("2 statements")
        presser.picture("suggest-german")
        presser.press("shift+s")
        saved(presser, source, DECIDED, 2)
        check(count(target_of(source), "//t:said[@cert='high']") == 2, "how sure they were is in the file")
        presser.press("ctrl+w")
        presser.ended()
    finally:
        presser.stop()


def test_new_topics_find_their_sentences():
    source = write("talk.txt", TALK)
    presser = Presser(source)
    try:
        presser.sees("talk…")
        presser.in_text()
        presser.press("numbersign")
        presser.sees("New Topics")
        presser.focus_newest()
        presser.sees("tunnel")
        presser.picture("suggest-topics")
        presser.press("space")
        presser.press("alt+a")
        # GTK 4.8 cannot bear that a window goes while it is read by accessibility
        wait_for(lambda: len(presser._windows()) == 1, "the topics' window to be gone")
        presser._focus(presser.window)
        presser.sees("Tunnel, 0 statements")
        presser.click("Suggest")
        presser.sees("3 statements")  # two sentences on it, and what Mr. Holm is quoted with
        presser.picture("suggest-talk")
        presser.press("ctrl+w")
    finally:
        presser.stop()


run(test_suggestions_are_decided_by_keys, test_sure_ones_are_accepted_in_one_step, test_new_topics_find_their_sentences)
