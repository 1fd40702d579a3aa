/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the words of stand-off statements again after somebody else changed the text. A wrong place would put words into
 * somebody's mouth, so whatever could be meant twice counts as lost. */

#include "presser-tei-stray-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-tei-needle-private.h"

/* Fewer characters than these may stand anywhere by chance. */
#define MIN_TELLING 12

void
presser_tei_location_free (PresserTeiLocation *self)
{
  g_ptr_array_unref (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_array_unref (self->expected);
  g_free (self);
}

static void
take_note (PresserTeiLocation *self,
           const char         *type,
           char               *words)
{
  if (strcmp (type, "exact") == 0)
    g_ptr_array_add (self->exact, words);
  else if (strcmp (type, "prefix") == 0 && self->prefix == NULL)
    self->prefix = words;
  else if (strcmp (type, "suffix") == 0 && self->suffix == NULL)
    self->suffix = words;
  else
    g_free (words);
}

PresserTeiLocation *
presser_tei_location_read (PresserTeiSource *source,
                           guint32           annotation)
{
  PresserTeiLocation *self = g_new0 (PresserTeiLocation, 1);
  guint32             child = PRESSER_TEI_NONE;

  self->annotation = annotation;
  self->exact = g_ptr_array_new_with_free_func (g_free);
  self->expected = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  while ((child = presser_tei_source_next_child (source, annotation, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *type = presser_tei_source_dup_attribute (source, child, "type");
      g_autofree char *text = NULL;
      g_autofree char *words = NULL;

      if (type == NULL || !presser_tei_source_is (source, child, "note"))
        continue;
      text = presser_tei_source_dup_text (source, child);
      words = text == NULL ? NULL : presser_tei_fold_words (text, -1);
      if (words != NULL && *words != '\0')
        take_note (self, type, g_steal_pointer (&words));
    }

  return self;
}

static PresserRange
get_expected (PresserTeiLocation *self,
              guint               number)
{
  return g_array_index (self->expected, PresserRange, number);
}

static gboolean
part_is_right (PresserTeiLocation *self,
               PresserTeiReading  *text,
               guint               number)
{
  PresserRange     range = get_expected (self, number);
  g_autofree char *words = presser_range_is_empty (range) ? NULL : presser_tei_dup_words (text, range, FALSE);

  return g_strcmp0 (words, g_ptr_array_index (self->exact, number)) == 0;
}

static char *
join_words (PresserTeiLocation *self,
            PresserTeiReading  *text,
            gboolean            without_asides)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->expected->len; i++)
    {
      PresserRange     range = get_expected (self, i);
      guint            line = presser_tei_reading_find_line (text, range.start);
      g_autofree char *part = NULL;

      if (presser_range_is_empty (range) || (without_asides && presser_tei_paragraph_is_aside (g_ptr_array_index (text->paragraphs, line))))
        continue;
      part = presser_tei_dup_words (text, range, without_asides);
      if (words->len > 0 && i > 0 && get_expected (self, i - 1).end != range.start)
        g_string_append_c (words, ' ');
      g_string_append (words, part);
    }

  return presser_tei_fold_words (words->str, (gssize) words->len);
}

static gboolean
is_whole (PresserTeiLocation *self)
{
  for (guint i = 0; i < self->expected->len; i++)
    if (presser_range_is_empty (get_expected (self, i)))
      return FALSE;

  return self->expected->len > 0;
}

gboolean
presser_tei_location_is_right (PresserTeiLocation *self,
                               PresserTeiReading  *text)
{
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  if (!is_whole (self))
    return FALSE;
  if (self->exact->len == 0)
    return TRUE;
  if (self->exact->len == self->expected->len)
    {
      guint i = 0;

      while (i < self->exact->len && part_is_right (self, text, i))
        i++;
      return i == self->exact->len;
    }
  with = join_words (self, text, FALSE);
  without = join_words (self, text, TRUE);

  return strcmp (with, g_ptr_array_index (self->exact, 0)) == 0 || strcmp (without, g_ptr_array_index (self->exact, 0)) == 0;
}

static gboolean
ends_with (const char *text,
           guint32     end,
           const char *words)
{
  gsize length = strlen (words);

  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  if (end < length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (text[end - length + i] != words[i] && !(words[i] == ' ' && g_ascii_isspace (text[end - length + i])))
      return FALSE;

  return TRUE;
}

static gboolean
begins_with (const char *text,
             const char *words)
{
  while (g_ascii_isspace (*text))
    text++;
  for (; *words != '\0'; text++, words++)
    if (*text != *words && !(*words == ' ' && g_ascii_isspace (*text)))
      return FALSE;

  return TRUE;
}

/* What the neighbourhood says for a place: 0 nothing, 1 one side fits, 2 all that is known does. */
static guint
weigh (PresserTeiLocation *self,
       PresserTeiReading  *text,
       PresserTeiNeedle   *needle,
       guint32             place)
{
  gboolean has_prefix = self->prefix != NULL && ends_with (text->text, place, self->prefix);
  gboolean has_suffix = self->suffix != NULL && begins_with (text->text + place + needle->length, self->suffix);

  if (self->prefix == NULL && self->suffix == NULL)
    return 0;
  if ((self->prefix == NULL || has_prefix) && (self->suffix == NULL || has_suffix))
    return 2;

  return has_prefix || has_suffix;
}

/* The only hit of the greatest weight, or G_MAXUINT32; where context is of no help, the only one in the old line. */
static guint32
choose (PresserTeiLocation *self,
        PresserTeiReading  *text,
        PresserTeiNeedle   *needle,
        PresserRange        expected)
{
  guint32 best[3] = { G_MAXUINT32, G_MAXUINT32, G_MAXUINT32 };
  guint   n_best[3] = { 0 };
  guint32 in_line = G_MAXUINT32;
  guint   n_in_line = 0;
  guint   line = expected.start == G_MAXUINT ? G_MAXUINT : presser_tei_reading_find_line (text, expected.start);

  for (guint i = 0; i < needle->hits->len; i++)
    {
      guint32 place = g_array_index (needle->hits, guint32, i);
      guint   weight = weigh (self, text, needle, place);

      best[weight] = place;
      n_best[weight]++;
      if (line != G_MAXUINT && presser_tei_reading_find_line (text, presser_tei_reading_count_to (text, place)) == line)
        {
          in_line = place;
          n_in_line++;
        }
    }
  if (n_best[2] > 0 || n_best[1] > 0)
    return n_best[2] == 1 ? best[2] : n_best[2] == 0 && n_best[1] == 1 ? best[1]
                                  : n_in_line == 1                     ? in_line
                                                                       : G_MAXUINT32;
  if (n_in_line == 1)
    return in_line;

  return n_best[0] == 1 && needle->length >= MIN_TELLING ? best[0] : G_MAXUINT32;
}

static PresserRange
make_range (PresserTeiReading *text,
            guint32            start,
            guint32            end)
{
  return (PresserRange){ presser_tei_reading_count_to (text, start), presser_tei_reading_count_to (text, end) };
}

/* Other words between the same neighbours in the same line. */
static gboolean
find_reworded (PresserTeiLocation *self,
               PresserTeiReading  *text,
               PresserRange        expected,
               PresserRange       *range)
{
  guint            line = expected.start == G_MAXUINT ? G_MAXUINT : presser_tei_reading_find_line (text, expected.start);
  PresserTeiLine  *place = line == G_MAXUINT ? NULL : &g_array_index (text->lines, PresserTeiLine, line);
  g_autofree char *words = NULL;
  const char      *start;
  const char      *end;

  if (place == NULL || self->expected->len != 1 || (self->prefix == NULL && self->suffix == NULL))
    return FALSE;
  words = g_strndup (presser_tei_reading_get_line_text (text, line),
                     (gsize) (g_utf8_offset_to_pointer (presser_tei_reading_get_line_text (text, line), place->length)
                              - presser_tei_reading_get_line_text (text, line)));
  start = self->prefix == NULL ? words : strstr (words, self->prefix);
  if (start == NULL || (self->prefix != NULL && strstr (start + 1, self->prefix) != NULL))
    return FALSE;
  start += self->prefix == NULL ? 0 : strlen (self->prefix);
  end = self->suffix == NULL ? words + strlen (words) : strstr (start, self->suffix);
  if (end == NULL || end <= start || (self->suffix != NULL && strstr (end + 1, self->suffix) != NULL))
    return FALSE;
  range->start = place->position + (guint) g_utf8_pointer_to_offset (words, start);
  range->end = place->position + (guint) g_utf8_pointer_to_offset (words, end);

  return TRUE;
}

/* The parts that stand where they should stay; NULL if one of the others is nowhere. */
static GArray *
place_parts (PresserTeiLocation  *self,
             PresserTeiReading   *text,
             GPtrArray           *needles, /* one a part */
             PresserTeiStrayFate *fate)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  gboolean in_parts = self->exact->len == self->expected->len;

  *fate = PRESSER_TEI_STRAY_FOUND;
  for (guint i = 0; i < needles->len; i++)
    {
      PresserTeiNeedle *needle = g_ptr_array_index (needles, i);
      PresserRange      range = get_expected (self, i);
      guint32           place;

      if (!in_parts || !part_is_right (self, text, i))
        {
          place = choose (self, text, needle, range);
          if (place != G_MAXUINT32)
            range = make_range (text, place, place + (guint32) needle->length);
          else if (find_reworded (self, text, range, &range))
            *fate = PRESSER_TEI_STRAY_REWORDED;
          else
            return NULL;
        }
      g_array_append_val (ranges, range);
    }

  return ranges->len == 0 ? NULL : g_steal_pointer (&ranges);
}

static GPtrArray *
make_needles (PresserTeiLocation *self,
              GPtrArray          *all)
{
  GPtrArray *needles = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_tei_needle_free);

  for (guint i = 0; i < self->exact->len; i++)
    {
      PresserTeiNeedle *needle = presser_tei_needle_new (g_ptr_array_index (self->exact, i));

      g_ptr_array_add (needles, needle);
      g_ptr_array_add (all, needle);
    }

  return needles;
}

void
presser_tei_locations_find (GPtrArray         *locations,
                            PresserTeiReading *text,
                            GPtrArray         *found,
                            GArray            *fates)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) needles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < locations->len; i++)
    g_ptr_array_add (needles, make_needles (g_ptr_array_index (locations, i), all));
  if (all->len > 0)
    presser_tei_needles_find (all, text);

  for (guint i = 0; i < locations->len; i++)
    {
      PresserTeiStrayFate fate;
      GArray             *ranges = place_parts (g_ptr_array_index (locations, i), text, g_ptr_array_index (needles, i), &fate);

      if (ranges == NULL)
        fate = PRESSER_TEI_STRAY_LOST;
      g_ptr_array_add (found, ranges);
      g_array_append_val (fates, fate);
    }
}

PresserTeiStray *
presser_tei_stray_new (const char         *id,
                       const char         *speaker,
                       const char         *words,
                       PresserTeiStrayFate fate)
{
  PresserTeiStray *self = g_new0 (PresserTeiStray, 1);

  self->id = g_strdup (id);
  self->speaker = g_strdup (speaker);
  self->words = g_strdup (words);
  self->fate = fate;

  return self;
}

/* A sentence for people. */
char *
presser_tei_stray_describe (PresserTeiStray *self)
{
  switch (self->fate)
    {
    case PRESSER_TEI_STRAY_FOUND:
      /* Translators: id of a statement, its words */
      return g_strdup_printf (_ ("The words of statement %s were found elsewhere in the text: “%s”"), self->id, self->words);
    case PRESSER_TEI_STRAY_REWORDED:
      /* Translators: id of a statement, its words */
      return g_strdup_printf (_ ("The words of statement %s were changed; they were: “%s”"), self->id, self->words);
    case PRESSER_TEI_STRAY_LOST:
    default:
      /* Translators: id of a statement, its words */
      return g_strdup_printf (_ ("Statement %s is lost, but kept in the file: its words are not in the text, or in several places: “%s”"),
                              self->id, self->words);
    }
}

/**
 * presser_tei_stray_free:
 * @self: (transfer full): a stray
 *
 * Frees it.
 */
void
presser_tei_stray_free (PresserTeiStray *self)
{
  g_free (self->id);
  g_free (self->speaker);
  g_free (self->words);
  g_free (self);
}
