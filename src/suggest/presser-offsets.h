/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From bytes of a UTF-8 text to code points, quickly and in any order. */
typedef struct _PresserOffsets PresserOffsets;

PresserOffsets *presser_offsets_new (const char *utf8,
                                     gsize       n_bytes);
void            presser_offsets_free (PresserOffsets *self);
guint           presser_offsets_get (const PresserOffsets *self,
                                     gsize                 byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserOffsets, presser_offsets_free)

G_END_DECLS
