/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-metadata.h"

static void
test_nothing_is_known_at_first (void)
{
  g_autoptr (PresserMetadata) metadata = presser_metadata_new ();
  int field;

  for (field = 0; field < PRESSER_METADATA_N_FIELDS; field++)
    g_assert_null (presser_metadata_get (metadata, (PresserMetadataField) field));
}

static void
test_empty_means_unknown (void)
{
  g_autoptr (PresserMetadata) first = presser_metadata_new ();
  g_autoptr (PresserMetadata) titled = presser_metadata_with (first, PRESSER_METADATA_TITLE, "On tolls");
  g_autoptr (PresserMetadata) dated = presser_metadata_with (titled, PRESSER_METADATA_DATE, "2026-03-14");
  g_autoptr (PresserMetadata) emptied = presser_metadata_with (dated, PRESSER_METADATA_TITLE, "");

  g_assert_null (presser_metadata_get (first, PRESSER_METADATA_TITLE));
  g_assert_cmpstr (presser_metadata_get (dated, PRESSER_METADATA_TITLE), ==, "On tolls");
  g_assert_cmpstr (presser_metadata_get (emptied, PRESSER_METADATA_DATE), ==, "2026-03-14");
  g_assert_null (presser_metadata_get (emptied, PRESSER_METADATA_TITLE));
}

static void
test_equal_is_field_by_field (void)
{
  g_autoptr (PresserMetadata) one = presser_metadata_new ();
  g_autoptr (PresserMetadata) other = presser_metadata_with (one, PRESSER_METADATA_PLACE, "Minsk");
  g_autoptr (PresserMetadata) again = presser_metadata_with (other, PRESSER_METADATA_PLACE, NULL);

  g_assert_false (presser_metadata_equal (one, other));
  g_assert_true (presser_metadata_equal (one, again));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metadata/nothing-is-known-at-first", test_nothing_is_known_at_first);
  g_test_add_func ("/metadata/empty-means-unknown", test_empty_means_unknown);
  g_test_add_func ("/metadata/equal-is-field-by-field", test_equal_is_field_by_field);
  return g_test_run ();
}
