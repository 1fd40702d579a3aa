/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Readable XML ids: s7, p.lavrov, t.south-caucasus. Letters without an ASCII form stay as they are, lower
 * case: “p.лавров” is an id too (XML 1.0, production 5; a colon is never used). */

#include "presser-ids-private.h"

#include <string.h>

#include "presser-strings-private.h"

/* Longer names are cut: an id is to be read, not to be complete. */
#define MAX_CHARACTERS 40

struct _PresserIds
{
  GHashTable *ids; /* set of char *, owned */
  guint       next_statement;
};

PresserIds *
presser_ids_new (void)
{
  PresserIds *self = g_new0 (PresserIds, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next_statement = 1;
  return self;
}

void
presser_ids_free (PresserIds *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

/* Parts of statement s7 are s7.2, s7.3 …: an id of that form takes the whole number. */
static void
skip_statement_number (PresserIds *self,
                       const char *id)
{
  char   *end = NULL;
  guint64 number;

  if (id[0] != 's' || !g_ascii_isdigit (id[1]))
    return;
  number = g_ascii_strtoull (id + 1, &end, 10);
  if ((*end == '\0' || *end == '.') && number >= self->next_statement && number < G_MAXUINT / 2)
    self->next_statement = (guint) number + 1;
}

void
presser_ids_reserve (PresserIds *self,
                     const char *id)
{
  if (g_hash_table_contains (self->ids, id))
    return;
  skip_statement_number (self, id);
  g_hash_table_add (self->ids, g_strdup (id));
}

gboolean
presser_ids_has (PresserIds *self,
                 const char *id)
{
  return g_hash_table_contains (self->ids, id);
}

char *
presser_ids_make_statement (PresserIds *self)
{
  char *id = g_strdup_printf ("s%u", self->next_statement++);

  while (presser_ids_has (self, id))
    {
      g_free (id);
      id = g_strdup_printf ("s%u", self->next_statement++);
    }
  presser_ids_reserve (self, id);
  return id;
}

static gboolean
is_name_character (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c) || (g_unichar_ismark (c) && c >= 0x0300);
}

/* Letters and digits, with one hyphen for whatever else stood between them. */
static char *
make_slug (const char *name)
{
  g_autofree char *folded = presser_strings_fold (name);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
  GString         *slug = g_string_new (NULL);
  guint            n_characters = 0;
  const char      *p;

  for (p = composed; *p != '\0' && n_characters < MAX_CHARACTERS; p = g_utf8_next_char (p), n_characters++)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_name_character (c))
        g_string_append_unichar (slug, c);
      else if (c != '\'' && slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

static gboolean
is_generation (const char *word)
{
  static const char *const generations[] = { "jr", "sr", "ii", "iii", "iv", NULL };
  g_autofree char         *slug = make_slug (word);

  return *slug == '\0' || g_strv_contains (generations, slug);
}

/* The last word that names the family: “Lavrov” of “MR. LAVROV”, “Lavrov, Sergey”, “John Lavrov, Jr.”. */
static char *
find_surname (const char *name)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) parts = g_strsplit_set (name, ",(", 2);
  guint i;

  words = g_strsplit_set (parts[0] != NULL ? parts[0] : "", " \t\n", -1);
  for (i = g_strv_length (words); i > 0; i--)
    if (!is_generation (words[i - 1]))
      return g_strdup (words[i - 1]);
  return g_strdup (name);
}

char *
presser_ids_make (PresserIds *self,
                  const char *prefix,
                  const char *name,
                  gboolean    is_person)
{
  g_autofree char *word = is_person ? find_surname (name) : g_strdup (name);
  g_autofree char *slug = make_slug (word);
  g_autofree char *stem = g_strdup_printf ("%s.%s", prefix, slug);
  gboolean         is_numbered = *slug == '\0';
  char            *id = is_numbered ? g_strdup_printf ("%s1", stem) : g_strdup (stem);
  guint            number;

  for (number = 2; presser_ids_has (self, id); number++)
    {
      g_free (id);
      id = g_strdup_printf (is_numbered ? "%s%u" : "%s-%u", stem, number);
    }
  presser_ids_reserve (self, id);
  return id;
}
