#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Fuzzes the importers, one after the other: fuzz-import.sh FOLDER SECONDS [FORMAT…]
# FOLDER keeps the program and what was found; the start is tests/data/import and a seed for each format.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1 seconds=$2
shift 2
formats=("$@")
[ ${#formats[@]} -gt 0 ] || formats=(text markdown rst vtt srt html json csv rtf xml docx odt)
packages='gio-2.0 libxml-2.0 json-glib-1.0 libarchive uchardet'
mkdir -p "$folder"

# shellcheck disable=SC2046 # words are what is wanted
clang -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -std=gnu11 \
  -DGETTEXT_PACKAGE='"presser"' -DG_LOG_DOMAIN='"fuzz"' -DPRESSER_VERSION='"0"' \
  -Isrc/core -Isrc/tei -Isrc/import $(pkg-config --cflags $packages) \
  tests/fuzz/fuzz-import.c src/core/*.c src/tei/*.c $(ls src/import/*.c | grep -v pdf) \
  $(pkg-config --libs $packages) -lm -o "$folder/fuzz-import"

for format in "${formats[@]}"; do
  mkdir -p "$folder/$format"
  cp tests/data/import/* "$folder/$format/"
  if [ "$format" = docx ]; then
    printf '<w:document xmlns:w="w"><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Ann:</w:t></w:r><w:r><w:t> Yes</w:t></w:r></w:p></w:body></w:document>' > "$folder/docx/seed"
  elif [ "$format" = odt ]; then
    printf '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>Ann: Yes<text:line-break/></text:p></office:text></office:body></office:document-content>' > "$folder/odt/seed"
  fi
  echo "== $format"
  PRESSER_FUZZ_FORMAT=$format ASAN_OPTIONS=detect_leaks=1 nice -n 19 "$folder/fuzz-import" "$folder/$format" \
    -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$folder/$format-" -print_final_stats=1 2>&1 \
    | grep -E "SUMMARY|ERROR|stat::number_of_executed_units|BINGO|runtime error|Done|Test unit" || true
done
