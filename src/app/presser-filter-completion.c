/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-filter-completion.h"

#include <glib/gi18n-lib.h>

#include "presser-filter-complete.h"

struct _PresserFilterCompletion
{
  GtkPopover parent_instance;

  GtkListBox *list; /* child */

  GtkWidget       *entry;    /* borrowed from the parent */
  PresserDocument *document; /* owned */
  GPtrArray       *found;    /* of PresserCompletion, as the rows; NULL before the first */
  guint            start;    /* of the term in the entry, in code points */
  guint            end;

  gboolean is_taking; /* the text changes by us, not by typing */
};

G_DEFINE_FINAL_TYPE (PresserFilterCompletion, presser_filter_completion, GTK_TYPE_POPOVER)

static GtkWidget *
make_row (const PresserCompletion *completion)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *label = gtk_label_new (NULL);
  GtkWidget       *detail = gtk_label_new (completion->detail);
  g_autofree char *text = completion->is_field ? g_strconcat (completion->label, ":", NULL) : g_strdup (completion->label);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), detail);
  return box;
}

static void
fill (PresserFilterCompletion *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->list, make_row (self->found->pdata[i]));
  gtk_list_box_select_row (self->list, NULL);
}

/* Whether the only thing on offer is there already. */
static gboolean
is_complete (PresserFilterCompletion *self)
{
  const PresserCompletion *completion;
  g_autofree char         *term = NULL;

  if (self->found->len != 1)
    return self->found->len == 0;
  completion = self->found->pdata[0];
  term = gtk_editable_get_chars (GTK_EDITABLE (self->entry), (int) self->start, (int) self->end);
  return !completion->is_field && g_ascii_strcasecmp (term, completion->text) == 0;
}

static void
look (PresserFilterCompletion *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  int         cursor = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  if (self->document == NULL)
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = presser_filter_complete (query, (guint) MAX (cursor, 0), self->document, &self->start, &self->end);
  fill (self);
}

static void
pop_up (PresserFilterCompletion *self)
{
  graphene_rect_t bounds;
  GdkRectangle    place;

  if (!gtk_widget_compute_bounds (self->entry, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    return;
  place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
offer (PresserFilterCompletion *self)
{
  look (self);
  if (self->found == NULL || is_complete (self))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    pop_up (self);
}

static void
take (PresserFilterCompletion *self,
      guint                    index)
{
  const PresserCompletion *completion = self->found->pdata[index];
  GtkEditable             *editable = GTK_EDITABLE (self->entry);
  int                      position = (int) self->start;
  g_autofree char         *text = completion->is_field ? g_strdup (completion->text) : g_strconcat (completion->text, " ", NULL);

  self->is_taking = TRUE;
  gtk_editable_delete_text (editable, (int) self->start, (int) self->end);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
  self->is_taking = FALSE;
  if (completion->is_field)
    offer (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
changed_cb (PresserFilterCompletion *self)
{
  if (self->is_taking)
    return;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0' || gtk_widget_get_focus_child (self->entry) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    offer (self);
}

static void
row_activated_cb (PresserFilterCompletion *self,
                  GtkListBoxRow           *row)
{
  take (self, (guint) gtk_list_box_row_get_index (row));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* -1 if none is. */
static int
get_chosen (PresserFilterCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
choose (PresserFilterCompletion *self,
        int                      index)
{
  GtkListBoxRow   *row = gtk_list_box_get_row_at_index (self->list, index);
  g_autofree char *said = NULL;

  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    return;
  /* The focus stays in the entry, so that a screen reader is told there. */
  said = g_strdup (((PresserCompletion *) self->found->pdata[index])->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
}

static gboolean
key_pressed_cb (PresserFilterCompletion *self,
                guint                    key,
                guint                    code,
                GdkModifierType          modifiers)
{
  gboolean is_open = gtk_widget_get_visible (GTK_WIDGET (self));
  int      chosen = get_chosen (self);

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Down && !is_open)
    {
      offer (self);
      return TRUE;
    }
  if (!is_open || self->found == NULL || self->found->len == 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
      choose (self, MIN (chosen + 1, (int) self->found->len - 1));
      return TRUE;
    case GDK_KEY_Up:
      choose (self, chosen - 1);
      return TRUE;
    case GDK_KEY_Tab:
      take (self, (guint) MAX (chosen, 0));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (chosen < 0)
        return FALSE;
      take (self, (guint) chosen);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * presser_filter_completion_set_document:
 * @self: the offer
 * @document: (nullable): whose names to offer
 */
void
presser_filter_completion_set_document (PresserFilterCompletion *self,
                                        PresserDocument         *document)
{
  g_return_if_fail (PRESSER_IS_FILTER_COMPLETION (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_set_object (&self->document, document);
}

static void
presser_filter_completion_dispose (GObject *object)
{
  PresserFilterCompletion *self = PRESSER_FILTER_COMPLETION (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (presser_filter_completion_parent_class)->dispose (object);
}

static void
presser_filter_completion_class_init (PresserFilterCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = presser_filter_completion_dispose;
}

static void
presser_filter_completion_init (PresserFilterCompletion *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Ways to go on"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "quick-tag");
}

/**
 * presser_filter_completion_new:
 * @parent: a widget that holds @entry
 * @entry: a GtkSearchEntry in which a filter is typed
 *
 * Returns: (transfer none): what is offered below it
 */
GtkWidget *
presser_filter_completion_new (GtkWidget *parent,
                               GtkWidget *entry)
{
  PresserFilterCompletion *self = g_object_new (PRESSER_TYPE_FILTER_COMPLETION, NULL);
  GtkEventController      *keys = gtk_event_controller_key_new ();
  GtkEventController      *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  return GTK_WIDGET (self);
}
