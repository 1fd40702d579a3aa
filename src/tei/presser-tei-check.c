/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-check-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "presser-error.h"
#include "presser-xml-private.h"

#define MAX_FINDINGS 1000

void
presser_finding_free (PresserFinding *finding)
{
  g_free (finding->message);
  g_free (finding);
}

void
presser_tei_findings_clear (PresserTeiFindings *self)
{
  g_clear_pointer (&self->reading, presser_tei_reading_free);
  g_clear_pointer (&self->lines, g_array_unref);
}

static PresserFinding *
add_finding (PresserTeiFindings *self,
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
      return NULL;
    }

  finding = g_new0 (PresserFinding, 1);
  finding->level = level;
  finding->line = line;
  finding->column = column;
  finding->message = message;
  g_ptr_array_add (self->findings, finding);

  return finding;
}

static gboolean
is_in_text (PresserTeiSource *source,
            guint32           element)
{
  while (element != PRESSER_TEI_NONE && !presser_tei_source_is (source, element, "text"))
    element = presser_tei_source_get_element (source, element)->parent;

  return element != PRESSER_TEI_NONE;
}

static void
place_in_text (PresserTeiFindings *self,
               PresserFinding     *finding,
               guint32             element)
{
  PresserTeiElement *owner = presser_tei_source_get_element (self->source, element);

  if (self->reading == NULL || !is_in_text (self->source, element))
    return;
  finding->is_in_text = TRUE;
  finding->range.start = presser_tei_reading_find_position (self->reading, owner->tag_start);
  finding->range.end = presser_tei_reading_find_position (self->reading, owner->close_end);
}

/* The first element whose start tag ends on a line or later: that is where libxml2 says it stands. */
static guint32
find_element_on_line (PresserTeiFindings *self,
                      guint               line)
{
  guint32 place = line == 0 || line > self->lines->len ? PRESSER_TEI_NONE : g_array_index (self->lines, guint32, line - 1);
  guint32 low = 0;
  guint32 high = self->source->elements->len;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (presser_tei_source_get_element (self->source, middle)->tag_end <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->source->elements->len ? low : PRESSER_TEI_NONE;
}

/* Takes @message. */
void
presser_tei_findings_add (PresserTeiFindings *self,
                          PresserFindingLevel level,
                          guint               line,
                          guint               column,
                          char               *message)
{
  PresserFinding *finding = add_finding (self, level, line, column, message);
  guint32         element = finding == NULL || self->source == NULL ? PRESSER_TEI_NONE : find_element_on_line (self, line);

  if (element != PRESSER_TEI_NONE)
    place_in_text (self, finding, element);
}

static guint
find_line (PresserTeiFindings *self,
           guint32             place,
           guint              *column)
{
  guint low = 0;
  guint high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, guint32, middle) <= place)
        low = middle;
      else
        high = middle;
    }
  *column = place - g_array_index (self->lines, guint32, low) + 1;

  return low + 1;
}

void
presser_tei_findings_add_at (PresserTeiFindings *self,
                             PresserFindingLevel level,
                             guint32             element,
                             char               *message)
{
  guint           column;
  guint           line = find_line (self, presser_tei_source_get_element (self->source, element)->tag_start, &column);
  PresserFinding *finding = add_finding (self, level, line, column, message);

  if (finding != NULL)
    place_in_text (self, finding, element);
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

/* Events go nowhere: the parser is only asked where it has to stop. FALSE if it does not. */
static gboolean
find_parse_error (PresserTeiFindings *findings,
                  GBytes             *bytes)
{
  gsize               size;
  const char         *data = g_bytes_get_data (bytes, &size);
  const xmlSAXHandler silence = { .initialized = XML_SAX2_MAGIC };
  g_autoptr (xmlParserCtxt) context = size > 0 ? xmlCreateMemoryParserCtxt (data, (int) size) : NULL;

  if (context == NULL)
    {
      presser_tei_findings_add (findings, PRESSER_FINDING_ERROR, 0, 0, g_strdup (_ ("The file is empty.")));
      return TRUE;
    }

  *context->sax = silence;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlParseDocument (context);
  if (context->wellFormed)
    return FALSE;
  add_parse_error (findings, context);

  return TRUE;
}

/* What is too large for Presser would take libxml2 too long. */
static void
explain (PresserTeiFindings *findings,
         GBytes             *bytes,
         const GError       *error)
{
  if (g_error_matches (error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE) || !find_parse_error (findings, bytes))
    presser_tei_findings_add (findings, PRESSER_FINDING_ERROR, 0, 0, g_strdup (error->message));
}

static void
check_ids (PresserTeiFindings *findings)
{
  PresserTeiSource *source = findings->source;

  for (guint i = 0; i < source->doubles->len; i++)
    {
      guint32          element = g_array_index (source->doubles, guint32, i);
      g_autofree char *id = presser_tei_source_dup_attribute (source, element, "xml:id");

      presser_tei_findings_add_at (findings, PRESSER_FINDING_ERROR, element,
                                   g_strdup_printf (_ ("The id “%s” stands more than once in this file."), id));
    }
}

static GArray *
find_lines (PresserTeiSource *source)
{
  GArray     *lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *end = source->text + source->length;
  guint32     start = 0;

  for (const char *p = source->text; p != NULL; p = memchr (p, '\n', (gsize) (end - p)))
    {
      if (p > source->text)
        start = (guint32) (++p - source->text);
      g_array_append_val (lines, start);
    }

  return lines;
}

/* What the lists of statements and chains say is told by the checks; here only the text is wanted, to have places. */
static void
check_source (PresserTeiFindings *findings,
              PresserTeiSource   *source,
              GFile              *file)
{
  g_autoptr (PresserTeiNeighbours) neighbours = presser_tei_neighbours_new (source, file);

  findings->source = source;
  findings->lines = find_lines (source);
  findings->reading = presser_tei_reading_new_text (source, NULL);
  check_ids (findings);
  presser_tei_check_pointers (findings, source, neighbours);
}

static void
add_rest (PresserTeiFindings *self)
{
  PresserFinding *rest;

  if (self->n_untold == 0)
    return;
  rest = g_new0 (PresserFinding, 1);
  rest->level = PRESSER_FINDING_ERROR;
  rest->message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more finding.", "And %u more findings.", self->n_untold),
                                   self->n_untold);
  g_ptr_array_add (self->findings, rest);
}

/**
 * presser_tei_check:
 * @bytes: a TEI file
 * @file: (nullable): where it lies, to look into the files that it includes and the root of its corpus
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
                   GFile        *file,
                   GFile        *schema,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_finding_free);
  g_auto (PresserTeiFindings) findings = { .findings = told };
  g_autoptr (PresserTeiSource) source = NULL;
  g_autoptr (GError) source_error = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  source = presser_tei_source_new (bytes, _ ("this file"), &source_error);
  if (source == NULL)
    {
      explain (&findings, bytes, source_error);
      return g_steal_pointer (&told);
    }
  check_source (&findings, source, file);
  if (schema != NULL && !presser_tei_check_schema (&findings, bytes, schema, cancellable, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  add_rest (&findings);

  return g_steal_pointer (&told);
}
