# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the other programs make of our files.

A script marks its tests with @test("sentence", "tool", ...) and ends with run(). A test whose tools are
not installed is skipped with a word, and a script of which nothing could run is skipped as a whole.
Each test gets a Work: an empty folder with presser-cli in it.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

SOURCE = pathlib.Path(__file__).resolve().parent
DATA = SOURCE.parent / "data" / "interop"
SHARED = pathlib.Path(os.environ.get("PRESSER_SHARED", SOURCE.parent.parent.parent / "shared"))

COMMANDS = {
    "libreoffice": ("soffice", "libreoffice"),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "node": ("node", "nodejs"),
    "basex": ("basex",),
    "java": ("java",),
}
JARS = {"saxon": ("Saxon-HE.jar", "saxon-he.jar", "saxon9he.jar")}
MODULES = {"openpyxl", "lxml", "jsonschema"}
JAR_FOLDERS = ("/usr/share/java", "/usr/local/share/java")


def find_jar(tool):
    """The path of a Java library, or None."""
    for folder in JAR_FOLDERS:
        for name in JARS[tool]:
            if os.path.exists(os.path.join(folder, name)):
                return os.path.join(folder, name)
    return None


def find(tool):
    """The path of a program, or what else tells that a tool is there; None if it is not."""
    if tool in MODULES:
        return tool if importlib.util.find_spec(tool) else None
    if tool in JARS:
        return find_jar(tool) if find("java") else None
    for name in COMMANDS.get(tool, (tool,)):
        path = shutil.which(name)
        if path:
            return path
    return None


class Failure(Exception):
    pass


class Skipped(Exception):
    """What a test needs is not to be had here: it has not passed."""


def check(value, what):
    if not value:
        raise Failure(f"not so: {what}")


def same(found, expected, what):
    if found != expected:
        raise Failure(f"{what}: expected {expected!r}, found {found!r}")


def call(*command, stdin=None, status=0, **more):
    """Runs a program and gives what it prints, as bytes; another exit status than @status is a failure."""
    done = subprocess.run([str(part) for part in command], input=stdin, capture_output=True, timeout=280, **more)
    if status is not None and done.returncode != status:
        raise Failure(f"{command[0]} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[:2000]}")
    return done.stdout


class Work:
    """A folder of its own, with presser-cli and the other programs at work in it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.errors = ""

    def path(self, name):
        return self.folder / name

    def write(self, name, content):
        data = content.encode() if isinstance(content, str) else content
        self.path(name).write_bytes(data)
        return self.path(name)

    def read(self, name):
        """UTF-8 with every line end as it is."""
        return self.path(name).read_bytes().decode()

    def copy(self, name, to=None):
        """A file of tests/data/interop."""
        shutil.copy(DATA / name, self.path(to or name))
        return self.path(to or name)

    def presser(self, *arguments, stdin=None, status=0):
        """Standard output of presser-cli as bytes; what it says on standard error is then in errors."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [os.environ["PRESSER_CLI"], *map(str, arguments)],
            input=data or b"", capture_output=True, cwd=self.folder, timeout=280)
        self.errors = done.stderr.decode("utf-8", "replace")
        if done.returncode != status:
            raise Failure(f"presser-cli {' '.join(map(str, arguments))} ended with {done.returncode}: {self.errors[:2000]}")
        return done.stdout

    def text(self, name):
        """What positions refer to."""
        return self.presser("text", name).decode()

    def statements(self, *arguments):
        return json.loads(self.presser("list", *arguments, "--format", "json"))

    def export(self, name, to, output, *more):
        self.presser("export", name, "--to", to, "-o", output, *more)
        return self.path(output)

    def libreoffice(self, name, to, output_suffix, filter_options=None):
        """Opens a file headless and saves it as something else; gives the path of that."""
        out = self.path("converted")
        out.mkdir(exist_ok=True)
        extra = [f"--infilter={filter_options}"] if filter_options else []
        call(find("libreoffice"), f"-env:UserInstallation=file://{self.folder}/office", "--headless", "--norestore",
             *extra, "--convert-to", to, "--outdir", out, self.path(name),
             env={**os.environ, "HOME": str(self.folder)})
        made = out / (pathlib.Path(name).stem + output_suffix)
        check(made.exists(), f"LibreOffice opened {name}")
        return made

    def chromium_dom(self, name):
        """The page as it stands once its scripts have run."""
        return call(find("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--allow-file-access-from-files", f"--user-data-dir={self.folder}/chromium",
                    "--virtual-time-budget=5000", "--dump-dom", f"file://{self.path(name)}",
                    env={**os.environ, "HOME": str(self.folder)}).decode()


TESTS = []


def test(what, *tools):
    def add(function):
        TESTS.append((what, tools, function))
        return function

    return add


def missing(tools):
    return [tool for tool in tools if find(tool) is None]


def run_one(function):
    with tempfile.TemporaryDirectory(prefix="presser-interop-", ignore_cleanup_errors=True) as folder:
        function(Work(folder))


def run():
    """Runs what was marked, as TAP; never returns."""
    lacking = {what: missing(tools) for what, tools, _ in TESTS}
    if all(lacking.values()):
        names = sorted(set(sum(lacking.values(), [])))
        print(f"1..0 # SKIP not installed: {', '.join(names)}")
        sys.exit(0)
    print(f"1..{len(TESTS)}")
    failed = False
    for number, (what, _, function) in enumerate(TESTS, 1):
        if lacking[what]:
            print(f"ok {number} - {what} # SKIP not installed: {', '.join(lacking[what])}", flush=True)
            continue
        try:
            run_one(function)
            print(f"ok {number} - {what}", flush=True)
        except Skipped as reason:
            print(f"ok {number} - {what} # SKIP {reason}", flush=True)
        except Exception as error:
            failed = True
            for line in (str(error) if isinstance(error, Failure) else traceback.format_exc()).splitlines():
                print(f"# {line[:400]}")
            print(f"not ok {number} - {what}", flush=True)
    sys.exit(1 if failed else 0)
