/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-compare-window.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-comparison.h"
#include "presser-open-file.h"

struct _PresserCompareWindow
{
  AdwWindow parent_instance;

  /* Template children. */
  AdwWindowTitle *window_title;
  GtkLabel       *legend_label;
  GtkStack       *stack;
  AdwStatusPage  *message;
  GtkListView    *list;
  GtkBox         *buttons;

  /* Owned. */
  PresserDocument *document;
  GCancellable    *loading;
  char            *before; /* what the versions are called */
  char            *after;

  gboolean is_decided;
};

G_DEFINE_FINAL_TYPE (PresserCompareWindow, presser_compare_window, ADW_TYPE_WINDOW)

/* The parts of a row. */
static const char *const heading_key = "presser-heading";
static const char *const title_key = "presser-title";
static const char *const text_key = "presser-text";

static const char *
get_subject_label (PresserSubject subject)
{
  switch (subject)
    {
    case PRESSER_SUBJECT_DETAILS:
      return _ ("Details");
    case PRESSER_SUBJECT_SPEAKERS:
      return _ ("Speakers");
    case PRESSER_SUBJECT_TOPICS:
      return _ ("Topics");
    case PRESSER_SUBJECT_STATEMENTS:
      return _ ("Statements");
    case PRESSER_SUBJECT_TEXT:
      return _ ("Text");
    default:
      g_assert_not_reached ();
    }
}

/* Struck through and underlined, so that the colours are not the only sign. */
static const char *
get_format (gboolean is_before,
            gboolean is_after)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (is_before && is_after)
    return "%s";
  if (is_before)
    return is_dark ? "<span strikethrough=\"true\" foreground=\"#ff9a91\">%s</span>"
                   : "<span strikethrough=\"true\" foreground=\"#a51d2d\">%s</span>";
  return is_dark ? "<span underline=\"single\" weight=\"bold\" foreground=\"#8ff0a4\">%s</span>"
                 : "<span underline=\"single\" weight=\"bold\" foreground=\"#1a6335\">%s</span>";
}

static void
append_run (GString    *markup,
            const char *text,
            gboolean    is_before,
            gboolean    is_after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  const char      *format = get_format (is_before, is_after);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_string_append (markup, parts[0]);
  g_string_append (markup, escaped);
  g_string_append (markup, parts[1] != NULL ? parts[1] : "");
}

static char *
make_markup (PresserDifference *difference)
{
  const char *before = presser_difference_get_before (difference);
  const char *after = presser_difference_get_after (difference);
  g_autoptr (GArray) runs = presser_compare_words (before != NULL ? before : "", after != NULL ? after : "");
  GString *markup = g_string_new (NULL);
  guint    i;

  for (i = 0; i < runs->len; i++)
    {
      PresserWordRun *run = &g_array_index (runs, PresserWordRun, i);

      append_run (markup, run->text, run->is_before, run->is_after);
    }
  return g_string_free (markup, FALSE);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_row_cb (PresserCompareWindow *self,
              GtkListItem          *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  g_object_set_data (G_OBJECT (item), heading_key, add_label (box, "pane-title"));
  g_object_set_data (G_OBJECT (item), title_key, add_label (box, "caption"));
  g_object_set_data (G_OBJECT (item), text_key, add_label (box, NULL));
  gtk_widget_add_css_class (g_object_get_data (G_OBJECT (item), title_key), "dim-label");
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

/* The first of its subject carries the heading of it. */
static gboolean
begins_subject (PresserCompareWindow *self,
                guint                 position,
                PresserSubject        subject)
{
  g_autoptr (PresserDifference) before = NULL;

  if (position == 0)
    return TRUE;
  before = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position - 1);
  return presser_difference_get_subject (before) != subject;
}

static void
bind_row_cb (PresserCompareWindow *self,
             GtkListItem          *item)
{
  PresserDifference *difference = PRESSER_DIFFERENCE (gtk_list_item_get_item (item));
  PresserSubject     subject = presser_difference_get_subject (difference);
  GtkWidget         *heading = g_object_get_data (G_OBJECT (item), heading_key);
  g_autofree char   *markup = make_markup (difference);
  g_autofree char   *title = NULL;

  gtk_label_set_text (GTK_LABEL (heading), get_subject_label (subject));
  gtk_widget_set_visible (heading, begins_subject (self, gtk_list_item_get_position (item), subject));
  if (presser_difference_get_before (difference) == NULL)
    /* Translators: what a difference is about and where it stands: “¶ 3: only in your version” */
    title = g_strdup_printf (_ ("%1$s: only %2$s"), presser_difference_get_title (difference), self->after);
  else if (presser_difference_get_after (difference) == NULL)
    title = g_strdup_printf (_ ("%1$s: only %2$s"), presser_difference_get_title (difference), self->before);
  gtk_label_set_text (GTK_LABEL (g_object_get_data (G_OBJECT (item), title_key)),
                      title != NULL ? title : presser_difference_get_title (difference));
  gtk_label_set_markup (GTK_LABEL (g_object_get_data (G_OBJECT (item), text_key)), markup);
}

static void
show_message (PresserCompareWindow *self,
              const char           *title,
              const char           *description)
{
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, escaped);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
show_legend (PresserCompareWindow *self)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_run (markup, self->before, TRUE, FALSE);
  g_string_append (markup, "   ");
  append_run (markup, self->after, FALSE, TRUE);
  gtk_label_set_markup (self->legend_label, markup->str);
  gtk_widget_set_visible (GTK_WIDGET (self->legend_label), TRUE);
}

static void
show_differences (PresserCompareWindow *self,
                  GPtrArray            *differences)
{
  g_autoptr (GListStore) store = g_list_store_new (PRESSER_TYPE_DIFFERENCE);
  g_autofree char *subtitle = NULL;

  if (differences->len == 0)
    {
      show_message (self, _ ("Both Say the Same"), _ ("The files differ only in what is not read as words, such as spaces between elements."));
      return;
    }
  g_list_store_splice (store, 0, 0, differences->pdata, differences->len);
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&store)))));
  subtitle = g_strdup_printf (ngettext ("%u difference", "%u differences", differences->len), differences->len);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  show_legend (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->list)); /* and not what throws work away */
}

static void
other_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (PresserCompareWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserOpenFile) other = presser_open_file_load_finish (result, &error);
  g_autoptr (GPtrArray) differences = NULL;

  if (g_cancellable_is_cancelled (self->loading))
    return;
  if (other == NULL)
    {
      show_message (self, _ ("Could Not Be Compared"), error->message);
      return;
    }
  differences = presser_compare_documents (presser_open_file_get_document (other), self->document);
  show_differences (self, differences);
}

static void
decided_cb (PresserCompareWindow *self,
            GtkWidget            *button)
{
  const char *action = g_object_get_data (G_OBJECT (button), "presser-action");
  g_autoptr (GtkWidget) parent = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));

  self->is_decided = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (parent, action, NULL);
}

static void
add_buttons (PresserCompareWindow      *self,
             const PresserNoticeButton *buttons)
{
  for (; buttons != NULL && buttons->label != NULL; buttons++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (buttons->label);

      g_object_set_data_full (G_OBJECT (button), "presser-action", g_strdup (buttons->action), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->buttons, button);
      gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
    }
}

static void
presser_compare_window_dispose (GObject *object)
{
  PresserCompareWindow *self = PRESSER_COMPARE_WINDOW (object);

  g_cancellable_cancel (self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (object), PRESSER_TYPE_COMPARE_WINDOW);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (presser_compare_window_parent_class)->dispose (object);
}

static void
presser_compare_window_finalize (GObject *object)
{
  PresserCompareWindow *self = PRESSER_COMPARE_WINDOW (object);

  g_object_unref (self->loading);
  g_free (self->before);
  g_free (self->after);
  G_OBJECT_CLASS (presser_compare_window_parent_class)->finalize (object);
}

static void
presser_compare_window_class_init (PresserCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = presser_compare_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserCompareWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PresserCompareWindow, legend_label);
  gtk_widget_class_bind_template_child (widget_class, PresserCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PresserCompareWindow, message);
  gtk_widget_class_bind_template_child (widget_class, PresserCompareWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PresserCompareWindow, buttons);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
presser_compare_window_init (PresserCompareWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * presser_compare_window_new:
 * @parent: the window in front of which it stands, and whose actions the buttons are
 * @document: a document that is open
 * @sides: what it is compared with
 *
 * Returns: (transfer none): a window that is not shown yet
 */
PresserCompareWindow *
presser_compare_window_new (GtkWindow                    *parent,
                            PresserDocument              *document,
                            const PresserComparisonSides *sides)
{
  PresserCompareWindow *self = g_object_new (PRESSER_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->before = g_strdup (sides->before);
  self->after = g_strdup (sides->after);
  add_buttons (self, sides->buttons);
  if (sides->file != NULL)
    presser_open_file_load_async (sides->file, self->loading, other_loaded_cb, g_object_ref (self));
  else
    presser_open_file_load_bytes_async (sides->bytes, sides->before, FALSE, self->loading, other_loaded_cb, g_object_ref (self));
  return self;
}

/**
 * presser_compare_window_is_decided:
 * @self: a window
 *
 * Returns: whether it was closed by one of its buttons
 */
gboolean
presser_compare_window_is_decided (PresserCompareWindow *self)
{
  return self->is_decided;
}
