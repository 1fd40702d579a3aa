/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-script.h"

G_BEGIN_DECLS

/* What several formats share. */

/* &amp; &#8217; &nbsp; … to characters. */
char *presser_markup_decode_entities (const char *text,
                                      gssize      n_bytes);
/* Without <tags>; line breaks stay. */
char *presser_markup_strip_tags (const char *text,
                                 gssize      n_bytes);
/* An HTML page or a piece of one, as UTF-8. @is_page: look for the transcript between menus. */
gboolean presser_html_read (PresserScript *script,
                            const char    *text,
                            gsize          length,
                            gboolean       is_page);
/* The first part of a file as text, in the encoding it seems to have, for telling formats apart; or NULL. */
char *presser_import_peek (GBytes     *bytes,
                           const char *wanted,
                           gsize       n_bytes);

G_END_DECLS
