/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-names.h"

#include "presser-characters.h"
#include "presser-label-words.h"

#include <string.h>

typedef struct
{
  const char *label;
  const char *name;
  const char *role;
} Row;

static const Row rows[] = {
  { "MS. LUND", "MS. LUND", NULL },
  { "Dr. Anna Lund (XYZ)", "Dr. Anna Lund", "XYZ" },
  { "Ilse Berg, Bundesministerin für Ernährung", "Ilse Berg", "Bundesministerin für Ernährung" },
  { "Amro Hadi (retranslated)", "Amro Hadi", NULL },
  { "PRESIDENTA DE MÉXICO, MARÍA LUNA", "PRESIDENTA DE MÉXICO, MARÍA LUNA", NULL },
};

static void
test_takes_office_and_party_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PresserName name;

      presser_name_split (rows[i].label, &name);
      g_assert_cmpstr (name.name, ==, rows[i].name);
      g_assert_cmpstr (name.role, ==, rows[i].role);
      presser_name_clear (&name);
    }
}

static void
test_writes_capitals_as_a_reader_would (void)
{
  static const char *const names[][2] = {
    { "MS. O’CONNELL", "Ms. O’Connell" },
    { "DR. HOLM-BERG", "Dr. Holm-Berg" },
    { "THE PRESIDENT", "The President" },
    { "PRESIDENTA DE MÉXICO", "Presidenta de México" },
    { "MSM", "MSM" },
    { "CV-39", "CV-39" },
    { "Anna Lund AM", "Anna Lund AM" },
    { "JOHN HOLM III", "John Holm III" },
    { "איתן כבל", "איתן כבל" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *readable = presser_name_make_readable (names[i][0]);

      g_assert_cmpstr (readable, ==, names[i][1]);
    }
}

static void
test_gives_the_office_in_front_of_a_name (void)
{
  g_autofree char *office = presser_name_dup_office ("President of\302\240Russia Ivan Holm", "president of russia ivan holm", "ivan holm");
  g_autofree char *none = presser_name_dup_office ("Ivan Holm", "ivan holm", "ivan holm");

  g_assert_cmpstr (office, ==, "President of\302\240Russia");
  g_assert_cmpstr (none, ==, NULL);
}

static void
test_keys_ignore_marks_case_and_blanks (void)
{
  static const char *const forms[] = { "MS. O’CONNELL", "Ms O'Connell", "MS\302\240O\302\255CONNELL", " ms.\342\200\213 o’connell:" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *key = presser_text_make_key (forms[i], strlen (forms[i]));

      g_assert_cmpstr (key, ==, "ms oconnell");
    }
}

static void
test_one_letter_or_two_characters_are_one (void)
{
  g_autofree char *one = presser_text_make_key ("JESÚS", strlen ("JESÚS"));
  g_autofree char *two = presser_text_make_key ("JESU\314\201S", strlen ("JESU\314\201S"));

  g_assert_cmpstr (one, ==, two);
}

static void
test_knows_the_shape_of_labels (void)
{
  g_assert_true (presser_label_get_shape ("SPEAKER_00", 10).is_machine);
  g_assert_true (presser_label_get_shape ("spk_1", 5).is_machine);
  g_assert_true (presser_label_get_shape ("Speaker 4", 9).is_machine);
  g_assert_false (presser_label_get_shape ("Speaker of the House", 20).is_machine);
  g_assert_true (presser_label_get_shape ("THE VICE PRESIDENT", 18).is_role);
  g_assert_true (presser_label_get_shape ("QUESTION", 8).is_question);
  g_assert_true (presser_label_get_shape ("AUDIENCE MEMBER", 15).is_unnamed);
  g_assert_true (presser_label_get_shape ("Contact", 7).is_field);
  g_assert_false (presser_label_get_shape ("My question is", 14).is_name);
  g_assert_true (presser_label_get_shape ("Ben", 3).is_name);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/names/takes-office-and-party-off", test_takes_office_and_party_off);
  g_test_add_func ("/names/writes-capitals-as-a-reader-would", test_writes_capitals_as_a_reader_would);
  g_test_add_func ("/names/gives-the-office-in-front-of-a-name", test_gives_the_office_in_front_of_a_name);
  g_test_add_func ("/names/keys-ignore-marks-case-and-blanks", test_keys_ignore_marks_case_and_blanks);
  g_test_add_func ("/names/one-letter-or-two-characters-are-one", test_one_letter_or_two_characters_are_one);
  g_test_add_func ("/names/knows-the-shape-of-labels", test_knows_the_shape_of_labels);

  return g_test_run ();
}
