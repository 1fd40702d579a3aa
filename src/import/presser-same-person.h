/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-names.h"
#include "presser-script-private.h"

G_BEGIN_DECLS

/* The names of all labels in use, and tables to find the ones that belong together. */
typedef struct
{
  GHashTable  *keys;     /* key of the name -> place of the label + 1; all owned keys */
  GHashTable  *starts;   /* first word of a full name -> the same, or AMBIGUOUS */
  GHashTable  *initials; /* "db" -> the same, or AMBIGUOUS */
  GHashTable  *edges;    /* first and last two words of long labels -> the same */
  GHashTable  *surnames; /* last word -> the same, of the first that has it */
  PresserName *all;      /* by place of the label; empty where it is not in use */
  guint        n;
} PresserSamePerson;

void presser_same_person_init (PresserSamePerson *names,
                               PresserScript     *script);
void presser_same_person_clear (PresserSamePerson *names);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PresserSamePerson, presser_same_person_clear)

const PresserName *presser_same_person_get_name (const PresserSamePerson *names,
                                                 guint                    place);
guint              presser_same_person_find (const PresserSamePerson *names,
                                             const PresserLabel      *label);
guint              presser_same_person_find_maybe (PresserSamePerson  *names,
                                                   const PresserLabel *label);

G_END_DECLS
