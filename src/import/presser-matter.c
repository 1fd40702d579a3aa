/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is neither speech nor report: title, day and hour, venue, stage directions, the word END, and the lines at the
 * foot of a report that say where photo and text come from. Only short lines are judged, and the middle of a text by
 * brackets and hours alone. */

#include "presser-script-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-date.h"
#include "presser-label-words.h"

#define MAX_TITLE     220 /* characters */
#define MAX_SHORT     120
#define MAX_FRONT     14 /* paragraphs that may stand before the text */
#define MAX_FOOT      8
#define MAX_FOOT_LINE 160

/* A paragraph: its first line and the one after its last. */
typedef struct
{
  guint first;
  guint end;
} Passage;

static Passage
get_passage (const PresserScript *self,
             guint                first)
{
  Passage passage = { first, first + 1 };

  while (passage.end < self->lines->len
         && (presser_script_line (self, passage.end)->flags & (PRESSER_LINE_PARAGRAPH | PRESSER_LINE_TURN)) == 0)
    passage.end++;

  return passage;
}

static guint
get_length (const PresserScript *self,
            Passage              passage)
{
  const PresserLine *first = presser_script_line (self, passage.first);
  const PresserLine *last = presser_script_line (self, passage.end - 1);

  return last->start + last->length - first->start;
}

static char *
dup_passage (const PresserScript *self,
             Passage              passage)
{
  GString *text = g_string_new (NULL);

  for (guint i = passage.first; i < passage.end; i++)
    {
      const PresserLine *line = presser_script_line (self, i);

      if (text->len > 0 && line->length > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, presser_line_text (self, line), line->length);
    }

  return g_string_free (text, FALSE);
}

static gunichar
get_last_character (const PresserScript *self,
                    Passage              passage)
{
  const PresserLine *line = presser_script_line (self, passage.end - 1);
  const char        *text = presser_line_text (self, line);
  const char        *end = presser_line_end (self, line);
  gunichar           last = presser_text_last_character (text, end);

  while (end > text && presser_character_closes (last))
    {
      end = g_utf8_prev_char (end);
      last = presser_text_last_character (text, end);
    }

  return last;
}

static gboolean
is_open_ended (const PresserScript *self,
               Passage              passage)
{
  gunichar last = get_last_character (self, passage);

  return !presser_character_ends_sentence (last) && last != ':' && last != ';' && last != ',' && last != 0x2014;
}

/* Whether one bracket holds all of it. */
static gboolean
is_in_brackets (const char *text)
{
  const char *end = text + strlen (text);
  char        close;
  int         depth = 0;

  if (*text != '(' && *text != '[')
    return FALSE;
  close = *text == '(' ? ')' : ']';
  while (end > text && (end[-1] == '.' || end[-1] == ' '))
    end--;
  for (const char *place = text; place < end; place++)
    {
      depth += *place == *text;
      depth -= *place == close;
      if (depth == 0)
        return place + 1 == end;
    }

  return FALSE;
}

/* END, ###, -30-, * * *: here a press office says that the rest is no longer the event. */
static gboolean
is_end_mark (const char *text)
{
  g_autofree char *key = NULL;

  if (strlen (text) > 60)
    return FALSE;
  key = presser_text_make_key (text, strlen (text));
  if (*key == '\0')
    return strchr ("#*", *text) != NULL;

  return strcmp (key, "end") == 0 || strcmp (key, "-30-") == 0 || strcmp (key, "ende") == 0 || strcmp (key, "fin") == 0
         || strcmp (key, "return") == 0 || strcmp (key, "end of transcript") == 0 || g_str_has_prefix (key, "transcribed by http");
}

static void
take_date (PresserScript     *self,
           const char        *text,
           const PresserDate *date,
           gboolean           is_whole)
{
  g_autofree char *iso = presser_date_dup_iso (date);
  g_autofree char *printed = is_whole ? g_strdup (text) : g_strndup (text + date->start, date->end - date->start);

  if (self->metadata[PRESSER_METADATA_DATE] != NULL || self->metadata[PRESSER_METADATA_DATE_TEXT] != NULL)
    return;
  presser_script_set_metadata (self, PRESSER_METADATA_DATE, iso);
  presser_script_set_metadata (self, PRESSER_METADATA_DATE_TEXT, printed);
}

/* “Today: July 24, 2008” is when the page was printed, “Date: …” the day itself. */
static gboolean
is_named_otherwise (const char        *text,
                    const PresserDate *date)
{
  static const char *const names[] = { "date", "datum", "fecha", "data", "дата", "for immediate release", "released", "release date", "published" };
  const char              *colon = memchr (text, ':', date->start);
  g_autofree char         *key = NULL;

  if (colon == NULL)
    return FALSE;
  key = presser_text_make_key (text, (gsize) (colon - text));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (key, names[i]) == 0)
      return FALSE;

  return TRUE;
}

/* A line that is a day, with at most a place beside it. */
static gboolean
find_dateline (PresserScript *self,
               PresserLine   *line,
               const char    *text,
               guint          place)
{
  PresserDate date;

  if (g_utf8_strlen (text, -1) > 80 || !presser_date_find (text, strlen (text), &date) || date.n_other_words > 3)
    return FALSE;
  /* “Press Briefing, 5 March 2024” at the top is a title. */
  if (place == 0 && date.n_other_words > 1)
    return FALSE;

  if (is_named_otherwise (text, &date))
    {
      line->kind = PRESSER_PARAGRAPH_NOTE;
      return TRUE;
    }

  line->kind = PRESSER_PARAGRAPH_DATELINE;
  take_date (self, text, &date, TRUE);
  return TRUE;
}

static gboolean
find_byline (PresserLine *line,
             const char  *text)
{
  static const char *const starts[] = { "By ", "BY ", "Von ", "Par ", "Por ", "Di ", "Door ", "Автор: ", "Reported by ", "Text: " };

  if (g_utf8_strlen (text, -1) > 80)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      {
        const char       *name = text + strlen (starts[i]);
        PresserLabelShape shape = presser_label_get_shape (name, strlen (name));

        if (!shape.is_name && !shape.is_capitals)
          return FALSE;
        line->kind = PRESSER_PARAGRAPH_BYLINE;
        return TRUE;
      }

  return FALSE;
}

/* The format has told the title already and the text prints it once more. */
static gboolean
is_title_again (const PresserScript *self,
                const char          *text)
{
  const char      *title = self->metadata[PRESSER_METADATA_TITLE];
  g_autofree char *known = title != NULL ? presser_text_make_key (title, strlen (title)) : NULL;
  g_autofree char *printed = NULL;

  if (known == NULL || strlen (text) < 10)
    return FALSE;
  printed = presser_text_make_key (text, strlen (text));

  return g_str_has_prefix (known, printed) || g_str_has_prefix (printed, known);
}

static gboolean
find_title (PresserScript *self,
            Passage        passage,
            const char    *text)
{
  PresserLine *line = presser_script_line (self, passage.first);
  glong        length = g_utf8_strlen (text, -1);

  if (is_title_again (self, text))
    {
      line->kind = PRESSER_PARAGRAPH_HEADING;
      return TRUE;
    }
  if (self->metadata[PRESSER_METADATA_TITLE] != NULL || length < 3 || length > MAX_TITLE || passage.end - passage.first > 4)
    return FALSE;
  if (!is_open_ended (self, passage) || passage.end == self->lines->len || is_in_brackets (text))
    return FALSE;
  if (g_unichar_islower (g_utf8_get_char (text)) || g_ascii_isdigit (*text) || strstr (text, "://") != NULL)
    return FALSE;

  line->kind = PRESSER_PARAGRAPH_HEADING;
  presser_script_set_metadata (self, PRESSER_METADATA_TITLE, text);
  return TRUE;
}

/* What stands before the first turn, or before the body of a report. */
static void
judge_front (PresserScript *self,
             Passage        passage,
             guint          place)
{
  PresserLine     *line = presser_script_line (self, passage.first);
  g_autofree char *text = NULL;

  if ((line->flags & PRESSER_LINE_FIXED) != 0)
    {
      if (line->kind == PRESSER_PARAGRAPH_HEADING && self->metadata[PRESSER_METADATA_TITLE] == NULL)
        {
          text = dup_passage (self, passage);
          presser_script_set_metadata (self, PRESSER_METADATA_TITLE, text);
        }
      return;
    }
  if (get_length (self, passage) > MAX_TITLE * 4)
    return;

  text = dup_passage (self, passage);
  if (find_dateline (self, line, text, place) || find_byline (line, text))
    return;
  if (place < 4 && find_title (self, passage, text))
    return;
  if (self->has_turns && g_utf8_strlen (text, -1) <= MAX_SHORT && is_open_ended (self, passage))
    line->kind = PRESSER_PARAGRAPH_NOTE;
}

/* Hours, brackets and end marks, wherever they stand. */
static void
judge_anywhere (PresserScript *self,
                Passage        passage,
                gboolean       was_speech)
{
  PresserLine     *line = presser_script_line (self, passage.first);
  guint            length = get_length (self, passage);
  g_autofree char *text = NULL;

  if ((line->flags & (PRESSER_LINE_FIXED | PRESSER_LINE_TURN)) != 0 || line->kind != PRESSER_PARAGRAPH_BODY || line->length == 0)
    return;
  if (length > 400 || (length > MAX_SHORT && strchr ("([", *presser_line_text (self, line)) == NULL))
    return;

  text = dup_passage (self, passage);
  if (is_end_mark (text) || presser_date_is_hour (text, strlen (text)))
    {
      line->kind = PRESSER_PARAGRAPH_NOTE;
      line->flags |= was_speech ? PRESSER_LINE_END : 0;
    }
  else if (is_in_brackets (text))
    line->kind = PRESSER_PARAGRAPH_STAGE;
}

/* “Photo: …”, “Based on materials from …”: words that name a source even where the line ends with a full stop. */
static gboolean
names_source (const char *text)
{
  static const char *const starts[] = { "photo", "photos", "image", "source", "sources", "credit", "based on", "with reporting", "reporting by", "editing by",
                                        "compiled", "foto", "quelle", "bild", "fuente", "fonte", "avec ", "фото", "источник", "по материалам",
                                        "джерело", "za materiałami", "źródło", "crédit", "translated by", "copyright", "©", "(c)" };
  g_autofree char         *key = presser_text_make_key (text, strlen (text));

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (key, starts[i]))
      return TRUE;

  return FALSE;
}

static guint
find_passage_before (const PresserScript *self,
                     guint                end)
{
  guint first = end - 1;

  while (first > 0 && (presser_script_line (self, first)->flags & PRESSER_LINE_PARAGRAPH) == 0)
    first--;

  return first;
}

static gboolean
is_foot_line (const PresserScript *self,
              Passage              passage)
{
  const PresserLine *line = presser_script_line (self, passage.first);
  g_autofree char   *text = NULL;

  if (line->kind == PRESSER_PARAGRAPH_NOTE || line->kind == PRESSER_PARAGRAPH_STAGE)
    return TRUE;
  if ((line->flags & (PRESSER_LINE_FIXED | PRESSER_LINE_TURN)) != 0 || line->kind != PRESSER_PARAGRAPH_BODY
      || get_length (self, passage) > MAX_FOOT_LINE * 4 || passage.end - passage.first > 2)
    return FALSE;

  text = dup_passage (self, passage);
  if (g_utf8_strlen (text, -1) > MAX_FOOT_LINE)
    return FALSE;

  return is_open_ended (self, passage) || names_source (text);
}

/* Half of the paragraphs before must end as sentences do; a list or verse has no foot. */
static gboolean
has_sentences (const PresserScript *self,
               guint                end)
{
  guint n = 0, n_closed = 0;

  for (guint first = 0; first < end && n < 200; n++)
    {
      Passage passage = get_passage (self, first);

      n_closed += !is_open_ended (self, passage);
      first = passage.end;
    }

  return n_closed >= 2 && n_closed * 2 >= n;
}

/* The last short lines of a report that are no sentences. */
static void
judge_foot (PresserScript *self)
{
  guint end = self->lines->len;
  guint firsts[MAX_FOOT];
  guint n = 0;

  while (n < MAX_FOOT && end > 0)
    {
      Passage passage = { find_passage_before (self, end), end };

      if (!is_foot_line (self, passage))
        break;
      firsts[n++] = passage.first;
      end = passage.first;
    }
  if (n == 0 || end == 0 || n == MAX_FOOT || !has_sentences (self, end))
    return;

  for (guint i = 0; i < n; i++)
    if (presser_script_line (self, firsts[i])->kind == PRESSER_PARAGRAPH_BODY)
      presser_script_line (self, firsts[i])->kind = PRESSER_PARAGRAPH_NOTE;
}

/* After the end of the event only a label begins speech again. */
static void
judge_after_end (PresserScript *self,
                 Passage        passage)
{
  PresserLine *line = presser_script_line (self, passage.first);

  if ((line->flags & PRESSER_LINE_FIXED) == 0 && line->kind == PRESSER_PARAGRAPH_BODY
      && get_length (self, passage) <= MAX_SHORT * 2 && is_open_ended (self, passage))
    line->kind = PRESSER_PARAGRAPH_NOTE;
}

/* A venue is the line right above the hour. */
static void
take_place (PresserScript *self,
            guint          above,
            guint          hour)
{
  const PresserLine *line = presser_script_line (self, above);

  if (line->kind == PRESSER_PARAGRAPH_NOTE && presser_script_line (self, hour)->kind == PRESSER_PARAGRAPH_NOTE)
    {
      g_autofree char *place = dup_passage (self, get_passage (self, above));

      if (*place != '(' && *place != '[' && !presser_date_is_hour (place, strlen (place)))
        presser_script_set_metadata (self, PRESSER_METADATA_PLACE, place);
    }
}

static void
take_date_of_title (PresserScript *self)
{
  const char *title = self->metadata[PRESSER_METADATA_TITLE];
  PresserDate date;

  if (title != NULL && presser_date_find (title, strlen (title), &date) && date.year > 0 && date.day > 0)
    take_date (self, title, &date, FALSE);
}

/**
 * presser_matter_find:
 * @self: a script whose turns are known
 *
 * Sets the kind of every paragraph, and title, day and place where the text tells them.
 */
void
presser_matter_find (PresserScript *self)
{
  gboolean is_front = TRUE, was_speech = FALSE, is_over = FALSE;
  guint    place = 0, above = 0;

  for (guint first = 0; first < self->lines->len; place++)
    {
      Passage      passage = get_passage (self, first);
      PresserLine *line = presser_script_line (self, first);

      if ((line->flags & PRESSER_LINE_TURN) != 0)
        {
          is_front = is_over = FALSE;
          was_speech = TRUE;
        }
      judge_anywhere (self, passage, was_speech);
      if (is_front && line->kind == PRESSER_PARAGRAPH_NOTE && place > 0)
        take_place (self, above, first);
      is_front = is_front && place < MAX_FRONT && (self->has_turns || get_length (self, passage) < MAX_TITLE * 3 / 2 || place < 2);
      if (is_front && (line->kind == PRESSER_PARAGRAPH_BODY || line->kind == PRESSER_PARAGRAPH_HEADING))
        judge_front (self, passage, place);
      else if (is_over)
        judge_after_end (self, passage);
      is_over = is_over || (line->flags & PRESSER_LINE_END) != 0;
      above = first;
      first = passage.end;
    }

  if (!self->has_turns)
    judge_foot (self);
  take_date_of_title (self);
}
