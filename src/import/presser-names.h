/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From a printed label to a person: the name, what the label says beside it, and how a reader would write it. */

typedef struct
{
  char *name; /* without party, office behind a comma, or remark */
  char *key;  /* presser_text_make_key() of it */
  char *role; /* what was taken off, or NULL */
} PresserName;

void presser_name_split (const char  *label,
                         PresserName *name);
void presser_name_clear (PresserName *name);
/* “MS. O’CONNELL” to “Ms. O’Connell”. */
char *presser_name_make_readable (const char *name);
/* “President of Russia” of “President of Russia Vladimir Putin”, whose name is “Vladimir Putin”; NULL if nothing is left. */
char *presser_name_dup_office (const char *name,
                               const char *key,
                               const char *short_key);

G_END_DECLS
