/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-certainty.h"

/* How sure a finding is. Measured on annotated news with tests/suggest/calibration.py: of the sure ones 97 in
 * 100 are to be right, of the likely ones 90. What is wrong here costs a journalist trust, so whatever is not
 * known to be right is a guess. */

/* A person by more than our own finding that this person spoke. */
static gboolean
is_known (const PresserStatementFinding *finding)
{
  const PresserPerson *person = finding->person;

  if (person == NULL || person->is_place)
    return FALSE;
  if (person->is_attested || person->n_words == 1)
    return person->is_attested;

  /* two capitals are a name, unless every noun has one: then only if no other word stands beside them */
  return finding->is_bare || (presser_cue_table_get_grammar (finding->table) & PRESSER_GRAMMAR_NOUN_CAPITALS) == 0;
}

static PresserCertainty
judge_own_sentence (const PresserStatementFinding *finding)
{
  gboolean known = is_known (finding);

  if (known && finding->is_clear && !finding->is_pronoun && !finding->is_weak)
    return PRESSER_CERTAINTY_SURE;
  if (finding->is_weak && finding->rule == PRESSER_RULE_SUBJECT_AFTER)
    return PRESSER_CERTAINTY_GUESS;
  if (finding->is_pronoun)
    return known && finding->is_clear ? PRESSER_CERTAINTY_LIKELY : PRESSER_CERTAINTY_GUESS;

  return known || finding->is_somebody ? PRESSER_CERTAINTY_LIKELY : PRESSER_CERTAINTY_GUESS;
}

/* A verb of saying beside the quotation, or a label. */
static gboolean
is_strong (PresserRule rule)
{
  return rule >= PRESSER_RULE_CUE_AFTER && rule <= PRESSER_RULE_CUE_BEFORE;
}

/**
 * presser_finding_judge:
 * @finding: what was found, with its person
 *
 * Tells how sure a finding is: by the rule that found it, and by whether the one who speaks is known for a person.
 *
 * Returns: the certainty
 */
PresserCertainty
presser_finding_judge (const PresserStatementFinding *finding)
{
  if (finding->rule == PRESSER_RULE_TURN)
    return PRESSER_CERTAINTY_SURE;
  if (finding->worth != PRESSER_WORTH_FULL)
    return PRESSER_CERTAINTY_GUESS;

  switch (finding->rule)
    {
    case PRESSER_RULE_CUE_AFTER:
    case PRESSER_RULE_SUBJECT_AFTER:
    case PRESSER_RULE_ACCORDING:
    case PRESSER_RULE_CUE_BEFORE:
    case PRESSER_RULE_LABEL:
      /* there is no annotated news to measure reported speech on, so nothing is sure */
      return finding->is_indirect ? MIN (judge_own_sentence (finding), PRESSER_CERTAINTY_LIKELY) : judge_own_sentence (finding);
    case PRESSER_RULE_SAME_SENTENCE:
    case PRESSER_RULE_SAME_PARAGRAPH:
      if (finding->is_weak || !is_strong (finding->origin))
        return PRESSER_CERTAINTY_GUESS;
      return is_known (finding) && finding->is_clear ? PRESSER_CERTAINTY_LIKELY : PRESSER_CERTAINTY_GUESS;
    case PRESSER_RULE_FRONTED:
    case PRESSER_RULE_INSIDE:
      return is_known (finding) && finding->is_clear ? PRESSER_CERTAINTY_LIKELY : PRESSER_CERTAINTY_GUESS;
    case PRESSER_RULE_TURN:
    case PRESSER_RULE_ANNOUNCED:
    case PRESSER_RULE_PARTICIPLE:
    case PRESSER_RULE_SUBJECT_BEFORE:
    case PRESSER_RULE_NEXT:
    case PRESSER_RULE_CONTINUED:
    case PRESSER_RULE_LAST_PARAGRAPH:
    case PRESSER_RULE_LAST_SPEAKER:
    case PRESSER_RULE_NONE:
    case PRESSER_RULE_N:
    default:
      return PRESSER_CERTAINTY_GUESS;
    }
}
