/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "test-model.h"

/* One thing that a journalist might do, chosen by g_test_rand_int(); the model does the same. */
void test_random_edit (PresserDocument *document,
                       TestModel       *model);
