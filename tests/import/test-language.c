/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-language.h"

#include <string.h>

static const char *const rows[][2] = {
  { "en", "The minister said that it was not the state and that they have to pay for it." },
  { "de", "Der Minister sagte, dass es nicht der Staat ist und wir auch für die Brücke zahlen werden." },
  { "fr", "Le ministre a dit que ce n'est pas dans les plans et que nous sommes avec vous pour une fois." },
  { "es", "El ministro dijo que no es para los que se van y que la carretera está con una obra." },
  { "it", "Il ministro ha detto che la strada non è della città e che gli altri sono con noi anche per questo." },
  { "pt", "O ministro disse que não é para os que vão e que a estrada está com uma obra, mas você não foi." },
  { "ru", "Министр сказал, что это не для нас и что мы по дороге из города за то, как вы." },
  { "uk", "Міністр сказав, що це не для нас і що ми з міста за те, як ви та й ми." },
  { "pl", "Minister powiedział, że to nie jest dla nas i że do miasta się nie da od razu oraz po drodze." },
  { "nl", "De minister zei dat het niet van de staat is en dat wij ook op een brug zijn voor het geld." },
  { "he", "השר אמר היום שההסכם ייחתם עד סוף השנה." },
  { "ar", "قال الوزير اليوم إن الاتفاق سيوقع قبل نهاية العام." },
  { "ja", "大臣は今日、年内に協定に署名すると述べました。" },
  { "zh", "部长今天说，协议将在年底以前签署。" },
};

static void
test_tells_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (presser_language_guess (rows[i][1], strlen (rows[i][1])), ==, rows[i][0]);
}

static void
test_says_nothing_of_little (void)
{
  g_assert_null (presser_language_guess ("", 0));
  g_assert_null (presser_language_guess ("12345 - 67", 10));
  g_assert_null (presser_language_guess ("xyzzy plugh", 11));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/tells-languages", test_tells_languages);
  g_test_add_func ("/language/says-nothing-of-little", test_says_nothing_of_little);

  return g_test_run ();
}
