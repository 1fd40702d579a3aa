/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the importers need to know about single characters. Blank is every kind of space, with the no-break ones
 * and the marks that take no room (zero width, soft hyphen, direction): all stay in the text and none may hide a label. */

gboolean presser_character_is_blank (gunichar character);
gboolean presser_character_ends_sentence (gunichar character);
gboolean presser_character_closes (gunichar character);
/* Written without spaces between words: Han, kana, Thai. */
gboolean presser_character_is_dense (gunichar character);
/* A letter of a script that has no capitals. */
gboolean presser_character_is_caseless (gunichar character);

/* Valid UTF-8 only. Give the first place that is not blank, and the place behind the last. */
const char *presser_text_skip_blank (const char *text,
                                     const char *end);
const char *presser_text_trim_blank (const char *text,
                                     const char *end);
/* The character in front of @end, 0 if there is none. */
gunichar presser_text_last_character (const char *text,
                                      const char *end);
/* One plain space for every run of blanks, nothing that takes no room. */
char *presser_text_make_plain (const char *text,
                               gsize       length);
/* Lower case, one space between words, without marks: two printed forms that differ in nothing else get one key. */
char *presser_text_make_key (const char *text,
                             gsize       length);

/* First letters of the words of a key: “dl” of “devin lund”. */
char *presser_text_make_initials (const char *key);

G_END_DECLS
