/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Topics that a document proposes itself, to be chosen from. */
#define PRESSER_TYPE_TOPIC_DIALOG (presser_topic_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PresserTopicDialog, presser_topic_dialog, PRESSER, TOPIC_DIALOG, AdwWindow)

void presser_topic_dialog_present (GtkWindow       *parent,
                                   PresserDocument *document);

G_END_DECLS
