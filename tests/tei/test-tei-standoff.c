/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements written apart from the text, in its file or in one beside it. */

#include <glib.h>
#include <string.h>

#include "tei-testing.h"
#include "tei-validating.h"

static const char body[] = "<div>\n"
                           "  <p xml:id=\"a\">The state pays &amp; <hi>nobody</hi> else pays.</p>\n"
                           "  <p>The bays have fans. They are tested monthly.</p>\n"
                           "</div>\n";

static PresserStatement *
tag (PresserTeiFile *file,
     const char     *words,
     const char     *speaker,
     const char     *topic)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *text = dup_text (file);
  const char      *place = strstr (text, words);
  guint            start = (guint) g_utf8_pointer_to_offset (text, place);
  PresserRange     range = { start, start + (guint) g_utf8_strlen (words, -1) };
  g_autofree char *id = presser_document_make_statement_id (document);
  g_autoptr (PresserStatement) plain = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (plain, speaker);
  g_autoptr (PresserStatement) about = topic == NULL ? g_object_ref (said) : presser_statement_with_topic (said, topic);

  presser_document_add_statement (document, about);

  return presser_document_get_statement (document, id);
}

static void
add_names (PresserTeiFile *file)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.lund", "Ada Lund");
  g_autoptr (PresserTopic) money = presser_topic_new ("t.money", "Money");
  g_autoptr (PresserTopic) tolls = presser_topic_new ("t.tolls", "Tolls");
  g_autoptr (PresserTopic) below = presser_topic_with_parent (tolls, "t.money");

  presser_document_insert_speaker (document, G_MAXUINT, speaker);
  presser_document_insert_topic (document, G_MAXUINT, money);
  presser_document_insert_topic (document, G_MAXUINT, below);
}

static PresserTeiFile *
open_tagged (const char *xml)
{
  PresserTeiFile *file = read_text (xml);

  add_names (file);
  tag (file, "nobody else", "p.lund", "t.tolls");
  tag (file, "pays.\nThe bays have fans.", NULL, NULL);

  return file;
}

static char *
dup_quote (PresserTeiFile *file,
           const char     *id)
{
  PresserDocument  *document = presser_tei_file_get_document (file);
  PresserStatement *statement = presser_document_get_statement (document, id);

  return statement == NULL ? NULL : presser_document_dup_quote (document, statement);
}

static void
assert_quote (PresserTeiFile *file,
              const char     *id,
              const char     *expected)
{
  g_autofree char *quote = dup_quote (file, id);

  g_assert_cmpstr (quote, ==, expected);
}

static void
remove_all (PresserTeiFile *file)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  GListModel      *statements = presser_document_get_statements (document);

  while (g_list_model_get_n_items (statements) > 0)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, 0);

      presser_document_remove_statement (document, statement);
    }
  while (g_list_model_get_n_items (presser_document_get_topics (document)) > 0)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (presser_document_get_topics (document), 0);

      presser_document_remove_topic (document, topic);
    }
  while (g_list_model_get_n_items (presser_document_get_speakers (document)) > 0)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (presser_document_get_speakers (document), 0);

      presser_document_remove_speaker (document, speaker);
    }
}

static void
test_the_text_gets_no_tags (void)
{
  g_autofree char *xml = make_tei (body);
  g_autoptr (PresserTeiFile) file = open_tagged (xml);
  g_autoptr (PresserTeiFile) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *end = NULL;

  g_assert_true (presser_tei_file_set_placement (file, PRESSER_TEI_STAND_OFF));
  g_assert_false (presser_tei_file_placement_is_saved (file));
  save (file);
  g_assert_true (presser_tei_file_placement_is_saved (file));
  written = bytes_to_string (presser_tei_file_get_bytes (file));
  assert_valid (written);
  g_assert_null (strstr (written, "<said"));
  g_assert_nonnull (strstr (written, "<p xml:id=\"a\">The state pays &amp; <hi>nobody</hi> else pays.</p>"));
  g_assert_nonnull (strstr (written, "target=\"#string-range(a,17,11)\""));
  g_assert_nonnull (strstr (written, "<note type=\"prefix\">The state pays &amp;</note>"));
  g_assert_nonnull (strstr (written, "<note type=\"suffix\">pays.</note>"));
  g_assert_nonnull (strstr (written, "<note type=\"exact\">The bays have fans.</note>"));

  again = read_text (written);
  g_assert_cmpint (presser_tei_file_get_placement (again), ==, PRESSER_TEI_STAND_OFF);
  assert_quote (again, "s1", "nobody else");
  assert_quote (again, "s2", "pays. The bays have fans.");
  remove_all (again);
  save (again);
  end = bytes_to_string (presser_tei_file_get_bytes (again));
  g_assert_cmpstr (end, ==, xml);
}

static void
test_the_choice_moves_statements (void)
{
  g_autofree char *xml = make_tei (body);
  g_autoptr (PresserTeiFile) file = open_tagged (xml);
  g_autofree char *in_text = NULL;
  g_autofree char *back = NULL;
  g_autofree char *apart = NULL;

  save (file);
  in_text = bytes_to_string (presser_tei_file_get_bytes (file));
  presser_tei_file_set_placement (file, PRESSER_TEI_STAND_OFF);
  save (file);
  apart = bytes_to_string (presser_tei_file_get_bytes (file));
  assert_valid (apart);
  g_assert_null (strstr (apart, "<said"));
  presser_tei_file_set_placement (file, PRESSER_TEI_IN_TEXT);
  save (file);
  back = bytes_to_string (presser_tei_file_get_bytes (file));
  g_assert_cmpstr (back, ==, in_text);
}

static void
test_what_others_wrote_stays_where_it_is (void)
{
  g_autofree char *xml = make_tei ("<p>One <said who=\"#x\">two</said> three.</p>\n");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autofree char *written = NULL;

  presser_tei_file_set_placement (file, PRESSER_TEI_STAND_OFF);
  tag (file, "three", NULL, NULL);
  written = write_text (file);
  g_assert_nonnull (strstr (written, "One <said who=\"#x\">two</said> three."));
  g_assert_nonnull (strstr (written, "<annotation xml:id=\"s1\""));
}

static PresserTeiFile *
read_pair (const char *xml,
           GBytes     *statements)
{
  g_autoptr (GError) error = NULL;
  PresserTeiFile *file = read_text (xml);

  if (statements != NULL)
    presser_tei_file_add_statements (file, statements, "test.statements.xml", &error);
  g_assert_no_error (error);

  return file;
}

static GBytes *
save_beside (PresserTeiFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = g_bytes_ref (presser_tei_file_get_bytes (file));
  g_autoptr (GBytes) bytes = presser_tei_file_write (file, &error);
  GBytes *statements = presser_tei_file_get_statements (file);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, before));
  if (statements != NULL)
    g_bytes_ref (statements);
  g_assert_true (presser_tei_file_accept (file, bytes, &error));

  return statements;
}

static void
test_beside_the_file_stays (void)
{
  g_autofree char *xml = make_tei (body);
  g_autoptr (PresserTeiFile) file = open_tagged (xml);
  g_autoptr (PresserTeiFile) again = NULL;
  g_autoptr (GBytes) statements = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autofree char *second = NULL;

  presser_tei_file_set_placement (file, PRESSER_TEI_BESIDE);
  statements = save_beside (file);
  g_assert_nonnull (statements);
  second = bytes_to_string (statements);
  assert_valid (second);
  g_assert_nonnull (strstr (second, "target=\"test.xml#string-range(a,17,11)\""));
  g_assert_nonnull (strstr (second, "test.xml#string-range(/TEI/text[1]/body[1]/div[1]/p[2],0,19)"));
  g_assert_nonnull (strstr (second, "<person xml:id=\"p.lund\">"));
  g_assert_nonnull (strstr (second, "<category xml:id=\"t.money\">"));

  again = read_pair (xml, statements);
  g_assert_cmpint (presser_tei_file_get_placement (again), ==, PRESSER_TEI_BESIDE);
  assert_quote (again, "s1", "nobody else");
  assert_quote (again, "s2", "pays. The bays have fans.");
  g_assert_cmpuint (presser_tei_file_get_strays (again)->len, ==, 0);
  same = save_beside (again);
  g_assert_true (g_bytes_equal (same, statements));

  remove_all (again);
  none = save_beside (again);
  g_assert_null (none);
}

static void
test_beside_can_come_home (void)
{
  g_autofree char *xml = make_tei (body);
  g_autoptr (PresserTeiFile) plain = open_tagged (xml);
  g_autoptr (PresserTeiFile) file = open_tagged (xml);
  g_autoptr (GBytes) statements = NULL;
  g_autoptr (PresserTeiFile) again = NULL;
  g_autofree char *home = NULL;
  g_autofree char *expected = write_text (plain);

  presser_tei_file_set_placement (file, PRESSER_TEI_BESIDE);
  statements = save_beside (file);
  again = read_pair (xml, statements);
  presser_tei_file_set_placement (again, PRESSER_TEI_IN_TEXT);
  home = write_text (again);
  g_assert_cmpstr (home, ==, expected);
  g_assert_null (presser_tei_file_get_statements (again));
}

static void
test_beside_overrules_the_file (void)
{
  g_autofree char *xml = make_tei ("<p>One <said xml:id=\"s1\" ana=\"#st.draft\">two</said> <said xml:id=\"s2\" ana=\"#st.draft\">three</said> "
                                   "<said xml:id=\"s3\" ana=\"#st.draft\">four</said>.</p>\n");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autoptr (PresserTeiFile) again = NULL;
  g_autoptr (GBytes) statements = NULL;
  g_autoptr (GBytes) less = NULL;
  g_autofree char  *second = NULL;
  PresserDocument  *document = presser_tei_file_get_document (file);
  PresserStatement *old = presser_document_get_statement (document, "s1");
  g_autoptr (PresserStatement) changed = presser_statement_with_status (old, PRESSER_STATUS_VERIFIED);

  presser_tei_file_set_placement (file, PRESSER_TEI_BESIDE);
  presser_document_replace_statement (document, old, changed);
  presser_document_remove_statement (document, presser_document_get_statement (document, "s2"));
  statements = save_beside (file);
  second = bytes_to_string (statements);
  assert_valid (second);
  g_assert_nonnull (strstr (second, "<note type=\"removed\" target=\"test.xml#s2\"/>"));
  g_assert_null (strstr (second, "xml:id=\"s3\""));

  again = read_pair (xml, statements);
  document = presser_tei_file_get_document (again);
  g_assert_cmpint (presser_statement_get_status (presser_document_get_statement (document, "s1")), ==, PRESSER_STATUS_VERIFIED);
  g_assert_null (presser_document_get_statement (document, "s2"));
  g_assert_nonnull (presser_document_get_statement (document, "s3"));
  less = save_beside (again);
  g_assert_true (g_bytes_equal (less, statements));
}

static void
test_beside_no_text_is_lost (void)
{
  g_autofree char *xml = make_tei (body);
  g_autoptr (PresserTeiFile) file = open_tagged (xml);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  presser_tei_file_set_placement (file, PRESSER_TEI_BESIDE);
  presser_document_replace_text (presser_tei_file_get_document (file), (PresserRange){ 0, 3 }, "A");
  bytes = presser_tei_file_write (file, &error);
  g_assert_null (bytes);
  g_assert_nonnull (strstr (error->message, "kept beside it"));
}

static void
test_p4_is_tagged_beside (void)
{
  static const char xml[] = "<TEI.2><teiHeader><fileDesc><titleStmt><title>Old</title></titleStmt></fileDesc></teiHeader>"
                            "<text><body><p>Words of old.</p></body></text></TEI.2>";
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autoptr (PresserTeiFile) again = NULL;
  g_autoptr (GBytes) statements = NULL;
  g_autofree char *second = NULL;

  g_assert_false (presser_tei_file_can_change (file));
  g_assert_false (presser_tei_file_set_placement (file, PRESSER_TEI_IN_TEXT));
  g_assert_cmpint (presser_tei_file_get_placement (file), ==, PRESSER_TEI_BESIDE);
  tag (file, "of old", NULL, NULL);
  statements = save_beside (file);
  second = bytes_to_string (statements);
  assert_valid (second);
  g_assert_nonnull (strstr (second, "test.xml#string-range(/TEI.2/text[1]/body[1]/p[1],6,6)"));
  again = read_pair (xml, statements);
  assert_quote (again, "s1", "of old");
}

/* What somebody else did to the file, and what becomes of s1 (“nobody else”) and s2. */
typedef struct
{
  const char *from;
  const char *to;
  int         fate; /* of s1: -1 if it is no stray */
  const char *quote;
} Change;

static void
test_moved_words_are_found (void)
{
  static const Change changes[] = {
    { "The state pays", "Well, the state pays", PRESSER_TEI_STRAY_FOUND, "nobody else" },
    { "The state pays &amp; <hi>nobody</hi> else pays.", "<hi>The</hi> state pays &amp; nobody else pays.", -1, "nobody else" },
    { "<p xml:id=\"a\">", "<p xml:id=\"other\">", PRESSER_TEI_STRAY_FOUND, "nobody else" },
    { "else pays.</p>", "else pays. Then nobody else paid.</p>", -1, "nobody else" },
    { "<hi>nobody</hi> else", "no one else", PRESSER_TEI_STRAY_REWORDED, "no one else" },
    { "<p xml:id=\"a\">The state pays &amp; <hi>nobody</hi> else pays.</p>", "<p>Gone.</p>", PRESSER_TEI_STRAY_LOST, NULL },
    { "<p xml:id=\"a\">The state pays &amp; <hi>nobody</hi> else pays.</p>", "<p>There nobody else spoke, here nobody else heard.</p>",
      PRESSER_TEI_STRAY_LOST, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *xml = make_tei (body);
      g_autoptr (PresserTeiFile) file = open_tagged (xml);
      g_autoptr (PresserTeiFile) again = NULL;
      g_autoptr (GString) written = NULL;
      GPtrArray *strays;
      int        fate = -1;

      presser_tei_file_set_placement (file, PRESSER_TEI_STAND_OFF);
      save (file);
      written = g_string_new_len (g_bytes_get_data (presser_tei_file_get_bytes (file), NULL),
                                  (gssize) g_bytes_get_size (presser_tei_file_get_bytes (file)));
      g_assert_cmpuint (g_string_replace (written, changes[i].from, changes[i].to, 0), >, 0);
      again = read_text (written->str);
      strays = presser_tei_file_get_strays (again);
      for (guint stray = 0; stray < strays->len; stray++)
        if (g_str_equal (((PresserTeiStray *) g_ptr_array_index (strays, stray))->id, "s1"))
          {
            fate = ((PresserTeiStray *) g_ptr_array_index (strays, stray))->fate;
            g_assert_cmpstr (((PresserTeiStray *) g_ptr_array_index (strays, stray))->words, ==, "nobody else");
          }
      g_assert_cmpint (fate, ==, changes[i].fate);
      assert_quote (again, "s1", changes[i].quote);

      /* Untouched it is the same file; with the next change it points to the right place, and what is lost is kept. */
      {
        g_autofree char *untouched = write_text (again);
        g_autofree char *touched = NULL;
        g_autoptr (PresserTeiFile) third = NULL;

        g_assert_cmpstr (untouched, ==, written->str);
        tag (again, "tested", NULL, NULL);
        touched = write_text (again);
        assert_valid (touched);
        third = read_text (touched);
        assert_quote (third, "s1", changes[i].quote);
        g_assert_nonnull (strstr (touched, "<annotation xml:id=\"s1\""));
        if (fate == PRESSER_TEI_STRAY_LOST)
          g_assert_nonnull (strstr (touched, "<note type=\"exact\">nobody else</note>"));
        else
          g_assert_cmpuint (presser_tei_file_get_strays (third)->len, ==, 0);
      }
    }
}

static void
test_strange_notes_in_an_annotation_stay (void)
{
  g_autofree char *plain = make_tei ("<p xml:id=\"a\">One two three.</p>\n");
  g_auto (GStrv) halves = g_strsplit (plain, "</TEI>", 2);
  g_autofree char *xml = g_strconcat (halves[0],
                                      "<standOff><listAnnotation><annotation xml:id='x' target='#a' ana='#st.draft'>"
                                      "<respStmt><resp>tagged</resp><name>R</name></respStmt><ptr target='#other'/>"
                                      "<note type='exact'>One two three.</note><note type='mine'>keep me</note></annotation>"
                                      "</listAnnotation></standOff></TEI>\n",
                                      NULL);
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument  *document = presser_tei_file_get_document (file);
  PresserStatement *old = presser_document_get_statement (document, "x");
  g_autoptr (PresserStatement) changed = presser_statement_with_status (old, PRESSER_STATUS_VERIFIED);
  g_autofree char *written = NULL;

  presser_document_replace_statement (document, old, changed);
  written = write_text (file);
  g_assert_nonnull (strstr (written, "<annotation xml:id='x' target='#a' ana='#st.verified'>"
                                     "<respStmt><resp>tagged</resp><name>R</name></respStmt><ptr target='#other'/>"
                                     "<note type='exact'>One two three.</note><note type='mine'>keep me</note></annotation>"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei/standoff/the-text-gets-no-tags", test_the_text_gets_no_tags);
  g_test_add_func ("/tei/standoff/the-choice-moves-statements", test_the_choice_moves_statements);
  g_test_add_func ("/tei/standoff/what-others-wrote-stays-where-it-is", test_what_others_wrote_stays_where_it_is);
  g_test_add_func ("/tei/standoff/beside-the-file-stays", test_beside_the_file_stays);
  g_test_add_func ("/tei/standoff/beside-can-come-home", test_beside_can_come_home);
  g_test_add_func ("/tei/standoff/beside-overrules-the-file", test_beside_overrules_the_file);
  g_test_add_func ("/tei/standoff/beside-no-text-is-lost", test_beside_no_text_is_lost);
  g_test_add_func ("/tei/standoff/p4-is-tagged-beside", test_p4_is_tagged_beside);
  g_test_add_func ("/tei/standoff/moved-words-are-found", test_moved_words_are_found);
  g_test_add_func ("/tei/standoff/strange-notes-in-an-annotation-stay", test_strange_notes_in_an_annotation_stay);

  return g_test_run ();
}
