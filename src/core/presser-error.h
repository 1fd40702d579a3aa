/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PresserError:
 * @PRESSER_ERROR_INVALID: the content is not what it should be (not text, broken XML, a range outside the text)
 * @PRESSER_ERROR_UNSUPPORTED: the content is sound, but nothing here reads or writes it
 * @PRESSER_ERROR_CHANGED: the file on disk is no longer the one that was read, so it was not overwritten
 * @PRESSER_ERROR_TOO_LARGE: a limit was passed
 */
typedef enum
{
  PRESSER_ERROR_INVALID,
  PRESSER_ERROR_UNSUPPORTED,
  PRESSER_ERROR_CHANGED,
  PRESSER_ERROR_TOO_LARGE,
} PresserError;

#define PRESSER_ERROR (presser_error_quark ())

GQuark presser_error_quark (void);

G_END_DECLS
