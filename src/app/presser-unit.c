/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-unit.h"

#include <string.h>

#include "presser-segment.h"

/* How many turns back a question is looked for: moderators and interpreters may speak between. */
#define TURNS_BACK 6

static PresserRange
get_range_of (PresserDocument *document,
              guint            paragraph)
{
  return presser_document_get_paragraph_range (document, paragraph);
}

static PresserRange
join (PresserRange one,
      PresserRange other)
{
  return (PresserRange){ MIN (one.start, other.start), MAX (one.end, other.end) };
}

static PresserRange
find_words (PresserDocument *document,
            PresserRange     range)
{
  PresserRange first = presser_segment_find_word (document, range.start);

  if (presser_range_is_empty (range))
    return first;
  return join (range, join (first, presser_segment_find_word (document, range.end - 1)));
}

static gboolean
is_blank (PresserText *text,
          guint        position)
{
  return g_unichar_isspace (presser_text_get_character (text, position));
}

/* A comma between digits parts nothing, a dash only between blanks; some scripts write no blanks at all. */
static gboolean
ends_clause (PresserText *text,
             guint        position,
             guint        end)
{
  gboolean is_last = position + 1 >= end;

  switch (presser_text_get_character (text, position))
    {
    case ',':
    case ';':
    case ':':
    case ')':
      return is_last || is_blank (text, position + 1);
    case 0x2013: /* – */
    case 0x2014: /* — */
      return is_last || is_blank (text, position + 1)
             || (position > 0 && !g_unichar_isdigit (presser_text_get_character (text, position - 1)));
    case 0x060c: /* ، */
    case 0x061b: /* ؛ */
    case 0x3001: /* 、 */
    case 0xff0c: /* ， */
    case 0xff1b: /* ； */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Without the comma behind it, nor blanks at either end. */
static PresserRange
trim_clause (PresserText *text,
             PresserRange clause,
             guint        end)
{
  while (clause.end > clause.start
         && (is_blank (text, clause.end - 1) || (clause.end < end && ends_clause (text, clause.end - 1, clause.end) && presser_text_get_character (text, clause.end - 1) != ')')))
    clause.end--;
  while (clause.start < clause.end && is_blank (text, clause.start))
    clause.start++;
  return clause;
}

static PresserRange
find_clauses (PresserDocument *document,
              PresserRange     range)
{
  PresserText *text = presser_document_get_text (document);
  PresserRange sentence = presser_segment_find_sentence (document, range);
  PresserRange clause = { sentence.start, sentence.end };
  guint        i;

  for (i = sentence.start; i < sentence.end; i++)
    {
      if (!ends_clause (text, i, sentence.end) || i + 1 >= sentence.end)
        continue;
      if (i + 1 <= range.start)
        clause.start = i + 1;
      else if (i + 1 >= range.end)
        {
          clause.end = i + 1;
          break;
        }
    }
  clause = trim_clause (text, clause, sentence.end);
  return presser_range_is_empty (range) ? clause : join (clause, range);
}

static PresserRange
find_sentences (PresserDocument *document,
                PresserRange     range)
{
  PresserRange found = presser_segment_find_sentence (document, range);
  guint        last = presser_document_find_paragraph (document, range.end);

  if (range.end > found.end && !presser_range_is_empty (range) && last > presser_document_find_paragraph (document, range.start))
    found = join (found, presser_segment_find_sentence (document, (PresserRange){ MAX (get_range_of (document, last).start, range.start), range.end }));
  return presser_range_is_empty (range) ? found : join (found, range);
}

static PresserRange
find_paragraphs (PresserDocument *document,
                 PresserRange     range)
{
  guint first = presser_document_find_paragraph (document, range.start);
  guint last = presser_document_find_paragraph (document, range.end);

  return (PresserRange){ get_range_of (document, first).start, get_range_of (document, last).end };
}

static const char *
get_turn (PresserDocument *document,
          guint            paragraph)
{
  return presser_paragraph_get_turn (presser_document_get_paragraph (document, paragraph));
}

/* First and last paragraph of the turn; of a paragraph outside turns itself. */
static void
find_turn (PresserDocument *document,
           guint            paragraph,
           guint           *first,
           guint           *last)
{
  guint       n_paragraphs = presser_document_get_n_paragraphs (document);
  const char *turn = get_turn (document, paragraph);

  *first = *last = paragraph;
  if (turn == NULL)
    return;
  while (*first > 0 && g_strcmp0 (get_turn (document, *first - 1), turn) == 0)
    (*first)--;
  while (*last + 1 < n_paragraphs && g_strcmp0 (get_turn (document, *last + 1), turn) == 0)
    (*last)++;
}

/* On the label in front of a turn it is that turn that is meant. */
static guint
step_off_label (PresserDocument *document,
                guint            paragraph)
{
  gboolean is_label = presser_paragraph_get_kind (presser_document_get_paragraph (document, paragraph)) == PRESSER_PARAGRAPH_LABEL;

  return is_label && paragraph + 1 < presser_document_get_n_paragraphs (document) ? paragraph + 1 : paragraph;
}

static gboolean
is_speech (PresserDocument *document,
           guint            paragraph)
{
  return presser_paragraph_get_kind (presser_document_get_paragraph (document, paragraph)) == PRESSER_PARAGRAPH_SPEECH;
}

static PresserRange
get_turn_range (PresserDocument *document,
                guint            first,
                guint            last)
{
  while (first < last && !is_speech (document, first))
    first++;
  while (last > first && !is_speech (document, last))
    last--;
  return (PresserRange){ get_range_of (document, first).start, get_range_of (document, last).end };
}

static PresserRange
find_turns (PresserDocument *document,
            PresserRange     range)
{
  guint from = step_off_label (document, presser_document_find_paragraph (document, range.start));
  guint to = MAX (from, presser_document_find_paragraph (document, range.end));
  guint first, last, ignored;

  find_turn (document, from, &first, &ignored);
  find_turn (document, to, &ignored, &last);
  return get_turn_range (document, first, last);
}

static PresserSpeaker *
get_speaker (PresserDocument *document,
             guint            paragraph)
{
  const char *id = presser_paragraph_get_speaker (presser_document_get_paragraph (document, paragraph));

  return id != NULL ? presser_document_get_speaker (document, id) : NULL;
}

static gboolean
is_by_reporter (PresserDocument *document,
                guint            paragraph)
{
  PresserSpeaker *speaker = get_speaker (document, paragraph);

  return speaker != NULL && presser_speaker_is_unnamed (speaker);
}

static gboolean
asks (PresserDocument *document,
      guint            first,
      guint            last)
{
  g_autofree char *speech = NULL;

  if (is_by_reporter (document, first))
    return TRUE;
  speech = presser_text_dup_slice (presser_document_get_text (document), get_turn_range (document, first, last));
  return strchr (speech, '?') != NULL || strstr (speech, "؟") != NULL || strstr (speech, "？") != NULL;
}

/* The turn that the turn from @first on answers; FALSE if none near it asks. */
static gboolean
find_question (PresserDocument *document,
               guint            first,
               guint           *question)
{
  const PresserSpeaker *answerer = get_speaker (document, first);
  guint                 n_turns = 0;
  guint                 begin, end;

  while (first > 0 && n_turns < TURNS_BACK)
    {
      end = first - 1;
      if (get_turn (document, end) == NULL)
        {
          first = end;
          continue;
        }
      find_turn (document, end, &begin, &end);
      n_turns++;
      if (get_speaker (document, begin) != answerer && asks (document, begin, end))
        {
          *question = begin;
          return TRUE;
        }
      first = begin;
    }
  return FALSE;
}

/* The last paragraph before the next question. */
static guint
find_answer_end (PresserDocument *document,
                 guint            last)
{
  guint n_paragraphs = presser_document_get_n_paragraphs (document);
  guint found = last;
  guint i;

  for (i = last + 1; i < n_paragraphs; i++)
    {
      if (get_turn (document, i) == NULL)
        continue;
      if (is_by_reporter (document, i))
        break;
      found = i;
    }
  return found;
}

static PresserRange
find_exchange (PresserDocument *document,
               PresserRange     range)
{
  guint        paragraph = step_off_label (document, presser_document_find_paragraph (document, range.start));
  PresserRange turns = find_turns (document, range);
  guint        first, last, question;

  if (get_turn (document, paragraph) == NULL)
    return turns;
  find_turn (document, paragraph, &first, &last);
  last = presser_document_find_paragraph (document, turns.end);
  if (is_by_reporter (document, first))
    return join (turns, get_turn_range (document, first, find_answer_end (document, last)));
  if (find_question (document, first, &question))
    return join (turns, get_turn_range (document, question, last));
  return turns;
}

static gboolean
is_opening_mark (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_INITIAL_PUNCTUATION || character == '"' || character == 0x201e /* „ */
         || character == 0x201a /* ‚ */ || character == 0x300c /* 「 */ || character == 0x300e /* 『 */;
}

static PresserRange
find_next_quotation (PresserDocument *document,
                     PresserRange     range)
{
  PresserText *text = presser_document_get_text (document);
  guint        length = presser_text_get_length (text);
  PresserRange found;
  guint        position;

  for (position = range.end; position + 1 < length; position++)
    if (is_opening_mark (presser_text_get_character (text, position))
        && presser_segment_find_quotation (document, position + 1, &found) && found.start >= range.end
        && !presser_range_is_empty (found))
      return found;
  return range;
}

/* The quotation around the cursor; if there is none, the next one. */
static PresserRange
find_quotation (PresserDocument *document,
                PresserRange     range)
{
  PresserRange found;

  if (presser_segment_find_quotation (document, range.start, &found))
    return found;
  return find_next_quotation (document, range);
}

/**
 * presser_unit_from_name:
 * @name: `word`, `clause`, `sentence`, `paragraph`, `turn`, `exchange` or `quotation`
 * @unit: (out): which one
 *
 * Returns: %FALSE if there is none of that name
 */
gboolean
presser_unit_from_name (const char  *name,
                        PresserUnit *unit)
{
  static const char *const names[] = { "word", "clause", "sentence", "paragraph", "turn", "exchange", "quotation" };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *unit = (PresserUnit) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * presser_unit_find:
 * @document: a document
 * @unit: what to look for
 * @range: in code points; empty for a cursor
 *
 * Returns: from the start of the first such unit that @range touches to the end of the last, in code points; for a
 *   quotation the one around its start, or else the next one
 */
PresserRange
presser_unit_find (PresserDocument *document,
                   PresserUnit      unit,
                   PresserRange     range)
{
  switch (unit)
    {
    case PRESSER_UNIT_WORD:
      return find_words (document, range);
    case PRESSER_UNIT_CLAUSE:
      return find_clauses (document, range);
    case PRESSER_UNIT_SENTENCE:
      return find_sentences (document, range);
    case PRESSER_UNIT_PARAGRAPH:
      return find_paragraphs (document, range);
    case PRESSER_UNIT_TURN:
      return find_turns (document, range);
    case PRESSER_UNIT_EXCHANGE:
      return find_exchange (document, range);
    case PRESSER_UNIT_QUOTATION:
    default:
      return find_quotation (document, range);
    }
}

/* Labels, stage directions and the like are nobody's words. */
static gboolean
holds_words (PresserDocument *document,
             guint            paragraph)
{
  PresserParagraphKind kind = presser_paragraph_get_kind (presser_document_get_paragraph (document, paragraph));

  return !presser_range_is_empty (get_range_of (document, paragraph)) && kind != PRESSER_PARAGRAPH_LABEL
         && kind != PRESSER_PARAGRAPH_STAGE && kind != PRESSER_PARAGRAPH_NOTE;
}

/* Where the next unit begins: behind @position in its paragraph, or at the start of a later one. */
static gboolean
find_next_start (PresserDocument *document,
                 guint            position,
                 gboolean         in_paragraph,
                 guint           *start)
{
  PresserText *text = presser_document_get_text (document);
  guint        paragraph = presser_document_find_paragraph (document, position);
  PresserRange whole = get_range_of (document, paragraph);
  guint        n_paragraphs = presser_document_get_n_paragraphs (document);

  for (; in_paragraph && position < whole.end; position++)
    if (g_unichar_isalnum (presser_text_get_character (text, position)))
      {
        *start = position;
        return TRUE;
      }
  for (paragraph++; paragraph < n_paragraphs; paragraph++)
    if (holds_words (document, paragraph))
      {
        *start = get_range_of (document, paragraph).start;
        return TRUE;
      }
  return FALSE;
}

/**
 * presser_unit_find_next:
 * @document: a document
 * @unit: what to look for
 * @range: in code points
 *
 * Goes on into later paragraphs; speaker labels, stage directions and notes are passed over.
 *
 * Returns: the first such unit behind @range, in code points; @range itself if none follows
 */
PresserRange
presser_unit_find_next (PresserDocument *document,
                        PresserUnit      unit,
                        PresserRange     range)
{
  PresserRange found;
  guint        start;

  if (unit == PRESSER_UNIT_QUOTATION)
    return find_next_quotation (document, range);
  if (!find_next_start (document, range.end, unit <= PRESSER_UNIT_SENTENCE, &start))
    return range;
  found = presser_unit_find (document, unit, (PresserRange){ start, start });
  return found.end > range.end ? found : range;
}

/**
 * presser_unit_grow:
 * @document: a document
 * @range: in code points; empty for a cursor
 *
 * Goes from word to clause, sentence, paragraph, turn, question with answer.
 *
 * Returns: the smallest of them that holds @range and is more than it; @range itself if there is none
 */
PresserRange
presser_unit_grow (PresserDocument *document,
                   PresserRange     range)
{
  PresserUnit unit;

  for (unit = PRESSER_UNIT_WORD; unit <= PRESSER_UNIT_EXCHANGE; unit++)
    {
      PresserRange found = presser_unit_find (document, unit, range);

      if (found.start <= range.start && found.end >= range.end
          && presser_range_get_length (found) > presser_range_get_length (range))
        return found;
    }
  return range;
}
