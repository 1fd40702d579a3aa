/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import.h"
#include "presser-import-report-private.h"

/* A label that stands so often and was not taken for one is worth a look. */
#define MANY_LINES 4

struct _PresserImportReport
{
  GObject parent_instance;

  /* owned */
  GPtrArray       *formats;    /* of PresserImporter, borrowed */
  char           **encodings;  /* or NULL */
  GListStore      *speakers;   /* of PresserImportSpeaker */
  GListStore      *candidates; /* of PresserImportSpeaker */
  GPtrArray       *remarks;    /* of utf8 */
  PresserMetadata *metadata;
  char           **heads; /* or NULL */

  /* borrowed */
  const PresserImporter *format;
  const char            *encoding; /* interned, or NULL */

  int      columns[PRESSER_IMPORT_N_COLUMNS];
  int      score;
  guint    n_turns;
  gboolean is_encoding_certain;
  gboolean are_columns_certain;
};

G_DEFINE_FINAL_TYPE (PresserImportReport, presser_import_report, G_TYPE_OBJECT)

static void
presser_import_report_finalize (GObject *object)
{
  PresserImportReport *self = PRESSER_IMPORT_REPORT (object);

  g_ptr_array_unref (self->formats);
  g_strfreev (self->encodings);
  g_object_unref (self->speakers);
  g_object_unref (self->candidates);
  g_ptr_array_unref (self->remarks);
  g_object_unref (self->metadata);
  g_strfreev (self->heads);

  G_OBJECT_CLASS (presser_import_report_parent_class)->finalize (object);
}

static void
presser_import_report_class_init (PresserImportReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_import_report_finalize;
}

static void
presser_import_report_init (PresserImportReport *self)
{
  self->formats = g_ptr_array_new ();
  self->speakers = g_list_store_new (PRESSER_TYPE_IMPORT_SPEAKER);
  self->candidates = g_list_store_new (PRESSER_TYPE_IMPORT_SPEAKER);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->metadata = presser_metadata_new ();
  self->is_encoding_certain = self->are_columns_certain = TRUE;
  for (guint i = 0; i < PRESSER_IMPORT_N_COLUMNS; i++)
    self->columns[i] = -1;
}

/**
 * presser_import_report_new:
 *
 * Returns: (transfer full): a report on nothing yet
 */
PresserImportReport *
presser_import_report_new (void)
{
  return g_object_new (PRESSER_TYPE_IMPORT_REPORT, NULL);
}

/**
 * presser_import_report_set_format:
 * @self: a report
 * @format: the importer that reads the file
 * @score: how sure it is of its format, 0 to 100
 * @formats: (transfer full) (element-type PresserImporter): all that could read it, the surest first
 */
void
presser_import_report_set_format (PresserImportReport   *self,
                                  const PresserImporter *format,
                                  int                    score,
                                  GPtrArray             *formats)
{
  self->format = format;
  self->score = score;
  g_ptr_array_unref (self->formats);
  self->formats = formats;
}

/**
 * presser_import_report_set_encoding:
 * @self: a report
 * @encoding: the IANA name of the one that was used
 * @is_certain: whether no other makes as much sense
 * @encodings: (transfer full) (array zero-terminated=1): those that make sense, the one used first
 */
void
presser_import_report_set_encoding (PresserImportReport *self,
                                    const char          *encoding,
                                    gboolean             is_certain,
                                    char               **encodings)
{
  self->encoding = g_intern_string (encoding);
  self->is_encoding_certain = is_certain;
  g_strfreev (self->encodings);
  self->encodings = encodings;
}

/**
 * presser_import_report_take_speaker:
 * @self: a report
 * @speaker: (transfer full): a speaker of the document
 */
void
presser_import_report_take_speaker (PresserImportReport  *self,
                                    PresserImportSpeaker *speaker)
{
  g_list_store_append (self->speakers, speaker);
  g_object_unref (speaker);
}

/**
 * presser_import_report_take_candidate:
 * @self: a report
 * @candidate: (transfer full): what could be one and was not taken for one
 */
void
presser_import_report_take_candidate (PresserImportReport  *self,
                                      PresserImportSpeaker *candidate)
{
  g_list_store_append (self->candidates, candidate);
  g_object_unref (candidate);
}

/**
 * presser_import_report_set_n_turns:
 * @self: a report
 * @n_turns: how many turns there are
 */
void
presser_import_report_set_n_turns (PresserImportReport *self,
                                   guint                n_turns)
{
  self->n_turns = n_turns;
}

/**
 * presser_import_report_add_remark:
 * @self: a report
 * @remark: a translated sentence on what was unsure, normalised or left out
 */
void
presser_import_report_add_remark (PresserImportReport *self,
                                  const char          *remark)
{
  g_ptr_array_add (self->remarks, g_strdup (remark));
}

/**
 * presser_import_report_set_metadata:
 * @self: a report
 * @metadata: what goes into the header
 */
void
presser_import_report_set_metadata (PresserImportReport *self,
                                    PresserMetadata     *metadata)
{
  g_set_object (&self->metadata, metadata);
}

/**
 * presser_import_report_set_columns:
 * @self: a report
 * @heads: (transfer full) (array zero-terminated=1): what names each column of the table
 * @columns: (array fixed-size=5): for each #PresserImportColumn the place of the column, or -1
 * @are_certain: whether the heads tell it
 */
void
presser_import_report_set_columns (PresserImportReport *self,
                                   char               **heads,
                                   const int           *columns,
                                   gboolean             are_certain)
{
  g_strfreev (self->heads);
  self->heads = heads;
  self->are_columns_certain = are_certain;
  for (guint i = 0; i < PRESSER_IMPORT_N_COLUMNS; i++)
    self->columns[i] = columns[i];
}

/**
 * presser_import_report_get_format:
 * @self: a report
 *
 * Returns: (transfer none): the importer that read the file
 */
const PresserImporter *
presser_import_report_get_format (PresserImportReport *self)
{
  return self->format;
}

/**
 * presser_import_report_get_score:
 * @self: a report
 *
 * Returns: how sure the importer was, 100 beyond doubt. Any text is plain text, so that this one is never surer than 10
 */
int
presser_import_report_get_score (PresserImportReport *self)
{
  return self->score;
}

/**
 * presser_import_report_get_formats:
 * @self: a report
 *
 * Returns: (transfer none) (element-type PresserImporter): all that could read the file, the surest first
 */
GPtrArray *
presser_import_report_get_formats (PresserImportReport *self)
{
  return self->formats;
}

/**
 * presser_import_report_get_encoding:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): the IANA name of the encoding, %NULL if the format has none to choose
 */
const char *
presser_import_report_get_encoding (PresserImportReport *self)
{
  return self->encoding;
}

/**
 * presser_import_report_is_encoding_certain:
 * @self: a report
 *
 * Returns: %FALSE if another encoding makes as much sense
 */
gboolean
presser_import_report_is_encoding_certain (PresserImportReport *self)
{
  return self->is_encoding_certain;
}

/**
 * presser_import_report_get_encodings:
 * @self: a report
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): encodings that make sense, the one used first;
 *   presser_import_get_encodings() has all
 */
const char *const *
presser_import_report_get_encodings (PresserImportReport *self)
{
  return (const char *const *) self->encodings;
}

/**
 * presser_import_report_get_speakers:
 * @self: a report
 *
 * Returns: (transfer none): a list of #PresserImportSpeaker, in the order in which they are first heard
 */
GListModel *
presser_import_report_get_speakers (PresserImportReport *self)
{
  return G_LIST_MODEL (self->speakers);
}

/**
 * presser_import_report_get_candidates:
 * @self: a report
 *
 * Returns: (transfer none): a list of #PresserImportSpeaker: what stands in front of lines as a label does and was not
 *   taken for one, the most frequent first
 */
GListModel *
presser_import_report_get_candidates (PresserImportReport *self)
{
  return G_LIST_MODEL (self->candidates);
}

/**
 * presser_import_report_get_n_turns:
 * @self: a report
 *
 * Returns: how many turns were found
 */
guint
presser_import_report_get_n_turns (PresserImportReport *self)
{
  return self->n_turns;
}

/**
 * presser_import_report_get_remarks:
 * @self: a report
 *
 * Returns: (transfer none) (element-type utf8): translated sentences on what was unsure, normalised or left out
 */
GPtrArray *
presser_import_report_get_remarks (PresserImportReport *self)
{
  return self->remarks;
}

/**
 * presser_import_report_get_metadata:
 * @self: a report
 *
 * Returns: (transfer none): title, date, place, source and so on, as given and as found
 */
PresserMetadata *
presser_import_report_get_metadata (PresserImportReport *self)
{
  return self->metadata;
}

/**
 * presser_import_report_get_columns:
 * @self: a report
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): what names the columns of a table: their heads, or
 *   the cells of the first row; %NULL if it is no table
 */
const char *const *
presser_import_report_get_columns (PresserImportReport *self)
{
  return (const char *const *) self->heads;
}

/**
 * presser_import_report_get_column:
 * @self: a report
 * @column: a #PresserImportColumn
 *
 * Returns: the place of the column that was read as this, -1 if none was
 */
int
presser_import_report_get_column (PresserImportReport *self,
                                  guint                column)
{
  g_return_val_if_fail (column < PRESSER_IMPORT_N_COLUMNS, -1);

  return self->columns[column];
}

static gboolean
has_proposals (GListModel *speakers)
{
  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserImportSpeaker) speaker = g_list_model_get_item (speakers, i);

      if (presser_import_speaker_get_proposed (speaker) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * presser_import_report_is_unsure:
 * @self: a report
 *
 * Returns: whether there is something that the user should look at: the encoding is a guess, two labels may be one
 *   person, a label that repeats was not taken for one, or the columns of a table have no heads
 */
gboolean
presser_import_report_is_unsure (PresserImportReport *self)
{
  g_autoptr (PresserImportSpeaker) candidate = g_list_model_get_item (G_LIST_MODEL (self->candidates), 0);

  if (!self->is_encoding_certain || !self->are_columns_certain || has_proposals (G_LIST_MODEL (self->speakers)))
    return TRUE;

  return candidate != NULL && presser_import_speaker_get_n_turns (candidate) >= MANY_LINES;
}
