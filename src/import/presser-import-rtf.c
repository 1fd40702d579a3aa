/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rich Text Format 1.9: groups, control words, text in the code page of the document or as \u. Only what becomes text
 * is read; tables of fonts, styles, pictures and everything marked \* are passed over. */

#include "presser-import-private.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-error.h"
#include "presser-line-builder.h"

#define MAX_GROUPS 1000

typedef struct
{
  gboolean is_skipped;
  gboolean is_bold;
  gboolean is_hidden;
  guint    n_skip; /* \uc: bytes that stand for a \u */
} Group;

typedef struct
{
  PresserLineBuilder lines;
  GArray            *groups; /* of Group, the innermost last */
  GString           *bytes;  /* of the code page, not converted yet */
  char               encoding[24];
  guint              n_to_skip;  /* after \u */
  gunichar           surrogate;  /* first half of a pair, or 0 */
  GString           *note;       /* of the footnote or comment that is being read, or NULL */
  guint              note_depth; /* of its group */
} Reader;

static Group *
get_group (Reader *reader)
{
  return &g_array_index (reader->groups, Group, reader->groups->len - 1);
}

/* A note stands in the middle of the sentence that it belongs to; it is kept out of it. */
static void
add_text (Reader     *reader,
          const char *text)
{
  if (reader->note != NULL)
    g_string_append (reader->note, text);
  else
    presser_line_builder_add (&reader->lines, text, get_group (reader)->is_bold);
}

static void
flush_bytes (Reader *reader)
{
  g_autofree char *text = NULL;

  if (reader->bytes->len == 0)
    return;
  text = g_convert_with_fallback (reader->bytes->str, (gssize) reader->bytes->len, "UTF-8", reader->encoding, "\357\277\275", NULL, NULL, NULL);
  if (text == NULL)
    text = g_convert (reader->bytes->str, (gssize) reader->bytes->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (text != NULL)
    add_text (reader, text);
  g_string_truncate (reader->bytes, 0);
}

static gboolean
is_silent (Reader *reader)
{
  const Group *group = get_group (reader);

  return group->is_skipped || group->is_hidden;
}

static void
add_byte (Reader *reader,
          char    byte)
{
  if (reader->n_to_skip > 0)
    reader->n_to_skip--;
  else if (!is_silent (reader) && byte != '\0')
    g_string_append_c (reader->bytes, byte);
}

static void
add_character (Reader  *reader,
               gunichar character)
{
  char text[7] = { 0 };

  if (is_silent (reader))
    return;
  flush_bytes (reader);
  if (character >= 0xd800 && character < 0xdc00)
    {
      reader->surrogate = character;
      return;
    }
  if (character >= 0xdc00 && character < 0xe000 && reader->surrogate != 0)
    character = 0x10000 + ((reader->surrogate - 0xd800) << 10) + (character - 0xdc00);
  reader->surrogate = 0;
  if (character == 0 || !g_unichar_validate (character) || character < 0x20)
    character = 0xfffd;
  g_unichar_to_utf8 (character, text);
  add_text (reader, text);
}

static void
end_line (Reader  *reader,
          gboolean ends_paragraph)
{
  if (is_silent (reader))
    return;
  flush_bytes (reader);
  if (reader->note != NULL)
    g_string_append_c (reader->note, ' ');
  else
    presser_line_builder_end_line (&reader->lines, ends_paragraph);
}

/* Comments are marked \*, and are read all the same, unless they stand in what is passed over. */
static void
begin_note (Reader *reader)
{
  guint depth = reader->groups->len;

  flush_bytes (reader);
  if (reader->note != NULL || depth < 2 || g_array_index (reader->groups, Group, depth - 2).is_skipped)
    return;
  get_group (reader)->is_skipped = FALSE;
  reader->note = g_string_new (NULL);
  reader->note_depth = depth;
}

static void
end_group (Reader *reader)
{
  flush_bytes (reader);
  if (reader->note != NULL && reader->groups->len == reader->note_depth)
    {
      char *note = g_strstrip (g_string_free (g_steal_pointer (&reader->note), FALSE));

      if (*note != '\0')
        presser_line_builder_take_note (&reader->lines, note);
      else
        g_free (note);
    }
  if (reader->groups->len > 1)
    g_array_set_size (reader->groups, reader->groups->len - 1);
}

typedef struct
{
  const char *word;
  gunichar    character;
} Sign;

static const Sign signs[] = {
  { "tab", '\t' },
  { "cell", '\t' },
  { "emdash", 0x2014 },
  { "endash", 0x2013 },
  { "lquote", 0x2018 },
  { "rquote", 0x2019 },
  { "ldblquote", 0x201c },
  { "rdblquote", 0x201d },
  { "bullet", 0x2022 },
  { "emspace", 0x2003 },
  { "enspace", 0x2002 },
};

static gboolean
add_sign (Reader     *reader,
          const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (signs[i].word, word) == 0)
      {
        if (signs[i].character == '\t' && !is_silent (reader))
          {
            flush_bytes (reader);
            add_text (reader, "\t");
          }
        else
          add_character (reader, signs[i].character);
        return TRUE;
      }

  return FALSE;
}

/* Destinations that hold no text of the document. */
static gboolean
is_other_destination (const char *word)
{
  return presser_name_is_in (word, " fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
                                   "listtable listoverridetable rsidtbl generator xmlnstbl themedata datastore latentstyles fldinst "
                                   "atnid atnauthor atnref atndate atnicn revtbl filetbl private nonshppict ");
}

static void
obey (Reader     *reader,
      const char *word,
      int         number,
      gboolean    has_number)
{
  Group *group = get_group (reader);

  if (is_other_destination (word))
    group->is_skipped = TRUE;
  else if (strcmp (word, "footnote") == 0 || strcmp (word, "annotation") == 0)
    begin_note (reader);
  else if (strcmp (word, "par") == 0 || strcmp (word, "row") == 0 || strcmp (word, "sect") == 0 || strcmp (word, "page") == 0)
    end_line (reader, TRUE);
  else if (strcmp (word, "line") == 0)
    end_line (reader, FALSE);
  else if (strcmp (word, "u") == 0 && has_number)
    {
      add_character (reader, (gunichar) (number < 0 ? number + 65536 : number));
      reader->n_to_skip = group->n_skip;
    }
  else if (strcmp (word, "uc") == 0 && has_number)
    group->n_skip = (guint) CLAMP (number, 0, 16);
  else if (strcmp (word, "b") == 0 || strcmp (word, "plain") == 0 || strcmp (word, "v") == 0)
    {
      flush_bytes (reader);
      if (*word == 'v')
        group->is_hidden = !has_number || number != 0;
      else
        group->is_bold = *word == 'b' && (!has_number || number != 0);
    }
  else if (strcmp (word, "ansicpg") == 0 && number > 0 && number < 100000)
    g_snprintf (reader->encoding, sizeof reader->encoding, number == 65001 ? "UTF-8" : number == 10000 ? "MACINTOSH"
                                                                                                       : "CP%d",
                number);
  else
    add_sign (reader, word);
}

/* \word-12 and one blank; gives the place behind it. */
static const char *
read_word (Reader     *reader,
           const char *place,
           const char *end)
{
  char     word[40];
  gsize    n = 0;
  gboolean is_negative, has_number;
  int      number = 0;

  for (; place < end && g_ascii_isalpha (*place); place++)
    if (n < sizeof word - 1)
      word[n++] = *place;
  word[n] = '\0';
  is_negative = place < end && *place == '-';
  place += is_negative;
  has_number = place < end && g_ascii_isdigit (*place);
  for (; place < end && g_ascii_isdigit (*place); place++)
    number = MIN (number * 10 + (*place - '0'), 10000000);
  if (place < end && *place == ' ')
    place++;
  obey (reader, word, is_negative ? -number : number, has_number);

  return place;
}

static const char *
read_control (Reader     *reader,
              const char *place,
              const char *end)
{
  if (place == end)
    return place;
  if (g_ascii_isalpha (*place))
    return read_word (reader, place, end);

  switch (*place)
    {
    case '\'':
      if (end - place > 2 && g_ascii_isxdigit (place[1]) && g_ascii_isxdigit (place[2]))
        {
          add_byte (reader, (char) (g_ascii_xdigit_value (place[1]) * 16 + g_ascii_xdigit_value (place[2])));
          return place + 3;
        }
      return place + 1;
    case '*':
      get_group (reader)->is_skipped = TRUE;
      return place + 1;
    case '~':
      add_character (reader, 0xa0);
      return place + 1;
    case '_':
      add_character (reader, 0x2011);
      return place + 1;
    case '-':
      add_character (reader, 0xad);
      return place + 1;
    case '\n':
    case '\r':
      end_line (reader, TRUE);
      return place + 1;
    default:
      add_byte (reader, *place);
      return place + 1;
    }
}

static gboolean
read_all (Reader     *reader,
          const char *place,
          const char *end)
{
  while (place < end)
    {
      Group copy = *get_group (reader);

      switch (*place)
        {
        case '{':
          if (reader->groups->len > MAX_GROUPS)
            return FALSE;
          flush_bytes (reader);
          g_array_append_val (reader->groups, copy);
          place++;
          break;
        case '}':
          end_group (reader);
          place++;
          break;
        case '\\':
          place = read_control (reader, place + 1, end);
          break;
        case '\n':
        case '\r':
          place++;
          break;
        default:
          add_byte (reader, *place++);
        }
    }

  return TRUE;
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_autoptr (PresserScript) script = presser_script_new ();
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  Reader      reader = { .encoding = "CP1252" };
  Group       first = { .n_skip = 1 };
  gboolean    is_sound;

  presser_line_builder_init (&reader.lines, script);
  reader.bytes = g_string_new (NULL);
  reader.groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_append_val (reader.groups, first);
  is_sound = read_all (&reader, data, data + size);
  /* A file cut off in a note ends it, too. */
  while (reader.note != NULL)
    end_group (&reader);
  end_line (&reader, TRUE);
  g_array_unref (reader.groups);
  g_string_free (reader.bytes, TRUE);
  presser_line_builder_clear (&reader.lines);

  if (!is_sound || presser_script_is_empty (script))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   is_sound ? _ ("“%s” is a document without any text in it.") : _ ("“%s” is damaged: its groups are nested without end."), name);
      return NULL;
    }

  return presser_script_finish (script, options->metadata, options, report);
}

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize       start = 0;

  while (start < MIN (size, 16) && g_ascii_isspace (data[start]))
    start++;

  return size - start > 5 && memcmp (data + start, "{\\rtf", 5) == 0 ? 95 : 0;
}

const PresserImporter presser_import_rtf = {
  .id = "rtf",
  .description = N_ ("Rich Text Format"),
  .patterns = "*.rtf",
  .score = score,
  .import = import,
};
