/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-accept.h"

#include <glib/gi18n-lib.h>

#define PROGRAM "Presser"

static const char *
find_program (PresserDocument *document)
{
  GListModel *annotators = presser_document_get_annotators (document);
  guint       n_annotators = g_list_model_get_n_items (annotators);
  g_autoptr (PresserAnnotator) program = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < n_annotators; i++)
    {
      g_autoptr (PresserAnnotator) annotator = g_list_model_get_item (annotators, i);

      if (presser_annotator_is_program (annotator) && g_strcmp0 (presser_annotator_get_name (annotator), PROGRAM) == 0)
        return presser_annotator_get_id (annotator);
    }

  id = presser_document_make_id (document, "ann", PROGRAM);
  program = presser_annotator_new (id, PROGRAM, TRUE);
  presser_document_add_annotator (document, program);

  return presser_annotator_get_id (program);
}

/* The speaker's id: as proposed, or by name, or of a new speaker. Nobody for a pronoun or a description. */
static char *
find_speaker (PresserDocument       *document,
              const PresserProposal *proposal)
{
  PresserSpeaker *known;
  g_autoptr (PresserSpeaker) speaker = NULL;
  g_autoptr (PresserSpeaker) with_role = NULL;
  g_autofree char *id = NULL;

  if (proposal->speaker_id != NULL)
    return g_strdup (proposal->speaker_id);
  if (!proposal->is_named)
    return NULL;

  known = presser_document_find_speaker (document, proposal->speaker_name);
  if (known != NULL)
    return g_strdup (presser_speaker_get_id (known));

  id = presser_document_make_id (document, "p", proposal->speaker_name);
  speaker = presser_speaker_new (id, proposal->speaker_name);
  with_role = presser_speaker_with_role (speaker, proposal->speaker_role);
  presser_document_insert_speaker (document, G_MAXUINT, with_role);

  return g_steal_pointer (&id);
}

/* Somebody has decided on this stretch before, or on most of it: edges may have been moved. */
static gboolean
is_taken (PresserDocument *document,
          PresserRange     range)
{
  g_autoptr (GPtrArray) statements = presser_document_dup_statements_touching (document, range);

  for (guint i = 0; i < statements->len; i++)
    {
      PresserRange extent = presser_statement_get_extent (statements->pdata[i]);
      guint        longer = MAX (presser_range_get_length (extent), presser_range_get_length (range));

      if (presser_range_get_length (presser_range_intersect (extent, range)) * 2 >= longer)
        return TRUE;
    }

  return FALSE;
}

static void
take (PresserStatement **statement,
      PresserStatement  *changed)
{
  g_object_unref (*statement);
  *statement = changed;
}

static PresserStatement *
make_statement (PresserDocument       *document,
                const PresserProposal *proposal,
                PresserStatus          status,
                const char            *annotator)
{
  g_autofree char  *id = presser_document_make_statement_id (document);
  g_autofree char  *speaker = find_speaker (document, proposal);
  PresserRange      ranges[2];
  guint             n_ranges = presser_proposal_get_ranges (proposal, ranges);
  PresserStatement *statement = presser_statement_new (id, ranges, n_ranges);

  take (&statement, presser_statement_with_speaker (statement, speaker));
  take (&statement, presser_statement_with_topics (statement, (const char *const *) proposal->topics));
  take (&statement, presser_statement_with_kind (statement, proposal->kind));
  take (&statement, presser_statement_with_status (statement, status));
  take (&statement, presser_statement_with_certainty (statement, presser_certainty_to_string (proposal->certainty)));
  take (&statement, presser_statement_with_annotator (statement, annotator));
  take (&statement, presser_statement_with_times (statement, g_get_real_time () / G_USEC_PER_SEC, 0));

  return statement;
}

/**
 * presser_suggest_add_telling:
 * @document: a document
 * @proposals: (element-type PresserProposal): what to add
 * @status: %PRESSER_STATUS_SUGGESTED, or %PRESSER_STATUS_DRAFT for what the journalist accepts
 * @added: (nullable) (scope call): what to call for each that is added
 * @user_data: for @added
 *
 * Makes proposals into statements, as one undoable step; speakers that are new are added too. A
 * stretch that is mostly a statement already is left alone.
 *
 * Returns: how many statements were added
 */
guint
presser_suggest_add_telling (PresserDocument    *document,
                             GPtrArray          *proposals,
                             PresserStatus       status,
                             PresserSuggestAdded added,
                             gpointer            user_data)
{
  PresserHistory *history = presser_document_get_history (document);
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
  const char *annotator = NULL;

  presser_history_begin (history, _ ("Add Suggestions"));
  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserProposal *proposal = proposals->pdata[i];
      PresserStatement      *statement;

      if (presser_range_is_empty (proposal->range) || is_taken (document, proposal->range))
        continue;
      if (annotator == NULL)
        annotator = find_program (document);
      statement = make_statement (document, proposal, status, annotator);
      g_ptr_array_add (statements, statement);
      if (added != NULL)
        added (proposal, statement, user_data);
    }
  if (statements->len > 0)
    presser_document_swap_statements (document, NULL, statements);
  presser_history_end (history);

  return statements->len;
}

/**
 * presser_suggest_add:
 * @document: a document
 * @proposals: (element-type PresserProposal): what to add
 * @status: %PRESSER_STATUS_SUGGESTED, or %PRESSER_STATUS_DRAFT for what the journalist accepts
 *
 * As presser_suggest_add_telling(), silently.
 *
 * Returns: how many statements were added
 */
guint
presser_suggest_add (PresserDocument *document,
                     GPtrArray       *proposals,
                     PresserStatus    status)
{
  return presser_suggest_add_telling (document, proposals, status, NULL, NULL);
}
