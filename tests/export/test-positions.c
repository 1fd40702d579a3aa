/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In every format that has them, the text cut at the positions is what the format says stands there. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "export-fixture.h"

static JsonNode *
parse (const char *text,
       gssize      length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, length, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

static char *
cut (const char *text,
     gint64      start,
     gint64      end)
{
  g_assert_cmpint (start, <, end);
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));

  return g_utf8_substring (text, start, end);
}

typedef struct
{
  PresserDocument *document;
  GPtrArray       *statements;
  char            *text; /* of the line-based formats: as they write it */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = export_fixture_new ();
  fixture->statements = export_fixture_select (fixture->document);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->document);
  g_ptr_array_unref (fixture->statements);
  g_free (fixture->text);
}

static JsonNode *
write_line (Fixture    *fixture,
            const char *id)
{
  const PresserExportSource source = { fixture->document, "briefing.xml", fixture->statements };
  g_autoptr (GBytes) bytes = presser_exporter_write (presser_exporter_find (id), &source, 1, NULL, NULL, NULL);
  gsize       size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonNode   *node = parse (data, size);

  if (JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "text"))
    fixture->text = g_strdup (json_object_get_string_member (json_node_get_object (node), "text"));
  return node;
}

/* The words of each statement, by id, as the document has them. */
static void
assert_is_part (Fixture    *fixture,
                const char *id,
                const char *words)
{
  PresserStatement   *statement = presser_document_get_statement (fixture->document, id);
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  gboolean            found = FALSE;

  for (guint i = 0; i < n_ranges; i++)
    {
      g_autofree char *part = presser_text_dup_slice (presser_document_get_text (fixture->document), ranges[i]);

      found |= g_str_equal (part, words);
    }
  g_assert_true (found || strstr (words, "█") != NULL);
}

static void
test_spans (Fixture      *fixture,
            gconstpointer format)
{
  g_autoptr (JsonNode) node = write_line (fixture, format);
  JsonArray  *spans = json_object_get_array_member (json_node_get_object (node), "spans");
  const char *key = g_str_equal (format, "spacy") ? "statement" : "id";

  g_assert_cmpuint (json_array_get_length (spans), >, 8);
  for (guint i = 0; i < json_array_get_length (spans); i++)
    {
      JsonObject      *span = json_array_get_object_element (spans, i);
      g_autofree char *words = cut (fixture->text, json_object_get_int_member (span, "start"),
                                    json_object_get_int_member (span, "end"));

      assert_is_part (fixture, json_object_get_string_member (span, key), words);
    }
}

static void
test_web_annotation (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (JsonNode) spans = write_line (fixture, "jsonl");
  g_autoptr (JsonNode) node = write_line (fixture, "webannotation");
  JsonArray *items = json_object_get_array_member (json_node_get_object (node), "items");

  g_assert_cmpuint (json_array_get_length (items), ==, fixture->statements->len);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonArray *targets = json_object_get_array_member (json_array_get_object_element (items, i), "target");

      for (guint j = 0; j < json_array_get_length (targets); j++)
        {
          JsonArray       *selectors = json_object_get_array_member (json_array_get_object_element (targets, j), "selector");
          JsonObject      *quote = json_array_get_object_element (selectors, 0);
          JsonObject      *position = json_array_get_object_element (selectors, 1);
          g_autofree char *words = cut (fixture->text, json_object_get_int_member (position, "start"),
                                        json_object_get_int_member (position, "end"));

          g_assert_cmpstr (words, ==, json_object_get_string_member (quote, "exact"));
        }
    }
}

static GBytes *
find_file (GPtrArray  *files,
           const char *suffix)
{
  for (guint i = 0; i < files->len; i++)
    {
      PresserExportFile *file = files->pdata[i];

      if (g_str_has_suffix (file->name, suffix))
        return file->bytes;
    }
  g_assert_not_reached ();
}

static void
assert_brat_line (const char *text,
                  const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 3);
  g_auto (GStrv) places = g_strsplit (strchr (columns[1], ' ') + 1, ";", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; places[i] != NULL; i++)
    {
      g_auto (GStrv) edges = g_strsplit (places[i], " ", 2);
      g_autofree char *part = cut (text, g_ascii_strtoll (edges[0], NULL, 10), g_ascii_strtoll (edges[1], NULL, 10));

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", part);
    }
  g_assert_cmpstr (words->str, ==, columns[2]);
  g_assert_null (strpbrk (columns[2], "\t"));
}

static void
test_brat (Fixture      *fixture,
           gconstpointer data)
{
  const PresserExportSource source = { fixture->document, "briefing.xml", fixture->statements };
  g_autoptr (GPtrArray) files = presser_exporter_write_files (presser_exporter_find ("brat"), &source, 1, NULL, NULL, NULL);
  GBytes          *text_bytes = find_file (files, ".txt");
  GBytes          *line_bytes = find_file (files, ".ann");
  g_autofree char *text = g_strndup (g_bytes_get_data (text_bytes, NULL), g_bytes_get_size (text_bytes));
  g_autofree char *all = g_strndup (g_bytes_get_data (line_bytes, NULL), g_bytes_get_size (line_bytes));
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] != 'T')
        continue;
      assert_brat_line (text, lines[i]);
      n_lines++;
    }
  g_assert_cmpuint (n_lines, ==, fixture->statements->len);
}

static void
test_conll (Fixture      *fixture,
            gconstpointer data)
{
  const PresserExportSource source = { fixture->document, "briefing.xml", fixture->statements };
  g_autoptr (JsonNode) spans = write_line (fixture, "jsonl");
  g_autoptr (GBytes) bytes = presser_exporter_write (presser_exporter_find ("conll"), &source, 1, NULL, NULL, NULL);
  g_autofree char *all = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autofree char *token = NULL;

      if (lines[i][0] == '\0' || g_str_equal (columns[0], "-DOCSTART-"))
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 6);
      token = cut (fixture->text, g_ascii_strtoll (columns[1], NULL, 10), g_ascii_strtoll (columns[2], NULL, 10));
      g_assert_cmpstr (token, ==, columns[0]);
    }
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/positions/json-lines", "jsonl", test_spans);
  ADD ("/positions/spacy", "spacy", test_spans);
  ADD ("/positions/web-annotation", NULL, test_web_annotation);
  ADD ("/positions/brat", NULL, test_brat);
  ADD ("/positions/conll", NULL, test_conll);

  return g_test_run ();
}
