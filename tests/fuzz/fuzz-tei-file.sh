#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Fuzzes reading, tagging, correcting and saving of TEI: fuzz-tei-file.sh FOLDER SECONDS
# FOLDER keeps the program and what was found; the start is tests/fuzz/corpus-tei.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1 seconds=$2
packages='gio-2.0 gio-unix-2.0 libxml-2.0'
mkdir -p "$folder/corpus"

# shellcheck disable=SC2046 # words are what is wanted
clang -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -std=gnu11 \
  -DGETTEXT_PACKAGE='"presser"' -DG_LOG_DOMAIN='"fuzz"' -DPRESSER_VERSION='"0"' \
  -Isrc/core -Isrc/tei $(pkg-config --cflags $packages) \
  tests/fuzz/fuzz-tei-file.c src/core/*.c src/tei/*.c \
  $(pkg-config --libs $packages) -lm -o "$folder/fuzz-tei-file"

printf '%s\n' '"<said xml:id=\"s9\" who=\"#p\">"' '"</said>"' '"next=\"#s2\""' '"prev=\"#s1\""' '"<note>"' '"<lb/>"' \
  '"&#32;"' '"<![CDATA["' '"]]>"' '"<!--"' '"-->"' '"<seg>"' '"<u who=\"#p\">"' '"<w join=\"right\">"' '"<pc>"' \
  '"<q who=\"#p\">"' '"<gap reason=\"x\"/>"' > "$folder/words"
nice -n 19 "$folder/fuzz-tei-file" "$folder/corpus" tests/fuzz/corpus-tei -dict="$folder/words" -max_len=6000 -timeout=60 \
  -rss_limit_mb=2048 -max_total_time="$seconds" -artifact_prefix="$folder/" -print_final_stats=1
