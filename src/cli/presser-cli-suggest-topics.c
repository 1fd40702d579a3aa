/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cli-suggest-topics.h"

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "presser-cli-table.h"
#include "presser-cli.h"
#include "presser-topic-proposals.h"

#define N_MOST 12

static void
add_proposal (JsonBuilder                *builder,
              const PresserTopicProposal *proposal)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "label");
  json_builder_add_string_value (builder, proposal->label);
  json_builder_set_member_name (builder, "times");
  json_builder_add_int_value (builder, proposal->n_times);
  json_builder_set_member_name (builder, "paragraphs");
  json_builder_add_int_value (builder, proposal->n_paragraphs);
  json_builder_set_member_name (builder, "first");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, proposal->first.start);
  json_builder_add_int_value (builder, proposal->first.end);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
put_json (GPtrArray  *proposals,
          const char *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  char            *line;

  json_builder_begin_array (builder);
  for (guint i = 0; i < proposals->len; i++)
    add_proposal (builder, proposals->pdata[i]);
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  line = g_strconcat (text, "\n", NULL);
  bytes = g_bytes_new_take (line, strlen (line));

  return presser_cli_put (output, bytes, TRUE);
}

static void
print_table (GPtrArray *proposals)
{
  const char *headings[] = { _ ("Topic"), _ ("Times"), _ ("Paragraphs") };
  g_autoptr (PresserCliTable) table = presser_cli_table_new (headings, G_N_ELEMENTS (headings));
  g_autoptr (GString) text = NULL;

  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserTopicProposal *proposal = proposals->pdata[i];
      g_autofree char            *times = g_strdup_printf ("%u", proposal->n_times);
      g_autofree char            *paragraphs = g_strdup_printf ("%u", proposal->n_paragraphs);
      const char                 *cells[] = { proposal->label, times, paragraphs };

      presser_cli_table_add (table, cells);
    }

  text = presser_cli_table_print (table);
  g_print ("%s", text->str);
}

gboolean
presser_cli_suggest_topics (PresserCliInput *input,
                            const char      *language,
                            const char      *output,
                            gboolean         json,
                            gboolean         accept)
{
  PresserDocument *document = presser_cli_input_get_document (input);
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserSuggestSource) source = presser_suggest_source_new (document);
  g_autoptr (GPtrArray) proposals = presser_suggest_topics (source, language, N_MOST, NULL, &error);
  guint n_added;

  if (proposals == NULL)
    {
      presser_cli_complain ("%s: %s", input->name, error->message);
      return FALSE;
    }
  if (json)
    return put_json (proposals, output);
  if (output == NULL && !accept)
    {
      print_table (proposals);
      return TRUE;
    }

  n_added = presser_suggest_add_topics (document, proposals);
  presser_cli_complain (ngettext ("%u topic was added.", "%u topics were added.", n_added), n_added);

  return presser_cli_input_save (input, output);
}
