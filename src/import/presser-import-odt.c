/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* OpenDocument text: content.xml, whose automatic styles say what is bold. */

#include "presser-import-private.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>

#include "presser-archive.h"
#include "presser-error.h"
#include "presser-line-builder.h"

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE)
#define MAX_NESTING   64

typedef struct
{
  PresserLineBuilder lines;
  GHashTable        *bold_styles;          /* set of names */
  char              *style;                /* being declared, or NULL */
  gboolean           is_bold[MAX_NESTING]; /* of the spans around the place */
  guint              n_spans;
  gboolean           in_body;
  int                skip_depth;
  GString           *note;       /* the footnote or comment around the place, or NULL */
  int                note_depth; /* of its element */
} Reader;

static char *
dup_attribute (xmlTextReader *xml,
               const char    *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (xml, (const xmlChar *) name);
  char    *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static gboolean
is_bold_now (const Reader *reader)
{
  return reader->n_spans > 0 && reader->n_spans <= MAX_NESTING && reader->is_bold[reader->n_spans - 1];
}

static void
push_span (Reader        *reader,
           xmlTextReader *xml)
{
  g_autofree char *style = dup_attribute (xml, "text:style-name");
  gboolean         is_bold = style != NULL && g_hash_table_contains (reader->bold_styles, style);

  if (reader->n_spans < MAX_NESTING)
    reader->is_bold[reader->n_spans] = is_bold || is_bold_now (reader);
  reader->n_spans++;
}

static void
read_style (Reader        *reader,
            xmlTextReader *xml,
            const char    *name)
{
  if (strcmp (name, "style") == 0)
    {
      g_free (reader->style);
      reader->style = dup_attribute (xml, "style:name");
    }
  else if (strcmp (name, "text-properties") == 0 && reader->style != NULL)
    {
      g_autofree char *weight = dup_attribute (xml, "fo:font-weight");

      if (g_strcmp0 (weight, "bold") == 0 || (weight != NULL && atoi (weight) >= 600))
        g_hash_table_add (reader->bold_styles, g_strdup (reader->style));
    }
}

static void
add_spaces (Reader        *reader,
            xmlTextReader *xml)
{
  g_autofree char *count = dup_attribute (xml, "text:c");
  int              n = count != NULL ? CLAMP (atoi (count), 1, 100) : 1;
  g_autofree char *spaces = g_strnfill ((gsize) n, ' ');

  presser_line_builder_add (&reader->lines, spaces, is_bold_now (reader));
}

/* Notes and comments stand amid the sentence that they are on. */
static void
begin_note (Reader        *reader,
            xmlTextReader *xml)
{
  if (xmlTextReaderIsEmptyElement (xml) == 1)
    return;
  reader->note = g_string_new (NULL);
  reader->note_depth = xmlTextReaderDepth (xml);
}

static void
read_in_note (Reader        *reader,
              xmlTextReader *xml,
              int            type,
              const char    *name)
{
  if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (xml) == reader->note_depth)
    presser_line_builder_take_note (&reader->lines, g_string_free (g_steal_pointer (&reader->note), FALSE));
  else if (type == XML_READER_TYPE_ELEMENT && presser_name_is_in (name, " note-citation date date-string "))
    reader->skip_depth = xmlTextReaderIsEmptyElement (xml) == 1 ? -1 : xmlTextReaderDepth (xml);
  else if (type == XML_READER_TYPE_END_ELEMENT && presser_name_is_in (name, " creator p "))
    g_string_append (reader->note, *name == 'c' ? ": " : " ");
  else if (type == XML_READER_TYPE_TEXT)
    g_string_append (reader->note, (const char *) xmlTextReaderConstValue (xml));
}

static void
start_element (Reader        *reader,
               xmlTextReader *xml,
               const char    *name)
{
  gboolean is_empty = xmlTextReaderIsEmptyElement (xml) == 1;

  if (!reader->in_body)
    {
      reader->in_body = strcmp (name, "body") == 0;
      read_style (reader, xml, name);
    }
  else if (presser_name_is_in (name, " tracked-changes table-of-content forms "))
    reader->skip_depth = is_empty ? -1 : xmlTextReaderDepth (xml);
  else if (presser_name_is_in (name, " note annotation "))
    begin_note (reader, xml);
  else if (presser_name_is_in (name, " p h span "))
    {
      if (strcmp (name, "h") == 0)
        reader->lines.is_heading = TRUE;
      if (!is_empty)
        push_span (reader, xml);
    }
  else if (strcmp (name, "s") == 0)
    add_spaces (reader, xml);
  else if (strcmp (name, "tab") == 0)
    presser_line_builder_add (&reader->lines, "\t", is_bold_now (reader));
  else if (strcmp (name, "line-break") == 0)
    presser_line_builder_end_line (&reader->lines, FALSE);
}

static void
end_element (Reader     *reader,
             const char *name)
{
  if (!reader->in_body || !presser_name_is_in (name, " p h span "))
    return;
  if (reader->n_spans > 0)
    reader->n_spans--;
  if (strcmp (name, "span") == 0)
    return;
  presser_line_builder_end_line (&reader->lines, TRUE);
  reader->lines.is_heading = FALSE;
}

static void
read_node (Reader        *reader,
           xmlTextReader *xml)
{
  int         type = xmlTextReaderNodeType (xml);
  const char *name = (const char *) xmlTextReaderConstLocalName (xml);

  if (reader->skip_depth >= 0)
    {
      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (xml) == reader->skip_depth)
        reader->skip_depth = -1;
    }
  else if (reader->note != NULL)
    read_in_note (reader, xml, type, name);
  else if (type == XML_READER_TYPE_ELEMENT)
    start_element (reader, xml, name);
  else if (type == XML_READER_TYPE_END_ELEMENT)
    end_element (reader, name);
  else if (reader->n_spans > 0 && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
    {
      g_autofree char *text = g_strdup ((const char *) xmlTextReaderConstValue (xml));

      presser_line_builder_add (&reader->lines, g_strdelimit (text, "\n\r", ' '), is_bold_now (reader));
    }
}

static gboolean
read_content (PresserScript *script,
              GBytes        *content,
              const char    *name,
              GError       **error)
{
  gsize          size;
  const char    *data = g_bytes_get_data (content, &size);
  xmlTextReader *xml = xmlReaderForMemory (data, (int) size, NULL, NULL, PARSE_OPTIONS);
  Reader         reader = { .skip_depth = -1 };
  int            result = xml != NULL ? xmlTextReaderRead (xml) : -1;

  reader.bold_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  presser_line_builder_init (&reader.lines, script);
  for (; result == 1; result = xmlTextReaderRead (xml))
    {
      if (xmlTextReaderNodeType (xml) == XML_READER_TYPE_DOCUMENT_TYPE)
        {
          result = -1;
          break;
        }
      read_node (&reader, xml);
    }
  presser_line_builder_end_line (&reader.lines, TRUE);
  presser_line_builder_clear (&reader.lines);
  g_hash_table_unref (reader.bold_styles);
  g_free (reader.style);
  if (reader.note != NULL)
    g_string_free (reader.note, TRUE);
  if (xml != NULL)
    xmlFreeTextReader (xml);
  if (result < 0)
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: the document inside is not sound XML."), name);

  return result >= 0;
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  static const char *const members[] = { "content.xml", NULL };
  g_autoptr (PresserScript) script = presser_script_new ();
  g_autoptr (GPtrArray) parts = presser_archive_read (bytes, name, members, error);

  if (parts == NULL)
    return NULL;
  if (parts->pdata[0] == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: there is no document in it."), name);
      return NULL;
    }
  if (!read_content (script, parts->pdata[0], name, error))
    return NULL;
  if (presser_script_is_empty (script))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is a document without any text in it."), name);
      return NULL;
    }

  return presser_script_finish (script, options->metadata, options, report);
}

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  if (presser_archive_names (bytes, "application/vnd.oasis.opendocument.text"))
    return 95;

  /* Packed by something that compressed the type as well. */
  return presser_archive_names (bytes, "mimetype") && presser_archive_names (bytes, "content.xml") ? 60 : 0;
}

const PresserImporter presser_import_odt = {
  .id = "odt",
  .description = N_ ("OpenDocument text"),
  .patterns = "*.odt;*.ott",
  .score = score,
  .import = import,
};
