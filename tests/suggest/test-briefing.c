/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-suggest.h"

/* Whole texts: a report of a briefing that stands beside the checkout, a transcript, and one in two languages. */

typedef struct
{
  const char      *start;
  const char      *end;
  PresserKind      kind;
  PresserCertainty least;
  PresserCertainty most;
} Expected;

static void
assert_proposal (const char            *text,
                 const PresserProposal *proposal,
                 const Expected        *expected)
{
  g_autofree char *quote = g_utf8_substring (text, proposal->range.start, proposal->range.end);

  g_assert_true (g_str_has_prefix (quote, expected->start));
  g_assert_true (g_str_has_suffix (quote, expected->end));
  g_assert_cmpint (proposal->kind, ==, expected->kind);
  g_assert_cmpstr (proposal->speaker_name, ==, "Sergey Lavrov");
  g_assert_cmpstr (proposal->speaker_role, ==, "Foreign Minister");
  g_assert_cmpint (proposal->certainty, >=, expected->least);
  g_assert_cmpint (proposal->certainty, <=, expected->most);
}

static void
test_briefing_of_the_ministers (void)
{
  static const Expected expected[] = {
    { "Delegations from all", "the Commonwealth's common space", PRESSER_KIND_INDIRECT, PRESSER_CERTAINTY_GUESS, PRESSER_CERTAINTY_LIKELY },
    { "the topic of external interference", "was indeed discussed", PRESSER_KIND_INDIRECT, PRESSER_CERTAINTY_GUESS, PRESSER_CERTAINTY_LIKELY },
    { "Yes, it was discussed", "regions of our common space.", PRESSER_KIND_DIRECT, PRESSER_CERTAINTY_SURE, PRESSER_CERTAINTY_SURE },
    { "They are attempting", "and in many other places.", PRESSER_KIND_DIRECT, PRESSER_CERTAINTY_SURE, PRESSER_CERTAINTY_SURE },
    { "despite immense pressure", "Shanghai Cooperation Organization", PRESSER_KIND_INDIRECT, PRESSER_CERTAINTY_GUESS, PRESSER_CERTAINTY_LIKELY },
    { "in strategic terms", "is destined to fail", PRESSER_KIND_INDIRECT, PRESSER_CERTAINTY_GUESS, PRESSER_CERTAINTY_LIKELY },
  };
  PresserSuggestOptions options = { .with_indirect = TRUE };
  const char           *shared = g_getenv ("PRESSER_SHARED");
  g_autofree char      *path = g_build_filename (shared != NULL ? shared : ".", "samples", "briefing", "cis-ministers-minsk.txt", NULL);
  g_autofree char      *text = NULL;
  g_autoptr (PresserSuggestSource) source = NULL;
  g_autoptr (GPtrArray) proposals = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the briefing is not there");
      return;
    }
  source = presser_suggest_source_new_from_text (text, NULL);
  proposals = presser_suggest_run (source, &options, NULL, NULL);
  g_assert_cmpuint (proposals->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_proposal (text, proposals->pdata[i], &expected[i]);
}

static PresserDocument *
make_transcript (void)
{
  g_autoptr (PresserText) text = presser_text_new ("Who pays for the bridge?\n"
                                                   "The region pays. Mr. Holm told me: “We will pay for every metre of it.” The bridge opens in May.",
                                                   -1);
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

static const PresserProposal *
find_quoting (PresserDocument *document,
              GPtrArray       *proposals,
              const char      *words)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserProposal *proposal = proposals->pdata[i];
      g_autofree char       *quote = presser_text_dup_slice (presser_document_get_text (document), proposal->range);

      if (strcmp (quote, words) == 0)
        return proposal;
    }

  return NULL;
}

static void
test_turns_speak_and_quote (void)
{
  static const char *const keywords[] = { "bridge", NULL };
  PresserSuggestOptions    options = { .language = "en", .with_turns = TRUE };
  g_autoptr (PresserDocument) document = make_transcript ();
  g_autoptr (PresserTopic) plain = presser_topic_new ("t.bridge", "Bridge");
  g_autoptr (PresserTopic) topic = presser_topic_with_keywords (plain, keywords);
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const PresserProposal *said, *quoted;

  presser_document_insert_topic (document, G_MAXUINT, topic);
  some = presser_suggest (document, &options, NULL, NULL);
  said = find_quoting (document, some, "The bridge opens in May.");
  quoted = find_quoting (document, some, "We will pay for every metre of it.");
  g_assert_cmpuint (some->len, ==, 2); /* the reporter's question is no statement */
  g_assert_cmpstr (said->speaker_id, ==, "p.lund");
  g_assert_cmpstr (said->topic_words[0], ==, "bridge");
  g_assert_cmpstr (quoted->speaker_name, ==, "Holm");
  g_assert_null (quoted->speaker_id);

  options.with_all_turns = TRUE;
  all = presser_suggest (document, &options, NULL, NULL);
  g_assert_nonnull (find_quoting (document, all, "The region pays."));
  g_assert_cmpuint (all->len, ==, 4);
}

static void
test_each_paragraph_is_read_in_its_language (void)
{
  static const char text[] = "The mayor of the town spoke for an hour about the new bridge and what it will cost.\n"
                             "„Wir bauen die Brücke, weil die Leute sie brauchen“, sagte Bürgermeisterin Anna Lund am Montag in der Stadt.\n"
                             "« La route est fermée ce soir », a dit le maire de la ville, Paul Mercier, devant la presse.\n"
                             "“We pay for it next year,” said Peter Holm.\n";
  g_autoptr (PresserSuggestSource) source = presser_suggest_source_new_from_text (text, NULL);
  g_autoptr (GPtrArray) proposals = presser_suggest_run (source, NULL, NULL, NULL);

  g_assert_cmpuint (proposals->len, ==, 3);
  g_assert_cmpstr (((PresserProposal *) proposals->pdata[0])->speaker_name, ==, "Anna Lund");
  g_assert_cmpstr (((PresserProposal *) proposals->pdata[1])->speaker_name, ==, "Paul Mercier");
  g_assert_cmpstr (((PresserProposal *) proposals->pdata[2])->speaker_name, ==, "Peter Holm");
}

/* What takes longer than linear time would not end within the test's time. */
static void
test_nothing_but_marks (void)
{
  static const char *const marks[] = { "\"", "“", "„", "«", "“a ", "« x », dit ", "[ [A \"B c said\" ", "– " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PresserSuggestSource) source = NULL;
      g_autoptr (GPtrArray) proposals = NULL;
      int                   progress = 0;
      PresserSuggestOptions options = { .with_indirect = TRUE, .with_partial = TRUE, .progress = &progress };

      while (text->len < 2 * 1024 * 1024)
        g_string_append (text, marks[i]);
      source = presser_suggest_source_new_from_text (text->str, i % 2 == 0 ? "en" : "fr");
      proposals = presser_suggest_run (source, &options, NULL, NULL);
      g_assert_nonnull (proposals);
      g_assert_cmpint (g_atomic_int_get (&progress), >=, 500);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/of-the-ministers", test_briefing_of_the_ministers);
  g_test_add_func ("/briefing/turns-speak-and-quote", test_turns_speak_and_quote);
  g_test_add_func ("/briefing/each-paragraph-is-read-in-its-language", test_each_paragraph_is_read_in_its_language);
  g_test_add_func ("/briefing/nothing-but-marks", test_nothing_but_marks);

  return g_test_run ();
}
