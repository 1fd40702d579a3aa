/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-writer-private.h"

G_BEGIN_DECLS

void     presser_tei_judge_statements (PresserTeiWriter *self);
GArray  *presser_tei_dup_normal_ranges (PresserTeiWriter *writer,
                                        PresserStatement *statement);
gboolean presser_tei_statement_has_text (PresserTeiWriter *writer,
                                         PresserStatement *statement);

gboolean presser_tei_goes_apart (PresserTeiWriter *self,
                                 PresserTeiRecord *record);

PresserTeiFate presser_tei_writer_find_part_fate (PresserTeiWriter *self,
                                                  guint32           element);

G_END_DECLS
