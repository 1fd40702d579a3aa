/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several labels may be one person: an office in front of the name the first time, a party behind it, initials after
 * the full name. Only what leaves no doubt is merged; what only looks like it is told in a remark. Every look-up goes
 * through a table, so that 100,000 different labels cost no more than their number. */

#include "presser-script-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-characters.h"
#include "presser-label-words.h"
#include "presser-names.h"

#define MAX_REMARKS 30
#define AMBIGUOUS   GUINT_TO_POINTER (G_MAXUINT)

typedef struct
{
  GHashTable *keys;     /* key of the name -> place of the label + 1; all owned keys */
  GHashTable *starts;   /* first word of a full name -> the same, or AMBIGUOUS */
  GHashTable *initials; /* "db" -> the same, or AMBIGUOUS */
  GHashTable *edges;    /* first and last two words of long labels -> the same */
  GHashTable *surnames; /* last word -> the same: only for remarks */
} Names;

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
add_name (Names              *names,
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
find_by_end (const Names *names,
             const char  *key,
             guint        place)
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
find_by_slip (const Names *names,
              const char  *key,
              guint        place)
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

static guint
find_same_person (const Names        *names,
                  const PresserLabel *label,
                  const PresserName  *name)
{
  g_autofree char *edges = make_edges (name->key);
  guint            found = look_up (names->keys, name->key, label->place);
  glong            n_letters = g_utf8_strlen (name->key, -1);

  if (found == label->place)
    found = find_by_end (names, name->key, label->place);
  if (found == label->place)
    found = find_by_slip (names, name->key, label->place);
  if (found == label->place && edges != NULL)
    found = look_up (names->edges, edges, label->place);
  if (found == label->place && strchr (name->key, ' ') == NULL)
    {
      PresserLabelShape shape = presser_label_get_shape (name->name, strlen (name->name));

      if (shape.is_role || shape.is_machine || shape.is_unnamed)
        return found;
      found = look_up (names->starts, name->key, label->place);
      if (found == label->place && shape.is_capitals && n_letters >= 2 && n_letters <= 4)
        found = look_up (names->initials, name->key, label->place);
    }

  return found;
}

static PresserVoice *
add_voice (PresserScript *self,
           const char    *name,
           const char    *role,
           gboolean       is_unnamed)
{
  PresserVoice *voice = g_new0 (PresserVoice, 1);

  voice->name = g_strdup (name);
  voice->role = g_strdup (role);
  voice->is_unnamed = is_unnamed;
  voice->aliases = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->voices, voice);

  return voice;
}

static void
add_aliases (PresserVoice       *voice,
             const PresserLabel *label)
{
  g_ptr_array_add (voice->aliases, g_strdup (label->text));
  for (guint i = 0; i < label->variants->len; i++)
    g_ptr_array_add (voice->aliases, g_strdup (label->variants->pdata[i]));
}

/* Every question by nobody in particular belongs to one entry, whatever the word for it. */
static guint
get_reporter (PresserScript *self,
              int           *reporter)
{
  if (*reporter < 0)
    {
      /* Translators: name of the speaker entry for all questions whose asker is not named */
      add_voice (self, _ ("Reporter"), NULL, TRUE);
      *reporter = (int) self->voices->len - 1;
    }

  return (guint) *reporter;
}

/* Two titles in front of one surname may be a slip or two people. */
static void
remark_surname (PresserScript      *self,
                Names              *names,
                const PresserLabel *label,
                const PresserName  *name)
{
  const char         *last = strrchr (name->key, ' ');
  PresserLabelShape   shape = presser_label_get_shape (name->name, strlen (name->name));
  const PresserLabel *known;
  guint               other;

  if (last == NULL || shape.is_role || shape.is_unnamed || count_words (name->key) > 3)
    return;
  other = look_up (names->surnames, last + 1, label->place);
  if (other == label->place)
    {
      g_hash_table_insert (names->surnames, g_strdup (last + 1), GUINT_TO_POINTER (label->place + 1));
      return;
    }
  known = self->labels->pdata[other];
  /* Two full names with one surname are two people. */
  if (!shape.has_title && !presser_label_get_shape (known->text, strlen (known->text)).has_title)
    return;
  if (self->remarks->len < MAX_REMARKS)
    {
      /* Translators: both %s are speaker labels as printed, such as MR. MARKS and DR. MARKS */
      g_autofree char *remark = g_strdup_printf (_ ("“%s” and “%s” may be the same person. They were kept apart."),
                                                 known->text, label->text);

      presser_script_add_remark (self, remark);
    }
}

static void
remark_merge (PresserScript      *self,
              const PresserLabel *label,
              const PresserLabel *target)
{
  if (self->remarks->len < MAX_REMARKS)
    {
      /* Translators: both %s are speaker labels as printed, such as DB and Devin Becker */
      g_autofree char *remark = g_strdup_printf (_ ("The labels “%s” and “%s” were taken for the same person."),
                                                 label->text, target->text);

      presser_script_add_remark (self, remark);
    }
}

static guint
give_voice (PresserScript      *self,
            const PresserLabel *label,
            const PresserName  *name,
            int                *reporter)
{
  PresserLabelShape shape = presser_label_get_shape (label->text, strlen (label->text));
  g_autofree char  *readable = NULL;

  if ((shape.is_question || (label->form == PRESSER_LABEL_LETTER && strchr ("qp", *label->key) != NULL)) && !shape.is_machine)
    return get_reporter (self, reporter);

  readable = presser_name_make_readable (name->name);
  add_voice (self, readable, name->role, shape.is_unnamed);
  return self->voices->len - 1;
}

static void
assign_voices (PresserScript *self,
               Names         *names,
               PresserName   *all)
{
  int reporter = -1;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PresserLabel *label = self->labels->pdata[i];
      PresserLabel *target;

      if (!label->is_used)
        continue;
      /* Twice, since initials may stand for a name that is itself the end of a longer one. */
      target = self->labels->pdata[find_same_person (names, label, &all[i])];
      target = self->labels->pdata[find_same_person (names, target, &all[target->place])];
      if (target->voice == G_MAXUINT)
        target->voice = give_voice (self, target, &all[target->place], &reporter);
      if (target != label)
        {
          PresserVoice *voice = self->voices->pdata[target->voice];

          if (voice->role == NULL && all[i].role == NULL)
            voice->role = presser_name_dup_office (all[i].name, all[i].key, all[target->place].key);
          else if (voice->role == NULL)
            voice->role = g_strdup (all[i].role);
          label->voice = target->voice;
          remark_merge (self, label, target);
        }
      else
        remark_surname (self, names, label, &all[i]);
      add_aliases (self->voices->pdata[label->voice], label);
    }
}

static void
free_names (Names *names)
{
  g_hash_table_unref (names->keys);
  g_hash_table_unref (names->starts);
  g_hash_table_unref (names->initials);
  g_hash_table_unref (names->edges);
  g_hash_table_unref (names->surnames);
}

/**
 * presser_voices_find:
 * @self: a script whose turns are known
 *
 * Gives every label a speaker; several labels may be one.
 */
void
presser_voices_find (PresserScript *self)
{
  Names                   names = { new_table (), new_table (), new_table (), new_table (), new_table () };
  g_autofree PresserName *all = g_new0 (PresserName, self->labels->len + 1);

  for (guint i = 0; i < self->labels->len; i++)
    {
      PresserLabel *label = self->labels->pdata[i];

      label->voice = G_MAXUINT;
      if (!label->is_used)
        continue;
      presser_name_split (label->text, &all[i]);
      add_name (&names, label, &all[i]);
    }
  assign_voices (self, &names, all);

  for (guint i = 0; i < self->labels->len; i++)
    presser_name_clear (&all[i]);
  free_names (&names);
}
