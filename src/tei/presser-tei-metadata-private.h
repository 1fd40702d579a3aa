/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-metadata.h"
#include "presser-tei-source-private.h"

G_BEGIN_DECLS

PresserMetadata *presser_tei_metadata_read (PresserTeiSource *source);

/* The type of the `idno` that holds a FILE_ field; NULL for the others. */
const char *presser_tei_metadata_get_idno_type (PresserMetadataField field);
/* Whether a value can be a pointer attribute. */
gboolean presser_tei_metadata_is_link (const char *value);
gboolean presser_tei_metadata_is_iso_date (const char *date);
gboolean presser_tei_metadata_is_language (const char *language);
void     presser_tei_metadata_append_date (GString    *xml,
                                           const char *date,
                                           const char *date_text);
void     presser_tei_metadata_append_language (GString    *xml,
                                               const char *language);

/* Where a field stands, or PRESSER_TEI_NONE. */
guint32 presser_tei_metadata_find (PresserTeiSource    *source,
                                   PresserMetadataField field);

/* What was rejected is a note of its own type in the header's notes. */
#define PRESSER_TEI_REJECTED_TYPE "rejectedSuggestions"
guint32 presser_tei_rejected_find (PresserTeiSource *source,
                                   guint32           tei);

G_END_DECLS
