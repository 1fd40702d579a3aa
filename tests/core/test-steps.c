/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static void
type (PresserDocument *document,
      guint            position,
      const char      *character)
{
  presser_document_replace_text (document, (PresserRange){ position, position }, character);
}

static void
assert_text (PresserDocument *document,
             const char      *expected)
{
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (document));

  g_assert_cmpstr (utf8, ==, expected);
}

static void
add_speaker (PresserDocument *document,
             const char      *id)
{
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new (id, id);

  presser_document_insert_speaker (document, G_MAXUINT, speaker);
}

static void
test_a_word_typed_is_one_step (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Say .");
  PresserHistory *history = presser_document_get_history (document);

  type (document, 4, "n");
  type (document, 5, "o");
  type (document, 6, " ");
  type (document, 7, "m");
  type (document, 8, "o");
  assert_text (document, "Say no mo.");
  presser_history_undo (history);
  assert_text (document, "Say no.");
  presser_history_undo (history);
  assert_text (document, "Say .");
  g_assert_false (presser_history_can_undo (history));
  presser_history_redo (history);
  presser_history_redo (history);
  assert_text (document, "Say no mo.");
}

static void
test_typing_elsewhere_or_after_something_else_is_another_step (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Say .");
  PresserHistory *history = presser_document_get_history (document);

  type (document, 4, "n");
  type (document, 0, "x");
  presser_history_undo (history);
  assert_text (document, "Say n.");
  type (document, 5, "o");
  add_speaker (document, "p.a");
  type (document, 6, "t");
  presser_history_undo (history);
  assert_text (document, "Say no.");
}

static void
test_backspaces_are_one_step (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Say nothing");
  PresserHistory *history = presser_document_get_history (document);
  guint           i;

  for (i = 11; i > 6; i--)
    presser_document_replace_text (document, (PresserRange){ i - 1, i }, "");
  assert_text (document, "Say no");
  presser_history_undo (history);
  assert_text (document, "Say nothing");
  g_assert_false (presser_history_can_undo (history));
}

static void
test_a_save_within_a_word_can_be_returned_to (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("");
  PresserHistory *history = presser_document_get_history (document);
  guint64         state;

  type (document, 0, "a");
  type (document, 1, "b");
  state = presser_history_get_state (history);
  presser_history_set_saved (history, state);
  type (document, 2, "c");
  type (document, 3, "d");
  g_assert_cmpuint (presser_history_get_state (history), !=, state);
  g_assert_true (presser_history_is_modified (history));
  presser_history_undo (history);
  assert_text (document, "ab");
  g_assert_false (presser_history_is_modified (history));
}

static void
test_every_state_while_typing_has_its_own_number (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("");
  PresserHistory *history = presser_document_get_history (document);
  guint64         states[4];
  guint           i, j;

  for (i = 0; i < G_N_ELEMENTS (states); i++)
    {
      type (document, i, "a");
      states[i] = presser_history_get_state (history);
      for (j = 0; j < i; j++)
        g_assert_cmpuint (states[j], !=, states[i]);
    }
  presser_history_undo (history);
  g_assert_cmpuint (presser_history_get_state (history), ==, 0);
  presser_history_redo (history);
  g_assert_cmpuint (presser_history_get_state (history), ==, states[3]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steps/a-word-typed-is-one-step", test_a_word_typed_is_one_step);
  g_test_add_func ("/steps/typing-elsewhere-or-after-something-else-is-another-step", test_typing_elsewhere_or_after_something_else_is_another_step);
  g_test_add_func ("/steps/backspaces-are-one-step", test_backspaces_are_one_step);
  g_test_add_func ("/steps/a-save-within-a-word-can-be-returned-to", test_a_save_within_a_word_can_be_returned_to);
  g_test_add_func ("/steps/every-state-while-typing-has-its-own-number", test_every_state_while_typing_has_its_own_number);
  return g_test_run ();
}
