/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-export-plan.h"
#include "presser-settings.h"

static const PresserRange first = { 0, 17 };
static const PresserRange second = { 18, 23 };

static void
add_statement (PresserDocument    *document,
               const char         *id,
               const PresserRange *range,
               PresserStatus       status,
               PresserGroundRule   rule)
{
  g_autoptr (PresserStatement) bare = presser_statement_new (id, range, 1);
  g_autoptr (PresserStatement) judged = presser_statement_with_status (bare, status);
  g_autoptr (PresserStatement) ruled = presser_statement_with_ground_rule (judged, rule, 0);

  presser_document_add_statement (document, ruled);
}

static PresserExportPlan *
make_plan (PresserGroundRule second_rule)
{
  g_autoptr (PresserDocument) document = presser_document_new ("We will not sail. More.");
  PresserExportPlan *plan;

  add_statement (document, "s1", &first, PRESSER_STATUS_VERIFIED, PRESSER_GROUND_ON_RECORD);
  add_statement (document, "s2", &second, PRESSER_STATUS_DRAFT, second_rule);
  plan = presser_export_plan_new (document, "briefing.xml");
  plan->exporter = presser_exporter_find ("csv");
  return plan;
}

static guint
count (PresserExportPlan *plan)
{
  g_autoptr (GPtrArray) statements = presser_export_plan_choose (plan, NULL, NULL);

  return statements->len;
}

static void
test_statements_are_chosen_by_status_filter_and_selection (void)
{
  g_autoptr (PresserExportPlan) plan = make_plan (PRESSER_GROUND_ON_RECORD);

  g_assert_cmpuint (count (plan), ==, 1);
  plan->statuses = PRESSER_EXPORT_TAGGED;
  g_assert_cmpuint (count (plan), ==, 2);
  g_free (plan->query);
  plan->query = g_strdup ("status:draft");
  g_assert_cmpuint (count (plan), ==, 1);
  g_free (plan->query);
  plan->query = g_strdup ("");
  plan->statuses = PRESSER_EXPORT_VERIFIED;
  plan->only = g_ptr_array_new ();
  g_ptr_array_add (plan->only, presser_document_get_statement (plan->document, "s2"));
  g_assert_cmpuint (count (plan), ==, 1);
}

static void
test_what_is_under_embargo_goes_only_if_asked (void)
{
  g_autoptr (PresserExportPlan) plan = make_plan (PRESSER_GROUND_EMBARGOED);
  g_autoptr (GPtrArray) statements = NULL;
  g_autofree char *preview = NULL;

  plan->statuses = PRESSER_EXPORT_TAGGED;
  g_assert_cmpuint (count (plan), ==, 1);
  g_assert_cmpuint (presser_export_plan_count_embargoed (plan), ==, 1);
  plan->with_embargoed = TRUE;
  statements = presser_export_plan_choose (plan, NULL, NULL);
  g_assert_cmpuint (statements->len, ==, 2);
  preview = presser_export_plan_dup_preview (plan, statements, NULL);
  g_assert_nonnull (strstr (preview, "More."));
}

static void
test_a_broken_filter_is_told (void)
{
  g_autoptr (PresserExportPlan) plan = make_plan (PRESSER_GROUND_ON_RECORD);
  g_autoptr (GError) error = NULL;

  g_free (plan->query);
  plan->query = g_strdup ("status:\"");
  g_assert_null (presser_export_plan_choose (plan, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_columns_are_put_in_and_taken_out (void)
{
  g_autoptr (PresserExportPlan) plan = make_plan (PRESSER_GROUND_ON_RECORD);
  g_autoptr (GPtrArray) statements = presser_export_plan_choose (plan, NULL, NULL);
  g_autofree char *preview = NULL;

  for (PresserColumn column = 0; column < PRESSER_N_COLUMNS; column++)
    presser_export_plan_set_column (plan, column, column == PRESSER_COLUMN_QUOTE || column == PRESSER_COLUMN_ID);
  g_assert_cmpuint (plan->columns->len, ==, 2);
  preview = presser_export_plan_dup_preview (plan, statements, NULL);
  g_assert_cmpstr (preview, ==, "id,quote\ns1,We will not sail.\n");

  presser_export_plan_set_column (plan, PRESSER_COLUMN_QUOTE, FALSE);
  presser_export_plan_set_column (plan, PRESSER_COLUMN_ID, FALSE);
  g_assert_null (plan->columns); /* none means all */
  g_assert_true (presser_export_plan_has_column (plan, PRESSER_COLUMN_SPEAKER));
}

static void
test_the_last_choice_is_remembered (void)
{
  g_autoptr (PresserExportPlan) plan = make_plan (PRESSER_GROUND_ON_RECORD);
  g_autoptr (PresserExportPlan) next = make_plan (PRESSER_GROUND_ON_RECORD);

  plan->exporter = presser_exporter_find ("html");
  plan->statuses = PRESSER_EXPORT_ALL;
  plan->grouping = PRESSER_GROUP_BY_TOPIC;
  plan->with_embargoed = TRUE;
  presser_export_plan_set_column (plan, PRESSER_COLUMN_NOTE, FALSE);
  g_free (plan->quote_template);
  plan->quote_template = g_strdup ("{speaker}: {quote}");
  presser_export_plan_store (plan, presser_settings_get ());
  presser_export_plan_restore (next, presser_settings_get ());

  g_assert_cmpstr (next->exporter->id, ==, "html");
  g_assert_cmpint (next->statuses, ==, PRESSER_EXPORT_ALL);
  g_assert_cmpint (next->grouping, ==, PRESSER_GROUP_BY_TOPIC);
  g_assert_cmpuint (next->columns->len, ==, PRESSER_N_COLUMNS - 1);
  g_assert_cmpstr (next->quote_template, ==, "{speaker}: {quote}");
  g_assert_false (next->with_embargoed);
}

static void
test_an_own_wording_is_used_where_it_can_be (void)
{
  g_autoptr (PresserExportPlan) plan = make_plan (PRESSER_GROUND_ON_RECORD);
  g_autoptr (GPtrArray) statements = presser_export_plan_choose (plan, NULL, NULL);
  g_autofree char *preview = NULL;
  g_autofree char *table = NULL;
  g_autoptr (GError) error = NULL;

  g_free (plan->quote_template);
  plan->quote_template = g_strdup ("<<{quote}>>");
  plan->exporter = presser_exporter_find ("txt");
  preview = presser_export_plan_dup_preview (plan, statements, NULL);
  g_assert_nonnull (strstr (preview, "<<We will not sail.>>"));

  g_free (plan->quote_template);
  plan->quote_template = g_strdup ("{nonsense}");
  g_assert_null (presser_export_plan_dup_preview (plan, statements, &error));
  g_assert_nonnull (error);
  plan->exporter = presser_exporter_find ("csv");
  table = presser_export_plan_dup_preview (plan, statements, NULL);
  g_assert_nonnull (table);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-plan/statements-are-chosen-by-status-filter-and-selection", test_statements_are_chosen_by_status_filter_and_selection);
  g_test_add_func ("/export-plan/what-is-under-embargo-goes-only-if-asked", test_what_is_under_embargo_goes_only_if_asked);
  g_test_add_func ("/export-plan/a-broken-filter-is-told", test_a_broken_filter_is_told);
  g_test_add_func ("/export-plan/columns-are-put-in-and-taken-out", test_columns_are_put_in_and_taken_out);
  g_test_add_func ("/export-plan/the-last-choice-is-remembered", test_the_last_choice_is_remembered);
  g_test_add_func ("/export-plan/an-own-wording-is-used-where-it-can-be", test_an_own_wording_is_used_where_it_can_be);

  return g_test_run ();
}
