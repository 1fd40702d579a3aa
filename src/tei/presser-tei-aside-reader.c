/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the midst of text without being part of it: notes, noises, gaps and pauses within a line, and gaps and
 * pauses between lines. */

#include "presser-tei-text-reader-private.h"

#include <string.h>

static gboolean
find_kind (const char       *name,
           PresserAsideKind *kind)
{
  static const struct
  {
    const char      *name;
    PresserAsideKind kind;
  } kinds[] = {
    { "note", PRESSER_ASIDE_NOTE },
    { "figDesc", PRESSER_ASIDE_NOTE },
    { "fw", PRESSER_ASIDE_NOTE },
    { "writing", PRESSER_ASIDE_EVENT },
    { "kinesic", PRESSER_ASIDE_EVENT },
    { "vocal", PRESSER_ASIDE_EVENT },
    { "incident", PRESSER_ASIDE_EVENT },
    { "gap", PRESSER_ASIDE_GAP },
    { "pause", PRESSER_ASIDE_PAUSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* “PT3S” is “3 s”; other durations stay as they are. */
static char *
dup_duration (PresserTeiSource *source,
              guint32           element)
{
  g_autofree char *duration = presser_tei_source_dup_attribute (source, element, "dur");
  gsize            length = duration == NULL ? 0 : strlen (duration);

  if (length < 4 || !g_str_has_prefix (duration, "PT") || strspn (duration + 2, "0123456789.") != length - 3 || duration[length - 1] != 'S')
    return g_steal_pointer (&duration);
  duration[length - 1] = '\0';

  return g_strconcat (duration + 2, " s", NULL);
}

/* Its words; without any, the attribute that says most. */
static char *
dup_words (PresserTeiSource *source,
           guint32           element)
{
  static const char *const attributes[] = { "reason", "type" };
  char                    *words = presser_tei_source_dup_text (source, element);

  if (words == NULL)
    words = dup_duration (source, element);
  for (guint i = 0; words == NULL && i < G_N_ELEMENTS (attributes); i++)
    words = presser_tei_source_dup_attribute (source, element, attributes[i]);

  return words;
}

/* Where the next character will stand, but in an open line, which a blank or a line end may end, behind the last. */
static guint
find_position (PresserTeiTextReader *self)
{
  return self->in_line || self->n_blocks == 0 || self->reading->lines->len == 0 ? self->n_characters : self->n_characters + 1;
}

void
presser_tei_text_reader_read_aside (PresserTeiTextReader *self,
                                    guint32               element)
{
  PresserAsideKind kind;
  g_autofree char *words = NULL;

  if (!find_kind (presser_tei_source_get_name (self->source, element), &kind))
    return;
  words = dup_words (self->source, element);
  if (words != NULL || kind == PRESSER_ASIDE_GAP || kind == PRESSER_ASIDE_PAUSE)
    g_ptr_array_add (self->reading->asides, presser_aside_new (find_position (self), kind, words));
}
