/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-statement.h"

G_BEGIN_DECLS

/* Status, kind and ground rule as categories of three taxonomies, used through @ana. */

#define PRESSER_TEI_CATEGORY_MIXED    "k.mixed"
#define PRESSER_TEI_CATEGORY_CHECKED  "st.checked" /* verified, as others call it */
#define PRESSER_TEI_CATEGORY_INDIRECT "k.indirect" /* in annotations, which have no @direct */

typedef struct
{
  const char *id;
  const char *term;
} PresserTeiCategory;

typedef struct
{
  const char        *id;
  const char        *description;
  PresserTeiCategory categories[5];
} PresserTeiTaxonomy;

extern const PresserTeiTaxonomy presser_tei_taxonomies[3];

gboolean    presser_tei_category_is_status (const char    *id,
                                            PresserStatus *status);
gboolean    presser_tei_category_is_ground_rule (const char        *id,
                                                 PresserGroundRule *rule);
const char *presser_tei_category_from_status (PresserStatus status);
/* NULL for on the record. */
const char *presser_tei_category_from_ground_rule (PresserGroundRule rule);

G_END_DECLS
