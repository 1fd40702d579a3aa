/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-clock.h"

#include <math.h>
#include <string.h>

#include "presser-paragraph.h"

typedef struct
{
  const char *text;
  gsize       length;
  gint64      time;
} Row;

static const Row rows[] = {
  { "0:12", 4, 12000 },
  { "00:12 text", 5, 12000 },
  { "1:02:03", 7, 3723000 },
  { "00:00:12.340", 12, 12340 },
  { "00:00:12,340 -->", 12, 12340 },
  { "[00:00:12] Name", 10, 12000 },
  { "(02:18)", 7, 138000 },
  { "#00:00:12-3#", 12, 12300 },
  { "{00:00:12}", 10, 12000 },
  { "[1.23.45]", 9, 5025000 },
  { "01:23:45:05", 11, 5025200 },
  { "[-00:00:00:04]", 14, PRESSER_TIME_UNKNOWN },
};

static const char *const others[] = { "12", "1:2pm", "12:75", "::", "", "[0:12", "1234:56", "a:bc", "(see 3:4)" };

static void
test_reads_every_shape (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PresserClock clock;

      g_assert_cmpuint (presser_clock_parse (rows[i].text, rows[i].text + strlen (rows[i].text), &clock), ==, rows[i].length);
      g_assert_cmpint (clock.time, ==, rows[i].time);
    }
}

static void
test_leaves_other_figures_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      PresserClock clock;

      g_assert_cmpuint (presser_clock_parse (others[i], others[i] + strlen (others[i]), &clock), ==, 0);
    }
}

static void
test_four_numbers_may_begin_with_days (void)
{
  PresserClock clock;

  g_assert_cmpuint (presser_clock_parse ("01:02:03:44", "01:02:03:44" + 11, &clock), >, 0);
  g_assert_cmpint (presser_clock_as_days (&clock), ==, (((24 + 2) * 60 + 3) * 60 + 44) * 1000);
}

static void
test_odd_seconds_are_unknown (void)
{
  g_assert_cmpint (presser_clock_from_seconds (1.5), ==, 1500);
  g_assert_cmpint (presser_clock_from_seconds (-1), ==, PRESSER_TIME_UNKNOWN);
  g_assert_cmpint (presser_clock_from_seconds (NAN), ==, PRESSER_TIME_UNKNOWN);
  g_assert_cmpint (presser_clock_from_seconds (INFINITY), ==, PRESSER_TIME_UNKNOWN);
  g_assert_cmpint (presser_clock_from_seconds (1e12), ==, PRESSER_TIME_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/reads-every-shape", test_reads_every_shape);
  g_test_add_func ("/clock/leaves-other-figures-alone", test_leaves_other_figures_alone);
  g_test_add_func ("/clock/four-numbers-may-begin-with-days", test_four_numbers_may_begin_with_days);
  g_test_add_func ("/clock/odd-seconds-are-unknown", test_odd_seconds_are_unknown);

  return g_test_run ();
}
