/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-journal-reading.h"

#include <glib/gi18n-lib.h>

#include "presser-document-private.h"
#include "presser-error.h"
#include "presser-file.h"
#include "presser-journal-private.h"

struct _PresserJournalReading
{
  GObject parent_instance;

  PresserJournalFile *file;    /* NULL once a journal goes on in it */
  GPtrArray          *records; /* of GVariant "(sv)" */
  GBytes             *bytes;
  GBytes             *statements; /* NULL if there was no second file */
  char               *name;
  char               *location;
  char               *origin;
  char               *checksum;
  gboolean            is_precious;
  gint64              time;

  guint    n_steps;
  guint    n_saved;     /* how many of them a file holds */
  gboolean is_as_saved; /* after the last step, though steps may follow the save: they took each other back */

  GArray     *base_pieces; /* of the document that was replayed, or NULL */
  GHashTable *changed;     /* set of ids of statements that unsaved steps made or changed */
  GHashTable *removed;     /* of those that they took away */
};

G_DEFINE_FINAL_TYPE (PresserJournalReading, presser_journal_reading, G_TYPE_OBJECT)

static void
presser_journal_reading_finalize (GObject *object)
{
  PresserJournalReading *self = PRESSER_JOURNAL_READING (object);

  g_clear_pointer (&self->file, presser_journal_file_free);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->statements, g_bytes_unref);
  g_clear_pointer (&self->base_pieces, g_array_unref);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->removed);
  g_free (self->name);
  g_free (self->location);
  g_free (self->origin);
  g_free (self->checksum);
  G_OBJECT_CLASS (presser_journal_reading_parent_class)->finalize (object);
}

static void
presser_journal_reading_class_init (PresserJournalReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_journal_reading_finalize;
}

static void
presser_journal_reading_init (PresserJournalReading *self)
{
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * presser_journal_list:
 * @folder: where journals lie; it need not be there
 *
 * Returns: (transfer full) (element-type GFile): the journals in it, whoever's they are
 */
GPtrArray *
presser_journal_list (GFile *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL, files);

  dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  if (dir == NULL)
    return files;
  for (name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".journal"))
      g_ptr_array_add (files, g_file_get_child (folder, name));
  return files;
}

static GBytes *
expand (GVariant   *base,
        const char *key,
        GError    **error)
{
  g_autoptr (GVariant) variant = g_variant_lookup_value (base, key, G_VARIANT_TYPE_BYTESTRING);
  g_autoptr (GBytes) small = variant != NULL ? g_variant_get_data_as_bytes (variant) : g_bytes_new (NULL, 0);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (small);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (decompressor));
  g_autoptr (GOutputStream) plain = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (plain, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (plain));
}

static gboolean
read_base (PresserJournalReading *self,
           GVariant              *base,
           GError               **error)
{
  g_variant_lookup (base, "name", "s", &self->name);
  g_variant_lookup (base, "location", "s", &self->location);
  g_variant_lookup (base, "origin", "s", &self->origin);
  g_variant_lookup (base, "checksum", "s", &self->checksum);
  g_variant_lookup (base, "precious", "b", &self->is_precious);
  g_variant_lookup (base, "opened", "x", &self->time);
  if (self->name == NULL)
    self->name = g_strdup (_ ("Transcript"));
  self->bytes = expand (base, "bytes", error);
  if (self->bytes == NULL || !g_variant_lookup (base, "statements", "@ay", NULL))
    return self->bytes != NULL;
  self->statements = expand (base, "statements", error);
  return self->statements != NULL;
}

/* What a record holds, if it is of that kind and type; else NULL. */
static GVariant *
dup_content (GVariant   *record,
             const char *kind,
             const char *type)
{
  const char *found;
  g_autoptr (GVariant) content = NULL;

  g_variant_get (record, "(&sv)", &found, &content);
  if (!g_str_equal (found, kind) || !g_variant_is_of_type (content, G_VARIANT_TYPE (type)))
    return NULL;
  return g_steal_pointer (&content);
}

/* A file that was being written: was it? */
typedef struct
{
  GVariant *files; /* a(ss): URI and SHA-256; NULL if nothing was being written */
  guint     n_steps;
} Save;

static void
clear_save (Save *save)
{
  g_clear_pointer (&save->files, g_variant_unref);
}

static void
note_saved (PresserJournalReading *self,
            Save                  *save)
{
  g_free (self->location);
  g_free (self->checksum);
  g_variant_get_child (save->files, 0, "(ss)", &self->location, &self->checksum);
  self->n_saved = save->n_steps;
  self->is_as_saved = self->n_steps == save->n_steps;
  clear_save (save);
}

static gboolean
is_on_disk (Save *save)
{
  GVariantIter iter;
  const char  *uri;
  const char  *expected;

  g_variant_iter_init (&iter, save->files);
  while (g_variant_iter_next (&iter, "(&s&s)", &uri, &expected))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      g_autofree char *checksum = NULL;
      g_autoptr (GBytes) bytes = presser_file_read (file, &checksum, NULL, NULL);

      if (bytes == NULL || !g_str_equal (checksum, expected))
        return FALSE;
    }
  return TRUE;
}

static void
read_record (PresserJournalReading *self,
             GVariant              *record,
             Save                  *save)
{
  g_autoptr (GVariant) step = dup_content (record, "step", PRESSER_JOURNAL_STEP_TYPE);
  g_autoptr (GVariant) saving = dup_content (record, "saving", "a(ss)");
  g_autoptr (GVariant) saved = dup_content (record, "saved", "b");

  if (step != NULL)
    {
      gboolean is_modified;

      g_variant_get (step, "(&sxb@aa{sv})", NULL, &self->time, &is_modified, NULL);
      self->n_steps++;
      self->is_as_saved = !is_modified;
    }
  if (saving != NULL && g_variant_n_children (saving) > 0)
    {
      clear_save (save);
      save->files = g_variant_ref (saving);
      save->n_steps = self->n_steps;
    }
  if (saved != NULL && save->files != NULL)
    note_saved (self, save);
}

static gboolean
read_records (PresserJournalReading *self,
              GError               **error)
{
  g_autoptr (GVariant) base = self->records->len > 0 ? dup_content (self->records->pdata[0], "base", "a{sv}") : NULL;
  Save  save = { NULL, 0 };
  guint i;

  if (base == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is empty: the program ended before anything was kept."),
                   g_file_peek_path (presser_journal_file_get_file (self->file)));
      return FALSE;
    }
  if (!read_base (self, base, error))
    return FALSE;
  self->is_as_saved = TRUE;
  for (i = 1; i < self->records->len; i++)
    read_record (self, self->records->pdata[i], &save);
  if (save.files != NULL && is_on_disk (&save))
    note_saved (self, &save);
  clear_save (&save);
  return TRUE;
}

/**
 * presser_journal_reading_new:
 * @file: a journal
 * @error: %G_IO_ERROR_BUSY if somebody is at it; %PRESSER_ERROR_INVALID if nothing can be had from it;
 *   %PRESSER_ERROR_UNSUPPORTED if it is another version's
 *
 * Reads a journal as far as it is whole. Safe in any thread.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
PresserJournalReading *
presser_journal_reading_new (GFile   *file,
                             GError **error)
{
  g_autoptr (PresserJournalReading) self = NULL;
  PresserJournalFile *journal_file;
  GPtrArray          *records = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  journal_file = presser_journal_file_open (file, &records, error);
  if (journal_file == NULL)
    return NULL;
  self = g_object_new (PRESSER_TYPE_JOURNAL_READING, NULL);
  self->file = journal_file;
  self->records = records;
  return read_records (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * presser_journal_reading_get_bytes:
 * @self: a reading
 *
 * Returns: (transfer none): the TEI file that the steps are made on
 */
GBytes *
presser_journal_reading_get_bytes (PresserJournalReading *self)
{
  return self->bytes;
}

/**
 * presser_journal_reading_get_statements:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the second file that the document was read from
 */
GBytes *
presser_journal_reading_get_statements (PresserJournalReading *self)
{
  return self->statements;
}

/**
 * presser_journal_reading_get_name:
 * @self: a reading
 *
 * Returns: (transfer none): what the document is called, for a person to read
 */
const char *
presser_journal_reading_get_name (PresserJournalReading *self)
{
  return self->name;
}

/**
 * presser_journal_reading_get_location:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): URI of the file that the document was saved to
 */
const char *
presser_journal_reading_get_location (PresserJournalReading *self)
{
  return self->location;
}

/**
 * presser_journal_reading_get_origin:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): URI of what was opened
 */
const char *
presser_journal_reading_get_origin (PresserJournalReading *self)
{
  return self->origin;
}

/**
 * presser_journal_reading_get_checksum:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): SHA-256 of what was last read from, or written to, its location
 */
const char *
presser_journal_reading_get_checksum (PresserJournalReading *self)
{
  return self->checksum;
}

/**
 * presser_journal_reading_is_precious:
 * @self: a reading
 *
 * Returns: whether the transcript itself lay in no file
 */
gboolean
presser_journal_reading_is_precious (PresserJournalReading *self)
{
  return self->is_precious;
}

/**
 * presser_journal_reading_get_time:
 * @self: a reading
 *
 * Returns: when the last step was made, in seconds since the epoch; without any, when the document was opened
 */
gint64
presser_journal_reading_get_time (PresserJournalReading *self)
{
  return self->time;
}

/**
 * presser_journal_reading_has_unsaved_work:
 * @self: a reading
 *
 * Returns: whether no file holds what this does
 */
gboolean
presser_journal_reading_has_unsaved_work (PresserJournalReading *self)
{
  g_return_val_if_fail (PRESSER_IS_JOURNAL_READING (self), FALSE);

  return !self->is_as_saved || (self->is_precious && self->location == NULL);
}

/**
 * presser_journal_reading_get_n_changed:
 * @self: a reading that was replayed
 *
 * Returns: how many statements unsaved steps made or changed
 */
guint
presser_journal_reading_get_n_changed (PresserJournalReading *self)
{
  return g_hash_table_size (self->changed);
}

/**
 * presser_journal_reading_get_n_removed:
 * @self: a reading that was replayed
 *
 * Returns: how many statements unsaved steps took away
 */
guint
presser_journal_reading_get_n_removed (PresserJournalReading *self)
{
  return g_hash_table_size (self->removed);
}

static void
note_statements (PresserJournalReading *self,
                 GVariant              *change)
{
  g_autofree const char **gone = NULL;
  g_autoptr (GVariant) come = g_variant_lookup_value (change, "come", G_VARIANT_TYPE ("aa{sv}"));
  const char *type = "";
  gsize       i;

  g_variant_lookup (change, "type", "&s", &type);
  if (!g_str_equal (type, "statements") && !g_str_equal (type, "text"))
    return;
  g_variant_lookup (change, "gone", "^a&s", &gone);
  for (i = 0; gone != NULL && gone[i] != NULL; i++)
    {
      g_hash_table_remove (self->changed, gone[i]);
      g_hash_table_add (self->removed, g_strdup (gone[i]));
    }
  for (i = 0; come != NULL && i < g_variant_n_children (come); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (come, i);
      const char *id = "";

      g_variant_lookup (child, "id", "&s", &id);
      g_hash_table_add (self->changed, g_strdup (id));
      g_hash_table_remove (self->removed, id);
    }
}

/* One character, as a key press brings or takes it, joins the word it was typed in. */
static void
note_typing (PresserDocument *document,
             GVariant        *change,
             gunichar         removed)
{
  PresserHistory *history = presser_document_get_history (document);
  PresserText    *text = presser_document_get_text (document);
  g_autoptr (GVariant) pieces = g_variant_lookup_value (change, "pieces", G_VARIANT_TYPE ("a(uus)"));
  guint at = 0;
  guint n_removed = 0;
  guint n_added = 0;

  g_variant_lookup (change, "at", "u", &at);
  g_variant_lookup (change, "removed", "u", &n_removed);
  if (pieces != NULL && g_variant_n_children (pieces) == 1)
    g_variant_get_child (pieces, 0, "(uu&s)", NULL, &n_added, NULL);
  if (n_added == 1 && n_removed == 0)
    presser_history_note_typing (history, PRESSER_TYPING_INSERT, at, g_unichar_isspace (presser_text_get_character (text, at)));
  else if (n_added == 0 && n_removed == 1 && pieces != NULL && g_variant_n_children (pieces) == 0)
    presser_history_note_typing (history, PRESSER_TYPING_DELETE, at, g_unichar_isspace (removed));
}

static gboolean
make_changes (PresserJournalReading *self,
              PresserDocument       *document,
              GVariant              *changes,
              gboolean               is_unsaved,
              GError               **error)
{
  gsize i;

  for (i = 0; i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) change = g_variant_get_child_value (changes, i);

      if (!presser_journal_make_change (document, change, error))
        return FALSE;
      if (is_unsaved)
        note_statements (self, change);
    }
  return TRUE;
}

static gboolean
make_step (PresserJournalReading *self,
           PresserDocument       *document,
           GVariant              *step,
           gboolean               is_unsaved,
           GError               **error)
{
  PresserHistory *history = presser_document_get_history (document);
  const char     *label;
  g_autoptr (GVariant) changes = NULL;
  g_autoptr (GVariant) first = NULL;
  gunichar removed = 0;
  guint    at = 0;
  gboolean is_made;

  g_variant_get (step, "(&sxb@aa{sv})", &label, NULL, NULL, &changes);
  if (g_variant_n_children (changes) == 1)
    first = g_variant_get_child_value (changes, 0);
  if (first != NULL && g_variant_lookup (first, "at", "u", &at))
    removed = presser_text_get_character (presser_document_get_text (document), at);
  presser_history_begin (history, label);
  is_made = make_changes (self, document, changes, is_unsaved, error);
  presser_history_end (history);
  if (is_made && first != NULL)
    note_typing (document, first, removed);
  return is_made;
}

/**
 * presser_journal_reading_replay:
 * @self: a reading
 * @document: a document just read from its bytes
 * @error: %PRESSER_ERROR_INVALID if a step does not fit; those before it are made
 *
 * Makes the steps again; each can be undone, and those that no file holds count as unsaved.
 *
 * Returns: whether all were made
 */
gboolean
presser_journal_reading_replay (PresserJournalReading *self,
                                PresserDocument       *document,
                                GError               **error)
{
  PresserHistory *history;
  g_autoptr (GArray) pieces = NULL;
  guint n_made = 0;
  guint i;

  g_return_val_if_fail (PRESSER_IS_JOURNAL_READING (self), FALSE);
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (self->base_pieces == NULL, FALSE);

  history = presser_document_get_history (document);
  pieces = presser_text_dup_pieces (presser_document_get_text (document));
  self->base_pieces = presser_journal_index_pieces (pieces);
  for (i = 1; i < self->records->len; i++)
    {
      g_autoptr (GVariant) step = dup_content (self->records->pdata[i], "step", PRESSER_JOURNAL_STEP_TYPE);

      if (step == NULL)
        continue;
      if (!make_step (self, document, step, n_made >= self->n_saved, error))
        return FALSE;
      if (++n_made == self->n_saved)
        presser_history_set_saved (history, presser_history_get_state (history));
    }
  return TRUE;
}

/**
 * presser_journal_reading_resume:
 * @self: a reading
 * @document: the document that all its steps were made in again
 *
 * Returns: (transfer full): a journal that goes on in the same file
 */
PresserJournal *
presser_journal_reading_resume (PresserJournalReading *self,
                                PresserDocument       *document)
{
  g_return_val_if_fail (PRESSER_IS_JOURNAL_READING (self), NULL);
  g_return_val_if_fail (self->file != NULL && self->base_pieces != NULL, NULL);

  return presser_journal_new_resumed (document, self->base_pieces, g_steal_pointer (&self->file));
}

/**
 * presser_journal_reading_discard:
 * @self: a reading
 *
 * Takes the journal away, for good.
 */
void
presser_journal_reading_discard (PresserJournalReading *self)
{
  g_return_if_fail (PRESSER_IS_JOURNAL_READING (self));

  if (self->file != NULL)
    presser_journal_file_remove (self->file);
}
