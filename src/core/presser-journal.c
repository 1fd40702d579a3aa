/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A journal holds the file as it was read, once and compressed, and behind it every step that was made since, in
 * the words of presser-journal-change.c: as much as was done, whatever the size of the document. It lives as long as
 * the document is open, across saves, so that doing the steps again on what was read always leads to the
 * very document; marks in it tell what of that a file holds already. */

#include "presser-journal-private.h"

#include "presser-document-private.h"

struct _PresserJournal
{
  GObject parent_instance;

  PresserDocument *document;
  GFile           *folder;
  GArray          *base_pieces; /* of PresserJournalPiece */
  GPtrArray       *changes;     /* of GVariant: of the step that is being made */
  gboolean         is_closed;

  GMutex     lock;     /* of the next two */
  GPtrArray *pending;  /* of GVariant: records that wait */
  gboolean   has_work; /* whether there is, or was, something to keep; saves alone are nothing */

  GMutex              io_lock; /* of the next two */
  PresserJournalFile *file;    /* NULL before there is something to keep */
  GVariant           *base;    /* record; NULL once it is written */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PresserJournal, presser_journal, G_TYPE_OBJECT)

static void
presser_journal_dispose (GObject *object)
{
  PresserJournal *self = PRESSER_JOURNAL (object);

  if (self->document != NULL)
    presser_history_set_watcher (presser_document_get_history (self->document), NULL, NULL);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (presser_journal_parent_class)->dispose (object);
}

static void
presser_journal_finalize (GObject *object)
{
  PresserJournal *self = PRESSER_JOURNAL (object);

  g_clear_object (&self->folder);
  g_array_unref (self->base_pieces);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->pending);
  g_clear_pointer (&self->file, presser_journal_file_free);
  g_clear_pointer (&self->base, g_variant_unref);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->io_lock);
  G_OBJECT_CLASS (presser_journal_parent_class)->finalize (object);
}

static void
presser_journal_class_init (PresserJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = presser_journal_dispose;
  object_class->finalize = presser_journal_finalize;

  /**
   * PresserJournal::changed:
   * @self: the journal
   *
   * Something waits for presser_journal_flush(). Emitted in the thread of the document.
   */
  signals[CHANGED] = g_signal_new ("changed", PRESSER_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
}

static void
presser_journal_init (PresserJournal *self)
{
  self->changes = new_records ();
  self->pending = new_records ();
  g_mutex_init (&self->lock);
  g_mutex_init (&self->io_lock);
}

static void
add_record (PresserJournal *self,
            const char     *kind,
            gboolean        is_work,
            GVariant       *content)
{
  g_mutex_lock (&self->lock);
  self->has_work = self->has_work || is_work;
  g_ptr_array_add (self->pending, g_variant_ref_sink (g_variant_new ("(sv)", kind, content)));
  g_mutex_unlock (&self->lock);
}

static void
changing_cb (PresserChange *change,
             gpointer       user_data)
{
  PresserJournal *self = PRESSER_JOURNAL (user_data);

  g_ptr_array_add (self->changes,
                   g_variant_ref_sink (presser_journal_from_change (self->document, change, self->base_pieces)));
}

static void
step_done_cb (const char *label,
              gpointer    user_data)
{
  PresserJournal *self = PRESSER_JOURNAL (user_data);
  PresserHistory *history = presser_document_get_history (self->document);
  GVariantBuilder changes;
  guint           i;

  if (self->changes->len == 0)
    return;
  g_variant_builder_init (&changes, G_VARIANT_TYPE ("aa{sv}"));
  for (i = 0; i < self->changes->len; i++)
    g_variant_builder_add_value (&changes, self->changes->pdata[i]);
  add_record (self, "step", TRUE,
              g_variant_new (PRESSER_JOURNAL_STEP_TYPE, label, g_get_real_time () / G_USEC_PER_SEC,
                             presser_history_is_modified (history), &changes));
  g_ptr_array_set_size (self->changes, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static const PresserHistoryWatcher watcher = { changing_cb, step_done_cb };

static PresserJournal *
new_journal (PresserDocument *document,
             GArray          *base_pieces)
{
  PresserJournal *self = g_object_new (PRESSER_TYPE_JOURNAL, NULL);

  self->document = g_object_ref (document);
  self->base_pieces = g_array_ref (base_pieces);
  presser_history_set_watcher (presser_document_get_history (document), &watcher, self);
  return self;
}

static void
put (GVariantDict *dictionary,
     const char   *key,
     const char   *value)
{
  if (value != NULL)
    g_variant_dict_insert (dictionary, key, "s", value);
}

/* The bytes are compressed when they are written, in whatever thread that is. */
static GVariant *
describe_base (const PresserJournalBase *base)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  put (&dictionary, "name", base->name);
  put (&dictionary, "location", base->location);
  put (&dictionary, "origin", base->origin);
  put (&dictionary, "checksum", base->checksum);
  g_variant_dict_insert (&dictionary, "precious", "b", base->is_precious);
  g_variant_dict_insert (&dictionary, "opened", "x", g_get_real_time () / G_USEC_PER_SEC);
  g_variant_dict_insert_value (&dictionary, "bytes", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, base->bytes, TRUE));
  if (base->statements != NULL)
    g_variant_dict_insert_value (&dictionary, "statements",
                                 g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, base->statements, TRUE));
  return g_variant_ref_sink (g_variant_dict_end (&dictionary));
}

/**
 * presser_journal_new:
 * @document: a document as it was read from @base, and unchanged since
 * @folder: where journals lie, on this computer; made when it is needed
 * @base: what it starts from
 *
 * Returns: (transfer full): a journal of which nothing lies on the disk yet
 */
PresserJournal *
presser_journal_new (PresserDocument          *document,
                     GFile                    *folder,
                     const PresserJournalBase *base)
{
  PresserJournal *self;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GArray) index = NULL;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL, NULL);
  g_return_val_if_fail (base != NULL && base->bytes != NULL && base->name != NULL, NULL);

  pieces = presser_text_dup_pieces (presser_document_get_text (document));
  index = presser_journal_index_pieces (pieces);
  self = new_journal (document, index);
  self->folder = g_object_ref (folder);
  self->base = describe_base (base);
  if (base->is_precious)
    add_record (self, "kept", TRUE, g_variant_new_boolean (TRUE));
  return self;
}

PresserJournal *
presser_journal_new_resumed (PresserDocument    *document,
                             GArray             *base_pieces,
                             PresserJournalFile *file)
{
  PresserJournal *self = new_journal (document, base_pieces);

  self->file = file;
  self->has_work = TRUE;
  return self;
}

/**
 * presser_journal_has_pending:
 * @self: a journal
 *
 * Returns: whether something waits for presser_journal_flush()
 */
gboolean
presser_journal_has_pending (PresserJournal *self)
{
  gboolean has_pending;

  g_return_val_if_fail (PRESSER_IS_JOURNAL (self), FALSE);

  g_mutex_lock (&self->lock);
  has_pending = self->has_work && self->pending->len > 0;
  g_mutex_unlock (&self->lock);
  return has_pending;
}

/* The lowest level: three quarters of a transcript go, and the disk is what is waited for. */
static GBytes *
compress (GBytes  *bytes,
          GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
compress_entry (GVariant     *base,
                GVariantDict *dictionary,
                const char   *key,
                GError      **error)
{
  g_autoptr (GVariant) plain = g_variant_lookup_value (base, key, G_VARIANT_TYPE_BYTESTRING);
  g_autoptr (GBytes) bytes = plain != NULL ? g_variant_get_data_as_bytes (plain) : NULL;
  g_autoptr (GBytes) small = bytes != NULL ? compress (bytes, error) : NULL;

  if (small != NULL)
    g_variant_dict_insert_value (dictionary, key, g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, small, TRUE));
  return plain == NULL || small != NULL;
}

static GVariant *
make_base_record (GVariant *base,
                  GError  **error)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (base);

  if (!compress_entry (base, &dictionary, "bytes", error) || !compress_entry (base, &dictionary, "statements", error))
    return NULL;
  return g_variant_ref_sink (g_variant_new ("(sv)", "base", g_variant_dict_end (&dictionary)));
}

/* A file without its base would be of no use: if that one cannot be written, there is no file. */
static gboolean
begin_file (PresserJournal *self,
            GError        **error)
{
  g_autoptr (PresserJournalFile) file = NULL;
  g_autoptr (GPtrArray) records = new_records ();
  GVariant *record = make_base_record (self->base, error);

  if (record == NULL)
    return FALSE;
  g_ptr_array_add (records, record);
  file = presser_journal_file_create (self->folder, error);
  if (file == NULL)
    return FALSE;
  if (!presser_journal_file_append (file, records, error))
    {
      presser_journal_file_remove (file);
      return FALSE;
    }
  self->file = g_steal_pointer (&file);
  g_clear_pointer (&self->base, g_variant_unref);
  return TRUE;
}

static gboolean
write_records (PresserJournal *self,
               GPtrArray      *records,
               GError        **error)
{
  if (self->file == NULL && self->base == NULL)
    return TRUE; /* closed meanwhile */
  return (self->file != NULL || begin_file (self, error)) && presser_journal_file_append (self->file, records, error);
}

static GPtrArray *
steal_pending (PresserJournal *self)
{
  GPtrArray *records;

  GPtrArray *empty = new_records ();

  g_mutex_lock (&self->lock);
  records = self->has_work ? self->pending : empty;
  if (self->has_work)
    self->pending = empty;
  g_mutex_unlock (&self->lock);
  return records;
}

static void
put_back (PresserJournal *self,
          GPtrArray      *records)
{
  guint i;

  g_mutex_lock (&self->lock);
  for (i = 0; i < self->pending->len; i++)
    g_ptr_array_add (records, g_variant_ref (self->pending->pdata[i]));
  g_ptr_array_unref (self->pending);
  self->pending = records;
  g_mutex_unlock (&self->lock);
}

/**
 * presser_journal_flush:
 * @self: a journal
 * @error: a sentence for a person
 *
 * Writes what waits, and returns when it is on the disk. Safe in any thread. After an error all of it still waits.
 *
 * Returns: whether everything that was done before the call is kept
 */
gboolean
presser_journal_flush (PresserJournal *self,
                       GError        **error)
{
  GPtrArray *records;
  gboolean   written;

  g_return_val_if_fail (PRESSER_IS_JOURNAL (self), FALSE);

  g_mutex_lock (&self->io_lock);
  records = steal_pending (self);
  written = records->len == 0 || write_records (self, records, error);
  if (written)
    g_ptr_array_unref (records);
  else
    put_back (self, records);
  g_mutex_unlock (&self->io_lock);
  return written;
}

/**
 * presser_journal_note_saving:
 * @self: a journal
 * @files: (array zero-terminated=1): URI and SHA-256, by turns, of what is about to be written; the document's own file first
 *
 * To be flushed before the files get their names: whoever finds journal and files after a crash between the
 * two can tell whether all is in the files.
 */
void
presser_journal_note_saving (PresserJournal    *self,
                             const char *const *files)
{
  GVariantBuilder builder;

  g_return_if_fail (PRESSER_IS_JOURNAL (self));
  g_return_if_fail (files != NULL && files[0] != NULL);

  if (self->is_closed)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (; files[0] != NULL && files[1] != NULL; files += 2)
    g_variant_builder_add (&builder, "(ss)", files[0], files[1]);
  add_record (self, "saving", FALSE, g_variant_builder_end (&builder));
}

/**
 * presser_journal_note_saved:
 * @self: a journal
 *
 * What presser_journal_note_saving() told of is done.
 */
void
presser_journal_note_saved (PresserJournal *self)
{
  g_return_if_fail (PRESSER_IS_JOURNAL (self));

  if (self->is_closed)
    return;
  add_record (self, "saved", FALSE, g_variant_new_boolean (TRUE));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * presser_journal_close:
 * @self: a journal
 *
 * Nothing of it is needed any more: the file goes, and what is done later is not noted.
 */
void
presser_journal_close (PresserJournal *self)
{
  g_return_if_fail (PRESSER_IS_JOURNAL (self));

  self->is_closed = TRUE;
  presser_history_set_watcher (presser_document_get_history (self->document), NULL, NULL);
  g_mutex_lock (&self->io_lock);
  g_ptr_array_unref (steal_pending (self));
  if (self->file != NULL)
    presser_journal_file_remove (self->file);
  g_clear_pointer (&self->file, presser_journal_file_free);
  g_clear_pointer (&self->base, g_variant_unref);
  g_mutex_unlock (&self->io_lock);
}

/**
 * presser_journal_dup_file:
 * @self: a journal
 *
 * Returns: (transfer full) (nullable): where it lies; %NULL before there is something to keep
 */
GFile *
presser_journal_dup_file (PresserJournal *self)
{
  GFile *file = NULL;

  g_return_val_if_fail (PRESSER_IS_JOURNAL (self), NULL);

  g_mutex_lock (&self->io_lock);
  if (self->file != NULL)
    file = g_object_ref (presser_journal_file_get_file (self->file));
  g_mutex_unlock (&self->io_lock);
  return file;
}
