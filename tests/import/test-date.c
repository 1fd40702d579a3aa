/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-date.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *iso; /* NULL: a day without a year */
} Row;

static const Row rows[] = {
  { "12 April", NULL },
  { "May 04, 2022", "2022-05-04" },
  { "Thursday, March 10, 2005", "2005-03-10" },
  { "14. März 2026", "2026-03-14" },
  { "Berlin, Mittwoch, den 28. Oktober 2009", "2009-10-28" },
  { "12 апреля 2024 года", "2024-04-12" },
  { "26 de febrero de 2025", "2025-02-26" },
  { "1er mars 2020", "2020-03-01" },
  { "2022-05-04", "2022-05-04" },
  { "04.05.2022", "2022-05-04" },
  { "20/04/2001", "2001-04-20" },
  { "2024年3月5日", "2024-03-05" },
  { "Hearing of Module 9, dated 10 September 2025", "2025-09-10" },
  { "October 2009", "2009-10" },
};

static const char *const others[] = {
  "May I ask you something?",
  "12/07/2015",
  "31.02.2020",
  "Chapter 12",
  "",
};

static void
test_reads_days_of_many_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PresserDate      date;
      g_autofree char *iso = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_true (presser_date_find (rows[i].text, strlen (rows[i].text), &date));
      iso = presser_date_dup_iso (&date);
      g_assert_cmpstr (iso, ==, rows[i].iso);
    }
}

static void
test_leaves_the_rest_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      PresserDate date;

      g_test_message ("%s", others[i]);
      g_assert_false (presser_date_find (others[i], strlen (others[i]), &date));
    }
}

static void
test_knows_hours_of_the_day (void)
{
  static const char *const hours[] = { "3:37 P.M. EDT", "11:18 A.M. CEST", "(10.30 am)", "Beginn: 10.00 Uhr", "END 11:34 A.M. CEST" };
  static const char *const speech[] = { "We met at 3:37 P.M. in the garden of the house.", "10:2", "He said so", "1.5 million" };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    g_assert_true (presser_date_is_hour (hours[i], strlen (hours[i])));
  for (guint i = 0; i < G_N_ELEMENTS (speech); i++)
    g_assert_false (presser_date_is_hour (speech[i], strlen (speech[i])));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/reads-days-of-many-languages", test_reads_days_of_many_languages);
  g_test_add_func ("/date/leaves-the-rest-alone", test_leaves_the_rest_alone);
  g_test_add_func ("/date/knows-hours-of-the-day", test_knows_hours_of_the_day);

  return g_test_run ();
}
