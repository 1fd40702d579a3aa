/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"

G_BEGIN_DECLS

/* What the user wants to export and how: all that the export dialog decides, without a widget. */
typedef struct
{
  PresserDocument *document; /* owned */
  char            *name;     /* of its file */

  const PresserExporter *exporter;
  PresserExportStatuses  statuses;
  char                  *query; /* "" for all */
  GPtrArray             *only;  /* of PresserStatement: these whatever their status, or NULL for all that match */
  PresserGrouping        grouping;
  GArray                *columns;        /* of PresserColumn; NULL for all */
  char                  *quote_template; /* "" for the usual wording */
  gboolean               with_embargoed; /* not remembered: it is to be asked each time */
} PresserExportPlan;

PresserExportPlan *presser_export_plan_new (PresserDocument *document,
                                            const char      *name);
void               presser_export_plan_free (PresserExportPlan *self);

/* The last choice; @settings may be NULL. */
void presser_export_plan_restore (PresserExportPlan *self,
                                  GSettings         *settings);
void presser_export_plan_store (PresserExportPlan *self,
                                GSettings         *settings);

gboolean presser_export_plan_has_column (PresserExportPlan *self,
                                         PresserColumn      column);
void     presser_export_plan_set_column (PresserExportPlan *self,
                                         PresserColumn      column,
                                         gboolean           is_shown);

/* What goes out: GPtrArray of PresserStatement; NULL if the filter is broken. @held_back: (nullable): gets sentences. */
GPtrArray *presser_export_plan_choose (PresserExportPlan *self,
                                       GPtrArray         *held_back,
                                       GError           **error);
/* How many more would go out with those under embargo. */
guint presser_export_plan_count_embargoed (PresserExportPlan *self);

/* What is lost on the way, GPtrArray of char *; the first lines; all of it. @statements as chosen. */
GPtrArray *presser_export_plan_dup_losses (PresserExportPlan *self,
                                           GPtrArray         *statements);
char      *presser_export_plan_dup_preview (PresserExportPlan *self,
                                            GPtrArray         *statements,
                                            GError           **error);
/* GPtrArray of PresserExportFile: one, or those of a folder. */
GPtrArray *presser_export_plan_write (PresserExportPlan *self,
                                      GPtrArray         *statements,
                                      GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportPlan, presser_export_plan_free)

G_END_DECLS
