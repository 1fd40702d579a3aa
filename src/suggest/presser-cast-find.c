/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cast-private.h"

#include <string.h>

/* Whom pronouns and role nouns stand for, from where everybody was named. */

#define MAX_BACK 2500 /* bytes that a pronoun looks back */

static guint
find_sighting (PresserCast *self,
               guint32      position)
{
  guint low = 0, high = self->sightings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sightings, PresserSighting, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
sentence_ends_between (const char *text,
                       guint32     start,
                       guint32     end)
{
  for (guint32 i = start; i < end; i++)
    {
      if (text[i] == '\n' || ((text[i] == '.' || text[i] == '!' || text[i] == '?') && i + 1 < end && (g_ascii_isspace (text[i + 1]) || (guint8) text[i + 1] >= 0x80 || text[i + 1] == '"') && !(i >= 2 && text[i - 2] == ' ')))
        return TRUE;
    }

  return FALSE;
}

/**
 * presser_cast_find_before:
 * @self: a cast
 * @text: the text
 * @position: byte of the text where a pronoun stands
 * @gender: of the pronoun
 * @is_clear: (out): %FALSE if somebody else would fit as well
 *
 * Finds whom a pronoun stands for: of the nearest sentence that names somebody fitting, the first.
 *
 * Returns: (transfer none) (nullable): the person
 */
PresserPerson *
presser_cast_find_before (PresserCast  *self,
                          const char   *text,
                          guint32       position,
                          PresserGender gender,
                          gboolean     *is_clear)
{
  for (guint least = 2; least > 0; least--)
    {
      const PresserSighting *best = NULL;

      *is_clear = TRUE;
      for (guint i = find_sighting (self, position); i > 0; i--)
        {
          const PresserSighting *one = &g_array_index (self->sightings, PresserSighting, i - 1);
          guint                  strength = one->person->is_sure ? 2 : one->person->n_words > 1 && !one->person->is_place ? 1
                                                                                                                          : 0;

          if (position - one->position > MAX_BACK)
            break;
          if (strength < least || (gender != PRESSER_GENDER_UNKNOWN && one->person->gender != PRESSER_GENDER_UNKNOWN && one->person->gender != gender))
            continue;
          if (best != NULL && sentence_ends_between (text, one->position, best->position))
            break;
          if (best != NULL && best->person != one->person)
            *is_clear = FALSE;
          best = one;
        }
      if (best != NULL)
        return best->person;
    }

  return NULL;
}

/**
 * presser_cast_find_role:
 * @self: a cast
 * @text: the text
 * @role: a role noun: “the senator”
 * @position: byte of the text where it stands
 *
 * Finds the last person before a place who was introduced with a role.
 *
 * Returns: (transfer none) (nullable): the person
 */
PresserPerson *
presser_cast_find_role (PresserCast        *self,
                        const char         *text,
                        const PresserToken *role,
                        guint32             position)
{
  g_autofree char *word = g_utf8_strdown (text + role->start, role->end - role->start);
  guint            tries = 0;

  for (guint i = find_sighting (self, position); i > 0 && tries < 200; i--, tries++)
    {
      PresserPerson   *person = g_array_index (self->sightings, PresserSighting, i - 1).person;
      g_autofree char *has = person->role != NULL ? g_utf8_strdown (person->role, -1) : NULL;

      if (has != NULL && strstr (has, word) != NULL)
        return person;
    }

  return NULL;
}

/**
 * presser_cast_note:
 * @self: a cast
 * @person: somebody
 * @position: byte of the text where that person was found to speak
 *
 * Remembers that a person speaks, which makes it one that a pronoun can stand for.
 */
void
presser_cast_note (PresserCast   *self,
                   PresserPerson *person,
                   guint32        position)
{
  person->n_spoken++;
  if (!person->is_place)
    person->is_sure = 1;
}
