/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-patch-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"

#define CDATA_START 9 /* <![CDATA[ */
#define CDATA_END   3 /* ]]> */

typedef struct
{
  guint32 start;
  guint32 end;
  guint   order;
  char   *text; /* or NULL */
} Patch;

struct _PresserTeiPatches
{
  PresserTeiSource *source;  /* borrowed */
  GArray           *patches; /* of Patch */
  gboolean          is_sorted;
};

static void
clear_patch (gpointer data)
{
  g_free (((Patch *) data)->text);
}

PresserTeiPatches *
presser_tei_patches_new (PresserTeiSource *source)
{
  PresserTeiPatches *self = g_new0 (PresserTeiPatches, 1);

  self->source = source;
  self->patches = g_array_new (FALSE, FALSE, sizeof (Patch));
  g_array_set_clear_func (self->patches, clear_patch);

  return self;
}

void
presser_tei_patches_free (PresserTeiPatches *self)
{
  g_array_unref (self->patches);
  g_free (self);
}

gboolean
presser_tei_patches_is_empty (PresserTeiPatches *self)
{
  return self->patches->len == 0;
}

static void
add (PresserTeiPatches *self,
     guint32            start,
     guint32            end,
     const char        *text)
{
  Patch patch = { start, end, self->patches->len, g_strdup (text) };

  g_array_append_val (self->patches, patch);
  self->is_sorted = FALSE;
}

void
presser_tei_patches_delete (PresserTeiPatches *self,
                            guint32            start,
                            guint32            end)
{
  if (start < end)
    add (self, start, end, NULL);
}

void
presser_tei_patches_insert (PresserTeiPatches *self,
                            guint32            place,
                            const char        *text)
{
  guint            token = place >= self->source->length ? 0 : presser_tei_source_find_token (self->source, place);
  guint32          start = presser_tei_source_get_token (self->source, token)->start;
  guint32          end = presser_tei_source_get_token_end (self->source, token);
  g_autofree char *parted = NULL;

  if (presser_tei_source_get_token (self->source, token)->kind != PRESSER_TEI_TOKEN_CDATA || place == start)
    add (self, place, place, text);
  else if (place <= start + CDATA_START)
    add (self, start, start, text);
  else if (place >= end - CDATA_END)
    add (self, end, end, text);
  else
    {
      parted = g_strconcat ("]]>", text, "<![CDATA[", NULL);
      add (self, place, place, parted);
    }
}

void
presser_tei_patches_replace (PresserTeiPatches *self,
                             guint32            start,
                             guint32            end,
                             const char        *text)
{
  presser_tei_patches_insert (self, start, text);
  presser_tei_patches_delete (self, start, end);
}

void
presser_tei_patches_delete_element (PresserTeiPatches *self,
                                    guint32            element)
{
  PresserTeiElement *gone = presser_tei_source_get_element (self->source, element);
  guint32            start = gone->tag_start;

  if (gone->token > 0 && presser_tei_source_get_token (self->source, gone->token - 1)->kind == PRESSER_TEI_TOKEN_TEXT)
    {
      guint32 limit = presser_tei_source_get_token (self->source, gone->token - 1)->start;

      while (start > limit && strchr (" \t\r\n", self->source->text[start - 1]) != NULL)
        start--;
    }
  presser_tei_patches_delete (self, start, gone->close_end);
}

/* The value alone, in the quotes that stand there. */
static void
replace_value (PresserTeiPatches         *self,
               const PresserTeiAttribute *attribute,
               const char                *value)
{
  g_autofree char *old = presser_tei_source_dup_value (self->source, attribute);
  g_autoptr (GString) text = g_string_new (NULL);

  if (strcmp (old, value) == 0)
    return;
  presser_tei_append_attribute (text, "", value);
  g_string_erase (text, 0, (gssize) (strchr (text->str, '"') + 1 - text->str));
  g_string_truncate (text, text->len - 1);
  if (self->source->text[attribute->value_end] == '\'')
    g_string_replace (text, "'", "&apos;", 0);
  presser_tei_patches_replace (self, attribute->value_start, attribute->value_end, text->str);
}

void
presser_tei_patches_set_attribute (PresserTeiPatches *self,
                                   guint32            element,
                                   const char        *name,
                                   const char        *value)
{
  PresserTeiSource   *source = self->source;
  PresserTeiElement  *owner = presser_tei_source_get_element (source, element);
  PresserTeiAttribute attribute;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_there = presser_tei_source_find_attribute (source, element, name, &attribute);
  guint32  place = owner->tag_end - (owner->is_empty_tag ? 2 : 1);

  if (is_there && value != NULL)
    replace_value (self, &attribute, value);
  else if (is_there)
    {
      guint32 start = attribute.start;

      while (strchr (" \t\r\n", source->text[start - 1]) != NULL)
        start--;
      presser_tei_patches_delete (self, start, attribute.end);
    }
  else if (value != NULL)
    {
      while (strchr (" \t\r\n", source->text[place - 1]) != NULL)
        place--;
      presser_tei_append_attribute (text, name, value);
      add (self, place, place, text->str);
    }
}

static int
compare_patches (gconstpointer one,
                 gconstpointer other)
{
  const Patch *first = one;
  const Patch *second = other;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

static guint
find_first (PresserTeiPatches *self,
            guint32            start)
{
  guint low = 0;
  guint high = self->patches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->patches, Patch, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

char *
presser_tei_patches_apply (PresserTeiPatches *self,
                           guint32            start,
                           guint32            end,
                           gsize             *length)
{
  const char *text = self->source->text;
  GString    *result = g_string_sized_new (end - start + 256);
  guint32     done = start;

  if (!self->is_sorted)
    g_array_sort (self->patches, compare_patches);
  self->is_sorted = TRUE;

  for (guint i = find_first (self, start); i < self->patches->len; i++)
    {
      Patch *patch = &g_array_index (self->patches, Patch, i);

      if (patch->start > end || (patch->start == end && end < self->source->length))
        break;
      if (patch->start > done)
        {
          g_string_append_len (result, text + done, patch->start - done);
          done = patch->start;
        }
      if (patch->text != NULL)
        g_string_append (result, patch->text);
      done = MAX (done, patch->end);
    }
  if (end > done)
    g_string_append_len (result, text + done, end - done);
  if (length != NULL)
    *length = result->len;

  return g_string_free (result, FALSE);
}

void
presser_tei_patches_add_all (PresserTeiPatches *self,
                             PresserTeiPatches *other)
{
  for (guint order = 0; order < other->patches->len; order++)
    for (guint i = 0; i < other->patches->len; i++)
      {
        Patch *patch = &g_array_index (other->patches, Patch, i);

        if (patch->order == order)
          add (self, patch->start, patch->end, patch->text);
      }
}
