/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-retag.h"

#include <glib/gi18n-lib.h>

static void
replace (PresserStatement **statement,
         PresserStatement  *changed)
{
  g_object_unref (*statement);
  *statement = changed;
}

/* Changes the copy in place of it; tells whether anything is different. */
static gboolean
retag_topics (const PresserRetag *retag,
              PresserStatement  **changed)
{
  gboolean is_different = FALSE;
  guint    i;

  for (i = 0; retag->removes != NULL && retag->removes[i] != NULL; i++)
    if (presser_statement_has_topic (*changed, retag->removes[i]))
      {
        replace (changed, presser_statement_without_topic (*changed, retag->removes[i]));
        is_different = TRUE;
      }
  for (i = 0; retag->adds != NULL && retag->adds[i] != NULL; i++)
    if (!presser_statement_has_topic (*changed, retag->adds[i]))
      {
        replace (changed, presser_statement_with_topic (*changed, retag->adds[i]));
        is_different = TRUE;
      }
  return is_different;
}

static gboolean
retag_rest (const PresserRetag *retag,
            PresserStatement  **changed)
{
  gboolean is_different = FALSE;

  if (retag->sets_speaker && g_strcmp0 (presser_statement_get_speaker (*changed), retag->speaker) != 0)
    {
      replace (changed, presser_statement_with_speaker (*changed, retag->speaker));
      is_different = TRUE;
    }
  if (retag->kind >= 0 && (int) presser_statement_get_kind (*changed) != retag->kind)
    {
      replace (changed, presser_statement_with_kind (*changed, (PresserKind) retag->kind));
      is_different = TRUE;
    }
  if (retag->status >= 0 && (int) presser_statement_get_status (*changed) != retag->status)
    {
      replace (changed, presser_statement_with_status (*changed, (PresserStatus) retag->status));
      is_different = TRUE;
    }
  return is_different;
}

/**
 * presser_retag_dup_changed:
 * @retag: what to change
 * @statement: a statement
 *
 * Returns: (transfer full) (nullable): the statement as it would be; %NULL if it is so already
 */
PresserStatement *
presser_retag_dup_changed (const PresserRetag *retag,
                           PresserStatement   *statement)
{
  g_autoptr (PresserStatement) changed = g_object_ref (statement);
  gboolean topics_differ = retag_topics (retag, &changed);
  gboolean rest_differs = retag_rest (retag, &changed);

  return topics_differ || rest_differs ? g_steal_pointer (&changed) : NULL;
}

/**
 * presser_retag_perform:
 * @retag: what to change
 * @document: a document
 * @statements: (element-type PresserStatement): statements of it; what is gone meanwhile is passed over
 *
 * Returns: how many statements are different now
 */
guint
presser_retag_perform (const PresserRetag *retag,
                       PresserDocument    *document,
                       GPtrArray          *statements)
{
  PresserHistory *history = presser_document_get_history (document);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) in = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint  i;

  for (i = 0; i < statements->len; i++)
    {
      PresserStatement *there = presser_document_get_statement (document, presser_statement_get_id (statements->pdata[i]));
      g_autoptr (PresserStatement) changed = there != NULL ? presser_retag_dup_changed (retag, there) : NULL;

      if (changed == NULL)
        continue;
      g_ptr_array_add (out, there);
      g_ptr_array_add (in, presser_statement_with_times (changed, presser_statement_get_made (changed), now));
    }
  if (out->len == 0)
    return 0;
  presser_history_begin (history, _ ("Retag Statements"));
  presser_document_swap_statements (document, out, in);
  presser_history_end (history);
  return in->len;
}
