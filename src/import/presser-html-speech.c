/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-html-speech.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-clock.h"
#include "presser-line-builder.h"
#include "presser-paragraph.h"

#define MAX_NAME 100 /* bytes */

static char *
dup_attribute (const xmlNode *node,
               const char    *name)
{
  xmlChar *value = node->properties != NULL ? xmlGetProp ((xmlNode *) node, (const xmlChar *) name) : NULL;
  char    *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static gboolean
has_class (const xmlNode *node,
           const char    *names)
{
  g_autofree char *classes = dup_attribute (node, "class");
  g_auto (GStrv) parts = classes != NULL ? g_strsplit_set (classes, " \t\n", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *small = g_ascii_strdown (parts[i], -1);

      if (presser_name_is_in (small, names))
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_blocks (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && presser_name_is_in ((const char *) child->name, " p div ul ol table section article "))
      return TRUE;

  return FALSE;
}

/* “[Ann Vale] ” and “Ann Vale:” to “Ann Vale”. */
static char *
strip_marks (const char *text)
{
  g_autofree char *plain = presser_text_make_plain (text, strlen (text));
  gsize            length = strlen (plain);

  if (length > 2 && plain[0] == '[' && plain[length - 1] == ']')
    return g_strstrip (g_strndup (plain + 1, length - 2));
  if (length > 1 && plain[length - 1] == ':')
    plain[length - 1] = '\0';

  return g_strstrip (g_steal_pointer (&plain));
}

/**
 * presser_html_dup_speaker:
 * @node: an element
 *
 * Returns: (transfer full) (nullable): the name that it holds, if its class says that it is a speaker's
 */
char *
presser_html_dup_speaker (const xmlNode *node)
{
  xmlChar         *content;
  g_autofree char *label = NULL;

  if (!has_class (node, " speaker speaker-name speaker_name speakername speaker-label transcript-speaker turn-speaker ") || holds_blocks (node))
    return NULL;
  content = xmlNodeGetContent ((xmlNode *) node);
  if (content != NULL && strlen ((const char *) content) <= MAX_NAME)
    label = strip_marks ((const char *) content);
  xmlFree (content);

  return label != NULL && *label != '\0' ? g_steal_pointer (&label) : NULL;
}

static gint32
parse_milliseconds (const char *text)
{
  char  *stop;
  double number = g_ascii_strtod (text, &stop);

  return stop == text || *stop != '\0' ? PRESSER_TIME_UNKNOWN : (gint32) presser_clock_from_seconds (number / 1000);
}

/* <a name="ts_12000_15000_S01"> */
static gboolean
read_anchor_name (const xmlNode *node,
                  gint32        *start,
                  gint32        *end)
{
  g_autofree char *name = strcmp ((const char *) node->name, "a") == 0 ? dup_attribute (node, "name") : NULL;
  g_auto (GStrv) parts = NULL;

  if (name == NULL || !g_str_has_prefix (name, "ts_"))
    return FALSE;
  parts = g_strsplit (name, "_", 4);
  if (g_strv_length (parts) < 3)
    return FALSE;
  *start = parse_milliseconds (parts[1]);
  *end = parse_milliseconds (parts[2]);

  return *start >= 0;
}

/**
 * presser_html_get_times:
 * @node: an element
 * @start: (out): milliseconds, or %PRESSER_TIME_UNKNOWN
 * @end: (out): the same
 *
 * noScribe names its anchors by times, hyperaudio has data-m and data-d (start and duration, in milliseconds).
 *
 * Returns: whether it tells when its text is said
 */
gboolean
presser_html_get_times (const xmlNode *node,
                        gint32        *start,
                        gint32        *end)
{
  g_autofree char *moment = dup_attribute (node, "data-m");
  g_autofree char *duration = moment != NULL ? dup_attribute (node, "data-d") : NULL;
  gint32           length;

  *start = *end = PRESSER_TIME_UNKNOWN;
  if (moment == NULL)
    return read_anchor_name (node, start, end);
  *start = parse_milliseconds (moment);
  length = duration != NULL ? parse_milliseconds (duration) : PRESSER_TIME_UNKNOWN;
  if (*start >= 0 && length > 0 && length < G_MAXINT32 - *start)
    *end = *start + length;

  return *start >= 0;
}

/**
 * presser_html_is_stamp:
 * @node: an element
 *
 * Returns: whether it holds a time stamp
 */
gboolean
presser_html_is_stamp (const xmlNode *node)
{
  return has_class (node, " timestamp time-stamp timecode ");
}
