/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file as bytes with the place of everything in them. libxml2 says whether it is well-formed, and why not; no tree is
 * made, and xml:id is never shown to libxml2 as an id, because its id tables grow slow. */

#include "presser-tei-source-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-xml-private.h"

static void
name_free (gpointer data)
{
  PresserTeiName *name = data;

  g_free (name->local);
  g_free (name);
}

static void
clear (gpointer data)
{
  PresserTeiSource *self = data;

  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->utf8, g_bytes_unref);
  g_free (self->name);
  g_free (self->encoding);
  g_array_unref (self->tokens);
  g_array_unref (self->elements);
  g_array_unref (self->doubles);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->ids);
  g_clear_pointer (&self->checkpoints, g_hash_table_unref);
  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->sizes);
}

PresserTeiSource *
presser_tei_source_ref (PresserTeiSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
presser_tei_source_unref (PresserTeiSource *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Counts lines from 1 and columns in bytes from 1. */
guint
presser_tei_source_get_line (PresserTeiSource *self,
                             guint32           place,
                             guint            *column)
{
  const char *text = self->text;
  const char *end = text + MIN (place, self->length);
  const char *line_start = text;
  guint       line = 1;

  for (const char *p = text; p < end; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }
  if (column != NULL)
    *column = (guint) (end - line_start) + 1;

  return line;
}

void
presser_tei_source_set_error (PresserTeiSource *self,
                              guint32           place,
                              GError          **error,
                              int               code,
                              const char       *reason)
{
  g_set_error (error, PRESSER_ERROR, code,
               /* Translators: a file name, a line number, and a reason that begins with a small letter. */
               _ ("“%s”, line %u: %s."), self->name, presser_tei_source_get_line (self, place, NULL), reason);
}

static void
ignore_start (void           *user_data,
              const xmlChar  *name,
              const xmlChar  *prefix,
              const xmlChar  *uri,
              int             n_namespaces,
              const xmlChar **namespaces,
              int             n_attributes,
              int             n_defaulted,
              const xmlChar **attributes)
{
}

static void
ignore_end (void          *user_data,
            const xmlChar *name,
            const xmlChar *prefix,
            const xmlChar *uri)
{
}

static void
ignore_text (void          *user_data,
             const xmlChar *text,
             int            length)
{
}

static gboolean
judge (PresserTeiSource *self,
       GError          **error)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) doc = NULL;
  const xmlError  *reason;
  g_autofree char *message = NULL;

  context->sax->startElementNs = ignore_start;
  context->sax->endElementNs = ignore_end;
  context->sax->characters = ignore_text;
  context->sax->ignorableWhitespace = ignore_text;
  context->sax->cdataBlock = ignore_text;
  context->sax->comment = NULL;
  context->sax->processingInstruction = NULL;
  context->sax->reference = NULL;
  doc = xmlCtxtReadMemory (context, self->text, (int) self->length, NULL, "UTF-8", PRESSER_XML_PARSE_OPTIONS);
  if (doc != NULL && context->wellFormed)
    return TRUE;

  reason = xmlCtxtGetLastError (context);
  message = g_strchomp (g_utf8_make_valid (reason != NULL && reason->message != NULL ? reason->message : "", -1));
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
               /* Translators: a file name, a line number, and what libxml2 says, in English. */
               _ ("“%s”, line %d: this is not well-formed XML (%s)."), self->name, reason != NULL ? reason->line : 0, message);

  return FALSE;
}

static void
find_line_end (PresserTeiSource *self)
{
  const char *end = memchr (self->text, '\n', self->length);

  self->line_end = end != NULL && end > self->text && end[-1] == '\r' ? "\r\n" : "\n";
}

/* Where the scanner and libxml2 disagree the file is refused: nothing may be patched that is not understood. */
static gboolean
read_source (PresserTeiSource *self,
             gboolean          is_utf8,
             GError          **error)
{
  g_autoptr (GError) scan_error = NULL;

  if (!presser_tei_encoding_read (self, is_utf8, error))
    return FALSE;
  if (!presser_tei_scan (self, &scan_error) && g_error_matches (scan_error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE))
    {
      g_propagate_error (error, g_steal_pointer (&scan_error));
      return FALSE;
    }
  if (presser_tei_source_is_bomb (self))
    {
      presser_tei_source_set_error (self, 0, error, PRESSER_ERROR_TOO_LARGE,
                                    _ ("its entities stand for more text than Presser takes from entities"));
      return FALSE;
    }
  if (!judge (self, error))
    return FALSE;
  if (scan_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&scan_error));
      return FALSE;
    }
  find_line_end (self);

  return TRUE;
}

static PresserTeiSource *
make_source (GBytes     *bytes,
             const char *name,
             gboolean    is_utf8,
             GError    **error)
{
  g_autoptr (PresserTeiSource) self = g_atomic_rc_box_new0 (PresserTeiSource);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (PresserTeiToken));
  self->elements = g_array_new (FALSE, FALSE, sizeof (PresserTeiElement));
  self->doubles = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->line_end = "\n";
  if (!read_source (self, is_utf8, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* @name: for messages. Sets PRESSER_ERROR_INVALID for anything that is not well-formed XML. */
PresserTeiSource *
presser_tei_source_new (GBytes     *bytes,
                        const char *name,
                        GError    **error)
{
  return make_source (bytes, name, FALSE, error);
}

PresserTeiSource *
presser_tei_source_new_utf8 (GBytes     *utf8,
                             const char *name,
                             GError    **error)
{
  return make_source (utf8, name, TRUE, error);
}

static PresserTeiName *
get_name (PresserTeiSource *self,
          guint32           element)
{
  return g_ptr_array_index (self->names, presser_tei_source_get_element (self, element)->name);
}

/* The local name; of an element outside TEI the empty string. Borrowed. */
const char *
presser_tei_source_get_name (PresserTeiSource *self,
                             guint32           element)
{
  return presser_tei_source_get_element (self, element)->is_tei ? get_name (self, element)->local : "";
}

const char *
presser_tei_source_get_local_name (PresserTeiSource *self,
                                   guint32           element)
{
  return get_name (self, element)->local;
}

PresserTeiClass
presser_tei_source_get_class (PresserTeiSource *self,
                              guint32           element)
{
  return presser_tei_source_get_element (self, element)->is_tei ? get_name (self, element)->class : PRESSER_TEI_INLINE;
}

/* With its colon, or the empty string. */
char *
presser_tei_source_dup_prefix (PresserTeiSource *self,
                               guint32           element)
{
  PresserTeiName *name = get_name (self, element);

  return g_strndup (name->name, name->prefix_length);
}

gboolean
presser_tei_source_is (PresserTeiSource *self,
                       guint32           element,
                       const char       *name)
{
  return strcmp (presser_tei_source_get_name (self, element), name) == 0;
}

guint32
presser_tei_source_next_child (PresserTeiSource *self,
                               guint32           parent,
                               guint32           previous)
{
  guint32 child = previous == PRESSER_TEI_NONE ? parent + 1 : presser_tei_source_get_element (self, previous)->next;

  return child < presser_tei_source_get_element (self, parent)->next ? child : PRESSER_TEI_NONE;
}

guint32
presser_tei_source_find_child (PresserTeiSource *self,
                               guint32           parent,
                               const char       *name)
{
  guint32 child = PRESSER_TEI_NONE;

  if (parent == PRESSER_TEI_NONE)
    return PRESSER_TEI_NONE;
  do
    child = presser_tei_source_next_child (self, parent, child);
  while (child != PRESSER_TEI_NONE && !presser_tei_source_is (self, child, name));

  return child;
}

guint32
presser_tei_source_find_path (PresserTeiSource *self,
                              guint32           from,
                              const char       *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (guint i = 0; names[i] != NULL; i++)
    from = presser_tei_source_find_child (self, from, names[i]);

  return from;
}

/* The root if it is one of TEI's, else PRESSER_TEI_NONE. */
guint32
presser_tei_source_find_root (PresserTeiSource *self)
{
  static const char *const roots[] = { "TEI", "TEI.2", "teiCorpus", "teiCorpus.2", NULL };

  if (self->elements->len == 0 || !g_strv_contains (roots, presser_tei_source_get_name (self, 0)))
    return PRESSER_TEI_NONE;

  return 0;
}

guint32
presser_tei_source_find_id (PresserTeiSource *self,
                            const char       *id)
{
  gpointer element;

  if (!g_hash_table_lookup_extended (self->ids, id, NULL, &element))
    return PRESSER_TEI_NONE;

  return GPOINTER_TO_UINT (element);
}

/* The token that holds a byte. */
guint
presser_tei_source_find_token (PresserTeiSource *source,
                               guint32           place)
{
  guint low = 0;
  guint high = source->tokens->len - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (presser_tei_source_get_token (source, middle)->start <= place)
        low = middle;
      else
        high = middle;
    }

  return low;
}
