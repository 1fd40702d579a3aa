/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cast.h"
#include "presser-person-names-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint32        position; /* byte of the text */
  PresserPerson *person;
} PresserSighting;

struct _PresserCast
{
  const PresserCueTable *table;
  GStringChunk          *strings;
  GPtrArray             *persons;   /* owned, in the order they were first named */
  GHashTable            *by_key;    /* key: the first PresserPerson with it */
  GHashTable            *by_alias;  /* folded alias or given name: PresserPerson */
  GArray                *sightings; /* of PresserSighting, sorted by position */
};

G_END_DECLS
