/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-overview.h"

#include <string.h>

#include "presser-export-view.h"
#include "presser-overview-private.h"

struct _PresserOverview
{
  PresserDocument    *document;
  GPtrArray          *statements; /* those shown: what PresserOverviewPlace borrows */
  PresserExportSource source;
  PresserExportView  *view;
  GPtrArray          *voices;    /* of PresserOverviewVoice */
  GPtrArray          *topics;    /* of PresserOverviewTopic */
  guint              *counts;    /* voices × topics */
  GArray             *exchanges; /* of PresserOverviewExchange */
  guint               n_withheld;
};

static void
voice_free (gpointer data)
{
  PresserOverviewVoice *voice = data;

  g_free (voice->name);
  g_free (voice->speaker_id);
  g_free (voice);
}

static void
topic_free (gpointer data)
{
  PresserOverviewTopic *topic = data;

  g_object_unref (topic->topic);
  g_array_unref (topic->places);
  g_free (topic);
}

static PresserOverviewVoice *
get_voice (GHashTable *voices,
           const char *speaker_id,
           const char *name)
{
  g_autofree char      *key = g_strdup_printf ("%s\n%s", speaker_id != NULL ? speaker_id : "", speaker_id == NULL && name != NULL ? name : "");
  PresserOverviewVoice *voice = g_hash_table_lookup (voices, key);

  if (voice != NULL)
    return voice;
  voice = g_new0 (PresserOverviewVoice, 1);
  voice->name = g_strdup (name);
  voice->speaker_id = g_strdup (speaker_id);
  voice->is_background = speaker_id == NULL && name != NULL;
  g_hash_table_insert (voices, g_steal_pointer (&key), voice);
  return voice;
}

/* Speech only: labels, headings and notes are nobody's words. */
static void
count_turns (PresserOverview *self,
             GHashTable      *voices)
{
  const char *turn = NULL;

  for (guint i = 0; i < presser_document_get_n_paragraphs (self->document); i++)
    {
      PresserParagraph     *paragraph = presser_document_get_paragraph (self->document, i);
      const char           *id = presser_paragraph_get_speaker (paragraph);
      PresserSpeaker       *speaker = id != NULL ? presser_document_get_speaker (self->document, id) : NULL;
      PresserOverviewVoice *voice;

      if (presser_paragraph_get_kind (paragraph) != PRESSER_PARAGRAPH_SPEECH)
        continue;
      voice = speaker != NULL ? get_voice (voices, id, presser_speaker_get_name (speaker)) : get_voice (voices, NULL, NULL);
      voice->n_words += presser_document_count_words (self->document, presser_document_get_paragraph_range (self->document, i));
      voice->n_turns += presser_paragraph_get_turn (paragraph) == NULL || g_strcmp0 (presser_paragraph_get_turn (paragraph), turn) != 0;
      turn = presser_paragraph_get_turn (paragraph);
    }
}

static PresserOverviewVoice *
find_voice (PresserOverview  *self,
            GHashTable       *voices,
            PresserStatement *statement)
{
  PresserExportCredit credit = presser_export_view_get_credit (self->view, statement);

  return get_voice (voices, credit.id, credit.name);
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const PresserRange *one = a;
  const PresserRange *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* Statements that overlap share words; each is counted once. The statements come in text order, their ranges
 * may not. */
static void
count_tagged_words (PresserOverview *self,
                    GHashTable      *voices)
{
  g_autoptr (GHashTable) ranges_by_voice = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer       key, value;

  for (guint i = 0; i < self->statements->len; i++)
    {
      PresserOverviewVoice *voice = find_voice (self, voices, self->statements->pdata[i]);
      GArray               *known = g_hash_table_lookup (ranges_by_voice, voice);
      const PresserRange   *ranges;
      guint                 n_ranges;

      if (known == NULL)
        {
          known = g_array_new (FALSE, FALSE, sizeof (PresserRange));
          g_hash_table_insert (ranges_by_voice, voice, known);
        }
      ranges = presser_statement_get_ranges (self->statements->pdata[i], &n_ranges);
      g_array_append_vals (known, ranges, n_ranges);
      voice->n_statements++;
    }

  g_hash_table_iter_init (&iter, ranges_by_voice);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      PresserOverviewVoice *voice = key;
      GArray               *ranges = value;
      guint                 end = 0;

      g_array_sort (ranges, compare_ranges);
      for (guint i = 0; i < ranges->len; i++)
        {
          PresserRange range = g_array_index (ranges, PresserRange, i);

          range.start = MAX (range.start, end);
          if (range.start < range.end)
            voice->n_tagged_words += presser_document_count_words (self->document, range);
          end = MAX (end, range.end);
        }
    }
}

/* People first, those with most words before the others; descriptions; nobody known at the end. */
static int
compare_voices (gconstpointer a,
                gconstpointer b)
{
  const PresserOverviewVoice *one = *(PresserOverviewVoice *const *) a;
  const PresserOverviewVoice *other = *(PresserOverviewVoice *const *) b;
  int                         ranks[] = {
                            one->name == NULL ? 2 : one->is_background ? 1
                                                                       : 0,
    other->name == NULL ? 2 : other->is_background ? 1
                                                   : 0,
  };
  guint words[] = { MAX (one->n_words, one->n_tagged_words), MAX (other->n_words, other->n_tagged_words) };

  if (ranks[0] != ranks[1])
    return ranks[0] - ranks[1];
  if (words[0] != words[1])
    return words[0] > words[1] ? -1 : 1;
  return g_strcmp0 (one->name, other->name);
}

static void
collect_voices (PresserOverview *self,
                GHashTable      *voices)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, voices);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (self->voices, value);
  g_ptr_array_sort (self->voices, compare_voices);
}

static void
add_topics (PresserOverview *self,
            GHashTable      *rows,
            const char      *parent,
            guint            depth)
{
  GListModel *topics = presser_document_get_topics (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      PresserOverviewTopic *row;

      if (g_strcmp0 (presser_topic_get_parent (topic), parent) != 0
          || g_hash_table_contains (rows, presser_topic_get_id (topic)))
        continue;
      row = g_new0 (PresserOverviewTopic, 1);
      row->topic = g_object_ref (topic);
      row->depth = depth;
      row->places = g_array_new (FALSE, FALSE, sizeof (PresserOverviewPlace));
      g_hash_table_insert (rows, (gpointer) presser_topic_get_id (row->topic), GUINT_TO_POINTER (self->topics->len + 1));
      g_ptr_array_add (self->topics, row);
      add_topics (self, rows, presser_topic_get_id (topic), depth + 1);
    }
}

/* Marks the rows of a topic and of those above it. */
static void
mark_rows (PresserOverview *self,
           GHashTable      *rows,
           const char      *id,
           gboolean        *is_on)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, id));

  while (row > 0 && !is_on[row - 1])
    {
      const PresserOverviewTopic *topic = self->topics->pdata[row - 1];
      const char                 *parent = presser_topic_get_parent (topic->topic);

      is_on[row - 1] = TRUE;
      row = parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (rows, parent)) : 0;
    }
}

static void
place_statement (PresserOverview  *self,
                 GHashTable       *rows,
                 PresserStatement *statement,
                 guint             voice,
                 gboolean         *is_on)
{
  const char *const   *ids = presser_statement_get_topics (statement);
  PresserOverviewPlace place = { statement, voice, presser_statement_get_extent (statement) };

  memset (is_on, 0, self->topics->len * sizeof *is_on);
  for (guint i = 0; ids[i] != NULL; i++)
    mark_rows (self, rows, ids[i], is_on);
  for (guint i = 0; i < self->topics->len; i++)
    {
      PresserOverviewTopic *topic = self->topics->pdata[i];

      if (!is_on[i])
        continue;
      g_array_append_val (topic->places, place);
      self->counts[voice * self->topics->len + i]++;
    }
}

static void
place_statements (PresserOverview *self,
                  GHashTable      *voices)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autofree gboolean *is_on = NULL;

  add_topics (self, rows, NULL, 0);
  is_on = g_new0 (gboolean, self->topics->len + 1);
  self->counts = g_new0 (guint, (gsize) self->voices->len * self->topics->len + 1);
  for (guint i = 0; i < self->voices->len; i++)
    g_hash_table_insert (indices, self->voices->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->statements->len; i++)
    {
      PresserStatement *statement = self->statements->pdata[i];
      guint             voice = GPOINTER_TO_UINT (g_hash_table_lookup (indices, find_voice (self, voices, statement)));

      place_statement (self, rows, statement, voice, is_on);
    }
}

/* Everything but suggestions and what the ground rules hold back. */
static void
collect_statements (PresserOverview *self,
                    GListModel      *statements)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      if (presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED)
        continue;
      if (presser_export_statement_is_off_record (statement) || presser_export_statement_is_embargoed (statement, now))
        self->n_withheld++;
      else
        g_ptr_array_add (self->statements, g_steal_pointer (&statement));
    }
}

/**
 * presser_overview_new:
 * @document: a document
 * @statements: (transfer none): GListModel of those of its statements to show, in text order
 *
 * Counts what is to be seen. The time it takes grows with the text and with the number of statements.
 *
 * Returns: (transfer full): what the pictures show
 */
PresserOverview *
presser_overview_new (PresserDocument *document,
                      GListModel      *statements)
{
  PresserOverview *self;
  g_autoptr (GHashTable) voices = NULL;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);

  self = g_new0 (PresserOverview, 1);
  self->document = g_object_ref (document);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  self->voices = g_ptr_array_new_with_free_func (voice_free);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->exchanges = g_array_new (FALSE, FALSE, sizeof (PresserOverviewExchange));
  collect_statements (self, statements);
  presser_exchanges_find (document, self->statements, self->exchanges);
  self->source = (PresserExportSource){ document, "", self->statements };
  self->view = presser_export_view_new (&self->source);

  voices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count_turns (self, voices);
  count_tagged_words (self, voices);
  collect_voices (self, voices);
  place_statements (self, voices);
  return self;
}

/**
 * presser_overview_free:
 * @self: (transfer full): an overview
 */
void
presser_overview_free (PresserOverview *self)
{
  g_free (self->counts);
  g_array_unref (self->exchanges);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->voices);
  presser_export_view_free (self->view);
  g_ptr_array_unref (self->statements);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * presser_overview_get_n_voices:
 * @self: an overview
 *
 * Returns: how many are heard
 */
guint
presser_overview_get_n_voices (PresserOverview *self)
{
  return self->voices->len;
}

/**
 * presser_overview_get_voice:
 * @self: an overview
 * @index: which one
 *
 * Returns: (transfer none): one who is heard
 */
const PresserOverviewVoice *
presser_overview_get_voice (PresserOverview *self,
                            guint            index)
{
  g_return_val_if_fail (index < self->voices->len, NULL);

  return self->voices->pdata[index];
}

/**
 * presser_overview_get_n_topics:
 * @self: an overview
 *
 * Returns: how many topics there are
 */
guint
presser_overview_get_n_topics (PresserOverview *self)
{
  return self->topics->len;
}

/**
 * presser_overview_get_topic:
 * @self: an overview
 * @index: which one
 *
 * Returns: (transfer none): a topic along the text
 */
const PresserOverviewTopic *
presser_overview_get_topic (PresserOverview *self,
                            guint            index)
{
  g_return_val_if_fail (index < self->topics->len, NULL);

  return self->topics->pdata[index];
}

/**
 * presser_overview_count:
 * @self: an overview
 * @voice: index of one who is heard
 * @topic: index of a topic
 *
 * Returns: how many statements of theirs are on the topic or on one below it
 */
guint
presser_overview_count (PresserOverview *self,
                        guint            voice,
                        guint            topic)
{
  g_return_val_if_fail (voice < self->voices->len && topic < self->topics->len, 0);

  return self->counts[voice * self->topics->len + topic];
}

/**
 * presser_overview_get_n_exchanges:
 * @self: an overview
 *
 * Returns: how many questions there are, none if the file does not say what answers what
 */
guint
presser_overview_get_n_exchanges (PresserOverview *self)
{
  return self->exchanges->len;
}

/**
 * presser_overview_get_exchange:
 * @self: an overview
 * @index: which one, in text order
 *
 * Returns: (transfer none): a question and what came of it
 */
const PresserOverviewExchange *
presser_overview_get_exchange (PresserOverview *self,
                               guint            index)
{
  g_return_val_if_fail (index < self->exchanges->len, NULL);

  return &g_array_index (self->exchanges, PresserOverviewExchange, index);
}

/**
 * presser_overview_get_n_withheld:
 * @self: an overview
 *
 * Returns: how many statements are not in the picture because they are off the record or under embargo
 */
guint
presser_overview_get_n_withheld (PresserOverview *self)
{
  return self->n_withheld;
}
