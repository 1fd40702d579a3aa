/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One object of a document as a dictionary, and back. What is as in a new object is left out, so that a
 * journal stays small; keys are words, so that an attribute more or less breaks no journal. */

#include "presser-journal-private.h"

/* Words and not numbers: the journal may be read by a Presser that knows more fields. */
static const char *const metadata_words[] = {
  [PRESSER_METADATA_TITLE] = "title",
  [PRESSER_METADATA_DATE] = "date",
  [PRESSER_METADATA_DATE_TEXT] = "date-text",
  [PRESSER_METADATA_PLACE] = "place",
  [PRESSER_METADATA_EVENT] = "event",
  [PRESSER_METADATA_SOURCE] = "source",
  [PRESSER_METADATA_PUBLISHER] = "publisher",
  [PRESSER_METADATA_LANGUAGE] = "language",
  [PRESSER_METADATA_RECORDING] = "recording",
  [PRESSER_METADATA_REJECTED] = "rejected",
  [PRESSER_METADATA_FILE_NAME] = "file-name",
  [PRESSER_METADATA_FILE_SHA256] = "file-sha256",
  [PRESSER_METADATA_FILE_SIZE] = "file-size",
  [PRESSER_METADATA_FILE_FORMAT] = "file-format",
  [PRESSER_METADATA_FILE_ENCODING] = "file-encoding",
};

G_STATIC_ASSERT (G_N_ELEMENTS (metadata_words) == PRESSER_METADATA_N_FIELDS);

static const char *const paragraph_words[] = {
  [PRESSER_PARAGRAPH_BODY] = "body",
  [PRESSER_PARAGRAPH_HEADING] = "heading",
  [PRESSER_PARAGRAPH_SPEECH] = "speech",
  [PRESSER_PARAGRAPH_LABEL] = "label",
  [PRESSER_PARAGRAPH_DATELINE] = "dateline",
  [PRESSER_PARAGRAPH_BYLINE] = "byline",
  [PRESSER_PARAGRAPH_STAGE] = "stage",
  [PRESSER_PARAGRAPH_NOTE] = "note",
};

G_STATIC_ASSERT (G_N_ELEMENTS (paragraph_words) == PRESSER_PARAGRAPH_NOTE + 1);

static void
put (GVariantDict *dictionary,
     const char   *key,
     const char   *value)
{
  if (value != NULL)
    g_variant_dict_insert (dictionary, key, "s", value);
}

static void
put_list (GVariantDict      *dictionary,
          const char        *key,
          const char *const *list)
{
  if (list != NULL && list[0] != NULL)
    g_variant_dict_insert (dictionary, key, "^as", list);
}

static void
put_number (GVariantDict *dictionary,
            const char   *key,
            gint64        number,
            gint64        usual)
{
  if (number != usual)
    g_variant_dict_insert (dictionary, key, "x", number);
}

static const char *
get (GVariant   *dictionary,
     const char *key)
{
  const char *value = NULL;

  g_variant_lookup (dictionary, key, "&s", &value);
  return value;
}

static gint64
get_number (GVariant   *dictionary,
            const char *key,
            gint64      usual)
{
  gint64 number = usual;

  g_variant_lookup (dictionary, key, "x", &number);
  return number;
}

/* The array is to be freed, its strings are the dictionary's. */
static const char **
get_list (GVariant   *dictionary,
          const char *key)
{
  const char **list = NULL;

  g_variant_lookup (dictionary, key, "^a&s", &list);
  return list;
}

static GVariant *
make_ranges (PresserStatement *statement)
{
  GVariantBuilder     builder;
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  guint               i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uu)"));
  for (i = 0; i < n_ranges; i++)
    g_variant_builder_add (&builder, "(uu)", ranges[i].start, ranges[i].end);
  return g_variant_builder_end (&builder);
}

GVariant *
presser_journal_from_statement (PresserStatement *statement)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  put (&dictionary, "id", presser_statement_get_id (statement));
  g_variant_dict_insert_value (&dictionary, "ranges", make_ranges (statement));
  put (&dictionary, "speaker", presser_statement_get_speaker (statement));
  put_list (&dictionary, "topics", presser_statement_get_topics (statement));
  put (&dictionary, "kind", presser_kind_to_string (presser_statement_get_kind (statement)));
  put (&dictionary, "status", presser_status_to_string (presser_statement_get_status (statement)));
  if (presser_statement_get_ground_rule (statement) != PRESSER_GROUND_ON_RECORD)
    put (&dictionary, "ground-rule", presser_ground_rule_to_string (presser_statement_get_ground_rule (statement)));
  put_number (&dictionary, "embargo", presser_statement_get_embargo (statement), 0);
  put (&dictionary, "certainty", presser_statement_get_certainty (statement));
  put (&dictionary, "note", presser_statement_get_note (statement));
  put (&dictionary, "annotator", presser_statement_get_annotator (statement));
  put_number (&dictionary, "made", presser_statement_get_made (statement), 0);
  put_number (&dictionary, "changed", presser_statement_get_changed (statement), 0);
  return g_variant_dict_end (&dictionary);
}

static GArray *
dup_ranges (GVariant *dictionary)
{
  GArray      *ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  GVariantIter iter;
  PresserRange range;
  g_autoptr (GVariant) list = g_variant_lookup_value (dictionary, "ranges", G_VARIANT_TYPE ("a(uu)"));

  if (list == NULL)
    return ranges;
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(uu)", &range.start, &range.end))
    if (range.start < range.end)
      g_array_append_val (ranges, range);
  return ranges;
}

static void
take (PresserStatement **statement,
      PresserStatement  *changed)
{
  g_object_unref (*statement);
  *statement = changed;
}

static void
fill_words (PresserStatement **statement,
            GVariant          *dictionary)
{
  PresserKind       kind = PRESSER_KIND_DIRECT;
  PresserStatus     status = PRESSER_STATUS_DRAFT;
  PresserGroundRule rule = PRESSER_GROUND_ON_RECORD;
  const char       *word = get (dictionary, "kind");

  if (word != NULL && presser_kind_from_string (word, &kind))
    take (statement, presser_statement_with_kind (*statement, kind));
  word = get (dictionary, "status");
  if (word != NULL && presser_status_from_string (word, &status))
    take (statement, presser_statement_with_status (*statement, status));
  word = get (dictionary, "ground-rule");
  if (word != NULL && presser_ground_rule_from_string (word, &rule))
    take (statement, presser_statement_with_ground_rule (*statement, rule, get_number (dictionary, "embargo", 0)));
}

/* Returns NULL if it is none. */
PresserStatement *
presser_journal_to_statement (GVariant *dictionary)
{
  g_autoptr (GArray) ranges = dup_ranges (dictionary);
  g_autofree const char **topics = get_list (dictionary, "topics");
  const char             *id = get (dictionary, "id");
  PresserStatement       *statement;

  if (id == NULL || ranges->len == 0)
    return NULL;
  statement = presser_statement_new (id, (const PresserRange *) (gpointer) ranges->data, ranges->len);
  take (&statement, presser_statement_with_speaker (statement, get (dictionary, "speaker")));
  if (topics != NULL)
    take (&statement, presser_statement_with_topics (statement, topics));
  fill_words (&statement, dictionary);
  take (&statement, presser_statement_with_certainty (statement, get (dictionary, "certainty")));
  take (&statement, presser_statement_with_note (statement, get (dictionary, "note")));
  take (&statement, presser_statement_with_annotator (statement, get (dictionary, "annotator")));
  take (&statement, presser_statement_with_times (statement, get_number (dictionary, "made", 0),
                                                  get_number (dictionary, "changed", 0)));
  return statement;
}

GVariant *
presser_journal_from_paragraph (PresserParagraph *paragraph)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  put (&dictionary, "kind", paragraph_words[presser_paragraph_get_kind (paragraph)]);
  put (&dictionary, "id", presser_paragraph_get_id (paragraph));
  put (&dictionary, "turn", presser_paragraph_get_turn (paragraph));
  put (&dictionary, "speaker", presser_paragraph_get_speaker (paragraph));
  put (&dictionary, "question", presser_paragraph_get_question (paragraph));
  put (&dictionary, "language", presser_paragraph_get_language (paragraph));
  put_number (&dictionary, "start", presser_paragraph_get_start_time (paragraph), PRESSER_TIME_UNKNOWN);
  put_number (&dictionary, "end", presser_paragraph_get_end_time (paragraph), PRESSER_TIME_UNKNOWN);
  return g_variant_dict_end (&dictionary);
}

PresserParagraph *
presser_journal_to_paragraph (GVariant *dictionary)
{
  PresserParagraphKind kind = PRESSER_PARAGRAPH_BODY;
  const char          *word = get (dictionary, "kind");
  g_autoptr (PresserParagraph) plain = NULL;
  g_autoptr (PresserParagraph) named = NULL;
  g_autoptr (PresserParagraph) turn = NULL;
  g_autoptr (PresserParagraph) paired = NULL;
  g_autoptr (PresserParagraph) spoken = NULL;
  guint i;

  for (i = 0; word != NULL && i < G_N_ELEMENTS (paragraph_words); i++)
    if (g_str_equal (word, paragraph_words[i]))
      kind = (PresserParagraphKind) i;
  plain = presser_paragraph_new (kind);
  named = presser_paragraph_with_id (plain, get (dictionary, "id"));
  turn = presser_paragraph_with_turn (named, get (dictionary, "turn"), get (dictionary, "speaker"));
  paired = presser_paragraph_with_question (turn, get (dictionary, "question"));
  spoken = presser_paragraph_with_language (paired, get (dictionary, "language"));
  return presser_paragraph_with_times (spoken, get_number (dictionary, "start", PRESSER_TIME_UNKNOWN),
                                       get_number (dictionary, "end", PRESSER_TIME_UNKNOWN));
}

GVariant *
presser_journal_from_metadata (PresserMetadata *metadata)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);
  guint i;

  for (i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    put (&dictionary, metadata_words[i], presser_metadata_get (metadata, (PresserMetadataField) i));
  return g_variant_dict_end (&dictionary);
}

PresserMetadata *
presser_journal_to_metadata (GVariant *dictionary)
{
  PresserMetadata *metadata = presser_metadata_new ();
  guint            i;

  for (i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    {
      const char      *value = get (dictionary, metadata_words[i]);
      PresserMetadata *changed;

      if (value == NULL)
        continue;
      changed = presser_metadata_with (metadata, (PresserMetadataField) i, value);
      g_object_unref (metadata);
      metadata = changed;
    }
  return metadata;
}

static GVariant *
from_speaker (PresserSpeaker *speaker)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  put (&dictionary, "id", presser_speaker_get_id (speaker));
  put (&dictionary, "name", presser_speaker_get_name (speaker));
  put (&dictionary, "role", presser_speaker_get_role (speaker));
  put (&dictionary, "affiliation", presser_speaker_get_affiliation (speaker));
  put (&dictionary, "link", presser_speaker_get_link (speaker));
  put_list (&dictionary, "aliases", presser_speaker_get_aliases (speaker));
  put_number (&dictionary, "colour", presser_speaker_get_colour (speaker), PRESSER_COLOUR_AUTOMATIC);
  put_number (&dictionary, "unnamed", presser_speaker_is_unnamed (speaker), FALSE);
  return g_variant_dict_end (&dictionary);
}

static PresserSpeaker *
to_speaker (GVariant *dictionary)
{
  static const char *const none[] = { NULL };
  g_autofree const char  **aliases = get_list (dictionary, "aliases");
  g_autoptr (PresserSpeaker) plain = presser_speaker_new (get (dictionary, "id"), get (dictionary, "name"));
  g_autoptr (PresserSpeaker) role = presser_speaker_with_role (plain, get (dictionary, "role"));
  g_autoptr (PresserSpeaker) house = presser_speaker_with_affiliation (role, get (dictionary, "affiliation"));
  g_autoptr (PresserSpeaker) linked = presser_speaker_with_link (house, get (dictionary, "link"));
  g_autoptr (PresserSpeaker) called = presser_speaker_with_aliases (linked, aliases != NULL ? aliases : (const char **) none);
  g_autoptr (PresserSpeaker) coloured = presser_speaker_with_colour (called, (int) get_number (dictionary, "colour", PRESSER_COLOUR_AUTOMATIC));

  return presser_speaker_with_unnamed (coloured, get_number (dictionary, "unnamed", FALSE) != 0);
}

static GVariant *
from_topic (PresserTopic *topic)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  put (&dictionary, "id", presser_topic_get_id (topic));
  put (&dictionary, "name", presser_topic_get_label (topic));
  put (&dictionary, "definition", presser_topic_get_definition (topic));
  put (&dictionary, "parent", presser_topic_get_parent (topic));
  put_list (&dictionary, "keywords", presser_topic_get_keywords (topic));
  put_number (&dictionary, "colour", presser_topic_get_colour (topic), PRESSER_COLOUR_AUTOMATIC);
  return g_variant_dict_end (&dictionary);
}

static PresserTopic *
to_topic (GVariant *dictionary)
{
  static const char *const none[] = { NULL };
  g_autofree const char  **keywords = get_list (dictionary, "keywords");
  g_autoptr (PresserTopic) plain = presser_topic_new (get (dictionary, "id"), get (dictionary, "name"));
  g_autoptr (PresserTopic) defined = presser_topic_with_definition (plain, get (dictionary, "definition"));
  g_autoptr (PresserTopic) child = presser_topic_with_parent (defined, get (dictionary, "parent"));
  g_autoptr (PresserTopic) found = presser_topic_with_keywords (child, keywords != NULL ? keywords : (const char **) none);

  return presser_topic_with_colour (found, (int) get_number (dictionary, "colour", PRESSER_COLOUR_AUTOMATIC));
}

static GVariant *
from_annotator (PresserAnnotator *annotator)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  put (&dictionary, "id", presser_annotator_get_id (annotator));
  put (&dictionary, "name", presser_annotator_get_name (annotator));
  put_number (&dictionary, "program", presser_annotator_is_program (annotator), FALSE);
  return g_variant_dict_end (&dictionary);
}

GVariant *
presser_journal_from_object (PresserChangeType type,
                             gpointer          object)
{
  if (type == PRESSER_CHANGE_SPEAKERS)
    return from_speaker (object);
  if (type == PRESSER_CHANGE_TOPICS)
    return from_topic (object);
  return from_annotator (object);
}

/* Returns NULL if it is none. */
gpointer
presser_journal_to_object (PresserChangeType type,
                           GVariant         *dictionary)
{
  const char *id = get (dictionary, "id");
  const char *name = get (dictionary, "name");

  if (id == NULL || name == NULL)
    return NULL;
  if (type == PRESSER_CHANGE_SPEAKERS)
    return to_speaker (dictionary);
  if (type == PRESSER_CHANGE_TOPICS)
    return to_topic (dictionary);
  return presser_annotator_new (id, name, get_number (dictionary, "program", FALSE) != 0);
}

const char *
presser_journal_get_object_id (PresserChangeType type,
                               gpointer          object)
{
  if (type == PRESSER_CHANGE_SPEAKERS)
    return presser_speaker_get_id (object);
  if (type == PRESSER_CHANGE_TOPICS)
    return presser_topic_get_id (object);
  return presser_annotator_get_id (object);
}
