/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* FULL BLOCK: one for each code point, so that no position moves. */
#define BLACKED_OUT "█"

struct _PresserExportView
{
  const PresserExportSource *source;
  GPtrArray                 *statements; /* of PresserStatement, owned: those that may leave */
  GArray                    *withheld;   /* of PresserRange: sorted, apart from each other */
};

/**
 * presser_export_statement_is_off_record:
 * @statement: a statement
 *
 * Returns: %TRUE if its words never leave
 */
gboolean
presser_export_statement_is_off_record (PresserStatement *statement)
{
  return presser_statement_get_ground_rule (statement) == PRESSER_GROUND_OFF_RECORD;
}

/**
 * presser_export_statement_is_embargoed:
 * @statement: a statement
 * @now: seconds since the epoch
 *
 * An embargo without a time holds until somebody gives it one.
 *
 * Returns: %TRUE if its words may not be published at @now
 */
gboolean
presser_export_statement_is_embargoed (PresserStatement *statement,
                                       gint64            now)
{
  gint64 until = presser_statement_get_embargo (statement);

  return presser_statement_get_ground_rule (statement) == PRESSER_GROUND_EMBARGOED && (until == 0 || until > now);
}

static int
compare_ranges (gconstpointer one,
                gconstpointer other)
{
  const PresserRange *first = one;
  const PresserRange *second = other;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
merge_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      PresserRange  range = g_array_index (ranges, PresserRange, i);
      PresserRange *last = n > 0 ? &g_array_index (ranges, PresserRange, n - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, PresserRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

static void
find_withheld (PresserExportView *self,
               gint64             now)
{
  GListModel *all = presser_document_get_statements (self->source->document);
  g_autoptr (GHashTable) leaving = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_all = g_list_model_get_n_items (all);

  for (guint i = 0; i < self->source->statements->len; i++)
    g_hash_table_add (leaving, (gpointer) presser_statement_get_id (self->source->statements->pdata[i]));

  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (all, i);
      const PresserRange *ranges = NULL;
      guint               n_ranges = 0;

      if (!presser_export_statement_is_off_record (statement)
          && (!presser_export_statement_is_embargoed (statement, now)
              || g_hash_table_contains (leaving, presser_statement_get_id (statement))))
        continue;
      ranges = presser_statement_get_ranges (statement, &n_ranges);
      g_array_append_vals (self->withheld, ranges, n_ranges);
    }
  merge_ranges (self->withheld);
}

/**
 * presser_export_view_new:
 * @source: a document and the statements of it that go out; must outlive the view
 *
 * Returns: (transfer full): what of it may be shown
 */
PresserExportView *
presser_export_view_new (const PresserExportSource *source)
{
  PresserExportView *self = g_new0 (PresserExportView, 1);

  self->source = source;
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  self->withheld = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  for (guint i = 0; i < source->statements->len; i++)
    {
      PresserStatement *statement = source->statements->pdata[i];

      if (!presser_export_statement_is_off_record (statement))
        g_ptr_array_add (self->statements, g_object_ref (statement));
    }
  find_withheld (self, g_get_real_time () / G_USEC_PER_SEC);

  return self;
}

/**
 * presser_export_view_free:
 * @self: (transfer full): a view
 */
void
presser_export_view_free (PresserExportView *self)
{
  g_ptr_array_unref (self->statements);
  g_array_unref (self->withheld);
  g_free (self);
}

/**
 * presser_export_view_get_source:
 * @self: a view
 *
 * Returns: (transfer none): what it was made of
 */
const PresserExportSource *
presser_export_view_get_source (PresserExportView *self)
{
  return self->source;
}

/**
 * presser_export_view_get_document:
 * @self: a view
 *
 * For what no ground rule covers: paragraphs, topics, metadata.
 *
 * Returns: (transfer none): the document
 */
PresserDocument *
presser_export_view_get_document (PresserExportView *self)
{
  return self->source->document;
}

/**
 * presser_export_view_get_metadata:
 * @self: a view
 * @field: which
 *
 * Returns: (transfer none) (nullable): what the document's metadata say
 */
const char *
presser_export_view_get_metadata (PresserExportView   *self,
                                  PresserMetadataField field)
{
  return presser_metadata_get (presser_document_get_metadata (self->source->document), field);
}

/**
 * presser_export_view_get_statements:
 * @self: a view
 *
 * Returns: (transfer none) (element-type PresserStatement): the source's statements without those off the record
 */
GPtrArray *
presser_export_view_get_statements (PresserExportView *self)
{
  return self->statements;
}

/**
 * presser_export_view_has_withheld:
 * @self: a view
 *
 * Returns: %TRUE if any of the text is blacked out
 */
gboolean
presser_export_view_has_withheld (PresserExportView *self)
{
  return self->withheld->len > 0;
}

static guint
find_first_withheld (PresserExportView *self,
                     guint              position)
{
  guint low = 0;
  guint high = self->withheld->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->withheld, PresserRange, middle).end <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * presser_export_view_is_withheld:
 * @self: a view
 * @range: code points
 *
 * Returns: %TRUE if any character of @range is blacked out
 */
gboolean
presser_export_view_is_withheld (PresserExportView *self,
                                 PresserRange       range)
{
  guint i = find_first_withheld (self, range.start);

  return i < self->withheld->len && g_array_index (self->withheld, PresserRange, i).start < range.end;
}

/* Line ends stay: paragraphs are no secret, and positions by line have to hold as well. */
static void
append_blacked_out (GString     *text,
                    const char **cursor,
                    guint        n_characters)
{
  for (guint i = 0; i < n_characters; i++)
    {
      g_string_append (text, **cursor == '\n' ? "\n" : BLACKED_OUT);
      *cursor = g_utf8_next_char (*cursor);
    }
}

static void
append_plain (GString     *text,
              const char **cursor,
              guint        n_characters)
{
  const char *end = g_utf8_offset_to_pointer (*cursor, n_characters);

  g_string_append_len (text, *cursor, end - *cursor);
  *cursor = end;
}

/**
 * presser_export_view_dup_slice:
 * @self: a view
 * @range: code points, within the text
 *
 * Returns: (transfer full): that stretch of the text as it may be shown, as many code points long as @range
 */
char *
presser_export_view_dup_slice (PresserExportView *self,
                               PresserRange       range)
{
  g_autofree char *slice = presser_text_dup_slice (presser_document_get_text (self->source->document), range);
  guint            i = find_first_withheld (self, range.start);
  GString         *text = NULL;
  const char      *cursor = slice;
  guint            position = range.start;

  if (!presser_export_view_is_withheld (self, range))
    return g_steal_pointer (&slice);

  text = g_string_new (NULL);
  for (; i < self->withheld->len; i++)
    {
      PresserRange hidden = presser_range_intersect (g_array_index (self->withheld, PresserRange, i), range);

      if (presser_range_is_empty (hidden))
        break;
      append_plain (text, &cursor, hidden.start - position);
      append_blacked_out (text, &cursor, presser_range_get_length (hidden));
      position = hidden.end;
    }
  g_string_append (text, cursor);

  return g_string_free (text, FALSE);
}

/**
 * presser_export_view_dup_text:
 * @self: a view
 *
 * Returns: (transfer full): the whole text as it may be shown; positions are those of the document
 */
char *
presser_export_view_dup_text (PresserExportView *self)
{
  guint length = presser_text_get_length (presser_document_get_text (self->source->document));

  return presser_export_view_dup_slice (self, (PresserRange){ 0, length });
}

static gboolean
is_interruption (PresserParagraph *paragraph)
{
  PresserParagraphKind kind = presser_paragraph_get_kind (paragraph);

  return kind == PRESSER_PARAGRAPH_LABEL || kind == PRESSER_PARAGRAPH_NOTE || kind == PRESSER_PARAGRAPH_STAGE;
}

static void
append_range (PresserExportView *self,
              GString           *quote,
              PresserRange       range)
{
  PresserDocument *document = self->source->document;
  guint            first = presser_document_find_paragraph (document, range.start);
  guint            last = presser_document_find_paragraph (document, range.end - 1);

  for (guint i = first; i <= last; i++)
    {
      PresserRange     part = presser_range_intersect (range, presser_document_get_paragraph_range (document, i));
      g_autofree char *text = NULL;

      if (i > first && i < last && is_interruption (presser_document_get_paragraph (document, i)))
        continue;
      text = presser_export_view_dup_slice (self, part);
      if (*text != '\0' && quote->len > 0)
        g_string_append_c (quote, ' ');
      g_string_append (quote, text);
    }
}

/**
 * presser_export_view_dup_quote:
 * @self: a view
 * @statement: a statement of its document
 *
 * Returns: (transfer full): what presser_document_dup_quote() gives, as it may be shown
 */
char *
presser_export_view_dup_quote (PresserExportView *self,
                               PresserStatement  *statement)
{
  GString            *quote = NULL;
  const PresserRange *ranges = NULL;
  guint               n_ranges = 0;

  if (!presser_export_view_is_withheld (self, presser_statement_get_extent (statement)))
    return presser_document_dup_quote (self->source->document, statement);

  ranges = presser_statement_get_ranges (statement, &n_ranges);
  quote = g_string_new (NULL);
  for (guint i = 0; i < n_ranges; i++)
    append_range (self, quote, ranges[i]);
  return g_string_free (quote, FALSE);
}

/**
 * presser_export_view_dup_reading:
 * @self: a view
 * @statement: a statement of its document
 *
 * Whoever reads a quote must see that it is not one piece.
 *
 * Returns: (transfer full): the quote, with “[…]” for each gap
 */
char *
presser_export_view_dup_reading (PresserExportView *self,
                                 PresserStatement  *statement)
{
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  GString            *quote = NULL;

  if (n_ranges == 1)
    return presser_export_view_dup_quote (self, statement);
  quote = g_string_new (NULL);
  for (guint i = 0; i < n_ranges; i++)
    {
      g_autoptr (PresserStatement) part = presser_statement_with_ranges (statement, &ranges[i], 1);
      g_autofree char *words = presser_export_view_dup_quote (self, part);

      g_string_append_printf (quote, "%s%s", i > 0 ? " […] " : "", words);
    }
  return g_string_free (quote, FALSE);
}

/**
 * presser_export_view_dup_base_name:
 * @self: a view
 *
 * Returns: (transfer full): the name of the source's file without its ending, safe as a file name
 */
char *
presser_export_view_dup_base_name (PresserExportView *self)
{
  g_autofree char *base = g_path_get_basename (self->source->name);
  char            *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_strdelimit (g_steal_pointer (&base), "/\\:*?\"<>|", '_');
}

/**
 * presser_export_view_take_name:
 * @self: a view
 * @taken: (element-type utf8 utf8): names that were given already; owns its keys and gets one more
 *
 * Returns: (transfer none): the base name, with a number behind it if another document has it already
 */
const char *
presser_export_view_take_name (PresserExportView *self,
                               GHashTable        *taken)
{
  g_autofree char *base = presser_export_view_dup_base_name (self);
  char            *name = g_strdup (base);

  for (guint i = 2; g_hash_table_contains (taken, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", base, i);
    }
  g_hash_table_add (taken, name);

  return name;
}

/**
 * presser_export_view_report_withheld:
 * @self: a view
 * @losses: (nullable): gets a sentence if anything is blacked out
 */
void
presser_export_view_report_withheld (PresserExportView *self,
                                     GPtrArray         *losses)
{
  if (losses == NULL || self->withheld->len == 0)
    return;
  g_ptr_array_add (losses,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%s: %u passage is blacked out in the text, as its ground rule asks",
                                                 "%s: %u passages are blacked out in the text, as their ground rules ask",
                                                 self->withheld->len),
                                    self->source->name, self->withheld->len));
}

/**
 * presser_export_view_report_background:
 * @self: a view
 * @losses: gets a sentence if a statement that goes out was made on background
 */
void
presser_export_view_report_background (PresserExportView *self,
                                       GPtrArray         *losses)
{
  guint n_protected = 0;

  for (guint i = 0; i < self->statements->len; i++)
    {
      PresserGroundRule rule = presser_statement_get_ground_rule (self->statements->pdata[i]);

      n_protected += rule == PRESSER_GROUND_BACKGROUND || rule == PRESSER_GROUND_DEEP_BACKGROUND ? 1 : 0;
    }
  if (n_protected > 0)
    g_ptr_array_add (losses,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%s: %u statement was made on background; the transcript around it goes out as it is and may name the speaker",
                                                   "%s: %u statements were made on background; the transcript around them goes out as it is and may name the speakers",
                                                   n_protected),
                                      self->source->name, n_protected));
}
