/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tagging.h"

#include <glib/gi18n-lib.h>

#include "presser-palette-fix.h"
#include "presser-segment.h"

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * presser_tagging_find:
 * @target: what is to be tagged
 *
 * Returns: (transfer none) (nullable): the statement that stands there already
 */
PresserStatement *
presser_tagging_find (const PresserTarget *target)
{
  g_autoptr (GPtrArray) touching = NULL;
  PresserRange range;
  guint        i;

  if (presser_range_is_empty (target->selection))
    return target->current;

  range = presser_segment_trim (target->document, target->selection);
  if (target->current != NULL && presser_range_equal (presser_statement_get_extent (target->current), range))
    return target->current;

  touching = presser_document_dup_statements_touching (target->document, range);
  for (i = 0; i < touching->len; i++)
    if (presser_range_equal (presser_statement_get_extent (touching->pdata[i]), range))
      return touching->pdata[i];
  return NULL;
}

/**
 * presser_tagging_is_possible:
 * @target: what is to be tagged
 *
 * Returns: whether there is a selection with something in it, or a statement
 */
gboolean
presser_tagging_is_possible (const PresserTarget *target)
{
  if (presser_range_is_empty (target->selection))
    return target->current != NULL;
  return !presser_range_is_empty (presser_segment_trim (target->document, target->selection));
}

static const char *
ensure_annotator (PresserDocument *document,
                  const char      *name)
{
  GListModel *annotators = presser_document_get_annotators (document);
  g_autoptr (PresserAnnotator) annotator = NULL;
  g_autofree char *id = NULL;
  guint            i;

  if (name == NULL || *name == '\0')
    return NULL;

  for (i = 0; i < g_list_model_get_n_items (annotators); i++)
    {
      g_autoptr (PresserAnnotator) other = g_list_model_get_item (annotators, i);

      if (!presser_annotator_is_program (other) && g_str_equal (presser_annotator_get_name (other), name))
        return presser_annotator_get_id (other);
    }

  id = presser_document_make_id (document, "ann", name);
  annotator = presser_annotator_new (id, name, FALSE);
  presser_document_add_annotator (document, annotator);
  return presser_annotator_get_id (presser_document_get_annotator (document, id));
}

/* What stands in quotation marks or in somebody's turn are the words themselves; in a report the
 * rest is told by the reporter. */
static PresserKind
guess_kind (PresserDocument *document,
            PresserRange     range)
{
  guint             index = presser_document_find_paragraph (document, range.start);
  PresserParagraph *paragraph = presser_document_get_paragraph (document, index);
  PresserRange      quotation;

  if (presser_paragraph_get_kind (paragraph) == PRESSER_PARAGRAPH_SPEECH)
    return PRESSER_KIND_DIRECT;
  if (!presser_segment_find_quotation (document, range.start, &quotation))
    return PRESSER_KIND_INDIRECT;
  return range.end <= quotation.end + 1 ? PRESSER_KIND_DIRECT : PRESSER_KIND_MIXED;
}

/* A new statement of the selection, with nothing but what follows from its place. */
static PresserStatement *
make_statement (const PresserTarget *target)
{
  PresserDocument *document = target->document;
  PresserRange     range = presser_segment_trim (document, target->selection);
  g_autofree char *id = NULL;
  g_autoptr (PresserStatement) bare = NULL;
  g_autoptr (PresserStatement) signed_one = NULL;
  g_autoptr (PresserStatement) dated = NULL;
  g_autoptr (PresserStatement) attributed = NULL;

  if (presser_range_is_empty (range))
    return NULL;

  id = presser_document_make_statement_id (document);
  bare = presser_statement_new (id, &range, 1);
  signed_one = presser_statement_with_annotator (bare, ensure_annotator (document, target->annotator));
  dated = presser_statement_with_times (signed_one, now (), 0);
  attributed = presser_statement_with_speaker (dated, presser_document_find_turn_speaker (document, range));
  return presser_statement_with_kind (attributed, guess_kind (document, range));
}

/**
 * presser_tagging_change:
 * @document: a document
 * @statement: one of its statements
 * @changed: what to put in its place
 * @label: translated, of the step
 *
 * Returns: (transfer none): the statement as it is then
 */
PresserStatement *
presser_tagging_change (PresserDocument  *document,
                        PresserStatement *statement,
                        PresserStatement *changed,
                        const char       *label)
{
  PresserHistory *history = presser_document_get_history (document);
  g_autoptr (PresserStatement) dated = presser_statement_with_times (
      changed, presser_statement_get_made (changed), now ());

  presser_history_begin (history, label);
  presser_document_replace_statement (document, statement, dated);
  presser_history_end (history);
  return presser_document_get_statement (document, presser_statement_get_id (dated));
}

/**
 * presser_tagging_accept:
 * @document: a document
 * @suggestions: (element-type PresserStatement): statements of it
 * @annotator: (nullable): a name
 *
 * All of them are one step to undo.
 */
void
presser_tagging_accept (PresserDocument *document,
                        GPtrArray       *suggestions,
                        const char      *annotator)
{
  PresserHistory *history = presser_document_get_history (document);
  g_autoptr (GPtrArray) accepted = g_ptr_array_new_with_free_func (g_object_unref);
  const char *annotator_id;
  guint       i;

  presser_history_begin (history, _ ("Accept Suggestion"));
  annotator_id = ensure_annotator (document, annotator);
  for (i = 0; i < suggestions->len; i++)
    {
      PresserStatement *suggestion = suggestions->pdata[i];
      g_autoptr (PresserStatement) draft = presser_statement_with_status (suggestion, PRESSER_STATUS_DRAFT);
      g_autoptr (PresserStatement) signed_one = presser_statement_with_annotator (draft, annotator_id);

      g_ptr_array_add (accepted, presser_statement_with_times (signed_one, presser_statement_get_made (suggestion), now ()));
    }
  presser_document_swap_statements (document, suggestions, accepted);
  presser_history_end (history);
}

/* Puts @changed into the document, in the place of @old or as a new one. */
static PresserStatement *
put (PresserDocument  *document,
     PresserStatement *old,
     PresserStatement *changed)
{
  if (old != NULL)
    return presser_tagging_change (document, old, changed, _ ("Tag Statement"));

  presser_document_add_statement (document, changed);
  return presser_document_get_statement (document, presser_statement_get_id (changed));
}

typedef PresserStatement *(*Alter) (PresserStatement *statement,
                                    gboolean          is_new,
                                    gconstpointer     data);

/* The one gesture: what is there, or a new one, is altered; all in one step. */
static PresserStatement *
alter_target (const PresserTarget *target,
              Alter                alter,
              gconstpointer        data)
{
  PresserHistory *history = presser_document_get_history (target->document);
  g_autoptr (PresserStatement) base = NULL;
  g_autoptr (PresserStatement) altered = NULL;
  PresserStatement *old;
  PresserStatement *result;

  if (!presser_tagging_is_possible (target))
    return NULL;

  presser_history_begin (history, _ ("Tag Statement"));
  old = presser_tagging_find (target);
  base = old != NULL ? g_object_ref (old) : make_statement (target);
  altered = alter (base, old == NULL, data);
  result = put (target->document, old, altered);
  presser_history_end (history);
  return result;
}

/* Who tags a suggestion has taken it for their own. */
static PresserStatement *
confirm (PresserStatement *statement)
{
  if (presser_statement_get_status (statement) != PRESSER_STATUS_SUGGESTED)
    return g_object_ref (statement);
  return presser_statement_with_status (statement, PRESSER_STATUS_DRAFT);
}

static PresserStatement *
alter_speaker (PresserStatement *statement,
               gboolean          is_new,
               gconstpointer     data)
{
  const char *speaker_id = data;
  g_autoptr (PresserStatement) confirmed = confirm (statement);

  if (!is_new && g_strcmp0 (presser_statement_get_speaker (statement), speaker_id) == 0)
    speaker_id = NULL;
  return presser_statement_with_speaker (confirmed, speaker_id);
}

static PresserStatement *
alter_topic (PresserStatement *statement,
             gboolean          is_new,
             gconstpointer     data)
{
  g_autoptr (PresserStatement) confirmed = confirm (statement);

  if (presser_statement_has_topic (statement, data))
    return presser_statement_without_topic (confirmed, data);
  return presser_statement_with_topic (confirmed, data);
}

static PresserStatement *
alter_like (PresserStatement *statement,
            gboolean          is_new,
            gconstpointer     data)
{
  PresserStatement *model = (PresserStatement *) data;
  g_autoptr (PresserStatement) confirmed = confirm (statement);
  g_autoptr (PresserStatement) spoken = presser_statement_with_speaker (
      confirmed, presser_statement_get_speaker (model));
  g_autoptr (PresserStatement) filed = presser_statement_with_topics (
      spoken, presser_statement_get_topics (model));

  return presser_statement_with_ground_rule (filed, presser_statement_get_ground_rule (model),
                                             presser_statement_get_embargo (model));
}

/**
 * presser_tagging_toggle_speaker:
 * @target: what is to be tagged
 * @speaker_id: (nullable): of a speaker of the document
 *
 * Returns: (transfer none) (nullable): the statement as it is then; %NULL if there was nothing to tag
 */
PresserStatement *
presser_tagging_toggle_speaker (const PresserTarget *target,
                                const char          *speaker_id)
{
  return alter_target (target, alter_speaker, speaker_id);
}

/**
 * presser_tagging_toggle_topic:
 * @target: what is to be tagged
 * @topic_id: of a topic of the document
 *
 * Returns: (transfer none) (nullable): the statement as it is then; %NULL if there was nothing to tag
 */
PresserStatement *
presser_tagging_toggle_topic (const PresserTarget *target,
                              const char          *topic_id)
{
  return alter_target (target, alter_topic, topic_id);
}

/**
 * presser_tagging_repeat:
 * @target: what is to be tagged
 * @model: a statement that was tagged
 *
 * Returns: (transfer none) (nullable): the statement as it is then; %NULL if there was nothing to tag
 */
PresserStatement *
presser_tagging_repeat (const PresserTarget *target,
                        PresserStatement    *model)
{
  return alter_target (target, alter_like, model);
}

typedef struct
{
  const char        *speaker; /* or NULL */
  const char *const *topics;
} Mark;

static PresserStatement *
alter_marked (PresserStatement *statement,
              gboolean          is_new,
              gconstpointer     data)
{
  const Mark        *mark = data;
  PresserStatement  *marked = confirm (statement);
  const char *const *topics;

  for (topics = mark->topics; *topics != NULL; topics++)
    {
      g_autoptr (PresserStatement) before = marked;

      marked = presser_statement_with_topic (before, *topics);
    }
  if (mark->speaker != NULL)
    {
      g_autoptr (PresserStatement) before = marked;

      marked = presser_statement_with_speaker (before, mark->speaker);
    }
  return marked;
}

/**
 * presser_tagging_mark:
 * @target: what is to be tagged
 * @speaker_id: (nullable): of a speaker of the document; %NULL leaves whose it is
 * @topic_ids: (array zero-terminated=1): of topics of the document
 *
 * Returns: (transfer none) (nullable): the statement as it is then; %NULL if there was nothing to tag
 */
PresserStatement *
presser_tagging_mark (const PresserTarget *target,
                      const char          *speaker_id,
                      const char *const   *topic_ids)
{
  Mark mark = { speaker_id, topic_ids };

  return alter_target (target, alter_marked, &mark);
}

static int
compare_ranges (gconstpointer one,
                gconstpointer other)
{
  const PresserRange *a = one;
  const PresserRange *b = other;

  return (a->start > b->start) - (a->start < b->start);
}

/* With @range put in, or taken out if it is one of the parts; parts that touch become one. */
static GArray *
toggle_range (PresserStatement *statement,
              PresserRange      range)
{
  GArray             *sorted = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  gboolean            found = FALSE;
  guint               i;

  for (i = 0; i < n_ranges; i++)
    {
      if (presser_range_equal (ranges[i], range))
        found = TRUE;
      else
        g_array_append_val (sorted, ranges[i]);
    }
  if (!found)
    g_array_append_val (sorted, range);
  g_array_sort (sorted, compare_ranges);

  for (i = 1; i < sorted->len;)
    {
      PresserRange *before = &g_array_index (sorted, PresserRange, i - 1);
      PresserRange *here = &g_array_index (sorted, PresserRange, i);

      if (here->start > before->end)
        {
          i++;
          continue;
        }
      before->end = MAX (before->end, here->end);
      g_array_remove_index (sorted, i);
    }
  return sorted;
}

/**
 * presser_tagging_toggle_part:
 * @target: with a selection
 * @statement: one of the document's
 *
 * Returns: (transfer none) (nullable): the statement as it is then; %NULL if nothing was selected or
 *   the selection is all of it
 */
PresserStatement *
presser_tagging_toggle_part (const PresserTarget *target,
                             PresserStatement    *statement)
{
  PresserRange range = presser_segment_trim (target->document, target->selection);
  g_autoptr (GArray) ranges = NULL;
  g_autoptr (PresserStatement) changed = NULL;

  if (presser_range_is_empty (range))
    return NULL;
  ranges = toggle_range (statement, range);
  if (ranges->len == 0)
    return NULL;

  changed = presser_statement_with_ranges (statement, (const PresserRange *) ranges->data, ranges->len);
  return presser_tagging_change (target->document, statement, changed, _ ("Change Parts of Statement"));
}

/**
 * presser_tagging_add_speaker:
 * @document: a document
 * @name: as a person writes it
 *
 * Returns: (transfer none): the id of the new speaker, or of the one of that name
 */
const char *
presser_tagging_add_speaker (PresserDocument *document,
                             const char      *name)
{
  PresserSpeaker *known = presser_document_find_speaker (document, name);
  g_autoptr (PresserSpeaker) plain = NULL;
  g_autoptr (PresserSpeaker) speaker = NULL;
  g_autofree char *id = NULL;

  if (known != NULL)
    return presser_speaker_get_id (known);

  id = presser_document_make_id (document, "p", name);
  plain = presser_speaker_new (id, name);
  speaker = presser_speaker_with_colour (plain, presser_palette_pick_speaker (document));
  presser_document_insert_speaker (document, G_MAXUINT, speaker);
  return presser_speaker_get_id (presser_document_get_speaker (document, id));
}

/**
 * presser_tagging_add_topic:
 * @document: a document
 * @label: as a person writes it
 *
 * Returns: (transfer none): the id of the new topic, or of the one of that name
 */
const char *
presser_tagging_add_topic (PresserDocument *document,
                           const char      *label)
{
  PresserTopic *known = presser_document_find_topic (document, label);
  g_autoptr (PresserTopic) plain = NULL;
  g_autoptr (PresserTopic) topic = NULL;
  g_autofree char *id = NULL;

  if (known != NULL)
    return presser_topic_get_id (known);

  id = presser_document_make_id (document, "t", label);
  plain = presser_topic_new (id, label);
  topic = presser_topic_with_colour (plain, presser_palette_pick_topic (document));
  presser_document_insert_topic (document, G_MAXUINT, topic);
  return presser_topic_get_id (presser_document_get_topic (document, id));
}
