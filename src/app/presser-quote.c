/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-quote.h"

#include <glib/gi18n-lib.h>

#include "presser-export-view.h"

/**
 * presser_quote_dup_objection:
 * @document: a document
 * @range: what is to be copied, in code points
 * @now: seconds since the epoch
 *
 * Returns: (transfer full) (nullable): why it may not leave
 */
char *
presser_quote_dup_objection (PresserDocument *document,
                             PresserRange     range,
                             gint64           now)
{
  g_autoptr (GPtrArray) touching = presser_document_dup_statements_touching (document, range);
  guint i;

  for (i = 0; i < touching->len; i++)
    {
      PresserStatement *statement = touching->pdata[i];
      gint64            embargo = presser_statement_get_embargo (statement);
      PresserGroundRule rule = presser_statement_get_ground_rule (statement);
      g_autoptr (GDateTime) until = NULL;
      g_autofree char *date = NULL;

      if (rule == PRESSER_GROUND_OFF_RECORD)
        return g_strdup (_ ("This is off the record and was not copied"));
      if (rule != PRESSER_GROUND_EMBARGOED || (embargo != 0 && embargo <= now))
        continue;
      if (embargo == 0)
        return g_strdup (_ ("This is under embargo and was not copied"));
      until = g_date_time_new_from_unix_local (embargo);
      date = g_date_time_format (until, "%c");
      /* Translators: %s is a date and time */
      return g_strdup_printf (_ ("This is under embargo until %s and was not copied"), date);
    }
  return NULL;
}

static char *
dup_occasion (PresserDocument *document)
{
  static const PresserMetadataField fields[] = {
    PRESSER_METADATA_TITLE,
    PRESSER_METADATA_PLACE,
    PRESSER_METADATA_DATE_TEXT,
  };
  PresserMetadata *metadata = presser_document_get_metadata (document);
  g_autoptr (GString) occasion = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = presser_metadata_get (metadata, fields[i]);

      if (value == NULL && fields[i] == PRESSER_METADATA_DATE_TEXT)
        value = presser_metadata_get (metadata, PRESSER_METADATA_DATE);
      if (value == NULL)
        continue;
      if (occasion->len > 0)
        g_string_append (occasion, ", ");
      g_string_append (occasion, value);
    }
  return g_string_free (g_steal_pointer (&occasion), FALSE);
}

/**
 * presser_quote_dup_attribution:
 * @document: a document
 * @statement: (nullable): one of its statements
 *
 * The ground rules hold here as in every export: on background a description stands for the name.
 *
 * Returns: (transfer full) (nullable): who may be credited with it, in what role, and where
 */
char *
presser_quote_dup_attribution (PresserDocument  *document,
                               PresserStatement *statement)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  const PresserExportSource source = { document, "", statements };
  g_autoptr (PresserExportView) view = NULL;
  g_autoptr (GString) line = NULL;
  g_autofree char    *occasion = NULL;
  PresserExportCredit credit;

  if (statement == NULL)
    return NULL;

  g_ptr_array_add (statements, statement);
  view = presser_export_view_new (&source);
  credit = presser_export_view_get_credit (view, statement);
  if (credit.name == NULL)
    return NULL;

  line = g_string_new (credit.name);
  if (credit.role != NULL)
    g_string_append_printf (line, ", %s", credit.role);
  if (credit.affiliation != NULL)
    g_string_append_printf (line, ", %s", credit.affiliation);
  occasion = dup_occasion (document);
  if (*occasion != '\0')
    g_string_append_printf (line, " (%s)", occasion);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * presser_quote_dup_text:
 * @quote: what was said
 * @attribution: (nullable): who said it
 *
 * Returns: (transfer full): plain text; without attribution just the words
 */
char *
presser_quote_dup_text (const char *quote,
                        const char *attribution)
{
  if (attribution == NULL)
    return g_strdup (quote);
  /* Translators: a quote, then who said it; use your language's quotation marks */
  return g_strdup_printf (_ ("“%s” — %s"), quote, attribution);
}

/**
 * presser_quote_dup_html:
 * @quote: what was said
 * @attribution: (nullable): who said it
 *
 * Returns: (transfer full): a fragment of HTML
 */
char *
presser_quote_dup_html (const char *quote,
                        const char *attribution)
{
  g_autofree char *words = g_markup_escape_text (quote, -1);
  g_autofree char *who = g_markup_escape_text (attribution != NULL ? attribution : "", -1);

  if (attribution == NULL)
    return g_strdup_printf ("<p>%s</p>", words);
  /* Translators: a quote in HTML, then who said it; change only the quotation marks */
  return g_strdup_printf (_ ("<blockquote><p>“%s”</p><footer>— %s</footer></blockquote>"), words, who);
}

/**
 * presser_quote_make_content:
 * @quote: what was said
 * @attribution: (nullable): who said it
 *
 * Returns: (transfer full): the quote for a clipboard
 */
GdkContentProvider *
presser_quote_make_content (const char *quote,
                            const char *attribution)
{
  g_autofree char *text = presser_quote_dup_text (quote, attribution);
  g_autofree char *html = presser_quote_dup_html (quote, attribution);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
