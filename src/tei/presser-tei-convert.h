/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-file.h"

G_BEGIN_DECLS

/* A document as TEI made anew, for whoever wants it otherwise than it is saved. */

/**
 * PresserTeiConversion:
 * @document: a document
 * @name: the name of its file, for names and pointers
 * @text: (nullable): what to write instead of its text, character by character, paragraph by paragraph
 * @statements: (element-type PresserStatement): which statements to write, at places of the document
 *
 * What is to be converted.
 */
typedef struct
{
  PresserDocument *document;
  const char      *name;
  const char      *text;
  GPtrArray       *statements;
} PresserTeiConversion;

/* TEI as Presser's importers make it. @statements: gets the second file with PRESSER_TEI_BESIDE, which points to @file_name. */
GBytes *presser_tei_convert (const PresserTeiConversion *conversion,
                             PresserTeiPlacement         placement,
                             const char                 *file_name,
                             GBytes                    **statements,
                             GError                    **error);

/* ParlaMint: a component named @id (the stem of its file name, which see presser_parlamint_make_id()) and the statements on it,
 * for ID.xml and ID.statements.xml. @losses: gets translated sentences on what ParlaMint cannot carry. */
GBytes *presser_parlamint_write (const PresserTeiConversion *conversion,
                                 const char                 *id,
                                 GBytes                    **statements,
                                 GPtrArray                  *losses,
                                 GError                    **error);
char   *presser_parlamint_make_id (const PresserTeiConversion *conversion);

G_END_DECLS
