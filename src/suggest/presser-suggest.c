/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-suggest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-certainty.h"
#include "presser-error.h"
#include "presser-keywords.h"
#include "presser-offsets.h"
#include "presser-cue-table.h"
#include "presser-rejected.h"
#include "presser-suggest-source-private.h"

/* From findings, in bytes and persons, to proposals, in code points and speakers. */

/**
 * presser_proposal_free:
 * @proposal: (transfer full): a proposal
 *
 * Frees a proposal.
 */
void
presser_proposal_free (PresserProposal *proposal)
{
  g_free (proposal->speaker_id);
  g_free (proposal->speaker_name);
  g_free (proposal->speaker_role);
  g_free (proposal->reason);
  g_strfreev (proposal->topics);
  g_strfreev (proposal->topic_words);
  g_free (proposal);
}

/**
 * presser_proposal_get_ranges:
 * @proposal: a proposal
 * @ranges: (out caller-allocates): room for two ranges
 *
 * Tells what was said, without the reporter's words in between.
 *
 * Returns: how many ranges there are: 1 or 2
 */
guint
presser_proposal_get_ranges (const PresserProposal *proposal,
                             PresserRange           ranges[2])
{
  ranges[0] = proposal->range;
  if (presser_range_is_empty (proposal->gap))
    return 1;
  ranges[0].end = proposal->gap.start;
  ranges[1] = (PresserRange){ proposal->gap.end, proposal->range.end };

  return presser_range_is_empty (ranges[1]) ? 1 : 2;
}

/**
 * presser_certainty_get_label:
 * @certainty: a level
 *
 * Returns: (transfer none): the level for a person to read, translated
 */
const char *
presser_certainty_get_label (PresserCertainty certainty)
{
  switch (certainty)
    {
    case PRESSER_CERTAINTY_SURE:
      return _ ("sure");
    case PRESSER_CERTAINTY_LIKELY:
      return _ ("likely");
    case PRESSER_CERTAINTY_GUESS:
    default:
      return _ ("a guess");
    }
}

/**
 * presser_certainty_to_string:
 * @certainty: a level
 *
 * Returns: (transfer none): the level as TEI's `cert` writes it
 */
const char *
presser_certainty_to_string (PresserCertainty certainty)
{
  switch (certainty)
    {
    case PRESSER_CERTAINTY_SURE:
      return "high";
    case PRESSER_CERTAINTY_LIKELY:
      return "medium";
    case PRESSER_CERTAINTY_GUESS:
    default:
      return "low";
    }
}

static char *
make_reason (const PresserStatementFinding *finding,
             const char                    *mention,
             const char                    *name)
{
  switch (finding->rule)
    {
    case PRESSER_RULE_CUE_AFTER:
    case PRESSER_RULE_SUBJECT_AFTER:
    case PRESSER_RULE_CUE_BEFORE:
    case PRESSER_RULE_FRONTED:
    case PRESSER_RULE_PARTICIPLE:
    case PRESSER_RULE_INSIDE:
      /* Translators: %s are words of the text that say who spoke, such as “said Mr Smith” without the verb */
      return g_strdup_printf (_ ("“%s” with a verb of saying, same sentence"), mention);
    case PRESSER_RULE_ACCORDING:
      return g_strdup_printf (_ ("according to “%s”, same sentence"), mention);
    case PRESSER_RULE_LABEL:
    case PRESSER_RULE_ANNOUNCED:
      return g_strdup_printf (_ ("“%s” before a colon"), mention);
    case PRESSER_RULE_SAME_SENTENCE:
      return g_strdup_printf (_ ("“%s”, as another quotation of the sentence"), mention);
    case PRESSER_RULE_SAME_PARAGRAPH:
    case PRESSER_RULE_NEXT:
      return g_strdup_printf (_ ("“%s”, as another quotation of the paragraph"), mention);
    case PRESSER_RULE_CONTINUED:
      return g_strdup_printf (_ ("“%s”, the speech goes on from the paragraph before"), mention);
    case PRESSER_RULE_SUBJECT_BEFORE:
    case PRESSER_RULE_LAST_PARAGRAPH:
      return g_strdup_printf (_ ("“%s”, whom the sentences before are about"), mention);
    case PRESSER_RULE_LAST_SPEAKER:
      return g_strdup_printf (_ ("“%s” spoke last"), mention);
    case PRESSER_RULE_TURN:
      return g_strdup_printf (_ ("said in the turn of %s"), name);
    case PRESSER_RULE_NONE:
    case PRESSER_RULE_N:
    default:
      return g_strdup (_ ("nothing tells who spoke"));
    }
}

static const char *
find_speaker_name (PresserSuggestSource *source,
                   const char           *id)
{
  for (guint i = 0; i < source->speakers->len; i++)
    {
      if (g_strcmp0 (presser_speaker_get_id (source->speakers->pdata[i]), id) == 0)
        return presser_speaker_get_name (source->speakers->pdata[i]);
    }

  return id;
}

static void
set_speaker (PresserProposal               *proposal,
             PresserSuggestSource          *source,
             const PresserStatementFinding *finding,
             const char                    *mention)
{
  const PresserStretch *stretch = &g_array_index (source->stretches, PresserStretch, finding->paragraph);

  if (finding->rule == PRESSER_RULE_TURN)
    {
      proposal->speaker_id = g_strdup (stretch->speaker);
      proposal->speaker_name = g_strdup (find_speaker_name (source, stretch->speaker));
      proposal->is_named = TRUE;
    }
  else if (finding->person != NULL)
    {
      proposal->speaker_id = g_strdup (finding->person->speaker);
      proposal->speaker_name = g_strdup (finding->person->name);
      proposal->speaker_role = g_strdup (finding->person->role);
      proposal->is_named = TRUE;
    }
  else if (finding->mention_end > 0)
    {
      proposal->speaker_name = g_strdup (mention);
    }
}

/* What is said before and behind the reporter's words, without the blanks between. */
static void
set_gap (PresserProposal               *proposal,
         const char                    *text,
         const PresserOffsets          *offsets,
         const PresserStatementFinding *finding)
{
  guint32 start = finding->gap_start, end = finding->gap_end;

  while (start > finding->start && g_ascii_isspace (text[start - 1]))
    start--;
  while (end < finding->end && g_ascii_isspace (text[end]))
    end++;
  if (start <= finding->start)
    return;

  if (end < finding->end)
    proposal->gap = (PresserRange){ presser_offsets_get (offsets, start), presser_offsets_get (offsets, end) };
  else
    proposal->gap = (PresserRange){ presser_offsets_get (offsets, start), proposal->range.end };
}

static PresserProposal *
make_proposal (PresserSuggestSource          *source,
               const PresserOffsets          *offsets,
               PresserKeywords               *keywords,
               const PresserStatementFinding *finding)
{
  PresserProposal *proposal = g_new0 (PresserProposal, 1);
  g_autofree char *mention = g_strndup (source->text + finding->mention_start, finding->mention_end - finding->mention_start);

  proposal->range.start = presser_offsets_get (offsets, finding->start);
  proposal->range.end = presser_offsets_get (offsets, finding->end);
  if (finding->gap_end > 0)
    set_gap (proposal, source->text, offsets, finding);
  proposal->mention.start = presser_offsets_get (offsets, finding->mention_start);
  proposal->mention.end = presser_offsets_get (offsets, finding->mention_end);
  proposal->kind = finding->is_indirect ? PRESSER_KIND_INDIRECT : PRESSER_KIND_DIRECT;
  proposal->is_partial = finding->worth != PRESSER_WORTH_FULL;
  proposal->topics = presser_keywords_match (keywords, source->text + finding->start, finding->end - finding->start, &proposal->topic_words);
  proposal->rule = finding->rule;
  proposal->certainty = presser_finding_judge (finding);
  set_speaker (proposal, source, finding, mention);
  proposal->reason = make_reason (finding, mention, proposal->speaker_name);

  return proposal;
}

static gboolean
is_wanted (const PresserStatementFinding *finding,
           const PresserSuggestOptions   *options)
{
  if (finding->is_indirect || finding->rule == PRESSER_RULE_TURN)
    return TRUE;
  if (options->without_quotations)
    return FALSE;

  return finding->worth >= PRESSER_WORTH_PARTIAL || options->with_partial;
}

static void
add_speakers (PresserEngine        *engine,
              PresserSuggestSource *source)
{
  for (guint i = 0; i < source->speakers->len; i++)
    {
      PresserSpeaker *speaker = source->speakers->pdata[i];

      if (!presser_speaker_is_unnamed (speaker))
        presser_cast_add_speaker (presser_engine_get_cast (engine), presser_speaker_get_id (speaker),
                                  presser_speaker_get_name (speaker), presser_speaker_get_aliases (speaker));
    }
}

/**
 * presser_suggest_run:
 * @source: what to look in
 * @options: (nullable): what to look for
 * @cancellable: (nullable): stops the work
 * @error: return location
 *
 * Finds statements by rule. May run in any thread; takes about a second for 20 MB of text.
 *
 * Returns: (transfer full) (nullable) (element-type PresserProposal): proposals in text order, or %NULL with
 *   %PRESSER_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
presser_suggest_run (PresserSuggestSource        *source,
                     const PresserSuggestOptions *options,
                     GCancellable                *cancellable,
                     GError                     **error)
{
  static const PresserSuggestOptions no_options = { 0 };
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_proposal_free);
  g_autoptr (PresserEngine) engine = NULL;
  g_autoptr (PresserOffsets) offsets = NULL;
  g_autoptr (PresserKeywords) keywords = NULL;
  const PresserCueTable *table;
  const GArray          *findings;

  g_return_val_if_fail (source != NULL, NULL);

  if (options == NULL)
    options = &no_options;
  if (source->n_bytes >= G_MAXUINT32)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE,
                   _ ("The text is too long to look for statements: it has more than 4 GB."));
      return NULL;
    }

  table = presser_suggest_source_find_table (source, options->language);
  engine = presser_engine_new (source->text, table,
                               (const PresserStretch *) (const void *) source->stretches->data, source->stretches->len);
  add_speakers (engine, source);
  findings = presser_engine_run (engine, options->with_indirect, options->with_turns || options->with_all_turns, options->progress, cancellable, error);
  if (findings == NULL)
    return NULL;

  offsets = presser_offsets_new (source->text, source->n_bytes);
  keywords = presser_keywords_new (source->topics, table);
  for (guint i = 0; i < findings->len; i++)
    {
      const PresserStatementFinding *finding = &g_array_index (findings, PresserStatementFinding, i);
      g_autoptr (PresserProposal) proposal = NULL;

      if (!is_wanted (finding, options) || presser_rejected_holds (source->rejected, source->text, finding->start, finding->end))
        continue;
      proposal = make_proposal (source, offsets, keywords, finding);
      if (finding->rule != PRESSER_RULE_TURN || options->with_all_turns || proposal->topics[0] != NULL || presser_keywords_is_empty (keywords))
        g_ptr_array_add (proposals, g_steal_pointer (&proposal));
    }

  return g_steal_pointer (&proposals);
}

/**
 * presser_suggest:
 * @document: a document
 * @options: (nullable): what to look for
 * @cancellable: (nullable): stops the work
 * @error: return location
 *
 * Finds statements in a document by rule; the document is not changed. To do it in a thread, take a
 * presser_suggest_source_new() first and give it to presser_suggest_run() there.
 *
 * Returns: (transfer full) (nullable) (element-type PresserProposal): proposals in text order, or %NULL with
 *   %PRESSER_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
presser_suggest (PresserDocument             *document,
                 const PresserSuggestOptions *options,
                 GCancellable                *cancellable,
                 GError                     **error)
{
  g_autoptr (PresserSuggestSource) source = presser_suggest_source_new (document);

  return presser_suggest_run (source, options, cancellable, error);
}

/**
 * presser_suggest_get_languages:
 *
 * Returns: (transfer none): languages that statements are found in, BCP 47 primary subtags
 */
const char *const *
presser_suggest_get_languages (void)
{
  return presser_cue_table_get_languages ();
}
