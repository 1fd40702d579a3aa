/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-attribution.h"
#include "presser-cast.h"
#include "presser-worth.h"

G_BEGIN_DECLS

/**
 * PresserStretch:
 * @start: byte of the text
 * @end: one past its last byte, without the line end
 * @is_prose: FALSE for headings, labels and other matter that nothing is looked for in
 * @speaker: id of the speaker whose turn it is, or %NULL
 * @is_unnamed: the turn is of somebody who stands for many: a reporter's question
 * @table: the paragraph's language, or %NULL for the text's
 *
 * A paragraph as the engine sees it.
 */
typedef struct
{
  guint32     start;
  guint32     end;
  gboolean    is_prose;
  const char *speaker;
  gboolean    is_unnamed;

  const PresserCueTable *table;
} PresserStretch;

/**
 * PresserStatementFinding:
 * @start: byte of the text
 * @end: one past its last byte
 * @gap_start: byte where the reporter's own words inside it begin
 * @gap_end: one past their last byte; 0 if there are none
 * @mention_start: byte of the words that say who spoke; @mention_end is 0 if none do
 * @mention_end: one past their last byte
 * @person: whom they mean, or %NULL
 * @table: the language of its paragraph
 * @rule: how the speaker was found
 * @origin: how it was found for the quotation that it is handed on from; else the same
 * @worth: full or partial
 * @is_indirect: told in the reporter's words
 * @is_clear: no other person fits as well
 * @is_pronoun: the mention is a pronoun
 * @is_role: the mention is a role noun with an article
 * @is_somebody: the mention holds a role noun, a document or an organisation
 * @is_bare: the mention is nothing but capitals: a name, even where nouns have them too
 * @is_nobody: the mention is a pronoun that names nobody: “they”, “it”
 * @is_weak: the verb may mean something else than saying
 * @paragraph: index of the stretch
 *
 * Something that somebody said.
 */
typedef struct
{
  guint32        start;
  guint32        end;
  guint32        gap_start;
  guint32        gap_end;
  guint32        mention_start;
  guint32        mention_end;
  PresserPerson *person;

  const PresserCueTable *table;

  guint32      paragraph;
  PresserRule  rule : 8;
  PresserRule  origin : 8;
  PresserWorth worth : 4;
  guint        is_indirect : 1;
  guint        is_clear : 1;
  guint        is_pronoun : 1;
  guint        is_role : 1;
  guint        is_somebody : 1;
  guint        is_bare : 1;
  guint        is_nobody : 1;
  guint        is_weak : 1;
} PresserStatementFinding;

typedef struct _PresserEngine PresserEngine;

PresserEngine *presser_engine_new (const char            *text,
                                   const PresserCueTable *table,
                                   const PresserStretch  *stretches,
                                   guint                  n_stretches);
void           presser_engine_free (PresserEngine *self);
PresserCast   *presser_engine_get_cast (PresserEngine *self);
/* GArray of PresserStatementFinding in text order, the engine's own. */
const GArray *presser_engine_run (PresserEngine *self,
                                  gboolean       with_indirect,
                                  gboolean       with_turns,
                                  int           *progress,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserEngine, presser_engine_free)

G_END_DECLS
