/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-engine-private.h"

#include "presser-indirect.h"
#include "presser-resolve.h"

#include <string.h>

/* Two passes over the paragraphs. The first finds quotations and names, the second asks each sentence who
 * speaks and hands speakers on where a sentence is silent. Both are linear; nothing is allocated for a token.
 * A paragraph of many megabytes is taken in pieces cut between sentences. */


/**
 * presser_engine_new:
 * @text: valid UTF-8 of less than 4 GB; must outlive the engine
 * @table: the language
 * @stretches: the text's paragraphs, in order; must outlive the engine
 * @n_stretches: how many
 *
 * Makes an engine for one text.
 *
 * Returns: (transfer full): the engine
 */
PresserEngine *
presser_engine_new (const char            *text,
                    const PresserCueTable *table,
                    const PresserStretch  *stretches,
                    guint                  n_stretches)
{
  PresserEngine *self = g_new0 (PresserEngine, 1);

  self->text = text;
  self->main_table = self->table = table;
  self->stretches = stretches;
  self->n_stretches = n_stretches;
  self->cast = presser_cast_new (table);
  self->quotations = g_array_new (FALSE, FALSE, sizeof (PresserQuotation));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (PresserToken));
  self->inner = g_array_new (FALSE, FALSE, sizeof (PresserToken));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->sources = g_array_new (FALSE, TRUE, sizeof (PresserSource));
  self->findings = g_array_new (FALSE, FALSE, sizeof (PresserStatementFinding));

  return self;
}

/**
 * presser_engine_free:
 * @self: (transfer full): an engine
 *
 * Frees an engine and what it found.
 */
void
presser_engine_free (PresserEngine *self)
{
  presser_cast_free (self->cast);
  g_array_unref (self->quotations);
  g_array_unref (self->firsts);
  g_array_unref (self->tokens);
  g_array_unref (self->inner);
  g_array_unref (self->starts);
  g_array_unref (self->sources);
  g_array_unref (self->findings);
  g_free (self);
}

/**
 * presser_engine_get_cast:
 * @self: an engine
 *
 * Returns: (transfer none): the people of the text; the document's speakers are added before presser_engine_run()
 */
PresserCast *
presser_engine_get_cast (PresserEngine *self)
{
  return self->cast;
}

static PresserSource
source_of (const PresserSentence *sentence,
           const PresserMention  *mention)
{
  return (PresserSource){ sentence->tokens[mention->first].start, sentence->tokens[mention->last].end, mention->rule, mention->rule, mention->is_weak, 0, 0 };
}

static PresserSource
with_rule (PresserSource source,
           PresserRule   rule)
{
  source.rule = rule;
  source.gap_start = source.gap_end = 0;

  return source;
}

static PresserSource *
source_for (PresserEngine *self,
            guint32        first,
            guint32        quotation)
{
  return &g_array_index (self->sources, PresserSource, quotation - first);
}

/* One capital word without an article, where capitals tell something. */
static gboolean
is_bare_name (PresserEngine         *self,
              const PresserSentence *sentence,
              const PresserMention  *mention)
{
  if ((presser_cue_table_get_grammar (self->table) & PRESSER_GRAMMAR_NOUN_CAPITALS) != 0 || mention->first != mention->last)
    return FALSE;

  return mention->first == 0 || !presser_token_is (&sentence->tokens[mention->first - 1], PRESSER_WORD_ARTICLE);
}

/* Who says something in one sentence is likelier meant by “he” in the next. */
static void
note_speaker (PresserEngine         *self,
              const PresserSentence *sentence,
              const PresserMention  *mention)
{
  PresserPerson *person = presser_cast_find_named (self->cast, self->text, &sentence->tokens[mention->first],
                                                   (guint) (mention->last - mention->first + 1));

  if (person != NULL && (person->n_words > 1 || is_bare_name (self, sentence, mention)))
    presser_cast_note (self->cast, person, sentence->tokens[mention->first].start);
}

/* A sentence that quotes nothing may tell who speaks next. */
static void
hear_sentence (PresserEngine         *self,
               const PresserSentence *sentence)
{
  PresserMention mention = { 0 };

  gboolean speaks = presser_sentence_find_cued (sentence, &mention);

  if (speaks)
    note_speaker (self, sentence, &mention);
  else if (!presser_sentence_find_subject (sentence, sentence->n_tokens, &mention))
    return;

  self->subject = source_of (sentence, &mention);
  if (speaks || self->in_stretch.end == 0 || self->in_stretch.rule == PRESSER_RULE_SUBJECT_BEFORE)
    self->in_stretch = self->subject;
}

/* One attribution serves all quotations of its sentence: the one before, else the one after. */
static void
share_in_sentence (PresserEngine         *self,
                   const PresserSentence *sentence,
                   guint32                first)
{
  PresserSource near = { 0 };

  for (gint i = 0; i < sentence->n_tokens; i++)
    {
      PresserSource *source;

      if (sentence->tokens[i].kind != PRESSER_TOKEN_QUOTATION)
        continue;
      source = source_for (self, first, sentence->tokens[i].quotation);
      if (source->end > 0)
        near = with_rule (*source, PRESSER_RULE_SAME_SENTENCE);
      else
        *source = near;
    }

  near.end = 0;
  for (gint i = sentence->n_tokens - 1; i >= 0; i--)
    {
      PresserSource *source;

      if (sentence->tokens[i].kind != PRESSER_TOKEN_QUOTATION)
        continue;
      source = source_for (self, first, sentence->tokens[i].quotation);
      if (source->end > 0)
        near = with_rule (*source, PRESSER_RULE_SAME_SENTENCE);
      else
        *source = near;
    }
}

static void
ask_sentence (PresserEngine         *self,
              const PresserSentence *sentence,
              guint32                first)
{
  PresserSource own = { 0 };

  for (gint i = 0; i < sentence->n_tokens; i++)
    {
      PresserMention mention = { 0 };

      if (sentence->tokens[i].kind != PRESSER_TOKEN_QUOTATION)
        continue;
      if (!presser_sentence_attribute (sentence, i, &mention))
        {
          if (presser_engine_look_inside (self, sentence->tokens[i].quotation, &own))
            *source_for (self, first, sentence->tokens[i].quotation) = own;
          continue;
        }
      if (mention.rule == PRESSER_RULE_PARTICIPLE && own.end > 0)
        continue; /* “X said “…”, adding “…””: as the quotation before */
      own = source_of (sentence, &mention);
      *source_for (self, first, sentence->tokens[i].quotation) = own;
    }

  if (own.end > 0)
    {
      share_in_sentence (self, sentence, first);
      self->in_stretch = with_rule (own, PRESSER_RULE_SAME_PARAGRAPH);
      self->subject = with_rule (own, PRESSER_RULE_SUBJECT_BEFORE);
      return;
    }

  for (gint i = 0; i < sentence->n_tokens && self->in_stretch.end > 0; i++)
    {
      if (sentence->tokens[i].kind == PRESSER_TOKEN_QUOTATION)
        *source_for (self, first, sentence->tokens[i].quotation) = self->in_stretch;
    }
}

static gboolean
has_quotation (const PresserSentence *sentence)
{
  for (gint i = 0; i < sentence->n_tokens; i++)
    {
      if (sentence->tokens[i].kind == PRESSER_TOKEN_QUOTATION)
        return TRUE;
    }

  return FALSE;
}

static void
tell (PresserEngine *self,
      guint          stretch,
      PresserSource  source,
      guint32        start,
      guint32        end,
      PresserWorth   worth,
      gboolean       is_indirect)
{
  PresserStatementFinding finding = { .start = start, .end = end, .paragraph = stretch, .table = self->table, .rule = source.end > 0 || source.rule == PRESSER_RULE_TURN ? source.rule : PRESSER_RULE_NONE, .worth = worth };

  finding.is_indirect = is_indirect ? 1 : 0;
  finding.is_clear = 1;
  finding.origin = source.origin;
  finding.is_weak = source.is_weak ? 1 : 0;
  finding.gap_start = source.gap_start;
  finding.gap_end = source.gap_end;
  finding.mention_start = source.start;
  finding.mention_end = source.end;
  if (source.end > 0)
    presser_resolve (self->cast, self->table, self->text, &finding);
  g_array_append_val (self->findings, finding);
}

static void
tell_indirect (PresserEngine         *self,
               guint                  stretch,
               const PresserSentence *sentence)
{
  PresserMention mention = { 0 };
  guint32        start, end;

  if (presser_sentence_find_indirect (sentence, &mention, &start, &end))
    tell (self, stretch, source_of (sentence, &mention), start, end, PRESSER_WORTH_FULL, TRUE);
}

#define MIN_TURN_TOKENS 4

/* Whoever has the floor says the sentence. */
static void
tell_turn (PresserEngine         *self,
           guint                  stretch,
           const PresserSentence *sentence)
{
  PresserSource source = { .rule = PRESSER_RULE_TURN };

  if (self->stretches[stretch].speaker != NULL && !self->stretches[stretch].is_unnamed && sentence->n_tokens >= MIN_TURN_TOKENS)
    tell (self, stretch, source, sentence->tokens[0].start, sentence->tokens[sentence->n_tokens - 1].end, PRESSER_WORTH_FULL, FALSE);
}

static void
read_sentences (PresserEngine *self,
                guint          stretch,
                guint32        first)
{
  PresserSentence sentence = { self->table, self->text, self->cast, NULL, 0 };

  presser_tokens_find_sentences (self->table, self->text, (const PresserQuotation *) (const void *) self->quotations->data,
                                 self->tokens, self->starts);
  for (guint i = 0; i + 1 < self->starts->len; i++)
    {
      guint32 start = g_array_index (self->starts, guint32, i);

      sentence.tokens = &g_array_index (self->tokens, PresserToken, start);
      sentence.n_tokens = (gint) (g_array_index (self->starts, guint32, i + 1) - start);
      if (has_quotation (&sentence))
        ask_sentence (self, &sentence, first);
      else
        hear_sentence (self, &sentence);
      if (self->with_turns)
        tell_turn (self, stretch, &sentence);
      if (self->with_indirect)
        tell_indirect (self, stretch, &sentence);
    }
}

/* A quotation at the paragraph's head whose sentence is silent. */
static PresserSource
inherit (PresserEngine *self,
         PresserSource  next)
{
  if (self->is_open && self->last.end > 0)
    return with_rule (self->last, PRESSER_RULE_CONTINUED);
  if (next.end > 0)
    return with_rule (next, PRESSER_RULE_NEXT);
  if (self->subject.end > 0 && (self->after_colon || self->subject.start > self->last.start))
    return with_rule (self->subject, PRESSER_RULE_LAST_PARAGRAPH);
  if (self->last.end > 0)
    return with_rule (self->last, PRESSER_RULE_LAST_SPEAKER);

  return with_rule (self->subject, PRESSER_RULE_LAST_PARAGRAPH);
}

static void
fill_gaps (PresserEngine *self,
           guint32        first,
           guint32        end)
{
  PresserSource next = { 0 };

  for (guint32 i = end; i > first; i--)
    {
      PresserSource *source = source_for (self, first, i - 1);

      if (source->end > 0)
        next = *source;
      else
        *source = inherit (self, next);
    }
}

static gboolean
ends_in_colon (PresserEngine        *self,
               const PresserStretch *stretch)
{
  guint32 end = stretch->end;

  while (end > stretch->start && g_ascii_isspace (self->text[end - 1]))
    end--;

  return end > stretch->start && self->text[end - 1] == ':';
}

/* In a language where all nouns have capitals a term looks like speech: it is speech if its sentence
 * says whose. */
static PresserWorth
settle_term (PresserEngine       *self,
             PresserWorth         worth,
             const PresserSource *source)
{
  if (worth != PRESSER_WORTH_TERM)
    return worth;
  if ((presser_cue_table_get_grammar (self->table) & PRESSER_GRAMMAR_NOUN_CAPITALS) == 0)
    return PRESSER_WORTH_PARTIAL;

  return source->end > 0 && source->rule <= PRESSER_RULE_SAME_SENTENCE ? PRESSER_WORTH_PARTIAL : PRESSER_WORTH_FRAGMENT;
}

static void
tell_quotations (PresserEngine *self,
                 guint          index,
                 guint32        first,
                 guint32        end)
{
  const PresserStretch *stretch = &self->stretches[index];

  for (guint32 i = first; i < end; i++)
    {
      const PresserQuotation *one = presser_engine_get_quotation (self, i);
      PresserWorth            worth = presser_quotation_judge (self->table, self->text, stretch->start, stretch->end, one);
      PresserSource           source = *source_for (self, first, i);

      worth = settle_term (self, worth, &source);
      if (source.end > 0)
        self->last = source;
      if (worth != PRESSER_WORTH_NOTHING)
        tell (self, index, source, one->content_start, one->content_end, worth, FALSE);
    }
}

static void
read_stretch (PresserEngine *self,
              guint          index)
{
  const PresserStretch *stretch = presser_engine_enter (self, index);
  guint32               first = presser_engine_get_first_quotation (self, index), end = presser_engine_get_first_quotation (self, index + 1);
  guint32               quotation = first;
  guint                 first_finding = self->findings->len;

  if (index > 0 && g_strcmp0 (stretch->speaker, self->stretches[index - 1].speaker) != 0)
    self->subject.end = self->last.end = 0; /* another turn: nothing is handed on */
  self->in_stretch.end = 0;
  g_array_set_size (self->sources, 0);
  g_array_set_size (self->sources, end - first);
  for (guint32 start = stretch->start; start < stretch->end && presser_engine_goes_on (self, 1, start);)
    {
      guint32 first_of_piece = quotation;
      guint32 piece_end = presser_engine_find_piece_end (self, start, stretch->end, &quotation, end);

      presser_engine_read_tokens (self, start, piece_end, first_of_piece, quotation);
      read_sentences (self, index, first);
      start = piece_end;
    }

  fill_gaps (self, first, end);
  tell_quotations (self, index, first, end);
  if (self->findings->len - first_finding > 1)
    presser_findings_sort (self->findings, first_finding);

  if (end > first)
    self->is_open = !presser_engine_get_quotation (self, end - 1)->is_closed;
  else if (stretch->end - stretch->start > 3)
    self->is_open = FALSE;
  if (stretch->end > stretch->start)
    self->after_colon = ends_in_colon (self, stretch);
}

/**
 * presser_engine_run:
 * @self: an engine
 * @with_indirect: also look for indirect statements
 * @with_turns: also give every sentence of a speaker's turn
 * @progress: (nullable): gets how far the work is, in thousandths
 * @cancellable: (nullable): stops the work
 * @error: return location
 *
 * Finds what was said, and by whom. The same text gives the same answer. Sources of the rules: our own
 * reading of annotated news; docs/suggestions.md tells them.
 *
 * Returns: (transfer none) (nullable): the findings in text order, the engine's own, or %NULL with %G_IO_ERROR_CANCELLED
 */
const GArray *
presser_engine_run (PresserEngine *self,
                    gboolean       with_indirect,
                    gboolean       with_turns,
                    int           *progress,
                    GCancellable  *cancellable,
                    GError       **error)
{
  self->with_indirect = with_indirect;
  self->with_turns = with_turns;
  self->progress = progress;
  self->cancellable = cancellable;
  presser_engine_find_quotations (self);
  for (guint i = 0; i < self->n_stretches; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (self->stretches[i].is_prose)
        presser_engine_harvest (self, i);
    }

  for (guint i = 0; i < self->n_stretches; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (self->stretches[i].is_prose)
        read_stretch (self, i);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return self->findings;
}
