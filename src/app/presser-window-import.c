/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a transcript was understood: shown when something was unsure, or when the user asks. */

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-import-dialog.h"
#include "presser-window-private.h"

/* What was to be checked has been. */
static void
accepted_cb (PresserWindow       *self,
             GBytes              *tei,
             PresserImportReport *report)
{
  presser_notice_hide (self->notice);
  if (tei != NULL)
    presser_window_load_imported (self, tei, report);
}

static void
show_dialog (PresserWindow *self)
{
  PresserImportDialog *dialog = presser_import_dialog_new (GTK_WINDOW (self), presser_open_file_get_source (self->file),
                                                           presser_open_file_get_name (self->file),
                                                           presser_open_file_get_report (self->file));

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * presser_window_offer_import:
 * @self: a window in which something was opened just now
 *
 * Lets the user look at how it was understood, if that is not beyond doubt or the user has asked for it.
 */
void
presser_window_offer_import (PresserWindow *self)
{
  gboolean is_asked = self->asks_import;

  self->asks_import = FALSE;
  if (presser_open_file_get_report (self->file) != NULL && (is_asked || presser_open_file_is_unsure (self->file)))
    show_dialog (self);
  else if (is_asked)
    presser_window_toast (self, _ ("This is TEI already; there is nothing to choose"));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  PresserWindow *self = PRESSER_WINDOW (source);
  PresserWindow *target = self;
  g_autoptr (GFile) file = presser_choose_file_finish (result, NULL);

  if (file == NULL)
    return;
  if (!presser_window_is_empty (self))
    {
      target = presser_window_new (PRESSER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (target));
    }
  target->asks_import = TRUE;
  presser_window_load (target, file);
}

/* What is open, as long as no work in it would be lost; else another transcript. */
static void
import_choices_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  PresserWindow          *self = PRESSER_WINDOW (user_data);
  const PresserFileChoice choice = { .title = _ ("Import with Choices") };

  if (self->file != NULL && presser_open_file_get_report (self->file) != NULL)
    show_dialog (self);
  else
    presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, file_chosen_cb, NULL);
}

static const GActionEntry actions[] = {
  { "import-choices", import_choices_action },
};

/**
 * presser_window_add_import_actions:
 * @self: a window
 */
void
presser_window_add_import_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
