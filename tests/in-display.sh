#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a test on a display, a session bus and in folders of its own, so that tests disturb neither
# each other nor whoever runs them.

for program in Xvfb dbus-run-session; do
  if ! command -v "$program" >/dev/null; then
    echo "1..0 # SKIP $program is not installed"
    exit 0
  fi
done

folder=$(mktemp -d)
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 -noreset -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
read -r number <"$folder/display"

mkdir -m 700 "$folder/run" "$folder/home"
export DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=cairo HOME="$folder/home"
export XDG_RUNTIME_DIR="$folder/run" XDG_CONFIG_HOME="$folder/home/config"
export XDG_DATA_HOME="$folder/home/data" XDG_CACHE_HOME="$folder/home/cache"
unset WAYLAND_DISPLAY
# What the bus starts writes to the standard output too, which is the test's alone.
exec 4>&1
dbus-run-session -- sh -c 'exec "$@" >&4 4>&-' sh "$@" >&2
