/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-context.h"

#include <string.h>

/* How many turns back a question is looked for: moderators and interpreters may speak between. */
#define TURNS_BACK 6

static gboolean
is_in_turn (PresserDocument *document,
            guint            index,
            const char      *turn)
{
  PresserParagraph *paragraph = presser_document_get_paragraph (document, index);

  return g_strcmp0 (presser_paragraph_get_turn (paragraph), turn) == 0;
}

/* Goes back over the paragraphs of a turn; gives the first of them. */
static guint
find_turn_start (PresserDocument *document,
                 guint            index)
{
  const char *turn = presser_paragraph_get_turn (presser_document_get_paragraph (document, index));

  while (index > 0 && is_in_turn (document, index - 1, turn))
    index--;
  return index;
}

static char *
dup_speech (PresserExportView *view,
            guint              first,
            guint              last)
{
  PresserDocument *document = presser_export_view_get_document (view);
  GString         *speech = g_string_new (NULL);

  for (guint i = first; i <= last; i++)
    {
      g_autofree char *text = NULL;

      if (!presser_export_is_prose (presser_document_get_paragraph (document, i)))
        continue;
      text = presser_export_view_dup_slice (view, presser_document_get_paragraph_range (document, i));
      if (speech->len > 0)
        g_string_append_c (speech, ' ');
      g_string_append (speech, text);
    }
  return g_string_free (speech, FALSE);
}

static gboolean
is_unnamed (PresserDocument *document,
            const char      *speaker_id)
{
  PresserSpeaker *speaker = speaker_id != NULL ? presser_document_get_speaker (document, speaker_id) : NULL;

  return speaker != NULL && presser_speaker_is_unnamed (speaker);
}

static gboolean
asks (PresserDocument *document,
      const char      *speaker_id,
      const char      *speech)
{
  if (is_unnamed (document, speaker_id))
    return TRUE;
  return strpbrk (speech, "?") != NULL || strstr (speech, "؟") != NULL || strstr (speech, "？") != NULL;
}

/* What the file says is the question. */
static char *
dup_told_question (PresserExportView *view,
                   guint              paragraph)
{
  PresserDocument *document = presser_export_view_get_document (view);
  const char      *turn = presser_paragraph_get_question (presser_document_get_paragraph (document, paragraph));
  guint            last = paragraph;

  if (turn == NULL)
    return NULL;
  while (last > 0 && !is_in_turn (document, last, turn))
    last--;

  return is_in_turn (document, last, turn) ? dup_speech (view, find_turn_start (document, last), last) : NULL;
}

/**
 * presser_export_dup_question:
 * @view: a document as it may be shown
 * @paragraph: index of a paragraph
 *
 * The turn that the file tells to be the question, else the nearest turn before that one in which somebody else asks
 * something: an unnamed reporter, or anybody whose words hold a question mark.
 *
 * Returns: (transfer full) (nullable): the words of that turn
 */
char *
presser_export_dup_question (PresserExportView *view,
                             guint              paragraph)
{
  PresserDocument  *document = presser_export_view_get_document (view);
  PresserParagraph *answer = presser_document_get_paragraph (document, paragraph);
  guint             first = 0;
  guint             n_turns = 0;
  char             *told = dup_told_question (view, paragraph);

  if (told != NULL)
    return told;
  if (presser_paragraph_get_turn (answer) == NULL || is_unnamed (document, presser_paragraph_get_speaker (answer)))
    return NULL;
  first = find_turn_start (document, paragraph);
  while (first > 0 && n_turns < TURNS_BACK)
    {
      guint             last = first - 1;
      PresserParagraph *before = presser_document_get_paragraph (document, last);
      const char       *speaker_id = presser_paragraph_get_speaker (before);
      g_autofree char  *speech = NULL;

      /* Labels, stage directions and the like between turns. */
      if (presser_paragraph_get_turn (before) == NULL)
        {
          first = last;
          continue;
        }
      first = find_turn_start (document, last);
      n_turns++;
      if (g_strcmp0 (speaker_id, presser_paragraph_get_speaker (answer)) == 0)
        continue;
      speech = dup_speech (view, first, last);
      if (*speech != '\0' && asks (document, speaker_id, speech))
        return g_steal_pointer (&speech);
    }
  return NULL;
}
