/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>
#include <libxml/tree.h>

#include "presser-cli-input.h"
#include "presser-cli-names.h"
#include "presser-cli-place.h"
#include "presser-cli.h"
#include "presser-error.h"

typedef struct
{
  char **ranges;
  char **quotes;
  char  *speaker;
  char **topics;
  char  *kind;
  char  *status;
  char  *rule;
  char  *embargo;
  char  *certainty;
  char  *note;
  char  *annotator;
  char  *id;
  char  *standoff; /* "", "beside" or "no"; NULL: as the file has it */
  char  *output;
  char **files;
} Options;

static void
clear_options (Options *options)
{
  g_strfreev (options->ranges);
  g_strfreev (options->quotes);
  g_free (options->speaker);
  g_strfreev (options->topics);
  g_free (options->kind);
  g_free (options->status);
  g_free (options->rule);
  g_free (options->embargo);
  g_free (options->certainty);
  g_free (options->note);
  g_free (options->annotator);
  g_free (options->id);
  g_free (options->standoff);
  g_free (options->output);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static int
compare_ranges (gconstpointer one,
                gconstpointer other)
{
  const PresserRange *a = one;
  const PresserRange *b = other;

  return a->start < b->start ? -1 : a->start > b->start;
}

static gboolean
have_no_overlap (GArray  *ranges,
                 GError **error)
{
  for (guint i = 1; i < ranges->len; i++)
    {
      if (g_array_index (ranges, PresserRange, i - 1).end <= g_array_index (ranges, PresserRange, i).start)
        continue;

      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("The parts of one statement must not overlap."));
      return FALSE;
    }

  return TRUE;
}

/* GArray of PresserRange, sorted. */
static GArray *
find_ranges (PresserDocument *document,
             const Options   *options,
             GError         **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));

  for (guint i = 0; options->ranges != NULL && options->ranges[i] != NULL; i++)
    {
      PresserRange range;

      if (!presser_cli_parse_range (document, options->ranges[i], &range, error))
        return NULL;
      g_array_append_val (ranges, range);
    }

  for (guint i = 0; options->quotes != NULL && options->quotes[i] != NULL; i++)
    {
      PresserRange range;

      if (!presser_cli_find_quote (document, options->quotes[i], &range, error))
        return NULL;
      g_array_append_val (ranges, range);
    }

  g_array_sort (ranges, compare_ranges);
  return have_no_overlap (ranges, error) ? g_steal_pointer (&ranges) : NULL;
}

static void
take (PresserStatement **statement,
      PresserStatement  *changed)
{
  g_object_unref (*statement);
  *statement = changed;
}

/* Seconds since the epoch; a time without a zone is local, a day begins at midnight. FALSE if it is not understood. */
static gboolean
parse_embargo (const char *text,
               gint64     *embargo)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *at_midnight = strchr (text, 'T') == NULL ? g_strconcat (text, "T00:00:00", NULL) : NULL;
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at_midnight != NULL ? at_midnight : text, zone);

  if (moment == NULL)
    return FALSE;

  *embargo = g_date_time_to_unix (moment);
  return TRUE;
}

/* What the options say in words, understood. */
typedef struct
{
  PresserKind       kind;
  PresserStatus     status;
  PresserGroundRule rule;
  gint64            embargo;
} Words;

/* The word that is not understood, or NULL. */
static const char *
read_words (const Options *options,
            Words         *words)
{
  *words = (Words){ PRESSER_KIND_DIRECT, PRESSER_STATUS_DRAFT, PRESSER_GROUND_ON_RECORD, 0 };

  if (options->kind != NULL && !presser_kind_from_string (options->kind, &words->kind))
    return options->kind;
  if (options->status != NULL && !presser_status_from_string (options->status, &words->status))
    return options->status;
  if (options->rule != NULL && !presser_ground_rule_from_string (options->rule, &words->rule))
    return options->rule;
  if (options->embargo != NULL && !parse_embargo (options->embargo, &words->embargo))
    return options->embargo;
  if (options->embargo != NULL && options->rule == NULL)
    words->rule = PRESSER_GROUND_EMBARGOED;

  return NULL;
}

static void
apply_words (PresserStatement **statement,
             const Words       *words)
{
  take (statement, presser_statement_with_kind (*statement, words->kind));
  take (statement, presser_statement_with_status (*statement, words->status));
  take (statement, presser_statement_with_ground_rule (*statement, words->rule, words->embargo));
}

static gboolean
is_certainty (const char *word)
{
  const char *words[] = { "high", "medium", "low", "unknown" };
  char       *end;
  double      number;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (word, words[i]))
        return TRUE;
    }

  number = g_ascii_strtod (word, &end);
  return g_ascii_isdigit (word[0]) && *end == '\0' && number >= 0 && number <= 1;
}

/* Words in somebody's turn are theirs, unless the options say otherwise; parts in the turns of several are nobody's. */
static const char *
find_turn_speaker (PresserDocument  *document,
                   PresserStatement *statement)
{
  const PresserRange *ranges;
  guint               n_ranges;
  const char         *speaker_id;

  ranges = presser_statement_get_ranges (statement, &n_ranges);
  speaker_id = presser_document_find_turn_speaker (document, ranges[0]);
  for (guint i = 1; i < n_ranges; i++)
    if (g_strcmp0 (presser_document_find_turn_speaker (document, ranges[i]), speaker_id) != 0)
      return NULL;

  return speaker_id;
}

static void
apply_names (PresserStatement **statement,
             PresserDocument   *document,
             const Options     *options)
{
  if (options->speaker == NULL)
    take (statement, presser_statement_with_speaker (*statement, find_turn_speaker (document, *statement)));
  else if (*options->speaker != '\0')
    {
      g_autofree char *id = presser_cli_find_or_add_speaker (document, options->speaker);

      take (statement, presser_statement_with_speaker (*statement, id));
    }

  for (guint i = 0; options->topics != NULL && options->topics[i] != NULL; i++)
    {
      g_autofree char *id = presser_cli_find_or_add_topic (document, options->topics[i]);

      take (statement, presser_statement_with_topic (*statement, id));
    }

  if (options->annotator != NULL)
    {
      g_autofree char *id = presser_cli_find_or_add_annotator (document, options->annotator);

      take (statement, presser_statement_with_annotator (*statement, id));
    }
}

/* A dot is kept for the parts of a statement in the file: s7.2. */
static gboolean
is_id (const char *id)
{
  return strchr (id, '.') == NULL && xmlValidateNCName ((const xmlChar *) id, 0) == 0;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The id of the new statement, or NULL. */
static char *
tag (PresserDocument *document,
     const Options   *options,
     const Words     *words,
     GError         **error)
{
  g_autoptr (GArray) ranges = find_ranges (document, options, error);
  g_autofree char *id = NULL;
  g_autoptr (PresserStatement) statement = NULL;

  if (ranges == NULL)
    return NULL;

  if (options->id != NULL && presser_document_has_id (document, options->id))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("The id “%s” is taken in this document."), options->id);
      return NULL;
    }

  id = options->id != NULL ? g_strdup (options->id) : presser_document_make_statement_id (document);
  statement = presser_statement_new (id, (const PresserRange *) (gpointer) ranges->data, ranges->len);

  apply_words (&statement, words);
  apply_names (&statement, document, options);
  take (&statement, presser_statement_with_certainty (statement, options->certainty));
  take (&statement, presser_statement_with_note (statement, options->note));
  take (&statement, presser_statement_with_times (statement, get_now (), 0));
  presser_document_add_statement (document, statement);

  return g_steal_pointer (&id);
}

/* --standoff alone means in the file. GLib gives a callback of this kind no data. */
static char *standoff_word;

static gboolean
parse_standoff (const char *name,
                const char *value,
                gpointer    data,
                GError    **error)
{
  g_free (standoff_word);
  standoff_word = g_strdup (value != NULL ? value : "");

  return TRUE;
}

static gboolean
is_placement (const char          *word,
              PresserTeiPlacement *placement)
{
  static const char *const words[] = {
    [PRESSER_TEI_IN_TEXT] = "no",
    [PRESSER_TEI_STAND_OFF] = "",
    [PRESSER_TEI_BESIDE] = "beside",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (!g_str_equal (word, words[i]))
        continue;
      *placement = (PresserTeiPlacement) i;
      return TRUE;
    }

  return FALSE;
}

static gboolean
place (PresserCliInput *input,
       const Options   *options)
{
  PresserTeiPlacement placement;

  if (options->standoff == NULL || !is_placement (options->standoff, &placement) || presser_tei_file_set_placement (input->tei, placement))
    return TRUE;

  presser_cli_complain (_ ("“%s” is TEI without its namespace, as in the old version P4; its statements can only be kept beside it."), input->name);
  return FALSE;
}

static int
tag_file (const Options *options,
          const Words   *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserCliInput) input = presser_cli_input_open (options->files[0], &error);
  g_autofree char *id = NULL;
  gboolean         to_standard_output = g_strcmp0 (options->output, "-") == 0 || (options->output == NULL && g_str_equal (options->files[0], "-"));

  if (input == NULL)
    {
      presser_cli_complain ("%s", error->message);
      return PRESSER_CLI_BAD_INPUT;
    }

  if (!input->is_tei && options->output == NULL && input->file != NULL)
    return presser_cli_misuse (_ ("“%s” is no TEI, and the original of a transcript is never written to; name the new file with --output."), options->files[0]);

  if (!place (input, options))
    return PRESSER_CLI_BAD_INPUT;

  id = tag (presser_cli_input_get_document (input), options, words, &error);
  if (id == NULL)
    {
      presser_cli_complain ("%s: %s", input->name, error->message);
      return PRESSER_CLI_BAD_INPUT;
    }

  if (!presser_cli_input_save (input, options->output))
    return PRESSER_CLI_BAD_INPUT;

  if (!to_standard_output)
    g_print ("%s\n", id);

  return PRESSER_CLI_DONE;
}

int
presser_cli_tag (int    argc,
                 char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "range", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &options.ranges, N_ ("Characters to mark, as “text” counts them; more than once for a statement with gaps"), N_ ("START:END") },
    { "quote", 'q', 0, G_OPTION_ARG_STRING_ARRAY, &options.quotes, N_ ("Words to mark, which must stand in one place; more than once for a statement with gaps"), N_ ("TEXT") },
    { "speaker", 's', 0, G_OPTION_ARG_STRING, &options.speaker, N_ ("Who said it: a name, surname, alias or id; empty for nobody"), N_ ("NAME") },
    { "topic", 't', 0, G_OPTION_ARG_STRING_ARRAY, &options.topics, N_ ("What about: a label or id; may be given more than once"), N_ ("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_ ("direct, indirect or mixed"), N_ ("KIND") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status, N_ ("draft, verified or suggested"), N_ ("STATUS") },
    { "ground-rule", 0, 0, G_OPTION_ARG_STRING, &options.rule, N_ ("on-the-record, background, deep-background, off-the-record or embargoed"), N_ ("RULE") },
    { "embargo", 0, 0, G_OPTION_ARG_STRING, &options.embargo, N_ ("Hold back until then: 2026-03-14 or 2026-03-14T12:00:00Z"), N_ ("TIME") },
    { "certainty", 0, 0, G_OPTION_ARG_STRING, &options.certainty, N_ ("high, medium, low, unknown or a number from 0 to 1"), N_ ("LEVEL") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("A note for yourself"), N_ ("TEXT") },
    { "annotator", 0, 0, G_OPTION_ARG_STRING, &options.annotator, N_ ("Whose work this is"), N_ ("NAME") },
    { "id", 0, 0, G_OPTION_ARG_STRING, &options.id, N_ ("Id of the new statement"), N_ ("ID") },
    { "standoff", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, (gpointer) parse_standoff, N_ ("Put no tags into the text: write all statements behind it, or with =beside into NAME.statements.xml; =no puts them back"), N_ ("beside") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write to this file instead of back"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };
  const char         *misunderstood;
  Words               words;
  PresserTeiPlacement placement;

  if (!presser_cli_parse (_ ("FILE --range START:END|--quote TEXT"), _ ("Marks a statement and prints its id."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;
  if (options.files == NULL || g_strv_length (options.files) != 1)
    return presser_cli_misuse (_ ("“tag” takes one file."));
  if (options.ranges == NULL && options.quotes == NULL)
    return presser_cli_misuse (_ ("Say what to mark with --range or --quote."));
  if (options.certainty != NULL && !is_certainty (options.certainty))
    return presser_cli_misuse (_ ("“%s” is no certainty: high, medium, low, unknown or a number from 0 to 1."), options.certainty);

  if (options.id != NULL && !is_id (options.id))
    return presser_cli_misuse (_ ("“%s” is no id: it begins with a letter and holds letters, digits, “-” and “_”, as in s12."), options.id);

  options.standoff = g_steal_pointer (&standoff_word);
  if (options.standoff != NULL && !is_placement (options.standoff, &placement))
    return presser_cli_misuse (_ ("--standoff is given alone, or as --standoff=beside or --standoff=no."));

  misunderstood = read_words (&options, &words);
  if (misunderstood != NULL)
    return presser_cli_misuse (_ ("“%s” is not understood; “presser-cli tag --help” tells the words."), misunderstood);
  if (options.embargo != NULL && words.rule != PRESSER_GROUND_EMBARGOED)
    return presser_cli_misuse (_ ("--embargo goes with no other ground rule than embargoed."));

  return tag_file (&options, &words);
}
