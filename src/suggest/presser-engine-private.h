/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-engine.h"

G_BEGIN_DECLS

/* Whom words of the text say to be speaking; @end is 0 for nobody. */
typedef struct
{
  guint32     start;
  guint32     end;
  PresserRule rule;
  PresserRule origin; /* the rule that found it, before it was handed on */
  gboolean    is_weak;
  guint32     gap_start; /* what of the quotation is the reporter's; the end is 0 for nothing */
  guint32     gap_end;
} PresserSource;

struct _PresserEngine
{
  const char            *text;
  const PresserCueTable *main_table;
  const PresserCueTable *table; /* of the stretch at hand */
  const PresserStretch  *stretches;
  guint                  n_stretches;
  PresserCast           *cast;
  GArray                *quotations; /* of PresserQuotation, in bytes of the text */
  GArray                *firsts;     /* of guint32: each stretch's first quotation, and their number at the end */
  GArray                *tokens;     /* of PresserToken: of the piece at hand */
  GArray                *inner;      /* of PresserToken: of the quotation at hand */
  GArray                *starts;     /* of guint32: where its sentences begin */
  GArray                *sources;    /* of PresserSource: for each quotation of the stretch at hand */
  GArray                *findings;   /* of PresserStatementFinding */
  PresserSource          last;       /* of the last quotation */
  PresserSource          subject;    /* of the last sentence that quotes nothing */
  PresserSource          in_stretch; /* of the stretch at hand, from its sentences so far */
  gboolean               is_open;    /* the stretch before ended inside a quotation */
  gboolean               after_colon;
  gboolean               with_indirect;
  gboolean               with_turns;
  int                   *progress;    /* or NULL */
  GCancellable          *cancellable; /* or NULL; borrowed while it runs */
};


const PresserStretch   *presser_engine_enter (PresserEngine *self, guint stretch);
const PresserQuotation *presser_engine_get_quotation (PresserEngine *self, guint32 index);
guint32                 presser_engine_get_first_quotation (PresserEngine *self, guint stretch);
void                    presser_engine_find_quotations (PresserEngine *self);
guint32                 presser_engine_find_piece_end (PresserEngine *self, guint32 start, guint32 end, guint32 *quotation, guint32 n_quotations);
void                    presser_engine_read_tokens (PresserEngine *self, guint32 start, guint32 end, guint32 first, guint32 end_quotation);
gboolean                presser_engine_look_inside (PresserEngine *self, guint32 quotation, PresserSource *source);
gboolean                presser_engine_goes_on (PresserEngine *self, guint round, guint32 at);
void                    presser_engine_harvest (PresserEngine *self, guint index);

G_END_DECLS
