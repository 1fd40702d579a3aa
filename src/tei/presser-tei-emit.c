/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks the tree of a stretch in text order and writes what is new in it: characters, `said` tags, and where a line end was
 * put in, the end of one element and the beginning of the next. What is old needs no patch. */

#include "presser-tei-writer-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"

typedef struct
{
  PresserTeiWriter  *writer;
  PresserTeiSource  *source;
  PresserTeiStretch *stretch;
  GPtrArray         *open;    /* of PresserTeiNode: around the present place, outermost first, without the root */
  guint32            block;   /* the element that lines are split in */
  const char        *wrapper; /* what a further line in a container becomes, or NULL if the block is repeated */
  char              *prefix;  /* of that */
  gboolean           in_wrapper;
  guint              flush; /* the one that holds the present place, or the next */
} Emitter;

static gunichar
get_character (Emitter *self,
               guint    position)
{
  PresserRange range = self->stretch->range;
  gunichar     character;

  if (position < range.start || position >= range.end)
    return 0;
  character = self->stretch->text[position - range.start];

  return character == '\n' ? 0 : character;
}

static PresserTeiFlush *
find_flush (Emitter *self,
            guint    position)
{
  GArray *flushes = self->stretch->flushes;
  guint   low = 0;
  guint   high = flushes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (flushes, PresserTeiFlush, middle).range.end <= position)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == flushes->len || g_array_index (flushes, PresserTeiFlush, low).range.start > position)
    return NULL;

  return &g_array_index (flushes, PresserTeiFlush, low);
}

static guint32
find_place (Emitter *self,
            guint    position,
            gboolean is_end)
{
  PresserTeiFlush *flush = find_flush (self, position);
  PresserTeiPlace  place;

  if (flush != NULL)
    return flush->place;
  place = presser_tei_reading_get_place (self->writer->reading,
                                         presser_tei_alignment_get_source (self->writer->alignment, position));

  return is_end ? place.end : place.start;
}

static guint32
find_node_start (Emitter        *self,
                 PresserTeiNode *node)
{
  PresserTeiNode *first = node->children->len == 0 ? NULL : g_ptr_array_index (node->children, 0);

  if (node->part == NULL)
    return presser_tei_source_get_element (self->source, node->element)->tag_start;
  if (first != NULL && first->start == node->start)
    return find_node_start (self, first);

  return find_place (self, node->start, FALSE);
}

static guint32
find_node_end (Emitter        *self,
               PresserTeiNode *node)
{
  PresserTeiNode *last = node->children->len == 0 ? NULL : g_ptr_array_index (node->children, node->children->len - 1);

  if (node->part == NULL)
    return presser_tei_source_get_element (self->source, node->element)->close_end;
  if (last != NULL && last->end == node->end)
    return find_node_end (self, last);

  return find_place (self, node->end - 1, TRUE);
}

static void
append_name (Emitter *self,
             GString *xml,
             guint32  element)
{
  PresserTeiName *name = g_ptr_array_index (self->source->names, presser_tei_source_get_element (self->source, element)->name);

  g_string_append_len (xml, name->name, name->length);
}

/* The id of a paragraph that comes behind one with an id: counted on. */
static char *
make_following_id (Emitter    *self,
                   const char *id)
{
  gsize            length = strlen (id);
  g_autofree char *stem = NULL;

  while (length > 0 && g_ascii_isdigit (id[length - 1]))
    length--;
  stem = length == strlen (id) || length == 0 ? g_strconcat (id, ".", NULL) : g_strndup (id, length);

  return presser_tei_writer_make_id (self->writer, stem, 2);
}

/* Half of a `q` is no statement of its own. */
static gboolean
is_of_statement (Emitter                   *self,
                 guint32                    element,
                 const PresserTeiAttribute *attribute)
{
  static const char *const names[] = { "who", "next", "prev", NULL };
  g_autofree char         *name = g_strndup (self->source->text + attribute->start, attribute->name_end - attribute->start);

  return g_strv_contains (names, name) && presser_tei_reading_find_part (self->writer->reading, element) != NULL;
}

/* A start tag once more, without its id or with a fresh one. */
static void
append_start_tag (Emitter *self,
                  GString *xml,
                  guint32  element,
                  gboolean with_id)
{
  PresserTeiAttribute attribute = { 0 };

  g_string_append_c (xml, '<');
  append_name (self, xml, element);
  while (presser_tei_source_next_attribute (self->source, element, &attribute))
    {
      gboolean is_id = strncmp (self->source->text + attribute.start, "xml:id", 6) == 0;

      if (is_id && with_id)
        {
          g_autofree char *id = presser_tei_source_dup_value (self->source, &attribute);
          g_autofree char *fresh = make_following_id (self, id);

          presser_tei_append_attribute (xml, "xml:id", fresh);
        }
      if (is_id || is_of_statement (self, element, &attribute))
        continue;
      g_string_append_c (xml, ' ');
      g_string_append_len (xml, self->source->text + attribute.start, attribute.end - attribute.start);
    }
  g_string_append_c (xml, '>');
}

static void
append_end_tag (Emitter *self,
                GString *xml,
                guint32  element)
{
  g_string_append (xml, "</");
  append_name (self, xml, element);
  g_string_append_c (xml, '>');
}

/* Line end and indentation as before the block's own start tag. */
static void
append_indentation (Emitter *self,
                    GString *xml)
{
  guint32 end = presser_tei_source_get_element (self->source, self->block)->tag_start;
  guint32 start = end;

  while (start > 0 && (self->source->text[start - 1] == ' ' || self->source->text[start - 1] == '\t'))
    start--;
  if (start == 0 || self->source->text[start - 1] != '\n')
    return;
  g_string_append (xml, self->source->line_end);
  g_string_append_len (xml, self->source->text + start, end - start);
  if (self->wrapper != NULL)
    g_string_append (xml, "  ");
}

static void
append_wrapper_end (Emitter *self,
                    GString *xml)
{
  if (self->in_wrapper)
    g_string_append_printf (xml, "</%s%s>", self->prefix, self->wrapper);
  self->in_wrapper = FALSE;
}

/* A label is one line: what follows it is speech. */
static gboolean
is_label (Emitter *self)
{
  return self->stretch->host == self->stretch->group.source_last && presser_tei_source_is (self->source, self->block, "speaker");
}

static void
append_split (Emitter *self,
              GString *xml)
{
  for (guint i = self->open->len; i > 0; i--)
    append_end_tag (self, xml, ((PresserTeiNode *) g_ptr_array_index (self->open, i - 1))->element);

  if (self->wrapper != NULL)
    {
      if (is_label (self) && !self->in_wrapper)
        {
          PresserTeiElement *label = presser_tei_source_get_element (self->source, self->block);

          append_end_tag (self, xml, self->block);
          presser_tei_patches_delete (self->writer->patches, label->close_start, label->close_end);
        }
      append_wrapper_end (self, xml);
      append_indentation (self, xml);
      g_string_append_printf (xml, "<%s%s>", self->prefix, self->wrapper);
      self->in_wrapper = TRUE;
    }
  else
    {
      append_end_tag (self, xml, self->block);
      append_indentation (self, xml);
      append_start_tag (self, xml, self->block, TRUE);
    }

  for (guint i = 0; i < self->open->len; i++)
    append_start_tag (self, xml, ((PresserTeiNode *) g_ptr_array_index (self->open, i))->element, FALSE);
}

static void
append_new (Emitter     *self,
            GString     *xml,
            PresserRange range)
{
  guint start = range.start;

  while (start < range.end)
    {
      const gunichar  *text = self->stretch->text + (start - self->stretch->range.start);
      g_autofree char *utf8 = NULL;
      guint            length = 0;

      if (*text == '\n')
        {
          append_split (self, xml);
          start++;
          continue;
        }
      while (start + length < range.end && text[length] != '\n')
        length++;
      utf8 = g_ucs4_to_utf8 (text, length, NULL, NULL, NULL);
      presser_tei_append_characters (xml, utf8, strlen (utf8), get_character (self, start - 1),
                                     get_character (self, start + length));
      start += length;
    }
}

static gboolean
is_folded (Emitter         *self,
           PresserTeiToken *token)
{
  return token->kind == PRESSER_TEI_TOKEN_TEXT
         || (token->kind == PRESSER_TEI_TOKEN_EMPTY && presser_tei_source_is_break (self->source, token->element));
}

/* White space that was folded into a blank before it would be a blank of its own now. */
static void
delete_folded (Emitter *self,
               guint    source,
               guint32  start)
{
  PresserTeiReading *reading = self->writer->reading;
  PresserTeiPlace    next;

  if (source + 1 >= reading->n_characters)
    return;
  next = presser_tei_reading_get_place (reading, source + 1);
  if (next.kind == PRESSER_TEI_SEGMENT_BREAK)
    return;

  for (guint32 place = start; place < next.start; place++)
    {
      guint   token = presser_tei_source_find_token (self->source, place);
      guint32 end = MIN (presser_tei_source_get_token_end (self->source, token), next.start);

      if (is_folded (self, presser_tei_source_get_token (self->source, token)))
        presser_tei_patches_delete (self->writer->patches, place, end);
      place = end - 1;
    }
}

/* A literal blank that would be folded away where it stands now becomes a reference. */
static void
check_blank (Emitter *self,
             guint    position)
{
  PresserTeiPlace place;
  guint           source;
  gunichar        before = get_character (self, position - 1);
  const char     *p;
  gboolean        is_lonely;

  if (get_character (self, position) != ' ')
    return;
  source = presser_tei_alignment_get_source (self->writer->alignment, position);
  place = presser_tei_reading_get_place (self->writer->reading, source);
  p = self->source->text + place.start;
  is_lonely = before == 0 || get_character (self, position + 1) == 0;
  if (*p == '&')
    return;
  if (!is_lonely && before == ' ' && find_flush (self, position - 1) == NULL)
    {
      PresserTeiPlace previous = presser_tei_reading_get_place (
          self->writer->reading, presser_tei_alignment_get_source (self->writer->alignment, position - 1));

      is_lonely = self->source->text[previous.start] != '&';
    }
  if (!is_lonely)
    return;
  presser_tei_patches_replace (self->writer->patches, place.start, place.end, "&#32;");
  delete_folded (self, source, place.end);
}

static void
emit_characters (Emitter *self,
                 guint    start,
                 guint    end)
{
  GArray *flushes = self->stretch->flushes;

  while (start < end)
    {
      PresserTeiFlush *flush;
      guint            next = end;

      while (self->flush < flushes->len && g_array_index (flushes, PresserTeiFlush, self->flush).range.end <= start)
        self->flush++;
      flush = self->flush < flushes->len ? &g_array_index (flushes, PresserTeiFlush, self->flush) : NULL;
      if (flush != NULL && flush->range.start <= start)
        {
          g_autoptr (GString) xml = g_string_new (NULL);

          next = MIN (end, flush->range.end);
          append_new (self, xml, (PresserRange){ start, next });
          presser_tei_patches_insert (self->writer->patches, flush->place, xml->str);
          start = next;
          continue;
        }
      if (flush != NULL)
        next = MIN (end, flush->range.start);
      for (; start < next; start++)
        check_blank (self, start);
    }
}

/* As the nearest element of TEI around the present place has it. */
static char *
dup_prefix (Emitter *self)
{
  guint32 element = self->block;

  for (guint i = 0; i < self->open->len; i++)
    {
      PresserTeiNode *node = g_ptr_array_index (self->open, i);

      if (node->element != PRESSER_TEI_NONE && presser_tei_source_get_element (self->source, node->element)->is_tei)
        element = node->element;
    }

  return presser_tei_source_dup_prefix (self->source, element);
}

static void
emit_node (Emitter        *self,
           PresserTeiNode *node)
{
  guint position = node->start;

  for (guint i = 0; i < node->children->len; i++)
    {
      PresserTeiNode *child = g_ptr_array_index (node->children, i);
      g_autoptr (GString) xml = g_string_new (NULL);
      g_autofree char *prefix = NULL;

      emit_characters (self, position, child->start);
      if (child->part != NULL)
        {
          prefix = dup_prefix (self);
          presser_tei_tag_append_said (self->writer, xml, child->part, prefix);
          presser_tei_patches_insert (self->writer->patches, find_node_start (self, child), xml->str);
          g_string_printf (xml, "</%ssaid>", prefix);
        }
      g_ptr_array_add (self->open, child);
      emit_node (self, child);
      g_ptr_array_set_size (self->open, (int) self->open->len - 1);
      if (child->part != NULL)
        presser_tei_patches_insert (self->writer->patches, find_node_end (self, child), xml->str);
      position = child->end;
    }
  emit_characters (self, position, node->end);
}

static const char *
find_wrapper (Emitter *self)
{
  if (!is_label (self) && presser_tei_source_get_class (self->source, self->block) != PRESSER_TEI_CONTAINER)
    return NULL;

  return presser_tei_source_is (self->source, self->block, "u") ? "seg" : "p";
}

/* Text in a tag like <p/> needs an end tag. */
static void
open_empty_tag (Emitter *self)
{
  PresserTeiElement *element = presser_tei_source_get_element (self->source, self->block);
  g_autoptr (GString) xml = g_string_new (NULL);

  if (!element->is_empty_tag || presser_range_is_empty (self->stretch->range))
    return;
  presser_tei_patches_delete (self->writer->patches, element->tag_end - 2, element->tag_end - 1);
  if (self->stretch->host != self->stretch->group.source_last)
    return;
  append_end_tag (self, xml, self->block);
  presser_tei_patches_insert (self->writer->patches, element->tag_end, xml->str);
}

/* Two lines directly in a container are parted by what stands between them; if that goes, one must become an element. */
static gboolean
needs_wrapper (Emitter *self)
{
  GArray          *lines = self->writer->reading->lines;
  guint            host = self->stretch->host;
  PresserTeiGroup *group = &self->stretch->group;

  if (self->wrapper == NULL || presser_tei_source_get_class (self->source, self->block) != PRESSER_TEI_CONTAINER)
    return FALSE;
  if (host > group->source_first && group->source_first > 0
      && g_array_index (lines, PresserTeiLine, group->source_first - 1).element == self->block)
    return TRUE;

  return group->source_last > host && group->source_last + 1 < lines->len
         && g_array_index (lines, PresserTeiLine, group->source_last).element != self->block
         && g_array_index (lines, PresserTeiLine, group->source_last + 1).element == self->block;
}

static void
begin_wrapper (Emitter *self)
{
  g_autofree char *tag = g_strdup_printf ("<%s%s>", self->prefix, self->wrapper);
  guint32          place = g_array_index (self->writer->reading->lines, PresserTeiLine, self->stretch->host).start;

  presser_tei_patches_insert (self->writer->patches, place, tag);
  self->in_wrapper = TRUE;
}

/* Needs the ids of all parts. */
void
presser_tei_stretch_emit (PresserTeiWriter  *writer,
                          PresserTeiStretch *stretch)
{
  GArray *lines = writer->reading->lines;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autofree char *prefix = NULL;
  Emitter          self = { .writer = writer, .source = writer->source, .stretch = stretch, .open = open };

  self.block = g_array_index (lines, PresserTeiLine, stretch->host).element;
  self.wrapper = find_wrapper (&self);
  self.prefix = prefix = presser_tei_source_dup_prefix (writer->source, self.block);
  presser_tei_junction_remove_before_host (writer, stretch);
  if (needs_wrapper (&self))
    begin_wrapper (&self);
  emit_node (&self, stretch->root);
  append_wrapper_end (&self, xml);
  if (xml->len > 0)
    presser_tei_patches_insert (writer->patches,
                                g_array_index (lines, PresserTeiLine, stretch->group.source_last).end, xml->str);
  open_empty_tag (&self);
  presser_tei_junction_close (writer, stretch);
}
