/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in the project.qde of a REFI-QDA project, as far as text and its coding go. GUIDs are lower case and
 * without braces, whatever the file has. */

typedef struct
{
  char    *guid;
  char    *parent; /* guid, or NULL */
  char    *name;
  char    *description; /* or NULL */
  gboolean is_codable;
} PresserQdaCode;

/* A person or a thing that is spoken of or by: in Presser a speaker, if selections belong to it. */
typedef struct
{
  char      *guid;
  char      *name;
  char      *role;        /* or NULL */
  char      *affiliation; /* or NULL */
  GPtrArray *codes;       /* of char *: guids of codes that mean the same person */
  GPtrArray *selections;  /* of char *: guids of selections */
} PresserQdaCase;

typedef struct
{
  char      *guid;
  char      *name; /* mostly the words selected, cut somewhere; or NULL */
  gint64     start;
  gint64     end;
  char      *note;  /* or NULL */
  GPtrArray *codes; /* of char *: guids */
  char      *user;  /* guid, or NULL */
  gint64     made;  /* seconds since the epoch, or 0 */
  gint64     changed;
} PresserQdaSelection;

typedef struct
{
  char      *name;
  char      *content;    /* or NULL: it is in a member of the archive */
  char      *path;       /* of that member, without “internal://”; or NULL */
  GPtrArray *selections; /* of PresserQdaSelection */
} PresserQdaSource;

typedef struct
{
  char       *name;
  GPtrArray  *codes;       /* of PresserQdaCode, parents first */
  GHashTable *codes_by_id; /* char * to PresserQdaCode; both borrowed */
  GPtrArray  *cases;       /* of PresserQdaCase */
  GPtrArray  *sources;     /* of PresserQdaSource */
  GHashTable *users;       /* char * to char *: names by guid */
  GHashTable *links;       /* char * to char *: of a selection the next part of the same statement */
  guint       n_other_sources;
  guint       n_notes;
  guint       n_sets; /* and graphs */
} PresserQdaProject;

PresserQdaProject *presser_qda_project_new (GBytes     *xml,
                                            const char *name,
                                            GError    **error);
void               presser_qda_project_free (PresserQdaProject *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserQdaProject, presser_qda_project_free)

G_END_DECLS
