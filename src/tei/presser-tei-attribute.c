/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Attributes are not kept: a tag is looked through again when one is asked for. */

#include "presser-tei-source-private.h"

#include <string.h>

/* Values and names with entities in them end here: nobody reads more, and a bomb has no more. */
#define MAX_EXPANDED 4096

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Steps to the next attribute of a start tag; @attribute all zero for the first. */
gboolean
presser_tei_source_next_attribute (PresserTeiSource    *self,
                                   guint32              element,
                                   PresserTeiAttribute *attribute)
{
  PresserTeiElement *owner = presser_tei_source_get_element (self, element);
  const char        *text = self->text;
  guint32            place = attribute->end;

  if (place == 0)
    {
      PresserTeiName *name = g_ptr_array_index (self->names, owner->name);

      place = owner->tag_start + 1 + name->length;
    }
  while (is_blank (text[place]))
    place++;
  if (text[place] == '>' || text[place] == '/')
    return FALSE;

  attribute->start = place;
  while (!is_blank (text[place]) && text[place] != '=')
    place++;
  attribute->name_end = place;
  while (text[place] != '"' && text[place] != '\'')
    place++;
  attribute->value_start = place + 1;
  attribute->value_end = (guint32) (strchr (text + place + 1, text[place]) - text);
  attribute->end = attribute->value_end + 1;

  return TRUE;
}

gboolean
presser_tei_source_find_attribute (PresserTeiSource    *self,
                                   guint32              element,
                                   const char          *name,
                                   PresserTeiAttribute *attribute)
{
  gsize length = strlen (name);

  *attribute = (PresserTeiAttribute){ 0 };
  while (presser_tei_source_next_attribute (self, element, attribute))
    if (attribute->name_end - attribute->start == length && memcmp (self->text + attribute->start, name, length) == 0)
      return TRUE;

  return FALSE;
}

/* Most values stand for themselves. */
static gboolean
is_plain_value (const char *value,
                guint       length)
{
  for (guint i = 0; i < length; i++)
    if (value[i] == '&' || (guchar) value[i] < ' ')
      return FALSE;

  return TRUE;
}

/* The value with references replaced and white space as spaces. */
char *
presser_tei_source_dup_value (PresserTeiSource          *self,
                              const PresserTeiAttribute *attribute)
{
  guint    length = attribute->value_end - attribute->value_start;
  guint32  place = attribute->value_start;
  GString *value;

  if (is_plain_value (self->text + place, length))
    return g_strndup (self->text + place, length);

  value = g_string_sized_new (length + 1);
  while (place < attribute->value_end && value->len < length + MAX_EXPANDED)
    {
      PresserTeiReference reference;

      if (self->text[place] != '&')
        {
          g_string_append_c (value, is_blank (self->text[place]) ? ' ' : self->text[place]);
          place++;
          continue;
        }
      presser_tei_source_read_reference (self, place, attribute->value_end, &reference);
      if (reference.expansion != NULL)
        g_string_append_len (value, reference.expansion, (gssize) reference.expansion_length);
      else
        g_string_append_unichar (value, reference.character);
      place = reference.end;
    }

  return g_string_free (value, FALSE);
}

char *
presser_tei_source_dup_attribute (PresserTeiSource *self,
                                  guint32           element,
                                  const char       *name)
{
  PresserTeiAttribute attribute;

  return presser_tei_source_find_attribute (self, element, name, &attribute)
             ? presser_tei_source_dup_value (self, &attribute)
             : NULL;
}

static void
append_run (PresserTeiSource *self,
            GString          *text,
            gboolean         *blank,
            guint32           start,
            guint32           end,
            gboolean          is_cdata)
{
  guint32 place = start;

  while (place < end && text->len < end - start + MAX_EXPANDED)
    {
      PresserTeiReference reference = { .end = place + 1 };

      if (is_blank (self->text[place]))
        {
          *blank = TRUE;
          place++;
          continue;
        }
      if (*blank && text->len > 0)
        g_string_append_c (text, ' ');
      *blank = FALSE;
      if (self->text[place] != '&' || is_cdata)
        {
          g_string_append_c (text, self->text[place]);
          place++;
          continue;
        }
      presser_tei_source_read_reference (self, place, end, &reference);
      if (reference.expansion != NULL)
        g_string_append_len (text, reference.expansion, (gssize) reference.expansion_length);
      else
        g_string_append_unichar (text, reference.character);
      place = reference.end;
    }
}

/* Text of an element, its descendants' included: literal white space folded and trimmed, referenced kept. */
char *
presser_tei_source_dup_text (PresserTeiSource *self,
                             guint32           element)
{
  PresserTeiElement *owner;
  GString           *text;
  gboolean           blank = FALSE;

  if (element == PRESSER_TEI_NONE)
    return NULL;

  owner = presser_tei_source_get_element (self, element);
  text = g_string_new (NULL);
  for (guint token = owner->token; presser_tei_source_get_token (self, token)->start < owner->close_start; token++)
    {
      PresserTeiTokenKind kind = presser_tei_source_get_token (self, token)->kind;
      guint32             start = presser_tei_source_get_token (self, token)->start;
      guint32             end = presser_tei_source_get_token_end (self, token);

      if (kind == PRESSER_TEI_TOKEN_TEXT)
        append_run (self, text, &blank, start, end, FALSE);
      else if (kind == PRESSER_TEI_TOKEN_CDATA)
        append_run (self, text, &blank, start + 9, end - 3, TRUE);
    }

  return g_string_free (text, text->len == 0);
}
