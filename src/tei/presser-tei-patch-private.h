/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-source-private.h"

G_BEGIN_DECLS

/* Replacements of byte ranges of a source, gathered in any order and applied once. What is put in at one place stands there
 * in the order of the calls; what is put in where bytes are taken out still goes in. */
typedef struct _PresserTeiPatches PresserTeiPatches;

PresserTeiPatches *presser_tei_patches_new (PresserTeiSource *source);
void               presser_tei_patches_free (PresserTeiPatches *self);
gboolean           presser_tei_patches_is_empty (PresserTeiPatches *self);
void               presser_tei_patches_delete (PresserTeiPatches *self,
                                               guint32            start,
                                               guint32            end);
/* @text may hold tags: inside a CDATA section, the section is parted. */
void presser_tei_patches_insert (PresserTeiPatches *self,
                                 guint32            place,
                                 const char        *text);
void presser_tei_patches_replace (PresserTeiPatches *self,
                                  guint32            start,
                                  guint32            end,
                                  const char        *text);
/* An element with the white space before it. */
void presser_tei_patches_delete_element (PresserTeiPatches *self,
                                         guint32            element);
/* @value NULL takes the attribute away. */
void presser_tei_patches_set_attribute (PresserTeiPatches *self,
                                        guint32            element,
                                        const char        *name,
                                        const char        *value);
/* A range of the source as it will be. */
char *presser_tei_patches_apply (PresserTeiPatches *self,
                                 guint32            start,
                                 guint32            end,
                                 gsize             *length);
/* Takes over everything of @other. */
void presser_tei_patches_add_all (PresserTeiPatches *self,
                                  PresserTeiPatches *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiPatches, presser_tei_patches_free)

G_END_DECLS
