/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the statements of a file are, and what became of those that stand apart from their text. */

#include "presser-tei-file-private.h"

/**
 * presser_tei_file_get_remarks:
 * @self: a file
 *
 * Returns: (transfer none): translated sentences on what the file includes and could not be read, and on statements whose words do not
 * stand where they say
 */
const char *const *
presser_tei_file_get_remarks (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  return (const char *const *) self->remarks;
}

/**
 * presser_tei_file_get_statements:
 * @self: a file
 *
 * Tells what the second file has to hold, beside the bytes that the last presser_tei_file_write() gave.
 *
 * Returns: (transfer none) (nullable): its bytes, or %NULL if there must be none
 */
GBytes *
presser_tei_file_get_statements (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  return self->written_beside == NULL ? NULL : self->written_beside->source->bytes;
}

/**
 * presser_tei_file_get_statements_as_read:
 * @self: a file
 *
 * Returns: (transfer none) (nullable): what the second file held as it was read or last accepted, or %NULL if there was none
 */
GBytes *
presser_tei_file_get_statements_as_read (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  return self->beside == NULL ? NULL : self->beside->source->bytes;
}

/**
 * presser_tei_file_get_placement:
 * @self: a file
 *
 * Returns: how its statements are written
 */
PresserTeiPlacement
presser_tei_file_get_placement (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), PRESSER_TEI_IN_TEXT);

  return self->placement;
}

/**
 * presser_tei_file_can_change:
 * @self: a file
 *
 * Returns: whether the bytes of the text's own file may change; they may not in P4
 */
gboolean
presser_tei_file_can_change (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), FALSE);

  return !self->reading->source->is_legacy;
}

/**
 * presser_tei_file_set_placement:
 * @self: a file
 * @placement: how its statements shall be written
 *
 * Chooses how the next presser_tei_file_write() writes the statements. Between text and stand-off, what Presser wrote moves; with the
 * choice of a file beside, the first file stays as it is, and what stands in it stays there. The files themselves
 * remember the choice as long as there are statements.
 *
 * Returns: %FALSE if the file allows no such choice
 */
gboolean
presser_tei_file_set_placement (PresserTeiFile     *self,
                                PresserTeiPlacement placement)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), FALSE);

  if (placement != PRESSER_TEI_BESIDE && !presser_tei_file_can_change (self))
    return FALSE;
  self->placement = placement;

  return TRUE;
}

/**
 * presser_tei_file_placement_is_saved:
 * @self: a file
 *
 * Returns: whether the statements are written as they shall be, or there are none that could be
 */
gboolean
presser_tei_file_placement_is_saved (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), TRUE);

  return self->placement == self->read_placement || g_list_model_get_n_items (presser_document_get_statements (self->document)) == 0;
}

/**
 * presser_tei_file_get_strays:
 * @self: a file
 *
 * Tells which stand-off statements did not stand where they said when the file was opened.
 *
 * Returns: (transfer none) (element-type PresserTeiStray): them
 */
GPtrArray *
presser_tei_file_get_strays (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  return self->strays;
}

/* Of what was written last, or else read. */
static PresserTeiReading *
get_shown_reading (PresserTeiFile *self)
{
  PresserTeiReading *text = self->written_reading != NULL ? self->written_reading : self->reading;
  PresserTeiReading *beside = self->written != NULL ? self->written_beside : self->beside;

  return beside != NULL ? beside : text;
}

/**
 * presser_tei_file_get_shown:
 * @self: a file
 *
 * Gives what the last presser_tei_file_write() wrote, as UTF-8 and without regard to the file's encoding: the second file if there
 * is one, as that is what changes, else the first.
 *
 * Returns: (transfer none): XML
 */
GBytes *
presser_tei_file_get_shown (PresserTeiFile *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), NULL);

  return get_shown_reading (self)->source->utf8;
}

static void
add_element (PresserTeiSource *source,
             guint32           element,
             GArray           *places)
{
  PresserTeiElement *owner = presser_tei_source_get_element (source, element);
  PresserRange       place = { owner->tag_start, owner->close_end };

  g_array_append_val (places, place);
}

/**
 * presser_tei_file_dup_shown_places:
 * @self: a file
 * @statement_id: id of a statement
 *
 * Tells where a statement stands in presser_tei_file_get_shown(), tags included.
 *
 * Returns: (transfer full) (element-type PresserRange): the places of its elements, in bytes
 */
GArray *
presser_tei_file_dup_shown_places (PresserTeiFile *self,
                                   const char     *statement_id)
{
  GArray            *places = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  PresserTeiReading *reading;
  PresserTeiRecord  *record;

  g_return_val_if_fail (PRESSER_IS_TEI_FILE (self), places);
  g_return_val_if_fail (statement_id != NULL, places);

  reading = get_shown_reading (self);
  record = g_hash_table_lookup (reading->record_ids, statement_id);
  if (record == NULL)
    return places;
  if (record->annotation != PRESSER_TEI_NONE)
    add_element (reading->source, record->annotation, places);
  for (guint i = 0; i < record->parts->len; i++)
    add_element (reading->source, g_array_index (reading->parts, PresserTeiPart, g_array_index (record->parts, guint, i)).element, places);

  return places;
}
