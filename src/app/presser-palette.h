/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* One palette for speakers and topics, told apart by colour-blind readers and with enough contrast
 * on light and dark backgrounds. */
#define PRESSER_PALETTE_SIZE 12
/* Topics start elsewhere in the palette than speakers: the first of each is not the same blue. */
#define PRESSER_PALETTE_TOPIC_OFFSET 3

/* The full colour for marks, bars and dots. */
void presser_palette_get (int      colour,
                          gboolean dark,
                          GdkRGBA *rgba);
/* The tint for a band behind text, to be laid over the page. */
void presser_palette_get_tint (int      colour,
                               gboolean dark,
                               GdkRGBA *rgba);
/* The colour for small text on the page. */
void presser_palette_get_ink (int      colour,
                              gboolean dark,
                              GdkRGBA *rgba);
/* For text that stands back: numbers, notes. */
void presser_palette_get_dim (gboolean dark,
                              GdkRGBA *rgba);
/* What to call it, translated. */
const char *presser_palette_get_name (int colour);
/* A speaker's or topic's place in the palette: its own, else one that follows from its place in the
 * list; -1 for nobody. */
int presser_palette_find_speaker (PresserDocument *document,
                                  const char      *speaker_id);
int presser_palette_find_topic (PresserDocument *document,
                                const char      *topic_id);

G_END_DECLS
