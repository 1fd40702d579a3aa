/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "presser-cli-names.h"
#include "presser-cli.h"

/* “lavrov” for “Sergey Lavrov”, where nobody else ends like that. Borrowed from the document, or NULL. */
static PresserSpeaker *
find_by_surname (PresserDocument *document,
                 const char      *name)
{
  GListModel      *speakers = presser_document_get_speakers (document);
  g_autofree char *key = g_utf8_casefold (name, -1);
  g_autofree char *end = g_strconcat (" ", key, NULL);
  PresserSpeaker  *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);
      g_autofree char *folded = g_utf8_casefold (presser_speaker_get_name (speaker), -1);

      if (!g_str_has_suffix (folded, end))
        continue;
      if (found != NULL)
        return NULL;
      found = presser_document_get_speaker (document, presser_speaker_get_id (speaker));
    }

  return found;
}

/* By id, name, alias or surname; an unknown one is new, and the caller is told. */
char *
presser_cli_find_or_add_speaker (PresserDocument *document,
                                 const char      *name)
{
  PresserSpeaker  *known = presser_document_get_speaker (document, name);
  g_autofree char *id = NULL;
  g_autoptr (PresserSpeaker) speaker = NULL;

  if (known == NULL)
    known = presser_document_find_speaker (document, name);
  if (known == NULL)
    known = find_by_surname (document, name);
  if (known != NULL)
    return g_strdup (presser_speaker_get_id (known));

  id = presser_document_make_id (document, "p", name);
  speaker = presser_speaker_new (id, name);
  presser_document_insert_speaker (document, G_MAXUINT, speaker);
  presser_cli_complain (_ ("“%s” is a new speaker (%s)."), name, id);

  return g_steal_pointer (&id);
}

char *
presser_cli_find_or_add_topic (PresserDocument *document,
                               const char      *label)
{
  PresserTopic    *known = presser_document_get_topic (document, label);
  g_autofree char *id = NULL;
  g_autoptr (PresserTopic) topic = NULL;

  if (known == NULL)
    known = presser_document_find_topic (document, label);
  if (known != NULL)
    return g_strdup (presser_topic_get_id (known));

  id = presser_document_make_id (document, "t", label);
  topic = presser_topic_new (id, label);
  presser_document_insert_topic (document, G_MAXUINT, topic);
  presser_cli_complain (_ ("“%s” is a new topic (%s)."), label, id);

  return g_steal_pointer (&id);
}

char *
presser_cli_find_or_add_annotator (PresserDocument *document,
                                   const char      *name)
{
  GListModel      *annotators = presser_document_get_annotators (document);
  g_autofree char *id = NULL;
  g_autoptr (PresserAnnotator) annotator = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (annotators); i++)
    {
      g_autoptr (PresserAnnotator) known = g_list_model_get_item (annotators, i);

      if (g_strcmp0 (presser_annotator_get_name (known), name) == 0)
        return g_strdup (presser_annotator_get_id (known));
    }

  id = presser_document_make_id (document, "ann", name);
  annotator = presser_annotator_new (id, name, FALSE);
  presser_document_add_annotator (document, annotator);

  return g_steal_pointer (&id);
}
