/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "presser-export-row.h"

G_BEGIN_DECLS

/* Shorthand for the formats that are JSON. */

/* null for a NULL @value. */
void presser_json_add_text (JsonBuilder *json,
                            const char  *name,
                            const char  *value);
/* Left out for a NULL @value. */
void presser_json_add_known_text (JsonBuilder *json,
                                  const char  *name,
                                  const char  *value);
void presser_json_add_number (JsonBuilder *json,
                              const char  *name,
                              gint64       value);
void presser_json_begin_object (JsonBuilder *json,
                                const char  *name);
void presser_json_begin_array (JsonBuilder *json,
                               const char  *name);
/* What was built, without line ends in it, goes to @text; @json is empty again. */
void presser_json_flush (JsonBuilder *json,
                         GString     *text);
/* The metadata of a document that are known, as members of the object that is open. */
void presser_json_add_metadata (JsonBuilder       *json,
                                PresserExportView *view);

G_END_DECLS
