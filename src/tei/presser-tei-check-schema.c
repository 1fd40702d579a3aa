/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-check-private.h"

#include <glib/gi18n-lib.h>

#include "presser-error.h"
#include "presser-file.h"
#include "presser-xml-private.h"

/* The largest TEI schema has one megabyte. */
#define MAX_SCHEMA_SIZE (64 * 1024 * 1024)

static gboolean
is_compressed (GBytes *bytes)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size > 2 && data[0] == 0x1F && data[1] == 0x8B;
}

static GBytes *
decompress (GBytes       *bytes,
            GFile        *schema,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (decompressor));
  g_autoptr (GByteArray) content = g_byte_array_new ();

  while (TRUE)
    {
      g_autoptr (GBytes) block = g_input_stream_read_bytes (stream, 1024 * 1024, cancellable, error);

      if (block == NULL)
        return NULL;
      if (g_bytes_get_size (block) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (content->len + g_bytes_get_size (block) > MAX_SCHEMA_SIZE)
        {
          g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE, _ ("The schema “%s” is larger than 64 MB when unpacked."),
                       g_file_peek_path (schema));
          return NULL;
        }

      g_byte_array_append (content, g_bytes_get_data (block, NULL), (guint) g_bytes_get_size (block));
    }
}

static GBytes *
read_schema (GFile        *schema,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GBytes) bytes = presser_file_read (schema, NULL, cancellable, error);

  if (bytes == NULL || !is_compressed (bytes))
    return g_steal_pointer (&bytes);

  return decompress (bytes, schema, cancellable, error);
}

/* Called with the error type that libxml2 declares const since 2.12 and did not before. */
static void
take_error (PresserTeiFindings *findings,
            const xmlError     *reason)
{
  g_autofree char *message = g_strdup (reason->message != NULL ? reason->message : "");

  presser_tei_findings_add (findings, PRESSER_FINDING_ERROR, (guint) MAX (reason->line, 0), 0,
                            g_strdup_printf (_ ("Not valid: %s"), g_strstrip (message)));
}

static void
ignore_error (gpointer        data,
              const xmlError *reason)
{
}

static xmlRelaxNG *
compile (GFile  *schema,
         GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (xmlRelaxNGParserCtxt) context = NULL;

  /* By its path a schema can include others that lie beside it. */
  if (data == NULL || size == 0)
    return NULL;
  if (g_file_peek_path (schema) != NULL && *data == '<')
    context = xmlRelaxNGNewParserCtxt (g_file_peek_path (schema));
  if (context == NULL)
    context = xmlRelaxNGNewMemParserCtxt (data, (int) size);
  if (context == NULL)
    return NULL;

  /* A schema may name others, and libxml2 would fetch them from anywhere; it has only a switch for all of a program. */
  xmlSetExternalEntityLoader (xmlNoNetExternalEntityLoader);
  xmlRelaxNGSetParserStructuredErrors (context, (xmlStructuredErrorFunc) ignore_error, NULL);
  return xmlRelaxNGParse (context);
}

static void
validate (PresserTeiFindings *findings,
          GBytes             *bytes,
          xmlRelaxNG         *grammar)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (xmlDoc) document = xmlReadMemory (data, (int) size, NULL, NULL,
                                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  g_autoptr (xmlRelaxNGValidCtxt) context = xmlRelaxNGNewValidCtxt (grammar);

  if (document == NULL || context == NULL)
    return;

  xmlRelaxNGSetValidStructuredErrors (context, (xmlStructuredErrorFunc) take_error, findings);
  xmlRelaxNGValidateDoc (context, document);
}

gboolean
presser_tei_check_schema (PresserTeiFindings *findings,
                          GBytes             *bytes,
                          GFile              *schema,
                          GCancellable       *cancellable,
                          GError            **error)
{
  g_autoptr (GBytes) schema_bytes = read_schema (schema, cancellable, error);
  xmlRelaxNG *grammar;

  if (schema_bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  grammar = compile (schema, schema_bytes);
  if (grammar == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is no RELAX NG schema in XML syntax."), g_file_peek_path (schema));
      return FALSE;
    }

  validate (findings, bytes, grammar);
  xmlRelaxNGFree (grammar);
  return TRUE;
}
