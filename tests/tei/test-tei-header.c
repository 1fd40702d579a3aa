/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Speakers, topics, annotators, metadata and all fields of statements go into a file and come back. */

#include <glib.h>
#include <string.h>

#include "tei-testing.h"
#include "tei-validating.h"

static const char body[] = "      <div>\n"
                           "        <p xml:id=\"b1\">One two three four five.</p>\n"
                           "        <u xml:id=\"u1\" who=\"#p.gone\">\n"
                           "          <seg xml:id=\"u1.p1\">Six seven eight.</seg>\n"
                           "        </u>\n"
                           "      </div>\n";

static PresserTeiFile *
make_file (void)
{
  g_autofree char *xml = make_tei (body);

  return read_text (xml);
}

static PresserTeiFile *
save_and_open (PresserTeiFile *file)
{
  g_autofree char *xml = NULL;

  save (file);
  xml = bytes_to_string (presser_tei_file_get_bytes (file));
  assert_valid (xml);

  return read_text (xml);
}

static PresserSpeaker *
make_speaker (const char *id,
              const char *name)
{
  static const char *const aliases[] = { "MR. A & B", "“A”", NULL };
  g_autoptr (PresserSpeaker) first = presser_speaker_new (id, name);
  g_autoptr (PresserSpeaker) second = presser_speaker_with_role (first, "Minister  of <Odd> Blanks ");
  g_autoptr (PresserSpeaker) third = presser_speaker_with_affiliation (second, "Ministry");
  g_autoptr (PresserSpeaker) fourth = presser_speaker_with_link (third, "https://example.org/a?b=c&d=e");
  g_autoptr (PresserSpeaker) fifth = presser_speaker_with_aliases (fourth, aliases);

  return presser_speaker_with_colour (fifth, 3);
}

static void
assert_same_speakers (PresserTeiFile *one,
                      PresserTeiFile *other)
{
  GListModel *first = presser_document_get_speakers (presser_tei_file_get_document (one));
  GListModel *second = presser_document_get_speakers (presser_tei_file_get_document (other));
  guint       number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (first); i++)
    {
      g_autoptr (PresserSpeaker) a = g_list_model_get_item (first, i);
      g_autoptr (PresserSpeaker) b = g_list_model_get_item (second, number);

      if (strcmp (presser_speaker_get_id (a), "p.gone") == 0)
        continue;
      if (b != NULL && strcmp (presser_speaker_get_id (b), "p.gone") == 0)
        {
          g_object_unref (b);
          b = g_list_model_get_item (second, ++number);
        }
      g_assert_nonnull (b);
      g_assert_cmpstr (presser_speaker_get_id (a), ==, presser_speaker_get_id (b));
      g_assert_cmpstr (presser_speaker_get_name (a), ==, presser_speaker_get_name (b));
      g_assert_cmpstr (presser_speaker_get_role (a), ==, presser_speaker_get_role (b));
      g_assert_cmpstr (presser_speaker_get_affiliation (a), ==, presser_speaker_get_affiliation (b));
      g_assert_cmpstr (presser_speaker_get_link (a), ==, presser_speaker_get_link (b));
      g_assert_cmpstrv ((char **) presser_speaker_get_aliases (a), (char **) presser_speaker_get_aliases (b));
      g_assert_cmpint (presser_speaker_get_colour (a), ==, presser_speaker_get_colour (b));
      g_assert_cmpint (presser_speaker_is_unnamed (a), ==, presser_speaker_is_unnamed (b));
      number++;
    }
}

static void
test_speakers_come_back (void)
{
  g_autoptr (PresserTeiFile) file = make_file ();
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (PresserSpeaker) one = make_speaker ("p.one", "Ada One");
  g_autoptr (PresserSpeaker) two = presser_speaker_new ("p.two", "Two");
  g_autoptr (PresserSpeaker) three = make_speaker ("p.three", "Three");
  g_autoptr (PresserSpeaker) zero = presser_speaker_new ("p.zero", "Zero");
  g_autoptr (PresserSpeaker) unnamed = presser_speaker_with_unnamed (two, TRUE);
  g_autoptr (PresserSpeaker) bare = presser_speaker_new ("p.one", "Ada  One");
  g_autoptr (PresserTeiFile) first = NULL;
  g_autoptr (PresserTeiFile) second = NULL;
  g_autoptr (PresserTeiFile) third = NULL;
  g_autoptr (PresserTeiFile) fourth = NULL;

  presser_document_insert_speaker (document, G_MAXUINT, one);
  presser_document_insert_speaker (document, G_MAXUINT, two);
  first = save_and_open (file);
  assert_same_speakers (file, first);

  presser_document_replace_speaker (document, two, unnamed);
  presser_document_insert_speaker (document, G_MAXUINT, three);
  presser_document_insert_speaker (document, 1, zero);
  second = save_and_open (file);
  assert_same_speakers (file, second);

  presser_document_move_speaker (document, three, 0);
  presser_document_replace_speaker (document, one, bare);
  third = save_and_open (file);
  assert_same_speakers (file, third);

  presser_document_remove_speaker (document, three);
  presser_document_remove_speaker (document, bare);
  fourth = save_and_open (file);
  assert_same_speakers (file, fourth);
}

static void
test_renaming_a_speaker_changes_only_the_name (void)
{
  g_autofree char *xml = make_tei (body);
  g_autofree char *after = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *with_list = NULL;
  g_auto (GStrv) halves = g_strsplit (xml, "  </teiHeader>", 2);
  g_auto (GStrv) pieces = NULL;
  g_autoptr (PresserTeiFile) file = NULL;
  PresserDocument *document;
  g_autoptr (PresserSpeaker) renamed = NULL;

  with_list = g_strconcat (halves[0],
                           "    <profileDesc><particDesc><listPerson >\n\t<person\n xml:id='p.a' sex = \"2\"><persName><forename>A</forename>"
                           " <!-- c --><surname>B</surname></persName><birth when='1970'/></person></listPerson></particDesc></profileDesc>\n"
                           "  </teiHeader>",
                           halves[1], NULL);
  file = read_text (with_list);
  document = presser_tei_file_get_document (file);
  g_assert_cmpstr (presser_speaker_get_name (presser_document_get_speaker (document, "p.a")), ==, "A B");
  renamed = presser_speaker_with_name (presser_document_get_speaker (document, "p.a"), "A C");
  presser_document_replace_speaker (document, presser_document_get_speaker (document, "p.a"), renamed);
  after = write_text (file);
  pieces = g_strsplit (with_list, "<forename>A</forename> <!-- c --><surname>B</surname>", 2);
  expected = g_strjoinv ("A C", pieces);
  g_assert_cmpstr (after, ==, expected);
}

static void
assert_same_topics (PresserTeiFile *one,
                    PresserTeiFile *other)
{
  GListModel *first = presser_document_get_topics (presser_tei_file_get_document (one));
  GListModel *second = presser_document_get_topics (presser_tei_file_get_document (other));

  g_assert_cmpuint (g_list_model_get_n_items (first), ==, g_list_model_get_n_items (second));
  for (guint i = 0; i < g_list_model_get_n_items (first); i++)
    {
      g_autoptr (PresserTopic) a = g_list_model_get_item (first, i);
      g_autoptr (PresserTopic) b = g_list_model_get_item (second, i);

      g_assert_cmpstr (presser_topic_get_id (a), ==, presser_topic_get_id (b));
      g_assert_cmpstr (presser_topic_get_label (a), ==, presser_topic_get_label (b));
      g_assert_cmpstr (presser_topic_get_definition (a), ==, presser_topic_get_definition (b));
      g_assert_cmpstr (presser_topic_get_parent (a), ==, presser_topic_get_parent (b));
      g_assert_cmpstrv ((char **) presser_topic_get_keywords (a), (char **) presser_topic_get_keywords (b));
      g_assert_cmpint (presser_topic_get_colour (a), ==, presser_topic_get_colour (b));
    }
}

static void
insert_topic (PresserTeiFile *file,
              guint           position,
              const char     *id,
              const char     *label,
              const char     *parent)
{
  static const char *const keywords[] = { "word", "two words", NULL };
  g_autoptr (PresserTopic) first = presser_topic_new (id, label);
  g_autoptr (PresserTopic) second = presser_topic_with_parent (first, parent);
  g_autoptr (PresserTopic) third = presser_topic_with_keywords (second, keywords);
  g_autoptr (PresserTopic) fourth = presser_topic_with_definition (third, "what it < means");
  g_autoptr (PresserTopic) fifth = presser_topic_with_colour (fourth, 7);

  presser_document_insert_topic (presser_tei_file_get_document (file), position, *label == 'P' ? second : fifth);
}

static void
test_topics_come_back (void)
{
  g_autoptr (PresserTeiFile) file = make_file ();
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (PresserTopic) renamed = NULL;
  g_autoptr (PresserTopic) defined = NULL;
  g_autoptr (PresserTeiFile) first = NULL;
  g_autoptr (PresserTeiFile) second = NULL;
  g_autoptr (PresserTeiFile) third = NULL;
  g_autoptr (PresserTeiFile) fourth = NULL;

  insert_topic (file, G_MAXUINT, "t.a", "Plain", NULL);
  insert_topic (file, G_MAXUINT, "t.b", "Rich", NULL);
  insert_topic (file, G_MAXUINT, "t.b.c", "Rich child", "t.b");
  first = save_and_open (file);
  assert_same_topics (file, first);

  insert_topic (file, G_MAXUINT, "t.b.d", "Plain child", "t.b");
  insert_topic (file, G_MAXUINT, "t.b.d.e", "Plain grandchild", "t.b.d");
  insert_topic (file, 0, "t.first", "First", NULL);
  renamed = presser_topic_with_label (presser_document_get_topic (document, "t.a"), "Renamed");
  presser_document_replace_topic (document, presser_document_get_topic (document, "t.a"), renamed);
  second = save_and_open (file);
  assert_same_topics (file, second);

  presser_document_move_topic (document, presser_document_get_topic (document, "t.b.c"), "t.a", 0);
  defined = presser_topic_with_definition (presser_document_get_topic (document, "t.b.c"), "now defined");
  presser_document_replace_topic (document, presser_document_get_topic (document, "t.b.c"), defined);
  third = save_and_open (file);
  assert_same_topics (file, third);

  presser_document_remove_topic (document, presser_document_get_topic (document, "t.a"));
  presser_document_remove_topic (document, presser_document_get_topic (document, "t.b.d"));
  fourth = save_and_open (file);
  assert_same_topics (file, fourth);
}

static void
test_every_metadata_field_comes_back (void)
{
  static const char *const values[][PRESSER_METADATA_N_FIELDS] = {
    { "A & B", "2026-03-14", "14 March 2026", "Port Hall", "press conference", "https://example.org/x?a=b&c", "Press",
      "en-GB", "tunnel one.mp4", "0123456789ab ba9876543210", "a b.txt", "0123abcd", "1234", "text", "UTF-8" },
    { "Other", "14/3", NULL, "Elsewhere", NULL, "not a link at all", "Other press", "klingon of some sort", NULL, "0123456789ab", "b.txt", NULL,
      "99", NULL, "ISO-8859-1" },
    { NULL, NULL, "some day", NULL, "speech", NULL, NULL, NULL, "x", NULL, NULL, NULL, NULL, NULL, NULL },
    { NULL },
  };
  g_autoptr (PresserTeiFile) file = make_file ();
  PresserDocument *document = presser_tei_file_get_document (file);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (PresserMetadata) metadata = presser_metadata_new ();
      g_autoptr (PresserTeiFile) again = NULL;
      PresserMetadata *read;

      for (guint field = 0; field < PRESSER_METADATA_N_FIELDS; field++)
        {
          PresserMetadata *more = presser_metadata_with (metadata, field, values[i][field]);

          g_object_unref (metadata);
          metadata = more;
        }
      presser_document_set_metadata (document, metadata);
      again = save_and_open (file);
      read = presser_document_get_metadata (presser_tei_file_get_document (again));
      for (guint field = 0; field < PRESSER_METADATA_N_FIELDS; field++)
        g_assert_cmpstr (presser_metadata_get (read, field), ==, values[i][field]);
    }
}

/* Beginning with the file of an importer that knew nothing. */
static void
test_a_source_comes_and_goes (void)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  g_autoptr (GBytes) bytes = presser_tei_builder_finish (builder);
  g_autofree char *xml = bytes_to_string (bytes);
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (PresserMetadata) empty = presser_metadata_new ();
  g_autoptr (PresserMetadata) known = presser_metadata_with (empty, PRESSER_METADATA_PUBLISHER, "Press");
  g_autoptr (PresserTeiFile) first = NULL;
  g_autoptr (PresserTeiFile) second = NULL;
  g_autofree char *end = NULL;

  presser_document_set_metadata (document, known);
  first = save_and_open (file);
  g_assert_cmpstr (presser_metadata_get (presser_document_get_metadata (presser_tei_file_get_document (first)),
                                         PRESSER_METADATA_PUBLISHER),
                   ==, "Press");
  presser_document_set_metadata (document, empty);
  second = save_and_open (file);
  end = bytes_to_string (presser_tei_file_get_bytes (file));
  g_assert_cmpstr (end, ==, xml);
}

static PresserStatement *
make_statement (PresserTeiFile *file,
                guint           start,
                guint           end)
{
  PresserDocument         *document = presser_tei_file_get_document (file);
  g_autofree char         *id = presser_document_make_statement_id (document);
  PresserRange             range = { start, end };
  static const char *const topics[] = { "t.b", "t.a", NULL };
  g_autoptr (PresserStatement) a = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) b = presser_statement_with_speaker (a, "p.one");
  g_autoptr (PresserStatement) c = presser_statement_with_topics (b, topics);
  g_autoptr (PresserStatement) d = presser_statement_with_kind (c, PRESSER_KIND_MIXED);
  g_autoptr (PresserStatement) e = presser_statement_with_status (d, PRESSER_STATUS_VERIFIED);
  g_autoptr (PresserStatement) f = presser_statement_with_ground_rule (e, PRESSER_GROUND_EMBARGOED, 1800000000);
  g_autoptr (PresserStatement) g = presser_statement_with_certainty (f, "0.6");
  g_autoptr (PresserStatement) h = presser_statement_with_note (g, "Two\nlines  & <more>\n");
  g_autoptr (PresserStatement) i = presser_statement_with_annotator (h, "ann.rk");

  return presser_statement_with_times (i, 1700000000, 1700000100);
}

static void
assert_same_statement (PresserTeiFile *one,
                       PresserTeiFile *other,
                       const char     *id)
{
  PresserStatement *a = presser_document_get_statement (presser_tei_file_get_document (one), id);
  PresserStatement *b = presser_document_get_statement (presser_tei_file_get_document (other), id);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpstr (presser_statement_get_speaker (a), ==, presser_statement_get_speaker (b));
  g_assert_cmpstrv ((char **) presser_statement_get_topics (a), (char **) presser_statement_get_topics (b));
  g_assert_cmpint (presser_statement_get_kind (a), ==, presser_statement_get_kind (b));
  g_assert_cmpint (presser_statement_get_status (a), ==, presser_statement_get_status (b));
  g_assert_cmpint (presser_statement_get_ground_rule (a), ==, presser_statement_get_ground_rule (b));
  g_assert_cmpint (presser_statement_get_embargo (a), ==, presser_statement_get_embargo (b));
  g_assert_cmpstr (presser_statement_get_certainty (a), ==, presser_statement_get_certainty (b));
  g_assert_cmpstr (presser_statement_get_note (a), ==, presser_statement_get_note (b));
  g_assert_cmpstr (presser_statement_get_annotator (a), ==, presser_statement_get_annotator (b));
  g_assert_cmpint (presser_statement_get_made (a), ==, presser_statement_get_made (b));
  g_assert_cmpint (presser_statement_get_changed (a), ==, presser_statement_get_changed (b));
}

static void
add_everything (PresserTeiFile *file)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.one", "One");
  g_autoptr (PresserAnnotator) annotator = presser_annotator_new ("ann.rk", "Rosa Klein", FALSE);
  g_autoptr (PresserAnnotator) program = presser_annotator_new ("ann.presser", "Presser", TRUE);

  presser_document_insert_speaker (document, G_MAXUINT, speaker);
  insert_topic (file, G_MAXUINT, "t.a", "Plain", NULL);
  insert_topic (file, G_MAXUINT, "t.b", "Rich", NULL);
  presser_document_add_annotator (document, annotator);
  presser_document_add_annotator (document, program);
}

static void
test_every_statement_field_comes_back (void)
{
  g_autoptr (PresserTeiFile) file = make_file ();
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (PresserStatement) full = NULL;
  g_autoptr (PresserStatement) bare = NULL;
  g_autoptr (PresserStatement) program = NULL;
  g_autoptr (PresserTeiFile) first = NULL;
  g_autoptr (PresserTeiFile) second = NULL;
  g_autoptr (PresserTeiFile) third = NULL;
  PresserRange range = { 8, 13 };

  add_everything (file);
  full = make_statement (file, 4, 40);
  presser_document_add_statement (document, full);
  first = save_and_open (file);
  assert_same_statement (file, first, "s1");

  bare = presser_statement_new ("s1", &range, 1);
  presser_document_replace_statement (document, presser_document_get_statement (document, "s1"), bare);
  second = save_and_open (file);
  assert_same_statement (file, second, "s1");

  program = presser_statement_with_annotator (bare, "ann.presser");
  presser_document_replace_statement (document, presser_document_get_statement (document, "s1"), program);
  third = save_and_open (file);
  assert_same_statement (file, third, "s1");
  g_assert_true (presser_annotator_is_program (
      presser_document_get_annotator (presser_tei_file_get_document (third), "ann.presser")));
}

/* Lists that the journalist made stay; all that statements brought with them goes with them. */
static void
test_removing_statements_removes_all_that_came_with_them (void)
{
  g_autoptr (PresserTeiFile) file = make_file ();
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_everything (file);
  save (file);
  before = bytes_to_string (presser_tei_file_get_bytes (file));

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PresserStatement) statement = make_statement (file, 2 + i, 12 + 10 * i);

      presser_document_add_statement (document, statement);
      save (file);
    }
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      presser_document_remove_statement (document, presser_document_get_statement (document, id));
      save (file);
    }
  after = bytes_to_string (presser_tei_file_get_bytes (file));
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_turn_changes_hands (void)
{
  g_autoptr (PresserTeiFile) file = make_file ();
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *after = NULL;

  add_everything (file);
  presser_document_set_turn_speaker (document, "u1", "p.one");
  after = write_text (file);
  g_assert_nonnull (strstr (after, "<u xml:id=\"u1\" who=\"#p.one\">"));
  assert_valid (after);
}

static void
test_editing_goes_on_while_a_save_is_under_way (void)
{
  g_autoptr (PresserTeiFile) file = make_file ();
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PresserTeiFile) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again_text = NULL;

  add_statement (file, 4, 13);
  bytes = presser_tei_file_write (file, &error);
  g_assert_no_error (error);
  presser_document_replace_text (document, (PresserRange){ 0, 3 }, "Zero and 1");
  presser_document_replace_text (document, (PresserRange){ 15, 15 }, "XX");
  g_assert_true (presser_tei_file_accept (file, bytes, &error));
  presser_history_undo (presser_document_get_history (document));
  again = save_and_open (file);
  text = dup_text (file);
  again_text = dup_text (again);
  g_assert_cmpstr (text, ==, again_text);
  assert_same_statement (file, again, "s1");
}

/* `revisionDesc` holds changes, or one list of them, or a list of anything; only in its place is a new one valid. */
static void
test_a_change_goes_where_changes_are (void)
{
  static const char *const histories[] = {
    "<revisionDesc><listChange><desc>D</desc><change when=\"2020\">x</change></listChange></revisionDesc>",
    "<revisionDesc><list><item>x</item></list></revisionDesc>",
    "<revisionDesc><change when=\"2020\">x</change></revisionDesc>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (histories); i++)
    {
      g_autofree char *plain = make_tei ("<p>One two.</p>\n");
      g_auto (GStrv) halves = g_strsplit (plain, "  </teiHeader>", 2);
      g_autofree char *xml = g_strconcat (halves[0], histories[i], "  </teiHeader>", halves[1], NULL);
      g_autoptr (PresserTeiFile) file = read_text (xml);
      PresserDocument  *document = presser_tei_file_get_document (file);
      PresserStatement *plain_one = add_statement (file, 0, 3);
      g_autoptr (PresserStatement) timed = presser_statement_with_times (plain_one, 1000, 0);
      g_autoptr (PresserStatement) later = presser_statement_with_times (plain_one, 1000, 2000);
      g_autofree char *written = NULL;
      g_autofree char *end = NULL;

      presser_document_replace_statement (document, plain_one, timed);
      save (file);
      presser_document_replace_statement (document, timed, later);
      save (file);
      written = bytes_to_string (presser_tei_file_get_bytes (file));
      assert_valid (written);
      presser_document_remove_statement (document, later);
      save (file);
      end = bytes_to_string (presser_tei_file_get_bytes (file));
      g_assert_cmpstr (end, ==, xml);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei/header/speakers-come-back", test_speakers_come_back);
  g_test_add_func ("/tei/header/renaming-a-speaker-changes-only-the-name", test_renaming_a_speaker_changes_only_the_name);
  g_test_add_func ("/tei/header/topics-come-back", test_topics_come_back);
  g_test_add_func ("/tei/header/every-metadata-field-comes-back", test_every_metadata_field_comes_back);
  g_test_add_func ("/tei/header/a-source-comes-and-goes", test_a_source_comes_and_goes);
  g_test_add_func ("/tei/header/every-statement-field-comes-back", test_every_statement_field_comes_back);
  g_test_add_func ("/tei/header/removing-statements-removes-all-that-came-with-them",
                   test_removing_statements_removes_all_that_came_with_them);
  g_test_add_func ("/tei/header/a-turn-changes-hands", test_a_turn_changes_hands);
  g_test_add_func ("/tei/header/editing-goes-on-while-a-save-is-under-way", test_editing_goes_on_while_a_save_is_under_way);

  g_test_add_func ("/tei/header/a-change-goes-where-changes-are", test_a_change_goes_where_changes_are);

  return g_test_run ();
}
