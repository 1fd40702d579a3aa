/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Suggestions that were rejected do not come back. The file remembers them by fingerprints of their words, in
 * `teiHeader/fileDesc/notesStmt/note[@type="rejectedSuggestions"]`: places would move with every edit. */

#include "presser-tei-header-writer-private.h"
#include "presser-tei-metadata-private.h"

#define NOTES "teiHeader/fileDesc/notesStmt"

guint32
presser_tei_rejected_find (PresserTeiSource *source,
                           guint32           tei)
{
  guint32 notes = presser_tei_source_find_path (source, tei, NOTES);

  return notes == PRESSER_TEI_NONE ? PRESSER_TEI_NONE
                                   : presser_tei_write_find_child (source, notes, "note", PRESSER_TEI_REJECTED_TYPE);
}

void
presser_tei_write_rejected (PresserTeiWriter   *writer,
                            PresserTeiBranches *branches,
                            guint32             element,
                            const char         *value)
{
  PresserTeiBranch *root;

  if (element != PRESSER_TEI_NONE && value == NULL)
    {
      presser_tei_branches_delete (branches, element);
      return;
    }
  if (element != PRESSER_TEI_NONE)
    {
      presser_tei_branches_replace_text (branches, element, value);
      return;
    }
  if (value == NULL)
    return;

  root = presser_tei_write_get_root (writer, branches);
  presser_tei_branch_set_attribute (presser_tei_branch_add (presser_tei_branch_get_path (root, NOTES), "note", value),
                                    "type", PRESSER_TEI_REJECTED_TYPE);
}
