# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# Which files are ours, for the checks beside this file to source.

# Prints the files of the project that match the given patterns, one a line: what git knows or would
# add, and in a folder without git everything but build folders.
list_files ()
{
  local name pattern

  list_all_files | while read -r name; do
    for pattern in "$@"; do
      # shellcheck disable=SC2053 # a pattern is meant
      [[ $name != $pattern ]] || printf '%s\n' "$name"
    done
  done | sort -u
}

list_all_files ()
{
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard --deduplicate | while read -r name; do
      [ ! -f "$name" ] || printf '%s\n' "$name"
    done
  else
    find . -name '_build*' -prune -o -name .git -prune -o -type f -printf '%P\n'
  fi
}
