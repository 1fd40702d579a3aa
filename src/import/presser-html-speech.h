/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* What the pages of transcription tools (hyperaudio, noScribe, oTranscribe and the like) say in attributes. */

/* The name of a speaker if the element holds nothing else, or NULL. */
char *presser_html_dup_speaker (const xmlNode *node);
/* Milliseconds or PRESSER_TIME_UNKNOWN. FALSE if the element tells none. */
gboolean presser_html_get_times (const xmlNode *node,
                                 gint32        *start,
                                 gint32        *end);
/* Whether it holds a time stamp, which is a word of its own. */
gboolean presser_html_is_stamp (const xmlNode *node);

G_END_DECLS
