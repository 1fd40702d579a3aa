/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* What GTK and libadwaita do differently over the versions we run on. All version checks live here. */

/**
 * PresserFileChoice:
 * @save: to write to, not to read from
 * @is_folder: a folder, not a file
 * @title: of the dialog
 * @folder: (nullable): where it starts
 * @name: (nullable): for a new file
 * @filters: (nullable) (element-type GtkFileFilter): the first is in force
 */
typedef struct
{
  gboolean    save;
  gboolean    is_folder;
  const char *title;
  GFile      *folder;
  const char *name;
  GListModel *filters;
} PresserFileChoice;

void   presser_choose_file_async (GtkWindow               *parent,
                                  const PresserFileChoice *choice,
                                  GCancellable            *cancellable,
                                  GAsyncReadyCallback      callback,
                                  gpointer                 user_data);
GFile *presser_choose_file_finish (GAsyncResult *result,
                                   GError      **error);

/**
 * PresserAnswer:
 * @id: what presser_ask_finish() gives; %NULL ends the array
 * @label: of the button
 * @appearance: how the button looks
 */
typedef struct
{
  const char           *id;
  const char           *label;
  AdwResponseAppearance appearance;
} PresserAnswer;

/* The first answer is also what closing the question means, the last that destroys nothing is the default. */
void  presser_ask_async (GtkWindow           *parent,
                         const char          *heading,
                         const char          *body,
                         const PresserAnswer *answers,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data);
char *presser_ask_finish (GAsyncResult *result,
                          GError      **error);

/* Where the first display line of a line lies in its gutter, in pixels. */
void presser_get_first_line_extent (GtkSourceGutterLines *lines,
                                    guint                 line,
                                    int                  *y,
                                    int                  *height);

/* What it says comes from here, too, so that both halves say the same. */
void presser_show_about (GtkWindow *parent);

G_END_DECLS
