/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions of one document, told apart in the words of a journalist: what was said, by whom, about what. */

#include "presser-comparison.h"

#include <glib/gi18n-lib.h>

#include "presser-hunks-private.h"

struct _PresserDifference
{
  GObject parent_instance;

  PresserSubject subject;
  char          *title;
  char          *before;
  char          *after;
};

G_DEFINE_FINAL_TYPE (PresserDifference, presser_difference, G_TYPE_OBJECT)

static void
presser_difference_finalize (GObject *object)
{
  PresserDifference *self = PRESSER_DIFFERENCE (object);

  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  G_OBJECT_CLASS (presser_difference_parent_class)->finalize (object);
}

static void
presser_difference_class_init (PresserDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_difference_finalize;
}

static void
presser_difference_init (PresserDifference *self)
{
}

/**
 * presser_difference_get_subject:
 * @self: a difference
 *
 * Returns: what kind of thing it is about
 */
PresserSubject
presser_difference_get_subject (PresserDifference *self)
{
  return self->subject;
}

/**
 * presser_difference_get_title:
 * @self: a difference
 *
 * Returns: (transfer none): what it is about, for a person to read
 */
const char *
presser_difference_get_title (PresserDifference *self)
{
  return self->title;
}

/**
 * presser_difference_get_before:
 * @self: a difference
 *
 * Returns: (transfer none) (nullable): what the first version says
 */
const char *
presser_difference_get_before (PresserDifference *self)
{
  return self->before;
}

/**
 * presser_difference_get_after:
 * @self: a difference
 *
 * Returns: (transfer none) (nullable): what the second version says
 */
const char *
presser_difference_get_after (PresserDifference *self)
{
  return self->after;
}

/* Takes both over; nothing is added if they are the same. */
static void
add (GPtrArray     *differences,
     PresserSubject subject,
     const char    *title,
     char          *before,
     char          *after)
{
  PresserDifference *self;

  if (g_strcmp0 (before, after) == 0)
    {
      g_free (before);
      g_free (after);
      return;
    }
  self = g_object_new (PRESSER_TYPE_DIFFERENCE, NULL);
  self->subject = subject;
  self->title = g_strdup (title);
  self->before = before;
  self->after = after;
  g_ptr_array_add (differences, self);
}

static void
compare_metadata (GPtrArray       *differences,
                  PresserDocument *before,
                  PresserDocument *after)
{
  static const struct
  {
    PresserMetadataField field;
    const char          *title;
  } fields[] = {
    { PRESSER_METADATA_TITLE, N_ ("Title") },
    { PRESSER_METADATA_DATE, N_ ("Date") },
    { PRESSER_METADATA_PLACE, N_ ("Place") },
    { PRESSER_METADATA_EVENT, N_ ("Event") },
    { PRESSER_METADATA_SOURCE, N_ ("Source") },
    { PRESSER_METADATA_PUBLISHER, N_ ("Publisher") },
    { PRESSER_METADATA_LANGUAGE, N_ ("Language") },
    { PRESSER_METADATA_RECORDING, N_ ("Recording") },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    add (differences, PRESSER_SUBJECT_DETAILS, _ (fields[i].title),
         g_strdup (presser_metadata_get (presser_document_get_metadata (before), fields[i].field)),
         g_strdup (presser_metadata_get (presser_document_get_metadata (after), fields[i].field)));
}

static void
append (GString    *words,
        const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, word);
}

static void
append_list (GString           *words,
             const char *const *list)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) list);

  append (words, joined);
}

static char *
describe_speaker (PresserDocument *document,
                  gpointer         object)
{
  PresserSpeaker *speaker = PRESSER_SPEAKER (object);
  GString        *words = g_string_new (NULL);

  append (words, presser_speaker_get_name (speaker));
  append (words, presser_speaker_get_role (speaker));
  append (words, presser_speaker_get_affiliation (speaker));
  append_list (words, presser_speaker_get_aliases (speaker));
  append (words, presser_speaker_get_link (speaker));
  return g_string_free (words, FALSE);
}

static char *
describe_topic (PresserDocument *document,
                gpointer         object)
{
  PresserTopic *topic = PRESSER_TOPIC (object);
  PresserTopic *parent = presser_document_get_topic (document, presser_topic_get_parent (topic));
  GString      *words = g_string_new (NULL);

  append (words, presser_topic_get_label (topic));
  append (words, parent != NULL ? presser_topic_get_label (parent) : NULL);
  append (words, presser_topic_get_definition (topic));
  append_list (words, presser_topic_get_keywords (topic));
  return g_string_free (words, FALSE);
}

static void
append_topics (GString          *words,
               PresserDocument  *document,
               PresserStatement *statement)
{
  const char *const *ids = presser_statement_get_topics (statement);
  gsize              i;

  for (i = 0; ids[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, ids[i]);

      append (words, topic != NULL ? presser_topic_get_label (topic) : ids[i]);
    }
}

static char *
describe_statement (PresserDocument *document,
                    gpointer         object)
{
  PresserStatement *statement = PRESSER_STATEMENT (object);
  PresserSpeaker   *speaker = presser_document_get_speaker (document, presser_statement_get_speaker (statement));
  g_autofree char  *quote = presser_document_dup_quote (document, statement);
  GString          *words = g_string_new (NULL);

  g_string_append_printf (words, "“%s”", quote);
  append (words, speaker != NULL ? presser_speaker_get_name (speaker) : _ ("nobody"));
  append_topics (words, document, statement);
  append (words, presser_kind_get_label (presser_statement_get_kind (statement)));
  append (words, presser_status_get_label (presser_statement_get_status (statement)));
  if (presser_statement_get_ground_rule (statement) != PRESSER_GROUND_ON_RECORD)
    append (words, presser_ground_rule_get_label (presser_statement_get_ground_rule (statement)));
  append (words, presser_statement_get_certainty (statement));
  append (words, presser_statement_get_note (statement));
  return g_string_free (words, FALSE);
}

typedef struct
{
  PresserSubject subject;
  GListModel *(*get_list) (PresserDocument *document);
  gpointer (*find) (PresserDocument *document,
                    const char      *id);
  const char *(*get_id) (gpointer object);
  char *(*describe) (PresserDocument *document,
                     gpointer         object);
} Subject;

static const Subject subjects[] = {
  { PRESSER_SUBJECT_SPEAKERS, presser_document_get_speakers,
    (gpointer (*) (PresserDocument *, const char *)) presser_document_get_speaker,
    (const char *(*) (gpointer)) presser_speaker_get_id, describe_speaker },
  { PRESSER_SUBJECT_TOPICS, presser_document_get_topics,
    (gpointer (*) (PresserDocument *, const char *)) presser_document_get_topic,
    (const char *(*) (gpointer)) presser_topic_get_id, describe_topic },
  { PRESSER_SUBJECT_STATEMENTS, presser_document_get_statements,
    (gpointer (*) (PresserDocument *, const char *)) presser_document_get_statement,
    (const char *(*) (gpointer)) presser_statement_get_id, describe_statement },
};

static char *
dup_title (const Subject   *subject,
           PresserDocument *document,
           gpointer         object)
{
  guint paragraph;

  if (subject->subject == PRESSER_SUBJECT_SPEAKERS)
    return g_strdup (presser_speaker_get_name (object));
  if (subject->subject == PRESSER_SUBJECT_TOPICS)
    return g_strdup (presser_topic_get_label (object));
  paragraph = presser_document_find_paragraph (document, presser_statement_get_extent (object).start);
  return g_strdup_printf ("¶%u", paragraph + 1);
}

static void
compare_list (GPtrArray       *differences,
              const Subject   *subject,
              PresserDocument *before,
              PresserDocument *after)
{
  GListModel *old_list = subject->get_list (before);
  GListModel *new_list = subject->get_list (after);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (old_list); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (old_list, i);
      g_autofree char *title = dup_title (subject, before, object);

      if (subject->find (after, subject->get_id (object)) == NULL)
        add (differences, subject->subject, title, subject->describe (before, object), NULL);
    }
  for (i = 0; i < g_list_model_get_n_items (new_list); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (new_list, i);
      gpointer         old_object = subject->find (before, subject->get_id (object));
      g_autofree char *title = dup_title (subject, after, object);

      add (differences, subject->subject, title, old_object != NULL ? subject->describe (before, old_object) : NULL,
           subject->describe (after, object));
    }
}

/* With who speaks it, so that a turn given to another speaker is seen. */
static GPtrArray *
dup_paragraphs (PresserDocument *document)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  guint      i;

  for (i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      const char      *id = presser_paragraph_get_speaker (presser_document_get_paragraph (document, i));
      PresserSpeaker  *speaker = presser_document_get_speaker (document, id);
      PresserRange     range = presser_document_get_paragraph_range (document, i);
      g_autofree char *text = presser_text_dup_slice (presser_document_get_text (document), range);

      g_ptr_array_add (paragraphs, speaker != NULL ? g_strdup_printf ("%s: %s", presser_speaker_get_name (speaker), text)
                                                   : g_steal_pointer (&text));
    }
  return paragraphs;
}

static void
compare_text (GPtrArray       *differences,
              PresserDocument *before,
              PresserDocument *after)
{
  g_autoptr (GPtrArray) old_paragraphs = dup_paragraphs (before);
  g_autoptr (GPtrArray) new_paragraphs = dup_paragraphs (after);
  g_autoptr (GArray) hunks = presser_find_hunks (old_paragraphs, new_paragraphs);
  guint i, j;

  for (i = 0; i < hunks->len; i++)
    {
      PresserHunk hunk = g_array_index (hunks, PresserHunk, i);
      guint       n_old = hunk.before_end - hunk.before_start;
      guint       n_new = hunk.after_end - hunk.after_start;

      for (j = 0; j < MAX (n_old, n_new); j++)
        {
          g_autofree char *title = g_strdup_printf ("¶%u", (j < n_new ? hunk.after_start : hunk.before_start) + j + 1);

          add (differences, PRESSER_SUBJECT_TEXT, title,
               j < n_old ? g_strdup (old_paragraphs->pdata[hunk.before_start + j]) : NULL,
               j < n_new ? g_strdup (new_paragraphs->pdata[hunk.after_start + j]) : NULL);
        }
    }
}

/**
 * presser_compare_documents:
 * @before: a version of a document
 * @after: another one
 *
 * Statements, speakers and topics are the same ones by their id; paragraphs are matched by what stands in them.
 *
 * Returns: (transfer full) (element-type PresserDifference): what differs, by subject
 */
GPtrArray *
presser_compare_documents (PresserDocument *before,
                           PresserDocument *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (g_object_unref);
  guint      i;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (before) && PRESSER_IS_DOCUMENT (after), differences);

  compare_metadata (differences, before, after);
  for (i = 0; i < G_N_ELEMENTS (subjects); i++)
    compare_list (differences, &subjects[i], before, after);
  compare_text (differences, before, after);
  return differences;
}

/* Words, each with the blanks behind it. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray  *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  const char *p = text;

  while (*p != '\0')
    {
      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
      start = p;
    }
  return words;
}

static void
clear_run (PresserWordRun *run)
{
  g_free (run->text);
}

static void
add_run (GArray    *runs,
         GPtrArray *words,
         guint      start,
         guint      end,
         gboolean   is_before,
         gboolean   is_after)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PresserWordRun run = { NULL, is_before, is_after };
  guint          i;

  if (start == end)
    return;
  for (i = start; i < end; i++)
    g_string_append (text, words->pdata[i]);
  run.text = g_string_free (g_steal_pointer (&text), FALSE);
  g_array_append_val (runs, run);
}

/**
 * presser_compare_words:
 * @before: a text
 * @after: another version of it
 *
 * Returns: (transfer full) (element-type PresserWordRun): both in one, in order: what they share, what only the first
 *   has, and what only the second has
 */
GArray *
presser_compare_words (const char *before,
                       const char *after)
{
  g_autoptr (GPtrArray) old_words = split_words (before);
  g_autoptr (GPtrArray) new_words = split_words (after);
  g_autoptr (GArray) hunks = presser_find_hunks (old_words, new_words);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (PresserWordRun));
  guint   place = 0;
  guint   i;

  g_array_set_clear_func (runs, (GDestroyNotify) clear_run);
  for (i = 0; i < hunks->len; i++)
    {
      PresserHunk hunk = g_array_index (hunks, PresserHunk, i);

      add_run (runs, old_words, place, hunk.before_start, TRUE, TRUE);
      add_run (runs, old_words, hunk.before_start, hunk.before_end, TRUE, FALSE);
      add_run (runs, new_words, hunk.after_start, hunk.after_end, FALSE, TRUE);
      place = hunk.before_end;
    }
  add_run (runs, old_words, place, old_words->len, TRUE, TRUE);
  return runs;
}
