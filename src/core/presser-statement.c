/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (PresserStatement, presser_statement, G_TYPE_OBJECT)

static void
presser_statement_finalize (GObject *object)
{
  PresserStatement *self = PRESSER_STATEMENT (object);

  g_free (self->id);
  g_array_unref (self->ranges);
  g_free (self->speaker);
  g_strfreev (self->topics);
  g_free (self->certainty);
  g_free (self->note);
  g_free (self->annotator);
  G_OBJECT_CLASS (presser_statement_parent_class)->finalize (object);
}

static void
presser_statement_class_init (PresserStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_statement_finalize;
}

static void
presser_statement_init (PresserStatement *self)
{
  self->status = PRESSER_STATUS_DRAFT;
}

PresserStatement *
presser_statement_copy (PresserStatement *self)
{
  PresserStatement *other = g_object_new (PRESSER_TYPE_STATEMENT, NULL);

  other->id = g_strdup (self->id);
  other->ranges = g_array_copy (self->ranges);
  other->speaker = g_strdup (self->speaker);
  other->topics = g_strdupv (self->topics);
  other->kind = self->kind;
  other->status = self->status;
  other->ground_rule = self->ground_rule;
  other->embargo = self->embargo;
  other->certainty = g_strdup (self->certainty);
  other->note = g_strdup (self->note);
  other->annotator = g_strdup (self->annotator);
  other->made = self->made;
  other->changed = self->changed;
  return other;
}

static int
compare_ranges (gconstpointer one,
                gconstpointer other)
{
  guint one_start = ((const PresserRange *) one)->start;
  guint other_start = ((const PresserRange *) other)->start;

  return (one_start > other_start) - (one_start < other_start);
}

GArray *
presser_ranges_normalise (const PresserRange *ranges,
                          guint               n_ranges)
{
  g_autoptr (GArray) sorted = NULL;
  GArray *normal = g_array_sized_new (FALSE, FALSE, sizeof (PresserRange), n_ranges);
  guint   i;

  if (n_ranges == 1)
    return presser_range_is_empty (*ranges) ? normal : g_array_append_vals (normal, ranges, 1);

  sorted = g_array_sized_new (FALSE, FALSE, sizeof (PresserRange), n_ranges);
  for (i = 0; i < n_ranges; i++)
    if (!presser_range_is_empty (ranges[i]))
      g_array_append_val (sorted, ranges[i]);
  g_array_sort (sorted, compare_ranges);
  for (i = 0; i < sorted->len; i++)
    {
      PresserRange  range = g_array_index (sorted, PresserRange, i);
      PresserRange *last = normal->len > 0 ? &g_array_index (normal, PresserRange, normal->len - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (normal, range);
    }
  return normal;
}

/**
 * presser_statement_new:
 * @id: XML id, unique in the document
 * @ranges: (array length=n_ranges): what was said, in code points; in any order, those that touch become one
 * @n_ranges: how many; at least one of them is not empty
 *
 * Returns: (transfer full): a draft of a direct statement, on the record, with nobody's name
 */
PresserStatement *
presser_statement_new (const char         *id,
                       const PresserRange *ranges,
                       guint               n_ranges)
{
  g_autoptr (GArray) normal = NULL;
  PresserStatement *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (ranges != NULL, NULL);

  normal = presser_ranges_normalise (ranges, n_ranges);
  g_return_val_if_fail (normal->len > 0, NULL);

  self = g_object_new (PRESSER_TYPE_STATEMENT, NULL);
  self->id = g_strdup (id);
  self->ranges = g_steal_pointer (&normal);
  self->topics = g_new0 (char *, 1);
  return self;
}

/**
 * presser_statement_get_id:
 * @self: a statement
 *
 * Returns: the XML id, stable for life
 */
const char *
presser_statement_get_id (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  return self->id;
}

/**
 * presser_statement_get_ranges:
 * @self: a statement
 * @n_ranges: (out) (optional): how many
 *
 * Returns: (array length=n_ranges): what was said, in code points: sorted, apart from each other, none empty;
 *   borrowed, and valid until the next edit of the text
 */
const PresserRange *
presser_statement_get_ranges (PresserStatement *self,
                              guint            *n_ranges)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  if (n_ranges != NULL)
    *n_ranges = self->ranges->len;
  return (const PresserRange *) (gpointer) self->ranges->data;
}

static PresserRange
get_extent (PresserStatement *self)
{
  return (PresserRange){ g_array_index (self->ranges, PresserRange, 0).start,
                         g_array_index (self->ranges, PresserRange, self->ranges->len - 1).end };
}

/**
 * presser_statement_get_extent:
 * @self: a statement
 *
 * Returns: from the start of the first range to the end of the last, in code points
 */
PresserRange
presser_statement_get_extent (PresserStatement *self)
{
  PresserRange nowhere = { 0, 0 };

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), nowhere);

  return get_extent (self);
}

/**
 * presser_statement_get_speaker:
 * @self: a statement
 *
 * Returns: (nullable): id of the speaker
 */
const char *
presser_statement_get_speaker (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  return self->speaker;
}

/**
 * presser_statement_get_topics:
 * @self: a statement
 *
 * Returns: ids of the topics in the order they were given; never %NULL
 */
const char *const *
presser_statement_get_topics (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  return (const char *const *) self->topics;
}

/**
 * presser_statement_has_topic:
 * @self: a statement
 * @topic_id: id of a topic
 *
 * Returns: whether the statement carries that very topic
 */
gboolean
presser_statement_has_topic (PresserStatement *self,
                             const char       *topic_id)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), FALSE);
  g_return_val_if_fail (topic_id != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->topics, topic_id);
}

/**
 * presser_statement_get_kind:
 * @self: a statement
 *
 * Returns: direct, indirect or mixed
 */
PresserKind
presser_statement_get_kind (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), PRESSER_KIND_DIRECT);

  return self->kind;
}

/**
 * presser_statement_get_status:
 * @self: a statement
 *
 * Returns: how far the work on it is
 */
PresserStatus
presser_statement_get_status (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), PRESSER_STATUS_DRAFT);

  return self->status;
}

/**
 * presser_statement_get_ground_rule:
 * @self: a statement
 *
 * Returns: under which rule it was said
 */
PresserGroundRule
presser_statement_get_ground_rule (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), PRESSER_GROUND_ON_RECORD);

  return self->ground_rule;
}

/**
 * presser_statement_get_embargo:
 * @self: a statement
 *
 * Returns: seconds since the epoch until which it is held back, or 0
 */
gint64
presser_statement_get_embargo (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), 0);

  return self->embargo;
}

/**
 * presser_statement_get_certainty:
 * @self: a statement
 *
 * Returns: (nullable): as TEI's cert
 */
const char *
presser_statement_get_certainty (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  return self->certainty;
}

/**
 * presser_statement_get_note:
 * @self: a statement
 *
 * Returns: (nullable): the journalist's note
 */
const char *
presser_statement_get_note (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  return self->note;
}

/**
 * presser_statement_get_annotator:
 * @self: a statement
 *
 * Returns: (nullable): id of whose work it is
 */
const char *
presser_statement_get_annotator (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  return self->annotator;
}

/**
 * presser_statement_get_made:
 * @self: a statement
 *
 * Returns: seconds since the epoch, or 0
 */
gint64
presser_statement_get_made (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), 0);

  return self->made;
}

/**
 * presser_statement_get_changed:
 * @self: a statement
 *
 * Returns: seconds since the epoch, or 0
 */
gint64
presser_statement_get_changed (PresserStatement *self)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), 0);

  return self->changed;
}

static int
compare_ids (const char *one,
             const char *other)
{
  gsize one_length = strlen (one);
  gsize other_length = strlen (other);

  /* Ids made here differ in their number only, so that the shorter one is the earlier. */
  if (one_length != other_length)
    return one_length < other_length ? -1 : 1;
  return strcmp (one, other);
}

/**
 * presser_statement_compare:
 * @one: a statement
 * @other: another statement
 *
 * Text order: by start, then the longer first, then by id.
 *
 * Returns: negative, zero or positive
 */
int
presser_statement_compare (PresserStatement *one,
                           PresserStatement *other)
{
  PresserRange one_extent = get_extent (one);
  PresserRange other_extent = get_extent (other);

  if (one_extent.start != other_extent.start)
    return one_extent.start < other_extent.start ? -1 : 1;
  if (one_extent.end != other_extent.end)
    return one_extent.end > other_extent.end ? -1 : 1;
  return compare_ids (one->id, other->id);
}

static gboolean
equal_ranges (GArray *one,
              GArray *other)
{
  return one->len == other->len && memcmp (one->data, other->data, one->len * sizeof (PresserRange)) == 0;
}

/**
 * presser_statement_equal:
 * @one: a statement
 * @other: another statement
 *
 * Returns: whether both say the same of the same place, id included
 */
gboolean
presser_statement_equal (PresserStatement *one,
                         PresserStatement *other)
{
  g_return_val_if_fail (PRESSER_IS_STATEMENT (one), FALSE);
  g_return_val_if_fail (PRESSER_IS_STATEMENT (other), FALSE);

  return strcmp (one->id, other->id) == 0
         && equal_ranges (one->ranges, other->ranges)
         && g_strcmp0 (one->speaker, other->speaker) == 0
         && g_strv_equal ((const char *const *) one->topics, (const char *const *) other->topics)
         && one->kind == other->kind
         && one->status == other->status
         && one->ground_rule == other->ground_rule
         && one->embargo == other->embargo
         && g_strcmp0 (one->certainty, other->certainty) == 0
         && g_strcmp0 (one->note, other->note) == 0
         && g_strcmp0 (one->annotator, other->annotator) == 0
         && one->made == other->made
         && one->changed == other->changed;
}
