/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tagging-parts.h"

#include <glib/gi18n-lib.h>

#include "presser-segment.h"
#include "presser-tagging.h"

static void
add_trimmed (GArray          *ranges,
             PresserDocument *document,
             PresserRange     range)
{
  PresserRange trimmed = presser_segment_trim (document, range);

  if (!presser_range_is_empty (trimmed))
    g_array_append_val (ranges, trimmed);
}

/* What of @statement lies in @where. A part that is not cut stays as it is. */
static GArray *
dup_ranges_in (PresserDocument  *document,
               PresserStatement *statement,
               PresserRange      where)
{
  GArray             *found = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  guint               i;

  for (i = 0; i < n_ranges; i++)
    {
      PresserRange part = presser_range_intersect (ranges[i], where);

      if (presser_range_equal (part, ranges[i]))
        g_array_append_val (found, part);
      else if (!presser_range_is_empty (part))
        add_trimmed (found, document, part);
    }
  return found;
}

static PresserStatement *
with_ranges (PresserStatement *statement,
             GArray           *ranges)
{
  return presser_statement_with_ranges (statement, (const PresserRange *) (gpointer) ranges->data, ranges->len);
}

/**
 * presser_tagging_split:
 * @document: a document
 * @statement: one of its statements
 * @position: in code points
 *
 * Cuts a statement in two. Blanks at the cut belong to neither.
 *
 * Returns: (transfer none) (nullable): the new second half; %NULL if one of the halves would be empty
 */
PresserStatement *
presser_tagging_split (PresserDocument  *document,
                       PresserStatement *statement,
                       guint             position)
{
  PresserRange extent = presser_statement_get_extent (statement);
  g_autoptr (GArray) before = dup_ranges_in (document, statement, (PresserRange){ extent.start, position });
  g_autoptr (GArray) behind = dup_ranges_in (document, statement, (PresserRange){ position, extent.end });
  g_autofree char *id = NULL;
  g_autoptr (PresserStatement) first = NULL;
  g_autoptr (PresserStatement) named = NULL;
  g_autoptr (PresserStatement) second = NULL;

  if (position <= extent.start || position >= extent.end || before->len == 0 || behind->len == 0)
    return NULL;

  id = presser_document_make_statement_id (document);
  first = with_ranges (statement, before);
  named = presser_statement_with_id (statement, id);
  second = with_ranges (named, behind);
  presser_history_begin (presser_document_get_history (document), _ ("Split Statement"));
  presser_tagging_change (document, statement, first, _ ("Split Statement"));
  presser_document_add_statement (document, second);
  presser_history_end (presser_document_get_history (document));
  return presser_document_get_statement (document, id);
}

/**
 * presser_tagging_can_join:
 * @statements: (element-type PresserStatement): statements of one document
 *
 * Returns: whether they are several, and nobody would be given another's words
 */
gboolean
presser_tagging_can_join (GPtrArray *statements)
{
  guint i;

  for (i = 1; i < statements->len; i++)
    if (g_strcmp0 (presser_statement_get_speaker (statements->pdata[i]),
                   presser_statement_get_speaker (statements->pdata[0]))
        != 0)
      return FALSE;
  return statements->len > 1;
}

static int
compare_ranges (gconstpointer one,
                gconstpointer other)
{
  const PresserRange *a = one;
  const PresserRange *b = other;

  return (a->start > b->start) - (a->start < b->start);
}

static gboolean
is_blank (PresserDocument *document,
          guint            start,
          guint            end)
{
  PresserText *text = presser_document_get_text (document);
  guint        i;

  for (i = start; i < end; i++)
    if (!g_unichar_isspace (presser_text_get_character (text, i)))
      return FALSE;
  return TRUE;
}

/* Where nothing but blanks lies between two parts, they become one. */
static GArray *
dup_all_ranges (PresserDocument *document,
                GPtrArray       *statements)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  guint   i;

  for (i = 0; i < statements->len; i++)
    {
      guint               n_ranges;
      const PresserRange *ranges = presser_statement_get_ranges (statements->pdata[i], &n_ranges);

      g_array_append_vals (all, ranges, n_ranges);
    }
  g_array_sort (all, compare_ranges);

  for (i = 0; i < all->len; i++)
    {
      PresserRange  range = g_array_index (all, PresserRange, i);
      PresserRange *last = joined->len > 0 ? &g_array_index (joined, PresserRange, joined->len - 1) : NULL;

      if (last != NULL && (range.start <= last->end || is_blank (document, last->end, range.start)))
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (joined, range);
    }
  return joined;
}

/* How closely it is held; what is joined is held as closely as the closest of its parts. */
static int
get_strictness (PresserStatement *statement)
{
  switch (presser_statement_get_ground_rule (statement))
    {
    case PRESSER_GROUND_OFF_RECORD:
      return 4;
    case PRESSER_GROUND_DEEP_BACKGROUND:
      return 3;
    case PRESSER_GROUND_EMBARGOED:
      return 2;
    case PRESSER_GROUND_BACKGROUND:
      return 1;
    case PRESSER_GROUND_ON_RECORD:
    default:
      return 0;
    }
}

static char *
dup_notes (PresserStatement *one,
           PresserStatement *other)
{
  const char *first = presser_statement_get_note (one);
  const char *second = presser_statement_get_note (other);

  if (first == NULL || second == NULL || g_str_equal (first, second))
    return g_strdup (first != NULL ? first : second);
  return g_strconcat (first, "\n", second, NULL);
}

static void
replace (PresserStatement **statement,
         PresserStatement  *changed)
{
  g_object_unref (*statement);
  *statement = changed;
}

/* Everything of @other but its place is taken over; where the two differ, the more careful one counts. */
static PresserStatement *
take_over (PresserStatement *statement,
           PresserStatement *other)
{
  PresserStatement  *joined = g_object_ref (statement);
  const char *const *topics = presser_statement_get_topics (other);
  g_autofree char   *note = dup_notes (statement, other);
  guint              i;

  for (i = 0; topics[i] != NULL; i++)
    if (!presser_statement_has_topic (joined, topics[i]))
      replace (&joined, presser_statement_with_topic (joined, topics[i]));
  if (presser_statement_get_kind (statement) != presser_statement_get_kind (other))
    replace (&joined, presser_statement_with_kind (joined, PRESSER_KIND_MIXED));
  if (presser_statement_get_status (other) < presser_statement_get_status (statement))
    replace (&joined, presser_statement_with_status (joined, presser_statement_get_status (other)));
  if (get_strictness (other) > get_strictness (statement)
      || presser_statement_get_embargo (other) > presser_statement_get_embargo (statement))
    replace (&joined, presser_statement_with_ground_rule (
                          joined,
                          presser_statement_get_ground_rule (get_strictness (other) > get_strictness (statement) ? other : statement),
                          MAX (presser_statement_get_embargo (other), presser_statement_get_embargo (statement))));
  replace (&joined, presser_statement_with_note (joined, note));
  return joined;
}

/**
 * presser_tagging_join:
 * @document: a document
 * @statements: (element-type PresserStatement): statements of it that [func@tagging_can_join]
 *
 * What lies between two of them and is more than blanks becomes a gap.
 *
 * Returns: (transfer none): the one that is left
 */
PresserStatement *
presser_tagging_join (PresserDocument *document,
                      GPtrArray       *statements)
{
  PresserHistory *history = presser_document_get_history (document);
  g_autoptr (PresserStatement) joined = g_object_ref (statements->pdata[0]);
  g_autoptr (PresserStatement) placed = NULL;
  g_autoptr (PresserStatement) dated = NULL;
  g_autoptr (GArray) ranges = dup_all_ranges (document, statements);
  g_autoptr (GPtrArray) in = g_ptr_array_new ();
  guint i;

  for (i = 1; i < statements->len; i++)
    replace (&joined, take_over (joined, statements->pdata[i]));
  placed = with_ranges (joined, ranges);
  dated = presser_statement_with_times (placed, presser_statement_get_made (placed), g_get_real_time () / G_USEC_PER_SEC);
  g_ptr_array_add (in, dated);
  presser_history_begin (history, _ ("Join Statements"));
  presser_document_swap_statements (document, statements, in);
  presser_history_end (history);
  return presser_document_get_statement (document, presser_statement_get_id (dated));
}

/**
 * presser_tagging_toggle_trim:
 * @document: a document
 * @statement: one of its statements, of one part
 * @selected: what was selected when it was made, in code points
 *
 * Returns: (transfer none): the statement as it is then
 */
PresserStatement *
presser_tagging_toggle_trim (PresserDocument  *document,
                             PresserStatement *statement,
                             PresserRange      selected)
{
  PresserRange range = selected;
  g_autoptr (PresserStatement) changed = NULL;

  if (presser_range_equal (presser_statement_get_extent (statement), selected))
    range = presser_segment_trim (document, selected);
  if (presser_range_is_empty (range))
    return statement;
  changed = presser_statement_with_ranges (statement, &range, 1);
  return presser_tagging_change (document, statement, changed, _ ("Trim Statement"));
}
