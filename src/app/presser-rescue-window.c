/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-rescue-window.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-compare-window.h"
#include "presser-compat.h"
#include "presser-rescue.h"

struct _PresserRescueWindow
{
  AdwWindow parent_instance;

  /* Template children. */
  GtkWidget  *later_button;
  GtkListBox *list;

  GPtrArray *rescues; /* of PresserRescue: those that wait for an answer */
};

G_DEFINE_FINAL_TYPE (PresserRescueWindow, presser_rescue_window, ADW_TYPE_WINDOW)

enum
{
  RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const rescue_key = "presser-rescue";

static GtkWidget *
find_row (PresserRescueWindow *self,
          PresserRescue       *rescue)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && g_object_get_data (G_OBJECT (row), rescue_key) != rescue)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
answered (PresserRescueWindow *self,
          PresserRescue       *rescue)
{
  GtkWidget *row = find_row (self, rescue);

  g_ptr_array_remove (self->rescues, rescue);
  if (self->rescues->len == 0)
    gtk_window_close (GTK_WINDOW (self)); /* as a whole: nobody is to look at an empty list */
  else if (row != NULL)
    gtk_list_box_remove (self->list, row);
}

static PresserRescue *
get_rescue (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)), rescue_key);
}

typedef struct
{
  PresserRescueWindow *window;
  PresserRescue       *rescue;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->window);
  g_object_unref (wish->rescue);
  g_free (wish);
}

static gboolean
restore_idle (gpointer user_data)
{
  Wish *wish = user_data;

  if (wish->window->rescues != NULL) /* not closed meanwhile */
    {
      answered (wish->window, wish->rescue);
      g_signal_emit (wish->window, signals[RESTORE], 0, wish->rescue);
    }
  return G_SOURCE_REMOVE;
}

/* Later, when the button has done with its click: its row goes, and its window may. */
static void
restore_clicked_cb (PresserRescueWindow *self,
                    GtkWidget           *button)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->window = g_object_ref (self);
  wish->rescue = g_object_ref (get_rescue (button));
  g_idle_add_full (G_PRIORITY_DEFAULT, restore_idle, wish, (GDestroyNotify) wish_free);
}

static void
discard_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  PresserRescueWindow *self = PRESSER_RESCUE_WINDOW (source);
  g_autoptr (PresserRescue) rescue = user_data;
  g_autofree char *answer = presser_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "discard") != 0)
    return;
  presser_rescue_discard (rescue);
  answered (self, rescue);
}

static void
discard_clicked_cb (PresserRescueWindow *self,
                    GtkWidget           *button)
{
  const PresserAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };
  PresserRescue   *rescue = get_rescue (button);
  g_autofree char *body = NULL;

  /* Translators: %s is the title of a transcript */
  body = g_strdup_printf (_ ("What was not saved of “%s” will be lost for good."), presser_rescue_get_title (rescue));
  presser_ask_async (GTK_WINDOW (self), _ ("Discard Unsaved Work?"), body, answers, NULL, discard_answered_cb, g_object_ref (rescue));
}

static void
compare_clicked_cb (PresserRescueWindow *self,
                    GtkWidget           *button)
{
  PresserRescue         *rescue = get_rescue (button);
  GFile                 *location = presser_rescue_get_location (rescue);
  gboolean               is_there = location != NULL && g_file_query_exists (location, NULL);
  PresserComparisonSides sides = {
    .file = is_there ? location : NULL,
    .bytes = presser_rescue_get_bytes (rescue),
    .before = is_there ? _ ("in the file on the disk")
                       /* Translators: as in “¶3: only in the transcript as it was opened” */
                       : _ ("in the transcript as it was opened"),
    /* Translators: as in “¶3: only in the unsaved work” */
    .after = _ ("in the unsaved work"),
  };

  gtk_window_present (GTK_WINDOW (presser_compare_window_new (GTK_WINDOW (self), presser_rescue_get_document (rescue), &sides)));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_button (PresserRescueWindow *self,
            GtkWidget           *box,
            PresserRescue       *rescue,
            const char          *label,
            const char          *css_class,
            GCallback            callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  presser_rescue_get_title (rescue), -1);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_buttons (PresserRescueWindow *self,
              PresserRescue       *rescue)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_top (box, 6);
  add_button (self, box, rescue, _ ("_Discard…"), NULL, G_CALLBACK (discard_clicked_cb));
  if (presser_rescue_get_document (rescue) == NULL)
    return box;
  add_button (self, box, rescue, _ ("_Compare…"), NULL, G_CALLBACK (compare_clicked_cb));
  add_button (self, box, rescue, _ ("_Restore"), "suggested-action", G_CALLBACK (restore_clicked_cb));
  return box;
}

static void
add_row (PresserRescueWindow *self,
         PresserRescue       *rescue)
{
  g_autofree char *summary = presser_rescue_dup_summary (rescue);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), make_label (presser_rescue_get_title (rescue), "heading"));
  gtk_box_append (GTK_BOX (box), make_label (summary, "dim-label"));
  if (presser_rescue_get_trouble (rescue) != NULL)
    gtk_box_append (GTK_BOX (box), make_label (presser_rescue_get_trouble (rescue), "error"));
  gtk_box_append (GTK_BOX (box), make_buttons (self, rescue));
  gtk_widget_add_css_class (box, "rescue");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, presser_rescue_get_title (rescue),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  g_object_set_data_full (G_OBJECT (row), rescue_key, g_object_ref (rescue), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
presser_rescue_window_dispose (GObject *object)
{
  PresserRescueWindow *self = PRESSER_RESCUE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), PRESSER_TYPE_RESCUE_WINDOW);
  g_clear_pointer (&self->rescues, g_ptr_array_unref);
  G_OBJECT_CLASS (presser_rescue_window_parent_class)->dispose (object);
}

static void
presser_rescue_window_class_init (PresserRescueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_rescue_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-rescue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserRescueWindow, later_button);
  gtk_widget_class_bind_template_child (widget_class, PresserRescueWindow, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * PresserRescueWindow::restore:
   * @self: the window
   * @rescue: what is wanted
   */
  signals[RESTORE] = g_signal_new ("restore", PRESSER_TYPE_RESCUE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, PRESSER_TYPE_RESCUE);
}

static void
presser_rescue_window_init (PresserRescueWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
}

/**
 * presser_rescue_window_new:
 * @parent: the window in front of which it stands
 * @rescues: (element-type PresserRescue): what was found, not empty
 *
 * Returns: (transfer none): a window that is not shown yet
 */
PresserRescueWindow *
presser_rescue_window_new (GtkWindow *parent,
                           GPtrArray *rescues)
{
  PresserRescueWindow *self = g_object_new (PRESSER_TYPE_RESCUE_WINDOW, "transient-for", parent, NULL);
  guint                i;

  self->rescues = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < rescues->len; i++)
    {
      g_ptr_array_add (self->rescues, g_object_ref (rescues->pdata[i]));
      add_row (self, rescues->pdata[i]);
    }
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_BACKWARD);
  return self;
}
