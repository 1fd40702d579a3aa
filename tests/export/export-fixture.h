/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"

G_BEGIN_DECLS

/* What must never leave, and the name that must not. */
#define FIXTURE_OFF_RECORD  "the harbour will be sold"
#define FIXTURE_EMBARGOED   "the fund is doubled"
#define FIXTURE_HIDDEN_NAME "Ines Falk"

/* A briefing of our own with all that is hard for a format: cells that look like formulas, quotes, line ends, tabs,
 * emoji, combining marks, Arabic, overlap, gaps, and every ground rule. */
PresserDocument *export_fixture_new (void);

/* What presser_export_select() chooses of it for a query that asks for drafts and verified ones. */
GPtrArray *export_fixture_select (PresserDocument *document);

/* Fails if the bytes differ from the file of that name in tests/data/export; with PRESSER_UPDATE_GOLDEN set in
 * the environment, writes the file instead. */
void export_fixture_assert_golden (const char *name,
                                   GBytes     *bytes);

G_END_DECLS
