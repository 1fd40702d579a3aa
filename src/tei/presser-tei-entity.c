/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* References, and the general entities that a file declares for itself. Entities are for showing text only: the file
 * keeps its references. Replacement text is taken without its markup, and only up to a limit, so that no bomb can
 * go off. */

#include "presser-tei-source-private.h"

#include <string.h>

#include "presser-xml-private.h"

#include <libxml/HTMLparser.h>

#define MAX_REPLACEMENT 8192
#define MAX_REFERENCE   256
#define MAX_EXPANDED    (16 * 1024 * 1024)

static gboolean
read_number (const char *text,
             gsize       length,
             gunichar   *character)
{
  gboolean         is_hexadecimal = length > 2 && text[1] == 'x';
  g_autofree char *digits = g_strndup (text + (is_hexadecimal ? 2 : 1), length - (is_hexadecimal ? 2 : 1));
  guint64          number = g_ascii_strtoull (digits, NULL, is_hexadecimal ? 16 : 10);

  *character = number > 0 && g_unichar_validate ((gunichar) number) && number <= 0x10FFFF ? (gunichar) number : 0xFFFD;

  return TRUE;
}

static gunichar
find_predefined (const char *name)
{
  static const struct
  {
    const char *name;
    gunichar    character;
  } predefined[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };

  for (guint i = 0; i < G_N_ELEMENTS (predefined); i++)
    if (strcmp (predefined[i].name, name) == 0)
      return predefined[i].character;

  return 0;
}

static void
read_entity (PresserTeiSource    *self,
             const char          *name,
             PresserTeiReference *reference)
{
  const htmlEntityDesc *known;

  reference->character = find_predefined (name);
  if (reference->character != 0)
    return;

  reference->expansion = g_hash_table_lookup (self->entities, name);
  if (reference->expansion != NULL)
    {
      reference->expansion_length = strlen (reference->expansion);
      return;
    }

  /* Most DTDs that are not there declared these. */
  known = self->has_external_subset ? htmlEntityLookup ((const xmlChar *) name) : NULL;
  if (known != NULL)
    reference->character = known->value;
}

/* Reads the reference that begins at @place. What nobody has declared stands for itself. */
void
presser_tei_source_read_reference (PresserTeiSource    *self,
                                   guint32              place,
                                   guint32              limit,
                                   PresserTeiReference *reference)
{
  const char *text = self->text + place;
  const char *semicolon = memchr (text, ';', MIN (limit - place, MAX_REFERENCE));
  gsize       length = semicolon == NULL ? 0 : (gsize) (semicolon - text);

  *reference = (PresserTeiReference){ .end = place + (guint32) length + 1 };
  if (length > 1 && text[1] == '#')
    {
      reference->is_numeric = read_number (text + 1, length - 1, &reference->character);
      return;
    }
  if (length > 1)
    {
      g_autofree char *name = g_strndup (text + 1, length - 1);

      read_entity (self, name, reference);
    }
  if (reference->character == 0 && reference->expansion == NULL)
    {
      reference->expansion = text;
      reference->expansion_length = length + 1;
    }
}

static void
append_value (PresserTeiSource *self,
              GString          *result,
              guint32           start,
              guint32           end)
{
  guint32 place = start;

  while (place < end && result->len < MAX_REPLACEMENT)
    {
      const char         *text = self->text + place;
      PresserTeiReference reference;

      if (*text == '<')
        {
          const char *close = memchr (text, '>', end - place);

          place = close == NULL ? end : (guint32) (close - self->text) + 1;
        }
      else if (*text == '&')
        {
          presser_tei_source_read_reference (self, place, end, &reference);
          if (reference.expansion != NULL)
            g_string_append_len (result, reference.expansion, (gssize) MIN (reference.expansion_length, MAX_REPLACEMENT));
          else
            g_string_append_unichar (result, reference.character);
          place = reference.end;
        }
      else
        {
          g_string_append_c (result, *text);
          place++;
        }
    }
}

static guint32
skip_blanks (PresserTeiSource *self,
             guint32           place,
             guint32           end)
{
  while (place < end && g_ascii_isspace (self->text[place]))
    place++;

  return place;
}

/* `<!ENTITY name "value">`; parameter and external entities are passed over. The first declaration counts. */
static void
scan_entity (PresserTeiSource *self,
             guint32           place,
             guint32           end)
{
  guint32          name_start = skip_blanks (self, place, end);
  guint32          name_end = name_start;
  g_autofree char *name = NULL;
  const char      *close;
  GString         *value;

  while (name_end < end && !g_ascii_isspace (self->text[name_end]) && self->text[name_end] != '>')
    name_end++;
  place = skip_blanks (self, name_end, end);
  if (place >= end || self->text[name_start] == '%' || (self->text[place] != '"' && self->text[place] != '\''))
    return;
  close = memchr (self->text + place + 1, self->text[place], end - place - 1);
  name = g_strndup (self->text + name_start, name_end - name_start);
  if (close == NULL || g_hash_table_contains (self->entities, name))
    return;

  g_hash_table_insert (self->sizes, g_strdup (name), GSIZE_TO_POINTER ((gsize) (close - self->text) - place));
  value = g_string_new (NULL);
  append_value (self, value, place + 1, (guint32) (close - self->text));
  g_hash_table_insert (self->entities, g_steal_pointer (&name), g_string_free (value, FALSE));
}

/* libxml2 reads an entity again wherever it is used; entities within entities it limits by itself. */
gboolean
presser_tei_source_is_bomb (PresserTeiSource *self)
{
  const char *end = self->text + self->length;
  gsize       n_bytes = 0;

  if (g_hash_table_size (self->sizes) == 0)
    return FALSE;
  for (const char *p = memchr (self->text, '&', self->length); p != NULL; p = memchr (p + 1, '&', (gsize) (end - p) - 1))
    {
      const char      *semicolon = memchr (p, ';', MIN ((gsize) (end - p), MAX_REFERENCE));
      g_autofree char *name = semicolon == NULL || p[1] == '#' ? NULL : g_strndup (p + 1, (gsize) (semicolon - p) - 1);

      if (name != NULL)
        n_bytes += GPOINTER_TO_SIZE (g_hash_table_lookup (self->sizes, name));
      if (n_bytes > MAX_EXPANDED + self->length)
        return TRUE;
    }

  return FALSE;
}

/* Takes the entities of the internal subset. */
void
presser_tei_scan_doctype (PresserTeiSource *self,
                          guint32           start,
                          guint32           end)
{
  const char *open = memchr (self->text + start, '[', end - start);
  guint32     head_end = open == NULL ? end : (guint32) (open - self->text);

  self->has_external_subset = g_strstr_len (self->text + start, head_end - start, "SYSTEM") != NULL
                              || g_strstr_len (self->text + start, head_end - start, "PUBLIC") != NULL;

  for (guint32 place = head_end; place < end; place++)
    {
      const char *text = self->text + place;

      if (strncmp (text, "<!--", 4) == 0)
        {
          const char *close = g_strstr_len (text + 4, end - place - 4, "-->");

          place = close == NULL ? end : (guint32) (close - self->text);
        }
      else if (strncmp (text, "<!ENTITY", 8) == 0)
        scan_entity (self, place + 8, end);
      else if (*text == '%')
        self->has_external_subset = TRUE;
    }
}
