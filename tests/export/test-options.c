/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user may choose about a format, and what is shown before anything is written. */

#include <string.h>

#include <gio/gio.h>

#include "export-fixture.h"

typedef struct
{
  PresserDocument    *document;
  GPtrArray          *statements;
  PresserExportSource source;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = export_fixture_new ();
  fixture->statements = export_fixture_select (fixture->document);
  fixture->source = (PresserExportSource){ fixture->document, "briefing.xml", fixture->statements };
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->document);
  g_ptr_array_unref (fixture->statements);
}

static char *
write_text (Fixture                    *fixture,
            const char                 *id,
            const PresserExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = presser_exporter_write (presser_exporter_find (id), &fixture->source, 1, options, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_columns_in_the_order_asked_for (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (GArray) columns = presser_columns_parse ("speaker, id", NULL);
  const PresserExportOptions options = { .columns = (const PresserColumn *) (gpointer) columns->data, .n_columns = columns->len };
  g_autofree char           *table = write_text (fixture, "csv", &options);

  g_assert_true (g_str_has_prefix (table, "speaker,id\nMarta Lund,s1\nMarta Lund,s2\n"));
}

static void
test_unknown_columns_are_refused (void)
{
  static const char *const wrong[] = { "quote,nonsense", "quote,quote", "", "," };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (presser_columns_parse (wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_topics_stand_together (Fixture      *fixture,
                            gconstpointer data)
{
  const PresserColumn        columns[] = { PRESSER_COLUMN_ID };
  const PresserExportOptions table_options = { columns, 1, PRESSER_GROUP_BY_TOPIC, NULL };
  const PresserExportOptions options = { .grouping = PRESSER_GROUP_BY_TOPIC };
  g_autofree char           *table = write_text (fixture, "csv", &table_options);
  g_autofree char           *text = write_text (fixture, "txt", &options);
  const char                *parent = strstr (text, "\nMoney & tolls\n");
  const char                *child = strstr (text, "\nMoney & tolls › Tolls\n");

  /* In a table each statement stands once, among those of its first topic in the list. */
  g_assert_cmpstr (table, ==, "id\ns1\ns4\ns2\ns7\ns3\ns5\ns6\ns9\ns11\ns12\n");
  g_assert_true (parent != NULL && parent < child);
  g_assert_nonnull (strstr (child, "=SUM(1,2)"));
  g_assert_true (strstr (parent, "=SUM(1,2)") < child);
}

static void
test_nobody_comes_last (Fixture      *fixture,
                        gconstpointer data)
{
  const PresserExportOptions options = { .grouping = PRESSER_GROUP_BY_SPEAKER };
  g_autofree char           *text = write_text (fixture, "txt", &options);
  const char                *nobody = strstr (text, "\nUnattributed\n");

  g_assert_nonnull (nobody);
  g_assert_nonnull (strstr (nobody, "the tunnel leaks"));
  g_assert_null (strstr (nobody, "\nMarta Lund\n"));
}

static void
test_template (gconstpointer data)
{
  const char *const *strings = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserQuoteTemplate) quote_template = presser_quote_template_new (strings[0], &error);
  const char *values[PRESSER_N_COLUMNS] = {
    [PRESSER_COLUMN_QUOTE] = "No toll",
    [PRESSER_COLUMN_SPEAKER] = "Marta Lund",
    [PRESSER_COLUMN_DATE] = "2026-03-14",
  };
  g_autofree char *filled = NULL;

  g_assert_no_error (error);
  filled = presser_quote_template_fill (quote_template, values);
  g_assert_cmpstr (filled, ==, strings[1]);
}

static const char *const templates[][2] = {
  { "“{quote}” — {speaker}, {date}", "“No toll” — Marta Lund, 2026-03-14" },
  { "“{quote}” — {speaker}, {role}, {date}", "“No toll” — Marta Lund, 2026-03-14" },
  { "“{quote}” — {speaker} ({role}), {date}", "“No toll” — Marta Lund, 2026-03-14" },
  { "“{quote}” — {speaker}, {date} ({role}).", "“No toll” — Marta Lund, 2026-03-14." },
  { "- {role}: “{quote}”", "- “No toll”" },
  { "{role} {place} {quote}", "No toll" },
  { "{{{QUOTE}}}\\t{speaker}\\n", "{No toll}\tMarta Lund\n" },
  { "{quote} \\\\ {speaker} 50 }", "No toll \\ Marta Lund 50 }" },
};

static void
test_broken_templates_are_refused (void)
{
  static const char *const wrong[] = { "“{quotation}”", "{quote", "no field", "", "{}", "{quote}{" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (presser_quote_template_new (wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_template_writes_a_statement_a_line (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (PresserQuoteTemplate) quote_template = presser_quote_template_new ("{id}: {speaker}", NULL);
  const PresserExportOptions options = { .quote_template = quote_template };
  g_autofree char           *text = write_text (fixture, "txt", &options);

  /* s5 has no speaker, s7 spoke on background, s11 on deep background. */
  g_assert_cmpstr (text, ==,
                   "s1: Marta Lund\ns2: Marta Lund\ns3: Marta Lund\ns4: Marta Lund\ns5\ns6: Marta Lund\ns7: senior official\n"
                   "s9: Marta Lund\ns11\ns12: Marta Lund\n");
}

static void
test_preview (Fixture      *fixture,
              gconstpointer data)
{
  const PresserExporter *const *exporters = presser_exporters_get ();

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *preview = presser_exporter_dup_preview (exporters[i], &fixture->source, 1, NULL, 3, 20, &error);
      g_auto (GStrv) lines = NULL;

      g_assert_no_error (error);
      lines = g_strsplit (preview, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), >, 1);
      g_assert_cmpuint (g_strv_length (lines), <=, 21);
      g_assert_true (g_utf8_validate (preview, -1, NULL));
      g_assert_false (g_str_has_prefix (preview, "\xEF\xBB\xBF"));
      g_assert_null (strstr (preview, FIXTURE_OFF_RECORD));
    }
}

static void
test_losses_are_known_before (Fixture      *fixture,
                              gconstpointer data)
{
  const PresserExporter *const *exporters = presser_exporters_get ();

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) before = presser_exporter_dup_losses (exporters[i], &fixture->source, 1, NULL);
      g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = presser_exporter_write (exporters[i], &fixture->source, 1, NULL, losses, NULL);

      g_assert_nonnull (bytes);
      g_assert_cmpuint (before->len, ==, losses->len);
      for (guint j = 0; j < losses->len; j++)
        g_assert_cmpstr (before->pdata[j], ==, losses->pdata[j]);
    }
}

static void
assert_chosen (Fixture              *fixture,
               PresserExportStatuses statuses,
               guint                 n_expected)
{
  const PresserExportChoice choice = { NULL, statuses, FALSE };
  g_autoptr (GPtrArray) chosen = presser_export_choose (fixture->document, &choice, NULL, NULL);

  g_assert_cmpuint (chosen->len, ==, n_expected);
}

static void
test_statuses (Fixture      *fixture,
               gconstpointer data)
{
  assert_chosen (fixture, PRESSER_EXPORT_FINISHED, 1);
  assert_chosen (fixture, PRESSER_EXPORT_VERIFIED, 1);
  assert_chosen (fixture, PRESSER_EXPORT_TAGGED, 10);
  assert_chosen (fixture, PRESSER_EXPORT_ALL, 11);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/options/columns-in-the-order-asked-for", test_columns_in_the_order_asked_for);
  g_test_add_func ("/options/unknown-columns-are-refused", test_unknown_columns_are_refused);
  ADD ("/options/topics-stand-together", test_topics_stand_together);
  ADD ("/options/nobody-comes-last", test_nobody_comes_last);
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/options/template-%u", i);

      g_test_add_data_func (path, templates[i], test_template);
    }
  g_test_add_func ("/options/broken-templates-are-refused", test_broken_templates_are_refused);
  ADD ("/options/template-writes-a-statement-a-line", test_template_writes_a_statement_a_line);
  ADD ("/options/preview-is-short-text", test_preview);
  ADD ("/options/losses-are-known-before", test_losses_are_known_before);
  ADD ("/options/statuses", test_statuses);

  return g_test_run ();
}
