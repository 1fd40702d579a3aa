/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-open-file-private.h"

#include "presser-settings.h"

G_DEFINE_FINAL_TYPE (PresserOpenFile, presser_open_file, G_TYPE_OBJECT)

enum
{
  STATE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * presser_open_file_emit_state:
 * @self: an open file
 *
 * Tells that the state may be another one.
 */
void
presser_open_file_emit_state (PresserOpenFile *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/**
 * presser_open_file_new:
 * @tei: what was read
 *
 * Returns: (transfer full): an open file that lies nowhere yet
 */
PresserOpenFile *
presser_open_file_new (PresserTeiFile *tei)
{
  PresserOpenFile *self = g_object_new (PRESSER_TYPE_OPEN_FILE, NULL);

  self->tei = g_object_ref (tei);
  g_signal_connect_object (presser_document_get_history (presser_open_file_get_document (self)),
                           "notify::modified", G_CALLBACK (presser_open_file_emit_state), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * presser_open_file_get_document:
 * @self: an open file
 *
 * Returns: (transfer none): the document in it
 */
PresserDocument *
presser_open_file_get_document (PresserOpenFile *self)
{
  return presser_tei_file_get_document (self->tei);
}

static gboolean
is_modified (PresserOpenFile *self)
{
  return presser_history_is_modified (presser_document_get_history (presser_open_file_get_document (self)))
         || !presser_tei_file_placement_is_saved (self->tei);
}

/**
 * presser_open_file_get_state:
 * @self: an open file
 *
 * Returns: whether document and file agree
 */
PresserFileState
presser_open_file_get_state (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), PRESSER_FILE_SAVED);

  if (self->pending != NULL)
    return PRESSER_FILE_SAVING;
  if (is_modified (self))
    return PRESSER_FILE_EDITED;
  return self->location != NULL ? PRESSER_FILE_SAVED : PRESSER_FILE_UNSAVED;
}

/**
 * presser_open_file_has_unsaved_work:
 * @self: an open file
 *
 * Returns: whether closing it now would lose something
 */
gboolean
presser_open_file_has_unsaved_work (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), FALSE);

  return self->pending != NULL || is_modified (self) || (self->is_precious && self->location == NULL);
}

/**
 * presser_open_file_get_location:
 * @self: an open file
 *
 * Returns: (transfer none) (nullable): where saving goes; %NULL before the first save of an import
 */
GFile *
presser_open_file_get_location (PresserOpenFile *self)
{
  return self->location;
}

/**
 * presser_open_file_get_origin:
 * @self: an open file
 *
 * Returns: (transfer none) (nullable): what was opened; %NULL if that was no file
 */
GFile *
presser_open_file_get_origin (PresserOpenFile *self)
{
  return self->origin;
}

/**
 * presser_open_file_get_name:
 * @self: an open file
 *
 * Returns: (transfer none): its name without folder, for a person to read
 */
const char *
presser_open_file_get_name (PresserOpenFile *self)
{
  return self->name;
}

/**
 * presser_open_file_get_remarks:
 * @self: an open file
 *
 * Returns: (transfer none) (element-type utf8): what the importer was unsure of, normalised or left out
 */
GPtrArray *
presser_open_file_get_remarks (PresserOpenFile *self)
{
  return self->remarks;
}

static char *
dup_stem (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, dot - name) : g_strdup (name);
}

/* The one that the user chose for all, as long as it is there; else beside the original. */
static GFile *
dup_folder (PresserOpenFile *self)
{
  g_autofree char *uri = presser_settings_dup_string ("save-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (self->origin == NULL)
    return NULL;
  if (folder != NULL && g_file_query_exists (folder, NULL))
    return g_steal_pointer (&folder);
  return g_file_get_parent (self->origin);
}

/**
 * presser_open_file_get_report:
 * @self: an open file
 *
 * Returns: (transfer none) (nullable): what the import found; %NULL if it was none, or work in it would be lost if it
 *   were made anew
 */
PresserImportReport *
presser_open_file_get_report (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), NULL);

  return self->location == NULL && self->pending == NULL && !is_modified (self) ? self->report : NULL;
}

/**
 * presser_open_file_get_source:
 * @self: an open file
 *
 * Returns: (transfer none) (nullable): the bytes that were imported
 */
GBytes *
presser_open_file_get_source (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), NULL);

  return self->source;
}

/**
 * presser_open_file_is_decided:
 * @self: an open file
 *
 * Returns: whether this is how the user has decided that the transcript is to be understood
 */
gboolean
presser_open_file_is_decided (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), FALSE);

  return self->is_decided;
}

/**
 * presser_open_file_is_unsure:
 * @self: an open file
 *
 * Returns: whether the user should look at what the import found, and has not
 */
gboolean
presser_open_file_is_unsure (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), FALSE);

  return self->report != NULL && !self->is_decided && presser_import_report_is_unsure (self->report);
}

/**
 * presser_open_file_dup_suggestion:
 * @self: an open file
 *
 * Where a transcript that was imported should be saved: in the folder set for that, or beside the original, which is never written to,
 * under its name with the ending `.xml`, numbered if there is such a file already.
 *
 * Returns: (transfer full) (nullable): a place where no file is; %NULL if it came from no file
 */
GFile *
presser_open_file_dup_suggestion (PresserOpenFile *self)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *stem = NULL;
  guint            i;

  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), NULL);

  folder = dup_folder (self);
  if (folder == NULL)
    return NULL;

  name = g_file_get_basename (self->origin);
  stem = dup_stem (name);
  for (i = 1;; i++)
    {
      g_autofree char *candidate = i == 1 ? g_strconcat (stem, ".xml", NULL)
                                          : g_strdup_printf ("%s %u.xml", stem, i);
      g_autoptr (GFile) file = g_file_get_child (folder, candidate);

      if (!g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }
}

/**
 * presser_open_file_dup_xml:
 * @self: an open file
 * @error: why there is none
 *
 * While a save is under way this is what it writes.
 *
 * Returns: (transfer full) (nullable): the XML that saving would write, in UTF-8; if the statements are kept beside the text, that of
 * their file
 */
GBytes *
presser_open_file_dup_xml (PresserOpenFile *self,
                           GError         **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), NULL);

  bytes = self->pending != NULL ? g_bytes_ref (self->pending) : presser_tei_file_write (self->tei, error);
  return bytes != NULL ? g_bytes_ref (presser_tei_file_get_shown (self->tei)) : NULL;
}

/**
 * presser_open_file_dup_xml_places:
 * @self: an open file of which presser_open_file_dup_xml() was just asked
 * @statement: one of its statements
 *
 * Returns: (transfer full) (element-type PresserRange): where it stands in the XML, in bytes
 */
GArray *
presser_open_file_dup_xml_places (PresserOpenFile  *self,
                                  PresserStatement *statement)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), NULL);

  return presser_tei_file_dup_shown_places (self->tei, presser_statement_get_id (statement));
}

/**
 * presser_open_file_get_placement:
 * @self: an open file
 *
 * Returns: how its statements are written
 */
PresserTeiPlacement
presser_open_file_get_placement (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), PRESSER_TEI_IN_TEXT);

  return presser_tei_file_get_placement (self->tei);
}

/**
 * presser_open_file_set_placement:
 * @self: an open file
 * @placement: how its statements shall be written from the next save on
 */
void
presser_open_file_set_placement (PresserOpenFile    *self,
                                 PresserTeiPlacement placement)
{
  g_return_if_fail (PRESSER_IS_OPEN_FILE (self));

  presser_tei_file_set_placement (self->tei, placement);
  presser_open_file_emit_state (self);
}

/**
 * presser_open_file_can_change:
 * @self: an open file
 *
 * Returns: whether the file of the text may change at all
 */
gboolean
presser_open_file_can_change (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), FALSE);

  return presser_tei_file_can_change (self->tei);
}

static void
presser_open_file_dispose (GObject *object)
{
  PresserOpenFile *self = PRESSER_OPEN_FILE (object);

  if (self->tei != NULL)
    presser_open_file_end_journal (self);
  g_cancellable_cancel (self->closed);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->tei);
  g_clear_pointer (&self->source, g_bytes_unref);
  g_clear_object (&self->report);
  g_clear_object (&self->location);
  g_clear_object (&self->origin);

  G_OBJECT_CLASS (presser_open_file_parent_class)->dispose (object);
}

static void
presser_open_file_finalize (GObject *object)
{
  PresserOpenFile *self = PRESSER_OPEN_FILE (object);

  g_clear_object (&self->closed);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_bytes_unref);
  g_free (self->name);
  g_free (self->checksum);
  g_free (self->keep_error);

  G_OBJECT_CLASS (presser_open_file_parent_class)->finalize (object);
}

static void
presser_open_file_class_init (PresserOpenFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = presser_open_file_dispose;
  object_class->finalize = presser_open_file_finalize;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("keeping-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("changed-on-disk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
presser_open_file_init (PresserOpenFile *self)
{
  self->closed = g_cancellable_new ();
}
