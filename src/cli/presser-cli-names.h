/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* Who or what a name on the command line means: the id of the one that is known or, after a word to the user, of a new one. */
char *presser_cli_find_or_add_speaker (PresserDocument *document,
                                       const char      *name);
char *presser_cli_find_or_add_topic (PresserDocument *document,
                                     const char      *label);
char *presser_cli_find_or_add_annotator (PresserDocument *document,
                                         const char      *name);

G_END_DECLS
