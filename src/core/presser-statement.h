/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "presser-range.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_KIND_DIRECT,
  PRESSER_KIND_INDIRECT,
  PRESSER_KIND_MIXED,
} PresserKind;

typedef enum
{
  PRESSER_STATUS_SUGGESTED,
  PRESSER_STATUS_DRAFT,
  PRESSER_STATUS_VERIFIED,
} PresserStatus;

typedef enum
{
  PRESSER_GROUND_ON_RECORD,
  PRESSER_GROUND_BACKGROUND,
  PRESSER_GROUND_DEEP_BACKGROUND,
  PRESSER_GROUND_OFF_RECORD,
  PRESSER_GROUND_EMBARGOED,
} PresserGroundRule;

/* A stretch of text that somebody said: immutable but for its place, which the document moves
 * when text before it is corrected. Ranges are sorted, do not touch each other and are not empty;
 * there is at least one. A new statement is a draft, direct, on the record, with nobody's name. */
#define PRESSER_TYPE_STATEMENT (presser_statement_get_type ())
G_DECLARE_FINAL_TYPE (PresserStatement, presser_statement, PRESSER, STATEMENT, GObject)

PresserStatement *presser_statement_new (const char         *id,
                                         const PresserRange *ranges,
                                         guint               n_ranges);

/**
 * PresserStatementFields:
 * @id: XML id, unique in the document
 * @ranges: (array length=n_ranges): what was said, in code points
 * @n_ranges: how many; at least one of them is not empty
 * @speaker: (nullable): id of the speaker
 * @topics: (nullable): ids of topics
 * @kind: direct, indirect or mixed
 * @status: how far the work on it is
 * @ground_rule: under which rule it was said
 * @embargo: seconds since the epoch, or 0
 * @certainty: (nullable): as TEI's cert
 * @annotator: (nullable): id of whose work it is
 *
 * All that a reader knows of a statement at once; everything is borrowed. Fields mean what the with_ functions of the same
 * name say. A file has many statements, and a copy for each of these would take most of the time of reading it.
 */
typedef struct
{
  const char         *id;
  const PresserRange *ranges;
  guint               n_ranges;
  const char         *speaker;
  const char *const  *topics;
  PresserKind         kind;
  PresserStatus       status;
  PresserGroundRule   ground_rule;
  gint64              embargo;
  const char         *certainty;
  const char         *annotator;
} PresserStatementFields;

PresserStatement *presser_statement_new_with_fields (const PresserStatementFields *fields);

const char         *presser_statement_get_id (PresserStatement *self);
const PresserRange *presser_statement_get_ranges (PresserStatement *self,
                                                  guint            *n_ranges);
/* From the start of the first range to the end of the last, gaps included. */
PresserRange presser_statement_get_extent (PresserStatement *self);
const char  *presser_statement_get_speaker (PresserStatement *self);
/* NULL-terminated, in the order they were given; never NULL. */
const char *const *presser_statement_get_topics (PresserStatement *self);
gboolean           presser_statement_has_topic (PresserStatement *self,
                                                const char       *topic_id);
PresserKind        presser_statement_get_kind (PresserStatement *self);
PresserStatus      presser_statement_get_status (PresserStatement *self);
PresserGroundRule  presser_statement_get_ground_rule (PresserStatement *self);
/* Seconds since the epoch until which an embargoed statement is held back, or 0. */
gint64 presser_statement_get_embargo (PresserStatement *self);
/* As TEI's cert: high, medium, low, unknown, or a number from 0 to 1; NULL if not given. */
const char *presser_statement_get_certainty (PresserStatement *self);
const char *presser_statement_get_note (PresserStatement *self);
/* Id of a PresserAnnotator, or NULL. */
const char *presser_statement_get_annotator (PresserStatement *self);
/* Seconds since the epoch, or 0. */
gint64 presser_statement_get_made (PresserStatement *self);
gint64 presser_statement_get_changed (PresserStatement *self);

PresserStatement *presser_statement_with_id (PresserStatement *self,
                                             const char       *id);
PresserStatement *presser_statement_with_ranges (PresserStatement   *self,
                                                 const PresserRange *ranges,
                                                 guint               n_ranges);
PresserStatement *presser_statement_with_speaker (PresserStatement *self,
                                                  const char       *speaker_id);
PresserStatement *presser_statement_with_topics (PresserStatement  *self,
                                                 const char *const *topic_ids);
PresserStatement *presser_statement_with_topic (PresserStatement *self,
                                                const char       *topic_id);
PresserStatement *presser_statement_without_topic (PresserStatement *self,
                                                   const char       *topic_id);
PresserStatement *presser_statement_with_kind (PresserStatement *self,
                                               PresserKind       kind);
PresserStatement *presser_statement_with_status (PresserStatement *self,
                                                 PresserStatus     status);
PresserStatement *presser_statement_with_ground_rule (PresserStatement *self,
                                                      PresserGroundRule rule,
                                                      gint64            embargo);
PresserStatement *presser_statement_with_certainty (PresserStatement *self,
                                                    const char       *certainty);
PresserStatement *presser_statement_with_note (PresserStatement *self,
                                               const char       *note);
PresserStatement *presser_statement_with_annotator (PresserStatement *self,
                                                    const char       *annotator_id);
PresserStatement *presser_statement_with_times (PresserStatement *self,
                                                gint64            made,
                                                gint64            changed);

/* Text order: by start, then the longer first, then by id (s2 before s10). */
int presser_statement_compare (PresserStatement *one,
                               PresserStatement *other);
/* The same id, place and everything else. */
gboolean presser_statement_equal (PresserStatement *one,
                                  PresserStatement *other);

/* Stable words for files and machine output: "direct", "suggested", "on-the-record" … */
const char *presser_kind_to_string (PresserKind kind);
gboolean    presser_kind_from_string (const char  *word,
                                      PresserKind *kind);
const char *presser_status_to_string (PresserStatus status);
gboolean    presser_status_from_string (const char    *word,
                                        PresserStatus *status);
const char *presser_ground_rule_to_string (PresserGroundRule rule);
gboolean    presser_ground_rule_from_string (const char        *word,
                                             PresserGroundRule *rule);
/* The same for a person to read, translated. */
const char *presser_kind_get_label (PresserKind kind);
const char *presser_status_get_label (PresserStatus status);
const char *presser_ground_rule_get_label (PresserGroundRule rule);

G_END_DECLS
