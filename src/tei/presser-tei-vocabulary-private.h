/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "presser-paragraph.h"

G_BEGIN_DECLS

#define PRESSER_TEI_NAMESPACE "http://www.tei-c.org/ns/1.0"

/**
 * PresserTeiClass:
 * @PRESSER_TEI_INLINE: marks characters within a line; may also surround whole lines
 * @PRESSER_TEI_CONTAINER: holds lines; text directly in it is a line too
 * @PRESSER_TEI_BLOCK: is a line, even if empty
 * @PRESSER_TEI_BLOCK_OR_INLINE: a line where none is open, else part of the line
 * @PRESSER_TEI_BLOCK_OR_HIDDEN: a line where none is open, else not part of the text
 * @PRESSER_TEI_EVENT: a container where no line is open, whose `desc` is a line; else not part of the text
 * @PRESSER_TEI_HIDDEN: never part of the text
 *
 * What an element means for the lines of the text.
 */
typedef enum
{
  PRESSER_TEI_INLINE,
  PRESSER_TEI_CONTAINER,
  PRESSER_TEI_BLOCK,
  PRESSER_TEI_BLOCK_OR_INLINE,
  PRESSER_TEI_BLOCK_OR_HIDDEN,
  PRESSER_TEI_EVENT,
  PRESSER_TEI_HIDDEN,
} PresserTeiClass;

PresserTeiClass presser_tei_vocabulary_classify (const char *element);
gboolean        presser_tei_vocabulary_holds_said (const char *element);
int             presser_tei_vocabulary_rank (const char *parent,
                                             const char *child);

PresserParagraphKind presser_tei_vocabulary_get_kind (const char *element,
                                                      const char *type,
                                                      gboolean    in_turn);

G_END_DECLS
