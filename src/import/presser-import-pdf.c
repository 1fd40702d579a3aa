/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF has no paragraphs, only characters at places. Lines are those of poppler's text; a paragraph begins with an indent
 * or behind a larger gap; what stands at the same edge of many pages is furniture and is left out. */

#include "presser-import-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <poppler.h>

#include "presser-error.h"
#include "presser-hyphens.h"
#include "presser-script.h"

#define MAX_PAGES  5000
#define EDGE_LINES 3   /* so many lines at head and foot may be furniture */
#define INDENT     9.0 /* points */

/* Older versions of poppler declare no automatic clean-up, newer ones do. */
typedef PopplerDocument Document;
typedef PopplerPage     Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

typedef struct
{
  char    *text;
  double   left;
  double   top;
  double   height;
  guint    page;
  guint    from_edge; /* 0 for the first or last line of its page */
  gboolean is_furniture;
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->text);
}

static void
add_line (GArray                 *lines,
          const char             *start,
          const char             *end,
          const PopplerRectangle *rectangles,
          guint                   n_rectangles,
          guint                   first,
          guint                   page)
{
  Line line = { .page = page };

  line.text = g_strstrip (g_strndup (start, (gsize) (end - start)));
  if (*line.text == '\0')
    {
      g_free (line.text);
      return;
    }
  /* Blanks at the start of a line have no width worth knowing. */
  while (start < end && g_ascii_isspace (*start))
    {
      start++;
      first++;
    }
  if (first < n_rectangles)
    {
      line.left = rectangles[first].x1;
      line.top = rectangles[first].y1;
      line.height = rectangles[first].y2 - rectangles[first].y1;
    }
  g_array_append_val (lines, line);
}

static void
number_edges (GArray *lines,
              guint   first)
{
  for (guint i = first; i < lines->len; i++)
    g_array_index (lines, Line, i).from_edge = MIN (i - first, lines->len - 1 - i);
}

static void
read_page (GArray      *lines,
           PopplerPage *page,
           guint        number)
{
  g_autofree char             *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *rectangles = NULL;
  guint                        n_rectangles = 0, place = 0, before = lines->len;
  const char                  *start = text;

  if (text == NULL || !poppler_page_get_text_layout (page, &rectangles, &n_rectangles))
    return;
  while (*start != '\0')
    {
      const char *end = strchr (start, '\n');

      if (end == NULL)
        end = start + strlen (start);
      add_line (lines, start, end, rectangles, n_rectangles, place, number);
      place += (guint) g_utf8_strlen (start, end - start) + 1;
      start = *end != '\0' ? end + 1 : end;
    }
  number_edges (lines, before);
}

/* Numbers differ from page to page, the rest of a running head doesn't. */
static char *
make_furniture_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text))
      g_string_append_c (key, g_ascii_isspace (*text) ? ' ' : *text);
    else if (key->len == 0 || key->str[key->len - 1] != '#')
      g_string_append_c (key, '#');

  return g_string_free (key, FALSE);
}

static guint
mark_furniture (GArray *lines,
                guint   n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_marked = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      char       *key;

      if (line->from_edge >= EDGE_LINES)
        continue;
      key = make_furniture_key (line->text);
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      Line            *line = &g_array_index (lines, Line, i);
      g_autofree char *key = make_furniture_key (line->text);
      guint            n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      line->is_furniture = line->from_edge < EDGE_LINES && n >= 2 && n * 5 >= n_pages * 2;
      n_marked += line->is_furniture;
    }

  return n_marked;
}

static int
compare_doubles (gconstpointer one,
                 gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static double
find_middle (GArray *numbers)
{
  if (numbers->len == 0)
    return 0;
  g_array_sort (numbers, compare_doubles);

  return g_array_index (numbers, double, numbers->len / 2);
}

/* The left edge most lines share, and the step from line to line. */
static void
find_measures (GArray *lines,
               double *left,
               double *step)
{
  g_autoptr (GArray) lefts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *before = i > 0 ? &g_array_index (lines, Line, i - 1) : NULL;
      double      gap = before != NULL && before->page == line->page ? line->top - before->top : 0;

      if (line->is_furniture)
        continue;
      g_array_append_val (lefts, line->left);
      if (gap > 1)
        g_array_append_val (steps, gap);
    }
  *left = find_middle (lefts);
  *step = find_middle (steps);
}

static void
add_lines (PresserScript *script,
           GArray        *lines)
{
  const Line *before = NULL;
  double      left, step;

  find_measures (lines, &left, &step);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      gboolean    is_indented = line->left > left + INDENT;
      /* A block that is indented as a whole, such as a quotation, begins only once. */
      gboolean was_indented = before != NULL && fabs (before->left - line->left) < INDENT / 3;
      gboolean has_gap = before != NULL && before->page == line->page && line->top - before->top > step * 1.35;

      if (line->is_furniture)
        continue;
      presser_script_add_line (script, line->text, -1, before == NULL || has_gap || (is_indented && !was_indented) ? PRESSER_LINE_PARAGRAPH : 0);
      before = line;
    }
}

static void
join_broken_words (PresserScript *script,
                   GArray        *lines)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n_joined;

  for (guint i = 0; i < lines->len; i++)
    if (!g_array_index (lines, Line, i).is_furniture)
      g_ptr_array_add (texts, &g_array_index (lines, Line, i).text);
  n_joined = presser_hyphens_join (texts);
  if (n_joined > 0)
    {
      g_autofree char *remark = g_strdup_printf (ngettext ("%u word that was broken at the end of a line was put together.",
                                                           "%u words that were broken at the ends of lines were put together.", n_joined),
                                                 n_joined);

      presser_script_add_remark (script, remark);
    }
}

static void
take_title (PresserScript   *script,
            PopplerDocument *document)
{
  g_autofree char *title = poppler_document_get_title (document);

  /* What word processors put there is a file name. */
  if (title != NULL && strchr (title, ' ') != NULL && g_str_has_prefix (title, "Microsoft") == FALSE)
    presser_script_set_metadata (script, PRESSER_METADATA_TITLE, title);
}

static PopplerDocument *
open_document (GBytes     *bytes,
               const char *name,
               GError    **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &reason);

  if (document != NULL)
    return document;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, _ ("“%s” is locked with a password. Save a copy without one and open that."), name);
  else
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: %s"), name, reason->message);

  return NULL;
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_autoptr (PresserScript) script = presser_script_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_autoptr (Document) document = open_document (bytes, name, error);
  guint n_pages, n_furniture;

  if (document == NULL)
    return NULL;
  g_array_set_clear_func (lines, clear_line);
  n_pages = (guint) MIN (poppler_document_get_n_pages (document), MAX_PAGES);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, (int) i);

      if (page != NULL)
        read_page (lines, page, i);
    }
  n_furniture = mark_furniture (lines, n_pages);
  join_broken_words (script, lines);
  add_lines (script, lines);
  take_title (script, document);
  presser_script_set_wrapped (script, TRUE);
  if (n_furniture > 0)
    {
      g_autofree char *remark = g_strdup_printf (ngettext ("%u line at the edge of a page was left out as running head or page number.",
                                                           "%u lines at the edges of pages were left out as running heads or page numbers.",
                                                           n_furniture),
                                                 n_furniture);

      presser_script_add_remark (script, remark);
    }
  if (presser_script_is_empty (script))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   n_pages == 0 ? _ ("“%s” is damaged: it has no pages. Get the file once more.")
                                : _ ("“%s” holds pictures of pages and no text. Run text recognition on it first."),
                   name);
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

  return g_strstr_len (data, (gssize) MIN (size, 1024), "%PDF-") != NULL ? 95 : 0;
}

const PresserImporter presser_import_pdf = {
  .id = "pdf",
  .description = N_ ("PDF"),
  .patterns = "*.pdf",
  .score = score,
  .import = import,
};
