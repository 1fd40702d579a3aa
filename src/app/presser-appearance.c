/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-appearance.h"

#include "presser-settings.h"

/* As large as style.css makes the letters of the transcript, at 100 %. */
#define USUAL_SIZE 1.15

static void
theme_changed_cb (GSettings *settings)
{
  g_autofree char *theme = g_settings_get_string (settings, "theme");
  AdwColorScheme   scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (theme, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (theme, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* A family comes from a list, but the setting may hold anything: only what cannot end the string goes in. */
static char *
dup_family (GSettings *settings)
{
  g_autofree char *family = g_settings_get_string (settings, "text-font");

  g_strdelimit (family, "\"\\\n;{}", ' ');
  return *g_strstrip (family) != '\0' ? g_strdup_printf ("font-family: \"%s\";", family) : g_strdup ("");
}

static void
text_changed_cb (GSettings      *settings,
                 const char     *key,
                 GtkCssProvider *provider)
{
  g_autofree char *family = dup_family (settings);
  char             size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (size, sizeof size, "%.3f", USUAL_SIZE * g_settings_get_int (settings, "text-size") / 100.0);
  css = g_strdup_printf ("textview.transcript { font-size: %sem; %s }", size, family);
  gtk_css_provider_load_from_data (provider, css, -1);
}

/**
 * presser_appearance_follow_settings:
 *
 * Makes the program look as the settings say, now and when they change.
 */
void
presser_appearance_follow_settings (void)
{
  GSettings *settings = presser_settings_get ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (settings == NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect (settings, "changed::theme", G_CALLBACK (theme_changed_cb), NULL);
  g_signal_connect_object (settings, "changed::text-font", G_CALLBACK (text_changed_cb), provider, 0);
  g_signal_connect_object (settings, "changed::text-size", G_CALLBACK (text_changed_cb), provider, 0);
  theme_changed_cb (settings);
  text_changed_cb (settings, NULL, provider);
}
