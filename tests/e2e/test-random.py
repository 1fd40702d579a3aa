# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody hits keys, clicks and opens menus at random: nothing may crash, warn, leak or spoil the document.

PRESSER_RANDOM_SECONDS says how long; without it nothing is run: what comes up by chance is looked for on purpose, and
does not decide whether somebody else's change is good. PRESSER_RANDOM_SEED says with what (by the clock unless told).
Meant for a build with -Db_sanitize=address,undefined too; tests/e2e/leaks.supp says which leaks are not ours.
"""

import os
import random
import subprocess
import sys
import time

from journalist import Failure, Presser, check, copy_of, fixture, run, wait_for

SECONDS = float(os.environ.get("PRESSER_RANDOM_SECONDS", "0"))
SEED = int(os.environ.get("PRESSER_RANDOM_SEED", str(int(time.time()))))

# What may follow one another, and how often: each is keys for xdotool, @ a click somewhere.
WORK = [
    (30, ["w"]), (20, ["e"]), (10, ["p"]), (30, ["quotedbl"]), (10, ["space"]), (5, ["shift+space"]),
    (8, ["c"]), (5, ["t"]), (5, ["q"]), (6, ["shift+e"]), (6, ["shift+w"]),
    (30, ["1"]), (20, ["2"]), (10, ["3"]), (5, ["9"]), (20, ["alt+a"]), (15, ["alt+b"]), (5, ["alt+j"]),
    (12, ["period"]), (10, ["plus"]), (10, ["o"]), (10, ["k"]), (10, ["v"]), (6, ["Delete"]),
    (6, ["slash"]), (6, ["j"]), (6, ["x"]), (4, ["m"]), (4, ["alt+1"]), (3, ["alt+2"]), (3, ["Return"]),
    (6, ["bracketleft", "Right", "Right", "Return"]), (6, ["bracketright", "Left", "ctrl+Left", "Escape"]),
    (4, ["bracketleft", "bracketright", "Right", "e"]),
    (20, ["Tab"]), (10, ["shift+Tab"]), (10, ["s"]), (4, ["BackSpace"]),
    (15, ["Down"]), (10, ["Up"]), (10, ["ctrl+Right"]), (6, ["ctrl+Left"]), (6, ["Home"]), (6, ["End"]),
    (5, ["Next"]), (5, ["Prior"]), (3, ["ctrl+Home"]), (3, ["ctrl+End"]),
    (12, ["shift+Right", "shift+Right"]), (8, ["shift+ctrl+Right", "shift+ctrl+Right"]), (5, ["shift+Down"]),
    (6, ["Return", "H", "o", "Return", "Escape"]), (5, ["Return", "numbersign", "f", "e", "Return", "Escape"]),
    (4, ["Return", "Z", "q", "Down", "Return", "Escape"]), (4, ["Return", "Down", "Down", "Up", "Return", "Escape"]),
    (3, ["Return", "1", "alt+b", "Escape"]), (3, ["Return", "V", "ctrl+Return", "Escape"]),
    (25, ["ctrl+z"]), (12, ["ctrl+shift+z"]), (6, ["ctrl+z"] * 9), (5, ["ctrl+shift+z"] * 9),
    (5, ["ctrl+e", "a", "b", "space", "BackSpace", "Delete", "ctrl+e"]), (3, ["ctrl+e", "Return", "x", "ctrl+z", "ctrl+e"]),
    (3, ["ctrl+e", "shift+ctrl+Right", "y", "ctrl+e"]), (2, ["ctrl+e", "Home", "BackSpace", "ctrl+e"]),
    (4, ["n", "h", "i", "ctrl+Return"]), (3, ["n", "x", "Escape"]),
    (3, ["ctrl+f", "h", "o", "Return", "Return", "Escape"]), (2, ["ctrl+f", "Escape", "ctrl+g"]),
    (3, ["ctrl+shift+f", "s", "p", "e", "Escape", "Escape"]), (2, ["ctrl+shift+f", "v", "e", "r", "Return", "Escape"]),
    (3, ["ctrl+l", "4", "Return"]), (2, ["ctrl+l", "Escape"]),
    (3, ["ctrl+1"]), (3, ["ctrl+2"]), (3, ["ctrl+3"]), (3, ["ctrl+4"]), (6, ["ctrl+1"]),
    (4, ["ctrl+2", "Down", "shift+Down", "Return"]), (3, ["ctrl+2", "ctrl+a", "Return"]),
    (2, ["F9"]), (2, ["F9"]), (2, ["ctrl+F9"]), (2, ["ctrl+F9"]), (4, ["F6"]), (3, ["F10", "Down", "Down", "Escape"]),
    (3, ["Menu", "Down", "Down", "Return"]), (3, ["shift+F10", "Down", "Down", "Down", "Return"]),
    (4, ["ctrl+shift+p", "Escape"]), (4, ["ctrl+shift+p", "s", "p", "Down", "Return"]), (2, ["ctrl+shift+p", "t", "Return"]),
    (2, ["ctrl+question", "Escape"]), (12, ["ctrl+c"]), (3, ["ctrl+v"]), (6, ["Escape"]), (4, ["Escape", "Escape", "Escape"]),
    (2, ["alt+Down"]), (2, ["alt+Up"]), (2, ["F2", "X", "y", "Return"]), (3, ["alt+Left"]), (2, ["ctrl+a"]),
    (20, ["@1"]), (8, ["@1", "shift@1"]), (8, ["drag"]), (5, ["@3", "Escape"]), (6, ["@3", "Down", "Return"]),
    (4, ["@1", "@1"]), (4, ["wheel"]), (3, ["@move"]), (1, ["resize"]),
]


class Monkey:
    """One seed, one sequence, as far as the program is as fast."""

    def __init__(self, source):
        self.random = random.Random(SEED)
        self.source = source
        self.presser = None
        self.n_runs = 0
        self.n_steps = 0
        self.trace = []

    def start(self):
        target = os.path.splitext(self.source)[0] + ".xml"
        self.presser = Presser(target if os.path.exists(target) else self.source)
        self.presser.in_text()
        self.n_runs += 1

    def place(self):
        return ["mousemove", "--window", self.presser.window,
                str(self.random.randrange(4, 1190)), str(self.random.randrange(4, 780))]

    def commands(self, step):
        if step == "drag":
            return self.place() + ["mousedown", "1"] + self.place() + self.place() + ["mouseup", "1"]
        if step == "wheel":
            return self.place() + ["click", self.random.choice("45")] * 3
        if step == "@move":
            return self.place() + ["sleep", "0.6"]
        if step == "resize":
            return ["windowsize", self.presser.window, str(self.random.choice([360, 690, 900, 1200, 1390])),
                    str(self.random.choice([400, 640, 800]))]
        if step == "shift@1":
            return ["keydown", "shift"] + self.place() + ["click", "1", "keyup", "shift"]
        if step.startswith("@"):
            return self.place() + ["click", step[1:]]
        return ["key", "--delay", "4", step]

    def act(self):
        """Some gestures at once; without a window manager the newest window has to be given the keys."""
        windows = self.presser._windows()
        if windows:
            subprocess.run(["xdotool", "windowfocus", windows[-1]], stderr=subprocess.DEVNULL)
        commands = []
        for _ in range(8):
            for step in self.random.choices([steps for _, steps in WORK], [weight for weight, _ in WORK])[0]:
                commands += self.commands(step) + ["sleep", "0.005"]
                self.trace.append(step)
                self.n_steps += 1
        self.trace = self.trace[-160:]
        subprocess.run(["xdotool", *commands], stderr=subprocess.DEVNULL, timeout=120)

    def check_file(self):
        """What is saved must be whole: ids resolve, and text and statements are read back."""
        target = os.path.splitext(self.source)[0] + ".xml"
        if not os.path.exists(target) or "PRESSER_CLI" not in os.environ:
            return
        checked = subprocess.run([os.environ["PRESSER_CLI"], "check", target], stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True)
        check(checked.returncode == 0, f"the saved file is whole: {checked.stdout[-300:]}")

    def has_ended(self):
        """A click may have closed the last window; that is an end like any other."""
        if self.presser.process.poll() is None:
            return False
        self.presser.log.seek(0)
        said = self.presser.log.read().decode(errors="replace")
        if "PRESSER_RANDOM_LOG" in os.environ:
            with open(os.environ["PRESSER_RANDOM_LOG"], "a", encoding="utf-8") as log:
                log.write(said)
        check("Sanitizer" not in said and "runtime error" not in said, "nothing is wrong with memory")
        self.presser.ended()
        return True

    def leave(self):
        self.presser.press("Escape", "Escape", "Escape")
        self.presser.process.terminate()
        self.presser.process.wait()

    def work(self):
        end = time.monotonic() + SECONDS
        last_save = time.monotonic()
        self.start()
        while time.monotonic() < end:
            self.act()
            if self.has_ended():
                self.check_file()
                self.start()
            self.presser.said_nothing()
            if time.monotonic() - last_save > 5:
                last_save = time.monotonic()
                self.presser.press("Escape", "Escape", "ctrl+1", "ctrl+s")
                self.check_file()
        self.end()

    def end(self):
        """Left as a user leaves it, so that a leak is seen; what is unsaved is let go."""
        for _ in range(20):
            for keys in (["Escape", "ctrl+s", "sleep", "0.5", "ctrl+w"], ["alt+d"]):  # “Discard”, where it asks
                windows = self.presser._windows()
                if not windows:
                    break
                commands = [part for key in keys for part in (["key", key, "sleep", "0.2"] if "+" in key or key == "Escape" else [key])]
                subprocess.run(["xdotool", "windowfocus", windows[-1], *commands], stderr=subprocess.DEVNULL)
            if not self.presser._windows():
                break
        # Looking for leaks takes its time.
        wait_for(lambda: self.presser.process.poll() is not None, "the program to end", 120)
        check(self.has_ended(), "it can be left")


def test_nothing_breaks_under_random_use():
    if SECONDS <= 0:
        return "PRESSER_RANDOM_SECONDS says how long"
    monkey = Monkey(copy_of(fixture("briefing.txt")))
    print(f"# seed {SEED}, {SECONDS:g} seconds", flush=True)
    try:
        monkey.work()
    except Exception as failure:
        said = ""
        if monkey.presser is not None:
            monkey.presser.log.seek(0)
            said = monkey.presser.log.read().decode(errors="replace")[-4000:]
        raise Failure(f"seed {SEED}, after {monkey.n_steps} steps, {monkey.n_runs} runs: {failure}\n"
                      f"last steps: {' '.join(monkey.trace)}\nit said: {said}".replace("\n", "\n# ")) from failure
    finally:
        if monkey.presser is not None:
            monkey.presser.stop()
    print(f"# {monkey.n_steps} steps, {monkey.n_runs} runs", flush=True)


run(test_nothing_breaks_under_random_use)
