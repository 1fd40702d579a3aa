/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

/* Against tei_all, where it is to be had: in $PRESSER_SHARED/tei. */

static inline xmlRelaxNG *
get_schema (void)
{
  static xmlRelaxNG *schema;
  static gsize       done;

  if (g_once_init_enter (&done))
    {
      const char      *shared = g_getenv ("PRESSER_SHARED");
      g_autofree char *path = g_build_filename (shared != NULL ? shared : ".", "tei", "tei_all.simple.rng.gz", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          xmlRelaxNGParserCtxt *context = xmlRelaxNGNewParserCtxt (path);

          schema = context == NULL ? NULL : xmlRelaxNGParse (context);
          xmlRelaxNGFreeParserCtxt (context);
        }
      if (schema == NULL)
        g_test_message ("tei_all is not here; not validated");
      g_once_init_leave (&done, 1);
    }

  return schema;
}

/* Not to be told what is expected. */
static void G_GNUC_PRINTF (2, 3)
    keep_quiet (void       *data,
                const char *format,
                ...)
{
}

/* TRUE also where there is no schema. */
static inline gboolean
is_valid (const char *xml)
{
  xmlRelaxNG          *schema = get_schema ();
  xmlRelaxNGValidCtxt *context;
  xmlDoc              *doc;
  gboolean             result;

  if (schema == NULL)
    return TRUE;
  doc = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  g_assert_nonnull (doc);
  context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidErrors (context, keep_quiet, keep_quiet, NULL);
  result = xmlRelaxNGValidateDoc (context, doc) == 0;
  xmlRelaxNGFreeValidCtxt (context);
  xmlFreeDoc (doc);

  return result;
}

static inline void
assert_valid (const char *xml)
{
  if (!is_valid (xml))
    g_error ("not valid:\n%s", xml);
}
