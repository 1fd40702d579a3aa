/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program that the journalist pastes and drops into: it says on its standard output what it was given.
 *
 *   other-program primary|clipboard [TYPE]   what is there now, by default as text; ends with 1 if it is not given
 *   other-program drop                       shows a window to drop on, until it is killed */

#include <gtk/gtk.h>

static GMainLoop *loop;
static int        status = 1;
static guint      n_motions;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL)
    {
      g_print ("%s", text);
      status = 0;
    }
  g_main_loop_quit (loop);
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      g_print ("%.*s", (int) g_memory_output_stream_get_data_size (memory),
               (const char *) g_memory_output_stream_get_data (memory));
      status = 0;
    }
  g_main_loop_quit (loop);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    g_main_loop_quit (loop);
  else
    g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, spliced_cb, NULL);
}

static int
paste (GdkClipboard *clipboard,
       const char   *type)
{
  const char *types[] = { type, NULL };

  if (type != NULL)
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, opened_cb, NULL);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, read_cb, NULL);
  g_main_loop_run (loop);
  return status;
}

/* A second motion is sent only when the first was answered: from then on a drop will be taken. */
static GdkDragAction
moved_cb (GtkDropTarget *target,
          double         x,
          double         y)
{
  if (++n_motions == 2)
    g_print ("over\n");
  return GDK_ACTION_COPY;
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value)
{
  g_autofree char *formats = gdk_content_formats_to_string (gdk_drop_get_formats (gtk_drop_target_get_current_drop (target)));

  n_motions = 0;
  g_print ("%s\n%s\n", formats, g_value_get_string (value));
  return TRUE;
}

static void
be_dropped_on (void)
{
  GtkWidget     *window = gtk_window_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (target, "motion", G_CALLBACK (moved_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_set_title (GTK_WINDOW (window), "Other Program");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
}

int
main (int    argc,
      char **argv)
{
  GdkDisplay *display;

  gtk_init ();
  setvbuf (stdout, NULL, _IONBF, 0);
  loop = g_main_loop_new (NULL, FALSE);
  display = gdk_display_get_default ();

  if (argc > 1 && g_str_equal (argv[1], "primary"))
    return paste (gdk_display_get_primary_clipboard (display), argv[2]);
  if (argc > 1 && g_str_equal (argv[1], "clipboard"))
    return paste (gdk_display_get_clipboard (display), argv[2]);
  be_dropped_on ();
  return 0;
}
