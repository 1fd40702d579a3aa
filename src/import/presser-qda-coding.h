/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "presser-qda-project.h"

G_BEGIN_DECLS

/* The coding of a project becomes statements of a document: codes are topics, but for those that mean a person (they
 * stand under “Speakers”, or a case has them) and the words that Presser itself writes as codes. */
typedef struct _PresserQdaCoding PresserQdaCoding;

PresserQdaCoding *presser_qda_coding_new (PresserQdaProject *project,
                                          PresserDocument   *document);
void              presser_qda_coding_free (PresserQdaCoding *self);
/* Parts of one statement: GPtrArray of PresserQdaSelection, GArray of PresserRange, as many, in text order. */
void presser_qda_coding_add (PresserQdaCoding *self,
                             GPtrArray        *selections,
                             GArray           *ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserQdaCoding, presser_qda_coding_free)

G_END_DECLS
