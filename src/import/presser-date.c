/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and month names next to each other make a date, in any order that some language writes. A date in figures
 * only counts where the order is beyond doubt: year first, dots (day first), or a number above twelve. */

#include "presser-date.h"

#include <string.h>

#include "presser-characters.h"

#define MAX_LENGTH 300

/* By month, abbreviations after the full names; lower case, without dots. */
static const char *const months[12] = {
  "january jan januar jänner janvier janv enero ene gennaio gen janeiro января январь янв січня січень stycznia styczeń januari ocak",
  "february feb februar février févr febrero febbraio fevereiro fev февраля февраль фев лютого лютий lutego luty februari şubat",
  "march mar märz mars marzo março марта март березня березень marca marzec maart mart",
  "april apr avril avr abril abr aprile апреля апрель апр квітня квітень kwietnia kwiecień nisan",
  "may mai mayo maggio mag maio мая май травня травень maja maj mei mayıs",
  "june jun juni juin junio giugno giu junho июня июнь июн червня червень czerwca czerwiec haziran",
  "july jul juli juillet juil julio luglio lug julho июля июль июл липня липень lipca lipiec temmuz",
  "august aug août agosto ago августа август авг серпня серпень sierpnia sierpień augustus augusti ağustos",
  "september sep sept septembre septiembre setiembre settembre set setembro сентября сентябрь сент сен вересня вересень września wrzesień eylül",
  "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт жовтня жовтень października październik ekim",
  "november nov novembre noviembre novembro ноября ноябрь ноя листопада листопад listopada listopad kasım",
  "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря декабрь дек грудня грудень grudnia grudzień aralık",
};

/* Days of the week and the small words that stand in dates. */
static const char *const fillers = " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag "
                                   "freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
                                   "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
                                   "понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця субота неділя "
                                   "poniedziałek wtorek środa czwartek piątek sobota niedziela the of de del den le am on vom г года р року r roku à день d 年 月 日 ";

typedef enum
{
  TOKEN_OTHER,
  TOKEN_FILLER,
  TOKEN_MONTH,
  TOKEN_DAY,
  TOKEN_YEAR,
  TOKEN_WHOLE, /* 2022-05-04 in one */
} TokenKind;

typedef struct
{
  const char *start;
  const char *end;
  TokenKind   kind;
  guint       value;
} Token;

static gboolean
has_word (const char *words,
          const char *key)
{
  gsize       length = strlen (key);
  const char *place = words;

  for (place = strstr (place, key); place != NULL; place = strstr (place + 1, key))
    if ((place == words || place[-1] == ' ') && (place[length] == ' ' || place[length] == '\0'))
      return TRUE;

  return FALSE;
}

static guint
find_month (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (has_word (months[i], key))
      return i + 1;

  return 0;
}

static gboolean
is_valid (guint year,
          guint month,
          guint day)
{
  return year >= 1700 && year <= 2200 && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) MIN (day, 99), (GDateMonth) month, (GDateYear) year);
}

/* 2022-05-04, 2022/5/4, 04.05.2022, 12/25/2015, 2024年3月5日. Gives bytes. */
static gsize
parse_figures (const char  *text,
               gsize        length,
               PresserDate *date)
{
  guint n[3] = { 0, 0, 0 };
  guint i = 0;
  gsize place = 0;
  char  separator = 0;

  while (place < length && i < 3)
    {
      gsize first = place;

      while (place < length && place - first < 4 && g_ascii_isdigit (text[place]))
        n[i] = n[i] * 10 + (guint) (text[place++] - '0');
      if (place == first)
        return 0;
      i++;
      if (place < length && strchr ("-/.", text[place]) != NULL && i < 3)
        separator = text[place++];
      else if (length - place >= 3 && (memcmp (text + place, "年", 3) == 0 || memcmp (text + place, "月", 3) == 0 || memcmp (text + place, "日", 3) == 0))
        place += 3;
      else if (i < 3)
        return 0;
    }
  if (i < 3 || (place < length && g_ascii_isdigit (text[place])))
    return 0;

  if (is_valid (n[0], n[1], n[2]))
    date->year = n[0], date->month = n[1], date->day = n[2];
  else if (is_valid (n[2], n[1], n[0]) && (separator == '.' || n[0] > 12))
    date->year = n[2], date->month = n[1], date->day = n[0];
  else if (is_valid (n[2], n[0], n[1]) && n[1] > 12)
    date->year = n[2], date->month = n[0], date->day = n[1];
  else
    return 0;

  return place;
}

static void
classify_number (Token      *token,
                 const char *digits_end)
{
  gsize            n_digits = (gsize) (digits_end - token->start);
  g_autofree char *rest = presser_text_make_key (digits_end, (gsize) (token->end - digits_end));

  for (const char *place = token->start; place < digits_end; place++)
    token->value = MIN (token->value * 10 + (guint) (*place - '0'), 100000);
  if (n_digits == 4 && token->value >= 1700 && token->value <= 2200)
    token->kind = TOKEN_YEAR;
  else if (n_digits <= 2 && token->value >= 1 && token->value <= 31
           && (*rest == '\0' || has_word ("st nd rd th er º ª го-е", rest)))
    token->kind = TOKEN_DAY;
}

static void
classify (Token *token)
{
  const char      *digits_end = token->start;
  g_autofree char *key = NULL;
  PresserDate      whole;

  while (digits_end < token->end && g_ascii_isdigit (*digits_end))
    digits_end++;
  if (digits_end > token->start)
    {
      if (parse_figures (token->start, (gsize) (token->end - token->start), &whole) > 0)
        token->kind = TOKEN_WHOLE;
      else
        classify_number (token, digits_end);
      return;
    }
  key = presser_text_make_key (token->start, (gsize) (token->end - token->start));
  token->value = find_month (key);
  if (token->value > 0)
    token->kind = TOKEN_MONTH;
  else if (*key == '\0' || has_word (fillers, key))
    token->kind = TOKEN_FILLER;
}

static gboolean
next_token (const char **place,
            const char  *end,
            Token       *token)
{
  const char *start = *place;

  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  if (start >= end)
    return FALSE;

  *token = (Token){ start, start, TOKEN_OTHER, 0 };
  for (; token->end < end; token->end = g_utf8_next_char (token->end))
    if (presser_character_is_blank (g_utf8_get_char (token->end)) || strchr (",;:()[]—–", (int) MIN (g_utf8_get_char (token->end), 0x7f)) != NULL)
      break;
  classify (token);
  *place = token->end;
  return TRUE;
}

/* A number is taken only next to the month, so that other figures in the line don't matter. */
static void
take_token (const Token *token,
            const char  *text,
            PresserDate *date)
{
  gboolean is_part = TRUE;

  /* “Module 9 …, 10 September”: the number next to the month is the day. */
  if (token->kind == TOKEN_DAY && date->month == 0 && date->day > 0)
    *date = (PresserDate){ .n_other_words = date->n_other_words + 1 };
  if (token->kind == TOKEN_MONTH && date->month == 0)
    date->month = token->value;
  else if (token->kind == TOKEN_DAY && date->day == 0)
    date->day = token->value;
  else if (token->kind == TOKEN_YEAR && date->year == 0)
    date->year = token->value;
  else
    is_part = FALSE;

  if (is_part)
    {
      if (date->end == 0)
        date->start = (gsize) (token->start - text);
      date->end = (gsize) (token->end - text);
    }
  else if (token->kind != TOKEN_FILLER)
    date->n_other_words++;
}

/**
 * presser_date_find:
 * @text: UTF-8
 * @length: its bytes; no more than 300 are looked at
 * @date: (out): the first day found
 *
 * Returns: whether there is at least a month with a day or with a year
 */
gboolean
presser_date_find (const char  *text,
                   gsize        length,
                   PresserDate *date)
{
  const char *place = text;
  const char *end = text + MIN (length, MAX_LENGTH);
  PresserDate whole = { 0 };
  guint       n_words = 0;
  Token       token;

  *date = (PresserDate){ 0 };
  while (end < text + length && (*end & 0xc0) == 0x80)
    end--;
  while (next_token (&place, end, &token))
    {
      if (token.kind == TOKEN_WHOLE && whole.end == 0)
        {
          whole.start = (gsize) (token.start - text);
          whole.end = whole.start + parse_figures (token.start, (gsize) (token.end - token.start), &whole);
          continue;
        }
      n_words += token.kind != TOKEN_FILLER;
      /* The day of another sentence: start again at the month. */
      if (token.kind == TOKEN_MONTH && date->month == 0 && date->end > 0
          && token.start - text - (gssize) date->end > 12)
        *date = (PresserDate){ .n_other_words = date->n_other_words + 1 };
      take_token (&token, text, date);
    }
  if (whole.end > 0)
    {
      *date = whole;
      date->n_other_words = n_words;
    }

  return date->month > 0 && (date->day > 0 || date->year > 0);
}

/**
 * presser_date_dup_iso:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): 2022-05-04 or 2022-05, or %NULL without a year
 */
char *
presser_date_dup_iso (const PresserDate *date)
{
  if (date->year == 0 || date->month == 0)
    return NULL;
  if (!is_valid (date->year, date->month, date->day))
    return g_strdup_printf ("%04u-%02u", date->year, date->month);

  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}

/**
 * presser_date_is_hour:
 * @text: a short line, UTF-8
 * @length: its bytes
 *
 * Returns: whether it says an hour of the day and next to nothing else
 */
gboolean
presser_date_is_hour (const char *text,
                      gsize       length)
{
  g_autofree char *key = NULL;
  guint            n_hours = 0, n_words = 0;

  if (length > 120)
    return FALSE;
  for (gsize i = 1; i + 2 < length; i++)
    n_hours += (text[i] == ':' || text[i] == '.') && g_ascii_isdigit (text[i - 1]) && g_ascii_isdigit (text[i + 1])
               && g_ascii_isdigit (text[i + 2]) && (i + 3 == length || !g_ascii_isdigit (text[i + 3]));
  if (n_hours == 0)
    return FALSE;

  key = presser_text_make_key (text, length);
  for (const char *place = key; *place != '\0'; place++)
    n_words += *place == ' ';
  if (n_words > 3)
    return FALSE;

  return strstr (key, " am") != NULL || strstr (key, " pm") != NULL || strstr (key, "uhr") != NULL
         || strstr (key, "am ") != NULL || strstr (key, "pm ") != NULL || g_str_has_suffix (key, "pm") || g_str_has_suffix (key, "am")
         || strstr (key, "hrs") != NULL || strstr (key, " gmt") != NULL || strstr (key, " utc") != NULL || g_str_has_prefix (key, "end ");
}
