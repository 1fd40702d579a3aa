/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-annotator.h"

static void
test_programs_are_told_from_people (void)
{
  g_autoptr (PresserAnnotator) person = presser_annotator_new ("ann.rk", "R. K.", FALSE);
  g_autoptr (PresserAnnotator) program = presser_annotator_new ("ann.presser", "Presser", TRUE);

  g_assert_cmpstr (presser_annotator_get_id (person), ==, "ann.rk");
  g_assert_cmpstr (presser_annotator_get_name (person), ==, "R. K.");
  g_assert_false (presser_annotator_is_program (person));
  g_assert_true (presser_annotator_is_program (program));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotator/programs-are-told-from-people", test_programs_are_told_from_people);
  return g_test_run ();
}
