/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Word: paragraphs of word/document.xml, bold where a run or its style says so, without deleted text, field codes and
 * the second half of doubled content. Read as events, since a 2 MB file unpacks to a tree of hundreds. */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>

#include "presser-archive.h"
#include "presser-docx-notes.h"
#include "presser-error.h"
#include "presser-line-builder.h"

/* No network, no entities, no messages. */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE)

typedef struct
{
  PresserLineBuilder lines;
  gboolean           is_bold; /* this run */
  gboolean           in_run_properties;
  GHashTable        *notes[3];   /* footnotes, endnotes, comments: id to text */
  int                skip_depth; /* of the element whose inside is left out, or -1 */
} Reader;

static void
add_text (Reader     *reader,
          const char *text)
{
  presser_line_builder_add (&reader->lines, text, reader->is_bold);
}

static char *
dup_value (xmlTextReader *xml)
{
  xmlChar *value = xmlTextReaderGetAttribute (xml, (const xmlChar *) "w:val");
  char    *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static void
read_properties (Reader        *reader,
                 xmlTextReader *xml,
                 const char    *name)
{
  g_autofree char *value = presser_name_is_in (name, " b pStyle rStyle ") ? dup_value (xml) : NULL;

  if (strcmp (name, "b") == 0 && reader->in_run_properties)
    reader->is_bold = value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0);
  else if (value != NULL && strcmp (name, "rStyle") == 0 && g_ascii_strcasecmp (value, "Strong") == 0)
    reader->is_bold = TRUE;
  else if (value != NULL && strcmp (name, "pStyle") == 0)
    reader->lines.is_heading = g_ascii_strncasecmp (value, "Heading", 7) == 0 || g_ascii_strcasecmp (value, "Title") == 0;
}

static const char references[] = " footnoteReference endnoteReference commentReference ";

static void
take_note (Reader        *reader,
           xmlTextReader *xml,
           const char    *name)
{
  xmlChar    *id = xmlTextReaderGetAttribute (xml, (const xmlChar *) "w:id");
  guint       kind = *name == 'f' ? 0 : *name == 'e' ? 1
                                                     : 2;
  const char *note = id != NULL ? g_hash_table_lookup (reader->notes[kind], id) : NULL;

  if (note != NULL)
    presser_line_builder_take_note (&reader->lines, g_strdup (note));
  xmlFree (id);
}

static void
start_element (Reader        *reader,
               xmlTextReader *xml,
               const char    *name)
{
  if (presser_name_is_in (name, " del delText instrText Fallback moveFrom "))
    reader->skip_depth = xmlTextReaderIsEmptyElement (xml) ? -1 : xmlTextReaderDepth (xml);
  else if (presser_name_is_in (name, references))
    take_note (reader, xml, name);
  else if (strcmp (name, "r") == 0)
    reader->is_bold = FALSE;
  else if (strcmp (name, "rPr") == 0)
    reader->in_run_properties = !xmlTextReaderIsEmptyElement (xml);
  else if (strcmp (name, "tab") == 0 && !reader->in_run_properties)
    add_text (reader, "\t");
  else if (presser_name_is_in (name, " br cr "))
    presser_line_builder_end_line (&reader->lines, FALSE);
  else if (strcmp (name, "noBreakHyphen") == 0)
    add_text (reader, "\342\200\221");
  else if (strcmp (name, "softHyphen") == 0)
    add_text (reader, "\302\255");
  else
    read_properties (reader, xml, name);
}

static void
end_element (Reader     *reader,
             const char *name)
{
  if (strcmp (name, "rPr") == 0)
    reader->in_run_properties = FALSE;
  else if (strcmp (name, "p") == 0)
    {
      presser_line_builder_end_line (&reader->lines, TRUE);
      reader->lines.is_heading = FALSE;
    }
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
      return;
    }
  if (type == XML_READER_TYPE_ELEMENT)
    start_element (reader, xml, name);
  else if (type == XML_READER_TYPE_END_ELEMENT)
    end_element (reader, name);
  else if ((type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_CDATA)
           && xmlTextReaderDepth (xml) > 2)
    add_text (reader, (const char *) xmlTextReaderConstValue (xml));
}

static gboolean
read_document (PresserScript *script,
               GPtrArray     *parts,
               const char    *name,
               GError       **error)
{
  gsize          size;
  const char    *data = g_bytes_get_data (parts->pdata[0], &size);
  xmlTextReader *xml = size < G_MAXINT ? xmlReaderForMemory (data, (int) size, NULL, NULL, PARSE_OPTIONS) : NULL;
  Reader         reader = { .skip_depth = -1 };
  int            result = xml != NULL ? xmlTextReaderRead (xml) : -1;

  presser_line_builder_init (&reader.lines, script);
  for (guint i = 0; i < G_N_ELEMENTS (reader.notes); i++)
    reader.notes[i] = presser_docx_notes_read (parts->pdata[2 + i]);
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
  for (guint i = 0; i < G_N_ELEMENTS (reader.notes); i++)
    g_hash_table_unref (reader.notes[i]);
  if (xml != NULL)
    xmlFreeTextReader (xml);
  if (result < 0)
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: the document inside is not sound XML."), name);

  return result >= 0;
}

/* <dc:title>…</dc:title> of docProps/core.xml. */
static void
read_properties_part (PresserScript *script,
                      GBytes        *part)
{
  gsize          size;
  const char    *data = g_bytes_get_data (part, &size);
  xmlTextReader *xml = xmlReaderForMemory (data, (int) MIN (size, 1 << 20), NULL, NULL, PARSE_OPTIONS);

  while (xml != NULL && xmlTextReaderRead (xml) == 1)
    if (xmlTextReaderNodeType (xml) == XML_READER_TYPE_ELEMENT && strcmp ((const char *) xmlTextReaderConstLocalName (xml), "title") == 0)
      {
        xmlChar *title = xmlTextReaderReadString (xml);

        presser_script_set_metadata (script, PRESSER_METADATA_TITLE, (const char *) title);
        xmlFree (title);
        break;
      }
  if (xml != NULL)
    xmlFreeTextReader (xml);
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  static const char *const members[] = { "word/document.xml", "docProps/core.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", NULL };
  g_autoptr (PresserScript) script = presser_script_new ();
  g_autoptr (GPtrArray) parts = presser_archive_read (bytes, name, members, error);

  if (parts == NULL)
    return NULL;
  if (parts->pdata[0] == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: there is no document in it."), name);
      return NULL;
    }
  if (!read_document (script, parts, name, error))
    return NULL;
  if (parts->pdata[1] != NULL)
    read_properties_part (script, parts->pdata[1]);
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
  return presser_archive_names (bytes, "word/document.xml") ? 95 : 0;
}

const PresserImporter presser_import_docx = {
  .id = "docx",
  .description = N_ ("Word document"),
  .patterns = "*.docx;*.docm;*.dotx",
  .score = score,
  .import = import,
};
