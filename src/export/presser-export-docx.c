/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Office Open XML (ECMA-376): quotes under the name of who said them, notes as comments beside them. Only the parts
 * without which a word processor refuses the file. */

#include "presser-exporters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-group.h"
#include "presser-export-job.h"
#include "presser-export-zip.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const char content_types[] =
    DECLARATION
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"
    "</Types>\n";

static const char package_relations[] =
    DECLARATION
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "</Relationships>\n";

static const char document_relations[] =
    DECLARATION
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/>"
    "</Relationships>\n";

static const char styles[] =
    DECLARATION
    "<w:styles " WORD ">"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:keepNext/><w:spacing w:before=\"160\"/><w:ind w:left=\"360\" w:right=\"360\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Source\"><w:name w:val=\"Source\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:ind w:left=\"360\"/></w:pPr><w:rPr><w:color w:val=\"595959\"/><w:sz w:val=\"18\"/></w:rPr></w:style>"
    "</w:styles>\n";

/* What is written while going over the rows. */
typedef struct
{
  GString *body;
  GString *comments;
  guint    n_comments;
} Text;

/* The first letter with a direction decides, as in the Unicode bidirectional algorithm. */
static gboolean
is_right_to_left (const char *text)
{
  for (const char *cursor = text; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      gunichar character = g_utf8_get_char (cursor);

      if (!g_unichar_isalpha (character))
        continue;
      switch ((int) g_unichar_get_script (character))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return TRUE;
        default:
          return FALSE;
        }
    }
  return FALSE;
}

static void
append_run (GString    *xml,
            const char *text,
            gboolean    right_to_left)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) pieces = g_strsplit (escaped, "\t", -1);

  g_string_append (xml, right_to_left ? "<w:r><w:rPr><w:rtl/></w:rPr>" : "<w:r>");
  for (guint i = 0; pieces[i] != NULL; i++)
    g_string_append_printf (xml, "%s<w:t xml:space=\"preserve\">%s</w:t>", i > 0 ? "<w:tab/>" : "", pieces[i]);
  g_string_append (xml, "</w:r>");
}

static void
open_paragraph (GString    *xml,
                const char *style,
                const char *text)
{
  g_string_append_printf (xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style, is_right_to_left (text) ? "<w:bidi/>" : "");
}

static void
append_paragraph (GString    *xml,
                  const char *style,
                  const char *text)
{
  open_paragraph (xml, style, text);
  append_run (xml, text, is_right_to_left (text));
  g_string_append (xml, "</w:p>\n");
}

static void
append_comment (Text                   *text,
                const PresserExportRow *row)
{
  const char      *who = row->cells[PRESSER_COLUMN_ANNOTATOR];
  g_autofree char *author = g_markup_escape_text (who != NULL ? who : "Presser", -1);

  g_string_append_printf (text->comments, "<w:comment w:id=\"%u\" w:author=\"%s\"", text->n_comments, author);
  if (row->cells[PRESSER_COLUMN_MADE] != NULL)
    g_string_append_printf (text->comments, " w:date=\"%s\"", row->cells[PRESSER_COLUMN_MADE]);
  g_string_append (text->comments, ">");
  append_paragraph (text->comments, "Normal", row->cells[PRESSER_COLUMN_NOTE]);
  g_string_append (text->comments, "</w:comment>\n");
}

static void
append_quote (Text                   *text,
              const PresserExportRow *row)
{
  gboolean         is_indirect = presser_statement_get_kind (row->statement) == PRESSER_KIND_INDIRECT;
  const char      *quote = row->cells[PRESSER_COLUMN_QUOTE];
  g_autofree char *marked = is_indirect ? g_strdup (quote) : g_strdup_printf (_ ("“%s”"), quote);

  open_paragraph (text->body, "Quote", quote);
  if (row->cells[PRESSER_COLUMN_NOTE] != NULL)
    g_string_append_printf (text->body, "<w:commentRangeStart w:id=\"%u\"/>", text->n_comments);
  append_run (text->body, marked, is_right_to_left (quote));
  if (row->cells[PRESSER_COLUMN_NOTE] != NULL)
    {
      g_string_append_printf (text->body, "<w:commentRangeEnd w:id=\"%u\"/><w:r><w:commentReference w:id=\"%u\"/></w:r>",
                              text->n_comments, text->n_comments);
      append_comment (text, row);
      text->n_comments++;
    }
  g_string_append (text->body, "</w:p>\n");
}

static void
append_item (GString    *line,
             const char *item)
{
  if (item != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", item);
}

/* Nobody looks for a thousandth of a second on paper. */
static char *
dup_time (gint64 milliseconds)
{
  g_autofree char *clock = presser_export_dup_clock (milliseconds);

  if (clock != NULL)
    *strrchr (clock, '.') = '\0';
  return g_steal_pointer (&clock);
}

static void
append_row (Text                   *text,
            const PresserExportRow *row,
            gboolean                with_speaker)
{
  g_autofree char *time = dup_time (row->start_time);
  g_autoptr (GString) source = g_string_new (NULL);

  append_quote (text, row);
  if (with_speaker && row->credit.name != NULL)
    g_string_append (source, row->credit.name);
  if (row->credit.role != NULL)
    g_string_append_printf (source, "%s%s", source->len > 0 ? ", " : "", row->credit.role);
  append_item (source, row->cells[PRESSER_COLUMN_TOPICS]);
  append_item (source, time);
  g_string_append_printf (source, "%s¶ %s", source->len > 0 ? " · " : "", row->cells[PRESSER_COLUMN_PARAGRAPH]);
  append_paragraph (text->body, "Source", source->str);
}

static void
append_document (Text              *text,
                 PresserExportView *view,
                 PresserGrouping    grouping)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS | PRESSER_ROWS_FOR_READING);
  gboolean by_speaker = grouping == PRESSER_GROUP_AS_USUAL || grouping == PRESSER_GROUP_BY_SPEAKER;
  g_autoptr (GPtrArray) groups = presser_export_groups_new (view, rows, by_speaker ? PRESSER_GROUP_BY_SPEAKER : grouping);
  const char *title = presser_export_view_get_metadata (view, PRESSER_METADATA_TITLE);
  g_autoptr (GString) about = g_string_new (NULL);

  append_paragraph (text->body, "Title", title != NULL ? title : presser_export_view_get_source (view)->name);
  append_item (about, presser_export_get_date (view));
  append_item (about, presser_export_view_get_metadata (view, PRESSER_METADATA_PLACE));
  append_item (about, presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE));
  if (about->len > 0)
    append_paragraph (text->body, "Source", about->str);
  for (guint i = 0; i < groups->len; i++)
    {
      const PresserExportGroup *group = groups->pdata[i];

      if (group->heading != NULL)
        append_paragraph (text->body, "Heading1", group->heading);
      for (guint j = 0; j < group->rows->len; j++)
        append_row (text, group->rows->pdata[j], !by_speaker);
    }
}

static void
free_file (gpointer file)
{
  presser_export_file_free (file);
}

static GBytes *
pack (const Text *text,
      GError    **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  GString *document = g_string_new (DECLARATION "<w:document " WORD "><w:body>\n");
  GString *comments = g_string_new (DECLARATION "<w:comments " WORD ">\n");

  g_string_append_len (document, text->body->str, text->body->len);
  g_string_append (document, "<w:sectPr><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\"/></w:sectPr></w:body></w:document>\n");
  g_string_append_len (comments, text->comments->str, text->comments->len);
  g_string_append (comments, "</w:comments>\n");
  presser_export_zip_add (files, "[Content_Types].xml", g_string_new (content_types));
  presser_export_zip_add (files, "_rels/.rels", g_string_new (package_relations));
  presser_export_zip_add (files, "word/document.xml", document);
  presser_export_zip_add (files, "word/styles.xml", g_string_new (styles));
  presser_export_zip_add (files, "word/comments.xml", comments);
  presser_export_zip_add (files, "word/_rels/document.xml.rels", g_string_new (document_relations));

  return presser_export_zip (files, error);
}

static gboolean
write_docx (PresserExportJob *job,
            GError          **error)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) comments = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  Text               text = { body, comments, 0 };
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    append_document (&text, view, presser_export_job_get_options (job)->grouping);
  presser_export_job_lose_always (job, _ ("Status, certainty and places in the text are not written"));
  bytes = pack (&text, error);
  if (bytes == NULL)
    return FALSE;
  presser_export_job_put_bytes (job, NULL, bytes);

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_docx = {
  .id = "docx",
  .label = N_ ("Word document"),
  .description = N_ ("Quotes to work with in a word processor, notes as comments"),
  .extension = "docx",
  .mime_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .preview = "txt",
  .flags = PRESSER_EXPORTER_HAS_GROUPS,
  .write = write_docx,
};
