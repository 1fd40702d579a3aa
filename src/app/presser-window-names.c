/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Speakers and topics of an earlier document are taken over: nobody types them twice. */

#include <glib/gi18n-lib.h>

#include "presser-code-book.h"
#include "presser-compat.h"
#include "presser-window-private.h"

typedef struct
{
  PresserWindow   *window;
  PresserDocument *document; /* into which */
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->window);
  g_object_unref (taking->document);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static void
say_taken (PresserWindow *self,
           guint          n_speakers,
           guint          n_topics)
{
  g_autofree char *speakers = g_strdup_printf (ngettext ("%u new speaker", "%u new speakers", n_speakers), n_speakers);
  g_autofree char *topics = g_strdup_printf (ngettext ("%u new topic", "%u new topics", n_topics), n_topics);
  g_autofree char *message = g_strjoin (" · ", speakers, topics, NULL);

  if (n_speakers + n_topics > 0)
    presser_window_offer_undo (self, message);
  else
    presser_window_toast (self, _ ("All its speakers and topics are here already"));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Taking) taking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserOpenFile) file = presser_open_file_load_finish (result, &error);
  guint n_speakers, n_topics;

  if (file == NULL)
    {
      presser_notice_show (taking->window->notice, _ ("No speakers and topics taken"), error->message, NULL);
      return;
    }
  /* Another one may have been opened meanwhile. */
  if (presser_window_get_document (taking->window) != taking->document)
    return;
  presser_code_book_take (taking->document, presser_open_file_get_document (file), &n_speakers, &n_topics);
  say_taken (taking->window, n_speakers, n_topics);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PresserWindow *self = PRESSER_WINDOW (source);
  g_autoptr (GFile) file = presser_choose_file_finish (result, NULL);
  Taking *taking;

  if (file == NULL || self->file == NULL)
    return;
  taking = g_new0 (Taking, 1);
  taking->window = g_object_ref (self);
  taking->document = g_object_ref (presser_window_get_document (self));
  presser_open_file_load_async (file, NULL, loaded_cb, taking);
}

static void
take_names_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GFile) folder = NULL;
  PresserFileChoice choice = { .title = _ ("Take Speakers and Topics From") };

  if (presser_open_file_get_location (self->file) != NULL)
    folder = g_file_get_parent (presser_open_file_get_location (self->file));
  choice.folder = folder;
  presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, chosen_cb, NULL);
}

/* A recent document by its address, as a menu row names it. */
static void
take_names_from_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  Taking *taking = g_new0 (Taking, 1);

  taking->window = g_object_ref (self);
  taking->document = g_object_ref (presser_window_get_document (self));
  presser_open_file_load_async (file, NULL, loaded_cb, taking);
}

static const GActionEntry actions[] = {
  { "take-names", take_names_action },
  { "take-names-from", take_names_from_action, "s" },
};

/**
 * presser_window_add_name_actions:
 * @self: a window
 *
 * Puts them into the main menu, too.
 */
void
presser_window_add_name_actions (PresserWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  self->names_menu = g_menu_new ();
  g_menu_append (other, _ ("_Another File…"), "win.take-names");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->names_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  g_menu_insert_submenu (self->main_menu, g_menu_model_get_n_items (G_MENU_MODEL (self->main_menu)) - 1,
                         _ ("Take Speakers and T_opics From"), G_MENU_MODEL (menu));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * presser_window_offer_names_of:
 * @self: a window
 * @name: what the document is called
 * @uri: its address
 */
void
presser_window_offer_names_of (PresserWindow *self,
                               const char    *name,
                               const char    *uri)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

  g_menu_item_set_action_and_target (item, "win.take-names-from", "s", uri);
  g_menu_append_item (self->names_menu, item);
}

/**
 * presser_window_update_name_actions:
 * @self: a window
 * @has_document: whether something is open
 */
void
presser_window_update_name_actions (PresserWindow *self,
                                    gboolean       has_document)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)), has_document);
}
