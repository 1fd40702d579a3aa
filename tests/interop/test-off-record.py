# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was said off the record leaves by no door: every format there is, every list, whatever is asked for."""

import io
import zipfile

from interop import check, run, same, test

# Of the words of the statement and of its note, in no other place of the briefing.
SECRETS = ("harbour", "will be sold", "secret")


def unpack(name, data):
    """The file and, if it is an archive, what is in it."""
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from unpack(f"{name}:{member}", archive.read(member))


def check_silent(name, data):
    for part, content in unpack(name, data):
        for secret in SECRETS:
            for encoding in ("utf-8", "utf-16-le"):
                check(secret.encode(encoding) not in content, f"{part} does not hold {secret!r}")


def formats(work):
    return [line.split("\t")[0] for line in work.presser("export", "--list-formats").decode().splitlines()]


def export(work, to, *more):
    """Every file of a format by name."""
    name = f"out.{to}"
    work.presser("export", "briefing.xml", "--to", to, "-o", name, *more)
    made = work.path(name)
    files = sorted(made.iterdir()) if made.is_dir() else [made]
    check(files, f"{to} is written")
    return {file.name: file.read_bytes() for file in files}


@test("no format lets it out")
def _(work):
    work.copy("briefing.xml")
    check(b"harbour" in work.path("briefing.xml").read_bytes(), "the secret is in the file")
    names = formats(work)
    check(len(names) > 20, "all formats are listed")
    for to in names:
        for more in ((), ("--statuses", "all", "--include-embargoed"), ("-q", "rule:off-the-record status:verified"),
                     ("-q", "id:s8"), ("-q", "harbour status:verified")):
            try:
                files = export(work, to, *more)
            except Exception as error:
                # A codebook of nothing cannot be written.
                check(to == "qdc" and "-q" in more, f"{to} {more}: {error}")
                continue
            for name, data in files.items():
                check_silent(f"{to} {' '.join(more)}: {name}", data)


@test("no list, no figure and no template lets it out")
def _(work):
    work.copy("briefing.xml")
    for arguments in (("list", "briefing.xml"), ("list", "briefing.xml", "--format", "json"), ("stats", "briefing.xml"),
                      ("stats", "briefing.xml", "--json"),
                      ("export", "briefing.xml", "--statuses", "all", "--template", "{quote} {before} {after} {question} {note} {id}")):
        check_silent(" ".join(arguments), work.presser(*arguments))


@test("the embargo holds until it is broken by name")
def _(work):
    work.copy("briefing.xml")
    for to in formats(work):
        for name, data in export(work, to, "--statuses", "all").items():
            for part, content in unpack(name, data):
                check(b"the fund is doubled" not in content, f"{part} holds back what is under an embargo")
    broken = work.presser("export", "briefing.xml", "--to", "txt", "--include-embargoed").decode()
    check("On Monday the fund is doubled." in broken, "it goes out when asked for")


@test("who spoke on background is not named as the speaker")
def _(work):
    work.copy("briefing.xml")
    for to in ("csv", "json", "txt", "md", "docx", "xlsx", "qdpx", "qdc", "sqlite", "vtt", "webannotation"):
        for name, data in export(work, to, "-q", "id:s7").items():
            for part, content in unpack(name, data):
                is_text = part.endswith(".txt") and to == "qdpx" or to == "sqlite"
                check(is_text or b"Ines Falk" not in content, f"{part} does not name the speaker")


@test("instead of the name there are the words that were agreed on")
def _(work):
    work.copy("briefing.xml")
    for to in ("csv", "json", "tei", "tei-standoff", "vtt"):
        out = work.presser("export", "briefing.xml", "--to", to, "-q", "id:s7", "--background", "somebody who knows & more").decode()
        check("somebody who knows" in out, f"{to} has the words")
        check("“somebody who knows & more”" in work.errors, "and it is said")


run()
