/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-wordings.h"

#include <glib/gi18n-lib.h>

#include "presser-quote-template.h"
#include "presser-settings.h"

#define KEY "export-templates"

/* More of them is no menu any more. */
#define MAX_WORDINGS 20

typedef struct
{
  GtkMenuButton *button; /* borrowed: it owns this */
  GtkEditable   *entry;  /* borrowed: stands beside it */
} Wordings;

static char **
dup_kept (void)
{
  GSettings *settings = presser_settings_get ();

  return settings != NULL ? g_settings_get_strv (settings, KEY) : g_new0 (char *, 1);
}

static void
append (GMenu      *section,
        const char *label,
        const char *action,
        const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target != NULL ? g_variant_new_string (target) : NULL);
  g_menu_append_item (section, item);
}

/* A label must not turn an underscore of the user's into a mnemonic. */
static char *
dup_label (const char *wording)
{
  GString *label = g_string_new (wording);

  g_string_replace (label, "_", "__", 0);
  return g_string_free (label, FALSE);
}

static void
fill_menu (GtkMenuButton *button,
           gpointer       data)
{
  Wordings *self = data;
  g_auto (GStrv) kept = dup_kept ();
  const char *written = gtk_editable_get_text (self->entry);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) wordings = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();

  append (wordings, _ ("As Usual"), "wording.use", "");
  for (char **wording = kept; *wording != NULL; wording++)
    {
      g_autofree char *label = dup_label (*wording);

      append (wordings, label, "wording.use", *wording);
    }
  if (*written != '\0' && g_strv_contains ((const char *const *) kept, written))
    append (changes, _ ("_Forget This Wording"), "wording.forget", NULL);
  else if (*written != '\0')
    append (changes, _ ("_Keep This Wording"), "wording.keep", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (wordings));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
use_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  Wordings *self = data;

  gtk_editable_set_text (self->entry, g_variant_get_string (parameter, NULL));
}

static void
store (GPtrArray *wordings)
{
  GSettings *settings = presser_settings_get ();

  g_ptr_array_add (wordings, NULL);
  if (settings != NULL)
    g_settings_set_strv (settings, KEY, (const char *const *) wordings->pdata);
}

/* The newest first. One that no quote could be written with is not kept. */
static void
keep_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  Wordings   *self = data;
  const char *written = gtk_editable_get_text (self->entry);
  g_auto (GStrv) kept = dup_kept ();
  g_autoptr (GPtrArray) wordings = g_ptr_array_new ();
  g_autoptr (PresserQuoteTemplate) valid = presser_quote_template_new (written, NULL);

  if (valid == NULL)
    return;
  g_ptr_array_add (wordings, (gpointer) written);
  for (guint i = 0; kept[i] != NULL && wordings->len < MAX_WORDINGS; i++)
    if (!g_str_equal (kept[i], written))
      g_ptr_array_add (wordings, kept[i]);
  store (wordings);
}

static void
forget_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  Wordings   *self = data;
  const char *written = gtk_editable_get_text (self->entry);
  g_auto (GStrv) kept = dup_kept ();
  g_autoptr (GPtrArray) wordings = g_ptr_array_new ();

  for (guint i = 0; kept[i] != NULL; i++)
    if (!g_str_equal (kept[i], written))
      g_ptr_array_add (wordings, kept[i]);
  store (wordings);
}

static const GActionEntry actions[] = {
  { "use", use_action, "s" },
  { "keep", keep_action },
  { "forget", forget_action },
};

/**
 * presser_export_wordings_attach:
 * @button: gets the menu
 * @entry: where a wording is written; lives as long as @button
 *
 * Lets kept wordings be used, the one that is written be kept, and forgotten again.
 */
void
presser_export_wordings_attach (GtkMenuButton *button,
                                GtkEditable   *entry)
{
  Wordings *self = g_new0 (Wordings, 1);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->button = button;
  self->entry = entry;
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (button), "wording", G_ACTION_GROUP (group));
  gtk_menu_button_set_create_popup_func (button, fill_menu, self, g_free);
}
