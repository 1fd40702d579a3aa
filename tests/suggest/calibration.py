#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how often suggestions of each certainty are right, by certainty and by rule.

  calibration.py SCORER GOLD.jsonl ANSWERS.jsonl [--rules] [--wrong LEVEL]

SCORER is the score.py that stands beside the annotated news; its pairing and its comparison of names are used, so that a
suggestion is right here exactly if it is right there. Suggestions that meet an optional quotation are left out,
as there. The answers are those of "presser-cli suggest --jsonl".
"""
import argparse
import collections
import importlib.util
import sys

LEVELS = {"high": "sure", "medium": "likely", "low": "a guess"}


def load_scorer(path):
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(score, gold, answer):
    """Yields each suggestion that counts, whether it is right, and why not."""
    text = gold["text"]
    must = [q for q in gold["quotes"] if not q.get("optional")]
    may = [q for q in gold["quotes"] if q.get("optional")]
    wanted = [score.trim(text, q["start"], q["end"]) for q in must]
    spans = [score.trim(text, q["start"], q["end"]) for q in answer["quotes"]]
    pairs = {j: i for i, j in score.pair(wanted, spans, 0.5).items()}
    free = [j for j in range(len(spans)) if j not in pairs]
    optional = [score.trim(text, q["start"], q["end"]) for q in may]
    ignored = {free[j] for j in score.pair(optional, [spans[j] for j in free], 0.5).values()}
    for j, quote in enumerate(answer["quotes"]):
        if j in ignored:
            continue
        if j not in pairs:
            yield quote, False, "no quotation", None
            continue
        want, got = must[pairs[j]].get("speaker"), quote.get("speaker")
        right = got is None if want is None else score.mention_right(want, got)
        yield quote, right, "speaker", want


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scorer")
    parser.add_argument("gold")
    parser.add_argument("answers")
    parser.add_argument("--rules", action="store_true", help="also by rule")
    parser.add_argument("--wrong", metavar="LEVEL", help="print those of this level that are wrong: high, medium, low")
    arguments = parser.parse_args()
    score = load_scorer(arguments.scorer)
    answers = {d["id"]: d for d in score.load(arguments.answers)}
    counts = collections.defaultdict(lambda: [0, 0])
    for gold in score.load(arguments.gold):
        for quote, right, kind, want in judge(score, gold, answers[gold["id"]]):
            for key in ((gold["lang"], quote["certainty"], 0), (gold["lang"], quote["certainty"], quote["rule"])):
                counts[key][0] += right
                counts[key][1] += 1
            if arguments.wrong == quote["certainty"] and not right:
                print(f"{gold['id']} rule {quote['rule']} {kind}: {gold['text'][quote['start']:quote['end']][:70]!r} "
                      f"wanted {want and want['text']!r}, got {quote['speaker'] and quote['speaker'].get('name')!r} "
                      f"({quote['speaker'] and quote['speaker']['text']!r})")
    for language in sorted({key[0] for key in counts}):
        for level, name in LEVELS.items():
            for key in sorted(k for k in counts if k[:2] == (language, level)):
                if key[2] == 0 or arguments.rules:
                    right, total = counts[key]
                    title = f"{language} {name}" if key[2] == 0 else f"    rule {key[2]}"
                    print(f"{title:<14} {right:4} of {total:4} right  {100 * right / total:5.1f} %")


if __name__ == "__main__":
    main()
