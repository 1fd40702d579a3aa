# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long an import takes, as a ratio to something that runs beside it: `wc -w` for text, pandoc for Word, and a
tenth of the same input for everything that could grow faster than its size. Time is that of the processor, which
other programs disturb less."""

import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile

CLI = os.environ.get("PRESSER_CLI") or sys.argv[1]
MEGABYTE = 1_000_000


def sentence(vocabulary, n_words):
    return " ".join(random.choices(vocabulary, k=n_words)).capitalize() + "."


def turns(vocabulary, size):
    labels = ["MS. VALE:  ", "Q    ", "DR. LIND:  "]
    parts, length = ["Press briefing\n\n"], 0
    while length < size:
        part = random.choice(labels) + " ".join(sentence(vocabulary, 13) for _ in range(random.randint(1, 6))) + "\n\n"
        parts.append(part)
        length += len(part)
    return "".join(parts)


def one_line(vocabulary, size):
    piece = " ".join(sentence(vocabulary, 13) for _ in range(10_000)) + " "
    return (piece * (size // len(piece) + 1))[:size] + "\n"


def one_word_turns(vocabulary, n):
    return "".join(f"{'MS. VALE: ' if i % 2 else 'Q  '}{random.choice(vocabulary)}\n" for i in range(n))


def many_labels(vocabulary, n):
    names = [f"{a.capitalize()} {(b + c).capitalize()}" for a, b, c in
             (random.choices(vocabulary, k=3) for _ in range(n))]
    return "".join(f"{random.choice(names)}: {sentence(vocabulary, 8)}\n\n" for _ in range(3 * n))


def captions(vocabulary, n):
    return "".join(f"{i + 1}\n00:{i // 60 % 60:02}:{i % 60:02},000 --> 00:{i // 60 % 60:02}:{i % 60:02},900\n"
                   f"{sentence(vocabulary, 6)}\n\n" for i in range(n))


def table(vocabulary, n):
    return "speaker,text\n" + "".join(f"Ann Vale,\"{sentence(vocabulary, 12)}\"\n" for _ in range(n))


def measure(*command):
    """Seconds of the processor and the most memory, of the whole command."""
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen([str(part) for part in command], stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed on {command[-1]}")
    return max(usage.ru_utime + usage.ru_stime, 0.001), usage.ru_maxrss * 1024


def load(path):
    return measure(CLI, "import", path, "-o", path.with_suffix(".tei"))


def bench_text(folder, vocabulary):
    for name, make in (("turns", turns), ("one line", one_line)):
        path = folder / f"{name.replace(' ', '-')}.txt"
        path.write_text(make(vocabulary, 50 * MEGABYTE), encoding="utf-8")
        size = path.stat().st_size
        beside, (seconds, memory) = measure("wc", "-w", path)[0], load(path)
        print(f"50 MB, {name}: {seconds:.2f} s, {seconds / beside:.1f} x wc -w; {memory / size:.1f} x its size in memory", flush=True)


def bench_growth(folder, vocabulary):
    for name, make, n, ending in (("one-word turns", one_word_turns, 1_000_000, "txt"), ("different labels", many_labels, 100_000, "txt"),
                                  ("captions", captions, 200_000, "srt"), ("rows of a table", table, 200_000, "csv")):
        times = []
        for part in (n // 10, n):
            path = folder / f"{make.__name__}-{part}.{ending}"
            path.write_text(make(vocabulary, part), encoding="utf-8")
            times.append(load(path)[0])
        print(f"{n} {name}: {times[1]:.2f} s, {times[1] / times[0]:.1f} x a tenth of them", flush=True)


def bench_docx(folder, vocabulary):
    paragraphs = "".join(f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Ann Vale:</w:t></w:r><w:r><w:t xml:space=\"preserve\"> {sentence(vocabulary, 60)}"
                         "</w:t></w:r></w:p>" for _ in range(6_500))
    path = folder / "document.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        package.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        package.writestr("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>')
    seconds = load(path)[0]
    size = path.stat().st_size / MEGABYTE
    if shutil.which("pandoc"):
        beside = measure("pandoc", "-f", "docx", "-t", "plain", "-o", folder / "document.out", path)[0]
        print(f"{size:.1f} MB of Word: {seconds:.2f} s, {seconds / beside:.2f} x pandoc", flush=True)
    else:
        print(f"{size:.1f} MB of Word: {seconds:.2f} s (pandoc is not installed)", flush=True)


random.seed(1)
words = ["".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=random.randint(2, 9))) for _ in range(5_000)]
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
with tempfile.TemporaryDirectory(prefix="presser-bench-") as name:
    bench_text(pathlib.Path(name), words)
    bench_growth(pathlib.Path(name), words)
    bench_docx(pathlib.Path(name), words)
