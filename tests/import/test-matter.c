/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

static void
assert_paragraph (Reading             *reading,
                  PresserParagraphKind kind,
                  guint                place,
                  const char          *text)
{
  g_autofree char *found = reading_dup_paragraph (reading, kind, place);

  g_assert_cmpstr (found, ==, text);
}

static void
test_tells_title_day_and_foot_of_a_report (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("report.txt");

  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_TITLE), ==, "Minister promises lower tolls on the northern line");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE), ==, "2026-03-14");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_LANGUAGE), ==, "en");
  assert_paragraph (reading, PRESSER_PARAGRAPH_HEADING, 0, "Minister promises lower tolls on the northern line");
  assert_paragraph (reading, PRESSER_PARAGRAPH_DATELINE, 0, "14. März 2026");
  assert_paragraph (reading, PRESSER_PARAGRAPH_BYLINE, 0, "By Anna Lind");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 0, "Foto: Ministry for Roads");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 1, "Based on reports of two agencies.");
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_BODY), ==, 3);
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_NOTE), ==, 2);
}

static void
test_a_day_without_a_year_is_kept_as_printed (void)
{
  g_autoptr (Reading) reading = reading_new_text ("Tolls fall\n\n12 April\n\nThe tolls fall, she said.\n\nThey do.\n", "x.txt");

  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE), ==, NULL);
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE_TEXT), ==, "12 April");
}

static void
test_tells_venue_hours_and_laughter_of_a_briefing (void)
{
  g_autoptr (Reading) reading = reading_new_fixture ("briefing.txt");

  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_TITLE), ==, "Press Briefing on the Ferry Tolls");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE), ==, "2026-03-14");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_PLACE), ==, "James Harbour Press Room");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 0, "James Harbour Press Room");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 1, "2:05 P.M. CET");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 2, "END 2:31 P.M. CET");
  assert_paragraph (reading, PRESSER_PARAGRAPH_STAGE, 0, "(Laughter.)");
}

static void
test_a_quotation_alone_is_no_title (void)
{
  g_autoptr (Reading) reading = reading_new_text ("just a few words", "x.txt");

  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_BODY), ==, 1);
  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_HEADING), ==, 0);
}

static void
test_lists_have_no_foot (void)
{
  g_autoptr (Reading) reading = reading_new_text ("Bread\nMilk\nEggs\nSalt\nFlour\nTea\n", "x.txt");

  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_NOTE), ==, 0);
}

static void
test_a_form_feed_parts_paragraphs (void)
{
  g_autoptr (Reading) reading = reading_new_text ("One ends here.\fTwo begins here.", "x.txt");

  g_assert_cmpuint (reading_count_kind (reading, PRESSER_PARAGRAPH_BODY), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matter/tells-title-day-and-foot-of-a-report", test_tells_title_day_and_foot_of_a_report);
  g_test_add_func ("/matter/a-day-without-a-year-is-kept-as-printed", test_a_day_without_a_year_is_kept_as_printed);
  g_test_add_func ("/matter/tells-venue-hours-and-laughter-of-a-briefing", test_tells_venue_hours_and_laughter_of_a_briefing);
  g_test_add_func ("/matter/a-quotation-alone-is-no-title", test_a_quotation_alone_is_no_title);
  g_test_add_func ("/matter/lists-have-no-foot", test_lists_have_no_foot);
  g_test_add_func ("/matter/a-form-feed-parts-paragraphs", test_a_form_feed_parts_paragraphs);

  return g_test_run ();
}
