/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Word keeps footnotes, endnotes and comments in files of their own, each with a number that the text points to. */

#include "presser-docx-notes.h"

#include <string.h>

#include <libxml/xmlreader.h>

#include "presser-line-builder.h"

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE)
#define MAX_NOTE      20000 /* bytes */

typedef struct
{
  GHashTable *notes;
  char       *id;
  GString    *text;
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

/* A comment begins with who made it. */
static void
begin_note (Reader        *reader,
            xmlTextReader *xml)
{
  g_autofree char *type = dup_attribute (xml, "w:type");
  g_autofree char *author = dup_attribute (xml, "w:author");

  g_free (reader->id);
  /* Lines between text and notes are notes of a type. */
  reader->id = type == NULL || strcmp (type, "normal") == 0 ? dup_attribute (xml, "w:id") : NULL;
  g_string_truncate (reader->text, 0);
  if (author != NULL && *author != '\0')
    g_string_append_printf (reader->text, "%s: ", author);
}

static void
end_note (Reader *reader)
{
  if (reader->id != NULL && reader->text->len > 0)
    g_hash_table_insert (reader->notes, g_steal_pointer (&reader->id), g_strstrip (g_strdup (reader->text->str)));
  g_clear_pointer (&reader->id, g_free);
}

static void
read_node (Reader        *reader,
           xmlTextReader *xml)
{
  int         type = xmlTextReaderNodeType (xml);
  const char *name = (const char *) xmlTextReaderConstLocalName (xml);

  if (type == XML_READER_TYPE_ELEMENT && presser_name_is_in (name, " footnote endnote comment "))
    begin_note (reader, xml);
  else if (type == XML_READER_TYPE_END_ELEMENT && presser_name_is_in (name, " footnote endnote comment "))
    end_note (reader);
  else if (reader->id == NULL || reader->text->len > MAX_NOTE)
    return;
  else if (type == XML_READER_TYPE_END_ELEMENT && strcmp (name, "p") == 0)
    g_string_append_c (reader->text, ' ');
  else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
    g_string_append (reader->text, (const char *) xmlTextReaderConstValue (xml));
}

/**
 * presser_docx_notes_read:
 * @part: (nullable): footnotes.xml, endnotes.xml or comments.xml
 *
 * Returns: (transfer full) (element-type utf8 utf8): id of a note to its text; empty where the part is missing or
 *   damaged, since the text itself can be read without
 */
GHashTable *
presser_docx_notes_read (GBytes *part)
{
  Reader         reader = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), NULL, NULL };
  gsize          size = 0;
  const char    *data = part != NULL ? g_bytes_get_data (part, &size) : NULL;
  xmlTextReader *xml = size > 0 && size < G_MAXINT ? xmlReaderForMemory (data, (int) size, NULL, NULL, PARSE_OPTIONS) : NULL;

  reader.text = g_string_new (NULL);
  while (xml != NULL && xmlTextReaderRead (xml) == 1 && xmlTextReaderNodeType (xml) != XML_READER_TYPE_DOCUMENT_TYPE)
    read_node (&reader, xml);
  if (xml != NULL)
    xmlFreeTextReader (xml);
  g_string_free (reader.text, TRUE);
  g_free (reader.id);

  return reader.notes;
}
