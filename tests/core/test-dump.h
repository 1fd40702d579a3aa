/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

/* Everything that a document is, in words, for comparing one state with another. */
char *test_dump_document (PresserDocument *document);
/* Fails the test if the document is not in order. */
void test_check_document (PresserDocument *document);
