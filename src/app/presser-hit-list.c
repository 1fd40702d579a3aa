/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-hit-list.h"

#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-statement-row.h"
#include "presser-swatch.h"

/* Characters of context on either side, more than fits into a row. */
#define CONTEXT 80

/* More bars than that beside a row say nothing more. */
#define MAX_BARS 4

#define PRESSER_TYPE_HIT_ITEM (presser_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (PresserHitItem, presser_hit_item, PRESSER, HIT_ITEM, GObject)

/* One row's place among the hits. */
struct _PresserHitItem
{
  GObject parent_instance;

  guint    index;
  gboolean is_chosen;
};

G_DEFINE_FINAL_TYPE (PresserHitItem, presser_hit_item, G_TYPE_OBJECT)

static void
presser_hit_item_class_init (PresserHitItemClass *klass)
{
}

static void
presser_hit_item_init (PresserHitItem *self)
{
  self->is_chosen = TRUE;
}

struct _PresserHitList
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* child */

  /* Owned. */
  GListStore      *items; /* of PresserHitItem */
  PresserDocument *document;
  GPtrArray       *hits;
};

G_DEFINE_FINAL_TYPE (PresserHitList, presser_hit_list, GTK_TYPE_WIDGET)

enum
{
  HIT_ACTIVATED,
  CHOSEN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The parts of a row, so that they need not be looked for. */
typedef struct
{
  GtkWidget *check;
  GtkWidget *place;
  GtkWidget *before;
  GtkWidget *match;
  GtkWidget *after;
  GtkWidget *bars;
} Row;

static GtkWidget *
add_label (GtkWidget         *row,
           float              xalign,
           PangoEllipsizeMode ellipsize,
           const char        *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (row), label);
  return label;
}

static void
toggled_cb (GtkCheckButton *check,
            gpointer        data)
{
  PresserHitList *self = PRESSER_HIT_LIST (data);
  PresserHitItem *item = g_object_get_data (G_OBJECT (check), "item");

  if (item == NULL || item->is_chosen == gtk_check_button_get_active (check))
    return;
  item->is_chosen = gtk_check_button_get_active (check);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
row_set_up_cb (PresserHitList *self,
               GtkListItem    *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Row       *row = g_new0 (Row, 1);

  row->check = gtk_check_button_new ();
  gtk_widget_set_focusable (row->check, FALSE); /* space on the row does it */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Replace here"), -1);
  g_signal_connect_object (row->check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (box), row->check);
  row->place = add_label (box, 0, PANGO_ELLIPSIZE_END, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (row->place), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (row->place), 18);
  row->before = add_label (box, 1, PANGO_ELLIPSIZE_START, NULL);
  row->match = add_label (box, 0.5f, PANGO_ELLIPSIZE_MIDDLE, NULL);
  row->after = add_label (box, 0, PANGO_ELLIPSIZE_END, NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (row->match), 40);
  gtk_widget_set_hexpand (row->before, TRUE);
  gtk_widget_set_hexpand (row->after, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (row->before), 4);
  gtk_label_set_width_chars (GTK_LABEL (row->after), 4);
  gtk_label_set_max_width_chars (GTK_LABEL (row->before), 1000);
  gtk_label_set_max_width_chars (GTK_LABEL (row->after), 1000);
  row->bars = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_box_append (GTK_BOX (box), row->bars);
  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  gtk_list_item_set_child (list_item, box);
}

static char *
dup_slice (PresserHitList *self,
           guint           start,
           guint           end)
{
  return presser_text_dup_slice (presser_document_get_text (self->document), (PresserRange){ start, end });
}

static char *
dup_place (PresserHitList   *self,
           guint             index,
           PresserParagraph *paragraph)
{
  const char     *speaker_id = presser_paragraph_get_speaker (paragraph);
  PresserSpeaker *speaker = speaker_id != NULL ? presser_document_get_speaker (self->document, speaker_id) : NULL;

  if (speaker == NULL)
    return g_strdup_printf ("¶%u", index + 1);
  return g_strdup_printf ("¶%u · %s", index + 1, presser_speaker_get_name (speaker));
}

/* What is tagged there: a bar for each statement. */
static void
show_bars (PresserHitList *self,
           GtkWidget      *bars,
           PresserRange    range)
{
  g_autoptr (GPtrArray) statements = presser_document_dup_statements_touching (self->document, range);
  GtkWidget *bar;

  while ((bar = gtk_widget_get_first_child (bars)) != NULL)
    gtk_box_remove (GTK_BOX (bars), bar);
  for (guint i = 0; i < MIN (statements->len, MAX_BARS); i++)
    {
      PresserStatement *statement = statements->pdata[i];
      g_autofree char  *details = presser_statement_row_dup_details (self->document, statement);

      bar = presser_swatch_new (PRESSER_SWATCH_BAR);
      presser_swatch_set (PRESSER_SWATCH (bar),
                          presser_palette_find_speaker (self->document, presser_statement_get_speaker (statement)), NULL,
                          presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED);
      gtk_widget_set_tooltip_text (bar, details);
      gtk_box_append (GTK_BOX (bars), bar);
    }
}

static void
show_match (PresserHitList   *self,
            GtkWidget        *label,
            const PresserHit *hit)
{
  g_autofree char *text = dup_slice (self, hit->range.start, hit->range.end);
  g_autofree char *markup = NULL;

  g_strdelimit (text, "\n", ' ');
  if (hit->replacement != NULL)
    markup = g_markup_printf_escaped ("<s>%s</s> <b>%s</b>", text, hit->replacement);
  else
    markup = g_markup_printf_escaped ("<b>%s</b>", text);
  gtk_label_set_markup (GTK_LABEL (label), markup);
}

static void
row_bound_cb (PresserHitList *self,
              GtkListItem    *list_item)
{
  GtkWidget        *box = gtk_list_item_get_child (list_item);
  Row              *row = g_object_get_data (G_OBJECT (box), "row");
  PresserHitItem   *item = gtk_list_item_get_item (list_item);
  const PresserHit *hit = self->hits->pdata[item->index];
  guint             index = presser_document_find_paragraph (self->document, hit->range.start);
  PresserRange      bounds = presser_document_get_paragraph_range (self->document, index);
  PresserParagraph *paragraph = presser_document_get_paragraph (self->document, index);
  g_autofree char  *place = dup_place (self, index, paragraph);
  g_autofree char  *before = dup_slice (self, MAX (bounds.start, hit->range.start > CONTEXT ? hit->range.start - CONTEXT : 0), hit->range.start);
  g_autofree char  *after = dup_slice (self, hit->range.end, MAX (MIN (bounds.end, hit->range.end + CONTEXT), hit->range.end));
  g_autofree char  *whole = dup_slice (self, bounds.start, MIN (bounds.end, bounds.start + CONTEXT));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (box, whole);
  PangoDirection direction = pango_layout_get_direction (layout, 0);

  gtk_widget_set_direction (box, direction == PANGO_DIRECTION_RTL   ? GTK_TEXT_DIR_RTL
                                 : direction == PANGO_DIRECTION_LTR ? GTK_TEXT_DIR_LTR
                                                                    : gtk_widget_get_direction (GTK_WIDGET (self)));
  gtk_widget_set_visible (row->check, hit->replacement != NULL);
  g_object_set_data (G_OBJECT (row->check), "item", item);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), item->is_chosen);
  gtk_label_set_text (GTK_LABEL (row->place), place);
  gtk_label_set_text (GTK_LABEL (row->before), before);
  gtk_label_set_text (GTK_LABEL (row->after), after);
  show_match (self, row->match, hit);
  show_bars (self, row->bars, hit->range);
}

static void
row_unbound_cb (PresserHitList *self,
                GtkListItem    *list_item)
{
  Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "row");

  g_object_set_data (G_OBJECT (row->check), "item", NULL);
}

static void
activated_cb (PresserHitList *self,
              guint           position)
{
  g_autoptr (PresserHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const PresserHit *hit;

  if (item == NULL)
    return;
  hit = self->hits->pdata[item->index];
  g_signal_emit (self, signals[HIT_ACTIVATED], 0, hit->range.start, hit->range.end);
}

/* Space chooses or leaves out the row that has the focus. */
static gboolean
key_pressed_cb (PresserHitList *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers,
                gpointer        controller)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *box = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  Row       *parts = box != NULL ? g_object_get_data (G_OBJECT (box), "row") : NULL;

  if (key != GDK_KEY_space || parts == NULL || !gtk_widget_get_visible (parts->check))
    return FALSE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (parts->check)));
  return TRUE;
}

/**
 * presser_hit_list_show:
 * @self: the list
 * @document: (nullable): a document
 * @hits: (nullable) (element-type PresserHit): places in it, true until its text changes
 */
void
presser_hit_list_show (PresserHitList  *self,
                       PresserDocument *document,
                       GPtrArray       *hits)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (PRESSER_IS_HIT_LIST (self));

  g_list_store_remove_all (self->items);
  g_set_object (&self->document, document);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits != NULL ? g_ptr_array_ref (hits) : NULL;
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      PresserHitItem *item = g_object_new (PRESSER_TYPE_HIT_ITEM, NULL);

      item->index = i;
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
}

static gboolean
is_chosen (PresserHitList *self,
           guint           index)
{
  g_autoptr (PresserHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  return item->is_chosen;
}

/**
 * presser_hit_list_get_n_chosen:
 * @self: the list
 *
 * Returns: how many of the hits are chosen
 */
guint
presser_hit_list_get_n_chosen (PresserHitList *self)
{
  guint n_chosen = 0;

  g_return_val_if_fail (PRESSER_IS_HIT_LIST (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    n_chosen += is_chosen (self, i);
  return n_chosen;
}

/**
 * presser_hit_list_replace_chosen:
 * @self: the list
 *
 * The places are not true any more then: show others.
 *
 * Returns: how many were replaced
 */
guint
presser_hit_list_replace_chosen (PresserHitList *self)
{
  g_autofree gboolean *chosen = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (PresserDocument) document = NULL;

  g_return_val_if_fail (PRESSER_IS_HIT_LIST (self), 0);

  if (self->hits == NULL || self->hits->len == 0)
    return 0;
  chosen = g_new (gboolean, self->hits->len);
  for (guint i = 0; i < self->hits->len; i++)
    chosen[i] = is_chosen (self, i);
  hits = g_ptr_array_ref (self->hits);
  document = g_object_ref (self->document);
  presser_hit_list_show (self, NULL, NULL);
  return presser_search_replace (document, hits, chosen);
}

static void
presser_hit_list_dispose (GObject *object)
{
  PresserHitList *self = PRESSER_HIT_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->document);
  g_clear_pointer (&self->hits, g_ptr_array_unref);

  G_OBJECT_CLASS (presser_hit_list_parent_class)->dispose (object);
}

static void
presser_hit_list_class_init (PresserHitListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = presser_hit_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hit-list");
  signals[HIT_ACTIVATED] = g_signal_new ("hit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
presser_hit_list_init (PresserHitList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget          *view;

  self->items = g_list_store_new (PRESSER_TYPE_HIT_ITEM);
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, G_CONNECT_SWAPPED);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Places where the text stands"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 190);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * presser_hit_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
presser_hit_list_new (void)
{
  return g_object_new (PRESSER_TYPE_HIT_LIST, NULL);
}
