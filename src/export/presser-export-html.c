/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One page that needs nothing else: the transcript with its statements marked in the speakers' colours, a legend, and
 * the list of quotes, each linked with its place. No script, no font and no picture from elsewhere. */

#include "presser-exporters.h"

#include <glib/gi18n-lib.h>

#include "presser-export-group.h"
#include "presser-export-job.h"

/* Tints that stay apart for colour-blind readers and leave black text readable, and the full colour of each for the
 * line below it, so that colour is not the only sign. */
static const char *const tints[] = { "#d6e6ff", "#ffe3c2", "#d9f2d9", "#fbd9e6", "#fff3b0", "#e6dcff", "#cdf1f1", "#ecdfd0" };
static const char *const lines[] = { "#1a5fb4", "#c64600", "#1e7a34", "#b0255f", "#8a6d00", "#613583", "#0b7285", "#63452c" };

typedef struct
{
  PresserExportView *view;
  GPtrArray         *rows;    /* of PresserExportRow */
  GHashTable        *colours; /* of const char * (credited name) to its number + 1; borrowed keys */
  GPtrArray         *names;   /* of const char *, in the order of their colours */
} Page;

static void
append_escaped (GString    *html,
                const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append (html, escaped);
}

static void
choose_colours (Page *page)
{
  for (guint i = 0; i < page->rows->len; i++)
    {
      const PresserExportRow *row = page->rows->pdata[i];

      if (row->credit.name == NULL || g_hash_table_contains (page->colours, row->credit.name))
        continue;
      g_ptr_array_add (page->names, (gpointer) row->credit.name);
      g_hash_table_insert (page->colours, (gpointer) row->credit.name, GUINT_TO_POINTER (page->names->len));
    }
}

/* 0 for nobody, else a number of the palette counted from 1. */
static guint
get_colour (const Page             *page,
            const PresserExportRow *row)
{
  guint number = row->credit.name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (page->colours, row->credit.name)) : 0;

  return number > 0 ? (number - 1) % G_N_ELEMENTS (tints) + 1 : 0;
}

static void
append_style (GString *html)
{
  g_string_append (html,
                   "<style>\n"
                   "body{font:1.05rem/1.55 serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f;background:#fff}\n"
                   "header,nav,section>h2,section>h3,cite,.about{font-family:sans-serif}\n"
                   "mark{color:inherit;background:#eee;border-bottom:2px solid #777;-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
                   "mark:target,li:target{outline:2px solid #1a5fb4}\n"
                   "nav mark{margin-right:1em}\n"
                   ".about{color:#555;font-size:.85em}\n"
                   "blockquote{margin:0}li{margin:0 0 1.2em;break-inside:avoid}\n"
                   ".note{color:#555;font-style:italic}\n");
  for (gsize i = 0; i < G_N_ELEMENTS (tints); i++)
    g_string_append_printf (html, ".c%" G_GSIZE_FORMAT "{background:%s;border-color:%s}\n", i + 1, tints[i], lines[i]);
  g_string_append (html, "@media print{body{margin:0;max-width:none}a{color:inherit;text-decoration:none}section+section{break-before:page}}\n</style>\n");
}

static void
append_head (GString    *html,
             const char *title,
             const char *language)
{
  g_autofree char *tag = g_markup_escape_text (language != NULL ? language : "", -1);

  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                                "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
                          tag);
  append_escaped (html, title);
  g_string_append (html, "</title>\n");
  append_style (html);
  g_string_append (html, "</head>\n<body>\n");
}

static const char *
get_title (PresserExportView *view)
{
  const char *title = presser_export_view_get_metadata (view, PRESSER_METADATA_TITLE);

  return title != NULL ? title : presser_export_view_get_source (view)->name;
}

static void
append_header (GString    *html,
               const Page *page)
{
  const char *about[] = {
    presser_export_get_date (page->view),
    presser_export_view_get_metadata (page->view, PRESSER_METADATA_PLACE),
    presser_export_view_get_metadata (page->view, PRESSER_METADATA_SOURCE),
  };
  gboolean first = TRUE;

  g_string_append (html, "<header>\n<h1 dir=\"auto\">");
  append_escaped (html, get_title (page->view));
  g_string_append (html, "</h1>\n<p class=\"about\">");
  for (gsize i = 0; i < G_N_ELEMENTS (about); i++)
    {
      if (about[i] == NULL)
        continue;
      g_string_append (html, first ? "" : " · ");
      append_escaped (html, about[i]);
      first = FALSE;
    }
  g_string_append (html, "</p>\n</header>\n<nav>");
  for (guint i = 0; i < page->names->len; i++)
    {
      g_string_append_printf (html, "<mark class=\"c%u\">", i % (guint) G_N_ELEMENTS (tints) + 1);
      append_escaped (html, page->names->pdata[i]);
      g_string_append (html, "</mark>");
    }
  g_string_append (html, "</nav>\n");
}

/* “s3” of the second document is “d2-s3”, so that all anchors of a page differ. */
static void
append_anchor (GString                *html,
               guint                   number,
               const PresserExportRow *row)
{
  g_string_append_printf (html, "d%u-", number);
  append_escaped (html, row->cells[PRESSER_COLUMN_ID]);
}

static void
append_quote (GString                *html,
              const Page             *page,
              guint                   number,
              const PresserExportRow *row,
              gboolean                is_first)
{
  g_string_append (html, "<li");
  if (is_first)
    {
      g_string_append (html, " id=\"quote-");
      append_anchor (html, number, row);
      g_string_append_c (html, '"');
    }
  g_string_append_printf (html, "><blockquote dir=\"auto\"><mark class=\"c%u\">", get_colour (page, row));
  append_escaped (html, row->cells[PRESSER_COLUMN_QUOTE]);
  g_string_append (html, "</mark></blockquote>\n<cite>");
  append_escaped (html, row->credit.name);
  g_string_append (html, row->credit.name != NULL && row->credit.role != NULL ? ", " : "");
  append_escaped (html, row->credit.role);
  g_string_append (html, "</cite> <span class=\"about\">");
  append_escaped (html, row->cells[PRESSER_COLUMN_TOPICS]);
  g_string_append_printf (html, "%s%s · <a href=\"#", row->cells[PRESSER_COLUMN_TOPICS] != NULL ? " · " : "", presser_kind_get_label (presser_statement_get_kind (row->statement)));
  append_anchor (html, number, row);
  g_string_append_printf (html, "\">¶ %s</a></span>", row->cells[PRESSER_COLUMN_PARAGRAPH]);
  if (row->cells[PRESSER_COLUMN_NOTE] != NULL)
    {
      g_string_append (html, "<p class=\"note\">");
      append_escaped (html, row->cells[PRESSER_COLUMN_NOTE]);
      g_string_append (html, "</p>");
    }
  g_string_append (html, "</li>\n");
}

/* A quote that stands under several topics has its anchor at the first. */
static void
append_quotes (GString        *html,
               const Page     *page,
               PresserGrouping grouping,
               guint           number)
{
  g_autoptr (GPtrArray) groups = presser_export_groups_new (page->view, page->rows, grouping);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const PresserExportGroup *group = groups->pdata[i];

      if (group->heading != NULL)
        {
          g_string_append (html, "<h3 dir=\"auto\">");
          append_escaped (html, group->heading);
          g_string_append (html, "</h3>\n");
        }
      g_string_append (html, "<ol>\n");
      for (guint j = 0; j < group->rows->len; j++)
        append_quote (html, page, number, group->rows->pdata[j], g_hash_table_add (placed, group->rows->pdata[j]));
      g_string_append (html, "</ol>\n");
    }
}

/* A row that a stretch of text belongs to. */
typedef struct
{
  PresserRange            range;
  const PresserExportRow *row;
  gboolean                is_first; /* of the statement's parts: it takes the anchor */
} Part;

static int
compare_parts (gconstpointer one,
               gconstpointer other)
{
  const Part *first = one;
  const Part *second = other;

  if (first->range.start != second->range.start)
    return first->range.start < second->range.start ? -1 : 1;
  return first->range.end > second->range.end ? -1 : first->range.end < second->range.end;
}

/* Sorted: GArray of Part. */
static GArray *
collect_parts (const Page *page)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < page->rows->len; i++)
    {
      const PresserExportRow *row = page->rows->pdata[i];
      guint                   n_ranges = 0;
      const PresserRange     *ranges = presser_statement_get_ranges (row->statement, &n_ranges);

      for (guint j = 0; j < n_ranges; j++)
        g_array_append_val (parts, ((Part){ ranges[j], row, j == 0 }));
    }
  g_array_sort (parts, compare_parts);

  return parts;
}

/* Those of the open parts that reach beyond @position stay; gives where the next of them ends, at most @end. */
static guint
close_parts (GArray *open,
             guint   position,
             guint   end)
{
  guint n = 0;

  for (guint i = 0; i < open->len; i++)
    {
      Part part = g_array_index (open, Part, i);

      if (part.range.end <= position)
        continue;
      g_array_index (open, Part, n++) = part;
      end = MIN (end, part.range.end);
    }
  g_array_set_size (open, n);

  return end;
}

static void
append_stretch (GString     *html,
                const Page  *page,
                guint        number,
                GArray      *open,
                PresserRange range)
{
  g_autofree char *words = presser_export_view_dup_slice (page->view, range);

  for (guint i = 0; i < open->len; i++)
    {
      const Part *part = &g_array_index (open, Part, i);

      g_string_append_printf (html, "<mark class=\"c%u\"", get_colour (page, part->row));
      if (part->is_first && part->range.start == range.start)
        {
          g_string_append (html, " id=\"");
          append_anchor (html, number, part->row);
          g_string_append_c (html, '"');
        }
      g_string_append (html, " title=\"");
      append_escaped (html, part->row->credit.name);
      g_string_append (html, part->row->cells[PRESSER_COLUMN_TOPICS] != NULL ? " · " : "");
      append_escaped (html, part->row->cells[PRESSER_COLUMN_TOPICS]);
      g_string_append (html, "\">");
    }
  append_escaped (html, words);
  for (guint i = 0; i < open->len; i++)
    g_string_append (html, "</mark>");
}

static const char *
get_element (PresserParagraphKind kind)
{
  return kind == PRESSER_PARAGRAPH_HEADING ? "h3" : "p";
}

static void
append_transcript (GString    *html,
                   const Page *page,
                   guint       number)
{
  PresserDocument *document = presser_export_view_get_document (page->view);
  g_autoptr (GArray) parts = collect_parts (page);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Part));
  guint n_paragraphs = presser_document_get_n_paragraphs (document);
  guint next = 0;

  for (guint i = 0; i < n_paragraphs; i++)
    {
      PresserRange range = presser_document_get_paragraph_range (document, i);
      const char  *element = get_element (presser_paragraph_get_kind (presser_document_get_paragraph (document, i)));
      guint        position = range.start;

      g_string_append_printf (html, "<%s dir=\"auto\">", element);
      while (position < range.end)
        {
          guint end = range.end;

          for (; next < parts->len && g_array_index (parts, Part, next).range.start <= position; next++)
            g_array_append_val (open, g_array_index (parts, Part, next));
          if (next < parts->len)
            end = MIN (end, g_array_index (parts, Part, next).range.start);
          end = close_parts (open, position, end);
          append_stretch (html, page, number, open, (PresserRange){ position, end });
          position = end;
        }
      g_string_append_printf (html, "</%s>\n", element);
    }
}

static void
append_document (GString           *html,
                 PresserExportView *view,
                 PresserGrouping    grouping,
                 guint              number)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS | PRESSER_ROWS_FOR_READING);
  g_autoptr (GHashTable) colours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  Page page = { view, rows, colours, names };

  choose_colours (&page);
  append_header (html, &page);
  g_string_append_printf (html, "<section>\n<h2>%s</h2>\n", _ ("Quotes"));
  append_quotes (html, &page, grouping, number);
  g_string_append_printf (html, "</section>\n<section>\n<h2>%s</h2>\n", _ ("Transcript"));
  append_transcript (html, &page, number);
  g_string_append (html, "</section>\n");
}

static gboolean
write_html (PresserExportJob *job,
            GError          **error)
{
  g_autoptr (GString) html = g_string_new (NULL);
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      if (presser_export_job_get_number (job) == 1)
        append_head (html, get_title (view), presser_export_view_get_metadata (view, PRESSER_METADATA_LANGUAGE));
      append_document (html, view, presser_export_job_get_options (job)->grouping, presser_export_job_get_number (job));
      presser_export_job_put (job, NULL, html);
      presser_export_job_report_withheld (job);
    }
  g_string_append (html, "</body>\n</html>\n");
  presser_export_job_put (job, NULL, html);
  presser_export_job_lose_always (job, _ ("Certainty, times and who tagged are not written"));

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_html = {
  .id = "html",
  .label = N_ ("Web page"),
  .description = N_ ("The transcript with its statements in colour and the list of quotes, to read and to print"),
  .extension = "html",
  .mime_type = "text/html",
  .flags = PRESSER_EXPORTER_HAS_GROUPS,
  .write = write_html,
};
