# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand on the mouse, and the other program that the journalist pastes and drops into."""

import os
import subprocess
import tempfile

from journalist import Atspi, GLib, wait_for


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def click(x, y):
    xdotool("mousemove", x, y, "click", 1)


def drag(x, y, target_x, target_y):
    """Within our own windows."""
    xdotool("mousemove", x, y, "mousedown", 1)
    for step in range(1, 21):
        xdotool("mousemove", x + (target_x - x) * step // 20, y + (target_y - y) * step // 20)
    xdotool("mousemove", target_x + 2, target_y + 1, "mousemove", target_x, target_y, "mouseup", 1)


def pasted(source, kind=None):
    """What another program gets of the primary selection or the clipboard; None if it gets nothing."""
    given = subprocess.run([os.environ["OTHER_PROGRAM"], source] + ([kind] if kind else []),
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=60)
    return given.stdout if given.returncode == 0 and given.stdout else None


def place_of(presser, name, role=None):
    """Left, top, width and height of the first thing of that name that has a place; the window stands in the corner."""
    def find_place():
        for node in presser.walk():
            try:
                if node.get_name() != name or (role is not None and node.get_role() != role):
                    continue
                box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
            except GLib.Error:
                continue
            if box.width > 1 and box.height > 1:
                return box.x, box.y, box.width, box.height
        return None

    return wait_for(find_place, f"“{name}” to be in some place")


class OtherProgram:
    """A window at the right edge of the display that takes what is dropped on it."""

    LEFT, TOP = 1320, 500

    def __init__(self):
        self.output = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([os.environ["OTHER_PROGRAM"], "drop"], stdout=self.output,
                                        stderr=subprocess.DEVNULL)
        window = wait_for(self._find_window, "the other program")
        xdotool("windowmove", "--sync", window, self.LEFT, self.TOP)

    def _find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return found.stdout.split()[0] if found.stdout else None

    def _read(self):
        self.output.seek(0)
        return self.output.read().replace("\0", "")

    def pull(self, x, y):
        """Presses at a point of the display and moves over here; what was given before is forgotten."""
        self.output.truncate(0)
        xdotool("mousemove", x, y, "mousedown", 1)
        for step in range(1, 11):
            xdotool("mousemove", x + 3 * step, y)
        for step in range(1, 21):
            xdotool("mousemove", x + (self.LEFT + 40 - x) * step // 20, y + (self.TOP + 100 - y) * step // 20)

    def let_go(self):
        xdotool("mouseup", 1)

    def take(self, x, y):
        """What is dragged here from a point of the display: the types on offer, and the text."""
        def is_over():
            xdotool("mousemove_relative", "--", 1, 0, "mousemove_relative", "--", -1, 0)
            return "over\n" in self._read()

        def dropped():
            types, _, text = self._read().partition("over\n")[2].partition("\n")
            return (types, text.rstrip("\n")) if text.endswith("\n") else None

        self.pull(x, y)
        wait_for(is_over, "the drag to come here")
        self.let_go()
        return wait_for(dropped, "the drop")

    def was_given_nothing(self):
        return "over" not in self._read()

    def stop(self):
        self.process.kill()
        self.process.wait()
