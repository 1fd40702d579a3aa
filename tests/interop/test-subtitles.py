# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Subtitles as a player reads them, and as we read them back."""

import json

from interop import call, check, find, run, same, test


def ffmpeg_srt(path):
    """The cues that ffmpeg finds, as SubRip."""
    text = call(find("ffmpeg"), "-v", "error", "-i", path, "-f", "srt", "-").decode()
    return [block.split("\n") for block in text.replace("\r\n", "\n").strip().split("\n\n")]


@test("ffmpeg reads the WebVTT with its times", "ffmpeg")
def _(work):
    work.copy("briefing.xml")
    made = work.export("briefing.xml", "vtt", "quotes.vtt")
    cues = ffmpeg_srt(made)
    same(len(cues), 8, "cues")
    same(cues[0][1], "00:00:01,500 --> 00:00:05,000", "times of the first")
    words = "\n".join(line for cue in cues for line in cue[2:])
    for quote in ("Good morning 🙂🙂.", "@ministry said so.", "<too> & more", "لن ترتفع الرسوم قبل ٢٠٣٠."):
        check(quote in words, f"the cues have {quote!r}")


@test("ffmpeg reads the SubRip with its speakers", "ffmpeg")
def _(work):
    work.copy("briefing.xml")
    made = work.export("briefing.xml", "srt", "quotes.srt")
    cues = ffmpeg_srt(made)
    same(len(cues), 8, "cues")
    check(any(line == "Marta Lund: @ministry said so." for cue in cues for line in cue), "the speaker stands in front")


@test("WebVTT comes back with its speakers and times")
def _(work):
    work.copy("briefing.xml")
    work.export("briefing.xml", "vtt", "quotes.vtt", "-q", "speaker:reporter")
    work.presser("import", "quotes.vtt", "-o", "back.xml")
    check("who pays?" in work.text("back.xml"), "the words are back")
    figures = json.loads(work.presser("stats", "back.xml", "--json"))
    same([speaker["name"] for speaker in figures["speakers"]], ["Reporter"], "speakers")
    work.presser("tag", "back.xml", "--quote", "who pays?", "--id", "s1")
    same(work.statements("back.xml")[0]["time"], 1.5, "time")


run()
