/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-input.h"
#include "presser-cli-table.h"
#include "presser-cli.h"
#include "presser-export-view.h"
#include "presser-filter.h"

typedef struct
{
  PresserFilter   *filter;
  PresserCliTable *table; /* or NULL for JSON */
  GString         *json;
} Listing;

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
add_to_table (PresserCliTable   *table,
              PresserExportView *view,
              PresserStatement  *statement)
{
  PresserDocument *document = presser_export_view_get_document (view);
  const char      *speaker_id = presser_statement_get_speaker (statement);
  PresserSpeaker  *speaker = speaker_id != NULL ? presser_document_get_speaker (document, speaker_id) : NULL;
  PresserRange     extent = presser_statement_get_extent (statement);
  g_autofree char *place = g_strdup_printf ("¶%u", presser_document_find_paragraph (document, extent.start) + 1);
  g_autofree char *topics = name_topics (document, statement);
  g_autofree char *quote = presser_statement_get_ground_rule (statement) == PRESSER_GROUND_OFF_RECORD
                               ? g_strdup (_ ("(off the record)"))
                               : presser_export_view_dup_quote (view, statement);
  const char      *cells[] = {
         presser_export_view_get_source (view)->name,
         presser_statement_get_id (statement),
         place,
    speaker != NULL ? presser_speaker_get_name (speaker) : "–",
         topics,
         presser_status_get_label (presser_statement_get_status (statement)),
         quote,
  };

  presser_cli_table_add (table, cells);
}

static gboolean
list_statements (PresserCliInput *input,
                 gpointer         user_data,
                 GError         **error)
{
  Listing         *listing = user_data;
  PresserDocument *document = presser_cli_input_get_document (input);
  g_autoptr (GPtrArray) statements = presser_filter_dup_matches (listing->filter, document);
  const PresserExportSource source = { document, input->name, statements };
  g_autoptr (PresserExportView) view = NULL;

  if (listing->table == NULL)
    {
      presser_export_append_list (listing->json, &source);
      return TRUE;
    }

  view = presser_export_view_new (&source);
  for (guint i = 0; i < statements->len; i++)
    add_to_table (listing->table, view, g_ptr_array_index (statements, i));

  return TRUE;
}

static int
list_files (Listing   *listing,
            GPtrArray *paths)
{
  GString *output;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) files = presser_cli_expand_folders (paths);
  int status = presser_cli_visit (files, list_statements, listing);

  if (listing->table != NULL)
    output = presser_cli_table_print (listing->table);
  else
    {
      output = g_string_new ("[");
      g_string_append_len (output, listing->json->str, listing->json->len);
      g_string_append (output, "\n]\n");
    }

  bytes = g_string_free_to_bytes (output);
  return presser_cli_put (NULL, bytes, FALSE) ? status : PRESSER_CLI_BAD_INPUT;
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
  const char *const headings[] = {
    _ ("Document"), _ ("Id"), _ ("Place"), _ ("Speaker"), _ ("Topics"), _ ("Status"), _ ("Quote")
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserFilter) filter = NULL;
  g_autoptr (PresserCliTable) table = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
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
    table = presser_cli_table_new (headings, G_N_ELEMENTS (headings));

  listing = (Listing){ filter, table, json };
  return list_files (&listing, paths);
}
