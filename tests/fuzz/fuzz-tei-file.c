/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes: opened, tagged, corrected, saved and opened again, they give an error or the same document. Build all of
 * src/core and src/tei with `clang -fsanitize=fuzzer,address,undefined` and run on a folder of TEI files: fuzz-tei-file.sh. */

#include "presser-tei-file.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
add_statement (PresserDocument *document,
               guint            start,
               guint            end)
{
  guint            length = presser_text_get_length (presser_document_get_text (document));
  PresserRange     range = { MIN (start, length), MIN (end, length) };
  g_autofree char *id = presser_document_make_statement_id (document);
  g_autoptr (PresserStatement) statement = NULL;

  if (range.start >= range.end)
    return;
  statement = presser_statement_new (id, &range, 1);
  presser_document_add_statement (document, statement);
}

/* What is done depends on the bytes, so that each input does the same each time. */
static void
change (PresserDocument *document,
        const guint8    *data,
        gsize            size)
{
  guint hash = 5381;

  for (gsize i = 0; i < size; i++)
    hash = hash * 33 + data[i];
  for (guint i = 0; i < 4; i++)
    {
      guint length = presser_text_get_length (presser_document_get_text (document));
      guint start = length == 0 ? 0 : (hash >> (i * 3)) % length;

      add_statement (document, start, start + 1 + hash % 17);
      if (hash & (1u << i))
        presser_document_replace_text (document, (PresserRange){ start, MIN (length, start + hash % 5) },
                                       i % 2 == 0 ? "new\nline " : " x");
    }
}

static void
check_again (PresserTeiFile *file,
             GBytes         *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiFile) again = presser_tei_file_new (bytes, "again", &error);
  g_autofree char *text = presser_text_dup (presser_document_get_text (presser_tei_file_get_document (file)));
  g_autofree char *again_text = NULL;

  if (again == NULL)
    abort ();
  again_text = presser_text_dup (presser_document_get_text (presser_tei_file_get_document (again)));
  if (strcmp (text, again_text) != 0)
    abort ();
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "fuzz", NULL);
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GBytes) written = NULL;

  presser_tei_file_is_tei (bytes);
  if (file == NULL)
    return 0;
  same = presser_tei_file_write (file, NULL);
  if (same == NULL || !g_bytes_equal (same, bytes))
    abort ();

  change (presser_tei_file_get_document (file), data, size);
  written = presser_tei_file_write (file, NULL);
  if (written == NULL)
    return 0;
  check_again (file, written);
  if (!presser_tei_file_accept (file, written, NULL))
    abort ();

  return 0;
}
