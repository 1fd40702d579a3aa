/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-annotator.h"

#include "presser-strings-private.h"

struct _PresserAnnotator
{
  GObject parent_instance;

  char    *id;
  char    *name;
  gboolean is_program;
};

G_DEFINE_FINAL_TYPE (PresserAnnotator, presser_annotator, G_TYPE_OBJECT)

static void
presser_annotator_finalize (GObject *object)
{
  PresserAnnotator *self = PRESSER_ANNOTATOR (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (presser_annotator_parent_class)->finalize (object);
}

static void
presser_annotator_class_init (PresserAnnotatorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_annotator_finalize;
}

static void
presser_annotator_init (PresserAnnotator *self)
{
}

/**
 * presser_annotator_new:
 * @id: XML id, unique in the document
 * @name: the person's or the program's name
 * @is_program: whether it is a program, whose work a person has yet to look at
 *
 * Returns: (transfer full): a new annotator
 */
PresserAnnotator *
presser_annotator_new (const char *id,
                       const char *name,
                       gboolean    is_program)
{
  PresserAnnotator *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (PRESSER_TYPE_ANNOTATOR, NULL);
  self->id = g_strdup (id);
  self->name = presser_strings_clean (name, -1);
  self->is_program = is_program;
  return self;
}

/**
 * presser_annotator_get_id:
 * @self: an annotator
 *
 * Returns: the XML id
 */
const char *
presser_annotator_get_id (PresserAnnotator *self)
{
  g_return_val_if_fail (PRESSER_IS_ANNOTATOR (self), NULL);

  return self->id;
}

/**
 * presser_annotator_get_name:
 * @self: an annotator
 *
 * Returns: the name
 */
const char *
presser_annotator_get_name (PresserAnnotator *self)
{
  g_return_val_if_fail (PRESSER_IS_ANNOTATOR (self), NULL);

  return self->name;
}

/**
 * presser_annotator_is_program:
 * @self: an annotator
 *
 * Returns: whether it is a program
 */
gboolean
presser_annotator_is_program (PresserAnnotator *self)
{
  g_return_val_if_fail (PRESSER_IS_ANNOTATOR (self), FALSE);

  return self->is_program;
}
