/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-keys.h"

/* One row a key; what it does stands in presser-window-actions.c. */
static const struct
{
  const char *trigger;
  const char *action;
  const char *parameter; /* as g_variant_parse() reads it, or NULL */
} keys[] = {
  { "Return|KP_Enter", "win.quick-tag", NULL },
  { "w", "win.grow", "'word'" },
  { "e", "win.grow", "'sentence'" },
  { "p", "win.grow", "'paragraph'" },
  { "quotedbl|apostrophe|doublelowquotemark|guillemotleft", "win.grow", "'quotation'" },
  { "n", "win.note", NULL },
  { "k", "win.next-kind", NULL },
  { "v", "win.toggle-verified", NULL },
  { "period", "win.repeat-tag", NULL },
  { "s", "win.next-suggestion", NULL },
  { "BackSpace", "win.reject-suggestion", NULL },
  { "plus|KP_Add", "win.toggle-part", NULL },
  { "o", "win.next-overlapping", NULL },
  { "Delete|KP_Delete", "win.delete-statement", NULL },
  { "Tab|KP_Tab", "win.next-statement", NULL },
  { "<Shift>Tab|<Shift>ISO_Left_Tab|ISO_Left_Tab", "win.previous-statement", NULL },
  { "<Control>c|<Control>Insert", "win.copy-quote", NULL },
  { "<Control>z", "win.undo", NULL },
  { "<Control><Shift>z|<Control>y", "win.redo", NULL },
  { "Escape", "win.leave", NULL },
};

static void
add_key (GtkShortcutController *controller,
         const char            *trigger,
         const char            *action,
         GVariant              *parameter)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, parameter);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
add_tag_keys (GtkShortcutController *controller)
{
  const char *key;

  for (key = "123456789"; *key != '\0'; key++)
    {
      g_autofree char *trigger = g_strdup_printf ("%c|KP_%c", *key, *key);

      add_key (controller, trigger, "win.mark-key", g_variant_new_string ((char[]){ *key, '\0' }));
    }
  for (key = "abcdefghij"; *key != '\0'; key++)
    {
      g_autofree char *trigger = g_strdup_printf ("<Alt>%c", *key);

      add_key (controller, trigger, "win.mark-key", g_variant_new_string ((char[]){ *key, '\0' }));
    }
}

/**
 * presser_keys_new:
 *
 * The keys act before the widget's own, such as Tab and Control+C of a text view.
 *
 * Returns: (transfer full): a controller to be added to a widget
 */
GtkEventController *
presser_keys_new (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint               i;

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GVariant *parameter = NULL;

      if (keys[i].parameter != NULL)
        parameter = g_variant_parse (NULL, keys[i].parameter, NULL, NULL, NULL);
      add_key (GTK_SHORTCUT_CONTROLLER (controller), keys[i].trigger, keys[i].action, parameter);
    }
  add_tag_keys (GTK_SHORTCUT_CONTROLLER (controller));
  return controller;
}
