/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats. Endings lie, so each importer looks at the content and says how sure it is; the surest reads
 * the file. A new format is one file and one row. */

#include "presser-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-encoding.h"
#include "presser-error.h"
#include "presser-import-private.h"
#include "presser-markup.h"

/* What the importers get to see before one is chosen. */
#define HEAD_BYTES 16384

static const PresserImporter *const importers[] = {
  &presser_import_tei,
  &presser_import_markdown,
  &presser_import_rst,
  &presser_import_vtt,
  &presser_import_srt,
  &presser_import_html,
  &presser_import_json,
  &presser_import_table,
  &presser_import_docx,
  &presser_import_odt,
  &presser_import_qda,
  &presser_import_rtf,
  &presser_import_xml,
#ifdef HAVE_POPPLER
  &presser_import_pdf,
#endif
  &presser_import_text,
  NULL,
};

/* What is not a transcript at all, by its first bytes, and what to do about it. */
typedef struct
{
  const char *mark;
  guint       offset;
  guint       length;
  const char *advice;
} Stranger;

static const Stranger strangers[] = {
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, 8, N_ ("“%s” is an old binary Office file (such as .doc). Open it in LibreOffice or Word, save it as DOCX or ODT, and open that.") },
  { "\x89PNG", 0, 4, N_ ("“%s” is a picture. Presser reads text; run text recognition on the picture first.") },
  { "\xff\xd8\xff", 0, 3, N_ ("“%s” is a picture. Presser reads text; run text recognition on the picture first.") },
  { "GIF8", 0, 4, N_ ("“%s” is a picture. Presser reads text; run text recognition on the picture first.") },
  { "RIFF", 0, 4, N_ ("“%s” is a recording. Presser reads transcripts; have it transcribed first, for example with Whisper.") },
  { "OggS", 0, 4, N_ ("“%s” is a recording. Presser reads transcripts; have it transcribed first, for example with Whisper.") },
  { "fLaC", 0, 4, N_ ("“%s” is a recording. Presser reads transcripts; have it transcribed first, for example with Whisper.") },
  { "ID3", 0, 3, N_ ("“%s” is a recording. Presser reads transcripts; have it transcribed first, for example with Whisper.") },
  { "\xff\xfb", 0, 2, N_ ("“%s” is a recording. Presser reads transcripts; have it transcribed first, for example with Whisper.") },
  { "ftyp", 4, 4, N_ ("“%s” is a recording. Presser reads transcripts; have it transcribed first, for example with Whisper.") },
  { "\x1a\x45\xdf\xa3", 0, 4, N_ ("“%s” is a recording. Presser reads transcripts; have it transcribed first, for example with Whisper.") },
  { "\x7f"
    "ELF",
    0, 4, N_ ("“%s” is a program, not a transcript.") },
  { "\x1f\x8b", 0, 2, N_ ("“%s” is a compressed file. Unpack it first.") },
  { "\xfd"
    "7zXZ",
    0, 5, N_ ("“%s” is a compressed file. Unpack it first.") },
  { "7z\xbc\xaf", 0, 4, N_ ("“%s” is a compressed file. Unpack it first.") },
  { "PK\x03\x04", 0, 4, N_ ("“%s” is a ZIP file that holds no transcript of a kind Presser knows. Unpack it first.") },
  { "%PDF-", 0, 5, N_ ("“%s” is a PDF file, and this build of Presser cannot read PDF. Save its text with another program first.") },
};

/**
 * presser_importers_get:
 *
 * Returns: (transfer none): the importers, %NULL-terminated
 */
const PresserImporter *const *
presser_importers_get (void)
{
  return importers;
}

/**
 * presser_importer_find:
 * @id: id of an importer
 *
 * Returns: (transfer none) (nullable): the importer, or %NULL if there is none with that id
 */
const PresserImporter *
presser_importer_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; importers[i] != NULL; i++)
    if (strcmp (importers[i]->id, id) == 0)
      return importers[i];

  return NULL;
}

typedef struct
{
  const PresserImporter *importer;
  int                    score;
} Claim;

static int
compare_claims (gconstpointer one,
                gconstpointer other)
{
  return ((const Claim *) other)->score - ((const Claim *) one)->score;
}

/* All that could read it, the surest first; of equals the first of the table. */
static GArray *
collect_claims (GBytes     *bytes,
                const char *encoding,
                const char *name)
{
  g_autofree char *text = presser_import_peek (bytes, encoding, HEAD_BYTES);
  GArray          *claims = g_array_new (FALSE, FALSE, sizeof (Claim));

  for (guint i = 0; importers[i] != NULL; i++)
    {
      Claim claim = { importers[i], importers[i]->score (bytes, text, name) };

      if (claim.score > 0)
        g_array_append_val (claims, claim);
    }
  g_array_sort (claims, compare_claims);

  return claims;
}

static const char *
find_advice (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (size >= strangers[i].offset + strangers[i].length
        && memcmp (data + strangers[i].offset, strangers[i].mark, strangers[i].length) == 0)
      return strangers[i].advice;

  return NULL;
}

static void
fail_unknown (GBytes     *bytes,
              const char *name,
              GError    **error)
{
  const char      *advice = find_advice (bytes);
  g_autofree char *text = NULL;
  const char      *encoding;
  gsize            length;

  if (advice != NULL)
    {
      g_autofree char *head = g_strndup (_ (advice), strcspn (_ (advice), "%"));

      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, "%s%s%s", head, name, _ (advice) + strlen (head) + 2);
      return;
    }
  /* It sets the reason: empty, NUL bytes, control characters. */
  text = presser_encoding_decode (bytes, name, NULL, &length, &encoding, NULL, NULL, error);
  if (text != NULL)
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, _ ("Nothing in Presser reads the format of “%s”."), name);
}

static PresserMetadata *
set_if_unknown (PresserMetadata     *metadata,
                PresserMetadataField field,
                const char          *value)
{
  PresserMetadata *more;

  if (presser_metadata_get (metadata, field) != NULL)
    return metadata;
  more = presser_metadata_with (metadata, field, value);
  g_object_unref (metadata);

  return more;
}

/* What only the file itself can say; the rest is the importer's knowledge. */
static PresserMetadata *
describe_file (GBytes                     *bytes,
               const char                 *name,
               const PresserImportOptions *options,
               const PresserImporter      *importer)
{
  PresserMetadata *metadata = options->metadata != NULL ? g_object_ref (options->metadata) : presser_metadata_new ();
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (bytes));

  metadata = set_if_unknown (metadata, PRESSER_METADATA_FILE_NAME, name);
  metadata = set_if_unknown (metadata, PRESSER_METADATA_FILE_SHA256, checksum);
  metadata = set_if_unknown (metadata, PRESSER_METADATA_FILE_SIZE, size);

  return set_if_unknown (metadata, PRESSER_METADATA_FILE_FORMAT, importer->id);
}

/**
 * presser_import_decode:
 * @bytes: a file
 * @name: its name, for messages
 * @options: as given to an importer; metadata must be set
 * @length: (out): bytes of the text
 * @metadata: (out) (transfer full): that of @options with the encoding
 * @report: gets the encoding and sentences on what was unsure
 * @error: return location for an error
 *
 * Returns: (transfer full): clean UTF-8 with LF line ends, %NULL on error
 */
char *
presser_import_decode (GBytes                     *bytes,
                       const char                 *name,
                       const PresserImportOptions *options,
                       gsize                      *length,
                       PresserMetadata           **metadata,
                       PresserImportReport        *report,
                       GError                    **error)
{
  const char       *encoding;
  gboolean          is_certain;
  gsize             size;
  const guint8     *data = g_bytes_get_data (bytes, &size);
  char             *text = presser_encoding_decode (bytes, name, options->encoding, length, &encoding, &is_certain,
                                                    presser_import_report_get_remarks (report), error);
  const char *const used[] = { encoding, NULL };

  if (text == NULL)
    return NULL;
  presser_import_report_set_encoding (report, encoding, is_certain,
                                      is_certain ? g_strdupv ((char **) used) : presser_encoding_list_likely (data, size, encoding));
  *metadata = set_if_unknown (g_object_ref (options->metadata), PRESSER_METADATA_FILE_ENCODING, encoding);

  return text;
}

/* Which importer reads it: the one that the user named, else the surest. */
static const PresserImporter *
choose_importer (GBytes                     *bytes,
                 const char                 *name,
                 const PresserImportOptions *options,
                 PresserImportReport        *report,
                 GError                    **error)
{
  g_autoptr (GArray) claims = g_bytes_get_size (bytes) > 0 ? collect_claims (bytes, options->encoding, name) : g_array_new (FALSE, FALSE, sizeof (Claim));
  GPtrArray             *formats = g_ptr_array_new ();
  const PresserImporter *chosen = options->format != NULL ? presser_importer_find (options->format) : NULL;
  int                    score = chosen != NULL ? 100 : 0;

  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (formats, (gpointer) g_array_index (claims, Claim, i).importer);
  if (chosen == NULL && options->format == NULL && claims->len > 0)
    {
      chosen = g_array_index (claims, Claim, 0).importer;
      score = g_array_index (claims, Claim, 0).score;
    }
  presser_import_report_set_format (report, chosen, score, formats);
  if (chosen == NULL && options->format != NULL)
    /* Translators: %s is what the user gave as a format */
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, _ ("There is no format “%s”."), options->format);
  else if (chosen == NULL)
    fail_unknown (bytes, name, error);

  return chosen;
}

/**
 * presser_import_with_report:
 * @bytes: the whole of a file
 * @name: its name without the folder
 * @options: (nullable): what the user chose, and what the user knows better than the file
 * @report: (out) (optional) (transfer full): what was found and how sure it is; set on success only
 * @error: return location for an error
 *
 * Tells the format by the content and turns the transcript into TEI. TEI comes back as the same bytes. Sets
 * %PRESSER_ERROR_UNSUPPORTED for a format that nothing here reads, %PRESSER_ERROR_INVALID for content that is broken,
 * %PRESSER_ERROR_TOO_LARGE where a limit is passed. May run in any thread.
 *
 * Returns: (transfer full): TEI bytes, or %NULL on error
 */
GBytes *
presser_import_with_report (GBytes                     *bytes,
                            const char                 *name,
                            const PresserImportOptions *options,
                            PresserImportReport       **report,
                            GError                    **error)
{
  const PresserImportOptions none = { 0 };
  const PresserImporter     *importer;
  g_autoptr (PresserMetadata) metadata = NULL;
  g_autoptr (PresserImportReport) found = presser_import_report_new ();
  PresserImportOptions full;
  GBytes              *tei;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  full = options != NULL ? *options : none;
  importer = choose_importer (bytes, name, &full, found, error);
  if (importer == NULL || (g_bytes_get_size (bytes) == 0))
    {
      if (importer != NULL)
        fail_unknown (bytes, name, error);
      return NULL;
    }

  metadata = describe_file (bytes, name, &full, importer);
  full.metadata = metadata;
  tei = importer->import (bytes, name, &full, found, error);
  if (tei != NULL && report != NULL)
    *report = g_steal_pointer (&found);

  return tei;
}

/**
 * presser_import:
 * @bytes: the whole of a file
 * @name: its name without the folder
 * @options: (nullable): what the user chose, and what the user knows better than the file
 * @remarks: (nullable) (element-type utf8): gets translated sentences on what was unsure, normalised or left out
 * @error: return location for an error
 *
 * presser_import_with_report() for callers who need no more than its sentences.
 *
 * Returns: (transfer full): TEI bytes, or %NULL on error
 */
GBytes *
presser_import (GBytes                     *bytes,
                const char                 *name,
                const PresserImportOptions *options,
                GPtrArray                  *remarks,
                GError                    **error)
{
  g_autoptr (PresserImportReport) report = NULL;
  GBytes    *tei = presser_import_with_report (bytes, name, options, &report, error);
  GPtrArray *found = report != NULL ? presser_import_report_get_remarks (report) : NULL;

  for (guint i = 0; found != NULL && remarks != NULL && i < found->len; i++)
    g_ptr_array_add (remarks, g_strdup (found->pdata[i]));

  return tei;
}

/**
 * presser_import_get_encodings:
 *
 * Returns: (transfer none) (array zero-terminated=1): IANA names of the encodings to choose from
 */
const char *const *
presser_import_get_encodings (void)
{
  return presser_encoding_get_all ();
}
