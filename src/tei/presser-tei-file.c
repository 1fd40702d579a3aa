/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was read, and what would be read from the bytes that were last written: every writing is read back and compared
 * with the document before anybody gets the bytes, so what is saved is what was meant, or an error. */

#include "presser-tei-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-annotation-private.h"
#include "presser-tei-beside-private.h"
#include "presser-tei-beside.h"
#include "presser-tei-stray-private.h"
#include "presser-tei-verify-private.h"
#include "presser-tei-writer-private.h"

#define MAX_TOLD_STRAYS 20

/* Of a corpus that cannot be opened itself. */
#define MAX_NAMED_PARTS 5

G_DEFINE_FINAL_TYPE (PresserTeiFile, presser_tei_file, G_TYPE_OBJECT)

static void
forget_written (PresserTeiFile *self)
{
  g_clear_pointer (&self->written, g_bytes_unref);
  g_clear_pointer (&self->written_reading, presser_tei_reading_free);
  g_clear_pointer (&self->written_beside, presser_tei_reading_free);
  g_clear_pointer (&self->written_pieces, g_array_unref);
}

static void
presser_tei_file_dispose (GObject *object)
{
  PresserTeiFile *self = PRESSER_TEI_FILE (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_tei_file_parent_class)->dispose (object);
}

static void
presser_tei_file_finalize (GObject *object)
{
  PresserTeiFile *self = PRESSER_TEI_FILE (object);

  forget_written (self);
  g_clear_pointer (&self->reading, presser_tei_reading_free);
  g_clear_pointer (&self->neighbours, presser_tei_neighbours_free);
  g_strfreev (self->remarks);
  g_clear_pointer (&self->beside, presser_tei_reading_free);
  g_clear_pointer (&self->strays, g_ptr_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);

  G_OBJECT_CLASS (presser_tei_file_parent_class)->finalize (object);
}

static void
presser_tei_file_class_init (PresserTeiFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = presser_tei_file_dispose;
  object_class->finalize = presser_tei_file_finalize;
}

static void
presser_tei_file_init (PresserTeiFile *self)
{
}

/* A corpus of which every text lies in a file of its own: these are what can be opened. */
static void
explain_parts (PresserTeiSource *source,
               GError          **error)
{
  g_auto (GStrv) parts = presser_tei_neighbours_dup_parts (source);
  guint            n_parts = g_strv_length (parts);
  g_autofree char *named = NULL;

  if (n_parts == 0)
    return;
  if (n_parts > MAX_NAMED_PARTS)
    {
      g_free (parts[MAX_NAMED_PARTS]);
      parts[MAX_NAMED_PARTS] = g_strdup ("…");
      for (guint i = MAX_NAMED_PARTS + 1; i < n_parts; i++)
        g_clear_pointer (&parts[i], g_free);
    }
  named = g_strjoinv (", ", parts);
  g_clear_error (error);
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
               /* Translators: a file, how many texts, and their file names. */
               g_dngettext (GETTEXT_PACKAGE, "“%s” is the head of a corpus; its %u text lies in a file of its own. Open that: %s",
                            "“%s” is the head of a corpus; its %u texts lie in files of their own. Open one of these: %s", n_parts),
               source->name, n_parts, named);
}

/* Of a text that lies beside. */
static void
explain_statements (PresserTeiSource *source,
                    GError          **error)
{
  if (presser_tei_find_annotation_list (source, PRESSER_TEI_STATEMENT_LIST) == PRESSER_TEI_NONE)
    return;
  g_clear_error (error);
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
               _ ("“%s” holds statements that are kept beside a text. Open the file of the text; they are read with it."), source->name);
}

static PresserTeiSource *
read_source (GBytes     *bytes,
             const char *name,
             GError    **error)
{
  g_autoptr (PresserTeiSource) source = presser_tei_source_new (bytes, name, error);

  if (source == NULL)
    return NULL;
  if (presser_tei_source_find_root (source) == PRESSER_TEI_NONE)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
                   _ ("“%s” is XML, but not TEI: its outermost element is neither TEI nor teiCorpus."), name);
      return NULL;
    }

  return g_steal_pointer (&source);
}

static PresserTeiReading *
read_bytes (GBytes               *bytes,
            PresserTeiNeighbours *neighbours,
            const char           *name,
            GError              **error)
{
  g_autoptr (PresserTeiSource) source = read_source (bytes, name, error);

  return source == NULL ? NULL : presser_tei_reading_new (source, neighbours, error);
}

static void
add_strays (PresserTeiFile    *self,
            PresserTeiReading *reading)
{
  for (guint i = 0; i < reading->strays->len; i++)
    {
      PresserTeiStray *stray = g_ptr_array_index (reading->strays, i);

      g_ptr_array_add (self->strays, presser_tei_stray_new (stray->id, stray->speaker, stray->words, stray->fate));
    }
}

/* The lost ones first; a file that was turned inside out must not fill the screen. */
static void
add_stray_remarks (PresserTeiFile *self,
                   GStrvBuilder   *builder)
{
  guint n_told = 0;

  for (int fate = PRESSER_TEI_STRAY_LOST; fate >= PRESSER_TEI_STRAY_FOUND; fate--)
    for (guint i = 0; i < self->strays->len && n_told < MAX_TOLD_STRAYS; i++)
      {
        PresserTeiStray *stray = g_ptr_array_index (self->strays, i);
        g_autofree char *sentence = (int) stray->fate == fate ? presser_tei_stray_describe (stray) : NULL;

        if (sentence == NULL)
          continue;
        g_strv_builder_add (builder, sentence);
        n_told++;
      }
  if (n_told < self->strays->len)
    {
      guint            n_more = self->strays->len - n_told;
      g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "So it is with %u more statement.", "So it is with %u more statements.", n_more), n_more);

      g_strv_builder_add (builder, sentence);
    }
}

static void
make_remarks (PresserTeiFile *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->neighbours->failures->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->neighbours->failures, i));
  add_stray_remarks (self, builder);
  g_strfreev (self->remarks);
  self->remarks = g_strv_builder_end (builder);
}

static void
make_document (PresserTeiFile *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->pieces, g_array_unref);
  self->document = presser_tei_reading_make_document (self->reading, self->beside);
  self->pieces = presser_text_dup_pieces (presser_document_get_text (self->document));
  presser_tei_reading_tie (self->reading, self->beside, self->document);
}

/**
 * presser_tei_file_new:
 * @bytes: a TEI file
 * @name: its name, for messages, and for the pointers of a file beside
 * @error: return location for an error
 *
 * Reads a TEI file and makes the document in it. Nothing else is ever read: no DTD, no included file, no network. Safe in any
 * thread.
 *
 * Sets %PRESSER_ERROR_INVALID if the bytes are not well-formed XML, or if statements contradict themselves (an id that
 * stands twice, a broken chain); %PRESSER_ERROR_UNSUPPORTED if it is no TEI, or has no text; %PRESSER_ERROR_TOO_LARGE if it passes a limit.
 * Messages name file, line and reason.
 *
 * Returns: (transfer full) (nullable): a file
 */
PresserTeiFile *
presser_tei_file_new (GBytes     *bytes,
                      const char *name,
                      GError    **error)
{
  return presser_tei_file_new_at (bytes, NULL, name, error);
}

static PresserTeiFile *
read_text (GBytes     *bytes,
           GFile      *file,
           const char *name,
           GError    **error)
{
  g_autoptr (PresserTeiFile) self = NULL;
  g_autoptr (PresserTeiSource) source = NULL;
  g_autoptr (PresserTeiNeighbours) neighbours = NULL;
  PresserTeiReading *reading;

  source = read_source (bytes, name, error);
  if (source == NULL)
    return NULL;
  neighbours = presser_tei_neighbours_new (source, file);
  reading = presser_tei_reading_new (source, neighbours, error);
  if (reading == NULL)
    {
      explain_parts (source, error);
      explain_statements (source, error);
      return NULL;
    }

  self = g_object_new (PRESSER_TYPE_TEI_FILE, NULL);
  self->neighbours = g_steal_pointer (&neighbours);
  self->reading = reading;
  self->strays = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_tei_stray_free);
  if (reading->source->is_legacy)
    self->placement = PRESSER_TEI_BESIDE;
  else if (reading->is_stand_off)
    self->placement = PRESSER_TEI_STAND_OFF;
  self->read_placement = self->placement;
  add_strays (self, reading);
  make_remarks (self);
  make_document (self);

  return g_steal_pointer (&self);
}

/**
 * presser_tei_file_new_at:
 * @bytes: a TEI file
 * @file: (nullable): where it lies
 * @name: its name, for messages only
 * @error: return location for an error
 *
 * As presser_tei_file_new(). Names and topics that the file only points at are looked up in the files that its header
 * includes, and in the root of its corpus, beside it or one folder up, if that includes it. Only ordinary files on this
 * computer are read for that, which lie in the folder of @file, the one above, or below these. Statements in `NAME.statements.xml`
 * beside it are read, too.
 *
 * Returns: (transfer full) (nullable): a file
 */
PresserTeiFile *
presser_tei_file_new_at (GBytes     *bytes,
                         GFile      *file,
                         const char *name,
                         GError    **error)
{
  g_autoptr (PresserTeiFile) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = read_text (bytes, file, name, error);
  if (self != NULL && file != NULL && !presser_tei_beside_read (self, file, NULL, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * presser_tei_file_new_as_read:
 * @bytes: a TEI file
 * @statements: (nullable): what the second file, beside it, held when it was read; %NULL if there was none
 * @file: (nullable): where it lies
 * @name: its name, for messages only
 * @error: return location for an error
 *
 * As presser_tei_file_new_at(), whatever the second file holds now.
 *
 * Returns: (transfer full) (nullable): a file
 */
PresserTeiFile *
presser_tei_file_new_as_read (GBytes     *bytes,
                              GBytes     *statements,
                              GFile      *file,
                              const char *name,
                              GError    **error)
{
  g_autoptr (PresserTeiFile) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = read_text (bytes, file, name, error);
  if (self != NULL && statements != NULL && !presser_tei_file_add_statements (self, statements, name, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * presser_tei_file_get_document:
 * @self: a file
 *
 * Returns: (transfer none): the document, which may be changed
 */
PresserDocument *
presser_tei_file_get_document (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  return self->document;
}

/**
 * presser_tei_file_get_bytes:
 * @self: a file
 *
 * Returns: (transfer none): the bytes as they were read, or as last accepted
 */
GBytes *
presser_tei_file_get_bytes (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  return self->reading->source->bytes;
}

static GBytes *
encode (PresserTeiFile *self,
        GBytes         *utf8,
        GError        **error)
{
  PresserTeiSource *source = self->reading->source;
  g_autoptr (GBytes) same = presser_tei_encoding_write (source, source->utf8, error);

  if (same == NULL)
    return NULL;
  if (!g_bytes_equal (same, source->bytes))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
                   _ ("“%s” could not be written in its encoding, %s, without other changes."), source->name, source->encoding);
      return NULL;
    }

  return presser_tei_encoding_write (source, utf8, error);
}

static GBytes *
fail_to_stay (PresserTeiFile *self,
              GError        **error)
{
  const char *name = self->reading->source->name;

  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
               self->reading->source->is_legacy
                   ? _ ("“%s” is TEI without its namespace, as in the old version P4; it can be read and tagged, but its text and its "
                        "details cannot be changed.")
                   : _ ("The text or the details of “%s” were changed, but its statements are kept beside it so that it stays as it is. "
                        "Take the changes back, or keep the statements in the file."),
               name);

  return NULL;
}

static gboolean
read_beside (PresserTeiFile     *self,
             GBytes             *bytes,
             const char         *name,
             PresserTeiReading **reading,
             GError            **error)
{
  g_autoptr (PresserTeiSource) source = presser_tei_source_new (bytes, name, error);

  if (source == NULL)
    return FALSE;
  *reading = presser_tei_reading_new_beside (source, self->reading);

  return TRUE;
}

/* The first file stays as it is. */
static GBytes *
write_beside (PresserTeiFile *self,
              GError        **error)
{
  g_autoptr (GBytes) utf8 = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PresserTeiReading) beside = NULL;
  g_autoptr (GError) reason = NULL;

  if (!presser_tei_text_is_unchanged (self->reading, self->pieces, self->document))
    return fail_to_stay (self, error);
  utf8 = presser_tei_write_beside (self->reading, self->beside, self->document, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  bytes = utf8 == NULL || self->beside == NULL ? g_steal_pointer (&utf8) : presser_tei_encoding_write (self->beside->source, utf8, error);
  if (bytes != NULL && !read_beside (self, bytes, self->reading->source->name, &beside, error))
    return NULL;
  if (!presser_tei_reading_verify (self->reading, beside, self->document, error))
    return NULL;

  presser_tei_reading_tie (self->reading, beside, self->document);
  self->written_beside = g_steal_pointer (&beside);

  return g_bytes_ref (self->reading->source->bytes);
}

static GBytes *
write_text (PresserTeiFile *self,
            GError        **error)
{
  PresserTeiSource *source = self->reading->source;
  g_autoptr (GBytes) utf8 = presser_tei_write (self->reading, self->pieces, self->document,
                                               self->placement == PRESSER_TEI_STAND_OFF, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PresserTeiReading) reading = NULL;

  if (utf8 == NULL)
    return NULL;
  if (utf8 == source->utf8)
    return g_bytes_ref (source->bytes);

  bytes = encode (self, utf8, error);
  if (bytes == NULL)
    return NULL;
  reading = read_bytes (bytes, self->neighbours, source->name, error);
  if (reading == NULL || !presser_tei_reading_verify (reading, NULL, self->document, error))
    return NULL;

  presser_tei_reading_tie (reading, NULL, self->document);
  self->written_reading = g_steal_pointer (&reading);
  self->written_pieces = presser_text_dup_pieces (presser_document_get_text (self->document));

  return g_steal_pointer (&bytes);
}

/**
 * presser_tei_file_write:
 * @self: a file
 * @error: return location for an error
 *
 * Makes the bytes that saving would write now: those that were read, with nothing different but what was changed in the
 * document; the very same ones if nothing was, or if the statements stand beside. They have been read back and hold the
 * document exactly, together with presser_tei_file_get_statements().
 *
 * Sets %PRESSER_ERROR_UNSUPPORTED if something in the document cannot be written.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
presser_tei_file_write (PresserTeiFile *self,
                        GError        **error)
{
  GBytes *bytes;

  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  forget_written (self);
  bytes = self->placement == PRESSER_TEI_BESIDE ? write_beside (self, error) : write_text (self, error);
  if (bytes == NULL)
    return NULL;
  self->written = g_bytes_ref (bytes);
  self->written_placement = self->placement;

  return bytes;
}

/**
 * presser_tei_file_accept:
 * @self: a file
 * @bytes: what the last presser_tei_file_write() gave
 * @error: return location for an error
 *
 * Makes the bytes the new source, as they are on disk now, and with them those of the second file. The document may have been
 * changed since they were made; such changes are part of the next writing.
 *
 * Sets %PRESSER_ERROR_INVALID if these are other bytes.
 *
 * Returns: whether they are the source now
 */
gboolean
presser_tei_file_accept (PresserTeiFile *self,
                         GBytes         *bytes,
                         GError        **error)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (self->written == NULL && g_bytes_equal (bytes, self->reading->source->bytes))
    return TRUE;
  if (self->written == NULL || !g_bytes_equal (bytes, self->written))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” was not saved as it was written."),
                   self->reading->source->name);
      return FALSE;
    }

  if (self->written_reading != NULL)
    {
      presser_tei_reading_free (self->reading);
      self->reading = g_steal_pointer (&self->written_reading);
      g_array_unref (self->pieces);
      self->pieces = g_steal_pointer (&self->written_pieces);
      presser_tei_reading_reserve_ids (self->reading, self->document);
    }
  g_clear_pointer (&self->beside, presser_tei_reading_free);
  self->beside = g_steal_pointer (&self->written_beside);
  self->read_placement = self->written_placement;
  forget_written (self);

  return TRUE;
}

/**
 * presser_tei_file_add_statements:
 * @self: a file that was just opened
 * @bytes: of the file beside it
 * @name: its name, for messages
 * @error: return location for an error
 *
 * Reads the statements beside a text into its document, which is made anew. From then on they are written there.
 *
 * Sets the errors of presser_tei_file_new(), about the second file.
 *
 * Returns: whether it could be read
 */
gboolean
presser_tei_file_add_statements (PresserTeiFile *self,
                                 GBytes         *bytes,
                                 const char     *name,
                                 GError        **error)
{
  PresserTeiReading *beside = NULL;

  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), FALSE);
  g_return_val_if_fail (bytes != NULL && name != NULL, FALSE);

  if (!read_beside (self, bytes, name, &beside, error))
    return FALSE;
  g_clear_pointer (&self->beside, presser_tei_reading_free);
  self->beside = beside;
  self->placement = self->read_placement = PRESSER_TEI_BESIDE;
  add_strays (self, beside);
  make_remarks (self);
  make_document (self);

  return TRUE;
}
