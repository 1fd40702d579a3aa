/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-convert.h"

G_BEGIN_DECLS

/* Puts the lists and statements of a conversion into TEI that holds its text and nothing else. */
GBytes *presser_tei_convert_lists (const PresserTeiConversion *conversion,
                                   GBytes                     *text,
                                   PresserTeiPlacement         placement,
                                   const char                 *file_name,
                                   GBytes                    **statements,
                                   GError                    **error);
/* The text of a paragraph. */
char *presser_tei_conversion_dup_paragraph (const PresserTeiConversion *conversion,
                                            guint                       index);

/* Whether a turn that is open goes on behind a note or noise in it. */
gboolean presser_tei_conversion_turn_goes_on (const PresserTeiConversion *conversion,
                                              guint                       index,
                                              const char                 *turn);

G_END_DECLS
