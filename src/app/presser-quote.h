/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* A quote with its attribution, for the clipboard: plain text and HTML at once. */

/* Why nothing of @range may be copied, translated, or NULL: statements off the record, or under an embargo
 * that @now (seconds since the epoch) has not reached. */
char *presser_quote_dup_objection (PresserDocument *document,
                                   PresserRange     range,
                                   gint64           now);
/* Who said it, as one line: “Sergey Lavrov, Foreign Minister (Title, Minsk, 12 April)”; NULL if nobody is known. */
char *presser_quote_dup_attribution (PresserDocument  *document,
                                     PresserStatement *statement);
char *presser_quote_dup_text (const char *quote,
                              const char *attribution);
char *presser_quote_dup_html (const char *quote,
                              const char *attribution);
/* Both. */
GdkContentProvider *presser_quote_make_content (const char *quote,
                                                const char *attribution);

/* presser-quote-content.c: what leaves by clipboard, primary selection and drag. */
gboolean            presser_quote_withholds_any (PresserDocument *document);
char               *presser_quote_dup_passage (PresserDocument *document,
                                               PresserRange     range,
                                               char           **objection);
GdkContentProvider *presser_quote_new_of_statement (PresserDocument  *document,
                                                    PresserStatement *statement,
                                                    gboolean         *is_attributed,
                                                    char            **objection);
GdkContentProvider *presser_quote_new_of_selection (PresserDocument *document,
                                                    PresserRange     range,
                                                    gboolean        *is_attributed,
                                                    char           **objection);

G_END_DECLS
