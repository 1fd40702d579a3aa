/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for kinds, states and rules: stable ones for files, translated ones for people. */

#include "presser-statement.h"

#include <glib/gi18n-lib.h>

static int
find_word (const char        *word,
           const char *const *words,
           guint              n_words)
{
  guint i;

  for (i = 0; i < n_words; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return (int) i;
  return -1;
}

static const char *const kind_words[] = { "direct", "indirect", "mixed" };
static const char *const kind_labels[] = { N_ ("Direct"), N_ ("Indirect"), N_ ("Mixed") };

/**
 * presser_kind_to_string:
 * @kind: direct, indirect or mixed
 *
 * Returns: a stable, untranslated word for files and machine output
 */
const char *
presser_kind_to_string (PresserKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_words), NULL);

  return kind_words[kind];
}

/**
 * presser_kind_from_string:
 * @word: a word as presser_kind_to_string() gives it
 * @kind: (out) (optional): direct, indirect or mixed
 *
 * Returns: whether there is such a word; if not, @kind is left as it was
 */
gboolean
presser_kind_from_string (const char *word, PresserKind *kind)
{
  int i = find_word (word, kind_words, G_N_ELEMENTS (kind_words));

  if (i >= 0 && kind != NULL)
    *kind = (PresserKind) i;
  return i >= 0;
}

/**
 * presser_kind_get_label:
 * @kind: direct, indirect or mixed
 *
 * Returns: a translated word for a person to read
 */
const char *
presser_kind_get_label (PresserKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_labels), NULL);

  return _ (kind_labels[kind]);
}

static const char *const status_words[] = { "suggested", "draft", "verified" };
static const char *const status_labels[] = { N_ ("Suggested"), N_ ("Draft"), N_ ("Verified") };

/**
 * presser_status_to_string:
 * @status: how far the work is
 *
 * Returns: a stable, untranslated word for files and machine output
 */
const char *
presser_status_to_string (PresserStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (status_words), NULL);

  return status_words[status];
}

/**
 * presser_status_from_string:
 * @word: a word as presser_status_to_string() gives it
 * @status: (out) (optional): how far the work is
 *
 * Returns: whether there is such a word; if not, @status is left as it was
 */
gboolean
presser_status_from_string (const char *word, PresserStatus *status)
{
  int i = find_word (word, status_words, G_N_ELEMENTS (status_words));

  if (i >= 0 && status != NULL)
    *status = (PresserStatus) i;
  return i >= 0;
}

/**
 * presser_status_get_label:
 * @status: how far the work is
 *
 * Returns: a translated word for a person to read
 */
const char *
presser_status_get_label (PresserStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (status_labels), NULL);

  return _ (status_labels[status]);
}

static const char *const ground_rule_words[] = { "on-the-record", "background", "deep-background", "off-the-record", "embargoed" };
static const char *const ground_rule_labels[] = { N_ ("On the record"), N_ ("Background"), N_ ("Deep background"), N_ ("Off the record"), N_ ("Embargoed") };

/**
 * presser_ground_rule_to_string:
 * @ground_rule: a rule
 *
 * Returns: a stable, untranslated word for files and machine output
 */
const char *
presser_ground_rule_to_string (PresserGroundRule ground_rule)
{
  g_return_val_if_fail ((guint) ground_rule < G_N_ELEMENTS (ground_rule_words), NULL);

  return ground_rule_words[ground_rule];
}

/**
 * presser_ground_rule_from_string:
 * @word: a word as presser_ground_rule_to_string() gives it
 * @ground_rule: (out) (optional): a rule
 *
 * Returns: whether there is such a word; if not, @ground_rule is left as it was
 */
gboolean
presser_ground_rule_from_string (const char *word, PresserGroundRule *ground_rule)
{
  int i = find_word (word, ground_rule_words, G_N_ELEMENTS (ground_rule_words));

  if (i >= 0 && ground_rule != NULL)
    *ground_rule = (PresserGroundRule) i;
  return i >= 0;
}

/**
 * presser_ground_rule_get_label:
 * @ground_rule: a rule
 *
 * Returns: a translated word for a person to read
 */
const char *
presser_ground_rule_get_label (PresserGroundRule ground_rule)
{
  g_return_val_if_fail ((guint) ground_rule < G_N_ELEMENTS (ground_rule_labels), NULL);

  return _ (ground_rule_labels[ground_rule]);
}
