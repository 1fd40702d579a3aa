/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-rescue.h"

#include <glib/gi18n-lib.h>

#include "presser-error.h"
#include "presser-journal-reading.h"
#include "presser-open-file-private.h"

struct _PresserRescue
{
  GObject parent_instance;

  PresserJournalReading *reading;
  PresserTeiFile        *tei;      /* NULL if the file it began with cannot be read any more */
  GFile                 *location; /* NULL if it was never saved */
  char                  *title;
  char                  *trouble; /* why not all of it came back, or NULL */
};

G_DEFINE_FINAL_TYPE (PresserRescue, presser_rescue, G_TYPE_OBJECT)

static void
presser_rescue_finalize (GObject *object)
{
  PresserRescue *self = PRESSER_RESCUE (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->tei);
  g_clear_object (&self->location);
  g_free (self->title);
  g_free (self->trouble);
  G_OBJECT_CLASS (presser_rescue_parent_class)->finalize (object);
}

static void
presser_rescue_class_init (PresserRescueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_rescue_finalize;
}

static void
presser_rescue_init (PresserRescue *self)
{
}

static void
make_title (PresserRescue *self)
{
  PresserDocument *document = presser_rescue_get_document (self);
  const char      *title = NULL;

  if (document != NULL)
    title = presser_metadata_get (presser_document_get_metadata (document), PRESSER_METADATA_TITLE);
  self->title = g_strdup (title != NULL ? title : presser_journal_reading_get_name (self->reading));
}

/* In whatever thread this is, the document is nobody else's yet. */
static PresserRescue *
new_rescue (PresserJournalReading *reading)
{
  PresserRescue *self = g_object_new (PRESSER_TYPE_RESCUE, NULL);
  g_autoptr (GError) error = NULL;

  self->reading = g_object_ref (reading);
  if (presser_journal_reading_get_location (reading) != NULL)
    self->location = g_file_new_for_uri (presser_journal_reading_get_location (reading));
  self->tei = presser_tei_file_new_as_read (presser_journal_reading_get_bytes (reading), presser_journal_reading_get_statements (reading), self->location, presser_journal_reading_get_name (reading), &error);
  if (self->tei != NULL)
    presser_journal_reading_replay (reading, presser_tei_file_get_document (self->tei), &error);
  if (error != NULL)
    self->trouble = g_strdup (error->message);
  make_title (self);
  return self;
}

/* What nobody needs goes without a word: a journal whose work was saved after all, and one that ends before it begins. */
static PresserRescue *
look_at (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserJournalReading) reading = presser_journal_reading_new (file, &error);

  if (reading == NULL)
    {
      if (g_error_matches (error, PRESSER_ERROR, PRESSER_ERROR_INVALID))
        g_file_delete (file, NULL, NULL);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY)
               && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) /* closed since it was listed */
        g_message ("%s", error->message);
      return NULL;
    }
  if (presser_journal_reading_has_unsaved_work (reading))
    return new_rescue (reading);
  presser_journal_reading_discard (reading);
  return NULL;
}

static int
compare_rescues (gconstpointer one,
                 gconstpointer other)
{
  gint64 a = presser_journal_reading_get_time ((*(PresserRescue *const *) one)->reading);
  gint64 b = presser_journal_reading_get_time ((*(PresserRescue *const *) other)->reading);

  return (a < b) - (a > b);
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr (GFile) folder = presser_open_file_dup_journal_folder ();
  g_autoptr (GPtrArray) files = presser_journal_list (folder);
  g_autoptr (GPtrArray) rescues = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      PresserRescue *rescue = look_at (files->pdata[i]);

      if (rescue != NULL)
        g_ptr_array_add (rescues, rescue);
    }
  g_ptr_array_sort (rescues, compare_rescues);
  g_task_return_pointer (task, g_steal_pointer (&rescues), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * presser_rescue_find_async:
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Looks in a thread for journals that were left behind, and brings back what is in them.
 */
void
presser_rescue_find_async (GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, presser_rescue_find_async);
  g_task_run_in_thread (task, find_thread);
}

/**
 * presser_rescue_find_finish:
 * @result: as given to the callback
 * @error: only that it was cancelled
 *
 * Returns: (transfer full) (element-type PresserRescue): what was found, the latest first
 */
GPtrArray *
presser_rescue_find_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * presser_rescue_get_title:
 * @self: a rescue
 *
 * Returns: (transfer none): what the transcript is called
 */
const char *
presser_rescue_get_title (PresserRescue *self)
{
  g_return_val_if_fail (PRESSER_IS_RESCUE (self), NULL);

  return self->title;
}

static char *
dup_time (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean is_today = then != NULL && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now)
                      && g_date_time_get_year (then) == g_date_time_get_year (now);

  if (then == NULL)
    return g_strdup ("");
  /* Translators: when the last change was made, in the form of strftime(): “today at 14:05” */
  return is_today ? g_date_time_format (then, _ ("today at %H:%M"))
                  /* Translators: in the form of strftime(): the day and the hour, “13 March at 14:05” */
                  : g_date_time_format (then, _ ("%-d %B at %H:%M"));
}

static char *
dup_contents (PresserRescue *self)
{
  guint n_changed = presser_journal_reading_get_n_changed (self->reading);
  guint n_removed = presser_journal_reading_get_n_removed (self->reading);
  guint n_words = presser_document_get_n_words (presser_rescue_get_document (self));

  if (n_changed > 0)
    return g_strdup_printf (ngettext ("%u statement new or changed", "%u statements new or changed", n_changed), n_changed);
  if (n_removed > 0)
    return g_strdup_printf (ngettext ("%u statement removed", "%u statements removed", n_removed), n_removed);
  if (presser_journal_reading_is_precious (self->reading))
    return g_strdup_printf (ngettext ("a transcript of %u word", "a transcript of %u words", n_words), n_words);
  return g_strdup (_ ("changes to the text, the speakers or the topics"));
}

static char *
dup_place (PresserRescue *self)
{
  const char *origin = presser_journal_reading_get_origin (self->reading);
  g_autoptr (GFile) file = NULL;

  if (self->location != NULL)
    return g_file_get_parse_name (self->location);
  if (origin == NULL)
    return g_strdup (_ ("never saved"));
  file = g_file_new_for_uri (origin);
  return g_file_get_parse_name (file);
}

/**
 * presser_rescue_dup_summary:
 * @self: a rescue
 *
 * Returns: (transfer full): what it holds, from when, and whose file it is, in two lines
 */
char *
presser_rescue_dup_summary (PresserRescue *self)
{
  g_autofree char *contents = NULL;
  g_autofree char *time = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (PRESSER_IS_RESCUE (self), NULL);

  time = dup_time (presser_journal_reading_get_time (self->reading));
  place = dup_place (self);
  if (self->tei == NULL)
    return g_strdup_printf ("%s\n%s", time, place);
  contents = dup_contents (self);
  /* Translators: what unsaved work holds, when it was last changed, and below that its file:
   * “3 statements new or changed, today at 14:05” */
  return g_strdup_printf (_ ("%1$s, %2$s\n%3$s"), contents, time, place);
}

/**
 * presser_rescue_get_trouble:
 * @self: a rescue
 *
 * Returns: (transfer none) (nullable): why not all of it came back, a sentence
 */
const char *
presser_rescue_get_trouble (PresserRescue *self)
{
  g_return_val_if_fail (PRESSER_IS_RESCUE (self), NULL);

  return self->trouble;
}

/**
 * presser_rescue_get_document:
 * @self: a rescue
 *
 * Returns: (transfer none) (nullable): the document as it was; %NULL if nothing came back
 */
PresserDocument *
presser_rescue_get_document (PresserRescue *self)
{
  g_return_val_if_fail (PRESSER_IS_RESCUE (self), NULL);

  return self->tei != NULL ? presser_tei_file_get_document (self->tei) : NULL;
}

/**
 * presser_rescue_get_location:
 * @self: a rescue
 *
 * Returns: (transfer none) (nullable): the file that it was saved to, or read from
 */
GFile *
presser_rescue_get_location (PresserRescue *self)
{
  g_return_val_if_fail (PRESSER_IS_RESCUE (self), NULL);

  return self->location;
}

/**
 * presser_rescue_get_bytes:
 * @self: a rescue
 *
 * Returns: (transfer none): the TEI that the transcript was when it was opened
 */
GBytes *
presser_rescue_get_bytes (PresserRescue *self)
{
  g_return_val_if_fail (PRESSER_IS_RESCUE (self), NULL);

  return presser_journal_reading_get_bytes (self->reading);
}

/* What came back in part cannot go on in its journal, whose later steps fit nothing; so it begins one of
 * its own, from the bytes as they are now. */
static PresserOpenFile *
restore_part (PresserRescue *self)
{
  g_autoptr (GBytes) bytes = presser_tei_file_write (self->tei, NULL);
  g_autoptr (PresserTeiFile) tei = NULL;
  PresserOpenFile *file;

  if (bytes != NULL)
    tei = presser_tei_file_new (bytes, presser_journal_reading_get_name (self->reading), NULL);
  if (tei == NULL)
    return NULL;
  file = presser_open_file_new (tei);
  file->is_precious = TRUE;
  return file;
}

/**
 * presser_rescue_restore:
 * @self: a rescue whose document came back
 *
 * Returns: (transfer full) (nullable): the document as it was, open and unsaved
 */
PresserOpenFile *
presser_rescue_restore (PresserRescue *self)
{
  PresserOpenFile *file;
  const char      *origin;

  g_return_val_if_fail (PRESSER_IS_RESCUE (self), NULL);
  g_return_val_if_fail (self->tei != NULL, NULL);

  file = self->trouble == NULL ? presser_open_file_new (self->tei) : restore_part (self);
  if (file == NULL)
    return NULL;
  origin = presser_journal_reading_get_origin (self->reading);
  file->name = g_strdup (presser_journal_reading_get_name (self->reading));
  file->remarks = g_ptr_array_new_with_free_func (g_free);
  file->origin = origin != NULL ? g_file_new_for_uri (origin) : NULL;
  if (self->trouble != NULL)
    {
      presser_open_file_begin_journal (file);
      /* The new one first, so that there is always one that holds it. */
      if (presser_journal_flush (file->journal, NULL))
        presser_journal_reading_discard (self->reading);
      return file;
    }
  file->is_precious = presser_journal_reading_is_precious (self->reading);
  file->checksum = g_strdup (presser_journal_reading_get_checksum (self->reading));
  if (self->location != NULL)
    presser_open_file_set_location (file, self->location);
  presser_open_file_follow_journal (file, presser_journal_reading_resume (self->reading, presser_open_file_get_document (file)));
  if (self->location != NULL)
    presser_open_file_look (file);
  return file;
}

/**
 * presser_rescue_discard:
 * @self: a rescue
 *
 * Takes it away, for good.
 */
void
presser_rescue_discard (PresserRescue *self)
{
  g_return_if_fail (PRESSER_IS_RESCUE (self));

  presser_journal_reading_discard (self->reading);
}
