/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-aside.h"

#include <glib/gi18n-lib.h>

/**
 * presser_aside_new: (skip)
 * @position: before which character of the text it stands, in code points
 * @kind: what it is
 * @text: (nullable): its words
 *
 * Returns: (transfer full): an aside
 */
PresserAside *
presser_aside_new (guint            position,
                   PresserAsideKind kind,
                   const char      *text)
{
  PresserAside *self = g_new0 (PresserAside, 1);

  self->position = position;
  self->kind = kind;
  self->text = g_strdup (text);
  return self;
}

/**
 * presser_aside_free: (skip)
 * @self: an aside
 *
 * Frees it.
 */
void
presser_aside_free (PresserAside *self)
{
  g_free (self->text);
  g_free (self);
}

static const char *
name_kind (PresserAsideKind kind)
{
  switch (kind)
    {
    case PRESSER_ASIDE_GAP:
      /* Translators: words are missing in the transcript. */
      return _ ("left out");
    case PRESSER_ASIDE_PAUSE:
      /* Translators: the speaker is silent for a moment. */
      return _ ("pause");
    case PRESSER_ASIDE_EVENT:
      /* Translators: something happened in the room, and the transcript does not say what. */
      return _ ("noise");
    case PRESSER_ASIDE_NOTE:
    default:
      return _ ("note");
    }
}

/**
 * presser_aside_dup_label: (skip)
 * @self: an aside
 *
 * Returns: (transfer full): what to show of it: a note or a noise in its own words, what is left out or silent with a
 *   word on what it is
 */
char *
presser_aside_dup_label (const PresserAside *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->text == NULL)
    return g_strdup_printf ("[%s]", name_kind (self->kind));
  if (self->kind == PRESSER_ASIDE_GAP || self->kind == PRESSER_ASIDE_PAUSE)
    return g_strdup_printf ("[%s: %s]", name_kind (self->kind), self->text);
  return g_strdup (self->text);
}
