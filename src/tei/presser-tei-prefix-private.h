/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-source-private.h"

G_BEGIN_DECLS

/* Private URI schemes: `prefixDef` (TEI P5, 17.2.3). */
typedef struct _PresserTeiPrefixes PresserTeiPrefixes;

PresserTeiPrefixes *presser_tei_prefixes_new (void);
void                presser_tei_prefixes_free (PresserTeiPrefixes *self);
/* What stands first counts. */
void presser_tei_prefixes_add (PresserTeiPrefixes *self,
                               PresserTeiSource   *source);
/* The pointer in full, or NULL if it has no prefix that was declared. */
char *presser_tei_prefixes_expand (PresserTeiPrefixes *self,
                                   const char         *pointer);

G_END_DECLS
