/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-copy.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "presser-tei-builder.h"

typedef struct
{
  PresserExportView *view;
  PresserDocument   *original; /* borrowed from the view */
  PresserTeiBuilder *builder;
  GHashTable        *speakers; /* id in the original to id in the copy; both owned */
  GHashTable *protected;       /* of char *: turns whose speaker must not be named; borrowed */
  GHashTable      *turns;      /* id in the original, borrowed, to number in the copy */
  guint            n_turns;
  PresserDocument *document; /* the copy; borrowed */
} Copy;

static void
clear_copy (Copy *copy)
{
  g_clear_object (&copy->builder);
  g_hash_table_unref (copy->speakers);
  g_hash_table_unref (copy->protected);
  g_hash_table_unref (copy->turns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, clear_copy)

static gboolean
protects_speaker (PresserStatement *statement)
{
  PresserGroundRule rule = presser_statement_get_ground_rule (statement);

  return rule == PRESSER_GROUND_BACKGROUND || rule == PRESSER_GROUND_DEEP_BACKGROUND;
}

/* Also those of statements that stay here. */
static void
find_protected_turns (Copy *copy)
{
  GListModel *statements = presser_document_get_statements (copy->original);
  guint       n_statements = g_list_model_get_n_items (statements);

  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      PresserRange extent = presser_statement_get_extent (statement);
      guint        last = 0;

      if (!protects_speaker (statement))
        continue;
      last = presser_document_find_paragraph (copy->original, extent.end);
      for (guint p = presser_document_find_paragraph (copy->original, extent.start); p <= last; p++)
        {
          const char *turn = presser_paragraph_get_turn (presser_document_get_paragraph (copy->original, p));

          if (turn != NULL)
            g_hash_table_add (copy->protected, (gpointer) turn);
        }
    }
}

static const char *
add_speaker (Copy       *copy,
             const char *id)
{
  PresserSpeaker *speaker = id != NULL ? presser_document_get_speaker (copy->original, id) : NULL;
  const char     *known = speaker != NULL ? g_hash_table_lookup (copy->speakers, id) : NULL;

  if (speaker == NULL || known != NULL)
    return known;
  known = presser_tei_builder_add_speaker (copy->builder, presser_speaker_get_name (speaker), presser_speaker_get_role (speaker),
                                           presser_speaker_is_unnamed (speaker));
  g_hash_table_insert (copy->speakers, g_strdup (id), g_strdup (known));

  return g_hash_table_lookup (copy->speakers, id);
}

static void
begin_turn (Copy             *copy,
            PresserParagraph *paragraph)
{
  const char *turn = presser_paragraph_get_turn (paragraph);
  const char *speaker = g_hash_table_contains (copy->protected, turn) ? NULL : presser_paragraph_get_speaker (paragraph);

  guint question = 0;

  presser_tei_builder_begin_turn (copy->builder, add_speaker (copy, speaker), NULL, presser_paragraph_get_start_time (paragraph),
                                  presser_paragraph_get_end_time (paragraph));
  copy->n_turns++;
  g_hash_table_insert (copy->turns, (gpointer) turn, GUINT_TO_POINTER (copy->n_turns));
  if (presser_paragraph_get_question (paragraph) != NULL)
    question = GPOINTER_TO_UINT (g_hash_table_lookup (copy->turns, presser_paragraph_get_question (paragraph)));
  if (question > 0 && question < copy->n_turns)
    presser_tei_builder_set_question (copy->builder, question);
}

static void
add_paragraphs (Copy *copy)
{
  const char *turn = NULL;
  guint       n_paragraphs = presser_document_get_n_paragraphs (copy->original);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (copy->original, i);
      g_autofree char  *text = presser_export_view_dup_slice (copy->view, presser_document_get_paragraph_range (copy->original, i));

      if (g_strcmp0 (presser_paragraph_get_turn (paragraph), turn) != 0)
        {
          turn = presser_paragraph_get_turn (paragraph);
          if (turn != NULL)
            begin_turn (copy, paragraph);
          else
            presser_tei_builder_end_turn (copy->builder);
        }
      presser_tei_builder_add_paragraph (copy->builder, presser_paragraph_get_kind (paragraph), text, -1);
    }
}

static void
add_credited (Copy *copy)
{
  GPtrArray *statements = presser_export_view_get_statements (copy->view);

  for (guint i = 0; i < statements->len; i++)
    add_speaker (copy, presser_export_view_get_credit (copy->view, statements->pdata[i]).id);
}

/* What the builder does not know of a speaker. */
static void
complete_speakers (Copy *copy)
{
  GHashTableIter iter;
  gpointer       id = NULL;
  gpointer       new_id = NULL;

  g_hash_table_iter_init (&iter, copy->speakers);
  while (g_hash_table_iter_next (&iter, &id, &new_id))
    {
      PresserSpeaker *original = presser_document_get_speaker (copy->original, id);
      PresserSpeaker *bare = presser_document_get_speaker (copy->document, new_id);
      g_autoptr (PresserSpeaker) member = presser_speaker_with_affiliation (bare, presser_speaker_get_affiliation (original));
      g_autoptr (PresserSpeaker) linked = presser_speaker_with_link (member, presser_speaker_get_link (original));
      g_autoptr (PresserSpeaker) whole = presser_speaker_with_aliases (linked, presser_speaker_get_aliases (original));

      presser_document_replace_speaker (copy->document, bare, whole);
    }
}

static void
add_topics (Copy *copy)
{
  GListModel *topics = presser_document_get_topics (copy->original);
  guint       n_topics = g_list_model_get_n_items (topics);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      presser_document_insert_topic (copy->document, G_MAXUINT, topic);
    }
}

/* A description instead of a person is a speaker of its own. */
static char *
dup_credited_id (Copy             *copy,
                 PresserStatement *statement)
{
  PresserExportCredit credit = presser_export_view_get_credit (copy->view, statement);
  PresserSpeaker     *known = NULL;
  g_autofree char    *id = NULL;
  g_autoptr (PresserSpeaker) named = NULL;
  g_autoptr (PresserSpeaker) described = NULL;

  if (credit.name == NULL)
    return NULL;
  if (credit.id != NULL)
    return g_strdup (g_hash_table_lookup (copy->speakers, credit.id));
  known = presser_document_find_speaker (copy->document, credit.name);
  if (known != NULL)
    return g_strdup (presser_speaker_get_id (known));
  id = presser_document_make_id (copy->document, "p", credit.name);
  named = presser_speaker_new (id, credit.name);
  described = presser_speaker_with_unnamed (named, TRUE);
  presser_document_insert_speaker (copy->document, G_MAXUINT, described);

  return g_steal_pointer (&id);
}

static void
add_annotator (Copy       *copy,
               const char *id)
{
  PresserAnnotator *annotator = id != NULL ? presser_document_get_annotator (copy->original, id) : NULL;

  if (annotator != NULL && presser_document_get_annotator (copy->document, id) == NULL)
    presser_document_add_annotator (copy->document, annotator);
}

static PresserStatement *
copy_statement (Copy             *copy,
                PresserStatement *statement)
{
  g_autofree char *speaker = dup_credited_id (copy, statement);
  const char      *note = presser_export_view_filter_words (copy->view, statement, presser_statement_get_note (statement));
  g_autoptr (PresserStatement) credited = presser_statement_with_speaker (statement, speaker);
  g_autoptr (PresserStatement) noted = presser_statement_with_note (credited, note);
  g_autofree char *id = NULL;

  add_annotator (copy, presser_statement_get_annotator (statement));
  if (!presser_document_has_id (copy->document, presser_statement_get_id (statement)))
    return g_steal_pointer (&noted);
  id = presser_document_make_statement_id (copy->document);
  return presser_statement_with_id (noted, id);
}

static void
add_statements (Copy *copy)
{
  GPtrArray *statements = presser_export_view_get_statements (copy->view);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (copies, copy_statement (copy, statements->pdata[i]));
  presser_document_swap_statements (copy->document, NULL, copies);
}

/* A tab is as good as a blank, which XML makes of it. */
static gboolean
is_blank (gunichar character)
{
  return character != '\n' && g_unichar_isspace (character);
}

static gboolean
reads_the_same (const char *one,
                const char *other)
{
  while (*one != '\0' && *other != '\0')
    {
      gunichar first = g_utf8_get_char (one);
      gunichar second = g_utf8_get_char (other);

      if (first != second && !(is_blank (first) && is_blank (second)))
        return FALSE;
      one = g_utf8_next_char (one);
      other = g_utf8_next_char (other);
    }
  return *one == *other;
}

/* Positions are those of the original only if every character of the text is there. */
static gboolean
has_same_text (Copy    *copy,
               GError **error)
{
  g_autofree char *expected = presser_export_view_dup_text (copy->view);
  g_autofree char *text = presser_text_dup (presser_document_get_text (copy->document));

  if (reads_the_same (text, expected))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” has characters in its text that could not be written as TEI anew."),
               presser_export_view_get_source (copy->view)->name);
  return FALSE;
}

/**
 * presser_export_copy_new:
 * @view: a document as it may be shown
 * @error: return location for an error
 *
 * Writes the text anew, paragraph by paragraph, with those who spoke, and tags in it what goes out. Whoever said something
 * on background is not named as the speaker of that turn; what the text itself says stays.
 *
 * Returns: (transfer full): a file whose positions and ids are those of the document
 */
PresserTeiFile *
presser_export_copy_new (PresserExportView *view,
                         GError           **error)
{
  g_auto (Copy) copy = {
    .view = view,
    .original = presser_export_view_get_document (view),
    .builder = presser_tei_builder_new (),
    .speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .protected = g_hash_table_new (g_str_hash, g_str_equal),
    .turns = g_hash_table_new (g_str_hash, g_str_equal),
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PresserTeiFile) file = NULL;

  presser_tei_builder_set_metadata (copy.builder, presser_document_get_metadata (copy.original));
  find_protected_turns (&copy);
  add_paragraphs (&copy);
  add_credited (&copy);
  bytes = presser_tei_builder_finish (copy.builder);
  file = presser_tei_file_new (bytes, presser_export_view_get_source (view)->name, error);
  if (file == NULL)
    return NULL;
  copy.document = presser_tei_file_get_document (file);
  if (!has_same_text (&copy, error))
    return NULL;
  complete_speakers (&copy);
  add_topics (&copy);
  add_statements (&copy);

  return g_steal_pointer (&file);
}
