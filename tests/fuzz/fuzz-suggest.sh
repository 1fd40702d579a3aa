#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Fuzzes the suggestions: fuzz-suggest.sh FOLDER SECONDS
# FOLDER keeps the program and what was found; the start is tests/data/quotes.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1 seconds=$2
packages='gio-2.0 icu-i18n'
mkdir -p "$folder/corpus"

for source in --generate-source --generate-header; do
  suffix=${source##*-}
  glib-compile-resources "$source" --sourcedir=data/cues --c-name=presser_suggest \
    --target="$folder/presser-suggest-resources.${suffix/source/c}" src/suggest/presser-suggest.gresource.xml
done
mv "$folder/presser-suggest-resources.header" "$folder/presser-suggest-resources.h"
if [ -e /usr/include/libstemmer.h ]; then
  echo '#define HAVE_STEMMER' > "$folder/presser-suggest-config.h"
  stemmer=-lstemmer
else
  echo '#undef HAVE_STEMMER' > "$folder/presser-suggest-config.h"
  stemmer=
fi

# shellcheck disable=SC2046,SC2086 # words are what is wanted
clang -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -std=gnu11 \
  -DGETTEXT_PACKAGE='"presser"' -DG_LOG_DOMAIN='"fuzz"' \
  -I"$folder" -Isrc/core -Isrc/suggest $(pkg-config --cflags $packages) \
  tests/fuzz/fuzz-suggest.c src/core/*.c src/suggest/*.c "$folder/presser-suggest-resources.c" \
  $(pkg-config --libs $packages) $stemmer -lm -o "$folder/fuzz-suggest"

# Each language's first byte is its place in the table of fuzz-suggest.c.
number=0
for language in none en de fr es it pt pl ru uk; do
  if [ -e "tests/data/quotes/$language.txt" ]; then
    csplit -s -z -f "$folder/corpus/$language-" "tests/data/quotes/$language.txt" '/^---$/' '{*}'
    for piece in "$folder/corpus/$language-"*; do
      sed -i -e '/^[#-]/d' -e 's/{.|\([^|}]*\)\(|[^}]*\)\{0,1\}}/\1/g' -e 's/<.|//g; s/>//g' "$piece"
      { printf '%b' "\\x0$number\\x02"; cat "$piece"; } > "$piece.seed"
      rm "$piece"
    done
  fi
  number=$((number + 1))
done
nice -n 19 "$folder/fuzz-suggest" "$folder/corpus" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
  -artifact_prefix="$folder/found-" -print_final_stats=1 2>&1 |
  grep -E 'SUMMARY|ERROR|stat::number_of_executed_units|runtime error|Done|Test unit' || true
