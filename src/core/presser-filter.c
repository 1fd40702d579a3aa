/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-filter-private.h"

#include <string.h>

struct _PresserFilter
{
  GPtrArray *terms; /* of PresserTerm */
};

/**
 * presser_filter_new:
 * @query: what to look for, as the top of presser-filter.h describes; may be empty
 * @error: return location for %PRESSER_ERROR_INVALID, which says what is wrong and what is possible
 *
 * Returns: (transfer full) (nullable): a filter
 */
PresserFilter *
presser_filter_new (const char *query,
                    GError    **error)
{
  GPtrArray     *terms;
  PresserFilter *self;

  g_return_val_if_fail (query != NULL, NULL);

  terms = presser_filter_parse (query, error);
  if (terms == NULL)
    return NULL;
  self = g_new0 (PresserFilter, 1);
  self->terms = terms;
  return self;
}

/**
 * presser_filter_free:
 * @self: (transfer full): a filter
 */
void
presser_filter_free (PresserFilter *self)
{
  g_ptr_array_unref (self->terms);
  g_free (self);
}

static gboolean
holds (const char *text,
       const char *folded)
{
  g_autofree char *folded_text = NULL;

  if (text == NULL)
    return FALSE;
  folded_text = presser_filter_fold (text);
  return strstr (folded_text, folded) != NULL;
}

/* p.lavrov is found as it is and as lavrov. */
static gboolean
is_id (const char *id,
       const char *value)
{
  const char *dot = strchr (id, '.');

  return g_ascii_strcasecmp (id, value) == 0 || (dot != NULL && g_ascii_strcasecmp (dot + 1, value) == 0);
}

static gboolean
matches_speaker (PresserTerm      *term,
                 PresserDocument  *document,
                 PresserStatement *statement)
{
  const char        *id = presser_statement_get_speaker (statement);
  PresserSpeaker    *speaker = presser_document_get_speaker (document, id);
  const char *const *aliases;
  gsize              i;

  if (id == NULL)
    return FALSE;
  /* Somebody's id means nobody else, whose name may hold the same letters. */
  if (presser_document_get_speaker (document, term->value) != NULL)
    return g_str_equal (id, term->value);
  if (is_id (id, term->value))
    return TRUE;
  if (speaker == NULL)
    return FALSE;
  if (holds (presser_speaker_get_name (speaker), term->folded))
    return TRUE;
  aliases = presser_speaker_get_aliases (speaker);
  for (i = 0; aliases[i] != NULL; i++)
    if (holds (aliases[i], term->folded))
      return TRUE;
  return FALSE;
}

/* The topic itself or one above it. */
static gboolean
matches_topic_id (PresserTerm     *term,
                  PresserDocument *document,
                  const char      *id)
{
  guint    n_steps = g_list_model_get_n_items (presser_document_get_topics (document)) + 1;
  gboolean is_exact = presser_document_get_topic (document, term->value) != NULL;

  for (; id != NULL && n_steps > 0; n_steps--)
    {
      PresserTopic *topic = presser_document_get_topic (document, id);

      if (is_exact ? g_str_equal (id, term->value)
                   : is_id (id, term->value) || (topic != NULL && holds (presser_topic_get_label (topic), term->folded)))
        return TRUE;
      id = topic != NULL ? presser_topic_get_parent (topic) : NULL;
    }
  return FALSE;
}

static gboolean
matches_topic (PresserTerm      *term,
               PresserDocument  *document,
               PresserStatement *statement)
{
  const char *const *topics = presser_statement_get_topics (statement);
  gsize              i;

  for (i = 0; topics[i] != NULL; i++)
    if (matches_topic_id (term, document, topics[i]))
      return TRUE;
  return FALSE;
}

static gboolean
matches_annotator (PresserTerm      *term,
                   PresserDocument  *document,
                   PresserStatement *statement)
{
  const char       *id = presser_statement_get_annotator (statement);
  PresserAnnotator *annotator = presser_document_get_annotator (document, id);

  return id != NULL
         && (is_id (id, term->value)
             || (annotator != NULL && holds (presser_annotator_get_name (annotator), term->folded)));
}

static gboolean
matches_certainty (PresserTerm      *term,
                   PresserStatement *statement)
{
  const char *certainty = presser_statement_get_certainty (statement);

  if (certainty == NULL)
    return FALSE;
  if (g_ascii_isdigit (*term->folded) && g_ascii_isdigit (*certainty))
    return g_ascii_strtod (certainty, NULL) == g_ascii_strtod (term->folded, NULL);
  return g_ascii_strcasecmp (certainty, term->folded) == 0;
}

static gboolean
matches_text (PresserTerm      *term,
              PresserDocument  *document,
              PresserStatement *statement)
{
  g_autofree char *quote = presser_document_dup_quote (document, statement);

  return holds (quote, term->folded);
}

static gboolean
matches_term (PresserTerm      *term,
              PresserDocument  *document,
              PresserStatement *statement)
{
  switch ((int) term->field)
    {
    case PRESSER_TERM_SPEAKER:
      return matches_speaker (term, document, statement);
    case PRESSER_TERM_TOPIC:
      return matches_topic (term, document, statement);
    case PRESSER_TERM_STATUS:
      return (int) presser_statement_get_status (statement) == term->choice;
    case PRESSER_TERM_KIND:
      return (int) presser_statement_get_kind (statement) == term->choice;
    case PRESSER_TERM_RULE:
      return (int) presser_statement_get_ground_rule (statement) == term->choice;
    case PRESSER_TERM_NOTE:
      return holds (presser_statement_get_note (statement), term->folded);
    case PRESSER_TERM_ANNOTATOR:
      return matches_annotator (term, document, statement);
    case PRESSER_TERM_CERTAINTY:
      return matches_certainty (term, statement);
    case PRESSER_TERM_ID:
      return strcmp (presser_statement_get_id (statement), term->value) == 0;
    case PRESSER_TERM_IS:
      return term->choice == PRESSER_IS_UNTAGGED ? *presser_statement_get_topics (statement) == NULL
                                                 : presser_statement_get_speaker (statement) == NULL;
    default:
      return matches_text (term, document, statement);
    }
}

/**
 * presser_filter_matches:
 * @self: a filter
 * @document: the document of @statement
 * @statement: a statement
 *
 * Returns: whether the statement is one that the query asks for
 */
gboolean
presser_filter_matches (PresserFilter    *self,
                        PresserDocument  *document,
                        PresserStatement *statement)
{
  gboolean is_asked[PRESSER_TERM_N_FIELDS] = { FALSE };
  gboolean is_found[PRESSER_TERM_N_FIELDS] = { FALSE };
  guint    i;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (PRESSER_IS_STATEMENT (statement), FALSE);

  for (i = 0; i < self->terms->len; i++)
    {
      PresserTerm *term = self->terms->pdata[i];
      gboolean     is_either = term->field != PRESSER_TERM_TEXT && !term->is_negated;

      /* Of several values of one field, one is enough. */
      if (is_either && is_found[term->field])
        continue;
      if (is_either)
        is_asked[term->field] = TRUE;
      if (is_either && matches_term (term, document, statement))
        is_found[term->field] = TRUE;
      if (!is_either && matches_term (term, document, statement) == term->is_negated)
        return FALSE;
    }
  return memcmp (is_asked, is_found, sizeof is_asked) == 0;
}

/**
 * presser_filter_dup_matches:
 * @self: a filter
 * @document: a document
 *
 * Returns: (transfer full) (element-type PresserStatement): the statements that match, in text order
 */
GPtrArray *
presser_filter_dup_matches (PresserFilter   *self,
                            PresserDocument *document)
{
  GListModel *statements;
  GPtrArray  *matches;
  guint       i;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), NULL);

  statements = presser_document_get_statements (document);
  matches = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      if (presser_filter_matches (self, document, statement))
        g_ptr_array_add (matches, g_steal_pointer (&statement));
    }
  return matches;
}
