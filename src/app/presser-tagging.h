/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* What a tagging gesture means: from the selection or the statement under the cursor to one
 * undoable step of the document. Knows no widget. */

/**
 * PresserTarget:
 * @document: what is tagged
 * @selection: code points; empty if only the cursor stands somewhere
 * @current: (nullable): the statement under the cursor
 * @annotator: whose work it is, a name
 */
typedef struct
{
  PresserDocument  *document;
  PresserRange      selection;
  PresserStatement *current;
  const char       *annotator;
} PresserTarget;

/* The statement that a tag would change: the one that the selection is, without a selection the
 * current one; NULL if a new one would be made, or nothing. Borrowed. */
PresserStatement *presser_tagging_find (const PresserTarget *target);
/* TRUE if there is something to tag. */
gboolean presser_tagging_is_possible (const PresserTarget *target);

/* Each gives the statement as it is then (borrowed), or NULL if there was nothing to tag. The same speaker
 * again takes the speaker away; NULL always does. */
PresserStatement *presser_tagging_toggle_speaker (const PresserTarget *target,
                                                  const char          *speaker_id);
PresserStatement *presser_tagging_toggle_topic (const PresserTarget *target,
                                                const char          *topic_id);
/* As another statement was tagged: same speaker, topics, kind and ground rule. */
PresserStatement *presser_tagging_repeat (const PresserTarget *target,
                                          PresserStatement    *model);
/* Gets a speaker, or NULL to keep its own, and topics besides its own (NULL-terminated). */
PresserStatement *presser_tagging_mark (const PresserTarget *target,
                                        const char          *speaker_id,
                                        const char *const   *topic_ids);
/* The selection becomes a further part of @statement, or leaves it if it is one already. */
PresserStatement *presser_tagging_toggle_part (const PresserTarget *target,
                                               PresserStatement    *statement);

/* A new one at the end of the list; its id, borrowed. */
const char *presser_tagging_add_speaker (PresserDocument *document,
                                         const char      *name);
const char *presser_tagging_add_topic (PresserDocument *document,
                                       const char      *label);

/* Suggestions become drafts of whoever accepts them. */
void presser_tagging_accept (PresserDocument *document,
                             GPtrArray       *suggestions,
                             const char      *annotator);

/* Replaces under a label of its own and notes when. */
PresserStatement *presser_tagging_change (PresserDocument  *document,
                                          PresserStatement *statement,
                                          PresserStatement *changed,
                                          const char       *label);

G_END_DECLS
