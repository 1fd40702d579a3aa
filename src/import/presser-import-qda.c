/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* REFI-QDA projects (https://www.qdasoftware.org): the texts, and what was coded in them as statements. Several texts
 * become one document, each under its name. */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-archive.h"
#include "presser-error.h"
#include "presser-qda-coding.h"
#include "presser-qda-places.h"
#include "presser-script.h"
#include "presser-tei-builder.h"
#include "presser-tei-file.h"

/* A text of the project, and where it begins in the text of all. */
typedef struct
{
  PresserQdaSource *source; /* borrowed */
  char             *text;
  guint             start; /* code points */
} Text;

typedef struct
{
  PresserQdaProject *project;
  GPtrArray         *texts; /* of Text */
  GString           *all;
  guint              n_doubtful;
  guint              n_nowhere;
} Reader;

static void
free_text (gpointer data)
{
  Text *text = data;

  g_free (text->text);
  g_free (text);
}

static void
clear_reader (Reader *reader)
{
  g_clear_pointer (&reader->project, presser_qda_project_free);
  g_ptr_array_unref (reader->texts);
  g_string_free (reader->all, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

static PresserQdaProject *
read_project (GBytes     *bytes,
              const char *name,
              GError    **error)
{
  static const char *const members[] = { "project.qde", NULL };
  g_autoptr (GPtrArray) parts = presser_archive_read (bytes, name, members, error);

  if (parts == NULL)
    return NULL;
  if (parts->pdata[0] == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: there is no project.qde in it."), name);
      return NULL;
    }
  return presser_qda_project_new (parts->pdata[0], name, error);
}

/* GPtrArray of GBytes or NULL, for each source. */
static GPtrArray *
read_members (Reader     *reader,
              GBytes     *bytes,
              const char *name,
              GError    **error)
{
  GPtrArray *sources = reader->project->sources;
  g_auto (GStrv) members = g_new0 (char *, sources->len + 1);

  for (guint i = 0; i < sources->len; i++)
    {
      PresserQdaSource *source = sources->pdata[i];

      /* A name that no member has, where there is nothing to be read. */
      members[i] = g_strconcat ("sources/", source->path != NULL ? source->path : "", NULL);
    }
  return presser_archive_read (bytes, name, (const char *const *) members, error);
}

static char *
dup_source_text (PresserQdaSource *source,
                 GBytes           *member)
{
  g_autofree char *text = NULL;

  if (member != NULL)
    text = g_utf8_make_valid (g_bytes_get_data (member, NULL), g_bytes_get_size (member));
  else
    text = g_strdup (source->content);
  return text != NULL ? presser_qda_normalize (text) : NULL;
}

static void
add_text (Reader           *reader,
          PresserQdaSource *source,
          char             *text,
          gboolean          with_name)
{
  Text *added = g_new0 (Text, 1);

  if (reader->all->len > 0)
    g_string_append (reader->all, "\n\n");
  if (with_name && source->name != NULL)
    g_string_append_printf (reader->all, "%s\n\n", source->name);
  added->source = source;
  added->text = text;
  added->start = g_utf8_strlen (reader->all->str, reader->all->len);
  g_string_append (reader->all, text);
  g_ptr_array_add (reader->texts, added);
}

static gboolean
read_texts (Reader              *reader,
            GBytes              *bytes,
            const char          *name,
            PresserImportReport *report,
            GError             **error)
{
  GPtrArray *sources = reader->project->sources;
  g_autoptr (GPtrArray) members = read_members (reader, bytes, name, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      PresserQdaSource *source = sources->pdata[i];
      char             *text = dup_source_text (source, members->pdata[i]);
      g_autofree char  *remark = NULL;

      if (text != NULL)
        {
          add_text (reader, source, text, sources->len > 1);
          continue;
        }
      remark = g_strdup_printf (_ ("The text of “%s” is not in the project and was left out."), source->name != NULL ? source->name : "?");
      presser_import_report_add_remark (report, remark);
    }
  if (reader->all->len > 0)
    return TRUE;
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is a project without any text in it."), name);
  return FALSE;
}

static GBytes *
write_as_script (Reader                     *reader,
                 const PresserImportOptions *options,
                 PresserImportReport        *report)
{
  g_autoptr (PresserScript) script = presser_script_new ();

  presser_script_take_text (script, g_strndup (reader->all->str, reader->all->len), reader->all->len);
  return presser_script_finish (script, options->metadata, options, report);
}

/* Every line a paragraph and nothing else, so that not a character is another one. */
static GBytes *
write_as_it_is (Reader                     *reader,
                const PresserImportOptions *options)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  g_auto (GStrv) lines = g_strsplit (reader->all->str, "\n", -1);

  if (options->metadata != NULL)
    presser_tei_builder_set_metadata (builder, options->metadata);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      presser_tei_builder_add_paragraph (builder, PRESSER_PARAGRAPH_BODY, lines[i], -1);
  return presser_tei_builder_finish (builder);
}

static GArray *
align (Reader         *reader,
       PresserTeiFile *tei)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (presser_tei_file_get_document (tei)));

  return presser_qda_align (reader->all->str, text);
}

/* The texts as TEI. @places: (out): of each character of all texts in the document. */
static PresserTeiFile *
write_texts (Reader                     *reader,
             const char                 *name,
             const PresserImportOptions *options,
             PresserImportReport        *report,
             GArray                    **places,
             GError                    **error)
{
  g_autoptr (GBytes) script = write_as_script (reader, options, report);
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (PresserTeiFile) tei = presser_tei_file_new (script, name, error);

  if (tei == NULL)
    return NULL;
  *places = align (reader, tei);
  if (*places != NULL)
    return g_steal_pointer (&tei);

  /* Something was read as a time stamp or the like, and positions no longer fit. */
  g_clear_object (&tei);
  plain = write_as_it_is (reader, options);
  tei = presser_tei_file_new (plain, name, error);
  if (tei == NULL)
    return NULL;
  *places = align (reader, tei);
  if (*places == NULL)
    *places = g_array_new (FALSE, FALSE, sizeof (guint));
  return g_steal_pointer (&tei);
}

/* From a text of the project to the document; blanks at the ends are left out. Empty for no place. */
static PresserRange
move_place (GArray      *places,
            guint        start,
            PresserRange range)
{
  PresserRange moved = { G_MAXUINT, 0 };

  for (guint i = start + range.start; i < start + range.end && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      if (place == G_MAXUINT)
        continue;
      moved.start = MIN (moved.start, place);
      moved.end = place + 1;
    }
  return moved.start < moved.end ? moved : (PresserRange){ 0, 0 };
}

static gboolean
has_same_codes (const PresserQdaSelection *one,
                const PresserQdaSelection *other)
{
  if (one->codes->len != other->codes->len)
    return FALSE;
  for (guint i = 0; i < one->codes->len; i++)
    if (!g_ptr_array_find_with_equal_func (other->codes, one->codes->pdata[i], g_str_equal, NULL))
      return FALSE;
  return TRUE;
}

/* The selections of a text by guid: char * (borrowed) to their numbers + 1. */
static GHashTable *
index_selections (PresserQdaSource *source)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < source->selections->len; i++)
    {
      PresserQdaSelection *selection = source->selections->pdata[i];

      if (selection->guid != NULL)
        g_hash_table_insert (numbers, selection->guid, GUINT_TO_POINTER (i + 1));
    }
  return numbers;
}

/* The number + 1 of the part that goes on after a selection, or 0. Links between things that are coded differently
 * mean something else. */
static guint
find_next_part (Reader              *reader,
                PresserQdaSource    *source,
                PresserQdaSelection *selection,
                GHashTable          *numbers)
{
  const char *next = selection->guid != NULL ? g_hash_table_lookup (reader->project->links, selection->guid) : NULL;
  guint       number = next != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, next)) : 0;

  return number > 0 && has_same_codes (selection, source->selections->pdata[number - 1]) ? number : 0;
}

static void
add_statement (Reader           *reader,
               PresserQdaCoding *coding,
               const Text       *text,
               GArray           *found,
               GArray           *places,
               GHashTable       *numbers,
               gboolean         *is_done,
               guint             first)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));

  /* Links may run in a circle. */
  for (guint number = first + 1; number > 0 && !is_done[number];)
    {
      PresserQdaSelection *selection = text->source->selections->pdata[number - 1];
      PresserRange         range = move_place (places, text->start, g_array_index (found, PresserRange, number - 1));

      is_done[number] = TRUE;
      if (!presser_range_is_empty (range))
        {
          g_ptr_array_add (parts, selection);
          g_array_append_val (ranges, range);
        }
      number = find_next_part (reader, text->source, selection, numbers);
    }
  if (ranges->len > 0)
    presser_qda_coding_add (coding, parts, ranges);
  else
    reader->n_nowhere++;
}

static void
add_statements (Reader           *reader,
                PresserQdaCoding *coding,
                const Text       *text,
                GArray           *places)
{
  PresserQdaSource *source = text->source;
  g_autoptr (GArray) found = presser_qda_find_places (text->text, source, &reader->n_doubtful);
  g_autoptr (GHashTable) numbers = index_selections (source);
  g_autofree gboolean *is_part = g_new0 (gboolean, source->selections->len + 1);
  g_autofree gboolean *is_done = g_new0 (gboolean, source->selections->len + 1);

  for (guint i = 0; i < source->selections->len; i++)
    is_part[find_next_part (reader, source, source->selections->pdata[i], numbers)] = TRUE;
  for (guint i = 0; i < source->selections->len; i++)
    if (!is_part[i + 1])
      add_statement (reader, coding, text, found, places, numbers, is_done, i);
  for (guint i = 0; i < source->selections->len; i++)
    if (!is_done[i + 1])
      add_statement (reader, coding, text, found, places, numbers, is_done, i);
}

static void
take_remark (PresserImportReport *report,
             guint                count,
             char                *remark)
{
  if (count > 0)
    presser_import_report_add_remark (report, remark);
  g_free (remark);
}

static void
report_losses (const Reader        *reader,
               PresserImportReport *report)
{
  const PresserQdaProject *project = reader->project;

  take_remark (report, project->n_other_sources,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u source that is no text was left out (a picture, PDF, sound or film).",
                                             "%u sources that are no text were left out (pictures, PDF, sound or film).",
                                             project->n_other_sources),
                                project->n_other_sources));
  take_remark (report, project->n_notes,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u memo was left out.", "%u memos were left out.", project->n_notes), project->n_notes));
  take_remark (report, project->n_sets,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u set or graph was left out.", "%u sets or graphs were left out.", project->n_sets),
                                project->n_sets));
  take_remark (report, reader->n_nowhere,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u selection has no place in the text and was left out.",
                                             "%u selections have no place in the text and were left out.",
                                             reader->n_nowhere),
                                reader->n_nowhere));
  take_remark (report, reader->n_doubtful,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u selection does not hold the words that it is named after: check where it stands.",
                                             "%u selections do not hold the words that they are named after: check where they stand.",
                                             reader->n_doubtful),
                                reader->n_doubtful));
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_auto (Reader) reader = {
    .project = read_project (bytes, name, error),
    .texts = g_ptr_array_new_with_free_func (free_text),
    .all = g_string_new (NULL),
  };
  g_autoptr (PresserTeiFile) tei = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (PresserQdaCoding) coding = NULL;

  if (reader.project == NULL || !read_texts (&reader, bytes, name, report, error))
    return NULL;
  tei = write_texts (&reader, name, options, report, &places, error);
  if (tei == NULL)
    return NULL;
  coding = presser_qda_coding_new (reader.project, presser_tei_file_get_document (tei));
  for (guint i = 0; i < reader.texts->len; i++)
    add_statements (&reader, coding, reader.texts->pdata[i], places);
  report_losses (&reader, report);

  return presser_tei_file_write (tei, error);
}

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  return presser_archive_names (bytes, "project.qde") || presser_archive_names (bytes, "Project.qde") ? 95 : 0;
}

const PresserImporter presser_import_qda = {
  .id = "qdpx",
  .description = N_ ("REFI-QDA project"),
  .patterns = "*.qdpx",
  .score = score,
  .import = import,
};
