/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* A transcript view in a window, and words to act on it with, for the tests of the view. */

#include <adwaita.h>
#include <string.h>

#include "presser-transcript-private.h"

#define TEXT "A heading\n"                                                                                \
             "Asked about it, he said: “Yes, it was discussed in a narrow circle, and everybody in the" \
             " room has understood it well.” Nobody else spoke.\n"                                      \
             "MR. LAVROV:\n"                                                                              \
             "אמר שלום to everyone שם.\n"                                                        \
             "The end."

typedef struct
{
  PresserDocument   *document;
  PresserTranscript *view; /* borrowed from the window */
  GtkWidget         *window;
  GtkAdjustment     *adjustment; /* borrowed from the scrolled window */
} Fixture;

G_GNUC_UNUSED static PresserDocument *
make_document (const char *text)
{
  static const PresserParagraphKind kinds[] = { PRESSER_PARAGRAPH_HEADING, PRESSER_PARAGRAPH_BODY, PRESSER_PARAGRAPH_LABEL };
  g_autoptr (PresserText) pieces = presser_text_new (text, -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.lavrov", "Sergey Lavrov");
  PresserDocument *document;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PresserParagraph) paragraph = presser_paragraph_new (i < G_N_ELEMENTS (kinds) ? kinds[i] : PRESSER_PARAGRAPH_BODY);

      g_ptr_array_add (paragraphs, presser_paragraph_with_turn (paragraph, NULL, i == 2 ? "p.lavrov" : NULL));
    }

  document = presser_document_new_with_paragraphs (pieces, paragraphs);
  presser_document_insert_speaker (document, G_MAXUINT, speaker);
  return document;
}

G_GNUC_UNUSED static void
show (Fixture    *fixture,
      const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->document = make_document (text);
  fixture->view = PRESSER_TRANSCRIPT (presser_transcript_new ());
  fixture->window = gtk_window_new ();
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  presser_transcript_set_document (fixture->view, fixture->document);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));

  while (gtk_widget_get_height (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

G_GNUC_UNUSED static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

G_GNUC_UNUSED static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  show (fixture, TEXT);
}

G_GNUC_UNUSED static void
set_up_long (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (GString) text = g_string_new ("The beginning.");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "\nParagraph %u of many, so that there is something to scroll through.", i);

  show (fixture, text->str);
}

G_GNUC_UNUSED static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));

  settle ();
  g_clear_object (&fixture->document);
}

G_GNUC_UNUSED static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
}

G_GNUC_UNUSED static void
assert_same_text (Fixture *fixture)
{
  g_autofree char *expected = presser_text_dup (presser_document_get_text (fixture->document));
  g_autofree char *text = NULL;
  GtkTextIter      start, end;

  gtk_text_buffer_get_bounds (get_buffer (fixture), &start, &end);
  text = gtk_text_buffer_get_slice (get_buffer (fixture), &start, &end, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

G_GNUC_UNUSED static PresserRange
find (Fixture    *fixture,
      const char *words)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (fixture->document));
  const char      *place = strstr (text, words);
  guint            start;

  g_assert_nonnull (place);
  start = (guint) g_utf8_pointer_to_offset (text, place);
  return (PresserRange){ start, start + (guint) g_utf8_strlen (words, -1) };
}

/* Borrowed from the document. */
G_GNUC_UNUSED static PresserStatement *
tag (Fixture    *fixture,
     const char *words,
     const char *speaker)
{
  PresserRange     range = find (fixture, words);
  g_autofree char *id = presser_document_make_statement_id (fixture->document);
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) statement = presser_statement_with_speaker (bare, speaker);

  presser_document_add_statement (fixture->document, statement);
  return presser_document_get_statement (fixture->document, id);
}

G_GNUC_UNUSED static void
put_cursor (Fixture    *fixture,
            const char *words)
{
  guint position = find (fixture, words).start;

  presser_transcript_select (fixture->view, (PresserRange){ position, position });
}

G_GNUC_UNUSED static PresserHistory *
get_history (Fixture *fixture)
{
  return presser_document_get_history (fixture->document);
}

#define ADD(path, setup, function) g_test_add ("/transcript/" path, Fixture, NULL, setup, function, tear_down)
