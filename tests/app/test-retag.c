/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-retag.h"
#include "presser-tag-delete.h"
#include "presser-tag-drag.h"
#include "presser-tagging.h"
#include "presser-palette.h"

typedef struct
{
  PresserDocument *document;
  const char      *holm; /* ids, borrowed */
  const char      *vale;
  const char      *ferry;
  const char      *money;
} Fixture;

static void
add (Fixture     *fixture,
     const char  *speaker,
     const char  *topic,
     PresserRange range)
{
  g_autofree char *id = presser_document_make_statement_id (fixture->document);
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) spoken = presser_statement_with_speaker (bare, speaker);
  g_autoptr (PresserStatement) filed = presser_statement_with_topic (spoken, topic);

  presser_document_add_statement (fixture->document, filed);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = presser_document_new ("We will not sail. Ask the yard. It pays.");
  fixture->holm = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  fixture->vale = presser_tagging_add_speaker (fixture->document, "Otto Vale");
  fixture->ferry = presser_tagging_add_topic (fixture->document, "Ferry");
  fixture->money = presser_tagging_add_topic (fixture->document, "Money");
  add (fixture, fixture->holm, fixture->ferry, (PresserRange){ 0, 17 });
  add (fixture, fixture->holm, fixture->money, (PresserRange){ 18, 31 });
  add (fixture, fixture->vale, fixture->money, (PresserRange){ 32, 40 });
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->document);
}

static GPtrArray *
dup_all (Fixture *fixture)
{
  GListModel *statements = presser_document_get_statements (fixture->document);
  GPtrArray  *all = g_ptr_array_new_with_free_func (g_object_unref);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    g_ptr_array_add (all, g_list_model_get_item (statements, i));
  return all;
}

static PresserStatement *
get (Fixture    *fixture,
     const char *id)
{
  return presser_document_get_statement (fixture->document, id);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (presser_document_get_statements (fixture->document));
}

static void
test_many_are_changed_in_one_step (Fixture      *fixture,
                                   gconstpointer data)
{
  const char     *adds[] = { fixture->ferry, NULL };
  const char     *removes[] = { fixture->money, NULL };
  PresserRetag    retag = { TRUE, fixture->vale, (GStrv) adds, (GStrv) removes, -1, PRESSER_STATUS_VERIFIED };
  PresserHistory *history = presser_document_get_history (fixture->document);
  g_autoptr (GPtrArray) all = dup_all (fixture);
  guint i;

  g_assert_cmpuint (presser_retag_perform (&retag, fixture->document, all), ==, 3);
  for (i = 0; i < all->len; i++)
    {
      PresserStatement *statement = get (fixture, presser_statement_get_id (all->pdata[i]));

      g_assert_cmpstr (presser_statement_get_speaker (statement), ==, fixture->vale);
      g_assert_true (presser_statement_has_topic (statement, fixture->ferry));
      g_assert_false (presser_statement_has_topic (statement, fixture->money));
      g_assert_cmpint (presser_statement_get_status (statement), ==, PRESSER_STATUS_VERIFIED);
    }
  g_assert_true (presser_history_undo (history));
  g_assert_cmpstr (presser_statement_get_speaker (get (fixture, "s1")), ==, fixture->holm);
  g_assert_cmpuint (presser_retag_perform (&retag, fixture->document, all), ==, 3);
  g_assert_cmpuint (presser_retag_perform (&retag, fixture->document, all), ==, 0);
}

static void
test_nothing_chosen_changes_nothing (Fixture      *fixture,
                                     gconstpointer data)
{
  PresserRetag retag = { .kind = -1, .status = -1 };

  g_assert_null (presser_retag_dup_changed (&retag, get (fixture, "s1")));
}

static void
test_who_goes_leaves_statements_or_takes_them_along (Fixture      *fixture,
                                                     gconstpointer data)
{
  PresserHistory *history = presser_document_get_history (fixture->document);

  presser_tag_delete (fixture->document, G_OBJECT (presser_document_get_speaker (fixture->document, fixture->holm)), PRESSER_TAG_FATE_BARE);
  g_assert_cmpuint (count (fixture), ==, 3);
  g_assert_null (presser_statement_get_speaker (get (fixture, "s1")));
  g_assert_true (presser_history_undo (history));

  presser_tag_delete (fixture->document, G_OBJECT (presser_document_get_speaker (fixture->document, "p.holm")), PRESSER_TAG_FATE_DELETED);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_true (presser_history_undo (history));
  g_assert_cmpuint (count (fixture), ==, 3);
  g_assert_cmpstr (presser_statement_get_speaker (get (fixture, "s1")), ==, "p.holm");
}

/* As a file has them whose colours nobody chose. */
static void
make_automatic (Fixture    *fixture,
                const char *id)
{
  PresserSpeaker *speaker = presser_document_get_speaker (fixture->document, id);
  g_autoptr (PresserSpeaker) automatic = presser_speaker_with_colour (speaker, PRESSER_COLOUR_AUTOMATIC);

  presser_document_replace_speaker (fixture->document, speaker, automatic);
}

static void
test_a_colour_stays_when_others_move_or_go (Fixture      *fixture,
                                            gconstpointer data)
{
  int holm, vale;

  make_automatic (fixture, "p.holm");
  make_automatic (fixture, "p.vale");
  holm = presser_palette_find_speaker (fixture->document, "p.holm");
  vale = presser_palette_find_speaker (fixture->document, "p.vale");
  g_assert_cmpint (holm, !=, vale);

  presser_tag_move (fixture->document, G_OBJECT (presser_document_get_speaker (fixture->document, "p.vale")),
                    G_OBJECT (presser_document_get_speaker (fixture->document, "p.holm")), PRESSER_TAG_PLACE_BEFORE);
  g_assert_cmpint (presser_palette_find_speaker (fixture->document, "p.holm"), ==, holm);
  g_assert_cmpint (presser_palette_find_speaker (fixture->document, "p.vale"), ==, vale);

  presser_tag_delete (fixture->document, G_OBJECT (presser_document_get_speaker (fixture->document, "p.vale")), PRESSER_TAG_FATE_BARE);
  g_assert_cmpint (presser_palette_find_speaker (fixture->document, "p.holm"), ==, holm);
}

static void
test_a_topic_is_put_below_another_one_but_not_below_itself (Fixture      *fixture,
                                                            gconstpointer data)
{
  GObject *ferry = G_OBJECT (presser_document_get_topic (fixture->document, "t.ferry"));
  GObject *money = G_OBJECT (presser_document_get_topic (fixture->document, "t.money"));

  g_assert_true (presser_tag_move (fixture->document, money, ferry, PRESSER_TAG_PLACE_INTO));
  money = G_OBJECT (presser_document_get_topic (fixture->document, "t.money"));
  ferry = G_OBJECT (presser_document_get_topic (fixture->document, "t.ferry"));
  g_assert_cmpstr (presser_topic_get_parent (PRESSER_TOPIC (money)), ==, "t.ferry");
  g_assert_false (presser_tag_move (fixture->document, ferry, money, PRESSER_TAG_PLACE_INTO));
  g_assert_true (presser_tag_move (fixture->document, money, ferry, PRESSER_TAG_PLACE_BEFORE));
  money = G_OBJECT (presser_document_get_topic (fixture->document, "t.money"));
  g_assert_null (presser_topic_get_parent (PRESSER_TOPIC (money)));
}

#define ADD(name, function) g_test_add ("/retag/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("many-are-changed-in-one-step", test_many_are_changed_in_one_step);
  ADD ("nothing-chosen-changes-nothing", test_nothing_chosen_changes_nothing);
  ADD ("who-goes-leaves-statements-or-takes-them-along", test_who_goes_leaves_statements_or_takes_them_along);
  ADD ("a-colour-stays-when-others-move-or-go", test_a_colour_stays_when_others_move_or_go);
  ADD ("a-topic-is-put-below-another-one-but-not-below-itself", test_a_topic_is_put_below_another_one_but_not_below_itself);

  return g_test_run ();
}
