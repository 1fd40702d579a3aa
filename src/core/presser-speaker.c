/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-speaker.h"

#include "presser-strings-private.h"

struct _PresserSpeaker
{
  GObject parent_instance;

  char    *id;
  char    *name;
  char    *role;
  char    *affiliation;
  char    *link;
  char   **aliases; /* never NULL */
  int      colour;
  gboolean is_unnamed;
};

G_DEFINE_FINAL_TYPE (PresserSpeaker, presser_speaker, G_TYPE_OBJECT)

static void
presser_speaker_finalize (GObject *object)
{
  PresserSpeaker *self = PRESSER_SPEAKER (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->role);
  g_free (self->affiliation);
  g_free (self->link);
  g_strfreev (self->aliases);
  G_OBJECT_CLASS (presser_speaker_parent_class)->finalize (object);
}

static void
presser_speaker_class_init (PresserSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_speaker_finalize;
}

static void
presser_speaker_init (PresserSpeaker *self)
{
  self->colour = PRESSER_COLOUR_AUTOMATIC;
}

static void
set_string (char      **field,
            const char *value)
{
  g_free (*field);
  *field = presser_strings_dup_filled (value);
}

static PresserSpeaker *
copy (PresserSpeaker *self)
{
  PresserSpeaker *other = g_object_new (PRESSER_TYPE_SPEAKER, NULL);

  other->id = g_strdup (self->id);
  other->name = g_strdup (self->name);
  other->role = g_strdup (self->role);
  other->affiliation = g_strdup (self->affiliation);
  other->link = g_strdup (self->link);
  other->aliases = g_strdupv (self->aliases);
  other->colour = self->colour;
  other->is_unnamed = self->is_unnamed;
  return other;
}

/**
 * presser_speaker_new:
 * @id: XML id, unique in the document
 * @name: the name, or a description for somebody unnamed
 *
 * Returns: (transfer full): a new speaker, of whom nothing else is known
 */
PresserSpeaker *
presser_speaker_new (const char *id,
                     const char *name)
{
  PresserSpeaker *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (PRESSER_TYPE_SPEAKER, NULL);
  self->id = g_strdup (id);
  self->name = presser_strings_clean (name, -1);
  self->aliases = g_new0 (char *, 1);
  return self;
}

/**
 * presser_speaker_get_id:
 * @self: a speaker
 *
 * Returns: the XML id, stable for life
 */
const char *
presser_speaker_get_id (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  return self->id;
}

/**
 * presser_speaker_get_name:
 * @self: a speaker
 *
 * Returns: the name as it is shown
 */
const char *
presser_speaker_get_name (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  return self->name;
}

/**
 * presser_speaker_get_role:
 * @self: a speaker
 *
 * Returns: (nullable): what the person is: “Foreign Minister”
 */
const char *
presser_speaker_get_role (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  return self->role;
}

/**
 * presser_speaker_get_affiliation:
 * @self: a speaker
 *
 * Returns: (nullable): for whom the person speaks
 */
const char *
presser_speaker_get_affiliation (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  return self->affiliation;
}

/**
 * presser_speaker_get_link:
 * @self: a speaker
 *
 * Returns: (nullable): a page or record about the person
 */
const char *
presser_speaker_get_link (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  return self->link;
}

/**
 * presser_speaker_get_aliases:
 * @self: a speaker
 *
 * Returns: other printed forms of the name; never %NULL
 */
const char *const *
presser_speaker_get_aliases (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  return (const char *const *) self->aliases;
}

/**
 * presser_speaker_get_colour:
 * @self: a speaker
 *
 * Returns: a place in the palette, or %PRESSER_COLOUR_AUTOMATIC
 */
int
presser_speaker_get_colour (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), PRESSER_COLOUR_AUTOMATIC);

  return self->colour;
}

/**
 * presser_speaker_is_unnamed:
 * @self: a speaker
 *
 * Returns: whether the name is a description that stands for many
 */
gboolean
presser_speaker_is_unnamed (PresserSpeaker *self)
{
  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), FALSE);

  return self->is_unnamed;
}

/**
 * presser_speaker_is_called:
 * @self: a speaker
 * @label: a name as somebody printed or typed it
 *
 * Returns: whether @label is the name or an alias, whatever its case
 */
gboolean
presser_speaker_is_called (PresserSpeaker *self,
                           const char     *label)
{
  gsize i;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (presser_strings_same_name (self->name, label))
    return TRUE;
  for (i = 0; self->aliases[i] != NULL; i++)
    if (presser_strings_same_name (self->aliases[i], label))
      return TRUE;
  return FALSE;
}

/**
 * presser_speaker_with_name:
 * @self: a speaker
 * @name: the new name
 *
 * Returns: (transfer full): a copy with that name
 */
PresserSpeaker *
presser_speaker_with_name (PresserSpeaker *self, const char *name)
{
  PresserSpeaker *changed;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  changed = copy (self);
  g_free (changed->name);
  changed->name = presser_strings_clean (name, -1);
  return changed;
}

/**
 * presser_speaker_with_role:
 * @self: a speaker
 * @role: (nullable): the role
 *
 * Returns: (transfer full): a copy with that role
 */
PresserSpeaker *
presser_speaker_with_role (PresserSpeaker *self, const char *role)
{
  PresserSpeaker *changed;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  changed = copy (self);
  set_string (&changed->role, role);
  return changed;
}

/**
 * presser_speaker_with_affiliation:
 * @self: a speaker
 * @affiliation: (nullable): for whom the person speaks
 *
 * Returns: (transfer full): a copy with that affiliation
 */
PresserSpeaker *
presser_speaker_with_affiliation (PresserSpeaker *self, const char *affiliation)
{
  PresserSpeaker *changed;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  changed = copy (self);
  set_string (&changed->affiliation, affiliation);
  return changed;
}

/**
 * presser_speaker_with_link:
 * @self: a speaker
 * @link: (nullable): a URL
 *
 * Returns: (transfer full): a copy with that link
 */
PresserSpeaker *
presser_speaker_with_link (PresserSpeaker *self, const char *link)
{
  PresserSpeaker *changed;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  changed = copy (self);
  set_string (&changed->link, link);
  return changed;
}

/**
 * presser_speaker_with_aliases:
 * @self: a speaker
 * @aliases: (nullable): other printed forms of the name
 *
 * Returns: (transfer full): a copy with those aliases and no others
 */
PresserSpeaker *
presser_speaker_with_aliases (PresserSpeaker *self, const char *const *aliases)
{
  PresserSpeaker *changed;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  changed = copy (self);
  g_strfreev (changed->aliases);
  changed->aliases = presser_strings_dup_list (aliases);
  return changed;
}

/**
 * presser_speaker_with_colour:
 * @self: a speaker
 * @colour: a place in the palette, or %PRESSER_COLOUR_AUTOMATIC
 *
 * Returns: (transfer full): a copy with that colour
 */
PresserSpeaker *
presser_speaker_with_colour (PresserSpeaker *self, int colour)
{
  PresserSpeaker *changed;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  changed = copy (self);
  changed->colour = colour;
  return changed;
}

/**
 * presser_speaker_with_unnamed:
 * @self: a speaker
 * @unnamed: whether the name is a description that stands for many
 *
 * Returns: (transfer full): a copy changed so
 */
PresserSpeaker *
presser_speaker_with_unnamed (PresserSpeaker *self, gboolean unnamed)
{
  PresserSpeaker *changed;

  g_return_val_if_fail (PRESSER_IS_SPEAKER (self), NULL);

  changed = copy (self);
  changed->is_unnamed = unnamed;
  return changed;
}
