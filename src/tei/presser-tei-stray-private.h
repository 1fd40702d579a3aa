/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-file.h"
#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* A stand-off statement whose words no longer stand where it says, and what its notes say to find it again. */
typedef struct
{
  guint32    annotation;
  GPtrArray *exact;  /* of char *: the words of each target, or of all of them together */
  char      *prefix; /* what stood before and behind, or NULL */
  char      *suffix;
  GArray    *expected; /* of PresserRange, one a target: empty where the target leads nowhere, G_MAXUINT where nobody knows where it was */
} PresserTeiLocation;

/* What the notes of an annotation say; where it is expected is left open. */
PresserTeiLocation *presser_tei_location_read (PresserTeiSource *source,
                                               guint32           annotation);
void                presser_tei_location_free (PresserTeiLocation *self);
/* Whether the words still stand at the expected ranges. Without words to compare, ranges that are there are right. */
gboolean presser_tei_location_is_right (PresserTeiLocation *self,
                                        PresserTeiReading  *text);
/* Looks for all of @locations at once. @found: of GArray of PresserRange, or NULL for what is lost, one a location;
 * @fates: of PresserTeiStrayFate. */
void presser_tei_locations_find (GPtrArray         *locations,
                                 PresserTeiReading *text,
                                 GPtrArray         *found,
                                 GArray            *fates);

/* Words with their white space folded, as they are compared. */
char *presser_tei_fold_words (const char *text,
                              gssize      n_bytes);
/* Words of a range, folded; @without_asides leaves out lines that nobody says. */
char       *presser_tei_dup_words (PresserTeiReading *text,
                                   PresserRange       range,
                                   gboolean           without_asides);
const char *presser_tei_reading_get_line_text (PresserTeiReading *text,
                                               guint              line);
guint       presser_tei_reading_count_to (PresserTeiReading *text,
                                          guint32            byte);

PresserTeiStray *presser_tei_stray_new (const char         *id,
                                        const char         *speaker,
                                        const char         *words,
                                        PresserTeiStrayFate fate);

char *presser_tei_stray_describe (PresserTeiStray *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiLocation, presser_tei_location_free)

G_END_DECLS
