/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-file.h"
#include "presser-tei-neighbours-private.h"
#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

struct _PresserTeiFile
{
  GObject parent_instance;

  PresserDocument      *document;
  PresserTeiReading    *reading;
  PresserTeiNeighbours *neighbours;
  char                **remarks;
  GArray               *pieces; /* of PresserPiece: the text as it stands in the source */
  PresserTeiReading    *beside; /* of the second file, or NULL */
  GPtrArray            *strays; /* of PresserTeiStray, as the files were opened */

  PresserTeiPlacement placement;
  PresserTeiPlacement read_placement; /* as the files say */

  GBytes             *written;         /* by the last write, or NULL */
  PresserTeiReading  *written_reading; /* NULL if the first file stays as it is */
  PresserTeiReading  *written_beside;
  GArray             *written_pieces;
  PresserTeiPlacement written_placement;
};

G_END_DECLS
