/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-column.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const struct
{
  const char       *name;
  const char       *label;
  PresserColumnType type;
} columns[PRESSER_N_COLUMNS] = {
  [PRESSER_COLUMN_ID] = { "id", N_ ("Id") },
  [PRESSER_COLUMN_DOCUMENT] = { "document", N_ ("Document") },
  [PRESSER_COLUMN_TITLE] = { "title", N_ ("Title") },
  [PRESSER_COLUMN_DATE] = { "date", N_ ("Date") },
  [PRESSER_COLUMN_PLACE] = { "place", N_ ("Place") },
  [PRESSER_COLUMN_SOURCE] = { "source", N_ ("Source") },
  [PRESSER_COLUMN_SPEAKER] = { "speaker", N_ ("Speaker") },
  [PRESSER_COLUMN_ROLE] = { "role", N_ ("Role") },
  [PRESSER_COLUMN_AFFILIATION] = { "affiliation", N_ ("Affiliation") },
  [PRESSER_COLUMN_TOPICS] = { "topics", N_ ("Topics") },
  [PRESSER_COLUMN_KIND] = { "kind", N_ ("Kind") },
  [PRESSER_COLUMN_GROUND_RULE] = { "ground_rule", N_ ("Ground Rule") },
  [PRESSER_COLUMN_STATUS] = { "status", N_ ("Status") },
  [PRESSER_COLUMN_CERTAINTY] = { "certainty", N_ ("Certainty") },
  [PRESSER_COLUMN_QUOTE] = { "quote", N_ ("Quote") },
  [PRESSER_COLUMN_BEFORE] = { "before", N_ ("Sentence Before") },
  [PRESSER_COLUMN_AFTER] = { "after", N_ ("Sentence After") },
  [PRESSER_COLUMN_QUESTION] = { "question", N_ ("Question") },
  [PRESSER_COLUMN_NOTE] = { "note", N_ ("Note") },
  [PRESSER_COLUMN_PARAGRAPH] = { "paragraph", N_ ("Paragraph"), PRESSER_COLUMN_IS_NUMBER },
  [PRESSER_COLUMN_START] = { "start", N_ ("First Character"), PRESSER_COLUMN_IS_NUMBER },
  [PRESSER_COLUMN_END] = { "end", N_ ("Last Character"), PRESSER_COLUMN_IS_NUMBER },
  [PRESSER_COLUMN_START_TIME] = { "start_time", N_ ("Start Time") },
  [PRESSER_COLUMN_END_TIME] = { "end_time", N_ ("End Time") },
  [PRESSER_COLUMN_ANNOTATOR] = { "annotator", N_ ("Tagged By") },
  [PRESSER_COLUMN_MADE] = { "made", N_ ("Made"), PRESSER_COLUMN_IS_MOMENT },
  [PRESSER_COLUMN_CHANGED] = { "changed", N_ ("Changed"), PRESSER_COLUMN_IS_MOMENT },
};

/**
 * presser_column_get_name:
 * @column: a column
 *
 * Returns: (transfer none): its name, never translated
 */
const char *
presser_column_get_name (PresserColumn column)
{
  return columns[column].name;
}

/**
 * presser_column_get_label:
 * @column: a column
 *
 * Returns: (transfer none): what people are told that it is
 */
const char *
presser_column_get_label (PresserColumn column)
{
  return g_dgettext (GETTEXT_PACKAGE, columns[column].label);
}

/**
 * presser_column_get_type_of:
 * @column: a column
 *
 * Returns: what its cells hold
 */
PresserColumnType
presser_column_get_type_of (PresserColumn column)
{
  return columns[column].type;
}

/**
 * presser_column_find:
 * @name: a name in whatever case
 * @column: (out): the column
 *
 * Returns: %TRUE if there is one of that name
 */
gboolean
presser_column_find (const char    *name,
                     PresserColumn *column)
{
  for (PresserColumn i = 0; i < PRESSER_N_COLUMNS; i++)
    if (g_ascii_strcasecmp (columns[i].name, name) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static char *
dup_all_names (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (PresserColumn i = 0; i < PRESSER_N_COLUMNS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", columns[i].name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
add_column (GArray     *chosen,
            const char *name,
            GError    **error)
{
  PresserColumn column = 0;

  if (!presser_column_find (name, &column))
    {
      g_autofree char *all = dup_all_names ();

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("There is no column “%s”; there are: %s."), name, all);
      return FALSE;
    }
  for (guint i = 0; i < chosen->len; i++)
    if (g_array_index (chosen, PresserColumn, i) == column)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The column “%s” is named twice."), name);
        return FALSE;
      }
  g_array_append_val (chosen, column);
  return TRUE;
}

/**
 * presser_columns_parse:
 * @names: names of columns with commas between them
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PresserColumn): the columns in that order, at least one, or %NULL with a
 *   sentence that lists all names
 */
GArray *
presser_columns_parse (const char *names,
                       GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (PresserColumn));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = g_strstrip (parts[i]);

      if (*name != '\0' && !add_column (chosen, name, error))
        return NULL;
    }
  if (chosen->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("Name at least one column."));
      return NULL;
    }
  return g_steal_pointer (&chosen);
}
