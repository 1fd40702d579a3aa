/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-preferences.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-compat.h"
#include "presser-language.h"
#include "presser-settings.h"

struct _PresserPreferences
{
  AdwWindow parent_instance;

  /* Template children. */
  GtkEditable   *name_row;
  AdwComboRow   *theme_row;
  GtkDropDown   *font_drop_down;
  GtkSpinButton *size_button;
  GtkSpinButton *width_button;
  GtkDropDown   *language_drop_down;
  AdwActionRow  *folder_row;
  GtkWidget     *beside_button;
  GtkSwitch     *session_switch;

  char **languages; /* tags, in the order of the drop-down behind its first row */
};

G_DEFINE_FINAL_TYPE (PresserPreferences, presser_preferences, ADW_TYPE_WINDOW)

static const char *const themes[] = { "system", "light", "dark" };

static gboolean
theme_to_position (GValue   *value,
                   GVariant *variant,
                   gpointer  user_data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), themes[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_theme (const GValue       *value,
                   const GVariantType *type,
                   gpointer            user_data)
{
  guint position = g_value_get_uint (value);

  return g_variant_new_string (themes[MIN (position, G_N_ELEMENTS (themes) - 1)]);
}

/* The first row of a drop-down stands for the empty string; the others for what stands in them. */
static gboolean
text_to_position (GValue   *value,
                  GVariant *variant,
                  gpointer  user_data)
{
  GtkStringList *list = GTK_STRING_LIST (user_data);
  const char    *text = g_variant_get_string (variant, NULL);
  guint          i;

  g_value_set_uint (value, 0);
  for (i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    if (g_str_equal (gtk_string_list_get_string (list, i), text))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_text (const GValue       *value,
                  const GVariantType *type,
                  gpointer            user_data)
{
  guint       position = g_value_get_uint (value);
  const char *text = position > 0 ? gtk_string_list_get_string (GTK_STRING_LIST (user_data), position) : NULL;

  return g_variant_new_string (text != NULL ? text : "");
}

static gboolean
tag_to_position (GValue   *value,
                 GVariant *variant,
                 gpointer  user_data)
{
  PresserPreferences *self = PRESSER_PREFERENCES (user_data);
  guint               i;

  g_value_set_uint (value, 0);
  for (i = 0; self->languages[i] != NULL; i++)
    if (g_str_equal (self->languages[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i + 1);
  return TRUE;
}

static GVariant *
position_to_tag (const GValue       *value,
                 const GVariantType *type,
                 gpointer            user_data)
{
  PresserPreferences *self = PRESSER_PREFERENCES (user_data);
  guint               position = g_value_get_uint (value);

  return g_variant_new_string (position > 0 && position <= g_strv_length (self->languages) ? self->languages[position - 1] : "");
}

static int
compare_families (gconstpointer one,
                  gconstpointer other)
{
  return g_utf8_collate (pango_font_family_get_name (*(PangoFontFamily *const *) one),
                         pango_font_family_get_name (*(PangoFontFamily *const *) other));
}

static GtkStringList *
list_fonts (GtkWidget *widget)
{
  GtkStringList    *list = gtk_string_list_new (NULL);
  PangoFontFamily **families;
  int               n_families;
  int               i;

  gtk_string_list_append (list, _ ("As the System"));
  pango_context_list_families (gtk_widget_get_pango_context (widget), &families, &n_families);
  qsort (families, (gsize) n_families, sizeof *families, compare_families);
  for (i = 0; i < n_families; i++)
    gtk_string_list_append (list, pango_font_family_get_name (families[i]));
  g_free (families);
  return list;
}

static GtkStringList *
list_languages (PresserPreferences *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint          i;

  gtk_string_list_append (list, _ ("None"));
  for (i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = presser_language_dup_name (self->languages[i]);

      gtk_string_list_append (list, name);
    }
  return list;
}

static void
show_folder (PresserPreferences *self)
{
  g_autofree char *uri = presser_settings_dup_string ("save-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : NULL;

  adw_action_row_set_subtitle (self->folder_row, path != NULL ? path : _ ("The folder of the original"));
  gtk_widget_set_visible (self->beside_button, path != NULL);
}

static void
beside_clicked_cb (PresserPreferences *self)
{
  g_settings_reset (presser_settings_get (), "save-folder");
  show_folder (self);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  PresserPreferences *self = PRESSER_PREFERENCES (source);
  g_autoptr (GFile) folder = presser_choose_file_finish (result, NULL);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri == NULL || self->languages == NULL)
    return;
  g_settings_set_string (presser_settings_get (), "save-folder", uri);
  show_folder (self);
}

static void
choose_clicked_cb (PresserPreferences *self)
{
  g_autofree char *uri = presser_settings_dup_string ("save-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  PresserFileChoice choice = { .is_folder = TRUE, .title = _ ("Folder for Imported Transcripts"), .folder = folder };

  presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, folder_chosen_cb, NULL);
}

static void
bind_settings (PresserPreferences *self,
               GSettings          *settings)
{
  g_autoptr (GtkStringList) fonts = list_fonts (GTK_WIDGET (self));
  g_autoptr (GtkStringList) languages = list_languages (self);

  gtk_drop_down_set_model (self->font_drop_down, G_LIST_MODEL (fonts));
  gtk_drop_down_set_model (self->language_drop_down, G_LIST_MODEL (languages));
  g_settings_bind (settings, "annotator-name", self->name_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-size", gtk_spin_button_get_adjustment (self->size_button), "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-width", gtk_spin_button_get_adjustment (self->width_button), "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "restore-session", self->session_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "theme", self->theme_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                theme_to_position, position_to_theme, NULL, NULL);
  g_settings_bind_with_mapping (settings, "text-font", self->font_drop_down, "selected", G_SETTINGS_BIND_DEFAULT,
                                text_to_position, position_to_text, g_object_ref (fonts), g_object_unref);
  g_settings_bind_with_mapping (settings, "default-language", self->language_drop_down, "selected", G_SETTINGS_BIND_DEFAULT,
                                tag_to_position, position_to_tag, self, NULL);
  show_folder (self);
}

static void
presser_preferences_dispose (GObject *object)
{
  PresserPreferences *self = PRESSER_PREFERENCES (object);

  /* They go one by one, and would tell the settings of it. */
  if (self->theme_row != NULL)
    {
      g_settings_unbind (self->theme_row, "selected");
      g_settings_unbind (self->font_drop_down, "selected");
      g_settings_unbind (self->language_drop_down, "selected");
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), PRESSER_TYPE_PREFERENCES);
  g_clear_pointer (&self->languages, g_strfreev);
  G_OBJECT_CLASS (presser_preferences_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PresserPreferences, child)

static void
presser_preferences_class_init (PresserPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-preferences.ui");
  BIND (name_row);
  BIND (theme_row);
  BIND (font_drop_down);
  BIND (size_button);
  BIND (width_button);
  BIND (language_drop_down);
  BIND (folder_row);
  BIND (beside_button);
  BIND (session_switch);
  gtk_widget_class_bind_template_callback (widget_class, beside_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
presser_preferences_init (PresserPreferences *self)
{
  self->languages = presser_language_dup_tags ();
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
  if (presser_settings_get () != NULL)
    bind_settings (self, presser_settings_get ());
}

/**
 * presser_preferences_new:
 * @parent: (nullable): the window in front of which it stands
 *
 * Returns: (transfer none): a window that is not shown yet
 */
PresserPreferences *
presser_preferences_new (GtkWindow *parent)
{
  return g_object_new (PRESSER_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
