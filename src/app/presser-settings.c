/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-settings.h"

#include "config.h"

/**
 * presser_settings_get:
 *
 * The settings of the application. A program that is run from its build folder may stand without
 * its schema, which GLib would answer by ending the program.
 *
 * Returns: (transfer none) (nullable): the settings
 */
GSettings *
presser_settings_get (void)
{
  static GSettings *settings = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (settings != NULL || source == NULL)
    return settings;

  schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  return settings;
}

/**
 * presser_settings_get_int:
 * @key: a key of the schema
 * @fallback: what holds without a schema
 *
 * Returns: the setting
 */
int
presser_settings_get_int (const char *key,
                          int         fallback)
{
  GSettings *settings = presser_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

/**
 * presser_settings_get_boolean:
 * @key: a key of the schema
 * @fallback: what holds without a schema
 *
 * Returns: the setting
 */
gboolean
presser_settings_get_boolean (const char *key,
                              gboolean    fallback)
{
  GSettings *settings = presser_settings_get ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

/**
 * presser_settings_dup_string:
 * @key: a key of the schema
 *
 * Returns: (transfer full): the setting; the empty string without a schema
 */
char *
presser_settings_dup_string (const char *key)
{
  GSettings *settings = presser_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * presser_settings_dup_annotator:
 *
 * Returns: (transfer full): the name that new statements carry: the one set, else that of the
 *   user account
 */
char *
presser_settings_dup_annotator (void)
{
  GSettings       *settings = presser_settings_get ();
  g_autofree char *name = NULL;

  if (settings != NULL)
    name = g_settings_get_string (settings, "annotator-name");
  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  if (g_strcmp0 (g_get_real_name (), "Unknown") != 0 && *g_get_real_name () != '\0')
    return g_strdup (g_get_real_name ());
  return g_strdup (g_get_user_name ());
}
