/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What at the start of one line could be a speaker's label. Whether it is one, only the whole document tells. */

typedef enum
{
  PRESSER_LABEL_NONE,
  PRESSER_LABEL_COLON,    /* Name: text */
  PRESSER_LABEL_STOP,     /* CHAIR NAME. Text */
  PRESSER_LABEL_LETTER,   /* Q    text */
  PRESSER_LABEL_TAG,      /* <NAME>Name</NAME>. text */
  PRESSER_LABEL_TIMED,    /* Name  0:12 */
  PRESSER_LABEL_BRACKETS, /* [Name] text */
  PRESSER_LABEL_MARKED,   /* (question) Name */
  PRESSER_LABEL_ARROWS,   /* >> text, >> Name: text */
  PRESSER_LABEL_LINE,     /* NAME alone on its line */
  PRESSER_LABEL_TAB,      /* Name, tab, text */
  PRESSER_LABEL_BOLD,     /* Name in bold, nothing between it and the text */
  PRESSER_LABEL_PATTERN,  /* as the user described it */
  PRESSER_LABEL_SOURCE,   /* the format says so */
} PresserLabelForm;

typedef struct
{
  PresserLabelForm form;
  guint32          start;    /* of the name, bytes in the line */
  guint32          length;   /* of the name, 0 for an unknown speaker */
  guint32          skip;     /* bytes until what was said */
  gint32           time;     /* milliseconds, or PRESSER_TIME_UNKNOWN */
  gboolean         has_time; /* a stamp stood there, also one without a time */
  gboolean         is_alone; /* nothing was said on this line */
  gboolean         is_question;
} PresserLabelHit;

/* @emphasis: so many first bytes are bold. FALSE if there is neither label nor stamp. */
gboolean presser_label_scan (const char      *text,
                             const char      *end,
                             guint            emphasis,
                             gboolean         counts_days,
                             PresserLabelHit *hit);

G_END_DECLS
