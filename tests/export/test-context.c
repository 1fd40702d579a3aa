/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around a quote: sentences before and after, and the question. */

#include <string.h>

#include "presser-export-context.h"

typedef struct
{
  const char *text;
  const char *quote;
  const char *before;
  const char *after;
} Case;

static const Case cases[] = {
  /* The lead-in of the same sentence tells who speaks. */
  { "It rained. In Minsk, Lavrov said, \"Yes, it was.\" He left. Nobody spoke.", "Yes, it was.", "In Minsk, Lavrov said,", "He left." },
  { "\"No toll,\" she said. \"Not ever.\" The end.", "No toll", NULL, "she said." },
  { "One. Two. Three.", "Two.", "One.", "Three." },
  /* Titles and initials do not end a sentence. */
  { "We met Mr. Roe and J. F. Doe at St. Ives. Then we left.", "Then we left.", "We met Mr. Roe and J. F. Doe at St. Ives.", NULL },
  { "It cost 3.5 per cent. So what? Nothing!", "So what?", "It cost 3.5 per cent.", "Nothing!" },
  { "„Nein“, sagte er. „Nie.“ Ende.", "Nie.", "„Nein“, sagte er.", "Ende." },
  { "Er sagte: »Nein, nie.« Dann ging er.", "Nein, nie.", "Er sagte:", "Dann ging er." },
  { "Il dit : « Non. » Puis il partit.", "Non.", "Il dit :", "Puis il partit." },
  { "He said \"no.\" She said \"yes.\" All left.", "yes.", "She said", "All left." },
  { "今天下雨。他说不。然后走了。", "他说不。", "今天下雨。", "然后走了。" },
  { "هل ترتفع الرسوم؟ لا ترتفع. شكرا.", "لا ترتفع.", "هل ترتفع الرسوم؟", "شكرا." },
  { "First paragraph. Its end.\nThe quote stands alone.\nNext one. More.", "The quote stands alone.", "Its end.", "Next one." },
  { "All of it", "All of it", NULL, NULL },
};

static PresserStatement *
tag (PresserDocument *document,
     const char      *words)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (document));
  const char      *place = strstr (text, words);
  guint            start = 0;
  PresserRange     range;

  g_assert_nonnull (place);
  start = g_utf8_pointer_to_offset (text, place);
  range = (PresserRange){ start, start + g_utf8_strlen (words, -1) };

  return presser_statement_new ("s1", &range, 1);
}

static void
test_sentences (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (PresserDocument) document = presser_document_new (one->text);
  g_autoptr (PresserStatement) statement = tag (document, one->quote);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const PresserExportSource source = { document, "one.xml", none };
  g_autoptr (PresserExportView) view = presser_export_view_new (&source);
  g_autofree char *before = presser_export_dup_before (view, statement);
  g_autofree char *after = presser_export_dup_after (view, statement);

  g_assert_cmpstr (before, ==, one->before);
  g_assert_cmpstr (after, ==, one->after);
}

/* A transcript on one line stays fast, and says that it was cut. */
static void
test_long_line_is_cut (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PresserDocument) document = NULL;
  g_autoptr (PresserStatement) statement = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  PresserExportSource source = { NULL, "one.xml", none };
  g_autoptr (PresserExportView) view = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "and so on ");
  g_string_append (text, "HERE");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, " and so on");
  document = presser_document_new (text->str);
  statement = tag (document, "HERE");
  source.document = document;
  view = presser_export_view_new (&source);
  before = presser_export_dup_before (view, statement);
  after = presser_export_dup_after (view, statement);

  g_assert_true (g_str_has_prefix (before, "… "));
  g_assert_true (g_str_has_suffix (after, " …"));
  g_assert_cmpuint (strlen (before), <, 700);
  g_assert_cmpuint (strlen (after), <, 700);
}

typedef struct
{
  const char *turn;
  const char *speaker;
  const char *text;
} Turn;

static PresserDocument *
dialogue_new (const Turn *turns,
              guint       n_turns)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (PresserSpeaker) person = presser_speaker_new ("p.q", "Reporter");
  g_autoptr (PresserSpeaker) reporter = presser_speaker_with_unnamed (person, TRUE);
  g_autoptr (PresserText) text = NULL;
  PresserDocument *document = NULL;

  for (guint i = 0; i < n_turns; i++)
    {
      g_autoptr (PresserParagraph) bare = presser_paragraph_new (turns[i].turn != NULL ? PRESSER_PARAGRAPH_SPEECH : PRESSER_PARAGRAPH_LABEL);

      g_ptr_array_add (paragraphs, presser_paragraph_with_turn (bare, turns[i].turn, turns[i].speaker));
      g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", turns[i].text);
    }
  text = presser_text_new (all->str, all->len);
  document = presser_document_new_with_paragraphs (text, paragraphs);
  presser_document_insert_speaker (document, G_MAXUINT, reporter);

  return document;
}

static void
test_question_is_found (void)
{
  static const Turn turns[] = {
    { "u1", "p.a", "Welcome." },
    { NULL, NULL, "Q:" },
    { "u2", "p.q", "Tell us about the toll." },
    { "u2", "p.q", "And who pays." },
    { "u3", "p.chair", "Please." },
    { NULL, NULL, "A:" },
    { "u4", "p.a", "There is none." },
    { "u4", "p.a", "And never was." },
    { "u5", "p.b", "Are you sure?" },
    { "u6", "p.a", "Yes." },
  };
  static const char *const questions[] = {
    NULL, NULL, NULL, NULL, "Tell us about the toll. And who pays.", NULL,
    "Tell us about the toll. And who pays.", "Tell us about the toll. And who pays.",
    "Tell us about the toll. And who pays.", "Are you sure?"
  };
  g_autoptr (PresserDocument) document = dialogue_new (turns, G_N_ELEMENTS (turns));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const PresserExportSource source = { document, "one.xml", none };
  g_autoptr (PresserExportView) view = presser_export_view_new (&source);

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autofree char *question = presser_export_dup_question (view, i);

      g_assert_cmpstr (question, ==, questions[i]);
    }
}

static void
test_question_that_the_file_tells_wins (void)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserParagraph) bare = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);
  g_autoptr (PresserParagraph) answer = presser_paragraph_with_turn (bare, "u3", "p.a");
  g_autoptr (PresserText) text = presser_text_new ("Who pays.\nWhy?\nNobody.", 23);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (PresserDocument) document = NULL;
  g_autoptr (PresserExportView) view = NULL;
  g_autofree char    *question = NULL;
  PresserExportSource source = { NULL, "one.xml", none };

  g_ptr_array_add (paragraphs, presser_paragraph_with_turn (bare, "u1", "p.b"));
  g_ptr_array_add (paragraphs, presser_paragraph_with_turn (bare, "u2", "p.c"));
  g_ptr_array_add (paragraphs, presser_paragraph_with_question (answer, "u1"));
  document = presser_document_new_with_paragraphs (text, paragraphs);
  source.document = document;
  view = presser_export_view_new (&source);
  question = presser_export_dup_question (view, 2);

  g_assert_cmpstr (question, ==, "Who pays.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/context/sentences-around/%u", i);

      g_test_add_data_func (path, &cases[i], test_sentences);
    }
  g_test_add_func ("/context/long-line-is-cut", test_long_line_is_cut);
  g_test_add_func ("/context/question-is-found", test_question_is_found);
  g_test_add_func ("/context/question-that-the-file-tells-wins", test_question_that_the_file_tells_wins);

  return g_test_run ();
}
