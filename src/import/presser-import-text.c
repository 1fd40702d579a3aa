/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-encoding.h"
#include "presser-error.h"
#include "presser-script-private.h"

/* Any text is plain text, so every other format that sees its marks must be surer than this. */
#define SCORE_TEXT 10

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  /* A PDF may hold nothing but printable characters, and is no text all the same. */
  if (size > 5 && memcmp (data, "%PDF-", 5) == 0)
    return 0;

  return size > 0 && (text != NULL || presser_encoding_guess (data, MIN (size, 65536), NULL) != NULL) ? SCORE_TEXT : 0;
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
  gsize length;
  char *text = presser_import_decode (bytes, name, options, &length, &metadata, report, error);

  if (text == NULL)
    return NULL;
  presser_script_take_text (script, text, length);
  if (presser_script_is_empty (script))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” holds no text, only blanks and lines."), name);
      return NULL;
    }
  if (presser_line_numbers_take_off (script))
    presser_script_add_remark (script, _ ("The lines are numbered. The numbers were left out."));

  return presser_script_finish (script, metadata, options, report);
}

const PresserImporter presser_import_text = {
  .id = "text",
  .description = N_ ("Plain text"),
  .patterns = "*.txt;*.text",
  .score = score,
  .import = import,
};
