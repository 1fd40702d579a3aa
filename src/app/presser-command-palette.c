/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-command-palette.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-commands.h"

/* More than anybody reads; typing another letter brings the rest. */
#define MAX_ROWS 60

struct _PresserCommandPalette
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkListBox  *list;

  GPtrArray *commands; /* of PresserCommand; NULL while closed */
  GPtrArray *shown;    /* of PresserCommand, borrowed from commands; one a row */
};

G_DEFINE_FINAL_TYPE (PresserCommandPalette, presser_command_palette, GTK_TYPE_POPOVER)

/* Action groups are reached from here up to the window and its application. */
static gboolean
is_enabled (PresserCommandPalette *self,
            const PresserCommand  *command)
{
  GtkRoot      *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char   *name = strchr (command->action, '.');
  GActionGroup *group = NULL;

  if (root == NULL || name == NULL)
    return FALSE;
  if (g_str_has_prefix (command->action, "win."))
    group = G_ACTION_GROUP (root);
  else if (g_str_has_prefix (command->action, "app."))
    group = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (root)));
  else
    return TRUE;
  return group != NULL && g_action_group_get_action_enabled (group, name + 1);
}

static GtkWidget *
make_row (PresserCommandPalette *self,
          const PresserCommand  *command)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *label = gtk_label_new (command->title);
  g_autofree char *name = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (command->keys != NULL)
    {
      GtkWidget *keys = gtk_label_new (command->keys);

      gtk_widget_add_css_class (keys, "key-hint");
      gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), keys);
    }
  /* Translators: read aloud; a command and its key */
  name = command->keys != NULL ? g_strdup_printf (_ ("%s, %s"), command->title, command->keys) : g_strdup (command->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

typedef struct
{
  PresserCommand *command;
  int             score;
} Hit;

/* g_array_sort() is stable, so that what fits equally well stays in the order of the menus. */
static int
compare_hits (gconstpointer one,
              gconstpointer other)
{
  return ((const Hit *) other)->score - ((const Hit *) one)->score;
}

static GArray *
find_hits (PresserCommandPalette *self,
           const char            *typed)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint   i;

  for (i = 0; self->commands != NULL && i < self->commands->len; i++)
    {
      Hit hit = { self->commands->pdata[i], presser_command_match (self->commands->pdata[i], typed) };

      if (hit.score > 0 && is_enabled (self, hit.command))
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  return hits;
}

static void
remove_rows (PresserCommandPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  for (; row != NULL; row = gtk_list_box_get_row_at_index (self->list, 0))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
rebuild (PresserCommandPalette *self)
{
  g_autoptr (GArray) hits = find_hits (self, gtk_editable_get_text (self->entry));
  guint i;

  g_ptr_array_set_size (self->shown, 0);
  remove_rows (self);
  for (i = 0; i < MIN (hits->len, MAX_ROWS); i++)
    {
      PresserCommand *command = g_array_index (hits, Hit, i).command;

      g_ptr_array_add (self->shown, command);
      gtk_list_box_append (self->list, make_row (self, command));
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

typedef struct
{
  GtkWidget *window; /* owned */
  char      *action;
  GVariant  *target; /* or NULL */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_object_unref (deed->window);
  g_free (deed->action);
  g_clear_pointer (&deed->target, g_variant_unref);
  g_free (deed);
}

static gboolean
do_idle (gpointer data)
{
  Deed *deed = data;

  gtk_widget_activate_action_variant (deed->window, deed->action, deed->target);
  return G_SOURCE_REMOVE;
}

/* Once the keys are back where they were: many a command acts on what has the focus. */
static void
choose (PresserCommandPalette *self,
        guint                  index)
{
  PresserCommand *command = self->shown->pdata[index];
  Deed           *deed = g_new0 (Deed, 1);

  deed->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  deed->action = g_strdup (command->action);
  deed->target = command->target != NULL ? g_variant_ref (command->target) : NULL;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, do_idle, deed, deed_free);
}

static void
activated_cb (PresserCommandPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (PresserCommandPalette *self,
                  GtkListBoxRow         *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
move_selection (PresserCommandPalette *self,
                int                    step)
{
  GtkListBoxRow  *row = gtk_list_box_get_selected_row (self->list);
  int             index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow  *next = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  GtkAdjustment  *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  if (next == NULL)
    return;
  gtk_list_box_select_row (self->list, next);
  /* The focus stays in the entry, so the list does not scroll by itself. */
  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (next), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
key_pressed_cb (PresserCommandPalette *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move_selection (self, 8);
      return TRUE;
    case GDK_KEY_Page_Up:
      move_selection (self, -8);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * presser_command_palette_new:
 *
 * Returns: (transfer floating): a palette that is not open
 */
GtkWidget *
presser_command_palette_new (void)
{
  return g_object_new (PRESSER_TYPE_COMMAND_PALETTE, NULL);
}

/**
 * presser_command_palette_open:
 * @self: the palette
 * @commands: (transfer full) (element-type PresserCommand): what to offer
 */
void
presser_command_palette_open (PresserCommandPalette *self,
                              GPtrArray             *commands)
{
  g_return_if_fail (PRESSER_IS_COMMAND_PALETTE (self));

  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  self->commands = commands;
  gtk_editable_set_text (self->entry, "");
  rebuild (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
presser_command_palette_dispose (GObject *object)
{
  PresserCommandPalette *self = PRESSER_COMMAND_PALETTE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_COMMAND_PALETTE);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->commands, g_ptr_array_unref);

  G_OBJECT_CLASS (presser_command_palette_parent_class)->dispose (object);
}

static void
presser_command_palette_class_init (PresserCommandPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_command_palette_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-command-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserCommandPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, PresserCommandPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, rebuild);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
presser_command_palette_init (PresserCommandPalette *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
