/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-view.h"

G_BEGIN_DECLS

/* What stands around a statement, so that a quote does not lose its meaning on the way. */

/* The beginning of the sentence that the statement starts in or, if it starts one, the sentence before. NULL for none. */
char *presser_export_dup_before (PresserExportView *view,
                                 PresserStatement  *statement);
/* The rest of the sentence that it ends in or, if it ends one, the sentence after. NULL for none. */
char    *presser_export_dup_after (PresserExportView *view,
                                   PresserStatement  *statement);
gboolean presser_export_is_prose (PresserParagraph *paragraph);
/* What was last asked before the turn that a paragraph belongs to; NULL outside turns or if nothing was. */
char *presser_export_dup_question (PresserExportView *view,
                                   guint              paragraph);

G_END_DECLS
