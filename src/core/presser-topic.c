/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-topic.h"

#include "presser-speaker.h"
#include "presser-strings-private.h"

struct _PresserTopic
{
  GObject parent_instance;

  char  *id;
  char  *label;
  char  *definition;
  char  *parent;   /* id of the topic above, or NULL */
  char **keywords; /* never NULL */
  int    colour;
};

G_DEFINE_FINAL_TYPE (PresserTopic, presser_topic, G_TYPE_OBJECT)

static void
presser_topic_finalize (GObject *object)
{
  PresserTopic *self = PRESSER_TOPIC (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->definition);
  g_free (self->parent);
  g_strfreev (self->keywords);
  G_OBJECT_CLASS (presser_topic_parent_class)->finalize (object);
}

static void
presser_topic_class_init (PresserTopicClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_topic_finalize;
}

static void
presser_topic_init (PresserTopic *self)
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

static PresserTopic *
copy (PresserTopic *self)
{
  PresserTopic *other = g_object_new (PRESSER_TYPE_TOPIC, NULL);

  other->id = g_strdup (self->id);
  other->label = g_strdup (self->label);
  other->definition = g_strdup (self->definition);
  other->parent = g_strdup (self->parent);
  other->keywords = g_strdupv (self->keywords);
  other->colour = self->colour;
  return other;
}

/**
 * presser_topic_new:
 * @id: XML id, unique in the document
 * @label: the name as it is shown
 *
 * Returns: (transfer full): a new topic without parent
 */
PresserTopic *
presser_topic_new (const char *id,
                   const char *label)
{
  PresserTopic *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (PRESSER_TYPE_TOPIC, NULL);
  self->id = g_strdup (id);
  self->label = presser_strings_clean (label, -1);
  self->keywords = g_new0 (char *, 1);
  return self;
}

/**
 * presser_topic_get_id:
 * @self: a topic
 *
 * Returns: the XML id, stable for life
 */
const char *
presser_topic_get_id (PresserTopic *self)
{
  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  return self->id;
}

/**
 * presser_topic_get_label:
 * @self: a topic
 *
 * Returns: the name as it is shown
 */
const char *
presser_topic_get_label (PresserTopic *self)
{
  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  return self->label;
}

/**
 * presser_topic_get_definition:
 * @self: a topic
 *
 * Returns: (nullable): what belongs to the topic, in a sentence
 */
const char *
presser_topic_get_definition (PresserTopic *self)
{
  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  return self->definition;
}

/**
 * presser_topic_get_parent:
 * @self: a topic
 *
 * Returns: (nullable): id of the topic above
 */
const char *
presser_topic_get_parent (PresserTopic *self)
{
  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  return self->parent;
}

/**
 * presser_topic_get_keywords:
 * @self: a topic
 *
 * Returns: words that hint at the topic; never %NULL
 */
const char *const *
presser_topic_get_keywords (PresserTopic *self)
{
  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  return (const char *const *) self->keywords;
}

/**
 * presser_topic_get_colour:
 * @self: a topic
 *
 * Returns: a place in the palette, or %PRESSER_COLOUR_AUTOMATIC
 */
int
presser_topic_get_colour (PresserTopic *self)
{
  g_return_val_if_fail (PRESSER_IS_TOPIC (self), PRESSER_COLOUR_AUTOMATIC);

  return self->colour;
}

/**
 * presser_topic_with_label:
 * @self: a topic
 * @label: the new name
 *
 * Returns: (transfer full): a copy with that label
 */
PresserTopic *
presser_topic_with_label (PresserTopic *self, const char *label)
{
  PresserTopic *changed;

  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  changed = copy (self);
  g_free (changed->label);
  changed->label = presser_strings_clean (label, -1);
  return changed;
}

/**
 * presser_topic_with_definition:
 * @self: a topic
 * @definition: (nullable): what belongs to the topic
 *
 * Returns: (transfer full): a copy with that definition
 */
PresserTopic *
presser_topic_with_definition (PresserTopic *self, const char *definition)
{
  PresserTopic *changed;

  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  changed = copy (self);
  set_string (&changed->definition, definition);
  return changed;
}

/**
 * presser_topic_with_parent:
 * @self: a topic
 * @parent_id: (nullable): id of the topic above, %NULL for the top
 *
 * Returns: (transfer full): a copy with that parent
 */
PresserTopic *
presser_topic_with_parent (PresserTopic *self, const char *parent_id)
{
  PresserTopic *changed;

  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  changed = copy (self);
  set_string (&changed->parent, parent_id);
  return changed;
}

/**
 * presser_topic_with_keywords:
 * @self: a topic
 * @keywords: (nullable): words that hint at the topic
 *
 * Returns: (transfer full): a copy with those keywords and no others
 */
PresserTopic *
presser_topic_with_keywords (PresserTopic *self, const char *const *keywords)
{
  PresserTopic *changed;

  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  changed = copy (self);
  g_strfreev (changed->keywords);
  changed->keywords = presser_strings_dup_list (keywords);
  return changed;
}

/**
 * presser_topic_with_colour:
 * @self: a topic
 * @colour: a place in the palette, or %PRESSER_COLOUR_AUTOMATIC
 *
 * Returns: (transfer full): a copy with that colour
 */
PresserTopic *
presser_topic_with_colour (PresserTopic *self, int colour)
{
  PresserTopic *changed;

  g_return_val_if_fail (PRESSER_IS_TOPIC (self), NULL);

  changed = copy (self);
  changed->colour = colour;
  return changed;
}
