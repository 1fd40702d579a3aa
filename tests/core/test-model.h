/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

/* The slowest and plainest idea of a text with statements: a character knows by itself whose it is. */
typedef struct _TestModel TestModel;

TestModel *test_model_new (PresserDocument *document);
void       test_model_free (TestModel *self);
/* Takes over where the document's statements are. */
void test_model_read (TestModel       *self,
                      PresserDocument *document);
void test_model_replace_text (TestModel   *self,
                              PresserRange range,
                              const char  *utf8);
/* Fails the test if the document has other text or other statements at other places. */
void test_model_compare (TestModel       *self,
                         PresserDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestModel, test_model_free)
