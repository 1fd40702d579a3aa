/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PresserNoticeButton:
 * @label: what it says; %NULL ends the array
 * @action: detailed name of the action it does
 */
typedef struct
{
  const char *label;
  const char *action;
} PresserNoticeButton;

/* Tells of a lasting problem in the place where it matters, with what can be done about it. */
#define PRESSER_TYPE_NOTICE (presser_notice_get_type ())
G_DECLARE_FINAL_TYPE (PresserNotice, presser_notice, PRESSER, NOTICE, GtkWidget)

/* @details: (nullable). @buttons: (nullable): at most three; each takes the notice away. */
void presser_notice_show (PresserNotice             *self,
                          const char                *title,
                          const char                *details,
                          const PresserNoticeButton *buttons);
void presser_notice_hide (PresserNotice *self);

G_END_DECLS
