/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-attribution.h"

G_BEGIN_DECLS

gboolean presser_sentence_find_indirect (const PresserSentence *self,
                                         PresserMention        *mention,
                                         guint32               *start,
                                         guint32               *end);

G_END_DECLS
