/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every format against a file that was looked at by people and read by the program that it is for. */

#include "export-fixture.h"

static const char *const read_back_ids[] = { "docx", "parlamint", "qdpx", "sqlite", "tei", "tei-standoff", "xlsx", NULL };

static void
assert_files (const PresserExporter *exporter,
              GPtrArray             *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      PresserExportFile *file = files->pdata[i];
      g_autofree char   *name = g_strdup_printf ("briefing.%s.%s", exporter->id, file->name);

      export_fixture_assert_golden (name, file->bytes);
    }
}

static void
test_golden (gconstpointer data)
{
  const PresserExporter *exporter = data;
  g_autoptr (PresserDocument) document = export_fixture_new ();
  g_autoptr (GPtrArray) statements = export_fixture_select (document);
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  const PresserExportSource source = { document, "briefing.xml", statements };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (statements->len, >, 8);
  if (!(exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER))
    {
      g_autofree char *name = g_strdup_printf ("briefing.%s.%s", exporter->id, exporter->extension);
      g_autoptr (GBytes) bytes = presser_exporter_write (exporter, &source, 1, NULL, losses, &error);

      g_assert_no_error (error);
      export_fixture_assert_golden (name, bytes);
    }
  else
    {
      g_autoptr (GPtrArray) files = presser_exporter_write_files (exporter, &source, 1, NULL, losses, &error);

      g_assert_no_error (error);
      assert_files (exporter, files);
    }
}

int
main (int    argc,
      char **argv)
{
  const PresserExporter *const *exporters = presser_exporters_get ();

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autofree char *path = NULL;

      /* Their bytes are the business of whoever packs or saves them; test-binary.c reads them back. */
      if (g_strv_contains (read_back_ids, exporters[i]->id))
        continue;
      path = g_strdup_printf ("/export/%s-is-as-agreed", exporters[i]->id);

      g_test_add_data_func (path, exporters[i], test_golden);
    }
  return g_test_run ();
}
