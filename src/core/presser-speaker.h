/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PRESSER_COLOUR_AUTOMATIC (-1)

/* Immutable: every with_ function gives a changed copy. */
#define PRESSER_TYPE_SPEAKER (presser_speaker_get_type ())
G_DECLARE_FINAL_TYPE (PresserSpeaker, presser_speaker, PRESSER, SPEAKER, GObject)

PresserSpeaker    *presser_speaker_new (const char *id,
                                        const char *name);
const char        *presser_speaker_get_id (PresserSpeaker *self);
const char        *presser_speaker_get_name (PresserSpeaker *self);
const char        *presser_speaker_get_role (PresserSpeaker *self);
const char        *presser_speaker_get_affiliation (PresserSpeaker *self);
const char        *presser_speaker_get_link (PresserSpeaker *self);
const char *const *presser_speaker_get_aliases (PresserSpeaker *self);
/* A place in the palette, or PRESSER_COLOUR_AUTOMATIC. */
int presser_speaker_get_colour (PresserSpeaker *self);
/* TRUE for a description that stands for many: “Reporter”, “Audience member”. */
gboolean presser_speaker_is_unnamed (PresserSpeaker *self);
/* TRUE if @label is the name or an alias, whatever its case. */
gboolean presser_speaker_is_called (PresserSpeaker *self,
                                    const char     *label);

PresserSpeaker *presser_speaker_with_name (PresserSpeaker *self,
                                           const char     *name);
PresserSpeaker *presser_speaker_with_role (PresserSpeaker *self,
                                           const char     *role);
PresserSpeaker *presser_speaker_with_affiliation (PresserSpeaker *self,
                                                  const char     *affiliation);
PresserSpeaker *presser_speaker_with_link (PresserSpeaker *self,
                                           const char     *link);
PresserSpeaker *presser_speaker_with_aliases (PresserSpeaker    *self,
                                              const char *const *aliases);
PresserSpeaker *presser_speaker_with_colour (PresserSpeaker *self,
                                             int             colour);
PresserSpeaker *presser_speaker_with_unnamed (PresserSpeaker *self,
                                              gboolean        unnamed);

G_END_DECLS
