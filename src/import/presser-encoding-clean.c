/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-encoding.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define REPLACEMENT "\357\277\275"

/* What the bytes 0x80 to 0x9f mean in Windows-1252; 0 where nothing. Texts that were once read as Latin-1
 * carry them as control characters. */
static const guint16 windows_1252[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178
};

typedef struct
{
  GString *text;
  gsize    n_removed; /* characters that XML cannot hold */
  gsize    n_mapped;  /* control characters that stood for Windows-1252 */
  gboolean has_c1;    /* others than NEL, so that NEL is an ellipsis here */
} Cleaner;

static gboolean
has_c1_controls (const char *text,
                 gsize       size)
{
  const char *end = text + size;
  const char *hit = memchr (text, 0xc2, size);

  while (hit != NULL && end - hit > 1)
    {
      guint8 next = (guint8) hit[1];

      if (next >= 0x80 && next < 0xa0 && next != 0x85)
        return TRUE;
      hit = memchr (hit + 1, 0xc2, (gsize) (end - hit - 1));
    }

  return FALSE;
}

static gsize
clean_control (Cleaner    *cleaner,
               const char *text,
               const char *end)
{
  switch (*text)
    {
    case '\r':
      g_string_append_c (cleaner->text, '\n');
      return end - text > 1 && text[1] == '\n' ? 2 : 1;
    case '\f':
      g_string_append (cleaner->text, "\n\n");
      return 1;
    case '\v':
      g_string_append_c (cleaner->text, '\n');
      return 1;
    case '\n':
    case '\t':
      g_string_append_c (cleaner->text, *text);
      return 1;
    default:
      g_string_append (cleaner->text, REPLACEMENT);
      cleaner->n_removed++;
      return 1;
    }
}

static gsize
clean_c1 (Cleaner    *cleaner,
          const char *text)
{
  guint8  low = (guint8) text[1];
  guint16 meaning = windows_1252[low - 0x80];

  if (low == 0x85 && !cleaner->has_c1)
    g_string_append_c (cleaner->text, '\n');
  else if (meaning != 0)
    {
      g_string_append_unichar (cleaner->text, meaning);
      cleaner->n_mapped++;
    }
  else
    g_string_append_len (cleaner->text, text, 2);

  return 2;
}

/* Gives how many bytes were dealt with, 0 for an ordinary character. */
static gsize
clean_special (Cleaner    *cleaner,
               const char *text,
               const char *end)
{
  guint8 first = (guint8) text[0];
  gsize  left = (gsize) (end - text);

  if (first < 0x20 || first == 0x7f)
    return clean_control (cleaner, text, end);
  if (first == 0xc2 && left > 1 && (guint8) text[1] < 0xa0)
    return clean_c1 (cleaner, text);
  if (left > 2 && (memcmp (text, "\xe2\x80\xa8", 3) == 0 || memcmp (text, "\xe2\x80\xa9", 3) == 0))
    {
      g_string_append_c (cleaner->text, '\n');
      return 3;
    }
  if (left > 2 && (memcmp (text, "\xef\xbf\xbe", 3) == 0 || memcmp (text, "\xef\xbf\xbf", 3) == 0))
    {
      g_string_append (cleaner->text, REPLACEMENT);
      cleaner->n_removed++;
      return 3;
    }

  return 0;
}

static gboolean
is_ordinary (guint8 byte)
{
  return (byte >= 0x20 && byte != 0x7f && byte != 0xc2 && byte != 0xe2 && byte != 0xef) || byte == '\n';
}

static void
remark (GPtrArray     *remarks,
        const Cleaner *cleaner)
{
  if (remarks == NULL)
    return;

  if (cleaner->n_removed > 0)
    g_ptr_array_add (remarks,
                     g_strdup_printf (ngettext ("%u character that no XML file can hold became the replacement character.",
                                                "%u characters that no XML file can hold became replacement characters.",
                                                cleaner->n_removed),
                                      (guint) cleaner->n_removed));
  if (cleaner->n_mapped > 0)
    g_ptr_array_add (remarks,
                     g_strdup_printf (ngettext ("%u control character was read as the Windows-1252 character it stands for.",
                                                "%u control characters were read as the Windows-1252 characters they stand for.",
                                                cleaner->n_mapped),
                                      (guint) cleaner->n_mapped));
  if (strstr (cleaner->text->str, "\303\202\302\240") != NULL)
    g_ptr_array_add (remarks, g_strdup (_ ("The text seems to have been decoded twice: it holds “Â” in front of spaces. "
                                           "It was left as it is.")));
}

/**
 * presser_encoding_clean:
 * @text: valid UTF-8
 * @size: its bytes
 * @length: (out): bytes of the result
 * @remarks: (nullable) (element-type utf8): gets sentences on what was replaced
 *
 * CR, CRLF, NEL, LS, PS and vertical tab become LF, a form feed becomes a blank line; what XML cannot hold becomes U+FFFD;
 * C1 control characters become what they mean in Windows-1252.
 *
 * Returns: (transfer full): the clean text, NUL-terminated
 */
char *
presser_encoding_clean (const char *text,
                        gsize       size,
                        gsize      *length,
                        GPtrArray  *remarks)
{
  const char *end = text + size;
  Cleaner     cleaner = { g_string_sized_new (size + 1), 0, 0, has_c1_controls (text, size) };

  while (text < end)
    {
      const char *stop = text;
      gsize       n_done;

      while (stop < end && is_ordinary ((guint8) *stop))
        stop++;
      g_string_append_len (cleaner.text, text, stop - text);
      if (stop == end)
        break;

      n_done = clean_special (&cleaner, stop, end);
      if (n_done == 0)
        {
          n_done = (gsize) (g_utf8_next_char (stop) - stop);
          g_string_append_len (cleaner.text, stop, (gssize) n_done);
        }
      text = stop + n_done;
    }

  remark (remarks, &cleaner);
  *length = cleaner.text->len;
  return g_string_free (cleaner.text, FALSE);
}
