/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-view.h"
#include "presser-tei-file.h"

G_BEGIN_DECLS

/* A document as TEI anew, with nothing in it but what may be shown and the statements that go out. The file that the
 * document was read from holds more than that, so its bytes cannot be handed on. */
PresserTeiFile *presser_export_copy_new (PresserExportView *view,
                                         GError           **error);

G_END_DECLS
