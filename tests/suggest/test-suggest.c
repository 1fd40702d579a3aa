/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-accept.h"
#include "presser-suggest.h"

/* What is expected is written as “quote = speaker” lines; indirect statements begin with “~”. */
typedef struct
{
  const char *language;
  const char *text;
  const char *expected;
} Case;

static char *
describe (const char *text,
          GPtrArray  *proposals)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserProposal *proposal = proposals->pdata[i];
      g_autofree char       *quote = g_utf8_substring (text, proposal->range.start, proposal->range.end);

      g_string_append_printf (lines, "%s%s = %s\n", proposal->kind == PRESSER_KIND_INDIRECT ? "~" : "", quote,
                              proposal->speaker_name != NULL ? proposal->speaker_name : "nobody");
    }

  return g_string_free (lines, FALSE);
}

static void
check_cases (const Case *cases,
             guint       n_cases,
             gboolean    with_indirect)
{
  PresserSuggestOptions options = { .with_indirect = with_indirect };

  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (PresserSuggestSource) source = presser_suggest_source_new_from_text (cases[i].text, cases[i].language);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) proposals = presser_suggest_run (source, &options, NULL, &error);
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      found = describe (cases[i].text, proposals);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_marks_are_paired (void)
{
  static const Case cases[] = {
    /* continued over paragraphs, each of which opens again */
    { "en", "Anna Lund said: “We build the bridge now.\n“We pay for it next year.”\n",
      "We build the bridge now. = Anna Lund\nWe pay for it next year. = Anna Lund\n" },
    /* continued without a mark at the next head */
    { "en", "Anna Lund said: “We build the bridge now.\nWe pay for it next year.” Nobody answered.\n",
      "We build the bridge now. = Anna Lund\nWe pay for it next year. = Anna Lund\n" },
    { "en", "“He told me ‘never again’ and left the room,” Anna Lund said.", "He told me ‘never again’ and left the room, = Anna Lund\n" },
    { "fr", "« Il a dit « jamais » devant tout le monde », explique Anna Lund.", "Il a dit « jamais » devant tout le monde = Anna Lund\n" },
    { "en", "“We are not done here,“ Anna Lund said.", "We are not done here, = Anna Lund\n" },
    { "de", "„Wir sind noch nicht fertig hier\", sagte Anna Lund.", "Wir sind noch nicht fertig hier = Anna Lund\n" },
    { "en", "He is 5'11\" tall and it's the '80s again, said nobody.", "" },
    { "en", "‘We are not done here,’ Anna Lund said. ‘It’s the voters’ choice.’", "We are not done here, = Anna Lund\nIt’s the voters’ choice. = Anna Lund\n" },
    { "en", "She said ``we are not done here yet'' and left.", "we are not done here yet = She\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_speakers_are_found (void)
{
  static const Case cases[] = {
    { "en", "“The road is closed today,” said Mayor Anna Lund.", "The road is closed today, = Anna Lund\n" },
    { "en", "“The road is closed today,” Anna Lund, a mayor from the north, told reporters.", "The road is closed today, = Anna Lund\n" },
    { "en", "“Is the road closed today?” Anna Lund asked the crowd.", "Is the road closed today? = Anna Lund\n" },
    { "en", "“The road,” said Anna Lund, “is closed until Monday.”", "The road, = Anna Lund\nis closed until Monday. = Anna Lund\n" },
    { "en", "“The road is closed today.” — Anna Lund", "The road is closed today. = Anna Lund\n" },
    { "en", "Anna Lund left the hall, saying “we have heard enough of this”.", "we have heard enough of this = Anna Lund\n" },
    { "en", "The mayor, Anna Lund, said: “It will be ready in May.”", "It will be ready in May. = Anna Lund\n" },
    { "en", "Peter Holm spoke first. Mayor Anna Lund came late. “I had to walk here,” she said.", "I had to walk here, = Anna Lund\n" },
    { "en", "“It is wrong to say so,” said Anna Lund’s lawyer, Karen Holm.", "It is wrong to say so, = Karen Holm\n" },
    { "en", "The Lund campaign said, “It is wrong to say so.” Mayor Anna Lund slept.", "It is wrong to say so. = Lund campaign\n" },
    { "en", "US President Anna Lund said, “It is wrong to say so.”", "It is wrong to say so. = Anna Lund\n" },
    { "en", "Anna Lund was defiant. “I will not leave this town.”", "I will not leave this town. = Anna Lund\n" },
    { "de", "In Berlin sagte Anna Lund: „Die Straße ist heute gesperrt.“", "Die Straße ist heute gesperrt. = Anna Lund\n" },
    { "de", "In dem Antrag heißt es: „Die Straße wird heute gesperrt.“", "Die Straße wird heute gesperrt. = In dem Antrag\n" },
    { "fr", "« La route est fermée aujourd’hui », explique-t-elle.", "La route est fermée aujourd’hui = elle\n" },
    { "fr", "Selon le ministre du budget, Anna Lund, « la route est fermée aujourd’hui ».", "la route est fermée aujourd’hui = Anna Lund\n" },
    { "ru", "– Дорога закрыта до мая, – сказала Анна Лунд. – Идите пешком.", "Дорога закрыта до мая, = Анна Лунд\nИдите пешком. = Анна Лунд\n" },
    { "es", "Habló la alcaldesa Ana Lund. «La calle está cerrada hoy», dijo.", "La calle está cerrada hoy = Ana Lund\n" },
    { "en", "“We go,” said al-Nuri. The minister Karim al-Nuri left.", "We go, = Karim al-Nuri\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_titles_and_terms_are_left_out (void)
{
  static const Case cases[] = {
    { "en", "Anna Lund wrote the book “How to Build a Bridge” last year.", "" },
    { "en", "The “establishment” candidate lost, Anna Lund said.", "" },
    { "en", "A robot named “Walk On My Own” won the prize.", "" },
    { "en", "He spoke on the programme “State of the Union.”", "" },
    { "de", "Der sogenannte „Tag der offenen Tür“ war gut besucht.", "" },
    { "en", "“Document found on a street” — Daily Post, 15 August 2008", "" },
    { "en", "GSV “Russia - Islamic World”", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_bracketed_name_is_no_speaker (void)
{
  static const Case cases[] = {
    { "en", "Lavrov said, \"Sergei Nikolaevich [Lebedev] just mentioned it to everybody.\" He added, \"We all heard it.\"\n"
            "Foreign Minister Sergey Lavrov left.",
      "Sergei Nikolaevich [Lebedev] just mentioned it to everybody. = Sergey Lavrov\nWe all heard it. = Sergey Lavrov\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_indirect_statements_are_found (void)
{
  static const Case cases[] = {
    { "en", "Anna Lund said that the road was closed until Monday.", "~the road was closed until Monday = Anna Lund\n" },
    { "en", "Mayor Anna Lund came. She expressed confidence that, in the end, the road would open.",
      "~in the end, the road would open = Anna Lund\n" },
    { "en", "The road is closed until Monday, Mayor Anna Lund said.", "~The road is closed until Monday = Anna Lund\n" },
    { "en", "According to Mayor Anna Lund, the road is closed until Monday.", "~the road is closed until Monday = Anna Lund\n" },
    { "fr", "Anna Lund a déclaré que la route était fermée.", "~la route était fermée = Anna Lund\n" },
    { "ru", "Анна Лунд заявила, что дорога закрыта до мая.", "~дорога закрыта до мая = Анна Лунд\n" },
    { "en", "The road is closed until Monday.", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), TRUE);
}

static void
test_offsets_are_code_points (void)
{
  static const Case cases[] = {
    { "en", "😀👍🏽 “The road is closed today,” said Anna Lund.", "The road is closed today, = Anna Lund\n" },
    { "en", "Cafe\xCC\x81 n\xCC\x83o: “The cafe\xCC\x81 is closed today,” said Zoe\xCC\x88 Lund.", "The cafe\xCC\x81 is closed today, = Zoe\xCC\x88 Lund\n" },
    { "en", "A line.\r\n“The road is closed today,” said Anna Lund.\r\n“It opens in May.”\r\n",
      "The road is closed today, = Anna Lund\nIt opens in May. = Anna Lund\n" },
    { "fr", "«\xC2\xA0La route est fermée ce soir\xE2\x80\xAF», a dit Anna Lund.", "La route est fermée ce soir = Anna Lund\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

static PresserDocument *
make_transcript (void)
{
  g_autoptr (PresserText) text = presser_text_new ("Will the road open this year?\nThe road opens in May. The toll is two crowns.", -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserParagraph) speech = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);
  g_autoptr (PresserSpeaker) reporter = presser_speaker_new ("p.reporter", "Reporter");
  g_autoptr (PresserSpeaker) unnamed = presser_speaker_with_unnamed (reporter, TRUE);
  g_autoptr (PresserSpeaker) mayor = presser_speaker_new ("p.lund", "Anna Lund");
  PresserDocument *document;

  g_ptr_array_add (paragraphs, presser_paragraph_with_turn (speech, "u1", "p.reporter"));
  g_ptr_array_add (paragraphs, presser_paragraph_with_turn (speech, "u2", "p.lund"));
  document = presser_document_new_with_paragraphs (text, paragraphs);
  presser_document_insert_speaker (document, G_MAXUINT, unnamed);
  presser_document_insert_speaker (document, G_MAXUINT, mayor);

  return document;
}

static void
test_turns_are_offered_by_keyword (void)
{
  static const char *const keywords[] = { "toll*", NULL };
  g_autoptr (PresserDocument) document = make_transcript ();
  g_autoptr (PresserTopic) topic = presser_topic_new ("t.money", "Money");
  g_autoptr (PresserTopic) with_keywords = presser_topic_with_keywords (topic, keywords);
  PresserSuggestOptions options = { .with_turns = TRUE };
  g_autoptr (GPtrArray) all = presser_suggest (document, &options, NULL, NULL);
  g_autoptr (GPtrArray) some = NULL;
  const PresserProposal *proposal;

  g_assert_cmpuint (all->len, ==, 2);

  presser_document_insert_topic (document, G_MAXUINT, with_keywords);
  some = presser_suggest (document, &options, NULL, NULL);
  g_assert_cmpuint (some->len, ==, 1);
  proposal = some->pdata[0];
  g_assert_cmpuint (proposal->range.start, ==, 53);
  g_assert_cmpstr (proposal->speaker_id, ==, "p.lund");
  g_assert_cmpstr (proposal->topics[0], ==, "t.money");
  g_assert_cmpint (proposal->certainty, ==, PRESSER_CERTAINTY_SURE);
}

static void
test_known_speakers_are_recognised (void)
{
  static const char *const aliases[] = { "the lady from the north", "MS. LUND", NULL };
  g_autoptr (PresserDocument) document = presser_document_new ("“The road is closed today,” said Lund.");
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.lund", "Anna Lund");
  g_autoptr (PresserSpeaker) known = presser_speaker_with_aliases (speaker, aliases);
  g_autoptr (GPtrArray) proposals = NULL;
  const PresserProposal *proposal;

  presser_document_insert_speaker (document, G_MAXUINT, known);
  proposals = presser_suggest (document, NULL, NULL, NULL);
  g_assert_cmpuint (proposals->len, ==, 1);
  proposal = proposals->pdata[0];
  g_assert_cmpstr (proposal->speaker_id, ==, "p.lund");
  g_assert_cmpstr (proposal->speaker_name, ==, "Anna Lund");
  g_assert_cmpint (proposal->certainty, ==, PRESSER_CERTAINTY_SURE);
}

static void
test_adding_is_one_step_and_happens_once (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("“The road is closed,” said Mayor Anna Lund. “It opens in May.”");
  g_autoptr (GPtrArray) proposals = presser_suggest (document, NULL, NULL, NULL);
  GListModel *statements = presser_document_get_statements (document);
  g_autoptr (PresserStatement) first = NULL;
  PresserSpeaker *speaker;

  g_assert_cmpuint (presser_suggest_add (document, proposals, PRESSER_STATUS_SUGGESTED), ==, 2);
  g_assert_cmpuint (presser_suggest_add (document, proposals, PRESSER_STATUS_SUGGESTED), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (statements), ==, 2);

  first = g_list_model_get_item (statements, 0);
  speaker = presser_document_get_speaker (document, presser_statement_get_speaker (first));
  g_assert_cmpstr (presser_speaker_get_name (speaker), ==, "Anna Lund");
  g_assert_cmpstr (presser_speaker_get_role (speaker), ==, "Mayor");
  g_assert_cmpint (presser_statement_get_status (first), ==, PRESSER_STATUS_SUGGESTED);
  g_assert_cmpstr (presser_statement_get_certainty (first), ==, "high");

  presser_history_undo (presser_document_get_history (document));
  g_assert_cmpuint (g_list_model_get_n_items (statements), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_speakers (document)), ==, 0);
}

static void
test_cancelling_stops_the_work (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("“The road is closed,” said Anna Lund.");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = NULL;

  g_cancellable_cancel (cancellable);
  proposals = presser_suggest (document, NULL, cancellable, &error);
  g_assert_null (proposals);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Random text of the signs that matter: whatever is found lies in the text and is not empty. */
static void
test_any_text_gives_ranges_inside_it (void)
{
  static const char *const pieces[] = { "“", "”", "\"", "«", "»", "„", "‘", "’", "— ", ", ", ". ", "? ", ": ", "\n", "said ", "Anna ", "Lund ",
                                        "the ", "He ", "dit-il ", "sagte ", "[", "]", "(", ")", "😀", "\xC2\xA0", "``", "''", "a", "который " };
  static const char *const languages[] = { "en", "de", "fr", "ru", "es", "pl" };
  PresserSuggestOptions    options = { .with_partial = TRUE, .with_indirect = TRUE };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PresserSuggestSource) source = NULL;
      g_autoptr (GPtrArray) proposals = NULL;
      guint length;

      for (gint k = g_test_rand_int_range (0, 60); k > 0; k--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      source = presser_suggest_source_new_from_text (text->str, languages[i % G_N_ELEMENTS (languages)]);
      proposals = presser_suggest_run (source, &options, NULL, NULL);
      length = (guint) g_utf8_strlen (text->str, -1);
      for (guint k = 0; k < proposals->len; k++)
        {
          const PresserProposal *proposal = proposals->pdata[k];

          g_assert_cmpuint (proposal->range.start, <, proposal->range.end);
          g_assert_cmpuint (proposal->range.end, <=, length);
          g_assert_cmpuint (proposal->mention.start, <=, proposal->mention.end);
          g_assert_cmpuint (proposal->mention.end, <=, length);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/marks-are-paired", test_marks_are_paired);
  g_test_add_func ("/suggest/speakers-are-found", test_speakers_are_found);
  g_test_add_func ("/suggest/titles-and-terms-are-left-out", test_titles_and_terms_are_left_out);
  g_test_add_func ("/suggest/bracketed-name-is-no-speaker", test_bracketed_name_is_no_speaker);
  g_test_add_func ("/suggest/indirect-statements-are-found", test_indirect_statements_are_found);
  g_test_add_func ("/suggest/offsets-are-code-points", test_offsets_are_code_points);
  g_test_add_func ("/suggest/turns-are-offered-by-keyword", test_turns_are_offered_by_keyword);
  g_test_add_func ("/suggest/known-speakers-are-recognised", test_known_speakers_are_recognised);
  g_test_add_func ("/suggest/adding-is-one-step-and-happens-once", test_adding_is_one_step_and_happens_once);
  g_test_add_func ("/suggest/cancelling-stops-the-work", test_cancelling_stops_the_work);
  g_test_add_func ("/suggest/any-text-gives-ranges-inside-it", test_any_text_gives_ranges_inside_it);

  return g_test_run ();
}
