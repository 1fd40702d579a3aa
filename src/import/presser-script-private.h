/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-label-choices.h"
#include "presser-label-scan.h"
#include "presser-script.h"

G_BEGIN_DECLS

/* One printed form of a speaker's name in this document. */
typedef struct _PresserLabel PresserLabel;

struct _PresserLabel
{
  char            *text; /* as first printed, without its colon */
  char            *key;  /* presser_text_make_key() */
  guint            n;    /* how often it stands in front of a line */
  guint            n_at_paragraph;
  guint            n_alone; /* nothing follows on its line */
  guint            n_bold;
  guint            place; /* in labels */
  guint            first_line;
  guint            last_line;
  PresserLabelForm form;        /* when first met */
  gboolean         is_given;    /* by the format: certain */
  gboolean         is_chosen;   /* the user says that it is a speaker */
  gboolean         is_excluded; /* … and that it is none */
  gboolean         is_accepted;
  gboolean         is_used;   /* a turn begins with it */
  gboolean         is_strong; /* would be one on its own */
  guint            voice;     /* place in voices, when accepted */
  PresserLabel    *slip_of;   /* the label that was meant, or NULL; borrowed */
  GPtrArray       *variants;  /* of char *: printed differently, in marks only */
};

typedef struct
{
  char       *name;
  char       *role; /* or NULL */
  gboolean    is_unnamed;
  gboolean    is_reporter; /* asks questions and is not named */
  char       *proposed;    /* first label of a voice that may be the same person, or NULL */
  GPtrArray  *aliases;     /* of char *, owned: printed labels */
  const char *id;          /* borrowed from the builder, when writing */
} PresserVoice;

typedef struct
{
  guint32 place; /* byte of the script's text */
  gint32  time;  /* milliseconds */
} PresserMoment;

struct _PresserScript
{
  GString            *text;
  GArray             *lines;      /* of PresserLine, in text order */
  GPtrArray          *labels;     /* of PresserLabel, owned */
  GHashTable         *label_keys; /* key -> PresserLabel, borrowed */
  GPtrArray          *voices;     /* of PresserVoice, owned */
  GArray             *questions;  /* of guint32: for each turn the place of the turn that it answers, or PRESSER_NO_TURN */
  GArray             *anchors;    /* of PresserMoment, in text order: when words are said */
  char               *metadata[PRESSER_METADATA_N_FIELDS];
  GPtrArray          *remarks; /* of char *, owned */
  PresserLabelChoices choices;
  gboolean            is_wrapped;
  gboolean            are_captions;
  gboolean            has_rules; /* dividing lines stand in it */
  gboolean            has_turns;
  gboolean            counts_days; /* stamps of four numbers are days, hours, minutes, seconds */
  guint               width;       /* of a full line in characters, when wrapped */
};

PresserLabel *presser_script_intern_label (PresserScript *self,
                                           const char    *text,
                                           gsize          length,
                                           guint         *place);

/* A label at the start of the line, as the user's pattern has it or else in any form. FALSE if there is neither label nor stamp. */
gboolean presser_script_scan_label (const PresserScript *self,
                                    const PresserLine   *line,
                                    PresserLabelHit     *hit);

/* Of lines that stand alone above others; see presser-label-lines.c. */
gboolean presser_label_lines_take (PresserScript *self,
                                   GArray        *places,
                                   guint          share);
void     presser_label_lines_find (PresserScript *self);
gboolean presser_line_numbers_take_off (PresserScript *self);

/* The steps of presser_script_finish(), in this order; each in the file of its name. */
void presser_lines_measure (PresserScript *self);
void presser_labels_find (PresserScript *self);
void presser_captions_join (PresserScript *self);
void presser_voices_find (PresserScript *self);
void presser_questions_find (PresserScript *self);
void presser_matter_find (PresserScript *self);
void presser_paragraphs_write (PresserScript *self,
                               gpointer       builder);
void presser_findings_report (PresserScript       *self,
                              PresserImportReport *report);

#define PRESSER_NO_TURN G_MAXUINT32

#define presser_script_line(self, i) (&g_array_index ((self)->lines, PresserLine, (i)))

/* The text of a line, from and to. */
static inline const char *
presser_line_text (const PresserScript *self,
                   const PresserLine   *line)
{
  return self->text->str + line->start;
}

static inline const char *
presser_line_end (const PresserScript *self,
                  const PresserLine   *line)
{
  return self->text->str + line->start + line->length;
}

G_END_DECLS
