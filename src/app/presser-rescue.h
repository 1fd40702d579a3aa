/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-open-file.h"

G_BEGIN_DECLS

/* Work that was not saved when the program last ended, found in a journal and brought back in memory. While it
 * is here, no other process takes it; if it goes without an answer, the journal stays for the next start. */
#define PRESSER_TYPE_RESCUE (presser_rescue_get_type ())
G_DECLARE_FINAL_TYPE (PresserRescue, presser_rescue, PRESSER, RESCUE, GObject)

/* Looks in a thread. GPtrArray of PresserRescue, the latest first, perhaps empty. */
void       presser_rescue_find_async (GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
GPtrArray *presser_rescue_find_finish (GAsyncResult *result,
                                       GError      **error);

/* For a person to read: what it is, and what it holds. */
const char *presser_rescue_get_title (PresserRescue *self);
char       *presser_rescue_dup_summary (PresserRescue *self);
/* Why only a part of it came back, or NULL. */
const char *presser_rescue_get_trouble (PresserRescue *self);
/* NULL if nothing of it came back. */
PresserDocument *presser_rescue_get_document (PresserRescue *self);
/* Where it was saved last, or NULL. */
GFile *presser_rescue_get_location (PresserRescue *self);
/* The transcript as it was opened. */
GBytes *presser_rescue_get_bytes (PresserRescue *self);

/* The document as it was, unsaved; once. */
PresserOpenFile *presser_rescue_restore (PresserRescue *self);
/* For good. */
void presser_rescue_discard (PresserRescue *self);

G_END_DECLS
