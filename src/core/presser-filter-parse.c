/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-filter-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-error.h"
#include "presser-strings-private.h"

/* The words that a field may have, one by one; NULL behind the last. */
typedef const char *(*GetWord) (guint i);

static const char *const fields[PRESSER_TERM_N_FIELDS] = {
  [PRESSER_TERM_TEXT] = "",
  [PRESSER_TERM_SPEAKER] = "speaker",
  [PRESSER_TERM_TOPIC] = "topic",
  [PRESSER_TERM_STATUS] = "status",
  [PRESSER_TERM_KIND] = "kind",
  [PRESSER_TERM_RULE] = "rule",
  [PRESSER_TERM_NOTE] = "note",
  [PRESSER_TERM_ANNOTATOR] = "annotator",
  [PRESSER_TERM_CERTAINTY] = "certainty",
  [PRESSER_TERM_ID] = "id",
  [PRESSER_TERM_IS] = "is",
};

static const char *const is_words[] = { "untagged", "unattributed", NULL };
static const char *const certainty_words[] = { "high", "medium", "low", "unknown", NULL };

void
presser_term_free (PresserTerm *term)
{
  g_free (term->value);
  g_free (term->folded);
  g_free (term);
}

static void
free_term (gpointer data)
{
  presser_term_free (data);
}

char *
presser_filter_fold (const char *utf8)
{
  g_autofree char *folded = presser_strings_fold (utf8);
  GString         *spaced = g_string_sized_new (strlen (folded));
  const char      *p;

  for (p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_len (spaced, p, g_utf8_next_char (p) - p);
      else if (spaced->len > 0 && spaced->str[spaced->len - 1] != ' ')
        g_string_append_c (spaced, ' ');
    }
  if (spaced->len > 0 && spaced->str[spaced->len - 1] == ' ')
    g_string_truncate (spaced, spaced->len - 1);
  return g_string_free (spaced, FALSE);
}

/* Of a term such as topic:cis, the length of the field's name; 0 if it is just text: 10:30, :-). */
static gsize
get_field_length (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalpha (p[length]))
    length++;
  return p[length] == ':' ? length : 0;
}

static char *
list_words (gboolean with_numbers,
            GetWord  get_word)
{
  GString *list = g_string_new (NULL);
  guint    i;

  for (i = 0; get_word (i) != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", get_word (i));
  if (with_numbers)
    g_string_append (list, ", 0 … 1");
  return g_string_free (list, FALSE);
}

static const char *
get_field_word (guint i)
{
  return i + 1 < PRESSER_TERM_N_FIELDS ? fields[i + 1] : NULL;
}

static const char *
get_status_word (guint i)
{
  return i <= PRESSER_STATUS_VERIFIED ? presser_status_to_string ((PresserStatus) i) : NULL;
}

static const char *
get_kind_word (guint i)
{
  return i <= PRESSER_KIND_MIXED ? presser_kind_to_string ((PresserKind) i) : NULL;
}

static const char *
get_rule_word (guint i)
{
  return i <= PRESSER_GROUND_EMBARGOED ? presser_ground_rule_to_string ((PresserGroundRule) i) : NULL;
}

static const char *
get_is_word (guint i)
{
  return is_words[i];
}

static const char *
get_certainty_word (guint i)
{
  return certainty_words[i];
}

static gboolean
is_certainty (const char *word)
{
  char  *end = NULL;
  double number = g_ascii_strtod (word, &end);

  return g_strv_contains (certainty_words, word) || (g_ascii_isdigit (*word) && *end == '\0' && number >= 0 && number <= 1);
}

/* The fields whose values are a few fixed words. */
static GetWord
get_choices (PresserTermField field)

{
  switch ((int) field)
    {
    case PRESSER_TERM_STATUS:
      return get_status_word;
    case PRESSER_TERM_KIND:
      return get_kind_word;
    case PRESSER_TERM_RULE:
      return get_rule_word;
    case PRESSER_TERM_IS:
      return get_is_word;
    case PRESSER_TERM_CERTAINTY:
      return get_certainty_word;
    default:
      return NULL;
    }
}

const char *
presser_term_field_get_name (PresserTermField field)
{
  return fields[field];
}

const char *
presser_term_field_get_word (PresserTermField field,
                             guint            i)
{
  GetWord get_word = get_choices (field);

  return get_word != NULL ? get_word (i) : NULL;
}

static gboolean
choose (PresserTerm *term,
        GError     **error)
{
  GetWord          get_word = get_choices (term->field);
  g_autofree char *choices = NULL;
  guint            i;

  if (get_word == NULL || (term->field == PRESSER_TERM_CERTAINTY && is_certainty (term->folded)))
    return TRUE;
  for (i = 0; get_word (i) != NULL; i++)
    if (strcmp (get_word (i), term->folded) == 0)
      {
        term->choice = (int) i;
        return TRUE;
      }
  choices = list_words (term->field == PRESSER_TERM_CERTAINTY, get_word);
  /* Translators: the first %s is a field of a search, “status”, the second what was typed, the third a list of words. */
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s:%s” asks for what there is not. Possible are: %s."),
               fields[term->field], term->value, choices);
  return FALSE;
}

static gboolean
read_field (const char      **p,
            PresserTermField *field,
            GError          **error)
{
  gsize            length = get_field_length (*p);
  g_autofree char *word = NULL;
  g_autofree char *choices = NULL;
  guint            i;

  *field = PRESSER_TERM_TEXT;
  if (length == 0)
    return TRUE;
  word = g_ascii_strdown (*p, (gssize) length);
  for (i = 1; i < PRESSER_TERM_N_FIELDS; i++)
    if (strcmp (word, fields[i]) == 0)
      {
        *field = (PresserTermField) i;
        *p += length + 1;
        return TRUE;
      }
  choices = list_words (FALSE, get_field_word);
  /* Translators: the first %s is a word before a colon in a search, the second a list of words. */
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
               _ ("There is no field “%s”. Possible are: %s. To search for a text with a colon, put it in \"quotes\"."),
               word, choices);
  return FALSE;
}

static char *
read_value (const char **p,
            GError     **error)
{
  const char *start = *p;

  if (*start == '"')
    {
      const char *end = strchr (start + 1, '"');

      if (end == NULL)
        {
          g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                       _ ("The quotation mark in front of “%s” has no other one behind: put \" at its end."), start + 1);
          return NULL;
        }
      *p = end + 1;
      return g_strndup (start + 1, (gsize) (end - start - 1));
    }
  while (**p != '\0' && !g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  return g_strndup (start, (gsize) (*p - start));
}

static PresserTerm *
read_term (const char **p,
           GError     **error)
{
  PresserTerm *term = g_new0 (PresserTerm, 1);
  gboolean     is_read;

  if (**p == '-' && (*p)[1] != '\0' && !g_unichar_isspace (g_utf8_get_char (*p + 1)))
    {
      term->is_negated = TRUE;
      (*p)++;
    }
  is_read = read_field (p, &term->field, error);
  if (is_read)
    term->value = read_value (p, error);
  if (term->value != NULL)
    {
      term->folded = presser_filter_fold (term->value);
      is_read = choose (term, error);
    }
  if (is_read && term->value != NULL && *term->folded == '\0' && term->field != PRESSER_TERM_TEXT)
    {
      /* Translators: %s is a field of a search: “speaker”. */
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s:” needs a value right behind the colon."),
                   fields[term->field]);
      is_read = FALSE;
    }
  if (is_read && term->value != NULL)
    return term;
  presser_term_free (term);
  return NULL;
}

GPtrArray *
presser_filter_parse (const char *query,
                      GError    **error)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (free_term);
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  const char      *p = valid;

  while (*p != '\0')
    {
      PresserTerm *term;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      term = read_term (&p, error);
      if (term == NULL)
        return NULL;
      g_ptr_array_add (terms, term);
    }
  return g_steal_pointer (&terms);
}
