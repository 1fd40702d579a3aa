/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-quotation-marks.h"

G_BEGIN_DECLS

gboolean presser_dialogue_read (const PresserMarkReader *reader,
                                const char              *utf8,
                                gsize                    n_bytes,
                                GArray                  *quotations);

G_END_DECLS
