/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-import.h"
#include "presser-label-scan.h"

G_BEGIN_DECLS

/* All may be NULL. */
typedef struct
{
  GRegex     *pattern;
  GHashTable *speakers; /* sets of keys */
  GHashTable *not_speakers;
  GHashTable *apart;
  GHashTable *merges; /* key -> key */
} PresserLabelChoices;

void        presser_label_choices_init (PresserLabelChoices        *self,
                                        const PresserImportOptions *options);
void        presser_label_choices_clear (PresserLabelChoices *self);
gboolean    presser_label_choices_is_speaker (const PresserLabelChoices *self,
                                              const char                *key);
gboolean    presser_label_choices_is_excluded (const PresserLabelChoices *self,
                                               const char                *key);
gboolean    presser_label_choices_is_apart (const PresserLabelChoices *self,
                                            const char                *key);
const char *presser_label_choices_get_target (const PresserLabelChoices *self,
                                              const char                *key);
gboolean    presser_label_choices_scan (const PresserLabelChoices *self,
                                        const char                *text,
                                        const char                *end,
                                        PresserLabelHit           *hit);

G_END_DECLS
