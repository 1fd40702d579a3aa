/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-script-private.h"

G_BEGIN_DECLS

/* Labels as text recognition and tired fingers write them. */

/* “Quest ion”, “Q( UESTION”: the word is there once the marks and blanks are gone. */
gboolean presser_label_is_torn_question (const char *text,
                                         gsize       length);

/* The labels that a slip may be one of. */
typedef struct
{
  GHashTable *squashed; /* letters of the key -> PresserLabel, owned keys */
  GPtrArray  *offices;  /* of PresserLabel: those whose words are no names */
} PresserLabelSlips;

void          presser_label_slips_init (PresserLabelSlips   *self,
                                        const PresserScript *script);
void          presser_label_slips_clear (PresserLabelSlips *self);
PresserLabel *presser_label_slips_find (const PresserLabelSlips *self,
                                        const PresserLabel      *label);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PresserLabelSlips, presser_label_slips_clear)

G_END_DECLS
