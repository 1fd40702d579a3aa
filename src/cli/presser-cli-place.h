/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* Where a statement is to stand, as the command line tells it. Both give FALSE with a translated sentence. */

/* “14:52”: code points of what `presser-cli text` prints, end exclusive. */
gboolean presser_cli_parse_range (PresserDocument *document,
                                  const char      *argument,
                                  PresserRange    *range,
                                  GError         **error);
/* The one place where the words stand: any white space equals any other, straight quotation marks equal curly ones. */
gboolean presser_cli_find_quote (PresserDocument *document,
                                 const char      *quote,
                                 PresserRange    *range,
                                 GError         **error);

G_END_DECLS
