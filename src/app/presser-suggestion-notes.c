/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-suggestion-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kept with the document by the statement's id, so that undoing and accepting need no thought of it. */

typedef struct
{
  char *reason;
  char *speaker; /* id, as suggested; or NULL */
} Note;

static void
free_note (gpointer data)
{
  Note *note = data;

  g_free (note->reason);
  g_free (note->speaker);
  g_free (note);
}

static GHashTable *
get_notes (PresserDocument *document)
{
  static const char key[] = "presser-suggestion-notes";
  GHashTable       *notes = g_object_get_data (G_OBJECT (document), key);

  if (notes == NULL)
    {
      notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_note);
      g_object_set_data_full (G_OBJECT (document), key, notes, (GDestroyNotify) g_hash_table_unref);
    }
  return notes;
}

static char *
dup_reason (const PresserProposal *proposal)
{
  g_autofree char *words = g_strjoinv (", ", proposal->topic_words);

  if (*words == '\0')
    return g_strdup (proposal->reason);
  /* Translators: why something is suggested; then words of it that its topics are known by */
  return g_strdup_printf (_ ("%s · topic words: %s"), proposal->reason, words);
}

static void
take_note (const PresserProposal *proposal,
           PresserStatement      *statement,
           gpointer               user_data)
{
  Note *note = g_new0 (Note, 1);

  note->reason = dup_reason (proposal);
  note->speaker = g_strdup (presser_statement_get_speaker (statement));
  g_hash_table_replace (get_notes (user_data), g_strdup (presser_statement_get_id (statement)), note);
}

/**
 * presser_suggestion_notes_add:
 * @document: a document
 * @proposals: (element-type PresserProposal): what to add to it
 *
 * Adds proposals as suggestions, as one step to undo, and remembers why each was made.
 *
 * Returns: how many were added
 */
guint
presser_suggestion_notes_add (PresserDocument *document,
                              GPtrArray       *proposals)
{
  return presser_suggest_add_telling (document, proposals, PRESSER_STATUS_SUGGESTED, take_note, document);
}

static const char *
get_certainty_label (PresserStatement *statement)
{
  const char      *written = presser_statement_get_certainty (statement);
  PresserCertainty level;

  for (level = PRESSER_CERTAINTY_GUESS; level <= PRESSER_CERTAINTY_SURE; level++)
    if (g_strcmp0 (written, presser_certainty_to_string (level)) == 0)
      return presser_certainty_get_label (level);
  return NULL;
}

/**
 * presser_suggestion_is_as_made:
 * @document: a document
 * @statement: a suggestion of it
 *
 * Returns: whether the speaker is still the one that was suggested, for whom alone its certainty holds
 */
gboolean
presser_suggestion_is_as_made (PresserDocument  *document,
                               PresserStatement *statement)
{
  const Note *note = g_hash_table_lookup (get_notes (document), presser_statement_get_id (statement));

  return note == NULL || g_strcmp0 (note->speaker, presser_statement_get_speaker (statement)) == 0;
}

/**
 * presser_suggestion_notes_dup:
 * @document: a document
 * @statement: one of its statements
 *
 * Returns: (transfer full) (nullable): how sure a suggestion is and why it is made, as far as that is known; %NULL for
 *   what was decided
 */
char *
presser_suggestion_notes_dup (PresserDocument  *document,
                              PresserStatement *statement)
{
  const char *certainty = get_certainty_label (statement);
  const Note *note = g_hash_table_lookup (get_notes (document), presser_statement_get_id (statement));

  if (presser_statement_get_status (statement) != PRESSER_STATUS_SUGGESTED)
    return NULL;
  if (certainty == NULL)
    return NULL;
  if (!presser_suggestion_is_as_made (document, statement))
    return g_strdup (_ ("Suggested; the speaker is your choice"));
  if (note == NULL)
    /* Translators: of a suggestion: how sure it is, as in “Suggested (sure)” */
    return g_strdup_printf (_ ("Suggested (%s)"), certainty);
  /* Translators: of a suggestion: how sure it is, and why it is made */
  return g_strdup_printf (_ ("Suggested (%s): %s"), certainty, note->reason);
}

#define NEARBY 3000 /* code points on either side that a name is looked for in */

typedef struct
{
  const char *id;
  guint       distance; /* of the nearest mention; G_MAXUINT for none */
  guint       position; /* in the journalist's list */
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return one->position < other->position ? -1 : one->position > other->position;
}

static guint
find_distance (const char     *text,
               const char     *middle,
               PresserSpeaker *speaker)
{
  const char *name = presser_speaker_get_name (speaker);
  const char *surname = strrchr (name, ' ');
  const char *at;
  guint       nearest = G_MAXUINT;

  name = surname != NULL ? surname + 1 : name;
  if (*name == '\0')
    return nearest;
  for (at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    nearest = MIN (nearest, (guint) ABS (at - middle));
  return nearest;
}

static void
rank_speakers (PresserDocument  *document,
               PresserStatement *statement,
               const char       *suggested,
               GArray           *candidates)
{
  PresserText     *text = presser_document_get_text (document);
  GListModel      *speakers = presser_document_get_speakers (document);
  guint            start = presser_statement_get_extent (statement).start;
  PresserRange     around = { start > NEARBY ? start - NEARBY : 0, MIN (start + NEARBY, presser_text_get_length (text)) };
  g_autofree char *slice = presser_text_dup_slice (text, around);
  const char      *middle = g_utf8_offset_to_pointer (slice, (glong) (start - around.start));
  guint            i;

  for (i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);
      Candidate candidate = { presser_speaker_get_id (speaker), find_distance (slice, middle, speaker), i };

      if (g_strcmp0 (candidate.id, suggested) == 0)
        candidate.distance = 0;
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
}

/**
 * presser_suggestion_list_speakers:
 * @document: a document
 * @statement: a suggestion of it
 *
 * Returns: (transfer full): ids of all speakers, in the order in which they may be meant
 */
char **
presser_suggestion_list_speakers (PresserDocument  *document,
                                  PresserStatement *statement)
{
  const Note *note = g_hash_table_lookup (get_notes (document), presser_statement_get_id (statement));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint i;

  rank_speakers (document, statement, note != NULL ? note->speaker : presser_statement_get_speaker (statement), candidates);
  for (i = 0; i < candidates->len; i++)
    g_strv_builder_add (ids, g_array_index (candidates, Candidate, i).id);
  return g_strv_builder_end (ids);
}
