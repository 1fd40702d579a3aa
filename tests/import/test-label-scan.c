/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-label-scan.h"

#include <string.h>

#include "presser-paragraph.h"

typedef struct
{
  const char      *line;
  PresserLabelForm form;
  const char      *label;
  const char      *speech;
  gint32           time;
} Row;

#define NO_TIME PRESSER_TIME_UNKNOWN

static const Row rows[] = {
  { "MS. LUND:\302\240 Hello", PRESSER_LABEL_COLON, "MS. LUND", "Hello", NO_TIME },
  { "MS. LUND-BERG:Yes", PRESSER_LABEL_COLON, "MS. LUND-BERG", "Yes", NO_TIME },
  { "M\302\255S. LUND: Hello", PRESSER_LABEL_COLON, "M\302\255S. LUND", "Hello", NO_TIME },
  { "Anna Lund (Interior):", PRESSER_LABEL_COLON, "Anna Lund (Interior)", "", NO_TIME },
  { "Julie et Marc :\302\240Oui", PRESSER_LABEL_COLON, "Julie et Marc", "Oui", NO_TIME },
  { "記者：いつですか", PRESSER_LABEL_COLON, "記者", "いつですか", NO_TIME },
  { "היו\"ר דן כהן:", PRESSER_LABEL_COLON, "היו\"ר דן כהן", "", NO_TIME },
  { "Mike Berg: (02:18)", PRESSER_LABEL_COLON, "Mike Berg", "", 138000 },
  { "[00:00:12] Berg: Yes", PRESSER_LABEL_COLON, "Berg", "Yes", 12000 },
  { "CHAIR BERG. Good afternoon.", PRESSER_LABEL_STOP, "CHAIR BERG", "Good afternoon.", NO_TIME },
  { "Senator Berg. Thank you.", PRESSER_LABEL_STOP, "Senator Berg", "Thank you.", NO_TIME },
  { "Q\302\240\302\240\302\240 When?", PRESSER_LABEL_LETTER, "Q", "When?", NO_TIME },
  { "Q. When?", PRESSER_LABEL_LETTER, "Q", "When?", NO_TIME },
  { "<NAME>CHAIR BERG</NAME>. Good", PRESSER_LABEL_TAG, "CHAIR BERG", "Good", NO_TIME },
  { "Ali  0:12", PRESSER_LABEL_TIMED, "Ali", "", 12000 },
  { "Ali [0:12] Hello", PRESSER_LABEL_TIMED, "Ali", "Hello", 12000 },
  { "[SPEAKER_00]: Hello", PRESSER_LABEL_BRACKETS, "SPEAKER_00", "Hello", NO_TIME },
  { "0:08:20 (質問)朝日 田中記者", PRESSER_LABEL_MARKED, "朝日 田中記者", "(質問)朝日 田中記者", 500000 },
  { ">> Hello there", PRESSER_LABEL_ARROWS, "", "Hello there", NO_TIME },
  { ">> ANNA LUND: Hello", PRESSER_LABEL_ARROWS, "ANNA LUND", "Hello", NO_TIME },
  { "PRESIDENTA DE MÉXICO", PRESSER_LABEL_LINE, "PRESIDENTA DE MÉXICO", "", NO_TIME },
  { "SPEAKER\t[00:01:02]\tHello", PRESSER_LABEL_TIMED, "SPEAKER", "Hello", 62000 },
  { "Anna Lund\tHello", PRESSER_LABEL_TAB, "Anna Lund", "Hello", NO_TIME },
};

static const char *const others[] = {
  "3:37 P.M. was late",
  "The address is https://example.org/page",
  "It was 17:30 when they came.",
  "“Well: no,” he said.",
  "Is this it? No: it is not.",
  "Q&A portion.",
  "U.S. officials said no.",
  "",
};

static void
test_finds_every_form (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char      *line = rows[i].line;
      PresserLabelHit  hit;
      g_autofree char *label = NULL;

      g_test_message ("%s", line);
      g_assert_true (presser_label_scan (line, line + strlen (line), 0, FALSE, &hit));
      g_assert_cmpint (hit.form, ==, rows[i].form);
      label = g_strndup (line + hit.start, hit.length);
      g_assert_cmpstr (label, ==, rows[i].label);
      g_assert_cmpstr (line + hit.skip, ==, rows[i].speech);
      g_assert_cmpint (hit.time, ==, rows[i].time);
    }
}

static void
test_finds_none_in_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      PresserLabelHit hit;

      g_test_message ("%s", others[i]);
      presser_label_scan (others[i], others[i] + strlen (others[i]), 0, FALSE, &hit);
      g_assert_cmpint (hit.form, ==, PRESSER_LABEL_NONE);
    }
}

static void
test_bold_says_where_a_label_ends (void)
{
  static const char line[] = "Anna Lund Hello";
  PresserLabelHit   hit;

  g_assert_true (presser_label_scan (line, line + strlen (line), 9, FALSE, &hit));
  g_assert_cmpint (hit.form, ==, PRESSER_LABEL_BOLD);
  g_assert_cmpuint (hit.length, ==, 9);
  g_assert_cmpstr (line + hit.skip, ==, "Hello");
}

/* Whatever the bytes, it must end inside them. */
static void
test_survives_random_lines (void)
{
  static const char *const pieces[] = { "Q", ":", " ", "\302\240", "[", "]", "(", ")", "<NAME>", "</NAME>", "0:12", "MR", ".", "\"", "質問", ">>", "\t", "a", "\342\200\213", "—" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      guint           n = (guint) g_test_rand_int_range (0, 12);
      PresserLabelHit hit;

      for (guint j = 0; j < n; j++)
        g_string_append (line, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      presser_label_scan (line->str, line->str + line->len, (guint) g_test_rand_int_range (0, (gint32) line->len + 1) & ~1u, i % 2, &hit);
      g_assert_cmpuint (hit.skip, <=, line->len);
      g_assert_cmpuint (hit.start + hit.length, <=, line->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-scan/finds-every-form", test_finds_every_form);
  g_test_add_func ("/label-scan/finds-none-in-sentences", test_finds_none_in_sentences);
  g_test_add_func ("/label-scan/bold-says-where-a-label-ends", test_bold_says_where_a_label_ends);
  g_test_add_func ("/label-scan/survives-random-lines", test_survives_random_lines);

  return g_test_run ();
}
