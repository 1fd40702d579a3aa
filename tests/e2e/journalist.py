# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at the keyboard: presses keys, reads what a screen reader reads, looks at files."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def skip_all(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


for program in ("xdotool", "xmllint"):
    if shutil.which(program) is None:
        skip_all(f"{program} is not installed")
try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    skip_all("the accessibility bindings of Python are not installed")


# What GTK 4.8 says by itself: when a dialog goes while somebody reads by accessibility; when the cursor's blinking
# is to be shown in an entry whose text was selected meanwhile; when a menu opens beside the only screen.
SAID_BY_GTK = ("g_variant_is_object_path", "GtkText - unexpected blinking selection", "gdk_monitor_get_geometry")


class Failure(Exception):
    pass


def wait_for(condition, what, seconds=30):
    """Gives what the condition gives as soon as that is true."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"waited in vain for {what}")
        time.sleep(0.05)


def check(value, what):
    if not value:
        raise Failure(f"not so: {what}")


class Presser:
    """One run of the program."""

    def __init__(self, *arguments, environment=None):
        self.n_keys = 0
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [os.environ["PRESSER"], *arguments],
            env={**os.environ, **(environment or {})},
            stderr=self.log,
        )
        self.window = wait_for(self._find_window, "the window")
        self._focus(self.window)
        self.application = wait_for(self._find_application, "the window to be accessible")

    def _windows(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return sorted(found.stdout.split(), key=int)

    def _focus(self, window):
        """There is no window manager that would give the keys to a new window, or back after a dialog."""
        # Refused until the window is mapped.
        wait_for(lambda: subprocess.run(["xdotool", "windowfocus", "--sync", window],
                                        stderr=subprocess.DEVNULL).returncode == 0, "the window to take the keys")

    def _find_window(self):
        if self.process.poll() is not None:
            self.log.seek(0)
            raise Failure(f"it ended with {self.process.returncode}: {self.log.read().decode(errors='replace')[-400:]}")
        windows = self._windows()
        return windows[0] if windows else None

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)  # nobody here listens to what would renew it
                return child
        return None

    # Hands.

    def press(self, *keys):
        """Each is one press, whatever is held down with it."""
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            self.n_keys += 1

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)
        self.n_keys += len(text)

    def resize(self, width, height, window=None):
        subprocess.run(["xdotool", "windowsize", window or self.window, str(width), str(height)], check=True)

    # Eyes.

    def _walk(self, node):
        """What is not hidden; GTK before 4.10 does not tell what is showing."""
        try:
            if node is not self.application and not node.get_state_set().contains(Atspi.StateType.VISIBLE):
                return
            yield node
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child is not None:
                    yield from self._walk(child)
        except GLib.Error:
            return  # it went while we looked

    def walk(self):
        return self._walk(self.application)

    def find(self, name, role=None):
        """The first thing of that name; a name that ends in … only has to begin so."""
        for node in self._walk(self.application):
            try:
                own = node.get_name() or ""
                fits = own.startswith(name[:-1]) if name.endswith("…") else own == name
                if not fits or (role is not None and node.get_role() != role):
                    continue
                return node
            except GLib.Error:
                continue
        return None

    def sees(self, name, role=None):
        return wait_for(lambda: self.find(name, role), f"“{name}” to be seen")

    def sees_no_more(self, name, role=None):
        return wait_for(lambda: self.find(name, role) is None, f"“{name}” to be gone")

    def click(self, name):
        """A button; before GTK 4.10 its name holds its label twice, with the mnemonic and without."""
        def find_button():
            for node in self._walk(self.application):
                own = (node.get_name() or "").replace("_", "")
                if node.get_role() == Atspi.Role.PUSH_BUTTON and own in (name, f"{name} {name}"):
                    return node
            return None

        Atspi.Action.do_action(wait_for(find_button, f"the button “{name}”"), 0)

    def answer(self, question, key):
        """By key, to a dialog: a button that ends its own window while accessibility presses it ends GTK 4.8, too."""
        self.sees(question)
        n_windows = len(self._windows())
        self._focus(self._windows()[-1])
        self.press(key)
        # Not by accessibility: GTK 4.8 does not always survive being read while a dialog goes.
        wait_for(lambda: len(self._windows()) < n_windows, "the dialog to go")
        self.sees_no_more(question)
        if self.process.poll() is None and self.window in self._windows():
            self._focus(self.window)

    def focus_newest(self):
        """A window that was opened just now; gives how many there are."""
        windows = self._windows()
        self._focus(windows[-1])
        return len(windows)

    def focus(self, window):
        """Back to a window that was newest() once."""
        self._focus(window)

    def newest(self):
        return self._windows()[-1]

    def n_windows(self):
        return len(self._windows())

    def has_text(self, text):
        """Whether it stands in some text that can be read, such as the transcript."""
        def is_read():
            for node in self._walk(self.application):
                try:
                    if node.get_role() == Atspi.Role.TEXT and text in Atspi.Text.get_text(node, 0, -1):
                        return node
                except GLib.Error:
                    continue  # it changed while we looked
            return None

        return wait_for(is_read, f"“{text}” to be read")

    def in_text(self):
        """The keys go to the transcript."""
        def is_focused():
            node = self.find("Transcript", Atspi.Role.TEXT)
            return node if node is not None and node.get_state_set().contains(Atspi.StateType.FOCUSED) else None

        return wait_for(is_focused, "the transcript to have the focus")

    def picture(self, name):
        folder = os.environ.get("PRESSER_PICTURES")
        if folder is not None and shutil.which("import") is not None:
            subprocess.run(["import", "-window", "root", os.path.join(folder, name + ".png")], check=True)

    # The end.

    def ended(self):
        wait_for(lambda: self.process.poll() is not None, "the program to end")
        check(self.process.returncode == 0, f"it ended well, not with {self.process.returncode}")
        self.said_nothing()

    def said_nothing(self):
        self.log.seek(0)
        said = [line for line in self.log.read().decode(errors="replace").splitlines()
                if ("-WARNING **" in line or "-CRITICAL **" in line) and not any(own in line for own in SAID_BY_GTK)]
        check(not said, f"no warnings: {said}")

    def stop(self):
        """The next run is to be a first one: what was not saved is not offered to it."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        shutil.rmtree(os.path.join(os.environ["XDG_DATA_HOME"], "presser", "journal"), ignore_errors=True)


def count(path, xpath):
    """How many nodes an XPath 1.0 expression finds; t: is TEI."""
    shell = f"setns t={NAMESPACE}\nxpath count({xpath})\n"
    answer = subprocess.run(["xmllint", "--shell", path], input=shell, stdout=subprocess.PIPE, text=True, check=True)
    return int(answer.stdout.split("number : ")[1].split()[0])


def statements_of(path, speaker, topic):
    """The XPath that the format promises for “speaker on topic”."""
    return count(path, "//t:said[not(@prev)]"
                 f"[contains(concat(' ',normalize-space(@who),' '),' #{speaker} ')]"
                 f"[contains(concat(' ',normalize-space(@ana),' '),' #{topic} ')]")


def copy_of(path):
    """In a folder of its own."""
    folder = tempfile.mkdtemp(dir=os.environ["HOME"])
    return shutil.copy(path, folder)


def fixture(name):
    return os.path.join(os.environ["G_TEST_SRCDIR"], "data", "app", name)


def run(*tests):
    """Each is a function; prints TAP."""
    print(f"1..{len(tests)}", flush=True)
    n_failed = 0
    for number, test in enumerate(tests, 1):
        title = test.__name__.removeprefix("test_").replace("_", "-")
        try:
            skipped = test()
            print(f"ok {number} {title}" + (f" # SKIP {skipped}" if skipped else ""), flush=True)
        except Exception as failure:  # whatever goes wrong, the next test is run
            n_failed += 1
            print(f"not ok {number} {title}\n# {type(failure).__name__}: {failure}", flush=True)
    sys.exit(1 if n_failed else 0)
