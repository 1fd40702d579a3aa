/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who may be named: the part of the ground rules that is about people. */

#include "presser-export-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static PresserSpeaker *
find_speaker (PresserExportView *self,
              PresserStatement  *statement)
{
  const char *id = presser_statement_get_speaker (statement);

  return id != NULL ? presser_document_get_speaker (presser_export_view_get_document (self), id) : NULL;
}

/**
 * presser_export_view_get_credit:
 * @self: a view
 * @statement: a statement of its document
 *
 * Returns: who may be said to have said it; all fields %NULL for nobody
 */
PresserExportCredit
presser_export_view_get_credit (PresserExportView *self,
                                PresserStatement  *statement)
{
  PresserSpeaker     *speaker = find_speaker (self, statement);
  PresserGroundRule   rule = presser_statement_get_ground_rule (statement);
  PresserExportCredit credit = { NULL };

  if (speaker == NULL || rule == PRESSER_GROUND_DEEP_BACKGROUND || rule == PRESSER_GROUND_OFF_RECORD)
    return credit;
  credit.role = presser_speaker_get_role (speaker);
  if (rule == PRESSER_GROUND_BACKGROUND)
    {
      credit.name = presser_export_view_get_source (self)->description;
      if (credit.name == NULL)
        credit.name = credit.role != NULL ? credit.role : _ ("a source speaking on background");
      credit.role = NULL;
      return credit;
    }
  credit.id = presser_speaker_get_id (speaker);
  credit.name = presser_speaker_get_name (speaker);
  credit.affiliation = presser_speaker_get_affiliation (speaker);

  return credit;
}

static gboolean
holds_name (const char *folded_text,
            const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const char      *surname = strrchr (folded, ' ');

  if (*folded == '\0')
    return FALSE;
  if (strstr (folded_text, folded) != NULL)
    return TRUE;
  return surname != NULL && g_utf8_strlen (surname + 1, -1) > 2 && strstr (folded_text, surname + 1) != NULL;
}

static gboolean
gives_away (PresserSpeaker *speaker,
            const char     *text)
{
  g_autofree char   *folded = g_utf8_casefold (text, -1);
  const char *const *aliases = presser_speaker_get_aliases (speaker);

  if (holds_name (folded, presser_speaker_get_name (speaker)))
    return TRUE;
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (holds_name (folded, aliases[i]))
      return TRUE;
  return FALSE;
}

/**
 * presser_export_view_filter_words:
 * @self: a view
 * @statement: a statement of its document
 * @text: (nullable): a sentence around it, or its note
 *
 * Returns: (transfer none) (nullable): @text, or %NULL if it names a speaker who spoke on background
 */
const char *
presser_export_view_filter_words (PresserExportView *self,
                                  PresserStatement  *statement,
                                  const char        *text)
{
  PresserGroundRule rule = presser_statement_get_ground_rule (statement);
  PresserSpeaker   *speaker = find_speaker (self, statement);

  if (text == NULL || speaker == NULL
      || (rule != PRESSER_GROUND_BACKGROUND && rule != PRESSER_GROUND_DEEP_BACKGROUND))
    return text;
  return gives_away (speaker, text) ? NULL : text;
}
