/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-engine-private.h"

#include <string.h>

/* The first pass: quotations and names; and pieces of paragraphs, for both passes. */

#define PIECE (256 * 1024)

/* FALSE once the work is not wanted any more; says how far it is: two rounds through the text. */
gboolean
presser_engine_goes_on (PresserEngine *self,
                        guint          round,
                        guint32        at)
{
  guint32 end = self->n_stretches > 0 ? self->stretches[self->n_stretches - 1].end : 0;

  if (self->progress != NULL && end > 0)
    g_atomic_int_set (self->progress, (int) (round * 500 + (guint64) at * 500 / end));

  return !g_cancellable_is_cancelled (self->cancellable);
}

/* From here on the language is that of the stretch. */
const PresserStretch *
presser_engine_enter (PresserEngine *self,
                      guint          stretch)
{
  const PresserCueTable *table = self->stretches[stretch].table;

  self->table = table != NULL ? table : self->main_table;
  presser_cast_set_table (self->cast, self->table);

  return &self->stretches[stretch];
}

const PresserQuotation *
presser_engine_get_quotation (PresserEngine *self,
                              guint32        index)
{
  return &g_array_index (self->quotations, PresserQuotation, index);
}

guint32
presser_engine_get_first_quotation (PresserEngine *self,
                                    guint          stretch)
{
  return g_array_index (self->firsts, guint32, stretch);
}

void
presser_engine_find_quotations (PresserEngine *self)
{
  PresserMarkReader reader = { self->table };

  reader.has_singles = presser_mark_reader_needs_singles (self->text, strlen (self->text));
  for (guint i = 0; i < self->n_stretches; i++)
    {
      const PresserStretch *stretch = presser_engine_enter (self, i);
      guint32               first = self->quotations->len;

      reader.table = self->table;
      g_array_append_val (self->firsts, first);
      if (!stretch->is_prose)
        {
          presser_mark_reader_reset (&reader);
          continue;
        }
      if (stretch->end - stretch->start < 4)
        continue;
      presser_mark_reader_read (&reader, self->text + stretch->start, stretch->end - stretch->start, self->quotations);
      for (guint k = first; k < self->quotations->len; k++)
        {
          PresserQuotation *quotation = &g_array_index (self->quotations, PresserQuotation, k);

          quotation->start += stretch->start;
          quotation->end += stretch->start;
          quotation->content_start += stretch->start;
          quotation->content_end += stretch->start;
        }
    }
  g_array_append_val (self->firsts, self->quotations->len);
}

/* Where the piece that begins at @start ends: at most PIECE bytes on, behind a full stop outside
 * quotations. @quotation is the first quotation of the piece, and then of the next. */
guint32
presser_engine_find_piece_end (PresserEngine *self,
                               guint32        start,
                               guint32        end,
                               guint32       *quotation,
                               guint32        n_quotations)
{
  guint32 at = start;

  while (end - start > PIECE && at < end)
    {
      guint32 next = *quotation < n_quotations ? presser_engine_get_quotation (self, *quotation)->start : end;

      for (at = MAX (at, start); at < next; at++)
        {
          if (at - start > PIECE && self->text[at] == ' ' && (self->text[at - 1] == '.' || at - start > 2 * PIECE))
            return at;
        }
      if (*quotation < n_quotations)
        at = presser_engine_get_quotation (self, (*quotation)++)->end;
    }
  *quotation = n_quotations;

  return end;
}

void
presser_engine_read_tokens (PresserEngine *self,
                            guint32        start,
                            guint32        end,
                            guint32        first,
                            guint32        end_quotation)
{
  g_array_set_size (self->tokens, 0);
  presser_tokens_read (self->table, self->text, start, end, (const PresserQuotation *) (const void *) self->quotations->data,
                       first, end_quotation - first, self->tokens);
}

void
presser_engine_harvest (PresserEngine *self,
                        guint          index)
{
  const PresserStretch *stretch = presser_engine_enter (self, index);
  guint32               quotation = presser_engine_get_first_quotation (self, index), end_quotation = presser_engine_get_first_quotation (self, index + 1);

  for (guint32 start = stretch->start; start < stretch->end && presser_engine_goes_on (self, 0, start);)
    {
      guint32 first = quotation;
      guint32 end = presser_engine_find_piece_end (self, start, stretch->end, &quotation, end_quotation);

      presser_engine_read_tokens (self, start, end, first, quotation);
      presser_cast_harvest (self->cast, self->text, self->tokens);
      for (guint32 i = first; i < quotation; i++)
        presser_cast_harvest_brackets (self->cast, self->text, presser_engine_get_quotation (self, i));
      start = end;
    }
}

#define MAX_INSIDE 1500 /* bytes of a quotation that who speaks is looked for in */

/* Where the language lets the reporter speak between the marks: who is said there to speak. */
gboolean
presser_engine_look_inside (PresserEngine *self,
                            guint32        quotation,
                            PresserSource *source)
{
  const PresserQuotation *one = presser_engine_get_quotation (self, quotation);
  PresserSentence         content = { self->table, self->text, self->cast, NULL, 0 };
  PresserMention          mention = { 0 };
  guint32                 end = MIN (one->content_end, one->content_start + MAX_INSIDE);
  gint                    gap_first, gap_end;

  if ((presser_cue_table_get_grammar (self->table) & PRESSER_GRAMMAR_INSIDE) == 0 || one->is_dialogue)
    return FALSE;

  while (end > one->content_start && ((guint8) self->text[end] & 0xC0) == 0x80)
    end--;
  g_array_set_size (self->inner, 0);
  presser_tokens_read (self->table, self->text, one->content_start, end, NULL, 0, 0, self->inner);
  content.tokens = (const PresserToken *) (const void *) self->inner->data;
  content.n_tokens = (gint) self->inner->len;
  if (!presser_sentence_find_inside (&content, &mention, &gap_first, &gap_end))
    return FALSE;

  *source = (PresserSource){ content.tokens[mention.first].start, content.tokens[mention.last].end, mention.rule, mention.rule, FALSE, 0, 0 };
  if (gap_end > gap_first)
    {
      source->gap_start = content.tokens[gap_first].start;
      source->gap_end = content.tokens[gap_end - 1].end;
    }

  return TRUE;
}
