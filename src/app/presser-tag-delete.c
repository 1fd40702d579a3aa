/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tag-delete.h"

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-palette-fix.h"
#include "presser-tag.h"

static gboolean
carries (PresserStatement *statement,
         GObject          *tag)
{
  const char *id = presser_tag_get_id (tag);

  if (presser_tag_is_speaker (tag))
    return g_strcmp0 (presser_statement_get_speaker (statement), id) == 0;
  return presser_statement_has_topic (statement, id);
}

/* Suggested ones too, unlike the count in the sidebar; those of sub-topics not, for they stay. */
static GPtrArray *
dup_statements (PresserDocument *document,
                GObject         *tag)
{
  GListModel *all = presser_document_get_statements (document);
  GPtrArray  *found = g_ptr_array_new_with_free_func (g_object_unref);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (all, i);

      if (carries (statement, tag))
        g_ptr_array_add (found, g_steal_pointer (&statement));
    }
  return found;
}

/**
 * presser_tag_delete:
 * @document: a document
 * @tag: one of its speakers or topics
 * @fate: what becomes of the statements
 *
 * The colours of those that stay do not change.
 */
void
presser_tag_delete (PresserDocument *document,
                    GObject         *tag,
                    PresserTagFate   fate)
{
  PresserHistory  *history = presser_document_get_history (document);
  g_autofree char *id = g_strdup (presser_tag_get_id (tag));
  gboolean         is_speaker = presser_tag_is_speaker (tag);

  presser_history_begin (history, is_speaker ? _ ("Remove speaker") : _ ("Remove topic"));
  if (fate == PRESSER_TAG_FATE_DELETED)
    {
      g_autoptr (GPtrArray) statements = dup_statements (document, tag);

      if (statements->len > 0)
        presser_document_swap_statements (document, statements, NULL);
    }
  presser_palette_fix (document);
  if (is_speaker)
    presser_document_remove_speaker (document, presser_document_get_speaker (document, id));
  else
    presser_document_remove_topic (document, presser_document_get_topic (document, id));
  presser_history_end (history);
}

typedef struct
{
  GtkWindow       *window;
  PresserDocument *document;
  GObject         *tag;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->window);
  g_object_unref (question->document);
  g_object_unref (question->tag);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static gboolean
is_there_still (Question *question)
{
  const char *id = presser_tag_get_id (question->tag);

  return presser_tag_is_speaker (question->tag) ? presser_document_get_speaker (question->document, id) != NULL
                                                : presser_document_get_topic (question->document, id) != NULL;
}

static void
delete_and_say (Question      *question,
                PresserTagFate fate)
{
  g_autofree char *message = NULL;

  if (!is_there_still (question))
    return;
  presser_tag_delete (question->document, question->tag, fate);
  /* Translators: %s is the name of a speaker or a topic */
  message = g_strdup_printf (_ ("“%s” was deleted"), presser_tag_get_name (question->tag));
  gtk_widget_activate_action (GTK_WIDGET (question->window), "win.offer-undo", "s", message);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autofree char *answer = presser_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "all") == 0)
    delete_and_say (question, PRESSER_TAG_FATE_DELETED);
  else if (g_strcmp0 (answer, "bare") == 0)
    delete_and_say (question, PRESSER_TAG_FATE_BARE);
}

static void
ask (Question *question,
     guint     n_statements)
{
  gboolean            is_speaker = presser_tag_is_speaker (question->tag);
  const PresserAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "all", _ ("_Delete Statements Too"), ADW_RESPONSE_DESTRUCTIVE },
    { "bare", _ ("_Keep Statements"), ADW_RESPONSE_DEFAULT },
    { NULL },
  };
  /* Translators: %s is the name of a speaker or a topic */
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), presser_tag_get_name (question->tag));
  g_autofree char *body = NULL;

  if (is_speaker)
    body = g_strdup_printf (ngettext ("%u statement is in this name. Kept, it names nobody; to give it to somebody else, merge the two.",
                                      "%u statements are in this name. Kept, they name nobody; to give them to somebody else, merge the two.",
                                      n_statements),
                            n_statements);
  else
    body = g_strdup_printf (ngettext ("%u statement is on this topic. Kept, it loses the topic; to give it another one, merge the two.",
                                      "%u statements are on this topic. Kept, they lose the topic; to give them another one, merge the two.",
                                      n_statements),
                            n_statements);
  presser_ask_async (question->window, heading, body, answers, NULL, answered_cb, question);
}

/**
 * presser_tag_ask_and_delete:
 * @window: the window, which has the action win.offer-undo
 * @document: a document
 * @tag: one of its speakers or topics
 */
void
presser_tag_ask_and_delete (GtkWindow       *window,
                            PresserDocument *document,
                            GObject         *tag)
{
  g_autoptr (Question) question = g_new0 (Question, 1);
  g_autoptr (GPtrArray) statements = dup_statements (document, tag);

  question->window = g_object_ref (window);
  question->document = g_object_ref (document);
  question->tag = g_object_ref (tag);
  if (statements->len == 0)
    delete_and_say (question, PRESSER_TAG_FATE_BARE);
  else
    ask (g_steal_pointer (&question), statements->len);
}
