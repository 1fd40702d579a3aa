/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-metadata.h"

#include "presser-strings-private.h"

struct _PresserMetadata
{
  GObject parent_instance;

  char *fields[PRESSER_METADATA_N_FIELDS]; /* NULL where nothing is known */
};

G_DEFINE_FINAL_TYPE (PresserMetadata, presser_metadata, G_TYPE_OBJECT)

static void
presser_metadata_finalize (GObject *object)
{
  PresserMetadata *self = PRESSER_METADATA (object);
  guint            i;

  for (i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    g_free (self->fields[i]);
  G_OBJECT_CLASS (presser_metadata_parent_class)->finalize (object);
}

static void
presser_metadata_class_init (PresserMetadataClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_metadata_finalize;
}

static void
presser_metadata_init (PresserMetadata *self)
{
}

/**
 * presser_metadata_new:
 *
 * Returns: (transfer full): metadata with nothing known
 */
PresserMetadata *
presser_metadata_new (void)
{
  return g_object_new (PRESSER_TYPE_METADATA, NULL);
}

/**
 * presser_metadata_get:
 * @self: metadata
 * @field: which field
 *
 * Returns: (nullable): what is known, or %NULL
 */
const char *
presser_metadata_get (PresserMetadata     *self,
                      PresserMetadataField field)
{
  g_return_val_if_fail (PRESSER_IS_METADATA (self), NULL);
  g_return_val_if_fail (field < PRESSER_METADATA_N_FIELDS, NULL);

  return self->fields[field];
}

/**
 * presser_metadata_with:
 * @self: metadata
 * @field: which field
 * @value: (nullable): what is known; %NULL and the empty string both mean nothing
 *
 * Returns: (transfer full): a copy with that field changed
 */
PresserMetadata *
presser_metadata_with (PresserMetadata     *self,
                       PresserMetadataField field,
                       const char          *value)
{
  PresserMetadata *copy;
  guint            i;

  g_return_val_if_fail (PRESSER_IS_METADATA (self), NULL);
  g_return_val_if_fail (field < PRESSER_METADATA_N_FIELDS, NULL);

  copy = presser_metadata_new ();
  for (i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    copy->fields[i] = i == field ? presser_strings_dup_filled (value) : g_strdup (self->fields[i]);
  return copy;
}

/**
 * presser_metadata_equal:
 * @self: metadata
 * @other: other metadata
 *
 * Returns: whether all fields are the same
 */
gboolean
presser_metadata_equal (PresserMetadata *self,
                        PresserMetadata *other)
{
  guint i;

  g_return_val_if_fail (PRESSER_IS_METADATA (self), FALSE);
  g_return_val_if_fail (PRESSER_IS_METADATA (other), FALSE);

  for (i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    if (g_strcmp0 (self->fields[i], other->fields[i]) != 0)
      return FALSE;
  return TRUE;
}
