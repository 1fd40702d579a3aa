/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Formats whose bytes depend on the library that makes them: read back instead of compared. */

#include <string.h>

#include "export-fixture.h"
#include "presser-tei-file.h"

#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif
#include <archive.h>
#include <archive_entry.h>

static GPtrArray *
dup_all (PresserDocument *document)
{
  GListModel *model = presser_document_get_statements (document);
  GPtrArray  *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (all, g_list_model_get_item (model, i));
  return all;
}

static GBytes *
write_fixture (const char *id)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) all = dup_all (document);
  const PresserExportSource source = { document, "briefing.xml", all };
  const PresserExporter    *exporter = presser_exporter_find (id);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  g_assert_nonnull (exporter);
  bytes = presser_exporter_write (exporter, &source, 1, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

#ifdef HAVE_SQLITE
static char *
ask (sqlite3    *database,
     const char *question)
{
  sqlite3_stmt *statement = NULL;
  char         *answer = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, question, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return answer;
}

static void
test_sqlite_answers (void)
{
  static const struct
  {
    const char *question;
    const char *answer;
  } cases[] = {
    { "PRAGMA integrity_check", "ok" },
    { "SELECT count(*) FROM pragma_foreign_key_check", "0" },
    { "SELECT quote FROM statements WHERE id = 's1'", "=SUM(1,2) is what they \"call\" a toll." },
    { "SELECT count(*) FROM statements WHERE speaker = 'p.lund' AND id IN (SELECT statement FROM statement_topics WHERE topic = 't.tolls')", "2" },
    { "SELECT group_concat(start || '-' || end) FROM ranges WHERE statement = 's4'", "187-201,221-240" },
    { "SELECT credit FROM statements WHERE id = 's7'", "senior official" },
    { "SELECT typeof(start) FROM statements LIMIT 1", "integer" },
    { "SELECT count(*) FROM statements WHERE id = 's8'", "0" },
    /* The text cut by the database's own unit is the quote. */
    { "SELECT count(*) FROM statements s JOIN documents d USING (document) WHERE (SELECT count(*) FROM ranges r WHERE r.statement = s.id) = 1"
      " AND replace(substr(d.text, s.start + 1, s.end - s.start), char(10), ' ') <> s.quote",
      "0" },
  };
  g_autoptr (GBytes) bytes = write_fixture ("sqlite");
  gsize                size = 0;
  const unsigned char *data = g_bytes_get_data (bytes, &size);
  unsigned char       *copy = sqlite3_malloc64 (size);
  sqlite3             *database = NULL;

  memcpy (copy, data, size);
  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_deserialize (database, "main", copy, size, size, SQLITE_DESERIALIZE_FREEONCLOSE), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = ask (database, cases[i].question);

      g_assert_cmpstr (answer, ==, cases[i].answer);
    }
  sqlite3_close (database);
}
#endif

/* What the archive holds under names that end in @suffix, one after the other. */
static GString *
unpack (GBytes     *bytes,
        const char *suffix)
{
  GString              *content = g_string_new (NULL);
  gsize                 size = 0;
  const void           *data = g_bytes_get_data (bytes, &size);
  struct archive       *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  char                  block[4096];

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, data, size), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      la_ssize_t n_read = 0;

      if (!g_str_has_suffix (archive_entry_pathname (entry), suffix))
        continue;
      while ((n_read = archive_read_data (archive, block, sizeof block)) > 0)
        g_string_append_len (content, block, n_read);
    }
  archive_read_free (archive);

  return content;
}

/* The text of an attribute of the element that starts at @element. */
static char *
dup_attribute (const char *element,
               const char *name)
{
  g_autofree char *key = g_strdup_printf (" %s=\"", name);
  const char      *start = strstr (element, key) + strlen (key);

  return g_strndup (start, strchr (start, '"') - start);
}

static void
test_project_is_as_agreed (void)
{
  g_autoptr (GBytes) bytes = write_fixture ("qdpx");
  g_autoptr (GString) project = unpack (bytes, "project.qde");
  g_autoptr (GString) text = unpack (bytes, ".txt");
  g_autoptr (GBytes) golden = g_bytes_new (project->str, project->len);
  guint n_selections = 0;

  export_fixture_assert_golden ("briefing.qdpx.project.qde", golden);
  g_assert_null (strstr (text->str, FIXTURE_OFF_RECORD));
  for (const char *element = strstr (project->str, "<PlainTextSelection"); element != NULL; element = strstr (element + 1, "<PlainTextSelection"))
    {
      g_autofree char *start = dup_attribute (element, "startPosition");
      g_autofree char *end = dup_attribute (element, "endPosition");
      g_autofree char *name = dup_attribute (element, "name");
      g_autofree char *words = g_utf8_substring (text->str, g_ascii_strtoll (start, NULL, 10), g_ascii_strtoll (end, NULL, 10));
      g_autofree char *escaped = g_markup_escape_text (g_strdelimit (words, "\n\t", ' '), -1);

      g_assert_cmpstr (escaped, ==, name);
      n_selections++;
    }
  g_assert_cmpuint (n_selections, >, 9);
}

static void
test_word_document_is_as_agreed (void)
{
  g_autoptr (GBytes) bytes = write_fixture ("docx");
  g_autoptr (GString) document = unpack (bytes, "word/document.xml");
  g_autoptr (GString) comments = unpack (bytes, "word/comments.xml");
  g_autoptr (GBytes) golden = g_bytes_new (document->str, document->len);

  export_fixture_assert_golden ("briefing.docx.document.xml", golden);
  g_assert_nonnull (strstr (comments->str, "Check; &quot;really&quot;?"));
  g_assert_null (strstr (document->str, FIXTURE_OFF_RECORD));
}

/* Places, people and topics are those of the document; only who must not be named is somebody else. */
static void
test_tei_reads_the_same (gconstpointer format)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GBytes) bytes = write_fixture (format);
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "briefing.xml", &error);
  GListModel *statements = NULL;

  g_assert_no_error (error);
  statements = presser_document_get_statements (presser_tei_file_get_document (file));
  g_assert_cmpuint (g_list_model_get_n_items (statements), ==, 12);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) back = g_list_model_get_item (statements, i);
      PresserStatement *statement = presser_document_get_statement (document, presser_statement_get_id (back));
      gboolean          is_protected = presser_statement_get_ground_rule (statement) == PRESSER_GROUND_BACKGROUND
                              || presser_statement_get_ground_rule (statement) == PRESSER_GROUND_DEEP_BACKGROUND;
      PresserRange extent = presser_statement_get_extent (statement);

      g_assert_cmpuint (presser_statement_get_extent (back).start, ==, extent.start);
      g_assert_cmpuint (presser_statement_get_extent (back).end, ==, extent.end);
      g_assert_cmpint (presser_statement_get_kind (back), ==, presser_statement_get_kind (statement));
      g_assert_cmpint (presser_statement_get_status (back), ==, presser_statement_get_status (statement));
      g_assert_cmpint (presser_statement_get_ground_rule (back), ==, presser_statement_get_ground_rule (statement));
      g_assert_cmpint (presser_statement_get_made (back), ==, presser_statement_get_made (statement));
      if (!is_protected)
        g_assert_cmpstr (presser_statement_get_speaker (back), ==, presser_statement_get_speaker (statement));
      else
        g_assert_cmpstr (presser_statement_get_speaker (back), !=, "p.falk");
    }
}

#ifdef HAVE_XLSXWRITER
static void
test_workbook_holds_words (void)
{
  g_autoptr (GBytes) bytes = write_fixture ("xlsx");
  g_autoptr (GString) content = unpack (bytes, ".xml");

  g_assert_nonnull (strstr (content->str, "=SUM(1,2) is what they \"call\" a toll."));
  g_assert_null (strstr (content->str, "<f>"));
  g_assert_nonnull (strstr (content->str, "لن ترتفع الرسوم قبل ٢٠٣٠."));
  g_assert_nonnull (strstr (content->str, "Money &amp; tolls"));
  g_assert_nonnull (strstr (content->str, "senior official"));
  g_assert_nonnull (strstr (content->str, "<v>112</v>"));
  g_assert_null (strstr (content->str, "harbour"));
}
#endif

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/export/tei-reads-the-same", "tei", test_tei_reads_the_same);
  g_test_add_data_func ("/export/stand-off-reads-the-same", "tei-standoff", test_tei_reads_the_same);
  g_test_add_func ("/export/project-is-as-agreed", test_project_is_as_agreed);
  g_test_add_func ("/export/word-document-is-as-agreed", test_word_document_is_as_agreed);
#ifdef HAVE_SQLITE
  g_test_add_func ("/export/sqlite-answers", test_sqlite_answers);
#endif
#ifdef HAVE_XLSXWRITER
  g_test_add_func ("/export/workbook-holds-words", test_workbook_holds_words);
#endif
  return g_test_run ();
}
