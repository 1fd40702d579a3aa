/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-source-private.h"

G_BEGIN_DECLS

typedef struct _PresserTeiTimeline PresserTeiTimeline;

/* NULL if the file has none. */
PresserTeiTimeline *presser_tei_timeline_new (PresserTeiSource *source);
void                presser_tei_timeline_free (PresserTeiTimeline *self);
/* From @start, @end or @synch of an element, in milliseconds; what it does not say is left as it is. FALSE if it says
 * nothing. */
gboolean presser_tei_timeline_read_times (PresserTeiTimeline *self,
                                          guint32             element,
                                          gint64             *start,
                                          gint64             *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiTimeline, presser_tei_timeline_free)

G_END_DECLS
