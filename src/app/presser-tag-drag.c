/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tag-drag.h"

#include <glib/gi18n-lib.h>

#include "presser-palette-fix.h"
#include "presser-tag.h"

/* Of a row's height, at either end: there it is before or behind, between them into. */
#define EDGE 0.3

typedef struct
{
  GtkWidget       *row;      /* borrowed: it owns this */
  PresserDocument *document; /* owned */
  GObject         *tag;      /* owned */
} Drag;

static void
drag_free (gpointer  data,
           GClosure *closure)
{
  Drag *drag = data;

  g_object_unref (drag->document);
  g_object_unref (drag->tag);
  g_free (drag);
}

static const char *
get_parent (GObject *tag)
{
  return PRESSER_IS_TOPIC (tag) ? presser_topic_get_parent (PRESSER_TOPIC (tag)) : NULL;
}

/* Among those with the same parent, @without not counted. */
static guint
find_place (PresserDocument *document,
            GObject         *tag,
            GObject         *without)
{
  GListModel *list = presser_tag_get_list (tag, document);
  guint       place = 0;
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (list, i);

      if (other == tag)
        break;
      if (other != without && g_strcmp0 (get_parent (other), get_parent (tag)) == 0)
        place++;
    }
  return place;
}

static gboolean
is_possible (PresserDocument *document,
             GObject         *tag,
             GObject         *other,
             PresserTagPlace  place)
{
  if (tag == other || G_OBJECT_TYPE (tag) != G_OBJECT_TYPE (other))
    return FALSE;
  if (presser_tag_is_speaker (tag))
    return place != PRESSER_TAG_PLACE_INTO;
  return !presser_document_topic_is_within (document, presser_tag_get_id (other), presser_tag_get_id (tag));
}

/**
 * presser_tag_move:
 * @document: a document
 * @tag: one of its speakers or topics
 * @other: another one of the same list
 * @place: where @tag goes
 *
 * Returns: whether it could
 */
gboolean
presser_tag_move (PresserDocument *document,
                  GObject         *tag,
                  GObject         *other,
                  PresserTagPlace  place)
{
  PresserHistory  *history = presser_document_get_history (document);
  g_autofree char *id = g_strdup (presser_tag_get_id (tag));
  g_autofree char *parent = g_strdup (place == PRESSER_TAG_PLACE_INTO ? presser_tag_get_id (other) : get_parent (other));
  gboolean         is_speaker = presser_tag_is_speaker (tag);
  guint            position;

  if (!is_possible (document, tag, other, place))
    return FALSE;
  position = place == PRESSER_TAG_PLACE_INTO ? G_MAXUINT : find_place (document, other, tag) + (place == PRESSER_TAG_PLACE_BEHIND ? 1 : 0);
  presser_history_begin (history, is_speaker ? _ ("Move speaker") : _ ("Move topic"));
  presser_palette_fix (document);
  if (is_speaker)
    presser_document_move_speaker (document, presser_document_get_speaker (document, id), position);
  else
    presser_document_move_topic (document, presser_document_get_topic (document, id), parent, position);
  presser_history_end (history);
  return TRUE;
}

static PresserTagPlace
find_drop_place (Drag  *drag,
                 double y)
{
  double part = y / MAX (gtk_widget_get_height (drag->row), 1);

  if (presser_tag_is_speaker (drag->tag))
    return part < 0.5 ? PRESSER_TAG_PLACE_BEFORE : PRESSER_TAG_PLACE_BEHIND;
  return part < EDGE ? PRESSER_TAG_PLACE_BEFORE : part > 1 - EDGE ? PRESSER_TAG_PLACE_BEHIND
                                                                  : PRESSER_TAG_PLACE_INTO;
}

static void
show_place (Drag *drag,
            int   place)
{
  static const char *const classes[] = { "drop-before", "drop-into", "drop-behind" };
  int                      i;

  for (i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    if (i == place)
      gtk_widget_add_css_class (drag->row, classes[i]);
    else
      gtk_widget_remove_css_class (drag->row, classes[i]);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            Drag          *drag)
{
  return gdk_content_provider_new_typed (G_OBJECT_TYPE (drag->tag), drag->tag);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *gdk_drag,
          Drag          *drag)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (drag->row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           Drag          *drag)
{
  const GValue   *value = gtk_drop_target_get_value (target);
  PresserTagPlace place = find_drop_place (drag, y);

  if (value != NULL && !is_possible (drag->document, g_value_get_object (value), drag->tag, place))
    {
      show_place (drag, -1);
      return 0;
    }
  show_place (drag, (int) place);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          Drag          *drag)
{
  show_place (drag, -1);
}

typedef struct
{
  PresserDocument *document;
  GObject         *tag;
  GObject         *other;
  PresserTagPlace  place;
} Drop;

/* The row goes when the list changes, which must not be in the middle of the drop. */
static gboolean
drop_idle (gpointer data)
{
  Drop *drop = data;

  if (presser_tag_is_alive (drop->tag, drop->document) && presser_tag_is_alive (drop->other, drop->document))
    presser_tag_move (drop->document, drop->tag, drop->other, drop->place);
  return G_SOURCE_REMOVE;
}

static void
drop_free (gpointer data)
{
  Drop *drop = data;

  g_object_unref (drop->document);
  g_object_unref (drop->tag);
  g_object_unref (drop->other);
  g_free (drop);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Drag          *drag)
{
  Drop *drop = g_new0 (Drop, 1);

  show_place (drag, -1);
  drop->document = g_object_ref (drag->document);
  drop->tag = g_value_dup_object (value);
  drop->other = g_object_ref (drag->tag);
  drop->place = find_drop_place (drag, y);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_idle, drop, drop_free);
  return TRUE;
}

/**
 * presser_tag_drag_install:
 * @row: a row that shows @tag as long as it lives
 * @document: a document
 * @tag: one of its speakers or topics
 */
void
presser_tag_drag_install (GtkWidget       *row,
                          PresserDocument *document,
                          GObject         *tag)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_OBJECT_TYPE (tag), GDK_ACTION_MOVE);
  Drag          *drag = g_new0 (Drag, 1);

  drag->row = row;
  drag->document = g_object_ref (document);
  drag->tag = g_object_ref (tag);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_cb), drag, drag_free, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), drag);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), drag);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), drag);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), drag);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
