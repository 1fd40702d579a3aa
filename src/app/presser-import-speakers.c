/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-speakers.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"

/* Whoever speaks less often can be put right in the document. */
#define MAX_ROWS 60
/* More of them are no menu. */
#define MAX_TARGETS 30

struct _PresserImportSpeakers
{
  GtkWidget parent_instance;

  GtkListBox *list; /* child */

  GListModel             *found;     /* owned: of PresserImportSpeaker */
  PresserImportDecisions *decisions; /* borrowed from whoever shows this */
  gboolean                are_speakers;
};

G_DEFINE_FINAL_TYPE (PresserImportSpeakers, presser_import_speakers, GTK_TYPE_WIDGET)

enum
{
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A speaker is told in the decisions by the first of the labels. */
static const char *
get_label (PresserImportSpeaker *speaker)
{
  return presser_import_speaker_get_labels (speaker)[0];
}

static PresserImportSpeaker *
get_speaker (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "speaker");
}

static void
decided (PresserImportSpeakers *self)
{
  g_signal_emit (self, signals[DECIDED], 0);
}

static char *
dup_details (PresserImportSpeakers *self,
             PresserImportSpeaker  *speaker)
{
  const char *const *labels = presser_import_speaker_get_labels (speaker);
  const char        *sample = presser_import_speaker_get_sample (speaker);
  guint              n_turns = presser_import_speaker_get_n_turns (speaker);
  g_autoptr (GString) details = g_string_new (NULL);

  g_string_append_printf (details, self->are_speakers ? ngettext ("%u turn", "%u turns", n_turns) : ngettext ("%u line", "%u lines", n_turns),
                          n_turns);
  for (guint i = 0; labels[i] != NULL; i++)
    if (labels[1] != NULL)
      g_string_append_printf (details, "%s%s", i == 0 ? " · " : ", ", labels[i]);
  if (sample != NULL && *sample != '\0')
    g_string_append_printf (details, "\n%s", sample);
  return g_markup_escape_text (details->str, (gssize) details->len);
}

static void
toggled_cb (PresserImportSpeakers *self,
            GtkCheckButton        *check)
{
  PresserImportSpeaker *speaker = g_object_get_data (G_OBJECT (check), "speaker");
  const char *const    *label;

  for (label = presser_import_speaker_get_labels (speaker); *label != NULL; label++)
    presser_import_decisions_set_speaker (self->decisions, *label, gtk_check_button_get_active (check));
  decided (self);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PresserImportSpeakers *self = PRESSER_IMPORT_SPEAKERS (widget);
  const char            *label;
  const char            *into;

  g_variant_get (parameter, "(&s&s)", &label, &into);
  presser_import_decisions_merge (self->decisions, label, into);
  decided (self);
}

static PresserImportSpeaker *
dup_speaker_with (PresserImportSpeakers *self,
                  const char            *label)
{
  guint n_found = self->found != NULL ? g_list_model_get_n_items (self->found) : 0;

  for (guint i = 0; i < n_found; i++)
    {
      g_autoptr (PresserImportSpeaker) speaker = g_list_model_get_item (self->found, i);

      if (g_strv_contains (presser_import_speaker_get_labels (speaker), label))
        return g_steal_pointer (&speaker);
    }
  return NULL;
}

static void
split_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PresserImportSpeakers *self = PRESSER_IMPORT_SPEAKERS (widget);
  g_autoptr (PresserImportSpeaker) speaker = dup_speaker_with (self, g_variant_get_string (parameter, NULL));

  if (speaker == NULL)
    return;
  presser_import_decisions_keep_apart (self->decisions, presser_import_speaker_get_labels (speaker));
  decided (self);
}

static void
append_merge (GMenu                *menu,
              PresserImportSpeaker *speaker,
              PresserImportSpeaker *into)
{
  g_autoptr (GString) label = g_string_new (presser_import_speaker_get_name (into));
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (label, "_", "__", 0);
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, "speakers.merge", "(ss)", get_label (speaker), get_label (into));
  g_menu_append_item (menu, item);
}

static void
fill_menu (GtkMenuButton *button,
           gpointer       data)
{
  PresserImportSpeakers *self = data;
  PresserImportSpeaker  *speaker = g_object_get_data (G_OBJECT (button), "speaker");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  guint n_found = MIN (g_list_model_get_n_items (self->found), MAX_TARGETS);

  for (guint i = 0; i < n_found; i++)
    {
      g_autoptr (PresserImportSpeaker) other = g_list_model_get_item (self->found, i);

      if (other != speaker)
        append_merge (others, speaker, other);
    }
  if (presser_import_speaker_get_labels (speaker)[1] != NULL)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Keep the _Labels Apart"), NULL);

      g_menu_item_set_action_and_target (item, "speakers.split", "s", get_label (speaker));
      g_menu_append_item (menu, item);
    }
  g_menu_append_section (menu, _ ("Same Person As"), G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_menu (PresserImportSpeakers *self,
          AdwActionRow          *row,
          PresserImportSpeaker  *speaker)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is a speaker */
  g_autofree char *tooltip = g_strdup_printf (_ ("Who Is %s?"), presser_import_speaker_get_name (speaker));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "speaker", speaker);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, self, NULL);
  adw_action_row_add_suffix (row, button);
  presser_accessible_name_buttons (button);
}

/* A proposal is one press away; until then two stay two. */
static void
add_proposal (PresserImportSpeakers *self,
              AdwActionRow          *row,
              PresserImportSpeaker  *speaker)
{
  const char *proposed = presser_import_speaker_get_proposed (speaker);
  g_autoptr (PresserImportSpeaker) other = proposed != NULL ? dup_speaker_with (self, proposed) : NULL;
  g_autofree char *label = NULL;
  GtkWidget       *button;

  if (other == NULL)
    return;
  /* Translators: %s is another speaker who may be the same person */
  label = g_strdup_printf (_ ("Same as %s"), presser_import_speaker_get_name (other));
  button = gtk_button_new_with_label (label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "speakers.merge");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", get_label (speaker), get_label (other));
  adw_action_row_add_suffix (row, button);
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_STRING, get_label (get_speaker (row)));
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value)
{
  GtkWidget             *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  PresserImportSpeakers *self = PRESSER_IMPORT_SPEAKERS (gtk_widget_get_ancestor (row, PRESSER_TYPE_IMPORT_SPEAKERS));
  const char            *label = g_value_get_string (value);
  g_autoptr (PresserImportSpeaker) dragged = label != NULL ? dup_speaker_with (self, label) : NULL;

  if (dragged == NULL || dragged == get_speaker (row))
    return FALSE;
  gtk_widget_activate_action (row, "speakers.merge", "(ss)", get_label (dragged), get_label (get_speaker (row)));
  return TRUE;
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
add_check (PresserImportSpeakers *self,
           AdwActionRow          *row,
           PresserImportSpeaker  *speaker)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: %s is what stands before lines of a transcript, such as a name */
  g_autofree char *name = g_strdup_printf (_ ("%s is a speaker"), presser_import_speaker_get_name (speaker));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->are_speakers);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("Is a Speaker"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "speaker", speaker);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
}

static void
add_row (PresserImportSpeakers *self,
         PresserImportSpeaker  *speaker)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (presser_import_speaker_get_name (speaker), -1);
  g_autofree char *details = dup_details (self, speaker);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data_full (G_OBJECT (row), "speaker", g_object_ref (speaker), g_object_unref);
  add_check (self, ADW_ACTION_ROW (row), speaker);
  if (self->are_speakers)
    {
      add_proposal (self, ADW_ACTION_ROW (row), speaker);
      add_menu (self, ADW_ACTION_ROW (row), speaker);
      make_draggable (row);
    }
  gtk_list_box_append (self->list, row);
}

static void
add_rest (PresserImportSpeakers *self,
          guint                  n_more)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (self->list, row);
}

/* Which row has the keys, so that they stay there when the rows are made anew; -1 for none. */
static int
find_focus (PresserImportSpeakers *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                       : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
restore_focus (PresserImportSpeakers *self,
               int                    index,
               guint                  n_rows)
{
  GtkListBoxRow *row = index >= 0 && n_rows > 0 ? gtk_list_box_get_row_at_index (self->list, MIN (index, (int) n_rows - 1)) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * presser_import_speakers_show:
 * @self: the widget
 * @found: (element-type PresserImportSpeaker): speakers or candidates
 * @are_speakers: which of the two
 * @decisions: what is changed; lives as long as @self is shown
 */
void
presser_import_speakers_show (PresserImportSpeakers  *self,
                              GListModel             *found,
                              gboolean                are_speakers,
                              PresserImportDecisions *decisions)
{
  guint      n_found = g_list_model_get_n_items (found);
  int        focus;
  GtkWidget *row;

  g_return_if_fail (PRESSER_IS_IMPORT_SPEAKERS (self));

  focus = find_focus (self);
  g_set_object (&self->found, found);
  self->are_speakers = are_speakers;
  self->decisions = decisions;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (n_found, MAX_ROWS); i++)
    {
      g_autoptr (PresserImportSpeaker) speaker = g_list_model_get_item (found, i);

      add_row (self, speaker);
    }
  if (n_found > MAX_ROWS)
    add_rest (self, n_found - MAX_ROWS);
  restore_focus (self, focus, MIN (n_found, MAX_ROWS));
}

static void
presser_import_speakers_dispose (GObject *object)
{
  PresserImportSpeakers *self = PRESSER_IMPORT_SPEAKERS (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->found);

  G_OBJECT_CLASS (presser_import_speakers_parent_class)->dispose (object);
}

static void
presser_import_speakers_class_init (PresserImportSpeakersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_import_speakers_dispose;

  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "speakers.merge", "(ss)", merge_action);
  gtk_widget_class_install_action (widget_class, "speakers.split", "s", split_action);
}

static void
presser_import_speakers_init (PresserImportSpeakers *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Speakers"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}
