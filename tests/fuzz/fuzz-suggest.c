/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text in any language gives proposals that lie in it; fuzz-suggest.sh builds and runs it. The first byte
 * chooses the language, the second what is looked for, the rest is the text as far as it is UTF-8. */

#include <string.h>

#include "presser-keywords.h"
#include "presser-suggest.h"
#include "presser-topic-proposals.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check (gboolean holds)
{
  if (!holds)
    __builtin_trap ();
}

static void
check_proposals (GPtrArray *proposals,
                 guint      length)
{
  guint last = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserProposal *proposal = proposals->pdata[i];
      PresserRange           ranges[2];
      guint                  n_ranges = presser_proposal_get_ranges (proposal, ranges);

      check (proposal->range.start >= last && proposal->range.start < proposal->range.end && proposal->range.end <= length);
      check (proposal->mention.start <= proposal->mention.end && proposal->mention.end <= length);
      for (guint k = 0; k < n_ranges; k++)
        check (ranges[k].start < ranges[k].end && ranges[k].start >= proposal->range.start && ranges[k].end <= proposal->range.end);
      check (proposal->reason != NULL && g_strv_length (proposal->topics) == g_strv_length (proposal->topic_words));
      last = proposal->range.start;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char *const languages[] = { NULL, "en", "de", "fr", "es", "it", "pt", "pl", "ru", "uk", "ar" };
  const guint8             how = size > 1 ? data[1] : 0;
  const char              *language = languages[size > 0 ? data[0] % G_N_ELEMENTS (languages) : 0];
  PresserSuggestOptions    options = { .language = language, .with_partial = how & 1, .with_indirect = (how & 2) != 0, .without_quotations = (how & 4) != 0 };
  g_autofree char         *text = size > 2 ? g_strndup ((const char *) data + 2, size - 2) : g_strdup ("");
  g_autofree char         *valid = g_utf8_make_valid (text, -1);
  g_autoptr (PresserSuggestSource) source = presser_suggest_source_new_from_text (valid, NULL);
  g_autoptr (GPtrArray) proposals = presser_suggest_run (source, &options, NULL, NULL);
  g_autoptr (GPtrArray) topics = presser_suggest_topics (source, language, 12, NULL, NULL);
  guint length = (guint) g_utf8_strlen (valid, -1);

  check (proposals != NULL && topics != NULL);
  check_proposals (proposals, length);
  for (guint i = 0; i < topics->len; i++)
    {
      const PresserTopicProposal *topic = topics->pdata[i];

      check (topic->first.start < topic->first.end && topic->first.end <= length && topic->n_times >= topic->n_paragraphs);
    }

  return 0;
}
