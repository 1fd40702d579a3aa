/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-label-scan.h"

G_BEGIN_DECLS

/* The longest seen, “Secretario de Infraestructura, …” with the name, has 92 characters. */
#define PRESSER_MAX_LABEL 260

typedef struct
{
  const char      *text;
  const char      *end;
  const char      *place; /* what was not looked at yet */
  guint            emphasis;
  gboolean         counts_days;
  PresserLabelHit *hit;
} PresserLabelScan;

/* As far as a label that begins at @start may go. */
const char *presser_label_limit (const PresserLabelScan *scan,
                                 const char             *start);
void        presser_label_set_hit (PresserLabelScan *scan,
                                   PresserLabelForm  form,
                                   const char       *name,
                                   const char       *name_end,
                                   const char       *speech);
void        presser_label_take_clock_behind (PresserLabelScan *scan);
gboolean    presser_label_breaks_name (const char *place,
                                       const char *start,
                                       const char *end);
gboolean    presser_label_is_colon (gunichar character);

/* One for each form; they look from scan->place and say whether they found theirs. */
gboolean presser_label_scan_tag (PresserLabelScan *scan);
gboolean presser_label_scan_letter (PresserLabelScan *scan);
gboolean presser_label_scan_machine (PresserLabelScan *scan);
gboolean presser_label_scan_marked (PresserLabelScan *scan);
gboolean presser_label_scan_brackets (PresserLabelScan *scan);
gboolean presser_label_scan_timed (PresserLabelScan *scan);
gboolean presser_label_scan_stop (PresserLabelScan *scan);
gboolean presser_label_scan_tab (PresserLabelScan *scan);
gboolean presser_label_scan_bold (PresserLabelScan *scan);
gboolean presser_label_scan_line (PresserLabelScan *scan);

G_END_DECLS
