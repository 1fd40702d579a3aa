/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements as cues: WebVTT (https://www.w3.org/TR/webvtt1/) with voice tags, and SubRip, which has only text. A cue
 * takes the time of the paragraphs that the statement stands in; nothing finer is known. */

#include "presser-exporters.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-job.h"

/* Milliseconds that a cue is shown if nobody knows when it ends. */
#define DEFAULT_LENGTH 5000

typedef struct
{
  gint64 start;
  gint64 end;
  char  *text; /* owned, ready to be written */
} Cue;

typedef struct
{
  gboolean is_vtt;
  char     decimal_point;
} Style;

static void
free_cue (gpointer data)
{
  Cue *cue = data;

  g_free (cue->text);
  g_free (cue);
}

static int
compare_cues (gconstpointer one,
              gconstpointer other)
{
  const Cue *first = *(Cue *const *) one;
  const Cue *second = *(Cue *const *) other;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

static void
append_time (GString *text,
             gint64   time,
             char     decimal_point)
{
  g_string_append_printf (text, "%02" G_GINT64_FORMAT ":%02d:%02d%c%03d", time / 3600000, (int) (time / 60000 % 60),
                          (int) (time / 1000 % 60), decimal_point, (int) (time % 1000));
}

static char *
dup_escaped (const char  *text,
             const Style *style)
{
  GString *escaped = g_string_new (NULL);

  for (const char *cursor = text; *cursor != '\0'; cursor++)
    {
      if (style->is_vtt && *cursor == '&')
        g_string_append (escaped, "&amp;");
      else if (style->is_vtt && *cursor == '<')
        g_string_append (escaped, "&lt;");
      else if (style->is_vtt && *cursor == '>')
        g_string_append (escaped, "&gt;");
      else
        g_string_append_c (escaped, *cursor == '\n' || *cursor == '\r' ? ' ' : *cursor);
    }
  return g_string_free (escaped, FALSE);
}

static char *
dup_payload (const PresserExportRow *row,
             const Style            *style)
{
  g_autofree char *quote = dup_escaped (row->cells[PRESSER_COLUMN_QUOTE], style);
  g_autofree char *name = row->credit.name != NULL ? dup_escaped (row->credit.name, style) : NULL;

  if (name == NULL)
    return g_steal_pointer (&quote);
  if (style->is_vtt)
    return g_strdup_printf ("<v %s>%s", name, quote);
  return g_strdup_printf ("%s: %s", name, quote);
}

/* The end of the last paragraph or, if that is not known, the start of the next one that has a time. */
static gint64
find_end (PresserDocument        *document,
          const PresserExportRow *row)
{
  guint last = presser_document_find_paragraph (document, presser_statement_get_extent (row->statement).end);
  guint n_paragraphs = presser_document_get_n_paragraphs (document);

  if (row->end_time > row->start_time)
    return row->end_time;
  for (guint i = last + 1; i < n_paragraphs; i++)
    {
      gint64 start = presser_paragraph_get_start_time (presser_document_get_paragraph (document, i));

      if (start > row->start_time)
        return start;
    }
  return row->start_time + DEFAULT_LENGTH;
}

static guint
collect_cues (PresserExportView *view,
              const Style       *style,
              GPtrArray         *cues)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS | PRESSER_ROWS_FOR_READING);
  guint n_without_time = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PresserExportRow *row = rows->pdata[i];
      Cue                    *cue = NULL;

      if (row->start_time == PRESSER_TIME_UNKNOWN)
        {
          n_without_time++;
          continue;
        }
      cue = g_new0 (Cue, 1);
      cue->start = row->start_time;
      cue->end = find_end (presser_export_view_get_document (view), row);
      cue->text = dup_payload (row, style);
      g_ptr_array_add (cues, cue);
    }
  return n_without_time;
}

static void
append_cues (GString     *text,
             GPtrArray   *cues,
             const Style *style)
{
  for (guint i = 0; i < cues->len; i++)
    {
      const Cue *cue = cues->pdata[i];

      g_string_append_printf (text, "%s%u\n", i > 0 || style->is_vtt ? "\n" : "", i + 1);
      append_time (text, cue->start, style->decimal_point);
      g_string_append (text, " --> ");
      append_time (text, cue->end, style->decimal_point);
      g_string_append_printf (text, "\n%s\n", cue->text);
    }
}

static void
report (PresserExportJob *job,
        guint             n_without_time,
        guint             n_cues)
{
  if (n_without_time > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u statement has no time and is left out",
                                                                "%u statements have no time and are left out",
                                                                n_without_time),
                                                   n_without_time));
  if (n_cues > 0)
    presser_export_job_lose_always (job, _ ("A cue has the times of its paragraphs; topics, notes and places in the text are not written"));
}

static gboolean
write_cues (PresserExportJob *job,
            const Style      *style,
            GError          **error)
{
  g_autoptr (GPtrArray) cues = g_ptr_array_new_with_free_func (free_cue);
  g_autoptr (GString) text = g_string_new (style->is_vtt ? "WEBVTT\n" : NULL);
  PresserExportView *view = NULL;
  guint              n_without_time = 0;

  while ((view = presser_export_job_next (job)) != NULL)
    n_without_time += collect_cues (view, style, cues);
  g_ptr_array_sort (cues, compare_cues);
  append_cues (text, cues, style);
  presser_export_job_put (job, NULL, text);
  report (job, n_without_time, cues->len);

  return presser_export_job_finish (job, error);
}

static gboolean
write_vtt (PresserExportJob *job,
           GError          **error)
{
  static const Style style = { TRUE, '.' };

  return write_cues (job, &style, error);
}

static gboolean
write_srt (PresserExportJob *job,
           GError          **error)
{
  static const Style style = { FALSE, ',' };

  return write_cues (job, &style, error);
}

const PresserExporter presser_exporter_vtt = {
  .id = "vtt",
  .label = N_ ("WebVTT"),
  .description = N_ ("Subtitles with the speaker's name, for players and web pages"),
  .extension = "vtt",
  .mime_type = "text/vtt",
  .write = write_vtt,
};

const PresserExporter presser_exporter_srt = {
  .id = "srt",
  .label = N_ ("SubRip"),
  .description = N_ ("Subtitles for video editors"),
  .extension = "srt",
  .mime_type = "application/x-subrip",
  .write = write_srt,
};
