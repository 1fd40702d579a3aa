/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "presser-suggest-lines.h"

/* The annotated news and their scorer stand beside the checkout, not in it. */

static char *
find_shared (const char *name)
{
  const char      *shared = g_getenv ("PRESSER_SHARED");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, "quotes", name, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static char *
answer_all (const char *path)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  GString *answers = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *answer = NULL;

      if (lines[i][0] == '\0')
        continue;
      answer = presser_suggest_json_line (lines[i], NULL, &error);
      g_assert_no_error (error);
      g_string_append_printf (answers, "%s\n", answer);
    }

  return g_string_free (answers, FALSE);
}

static char *
run_scorer (const char *scorer,
            const char *gold,
            const char *answers)
{
  const char *argv[] = { "/usr/bin/python3", scorer, gold, answers, "--by", "lang", "--json", NULL };
  g_autoptr (GError) error = NULL;
  char *figures = NULL;
  int   status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &figures, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));

  return figures;
}

static double
get_f1 (JsonParser *parser,
        const char *language,
        const char *figure)
{
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonObject *part = json_object_get_object_member (root, language);

  return 100.0 * json_object_get_double_member (json_object_get_object_member (part, figure), "f1");
}

static void
test_annotated_news_score_above_the_floors (void)
{
  static const struct
  {
    const char *language;
    double      joint;
    double      exact;
  } floors[] = {
    { "en", 92, 96 },
    { "fr", 82, 96 },
    { "de", 75, 96 },
  };
  g_autofree char *gold = find_shared ("dev.jsonl");
  g_autofree char *scorer = find_shared ("score.py");
  g_autofree char *answers = NULL;
  g_autofree char *path = NULL;
  g_autofree char *figures = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  int fd;

  if (gold == NULL || scorer == NULL || !g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("the annotated news or python3 are not there");
      return;
    }

  fd = g_file_open_tmp ("presser-answers-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  answers = answer_all (gold);
  g_file_set_contents (path, answers, -1, &error);
  g_assert_no_error (error);
  figures = run_scorer (scorer, gold, path);
  g_unlink (path);

  json_parser_load_from_data (parser, figures, -1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      double joint = get_f1 (parser, floors[i].language, "joint");
      double exact = get_f1 (parser, floors[i].language, "exact");

      g_test_message ("%s: with speaker %.1f, exact %.1f", floors[i].language, joint, exact);
      g_assert_cmpfloat (joint, >=, floors[i].joint);
      g_assert_cmpfloat (exact, >=, floors[i].exact);
    }
}

static void
test_bad_lines_are_refused (void)
{
  static const char *const lines[] = { "", "[]", "{\"id\":\"a\"}", "{\"text\":3}", "no JSON" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *answer = presser_suggest_json_line (lines[i], NULL, &error);

      g_assert_null (answer);
      g_assert_nonnull (error);
    }
}

static void
test_answer_keeps_id_and_positions (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = presser_suggest_json_line ("{\"id\":\"a1\",\"lang\":\"en\",\"text\":\"\xF0\x9F\x98\x80 \\\"We are ready,\\\" said Anna Lund.\"}", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (answer, "\"id\":\"a1\""));
  g_assert_nonnull (strstr (answer, "\"start\":3,\"end\":16"));
  g_assert_nonnull (strstr (answer, "\"name\":\"Anna Lund\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scores/annotated-news-score-above-the-floors", test_annotated_news_score_above_the_floors);
  g_test_add_func ("/scores/bad-lines-are-refused", test_bad_lines_are_refused);
  g_test_add_func ("/scores/answer-keeps-id-and-positions", test_answer_keeps_id_and_positions);

  return g_test_run ();
}
