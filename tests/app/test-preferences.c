/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is set in the preferences holds at once, and where it matters. */

#include <adwaita.h>

#include <glib/gstdio.h>

#include "presser-appearance.h"
#include "presser-language.h"
#include "presser-open-file.h"
#include "presser-preferences.h"
#include "presser-settings.h"

static gpointer
get_child (PresserPreferences *preferences,
           const char         *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (preferences), PRESSER_TYPE_PREFERENCES, name);

  g_assert_nonnull (child);
  return child;
}

static void
test_the_name_is_whose_statements_are (void)
{
  PresserPreferences *preferences = presser_preferences_new (NULL);
  g_autofree char    *name = NULL;

  gtk_editable_set_text (GTK_EDITABLE (get_child (preferences, "name_row")), "Ann Reporter");
  name = presser_settings_dup_annotator ();
  g_assert_cmpstr (name, ==, "Ann Reporter");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_the_theme_is_taken_at_once_and_shown_again (void)
{
  PresserPreferences *preferences = presser_preferences_new (NULL);
  AdwStyleManager    *manager = adw_style_manager_get_default ();

  adw_combo_row_set_selected (get_child (preferences, "theme_row"), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_window_destroy (GTK_WINDOW (preferences));

  preferences = presser_preferences_new (NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (preferences, "theme_row")), ==, 2);
  adw_combo_row_set_selected (get_child (preferences, "theme_row"), 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_font_and_measures_are_kept (void)
{
  PresserPreferences *preferences = presser_preferences_new (NULL);
  GtkDropDown        *fonts = get_child (preferences, "font_drop_down");
  g_autofree char    *font = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (fonts)), >, 1);
  gtk_drop_down_set_selected (fonts, 1);
  font = presser_settings_dup_string ("text-font");
  g_assert_cmpstr (font, ==, gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (fonts)), 1));
  gtk_spin_button_set_value (get_child (preferences, "size_button"), 150);
  gtk_spin_button_set_value (get_child (preferences, "width_button"), 60);
  g_assert_cmpint (presser_settings_get_int ("text-size", 0), ==, 150);
  g_assert_cmpint (presser_settings_get_int ("text-width", 0), ==, 60);
  gtk_drop_down_set_selected (fonts, 0);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static char *
load_and_get_language (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PresserOpenFile) file = NULL;
  g_autoptr (GError) error = NULL;

  presser_open_file_load_bytes_async (bytes, "text", FALSE, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  file = presser_open_file_load_finish (result, &error);
  g_assert_no_error (error);
  return g_strdup (presser_metadata_get (presser_document_get_metadata (presser_open_file_get_document (file)),
                                         PRESSER_METADATA_LANGUAGE));
}

static void
test_the_default_language_fills_a_gap_only (void)
{
  PresserPreferences *preferences = presser_preferences_new (NULL);
  GtkDropDown        *languages = get_child (preferences, "language_drop_down");
  g_auto (GStrv) tags = presser_language_dup_tags ();
  g_autofree char *before = load_and_get_language ("12 13 14\n\n15 16\n");
  g_autofree char *after = NULL;
  g_autofree char *told = NULL;
  guint            i;

  for (i = 0; !g_str_equal (tags[i], "uk"); i++)
    ;
  gtk_drop_down_set_selected (languages, i + 1);
  after = load_and_get_language ("12 13 14\n\n15 16\n");
  told = load_and_get_language ("The minister said that the ferry would not sail, and that he had been told of it by the board.\n");
  g_assert_cmpstr (before, ==, NULL);
  g_assert_cmpstr (after, ==, "uk");
  g_assert_cmpstr (told, ==, "en");
  gtk_drop_down_set_selected (languages, 0);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_languages_have_names (void)
{
  g_autofree char *german = presser_language_dup_name ("de");
  g_autofree char *unknown = presser_language_dup_name ("qqx");

  g_assert_cmpstr (german, !=, "de");
  g_assert_cmpstr (unknown, ==, "qqx");
}

static void
test_imports_are_saved_in_the_folder_set_for_them (void)
{
  g_autofree char *folder = g_dir_make_tmp ("presser-preferences-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "tei", NULL);
  g_autofree char *path = g_build_filename (folder, "briefing.txt", NULL);
  g_autofree char *uri = g_filename_to_uri (inner, NULL, NULL);
  g_autofree char *expected = g_build_filename (inner, "briefing.xml", NULL);
  g_autofree char *beside = g_build_filename (folder, "briefing.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PresserOpenFile) open_file = NULL;
  g_autoptr (GFile) missing = NULL;
  g_autoptr (GFile) chosen = NULL;

  g_assert_true (g_file_set_contents (path, "Holm said no.", -1, NULL));
  presser_open_file_load_async (file, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  open_file = presser_open_file_load_finish (result, NULL);
  g_settings_set_string (presser_settings_get (), "save-folder", uri);
  missing = presser_open_file_dup_suggestion (open_file);
  g_assert_cmpstr (g_file_peek_path (missing), ==, beside);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  chosen = presser_open_file_dup_suggestion (open_file);
  g_assert_cmpstr (g_file_peek_path (chosen), ==, expected);
  g_settings_reset (presser_settings_get (), "save-folder");
  g_rmdir (inner);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  presser_appearance_follow_settings ();

  g_test_add_func ("/preferences/the-name-is-whose-statements-are", test_the_name_is_whose_statements_are);
  g_test_add_func ("/preferences/the-theme-is-taken-at-once-and-shown-again", test_the_theme_is_taken_at_once_and_shown_again);
  g_test_add_func ("/preferences/font-and-measures-are-kept", test_font_and_measures_are_kept);
  g_test_add_func ("/preferences/the-default-language-fills-a-gap-only", test_the_default_language_fills_a_gap_only);
  g_test_add_func ("/preferences/languages-have-names", test_languages_have_names);
  g_test_add_func ("/preferences/imports-are-saved-in-the-folder-set-for-them", test_imports_are_saved_in_the_folder_set_for_them);
  return g_test_run ();
}
