/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-error.h"
#include "presser-markup.h"

#define HEAD_BYTES 8192

/* A page names its encoding itself; that helps only where the bytes leave a doubt. */
static char *
find_declared_encoding (GBytes *bytes)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = NULL;
  const char      *charset;
  gsize            length;

  if (g_utf8_validate (data, (gssize) size, NULL))
    return NULL;
  head = g_ascii_strdown (data, (gssize) MIN (size, HEAD_BYTES));
  charset = g_strstr_len (head, (gssize) MIN (size, HEAD_BYTES), "charset=");
  if (charset == NULL)
    return NULL;
  charset += 8 + strspn (charset + 8, "\"' ");
  length = strcspn (charset, "\"' ;/>");
  if (length == 0 || length > 30)
    return NULL;
  /* What browsers read as Windows-1252 as well. */
  if (g_str_has_prefix (charset, "iso-8859-1\"") || g_str_has_prefix (charset, "us-ascii") || g_str_has_prefix (charset, "utf-8"))
    return NULL;

  return g_strndup (charset, length);
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_autoptr (PresserScript) script = presser_script_new ();
  g_autoptr (PresserMetadata) metadata = NULL;
  g_autofree char     *declared = options->encoding == NULL ? find_declared_encoding (bytes) : NULL;
  PresserImportOptions chosen = *options;
  gsize                length;
  g_autofree char     *text = NULL;

  if (declared != NULL)
    {
      chosen.encoding = declared;
      text = presser_import_decode (bytes, name, &chosen, &length, &metadata, report, NULL);
    }
  if (text == NULL)
    text = presser_import_decode (bytes, name, options, &length, &metadata, report, error);
  if (text == NULL)
    return NULL;
  if (!presser_html_read (script, text, length, TRUE))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is a web page without any text in it."), name);
      return NULL;
    }

  return presser_script_finish (script, metadata, options, report);
}

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  g_autofree char         *small = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  const char              *start;
  guint                    n_tags = 0;
  static const char *const tags[] = { "<p>", "<p ", "<div", "<br", "<body", "<head", "<html", "<table", "<cite", "<h1", "<h2", "</p>", "<span" };

  if (small == NULL)
    return 0;
  start = small + strspn (small, " \n\t");
  if (g_str_has_prefix (start, "<!doctype html") || g_str_has_prefix (start, "<html"))
    return 90;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    n_tags += strstr (small, tags[i]) != NULL;
  if (*start != '<' || g_str_has_prefix (start, "<?xml"))
    return strstr (small, "<html") != NULL && n_tags > 3 ? 85 : 0;

  return n_tags >= 2 ? 70 : 0;
}

const PresserImporter presser_import_html = {
  .id = "html",
  .description = N_ ("Web page"),
  .patterns = "*.html;*.htm;*.xhtml",
  .score = score,
  .import = import,
};
