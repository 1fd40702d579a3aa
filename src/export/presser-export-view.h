/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"

G_BEGIN_DECLS

/* A document as it may be shown to others: the one place where the ground rules are kept. Whatever is off the record, or
 * under an embargo that the export was not told to break, is blacked out character by character, so that
 * positions stay true. All exporters read text, names and notes through it and never from the document. */
typedef struct _PresserExportView PresserExportView;

PresserExportView *presser_export_view_new (const PresserExportSource *source);
void               presser_export_view_free (PresserExportView *self);

/* Borrowed. */
const PresserExportSource *presser_export_view_get_source (PresserExportView *self);
PresserDocument           *presser_export_view_get_document (PresserExportView *self);
const char                *presser_export_view_get_metadata (PresserExportView   *self,
                                                             PresserMetadataField field);

/* The source's statements that may leave: GPtrArray of PresserStatement, borrowed. */
GPtrArray *presser_export_view_get_statements (PresserExportView *self);
gboolean   presser_export_view_has_withheld (PresserExportView *self);
gboolean   presser_export_view_is_withheld (PresserExportView *self,
                                            PresserRange       range);
char      *presser_export_view_dup_slice (PresserExportView *self,
                                          PresserRange       range);
char      *presser_export_view_dup_text (PresserExportView *self);
char      *presser_export_view_dup_quote (PresserExportView *self,
                                          PresserStatement  *statement);
/* The same for people, with “[…]” wherever words of others or of the speaker were left out. */
char *presser_export_view_dup_reading (PresserExportView *self,
                                       PresserStatement  *statement);

/* Who a statement may be credited to. Under “background” there is a description instead of a name, under
 * “deep background” nobody. Strings are borrowed; id, role and affiliation are NULL where the person must not be known. */
typedef struct
{
  const char *id;
  const char *name;
  const char *role;
  const char *affiliation;
} PresserExportCredit;

PresserExportCredit presser_export_view_get_credit (PresserExportView *self,
                                                    PresserStatement  *statement);
/* NULL if @text gives a name away that the statement's ground rule protects, else @text itself. */
const char *presser_export_view_filter_words (PresserExportView *self,
                                              PresserStatement  *statement,
                                              const char        *text);

/* Off the record, or under an embargo that still holds at @now (seconds since the epoch). */
gboolean presser_export_statement_is_off_record (PresserStatement *statement);
gboolean presser_export_statement_is_embargoed (PresserStatement *statement,
                                                gint64            now);

/* For the files of a format that writes a folder. */
char *presser_export_view_dup_base_name (PresserExportView *self);
/* The same, unlike all names in @taken, which gets it and owns it. */
const char *presser_export_view_take_name (PresserExportView *self,
                                           GHashTable        *taken);

/* A remark on blacked-out passages for formats that hold the whole text. */
void presser_export_view_report_withheld (PresserExportView *self,
                                          GPtrArray         *losses);
/* A remark on speakers whom a ground rule protects and whom the text itself may name. */
void presser_export_view_report_background (PresserExportView *self,
                                            GPtrArray         *losses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportView, presser_export_view_free)

G_END_DECLS
