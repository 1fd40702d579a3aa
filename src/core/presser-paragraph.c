/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-paragraph.h"

#include "presser-strings-private.h"

struct _PresserParagraph
{
  GObject parent_instance;

  PresserParagraphKind kind;
  char                *id;
  char                *turn;
  char                *speaker;
  char                *question;
  char                *language;
  gint64               start_time; /* milliseconds, or PRESSER_TIME_UNKNOWN */
  gint64               end_time;   /* milliseconds, or PRESSER_TIME_UNKNOWN */
};

G_DEFINE_FINAL_TYPE (PresserParagraph, presser_paragraph, G_TYPE_OBJECT)

static void
presser_paragraph_finalize (GObject *object)
{
  PresserParagraph *self = PRESSER_PARAGRAPH (object);

  g_free (self->id);
  g_free (self->turn);
  g_free (self->speaker);
  g_free (self->question);
  g_free (self->language);
  G_OBJECT_CLASS (presser_paragraph_parent_class)->finalize (object);
}

static void
presser_paragraph_class_init (PresserParagraphClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_paragraph_finalize;
}

static void
presser_paragraph_init (PresserParagraph *self)
{
  self->start_time = PRESSER_TIME_UNKNOWN;
  self->end_time = PRESSER_TIME_UNKNOWN;
}

static void
set_string (char      **field,
            const char *value)
{
  g_free (*field);
  *field = presser_strings_dup_filled (value);
}

static PresserParagraph *
copy (PresserParagraph *self)
{
  PresserParagraph *other = g_object_new (PRESSER_TYPE_PARAGRAPH, NULL);

  other->kind = self->kind;
  other->id = g_strdup (self->id);
  other->turn = g_strdup (self->turn);
  other->speaker = g_strdup (self->speaker);
  other->question = g_strdup (self->question);
  other->language = g_strdup (self->language);
  other->start_time = self->start_time;
  other->end_time = self->end_time;
  return other;
}

/**
 * presser_paragraph_new:
 * @kind: what the paragraph is
 *
 * Returns: (transfer full): a new paragraph outside any turn
 */
PresserParagraph *
presser_paragraph_new (PresserParagraphKind kind)
{
  PresserParagraph *self = g_object_new (PRESSER_TYPE_PARAGRAPH, NULL);

  self->kind = kind;
  return self;
}

/**
 * presser_paragraph_get_kind:
 * @self: a paragraph
 *
 * Returns: what the paragraph is
 */
PresserParagraphKind
presser_paragraph_get_kind (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), PRESSER_PARAGRAPH_BODY);

  return self->kind;
}

/**
 * presser_paragraph_get_id:
 * @self: a paragraph
 *
 * Returns: (nullable): the XML id of the element in the file
 */
const char *
presser_paragraph_get_id (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  return self->id;
}

/**
 * presser_paragraph_get_turn:
 * @self: a paragraph
 *
 * Returns: (nullable): the id that all paragraphs of the turn share
 */
const char *
presser_paragraph_get_turn (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  return self->turn;
}

/**
 * presser_paragraph_get_speaker:
 * @self: a paragraph
 *
 * Returns: (nullable): id of the turn's speaker
 */
const char *
presser_paragraph_get_speaker (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  return self->speaker;
}

/**
 * presser_paragraph_get_question:
 * @self: a paragraph
 *
 * Returns: (nullable): id of the turn that holds the question which the turn of this paragraph answers
 */
const char *
presser_paragraph_get_question (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  return self->question;
}

/**
 * presser_paragraph_get_language:
 * @self: a paragraph
 *
 * Returns: (nullable): BCP 47 tag, where it differs from the document
 */
const char *
presser_paragraph_get_language (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  return self->language;
}

/**
 * presser_paragraph_get_start_time:
 * @self: a paragraph
 *
 * Returns: milliseconds from the start of the recording, or %PRESSER_TIME_UNKNOWN
 */
gint64
presser_paragraph_get_start_time (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), PRESSER_TIME_UNKNOWN);

  return self->start_time;
}

/**
 * presser_paragraph_get_end_time:
 * @self: a paragraph
 *
 * Returns: milliseconds from the start of the recording, or %PRESSER_TIME_UNKNOWN
 */
gint64
presser_paragraph_get_end_time (PresserParagraph *self)
{
  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), PRESSER_TIME_UNKNOWN);

  return self->end_time;
}

/**
 * presser_paragraph_with_kind:
 * @self: a paragraph
 * @kind: what the paragraph is
 *
 * Returns: (transfer full): a copy of that kind
 */
PresserParagraph *
presser_paragraph_with_kind (PresserParagraph *self, PresserParagraphKind kind)
{
  PresserParagraph *changed;

  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  changed = copy (self);
  changed->kind = kind;
  return changed;
}

/**
 * presser_paragraph_with_id:
 * @self: a paragraph
 * @id: (nullable): XML id
 *
 * Returns: (transfer full): a copy with that id
 */
PresserParagraph *
presser_paragraph_with_id (PresserParagraph *self, const char *id)
{
  PresserParagraph *changed;

  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  changed = copy (self);
  set_string (&changed->id, id);
  return changed;
}

/**
 * presser_paragraph_with_turn:
 * @self: a paragraph
 * @turn_id: (nullable): the id that all paragraphs of the turn share
 * @speaker_id: (nullable): who speaks
 *
 * Returns: (transfer full): a copy in that turn
 */
PresserParagraph *
presser_paragraph_with_turn (PresserParagraph *self, const char *turn_id, const char *speaker_id)
{
  PresserParagraph *changed;

  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  changed = copy (self);
  set_string (&changed->turn, turn_id);
  set_string (&changed->speaker, speaker_id);
  return changed;
}

/**
 * presser_paragraph_with_question:
 * @self: a paragraph
 * @turn_id: (nullable): id of the turn that it answers
 *
 * Returns: (transfer full): a copy that answers that turn
 */
PresserParagraph *
presser_paragraph_with_question (PresserParagraph *self, const char *turn_id)
{
  PresserParagraph *changed;

  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  changed = copy (self);
  set_string (&changed->question, turn_id);
  return changed;
}

/**
 * presser_paragraph_with_language:
 * @self: a paragraph
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): a copy in that language
 */
PresserParagraph *
presser_paragraph_with_language (PresserParagraph *self, const char *language)
{
  PresserParagraph *changed;

  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  changed = copy (self);
  set_string (&changed->language, language);
  return changed;
}

/**
 * presser_paragraph_with_times:
 * @self: a paragraph
 * @start_time: milliseconds, or %PRESSER_TIME_UNKNOWN
 * @end_time: milliseconds, or %PRESSER_TIME_UNKNOWN
 *
 * Returns: (transfer full): a copy with those times
 */
PresserParagraph *
presser_paragraph_with_times (PresserParagraph *self, gint64 start_time, gint64 end_time)
{
  PresserParagraph *changed;

  g_return_val_if_fail (PRESSER_IS_PARAGRAPH (self), NULL);

  changed = copy (self);
  changed->start_time = start_time;
  changed->end_time = end_time;
  return changed;
}
