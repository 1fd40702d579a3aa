/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-names.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-words.h"

/* In brackets stands a party or a paper, or a remark of the stenographer, which is no role. */
static gboolean
is_remark (const char *note,
           gsize       length)
{
  static const char *const starts[] = { "as interp", "via interp", "interp", "retransl", "transl", "through", "cont", "off", "inaud", "remote", "по ", "dolm" };
  g_autofree char         *key = presser_text_make_key (note, length);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (key, starts[i]))
      return TRUE;

  return FALSE;
}

static char *
dup_trimmed (const char *start,
             const char *end)
{
  start = presser_text_skip_blank (start, end);
  end = presser_text_trim_blank (start, end);

  return start < end ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static const char *
take_note_off (const char  *label,
               const char  *end,
               PresserName *name)
{
  const char *open = memchr (label, '(', (gsize) (end - label));
  const char *close = open != NULL ? memchr (open, ')', (gsize) (end - open)) : NULL;

  if (open == NULL || open == label || close == NULL)
    return end;
  if (!is_remark (open + 1, (gsize) (close - open) - 1))
    name->role = dup_trimmed (open + 1, close);

  return presser_text_trim_blank (label, open);
}

/* “Ilse Aigner, Bundesministerin für …” has the office behind the comma; “PRESIDENTA DE MÉXICO, CLAUDIA …” in front of it. */
static const char *
take_office_off (const char  *label,
                 const char  *end,
                 PresserName *name)
{
  const char       *comma = memchr (label, ',', (gsize) (end - label));
  PresserLabelShape front;

  if (comma == NULL || comma == label)
    return end;
  front = presser_label_get_shape (label, (gsize) (comma - label));
  if (front.is_role || front.n_words < 2 || !front.is_name)
    return end;
  if (front.is_capitals)
    {
      PresserLabelShape rest = presser_label_get_shape (comma + 1, (gsize) (end - comma) - 1);

      /* In capitals nothing but a word for an office tells which side it stands on. */
      if (front.has_title && !rest.has_title)
        return end;
    }
  if (name->role == NULL)
    name->role = dup_trimmed (comma + 1, end);

  return comma;
}

/**
 * presser_name_split:
 * @label: as printed, without its colon
 * @name: (out caller-allocates): the parts; free with presser_name_clear()
 */
void
presser_name_split (const char  *label,
                    PresserName *name)
{
  const char *end = label + strlen (label);

  *name = (PresserName){ 0 };
  end = take_note_off (label, end, name);
  end = take_office_off (label, end, name);
  name->name = g_strndup (label, (gsize) (end - label));
  name->key = presser_text_make_key (name->name, strlen (name->name));
}

/**
 * presser_name_clear:
 * @name: what presser_name_split() filled
 */
void
presser_name_clear (PresserName *name)
{
  g_clear_pointer (&name->name, g_free);
  g_clear_pointer (&name->key, g_free);
  g_clear_pointer (&name->role, g_free);
}

/* Initials and short forms stay in capitals: MSM, PAO, CV-39, III, CIO. */
static gboolean
stays_as_it_is (const char *word,
                const char *end,
                gboolean    is_alone)
{
  g_autofree char *key = presser_text_make_key (word, (gsize) (end - word));
  glong            n_letters = g_utf8_strlen (key, -1);
  gboolean         has_vowel = FALSE;

  for (const char *place = word; place < end; place = g_utf8_next_char (place))
    {
      gunichar character = g_utf8_get_char (place);

      if (g_unichar_islower (character) || g_unichar_isdigit (character) || presser_character_is_caseless (character)
          || character == '_' || character == '&')
        return TRUE;
      has_vowel = has_vowel || strchr ("AEIOUY", (int) MIN (character, 0x7f)) != NULL || character > 0x7f;
    }
  if (strspn (key, "iv") == strlen (key) && n_letters >= 2)
    return TRUE;
  if (presser_word_is_title (key, strlen (key)) || presser_word_is_particle (key, strlen (key)))
    return FALSE;
  if (is_alone)
    return n_letters <= 3;

  return n_letters >= 2 && n_letters <= 4 && !has_vowel;
}

static void
append_word (GString    *readable,
             const char *word,
             const char *end,
             gboolean    is_alone)
{
  g_autofree char *key = presser_text_make_key (word, (gsize) (end - word));
  gboolean         at_start = readable->len > 0 && presser_word_is_particle (key, strlen (key)) ? FALSE : TRUE;

  if (stays_as_it_is (word, end, is_alone))
    {
      g_string_append_len (readable, word, end - word);
      return;
    }
  for (; word < end; word = g_utf8_next_char (word))
    {
      gunichar character = g_utf8_get_char (word);

      g_string_append_unichar (readable, at_start ? character : g_unichar_tolower (character));
      /* After O’ and a hyphen a name begins again; after Mc nobody can tell in capitals. */
      if (g_unichar_isalpha (character))
        at_start = FALSE;
      else
        at_start = character == '-' || character == '.' || character == '/'
                   || ((character == '\'' || character == 0x2019) && g_utf8_next_char (g_utf8_next_char (word)) < end);
    }
}

/**
 * presser_name_make_readable:
 * @name: a name as printed
 *
 * Words wholly in capitals get small letters after the first; all others stay as they are.
 *
 * Returns: (transfer full): the name as in running text
 */
char *
presser_name_make_readable (const char *name)
{
  GString          *readable = g_string_sized_new (strlen (name) + 1);
  const char       *end = name + strlen (name);
  PresserLabelShape shape = presser_label_get_shape (name, strlen (name));
  gboolean          is_alone = shape.n_words < 2;

  if (!shape.is_capitals)
    return g_string_free (g_string_append (readable, name), FALSE);
  while (name < end)
    {
      const char *word = presser_text_skip_blank (name, end);

      for (name = word; name < end && !presser_character_is_blank (g_utf8_get_char (name));)
        name = g_utf8_next_char (name);
      if (name == word)
        break;
      if (readable->len > 0)
        g_string_append_c (readable, ' ');
      append_word (readable, word, name, is_alone);
    }

  return g_string_free (readable, FALSE);
}

/**
 * presser_name_dup_office:
 * @name: the longer form
 * @key: its key
 * @short_key: key of the shorter form
 *
 * Returns: (transfer full) (nullable): the words in front of the shorter form
 */
char *
presser_name_dup_office (const char *name,
                         const char *key,
                         const char *short_key)
{
  gsize       n_short = 1, n_long = 1, n_front;
  const char *end = name;

  if (!g_str_has_suffix (key, short_key) || strlen (key) == strlen (short_key))
    return NULL;
  for (const char *place = short_key; *place != '\0'; place++)
    n_short += *place == ' ';
  for (const char *place = key; *place != '\0'; place++)
    n_long += *place == ' ';

  n_front = n_long - n_short;
  while (n_front > 0 && *end != '\0')
    {
      while (*end != '\0' && !presser_character_is_blank (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      n_front--;
      if (n_front > 0)
        end = presser_text_skip_blank (end, name + strlen (name));
    }

  return dup_trimmed (name, end);
}
