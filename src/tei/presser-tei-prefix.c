/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-prefix-private.h"

#include <string.h>

/* Patterns come with the file: one that takes long is not tried twice. */
#define MAX_LENGTH 256

typedef struct
{
  char   *ident;
  GRegex *pattern; /* NULL once it failed */
  char   *replacement;
} Definition;

struct _PresserTeiPrefixes
{
  GArray     *definitions; /* of Definition */
  GHashTable *expanded;    /* pointer: in full, or NULL; a cache */
};

static void
clear_definition (gpointer data)
{
  Definition *definition = data;

  g_free (definition->ident);
  g_clear_pointer (&definition->pattern, g_regex_unref);
  g_free (definition->replacement);
}

PresserTeiPrefixes *
presser_tei_prefixes_new (void)
{
  PresserTeiPrefixes *self = g_new0 (PresserTeiPrefixes, 1);

  self->definitions = g_array_new (FALSE, FALSE, sizeof (Definition));
  g_array_set_clear_func (self->definitions, clear_definition);
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
presser_tei_prefixes_free (PresserTeiPrefixes *self)
{
  g_array_unref (self->definitions);
  g_hash_table_unref (self->expanded);
  g_free (self);
}

static void
add_definition (PresserTeiPrefixes *self,
                PresserTeiSource   *source,
                guint32             element)
{
  g_autofree char *ident = presser_tei_source_dup_attribute (source, element, "ident");
  g_autofree char *match = presser_tei_source_dup_attribute (source, element, "matchPattern");
  g_autofree char *replacement = presser_tei_source_dup_attribute (source, element, "replacementPattern");
  g_autofree char *whole = match == NULL ? NULL : g_strdup_printf ("^(?:%s)$", match);
  Definition       definition = { 0 };

  if (ident == NULL || whole == NULL || replacement == NULL || strlen (whole) > MAX_LENGTH)
    return;
  definition.pattern = g_regex_new (whole, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  if (definition.pattern == NULL)
    return;
  definition.ident = g_steal_pointer (&ident);
  definition.replacement = g_steal_pointer (&replacement);
  g_array_append_val (self->definitions, definition);
}

void
presser_tei_prefixes_add (PresserTeiPrefixes *self,
                          PresserTeiSource   *source)
{
  for (guint32 i = 0; i < source->elements->len; i++)
    if (presser_tei_source_is (source, i, "text"))
      i = presser_tei_source_get_element (source, i)->next - 1;
    else if (presser_tei_source_is (source, i, "prefixDef"))
      add_definition (self, source, i);
}

/* “$1” and so on. */
static char *
replace_groups (const Definition *definition,
                const GMatchInfo *match)
{
  GString *result = g_string_new (NULL);

  for (const char *p = definition->replacement; *p != '\0'; p++)
    {
      g_autofree char *group = NULL;

      if (*p != '$' || !g_ascii_isdigit (p[1]))
        {
          g_string_append_c (result, *p);
          continue;
        }
      group = g_match_info_fetch (match, *++p - '0');
      if (group != NULL)
        g_string_append (result, group);
    }

  return g_string_free (result, FALSE);
}

static char *
apply (Definition *definition,
       const char *rest)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;

  if (definition->pattern == NULL)
    return NULL;
  if (g_regex_match_full (definition->pattern, rest, -1, 0, 0, &match, &error))
    return replace_groups (definition, match);
  if (error != NULL)
    g_clear_pointer (&definition->pattern, g_regex_unref);

  return NULL;
}

static char *
expand (PresserTeiPrefixes *self,
        const char         *pointer)
{
  const char *colon = strchr (pointer, ':');

  for (guint i = 0; i < self->definitions->len; i++)
    {
      Definition *definition = &g_array_index (self->definitions, Definition, i);
      gsize       length = strlen (definition->ident);
      char       *full = NULL;

      if ((gsize) (colon - pointer) == length && memcmp (pointer, definition->ident, length) == 0)
        full = apply (definition, colon + 1);
      if (full != NULL)
        return full;
    }

  return NULL;
}

char *
presser_tei_prefixes_expand (PresserTeiPrefixes *self,
                             const char         *pointer)
{
  gpointer full;

  if (self->definitions->len == 0 || *pointer == '#' || strchr (pointer, ':') == NULL || strlen (pointer) > MAX_LENGTH)
    return NULL;
  if (!g_hash_table_lookup_extended (self->expanded, pointer, NULL, &full))
    {
      full = expand (self, pointer);
      g_hash_table_insert (self->expanded, g_strdup (pointer), full);
    }

  return g_strdup (full);
}
