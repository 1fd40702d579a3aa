/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Selecting by one key: a unit around the cursor, the next one, one more, from small to large and back. */

#include "presser-unit.h"
#include "presser-window-private.h"

static void
show_selection (PresserWindow *self,
                PresserRange   range)
{
  presser_transcript_select (self->transcript, range);
  presser_transcript_reveal (self->transcript, range);
}

/* Selections that the present one does not come from are no way back. */
static void
select_and_note (PresserWindow *self,
                 PresserRange   range)
{
  PresserRange before = presser_transcript_get_selection (self->transcript);

  if (presser_range_equal (range, before))
    return;
  if (self->trail->len > 0 && !presser_range_equal (g_array_index (self->trail, PresserRange, self->trail->len - 1), before))
    g_array_set_size (self->trail, 0);
  if (self->trail->len == 0)
    g_array_append_val (self->trail, before);
  g_array_append_val (self->trail, range);
  show_selection (self, range);
}

/* What the unit key finds around the cursor; if just that is selected, the next one. */
static void
grow_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (user_data);
  PresserDocument *document = presser_window_get_document (self);
  PresserRange     range = presser_transcript_get_selection (self->transcript);
  PresserUnit      unit;
  PresserRange     found;

  if (!presser_unit_from_name (g_variant_get_string (parameter, NULL), &unit))
    return;
  found = presser_unit_find (document, unit, range);
  if (presser_range_equal (found, range))
    found = presser_unit_find_next (document, unit, range);
  if (presser_range_equal (found, range))
    return;
  select_and_note (self, found);
  presser_window_use_marker (self);
}

/* Those that are selected and the next one too. */
static void
extend_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (user_data);
  PresserDocument *document = presser_window_get_document (self);
  PresserRange     range = presser_transcript_get_selection (self->transcript);
  PresserUnit      unit;
  PresserRange     next;

  if (!presser_unit_from_name (g_variant_get_string (parameter, NULL), &unit))
    return;
  if (!presser_range_is_empty (range))
    {
      next = presser_unit_find_next (document, unit, range);
      range.end = MAX (range.end, next.end);
    }
  else
    range = presser_unit_find (document, unit, range);
  select_and_note (self, range);
}

static void
grow_step_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  select_and_note (self, presser_unit_grow (presser_window_get_document (self),
                                            presser_transcript_get_selection (self->transcript)));
}

static void
shrink_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  PresserRange   range = presser_transcript_get_selection (self->transcript);

  if (self->trail->len < 2 || !presser_range_equal (g_array_index (self->trail, PresserRange, self->trail->len - 1), range))
    return;
  g_array_set_size (self->trail, self->trail->len - 1);
  show_selection (self, g_array_index (self->trail, PresserRange, self->trail->len - 1));
}

/* The menu opens at the cursor, so that has to be in view. */
static void
text_menu_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->transcript),
                                      gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->transcript))));
  gtk_widget_activate_action (GTK_WIDGET (self->transcript), "menu.popup", NULL);
}

static const GActionEntry actions[] = {
  { "grow", grow_action, "s" },
  { "extend", extend_action, "s" },
  { "grow-step", grow_step_action },
  { "shrink", shrink_action },
  { "text-menu", text_menu_action },
};

/**
 * presser_window_add_selecting_actions:
 * @self: a window
 */
void
presser_window_add_selecting_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * presser_window_update_selecting_actions:
 * @self: a window
 * @has_document: whether something is open
 */
void
presser_window_update_selecting_actions (PresserWindow *self,
                                         gboolean       has_document)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)), has_document);
}
