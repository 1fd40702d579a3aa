/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A statement is cut at the edges of every element that begins or ends inside it; an element that lies in it whole is left
 * whole. `said` elements that are there already are elements like others, so where statements overlap, the one that comes
 * later is cut at the end of the earlier. */

#include "presser-tei-inline-private.h"

typedef struct
{
  PresserTeiIsBlank is_blank;
  gpointer          text;
  PresserStatement *statement;
  GPtrArray        *parts;
} Cut;

static gboolean place_range (Cut            *cut,
                             PresserTeiNode *node,
                             PresserRange    range);

PresserTeiNode *
presser_tei_node_new (guint32  element,
                      guint    start,
                      gboolean holds_said)
{
  PresserTeiNode *self = g_new0 (PresserTeiNode, 1);

  self->element = element;
  self->start = start;
  self->end = start;
  self->holds_said = holds_said;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_tei_node_free);

  return self;
}

void
presser_tei_node_free (PresserTeiNode *self)
{
  if (self == NULL)
    return;
  if (self->part != NULL)
    {
      g_free (self->part->id);
      g_free (self->part->next);
      g_free (self->part->previous);
      g_free (self->part);
    }
  g_ptr_array_unref (self->children);
  g_free (self);
}

PresserTeiNode *
presser_tei_node_append (PresserTeiNode *self,
                         PresserTeiNode *child)
{
  g_ptr_array_add (self->children, child);

  return child;
}

static PresserRange
trim (Cut         *cut,
      PresserRange range)
{
  while (range.start < range.end && cut->is_blank (cut->text, range.start))
    range.start++;
  while (range.start < range.end && cut->is_blank (cut->text, range.end - 1))
    range.end--;

  return range;
}

static gboolean
is_inside (const PresserTeiNode *child,
           PresserRange          range)
{
  if (child->start == child->end)
    return child->start > range.start && child->end < range.end;

  return child->start >= range.start && child->end <= range.end;
}

/* Whether a part must end where the child begins and go on inside it. */
static gboolean
must_cut (const PresserTeiNode *child,
          PresserRange          range)
{
  if (child->start >= range.end || child->end <= range.start || child->start == child->end)
    return FALSE;
  if (child->is_said && child->start == range.start && child->end == range.end)
    return TRUE;

  return child->is_open || !is_inside (child, range);
}

/* The first child that ends behind a position. */
static guint
find_child (PresserTeiNode *node,
            guint           position)
{
  guint low = 0;
  guint high = node->children->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((PresserTeiNode *) g_ptr_array_index (node->children, middle))->end <= position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
wrap (Cut            *cut,
      PresserTeiNode *node,
      PresserRange    range)
{
  PresserTeiNode *said = presser_tei_node_new (PRESSER_TEI_NONE, range.start, TRUE);
  guint           first = find_child (node, range.start);
  guint           last;

  said->end = range.end;
  said->is_said = TRUE;
  said->part = g_new0 (PresserTeiNewPart, 1);
  said->part->statement = cut->statement;
  g_ptr_array_add (cut->parts, said->part);

  while (first < node->children->len && !is_inside (g_ptr_array_index (node->children, first), range)
         && ((PresserTeiNode *) g_ptr_array_index (node->children, first))->start < range.end)
    first++;
  last = first;
  while (last < node->children->len && is_inside (g_ptr_array_index (node->children, last), range))
    g_ptr_array_add (said->children, g_ptr_array_index (node->children, last++));
  for (guint i = first; i < last; i++)
    node->children->pdata[i] = NULL;
  if (last > first)
    g_ptr_array_remove_range (node->children, first, last - first);
  g_ptr_array_insert (node->children, (int) first, said);
}

static gboolean
has_own_text (PresserTeiNode *node,
              PresserRange    range)
{
  guint position = range.start;

  for (guint i = find_child (node, range.start); i < node->children->len && position < range.end; i++)
    {
      PresserTeiNode *child = g_ptr_array_index (node->children, i);

      if (child->start > position)
        return TRUE;
      position = MAX (position, child->end);
    }

  return position < range.end;
}

/* An element without room for `said` may hold others that have it. */
static gboolean
place_in_children (Cut            *cut,
                   PresserTeiNode *node,
                   PresserRange    range)
{
  if (has_own_text (node, range))
    return FALSE;

  for (guint i = find_child (node, range.start); i < node->children->len; i++)
    {
      PresserTeiNode *child = g_ptr_array_index (node->children, i);

      if (child->start >= range.end)
        break;
      if (!place_range (cut, child, presser_range_intersect (range, (PresserRange){ child->start, child->end })))
        return FALSE;
    }

  return TRUE;
}

/* No child needs cutting. */
static gboolean
place_run (Cut            *cut,
           PresserTeiNode *node,
           PresserRange    range)
{
  PresserRange trimmed = trim (cut, range);

  if (presser_range_is_empty (trimmed))
    return TRUE;
  if (!presser_range_equal (trimmed, range))
    return place_range (cut, node, trimmed);
  if (!node->holds_said)
    return place_in_children (cut, node, range);
  if (cut->parts != NULL)
    wrap (cut, node, range);

  return TRUE;
}

static gboolean
place_range (Cut            *cut,
             PresserTeiNode *node,
             PresserRange    range)
{
  g_autoptr (GPtrArray) to_cut = g_ptr_array_new ();
  guint start;

  range = trim (cut, range);
  start = range.start;
  if (presser_range_is_empty (range))
    return TRUE;

  for (guint i = find_child (node, range.start); i < node->children->len; i++)
    {
      PresserTeiNode *child = g_ptr_array_index (node->children, i);

      if (child->start >= range.end)
        break;
      if (must_cut (child, range))
        g_ptr_array_add (to_cut, child);
    }

  for (guint i = 0; i < to_cut->len; i++)
    {
      PresserTeiNode *child = g_ptr_array_index (to_cut, i);
      PresserRange    inside = { MAX (child->start, range.start), MIN (child->end, range.end) };

      if (start < inside.start && !place_run (cut, node, (PresserRange){ start, inside.start }))
        return FALSE;
      if (!place_range (cut, child, inside))
        return FALSE;
      start = inside.end;
    }

  return start >= range.end || place_run (cut, node, (PresserRange){ start, range.end });
}

gboolean
presser_tei_node_place (PresserTeiNode   *root,
                        PresserTeiIsBlank is_blank,
                        gpointer          text,
                        PresserRange      range,
                        PresserStatement *statement,
                        GPtrArray        *parts)
{
  Cut cut = { is_blank, text, statement, parts };

  return place_range (&cut, root, range);
}
