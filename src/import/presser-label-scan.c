/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over at most the first PRESSER_MAX_LABEL bytes of a line, so that a line of 50 MB costs as much as a short one. */

#include "presser-label-scan-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-clock.h"
#include "presser-label-words.h"
#include "presser-paragraph.h"

#define MAX_WORDS 14

/**
 * presser_label_limit:
 * @scan: a line being looked at
 * @start: where a label may begin
 *
 * Returns: how far it may go, at the edge of a character
 */
const char *
presser_label_limit (const PresserLabelScan *scan,
                     const char             *start)
{
  const char *limit = start + PRESSER_MAX_LABEL;

  if (limit >= scan->end)
    return scan->end;
  while ((*limit & 0xc0) == 0x80)
    limit--;
  return limit;
}

/* a.m., P.M., pm: but not Anna and Peter. */
static gboolean
is_half_day (const char *text,
             const char *end)
{
  if (text == end || strchr ("aApP", *text) == NULL)
    return FALSE;
  text++;
  if (text < end && *text == '.')
    text++;
  if (text < end && *text == ' ')
    text++;
  if (text == end || (*text != 'm' && *text != 'M'))
    return FALSE;
  text++;

  return text == end || !g_ascii_isalpha (*text);
}

static gboolean
skip_clock (PresserLabelScan *scan)
{
  PresserClock clock;
  gsize        length = presser_clock_parse (scan->place, scan->end, &clock);
  const char  *behind = scan->place + length;

  if (length == 0)
    return FALSE;
  /* “3:37 P.M.” is an hour of the day, “10:2 majority” no stamp at all. */
  if (!clock.is_bracketed && clock.n_fields == 2 && is_half_day (presser_text_skip_blank (behind, scan->end), scan->end))
    return FALSE;

  scan->hit->has_time = TRUE;
  scan->hit->time = (gint32) (scan->counts_days ? presser_clock_as_days (&clock) : clock.time);
  scan->place = presser_text_skip_blank (behind, scan->end);
  return TRUE;
}

/* The lines that draw a tree in front of answers: ├ └. */
static void
skip_branches (PresserLabelScan *scan)
{
  while (scan->place < scan->end)
    {
      gunichar character = g_utf8_get_char (scan->place);

      if (!presser_character_is_blank (character) && !(character >= 0x2500 && character < 0x2580))
        return;
      scan->place = g_utf8_next_char (scan->place);
    }
}

/**
 * presser_label_set_hit:
 * @scan: a line being looked at
 * @form: what was found
 * @name: where the name begins
 * @name_end: one past its last byte
 * @speech: where what was said begins
 */
void
presser_label_set_hit (PresserLabelScan *scan,
                       PresserLabelForm  form,
                       const char       *name,
                       const char       *name_end,
                       const char       *speech)
{
  PresserLabelHit *hit = scan->hit;

  name = presser_text_skip_blank (name, name_end);
  name_end = presser_text_trim_blank (name, name_end);
  speech = presser_text_skip_blank (speech, scan->end);
  scan->place = speech;
  hit->form = form;
  hit->start = (guint32) (name - scan->text);
  hit->length = (guint32) (name_end - name);
  hit->skip = (guint32) (speech - scan->text);
  hit->is_alone = speech == scan->end;
}

/**
 * presser_label_take_clock_behind:
 * @scan: a line in which a label was found
 *
 * A stamp behind the label belongs to it: “Mike Pence: (02:18)”.
 *
 * Takes a time stamp that stands right behind the label as its time.
 */
void
presser_label_take_clock_behind (PresserLabelScan *scan)
{
  PresserLabelHit *hit = scan->hit;

  if (!hit->has_time && skip_clock (scan))
    {
      hit->skip = (guint32) (scan->place - scan->text);
      hit->is_alone = scan->place == scan->end;
    }
}

/**
 * presser_label_breaks_name:
 * @place: a character
 * @start: where the name begins
 * @end: end of the text
 *
 * Marks that no name has. The gershayim of Hebrew is a straight quote between letters.
 *
 * Returns: whether no name can hold this character here
 */
gboolean
presser_label_breaks_name (const char *place,
                           const char *start,
                           const char *end)
{
  gunichar character = g_utf8_get_char (place);

  if (character == '"')
    return place == start || place + 1 >= end || !presser_character_is_caseless (g_utf8_get_char (place + 1));
  if (character < 0x80)
    return character > ' ' && !g_ascii_isalnum ((char) character) && strchr ("?!;<>=*|{}\\", (int) character) != NULL;

  return character == 0x201c || character == 0x201d || character == 0x201e || character == 0xab || character == 0xbb
         || character == 0x3002 || character == 0xff01 || character == 0xff1f || character == 0x300c || character == 0x2026
         || character == 0x3001 || character == 0xff0c;
}

/* After a full stop a name goes on only if the word before is short: Dr., St., Jr., J. R. */
static gboolean
ends_sentence_at (const char *stop,
                  const char *start)
{
  const char *word = stop;
  guint       n = 0;

  while (word > start)
    {
      const char *previous = g_utf8_prev_char (word);
      gunichar    character = g_utf8_get_char (previous);

      if (!g_unichar_isalpha (character))
        break;
      word = previous;
      n++;
    }
  if (n > 4)
    {
      g_autofree char *key = presser_text_make_key (word, (gsize) (stop - word));

      return !presser_word_is_title (key, strlen (key));
    }

  return n == 0;
}

/**
 * presser_label_is_colon:
 * @character: a code point
 *
 * Returns: whether it is a colon of any script
 */
gboolean
presser_label_is_colon (gunichar character)
{
  return character == ':' || character == 0xff1a || character == 0xfe55;
}

/* A colon inside a clock, a ratio or an address ends no label. */
static gboolean
is_label_colon (const char *colon,
                const char *start,
                const char *end)
{
  const char *behind = g_utf8_next_char (colon);

  if (colon == start)
    return FALSE;
  if (behind < end && g_ascii_isdigit (*behind) && g_ascii_isdigit (colon[-1]))
    return FALSE;
  return end - behind < 2 || behind[0] != '/' || behind[1] != '/';
}

/* Only a label in capitals may be glued to what follows: “MAN:Jacques”. */
static gboolean
may_be_followed (const char *behind,
                 const char *start,
                 const char *colon,
                 const char *end)
{
  PresserLabelShape shape;

  if (behind == end || presser_character_is_blank (g_utf8_get_char (behind)) || *colon != ':')
    return TRUE;
  if (strchr ("([\"", *behind) != NULL || (guint8) *behind >= 0xe2)
    return TRUE;

  shape = presser_label_get_shape (start, (gsize) (colon - start));
  return shape.is_capitals && !g_ascii_isdigit (*behind);
}

static gboolean
scan_colon (PresserLabelScan *scan)
{
  const char *start = scan->place;
  const char *limit = presser_label_limit (scan, start);
  guint       n_words = 0, depth = 0;

  /* The quick way out for nearly every line. */
  if (memchr (start, ':', (gsize) (limit - start)) == NULL && memchr (start, '\xef', (gsize) (limit - start)) == NULL)
    return FALSE;

  for (const char *place = start; place < limit; place = g_utf8_next_char (place))
    {
      gunichar character = g_utf8_get_char (place);

      if (character == '(' || character == '[')
        depth++;
      else if ((character == ')' || character == ']') && depth > 0)
        depth--;
      else if (presser_label_is_colon (character) && depth == 0)
        {
          const char *behind = g_utf8_next_char (place);

          if (!is_label_colon (place, start, scan->end) || !may_be_followed (behind, start, place, scan->end))
            return FALSE;
          presser_label_set_hit (scan, PRESSER_LABEL_COLON, start, place, behind);
          presser_label_take_clock_behind (scan);
          return TRUE;
        }
      else if (presser_label_breaks_name (place, start, limit) && depth == 0)
        return FALSE;
      else if (character == '.' && depth == 0 && g_utf8_next_char (place) < limit
               && presser_character_is_blank (g_utf8_get_char (g_utf8_next_char (place))) && ends_sentence_at (place, start))
        return FALSE;
      else if (presser_character_is_blank (character) && ++n_words > MAX_WORDS * 2)
        return FALSE;
    }

  return FALSE;
}

static gboolean
scan_arrows (PresserLabelScan *scan)
{
  const char *start = scan->place;

  if (scan->end - start < 2 || start[0] != '>' || start[1] != '>')
    return FALSE;
  while (scan->place < scan->end && *scan->place == '>')
    scan->place++;
  scan->place = presser_text_skip_blank (scan->place, scan->end);
  if (scan_colon (scan))
    {
      PresserLabelShape shape = presser_label_get_shape (scan->text + scan->hit->start, scan->hit->length);

      if (shape.is_capitals || (shape.is_name && shape.n_words < 5))
        {
          scan->hit->form = PRESSER_LABEL_ARROWS;
          return TRUE;
        }
      scan->place = start + strspn (start, ">");
    }
  presser_label_set_hit (scan, PRESSER_LABEL_ARROWS, scan->place, scan->place, scan->place);
  return TRUE;
}

/* Each tries from the same place and leaves it where it was when it finds nothing. */
typedef gboolean (*ScanForm) (PresserLabelScan *scan);

static const ScanForm forms[] = {
  presser_label_scan_tag,
  presser_label_scan_bold,
  presser_label_scan_marked,
  presser_label_scan_letter,
  scan_arrows,
  presser_label_scan_brackets,
  presser_label_scan_machine,
  presser_label_scan_timed,
  scan_colon,
  presser_label_scan_stop,
  presser_label_scan_tab,
  presser_label_scan_line,
};

/**
 * presser_label_scan:
 * @text: a line, UTF-8, without blanks in front
 * @end: its end
 * @emphasis: bytes at its start that the source sets in bold
 * @counts_days: whether stamps of four numbers begin with days
 * @hit: (out): what was found
 *
 * Looks for a time stamp and for what could be a label in any of the known forms.
 *
 * Returns: %FALSE if there is neither
 */
gboolean
presser_label_scan (const char      *text,
                    const char      *end,
                    guint            emphasis,
                    gboolean         counts_days,
                    PresserLabelHit *hit)
{
  PresserLabelScan scan = { text, end, presser_text_skip_blank (text, end), emphasis, counts_days, hit };
  const char      *start;

  *hit = (PresserLabelHit){ .time = PRESSER_TIME_UNKNOWN };
  if (skip_clock (&scan))
    {
      skip_branches (&scan);
      if (scan.place < scan.end && (*scan.place == '-' || *scan.place == '|'))
        scan.place = presser_text_skip_blank (scan.place + 1, end);
      hit->skip = (guint32) (scan.place - text);
      hit->is_alone = scan.place == end;
    }
  if (scan.place == end)
    return hit->has_time;

  start = scan.place;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (forms[i](&scan))
        return TRUE;
      scan.place = start;
      hit->is_question = FALSE;
    }

  return hit->has_time;
}
