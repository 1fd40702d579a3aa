/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Real transcripts whose turns were counted by hand. They are no part of the source; the test is skipped where they
 * are missing. It prints the table that it checks. */

#include "reading.h"

#include <stdlib.h>
#include <string.h>

/* What the counted values leave open. */
typedef struct
{
  const char *file;
  guint       n_more; /* turns that are there and were not counted */
  const char *why;
} Allowance;

static const Allowance allowances[] = {
  { "pbs-documentary-captions.srt", 4, "labels with a remark in brackets, “WOMAN ( gasping ):”, are turns too" },
};

/* Files whose list counts two labels of one person apart. */
static const char *const merged[] = { "wh-health-team-2022-08-11.md", NULL };

static char *
find_samples (void)
{
  const char      *shared = g_getenv ("PRESSER_SHARED");
  g_autofree char *folder = NULL;

  if (shared == NULL)
    return NULL;
  folder = g_build_filename (shared, "samples", "transcripts", NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

static Reading *
read_sample (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return NULL;
  bytes = g_bytes_new_take (data, size);

  return reading_new (bytes, name);
}

static guint
get_allowance (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowances); i++)
    if (strcmp (allowances[i].file, name) == 0)
      return allowances[i].n_more;

  return 0;
}

/* “MS. PSAKI 96; Q 98”: each part that is a label and a number is compared. Gives how many are different. */
static guint
check_speakers (Reading    *reading,
                const char *speakers,
                guint      *n_checked)
{
  g_auto (GStrv) parts = g_strsplit (speakers, ";", -1);
  guint n_wrong = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      char *space = strrchr (part, ' ');
      guint n;

      if (space == NULL || strspn (space + 1, "0123456789") != strlen (space + 1) || strpbrk (part, "+(…") != NULL)
        continue;
      *space = '\0';
      n = reading_count_turns (reading, part);
      if (n == 0)
        continue; /* a name that the list shortens */
      if (n != (guint) atoi (space + 1))
        {
          g_test_message ("%s: %u turns, counted %s", part, n, space + 1);
          n_wrong++;
        }
      (*n_checked)++;
    }

  return n_wrong;
}

static gboolean
check_row (const char *folder,
           char      **cells)
{
  g_autoptr (Reading) reading = read_sample (folder, cells[0]);
  guint expected = (guint) atoi (cells[1]), n_compared = 0, found, tolerance, n_wrong;

  if (reading == NULL || *cells[1] == '\0')
    return TRUE;
  found = reading_count_turns (reading, NULL);
  tolerance = expected < 50 ? 0 : expected / 100;
  expected += get_allowance (cells[0]);
  n_wrong = check_speakers (reading, cells[2], &n_compared);
  if (g_strv_contains (merged, cells[0]))
    n_wrong = 0;
  g_test_message ("%-48s counted %5s found %5u, %u speakers, %u of them compared", cells[0], cells[1], found,
                  reading_count_speakers (reading), n_compared);

  return n_wrong == 0 && found + tolerance >= expected && found <= expected + tolerance;
}

static void
test_finds_the_turns_that_were_counted (void)
{
  g_autofree char *folder = find_samples ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "ground-truth.tsv", NULL) : NULL;
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_rows = 0, n_wrong = 0;

  if (path == NULL || !g_file_get_contents (path, &table, NULL, NULL))
    {
      g_test_skip ("the counted transcripts are not on this computer");
      return;
    }
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (cells) < 4)
        continue;
#ifndef HAVE_POPPLER
      if (g_str_has_suffix (cells[0], ".pdf"))
        continue;
#endif
      n_rows++;
      if (!check_row (folder, cells))
        {
          g_test_message ("WRONG: %s", cells[0]);
          n_wrong++;
        }
    }
  g_assert_cmpuint (n_rows, >, 0);
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_reads_every_sample (void)
{
  g_autofree char *folder = find_samples ();
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the sample transcripts are not on this computer");
      return;
    }
  for (name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autoptr (Reading) reading = NULL;

#ifndef HAVE_POPPLER
      if (g_str_has_suffix (name, ".pdf"))
        continue;
#endif
      reading = read_sample (folder, name);
      g_assert_cmpuint (presser_document_get_n_words (reading_get_document (reading)), >, 10);
    }
}

/* The report that the design judges by: title, day, four paragraphs, three lines of sources. */
static void
test_reads_the_report_as_it_is (void)
{
  const char      *shared = g_getenv ("PRESSER_SHARED");
  g_autofree char *folder = shared != NULL ? g_build_filename (shared, "samples", "briefing", NULL) : NULL;
  g_autoptr (Reading) reading = folder != NULL ? read_sample (folder, "cis-ministers-minsk.txt") : NULL;

  if (reading == NULL)
    {
      g_test_skip ("the sample report is not on this computer");
      return;
    }
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_HEADING), ==, 1);
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_DATELINE), ==, 1);
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_BODY), ==, 4);
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_NOTE), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 0);
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE_TEXT), ==, "12 April");
  g_assert_true (g_str_has_prefix (reading_get_metadata (reading, PRESSER_METADATA_TITLE), "Lavrov: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ground-truth/finds-the-turns-that-were-counted", test_finds_the_turns_that_were_counted);
  g_test_add_func ("/ground-truth/reads-every-sample", test_reads_every_sample);
  g_test_add_func ("/ground-truth/reads-the-report-as-it-is", test_reads_the_report_as_it_is);

  return g_test_run ();
}
