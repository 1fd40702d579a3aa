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
  { "c", "win.grow", "'clause'" },
  { "e", "win.grow", "'sentence'" },
  { "p", "win.grow", "'paragraph'" },
  { "t", "win.grow", "'turn'" },
  { "q", "win.grow", "'exchange'" },
  { "<Shift>w", "win.extend", "'word'" },
  { "<Shift>c", "win.extend", "'clause'" },
  { "<Shift>e", "win.extend", "'sentence'" },
  { "<Shift>p", "win.extend", "'paragraph'" },
  { "<Shift>t", "win.extend", "'turn'" },
  { "space", "win.grow-step", NULL },
  { "<Shift>space", "win.shrink", NULL },
  { "m", "win.marker", NULL },
  { "slash|KP_Divide|d", "win.split-statement", NULL },
  { "j", "win.join-statements", NULL },
  { "x", "win.toggle-trim", NULL },
  { "bracketleft|a", "win.move-edge", "'start'" },
  { "bracketright|z", "win.move-edge", "'end'" },
  { "Menu|<Shift>F10", "win.text-menu", NULL },
  { "quotedbl|apostrophe|doublelowquotemark|guillemotleft", "win.grow", "'quotation'" },
  { "n", "win.note", NULL },
  { "k", "win.next-kind", NULL },
  { "v", "win.toggle-verified", NULL },
  { "period", "win.repeat-tag", NULL },
  { "s", "win.next-suggestion", NULL },
  { "<Shift>s", "win.accept-sure", NULL },
  { "numbersign", "win.suggest-topics", NULL },
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

static GVariant *
parse (const char *parameter)
{
  return parameter != NULL ? g_variant_parse (NULL, parameter, NULL, NULL, NULL) : NULL;
}

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
  for (key = "123456789"; *key != '\0'; key++)
    {
      g_autofree char *trigger = g_strdup_printf ("<Alt>%c|<Alt>KP_%c", *key, *key);

      add_key (controller, trigger, "win.give-turn", g_variant_new_string ((char[]){ *key, '\0' }));
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
      g_autoptr (GVariant) parameter = parse (keys[i].parameter);

      add_key (GTK_SHORTCUT_CONTROLLER (controller), keys[i].trigger, keys[i].action, parameter);
    }
  add_tag_keys (GTK_SHORTCUT_CONTROLLER (controller));
  return controller;
}

/**
 * presser_keys_dup_label:
 * @action: an action
 * @target: (nullable): its parameter
 *
 * Returns: (transfer full) (nullable): the first of its keys, as people read it
 */
char *
presser_keys_dup_label (const char *action,
                        GVariant   *target)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GVariant) parameter = parse (keys[i].parameter);
      g_auto (GStrv) triggers = NULL;
      guint           key;
      GdkModifierType modifiers;

      if (!g_str_equal (keys[i].action, action)
          || (parameter != NULL && (target == NULL || !g_variant_equal (parameter, target))))
        continue;
      triggers = g_strsplit (keys[i].trigger, "|", -1);
      if (gtk_accelerator_parse (triggers[0], &key, &modifiers))
        return gtk_accelerator_get_label (key, modifiers);
    }
  return NULL;
}
