/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "presser-quick-tag.h"
#include "presser-tagging.h"

/* The box in a window that writes down which actions it was asked for. */
typedef struct
{
  GtkWidget       *window;
  PresserQuickTag *box;
  PresserDocument *document;
  GString         *asked;
} Fixture;

static void
asked_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_string_append_printf (user_data, "%s(%s) ", g_action_get_name (G_ACTION (action)), g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { "mark-speaker", asked_cb, "s" },
  { "mark-topic", asked_cb, "s" },
  { "mark-new-speaker", asked_cb, "s" },
  { "mark-new-topic", asked_cb, "s" },
};

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->asked = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->box = PRESSER_QUICK_TAG (presser_quick_tag_new ());
  fixture->document = presser_document_new ("Text");
  presser_tagging_add_speaker (fixture->document, "Sergei Lebedev");
  presser_tagging_add_speaker (fixture->document, "Sergey Lavrov");
  presser_tagging_add_topic (fixture->document, "South Caucasus");
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture->asked);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), child);
  gtk_widget_set_parent (GTK_WIDGET (fixture->box), child);
  presser_quick_tag_set_document (fixture->box, fixture->document);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_widget_unparent (GTK_WIDGET (fixture->box));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->document);
  g_string_free (fixture->asked, TRUE);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *child;
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
type_and_enter (Fixture    *fixture,
                const char *typed)
{
  GtkWidget *entry = find (GTK_WIDGET (fixture->box), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_enter_applies_the_best_match (Fixture      *fixture,
                                   gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *asked;
  } rows[] = {
    { "lav", "mark-speaker(p.lavrov) " },
    { "CAU", "mark-topic(t.south-caucasus) " },
    { "Holm", "mark-new-speaker(Holm) " },
    { "#Ferry", "mark-new-topic(Ferry) " },
    { "#lav", "mark-new-topic(lav) " },
    { "@cau", "mark-new-speaker(cau) " },
    { "", "" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_string_truncate (fixture->asked, 0);
      type_and_enter (fixture, rows[i].typed);
      g_assert_cmpstr (fixture->asked->str, ==, rows[i].asked);
    }
}

static void
test_what_was_used_last_comes_first (Fixture      *fixture,
                                     gconstpointer data)
{
  type_and_enter (fixture, "serg");
  g_assert_cmpstr (fixture->asked->str, ==, "mark-speaker(p.lebedev) ");

  g_string_truncate (fixture->asked, 0);
  presser_quick_tag_remember (fixture->box, "p.lavrov");
  type_and_enter (fixture, "serg");
  g_assert_cmpstr (fixture->asked->str, ==, "mark-speaker(p.lavrov) ");
}

static void
test_with_a_speaker_a_new_name_is_a_topic (Fixture      *fixture,
                                           gconstpointer data)
{
  const PresserRange range = { 0, 4 };
  g_autoptr (PresserStatement) bare = presser_statement_new ("s1", &range, 1);
  g_autoptr (PresserStatement) statement = presser_statement_with_speaker (bare, "p.lavrov");

  presser_quick_tag_set_statement (fixture->box, statement);
  type_and_enter (fixture, "Sovereignty");
  g_assert_cmpstr (fixture->asked->str, ==, "mark-new-topic(Sovereignty) ");
}

static void
test_the_entry_is_empty_for_the_next_tag (Fixture      *fixture,
                                          gconstpointer data)
{
  type_and_enter (fixture, "lav");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (GTK_WIDGET (fixture->box), GTK_TYPE_ENTRY))), ==, "");
}

#define ADD(name, function) g_test_add ("/quick-tag/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("enter-applies-the-best-match", test_enter_applies_the_best_match);
  ADD ("what-was-used-last-comes-first", test_what_was_used_last_comes_first);
  ADD ("with-a-speaker-a-new-name-is-a-topic", test_with_a_speaker_a_new_name_is_a_topic);
  ADD ("the-entry-is-empty-for-the-next-tag", test_the_entry_is_empty_for_the_next_tag);

  return g_test_run ();
}
