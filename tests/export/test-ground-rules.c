/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is off the record never leaves: tried on every format, with selections that a careless caller could make. */

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "export-fixture.h"

static GPtrArray *
dup_all (PresserDocument *document)
{
  GListModel *model = presser_document_get_statements (document);
  GPtrArray  *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (all, g_list_model_get_item (model, i));
  return all;
}

static gboolean
holds (GBytes     *bytes,
       const char *words)
{
  gsize       size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strstr_len (data, size, words) != NULL;
}

static void
assert_unpacked_silent (GBytes     *bytes,
                        const char *words);

/* Also in what is packed. */
static void
assert_silent (GBytes     *bytes,
               const char *words)
{
  /* The end of the words as well: another statement overlaps the last of them. */
  g_assert_false (holds (bytes, words));
  g_assert_false (holds (bytes, strrchr (words, ' ') + 1));
  if (holds (bytes, "PK\x03\x04"))
    assert_unpacked_silent (bytes, words);
}

static void
assert_unpacked_silent (GBytes     *bytes,
                        const char *words)
{
  struct archive       *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  guint                 n_members = 0;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autoptr (GByteArray) content = g_byte_array_new ();
      g_autoptr (GBytes) member = NULL;
      guint8     block[4096];
      la_ssize_t n_read = 0;

      while ((n_read = archive_read_data (archive, block, sizeof block)) > 0)
        g_byte_array_append (content, block, n_read);
      member = g_byte_array_free_to_bytes (g_steal_pointer (&content));
      assert_silent (member, words);
      n_members++;
    }
  archive_read_free (archive);
  g_assert_cmpuint (n_members, >, 0);
}

static void
check_format (const PresserExporter     *exporter,
              const PresserExportSource *source,
              const char                *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = presser_exporter_write (exporter, source, 1, NULL, NULL, &error);
  g_autoptr (GPtrArray) files = presser_exporter_write_files (exporter, source, 1, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_silent (bytes, words);
  for (guint i = 0; files != NULL && i < files->len; i++)
    assert_silent (((PresserExportFile *) files->pdata[i])->bytes, words);
}

static void
test_off_the_record_never_leaves (gconstpointer data)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) all = dup_all (document);
  const PresserExportSource source = { document, "briefing.xml", all };

  check_format (data, &source, FIXTURE_OFF_RECORD);
}

static void
test_embargoed_stays_unless_asked_for (gconstpointer data)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) chosen = export_fixture_select (document);
  const PresserExportSource source = { document, "briefing.xml", chosen };

  check_format (data, &source, FIXTURE_EMBARGOED);
}

static void
test_list_withholds_words (void)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) all = dup_all (document);
  const PresserExportSource source = { document, "briefing.xml", all };
  g_autoptr (GString) json = g_string_new (NULL);

  presser_export_append_list (json, &source);
  g_assert_nonnull (strstr (json->str, "\"id\":\"s8\""));
  g_assert_null (strstr (json->str, FIXTURE_OFF_RECORD));
}

static void
test_background_hides_the_name (void)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) chosen = presser_export_select (document, "rule:background status:draft", FALSE, NULL, NULL);
  const PresserExportSource source = { document, "briefing.xml", chosen };
  const char *const         ids[] = { "csv", "tsv", "csv-excel", "json", "txt", "md" };

  g_assert_cmpuint (chosen->len, >=, 1);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GBytes) bytes = presser_exporter_write (presser_exporter_find (ids[i]), &source, 1, NULL, NULL, NULL);

      g_assert_true (holds (bytes, "senior official"));
      g_assert_false (holds (bytes, "Falk"));
      g_assert_false (holds (bytes, "p.falk"));
    }
}

static gboolean
is_chosen (GPtrArray  *chosen,
           const char *id)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_str_equal (presser_statement_get_id (chosen->pdata[i]), id))
      return TRUE;
  return FALSE;
}

static void
test_select_tells_what_stays (void)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) held_back = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) chosen = presser_export_select (document, NULL, FALSE, held_back, NULL);

  /* One is verified, so it goes alone; off the record, embargoed, drafts and suggestions each have a sentence. */
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_true (is_chosen (chosen, "s1"));
  g_assert_cmpuint (held_back->len, ==, 4);
}

static void
test_select_follows_the_query (void)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) drafts = presser_export_select (document, "status:draft", FALSE, NULL, NULL);
  g_autoptr (GPtrArray) suggested = presser_export_select (document, "status:suggested", FALSE, NULL, NULL);
  g_autoptr (GPtrArray) others = presser_export_select (document, "-status:verified", FALSE, NULL, NULL);
  g_autoptr (GPtrArray) broken = presser_export_select (document, "status:draft", TRUE, NULL, NULL);

  g_assert_false (is_chosen (drafts, "s1"));
  g_assert_false (is_chosen (drafts, "s10"));
  g_assert_true (is_chosen (drafts, "s12"));
  g_assert_true (is_chosen (suggested, "s13"));
  g_assert_false (is_chosen (others, "s13"));
  g_assert_true (is_chosen (broken, "s10"));
  g_assert_false (is_chosen (broken, "s8"));
}

static void
test_select_refuses_a_broken_query (void)
{
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chosen = presser_export_select (document, "status:nonsense", FALSE, NULL, &error);

  g_assert_null (chosen);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  const PresserExporter *const *exporters = presser_exporters_get ();

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autofree char *off = g_strdup_printf ("/ground-rules/off-the-record-never-leaves-as-%s", exporters[i]->id);
      g_autofree char *held = g_strdup_printf ("/ground-rules/embargoed-stays-in-%s", exporters[i]->id);

      g_test_add_data_func (off, exporters[i], test_off_the_record_never_leaves);
      g_test_add_data_func (held, exporters[i], test_embargoed_stays_unless_asked_for);
    }
  g_test_add_func ("/ground-rules/list-withholds-words", test_list_withholds_words);
  g_test_add_func ("/ground-rules/background-hides-the-name", test_background_hides_the_name);
  g_test_add_func ("/export/select-tells-what-stays", test_select_tells_what_stays);
  g_test_add_func ("/export/select-follows-the-query", test_select_follows_the_query);
  g_test_add_func ("/export/select-refuses-a-broken-query", test_select_refuses_a_broken_query);

  return g_test_run ();
}
