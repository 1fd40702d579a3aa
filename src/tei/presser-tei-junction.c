/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that became one: their characters stay where they are, and the tags move. What stood between the lines is taken out;
 * behind the last of them the elements of the first are closed, and elements of the last that hold more lines are
 * opened again. Comments, page breaks and the like between the lines stay. */

#include "presser-tei-fate-private.h"

#include <string.h>

static gboolean
is_line_markup (PresserTeiSource *source,
                PresserTeiToken  *token)
{
  PresserTeiClass class;

  switch ((PresserTeiTokenKind) token->kind)
    {
    case PRESSER_TEI_TOKEN_START:
    case PRESSER_TEI_TOKEN_END:
    case PRESSER_TEI_TOKEN_TEXT:
      return TRUE;
    case PRESSER_TEI_TOKEN_EMPTY:
      class = presser_tei_source_get_class (source, token->element);
      return class != PRESSER_TEI_INLINE && class < PRESSER_TEI_EVENT;
    case PRESSER_TEI_TOKEN_CDATA:
    case PRESSER_TEI_TOKEN_OTHER:
    default:
      return FALSE;
    }
}

/* Everything between two lines that makes them two. */
void
presser_tei_junction_delete_markup (PresserTeiWriter *writer,
                                    guint32           start,
                                    guint32           end)
{
  PresserTeiSource *source = writer->source;
  guint             token = presser_tei_source_find_token (source, start);

  for (; presser_tei_source_get_token (source, token)->start < end; token++)
    {
      PresserTeiToken *current = presser_tei_source_get_token (source, token);

      guint32 close = current->kind == PRESSER_TEI_TOKEN_START
                          ? presser_tei_source_get_element (source, current->element)->close_end
                          : PRESSER_TEI_NONE;

      if (close <= end && presser_tei_source_get_class (source, current->element) == PRESSER_TEI_HIDDEN)
        {
          while (presser_tei_source_get_token (source, token + 1)->start < close)
            token++;
        }
      else if (is_line_markup (source, current))
        presser_tei_patches_delete (writer->patches, current->start, presser_tei_source_get_token_end (source, token));
    }
}

static gboolean
is_ancestor_or_self (PresserTeiSource *source,
                     guint32           ancestor,
                     guint32           element)
{
  return element >= ancestor && element < presser_tei_source_get_element (source, ancestor)->next;
}

static void
append_end_tag (PresserTeiSource *source,
                GString          *xml,
                guint32           element)
{
  PresserTeiName *name = g_ptr_array_index (source->names, presser_tei_source_get_element (source, element)->name);

  g_string_append (xml, "</");
  g_string_append_len (xml, name->name, name->length);
  g_string_append_c (xml, '>');
}

static gboolean
holds_more_lines (PresserTeiWriter *writer,
                  guint32           element,
                  guint             line)
{
  GArray *lines = writer->reading->lines;

  return line + 1 < lines->len
         && g_array_index (lines, PresserTeiLine, line + 1).start
                < presser_tei_source_get_element (writer->source, element)->close_start;
}

static void
delete_end_tag (PresserTeiWriter *writer,
                guint32           element)
{
  PresserTeiElement *dead = presser_tei_source_get_element (writer->source, element);
  guint32            start = dead->close_start;

  if (dead->is_empty_tag)
    return;
  while (strchr (" \t\r\n", writer->source->text[start - 1]) != NULL)
    start--;
  presser_tei_patches_delete (writer->patches, start, dead->close_end);
}

/* Closes and opens elements behind the last line of the stretch. */
void
presser_tei_junction_close (PresserTeiWriter  *writer,
                            PresserTeiStretch *stretch)
{
  PresserTeiSource *source = writer->source;
  PresserTeiLine   *host = &g_array_index (writer->reading->lines, PresserTeiLine, stretch->host);
  PresserTeiLine   *last = &g_array_index (writer->reading->lines, PresserTeiLine, stretch->group.source_last);
  GString          *xml;
  g_autoptr (GString) reopened = NULL;
  g_autofree char *markup = NULL;
  guint32          element;

  if (stretch->host == stretch->group.source_last)
    return;

  xml = g_string_new (NULL);
  reopened = g_string_new (NULL);
  for (element = host->element; !is_ancestor_or_self (source, element, last->element);
       element = presser_tei_source_get_element (source, element)->parent)
    if (presser_tei_writer_find_part_fate (writer, element) == PRESSER_TEI_FATE_KEPT)
      append_end_tag (source, xml, element);
  for (element = last->element; !is_ancestor_or_self (source, element, host->element);
       element = presser_tei_source_get_element (source, element)->parent)
    {
      PresserTeiElement *opened = presser_tei_source_get_element (source, element);

      if (presser_tei_writer_find_part_fate (writer, element) == PRESSER_TEI_FATE_GONE)
        continue;
      if (holds_more_lines (writer, element, stretch->group.source_last))
        g_string_prepend_len (reopened, source->text + opened->tag_start, opened->tag_end - opened->tag_start);
      else
        delete_end_tag (writer, element);
    }
  g_string_append_len (xml, reopened->str, (gssize) reopened->len);
  markup = g_string_free (xml, FALSE);
  presser_tei_patches_insert (writer->patches, last->end, markup);
}

/* The largest element in which there is no line but these. */
static guint32
find_emptied (PresserTeiWriter *writer,
              guint             line,
              guint             first,
              guint             last)
{
  GArray *lines = writer->reading->lines;
  guint32 element = g_array_index (lines, PresserTeiLine, line).element;
  guint32 emptied = PRESSER_TEI_NONE;

  while (element != PRESSER_TEI_NONE)
    {
      PresserTeiElement *current = presser_tei_source_get_element (writer->source, element);

      if ((first > 0 && g_array_index (lines, PresserTeiLine, first - 1).end > current->tag_start)
          || (last + 1 < lines->len && g_array_index (lines, PresserTeiLine, last + 1).start < current->close_end))
        break;
      emptied = element;
      element = current->parent;
    }

  return emptied;
}

/* Lines without text before the one that their group lives in now. */
void
presser_tei_junction_remove_before_host (PresserTeiWriter  *writer,
                                         PresserTeiStretch *stretch)
{
  guint i = stretch->group.source_first;

  while (i < stretch->host)
    {
      PresserTeiLine *line = &g_array_index (writer->reading->lines, PresserTeiLine, i);
      guint32         emptied = find_emptied (writer, i, i, i);

      for (guint last = i + 1; last < stretch->host; last++)
        {
          guint32 larger = find_emptied (writer, i, i, last);

          if (larger != PRESSER_TEI_NONE)
            emptied = larger;
        }
      if (emptied == PRESSER_TEI_NONE)
        {
          presser_tei_patches_delete (writer->patches, line->start, line->end);
          i++;
          continue;
        }
      presser_tei_patches_delete_element (writer->patches, emptied);
      while (i < stretch->host
             && g_array_index (writer->reading->lines, PresserTeiLine, i).start
                    <= presser_tei_source_get_element (writer->source, emptied)->close_end)
        i++;
    }
}
