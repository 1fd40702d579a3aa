/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text and statements as patches. Lines that neither text nor statements of changed are never looked at. */

#include "presser-tei-fate-private.h"

typedef struct
{
  PresserTeiWriter *writer;
  GArray           *groups;     /* of PresserTeiGroup, in order */
  GPtrArray        *stretches;  /* of PresserTeiStretch or NULL, one a group */
  GPtrArray        *statements; /* of PresserStatement: whose tags are to be written */
  GPtrArray        *part_lists; /* of GPtrArray of PresserTeiNewPart, one a statement */
} TextWriter;

static PresserTeiLine *
get_line (PresserTeiWriter *writer,
          guint             number)
{
  return &g_array_index (writer->reading->lines, PresserTeiLine, number);
}

static gboolean
is_changed (PresserTeiWriter *writer,
            PresserTeiGroup  *group)
{
  PresserTeiLine *line = get_line (writer, group->source_first);
  PresserRange    range = presser_document_get_paragraph_range (writer->document, group->first);

  return group->source_first != group->source_last || group->first != group->last
         || presser_range_get_length (range) != line->length
         || !presser_tei_alignment_is_unbroken (writer->alignment, range.start, line->length, line->position);
}

/* Lines are parted where a line end of the source is a line end still. */
static void
find_groups (TextWriter *self)
{
  PresserTeiWriter *writer = self->writer;
  guint             n_paragraphs = presser_document_get_n_paragraphs (writer->document);
  PresserTeiGroup   group = { 0 };

  for (guint i = 0; i < n_paragraphs; i++)
    {
      guint end = presser_document_get_paragraph_range (writer->document, i).end;
      guint source = i + 1 < n_paragraphs ? presser_tei_alignment_get_source (writer->alignment, end) : G_MAXUINT;

      if (source == G_MAXUINT && i + 1 < n_paragraphs)
        continue;
      group.last = i;
      group.source_last = source == G_MAXUINT ? writer->reading->lines->len - 1
                                              : presser_tei_reading_find_line (writer->reading, source);
      g_array_append_val (self->groups, group);
      group.first = i + 1;
      group.source_first = group.source_last + 1;
    }
}

static guint
find_group (TextWriter *self,
            guint       paragraph)
{
  guint low = 0;
  guint high = self->groups->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->groups, PresserTeiGroup, middle).first <= paragraph)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
need_stretch (TextWriter *self,
              guint       group)
{
  if (g_ptr_array_index (self->stretches, group) == NULL)
    g_ptr_array_index (self->stretches, group) = presser_tei_stretch_new (
        self->writer, g_array_index (self->groups, PresserTeiGroup, group));
}

static void
make_stretches (TextWriter *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (!presser_tei_alignment_is_identity (self->writer->alignment)
        && is_changed (self->writer, &g_array_index (self->groups, PresserTeiGroup, i)))
      need_stretch (self, i);

  for (guint i = 0; i < self->statements->len; i++)
    {
      PresserRange extent = presser_statement_get_extent (g_ptr_array_index (self->statements, i));
      guint        last = find_group (self, presser_document_find_paragraph (self->writer->document, extent.end));

      for (guint group = find_group (self, presser_document_find_paragraph (self->writer->document, extent.start));
           group <= last; group++)
        need_stretch (self, group);
    }
}

static void
find_statements (TextWriter *self)
{
  PresserTeiWriter *writer = self->writer;
  GListModel       *statements = presser_document_get_statements (writer->document);
  guint             n_statements = g_list_model_get_n_items (statements);

  g_ptr_array_set_size (self->statements, 0);
  g_ptr_array_set_size (writer->apart, 0);
  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      PresserTeiRecord *record = presser_tei_writer_find_record (writer, presser_statement_get_id (statement));

      if ((record != NULL && g_array_index (writer->fates, PresserTeiFate, record->number) == PRESSER_TEI_FATE_KEPT)
          || !presser_tei_statement_has_text (writer, statement))
        continue;
      g_ptr_array_add (presser_tei_goes_apart (writer, record) ? writer->apart : self->statements, g_object_ref (statement));
    }
}

static gboolean
place_range (TextWriter       *self,
             PresserStatement *statement,
             PresserRange      range,
             GPtrArray        *parts)
{
  PresserDocument *document = self->writer->document;
  guint            first = presser_document_find_paragraph (document, range.start);
  guint            last = presser_document_find_paragraph (document, range.end);

  for (guint i = first; i <= last; i++)
    {
      PresserRange       within = presser_range_intersect (range, presser_document_get_paragraph_range (document, i));
      PresserTeiStretch *stretch = g_ptr_array_index (self->stretches, find_group (self, i));

      /* A statement goes on across what nobody says, and says none of it. */
      if (i > first && i < last && presser_tei_paragraph_is_aside (presser_document_get_paragraph (document, i)))
        continue;
      if (!presser_range_is_empty (within)
          && !presser_tei_node_place (stretch->root, presser_tei_stretch_is_blank, stretch, within, statement, parts))
        return FALSE;
    }

  return TRUE;
}

/* Between two characters that one reference to an entity stands for. */
static gboolean
is_inside_reference (PresserTeiWriter *writer,
                     guint             position)
{
  PresserTeiReading *reading = writer->reading;
  guint              before = position == 0 ? G_MAXUINT : presser_tei_alignment_get_source (writer->alignment, position - 1);
  guint              behind = position >= presser_text_get_length (writer->text) ? G_MAXUINT
                                                                                 : presser_tei_alignment_get_source (writer->alignment, position);
  PresserTeiPlace    place;

  if (before == G_MAXUINT || behind != before + 1)
    return FALSE;
  place = presser_tei_reading_get_place (reading, before);

  return place.kind == PRESSER_TEI_SEGMENT_FOLDED && presser_tei_reading_get_place (reading, behind).start == place.start;
}

/* FALSE if an edge falls where `said` has no room. */
static gboolean
place_statement (TextWriter       *self,
                 PresserStatement *statement)
{
  g_autoptr (GArray) ranges = presser_tei_dup_normal_ranges (self->writer, statement);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      PresserRange range = g_array_index (ranges, PresserRange, i);

      if (is_inside_reference (self->writer, range.start) || is_inside_reference (self->writer, range.end)
          || !place_range (self, statement, range, NULL))
        return FALSE;
    }
  for (guint i = 0; i < ranges->len; i++)
    if (!place_range (self, statement, g_array_index (ranges, PresserRange, i), parts))
      return FALSE;
  g_ptr_array_add (self->part_lists, g_steal_pointer (&parts));

  return TRUE;
}

/* What has no room in the text is written apart from it. */
static void
place_statements (TextWriter *self)
{
  GPtrArray *apart = self->writer->apart;
  guint      n_placed = 0;

  for (guint i = 0; i < self->statements->len; i++)
    {
      PresserStatement *statement = g_ptr_array_index (self->statements, i);

      if (place_statement (self, statement))
        self->statements->pdata[n_placed++] = statement;
      else
        g_ptr_array_add (apart, statement);
    }
  g_ptr_array_set_free_func (self->statements, NULL);
  g_ptr_array_set_size (self->statements, (int) n_placed);
  g_ptr_array_set_free_func (self->statements, g_object_unref);
}

static gboolean
is_free (TextWriter       *self,
         const char       *id,
         PresserTeiRecord *record)
{
  PresserTeiReading *reading = self->writer->reading;
  guint32            element = presser_tei_source_find_id (reading->source, id);

  if (element == PRESSER_TEI_NONE)
    return !g_hash_table_contains (self->writer->new_ids, id);
  for (guint i = 0; record != NULL && i < record->parts->len; i++)
    if (g_array_index (reading->parts, PresserTeiPart, g_array_index (record->parts, guint, i)).element == element)
      return TRUE;

  return FALSE;
}

/* s7, s7.2, s7.3 and so on, chained. */
static void
number_parts (TextWriter       *self,
              PresserStatement *statement,
              GPtrArray        *parts)
{
  const char        *id = presser_statement_get_id (statement);
  PresserTeiRecord  *record = presser_tei_writer_find_record (self->writer, id);
  PresserTeiNewPart *previous = NULL;
  guint              number = 1;

  for (guint i = 0; i < parts->len; i++)
    {
      PresserTeiNewPart *part = g_ptr_array_index (parts, i);

      part->id = i == 0 ? g_strdup (id) : g_strdup_printf ("%s.%u", id, ++number);
      while (i > 0 && !is_free (self, part->id, record))
        {
          g_free (part->id);
          part->id = g_strdup_printf ("%s.%u", id, ++number);
        }
      g_hash_table_add (self->writer->new_ids, g_strdup (part->id));
      if (previous != NULL)
        {
          previous->next = g_strdup (part->id);
          part->previous = g_strdup (previous->id);
        }
      previous = part;
    }
}

static void
delete_tags (PresserTeiWriter *writer,
             guint32           element)
{
  PresserTeiElement *said = presser_tei_source_get_element (writer->source, element);

  presser_tei_patches_delete (writer->patches, said->tag_start, said->tag_end);
  presser_tei_patches_delete (writer->patches, said->close_start, said->close_end);
}

/* It goes on to set off its words, and says no more whose they are. */
static void
release_quote (PresserTeiWriter *writer,
               guint32           element,
               gboolean          lives_on)
{
  static const char *const attributes[] = { "who", "next", "prev", "xml:id" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes) - (lives_on ? 0 : 1); i++)
    {
      PresserTeiAttribute attribute;

      if (presser_tei_source_find_attribute (writer->source, element, attributes[i], &attribute))
        presser_tei_patches_set_attribute (writer->patches, element, attributes[i], NULL);
    }
}

static gboolean
is_dead_tag (PresserTeiWriter *writer,
             guint             token)
{
  PresserTeiToken *tag = presser_tei_source_get_token (writer->source, token);

  if ((tag->kind != PRESSER_TEI_TOKEN_START && tag->kind != PRESSER_TEI_TOKEN_END)
      || !presser_tei_source_is (writer->source, tag->element, "said"))
    return FALSE;

  return presser_tei_writer_find_part_fate (writer, tag->element) == PRESSER_TEI_FATE_GONE;
}

/* A CDATA section that was parted for a tag is made whole when the tag goes. */
static void
rejoin_sections (PresserTeiWriter *writer)
{
  PresserTeiSource *source = writer->source;

  for (guint i = 0; i < source->tokens->len; i++)
    {
      guint next = i + 1;

      if (presser_tei_source_get_token (source, i)->kind != PRESSER_TEI_TOKEN_CDATA)
        continue;
      while (next < source->tokens->len && is_dead_tag (writer, next))
        next++;
      if (next > i + 1 && presser_tei_source_get_token (source, next)->kind == PRESSER_TEI_TOKEN_CDATA)
        presser_tei_patches_delete (writer->patches, presser_tei_source_get_token_end (source, i) - 3,
                                    presser_tei_source_get_token (source, next)->start + 9);
    }
}

static void
patch_records (PresserTeiWriter *writer)
{
  for (guint i = 0; i < writer->reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (writer->reading->records, i);
      PresserStatement *statement;

      if (record->statement == NULL)
        continue;
      statement = presser_document_get_statement (writer->document, presser_statement_get_id (record->statement));
      if (g_array_index (writer->fates, PresserTeiFate, i) == PRESSER_TEI_FATE_KEPT)
        {
          presser_tei_tag_patch (writer, statement, record);
          continue;
        }
      for (guint i_part = 0; i_part < record->parts->len; i_part++)
        {
          PresserTeiPart *part = &g_array_index (writer->reading->parts, PresserTeiPart, g_array_index (record->parts, guint, i_part));

          if (part->is_quote)
            release_quote (writer, part->element, statement != NULL);
          else
            delete_tags (writer, part->element);
        }
    }
}

static void
patch_turns (TextWriter *self)
{
  PresserTeiWriter *writer = self->writer;
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      PresserTeiGroup  *group = &g_array_index (self->groups, PresserTeiGroup, i);
      PresserParagraph *present = presser_document_get_paragraph (writer->document, group->first);
      PresserParagraph *read = g_ptr_array_index (writer->reading->paragraphs, group->source_first);
      const char       *speaker = presser_paragraph_get_speaker (present);
      guint32           turn = get_line (writer, group->source_first)->turn;
      g_autofree char  *pointer = speaker == NULL ? NULL : presser_tei_dup_pointer (speaker);

      if (present == read || turn == PRESSER_TEI_NONE || g_hash_table_contains (done, GUINT_TO_POINTER (turn))
          || g_strcmp0 (presser_paragraph_get_turn (present), presser_paragraph_get_turn (read)) != 0
          || g_strcmp0 (presser_paragraph_get_speaker (read), speaker) == 0)
        continue;
      g_hash_table_add (done, GUINT_TO_POINTER (turn));
      presser_tei_patches_set_attribute (writer->patches, turn, "who", pointer);
    }
}

/* Finds how the statements whose tags stay fit into the changed text; where two would cross, one gives way. */
static void
lay_out (TextWriter *self)
{
  PresserTeiWriter *writer = self->writer;

  do
    {
      writer->has_conflict = FALSE;
      g_clear_pointer (&writer->patches, presser_tei_patches_free);
      writer->patches = presser_tei_patches_new (writer->source);
      g_ptr_array_set_size (self->stretches, 0);
      g_ptr_array_set_size (self->stretches, (int) self->groups->len);
      find_statements (self);
      make_stretches (self);
    }
  while (writer->has_conflict);
}

static void
write_text (TextWriter *self)
{
  presser_tei_judge_statements (self->writer);
  find_groups (self);
  lay_out (self);
  place_statements (self);
  for (guint i = 0; i < self->statements->len; i++)
    number_parts (self, g_ptr_array_index (self->statements, i), g_ptr_array_index (self->part_lists, i));

  for (guint i = 0; i < self->stretches->len; i++)
    if (g_ptr_array_index (self->stretches, i) != NULL)
      presser_tei_stretch_emit (self->writer, g_ptr_array_index (self->stretches, i));
  patch_records (self->writer);
  if (self->statements->len == 0)
    rejoin_sections (self->writer);
  patch_turns (self);
}

static void
stretch_free (gpointer stretch)
{
  if (stretch != NULL)
    presser_tei_stretch_free (stretch);
}

/* Fills patches, and apart. */
void
presser_tei_write_text (PresserTeiWriter *writer)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (PresserTeiGroup));
  g_autoptr (GPtrArray) stretches = g_ptr_array_new_with_free_func (stretch_free);
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) part_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  TextWriter self = { writer, groups, stretches, statements, part_lists };

  write_text (&self);
}
