/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-builder.h"
#include "presser-tei-file.h"

/* What several test files need. */

static inline PresserTeiFile *
read_text (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  PresserTeiFile *file = presser_tei_file_new (bytes, "test.xml", &error);

  g_assert_no_error (error);

  return file;
}

static inline char *
bytes_to_string (GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static inline char *
write_text (PresserTeiFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = presser_tei_file_write (file, &error);

  g_assert_no_error (error);

  return bytes_to_string (bytes);
}

static inline void
save (PresserTeiFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = presser_tei_file_write (file, &error);

  g_assert_no_error (error);
  presser_tei_file_accept (file, bytes, &error);
  g_assert_no_error (error);
}

static inline char *
dup_text (PresserTeiFile *file)
{
  return presser_text_dup (presser_document_get_text (presser_tei_file_get_document (file)));
}

/* A small TEI file around the content of body. */
static inline char *
make_tei (const char *body)
{
  return g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
                      "  <teiHeader>\n"
                      "    <fileDesc>\n"
                      "      <titleStmt>\n"
                      "        <title>A test</title>\n"
                      "      </titleStmt>\n"
                      "      <publicationStmt>\n"
                      "        <p>None.</p>\n"
                      "      </publicationStmt>\n"
                      "      <sourceDesc>\n"
                      "        <p>None.</p>\n"
                      "      </sourceDesc>\n"
                      "    </fileDesc>\n"
                      "  </teiHeader>\n"
                      "  <text>\n"
                      "    <body>\n",
                      body,
                      "    </body>\n"
                      "  </text>\n"
                      "</TEI>\n",
                      NULL);
}

static inline PresserStatement *
add_statement (PresserTeiFile *file,
               guint           start,
               guint           end)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *id = presser_document_make_statement_id (document);
  PresserRange     range = { start, end };
  g_autoptr (PresserStatement) statement = presser_statement_new (id, &range, 1);

  presser_document_add_statement (document, statement);

  return presser_document_get_statement (document, id);
}
