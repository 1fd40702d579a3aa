/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every XML id that ever stood in a document: none is given to two things, not even one after the other. */
typedef struct _PresserIds PresserIds;

PresserIds *presser_ids_new (void);
void        presser_ids_free (PresserIds *self);
void        presser_ids_reserve (PresserIds *self,
                                 const char *id);
gboolean    presser_ids_has (PresserIds *self,
                             const char *id);
/* New ids, reserved at once. */
char *presser_ids_make_statement (PresserIds *self);
char *presser_ids_make (PresserIds *self,
                        const char *prefix,
                        const char *name,
                        gboolean    is_person);

G_END_DECLS
