/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts XML into tokens that cover the file without a gap, so that every byte belongs to something. It does not judge:
 * libxml2 does that (presser-tei-source.c); what this finds in a file that libxml2 refuses is thrown away. */

#include "presser-tei-source-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"

/* libxml2 compares each attribute of a tag with every other. */
#define MAX_ATTRIBUTES 2000
#define MAX_NAMES      60000
#define MAX_BINDINGS   1000 /* of prefixes to namespaces, at one place */

#define XINCLUDE_NAMESPACE "http://www.w3.org/2001/XInclude"

typedef struct
{
  const char *prefix;
  guint       length;
  guint32     element; /* where it is bound */
  gboolean    is_tei;
  gboolean    is_xinclude;
} Binding;

typedef struct
{
  PresserTeiSource *source;
  GHashTable       *names;    /* PresserTeiName as key: its number + 1 */
  GArray           *bindings; /* of Binding, inner ones last */
  guint32           open;     /* innermost open element, or PRESSER_TEI_NONE */
  guint32           place;
} Scanner;

static guint
hash_name (gconstpointer key)
{
  const PresserTeiName *name = key;
  guint                 hash = 5381;

  for (guint i = 0; i < name->length; i++)
    hash = hash * 33 + (guchar) name->name[i];

  return hash;
}

static gboolean
names_equal (gconstpointer one,
             gconstpointer other)
{
  const PresserTeiName *first = one;
  const PresserTeiName *second = other;

  return first->length == second->length && memcmp (first->name, second->name, first->length) == 0;
}

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static void
add_token (Scanner            *self,
           guint32             start,
           PresserTeiTokenKind kind,
           guint32             element)
{
  PresserTeiToken token = { .start = start,
                            .element = element == PRESSER_TEI_NONE ? PRESSER_TEI_NO_TOKEN_ELEMENT : element,
                            .kind = kind };

  g_array_append_val (self->source->tokens, token);
}

static gboolean
fail (Scanner    *self,
      guint32     place,
      int         code,
      const char *reason,
      GError    **error)
{
  presser_tei_source_set_error (self->source, place, error, code, reason);

  return FALSE;
}

static guint32
find_end (Scanner    *self,
          guint32     from,
          const char *mark)
{
  const char *text = self->source->text;
  const char *found = g_strstr_len (text + from, (gssize) (self->source->length - from), mark);

  return found == NULL ? PRESSER_TEI_NONE : (guint32) (found - text + (gssize) strlen (mark));
}

/* A DOCTYPE ends at the first ">" outside quotes, comments, instructions and its own brackets. */
static guint32
find_doctype_end (Scanner *self,
                  guint32  from)
{
  const char *text = self->source->text;
  gsize       length = self->source->length;
  gboolean    inside = FALSE;

  for (guint32 i = from; i < length; i++)
    {
      if (text[i] == '"' || text[i] == '\'')
        {
          const char *close = memchr (text + i + 1, text[i], length - i - 1);

          if (close == NULL)
            return PRESSER_TEI_NONE;
          i = (guint32) (close - text);
        }
      else if (strncmp (text + i, "<!--", 4) == 0 || strncmp (text + i, "<?", 2) == 0)
        {
          guint32 end = find_end (self, i + 2, text[i + 1] == '!' ? "-->" : "?>");

          if (end == PRESSER_TEI_NONE)
            return PRESSER_TEI_NONE;
          i = end - 1;
        }
      else if (text[i] == '[')
        inside = TRUE;
      else if (text[i] == ']')
        inside = FALSE;
      else if (text[i] == '>' && !inside)
        return i + 1;
    }

  return PRESSER_TEI_NONE;
}

static guint
find_name (Scanner    *self,
           const char *start,
           guint       length)
{
  PresserTeiName  key = { .name = start, .length = length };
  PresserTeiName *name;
  const char     *colon;
  guint           number = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, &key));

  if (number > 0)
    return number - 1;

  name = g_new0 (PresserTeiName, 1);
  *name = key;
  colon = memchr (start, ':', length);
  name->prefix_length = colon == NULL ? 0 : (guint) (colon - start) + 1;
  name->local = g_strndup (start + name->prefix_length, length - name->prefix_length);
  name->class = presser_tei_vocabulary_classify (name->local);
  g_ptr_array_add (self->source->names, name);
  g_hash_table_insert (self->names, name, GUINT_TO_POINTER (self->source->names->len));

  return self->source->names->len - 1;
}

static void
add_binding (Scanner    *self,
             const char *attribute,
             guint       name_length,
             const char *value,
             guint       value_length)
{
  guint   skip = name_length > 5 ? 6 : 5;
  Binding binding = {
    .prefix = attribute + skip,
    .length = name_length - MIN (skip, name_length),
    .element = self->source->elements->len,
    .is_tei = value_length == strlen (PRESSER_TEI_NAMESPACE) && memcmp (value, PRESSER_TEI_NAMESPACE, value_length) == 0,
    .is_xinclude = value_length == strlen (XINCLUDE_NAMESPACE) && memcmp (value, XINCLUDE_NAMESPACE, value_length) == 0,
  };

  g_array_append_val (self->bindings, binding);
}

static void
add_id (Scanner           *self,
        PresserTeiElement *element,
        const char        *value,
        guint              length)
{
  PresserTeiSource *source = self->source;
  guint32           number = source->elements->len;
  g_autofree char  *id = g_strstrip (g_strndup (value, length));

  element->has_id = TRUE;
  if (g_hash_table_contains (source->ids, id))
    g_array_append_val (source->doubles, number);
  else
    g_hash_table_insert (source->ids, g_steal_pointer (&id), GUINT_TO_POINTER (number));
}

static void
note_attribute (Scanner           *self,
                PresserTeiElement *element,
                const char        *name,
                guint              name_length,
                const char        *value,
                guint              value_length)
{
  if (name_length < 5 || name[0] != 'x' || name[1] != 'm' || name[2] != 'l')
    return;

  if (name_length == 6 && memcmp (name, "xml:id", 6) == 0)
    add_id (self, element, value, value_length);
  else if (name_length == 8 && memcmp (name, "xml:lang", 8) == 0)
    element->has_language = TRUE;
  else if (memcmp (name, "xmlns", 5) == 0 && (name_length == 5 || name[5] == ':'))
    add_binding (self, name, name_length, value, value_length);
}

/* From behind the element's name to behind the ">"; G_MAXUINT32 if that is broken. */
static guint32
scan_attributes (Scanner           *self,
                 PresserTeiElement *element,
                 guint32            place,
                 guint             *n_attributes)
{
  const char *text = self->source->text;
  const char *end = text + self->source->length;
  const char *p = text + place;

  for (*n_attributes = 0; p < end; (*n_attributes)++)
    {
      const char *name;
      const char *name_end;
      const char *value;

      while (p < end && is_blank (*p))
        p++;
      if (p < end && *p == '>')
        return (guint32) (p - text) + 1;
      if (p + 1 < end && p[0] == '/' && p[1] == '>')
        {
          element->is_empty_tag = TRUE;
          return (guint32) (p - text) + 2;
        }

      for (name = p; p < end && !is_blank (*p) && *p != '=' && *p != '>' && *p != '<'; p++)
        ;
      for (name_end = p; p < end && is_blank (*p); p++)
        ;
      if (name == name_end || p >= end || *p != '=')
        return PRESSER_TEI_NONE;
      for (p++; p < end && is_blank (*p); p++)
        ;
      if (p >= end || (*p != '"' && *p != '\''))
        return PRESSER_TEI_NONE;
      value = p + 1;
      p = value < end ? memchr (value, *p, (gsize) (end - value)) : NULL;
      if (p == NULL)
        return PRESSER_TEI_NONE;
      note_attribute (self, element, name, (guint) (name_end - name), value, (guint) (p - value));
      p++;
    }

  return PRESSER_TEI_NONE;
}

static const Binding *
find_binding (Scanner              *self,
              const PresserTeiName *name)
{
  guint length = name->prefix_length > 0 ? name->prefix_length - 1 : 0;

  for (guint i = self->bindings->len; i > 0; i--)
    {
      Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (binding->length == length && memcmp (binding->prefix, name->name, length) == 0)
        return binding;
    }

  return NULL;
}

static void
find_namespace (Scanner           *self,
                PresserTeiElement *element)
{
  const PresserTeiName *name = g_ptr_array_index (self->source->names, element->name);
  const Binding        *binding = find_binding (self, name);

  element->is_tei = binding != NULL ? binding->is_tei : name->prefix_length == 0 && self->source->is_legacy;
  element->is_include = binding != NULL && binding->is_xinclude && strcmp (name->local, "include") == 0;
}

static void
drop_bindings (Scanner *self,
               guint32  element)
{
  while (self->bindings->len > 0
         && g_array_index (self->bindings, Binding, self->bindings->len - 1).element == element)
    g_array_set_size (self->bindings, self->bindings->len - 1);
}

/* P4, and P5 by people who forgot: a root of the right name in no namespace at all. */
static void
judge_root (Scanner           *self,
            PresserTeiElement *root)
{
  const PresserTeiName    *name = g_ptr_array_index (self->source->names, root->name);
  static const char *const roots[] = { "TEI", "TEI.2", "teiCorpus", "teiCorpus.2", NULL };

  if (!root->is_tei && self->bindings->len == 0 && g_strv_contains (roots, name->local))
    {
      self->source->is_legacy = TRUE;
      root->is_tei = TRUE;
    }
}

static gboolean
scan_start_tag (Scanner *self,
                GError **error)
{
  PresserTeiSource *source = self->source;
  PresserTeiElement element = { .parent = self->open, .tag_start = self->place, .token = source->tokens->len };
  guint32           number = source->elements->len;
  guint32           name_end = self->place + 1;
  guint             n_attributes;

  while (name_end < source->length && !is_blank (source->text[name_end]) && strchr ("/><", source->text[name_end]) == NULL)
    name_end++;
  if (source->names->len >= MAX_NAMES || number >= PRESSER_TEI_NO_TOKEN_ELEMENT)
    return fail (self, self->place, PRESSER_ERROR_TOO_LARGE, _ ("it has more elements than Presser can hold"), error);

  element.name = (guint16) find_name (self, source->text + self->place + 1, name_end - self->place - 1);
  element.tag_end = scan_attributes (self, &element, name_end, &n_attributes);
  if (element.tag_end == PRESSER_TEI_NONE)
    return fail (self, self->place, PRESSER_ERROR_INVALID, _ ("this tag is broken"), error);
  if (self->bindings->len > MAX_BINDINGS)
    return fail (self, self->place, PRESSER_ERROR_TOO_LARGE, _ ("more namespaces are declared here than Presser can hold"), error);
  if (n_attributes > MAX_ATTRIBUTES)
    return fail (self, self->place, PRESSER_ERROR_TOO_LARGE, _ ("this tag has too many attributes"), error);

  find_namespace (self, &element);
  if (number == 0)
    judge_root (self, &element);
  element.close_start = element.close_end = element.tag_end;
  element.next = number + 1;
  g_array_append_val (source->elements, element);
  add_token (self, element.tag_start, element.is_empty_tag ? PRESSER_TEI_TOKEN_EMPTY : PRESSER_TEI_TOKEN_START, number);
  if (element.is_empty_tag)
    drop_bindings (self, number);
  else
    self->open = number;
  self->place = element.tag_end;

  return TRUE;
}

static gboolean
scan_end_tag (Scanner *self,
              GError **error)
{
  const char        *text = self->source->text;
  const char        *end = memchr (text + self->place, '>', self->source->length - self->place);
  PresserTeiElement *element;

  if (end == NULL || self->open == PRESSER_TEI_NONE)
    return fail (self, self->place, PRESSER_ERROR_INVALID, _ ("this tag is broken"), error);

  element = presser_tei_source_get_element (self->source, self->open);
  element->close_start = self->place;
  element->close_end = (guint32) (end - text) + 1;
  element->next = self->source->elements->len;
  add_token (self, self->place, PRESSER_TEI_TOKEN_END, self->open);
  drop_bindings (self, self->open);
  self->open = element->parent;
  self->place = element->close_end;

  return TRUE;
}

static gboolean
scan_declaration (Scanner *self,
                  GError **error)
{
  const char         *text = self->source->text + self->place;
  PresserTeiTokenKind kind = PRESSER_TEI_TOKEN_OTHER;
  guint32             end;

  if (strncmp (text, "<!--", 4) == 0)
    end = find_end (self, self->place + 4, "-->");
  else if (strncmp (text, "<?", 2) == 0)
    end = find_end (self, self->place + 2, "?>");
  else if (strncmp (text, "<![CDATA[", 9) == 0)
    {
      kind = PRESSER_TEI_TOKEN_CDATA;
      end = find_end (self, self->place + 9, "]]>");
    }
  else
    {
      end = find_doctype_end (self, self->place + 2);
      if (end != PRESSER_TEI_NONE)
        presser_tei_scan_doctype (self->source, self->place, end);
    }
  if (end == PRESSER_TEI_NONE)
    return fail (self, self->place, PRESSER_ERROR_INVALID, _ ("what begins here does not end"), error);

  add_token (self, self->place, kind, self->open);
  self->place = end;

  return TRUE;
}

static gboolean
scan_markup (Scanner *self,
             GError **error)
{
  char next = self->source->text[self->place + 1];

  if (next == '/')
    return scan_end_tag (self, error);
  if (next == '!' || next == '?')
    return scan_declaration (self, error);

  return scan_start_tag (self, error);
}

static void
scan_text (Scanner *self)
{
  const char *text = self->source->text;
  const char *next = memchr (text + self->place, '<', self->source->length - self->place);

  add_token (self, self->place, PRESSER_TEI_TOKEN_TEXT, self->open);
  self->place = next == NULL ? (guint32) self->source->length : (guint32) (next - text);
}

/* Fills tokens, elements, names, ids and entities. The text must end with a NUL behind its length. */
gboolean
presser_tei_scan (PresserTeiSource *source,
                  GError          **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (hash_name, names_equal);
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  Scanner self = { .source = source, .names = names, .bindings = bindings, .open = PRESSER_TEI_NONE };

  while (self.place < source->length)
    {
      if (source->text[self.place] != '<')
        scan_text (&self);
      else if (!scan_markup (&self, error))
        return FALSE;
    }
  add_token (&self, (guint32) source->length, PRESSER_TEI_TOKEN_OTHER, PRESSER_TEI_NONE);

  if (self.open != PRESSER_TEI_NONE)
    return fail (&self, (guint32) source->length, PRESSER_ERROR_INVALID, _ ("the file ends too early"), error);

  return TRUE;
}
