/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PresserMetadataField:
 * @PRESSER_METADATA_TITLE: the headline or the name of the event
 * @PRESSER_METADATA_DATE: the day of the event, ISO 8601 where it is known (`2026-03-14`, `2026-03`, `2026`), else empty
 * @PRESSER_METADATA_DATE_TEXT: the day as the source prints it
 * @PRESSER_METADATA_PLACE: where it was said
 * @PRESSER_METADATA_EVENT: what kind of event it was
 * @PRESSER_METADATA_SOURCE: link to the source
 * @PRESSER_METADATA_PUBLISHER: who published the source
 * @PRESSER_METADATA_LANGUAGE: BCP 47 tag
 * @PRESSER_METADATA_RECORDING: link to or name of the recording
 * @PRESSER_METADATA_REJECTED: fingerprints of suggestions that were rejected, parted by blanks
 * @PRESSER_METADATA_FILE_NAME: name of the imported file, without its folder
 * @PRESSER_METADATA_FILE_SHA256: its checksum, lower-case hexadecimal
 * @PRESSER_METADATA_FILE_SIZE: its size in bytes, decimal
 * @PRESSER_METADATA_FILE_FORMAT: id of the importer that read it
 * @PRESSER_METADATA_FILE_ENCODING: IANA name of its encoding
 * @PRESSER_METADATA_N_FIELDS: how many fields there are
 *
 * What is known about a document as a whole.
 */
typedef enum
{
  PRESSER_METADATA_TITLE,
  PRESSER_METADATA_DATE,
  PRESSER_METADATA_DATE_TEXT,
  PRESSER_METADATA_PLACE,
  PRESSER_METADATA_EVENT,
  PRESSER_METADATA_SOURCE,
  PRESSER_METADATA_PUBLISHER,
  PRESSER_METADATA_LANGUAGE,
  PRESSER_METADATA_RECORDING,
  PRESSER_METADATA_REJECTED,
  PRESSER_METADATA_FILE_NAME,
  PRESSER_METADATA_FILE_SHA256,
  PRESSER_METADATA_FILE_SIZE,
  PRESSER_METADATA_FILE_FORMAT,
  PRESSER_METADATA_FILE_ENCODING,
  PRESSER_METADATA_N_FIELDS,
} PresserMetadataField;

/* Immutable. An unknown field is NULL, never the empty string. */
#define PRESSER_TYPE_METADATA (presser_metadata_get_type ())
G_DECLARE_FINAL_TYPE (PresserMetadata, presser_metadata, PRESSER, METADATA, GObject)

PresserMetadata *presser_metadata_new (void);
const char      *presser_metadata_get (PresserMetadata     *self,
                                       PresserMetadataField field);
PresserMetadata *presser_metadata_with (PresserMetadata     *self,
                                        PresserMetadataField field,
                                        const char          *value);
gboolean         presser_metadata_equal (PresserMetadata *self,
                                         PresserMetadata *other);

G_END_DECLS
