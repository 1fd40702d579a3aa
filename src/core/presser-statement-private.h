/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-statement.h"

G_BEGIN_DECLS

/* Only for the files presser-statement*.c. */
struct _PresserStatement
{
  GObject parent_instance;

  char             *id;
  GArray           *ranges; /* of PresserRange: sorted, not touching, none empty, at least one */
  char             *speaker;
  char            **topics; /* ids; never NULL, no id twice */
  PresserKind       kind;
  PresserStatus     status;
  PresserGroundRule ground_rule;
  gint64            embargo; /* seconds since the epoch, or 0 */
  char             *certainty;
  char             *note;
  char             *annotator;
  gint64            made;    /* seconds since the epoch, or 0 */
  gint64            changed; /* seconds since the epoch, or 0 */
};

/* What an edit of the text does to places: @n_removed characters went at @position, @n_added came there. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} PresserShift;

PresserStatement *presser_statement_copy (PresserStatement *self);

/* Sorted, without empty ones, those that touch made one. GArray of PresserRange, perhaps empty. */
GArray *presser_ranges_normalise (const PresserRange *ranges,
                                  guint               n_ranges);

/* Whether moving the ranges could not be taken back by moving them the other way. */
gboolean presser_shift_loses (PresserShift        shift,
                              const PresserRange *ranges,
                              guint               n_ranges);
/* Where the ranges are afterwards: GArray of PresserRange, empty if all their text is gone. */
GArray *presser_shift_dup_ranges (PresserShift        shift,
                                  const PresserRange *ranges,
                                  guint               n_ranges);

/* The one thing that changes a statement; only if presser_shift_loses() says no. */
void presser_statement_shift (PresserStatement *self,
                              PresserShift      shift);

G_END_DECLS
