/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-patch-private.h"

G_BEGIN_DECLS

/* New elements for a header: branches that grow on elements of the source, or on other new ones, in the places that the
 * schema has for them and in the indentation of the file. They are patches only once they are emitted. */

/* What sourceDesc says in a file whose source nobody knows. */
#define PRESSER_TEI_NO_SOURCE "The source is not known."

typedef struct _PresserTeiBranches PresserTeiBranches;
typedef struct _PresserTeiBranch   PresserTeiBranch;

PresserTeiBranches *presser_tei_branches_new (PresserTeiSource  *source,
                                              PresserTeiPatches *patches);
void                presser_tei_branches_free (PresserTeiBranches *self);
PresserTeiPatches  *presser_tei_branches_get_patches (PresserTeiBranches *self);
PresserTeiSource   *presser_tei_branches_get_source (PresserTeiBranches *self);

/* An element of the source. */
PresserTeiBranch *presser_tei_branches_get (PresserTeiBranches *self,
                                            guint32             element);
/* Down a path of names from there, growing what is missing. */
PresserTeiBranch *presser_tei_branch_get_path (PresserTeiBranch *self,
                                               const char       *path);
/* A new child: @text (or NULL) is its content, not yet escaped. */
PresserTeiBranch *presser_tei_branch_add (PresserTeiBranch *self,
                                          const char       *name,
                                          const char       *text);
/* XML as it is, to stand as the content. */
void presser_tei_branch_set_xml (PresserTeiBranch *self,
                                 const char       *xml);
void presser_tei_branch_set_attribute (PresserTeiBranch *self,
                                       const char       *name,
                                       const char       *value);
/* Where among the children of an element of the source; without either call the schema's order decides. */
void presser_tei_branch_set_after (PresserTeiBranch *self,
                                   guint32           sibling);
void presser_tei_branch_set_before (PresserTeiBranch *self,
                                    guint32           sibling);
void presser_tei_branch_set_first (PresserTeiBranch *self);

/* To be taken out when all is emitted, with every container that would be left empty. */
void     presser_tei_branches_delete (PresserTeiBranches *self,
                                      guint32             element);
gboolean presser_tei_branches_is_deleted (PresserTeiBranches *self,
                                          guint32             element);
void     presser_tei_branches_emit (PresserTeiBranches *self);
/* The content of an element: its text anew. */
void presser_tei_branches_replace_text (PresserTeiBranches *self,
                                        guint32             element,
                                        const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiBranches, presser_tei_branches_free)

G_END_DECLS
