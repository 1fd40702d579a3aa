/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-code-book.h"
#include "presser-tagging.h"

static PresserDocument *
new_earlier (void)
{
  const char *const aliases[] = { "CHAIR", "Chairwoman Holm", NULL };
  PresserDocument  *document = presser_document_new ("Earlier.");
  PresserSpeaker   *holm = presser_document_get_speaker (document, presser_tagging_add_speaker (document, "Ines Holm"));
  g_autoptr (PresserSpeaker) named = presser_speaker_with_aliases (holm, aliases);
  g_autoptr (PresserSpeaker) titled = presser_speaker_with_role (named, "Chair");
  PresserTopic *money, *ferry;

  presser_document_replace_speaker (document, holm, titled);
  presser_tagging_add_speaker (document, "Otto Vale");
  ferry = presser_document_get_topic (document, presser_tagging_add_topic (document, "Ferry"));
  money = presser_document_get_topic (document, presser_tagging_add_topic (document, "Fares"));
  presser_document_move_topic (document, money, presser_topic_get_id (ferry), 0);
  return document;
}

static void
test_speakers_and_topics_come_with_all_that_is_known_of_them (void)
{
  g_autoptr (PresserDocument) earlier = new_earlier ();
  g_autoptr (PresserDocument) document = presser_document_new ("Now.");
  guint           n_speakers, n_topics;
  PresserSpeaker *holm;

  presser_code_book_take (document, earlier, &n_speakers, &n_topics);
  g_assert_cmpuint (n_speakers, ==, 2);
  g_assert_cmpuint (n_topics, ==, 2);
  holm = presser_document_find_speaker (document, "chair");
  g_assert_cmpstr (presser_speaker_get_name (holm), ==, "Ines Holm");
  g_assert_cmpstr (presser_speaker_get_role (holm), ==, "Chair");
  g_assert_cmpstr (presser_topic_get_parent (presser_document_find_topic (document, "Fares")), ==,
                   presser_topic_get_id (presser_document_find_topic (document, "Ferry")));

  presser_code_book_take (document, earlier, &n_speakers, &n_topics);
  g_assert_cmpuint (n_speakers + n_topics, ==, 0);
}

static void
test_who_is_here_stays_and_learns_names (void)
{
  g_autoptr (PresserDocument) earlier = new_earlier ();
  g_autoptr (PresserDocument) document = presser_document_new ("Now.");
  const char     *id = presser_tagging_add_speaker (document, "Chairwoman Holm");
  guint           n_speakers, n_topics;
  PresserSpeaker *holm;

  presser_code_book_take (document, earlier, &n_speakers, &n_topics);
  g_assert_cmpuint (n_speakers, ==, 1);
  holm = presser_document_find_speaker (document, "Ines Holm");
  g_assert_cmpstr (presser_speaker_get_id (holm), ==, id);
  g_assert_cmpstr (presser_speaker_get_name (holm), ==, "Chairwoman Holm");
  g_assert_true (presser_speaker_is_called (holm, "chair"));

  g_assert_true (presser_history_undo (presser_document_get_history (document)));
  g_assert_null (presser_document_find_speaker (document, "Ines Holm"));
  g_assert_null (presser_document_find_speaker (document, "Otto Vale"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/code-book/speakers-and-topics-come-with-all-that-is-known-of-them", test_speakers_and_topics_come_with_all_that_is_known_of_them);
  g_test_add_func ("/code-book/who-is-here-stays-and-learns-names", test_who_is_here_stays_and_learns_names);

  return g_test_run ();
}
