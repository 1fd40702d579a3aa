/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-branch-private.h"
#include "presser-tei-writer-private.h"

G_BEGIN_DECLS

/* What ids begin with that elements get so that annotations can point at them. */
#define PRESSER_TEI_GIVEN_ID "b."

/* Each brings one part of the header up to date. */
void presser_tei_write_speakers (PresserTeiWriter   *writer,
                                 PresserTeiBranches *branches);
void presser_tei_write_topics (PresserTeiWriter   *writer,
                               PresserTeiBranches *branches);
void presser_tei_write_annotators (PresserTeiWriter   *writer,
                                   PresserTeiBranches *branches);
void presser_tei_write_categories (PresserTeiWriter   *writer,
                                   PresserTeiBranches *branches);
void presser_tei_write_notes (PresserTeiWriter   *writer,
                              PresserTeiBranches *branches);
void presser_tei_write_metadata (PresserTeiWriter   *writer,
                                 PresserTeiBranches *branches);

/* All of them but the metadata, for the file that has them. */
void presser_tei_write_lists (PresserTeiWriter   *writer,
                              PresserTeiBranches *branches);
/* Whether the file that is written has room for a statement, a speaker or a topic. */
gboolean presser_tei_writer_has_statement (PresserTeiWriter *writer,
                                           PresserStatement *statement);
gboolean presser_tei_writer_wants (PresserTeiWriter *writer,
                                   const char       *id);

/* The TEI element that new parts of a header or standOff go to. */
guint32           presser_tei_write_find_root (PresserTeiWriter *writer);
PresserTeiBranch *presser_tei_write_get_root (PresserTeiWriter   *writer,
                                              PresserTeiBranches *branches);

/* A child's text: set, added, or taken away with NULL. @type: of the child, or NULL. */
void    presser_tei_write_child (PresserTeiBranches *branches,
                                 guint32             parent,
                                 const char         *name,
                                 const char         *type,
                                 const char         *text);
guint32 presser_tei_write_find_child (PresserTeiSource *source,
                                      guint32           parent,
                                      const char       *name,
                                      const char       *type);
/* `colour-3` in or out of a list of words. */
char *presser_tei_write_dup_rend (const char *rend,
                                  int         colour);

int presser_tei_write_compare_elements (gconstpointer one,
                                        gconstpointer other);
/* Elements in the order that their objects have now: each patched element goes to the place that the element of the same
 * number had. GArray of guint32; @patched: strings, one an element. */
void presser_tei_write_reorder (PresserTeiBranches *branches,
                                GArray             *elements,
                                GPtrArray          *patched);

void presser_tei_write_rejected (PresserTeiWriter   *writer,
                                 PresserTeiBranches *branches,
                                 guint32             element,
                                 const char         *value);

G_END_DECLS
