/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-topic.h"

static void
test_copies_change_one_thing (void)
{
  const char *const keywords[] = { "toll", "motorway", NULL };
  g_autoptr (PresserTopic) first = presser_topic_new ("t.tolls", "Tolls");
  g_autoptr (PresserTopic) label = presser_topic_with_label (first, "Road tolls");
  g_autoptr (PresserTopic) defined = presser_topic_with_definition (label, "Money for roads");
  g_autoptr (PresserTopic) below = presser_topic_with_parent (defined, "t.money");
  g_autoptr (PresserTopic) hinted = presser_topic_with_keywords (below, keywords);
  g_autoptr (PresserTopic) last = presser_topic_with_colour (hinted, 7);
  g_autoptr (PresserTopic) top = presser_topic_with_parent (last, NULL);

  g_assert_cmpstr (presser_topic_get_label (first), ==, "Tolls");
  g_assert_null (presser_topic_get_parent (first));
  g_assert_null (presser_topic_get_keywords (first)[0]);
  g_assert_cmpstr (presser_topic_get_id (last), ==, "t.tolls");
  g_assert_cmpstr (presser_topic_get_label (last), ==, "Road tolls");
  g_assert_cmpstr (presser_topic_get_definition (last), ==, "Money for roads");
  g_assert_cmpstr (presser_topic_get_parent (last), ==, "t.money");
  g_assert_cmpstr (presser_topic_get_keywords (last)[1], ==, "motorway");
  g_assert_cmpint (presser_topic_get_colour (last), ==, 7);
  g_assert_null (presser_topic_get_parent (top));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topic/copies-change-one-thing", test_copies_change_one_thing);
  return g_test_run ();
}
