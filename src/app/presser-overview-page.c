/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-overview-page.h"

#include <adwaita.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "presser-children.h"
#include "presser-overview-charts.h"
#include "presser-overview-questions.h"

/* Pixels of a picture for one of the window's: sharp in print. */
#define PNG_SCALE 2
#define MARGIN    24

/* Changes come in crowds; the pictures follow when there is a rest, in milliseconds. */
#define REFRESH_DELAY 150

struct _PresserOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;  /* child */
  GtkWidget *pictures;  /* in it: what a picture file shows */
  GtkWidget *exchanges; /* below: questions and answers, which no picture could hold */

  PresserDocument *document;   /* owned */
  GListModel      *statements; /* owned */
  GSignalGroup    *statement_signals;
  GSignalGroup    *speaker_signals;
  GSignalGroup    *topic_signals;
  GSignalGroup    *document_signals;

  guint    refresh_id; /* source, or 0 */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (PresserOverviewPage, presser_overview_page, GTK_TYPE_WIDGET)

static void
add_text_to (GtkWidget  *box,
             const char *text,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_text (PresserOverviewPage *self,
          const char          *text,
          const char          *css_class)
{
  add_text_to (self->pictures, text, css_class);
}

static void
add_chart (PresserOverviewPage *self,
           const char          *title,
           GtkWidget           *chart)
{
  if (chart == NULL)
    return;
  add_text (self, title, "heading");
  gtk_box_append (GTK_BOX (self->pictures), chart);
}

/* The heat map is as wide as it has topics. */
static GtkWidget *
make_scrollable (GtkWidget *chart)
{
  GtkWidget *scroller;

  if (chart == NULL)
    return NULL;
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), chart);
  return scroller;
}

static void
add_title (PresserOverviewPage *self)
{
  PresserMetadata *metadata = presser_document_get_metadata (self->document);
  const char      *title = presser_metadata_get (metadata, PRESSER_METADATA_TITLE);

  add_text (self, title != NULL ? title : _ ("Overview"), "title-2");
}

static void
add_withheld (PresserOverviewPage *self,
              PresserOverview     *overview)
{
  guint            n_withheld = presser_overview_get_n_withheld (overview);
  g_autofree char *text = NULL;

  if (n_withheld == 0)
    return;
  text = g_strdup_printf (ngettext ("%u statement off the record or under embargo is not shown.",
                                    "%u statements off the record or under embargo are not shown.", n_withheld),
                          n_withheld);
  add_text (self, text, "dim-label");
}

static void
add_questions (PresserOverviewPage *self,
               PresserOverview     *overview)
{
  GtkWidget *questions = presser_overview_make_questions (self->document, overview);

  if (questions == NULL)
    return;
  add_text_to (self->exchanges, _ ("Questions and Answers"), "heading");
  gtk_box_append (GTK_BOX (self->exchanges), questions);
}

static void
fill (PresserOverviewPage *self)
{
  PresserOverview *overview = presser_overview_new (self->document, self->statements);

  add_title (self);
  if (presser_overview_get_n_voices (overview) > 0)
    add_chart (self, _ ("Words by Speaker"), presser_overview_make_words_chart (self->document, overview));
  else
    add_text (self, _ ("Nobody is heard yet. Tag a statement, and it is counted here."), "dim-label");
  add_chart (self, _ ("Topics Along the Transcript"), presser_overview_make_topics_chart (self->document, overview));
  add_chart (self, _ ("Who Speaks on What"), make_scrollable (presser_overview_make_heat_map (self->document, overview)));
  add_withheld (self, overview);
  add_questions (self, overview); /* takes it */
}

static void
refresh (PresserOverviewPage *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  presser_children_remove (self->pictures);
  presser_children_remove (self->exchanges);
  self->is_stale = FALSE;
  if (self->document != NULL)
    fill (self);
}

static gboolean
refresh_timeout (gpointer data)
{
  PresserOverviewPage *self = PRESSER_OVERVIEW_PAGE (data);

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PresserOverviewPage *self)
{
  self->is_stale = TRUE;
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_DELAY, refresh_timeout, self);
}

static void
presser_overview_page_map (GtkWidget *widget)
{
  PresserOverviewPage *self = PRESSER_OVERVIEW_PAGE (widget);

  if (self->is_stale)
    refresh (self);
  GTK_WIDGET_CLASS (presser_overview_page_parent_class)->map (widget);
}

/**
 * presser_overview_page_show:
 * @self: the page
 * @document: (nullable): a document
 * @statements: (nullable): those of its statements to count, in text order
 */
void
presser_overview_page_show (PresserOverviewPage *self,
                            PresserDocument     *document,
                            GListModel          *statements)
{
  g_return_if_fail (PRESSER_IS_OVERVIEW_PAGE (self));

  g_set_object (&self->document, document);
  g_set_object (&self->statements, statements);
  g_signal_group_set_target (self->statement_signals, statements);
  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->speaker_signals, document != NULL ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->topic_signals, document != NULL ? presser_document_get_topics (document) : NULL);
  changed_cb (self);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The chart itself, where it lies in something to scroll it by. */
static GtkWidget *
get_picture (GtkWidget *child)
{
  if (GTK_IS_SCROLLED_WINDOW (child))
    child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child));
  if (GTK_IS_VIEWPORT (child))
    child = gtk_viewport_get_child (GTK_VIEWPORT (child));
  return child;
}

/* All of them, also what is scrolled out of sight. */
static void
measure_pictures (PresserOverviewPage *self,
                  int                 *width,
                  int                 *height)
{
  GtkWidget *child;

  *width = gtk_widget_get_width (self->pictures);
  *height = gtk_widget_get_height (self->pictures) + 2 * MARGIN;
  for (child = gtk_widget_get_first_child (self->pictures); child != NULL; child = gtk_widget_get_next_sibling (child))
    *width = MAX (*width, gtk_widget_get_width (get_picture (child)));
  *width += 2 * MARGIN;
}

static void
draw_picture (GtkWidget *widget,
              cairo_t   *cairo)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  gsk_render_node_draw (node, cairo);
  gsk_render_node_unref (node);
}

/* The pictures as they are seen, on their paper. */
static void
draw (PresserOverviewPage *self,
      cairo_t             *cairo)
{
  gboolean   is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double     paper = is_dark ? 0.12 : 1;
  GtkWidget *child;

  cairo_set_source_rgb (cairo, paper, paper, paper);
  cairo_paint (cairo);
  for (child = gtk_widget_get_first_child (self->pictures); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      double x = 0;
      double y = 0;

      gtk_widget_translate_coordinates (child, self->pictures, 0, 0, &x, &y);
      cairo_save (cairo);
      cairo_translate (cairo, MARGIN + x, MARGIN + y);
      draw_picture (get_picture (child), cairo);
      cairo_restore (cairo);
    }
}

static GBytes *
finish_picture (GByteArray    *bytes,
                cairo_status_t status,
                GError       **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));
  return NULL;
}

/**
 * presser_overview_page_make_svg:
 * @self: a page that is seen
 * @error: return location for what went wrong in drawing
 *
 * Returns: (transfer full) (nullable): the pictures as SVG
 */
GBytes *
presser_overview_page_make_svg (PresserOverviewPage *self,
                                GError             **error)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t         *cairo;
  cairo_status_t   status;
  int              width;
  int              height;

  g_return_val_if_fail (PRESSER_IS_OVERVIEW_PAGE (self), NULL);

  measure_pictures (self, &width, &height);
  surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cairo = cairo_create (surface);
  draw (self, cairo);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return finish_picture (bytes, status, error);
}

/**
 * presser_overview_page_make_png:
 * @self: a page that is seen
 * @error: return location for what went wrong in drawing
 *
 * Returns: (transfer full) (nullable): the pictures as PNG, two pixels for one of the window's
 */
GBytes *
presser_overview_page_make_png (PresserOverviewPage *self,
                                GError             **error)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t         *cairo;
  cairo_status_t   status;
  int              width;
  int              height;

  g_return_val_if_fail (PRESSER_IS_OVERVIEW_PAGE (self), NULL);

  measure_pictures (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PNG_SCALE * width, PNG_SCALE * height);
  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  cairo = cairo_create (surface);
  draw (self, cairo);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return finish_picture (bytes, status, error);
}

static void
presser_overview_page_dispose (GObject *object)
{
  PresserOverviewPage *self = PRESSER_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->statement_signals);
  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->topic_signals);
  g_clear_object (&self->document_signals);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->statements);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_overview_page_parent_class)->dispose (object);
}

static void
presser_overview_page_class_init (PresserOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_overview_page_dispose;
  widget_class->map = presser_overview_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "overview");
}

static GSignalGroup *
follow (PresserOverviewPage *self,
        GType                type,
        const char          *signal)
{
  GSignalGroup *group = g_signal_group_new (type);

  g_signal_group_connect_swapped (group, signal, G_CALLBACK (changed_cb), self);
  return group;
}

/* The pictures, and above them the way to take them out. */
static GtkWidget *
make_sheet (PresserOverviewPage *self)
{
  GtkWidget *sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("As _SVG, for Print…"), "win.save-picture::svg");
  g_menu_append (menu, _ ("As _PNG…"), "win.save-picture::png");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Save Pictures"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "picture-button");
  gtk_box_append (GTK_BOX (sheet), button);
  gtk_box_append (GTK_BOX (sheet), self->pictures);
  gtk_box_append (GTK_BOX (sheet), self->exchanges);
  return sheet;
}

static void
presser_overview_page_init (PresserOverviewPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->statement_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed");
  self->speaker_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed");
  self->topic_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed");
  self->document_signals = follow (self, PRESSER_TYPE_DOCUMENT, "text-changed");
  g_signal_group_connect_swapped (self->document_signals, "paragraphs-changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::metadata", G_CALLBACK (changed_cb), self);

  self->pictures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->pictures, "pictures");
  self->exchanges = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->exchanges, "pictures");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_sheet (self));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
