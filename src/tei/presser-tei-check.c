/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-check-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>

#include "presser-xml-private.h"

#define MAX_FINDINGS 1000

void
presser_finding_free (PresserFinding *finding)
{
  g_free (finding->message);
  g_free (finding);
}

/* Takes @message. */
void
presser_tei_findings_add (PresserTeiFindings *self,
                          PresserFindingLevel level,
                          guint               line,
                          guint               column,
                          char               *message)
{
  PresserFinding *finding;

  if (self->findings->len >= MAX_FINDINGS)
    {
      self->n_untold++;
      g_free (message);
      return;
    }

  finding = g_new (PresserFinding, 1);
  *finding = (PresserFinding){ level, line, column, message };
  g_ptr_array_add (self->findings, finding);
}

void
presser_tei_findings_add_at (PresserTeiFindings *self,
                             PresserFindingLevel level,
                             PresserTeiSource   *source,
                             guint32             element,
                             char               *message)
{
  guint line = 0;
  guint column = 0;

  if (self->findings->len < MAX_FINDINGS)
    line = presser_tei_source_get_line (source, presser_tei_source_get_element (source, element)->tag_start, &column);

  presser_tei_findings_add (self, level, line, column, message);
}

static void
add_parse_error (PresserTeiFindings *findings,
                 xmlParserCtxt      *context)
{
  const xmlError  *reason = xmlCtxtGetLastError (context);
  g_autofree char *message = g_strdup (reason != NULL && reason->message != NULL ? reason->message : "");

  presser_tei_findings_add (findings, PRESSER_FINDING_ERROR,
                            reason != NULL ? (guint) MAX (reason->line, 0) : 0,
                            reason != NULL ? (guint) MAX (reason->int2, 0) : 0,
                            g_strdup_printf (_ ("This is not well-formed XML: %s"), g_strstrip (message)));
}

/* Events go nowhere: the parser is only asked whether it can read to the end. */
static gboolean
is_well_formed (PresserTeiFindings *findings,
                GBytes             *bytes)
{
  gsize               size;
  const char         *data = g_bytes_get_data (bytes, &size);
  const xmlSAXHandler silence = { .initialized = XML_SAX2_MAGIC };
  g_autoptr (xmlParserCtxt) context = size > 0 ? xmlCreateMemoryParserCtxt (data, (int) size) : NULL;

  if (context == NULL)
    {
      presser_tei_findings_add (findings, PRESSER_FINDING_ERROR, 0, 0, g_strdup (_ ("The file is empty.")));
      return FALSE;
    }

  *context->sax = silence;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  xmlParseDocument (context);
  if (context->wellFormed)
    return TRUE;

  add_parse_error (findings, context);
  return FALSE;
}

static void
check_ids (PresserTeiFindings *findings,
           PresserTeiSource   *source)
{
  for (guint i = 0; i < source->doubles->len; i++)
    {
      guint32          element = g_array_index (source->doubles, guint32, i);
      g_autofree char *id = presser_tei_source_dup_attribute (source, element, "xml:id");

      presser_tei_findings_add_at (findings, PRESSER_FINDING_ERROR, source, element,
                                   g_strdup_printf (_ ("The id “%s” stands more than once in this file."), id));
    }
}

static void
check_source (PresserTeiFindings *findings,
              GBytes             *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiSource) source = presser_tei_source_new (bytes, _ ("this file"), &error);

  if (source == NULL)
    {
      presser_tei_findings_add (findings, PRESSER_FINDING_ERROR, 0, 0, g_strdup (error->message));
      return;
    }

  check_ids (findings, source);
  presser_tei_check_pointers (findings, source);
}

/**
 * presser_tei_check:
 * @bytes: a TEI file
 * @schema: (nullable): a RELAX NG schema in XML syntax, also compressed by gzip
 * @cancellable: (nullable): stops between the steps
 * @error: set with %G_IO_ERROR if the check was cancelled or the schema cannot be read, and with
 *   %PRESSER_ERROR_INVALID if the schema is none
 *
 * Looks for what makes TEI unusable: XML that is not well-formed, ids that stand twice, pointers that lead nowhere or are
 * none, chains of statement parts that are broken, ranges outside the text, and with @schema whatever that does not allow.
 *
 * Returns: (transfer full) (element-type PresserFinding): what was found, in the order of the checks; %NULL on error
 */
GPtrArray *
presser_tei_check (GBytes       *bytes,
                   GFile        *schema,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_finding_free);
  PresserTeiFindings findings = { told, 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!is_well_formed (&findings, bytes))
    return g_steal_pointer (&told);

  check_source (&findings, bytes);
  if (schema != NULL && !presser_tei_check_schema (&findings, bytes, schema, cancellable, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (findings.n_untold > 0)
    {
      PresserFinding *rest = g_new (PresserFinding, 1);

      *rest = (PresserFinding){ PRESSER_FINDING_ERROR, 0, 0,
                                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more finding.", "And %u more findings.", findings.n_untold),
                                                 findings.n_untold) };
      g_ptr_array_add (told, rest);
    }

  return g_steal_pointer (&told);
}
