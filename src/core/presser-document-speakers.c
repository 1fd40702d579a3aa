/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document-private.h"

#include <glib/gi18n-lib.h>

/**
 * presser_document_find_speaker:
 * @self: a document
 * @name: a name or alias, whatever its case
 *
 * Returns: (transfer none) (nullable): who is called so; the first one if there are several
 */
PresserSpeaker *
presser_document_find_speaker (PresserDocument *self,
                               const char      *name)
{
  GListModel *speakers;
  guint       i;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  speakers = presser_document_get_speakers (self);
  for (i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);

      if (presser_speaker_is_called (speaker, name))
        return speaker;
    }
  return NULL;
}

static guint
find_position (GPtrArray *objects,
               gpointer   object)
{
  guint position = 0;

  g_ptr_array_find (objects, object, &position);
  return position;
}

/**
 * presser_document_insert_speaker:
 * @self: a document
 * @position: where in the list; G_MAXUINT is the end
 * @speaker: somebody whose id is new here
 */
void
presser_document_insert_speaker (PresserDocument *self,
                                 guint            position,
                                 PresserSpeaker  *speaker)
{
  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_SPEAKER (speaker));
  g_return_if_fail (presser_document_get_speaker (self, presser_speaker_get_id (speaker)) == NULL);

  if (!presser_document_can_change (self))
    return;
  presser_document_insert_object (self, PRESSER_CHANGE_SPEAKERS, position, speaker, _ ("Add speaker"));
}

/* Without a group or a label of its own. */
static void
replace_speaker (PresserDocument *self,
                 PresserSpeaker  *old_speaker,
                 PresserSpeaker  *new_speaker)
{
  g_autoptr (GPtrArray) speakers = presser_document_dup_list (self, PRESSER_CHANGE_SPEAKERS);
  guint position = find_position (speakers, old_speaker);

  g_object_unref (speakers->pdata[position]);
  speakers->pdata[position] = g_object_ref (new_speaker);
  presser_document_set_list (self, PRESSER_CHANGE_SPEAKERS, speakers);
}

/**
 * presser_document_replace_speaker:
 * @self: a document
 * @old_speaker: a speaker of the document
 * @new_speaker: the same one, changed: the id is the same
 */
void
presser_document_replace_speaker (PresserDocument *self,
                                  PresserSpeaker  *old_speaker,
                                  PresserSpeaker  *new_speaker)
{
  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_SPEAKER (new_speaker));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_SPEAKERS, old_speaker));
  g_return_if_fail (g_str_equal (presser_speaker_get_id (old_speaker), presser_speaker_get_id (new_speaker)));

  if (!presser_document_can_change (self))
    return;
  presser_history_begin (self->history, _ ("Change speaker"));
  replace_speaker (self, old_speaker, new_speaker);
  presser_history_end (self->history);
}

/**
 * presser_document_move_speaker:
 * @self: a document
 * @speaker: a speaker of the document
 * @position: where in the list, counted without @speaker; G_MAXUINT is the end
 */
void
presser_document_move_speaker (PresserDocument *self,
                               PresserSpeaker  *speaker,
                               guint            position)
{
  g_autoptr (GPtrArray) speakers = NULL;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_SPEAKERS, speaker));

  if (!presser_document_can_change (self))
    return;
  speakers = presser_document_dup_list (self, PRESSER_CHANGE_SPEAKERS);
  g_ptr_array_remove_index (speakers, find_position (speakers, speaker));
  g_ptr_array_insert (speakers, (int) MIN (position, speakers->len), g_object_ref (speaker));
  presser_history_begin (self->history, _ ("Move speaker"));
  presser_document_set_list (self, PRESSER_CHANGE_SPEAKERS, speakers);
  presser_history_end (self->history);
}

typedef struct
{
  const char *from;
  const char *into; /* or NULL */
} Hand;

static PresserStatement *
hand_statement (PresserStatement *statement,
                gpointer          user_data)
{
  Hand *hand = user_data;

  if (g_strcmp0 (presser_statement_get_speaker (statement), hand->from) != 0)
    return NULL;
  return presser_statement_with_speaker (statement, hand->into);
}

static PresserParagraph *
hand_paragraph (PresserParagraph *paragraph,
                gpointer          user_data)
{
  Hand *hand = user_data;

  if (g_strcmp0 (presser_paragraph_get_speaker (paragraph), hand->from) != 0)
    return NULL;
  return presser_paragraph_with_turn (paragraph, presser_paragraph_get_turn (paragraph), hand->into);
}

/* Everything the speaker said goes first, so that no moment shows a statement of somebody unknown. */
static void
take_out_speaker (PresserDocument *self,
                  PresserSpeaker  *speaker,
                  const char      *into)
{
  g_autoptr (GPtrArray) speakers = presser_document_dup_list (self, PRESSER_CHANGE_SPEAKERS);
  Hand hand = { presser_speaker_get_id (speaker), into };

  presser_document_change_statements (self, hand_statement, &hand);
  presser_document_change_paragraphs (self, hand_paragraph, &hand);
  g_ptr_array_remove_index (speakers, find_position (speakers, speaker));
  presser_document_set_list (self, PRESSER_CHANGE_SPEAKERS, speakers);
}

/**
 * presser_document_remove_speaker:
 * @self: a document
 * @speaker: a speaker of the document
 *
 * The speaker's statements and turns are left with nobody.
 */
void
presser_document_remove_speaker (PresserDocument *self,
                                 PresserSpeaker  *speaker)
{
  g_autoptr (PresserSpeaker) kept = NULL;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_SPEAKERS, speaker));

  if (!presser_document_can_change (self))
    return;
  kept = g_object_ref (speaker);
  presser_history_begin (self->history, _ ("Remove speaker"));
  take_out_speaker (self, kept, NULL);
  presser_history_end (self->history);
}

static void
add_alias (GPtrArray      *aliases,
           PresserSpeaker *into,
           const char     *name)
{
  if (!presser_speaker_is_called (into, name)
      && !g_ptr_array_find_with_equal_func (aliases, name, g_str_equal, NULL))
    g_ptr_array_add (aliases, (gpointer) name);
}

static PresserSpeaker *
with_names_of (PresserSpeaker *into,
               PresserSpeaker *speaker)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  const char *const *names;
  gsize              i;

  names = presser_speaker_get_aliases (into);
  for (i = 0; names[i] != NULL; i++)
    g_ptr_array_add (aliases, (gpointer) names[i]);
  add_alias (aliases, into, presser_speaker_get_name (speaker));
  names = presser_speaker_get_aliases (speaker);
  for (i = 0; names[i] != NULL; i++)
    add_alias (aliases, into, names[i]);
  g_ptr_array_add (aliases, NULL);
  return presser_speaker_with_aliases (into, (const char *const *) aliases->pdata);
}

/**
 * presser_document_merge_speaker:
 * @self: a document
 * @speaker: a speaker of the document, who goes
 * @into: another one, who gets the statements and turns, and name and aliases as aliases
 */
void
presser_document_merge_speaker (PresserDocument *self,
                                PresserSpeaker  *speaker,
                                PresserSpeaker  *into)
{
  g_autoptr (PresserSpeaker) kept = NULL;
  g_autoptr (PresserSpeaker) merged = NULL;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_SPEAKERS, speaker));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_SPEAKERS, into));
  g_return_if_fail (speaker != into);

  if (!presser_document_can_change (self))
    return;
  kept = g_object_ref (speaker);
  merged = with_names_of (into, speaker);
  presser_history_begin (self->history, _ ("Merge speakers"));
  replace_speaker (self, into, merged);
  take_out_speaker (self, kept, presser_speaker_get_id (merged));
  presser_history_end (self->history);
}

/* Labels, notes and stage directions between turns are nobody's. */
static gboolean
is_spoken (PresserParagraph *paragraph)
{
  return presser_paragraph_get_kind (paragraph) == PRESSER_PARAGRAPH_SPEECH
         || presser_paragraph_get_kind (paragraph) == PRESSER_PARAGRAPH_BODY;
}

/**
 * presser_document_find_turn_speaker:
 * @self: a document
 * @range: a part of the text, in code points
 *
 * Whose words a part of the text is likely to be.
 *
 * Returns: (transfer none) (nullable): id of the speaker whose turn @range lies in; %NULL if it lies in none, or
 *   touches what others say too
 */
const char *
presser_document_find_turn_speaker (PresserDocument *self,
                                    PresserRange     range)
{
  const char *speaker_id = NULL;
  gboolean    is_first = TRUE;
  guint       last;
  guint       i;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  last = presser_document_find_paragraph (self, range.end > range.start ? range.end - 1 : range.end);
  for (i = presser_document_find_paragraph (self, range.start); i <= last; i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (self, i);

      if (!is_spoken (paragraph))
        continue;
      if (!is_first && g_strcmp0 (speaker_id, presser_paragraph_get_speaker (paragraph)) != 0)
        return NULL;
      speaker_id = presser_paragraph_get_speaker (paragraph);
      is_first = FALSE;
    }
  return speaker_id;
}
