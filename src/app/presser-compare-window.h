/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-document.h"
#include "presser-notice.h"

G_BEGIN_DECLS

/**
 * PresserComparisonSides:
 * @file: (nullable): where the other version lies
 * @bytes: (nullable): the other version, if it lies in no file
 * @before: what the other version is called: “in the file”
 * @after: what this one is called: “in your version”
 * @buttons: (nullable): what can be decided, each an action of the parent; ended by one without label
 *
 * What is compared with a document that is open.
 */
typedef struct
{
  GFile                     *file;
  GBytes                    *bytes;
  const char                *before;
  const char                *after;
  const PresserNoticeButton *buttons;
} PresserComparisonSides;

/* Shows what differs between two versions, word by word. */
#define PRESSER_TYPE_COMPARE_WINDOW (presser_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (PresserCompareWindow, presser_compare_window, PRESSER, COMPARE_WINDOW, AdwWindow)

/* Reads the other version in a thread, while the window says so. */
PresserCompareWindow *presser_compare_window_new (GtkWindow                    *parent,
                                                  PresserDocument              *document,
                                                  const PresserComparisonSides *sides);
/* TRUE if it was closed by one of its buttons. */
gboolean presser_compare_window_is_decided (PresserCompareWindow *self);

G_END_DECLS
