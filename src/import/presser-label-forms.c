/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of labels beside “Name:”. Each looks no further than PRESSER_MAX_LABEL. */

#include "presser-label-scan-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-clock.h"
#include "presser-label-words.h"

/**
 * presser_label_scan_tag:
 * @scan: a line being looked at; moved only if something was found
 *
 * <NAME>CHAIR POWELL</NAME>.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_tag (PresserLabelScan *scan)
{
  const char *name = scan->place + 6;
  const char *close;

  if (scan->end - scan->place < 14 || g_ascii_strncasecmp (scan->place, "<NAME>", 6) != 0)
    return FALSE;
  close = g_strstr_len (name, presser_label_limit (scan, name) - name, "</");
  if (close == NULL || scan->end - close < 7 || g_ascii_strncasecmp (close, "</NAME>", 7) != 0)
    return FALSE;

  scan->place = close + 7;
  if (scan->place < scan->end && (*scan->place == '.' || *scan->place == ':'))
    scan->place++;
  presser_label_set_hit (scan, PRESSER_LABEL_TAG, name, close, scan->place);
  return TRUE;
}

/**
 * presser_label_scan_letter:
 * @scan: a line being looked at; moved only if something was found
 *
 * Q and A, in Spanish and Portuguese P and R, with nothing but blanks, a stop or a colon behind. Only Q stands
 * without any mark: it is no word.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_letter (PresserLabelScan *scan)
{
  const char *start = scan->place;
  const char *behind = start + 1;
  gboolean    has_mark;

  if (start == scan->end || strchr ("QAPR", *start) == NULL)
    return FALSE;
  has_mark = behind < scan->end && (*behind == '.' || *behind == ':');
  behind += has_mark;
  if (behind < scan->end && !presser_character_is_blank (g_utf8_get_char (behind)))
    return FALSE;
  if (!has_mark && *start != 'Q' && (*start != 'A' || presser_text_skip_blank (behind, scan->end) - behind < 2))
    return FALSE;

  scan->hit->is_question = *start == 'Q' || *start == 'P';
  presser_label_set_hit (scan, PRESSER_LABEL_LETTER, start, start + 1, behind);
  presser_label_take_clock_behind (scan);
  return TRUE;
}

/**
 * presser_label_scan_machine:
 * @scan: a line being looked at; moved only if something was found
 *
 * “[00:00:03] Speaker 1 Good morning”: behind a stamp the id of a machine needs no mark.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_machine (PresserLabelScan *scan)
{
  const char *start = scan->place;
  const char *place = start;

  if (!scan->hit->has_time || scan->end - start < 9 || g_ascii_strncasecmp (start, "speaker", 7) != 0)
    return FALSE;
  place += 7;
  if (*place != ' ' && *place != '_')
    return FALSE;
  place++;
  if (!g_ascii_isdigit (*place))
    return FALSE;
  while (place < scan->end && g_ascii_isdigit (*place))
    place++;
  if (place < scan->end && !presser_character_is_blank (g_utf8_get_char (place)))
    return FALSE;

  presser_label_set_hit (scan, PRESSER_LABEL_TIMED, start, place, place);
  return TRUE;
}

/**
 * presser_label_scan_marked:
 * @scan: a line being looked at; moved only if something was found
 *
 * (質問) name, 【問】 name: the kind of the turn in brackets, the speaker after it. Such a list holds no speech, so
 * the line itself is what the turn has to say.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_marked (PresserLabelScan *scan)
{
  static const char *const brackets[][2] = { { "(", ")" }, { "（", "）" }, { "【", "】" }, { "[", "]" }, { "〔", "〕" } };
  const char              *bracket = scan->place;
  const char              *start = bracket;

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      gsize             length = strlen (brackets[i][0]);
      const char       *close;
      PresserLabelShape shape;

      if ((gsize) (scan->end - start) < length || memcmp (start, brackets[i][0], length) != 0)
        continue;
      close = g_strstr_len (start, presser_label_limit (scan, start) - start, brackets[i][1]);
      if (close == NULL)
        return FALSE;
      shape = presser_label_get_shape (start + length, (gsize) (close - start) - length);
      if (!shape.is_caseless || !shape.is_role)
        return FALSE;
      scan->hit->is_question = shape.is_question;
      start = close + strlen (brackets[i][1]);
      if (scan->end - start > PRESSER_MAX_LABEL || presser_text_skip_blank (start, scan->end) == scan->end)
        return FALSE;
      presser_label_set_hit (scan, PRESSER_LABEL_MARKED, start, scan->end, scan->end);
      scan->hit->skip = (guint32) (bracket - scan->text);
      return TRUE;
    }

  return FALSE;
}

/**
 * presser_label_scan_brackets:
 * @scan: a line being looked at; moved only if something was found
 *
 * [Name] text, [SPEAKER_00]: text, {Name} text. What is said in one word in brackets is a stage direction, so
 * the document must confirm this form by repeating it.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_brackets (PresserLabelScan *scan)
{
  const char *start = scan->place;
  const char *close;

  if (start == scan->end || (*start != '[' && *start != '{'))
    return FALSE;
  close = memchr (start, *start == '[' ? ']' : '}', (gsize) (presser_label_limit (scan, start) - start));
  if (close == NULL || close - start < 2 || memchr (start + 1, *start, (gsize) (close - start - 1)) != NULL)
    return FALSE;

  scan->place = close + 1;
  while (scan->place < scan->end && (*scan->place == ']' || *scan->place == ':'))
    scan->place++;
  presser_label_set_hit (scan, PRESSER_LABEL_BRACKETS, start + 1, close, scan->place);
  presser_label_take_clock_behind (scan);
  return TRUE;
}

static gboolean
has_digit (const char *text,
           const char *end)
{
  for (; text < end; text++)
    if (g_ascii_isdigit (*text))
      return TRUE;

  return FALSE;
}

static gboolean
is_wide (const char *start,
         const char *end)
{
  return end - start >= 2 || (end > start && *start == '\t');
}

/* In a column of its own: “Speaker 0    00:00:05    Good morning”. */
static gboolean
is_set_apart (const char *clock,
              const char *clock_end,
              const char *start,
              const char *end)
{
  const char *before = clock;

  while (before > start && (before[-1] == ' ' || before[-1] == '\t'))
    before--;

  return is_wide (before, clock) && is_wide (clock_end, presser_text_skip_blank (clock_end, end));
}

/**
 * presser_label_scan_timed:
 * @scan: a line being looked at; moved only if something was found
 *
 * “Ali  0:00”, “**Emma** [0:14] Yeah”, “Speaker 3 (1:02:03)”. Without brackets nothing else may stand on the
 * line.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_timed (PresserLabelScan *scan)
{
  const char  *start = scan->place;
  const char  *limit = presser_label_limit (scan, start);
  PresserClock clock;

  if (!has_digit (start, limit))
    return FALSE;

  for (const char *place = start; place < limit; place = g_utf8_next_char (place))
    {
      gboolean is_after_blank = place > start && presser_character_is_blank (g_utf8_get_char (g_utf8_prev_char (place)));
      gsize    length = 0;

      if (presser_label_breaks_name (place, start, limit) || presser_label_is_colon (g_utf8_get_char (place)))
        return FALSE;
      if (is_after_blank && (g_ascii_isdigit (*place) || strchr ("[({#", *place) != NULL))
        length = presser_clock_parse (place, scan->end, &clock);
      if (length == 0)
        continue;
      if (!clock.is_bracketed && presser_text_skip_blank (place + length, scan->end) != scan->end
          && !is_set_apart (place, place + length, start, scan->end))
        return FALSE;

      presser_label_set_hit (scan, PRESSER_LABEL_TIMED, start, place, place + length);
      scan->hit->has_time = TRUE;
      scan->hit->time = (gint32) (scan->counts_days ? presser_clock_as_days (&clock) : clock.time);
      return TRUE;
    }

  return FALSE;
}

/* Behind Dr., Hon. and an initial the name goes on. */
static gboolean
is_short_form (const char *stop,
               const char *start)
{
  const char      *word = stop;
  g_autofree char *key = NULL;

  while (word > start && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word))))
    word = g_utf8_prev_char (word);
  key = presser_text_make_key (word, (gsize) (stop - word));

  return g_utf8_strlen (key, -1) <= 1 || presser_word_is_title (key, strlen (key));
}

/* “Le Président. – Bonjour”: the dash says what capitals say elsewhere. */
static gboolean
scan_dash (PresserLabelScan        *scan,
           const char              *start,
           const char              *stop,
           const PresserLabelShape *shape)
{
  const char *dash = presser_text_skip_blank (stop + 1, scan->end);
  gunichar    character = dash < scan->end ? g_utf8_get_char (dash) : 0;

  if (!shape->is_name || (character != 0x2013 && character != 0x2014))
    return FALSE;

  presser_label_set_hit (scan, PRESSER_LABEL_STOP, start, stop, g_utf8_next_char (dash));
  return TRUE;
}

/**
 * presser_label_scan_stop:
 * @scan: a line being looked at; moved only if something was found
 *
 * “CHAIRMAN BERNANKE. Good afternoon.”, “Senator Cruz. Thank you.”
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_stop (PresserLabelScan *scan)
{
  const char *start = scan->place;
  const char *limit = MIN (presser_label_limit (scan, start), start + 80);

  for (const char *place = start; place < limit; place++)
    {
      const char       *behind = place + 1;
      PresserLabelShape shape;

      if (*place != '.' || behind == scan->end || !presser_character_is_blank (g_utf8_get_char (behind)))
        {
          if (strchr (",:;?!\"<>=*", *place) != NULL)
            return FALSE;
          continue;
        }
      shape = presser_label_get_shape (start, (gsize) (place - start));
      if (shape.n_words > 6 || (!shape.is_capitals && !shape.is_name))
        return FALSE;
      if (scan_dash (scan, start, place, &shape))
        return TRUE;
      if (is_short_form (place, start))
        continue;
      if (!(shape.is_capitals ? shape.n_words >= 2 || shape.is_question || shape.is_role : shape.has_title && shape.n_words >= 2 && shape.n_words <= 4))
        return FALSE;
      behind = presser_text_skip_blank (behind, scan->end);
      if (behind < scan->end && g_unichar_islower (g_utf8_get_char (behind)))
        return FALSE;
      presser_label_set_hit (scan, PRESSER_LABEL_STOP, start, place, behind);
      return TRUE;
    }

  return FALSE;
}

/**
 * presser_label_scan_tab:
 * @scan: a line being looked at; moved only if something was found
 *
 * Name, tab, text; the time may stand between two tabs.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_tab (PresserLabelScan *scan)
{
  const char *start = scan->place;
  const char *tab = memchr (start, '\t', (gsize) (presser_label_limit (scan, start) - start));

  if (tab == NULL || tab == start)
    return FALSE;
  for (const char *place = start; place < tab; place = g_utf8_next_char (place))
    if (presser_label_breaks_name (place, start, tab) || presser_label_is_colon (g_utf8_get_char (place)))
      return FALSE;

  presser_label_set_hit (scan, PRESSER_LABEL_TAB, start, tab, tab);
  presser_label_take_clock_behind (scan);
  return TRUE;
}

/**
 * presser_label_scan_bold:
 * @scan: a line being looked at; moved only if something was found
 *
 * Bold says nearly all: what stands in it is the label, with its colon inside, outside or without one.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_bold (PresserLabelScan *scan)
{
  const char *start = scan->place;
  const char *bold_end = scan->text + scan->emphasis;
  const char *name_end, *speech = bold_end;
  gboolean    has_colon = FALSE;

  if (bold_end <= start || bold_end - start > PRESSER_MAX_LABEL)
    return FALSE;
  name_end = presser_text_trim_blank (start, bold_end);
  if (name_end > start && (presser_label_is_colon (presser_text_last_character (start, name_end))))
    {
      name_end = g_utf8_prev_char (name_end);
      has_colon = TRUE;
    }
  else
    {
      const char *behind = presser_text_skip_blank (bold_end, scan->end);

      if (behind < scan->end && presser_label_is_colon (g_utf8_get_char (behind)))
        {
          speech = g_utf8_next_char (behind);
          has_colon = TRUE;
        }
      else if (presser_character_ends_sentence (presser_text_last_character (start, name_end)))
        return FALSE;
    }
  for (const char *place = start; place < name_end; place = g_utf8_next_char (place))
    if (presser_label_breaks_name (place, start, name_end) || presser_label_is_colon (g_utf8_get_char (place)))
      return FALSE;

  presser_label_set_hit (scan, has_colon ? PRESSER_LABEL_COLON : PRESSER_LABEL_BOLD, start, name_end, speech);
  presser_label_take_clock_behind (scan);
  return scan->hit->length > 0;
}

/* The quick way out for nearly every line; the ids that machines write are an exception. */
static gboolean
has_small_letters (const char *text,
                   const char *end)
{
  if (text < end && strchr ("sSvVuU", *text) != NULL)
    return FALSE;
  for (; text < end; text++)
    if (g_ascii_islower (*text))
      return TRUE;

  return FALSE;
}

/**
 * presser_label_scan_line:
 * @scan: a line being looked at; moved only if something was found
 *
 * NAME alone on its line; rules or repeats must confirm it.
 *
 * Returns: whether it stands here
 */
gboolean
presser_label_scan_line (PresserLabelScan *scan)
{
  const char       *start = scan->place;
  PresserLabelShape shape;

  if (!scan->hit->has_time && has_small_letters (start, scan->end))
    return FALSE;
  if (scan->end - start > PRESSER_MAX_LABEL || start == scan->end || presser_character_ends_sentence (presser_text_last_character (start, scan->end)))
    return FALSE;
  for (const char *place = start; place < scan->end; place = g_utf8_next_char (place))
    if (presser_label_breaks_name (place, start, scan->end) || presser_label_is_colon (g_utf8_get_char (place)))
      return FALSE;
  shape = presser_label_get_shape (start, (gsize) (scan->end - start));
  if (!shape.is_capitals && !shape.is_machine && !(scan->hit->has_time && shape.is_name && shape.n_words < 6))
    return FALSE;

  presser_label_set_hit (scan, PRESSER_LABEL_LINE, start, scan->end, scan->end);
  return TRUE;
}
