/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-builder-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"

/* People are known by their last name; a description keeps all its words. */
static char *
make_speaker_id (PresserTeiBuilder *self,
                 const char        *name,
                 gboolean           is_unnamed)
{
  const char      *last = strrchr (name, ' ');
  g_autofree char *id = presser_tei_make_name ("p.", is_unnamed || last == NULL ? name : last + 1);
  g_autofree char *free_id = g_strdup (id);

  for (guint i = 2; g_hash_table_contains (self->speaker_ids, free_id); i++)
    {
      g_free (free_id);
      free_id = g_strdup_printf ("%s-%u", id, i);
    }

  return g_steal_pointer (&free_id);
}

/**
 * presser_tei_builder_add_speaker:
 * @self: a builder
 * @name: the name as the transcript has it, or a description
 * @role: (nullable): the speaker's office
 * @is_unnamed: whether @name is a description that stands for many
 *
 * Declares a speaker. The same name again is the same speaker; a role given later is taken if there was none.
 *
 * Returns: (transfer none): the speaker's id
 */
const char *
presser_tei_builder_add_speaker (PresserTeiBuilder *self,
                                 const char        *name,
                                 const char        *role,
                                 gboolean           is_unnamed)
{
  PresserTeiBuilderSpeaker *speaker;
  g_autofree char          *key = NULL;

  g_return_val_if_fail (PRESSER_IS_TEI_BUILDER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = g_strconcat (is_unnamed ? "?" : "=", name, NULL);
  speaker = g_hash_table_lookup (self->speaker_names, key);
  if (speaker == NULL)
    {
      speaker = g_new0 (PresserTeiBuilderSpeaker, 1);
      speaker->name = presser_tei_clean_line (name, -1);
      speaker->id = make_speaker_id (self, speaker->name, is_unnamed);
      speaker->is_unnamed = is_unnamed;
      speaker->aliases = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->speakers, speaker);
      g_hash_table_insert (self->speaker_names, g_steal_pointer (&key), speaker);
      g_hash_table_insert (self->speaker_ids, speaker->id, speaker);
    }
  if (speaker->role == NULL && role != NULL && *role != '\0')
    speaker->role = presser_tei_clean_line (role, -1);

  return speaker->id;
}

/**
 * presser_tei_builder_add_alias:
 * @self: a builder
 * @speaker_id: id of a speaker of this builder
 * @alias: another printed form of the name
 *
 * Notes another form of a speaker's name, once.
 */
void
presser_tei_builder_add_alias (PresserTeiBuilder *self,
                               const char        *speaker_id,
                               const char        *alias)
{
  PresserTeiBuilderSpeaker *speaker;
  g_autofree char          *clean_alias = NULL;

  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));
  g_return_if_fail (speaker_id != NULL && alias != NULL);
  speaker = g_hash_table_lookup (self->speaker_ids, speaker_id);
  g_return_if_fail (speaker != NULL);

  clean_alias = presser_tei_clean_line (alias, -1);
  if (*clean_alias == '\0' || strcmp (clean_alias, speaker->name) == 0
      || g_ptr_array_find_with_equal_func (speaker->aliases, clean_alias, g_str_equal, NULL))
    return;

  g_ptr_array_add (speaker->aliases, g_steal_pointer (&clean_alias));
}
