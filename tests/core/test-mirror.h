/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

/* What a view knows of a document that only listens to its signals. */
typedef struct _TestMirror TestMirror;

TestMirror *test_mirror_new (PresserDocument *document);
void        test_mirror_free (TestMirror *self);
/* Fails the test if the listener has another idea of the document than the document. */
void test_mirror_compare (TestMirror *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestMirror, test_mirror_free)
