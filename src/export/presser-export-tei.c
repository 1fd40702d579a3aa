/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* TEI to hand on: the text as it may be shown and the statements that were chosen, and nothing else of the file. */

#include "presser-exporters.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "presser-export-copy.h"
#include "presser-export-job.h"

static GBytes *
write_view (PresserExportView  *view,
            PresserTeiPlacement placement,
            GError            **error)
{
  g_autoptr (PresserTeiFile) copy = presser_export_copy_new (view, error);

  if (copy == NULL)
    return NULL;
  presser_tei_file_set_placement (copy, placement);
  return presser_tei_file_write (copy, error);
}

static gboolean
refuse_second (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("A TEI file holds one document. Export one document at a time."));
  return FALSE;
}

static gboolean
write_document (PresserExportJob   *job,
                PresserTeiPlacement placement,
                GError            **error)
{
  PresserExportView *view = presser_export_job_next (job);
  g_autoptr (GBytes) bytes = view != NULL ? write_view (view, placement, error) : NULL;

  if (view == NULL)
    return presser_export_job_finish (job, error);
  if (bytes == NULL)
    return FALSE;
  presser_export_job_report_withheld (job);
  presser_export_job_put_bytes (job, NULL, bytes);
  if (presser_export_job_next (job) != NULL)
    return refuse_second (error);
  presser_export_job_lose_always (job, _ ("The text is written anew: markup, comments and notes of the source file are not"));

  return presser_export_job_finish (job, error);
}

static gboolean
write_tei (PresserExportJob *job,
           GError          **error)
{
  return write_document (job, PRESSER_TEI_IN_TEXT, error);
}

static gboolean
write_standoff (PresserExportJob *job,
                GError          **error)
{
  return write_document (job, PRESSER_TEI_STAND_OFF, error);
}

const PresserExporter presser_exporter_tei_standoff = {
  .id = "tei-standoff",
  .label = N_ ("TEI, stand-off"),
  .description = N_ ("The text without tags, and its statements as annotations with places in it"),
  .extension = "xml",
  .mime_type = "application/tei+xml",
  .write = write_standoff,
};

const PresserExporter presser_exporter_tei = {
  .id = "tei",
  .label = N_ ("TEI"),
  .description = N_ ("The text with its statements tagged in it, without what must not leave"),
  .extension = "xml",
  .mime_type = "application/tei+xml",
  .write = write_tei,
};
