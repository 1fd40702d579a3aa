/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the attributes of a statement's element say (TEI.md 1.4). A tag is looked through once: there may be a hundred
 * thousand. */

#include "presser-tei-said-private.h"

#include <string.h>

#include "presser-tei-categories-private.h"

typedef struct
{
  PresserTeiReading      *reading;
  PresserTeiRecord       *record;
  PresserStatementFields *fields;
  GPtrArray              *topics; /* of char *, owned */
} Analysis;

static PresserTeiAttribute *
find_slot (PresserTeiSaid *said,
           const char     *name,
           gsize           length)
{
  const struct
  {
    const char          *name;
    gsize                length;
    PresserTeiAttribute *slot;
  } slots[] = {
    { "xml:id", 6, &said->id },
    { "who", 3, &said->who },
    { "ana", 3, &said->ana },
    { "resp", 4, &said->resp },
    { "cert", 4, &said->cert },
    { "direct", 6, &said->direct },
    { "next", 4, &said->next },
    { "prev", 4, &said->previous },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i].length == length && memcmp (slots[i].name, name, length) == 0)
      return slots[i].slot;

  return NULL;
}

void
presser_tei_said_scan (PresserTeiSource *source,
                       guint32           element,
                       PresserTeiSaid   *said)
{
  PresserTeiAttribute attribute = { 0 };

  *said = (PresserTeiSaid){ .element = element };
  while (presser_tei_source_next_attribute (source, element, &attribute))
    {
      PresserTeiAttribute *slot = find_slot (said, source->text + attribute.start, attribute.name_end - attribute.start);

      if (slot != NULL)
        *slot = attribute;
      else
        said->has_extra = TRUE;
    }
}

void
presser_tei_said_keep_extra (PresserTeiSource     *source,
                             PresserTeiRecord     *record,
                             const PresserTeiSaid *said)
{
  PresserTeiAttribute attribute = { 0 };
  g_autoptr (GString) extra = NULL;
  PresserTeiSaid scratch;

  if (!said->has_extra)
    return;

  extra = g_string_new (NULL);
  while (presser_tei_source_next_attribute (source, said->element, &attribute))
    {
      if (find_slot (&scratch, source->text + attribute.start, attribute.name_end - attribute.start) != NULL)
        continue;
      g_string_append_c (extra, ' ');
      g_string_append_len (extra, source->text + attribute.start, attribute.end - attribute.start);
    }
  record->extra_attributes = g_strdup (extra->str);
}

static char *
dup_value (PresserTeiReading         *reading,
           const PresserTeiAttribute *attribute)
{
  return attribute->end == 0 ? NULL : presser_tei_source_dup_value (reading->source, attribute);
}

static char *
dup_target (PresserTeiReading         *reading,
            const PresserTeiAttribute *attribute)
{
  g_autofree char *value = dup_value (reading, attribute);

  return presser_tei_reading_dup_target (reading, value);
}

static void
keep_pointer (PresserTeiRecord *record,
              const char       *pointer)
{
  char *before = record->extra_ana;

  record->extra_ana = before == NULL ? g_strdup (pointer) : g_strconcat (before, " ", pointer, NULL);
  g_free (before);
}

static void
read_pointer (Analysis   *self,
              const char *pointer)
{
  PresserStatementFields *fields = self->fields;
  g_autofree char        *id = presser_tei_reading_dup_target (self->reading, pointer);
  PresserStatus           status;
  PresserGroundRule       rule;

  if (g_hash_table_contains (self->reading->topic_ids, id))
    g_ptr_array_add (self->topics, g_steal_pointer (&id));
  else if (presser_tei_category_is_status (id, &status))
    {
      self->record->has_status = TRUE;
      fields->status = status;
    }
  else if (presser_tei_category_is_ground_rule (id, &rule))
    fields->ground_rule = rule;
  else if (strcmp (id, PRESSER_TEI_CATEGORY_MIXED) == 0)
    fields->kind = PRESSER_KIND_MIXED;
  else if (strcmp (id, PRESSER_TEI_CATEGORY_INDIRECT) == 0)
    fields->kind = PRESSER_KIND_INDIRECT;
  else
    keep_pointer (self->record, pointer);
}

/* @ana is cut up in place. */
static void
read_analysis (Analysis *self,
               char     *ana)
{
  while (ana != NULL)
    {
      char *end;

      ana += strspn (ana, " ");
      end = strchr (ana, ' ');
      if (end != NULL)
        *end = '\0';
      if (*ana != '\0')
        read_pointer (self, ana);
      ana = end == NULL ? NULL : end + 1;
    }
  if (self->topics->len == 0)
    return;
  g_ptr_array_add (self->topics, NULL);
  self->fields->topics = (const char *const *) self->topics->pdata;
}

static PresserKind
read_kind (const char *direct)
{
  if (direct != NULL && (strcmp (direct, "false") == 0 || strcmp (direct, "0") == 0))
    return PRESSER_KIND_INDIRECT;

  return direct != NULL && strcmp (direct, "inapplicable") == 0 ? PRESSER_KIND_MIXED : PRESSER_KIND_DIRECT;
}

PresserStatement *
presser_tei_said_read (PresserTeiReading    *reading,
                       PresserTeiRecord     *record,
                       const PresserTeiSaid *said,
                       const char           *id,
                       const char           *speaker)
{
  g_autofree char *who = dup_target (reading, &said->who);
  g_autofree char *resp = dup_target (reading, &said->resp);
  g_autofree char *ana = dup_value (reading, &said->ana);
  g_autofree char *cert = dup_value (reading, &said->cert);
  g_autofree char *direct = dup_value (reading, &said->direct);
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
  PresserStatementFields fields = {
    .id = id,
    .ranges = (const PresserRange *) (gpointer) record->ranges->data,
    .n_ranges = record->ranges->len,
    .speaker = speaker != NULL ? speaker : who,
    .kind = read_kind (direct),
    .status = PRESSER_STATUS_DRAFT,
    .certainty = cert,
    .annotator = resp,
  };
  Analysis analysis = { reading, record, &fields, topics };

  read_analysis (&analysis, ana);

  return presser_statement_new_with_fields (&fields);
}
