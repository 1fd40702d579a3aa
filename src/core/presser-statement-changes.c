/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The with_ functions: a changed copy each. */

#include "presser-statement-private.h"

#include <string.h>

#include "presser-strings-private.h"

static void
set_string (char      **field,
            const char *value)
{
  g_free (*field);
  *field = presser_strings_dup_filled (value);
}

/**
 * presser_statement_with_id:
 * @self: a statement
 * @id: XML id
 *
 * Returns: (transfer full): a copy with that id
 */
PresserStatement *
presser_statement_with_id (PresserStatement *self, const char *id)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  changed = presser_statement_copy (self);
  g_free (changed->id);
  changed->id = g_strdup (id);
  return changed;
}

/**
 * presser_statement_with_ranges:
 * @self: a statement
 * @ranges: (array length=n_ranges): as for presser_statement_new()
 * @n_ranges: how many; at least one of them is not empty
 *
 * Returns: (transfer full): a copy at that place
 */
PresserStatement *
presser_statement_with_ranges (PresserStatement   *self,
                               const PresserRange *ranges,
                               guint               n_ranges)
{
  g_autoptr (GArray) normal = NULL;
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (ranges != NULL, NULL);

  normal = presser_ranges_normalise (ranges, n_ranges);
  g_return_val_if_fail (normal->len > 0, NULL);

  changed = presser_statement_copy (self);
  g_array_unref (changed->ranges);
  changed->ranges = g_steal_pointer (&normal);
  return changed;
}

/**
 * presser_statement_with_speaker:
 * @self: a statement
 * @speaker_id: (nullable): id of the speaker
 *
 * Returns: (transfer full): a copy said by that speaker
 */
PresserStatement *
presser_statement_with_speaker (PresserStatement *self, const char *speaker_id)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  set_string (&changed->speaker, speaker_id);
  return changed;
}

static char **
dup_unique (const char *const *ids)
{
  g_autoptr (GPtrArray) unique = g_ptr_array_new ();
  gsize i;

  for (i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (unique, ids[i], g_str_equal, NULL))
      g_ptr_array_add (unique, g_strdup (ids[i]));
  g_ptr_array_add (unique, NULL);
  return (char **) g_ptr_array_steal (unique, NULL);
}

/**
 * presser_statement_new_with_fields:
 * @fields: what is known of it
 *
 * Returns: (transfer full): a statement that is all that
 */
PresserStatement *
presser_statement_new_with_fields (const PresserStatementFields *fields)
{
  PresserStatement *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = presser_statement_new (fields->id, fields->ranges, fields->n_ranges);
  g_return_val_if_fail (self != NULL, NULL);

  set_string (&self->speaker, fields->speaker);
  set_string (&self->certainty, fields->certainty);
  set_string (&self->annotator, fields->annotator);
  if (fields->topics != NULL)
    {
      g_strfreev (self->topics);
      self->topics = dup_unique (fields->topics);
    }
  self->kind = fields->kind;
  self->status = fields->status;
  self->ground_rule = fields->ground_rule;
  self->embargo = fields->ground_rule == PRESSER_GROUND_EMBARGOED ? fields->embargo : 0;
  return self;
}

/**
 * presser_statement_with_topics:
 * @self: a statement
 * @topic_ids: (nullable): ids of topics; one given twice counts once
 *
 * Returns: (transfer full): a copy with those topics and no others
 */
PresserStatement *
presser_statement_with_topics (PresserStatement *self, const char *const *topic_ids)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  g_strfreev (changed->topics);
  changed->topics = dup_unique (topic_ids);
  return changed;
}

/**
 * presser_statement_with_topic:
 * @self: a statement
 * @topic_id: id of a topic
 *
 * Returns: (transfer full): a copy with that topic added behind the others, if it was not there
 */
PresserStatement *
presser_statement_with_topic (PresserStatement *self,
                              const char       *topic_id)
{
  g_autofree const char **ids = NULL;
  guint                   n_topics;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (topic_id != NULL, NULL);

  n_topics = g_strv_length (self->topics);
  ids = g_new0 (const char *, n_topics + 2);
  memcpy (ids, self->topics, n_topics * sizeof (char *));
  ids[n_topics] = topic_id;
  return presser_statement_with_topics (self, ids);
}

/**
 * presser_statement_without_topic:
 * @self: a statement
 * @topic_id: id of a topic
 *
 * Returns: (transfer full): a copy without that topic
 */
PresserStatement *
presser_statement_without_topic (PresserStatement *self,
                                 const char       *topic_id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gsize i;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (topic_id != NULL, NULL);

  for (i = 0; self->topics[i] != NULL; i++)
    if (strcmp (self->topics[i], topic_id) != 0)
      g_ptr_array_add (ids, self->topics[i]);
  g_ptr_array_add (ids, NULL);
  return presser_statement_with_topics (self, (const char *const *) ids->pdata);
}

/**
 * presser_statement_with_kind:
 * @self: a statement
 * @kind: direct, indirect or mixed
 *
 * Returns: (transfer full): a copy of that kind
 */
PresserStatement *
presser_statement_with_kind (PresserStatement *self, PresserKind kind)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  changed->kind = kind;
  return changed;
}

/**
 * presser_statement_with_status:
 * @self: a statement
 * @status: how far the work on it is
 *
 * Returns: (transfer full): a copy with that status
 */
PresserStatement *
presser_statement_with_status (PresserStatement *self, PresserStatus status)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  changed->status = status;
  return changed;
}

/**
 * presser_statement_with_ground_rule:
 * @self: a statement
 * @rule: under which rule it was said
 * @embargo: seconds since the epoch until which it is held back, or 0; kept only with %PRESSER_GROUND_EMBARGOED
 *
 * Returns: (transfer full): a copy under that rule
 */
PresserStatement *
presser_statement_with_ground_rule (PresserStatement *self, PresserGroundRule rule, gint64 embargo)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  changed->ground_rule = rule;
  changed->embargo = rule == PRESSER_GROUND_EMBARGOED ? embargo : 0;
  return changed;
}

/**
 * presser_statement_with_certainty:
 * @self: a statement
 * @certainty: (nullable): as TEI's cert: high, medium, low, unknown, or a number from 0 to 1
 *
 * Returns: (transfer full): a copy with that certainty
 */
PresserStatement *
presser_statement_with_certainty (PresserStatement *self, const char *certainty)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  set_string (&changed->certainty, certainty);
  return changed;
}

/**
 * presser_statement_with_note:
 * @self: a statement
 * @note: (nullable): a note
 *
 * Returns: (transfer full): a copy with that note
 */
PresserStatement *
presser_statement_with_note (PresserStatement *self, const char *note)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  set_string (&changed->note, note);
  return changed;
}

/**
 * presser_statement_with_annotator:
 * @self: a statement
 * @annotator_id: (nullable): id of whose work it is
 *
 * Returns: (transfer full): a copy by that annotator
 */
PresserStatement *
presser_statement_with_annotator (PresserStatement *self, const char *annotator_id)
{
  PresserStatement *changed;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  changed = presser_statement_copy (self);
  set_string (&changed->annotator, annotator_id);
  return changed;
}

/**
 * presser_statement_with_times:
 * @self: a statement
 * @made: seconds since the epoch, or 0
 * @changed: seconds since the epoch, or 0
 *
 * Returns: (transfer full): a copy with those times
 */
PresserStatement *
presser_statement_with_times (PresserStatement *self, gint64 made, gint64 changed)
{
  PresserStatement *other;

  g_return_val_if_fail (PRESSER_IS_STATEMENT (self), NULL);

  other = presser_statement_copy (self);
  other->made = made;
  other->changed = changed;
  return other;
}
