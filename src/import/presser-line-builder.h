/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-script.h"

G_BEGIN_DECLS

/* What documents with character formats share: text comes in runs, and how much of a line's start is bold matters. */
typedef struct
{
  PresserScript *script;
  GString       *line;
  gsize          emphasis;    /* bytes of the line's start that are bold */
  gboolean       bold_so_far; /* nothing but bold stood on this line yet */
  gboolean       is_heading;
  guint          flags; /* for the next line */
  GPtrArray     *notes; /* of char *: on what the paragraph says */
} PresserLineBuilder;

void presser_line_builder_init (PresserLineBuilder *self,
                                PresserScript      *script);
void presser_line_builder_clear (PresserLineBuilder *self);
void presser_line_builder_add (PresserLineBuilder *self,
                               const char         *text,
                               gboolean            is_bold);
/* A footnote or a comment: it comes behind the paragraph, as a note. @note: (transfer full). */
void presser_line_builder_take_note (PresserLineBuilder *self,
                                     char               *note);
void presser_line_builder_end_line (PresserLineBuilder *self,
                                    gboolean            ends_paragraph);

/* Whether @name stands in @names, a list with a blank before and after each. */
gboolean presser_name_is_in (const char *name,
                             const char *names);

G_END_DECLS
