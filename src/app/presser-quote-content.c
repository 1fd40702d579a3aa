/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a clipboard, the primary selection or a drag gets of a document. None of them asks before the words are with
 * another program, so each gets them from here, where the ground rules are kept. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-view.h"
#include "presser-quote.h"

/* Nothing is exported: so what is under an embargo is held back with what is off the record. */
static PresserExportView *
make_view (PresserExportSource *source,
           PresserDocument     *document,
           GPtrArray           *no_statements)
{
  *source = (PresserExportSource){ document, "", no_statements };
  return presser_export_view_new (source);
}

static gboolean
has_words (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * presser_quote_withholds_any:
 * @document: a document
 *
 * Returns: whether any of its text is off the record, or under an embargo that still holds
 */
gboolean
presser_quote_withholds_any (PresserDocument *document)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  PresserExportSource source;
  g_autoptr (PresserExportView) view = make_view (&source, document, nothing);

  return presser_export_view_has_withheld (view);
}

/**
 * presser_quote_dup_passage:
 * @document: a document
 * @range: what is to leave, in code points
 * @objection: (out) (transfer full) (nullable): why not all of it may
 *
 * Returns: (transfer full) (nullable): the text there, blacked out where a ground rule holds it back; %NULL if nothing
 *   of it may leave
 */
char *
presser_quote_dup_passage (PresserDocument *document,
                           PresserRange     range,
                           char           **objection)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  PresserExportSource source;
  g_autoptr (PresserExportView) view = make_view (&source, document, nothing);
  g_autofree char *passage = presser_export_view_dup_slice (view, range);

  *objection = NULL;
  if (!presser_export_view_is_withheld (view, range))
    return g_steal_pointer (&passage);
  if (has_words (passage))
    {
      *objection = g_strdup (_ ("What is off the record or under embargo is blacked out"));
      return g_steal_pointer (&passage);
    }
  *objection = presser_quote_dup_objection (document, range, g_get_real_time () / G_USEC_PER_SEC);
  return NULL;
}

/**
 * presser_quote_new_of_statement:
 * @document: a document
 * @statement: one of its statements
 * @is_attributed: (out) (optional): whether the content says who said it
 * @objection: (out) (transfer full) (nullable): why it may not leave
 *
 * Returns: (transfer full) (nullable): its words with who said them, for a clipboard or a drag
 */
GdkContentProvider *
presser_quote_new_of_statement (PresserDocument  *document,
                                PresserStatement *statement,
                                gboolean         *is_attributed,
                                char            **objection)
{
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  gint64              now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char    *quote = NULL;
  g_autofree char    *attribution = NULL;

  *objection = NULL;
  for (guint i = 0; i < n_ranges && *objection == NULL; i++)
    *objection = presser_quote_dup_objection (document, ranges[i], now);
  if (*objection != NULL)
    return NULL;

  quote = presser_document_dup_quote (document, statement);
  attribution = presser_quote_dup_attribution (document, statement);
  if (is_attributed != NULL)
    *is_attributed = attribution != NULL;
  return presser_quote_make_content (quote, attribution);
}

/* Whose words a selection is: of the statement that holds all of it. */
static PresserStatement *
find_holder (PresserDocument *document,
             PresserRange     range)
{
  g_autoptr (GPtrArray) touching = presser_document_dup_statements_touching (document, range);
  PresserStatement *holder = NULL;

  for (guint i = 0; i < touching->len; i++)
    {
      PresserRange extent = presser_statement_get_extent (touching->pdata[i]);

      if (extent.start <= range.start && range.end <= extent.end)
        holder = touching->pdata[i]; /* text order: the innermost comes last */
    }
  return holder;
}

/**
 * presser_quote_new_of_selection:
 * @document: a document
 * @range: what is selected, in code points; not empty
 * @is_attributed: (out) (optional): whether the content says who said it
 * @objection: (out) (transfer full) (nullable): why not all of it may leave
 *
 * Returns: (transfer full) (nullable): those words, with who said them if they lie in one statement
 */
GdkContentProvider *
presser_quote_new_of_selection (PresserDocument *document,
                                PresserRange     range,
                                gboolean        *is_attributed,
                                char           **objection)
{
  g_autofree char *passage = presser_quote_dup_passage (document, range, objection);
  g_autofree char *attribution = NULL;

  if (passage == NULL)
    return NULL;
  attribution = presser_quote_dup_attribution (document, find_holder (document, range));
  if (is_attributed != NULL)
    *is_attributed = attribution != NULL;
  return presser_quote_make_content (passage, attribution);
}
