/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CoNLL: a token a line, an empty line after each paragraph, a column a layer (speaker, topic, statement) in the IOB2
 * scheme, and the token's place in code points. One tag a token and layer is all that it holds: of statements that
 * overlap, the one that starts first keeps its tokens. */

#include "presser-exporters.h"

#include <glib/gi18n-lib.h>

#include "presser-export-job.h"

typedef struct
{
  PresserRange            range;
  const PresserExportRow *row; /* borrowed */
} Piece;

static int
compare_pieces (gconstpointer one,
                gconstpointer other)
{
  const Piece *first = one;
  const Piece *second = other;

  if (first->range.start != second->range.start)
    return first->range.start < second->range.start ? -1 : 1;
  return first->range.end > second->range.end ? -1 : first->range.end < second->range.end;
}

/* Cuts what stands under an earlier piece away. GArray of Piece: sorted, apart from each other. */
static GArray *
flatten_pieces (GPtrArray *rows,
                guint     *n_cut)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Piece));
  GArray *flat = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint   end = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint               n_ranges = 0;
      const PresserRange *ranges = presser_statement_get_ranges (((PresserExportRow *) rows->pdata[i])->statement, &n_ranges);

      for (guint j = 0; j < n_ranges; j++)
        g_array_append_val (all, ((Piece){ ranges[j], rows->pdata[i] }));
    }
  g_array_sort (all, compare_pieces);
  for (guint i = 0; i < all->len; i++)
    {
      Piece piece = g_array_index (all, Piece, i);

      *n_cut += piece.range.start < end ? 1 : 0;
      piece.range.start = MAX (piece.range.start, end);
      if (piece.range.start >= piece.range.end)
        continue;
      end = piece.range.end;
      g_array_append_val (flat, piece);
    }
  return flat;
}

static char *
dup_tag (const char *label)
{
  GString *tag = g_string_new (NULL);

  for (const char *cursor = label; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      gunichar character = g_utf8_get_char (cursor);

      g_string_append_unichar (tag, g_unichar_isspace (character) ? '_' : character);
    }
  return g_string_free (tag, FALSE);
}

static void
append_tag (GString    *text,
            const char *label,
            gboolean    begins)
{
  g_autofree char *tag = label != NULL ? dup_tag (label) : NULL;

  if (tag == NULL)
    g_string_append (text, "\tO");
  else
    g_string_append_printf (text, "\t%c-%s", begins ? 'B' : 'I', tag);
}

static gboolean
is_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* A run of letters and digits, or any other single character with the marks that belong to it. */
static const char *
find_token_end (const char *cursor)
{
  gboolean word = is_word (g_utf8_get_char (cursor));

  cursor = g_utf8_next_char (cursor);
  while (*cursor != '\0' && (word ? is_word (g_utf8_get_char (cursor)) : g_unichar_ismark (g_utf8_get_char (cursor))))
    cursor = g_utf8_next_char (cursor);
  return cursor;
}

typedef struct
{
  GArray                 *pieces; /* of Piece, borrowed */
  guint                   next;
  const PresserExportRow *last; /* whose tag the token before had */
} Tagger;

static const Piece *
find_piece (Tagger      *tagger,
            PresserRange token)
{
  const Piece *piece = NULL;

  while (tagger->next < tagger->pieces->len
         && g_array_index (tagger->pieces, Piece, tagger->next).range.end <= token.start)
    tagger->next++;
  if (tagger->next < tagger->pieces->len)
    piece = &g_array_index (tagger->pieces, Piece, tagger->next);
  return piece != NULL && presser_range_touches (piece->range, token) ? piece : NULL;
}

static void
append_token (GString     *text,
              Tagger      *tagger,
              PresserRange place,
              const char  *word,
              gsize        n_bytes)
{
  const Piece            *piece = find_piece (tagger, place);
  const PresserExportRow *row = piece != NULL ? piece->row : NULL;
  gboolean                begins = row != tagger->last;

  g_string_append_len (text, word, n_bytes);
  g_string_append_printf (text, "\t%u\t%u", place.start, place.end);
  append_tag (text, row != NULL ? row->cells[PRESSER_COLUMN_SPEAKER] : NULL, begins);
  append_tag (text, row != NULL ? row->cells[PRESSER_COLUMN_TOPICS] : NULL, begins);
  append_tag (text, row != NULL ? row->cells[PRESSER_COLUMN_ID] : NULL, begins);
  g_string_append_c (text, '\n');
  tagger->last = row;
}

static void
append_paragraph (GString     *text,
                  Tagger      *tagger,
                  const char  *words,
                  PresserRange range)
{
  guint       position = range.start;
  const char *cursor = words;

  while (*cursor != '\0')
    {
      const char *end = NULL;
      guint       length = 0;

      if (g_unichar_isspace (g_utf8_get_char (cursor)))
        {
          cursor = g_utf8_next_char (cursor);
          position++;
          continue;
        }
      end = find_token_end (cursor);
      length = g_utf8_strlen (cursor, end - cursor);
      append_token (text, tagger, (PresserRange){ position, position + length }, cursor, end - cursor);
      position += length;
      cursor = end;
    }
  if (*words != '\0')
    g_string_append_c (text, '\n');
}

static void
append_document (GString           *text,
                 PresserExportView *view,
                 guint             *n_cut)
{
  PresserDocument *document = presser_export_view_get_document (view);
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS);
  g_autoptr (GArray) pieces = flatten_pieces (rows, n_cut);
  Tagger tagger = { pieces, 0, NULL };
  guint  n_paragraphs = presser_document_get_n_paragraphs (document);

  g_string_append (text, "-DOCSTART-\t0\t0\tO\tO\tO\n\n");
  for (guint i = 0; i < n_paragraphs; i++)
    {
      PresserRange     range = presser_document_get_paragraph_range (document, i);
      g_autofree char *words = presser_export_view_dup_slice (view, range);

      append_paragraph (text, &tagger, words, range);
    }
}

static void
report (PresserExportJob *job,
        guint             n_cut)
{
  guint n_gapped = presser_export_job_get_n_gapped (job);

  if (n_gapped > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u statement has gaps; CoNLL can't hold them: its parts are told by the same id only",
                                                                "%u statements have gaps; CoNLL can't hold them: their parts are told by the same id only",
                                                                n_gapped),
                                                   n_gapped));
  if (n_cut > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u part overlaps another one; CoNLL can't hold that: the common words go to the first",
                                                                "%u parts overlap others; CoNLL can't hold that: the common words go to the first",
                                                                n_cut),
                                                   n_cut));
  presser_export_job_lose_always (job, _ ("Kind, status, ground rules, notes, times and metadata are not written"));
}

static gboolean
write_conll (PresserExportJob *job,
             GError          **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PresserExportView *view = NULL;
  guint              n_cut = 0;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      append_document (text, view, &n_cut);
      presser_export_job_put (job, NULL, text);
      presser_export_job_report_withheld (job);
    }
  report (job, n_cut);

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_conll = {
  .id = "conll",
  .label = N_ ("CoNLL"),
  .description = N_ ("A token a line with columns for speaker, topic and statement"),
  .extension = "conll",
  .mime_type = "text/plain",
  .write = write_conll,
};
