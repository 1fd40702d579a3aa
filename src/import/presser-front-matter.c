/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The simple part of YAML: keys with one value, quoted or not, folded over lines. Lists and maps are passed over. */

#include "presser-front-matter.h"

#include <string.h>

#include "presser-date.h"

typedef struct
{
  const char          *key;
  PresserMetadataField field;
} Key;

static const Key keys[] = {
  { "title", PRESSER_METADATA_TITLE },
  { "date", PRESSER_METADATA_DATE },
  { "source_url", PRESSER_METADATA_SOURCE },
  { "source", PRESSER_METADATA_SOURCE },
  { "url", PRESSER_METADATA_SOURCE },
  { "permalink", PRESSER_METADATA_SOURCE },
  { "media", PRESSER_METADATA_RECORDING },
  { "audio", PRESSER_METADATA_RECORDING },
  { "video", PRESSER_METADATA_RECORDING },
  { "publisher", PRESSER_METADATA_PUBLISHER },
  { "lang", PRESSER_METADATA_LANGUAGE },
  { "language", PRESSER_METADATA_LANGUAGE },
  { "location", PRESSER_METADATA_PLACE },
  { "place", PRESSER_METADATA_PLACE },
  { "event", PRESSER_METADATA_EVENT },
};

/* In double quotes a backslash escapes; \_ is a no-break space, and at the end of a line it joins. */
static char *
unquote_double (const char *value)
{
  GString *plain = g_string_new (NULL);

  for (value++; *value != '\0' && *value != '"'; value++)
    {
      if (*value != '\\')
        {
          g_string_append_c (plain, *value);
          continue;
        }
      value++;
      if (*value == '\0')
        break;
      if (*value == '_')
        g_string_append (plain, "\302\240");
      else if (*value == 'n' || *value == 't')
        g_string_append_c (plain, ' ');
      else if (*value == '\n')
        value += strspn (value + 1, " ");
      else
        g_string_append_c (plain, *value);
    }

  return g_string_free (plain, FALSE);
}

static char *
unquote (const char *value)
{
  g_autofree char *plain = NULL;

  if (*value == '"')
    return unquote_double (value);
  if (*value == '\'')
    {
      const char *close = strrchr (value + 1, '\'');

      return g_strndup (value + 1, close != NULL ? (gsize) (close - value) - 1 : strlen (value + 1));
    }
  plain = g_strdup (value);
  if (strstr (plain, " #") != NULL)
    *strstr (plain, " #") = '\0';

  return g_strdup (g_strstrip (plain));
}

static void
take_value (PresserScript *script,
            const char    *key,
            const char    *raw)
{
  g_autofree char *value = unquote (raw);
  PresserDate      date;

  g_strdelimit (value, "\n", ' ');
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (strcmp (keys[i].key, key) != 0)
        continue;
      if (keys[i].field != PRESSER_METADATA_DATE)
        presser_script_set_metadata (script, keys[i].field, value);
      else if (presser_date_find (value, MIN (strlen (value), 10), &date))
        {
          g_autofree char *iso = presser_date_dup_iso (&date);

          presser_script_set_metadata (script, PRESSER_METADATA_DATE, iso);
        }
      else
        presser_script_set_metadata (script, PRESSER_METADATA_DATE_TEXT, value);
    }
}

/* One key with all lines that belong to it. */
static const char *
take_entry (PresserScript *script,
            const char    *line,
            const char    *end)
{
  const char      *stop = line;
  const char      *colon;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  do
    {
      const char *newline = memchr (stop, '\n', (gsize) (end - stop));

      stop = newline != NULL ? newline + 1 : end;
    }
  while (stop < end && (*stop == ' ' || *stop == '\t'));

  colon = memchr (line, ':', (gsize) (stop - line));
  if (colon == NULL || script == NULL || !g_ascii_isalpha (*line))
    return stop;
  key = g_ascii_strdown (line, colon - line);
  value = g_strstrip (g_strndup (colon + 1, (gsize) (stop - colon) - 1));
  if (*value != '\0' && *value != '[' && *value != '{' && *value != '-')
    take_value (script, key, value);

  return stop;
}

/**
 * presser_front_matter_read:
 * @script: (nullable): gets what it says
 * @text: a text
 *
 * Returns: the bytes it takes, 0 if the text does not begin with front matter
 */
gsize
presser_front_matter_read (PresserScript *script,
                           const char    *text)
{
  const char *start = text + strspn (text, "\n");
  const char *end, *line;
  guint       n_keys = 0;

  if (!g_str_has_prefix (start, "---\n"))
    return 0;
  start += 4;
  end = strstr (start - 1, "\n---\n");
  if (end == NULL || end - start > 65536)
    return 0;

  end++;
  for (line = start; line < end; line = take_entry (NULL, line, end))
    n_keys += g_ascii_isalpha (*line) && strcspn (line, ":\n ") < 40 && line[strcspn (line, ":\n ")] == ':';
  if (n_keys == 0)
    return 0;
  if (script != NULL)
    for (line = start; line < end;)
      line = take_entry (script, line, end);

  return (gsize) (end - text) + 4;
}
