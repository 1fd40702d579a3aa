/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-reader.h"
#include "presser-cli-table.h"
#include "presser-cli.h"
#include "presser-export-view.h"
#include "presser-filter.h"

#define N_COLUMNS 7

typedef struct
{
  PresserFilter   *filter;
  PresserCliTable *table;    /* or NULL for JSON */
  gboolean         is_first; /* nothing was printed yet */
} Listing;

/* What a thread made of one file. */
typedef struct
{
  GString   *json;  /* or */
  GPtrArray *cells; /* of char *, row by row */
} Piece;

static void
free_piece (gpointer data)
{
  Piece *piece = data;

  g_string_free (piece->json, TRUE);
  g_ptr_array_unref (piece->cells);
  g_free (piece);
}

static char *
name_topics (PresserDocument  *document,
             PresserStatement *statement)
{
  const char *const *ids = presser_statement_get_topics (statement);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, ids[i]);

      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, topic != NULL ? presser_topic_get_label (topic) : ids[i]);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_row (GPtrArray         *row_cells,
         PresserExportView *view,
         PresserStatement  *statement)
{
  PresserDocument *document = presser_export_view_get_document (view);
  const char      *speaker_id = presser_statement_get_speaker (statement);
  PresserSpeaker  *speaker = speaker_id != NULL ? presser_document_get_speaker (document, speaker_id) : NULL;
  PresserRange     extent = presser_statement_get_extent (statement);
  gboolean         is_off_record = presser_statement_get_ground_rule (statement) == PRESSER_GROUND_OFF_RECORD;
  char            *cells[N_COLUMNS] = {
               g_strdup (presser_export_view_get_source (view)->name),
               g_strdup (presser_statement_get_id (statement)),
               g_strdup_printf ("¶%u", presser_document_find_paragraph (document, extent.start) + 1),
               g_strdup (speaker != NULL ? presser_speaker_get_name (speaker) : "–"),
               name_topics (document, statement),
               g_strdup (presser_status_get_label (presser_statement_get_status (statement))),
    is_off_record ? g_strdup (_ ("(off the record)")) : presser_export_view_dup_quote (view, statement),
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    g_ptr_array_add (row_cells, cells[i]);
}

static gpointer
list_file (PresserCliInput *file,
           gpointer         work_data,
           GError         **error)
{
  g_autoptr (PresserCliInput) input = file;
  const Listing   *listing = work_data;
  Piece           *piece = g_new0 (Piece, 1);
  PresserDocument *document = presser_cli_input_get_document (input);
  g_autoptr (GPtrArray) statements = presser_filter_dup_matches (listing->filter, document);
  const PresserExportSource source = { document, input->name, statements };
  g_autoptr (PresserExportView) view = NULL;

  piece->json = g_string_new (NULL);
  piece->cells = g_ptr_array_new_with_free_func (g_free);
  if (listing->table == NULL)
    {
      presser_export_append_list (piece->json, &source);
      return piece;
    }
  view = presser_export_view_new (&source);
  for (guint i = 0; i < statements->len; i++)
    add_row (piece->cells, view, statements->pdata[i]);

  return piece;
}

static gboolean
put (GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return presser_cli_put (NULL, bytes, FALSE);
}

static gboolean
print_piece (Listing     *listing,
             const Piece *piece)
{
  GString *text = NULL;

  for (guint i = 0; i < piece->cells->len; i += N_COLUMNS)
    presser_cli_table_add (listing->table, (const char *const *) piece->cells->pdata + i);
  if (listing->table != NULL)
    return !presser_cli_table_is_due (listing->table) || put (presser_cli_table_print (listing->table));
  if (piece->json->len == 0)
    return TRUE;

  text = g_string_new (listing->is_first ? NULL : ",");
  g_string_append_len (text, piece->json->str, piece->json->len);
  listing->is_first = FALSE;
  return put (text);
}

/* Printed as it is read, so that a thousand files need no more memory than a few. */
static int
list_files (Listing   *listing,
            GPtrArray *paths)
{
  g_autoptr (PresserCliReader) reader = presser_cli_reader_new (paths, list_file, listing, free_piece);
  gboolean is_well = listing->table != NULL || put (g_string_new ("["));
  Piece   *piece = NULL;

  while (is_well && (piece = presser_cli_reader_next (reader)) != NULL)
    {
      is_well = print_piece (listing, piece);
      free_piece (piece);
    }
  if (is_well)
    is_well = put (listing->table != NULL ? presser_cli_table_print (listing->table) : g_string_new ("\n]\n"));

  return is_well ? presser_cli_reader_get_status (reader) : PRESSER_CLI_BAD_INPUT;
}

int
presser_cli_list (int    argc,
                  char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *query = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to print: table or json"), N_ ("FORMAT") },
    { "query", 'q', 0, G_OPTION_ARG_STRING, &query, N_ ("Only statements that match"), N_ ("QUERY") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };
  const char *const headings[N_COLUMNS] = {
    _ ("Document"), _ ("Id"), _ ("Place"), _ ("Speaker"), _ ("Topics"), _ ("Status"), _ ("Quote")
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserFilter) filter = NULL;
  g_autoptr (PresserCliTable) table = NULL;
  Listing listing;

  if (!presser_cli_parse (_ ("FILE… [QUERY]"), _ ("Lists statements, for example those of one speaker on one topic: 'speaker:lavrov topic:cis'."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;

  presser_cli_split_query (arguments, paths, &query);
  if (paths->len == 0)
    return presser_cli_misuse (_ ("“list” takes one or more files."));
  if (format != NULL && strcmp (format, "table") != 0 && strcmp (format, "json") != 0)
    return presser_cli_misuse (_ ("“list” prints as table or json, not as “%s”."), format);

  filter = presser_filter_new (query != NULL ? query : "", &error);
  if (filter == NULL)
    return presser_cli_misuse ("%s", error->message);

  if (format == NULL || strcmp (format, "table") == 0)
    table = presser_cli_table_new (headings, N_COLUMNS);

  listing = (Listing){ filter, table, TRUE };
  return list_files (&listing, paths);
}
