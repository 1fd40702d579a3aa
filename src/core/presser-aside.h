/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PresserAsideKind:
 * @PRESSER_ASIDE_NOTE: an editor's note, a footnote, a clock time
 * @PRESSER_ASIDE_EVENT: laughter, applause, somebody leaving the room
 * @PRESSER_ASIDE_GAP: words that are left out or were not understood
 * @PRESSER_ASIDE_PAUSE: a silence
 *
 * What stands in the midst of speech without being said.
 */
typedef enum
{
  PRESSER_ASIDE_NOTE,
  PRESSER_ASIDE_EVENT,
  PRESSER_ASIDE_GAP,
  PRESSER_ASIDE_PAUSE,
} PresserAsideKind;

/**
 * PresserAside:
 * @position: before which character it stands, in code points
 * @kind: what it is
 * @text: (nullable): its words
 *
 * It is no part of the text: no quote holds it, no search finds it, no position counts it. It is shown beside.
 */
typedef struct
{
  guint            position;
  PresserAsideKind kind;
  char            *text;
} PresserAside;

PresserAside *presser_aside_new (guint            position,
                                 PresserAsideKind kind,
                                 const char      *text);
void          presser_aside_free (PresserAside *self);
/* In words for a person, translated: “[pause]”, “[not understood: noise]”. */
char *presser_aside_dup_label (const PresserAside *self);

G_END_DECLS
