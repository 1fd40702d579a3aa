/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-segment.h"

typedef struct
{
  const char *text; /* “|” stands at the position, or at both ends of the range */
  const char *found;
} Case;

/* Takes the bars out of the text and tells where they stood. */
static PresserDocument *
make_document (const char   *marked,
               PresserRange *range)
{
  g_auto (GStrv) parts = g_strsplit (marked, "|", -1);
  g_autofree char *text = g_strjoinv ("", parts);
  PresserDocument *document = presser_document_new (text);

  range->start = (guint) g_utf8_strlen (parts[0], -1);
  range->end = range->start + (parts[2] != NULL ? (guint) g_utf8_strlen (parts[1], -1) : 0);

  return document;
}

static char *
dup_range (PresserDocument *document,
           PresserRange     range)
{
  return presser_text_dup_slice (presser_document_get_text (document), range);
}

static void
test_word_is_found_around_and_behind_a_position (void)
{
  static const Case cases[] = {
    { "We can|not say.", "cannot" },
    { "|We cannot.", "We" },
    { "the ministry|'s view", "ministry's" },
    { "said|.", "said" },
    { "well,| then", "then" },
    { "the end |...", "end" },
    { "😀 e\xCC\x81|t\xC3\xA9 now", "e\xCC\x81t\xC3\xA9" },
    { "Он ска|зал да", "сказал" },
    { "…|", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PresserRange range;
      g_autoptr (PresserDocument) document = make_document (cases[i].text, &range);
      g_autofree char *word = dup_range (document, presser_segment_find_word (document, range.start));

      g_assert_cmpstr (word, ==, cases[i].found);
    }
}

static void
test_sentence_does_not_end_behind_abbreviations (void)
{
  static const Case cases[] = {
    { "One is here. Two |is there. Three.", "Two is there." },
    { "First. Mr. Smith met Dr. Jones| at noon. Last.", "Mr. Smith met Dr. Jones at noon." },
    { "First. John F. Ken|nedy spoke. Last.", "John F. Kennedy spoke." },
    { "A one. B t|wo. C th|ree. D four.", "B two. C three." },
    { "😀😀 yes. |No way! Hm.", "No way!" },
    { "Only o|ne", "Only one" },
    { "Am 5. Mai sagte er |ja. Nein.", "Am 5. Mai sagte er ja." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PresserRange range;
      g_autoptr (PresserDocument) document = make_document (cases[i].text, &range);
      g_autofree char *sentence = NULL;

      if (i == 6)
        {
          g_autoptr (PresserMetadata) none = presser_metadata_new ();
          g_autoptr (PresserMetadata) german = presser_metadata_with (none, PRESSER_METADATA_LANGUAGE, "de");

          presser_document_set_metadata (document, german);
        }
      sentence = dup_range (document, presser_segment_find_sentence (document, range));
      g_assert_cmpstr (sentence, ==, cases[i].found);
    }
}

static void
test_sentence_stays_in_its_paragraph (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("A heading\nThe first one. The second\nnext");
  g_autofree char *sentence = dup_range (document, presser_segment_find_sentence (document, (PresserRange){ 27, 27 }));

  g_assert_cmpstr (sentence, ==, "The second");
}

static void
test_quotation_is_found_without_its_marks (void)
{
  static const Case cases[] = {
    { "He said, “we |are ready.” Then he left.", "we are ready." },
    { "He |said, “we are ready.”", NULL },
    { "😀 \"|We are,\" he said.", "We are," },
    { "« Nous\xC2\xA0| partons\xC2\xA0», a dit le maire de la ville.", "Nous\xC2\xA0 partons" },
    { "„Wir| gehen“, sagte er der Zeitung.", "Wir gehen" },
    { "“outer ‘inn|er’ words” he said", "outer ‘inner’ words" },
    { "“never |closed", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PresserRange range, quotation;
      g_autoptr (PresserDocument) document = make_document (cases[i].text, &range);
      g_autofree char *found = NULL;

      if (presser_segment_find_quotation (document, range.start, &quotation))
        found = dup_range (document, quotation);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_trim_leaves_out_blanks_and_unpaired_marks (void)
{
  static const Case cases[] = {
    { "x|  we are |y", "we are" },
    { "x |“we are,| y” z", "we are," },
    { "x |“we are,” | z", "“we are,”" },
    { "x |\"we\" and \"| z\"", "\"we\" and" },
    { "x|\xC2\xA0« oui\xE2\x80\xAF| » z", "oui" },
    { "x|we are.”| z", "we are." },
    { "x| “ |z", "" },
    { "x|the voters’| z", "the voters’" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PresserRange range;
      g_autoptr (PresserDocument) document = make_document (cases[i].text, &range);
      g_autofree char *trimmed = dup_range (document, presser_segment_trim (document, range));

      g_assert_cmpstr (trimmed, ==, cases[i].found);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segment/word-is-found-around-and-behind-a-position", test_word_is_found_around_and_behind_a_position);
  g_test_add_func ("/segment/sentence-does-not-end-behind-abbreviations", test_sentence_does_not_end_behind_abbreviations);
  g_test_add_func ("/segment/sentence-stays-in-its-paragraph", test_sentence_stays_in_its_paragraph);
  g_test_add_func ("/segment/quotation-is-found-without-its-marks", test_quotation_is_found_without_its_marks);
  g_test_add_func ("/segment/trim-leaves-out-blanks-and-unpaired-marks", test_trim_leaves_out_blanks_and_unpaired_marks);

  return g_test_run ();
}
