/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "presser-text-guard.h"
#include "presser-transcript-buffer.h"
#include "presser-transcript-column.h"
#include "presser-transcript-cursor.h"
#include "presser-transcript-edges.h"
#include "presser-transcript-scene.h"

#define ABOVE_PARAGRAPH 6
#define BELOW_PARAGRAPH 10
#define BETWEEN_LINES   8 /* underlines of four topics lie there */
#define TOP_MARGIN      24
#define BOTTOM_MARGIN   96
#define LEAST_WIDTH     260 /* of the page, in pixels */

struct _PresserTranscript
{
  GtkSourceView parent_instance;

  PresserDocument         *document;
  PresserTranscriptBuffer *buffer;
  PresserTranscriptScene  *scene;
  PresserTranscriptColumn *column;
  PresserTranscriptCursor *cursor;
  PresserTranscriptEdges  *edges;

  GtkSourceGutterRenderer *numbers;
  GtkSourceGutterRenderer *lanes;

  gboolean is_correcting;
};

enum
{
  PROP_0,
  PROP_CURRENT_STATEMENT,
  PROP_HAS_SELECTION,
  PROP_CORRECTING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PresserTranscript, presser_transcript, GTK_SOURCE_TYPE_VIEW)

static void
redraw (PresserTranscript *self)
{
  presser_transcript_scene_forget_marks (self->scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self->lanes));
}

static void
remeasure (PresserTranscript *self)
{
  presser_transcript_scene_forget_places (self->scene);
  redraw (self);
}

static void
describe_current (PresserTranscript *self)
{
  PresserStatement *current = presser_transcript_cursor_get_current (self->cursor);
  g_autofree char  *description = current != NULL ? presser_transcript_card_dup_description (self->document, current)
                                                  : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
current_changed_cb (PresserTranscript *self)
{
  describe_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_STATEMENT]);
}

static void
cursor_moved_cb (PresserTranscript *self)
{
  presser_transcript_cursor_update (self->cursor);
}

static void
has_selection_changed_cb (PresserTranscript *self)
{
  presser_transcript_cursor_update (self->cursor);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SELECTION]);
}

static void
lists_changed_cb (PresserTranscript *self)
{
  redraw (self);
  presser_transcript_cursor_update (self->cursor);
}

static void
text_changed_cb (PresserTranscript *self)
{
  remeasure (self);
  gtk_widget_queue_resize (GTK_WIDGET (self->numbers));
  presser_transcript_cursor_update (self->cursor);
}

static void
appearance_changed_cb (PresserTranscript *self)
{
  PresserAppearance appearance = presser_transcript_get_appearance (self);

  if (self->buffer != NULL)
    presser_transcript_buffer_set_appearance (self->buffer, appearance.dark, appearance.high_contrast);

  redraw (self);
}

static void
preedit_changed_cb (PresserTranscript *self)
{
  remeasure (self);
}

/**
 * presser_transcript_get_document: (skip)
 * @self: a transcript view
 *
 * Returns: (nullable) (transfer none): what it shows
 */
PresserDocument *
presser_transcript_get_document (PresserTranscript *self)
{
  return self->document;
}

/**
 * presser_transcript_get_appearance: (skip)
 * @self: a transcript view
 *
 * Returns: what the desktop asks of drawing
 */
PresserAppearance
presser_transcript_get_appearance (PresserTranscript *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return (PresserAppearance){ adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager) };
}

/**
 * presser_transcript_get_marks: (skip)
 * @self: a transcript view
 *
 * Returns: (nullable) (transfer none): what is seen, good until something moves; %NULL while the text is
 *   out of step with the document
 */
PresserMarks *
presser_transcript_get_marks (PresserTranscript *self)
{
  return presser_transcript_scene_get_marks (self->scene);
}

/**
 * presser_transcript_dup_statements_at: (skip)
 * @self: a transcript view
 * @x: in widget coordinates
 * @y: in widget coordinates
 *
 * Returns: (transfer full) (element-type PresserStatement): the statements there, the innermost first
 */
GPtrArray *
presser_transcript_dup_statements_at (PresserTranscript *self,
                                      double             x,
                                      double             y)
{
  return presser_transcript_scene_dup_at (self->scene, x, y);
}

/**
 * presser_transcript_choose: (skip)
 * @self: a transcript view
 * @statement: a statement under the cursor
 *
 * Makes @statement the current one until the cursor moves.
 */
void
presser_transcript_choose (PresserTranscript *self,
                           PresserStatement  *statement)
{
  presser_transcript_cursor_choose (self->cursor, statement);
}

static void
presser_transcript_snapshot_layer (GtkTextView     *view,
                                   GtkTextViewLayer layer,
                                   GtkSnapshot     *snapshot)
{
  PresserTranscript *self = PRESSER_TRANSCRIPT (view);
  PresserMarks      *marks;
  PresserAppearance  appearance;

  GTK_TEXT_VIEW_CLASS (presser_transcript_parent_class)->snapshot_layer (view, layer, snapshot);

  marks = presser_transcript_get_marks (self);

  if (marks == NULL)
    return;

  appearance = presser_transcript_get_appearance (self);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    presser_transcript_bands_snapshot (marks, presser_transcript_get_current (self), appearance, snapshot);
  else
    {
      presser_transcript_asides_snapshot (view, appearance, snapshot);
      presser_transcript_edges_snapshot (self->edges, marks, appearance, snapshot);
    }
}

/* The margins that keep the column narrow in a wide window are no reason to keep the window wide. */
static void
presser_transcript_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  GTK_WIDGET_CLASS (presser_transcript_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static void
presser_transcript_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PresserTranscript *self = PRESSER_TRANSCRIPT (widget);

  if (presser_transcript_column_fit (self->column, width))
    remeasure (self);

  GTK_WIDGET_CLASS (presser_transcript_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
presser_transcript_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  PresserTranscript *self = PRESSER_TRANSCRIPT (widget);

  GTK_WIDGET_CLASS (presser_transcript_parent_class)->css_changed (widget, change);

  presser_transcript_column_forget (self->column);
  presser_transcript_scene_fit (self->scene);
  remeasure (self);
}

static void
presser_transcript_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PresserTranscript *self = PRESSER_TRANSCRIPT (object);

  switch (property_id)
    {
    case PROP_CURRENT_STATEMENT:
      g_value_set_object (value, presser_transcript_get_current (self));
      break;
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))));
      break;
    case PROP_CORRECTING:
      g_value_set_boolean (value, self->is_correcting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
presser_transcript_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_CORRECTING:
      presser_transcript_set_correcting (PRESSER_TRANSCRIPT (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
leave_document (PresserTranscript *self)
{
  if (self->document == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (presser_document_get_statements (self->document), self);
  g_signal_handlers_disconnect_by_data (presser_document_get_speakers (self->document), self);
  g_signal_handlers_disconnect_by_data (presser_document_get_topics (self->document), self);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  presser_transcript_scene_set_document (self->scene, NULL, NULL);
  g_clear_object (&self->document);
}

/* GtkSourceView 5.6 holds references to a view that has a gutter, so that it is never freed. Let it at
 * least not keep the document and its text when the window is closed. */
static void
presser_transcript_unroot (GtkWidget *widget)
{
  presser_transcript_set_document (PRESSER_TRANSCRIPT (widget), NULL);

  GTK_WIDGET_CLASS (presser_transcript_parent_class)->unroot (widget);
}

static void
presser_transcript_dispose (GObject *object)
{
  PresserTranscript *self = PRESSER_TRANSCRIPT (object);

  leave_document (self);
  presser_transcript_cursor_set_document (self->cursor, NULL, NULL);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (presser_transcript_parent_class)->dispose (object);
}

static void
presser_transcript_finalize (GObject *object)
{
  PresserTranscript *self = PRESSER_TRANSCRIPT (object);

  g_clear_pointer (&self->cursor, presser_transcript_cursor_free);
  g_clear_pointer (&self->edges, presser_transcript_edges_free);
  g_clear_pointer (&self->column, presser_transcript_column_free);
  g_clear_pointer (&self->scene, presser_transcript_scene_free);

  G_OBJECT_CLASS (presser_transcript_parent_class)->finalize (object);
}

static void
presser_transcript_class_init (PresserTranscriptClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);
  GParamFlags       flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = presser_transcript_get_property;
  object_class->set_property = presser_transcript_set_property;
  object_class->dispose = presser_transcript_dispose;
  object_class->finalize = presser_transcript_finalize;
  widget_class->unroot = presser_transcript_unroot;
  widget_class->measure = presser_transcript_measure;
  widget_class->size_allocate = presser_transcript_size_allocate;
  widget_class->css_changed = presser_transcript_css_changed;
  widget_class->query_tooltip = presser_transcript_card_query_tooltip;
  view_class->snapshot_layer = presser_transcript_snapshot_layer;

  properties[PROP_CURRENT_STATEMENT] = g_param_spec_object ("current-statement", NULL, NULL, PRESSER_TYPE_STATEMENT,
                                                            G_PARAM_READABLE | flags);
  properties[PROP_HAS_SELECTION] = g_param_spec_boolean ("has-selection", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_CORRECTING] = g_param_spec_boolean ("correcting", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  presser_transcript_edges_install (widget_class);
}

static void
set_up_view (PresserTranscript *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_above_lines (view, ABOVE_PARAGRAPH);
  gtk_text_view_set_pixels_below_lines (view, BELOW_PARAGRAPH);
  gtk_text_view_set_pixels_inside_wrap (view, BETWEEN_LINES);
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, BOTTOM_MARGIN);
  gtk_source_view_set_enable_snippets (GTK_SOURCE_VIEW (self), FALSE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "transcript");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Transcript"), -1);
}

/* On the side where reading starts; the lanes next to the text. */
static void
set_up_gutter (PresserTranscript *self)
{
  gboolean         is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkSourceGutter *gutter = gtk_source_view_get_gutter (GTK_SOURCE_VIEW (self), is_mirrored ? GTK_TEXT_WINDOW_RIGHT : GTK_TEXT_WINDOW_LEFT);

  self->numbers = presser_transcript_numbers_new ();
  self->lanes = presser_transcript_lanes_new ();
  gtk_source_gutter_insert (gutter, self->numbers, is_mirrored ? 1 : 0);
  gtk_source_gutter_insert (gutter, self->lanes, is_mirrored ? 0 : 1);
  self->column = presser_transcript_column_new (GTK_TEXT_VIEW (self), GTK_WIDGET (gutter), is_mirrored);
}

static void
presser_transcript_init (PresserTranscript *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->scene = presser_transcript_scene_new (GTK_TEXT_VIEW (self));
  self->cursor = presser_transcript_cursor_new (self, G_CALLBACK (current_changed_cb));
  set_up_gutter (self);
  set_up_view (self);
  self->edges = presser_transcript_edges_new (self);
  presser_transcript_drag_add (self);

  g_signal_connect_swapped (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * presser_transcript_new:
 *
 * Creates an empty reading page.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
presser_transcript_new (void)
{
  return g_object_new (PRESSER_TYPE_TRANSCRIPT, NULL);
}

static void
follow_document (PresserTranscript *self)
{
  g_signal_connect_swapped (self->document, "text-changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->document, "paragraphs-changed", G_CALLBACK (remeasure), self);
  g_signal_connect_swapped (presser_document_get_statements (self->document), "items-changed", G_CALLBACK (lists_changed_cb), self);
  g_signal_connect_swapped (presser_document_get_speakers (self->document), "items-changed", G_CALLBACK (lists_changed_cb), self);
  g_signal_connect_swapped (presser_document_get_topics (self->document), "items-changed", G_CALLBACK (lists_changed_cb), self);
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self);
  g_signal_connect_swapped (self->buffer, "notify::has-selection", G_CALLBACK (has_selection_changed_cb), self);
}

static void
drop_buffer (PresserTranscriptBuffer *buffer)
{
  presser_transcript_buffer_leave_document (buffer);
  g_object_unref (buffer);
}

/**
 * presser_transcript_set_document:
 * @self: a transcript view
 * @document: (nullable): what to show, or %NULL for an empty page
 *
 * Shows a document from its start, with the cursor there. When the view is taken out of its window, it
 * lets the document go.
 */
void
presser_transcript_set_document (PresserTranscript *self,
                                 PresserDocument   *document)
{
  g_autoptr (PresserTranscriptBuffer) before = NULL;

  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));
  g_return_if_fail (document == NULL || PRESSER_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  leave_document (self);
  before = g_steal_pointer (&self->buffer);

  if (document != NULL)
    {
      self->document = g_object_ref (document);
      self->buffer = presser_transcript_buffer_new (document);
      follow_document (self);
      appearance_changed_cb (self);
    }

  presser_text_guard_let_go (GTK_TEXT_VIEW (self));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), GTK_TEXT_BUFFER (self->buffer));
  presser_text_guard_take (GTK_TEXT_VIEW (self));
  presser_transcript_scene_set_document (self->scene, document, self->buffer);
  presser_transcript_cursor_set_document (self->cursor, document, self->buffer);
  g_clear_pointer (&before, drop_buffer);
  gtk_widget_queue_resize (GTK_WIDGET (self->numbers));
  redraw (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SELECTION]);
}

/**
 * presser_transcript_set_filter:
 * @self: a transcript view
 * @filter: (nullable) (transfer none): what to show in full, or %NULL for all
 *
 * Draws statements that do not match faint. The filter is not owned: keep it alive, and set another
 * one or %NULL before it is freed.
 */
void
presser_transcript_set_filter (PresserTranscript *self,
                               PresserFilter     *filter)
{
  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));

  presser_transcript_scene_set_filter (self->scene, filter);
  redraw (self);
}

/**
 * presser_transcript_set_correcting:
 * @self: a transcript view
 * @correcting: whether typing corrects the text
 *
 * Switches between correcting the text and annotating it, where single keys are free for actions.
 */
void
presser_transcript_set_correcting (PresserTranscript *self,
                                   gboolean           correcting)
{
  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));

  if (self->is_correcting == !!correcting)
    return;

  self->is_correcting = !!correcting;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), self->is_correcting);

  if (self->is_correcting)
    gtk_widget_add_css_class (GTK_WIDGET (self), "correcting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "correcting");

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CORRECTING]);
}

/**
 * presser_transcript_get_correcting:
 * @self: a transcript view
 *
 * Returns: whether typing corrects the text
 */
gboolean
presser_transcript_get_correcting (PresserTranscript *self)
{
  g_return_val_if_fail (PRESSER_IS_TRANSCRIPT (self), FALSE);

  return self->is_correcting;
}

/**
 * presser_transcript_get_current:
 * @self: a transcript view
 *
 * Returns: (nullable) (transfer none): the statement under the cursor, the innermost unless another
 *   one there was chosen
 */
PresserStatement *
presser_transcript_get_current (PresserTranscript *self)
{
  g_return_val_if_fail (PRESSER_IS_TRANSCRIPT (self), NULL);

  return presser_transcript_cursor_get_current (self->cursor);
}

/**
 * presser_transcript_cycle_current:
 * @self: a transcript view
 *
 * Makes the next statement under the cursor the current one, where several overlap; after the
 * outermost comes the innermost.
 */
void
presser_transcript_cycle_current (PresserTranscript *self)
{
  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));

  presser_transcript_cursor_cycle (self->cursor);
}
