/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The transcript of a page stands between menus, scripts and lists of links. It is where the most text in paragraphs
 * has one ancestor; a page that says so itself (main, article) is believed if enough text is there. */

#include "presser-markup.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "presser-date.h"
#include "presser-html-speech.h"

/* No network, no messages; the parser goes on after any error. */
#define PARSE_OPTIONS (HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER)
#define MAX_DEPTH     400

typedef struct
{
  PresserScript *script;
  GString       *line;
  gsize          emphasis;   /* bytes of the line's start that are bold */
  guint          bold_depth; /* elements in bold around the place */
  gboolean       is_bold_start;
  guint          flags; /* for the next line */
  gboolean       is_heading;
  guint          depth;
  char          *label; /* who says the next line, or NULL */
  gint32         start_time;
  gint32         end_time;
} Reader;

static gboolean
is_named (const xmlNode *node,
          const char    *names)
{
  const char *name = (const char *) node->name;
  const char *place = names;
  gsize       length;

  if (node->type != XML_ELEMENT_NODE || name == NULL)
    return FALSE;
  length = strlen (name);
  for (place = strstr (place, name); place != NULL; place = strstr (place + 1, name))
    if (place > names && place[-1] == ' ' && place[length] == ' ')
      return TRUE;

  return FALSE;
}

static gboolean
is_skipped (const xmlNode *node)
{
  return is_named (node, " script style noscript template svg nav aside form button select option iframe object head footer audio video canvas input textarea ");
}

static gboolean
is_block (const xmlNode *node)
{
  return is_named (node, " p div li ul ol dl dt dd tr table tbody thead section article main header blockquote pre h1 h2 h3 h4 h5 h6 figure figcaption body html address center hr ");
}

static char *
dup_attribute (const xmlNode *node,
               const char    *name)
{
  xmlChar *value = xmlGetProp ((xmlNode *) node, (const xmlChar *) name);
  char    *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static void
end_line (Reader  *reader,
          gboolean ends_block)
{
  PresserLine *line;
  guint        flags = reader->flags | (reader->is_heading ? PRESSER_LINE_FIXED | PRESSER_LINE_PARAGRAPH : 0);

  if (reader->label != NULL && !reader->is_heading)
    line = presser_script_add_turn (reader->script, reader->label, reader->line->str, (gssize) reader->line->len);
  else
    line = presser_script_add_line (reader->script, reader->line->str, (gssize) reader->line->len, flags);
  if (line != NULL)
    {
      g_clear_pointer (&reader->label, g_free);
      line->start_time = reader->start_time;
      line->end_time = reader->end_time;
      reader->start_time = reader->end_time = PRESSER_TIME_UNKNOWN;
      line->emphasis = reader->is_heading ? 0 : (guint16) MIN (reader->emphasis, line->length);
      if (reader->is_heading)
        line->kind = PRESSER_PARAGRAPH_HEADING;
      reader->flags = 0;
    }
  if (ends_block)
    reader->flags |= PRESSER_LINE_PARAGRAPH;
  g_string_truncate (reader->line, 0);
  reader->emphasis = 0;
  reader->is_bold_start = FALSE;
}

/* White space of the page's source is one space; no-break spaces stay. */
static void
add_text (Reader     *reader,
          const char *text)
{
  gboolean at_start = reader->line->len == 0;

  for (; *text != '\0'; text++)
    {
      if (strchr (" \t\n\r\f", *text) == NULL)
        g_string_append_c (reader->line, *text);
      else if (reader->line->len > 0 && reader->line->str[reader->line->len - 1] != ' ')
        g_string_append_c (reader->line, ' ');
    }
  if (at_start && reader->line->len > 0)
    reader->is_bold_start = reader->bold_depth > 0;
  if (reader->is_bold_start && reader->bold_depth > 0)
    reader->emphasis = reader->line->len;
  else if (reader->line->len > reader->emphasis)
    reader->is_bold_start = FALSE;
}

static void read_children (Reader        *reader,
                           const xmlNode *parent);

/* Pages of transcription tools say by a class who speaks. */
static gboolean
read_speaker (Reader        *reader,
              const xmlNode *node)
{
  char *label = presser_html_dup_speaker (node);

  if (label == NULL)
    return FALSE;
  end_line (reader, TRUE);
  g_free (reader->label);
  reader->label = label;

  return TRUE;
}

static void
read_times (Reader        *reader,
            const xmlNode *node)
{
  gint32 start, end;

  if (!presser_html_get_times (node, &start, &end))
    return;
  if (reader->start_time < 0)
    reader->start_time = start;
  reader->end_time = end;
}

static void
read_element (Reader        *reader,
              const xmlNode *node)
{
  gboolean is_bold = is_named (node, " b strong cite dt ");
  gboolean is_head = is_named (node, " h1 h2 h3 h4 h5 h6 ");
  gboolean block = is_block (node);

  if (is_skipped (node) || read_speaker (reader, node))
    return;
  read_times (reader, node);
  if (is_named (node, " br "))
    {
      end_line (reader, FALSE);
      return;
    }
  if (block || is_named (node, " cite "))
    end_line (reader, TRUE);
  if (is_named (node, " td th ") && reader->line->len > 0)
    g_string_append_c (reader->line, '\t');
  if (is_named (node, " time ") && reader->line->len > 0)
    g_string_append_c (reader->line, ' ');

  reader->is_heading = reader->is_heading || is_head;
  reader->bold_depth += is_bold;
  read_children (reader, node);
  reader->bold_depth -= is_bold;
  if (presser_html_is_stamp (node))
    add_text (reader, " ");
  if (block)
    end_line (reader, TRUE);
  if (is_head)
    reader->is_heading = FALSE;
}

static void
read_children (Reader        *reader,
               const xmlNode *parent)
{
  if (++reader->depth < MAX_DEPTH)
    for (const xmlNode *node = parent->children; node != NULL; node = node->next)
      {
        if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
          add_text (reader, (const char *) node->content);
        else if (node->type == XML_ELEMENT_NODE)
          read_element (reader, node);
      }
  reader->depth--;
}

/* What the head of the page tells. */
static void
read_meta (PresserScript *script,
           const xmlNode *node)
{
  static const struct
  {
    const char          *name;
    PresserMetadataField field;
  } metas[] = {
    { "og:title", PRESSER_METADATA_TITLE },
    { "og:site_name", PRESSER_METADATA_PUBLISHER },
    { "og:url", PRESSER_METADATA_SOURCE },
    { "article:published_time", PRESSER_METADATA_DATE },
    { "date", PRESSER_METADATA_DATE },
    { "dc.date", PRESSER_METADATA_DATE },
  };
  g_autofree char *property = dup_attribute (node, "property");
  g_autofree char *name = property == NULL ? dup_attribute (node, "name") : NULL;
  g_autofree char *content = dup_attribute (node, "content");
  const char      *key = property != NULL ? property : name;

  if (key == NULL || content == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (metas); i++)
    {
      PresserDate date;

      if (g_ascii_strcasecmp (metas[i].name, key) != 0)
        continue;
      if (metas[i].field != PRESSER_METADATA_DATE)
        presser_script_set_metadata (script, metas[i].field, content);
      else if (presser_date_find (content, MIN (strlen (content), 10), &date))
        {
          g_autofree char *iso = presser_date_dup_iso (&date);

          presser_script_set_metadata (script, PRESSER_METADATA_DATE, iso);
        }
    }
}

static void
read_head (PresserScript *script,
           const xmlNode *node,
           char         **title,
           guint          depth)
{
  for (; node != NULL && depth < MAX_DEPTH; node = node->next)
    {
      if (is_named (node, " meta "))
        read_meta (script, node);
      else if (is_named (node, " title ") && *title == NULL && node->children != NULL)
        *title = g_strdup ((const char *) node->children->content);
      else if (is_named (node, " html "))
        {
          g_autofree char *language = dup_attribute (node, "lang");

          presser_script_set_metadata (script, PRESSER_METADATA_LANGUAGE, language);
        }
      else if (is_named (node, " link "))
        {
          g_autofree char *relation = dup_attribute (node, "rel");
          g_autofree char *link = dup_attribute (node, "href");

          if (g_strcmp0 (relation, "canonical") == 0)
            presser_script_set_metadata (script, PRESSER_METADATA_SOURCE, link);
        }
      if (is_named (node, " html head body "))
        read_head (script, node->children, title, depth + 1);
    }
}

typedef struct
{
  const xmlNode *best;
  gsize          best_text;
  const xmlNode *declared; /* main or article with the most text */
  gsize          declared_text;
} Search;

static gsize
count_text (const xmlNode *node)
{
  gsize       n = 0;
  const char *text = (const char *) node->content;

  if (node->type != XML_TEXT_NODE || text == NULL)
    return 0;
  for (; *text != '\0'; text++)
    n += strchr (" \t\n\r", *text) == NULL;

  return n;
}

/* Text of links counts nothing: menus are made of it. Gives the text below the node; an element is better than its
 * parent if it holds nearly all of the parent's text. */
static gsize
search (Search        *found,
        const xmlNode *node,
        guint          depth)
{
  gsize total = 0, largest = 0;

  if (node->type != XML_ELEMENT_NODE)
    return count_text (node);
  if (depth > MAX_DEPTH || is_skipped (node) || is_named (node, " a "))
    return 0;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      gsize n = search (found, child, depth + 1);

      total += n;
      largest = MAX (largest, n);
    }
  if (is_named (node, " main article ") && total > found->declared_text)
    {
      found->declared = node;
      found->declared_text = total;
    }
  /* No single child holds most of it: here the paragraphs are side by side. */
  if (largest * 10 < total * 6 && total > found->best_text)
    {
      found->best = node;
      found->best_text = total;
    }

  return total;
}

static const xmlNode *
find_content (const xmlNode *root)
{
  Search found = { 0 };
  gsize  total = search (&found, root, 0);

  if (found.declared != NULL && found.declared_text * 2 > total)
    return found.declared;
  if (found.best != NULL && found.best_text * 2 > total)
    return found.best;

  return root;
}

/**
 * presser_html_read:
 * @script: gets the lines
 * @text: UTF-8
 * @length: its bytes
 * @is_page: whether to look for the transcript between menus and to read the head
 *
 * Returns: %FALSE if there is no text in it
 */
gboolean
presser_html_read (PresserScript *script,
                   const char    *text,
                   gsize          length,
                   gboolean       is_page)
{
  htmlDocPtr       page = length < G_MAXINT ? htmlReadMemory (text, (int) length, NULL, "UTF-8", PARSE_OPTIONS) : NULL;
  const xmlNode   *root = page != NULL ? xmlDocGetRootElement (page) : NULL;
  Reader           reader = { .script = script, .flags = PRESSER_LINE_PARAGRAPH, .start_time = PRESSER_TIME_UNKNOWN, .end_time = PRESSER_TIME_UNKNOWN };
  g_autofree char *title = NULL;

  if (root != NULL)
    {
      reader.line = g_string_new (NULL);
      if (is_page)
        read_head (script, root, &title, 0);
      read_children (&reader, is_page ? find_content (root) : root);
      end_line (&reader, TRUE);
      g_string_free (reader.line, TRUE);
      g_free (reader.label);
      presser_script_set_metadata (script, PRESSER_METADATA_TITLE, title);
    }
  if (page != NULL)
    xmlFreeDoc (page);

  return !presser_script_is_empty (script);
}
