/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-plan.h"

#include <glib/gi18n-lib.h>

/* As much as is looked at. */
#define PREVIEW_STATEMENTS 12
#define PREVIEW_LINES      60

/* The words of the settings, which are those of the command line; by value. */
static const char *const status_words[] = { "finished", "verified", "tagged", "all" };
static const char *const grouping_words[] = { "usual", "order", "speaker", "topic" };

/**
 * presser_export_plan_new:
 * @document: what to export from
 * @name: its file name
 *
 * Returns: (transfer full): a plan for the finished statements as a table
 */
PresserExportPlan *
presser_export_plan_new (PresserDocument *document,
                         const char      *name)
{
  PresserExportPlan *self = g_new0 (PresserExportPlan, 1);

  self->document = g_object_ref (document);
  self->name = g_strdup (name);
  self->exporter = presser_exporters_get ()[0];
  self->query = g_strdup ("");
  self->quote_template = g_strdup ("");
  return self;
}

/**
 * presser_export_plan_free:
 * @self: (transfer full): a plan
 */
void
presser_export_plan_free (PresserExportPlan *self)
{
  g_object_unref (self->document);
  g_free (self->name);
  g_free (self->query);
  g_free (self->quote_template);
  g_clear_pointer (&self->only, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self);
}

static guint
find_word (const char *const *words,
           guint              n_words,
           GSettings         *settings,
           const char        *key)
{
  g_autofree char *word = g_settings_get_string (settings, key);

  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], word))
      return i;
  return 0;
}

/**
 * presser_export_plan_restore:
 * @self: a plan
 * @settings: (nullable): where choices are remembered
 *
 * Takes up the last choice; what is no longer known is left as it is.
 */
void
presser_export_plan_restore (PresserExportPlan *self,
                             GSettings         *settings)
{
  const PresserExporter *exporter;
  g_autofree char       *format = NULL;
  g_autofree char       *columns = NULL;

  if (settings == NULL)
    return;
  format = g_settings_get_string (settings, "export-format");
  exporter = presser_exporter_find (format);
  if (exporter != NULL)
    self->exporter = exporter;
  self->statuses = (PresserExportStatuses) find_word (status_words, G_N_ELEMENTS (status_words), settings, "export-statuses");
  self->grouping = (PresserGrouping) find_word (grouping_words, G_N_ELEMENTS (grouping_words), settings, "export-grouping");
  columns = g_settings_get_string (settings, "export-columns");
  g_clear_pointer (&self->columns, g_array_unref);
  if (*columns != '\0')
    self->columns = presser_columns_parse (columns, NULL);
  g_free (self->quote_template);
  self->quote_template = g_settings_get_string (settings, "export-template");
}

/**
 * presser_export_plan_store:
 * @self: a plan
 * @settings: (nullable): where choices are remembered
 *
 * Remembers the choice, but not what belongs to this document alone.
 */
void
presser_export_plan_store (PresserExportPlan *self,
                           GSettings         *settings)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  if (settings == NULL)
    return;
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    g_string_append_printf (columns, "%s%s", i > 0 ? "," : "",
                            presser_column_get_name (g_array_index (self->columns, PresserColumn, i)));
  g_settings_set_string (settings, "export-format", self->exporter->id);
  g_settings_set_string (settings, "export-statuses", status_words[self->statuses]);
  g_settings_set_string (settings, "export-grouping", grouping_words[self->grouping]);
  g_settings_set_string (settings, "export-columns", columns->str);
  g_settings_set_string (settings, "export-template", self->quote_template);
}

/**
 * presser_export_plan_has_column:
 * @self: a plan
 * @column: a column
 *
 * Returns: whether a table shows it
 */
gboolean
presser_export_plan_has_column (PresserExportPlan *self,
                                PresserColumn      column)
{
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    if (g_array_index (self->columns, PresserColumn, i) == column)
      return TRUE;
  return self->columns == NULL;
}

/**
 * presser_export_plan_set_column:
 * @self: a plan
 * @column: a column
 * @is_shown: whether a table shows it
 *
 * Columns keep their usual order. A table without any column shows all of them.
 */
void
presser_export_plan_set_column (PresserExportPlan *self,
                                PresserColumn      column,
                                gboolean           is_shown)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (PresserColumn));

  for (PresserColumn other = 0; other < PRESSER_N_COLUMNS; other++)
    if (other == column ? is_shown : presser_export_plan_has_column (self, other))
      g_array_append_val (columns, other);
  g_clear_pointer (&self->columns, g_array_unref);
  if (columns->len > 0 && columns->len < PRESSER_N_COLUMNS)
    self->columns = columns;
  else
    g_array_unref (columns);
}

static GPtrArray *
choose (PresserExportPlan *self,
        gboolean           with_embargoed,
        GPtrArray         *held_back,
        GError           **error)
{
  const PresserExportChoice choice = {
    .query = *self->query != '\0' ? self->query : NULL,
    .statuses = self->only != NULL ? PRESSER_EXPORT_ALL : self->statuses,
    .include_embargoed = with_embargoed,
  };
  GPtrArray *statements = presser_export_choose (self->document, &choice, held_back, error);

  for (guint i = statements != NULL && self->only != NULL ? statements->len : 0; i > 0; i--)
    if (!g_ptr_array_find (self->only, statements->pdata[i - 1], NULL))
      g_ptr_array_remove_index (statements, i - 1);
  return statements;
}

/**
 * presser_export_plan_choose:
 * @self: a plan
 * @held_back: (nullable) (element-type utf8): gets a sentence for each reason why some stay
 * @error: return location for an error in the filter
 *
 * Returns: (transfer full) (nullable): the statements that go out, in text order
 */
GPtrArray *
presser_export_plan_choose (PresserExportPlan *self,
                            GPtrArray         *held_back,
                            GError           **error)
{
  return choose (self, self->with_embargoed, held_back, error);
}

/**
 * presser_export_plan_count_embargoed:
 * @self: a plan
 *
 * Returns: how many statements go out only if the embargo is passed over
 */
guint
presser_export_plan_count_embargoed (PresserExportPlan *self)
{
  g_autoptr (GPtrArray) with = choose (self, TRUE, NULL, NULL);
  g_autoptr (GPtrArray) without = choose (self, FALSE, NULL, NULL);

  if (with == NULL || without == NULL)
    return 0;
  return with->len > without->len ? with->len - without->len : 0;
}

/* What the exporter is given. A wording that is broken is an error only where it is used. */
typedef struct
{
  PresserExportSource   source;
  PresserExportOptions  options;
  PresserQuoteTemplate *quote_template;
} Order;

static void
clear_order (Order *order)
{
  g_clear_pointer (&order->quote_template, presser_quote_template_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, clear_order)

static gboolean
make_order (PresserExportPlan *self,
            GPtrArray         *statements,
            Order             *order,
            GError           **error)
{
  order->source = (PresserExportSource){ self->document, self->name, statements };
  order->options.grouping = self->grouping;
  if (self->columns != NULL)
    {
      order->options.columns = (const PresserColumn *) (gpointer) self->columns->data;
      order->options.n_columns = self->columns->len;
    }
  if ((self->exporter->flags & PRESSER_EXPORTER_HAS_TEMPLATE) == 0 || *self->quote_template == '\0')
    return TRUE;
  order->quote_template = presser_quote_template_new (self->quote_template, error);
  order->options.quote_template = order->quote_template;
  return order->quote_template != NULL;
}

/**
 * presser_export_plan_dup_losses:
 * @self: a plan
 * @statements: (element-type PresserStatement): what goes out
 *
 * Returns: (transfer full) (element-type utf8): what the format cannot carry of them, as sentences
 */
GPtrArray *
presser_export_plan_dup_losses (PresserExportPlan *self,
                                GPtrArray         *statements)
{
  g_auto (Order) order = { 0 };

  if (!make_order (self, statements, &order, NULL))
    return g_ptr_array_new_with_free_func (g_free);
  return presser_exporter_dup_losses (self->exporter, &order.source, 1, &order.options);
}

/**
 * presser_export_plan_dup_preview:
 * @self: a plan
 * @statements: (element-type PresserStatement): what goes out
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the first lines of it
 */
char *
presser_export_plan_dup_preview (PresserExportPlan *self,
                                 GPtrArray         *statements,
                                 GError           **error)
{
  g_auto (Order) order = { 0 };

  if (!make_order (self, statements, &order, error))
    return NULL;
  return presser_exporter_dup_preview (self->exporter, &order.source, 1, &order.options, PREVIEW_STATEMENTS,
                                       PREVIEW_LINES, error);
}

/**
 * presser_export_plan_write:
 * @self: a plan
 * @statements: (element-type PresserStatement): what goes out
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type PresserExportFile): one file, or those of a folder
 */
GPtrArray *
presser_export_plan_write (PresserExportPlan *self,
                           GPtrArray         *statements,
                           GError           **error)
{
  g_auto (Order) order = { 0 };

  if (!make_order (self, statements, &order, error))
    return NULL;
  return presser_exporter_write_files (self->exporter, &order.source, 1, &order.options, NULL, error);
}
