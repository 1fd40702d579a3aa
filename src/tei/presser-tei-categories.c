/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-categories-private.h"

#include <string.h>

/* Written into files, so not translated. */
const PresserTeiTaxonomy presser_tei_taxonomies[3] = {
  { "status",
    "State of a statement",
    { { "st.suggested", "suggested" }, { "st.draft", "draft" }, { "st.verified", "verified" } } },
  { "kind", "Kind of a statement", { { PRESSER_TEI_CATEGORY_MIXED, "mixed: partly word for word" }, { PRESSER_TEI_CATEGORY_INDIRECT, "indirect" } } },
  { "ground",
    "Ground rule",
    { { "g.background", "background" },
      { "g.deep-background", "deep background" },
      { "g.off-record", "off the record" },
      { "g.embargoed", "embargoed" } } },
};

static const char *const statuses[] = {
  [PRESSER_STATUS_SUGGESTED] = "st.suggested",
  [PRESSER_STATUS_DRAFT] = "st.draft",
  [PRESSER_STATUS_VERIFIED] = "st.verified",
};

static const char *const rules[] = {
  [PRESSER_GROUND_ON_RECORD] = "g.record",
  [PRESSER_GROUND_BACKGROUND] = "g.background",
  [PRESSER_GROUND_DEEP_BACKGROUND] = "g.deep-background",
  [PRESSER_GROUND_OFF_RECORD] = "g.off-record",
  [PRESSER_GROUND_EMBARGOED] = "g.embargoed",
};

gboolean
presser_tei_category_is_status (const char    *id,
                                PresserStatus *status)
{
  if (strcmp (id, PRESSER_TEI_CATEGORY_CHECKED) == 0)
    {
      *status = PRESSER_STATUS_VERIFIED;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strcmp (statuses[i], id) == 0)
      {
        *status = (PresserStatus) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
presser_tei_category_is_ground_rule (const char        *id,
                                     PresserGroundRule *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i], id) == 0)
      {
        *rule = (PresserGroundRule) i;
        return TRUE;
      }

  return FALSE;
}

const char *
presser_tei_category_from_status (PresserStatus status)
{
  return statuses[status];
}

const char *
presser_tei_category_from_ground_rule (PresserGroundRule rule)
{
  return rule == PRESSER_GROUND_ON_RECORD ? NULL : rules[rule];
}
