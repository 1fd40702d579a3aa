/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a quote is written, in the user's own words: “{quote}” — {speaker}, {role}, {date}. The fields are the columns
 * of a table. Where one is empty, what stands between it and the field before goes with it. */
typedef struct _PresserQuoteTemplate PresserQuoteTemplate;

PresserQuoteTemplate *presser_quote_template_new (const char *text,
                                                  GError    **error);
void                  presser_quote_template_free (PresserQuoteTemplate *self);
/* @values: of each PresserColumn, NULL for what is not known. */
char *presser_quote_template_fill (const PresserQuoteTemplate *self,
                                   const char *const          *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserQuoteTemplate, presser_quote_template_free)

G_END_DECLS
