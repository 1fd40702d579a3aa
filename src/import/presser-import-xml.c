/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* XML of no known kind. Many archives wrap a web page into one element; timed text (TTML, YouTube) has paragraphs with
 * times; else every element that holds text itself is a paragraph. */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "presser-clock.h"
#include "presser-date.h"
#include "presser-error.h"
#include "presser-line-builder.h"
#include "presser-markup.h"

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE)
#define MAX_DEPTH     200

typedef struct
{
  PresserScript *script;
  gboolean       has_times;
  guint          depth;
} Reader;

static char *
dup_attribute (const xmlNode *node,
               const char    *names)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (presser_name_is_in ((const char *) attribute->name, names) && attribute->children != NULL && attribute->children->content != NULL)
      return g_strdup ((const char *) attribute->children->content);

  return NULL;
}

static gint32
get_time (const xmlNode *node,
          const char    *names)
{
  g_autofree char *value = dup_attribute (node, names);
  PresserClock     clock;
  char            *stop;
  double           seconds;

  if (value == NULL)
    return PRESSER_TIME_UNKNOWN;
  if (strchr (value, ':') != NULL && presser_clock_parse (value, value + strlen (value), &clock) > 0)
    return (gint32) clock.time;
  seconds = g_ascii_strtod (value, &stop);
  if (stop == value || (*stop != '\0' && strcmp (stop, "s") != 0 && strcmp (stop, "ms") != 0))
    return PRESSER_TIME_UNKNOWN;

  return (gint32) presser_clock_from_seconds (strcmp (stop, "ms") == 0 ? seconds / 1000 : seconds);
}

/* Text of the node itself, with that of elements inside a line. */
static void
gather_text (const xmlNode *node,
             GString       *text,
             guint          depth)
{
  for (const xmlNode *child = node->children; child != NULL && depth < MAX_DEPTH; child = child->next)
    {
      if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
        g_string_append (text, (const char *) child->content);
      else if (child->type == XML_ELEMENT_NODE && presser_name_is_in ((const char *) child->name, " br lb "))
        g_string_append_c (text, '\n');
      else if (child->type == XML_ELEMENT_NODE)
        gather_text (child, text, depth + 1);
    }
}

static gboolean
holds_text (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL
        && child->content[strspn ((const char *) child->content, " \t\r\n")] != '\0')
      return TRUE;

  return FALSE;
}

static gboolean
is_html (const char *text)
{
  return strstr (text, "<p>") != NULL || strstr (text, "<p ") != NULL || strstr (text, "<br") != NULL || strstr (text, "<div") != NULL;
}

static void
take_metadata (PresserScript *script,
               const char    *name,
               const char    *text)
{
  PresserDate date;

  if (strcmp (name, "title") == 0)
    presser_script_set_metadata (script, PRESSER_METADATA_TITLE, text);
  else if (strcmp (name, "url") == 0 || strcmp (name, "link") == 0)
    presser_script_set_metadata (script, PRESSER_METADATA_SOURCE, text);
  else if (strstr (name, "type") != NULL)
    presser_script_set_metadata (script, PRESSER_METADATA_EVENT, text);
  else if (presser_date_find (text, strlen (text), &date) && date.n_other_words == 0)
    {
      g_autofree char *iso = presser_date_dup_iso (&date);

      presser_script_set_metadata (script, PRESSER_METADATA_DATE, iso);
    }
  else if (strstr (name, "date") != NULL)
    presser_script_set_metadata (script, PRESSER_METADATA_DATE_TEXT, text);
}

static void
add_paragraph (Reader        *reader,
               const xmlNode *node,
               const char    *text)
{
  g_autofree char *speaker = dup_attribute (node, " speaker who agent voice ");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint flags = PRESSER_LINE_PARAGRAPH;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      PresserLine *line = flags != 0 && speaker != NULL ? presser_script_add_turn (reader->script, speaker, lines[i], -1)
                                                        : presser_script_add_line (reader->script, lines[i], -1, flags);

      if (line == NULL)
        continue;
      line->start_time = get_time (node, " begin start t ");
      line->end_time = get_time (node, " end ");
      reader->has_times = reader->has_times || line->start_time >= 0;
      flags = 0;
    }
}

/* Short named facts in front of the text are about it. */
static gboolean
is_metadata (const char *name,
             const char *text)
{
  return strlen (text) < 400 && !presser_name_is_in (name, " p text s body content line para paragraph speech u caption ")
         && (strstr (name, "title") != NULL || strstr (name, "date") != NULL || strstr (name, "id") != NULL || strstr (name, "type") != NULL
             || strstr (name, "url") != NULL || strstr (name, "document") != NULL || strstr (name, "period") != NULL || strstr (name, "minister") != NULL
             || strstr (name, "subject") != NULL || strstr (name, "link") != NULL || strstr (name, "lang") != NULL);
}

static void
read_element (Reader        *reader,
              const xmlNode *node)
{
  g_autoptr (GString) text = NULL;
  const char *name = (const char *) node->name;

  if (presser_name_is_in (name, " head style styling layout "))
    return;
  if (!holds_text (node))
    {
      if (++reader->depth < MAX_DEPTH)
        for (const xmlNode *child = node->children; child != NULL; child = child->next)
          if (child->type == XML_ELEMENT_NODE)
            read_element (reader, child);
      reader->depth--;
      return;
    }

  text = g_string_new (NULL);
  gather_text (node, text, 0);
  if (is_metadata (name, text->str))
    take_metadata (reader->script, name, g_strstrip (text->str));
  else if (is_html (text->str))
    presser_html_read (reader->script, text->str, text->len, FALSE);
  else
    add_paragraph (reader, node, text->str);
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_autoptr (PresserScript) script = presser_script_new ();
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  Reader           reader = { script, FALSE, 0 };
  xmlParserCtxtPtr context = xmlNewParserCtxt ();
  xmlDocPtr        document = size < G_MAXINT ? xmlCtxtReadMemory (context, data, (int) size, NULL, options->encoding, PARSE_OPTIONS) : NULL;

  if (document == NULL)
    {
      const xmlError *reason = xmlCtxtGetLastError (context);
      /* It quotes the file, whatever that holds. */
      g_autofree char *message = g_strchomp (g_utf8_make_valid (reason != NULL && reason->message != NULL ? reason->message : "", -1));

      /* Translators: %1$s a file name, %2$d a line number, %3$s what the XML parser says, in English */
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%1$s” is not sound XML: line %2$d: %3$s"), name,
                   reason != NULL ? reason->line : 0, message);
    }
  else
    {
      read_element (&reader, xmlDocGetRootElement (document));
      presser_script_set_captions (script, reader.has_times);
      xmlFreeDoc (document);
      if (presser_script_is_empty (script))
        g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is XML without any text in it."), name);
    }
  xmlFreeParserCtxt (context);

  return presser_script_is_empty (script) ? NULL : presser_script_finish (script, options->metadata, options, report);
}

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  const char *start = text != NULL ? text + strspn (text, " \n\t") : "";
  gsize       length;

  if (g_str_has_prefix (start, "<?xml"))
    return 50;
  /* One element round everything. */
  if (*start != '<' || !g_ascii_isalpha (start[1]))
    return 0;
  length = strcspn (start + 1, " \t\n/>");

  return g_str_has_suffix (name, ".xml") && length < 40 ? 40 : 0;
}

const PresserImporter presser_import_xml = {
  .id = "xml",
  .description = N_ ("Other XML"),
  .patterns = "*.xml;*.ttml;*.dfxp",
  .score = score,
  .import = import,
};
