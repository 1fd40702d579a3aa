/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-filter-complete.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-filter-private.h"

/* More than that is no help. */
#define MAX_COMPLETIONS 12

/* The term that is being typed, as far as it goes. */
typedef struct
{
  const char      *minus; /* "-" or "" */
  PresserTermField field; /* PRESSER_TERM_TEXT while none is named */
  char            *folded;
  GPtrArray       *found; /* of PresserCompletion */
} Stem;

static void
completion_free (gpointer data)
{
  PresserCompletion *completion = data;

  g_free (completion->text);
  g_free (completion->label);
  g_free (completion->detail);
  g_free (completion);
}

static void
add (Stem       *stem,
     char       *text,
     const char *label,
     const char *detail,
     gboolean    is_field)
{
  PresserCompletion *completion = g_new0 (PresserCompletion, 1);

  completion->text = text;
  completion->label = g_strdup (label);
  completion->detail = g_strdup (detail);
  completion->is_field = is_field;
  g_ptr_array_add (stem->found, completion);
}

static const char *
get_detail (PresserTermField field)
{
  switch ((int) field)
    {
    case PRESSER_TERM_SPEAKER:
      return _ ("who said it");
    case PRESSER_TERM_TOPIC:
      return _ ("what it is about, sub-topics too");
    case PRESSER_TERM_STATUS:
      return _ ("suggested, draft or verified");
    case PRESSER_TERM_KIND:
      return _ ("direct, indirect or mixed");
    case PRESSER_TERM_RULE:
      return _ ("on the record or not");
    case PRESSER_TERM_NOTE:
      return _ ("words of the note");
    case PRESSER_TERM_ANNOTATOR:
      return _ ("who tagged it");
    case PRESSER_TERM_CERTAINTY:
      return _ ("how sure a suggestion is");
    case PRESSER_TERM_IS:
      return _ ("without topic, without speaker");
    default:
      return _ ("the statement of that name");
    }
}

/* A beginning is better than a place in the middle. */
static gboolean
fits (Stem       *stem,
      const char *text,
      gboolean    at_start)
{
  g_autofree char *folded = presser_filter_fold (text);
  const char      *place = strstr (folded, stem->folded);

  return place != NULL && (place == folded) == at_start;
}

static void
add_value (Stem            *stem,
           PresserTermField field,
           const char      *value,
           const char      *id)
{
  const char *quote = strpbrk (value, " \t\n") != NULL || g_utf8_strchr (value, -1, 0xa0) != NULL ? "\"" : "";
  const char *written = strchr (value, '"') == NULL ? value : id;

  if (written == id)
    quote = "";
  if (written == NULL)
    return;
  add (stem, g_strdup_printf ("%s%s:%s%s%s", stem->minus, presser_term_field_get_name (field), quote, written, quote),
       value, get_detail (field), FALSE);
}

static void
add_items (Stem            *stem,
           PresserTermField field,
           GListModel      *items,
           const char *(*get_label) (gpointer item),
           const char *(*get_id) (gpointer item),
           gboolean at_start)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (fits (stem, get_label (item), at_start))
        add_value (stem, field, get_label (item), get_id (item));
    }
}

static const char *
get_speaker_name (gpointer item)
{
  return presser_speaker_get_name (item);
}

static const char *
get_speaker_id (gpointer item)
{
  return presser_speaker_get_id (item);
}

static const char *
get_topic_label (gpointer item)
{
  return presser_topic_get_label (item);
}

static const char *
get_topic_id (gpointer item)
{
  return presser_topic_get_id (item);
}

static const char *
get_annotator_name (gpointer item)
{
  return presser_annotator_get_name (item);
}

static const char *
get_annotator_id (gpointer item)
{
  return presser_annotator_get_id (item);
}

static void
add_values (Stem            *stem,
            PresserTermField field,
            PresserDocument *document,
            gboolean         at_start)
{
  const char *word;

  if (field == PRESSER_TERM_SPEAKER)
    add_items (stem, field, presser_document_get_speakers (document), get_speaker_name, get_speaker_id, at_start);
  else if (field == PRESSER_TERM_TOPIC)
    add_items (stem, field, presser_document_get_topics (document), get_topic_label, get_topic_id, at_start);
  else if (field == PRESSER_TERM_ANNOTATOR)
    add_items (stem, field, presser_document_get_annotators (document), get_annotator_name, get_annotator_id, at_start);
  for (guint i = 0; (word = presser_term_field_get_word (field, i)) != NULL; i++)
    if (fits (stem, word, at_start))
      add_value (stem, field, word, NULL);
}

static void
add_fields (Stem *stem)
{
  for (guint i = PRESSER_TERM_TEXT + 1; i < PRESSER_TERM_N_FIELDS; i++)
    {
      const char *name = presser_term_field_get_name ((PresserTermField) i);

      if (g_str_has_prefix (name, stem->folded))
        add (stem, g_strdup_printf ("%s%s:", stem->minus, name), name, get_detail ((PresserTermField) i), TRUE);
    }
}

static PresserTermField
find_field (const char *term,
            gsize       length)
{
  for (guint i = PRESSER_TERM_TEXT + 1; i < PRESSER_TERM_N_FIELDS; i++)
    {
      const char *name = presser_term_field_get_name ((PresserTermField) i);

      if (strlen (name) == length && g_ascii_strncasecmp (name, term, length) == 0)
        return (PresserTermField) i;
    }
  return PRESSER_TERM_TEXT;
}

/* The bounds of the term that ends at or holds the cursor; a blank in straight quotes parts nothing. */
static void
find_term (const char  *query,
           const char  *cursor,
           const char **start,
           const char **end)
{
  gboolean    is_quoted = FALSE;
  const char *p;

  *start = query;
  for (p = query; p < cursor; p = g_utf8_next_char (p))
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && g_unichar_isspace (g_utf8_get_char (p)))
        *start = g_utf8_next_char (p);
    }
  while (*p != '\0' && (is_quoted || !g_unichar_isspace (g_utf8_get_char (p))))
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      p = g_utf8_next_char (p);
    }
  *end = p;
}

static void
complete_term (Stem            *stem,
               const char      *term,
               PresserDocument *document)
{
  const char *colon = strchr (term, ':');

  stem->field = colon != NULL ? find_field (term, (gsize) (colon - term)) : PRESSER_TERM_TEXT;
  if (stem->field != PRESSER_TERM_TEXT)
    term = colon + 1;
  if (*term == '"')
    term++;
  stem->folded = presser_filter_fold (term);
  if (stem->field == PRESSER_TERM_TEXT && *(term - 1) != '"')
    add_fields (stem);
  for (int pass = 0; pass < 2; pass++)
    {
      if (stem->field != PRESSER_TERM_TEXT)
        add_values (stem, stem->field, document, pass == 0);
      else if (*stem->folded != '\0')
        {
          add_values (stem, PRESSER_TERM_SPEAKER, document, pass == 0);
          add_values (stem, PRESSER_TERM_TOPIC, document, pass == 0);
        }
    }
  if (stem->found->len > MAX_COMPLETIONS)
    g_ptr_array_set_size (stem->found, MAX_COMPLETIONS);
}

/**
 * presser_filter_complete:
 * @query: a query, as far as it is typed
 * @cursor: where the cursor is, in code points
 * @document: whose speakers, topics and annotators to offer
 * @start: (out): where the term at the cursor begins, in code points
 * @end: (out): where it ends
 *
 * Looks for fields that begin like what is typed and for values that hold it, those that begin like it first.
 * Case and accents do not count.
 *
 * Returns: (transfer full) (element-type PresserCompletion): ways to go on, best first
 */
GPtrArray *
presser_filter_complete (const char      *query,
                         guint            cursor,
                         PresserDocument *document,
                         guint           *start,
                         guint           *end)
{
  GPtrArray       *found = g_ptr_array_new_with_free_func (completion_free);
  Stem             stem = { "", PRESSER_TERM_TEXT, NULL, found };
  const char      *from;
  const char      *to;
  g_autofree char *term = NULL;

  g_return_val_if_fail (query != NULL, found);
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), found);

  cursor = MIN (cursor, (guint) g_utf8_strlen (query, -1));
  find_term (query, g_utf8_offset_to_pointer (query, cursor), &from, &to);
  *start = (guint) g_utf8_pointer_to_offset (query, from);
  *end = (guint) g_utf8_pointer_to_offset (query, to);
  /* A blank in front, so that there is always something before the term to look at. */
  term = g_strdup_printf (" %.*s", (int) (to - from), from);
  if (term[1] == '-')
    stem.minus = "-";
  complete_term (&stem, term + (term[1] == '-' ? 2 : 1), document);
  g_free (stem.folded);
  return found;
}
