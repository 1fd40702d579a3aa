/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands about statements outside them: notes and embargoes in standOff, and when they were made and changed. */

#include "presser-tei-reading-private.h"

#include <string.h>

/* The id is a key of the table, and belongs to the statement. */
static void
take (PresserTeiReading *self,
      PresserTeiRecord  *record,
      PresserStatement  *statement)
{
  g_hash_table_replace (self->record_ids, (gpointer) presser_statement_get_id (statement), record);
  g_object_unref (record->statement);
  record->statement = statement;
}

static void
read_change (PresserTeiReading *self,
             PresserTeiRecord  *record,
             guint32            element,
             const char        *type)
{
  guint32          date = presser_tei_source_is (self->source, element, "note") ? presser_tei_source_find_child (self->source, element, "date")
                                                                                : element;
  g_autofree char *when = date == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (self->source, date, "when");
  gint64           made = presser_statement_get_made (record->statement);
  gint64           changed = presser_statement_get_changed (record->statement);

  if (strcmp (type, "made") == 0 && presser_tei_parse_time (when, &made))
    record->made = element;
  else if (strcmp (type, "changed") == 0 && presser_tei_parse_time (when, &changed))
    record->changed = element;
  take (self, record, presser_statement_with_times (record->statement, made, changed));
}

static void
read_note (PresserTeiReading *self,
           PresserTeiRecord  *record,
           guint32            element,
           const char        *type)
{
  if (strcmp (type, "comment") == 0)
    {
      g_autofree char *text = presser_tei_source_dup_text (self->source, element);

      record->note = element;
      take (self, record, presser_statement_with_note (record->statement, text));
    }
  else if (strcmp (type, "embargo") == 0)
    {
      guint32          date = presser_tei_source_find_child (self->source, element, "date");
      g_autofree char *when = date == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (self->source, date, "when");
      gint64           time;

      if (!presser_tei_parse_time (when, &time))
        return;
      record->embargo = element;
      take (self, record, presser_statement_with_ground_rule (record->statement, PRESSER_GROUND_EMBARGOED, time));
    }
  else
    read_change (self, record, element, type);
}


static void
read_about (PresserTeiReading *self,
            guint32            element,
            gboolean           is_change)
{
  g_autofree char  *type = presser_tei_source_dup_attribute (self->source, element, "type");
  g_autofree char  *target = presser_tei_source_dup_attribute (self->source, element, "target");
  g_autofree char  *id = presser_tei_dup_target (target);
  PresserTeiRecord *record = id == NULL ? NULL : g_hash_table_lookup (self->record_ids, id);

  if (record == NULL || type == NULL)
    return;
  if (is_change)
    read_change (self, record, element, type);
  else
    read_note (self, record, element, type);
}

/* Notes on statements in `standOff`, changes in `revisionDesc`. */
void
presser_tei_read_notes (PresserTeiReading *self)
{
  PresserTeiSource *source = self->source;
  guint32           element = 0;

  while (element < source->elements->len)
    {
      PresserTeiElement *current = presser_tei_source_get_element (source, element);

      if (presser_tei_source_is (source, element, "text"))
        {
          element = current->next;
          continue;
        }
      if (presser_tei_source_is (source, element, "note"))
        read_about (self, element, FALSE);
      else if (presser_tei_source_is (source, element, "change"))
        read_about (self, element, TRUE);
      element++;
    }
}
