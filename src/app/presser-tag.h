/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* What rows, the quick-tag box and the editor ask of a tag, be it a PresserSpeaker or a PresserTopic. */

gboolean    presser_tag_is_speaker (GObject *tag);
const char *presser_tag_get_id (GObject *tag);
const char *presser_tag_get_name (GObject *tag);
/* A speaker's role and affiliation, a topic's definition; NULL if there are none. */
char *presser_tag_dup_details (GObject *tag);
/* Up to two letters for a speaker's dot, “?” for somebody unnamed. */
char *presser_tag_dup_initials (GObject *tag);
int   presser_tag_get_palette_place (GObject         *tag,
                                     PresserDocument *document);
guint presser_tag_count (GObject         *tag,
                         PresserDocument *document);
/* How many topics stand above it; 0 for speakers. */
guint    presser_tag_get_depth (GObject         *tag,
                                PresserDocument *document);
gboolean presser_tag_has_children (GObject         *tag,
                                   PresserDocument *document);
/* The key that applies it: “1” to “9”, “a” to “j” (with Alt, for topics without sub-topics); 0 if it has none. */
char presser_tag_get_key (GObject         *tag,
                          PresserDocument *document);
/* The tag of a key, or NULL. */
GObject *presser_tag_dup_for_key (PresserDocument *document,
                                  char             key);
/* The list it stands in; borrowed. */
GListModel *presser_tag_get_list (GObject         *tag,
                                  PresserDocument *document);
/* How well typed text fits a name: 0 not, 1 somewhere, 2 a word of it or an alias begins so, 3 the name begins so. */
int presser_tag_match (GObject    *tag,
                       const char *typed);
/* The same for any name. */
int presser_tag_match_text (const char *text,
                            const char *typed);
/* TRUE if it is in the document as it stands: the same object. */
gboolean presser_tag_is_alive (GObject         *tag,
                               PresserDocument *document);
/* TRUE for a speaker that goes by what a machine called a voice, such as “SPEAKER_00”: nobody has said who that is. */
gboolean presser_tag_is_unconfirmed (GObject *tag);
/* A query of PresserFilter that finds its statements. */
char *presser_tag_dup_query (GObject *tag);

G_END_DECLS
