/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to a document comes back from its journal: all of it, whatever it was. */

#include "presser-journal-reading.h"
#include "test-dump.h"
#include "test-folder.h"
#include "test-model.h"
#include "test-random-edit.h"

#define N_SERIES 8
#define N_EDITS  300

static PresserDocument *
new_document (void)
{
  PresserDocument *document = presser_document_new ("“The CIS is a priority,” he said. “It\nstays one.”\n\nQ: And trade?\nHe nodded. Добро 字!");

  presser_history_clear (presser_document_get_history (document));
  return document;
}

static PresserJournal *
new_journal (PresserDocument *document,
             const char      *folder)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<TEI/>", 6);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  PresserJournalBase base = { .bytes = bytes, .name = "briefing.xml", .location = "file:///nowhere/briefing.xml", .checksum = "0123" };

  return presser_journal_new (document, file, &base);
}

/* As another process would find it, if this one ended now. */
static PresserJournalReading *
read_as_left_behind (PresserJournal *journal,
                     const char     *folder)
{
  g_autoptr (GFile) file = presser_journal_dup_file (journal);
  g_autoptr (GFile) copy = test_folder_get_file (folder, "copy");
  g_autoptr (GError) error = NULL;
  PresserJournalReading *reading;

  g_assert_nonnull (file);
  g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  reading = presser_journal_reading_new (copy, &error);
  g_assert_no_error (error);
  return reading;
}

/* Addresses and the places in the store of what was typed differ from run to run. */
static char *
dump (PresserDocument *document)
{
  g_autoptr (GRegex) regex = g_regex_new ("0x[0-9a-f]+|\\(nil\\)|^piece .*\n", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *plain = test_dump_document (document);

  return g_regex_replace_literal (regex, plain, -1, 0, "", 0, NULL);
}

/* Where each character stood in the text as loaded; the length of that for those that came later. */
static GArray *
dup_origins (PresserDocument *document,
             guint            n_loaded)
{
  GArray             *origins = g_array_new (FALSE, FALSE, sizeof (guint));
  guint               n_pieces;
  const PresserPiece *pieces = presser_text_get_pieces (presser_document_get_text (document), &n_pieces);
  guint               i, j;

  for (i = 0; i < n_pieces; i++)
    for (j = 0; j < pieces[i].length; j++)
      {
        guint origin = MIN (pieces[i].store_start + j, n_loaded);

        g_array_append_val (origins, origin);
      }
  return origins;
}

static void
check_same (PresserDocument *one,
            PresserDocument *other,
            guint            n_loaded)
{
  g_autofree char *one_dump = dump (one);
  g_autofree char *other_dump = dump (other);
  g_autoptr (GArray) origins = dup_origins (one, n_loaded);
  g_autoptr (GArray) other_origins = dup_origins (other, n_loaded);

  g_assert_cmpstr (one_dump, ==, other_dump);
  g_assert_cmpmem (origins->data, origins->len * sizeof (guint), other_origins->data, other_origins->len * sizeof (guint));
}

static void
check_comes_back (PresserJournal  *journal,
                  PresserDocument *document,
                  const char      *folder,
                  guint            n_loaded)
{
  g_autoptr (PresserDocument) restored = new_document ();
  g_autoptr (PresserJournalReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  presser_journal_flush (journal, &error);
  g_assert_no_error (error);
  reading = read_as_left_behind (journal, folder);
  presser_journal_reading_replay (reading, restored, &error);
  g_assert_no_error (error);
  test_check_document (restored);
  check_same (document, restored, n_loaded);
  g_assert_cmpint (presser_journal_reading_has_unsaved_work (reading), ==,
                   presser_history_is_modified (presser_document_get_history (document)));
}

static void
note_saving (PresserJournal *journal,
             const char     *uri,
             const char     *checksum)
{
  presser_journal_note_saving (journal, (const char *const[]){ uri, checksum, NULL });
}

static void
test_random_work_comes_back (void)
{
  guint series, i;

  for (series = 0; series < N_SERIES; series++)
    {
      g_auto (TestFolder) folder = test_folder_new ();
      g_autoptr (PresserDocument) document = new_document ();
      g_autoptr (TestModel) model = test_model_new (document);
      g_autoptr (PresserJournal) journal = new_journal (document, folder);
      PresserHistory *history = presser_document_get_history (document);
      guint           n_loaded = presser_text_get_n_stored (presser_document_get_text (document));

      for (i = 0; i < N_EDITS; i++)
        {
          if (g_test_rand_int_range (0, 6) == 0)
            {
              while (g_test_rand_bit () && presser_history_undo (history))
                ;
              while (g_test_rand_bit () && presser_history_redo (history))
                ;
              test_model_read (model, document);
            }
          test_random_edit (document, model);
          if (g_test_rand_int_range (0, 40) == 0)
            check_comes_back (journal, document, folder, n_loaded);
        }
      while (presser_history_undo (history))
        ;
      check_comes_back (journal, document, folder, n_loaded);
      while (presser_history_redo (history))
        ;
      check_comes_back (journal, document, folder, n_loaded);
    }
}

static void
add_statement (PresserDocument *document,
               guint            start,
               guint            end)
{
  g_autofree char *id = presser_document_make_statement_id (document);
  PresserRange     range = { start, end };
  g_autoptr (PresserStatement) statement = presser_statement_new (id, &range, 1);

  presser_document_add_statement (document, statement);
}

static PresserStatement *
make_full_statement (PresserDocument *document)
{
  const PresserRange ranges[] = { { 1, 5 }, { 8, 12 } };
  const char *const  topics[] = { "t.cis", "t.trade", NULL };
  g_autoptr (PresserStatement) plain = presser_statement_new ("s1", ranges, 2);
  g_autoptr (PresserStatement) spoken = presser_statement_with_speaker (plain, "p.lavrov");
  g_autoptr (PresserStatement) tagged = presser_statement_with_topics (spoken, topics);
  g_autoptr (PresserStatement) kind = presser_statement_with_kind (tagged, PRESSER_KIND_MIXED);
  g_autoptr (PresserStatement) status = presser_statement_with_status (kind, PRESSER_STATUS_VERIFIED);
  g_autoptr (PresserStatement) rule = presser_statement_with_ground_rule (status, PRESSER_GROUND_EMBARGOED, 1790000000);
  g_autoptr (PresserStatement) sure = presser_statement_with_certainty (rule, "0.7");
  g_autoptr (PresserStatement) noted = presser_statement_with_note (sure, "asked twice");
  g_autoptr (PresserStatement) signed_ = presser_statement_with_annotator (noted, "ann.me");

  return presser_statement_with_times (signed_, 1780000000, 1780000001);
}

static PresserSpeaker *
make_full_speaker (void)
{
  const char *const aliases[] = { "MR. LAVROV", "Лавров", NULL };
  g_autoptr (PresserSpeaker) plain = presser_speaker_new ("p.lavrov", "Sergey Lavrov");
  g_autoptr (PresserSpeaker) role = presser_speaker_with_role (plain, "Minister");
  g_autoptr (PresserSpeaker) house = presser_speaker_with_affiliation (role, "MID");
  g_autoptr (PresserSpeaker) link = presser_speaker_with_link (house, "https://example.org/l");
  g_autoptr (PresserSpeaker) called = presser_speaker_with_aliases (link, aliases);
  g_autoptr (PresserSpeaker) coloured = presser_speaker_with_colour (called, 5);

  return presser_speaker_with_unnamed (coloured, TRUE);
}

static PresserTopic *
make_full_topic (const char *id,
                 const char *parent)
{
  const char *const keywords[] = { "Содружество", "commonwealth", NULL };
  g_autoptr (PresserTopic) plain = presser_topic_new (id, "CIS");
  g_autoptr (PresserTopic) defined = presser_topic_with_definition (plain, "The Commonwealth");
  g_autoptr (PresserTopic) child = presser_topic_with_parent (defined, parent);
  g_autoptr (PresserTopic) found = presser_topic_with_keywords (child, keywords);

  return presser_topic_with_colour (found, 3);
}

static void
fill_metadata (PresserDocument *document)
{
  g_autoptr (PresserMetadata) metadata = presser_metadata_new ();
  guint i;

  for (i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    {
      g_autofree char *value = g_strdup_printf ("value %u", i);
      PresserMetadata *more = presser_metadata_with (metadata, (PresserMetadataField) i, value);

      g_object_unref (metadata);
      metadata = more;
    }
  presser_document_set_metadata (document, metadata);
}

static void
fill_paragraphs (PresserDocument *document)
{
  guint i;

  for (i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      g_autoptr (PresserParagraph) plain = presser_paragraph_new ((PresserParagraphKind) (PRESSER_PARAGRAPH_NOTE - i));
      g_autoptr (PresserParagraph) named = presser_paragraph_with_id (plain, "u1.2");
      g_autoptr (PresserParagraph) turn = presser_paragraph_with_turn (named, "u1", "p.lavrov");
      g_autoptr (PresserParagraph) paired = presser_paragraph_with_question (turn, "u0");
      g_autoptr (PresserParagraph) spoken = presser_paragraph_with_language (paired, "ru");
      g_autoptr (PresserParagraph) timed = presser_paragraph_with_times (spoken, 1000 + i, 2000);

      presser_document_replace_paragraph (document, i, timed);
    }
}

static void
test_every_attribute_comes_back (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (PresserStatement) statement = make_full_statement (document);
  g_autoptr (PresserSpeaker) speaker = make_full_speaker ();
  g_autoptr (PresserTopic) topic = make_full_topic ("t.cis", NULL);
  g_autoptr (PresserTopic) child = make_full_topic ("t.trade", "t.cis");
  g_autoptr (PresserAnnotator) person = presser_annotator_new ("ann.me", "Me", FALSE);
  g_autoptr (PresserAnnotator) program = presser_annotator_new ("ann.presser", "Presser", TRUE);

  presser_document_insert_speaker (document, 0, speaker);
  presser_document_insert_topic (document, 0, topic);
  presser_document_insert_topic (document, 1, child);
  presser_document_add_annotator (document, person);
  presser_document_add_annotator (document, program);
  presser_document_add_statement (document, statement);
  fill_metadata (document);
  fill_paragraphs (document);
  check_comes_back (journal, document, folder, presser_text_get_n_stored (presser_document_get_text (document)));
}

static void
test_nothing_is_written_before_something_is_done (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);

  g_assert_false (presser_journal_has_pending (journal));
  g_assert_true (presser_journal_flush (journal, NULL));
  note_saving (journal, "file:///nowhere/briefing.xml", "4567");
  presser_journal_note_saved (journal);
  g_assert_true (presser_journal_flush (journal, NULL));
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
  add_statement (document, 1, 5);
  g_assert_true (presser_journal_has_pending (journal));
  g_assert_true (presser_journal_flush (journal, NULL));
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  presser_journal_close (journal);
  add_statement (document, 1, 8);
  g_assert_true (presser_journal_flush (journal, NULL));
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
}

static void
test_what_lies_in_no_file_is_kept_at_once (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<TEI/>", 6);
  PresserJournalBase base = { .bytes = bytes, .name = "Pasted Transcript", .is_precious = TRUE };
  g_autoptr (PresserJournal) journal = presser_journal_new (document, file, &base);
  g_autoptr (PresserJournalReading) reading = NULL;

  g_assert_true (presser_journal_has_pending (journal));
  g_assert_true (presser_journal_flush (journal, NULL));
  reading = read_as_left_behind (journal, folder);
  g_assert_true (presser_journal_reading_has_unsaved_work (reading));
  g_assert_true (presser_journal_reading_is_precious (reading));
  g_assert_cmpstr (presser_journal_reading_get_name (reading), ==, "Pasted Transcript");
  g_assert_null (presser_journal_reading_get_location (reading));
  g_assert_true (g_bytes_equal (presser_journal_reading_get_bytes (reading), bytes));
}

static void
test_what_was_saved_is_not_unsaved (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  PresserHistory *history = presser_document_get_history (document);
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (PresserJournalReading) after_save = NULL;
  g_autoptr (PresserJournalReading) after_more = NULL;
  g_autoptr (PresserDocument) restored = new_document ();

  add_statement (document, 1, 5);
  note_saving (journal, "file:///nowhere/other.xml", "4567");
  presser_history_set_saved (history, presser_history_get_state (history));
  presser_journal_note_saved (journal);
  g_assert_true (presser_journal_flush (journal, NULL));
  after_save = read_as_left_behind (journal, folder);
  g_assert_false (presser_journal_reading_has_unsaved_work (after_save));
  g_assert_cmpstr (presser_journal_reading_get_location (after_save), ==, "file:///nowhere/other.xml");
  g_assert_cmpstr (presser_journal_reading_get_checksum (after_save), ==, "4567");
  g_clear_object (&after_save);

  add_statement (document, 6, 9);
  add_statement (document, 6, 12);
  presser_history_undo (history);
  g_assert_true (presser_journal_flush (journal, NULL));
  after_more = read_as_left_behind (journal, folder);
  g_assert_true (presser_journal_reading_has_unsaved_work (after_more));
  g_assert_true (presser_journal_reading_replay (after_more, restored, NULL));
  g_assert_cmpuint (presser_journal_reading_get_n_changed (after_more), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_statements (restored)), ==, 2);
  g_assert_true (presser_history_is_modified (presser_document_get_history (restored)));
}

/* A text whose file must not change has its statements in a second one: the first alone tells nothing. */
static void
test_a_save_counts_when_both_files_are_written (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) text = test_folder_get_file (folder, "text.xml");
  g_autoptr (GFile) second = test_folder_get_file (folder, "text.statements.xml");
  g_autofree char *text_uri = g_file_get_uri (text);
  g_autofree char *second_uri = g_file_get_uri (second);
  g_autofree char *text_checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "<TEI/>", -1);
  g_autofree char *second_checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "<TEI>s1</TEI>", -1);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<TEI/>", 6);
  g_autoptr (GBytes) statements = g_bytes_new_static ("<TEI>s0</TEI>", 13);
  PresserJournalBase base = { .bytes = bytes, .statements = statements, .name = "text.xml", .location = text_uri, .checksum = text_checksum };
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (PresserJournal) journal = presser_journal_new (document, folder_file, &base);
  g_autoptr (PresserJournalReading) before = NULL;
  g_autoptr (PresserJournalReading) after = NULL;

  add_statement (document, 1, 5);
  presser_journal_note_saving (journal, (const char *const[]){ text_uri, text_checksum, second_uri, second_checksum, NULL });
  g_assert_true (presser_journal_flush (journal, NULL));
  test_folder_put (folder, "text.xml", "<TEI/>");
  before = read_as_left_behind (journal, folder);
  g_assert_true (presser_journal_reading_has_unsaved_work (before));
  g_assert_true (g_bytes_equal (presser_journal_reading_get_statements (before), statements));
  g_clear_object (&before);
  test_folder_put (folder, "text.statements.xml", "<TEI>s1</TEI>");
  after = read_as_left_behind (journal, folder);
  g_assert_false (presser_journal_reading_has_unsaved_work (after));
}

/* Saved under a name before anything was done: the journal that begins later knows of it. */
static void
test_a_save_before_the_first_step_counts (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (PresserJournalReading) reading = NULL;

  note_saving (journal, "file:///nowhere/first.xml", "89ab");
  presser_journal_note_saved (journal);
  g_assert_false (presser_journal_has_pending (journal));
  add_statement (document, 1, 5);
  g_assert_true (presser_journal_flush (journal, NULL));
  reading = read_as_left_behind (journal, folder);
  g_assert_cmpstr (presser_journal_reading_get_location (reading), ==, "file:///nowhere/first.xml");
  g_assert_cmpstr (presser_journal_reading_get_checksum (reading), ==, "89ab");
  g_assert_true (presser_journal_reading_has_unsaved_work (reading));
}

/* The program ended between the moment when the file got its name and the moment when the journal heard of it. */
static void
test_a_save_that_was_cut_off_is_found_on_the_disk (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) target = test_folder_get_file (folder, "saved.xml");
  g_autofree char *uri = g_file_get_uri (target);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "<TEI>new</TEI>", -1);
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (PresserJournalReading) before = NULL;
  g_autoptr (PresserJournalReading) after = NULL;

  add_statement (document, 1, 5);
  note_saving (journal, uri, checksum);
  g_assert_true (presser_journal_flush (journal, NULL));
  test_folder_put (folder, "saved.xml", "<TEI>old</TEI>");
  before = read_as_left_behind (journal, folder);
  g_assert_true (presser_journal_reading_has_unsaved_work (before));
  g_clear_object (&before);
  test_folder_put (folder, "saved.xml", "<TEI>new</TEI>");
  after = read_as_left_behind (journal, folder);
  g_assert_false (presser_journal_reading_has_unsaved_work (after));
}

static void
test_a_restored_document_goes_on_being_kept (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (PresserDocument) second = new_document ();
  g_autoptr (PresserDocument) third = new_document ();
  g_autoptr (PresserJournalReading) reading = NULL;
  g_autoptr (PresserJournalReading) again = NULL;
  g_autoptr (PresserJournal) resumed = NULL;
  g_autoptr (GError) error = NULL;
  guint n_loaded = presser_text_get_n_stored (presser_document_get_text (document));

  presser_document_replace_text (document, (PresserRange){ 1, 4 }, "Das");
  g_assert_true (presser_journal_flush (journal, NULL));
  reading = read_as_left_behind (journal, folder);
  g_assert_true (presser_journal_reading_replay (reading, second, NULL));
  resumed = presser_journal_reading_resume (reading, second);
  g_clear_object (&journal);
  presser_history_undo (presser_document_get_history (second));
  add_statement (second, 1, 4);
  g_assert_true (presser_journal_flush (resumed, &error));
  g_assert_no_error (error);
  again = read_as_left_behind (resumed, folder);
  g_assert_true (presser_journal_reading_replay (again, third, &error));
  check_same (second, third, n_loaded);
}

static void
test_typing_comes_back_as_words (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserDocument) restored = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (PresserJournalReading) reading = NULL;
  PresserHistory *history = presser_document_get_history (restored);
  guint           n_undone = 0;
  guint           i;

  for (i = 0; i < 8; i++)
    {
      char typed[] = { "well, he"[i], '\0' };

      presser_document_replace_text (document, (PresserRange){ 1 + i, 1 + i }, typed);
    }
  g_assert_true (presser_journal_flush (journal, NULL));
  reading = read_as_left_behind (journal, folder);
  g_assert_true (presser_journal_reading_replay (reading, restored, NULL));
  while (presser_history_undo (history))
    n_undone++;
  g_assert_cmpuint (n_undone, <=, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/random-work-comes-back", test_random_work_comes_back);
  g_test_add_func ("/journal/every-attribute-comes-back", test_every_attribute_comes_back);
  g_test_add_func ("/journal/nothing-is-written-before-something-is-done", test_nothing_is_written_before_something_is_done);
  g_test_add_func ("/journal/what-lies-in-no-file-is-kept-at-once", test_what_lies_in_no_file_is_kept_at_once);
  g_test_add_func ("/journal/what-was-saved-is-not-unsaved", test_what_was_saved_is_not_unsaved);
  g_test_add_func ("/journal/a-save-counts-when-both-files-are-written", test_a_save_counts_when_both_files_are_written);
  g_test_add_func ("/journal/a-save-before-the-first-step-counts", test_a_save_before_the_first_step_counts);
  g_test_add_func ("/journal/a-save-that-was-cut-off-is-found-on-the-disk", test_a_save_that_was_cut_off_is_found_on_the_disk);
  g_test_add_func ("/journal/a-restored-document-goes-on-being-kept", test_a_restored_document_goes_on_being_kept);
  g_test_add_func ("/journal/typing-comes-back-as-words", test_typing_comes_back_as_words);
  return g_test_run ();
}
