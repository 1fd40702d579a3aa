/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that tell what a label is, in the languages Presser knows. Keys as presser_text_make_key() makes them. */

/* Mr, Dr, Senator, Präsident … in front of a name. */
gboolean presser_word_is_title (const char *key,
                                gsize       length);
/* Offices and parts in an event that stand for a name: president, moderator, operator … */
gboolean presser_word_is_role (const char *key,
                               gsize       length);
/* Question, journalist, reporter …: an unnamed reporter asks. */
gboolean presser_word_is_question (const char *key,
                                   gsize       length);
/* Descriptions that stand for many people: moderator, audience, man, voice … */
gboolean presser_word_is_unnamed (const char *key,
                                  gsize       length);
/* Heads of forms and notes that look like labels: subject, contact, date, note … */
gboolean presser_word_is_field (const char *key,
                                gsize       length);
/* of, von, de, al …: small words inside names. */
gboolean presser_word_is_particle (const char *key,
                                   gsize       length);

/**
 * PresserLabelShape:
 *
 * What a printed label looks like.
 */
typedef struct
{
  guint    n_words; /* without what stands in brackets and without small words */
  gboolean is_capitals;
  gboolean is_name;     /* every word begins with a capital, but for small ones */
  gboolean is_handle;   /* one word in small letters */
  gboolean is_caseless; /* of a script without capitals */
  gboolean has_title;
  gboolean is_role; /* nothing but titles and offices */
  gboolean is_question;
  gboolean is_unnamed;
  gboolean is_field;
  gboolean is_machine; /* SPEAKER_00, spk_1, Speaker 3 */
  gboolean has_note;   /* something in brackets at the end */
} PresserLabelShape;

PresserLabelShape presser_label_get_shape (const char *text,
                                           gsize       length);

G_END_DECLS
