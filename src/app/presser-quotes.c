/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-quotes.h"

#include "presser-quote.h"

static gboolean
may_leave (PresserDocument  *document,
           PresserStatement *statement,
           gint64            now)
{
  g_autofree char *objection = NULL;

  if (presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED)
    return FALSE;
  objection = presser_quote_dup_objection (document, presser_statement_get_extent (statement), now);
  return objection == NULL;
}

static void
append (PresserDocument  *document,
        PresserStatement *statement,
        GString          *text,
        GString          *html)
{
  g_autofree char *quote = presser_document_dup_quote (document, statement);
  g_autofree char *attribution = presser_quote_dup_attribution (document, statement);
  g_autofree char *plain = presser_quote_dup_text (quote, attribution);
  g_autofree char *rich = presser_quote_dup_html (quote, attribution);

  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, plain);
  g_string_append (html, rich);
}

/**
 * presser_quotes_make_content:
 * @document: a document
 * @statements: (element-type PresserStatement): statements of it
 * @now: seconds since the epoch, for embargoes
 * @n_copied: (out): how many of them are in it
 *
 * Returns: (transfer full) (nullable): the quotes for a clipboard, plain text and HTML at once
 */
GdkContentProvider *
presser_quotes_make_content (PresserDocument *document,
                             GPtrArray       *statements,
                             gint64           now,
                             guint           *n_copied)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];
  guint               i;

  *n_copied = 0;
  for (i = 0; i < statements->len; i++)
    if (may_leave (document, statements->pdata[i], now))
      {
        append (document, statements->pdata[i], text, html);
        (*n_copied)++;
      }
  if (*n_copied == 0)
    return NULL;
  bytes = g_bytes_new (html->str, html->len);
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text->str);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
