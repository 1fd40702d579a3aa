/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-comparison.h"
#include "presser-hunks-private.h"

static GPtrArray *
make_strings (const char *letters)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);

  for (; *letters != '\0'; letters++)
    g_ptr_array_add (strings, g_strndup (letters, 1));
  return strings;
}

static void
check_hunks (const char *before,
             const char *after,
             guint       n_hunks)
{
  g_autoptr (GPtrArray) old_strings = make_strings (before);
  g_autoptr (GPtrArray) new_strings = make_strings (after);
  g_autoptr (GArray) hunks = presser_find_hunks (old_strings, new_strings);

  g_assert_cmpuint (hunks->len, ==, n_hunks);
}

static void
test_hunks_are_few (void)
{
  check_hunks ("", "", 0);
  check_hunks ("abc", "abc", 0);
  check_hunks ("", "abc", 1);
  check_hunks ("abc", "", 1);
  check_hunks ("abc", "axc", 1);
  check_hunks ("abcd", "bcde", 2);
  check_hunks ("aaaa", "aa", 1);
  check_hunks ("abcabba", "cbabac", 4);
}

/* What is between the hunks is the same, and they hold all that is not: whichever way they were found. */
static void
check_covers (GPtrArray *before,
              GPtrArray *after)
{
  g_autoptr (GArray) hunks = presser_find_hunks (before, after);
  guint i = 0, j = 0, k;

  for (k = 0; k <= hunks->len; k++)
    {
      PresserHunk hunk = k < hunks->len ? g_array_index (hunks, PresserHunk, k)
                                        : (PresserHunk){ before->len, before->len, after->len, after->len };

      g_assert_cmpuint (hunk.before_start - i, ==, hunk.after_start - j);
      for (; i < hunk.before_start; i++, j++)
        g_assert_cmpstr (before->pdata[i], ==, after->pdata[j]);
      i = hunk.before_end;
      j = hunk.after_end;
    }
  g_assert_cmpuint (i, ==, before->len);
  g_assert_cmpuint (j, ==, after->len);
}

static GPtrArray *
make_random (guint n_strings,
             guint n_different)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  guint      i;

  for (i = 0; i < n_strings; i++)
    g_ptr_array_add (strings, g_strdup_printf ("%d", g_test_rand_int_range (0, (gint32) n_different)));
  return strings;
}

static void
test_random_sequences_are_covered (void)
{
  guint round;

  for (round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) before = make_random (round % 40, 2 + round % 30);
      g_autoptr (GPtrArray) after = make_random (round % 37, 2 + round % 30);

      check_covers (before, after);
    }
}

/* Too long for a table: parted at what stands once. */
static void
test_a_long_text_with_few_changes_has_few_hunks (void)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) hunks = NULL;
  guint i;

  for (i = 0; i < 60000; i++)
    {
      g_ptr_array_add (before, g_strdup_printf ("%u", i));
      if (i % 6000 != 17)
        g_ptr_array_add (after, g_strdup_printf ("%u", i));
      else
        g_ptr_array_add (after, g_strdup_printf ("corrected %u", i));
    }
  check_covers (before, after);
  hunks = presser_find_hunks (before, after);
  g_assert_cmpuint (hunks->len, ==, 10);
}

static void
test_words_show_both_versions (void)
{
  g_autoptr (GArray) runs = presser_compare_words ("The ferry sails at noon.", "The new ferry sails at  midnight.");
  g_autoptr (GString) shown = g_string_new (NULL);
  guint i;

  for (i = 0; i < runs->len; i++)
    {
      PresserWordRun *run = &g_array_index (runs, PresserWordRun, i);

      g_string_append_printf (shown, "%s%s|", run->is_before && run->is_after ? "=" : run->is_before ? "-"
                                                                                                     : "+",
                              run->text);
    }
  g_assert_cmpstr (shown->str, ==, "=The |+new |=ferry sails |-at noon.|+at  midnight.|");
}

static PresserDocument *
new_document (void)
{
  PresserDocument *document = presser_document_new ("Harbour board\nHolm said no.\nShe left.");
  PresserRange     range = { 14, 27 };
  g_autoptr (PresserSpeaker) holm = presser_speaker_new ("p.holm", "Ines Holm");
  g_autoptr (PresserStatement) plain = presser_statement_new ("s1", &range, 1);
  g_autoptr (PresserStatement) statement = presser_statement_with_speaker (plain, "p.holm");

  presser_document_insert_speaker (document, 0, holm);
  presser_document_add_statement (document, statement);
  return document;
}

static void
check_difference (PresserDifference *difference,
                  PresserSubject     subject,
                  const char        *title,
                  const char        *before,
                  const char        *after)
{
  g_assert_cmpint (presser_difference_get_subject (difference), ==, subject);
  g_assert_cmpstr (presser_difference_get_title (difference), ==, title);
  g_assert_cmpstr (presser_difference_get_before (difference), ==, before);
  g_assert_cmpstr (presser_difference_get_after (difference), ==, after);
}

static void
test_the_same_document_does_not_differ (void)
{
  g_autoptr (PresserDocument) one = new_document ();
  g_autoptr (PresserDocument) other = new_document ();
  g_autoptr (GPtrArray) differences = presser_compare_documents (one, other);

  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_what_differs_is_told_by_subject (void)
{
  g_autoptr (PresserDocument) before = new_document ();
  g_autoptr (PresserDocument) after = new_document ();
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (PresserMetadata) metadata = presser_metadata_with (presser_document_get_metadata (after), PRESSER_METADATA_PLACE, "Port Lindow");
  g_autoptr (PresserTopic) topic = presser_topic_new ("t.ferry", "Ferry");
  g_autoptr (PresserStatement) tagged = presser_statement_with_topic (presser_document_get_statement (after, "s1"), "t.ferry");
  PresserRange range = { 28, 31 };
  g_autoptr (PresserStatement) second = presser_statement_new ("s2", &range, 1);

  presser_document_set_metadata (after, metadata);
  presser_document_insert_topic (after, 0, topic);
  presser_document_replace_statement (after, presser_document_get_statement (after, "s1"), tagged);
  presser_document_add_statement (before, second);
  presser_document_replace_text (after, (PresserRange){ 32, 36 }, "stayed");
  differences = presser_compare_documents (before, after);
  g_assert_cmpuint (differences->len, ==, 5);
  check_difference (differences->pdata[0], PRESSER_SUBJECT_DETAILS, "Place", NULL, "Port Lindow");
  check_difference (differences->pdata[1], PRESSER_SUBJECT_TOPICS, "Ferry", NULL, "Ferry");
  check_difference (differences->pdata[2], PRESSER_SUBJECT_STATEMENTS, "¶3", "“She” · nobody · Direct · Draft", NULL);
  check_difference (differences->pdata[3], PRESSER_SUBJECT_STATEMENTS, "¶2", "“Holm said no.” · Ines Holm · Direct · Draft",
                    "“Holm said no.” · Ines Holm · Ferry · Direct · Draft");
  check_difference (differences->pdata[4], PRESSER_SUBJECT_TEXT, "¶3", "She left.", "She stayed.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/hunks-are-few", test_hunks_are_few);
  g_test_add_func ("/comparison/random-sequences-are-covered", test_random_sequences_are_covered);
  g_test_add_func ("/comparison/a-long-text-with-few-changes-has-few-hunks", test_a_long_text_with_few_changes_has_few_hunks);
  g_test_add_func ("/comparison/words-show-both-versions", test_words_show_both_versions);
  g_test_add_func ("/comparison/the-same-document-does-not-differ", test_the_same_document_does_not_differ);
  g_test_add_func ("/comparison/what-differs-is-told-by-subject", test_what_differs_is_told_by_subject);
  return g_test_run ();
}
