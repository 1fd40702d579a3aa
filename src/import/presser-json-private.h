/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "presser-script.h"

G_BEGIN_DECLS

/* One thing said, as some JSON of a transcription service has it. */
typedef struct
{
  char   *text;    /* owned */
  char   *speaker; /* owned, or NULL */
  double  start;   /* in the unit of the file, negative for unknown */
  double  end;
  GArray *words; /* of PresserWordTime, owned, or NULL */
} PresserUtterance;

typedef struct
{
  gsize  offset; /* byte of the utterance's text */
  double time;   /* in the unit of the file */
} PresserWordTime;

typedef struct
{
  GArray  *utterances; /* of PresserUtterance */
  gboolean joins_runs; /* machine segments: one turn while the speaker stays the same */
  gboolean is_in_milliseconds;
  gsize    n_bytes;
  gboolean has_speakers;
} PresserUtterances;

PresserUtterances *presser_utterances_new (void);
void               presser_utterances_free (PresserUtterances *self);
void               presser_utterances_add (PresserUtterances *self,
                                           const char        *text,
                                           const char        *speaker,
                                           double             start,
                                           double             end);
/* When the words of the utterance added last are said; @words: (transfer full) (nullable). */
void presser_utterances_take_words (PresserUtterances *self,
                                    GArray            *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserUtterances, presser_utterances_free)

/* A member as text, number as printed; NULL if it is not there or is neither. */
char *presser_json_dup_text (JsonObject *object,
                             const char *name);
/* A number, a number in a string ("1.2s"), a clock ("0:01:02.5"), seconds and nanos; -1 if unknown. */
double      presser_json_get_time (JsonObject *object,
                                   const char *name);
JsonArray  *presser_json_get_array (JsonObject *object,
                                    const char *name);
JsonObject *presser_json_get_object (JsonObject *object,
                                     const char *name);
/* Member of an array if it is an object, else NULL. */
JsonObject *presser_json_get_element (JsonArray *array,
                                      guint      place);

/* The services whose words stand apart from their speakers; NULL if the file is of none of them. */
PresserUtterances *presser_json_read_known (JsonNode *root);
/* Any array of objects with something like text in them; NULL if there is none. */
PresserUtterances *presser_json_read_any (JsonNode *root);

G_END_DECLS
