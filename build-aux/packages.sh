# SPDX-FileCopyrightText: 2026 The Presser developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# What Presser needs, in one place, for the scripts beside this file to source.
#
# A row: a set, how to tell that the thing is there, and the package that brings it on Debian and
# Ubuntu, Fedora, Arch Linux and openSUSE. Fedora and openSUSE are asked for what a package provides
# rather than for its name. A dash: nothing to install there.
#
#   cmd:a|b    one of these commands    pkg:name   pkg-config knows it    font:any  there is a font
#   file:path  this file stands there   deb:name   Debian's package is installed
#   gi:name:version, python:module  the system's Python has it
#
# Sets: build (presser-cli), window (Presser itself), tests (what the tests run with), interop (the
# programs that tests/interop opens our files in) and house (the checks of the sources), both of .ci/run.
package_table='
build   cmd:cc                      gcc                 gcc                         gcc                   gcc
build   file:/usr/include/stdio.h   libc6-dev           glibc-devel                 glibc                 glibc-devel
build   cmd:meson                   meson               meson                       meson                 meson
build   cmd:ninja                   ninja-build         ninja-build                 ninja                 ninja
build   cmd:pkg-config              pkg-config          /usr/bin/pkg-config         pkgconf               pkgconf-pkg-config
build   cmd:msgfmt                  gettext             gettext                     gettext               gettext-tools
build   pkg:glib-2.0                libglib2.0-dev      pkgconfig(glib-2.0)         glib2-devel           pkgconfig(glib-2.0)
build   pkg:libxml-2.0              libxml2-dev         pkgconfig(libxml-2.0)       libxml2               pkgconfig(libxml-2.0)
build   pkg:json-glib-1.0           libjson-glib-dev    pkgconfig(json-glib-1.0)    json-glib             pkgconfig(json-glib-1.0)
build   pkg:icu-i18n                libicu-dev          pkgconfig(icu-i18n)         icu                   pkgconfig(icu-i18n)
build   file:/usr/include/libstemmer.h libstemmer-dev   libstemmer-devel            snowball              libstemmer-devel
build   pkg:uchardet                libuchardet-dev     pkgconfig(uchardet)         uchardet              pkgconfig(uchardet)
build   pkg:libarchive              libarchive-dev      pkgconfig(libarchive)       libarchive            pkgconfig(libarchive)
build   pkg:poppler-glib            libpoppler-glib-dev pkgconfig(poppler-glib)     poppler-glib          pkgconfig(poppler-glib)
build   file:/usr/include/xlsxwriter.h libxlsxwriter-dev   pkgconfig(xlsxwriter)       libxlsxwriter         pkgconfig(xlsxwriter)
build   pkg:sqlite3                 libsqlite3-dev      pkgconfig(sqlite3)          sqlite                pkgconfig(sqlite3)
window  pkg:gtk4                    libgtk-4-dev        pkgconfig(gtk4)             gtk4                  pkgconfig(gtk4)
window  pkg:libadwaita-1            libadwaita-1-dev    pkgconfig(libadwaita-1)     libadwaita            pkgconfig(libadwaita-1)
window  pkg:gtksourceview-5         libgtksourceview-5-dev pkgconfig(gtksourceview-5) gtksourceview5      pkgconfig(gtksourceview-5)
window  cmd:xmllint                 libxml2-utils       /usr/bin/xmllint            libxml2               /usr/bin/xmllint
window  cmd:update-desktop-database desktop-file-utils  desktop-file-utils          desktop-file-utils    desktop-file-utils
window  cmd:update-mime-database    shared-mime-info    shared-mime-info            shared-mime-info      shared-mime-info
window  cmd:gtk4-update-icon-cache|gtk-update-icon-cache gtk-update-icon-cache /usr/bin/gtk4-update-icon-cache gtk-update-icon-cache /usr/bin/gtk4-update-icon-cache
window  file:/usr/share/icons/Adwaita/index.theme adwaita-icon-theme adwaita-icon-theme adwaita-icon-theme adwaita-icon-theme
window  deb:librsvg2-common         librsvg2-common     -                           -                     -
window  font:any                    fonts-cantarell     google-noto-sans-vf-fonts   cantarell-fonts       cantarell-fonts
tests   cmd:Xvfb                    xvfb                /usr/bin/Xvfb               xorg-server-xvfb      /usr/bin/Xvfb
tests   cmd:dbus-run-session        dbus                /usr/bin/dbus-run-session   dbus                  /usr/bin/dbus-run-session
tests   cmd:xdotool                 xdotool             xdotool                     xdotool               xdotool
tests   gi:GLib:2.0                 python3-gi          python3-gobject             python-gobject        python3-gobject
tests   gi:Atspi:2.0                gir1.2-atspi-2.0    at-spi2-core                at-spi2-core          typelib-1_0-Atspi-2_0
tests   deb:at-spi2-core            at-spi2-core        -                           -                     -
tests   cmd:appstreamcli            appstream           appstream                   appstream             AppStream
tests   cmd:desktop-file-validate   desktop-file-utils  desktop-file-utils          desktop-file-utils    desktop-file-utils
interop cmd:localc                  libreoffice-calc    libreoffice-calc            libreoffice-fresh     libreoffice-calc
interop cmd:lowriter                libreoffice-writer  libreoffice-writer libreoffice-fresh libreoffice-writer
interop cmd:sqlite3                 sqlite3             /usr/bin/sqlite3            sqlite                sqlite3
interop cmd:jq                      jq                  jq                          jq                    jq
interop cmd:xmllint                 libxml2-utils       /usr/bin/xmllint            libxml2               /usr/bin/xmllint
interop cmd:basex                   basex               -                           -                     -
interop cmd:java                    default-jre-headless java-headless            jre-openjdk-headless  java-headless
interop deb:libsaxonhe-java         libsaxonhe-java     saxon                       -                     saxon9
interop cmd:chromium|chromium-browser|google-chrome chromium chromium               chromium              chromium
interop cmd:node|nodejs             nodejs              /usr/bin/node               nodejs                nodejs
interop cmd:npm                     npm                 /usr/bin/npm                npm                   npm-default
interop cmd:jing                    jing                jing                        -                     jing
interop cmd:ffmpeg                  ffmpeg              /usr/bin/ffmpeg             ffmpeg                ffmpeg
interop cmd:pandoc                  pandoc              pandoc                      pandoc                pandoc
interop cmd:pdftotext               poppler-utils       poppler-utils               poppler               poppler-tools
interop python:openpyxl             python3-openpyxl    python3-openpyxl            python-openpyxl       python3-openpyxl
interop python:jsonschema           python3-jsonschema  python3-jsonschema          python-jsonschema     python3-jsonschema
interop python:lxml                 python3-lxml        python3-lxml                python-lxml           python3-lxml
house   cmd:clang-format            clang-format        /usr/bin/clang-format       clang                 /usr/bin/clang-format
house   cmd:shellcheck              shellcheck          /usr/bin/shellcheck         shellcheck            ShellCheck
'

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

find_package_manager ()
{
  local manager

  for manager in apt-get dnf pacman zypper; do
    if command -v "$manager" >/dev/null; then
      echo "$manager"
      return
    fi
  done
}

is_there ()
{
  local what=${1#*:} command

  case $1 in
    cmd:*)
      for command in ${what//|/ }; do
        ! command -v "$command" >/dev/null || return 0
      done
      return 1
      ;;
    pkg:*) pkg-config --exists "$what" 2>/dev/null ;;
    file:*) [ -e "$what" ] ;;
    deb:*) ! command -v dpkg-query >/dev/null || dpkg-query --show "$what" >/dev/null 2>&1 ;;
    gi:*)
      /usr/bin/python3 -c 'import sys, gi; gi.require_version(*sys.argv[1].split(":"))' "$what" 2>/dev/null
      ;;
    font:*) [ -n "$(fc-list 2>/dev/null | head -n 1)" ] ;;
  esac
}

# Prints the packages that the sets lack, each once.
list_missing_packages ()
{
  local manager=$1 set test debian fedora arch suse package

  shift
  while read -r set test debian fedora arch suse; do
    [[ " $* " == *" $set "* ]] || continue
    case $manager in
      apt-get) package=$debian ;;
      dnf) package=$fedora ;;
      pacman) package=$arch ;;
      zypper) package=$suse ;;
      *) package=$test ;;
    esac
    [ "$package" != - ] || continue
    is_there "$test" || echo "$package"
  done <<<"$package_table" | sort -u
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "This needs root, and there is no sudo. Run as root: $*"
  fi
}

apt_install ()
{
  # A new machine has no package lists; one that has them is not asked to fetch them again.
  apt-cache show "$@" >/dev/null 2>&1 || as_root apt-get update -q
  apt_get_install "$@" && return
  say 'That did not work; once more with new package lists.'
  as_root apt-get update -q
  apt_get_install "$@"
}

apt_get_install ()
{
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# Installs what the named sets lack; silent and quick when nothing does.
install_packages ()
{
  local manager
  local -a missing

  manager=$(find_package_manager)
  mapfile -t missing < <(list_missing_packages "$manager" "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  [ -n "$manager" ] \
    || die "Please install what brings these (no apt-get, dnf, pacman or zypper found): ${missing[*]}"

  say "Installing with $manager: ${missing[*]}"
  case $manager in
    apt-get) apt_install "${missing[@]}" ;;
    dnf) as_root dnf install -y "${missing[@]}" ;;
    pacman) as_root pacman -S --needed --noconfirm "${missing[@]}" ;;
    zypper) as_root zypper --non-interactive install --no-recommends "${missing[@]}" ;;
  esac >&2

  mapfile -t missing < <(list_missing_packages "$manager" "$@")
  [ ${#missing[@]} -eq 0 ] || die "Still missing after installing: ${missing[*]}"
}

# Configures the build folder $1 with the Meson options that follow, or brings it up to date with them.
configure ()
{
  local folder=$1

  shift
  if [ ! -f "$folder/build.ninja" ]; then
    meson setup "$folder" "$@" >&2
  elif [ "$*" != "$(cat "$folder/.presser-options" 2>/dev/null)" ]; then
    meson configure "$folder" "$@" >&2
  fi
  echo "$*" >"$folder/.presser-options"
}
