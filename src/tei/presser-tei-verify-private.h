/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* @beside: of the second file, or NULL. Whether a reading holds just what a document holds; sets an error that names the first difference. */
gboolean presser_tei_reading_verify (PresserTeiReading *self,
                                     PresserTeiReading *beside,
                                     PresserDocument   *document,
                                     GError           **error);
/* Lets the reading hold the objects of the document in place of its own equal ones, so that what changes later is seen. */
void     presser_tei_reading_tie (PresserTeiReading *self,
                                  PresserTeiReading *beside,
                                  PresserDocument   *document);
gboolean presser_tei_statement_equal (PresserStatement *one,
                                      PresserStatement *other);
gboolean presser_tei_speaker_equal (PresserSpeaker *one,
                                    PresserSpeaker *other);
gboolean presser_tei_topic_equal (PresserTopic *one,
                                  PresserTopic *other);

G_END_DECLS
