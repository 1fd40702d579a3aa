/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tag-row.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-palette-fix.h"
#include "presser-swatch.h"
#include "presser-tag-delete.h"
#include "presser-tag-drag.h"
#include "presser-tag-editor.h"
#include "presser-tag.h"

struct _PresserTagRow
{
  GtkListBoxRow parent_instance;

  /* Template children. */
  GtkWidget     *expander;
  PresserSwatch *swatch;
  GtkLabel      *name_label;
  GtkLabel      *details_label;
  GtkLabel      *count_label;
  GtkLabel      *key_label;

  /* Owned. */
  PresserDocument *document;
  GObject         *tag;
  GtkWidget       *menu; /* NULL until asked for */
};

G_DEFINE_FINAL_TYPE (PresserTagRow, presser_tag_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  TOGGLE_EXPANDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where it stands among those that it can change places with: all speakers, or the topics of one parent. */
static guint
find_place (PresserTagRow *self,
            guint         *n_siblings)
{
  GListModel *list = presser_tag_get_list (self->tag, self->document);
  const char *parent = PRESSER_IS_TOPIC (self->tag) ? presser_topic_get_parent (PRESSER_TOPIC (self->tag)) : NULL;
  guint       place = 0;
  guint       i;

  *n_siblings = 0;
  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) tag = g_list_model_get_item (list, i);

      if (PRESSER_IS_TOPIC (tag) && g_strcmp0 (presser_topic_get_parent (PRESSER_TOPIC (tag)), parent) != 0)
        continue;
      if (tag == self->tag)
        place = *n_siblings;
      (*n_siblings)++;
    }
  return place;
}

/* Everything that can be merged with, as a menu. */
static GMenuModel *
make_merge_menu (PresserTagRow *self)
{
  GListModel *list = presser_tag_get_list (self->tag, self->document);
  GMenu      *menu = g_menu_new ();
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (list, i);
      g_autoptr (GMenuItem) item = NULL;

      if (other == self->tag)
        continue;
      item = g_menu_item_new (presser_tag_get_name (other), NULL);
      g_menu_item_set_action_and_target (item, "row.merge", "s", presser_tag_get_id (other));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (PresserTagRow *self)
{
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();
  g_autoptr (GMenuModel) merge = make_merge_menu (self);
  GMenu *menu = g_menu_new ();

  g_menu_append (edit, _ ("_Apply to Selection"), "row.apply");
  g_menu_append (edit, _ ("_Show Only Its Statements"), "row.filter");
  g_menu_append (edit, _ ("_Edit…"), "row.edit");
  g_menu_append (order, _ ("Move _Up"), "row.move-up");
  g_menu_append (order, _ ("Move _Down"), "row.move-down");
  if (g_menu_model_get_n_items (merge) > 0)
    g_menu_append_submenu (away, _ ("_Merge Into"), merge);
  g_menu_append (away, _ ("_Delete"), "row.delete");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));
  return G_MENU_MODEL (menu);
}

static void
show_menu (PresserTagRow      *self,
           const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = make_menu (self);
  guint n_siblings;
  guint place_in_list = find_place (self, &n_siblings);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.move-up", place_in_list > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.move-down", place_in_list + 1 < n_siblings);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (PresserTagRow *self,
                 int            n_press,
                 double         x,
                 double         y)
{
  show_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
long_pressed_cb (PresserTagRow *self,
                 double         x,
                 double         y)
{
  menu_pressed_cb (self, 1, x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_menu (PRESSER_TAG_ROW (widget), &(GdkRectangle){ 24, gtk_widget_get_height (widget) - 4, 1, 1 });
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PresserTagRow *self = PRESSER_TAG_ROW (widget);

  gtk_widget_activate_action (widget, presser_tag_is_speaker (self->tag) ? "win.mark-speaker" : "win.mark-topic",
                              "s", presser_tag_get_id (self->tag));
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autofree char *query = presser_tag_dup_query (PRESSER_TAG_ROW (widget)->tag);

  gtk_widget_activate_action (widget, "win.filter", "s", query);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PresserTagRow *self = PRESSER_TAG_ROW (widget);

  presser_tag_editor_open (widget, self->document, self->tag);
}

/* The one before or behind it among those that it can change places with; NULL at the end. */
static GObject *
dup_sibling (PresserTagRow *self,
             int            step)
{
  GListModel *list = presser_tag_get_list (self->tag, self->document);
  guint       n_siblings;
  guint       wanted = find_place (self, &n_siblings) + (guint) step;
  const char *parent = PRESSER_IS_TOPIC (self->tag) ? presser_topic_get_parent (PRESSER_TOPIC (self->tag)) : NULL;
  guint       place = 0;
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (list, i);

      if (PRESSER_IS_TOPIC (other) && g_strcmp0 (presser_topic_get_parent (PRESSER_TOPIC (other)), parent) != 0)
        continue;
      if (place++ == wanted)
        return g_steal_pointer (&other);
    }
  return NULL;
}

static void
move_by (PresserTagRow *self,
         int            step)
{
  g_autoptr (GObject) other = dup_sibling (self, step);

  if (other != NULL)
    presser_tag_move (self->document, self->tag, other, step < 0 ? PRESSER_TAG_PLACE_BEFORE : PRESSER_TAG_PLACE_BEHIND);
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move_by (PRESSER_TAG_ROW (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move_by (PRESSER_TAG_ROW (widget), 1);
}

/* The row goes with its tag, so what is said afterwards is said by the window. */
static void
offer_undo (GtkWidget *window,
            char      *message)
{
  gtk_widget_activate_action (window, "win.offer-undo", "s", message);
  g_free (message);
}

static void
merge (PresserDocument *document,
       GObject         *tag,
       const char      *into)
{
  PresserHistory  *history = presser_document_get_history (document);
  g_autofree char *id = g_strdup (presser_tag_get_id (tag));
  gboolean         is_speaker = presser_tag_is_speaker (tag);

  presser_history_begin (history, is_speaker ? _ ("Merge speakers") : _ ("Merge topics"));
  presser_palette_fix (document);
  if (is_speaker)
    presser_document_merge_speaker (document, presser_document_get_speaker (document, id), presser_document_get_speaker (document, into));
  else
    presser_document_merge_topic (document, presser_document_get_topic (document, id), presser_document_get_topic (document, into));
  presser_history_end (history);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PresserTagRow *self = PRESSER_TAG_ROW (widget);
  GtkWidget     *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (PresserDocument) document = g_object_ref (self->document);
  g_autoptr (GObject) tag = g_object_ref (self->tag);
  const char *into = g_variant_get_string (parameter, NULL);

  merge (document, tag, into);
  /* Translators: %s is the name of a speaker or a topic */
  offer_undo (window, g_strdup_printf (_ ("“%s” was merged"), presser_tag_get_name (tag)));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PresserTagRow *self = PRESSER_TAG_ROW (widget);

  presser_tag_ask_and_delete (GTK_WINDOW (gtk_widget_get_root (widget)), self->document, self->tag);
}

static void
toggle_expanded_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  g_signal_emit (widget, signals[TOGGLE_EXPANDED], 0);
}

static void
presser_tag_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  PresserTagRow *self = PRESSER_TAG_ROW (widget);

  GTK_WIDGET_CLASS (presser_tag_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
presser_tag_row_dispose (GObject *object)
{
  PresserTagRow *self = PRESSER_TAG_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_TAG_ROW);
  g_clear_object (&self->document);
  g_clear_object (&self->tag);

  G_OBJECT_CLASS (presser_tag_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "row.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "row.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "row.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "row.toggle-expanded", NULL, toggle_expanded_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down", NULL);
}

static void
presser_tag_row_class_init (PresserTagRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_tag_row_dispose;
  widget_class->size_allocate = presser_tag_row_size_allocate;

  signals[TOGGLE_EXPANDED] = g_signal_new ("toggle-expanded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PRESSER_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserTagRow, expander);
  gtk_widget_class_bind_template_child (widget_class, PresserTagRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, PresserTagRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, PresserTagRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, PresserTagRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, PresserTagRow, key_label);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  install_actions (widget_class);
}

static void
presser_tag_row_init (PresserTagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
}

/**
 * presser_tag_row_new:
 * @document: a document
 * @tag: one of its speakers or topics
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
presser_tag_row_new (PresserDocument *document,
                     GObject         *tag)
{
  PresserTagRow   *self = g_object_new (PRESSER_TYPE_TAG_ROW, NULL);
  g_autofree char *details = presser_tag_dup_details (tag);

  if (presser_tag_is_unconfirmed (tag) && details == NULL)
    details = g_strdup (_ ("A machine’s label: not confirmed"));
  self->document = g_object_ref (document);
  self->tag = g_object_ref (tag);
  presser_swatch_set_shape (self->swatch, presser_tag_is_speaker (tag) ? PRESSER_SWATCH_DOT
                                                                       : PRESSER_SWATCH_SQUARE);
  gtk_label_set_text (self->name_label, presser_tag_get_name (tag));
  gtk_label_set_text (self->details_label, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details_label), presser_tag_is_speaker (tag) && details != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), details);
  presser_tag_row_refresh (self, FALSE);
  presser_tag_drag_install (GTK_WIDGET (self), document, tag);
  return GTK_WIDGET (self);
}

/**
 * presser_tag_row_get_tag:
 * @self: a row
 *
 * Returns: (transfer none): the speaker or topic
 */
GObject *
presser_tag_row_get_tag (PresserTagRow *self)
{
  return self->tag;
}

static void
refresh_key (PresserTagRow *self,
             char           key)
{
  g_autofree char *text = NULL;

  if (presser_tag_is_speaker (self->tag))
    text = g_strdup_printf ("%c", key);
  else /* Translators: a key of the keyboard with Alt held down; %c is a letter */
    text = g_strdup_printf (_ ("Alt %c"), g_ascii_toupper (key));
  gtk_label_set_text (self->key_label, key != 0 ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->key_label), key != 0);
}

/**
 * presser_tag_row_refresh:
 * @self: a row
 * @is_collapsed: whether the topics below are hidden
 *
 * Shows count, key and colour as they are by now.
 */
void
presser_tag_row_refresh (PresserTagRow *self,
                         gboolean       is_collapsed)
{
  guint            depth = presser_tag_get_depth (self->tag, self->document);
  guint            count = presser_tag_count (self->tag, self->document);
  gboolean         has_children = presser_tag_has_children (self->tag, self->document);
  g_autofree char *initials = presser_tag_dup_initials (self->tag);
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *label = NULL;

  presser_swatch_set (self->swatch, presser_tag_get_palette_place (self->tag, self->document), initials,
                      presser_tag_is_unconfirmed (self->tag));
  gtk_label_set_text (self->count_label, number);
  refresh_key (self, presser_tag_get_key (self->tag, self->document));
  gtk_widget_set_visible (self->expander, has_children);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander), is_collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)), (int) (12 * depth));
  /* Translators: for screen readers; %s is a speaker or a topic */
  label = g_strdup_printf (ngettext ("%s, %u statement", "%s, %u statements", count),
                           presser_tag_get_name (self->tag), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
