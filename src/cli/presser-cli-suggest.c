/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "presser-accept.h"
#include "presser-cli-input.h"
#include "presser-cli-suggest-topics.h"
#include "presser-cli-table.h"
#include "presser-cli.h"
#include "presser-suggest-lines.h"

typedef struct
{
  char    *output;
  char    *only;
  char    *language;
  gboolean accept;
  gboolean json;
  gboolean lines;
  gboolean partial;
  gboolean indirect;
  gboolean no_indirect;
  gboolean new_topics;
  char   **files;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->output);
  g_free (options->only);
  g_free (options->language);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* FALSE if --only names nothing that is known. */
static gboolean
read_wishes (const Options         *options,
             PresserSuggestOptions *wishes)
{
  *wishes = (PresserSuggestOptions){ .language = options->language, .with_partial = options->partial };
  wishes->with_indirect = options->lines ? options->indirect : !options->no_indirect;

  if (options->only == NULL || g_str_equal (options->only, "quotations"))
    return TRUE;

  wishes->with_turns = TRUE;
  if (g_str_equal (options->only, "topics"))
    return TRUE;

  wishes->without_quotations = TRUE;
  wishes->with_indirect = FALSE;

  return g_str_equal (options->only, "turns");
}

static void
drop_without_topic (GPtrArray *proposals)
{
  for (guint i = proposals->len; i > 0; i--)
    {
      const PresserProposal *proposal = proposals->pdata[i - 1];

      if (proposal->topics[0] == NULL)
        g_ptr_array_remove_index (proposals, i - 1);
    }
}

static void
add_string (JsonBuilder *builder,
            const char  *key,
            const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_range (JsonBuilder *builder,
           PresserRange range)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, range.start);
  json_builder_add_int_value (builder, range.end);
  json_builder_end_array (builder);
}

static void
add_speaker (JsonBuilder           *builder,
             const PresserProposal *proposal)
{
  json_builder_set_member_name (builder, "speaker");
  if (proposal->speaker_name == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  add_string (builder, "id", proposal->speaker_id);
  add_string (builder, "name", proposal->speaker_name);
  add_string (builder, "role", proposal->speaker_role);
  json_builder_set_member_name (builder, "named");
  json_builder_add_boolean_value (builder, proposal->is_named);
  json_builder_end_object (builder);
}

static void
add_topics (JsonBuilder           *builder,
            PresserDocument       *document,
            const PresserProposal *proposal)
{
  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  for (guint i = 0; proposal->topics[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, proposal->topics[i]);

      json_builder_begin_object (builder);
      add_string (builder, "id", proposal->topics[i]);
      add_string (builder, "label", topic != NULL ? presser_topic_get_label (topic) : NULL);
      add_string (builder, "words", proposal->topic_words[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_proposal (JsonBuilder           *builder,
              PresserDocument       *document,
              const PresserProposal *proposal)
{
  g_autofree char *quote = presser_text_dup_slice (presser_document_get_text (document), proposal->range);
  PresserRange     ranges[2];
  guint            n_ranges = presser_proposal_get_ranges (proposal, ranges);

  json_builder_begin_object (builder);
  add_string (builder, "quote", quote);
  json_builder_set_member_name (builder, "ranges");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_ranges; i++)
    add_range (builder, ranges[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "paragraph");
  json_builder_add_int_value (builder, presser_document_find_paragraph (document, proposal->range.start) + 1);
  add_string (builder, "kind", presser_kind_to_string (proposal->kind));
  json_builder_set_member_name (builder, "partial");
  json_builder_add_boolean_value (builder, proposal->is_partial);
  add_speaker (builder, proposal);
  json_builder_set_member_name (builder, "mention");
  if (presser_range_is_empty (proposal->mention))
    json_builder_add_null_value (builder);
  else
    add_range (builder, proposal->mention);
  add_topics (builder, document, proposal);
  add_string (builder, "certainty", presser_certainty_to_string (proposal->certainty));
  json_builder_set_member_name (builder, "rule");
  json_builder_add_int_value (builder, proposal->rule);
  add_string (builder, "reason", proposal->reason);
  json_builder_end_object (builder);
}

static gboolean
put_json (PresserDocument *document,
          GPtrArray       *proposals,
          const char      *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  json_builder_begin_array (builder);
  for (guint i = 0; i < proposals->len; i++)
    add_proposal (builder, document, proposals->pdata[i]);
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  text = g_realloc (text, strlen (text) + 2);
  strcat (text, "\n");
  bytes = g_bytes_new_take (text, strlen (text));

  return presser_cli_put (output, bytes, TRUE);
}

static void
print_table (PresserDocument *document,
             GPtrArray       *proposals)
{
  const char *headings[] = { _ ("Speaker"), _ ("Kind"), _ ("Certainty"), _ ("Why"), _ ("Quote") };
  g_autoptr (PresserCliTable) table = presser_cli_table_new (headings, G_N_ELEMENTS (headings));
  g_autoptr (GString) text = NULL;

  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserProposal *proposal = proposals->pdata[i];
      g_autofree char       *quote = presser_text_dup_slice (presser_document_get_text (document), proposal->range);
      const char            *cells[] = { proposal->speaker_name != NULL ? proposal->speaker_name : "", presser_kind_get_label (proposal->kind),
                              presser_certainty_get_label (proposal->certainty), proposal->reason, quote };

      presser_cli_table_add (table, cells);
    }

  text = presser_cli_table_print (table);
  g_print ("%s", text->str);
}

/* Sure ones are accepted if that is wished for; the others stay suggestions. */
static void
add_to_document (PresserDocument *document,
                 GPtrArray       *proposals,
                 gboolean         accept)
{
  g_autoptr (GPtrArray) sure = g_ptr_array_new ();
  guint n_accepted, n_suggested;

  for (guint i = 0; accept && i < proposals->len; i++)
    {
      PresserProposal *proposal = proposals->pdata[i];

      if (proposal->certainty == PRESSER_CERTAINTY_SURE)
        g_ptr_array_add (sure, proposal);
    }

  n_accepted = presser_suggest_add (document, sure, PRESSER_STATUS_DRAFT);
  n_suggested = presser_suggest_add (document, proposals, PRESSER_STATUS_SUGGESTED);
  if (accept)
    presser_cli_complain (ngettext ("%u statement was accepted.", "%u statements were accepted.", n_accepted), n_accepted);
  presser_cli_complain (ngettext ("%u statement was suggested.", "%u statements were suggested.", n_suggested), n_suggested);
}

static int
suggest_file (const Options               *options,
              const PresserSuggestOptions *wishes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserCliInput) input = presser_cli_input_open (options->files[0], &error);
  g_autoptr (GPtrArray) proposals = NULL;
  PresserDocument *document;

  if (input == NULL)
    {
      presser_cli_complain ("%s", error->message);
      return PRESSER_CLI_BAD_INPUT;
    }
  if (!input->is_tei && options->accept && options->output == NULL && input->file != NULL)
    return presser_cli_misuse (_ ("“%s” is no TEI, and the original of a transcript is never written to; name the new file with --output."),
                               options->files[0]);

  document = presser_cli_input_get_document (input);
  if (options->new_topics)
    return presser_cli_suggest_topics (input, options->language, options->output, options->json, options->accept) ? PRESSER_CLI_DONE : PRESSER_CLI_BAD_INPUT;
  proposals = presser_suggest (document, wishes, NULL, &error);
  if (proposals == NULL)
    {
      presser_cli_complain ("%s: %s", input->name, error->message);
      return PRESSER_CLI_BAD_INPUT;
    }
  if (g_strcmp0 (options->only, "topics") == 0)
    drop_without_topic (proposals);

  if (options->json)
    return put_json (document, proposals, options->output) ? PRESSER_CLI_DONE : PRESSER_CLI_BAD_INPUT;
  if (options->output == NULL && !options->accept)
    {
      print_table (document, proposals);
      return PRESSER_CLI_DONE;
    }

  add_to_document (document, proposals, options->accept);

  return presser_cli_input_save (input, options->output) ? PRESSER_CLI_DONE : PRESSER_CLI_BAD_INPUT;
}

static int
suggest_lines (const Options               *options,
               const PresserSuggestOptions *wishes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = presser_cli_read (options->files[0], &file, &name, NULL, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) result = NULL;
  gsize       n_bytes = 0;
  const char *p, *end;
  guint       n_lines = 0;

  if (bytes == NULL)
    {
      presser_cli_complain ("%s", error->message);
      return PRESSER_CLI_BAD_INPUT;
    }

  p = g_bytes_get_data (bytes, &n_bytes);
  for (end = p + n_bytes; p < end;)
    {
      const char      *stop = memchr (p, '\n', (gsize) (end - p));
      g_autofree char *line = g_strndup (p, (gsize) ((stop != NULL ? stop : end) - p));
      g_autofree char *answer = NULL;

      p = stop != NULL ? stop + 1 : end;
      n_lines++;
      if (g_strstrip (line)[0] == '\0')
        continue;
      answer = presser_suggest_json_line (line, wishes, &error);
      if (answer == NULL)
        {
          presser_cli_complain (_ ("%s, line %u: %s"), name, n_lines, error->message);
          return PRESSER_CLI_BAD_INPUT;
        }
      g_string_append_printf (out, "%s\n", answer);
    }

  result = g_bytes_new (out->str, out->len);

  return presser_cli_put (options->output, result, TRUE) ? PRESSER_CLI_DONE : PRESSER_CLI_BAD_INPUT;
}

int
presser_cli_suggest (int    argc,
                     char **argv)
{
  g_auto (Options) options = { 0 };
  PresserSuggestOptions wishes;
  const GOptionEntry    entries[] = {
       { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write a copy with the suggestions in it; without, they are listed"), N_ ("FILE") },
       { "accept", 'a', 0, G_OPTION_ARG_NONE, &options.accept, N_ ("Accept the sure ones as drafts"), NULL },
       { "only", 0, 0, G_OPTION_ARG_STRING, &options.only, N_ ("quotations (the default), turns, or topics: what holds a topic’s keyword"), N_ ("WHAT") },
       { "partial", 0, 0, G_OPTION_ARG_NONE, &options.partial, N_ ("Also quotations of a few words"), NULL },
       { "no-indirect", 0, 0, G_OPTION_ARG_NONE, &options.no_indirect, N_ ("No statements in the reporter’s words"), NULL },
       { "indirect", 0, 0, G_OPTION_ARG_NONE, &options.indirect, N_ ("With --jsonl: also statements in the reporter’s words"), NULL },
       { "new-topics", 't', 0, G_OPTION_ARG_NONE, &options.new_topics, N_ ("Propose topics from what the text keeps coming back to; with --accept or --output they are added"), NULL },
       { "language", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the text, if the file does not say"), N_ ("CODE") },
       { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_ ("List them as JSON"), NULL },
       { "jsonl", 0, 0, G_OPTION_ARG_NONE, &options.lines, N_ ("Read lines {\"id\",\"lang\",\"text\"} and answer each with a line"), NULL },
       { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
       { NULL },
  };

  if (!presser_cli_parse (_ ("FILE"), _ ("Finds statements and who said them, for you to accept."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;
  if (options.files == NULL || g_strv_length (options.files) != 1)
    return presser_cli_misuse (_ ("“suggest” takes one file."));
  if (!read_wishes (&options, &wishes))
    return presser_cli_misuse (_ ("“%s” is nothing to look for: quotations, turns or topics."), options.only);

  return options.lines ? suggest_lines (&options, &wishes) : suggest_file (&options, &wishes);
}
