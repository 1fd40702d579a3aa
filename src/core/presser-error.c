/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-error.h"

G_DEFINE_QUARK (presser_error_quark, presser_error)
