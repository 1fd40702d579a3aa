/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters that are never taken away again. A place in the store is a character's identity. */
typedef struct _PresserStore PresserStore;

PresserStore *presser_store_new (void);
void          presser_store_free (PresserStore *self);
guint         presser_store_get_length (PresserStore *self);
/* @utf8 is valid UTF-8; gives the number of characters in it. */
guint presser_store_append (PresserStore *self,
                            const char   *utf8,
                            gsize         n_bytes);
/* Bytes of a character, borrowed until the next append; @place may be the end. */
const char *presser_store_get_pointer (PresserStore *self,
                                       guint         place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserStore, presser_store_free)

G_END_DECLS
