/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-change-private.h"

PresserChange *
presser_change_new_objects (PresserChangeType type,
                            guint             position,
                            GPtrArray        *present,
                            GPtrArray        *absent)
{
  PresserChange *change = g_new0 (PresserChange, 1);

  change->type = type;
  change->position = position;
  change->present.objects = present;
  change->absent.objects = absent;
  return change;
}

PresserChange *
presser_change_new_paragraphs (guint      first_paragraph,
                               GPtrArray *present,
                               GPtrArray *absent)
{
  PresserChange *change = g_new0 (PresserChange, 1);

  change->type = PRESSER_CHANGE_PARAGRAPHS;
  change->first_paragraph = first_paragraph;
  change->present.paragraphs = present;
  change->absent.paragraphs = absent;
  return change;
}

PresserChange *
presser_change_new_text (guint       position,
                         guint       first_paragraph,
                         PresserSide present,
                         PresserSide absent)
{
  PresserChange *change = g_new0 (PresserChange, 1);

  change->type = PRESSER_CHANGE_TEXT;
  change->position = position;
  change->first_paragraph = first_paragraph;
  change->present = present;
  change->absent = absent;
  return change;
}

static void
clear_side (PresserSide *side)
{
  g_clear_pointer (&side->objects, g_ptr_array_unref);
  g_clear_pointer (&side->paragraphs, g_ptr_array_unref);
  g_clear_pointer (&side->pieces, g_array_unref);
}

void
presser_change_free (PresserChange *change)
{
  clear_side (&change->present);
  clear_side (&change->absent);
  g_free (change);
}
