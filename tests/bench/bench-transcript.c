/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the transcript view compares with a plain GtkSourceView that shows the same text: time to the
 * first frame, time a frame takes while scrolling, time from an action to the frame that shows what it did,
 * and memory. Each view is measured in a process of its own, by the frame clock, so that neither warms
 * anything for the other.
 *
 * bench-transcript [STATEMENTS [MEGABYTES]] */

#include <adwaita.h>
#include <stdlib.h>
#include <unistd.h>

#include "presser-transcript.h"

#define N_SCROLL_FRAMES 300
#define N_TAG_FRAMES    40
#define SCROLL_STEP     400 /* pixels a frame: about half a page */
#define TURN            5   /* paragraphs: a label and what is said */
#define WIDTH           1000
#define HEIGHT          800

typedef struct
{
  gboolean is_plain;
  gboolean is_waiting; /* the next step is to be taken */
  guint    n_statements;
  guint    n_bytes;

  GMainLoop       *loop;
  PresserDocument *document;
  GtkWidget       *window;
  GtkWidget       *view;
  GdkFrameClock   *clock; /* borrowed */
  gint64           started;
  gint64           frame_started;
  gint64           acted;
  double           first_frame; /* milliseconds, like all */
  double           scroll_total;
  double           scroll_longest;
  double           act_total;
  double           load;
  guint            n_frames;
  guint            n_acts;
  guint            n_started;
} Bench;

static double
get_milliseconds_since (gint64 time)
{
  return (double) (g_get_monotonic_time () - time) / 1000.;
}

static double
get_resident_megabytes (void)
{
  g_autofree char *statm = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    return 0;

  fields = g_strsplit (statm, " ", 3);
  return (double) g_ascii_strtoull (fields[1], NULL, 10) * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static const char *const sentences[] = {
  "We have discussed this with our partners in a narrow circle, and everybody understands it well. ",
  "The minister said on Tuesday that the talks would go on until an agreement is found. ",
  "There is no question of sending anybody there before the parliament has had its say. ",
  "I would refer you to the statement of last week, which still stands as it was read out. ",
  "Let me be clear about one thing: nobody has asked us, and nobody will. ",
};

static char *
make_text (guint n_bytes)
{
  GString *text = g_string_sized_new (n_bytes + 1000);

  for (guint i = 0; text->len < n_bytes; i++)
    {
      if (i % TURN == 0)
        g_string_append (text, i % (2 * TURN) == 0 ? "MR. LAVROV:" : "QUESTION:");
      else
        for (guint j = 0; j < 1 + i % 4; j++)
          g_string_append (text, sentences[(i + j) % G_N_ELEMENTS (sentences)]);

      g_string_append_c (text, '\n');
    }

  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static GPtrArray *
make_paragraphs (const char *text)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  guint      i = 0;

  for (const char *p = text; p != NULL; p = strchr (p, '\n'), p = p != NULL ? p + 1 : NULL, i++)
    {
      g_autoptr (PresserParagraph) paragraph = presser_paragraph_new (i % TURN == 0 ? PRESSER_PARAGRAPH_LABEL : PRESSER_PARAGRAPH_SPEECH);
      g_autofree char *turn = g_strdup_printf ("u%u", i / TURN);

      g_ptr_array_add (paragraphs, presser_paragraph_with_turn (paragraph, turn, i % (2 * TURN) < TURN ? "p.0" : "p.1"));
    }

  return paragraphs;
}

static PresserStatement *
make_statement (guint        number,
                PresserRange range)
{
  g_autofree char *id = g_strdup_printf ("s%u", number);
  g_autofree char *speaker = g_strdup_printf ("p.%u", number % 20);
  const char      *topics[] = { "t.0", number % 3 == 0 ? "t.1" : NULL, NULL };
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) attributed = presser_statement_with_speaker (bare, speaker);
  g_autoptr (PresserStatement) tagged = presser_statement_with_topics (attributed, topics);

  return presser_statement_with_status (tagged, number % 7 == 0 ? PRESSER_STATUS_SUGGESTED : PRESSER_STATUS_DRAFT);
}

/* Evenly strewn; every fourth overlaps the one before it, many cross paragraphs. */
static void
add_statements (Bench *self)
{
  guint length = presser_text_get_length (presser_document_get_text (self->document));
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_statements; i++)
    {
      guint start = (guint) ((guint64) length * i / self->n_statements);
      guint step = length / self->n_statements;

      g_ptr_array_add (statements, make_statement (i + 1, (PresserRange){ start, MIN (start + MAX (step * (i % 4 == 0 ? 5 : 3) / 4, 1), length) }));
    }

  presser_document_swap_statements (self->document, NULL, statements);
}

static void
make_document (Bench *self)
{
  g_autofree char *text = make_text (self->n_bytes);
  g_autoptr (PresserText) pieces = presser_text_new (text, -1);
  g_autoptr (GPtrArray) paragraphs = make_paragraphs (text);

  self->document = presser_document_new_with_paragraphs (pieces, paragraphs);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("p.%u", i);
      g_autofree char *name = g_strdup_printf ("Speaker Number%u", i);
      g_autoptr (PresserSpeaker) speaker = presser_speaker_new (id, name);
      g_autofree char *topic_id = g_strdup_printf ("t.%u", i);
      g_autoptr (PresserTopic) topic = presser_topic_new (topic_id, name);

      presser_document_insert_speaker (self->document, G_MAXUINT, speaker);
      presser_document_insert_topic (self->document, G_MAXUINT, topic);
    }

  add_statements (self);
}

static GtkWidget *
make_plain_view (Bench *self)
{
  GtkWidget       *view = gtk_source_view_new ();
  g_autofree char *text = presser_text_dup (presser_document_get_text (self->document));
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_create_tag (buffer, "band", "background", "#cfe0ff", NULL);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 150);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 150);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 16);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (view), 8);
  gtk_source_view_set_show_line_numbers (GTK_SOURCE_VIEW (view), TRUE);

  return view;
}

static GtkWidget *
make_transcript (Bench *self)
{
  GtkWidget *view = presser_transcript_new ();

  presser_transcript_set_document (PRESSER_TRANSCRIPT (view), self->document);
  return view;
}

/* Fifty characters at the top of what is seen. */
static PresserRange
get_seen (Bench *self)
{
  GdkRectangle area;
  GtkTextIter  iter;
  guint        start;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &area);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->view), &iter, area.y + area.height / 3, NULL);
  start = (guint) gtk_text_iter_get_offset (&iter);
  return (PresserRange){ start, start + 50 };
}

static void
act (Bench *self)
{
  PresserRange range = get_seen (self);

  self->acted = g_get_monotonic_time ();
  self->n_started++;

  if (self->is_plain)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
      GtkTextIter    start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) range.start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) range.end);
      gtk_text_buffer_apply_tag_by_name (buffer, "band", &start, &end);
    }
  else
    {
      g_autoptr (PresserStatement) statement = make_statement (self->n_statements + self->n_started, range);

      presser_document_add_statement (self->document, statement);
    }
}

static void
scroll (Bench *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
}

static gboolean
go_on_cb (gpointer user_data)
{
  Bench *self = user_data;

  self->is_waiting = FALSE;

  if (self->n_frames < N_SCROLL_FRAMES)
    scroll (self);
  else
    act (self);

  return G_SOURCE_REMOVE;
}

static void
note_scroll_frame (Bench *self)
{
  double time = get_milliseconds_since (self->frame_started);

  self->scroll_total += time;
  self->scroll_longest = MAX (self->scroll_longest, time);
  self->n_frames++;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->frame_started = g_get_monotonic_time ();
}

/* First frame, then frames of scrolling, then actions, each started when the frame before is done. */
static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  if (self->first_frame == 0)
    self->first_frame = get_milliseconds_since (self->started);
  else if (self->n_frames < N_SCROLL_FRAMES)
    note_scroll_frame (self);
  else if (self->acted != 0)
    {
      self->act_total += get_milliseconds_since (self->acted);
      self->acted = 0;
      self->n_acts++;
    }

  if (self->n_acts == N_TAG_FRAMES)
    g_main_loop_quit (self->loop);
  else if (!self->is_waiting && self->acted == 0)
    {
      self->is_waiting = TRUE;
      g_idle_add (go_on_cb, self);
    }
}

static void
show (Bench *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->started = g_get_monotonic_time ();
  self->view = self->is_plain ? make_plain_view (self) : make_transcript (self);
  self->load = get_milliseconds_since (self->started);
  self->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_widget_realize (self->window);
  self->clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_after (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static int
measure (gboolean is_plain,
         guint    n_statements,
         guint    n_bytes)
{
  Bench  bench = { .is_plain = is_plain, .n_statements = n_statements, .n_bytes = n_bytes };
  double resident;

  adw_init ();
  bench.loop = g_main_loop_new (NULL, FALSE);
  make_document (&bench);
  resident = get_resident_megabytes ();
  show (&bench);
  g_main_loop_run (bench.loop);
  g_print ("%.1f %.1f %.2f %.2f %.2f %.1f\n", bench.load, bench.first_frame, bench.scroll_total / bench.n_frames,
           bench.scroll_longest, bench.act_total / bench.n_acts, get_resident_megabytes () - resident);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.document);
  g_main_loop_unref (bench.loop);
  return 0;
}

static char **
run (const char *self,
     const char *which,
     const char *n_statements,
     const char *megabytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, which, n_statements, megabytes, NULL);
  g_autofree char *output = NULL;

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error))
    g_error ("%s", error->message);

  if (!g_subprocess_get_successful (process))
    g_error ("Measuring the view %s failed", which);

  return g_strsplit (g_strstrip (output), " ", -1);
}

static int
compare (const char *self,
         const char *n_statements,
         const char *megabytes)
{
  static const char *const rows[] = { "load text, ms", "first frame, ms", "frame while scrolling, ms",
                                      "longest of them, ms", "action to painted band, ms", "memory of the view, MB" };
  g_auto (GStrv) plain = run (self, "--plain", n_statements, megabytes);
  g_auto (GStrv) transcript = run (self, "--transcript", n_statements, megabytes);

  g_print ("%s statements in %s MB of text\n%-28s %12s %14s %7s\n", n_statements, megabytes, "", "transcript", "GtkSourceView", "ratio");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double a = g_ascii_strtod (transcript[i], NULL);
      double b = g_ascii_strtod (plain[i], NULL);

      g_print ("%-28s %12.2f %14.2f %7.2f\n", rows[i], a, b, b > 0 ? a / b : 0);
    }

  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4)
    return measure (g_str_equal (argv[1], "--plain"), (guint) atoi (argv[2]), (guint) (g_ascii_strtod (argv[3], NULL) * 1e6));

  return compare (argv[0], argc > 1 ? argv[1] : "10000", argc > 2 ? argv[2] : "5");
}
