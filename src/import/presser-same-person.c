/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several labels may be one person: an office in front of the name the first time, a party behind it, initials after
 * the full name. Every look-up goes through a table, so that 100,000 different labels cost no more than their number. */

#include "presser-same-person.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-words.h"

#define AMBIGUOUS GUINT_TO_POINTER (G_MAXUINT)

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_unique (GHashTable *table,
            char       *key,
            guint       place)
{
  gpointer known = g_hash_table_lookup (table, key);

  g_hash_table_insert (table, key, known == NULL ? GUINT_TO_POINTER (place + 1) : AMBIGUOUS);
}

static guint
count_words (const char *key)
{
  guint n = *key != '\0';

  for (; *key != '\0'; key++)
    n += *key == ' ';

  return n;
}

/* “secretario … jesús antonio esteva medina” and “secretario … jesús esteva medina” have the same edges. */
static char *
make_edges (const char *key)
{
  const char *last = strrchr (key, ' ');
  const char *second = last;
  const char *third = strchr (key, ' ');

  if (count_words (key) < 5)
    return NULL;
  third = strchr (third + 1, ' ');
  while (second > key && second[-1] != ' ')
    second--;

  return g_strdup_printf ("%.*s…%s", (int) (third - key), key, second);
}

static void
add_surname (PresserSamePerson       *names,
             const PresserLabel      *label,
             const PresserName       *name,
             const PresserLabelShape *shape,
             guint                    n_words)
{
  const char *last = strrchr (name->key, ' ');

  if (last == NULL || n_words > 3 || shape->is_role || shape->is_unnamed || shape->is_question || shape->is_machine)
    return;
  if (!g_hash_table_contains (names->surnames, last + 1))
    g_hash_table_insert (names->surnames, g_strdup (last + 1), GUINT_TO_POINTER (label->place + 1));
}

static void
add_name (PresserSamePerson  *names,
          const PresserLabel *label,
          const PresserName  *name)
{
  PresserLabelShape shape = presser_label_get_shape (name->name, strlen (name->name));
  guint             n_words = count_words (name->key);
  char             *edges = make_edges (name->key);

  if (!g_hash_table_contains (names->keys, name->key))
    g_hash_table_insert (names->keys, g_strdup (name->key), GUINT_TO_POINTER (label->place + 1));
  if (edges != NULL && g_hash_table_contains (names->edges, edges))
    g_free (edges);
  else if (edges != NULL)
    g_hash_table_insert (names->edges, edges, GUINT_TO_POINTER (label->place + 1));
  add_surname (names, label, name, &shape, n_words);
  if (n_words < 2 || n_words > 4 || shape.has_title || shape.is_role || shape.is_unnamed
      || strpbrk (name->key, "0123456789") != NULL)
    return;

  add_unique (names->starts, g_strndup (name->key, strcspn (name->key, " ")), label->place);
  add_unique (names->initials, presser_text_make_initials (name->key), label->place);
}

static guint
look_up (GHashTable *table,
         const char *key,
         guint       otherwise)
{
  gpointer found = g_hash_table_lookup (table, key);

  return found == NULL || found == AMBIGUOUS ? otherwise : GPOINTER_TO_UINT (found) - 1;
}

/* “president of russia vladimir putin” ends with “vladimir putin”, which is a label too. */
static guint
find_by_end (const PresserSamePerson *names,
             const char              *key,
             guint                    place)
{
  const char *rest = strchr (key, ' ');

  while (rest != NULL && strchr (rest + 1, ' ') != NULL)
    {
      guint found = look_up (names->keys, rest + 1, place);

      if (found != place)
        return found;
      rest = strchr (rest + 1, ' ');
    }

  return place;
}

/* A slip of “ms x” or “mr x”, whichever of them there is. */
static guint
find_by_slip (const PresserSamePerson *names,
              const char              *key,
              guint                    place)
{
  static const char *const titles[] = { "ms", "mr", "mrs" };
  guint                    found = place, n_found = 0;

  if (!g_str_has_prefix (key, "m "))
    return place;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *full = g_strdup_printf ("%s%s", titles[i], key + 1);
      guint            one = look_up (names->keys, full, place);

      n_found += one != place;
      found = one != place ? one : found;
    }

  return n_found == 1 ? found : place;
}

/**
 * presser_same_person_find:
 * @names: all names of the document
 * @label: a label
 *
 * Returns: place of the label that without doubt means the same person, that of @label if there is none
 */
guint
presser_same_person_find (const PresserSamePerson *names,
                          const PresserLabel      *label)
{
  const PresserName *name = &names->all[label->place];
  g_autofree char   *edges = make_edges (name->key);
  guint              found = look_up (names->keys, name->key, label->place);
  glong              n_letters = g_utf8_strlen (name->key, -1);

  if (label->slip_of != NULL && label->slip_of->is_used)
    return label->slip_of->place;
  if (found == label->place)
    found = find_by_end (names, name->key, label->place);
  if (found == label->place)
    found = find_by_slip (names, name->key, label->place);
  if (found == label->place && edges != NULL)
    found = look_up (names->edges, edges, label->place);
  if (found == label->place && strchr (name->key, ' ') == NULL)
    {
      PresserLabelShape shape = presser_label_get_shape (name->name, strlen (name->name));

      if (!shape.is_role && !shape.is_machine && !shape.is_unnamed && shape.is_capitals && n_letters >= 2 && n_letters <= 4)
        found = look_up (names->initials, name->key, label->place);
    }

  return found;
}

/**
 * presser_same_person_find_maybe:
 * @names: all names of the document
 * @label: a label
 *
 * A first name or a surname alone, or two titles in front of one surname, may be one person or two.
 *
 * Returns: place of the label that may mean the same person, that of @label if there is none
 */
guint
presser_same_person_find_maybe (PresserSamePerson  *names,
                                const PresserLabel *label)
{
  const PresserName *name = &names->all[label->place];
  const char        *last = strrchr (name->key, ' ');
  PresserLabelShape  shape = presser_label_get_shape (name->name, strlen (name->name));
  const PresserName *known;
  guint              other;

  if (shape.is_role || shape.is_machine || shape.is_unnamed || shape.is_question || count_words (name->key) > 3)
    return label->place;
  last = last != NULL ? last + 1 : name->key;
  other = last == name->key ? look_up (names->starts, name->key, label->place) : label->place;
  if (other == label->place)
    other = look_up (names->surnames, last, label->place);
  if (other == label->place)
    return other;

  known = &names->all[other];
  /* Two full names with one surname are two people. */
  if (last != name->key && !shape.has_title && strchr (known->key, ' ') != NULL
      && !presser_label_get_shape (known->name, strlen (known->name)).has_title)
    return label->place;

  return other;
}

/**
 * presser_same_person_get_name:
 * @names: all names of the document
 * @place: of a label that is used
 *
 * Returns: (transfer none): its name
 */
const PresserName *
presser_same_person_get_name (const PresserSamePerson *names,
                              guint                    place)
{
  return &names->all[place];
}

/**
 * presser_same_person_init:
 * @names: zeroed
 * @script: whose labels are in use
 */
void
presser_same_person_init (PresserSamePerson *names,
                          PresserScript     *script)
{
  names->keys = new_table ();
  names->starts = new_table ();
  names->initials = new_table ();
  names->edges = new_table ();
  names->surnames = new_table ();
  names->n = script->labels->len;
  names->all = g_new0 (PresserName, names->n + 1);
  for (guint i = 0; i < names->n; i++)
    {
      const PresserLabel *label = script->labels->pdata[i];

      if (!label->is_used)
        continue;
      presser_name_split (label->text, &names->all[i]);
      add_name (names, label, &names->all[i]);
    }
}

/**
 * presser_same_person_clear:
 * @names: initialised or zeroed
 */
void
presser_same_person_clear (PresserSamePerson *names)
{
  if (names->all == NULL)
    return;

  g_hash_table_unref (names->keys);
  g_hash_table_unref (names->starts);
  g_hash_table_unref (names->initials);
  g_hash_table_unref (names->edges);
  g_hash_table_unref (names->surnames);
  for (guint i = 0; i < names->n; i++)
    presser_name_clear (&names->all[i]);
  g_free (names->all);
}
