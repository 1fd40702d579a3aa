/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where changes are carried out: the one place that writes to the document's fields. Everything is put in
 * its new state before anybody is told of it. */

#include "presser-document-private.h"

static void
forget_counts (PresserDocument *self)
{
  g_clear_pointer (&self->counts_by_speaker, g_hash_table_unref);
  g_clear_pointer (&self->counts_by_topic, g_hash_table_unref);
}

static void
perform_list (PresserDocument *self,
              PresserChange   *change,
              GPtrArray       *out,
              GPtrArray       *in)
{
  presser_document_note_objects (self, change->type, out, in);
  forget_counts (self);
  g_list_store_splice (self->lists[change->type], change->position, out->len, in->pdata, in->len);
}

static void
announce_statements (PresserDocument  *self,
                     PresserListRegion region)
{
  if (region.n_removed > 0 || region.n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self->statements), region.position, region.n_removed, region.n_added);
}

static void
perform_statements (PresserDocument *self,
                    GPtrArray       *out,
                    GPtrArray       *in)
{
  PresserListRegion region = presser_statement_store_swap (self->statements, out, in, NULL);

  forget_counts (self);
  announce_statements (self, region);
}

static void
put_paragraphs (PresserDocument *self,
                guint            first,
                GPtrArray       *out,
                GPtrArray       *in)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->paragraphs);
  guint i;

  self->paragraphs = g_ptr_array_new_full (before->len - out->len + in->len, g_object_unref);
  for (i = 0; i < first; i++)
    g_ptr_array_add (self->paragraphs, g_object_ref (before->pdata[i]));
  for (i = 0; i < in->len; i++)
    g_ptr_array_add (self->paragraphs, g_object_ref (in->pdata[i]));
  for (i = first + out->len; i < before->len; i++)
    g_ptr_array_add (self->paragraphs, g_object_ref (before->pdata[i]));
}

static void
perform_paragraphs (PresserDocument *self,
                    guint            first,
                    GPtrArray       *out,
                    GPtrArray       *in)
{
  put_paragraphs (self, first, out, in);
  presser_document_emit_paragraphs_changed (self, first, out->len, in->len);
}

static guint
count_characters (GArray *pieces)
{
  guint n_characters = 0;
  guint i;

  for (i = 0; i < pieces->len; i++)
    n_characters += g_array_index (pieces, PresserPiece, i).length;
  return n_characters;
}

/* The text is the new one already; the lines are those of the old one. */
static void
move_lines (PresserDocument *self,
            guint            paragraph,
            guint            n_lines_removed,
            PresserShift     shift)
{
  g_autofree char *added = presser_text_dup_slice (self->text, (PresserRange){ shift.position, shift.position + shift.n_added });
  g_autoptr (GArray) lines = presser_document_find_lines (added, shift.position);
  guint i;

  if (n_lines_removed > 0)
    g_array_remove_range (self->lines, paragraph + 1, n_lines_removed);
  g_array_insert_vals (self->lines, paragraph + 1, lines->data, lines->len);
  for (i = paragraph + 1 + lines->len; i < self->lines->len; i++)
    g_array_index (self->lines, guint, i) += shift.n_added - shift.n_removed;
}

/* No word crosses a line end, so that a correction is counted in its own paragraphs and never in the whole text. */
static guint
count_words (PresserDocument *self,
             guint            first,
             GPtrArray       *paragraphs)
{
  guint        last = first + (paragraphs != NULL ? paragraphs->len - 1 : 0);
  PresserRange range = { presser_document_get_paragraph_range (self, first).start,
                         presser_document_get_paragraph_range (self, last).end };

  return presser_document_count_words (self, range);
}

static void
perform_text (PresserDocument *self,
              PresserChange   *change,
              PresserSide      out,
              PresserSide      in)
{
  PresserShift      shift = { change->position, count_characters (out.pieces), count_characters (in.pieces) };
  PresserRange      range = { shift.position, shift.position + shift.n_removed };
  PresserListRegion region;
  gboolean          knows_words = self->n_words != PRESSER_N_WORDS_UNKNOWN;

  if (knows_words)
    self->n_words -= count_words (self, change->first_paragraph, out.paragraphs);
  presser_text_replace (self->text, range, (const PresserPiece *) (gpointer) in.pieces->data, in.pieces->len);
  move_lines (self, change->first_paragraph, out.paragraphs != NULL ? out.paragraphs->len - 1 : 0, shift);
  if (out.paragraphs != NULL)
    put_paragraphs (self, change->first_paragraph, out.paragraphs, in.paragraphs);
  region = presser_statement_store_swap (self->statements, out.objects, in.objects, &shift);
  if (knows_words)
    self->n_words += count_words (self, change->first_paragraph, in.paragraphs);
  forget_counts (self);

  announce_statements (self, region);
  if (out.paragraphs != NULL)
    presser_document_emit_paragraphs_changed (self, change->first_paragraph, out.paragraphs->len, in.paragraphs->len);
  presser_document_emit_text_changed (self, shift.position, shift.n_removed, shift.n_added);
}

static void
perform_metadata (PresserDocument *self,
                  GPtrArray       *in)
{
  g_set_object (&self->metadata, in->pdata[0]);
  presser_document_notify_metadata (self);
}

void
presser_document_perform (PresserChange *change,
                          gpointer       document)
{
  PresserDocument *self = PRESSER_DOCUMENT (document);
  PresserSide      out = change->present;
  PresserSide      in = change->absent;

  change->present = in;
  change->absent = out;
  switch (change->type)
    {
    case PRESSER_CHANGE_SPEAKERS:
    case PRESSER_CHANGE_TOPICS:
    case PRESSER_CHANGE_ANNOTATORS:
      perform_list (self, change, out.objects, in.objects);
      break;
    case PRESSER_CHANGE_STATEMENTS:
      perform_statements (self, out.objects, in.objects);
      break;
    case PRESSER_CHANGE_TEXT:
      perform_text (self, change, out, in);
      break;
    case PRESSER_CHANGE_PARAGRAPHS:
      perform_paragraphs (self, change->first_paragraph, out.paragraphs, in.paragraphs);
      break;
    case PRESSER_CHANGE_METADATA:
      perform_metadata (self, in.objects);
      break;
    default:
      g_assert_not_reached ();
    }
}
