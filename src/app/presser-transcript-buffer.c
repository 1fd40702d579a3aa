/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text buffer announces each change by a signal whose default handler carries it out. Here that
 * handler gives the change to the document instead, unless it is the document's own change that is
 * being followed; what the document makes of it comes back by its text-changed. So typing, pasting,
 * dragging and input methods all pass through one place, and there is one history. */

#include "presser-transcript-buffer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-transcript-page.h"
#include "presser-transcript-tags.h"

struct _PresserTranscriptBuffer
{
  GtkSourceBuffer parent_instance;

  PresserDocument       *document;
  PresserTranscriptTags *tags;
  guint                  first_pending; /* paragraphs that changed while the text was still the old one */
  guint                  last_pending;
  gboolean               is_following;
  gboolean               has_group;
  gboolean               has_right_to_left;
};

G_DEFINE_FINAL_TYPE (PresserTranscriptBuffer, presser_transcript_buffer, GTK_SOURCE_TYPE_BUFFER)

/* The buffer has more kinds of line ends than the document. */
static char *
normalise_line_ends (const char *text,
                     int         length)
{
  GString *normal = g_string_new_len (text, length);

  g_string_replace (normal, "\r\n", "\n", 0);
  g_string_replace (normal, "\r", "\n", 0);
  g_string_replace (normal, "\xe2\x80\xa9", "\n", 0);

  return g_string_free (normal, FALSE);
}

/* The change has been made by a signal within this one; who listens after it has heard of it. */
static void
stop (PresserTranscriptBuffer *self,
      const char              *signal)
{
  g_signal_stop_emission_by_name (self, signal);
}

static void
presser_transcript_buffer_insert_text (GtkTextBuffer *buffer,
                                       GtkTextIter   *iter,
                                       const char    *text,
                                       int            length)
{
  PresserTranscriptBuffer *self = PRESSER_TRANSCRIPT_BUFFER (buffer);
  g_autofree char         *normal = NULL;
  guint                    offset, length_before;

  if (self->is_following || self->document == NULL)
    {
      GTK_TEXT_BUFFER_CLASS (presser_transcript_buffer_parent_class)->insert_text (buffer, iter, text, length);
      return;
    }

  normal = normalise_line_ends (text, length);
  offset = (guint) gtk_text_iter_get_offset (iter);
  length_before = (guint) gtk_text_buffer_get_char_count (buffer);
  presser_document_replace_text (self->document, (PresserRange){ offset, offset }, normal);
  offset += (guint) gtk_text_buffer_get_char_count (buffer) - length_before;
  gtk_text_buffer_get_iter_at_offset (buffer, iter, (int) offset);
  stop (self, "insert-text");
}

static void
presser_transcript_buffer_delete_range (GtkTextBuffer *buffer,
                                        GtkTextIter   *start,
                                        GtkTextIter   *end)
{
  PresserTranscriptBuffer *self = PRESSER_TRANSCRIPT_BUFFER (buffer);
  PresserRange             range;

  if (self->is_following || self->document == NULL)
    {
      GTK_TEXT_BUFFER_CLASS (presser_transcript_buffer_parent_class)->delete_range (buffer, start, end);
      return;
    }

  range.start = (guint) gtk_text_iter_get_offset (start);
  range.end = (guint) gtk_text_iter_get_offset (end);
  presser_document_replace_text (self->document, range, "");
  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) range.start);
  *end = *start;
  stop (self, "delete-range");
}

/* Text pasted from this buffer brings its tags along; its look is that of the paragraph it comes to. */
static void
presser_transcript_buffer_apply_tag (GtkTextBuffer     *buffer,
                                     GtkTextTag        *tag,
                                     const GtkTextIter *start,
                                     const GtkTextIter *end)
{
  PresserTranscriptBuffer *self = PRESSER_TRANSCRIPT_BUFFER (buffer);

  if (!self->is_following && self->tags != NULL && presser_transcript_tags_hold (self->tags, tag))
    return;

  GTK_TEXT_BUFFER_CLASS (presser_transcript_buffer_parent_class)->apply_tag (buffer, tag, start, end);
}

/* What replaces a selection is one step of the history. All else that is typed stays ungrouped: the
 * document itself joins a run of typing. */
static void
presser_transcript_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  PresserTranscriptBuffer *self = PRESSER_TRANSCRIPT_BUFFER (buffer);

  self->has_group = self->document != NULL && gtk_text_buffer_get_has_selection (buffer);

  if (self->has_group)
    presser_history_begin (presser_document_get_history (self->document), _ ("Correct text"));

  if (GTK_TEXT_BUFFER_CLASS (presser_transcript_buffer_parent_class)->begin_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (presser_transcript_buffer_parent_class)->begin_user_action (buffer);
}

static void
presser_transcript_buffer_end_user_action (GtkTextBuffer *buffer)
{
  PresserTranscriptBuffer *self = PRESSER_TRANSCRIPT_BUFFER (buffer);

  if (GTK_TEXT_BUFFER_CLASS (presser_transcript_buffer_parent_class)->end_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (presser_transcript_buffer_parent_class)->end_user_action (buffer);

  if (self->has_group && self->document != NULL)
    presser_history_end (presser_document_get_history (self->document));

  self->has_group = FALSE;
}

static void
splice (PresserTranscriptBuffer *self,
        PresserRange             removed,
        const char              *added)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter    start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) removed.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) removed.end);

  if (!presser_range_is_empty (removed))
    gtk_text_buffer_delete (buffer, &start, &end);

  if (*added != '\0')
    gtk_text_buffer_insert (buffer, &start, added, -1);
}

static void
apply_pending_tags (PresserTranscriptBuffer *self)
{
  if (self->first_pending <= self->last_pending)
    presser_transcript_tags_apply (self->tags, self->first_pending, self->last_pending);

  self->first_pending = G_MAXUINT;
  self->last_pending = 0;
}

/* The paragraph before too: a label has the colour of the turn behind it. */
static void
add_pending_tags (PresserTranscriptBuffer *self,
                  guint                    first,
                  guint                    last)
{
  self->first_pending = MIN (self->first_pending, first > 0 ? first - 1 : 0);
  self->last_pending = MAX (self->last_pending, last);
}

static void
text_changed_cb (PresserTranscriptBuffer *self,
                 guint                    start,
                 guint                    n_removed,
                 guint                    n_added)
{
  PresserText     *text = presser_document_get_text (self->document);
  g_autofree char *added = presser_text_dup_slice (text, (PresserRange){ start, start + n_added });

  if (!self->has_right_to_left)
    self->has_right_to_left = presser_transcript_page_is_right_to_left (added);

  self->is_following = TRUE;
  splice (self, (PresserRange){ start, start + n_removed }, added);
  add_pending_tags (self, presser_document_find_paragraph (self->document, start),
                    presser_document_find_paragraph (self->document, start + n_added));
  apply_pending_tags (self);
  self->is_following = FALSE;
}

static void
paragraphs_changed_cb (PresserTranscriptBuffer *self,
                       guint                    first,
                       guint                    n_removed,
                       guint                    n_added)
{
  if (n_added > 0)
    add_pending_tags (self, first, first + n_added - 1);

  if (!presser_transcript_buffer_is_current (self))
    return;

  self->is_following = TRUE;
  apply_pending_tags (self);
  self->is_following = FALSE;
}

static void
speakers_changed_cb (PresserTranscriptBuffer *self,
                     guint                    position,
                     guint                    n_removed,
                     guint                    n_added,
                     GListModel              *speakers)
{
  gboolean is_appended = n_removed == 0 && position + n_added == g_list_model_get_n_items (speakers);

  if (is_appended || !presser_transcript_buffer_is_current (self))
    return;

  self->is_following = TRUE;
  presser_transcript_tags_apply_to_labels (self->tags);
  self->is_following = FALSE;
}

static void
presser_transcript_buffer_finalize (GObject *object)
{
  PresserTranscriptBuffer *self = PRESSER_TRANSCRIPT_BUFFER (object);

  g_clear_pointer (&self->tags, presser_transcript_tags_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_transcript_buffer_parent_class)->finalize (object);
}

static void
presser_transcript_buffer_class_init (PresserTranscriptBufferClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->finalize = presser_transcript_buffer_finalize;
  buffer_class->insert_text = presser_transcript_buffer_insert_text;
  buffer_class->delete_range = presser_transcript_buffer_delete_range;
  buffer_class->apply_tag = presser_transcript_buffer_apply_tag;
  buffer_class->begin_user_action = presser_transcript_buffer_begin_user_action;
  buffer_class->end_user_action = presser_transcript_buffer_end_user_action;
}

static void
presser_transcript_buffer_init (PresserTranscriptBuffer *self)
{
  self->first_pending = G_MAXUINT;
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  gtk_source_buffer_set_highlight_syntax (GTK_SOURCE_BUFFER (self), FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (self), FALSE);
  gtk_source_buffer_set_implicit_trailing_newline (GTK_SOURCE_BUFFER (self), FALSE);
}

static void
load (PresserTranscriptBuffer *self)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (self->document));
  GtkTextIter      start;

  self->has_right_to_left = presser_transcript_page_is_right_to_left (text);
  self->is_following = TRUE;
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), &start, text, -1);
  presser_transcript_tags_apply_first (self->tags);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
  self->is_following = FALSE;
}

/**
 * presser_transcript_buffer_new:
 * @document: what to show and edit
 *
 * Creates a buffer that holds the text of @document and follows it. Its own undo is off: the
 * document's history covers text too.
 *
 * Returns: (transfer full): the buffer
 */
PresserTranscriptBuffer *
presser_transcript_buffer_new (PresserDocument *document)
{
  PresserTranscriptBuffer *self;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), NULL);

  self = g_object_new (PRESSER_TYPE_TRANSCRIPT_BUFFER, NULL);
  self->document = g_object_ref (document);
  self->tags = presser_transcript_tags_new (GTK_TEXT_BUFFER (self), document);
  load (self);

  g_signal_connect_object (document, "text-changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "paragraphs-changed", G_CALLBACK (paragraphs_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presser_document_get_speakers (document), "items-changed", G_CALLBACK (speakers_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * presser_transcript_buffer_leave_document:
 * @self: a buffer
 *
 * Lets the document go and drops its text. For when nobody shows the buffer any more, but somebody
 * may still hold it.
 */
void
presser_transcript_buffer_leave_document (PresserTranscriptBuffer *self)
{
  g_return_if_fail (PRESSER_IS_TRANSCRIPT_BUFFER (self));

  if (self->document == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (presser_document_get_speakers (self->document), self);
  g_clear_pointer (&self->tags, presser_transcript_tags_free);
  g_clear_object (&self->document);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), "", 0);
}

/**
 * presser_transcript_buffer_set_appearance:
 * @self: a buffer
 * @dark: whether the page is dark
 * @high_contrast: whether nothing may be dimmed
 *
 * Gives labels and notes the colours that go with the page, and what is found the right highlight.
 */
void
presser_transcript_buffer_set_appearance (PresserTranscriptBuffer *self,
                                          gboolean                 dark,
                                          gboolean                 high_contrast)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  const char                  *scheme = dark ? "Adwaita-dark" : "Adwaita";

  g_return_if_fail (PRESSER_IS_TRANSCRIPT_BUFFER (self));

  presser_transcript_tags_set_appearance (self->tags, dark, high_contrast);
  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (self), gtk_source_style_scheme_manager_get_scheme (manager, scheme));
}

/**
 * presser_transcript_buffer_set_aside_height:
 * @self: a buffer
 * @below: pixels below every paragraph
 * @line: pixels that a line of what stands beside the text takes
 *
 * Makes room below paragraphs.
 */
void
presser_transcript_buffer_set_aside_height (PresserTranscriptBuffer *self,
                                            int                      below,
                                            int                      line)
{
  g_return_if_fail (PRESSER_IS_TRANSCRIPT_BUFFER (self));

  presser_transcript_tags_set_aside_height (self->tags, below, line);
}

/**
 * presser_transcript_buffer_is_current:
 * @self: a buffer
 *
 * Returns: whether positions in the document are positions in the buffer
 */
gboolean
presser_transcript_buffer_is_current (PresserTranscriptBuffer *self)
{
  g_return_val_if_fail (PRESSER_IS_TRANSCRIPT_BUFFER (self), FALSE);

  return self->document != NULL
         && (guint) gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self))
                == presser_text_get_length (presser_document_get_text (self->document));
}

/**
 * presser_transcript_buffer_has_right_to_left:
 * @self: a buffer
 *
 * Returns: whether there is, or was, a character written from right to left
 */
gboolean
presser_transcript_buffer_has_right_to_left (PresserTranscriptBuffer *self)
{
  g_return_val_if_fail (PRESSER_IS_TRANSCRIPT_BUFFER (self), FALSE);

  return self->has_right_to_left;
}

/**
 * presser_transcript_buffer_get_selection:
 * @self: a buffer
 *
 * Returns: the selection in code points, empty at the cursor if nothing is selected
 */
PresserRange
presser_transcript_buffer_get_selection (PresserTranscriptBuffer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PRESSER_IS_TRANSCRIPT_BUFFER (self), ((PresserRange){ 0, 0 }));

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return (PresserRange){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}
