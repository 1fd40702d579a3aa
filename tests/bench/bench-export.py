#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long lists and exports take, beside lxml and BaseX at the same work: bench-export.py [N_STATEMENTS [N_DOCUMENTS]]

Processor time of the best of several runs, since other work on the machine does not count there; for many
documents, which are read side by side, the time on the clock. PRESSER_CLI names the program.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import make_documents

PRESSER = os.environ.get("PRESSER_CLI", "presser-cli")
NAMESPACE = "http://www.tei-c.org/ns/1.0"
LXML = """
import csv, sys
from lxml import etree
table = csv.writer(sys.stdout)
for path in sys.argv[1:]:
    for said in etree.parse(path).xpath('//t:said[not(@prev)]', namespaces={'t': '%s'}):
        table.writerow([said.get('{http://www.w3.org/XML/1998/namespace}id'), said.get('who'), said.get('ana'),
                        ''.join(said.itertext())])
""" % NAMESPACE
BASEX = ("declare namespace t='%s'; declare variable $folder external; "
         "for $said in collection($folder)//t:said[not(@prev)] "
         "return string-join(($said/@xml:id, $said/@who, $said/@ana, string($said)), '&#9;')" % NAMESPACE)


def measure(command, n_runs=3):
    """Best processor time and time on the clock in seconds, and the most memory in MB."""
    best, best_clock, memory = float("inf"), float("inf"), 0
    for _ in range(n_runs):
        start = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        best = min(best, usage.ru_utime + usage.ru_stime)
        best_clock = min(best_clock, time.monotonic() - start)
        memory = max(memory, usage.ru_maxrss / 1024)
    return best, best_clock, memory


def report(what, figures, beside=None):
    if figures is None:
        print(f"{what:34} not to be had here")
        return
    cpu, clock, memory = figures
    ratio = f"   {cpu / beside[0]:6.2f} × lxml" if beside else ""
    print(f"{what:34} {cpu:7.3f} s of processor {clock:8.3f} s on the clock {memory:7.0f} MB{ratio}", flush=True)


def formats():
    done = subprocess.run([PRESSER, "export", "--list-formats"], capture_output=True, text=True, check=True)
    return [line.split("\t")[0] for line in done.stdout.splitlines()]


def bench_one(folder, n_statements):
    print(f"\none document, {n_statements} statements")
    make_documents.main_with(folder, 1, n_statements)
    document = next(folder.iterdir())
    out = folder.parent / "out"
    lxml = measure(["/usr/bin/python3", "-c", LXML, document])
    report("lxml, one XPath, to CSV", lxml)
    if shutil.which("basex"):
        report("BaseX, one XPath", measure(["basex", "-w", f"-bfolder={folder}", BASEX], 1), lxml)
    reading = measure([PRESSER, "text", document, "-o", out])
    report("presser-cli text: reading", reading, lxml)
    report("presser-cli csv, the same columns", measure(
        [PRESSER, "export", document, "--to", "csv", "--columns", "id,speaker,topics,quote", "-o", out]), lxml)
    report("presser-cli list", measure([PRESSER, "list", document]), lxml)
    report("presser-cli list --format json", measure([PRESSER, "list", document, "--format", "json"]), lxml)
    print("beyond reading:")
    for to in formats():
        target = folder.parent / f"out.{to}"
        figures = measure([PRESSER, "export", document, "--to", to, "-o", target], 2)
        if figures:
            figures = (figures[0] - reading[0], figures[1] - reading[1], figures[2])
        report(f"  {to}", figures)


def bench_many(folder, n_documents):
    for share in (10, 1):
        part = folder / str(share)
        make_documents.main_with(part, n_documents // share, 60)
        documents = sorted(part.iterdir())
        print(f"\n{len(documents)} documents of 60 statements")
        lxml = measure(["/usr/bin/python3", "-c", LXML, *documents], 1)
        report("lxml, one XPath each, to CSV", lxml)
        if shutil.which("basex"):
            report("BaseX, one XPath", measure(["basex", "-w", f"-bfolder={part}", BASEX], 1), lxml)
        report("cat", measure(["cat", *documents], 1))
        for name, command in (("list", ["list", part]), ("list --format json", ["list", part, "--format", "json"]),
                              ("stats", ["stats", part]), ("export --to csv", ["export", part, "--to", "csv"]),
                              ("export --to xlsx", ["export", part, "--to", "xlsx", "-o", folder / "out.xlsx"])):
            report(f"presser-cli {name}", measure([PRESSER, *command], 1), lxml)


def main():
    n_statements = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    n_documents = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory(prefix="presser-bench-") as folder:
        bench_one(pathlib.Path(folder) / "one", n_statements)
        bench_many(pathlib.Path(folder) / "many", n_documents)


if __name__ == "__main__":
    main()
