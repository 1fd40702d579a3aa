/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves and what is held back. The words themselves are guarded once more by
 * PresserExportView, through which every exporter reads. */

#include "presser-export.h"

#include <glib/gi18n-lib.h>

#include "presser-export-view.h"
#include "presser-filter.h"

/* How many statements stay behind, by reason; and how many of each status could leave. */
typedef struct
{
  guint n_off_record;
  guint n_embargoed;
  guint n_suggested;
  guint n_drafts;
  guint n_verified;
} Tally;

/**
 * presser_export_file_new:
 * @name: (transfer full): its name, without a folder
 * @bytes: (transfer full): what it holds
 *
 * Returns: (transfer full): one of the files of a format
 */
PresserExportFile *
presser_export_file_new (char   *name,
                         GBytes *bytes)
{
  PresserExportFile *self = g_new0 (PresserExportFile, 1);

  self->name = name;
  self->bytes = bytes;

  return self;
}

/**
 * presser_export_file_free:
 * @self: (transfer full): a file
 */
void
presser_export_file_free (PresserExportFile *self)
{
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* A term begins at the start or after a blank, outside quotation marks. */
static gboolean
asks_for_status (const char *query,
                 gboolean   *negated)
{
  gboolean in_quotes = FALSE;
  gboolean at_start = TRUE;

  for (const char *cursor = query; *cursor != '\0'; cursor++)
    {
      const char *term = *cursor == '-' ? cursor + 1 : cursor;

      if (at_start && !in_quotes && g_ascii_strncasecmp (term, "status:", 7) == 0)
        {
          *negated = term != cursor;
          return TRUE;
        }
      if (*cursor == '"')
        in_quotes = !in_quotes;
      at_start = g_ascii_isspace (*cursor);
    }
  return FALSE;
}

static gboolean
passes_ground_rule (PresserStatement *statement,
                    gboolean          include_embargoed,
                    gint64            now,
                    Tally            *tally)
{
  if (presser_export_statement_is_off_record (statement))
    tally->n_off_record++;
  else if (!include_embargoed && presser_export_statement_is_embargoed (statement, now))
    tally->n_embargoed++;
  else
    return TRUE;
  return FALSE;
}

static void
count_status (PresserStatement *statement,
              Tally            *tally)
{
  switch (presser_statement_get_status (statement))
    {
    case PRESSER_STATUS_SUGGESTED:
      tally->n_suggested++;
      break;
    case PRESSER_STATUS_DRAFT:
      tally->n_drafts++;
      break;
    case PRESSER_STATUS_VERIFIED:
      tally->n_verified++;
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_wanted (PresserStatus         status,
           PresserExportStatuses statuses,
           const Tally          *tally)
{
  switch (statuses)
    {
    case PRESSER_EXPORT_VERIFIED:
      return status == PRESSER_STATUS_VERIFIED;
    case PRESSER_EXPORT_TAGGED:
      return status != PRESSER_STATUS_SUGGESTED;
    case PRESSER_EXPORT_ALL:
      return TRUE;
    case PRESSER_EXPORT_FINISHED:
    default:
      /* What is finished goes out; while nothing is, what is in work does. */
      return status == (tally->n_verified > 0 ? PRESSER_STATUS_VERIFIED : PRESSER_STATUS_DRAFT);
    }
}

static GPtrArray *
choose_by_status (GPtrArray            *candidates,
                  PresserExportStatuses statuses,
                  const Tally          *tally)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < candidates->len; i++)
    if (is_wanted (presser_statement_get_status (candidates->pdata[i]), statuses, tally))
      g_ptr_array_add (chosen, g_object_ref (candidates->pdata[i]));
  return chosen;
}

static void
report_ground_rules (const Tally *tally,
                     GPtrArray   *held_back)
{
  if (tally->n_off_record > 0)
    g_ptr_array_add (held_back, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                              "%u statement is off the record and stays here",
                                                              "%u statements are off the record and stay here",
                                                              tally->n_off_record),
                                                 tally->n_off_record));
  if (tally->n_embargoed > 0)
    g_ptr_array_add (held_back, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                              "%u statement is under an embargo and stays here",
                                                              "%u statements are under an embargo and stay here",
                                                              tally->n_embargoed),
                                                 tally->n_embargoed));
}

static void
report_status (const Tally          *tally,
               PresserExportStatuses statuses,
               GPtrArray            *held_back)
{
  if (statuses == PRESSER_EXPORT_VERIFIED && tally->n_drafts > 0)
    g_ptr_array_add (held_back, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                              "%u draft stays here",
                                                              "%u drafts stay here",
                                                              tally->n_drafts),
                                                 tally->n_drafts));
  if (statuses == PRESSER_EXPORT_FINISHED && tally->n_verified > 0 && tally->n_drafts > 0)
    g_ptr_array_add (held_back, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                              "%u draft stays here, since there are verified statements; ask for it by status:draft",
                                                              "%u drafts stay here, since there are verified statements; ask for them by status:draft",
                                                              tally->n_drafts),
                                                 tally->n_drafts));
  if (statuses != PRESSER_EXPORT_ALL && tally->n_suggested > 0)
    g_ptr_array_add (held_back, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                              "%u suggestion stays here; ask for it by status:suggested",
                                                              "%u suggestions stay here; ask for them by status:suggested",
                                                              tally->n_suggested),
                                                 tally->n_suggested));
}

/* Those that match and may leave, and how many there are of each kind. */
static GPtrArray *
find_candidates (PresserDocument           *document,
                 PresserFilter             *filter,
                 const PresserExportChoice *choice,
                 Tally                     *tally)
{
  g_autoptr (GPtrArray) matches = presser_filter_dup_matches (filter, document);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_object_unref);
  gint64     now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < matches->len; i++)
    {
      if (!passes_ground_rule (matches->pdata[i], choice->include_embargoed, now, tally))
        continue;
      count_status (matches->pdata[i], tally);
      g_ptr_array_add (candidates, g_object_ref (matches->pdata[i]));
    }
  return candidates;
}

/**
 * presser_export_choose:
 * @document: a document
 * @choice: which of its statements are to leave
 * @held_back: (nullable) (element-type utf8): gets a translated sentence for each reason why some stay behind
 * @error: return location for an error
 *
 * Chooses what leaves. A query with a `status:` term is taken at its word, but for suggestions, which must be asked
 * for by name.
 *
 * Returns: (transfer full) (element-type PresserStatement): the statements in text order, or %NULL with the error of
 *   presser_filter_new()
 */
GPtrArray *
presser_export_choose (PresserDocument           *document,
                       const PresserExportChoice *choice,
                       GPtrArray                 *held_back,
                       GError                   **error)
{
  g_autoptr (PresserFilter) filter = presser_filter_new (choice->query != NULL ? choice->query : "", error);
  g_autoptr (GPtrArray) candidates = NULL;
  gboolean negated = FALSE;
  gboolean by_query = FALSE;
  Tally    tally = { 0 };

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), NULL);

  if (filter == NULL)
    return NULL;
  candidates = find_candidates (document, filter, choice, &tally);
  if (held_back != NULL)
    report_ground_rules (&tally, held_back);
  by_query = choice->query != NULL && asks_for_status (choice->query, &negated);
  if (by_query)
    return choose_by_status (candidates, negated ? PRESSER_EXPORT_TAGGED : PRESSER_EXPORT_ALL, &tally);
  if (held_back != NULL)
    report_status (&tally, choice->statuses, held_back);
  return choose_by_status (candidates, choice->statuses, &tally);
}

/**
 * presser_export_select:
 * @document: a document
 * @query: (nullable): which statements, in the filter language; %NULL for all
 * @include_embargoed: whether an embargo that still holds is to be broken
 * @held_back: (nullable) (element-type utf8): gets a translated sentence for each reason why some stay behind
 * @error: return location for an error
 *
 * What presser_export_choose() gives where nobody says otherwise: verified statements leave, or, where none of them is
 * verified, drafts.
 *
 * Returns: (transfer full) (element-type PresserStatement): the statements in text order, or %NULL with the error of
 *   presser_filter_new()
 */
GPtrArray *
presser_export_select (PresserDocument *document,
                       const char      *query,
                       gboolean         include_embargoed,
                       GPtrArray       *held_back,
                       GError         **error)
{
  const PresserExportChoice choice = { query, PRESSER_EXPORT_FINISHED, include_embargoed };

  return presser_export_choose (document, &choice, held_back, error);
}
