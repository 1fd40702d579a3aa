/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks the source of some lines, characters and tags, and finds what each is in the present text: the tree of elements
 * over present positions, deleted characters as patches, and for new characters the place in the source where they go.
 * Between two characters that stayed lies a gap, which holds tags; new characters go behind the last end tag in it, and where
 * a kept `said` begins or ends, to the side that the statement's range says. */

#include "presser-tei-writer-private.h"

#include <string.h>

typedef enum
{
  ITEM_BLANKS, /* white space that is no character of the text */
  ITEM_START,
  ITEM_END,
  ITEM_WHOLE, /* an empty or hidden element */
  ITEM_FIXED_START,
  ITEM_FIXED_END,
} ItemKind;

typedef struct
{
  ItemKind kind;
  guint32  start;
  guint32  end;
  guint32  element;
  guint    position; /* of fixed ones: where in the present text */
  guint    record;
} Item;

typedef struct
{
  PresserTeiWriter  *writer;
  PresserTeiSource  *source;
  PresserTeiReading *reading;
  PresserTeiStretch *stretch;
  GPtrArray         *open; /* of PresserTeiNode, borrowed; the root first */
  GArray            *gap;  /* of Item */
  guint32            gap_start;
  guint              gap_dead; /* items before the first deleted character in it, or G_MAXUINT */
  guint32            gap_dead_place;
  gboolean           gap_at_start; /* no character of the line stands before it */
  gboolean           gap_has_junction;
  guint              position;  /* of the next present character */
  guint              next;      /* source position of the next character */
  gboolean           is_joined; /* the line that is walked was another one's neighbour */
} Walk;

gboolean
presser_tei_stretch_is_blank (gpointer data,
                              guint    position)
{
  PresserTeiStretch *self = data;
  gunichar           character = self->text[position - self->range.start];

  return character == ' ' || character == '\t' || character == '\n' || character == 0x2028 || character == 0x2029;
}

static PresserTeiLine *
get_line (Walk *walk,
          guint number)
{
  return &g_array_index (walk->reading->lines, PresserTeiLine, number);
}

static void
flush_new (Walk   *walk,
           guint   to,
           guint32 place)
{
  PresserTeiFlush flush = { { walk->position, to }, place };

  if (walk->position >= to)
    return;
  g_array_append_val (walk->stretch->flushes, flush);
  walk->position = to;
}

static PresserTeiNode *
get_top (Walk *walk)
{
  return g_ptr_array_index (walk->open, walk->open->len - 1);
}

static gboolean
holds_said (Walk   *walk,
            guint32 element)
{
  return presser_tei_vocabulary_holds_said (presser_tei_source_get_name (walk->source, element));
}

static PresserTeiNode *
begin_node (Walk   *walk,
            guint32 element)
{
  PresserTeiNode *node = presser_tei_node_new (element, walk->position, holds_said (walk, element));

  presser_tei_node_append (get_top (walk), node);
  g_ptr_array_add (walk->open, node);

  return node;
}

/* An end tag whose start tag lies before the stretch: all so far is inside it. */
static void
adopt_all (Walk   *walk,
           guint32 element)
{
  PresserTeiNode *root = walk->stretch->root;
  PresserTeiNode *node = presser_tei_node_new (element, root->start, holds_said (walk, element));

  for (guint i = 0; i < root->children->len; i++)
    {
      g_ptr_array_add (node->children, root->children->pdata[i]);
      root->children->pdata[i] = NULL;
    }
  g_ptr_array_set_size (root->children, 0);
  node->end = walk->position;
  node->is_open = TRUE;
  presser_tei_node_append (root, node);
}

static void
end_node (Walk   *walk,
          guint32 element)
{
  if (walk->open->len > 1 && get_top (walk)->element == element)
    {
      get_top (walk)->end = walk->position;
      g_ptr_array_set_size (walk->open, (int) walk->open->len - 1);
    }
  else
    adopt_all (walk, element);
}

static void
give_up (Walk *walk,
         guint record)
{
  g_array_index (walk->writer->fates, PresserTeiFate, record) = PRESSER_TEI_FATE_GONE;
  walk->writer->has_conflict = TRUE;
}

static void
resolve_item (Walk   *walk,
              Item   *item,
              guint32 place)
{
  switch (item->kind)
    {
    case ITEM_START:
      begin_node (walk, item->element);
      break;
    case ITEM_END:
      end_node (walk, item->element);
      break;
    case ITEM_WHOLE:
      begin_node (walk, item->element);
      end_node (walk, item->element);
      break;
    case ITEM_FIXED_START:
    case ITEM_FIXED_END:
      if (item->position < walk->position)
        give_up (walk, item->record);
      flush_new (walk, item->position, place);
      if (item->kind == ITEM_FIXED_START)
        begin_node (walk, item->element)->is_said = TRUE;
      else
        end_node (walk, item->element);
      break;
    case ITEM_BLANKS:
    default:
      break;
    }
}

/* New characters take the place of deleted ones; where nothing was deleted, they go behind what ends in the gap. */
static guint
find_slot (Walk *walk)
{
  guint slot = 0;

  if (walk->gap_dead != G_MAXUINT)
    return walk->gap_dead;

  for (guint i = 0; i < walk->gap->len; i++)
    {
      ItemKind kind = g_array_index (walk->gap, Item, i).kind;

      if (kind != ITEM_BLANKS && kind != ITEM_START)
        slot = i + 1;
    }
  while (walk->gap_at_start && slot < walk->gap->len && g_array_index (walk->gap, Item, slot).kind == ITEM_BLANKS)
    slot++;

  return slot;
}

/* A kept `said` that begins or ends behind the slot may want some of the new characters on its other side. */
static guint
find_limit (Walk *walk,
            guint slot,
            guint to)
{
  for (guint i = slot; i < walk->gap->len; i++)
    {
      Item *item = &g_array_index (walk->gap, Item, i);

      if (item->kind == ITEM_FIXED_START || item->kind == ITEM_FIXED_END)
        return MIN (to, item->position);
    }

  return to;
}

/* Ends a gap: @to is the position of the character behind it. */
static void
resolve_gap (Walk    *walk,
             guint    to,
             gboolean is_at_end)
{
  guint    slot = find_slot (walk);
  gboolean has_new = walk->position < to;
  guint32  place = walk->gap_start;

  for (guint i = 0; i < walk->gap->len; i++)
    {
      Item *item = &g_array_index (walk->gap, Item, i);

      if (i >= slot)
        flush_new (walk, find_limit (walk, i, to), i == walk->gap_dead ? walk->gap_dead_place : place);
      resolve_item (walk, item, place);
      if (item->kind == ITEM_BLANKS && (has_new || walk->gap_dead != G_MAXUINT || walk->gap_has_junction)
          && !(walk->gap_at_start && i < slot) && !(is_at_end && i >= slot))
        presser_tei_patches_delete (walk->writer->patches, item->start, item->end);
      place = item->end;
    }
  flush_new (walk, to, slot == walk->gap->len && walk->gap_dead == slot ? walk->gap_dead_place : place);
  g_array_set_size (walk->gap, 0);
  walk->gap_dead = G_MAXUINT;
  walk->gap_has_junction = FALSE;
}

static void
add_item (Walk    *walk,
          ItemKind kind,
          guint32  start,
          guint32  end,
          guint32  element)
{
  Item item = { .kind = kind, .start = start, .end = end, .element = element };

  g_array_append_val (walk->gap, item);
}

/* A reference that stands for several characters is alive only if all of them are. */
static gboolean
is_alive (Walk  *walk,
          guint  source_position,
          guint *position)
{
  PresserTeiPlace place = presser_tei_reading_get_place (walk->reading, source_position);
  guint           first = source_position;
  guint           last = source_position;
  guint           start;
  guint           end;

  if (place.kind != PRESSER_TEI_SEGMENT_FOLDED)
    return presser_tei_writer_is_alive (walk->writer, source_position, position);

  while (first > 0 && presser_tei_reading_get_place (walk->reading, first - 1).start == place.start)
    first--;
  while (last + 1 < walk->reading->n_characters
         && presser_tei_reading_get_place (walk->reading, last + 1).start == place.start
         && presser_tei_reading_get_place (walk->reading, last + 1).kind == PRESSER_TEI_SEGMENT_FOLDED)
    last++;
  if (!presser_tei_writer_is_alive (walk->writer, first, &start) || !presser_tei_writer_is_alive (walk->writer, last, &end)
      || end - start != last - first)
    return FALSE;
  *position = start + source_position - first;

  return TRUE;
}

static void
walk_character (Walk            *walk,
                PresserTeiPlace *place)
{
  guint position;

  if (is_alive (walk, walk->next, &position))
    {
      resolve_gap (walk, position, FALSE);
      walk->position = position + 1;
      walk->gap_start = place->end;
      walk->gap_at_start = FALSE;
    }
  else
    {
      presser_tei_patches_delete (walk->writer->patches, place->start, place->end);
      if (walk->gap_dead == G_MAXUINT)
        {
          walk->gap_dead = walk->gap->len;
          walk->gap_dead_place = place->start;
        }
    }
  walk->next++;
}

/* Characters, and white space between them, of one run of text. */
static void
walk_run (Walk   *walk,
          guint32 start,
          guint32 end,
          guint   limit)
{
  guint32 done = start;

  while (walk->next < limit)
    {
      PresserTeiPlace place = presser_tei_reading_get_place (walk->reading, walk->next);

      if (place.start >= end)
        break;
      if (place.start > done)
        add_item (walk, ITEM_BLANKS, done, place.start, PRESSER_TEI_NONE);
      done = place.end;
      walk_character (walk, &place);
    }
  if (done < end)
    add_item (walk, ITEM_BLANKS, done, end, PRESSER_TEI_NONE);
}

/* Blanks that are tags, or have no bytes. */
static void
walk_to (Walk   *walk,
         guint32 start,
         guint   limit)
{
  while (walk->next < limit)
    {
      PresserTeiPlace place = presser_tei_reading_get_place (walk->reading, walk->next);

      if (place.kind != PRESSER_TEI_SEGMENT_FOLDED || place.end > start)
        break;
      walk_character (walk, &place);
    }
}

static gboolean
is_hidden (Walk   *walk,
           guint32 element)
{
  return presser_tei_source_get_class (walk->source, element) >= PRESSER_TEI_BLOCK_OR_HIDDEN;
}

/* Where a tag of a kept `said` lies in the present text: at the first or behind the last of its characters that stayed, or as
 * far out as the statement goes. */
static guint
find_fixed_position (Walk                 *walk,
                     const PresserTeiPart *part,
                     gboolean              is_start)
{
  PresserTeiRecord   *record = g_ptr_array_index (walk->reading->records, part->record);
  PresserStatement   *statement = presser_document_get_statement (walk->writer->document,
                                                                  presser_statement_get_id (record->statement));
  guint               position = is_start ? presser_tei_alignment_get_next (walk->writer->alignment, part->range.start)
                                          : presser_tei_alignment_get_previous (walk->writer->alignment, part->range.end);
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  g_autoptr (GArray) normal = NULL;

  for (guint i = 0; i < record->ranges->len; i++)
    {
      PresserRange *range = &g_array_index (record->ranges, PresserRange, i);

      if ((is_start ? range->start : range->end) != (is_start ? part->range.start : part->range.end))
        continue;
      normal = presser_tei_normalize_ranges (&presser_tei_document_text_class, walk->writer->document, ranges, n_ranges);
      if (i < normal->len)
        position = is_start ? g_array_index (normal, PresserRange, i).start : g_array_index (normal, PresserRange, i).end;
    }

  return position;
}

static void
walk_said (Walk           *walk,
           PresserTeiPart *part,
           guint32         start,
           guint32         end,
           gboolean        is_start)
{
  Item item = { .start = start, .end = end, .element = part->element, .record = part->record };

  if (g_array_index (walk->writer->fates, PresserTeiFate, part->record) == PRESSER_TEI_FATE_GONE)
    return;

  /* It has moved into an element where it has no room. */
  if (walk->is_joined && !walk->stretch->root->holds_said)
    {
      give_up (walk, part->record);
      return;
    }
  item.kind = is_start ? ITEM_FIXED_START : ITEM_FIXED_END;
  item.position = find_fixed_position (walk, part, is_start);
  g_array_append_val (walk->gap, item);
}

static gboolean
is_statement (Walk                 *walk,
              const PresserTeiPart *part)
{
  return part != NULL && ((PresserTeiRecord *) g_ptr_array_index (walk->reading->records, part->record))->statement != NULL;
}

/* It is a blank of the text, or as good as white space that is not. */
static void
walk_break (Walk   *walk,
            guint32 start,
            guint32 end,
            guint   limit)
{
  if (walk->next >= limit || presser_tei_reading_get_place (walk->reading, walk->next).start != start)
    add_item (walk, ITEM_BLANKS, start, end, PRESSER_TEI_NONE);
}

static guint
walk_tag (Walk *walk,
          guint token,
          guint limit)
{
  PresserTeiToken *tag = presser_tei_source_get_token (walk->source, token);
  guint32          end = presser_tei_source_get_token_end (walk->source, token);
  PresserTeiPart  *part = presser_tei_writer_find_live_part (walk->writer, tag->element);

  if (tag->kind == PRESSER_TEI_TOKEN_EMPTY && presser_tei_source_is_break (walk->source, tag->element))
    walk_break (walk, tag->start, end, limit);
  else if (tag->kind == PRESSER_TEI_TOKEN_EMPTY)
    add_item (walk, ITEM_WHOLE, tag->start, end, tag->element);
  else if (is_statement (walk, part))
    walk_said (walk, part, tag->start, end, tag->kind == PRESSER_TEI_TOKEN_START);
  else if (tag->kind == PRESSER_TEI_TOKEN_END)
    add_item (walk, ITEM_END, tag->start, end, tag->element);
  else if (!is_hidden (walk, tag->element))
    add_item (walk, ITEM_START, tag->start, end, tag->element);
  else
    {
      guint32 close = presser_tei_source_get_element (walk->source, tag->element)->close_end;

      add_item (walk, ITEM_WHOLE, tag->start, close, tag->element);
      while (presser_tei_source_get_token (walk->source, token + 1)->start < close)
        token++;
    }

  return token;
}

static void
walk_line (Walk           *walk,
           PresserTeiLine *line)
{
  PresserTeiSource *source = walk->source;
  guint             limit = line->position + line->length;

  for (guint token = presser_tei_source_find_token (source, line->start); presser_tei_source_get_token (source, token)->start < line->end; token++)
    {
      PresserTeiToken *current = presser_tei_source_get_token (source, token);
      guint32          end = presser_tei_source_get_token_end (source, token);

      walk_to (walk, current->start, limit);
      if (current->kind == PRESSER_TEI_TOKEN_TEXT)
        walk_run (walk, current->start, end, limit);
      else if (current->kind == PRESSER_TEI_TOKEN_CDATA)
        walk_run (walk, current->start + 9, end - 3, limit);
      else if (current->kind != PRESSER_TEI_TOKEN_OTHER)
        token = walk_tag (walk, token, limit);
    }
}

static gboolean
line_is_alive (Walk *walk,
               guint number)
{
  PresserTeiLine *line = get_line (walk, number);
  guint           position = presser_tei_alignment_get_next (walk->writer->alignment, line->position);
  guint           source = position < walk->stretch->range.end ? presser_tei_alignment_get_source (walk->writer->alignment, position)
                                                               : G_MAXUINT;

  return line->length > 0 && source < line->position + line->length;
}

/* Lines that became one live in the first of them, unless that lost all its text and the paragraph is another one's. */
static guint
find_host (Walk *walk)
{
  PresserTeiGroup  *group = &walk->stretch->group;
  PresserParagraph *paragraph = presser_document_get_paragraph (walk->writer->document, group->first);
  guint             host = group->source_first;

  if (paragraph == g_ptr_array_index (walk->reading->paragraphs, host))
    return host;
  while (host < group->source_last && !line_is_alive (walk, host)
         && paragraph != g_ptr_array_index (walk->reading->paragraphs, host))
    host++;

  return host;
}

static void
walk_lines (Walk *walk)
{
  PresserTeiStretch *stretch = walk->stretch;
  guint              last = stretch->host;

  for (guint i = stretch->host; i <= stretch->group.source_last; i++)
    {
      PresserTeiLine *line = get_line (walk, i);

      if (i > stretch->host)
        {
          presser_tei_junction_delete_markup (walk->writer, get_line (walk, last)->end, line->start);
          walk->gap_has_junction = TRUE;
          walk->is_joined = TRUE;
          last = i;
          if (!line_is_alive (walk, i))
            {
              presser_tei_patches_delete (walk->writer->patches, line->start, line->end);
              continue;
            }
        }
      walk->next = line->position;
      walk_line (walk, line);
    }
}

static void
walk_stretch (Walk *walk)
{
  PresserTeiStretch *stretch = walk->stretch;
  guint32            element = get_line (walk, stretch->host)->element;

  stretch->root = presser_tei_node_new (PRESSER_TEI_NONE, stretch->range.start, holds_said (walk, element));
  g_ptr_array_add (walk->open, stretch->root);
  walk->position = stretch->range.start;
  walk->gap_start = get_line (walk, stretch->host)->start;
  walk->gap_at_start = TRUE;
  walk->gap_dead = G_MAXUINT;
  walk_lines (walk);
  resolve_gap (walk, stretch->range.end, TRUE);

  stretch->root->end = stretch->range.end;
  for (guint i = 1; i < walk->open->len; i++)
    {
      PresserTeiNode *node = g_ptr_array_index (walk->open, i);

      node->end = stretch->range.end;
      node->is_open = TRUE;
    }
}

PresserTeiStretch *
presser_tei_stretch_new (PresserTeiWriter *writer,
                         PresserTeiGroup   group)
{
  PresserTeiStretch *self = g_new0 (PresserTeiStretch, 1);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GArray) gap = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autofree char *text = NULL;
  Walk             walk = { .writer = writer, .source = writer->source, .reading = writer->reading, .stretch = self };

  self->group = group;
  self->range.start = presser_document_get_paragraph_range (writer->document, group.first).start;
  self->range.end = presser_document_get_paragraph_range (writer->document, group.last).end;
  text = presser_text_dup_slice (writer->text, self->range);
  self->text = g_utf8_to_ucs4_fast (text, -1, NULL);
  self->flushes = g_array_new (FALSE, FALSE, sizeof (PresserTeiFlush));
  walk.open = open;
  walk.gap = gap;
  self->host = find_host (&walk);
  walk_stretch (&walk);

  return self;
}

void
presser_tei_stretch_free (PresserTeiStretch *self)
{
  g_free (self->text);
  g_array_unref (self->flushes);
  presser_tei_node_free (self->root);
  g_free (self);
}
