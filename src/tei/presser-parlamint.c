/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ParlaMint components, release 5.0, as TEI.md 2 describes them: a strict form of TEI that knows turns, paragraphs and notes, and
 * has no place for statements. Topics go into @ana of the turns; the statements stand in a second file. */

#include "presser-tei-convert-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-tei-escape-private.h"
#include "presser-tei-metadata-private.h"
#include "presser-tei-vocabulary-private.h"

#define LICENCE "https://creativecommons.org/licenses/by/4.0/"

typedef struct
{
  const PresserTeiConversion *conversion;
  PresserDocument            *document;
  const char                 *id;
  const char                 *language;
  GString                    *body;
  GHashTable                 *topics; /* turn or lone paragraph: GPtrArray of topic ids */
  const char                 *turn;   /* that is open, or NULL */
  gboolean                    in_turn;
  GString                    *division; /* of the one that is open, or NULL */
  gboolean                    has_turn; /* in the division */
  gboolean                    has_content;
  guint                       n_divisions;
  guint                       n_heads;
  guint                       n_notes;
  guint                       n_turns;
  guint                       n_paragraphs;
  guint                       n_words;
  guint                       n_prose; /* paragraphs that nobody says */
  gboolean                    has_times;
} Writer;

/**
 * presser_parlamint_make_id:
 * @conversion: what to convert
 *
 * ParlaMint names a file after the id of its root element.
 *
 * Returns: (transfer full): an id made of the name of the document
 */
char *
presser_parlamint_make_id (const PresserTeiConversion *conversion)
{
  g_autofree char *stem = g_strdup (conversion->name);
  char            *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  if (presser_tei_is_name (stem))
    return g_steal_pointer (&stem);

  return presser_tei_make_name ("ParlaMint-", stem);
}

static const char *
get_metadata (Writer              *self,
              PresserMetadataField field)
{
  return presser_metadata_get (presser_document_get_metadata (self->document), field);
}

/* An element with text, or nothing. */
static void
append_element (GString    *xml,
                const char *indentation,
                const char *start,
                const char *text,
                const char *name)
{
  if (text == NULL)
    return;
  g_string_append_printf (xml, "%s<%s>", indentation, start);
  presser_tei_append_text (xml, text);
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
append_date (Writer     *self,
             GString    *xml,
             const char *indentation)
{
  const char *date = get_metadata (self, PRESSER_METADATA_DATE);
  const char *text = get_metadata (self, PRESSER_METADATA_DATE_TEXT);
  gboolean    is_iso = date != NULL && presser_tei_metadata_is_iso_date (date);

  g_string_append_printf (xml, "%s<date", indentation);
  if (is_iso)
    presser_tei_append_attribute (xml, "when", date);
  g_string_append_c (xml, '>');
  presser_tei_append_text (xml, text != NULL ? text : date != NULL ? date
                                                                   : "unknown");
  g_string_append (xml, "</date>\n");
}

static void
append_titles (Writer  *self,
               GString *xml)
{
  const char *title = get_metadata (self, PRESSER_METADATA_TITLE);
  const char *event = get_metadata (self, PRESSER_METADATA_EVENT);
  GListModel *annotators = presser_document_get_annotators (self->document);

  g_string_append_printf (xml, "        <title type=\"main\" xml:lang=\"%s\">", self->language);
  presser_tei_append_text (xml, title != NULL ? title : self->id);
  g_string_append (xml, "</title>\n        <meeting ana=\"#parla.sitting\"");
  presser_tei_append_attribute (xml, "n", get_metadata (self, PRESSER_METADATA_DATE) != NULL ? get_metadata (self, PRESSER_METADATA_DATE) : "1");
  g_string_append_c (xml, '>');
  presser_tei_append_text (xml, event != NULL ? event : title != NULL ? title
                                                                      : self->id);
  g_string_append (xml, "</meeting>\n        <respStmt>\n");
  for (guint i = 0; i < g_list_model_get_n_items (annotators); i++)
    {
      g_autoptr (PresserAnnotator) annotator = g_list_model_get_item (annotators, i);

      append_element (xml, "          ", "persName", presser_annotator_get_name (annotator), "persName");
    }
  if (g_list_model_get_n_items (annotators) == 0)
    g_string_append (xml, "          <persName>Presser</persName>\n");
  g_string_append (xml, "          <resp xml:lang=\"en\">conversion to TEI, annotation of statements</resp>\n        </respStmt>\n");
}

static void
append_publication (Writer  *self,
                    GString *xml)
{
  const char      *source = get_metadata (self, PRESSER_METADATA_SOURCE);
  const char      *publisher = get_metadata (self, PRESSER_METADATA_PUBLISHER);
  const char      *title = get_metadata (self, PRESSER_METADATA_TITLE);
  g_autofree char *own = g_strconcat (self->id, ".xml", NULL);

  g_string_append (xml, "      <publicationStmt>\n        <publisher>");
  presser_tei_append_text (xml, publisher != NULL ? publisher : "unknown");
  g_string_append (xml, "</publisher>\n");
  append_element (xml, "        ", "idno type=\"URI\"", source != NULL ? source : own, "idno");
  g_string_append (xml, "        <availability status=\"free\">\n"
                        "          <licence>" LICENCE "</licence>\n"
                        "          <p xml:lang=\"en\">This work is licensed under the Creative Commons Attribution 4.0 International License.</p>\n"
                        "        </availability>\n");
  append_date (self, xml, "        ");
  g_string_append (xml, "      </publicationStmt>\n      <sourceDesc>\n        <bibl>\n");
  g_string_append_printf (xml, "          <title type=\"main\" xml:lang=\"%s\">", self->language);
  presser_tei_append_text (xml, title != NULL ? title : self->id);
  g_string_append (xml, "</title>\n");
  append_element (xml, "          ", "publisher", publisher, "publisher");
  append_element (xml, "          ", "idno type=\"URI\"", source != NULL ? source : own, "idno");
  append_date (self, xml, "          ");
  g_string_append (xml, "        </bibl>\n      </sourceDesc>\n");
}

static void
append_usage (GString    *xml,
              const char *name,
              guint       n)
{
  if (n > 0)
    g_string_append_printf (xml, "          <tagUsage gi=\"%s\" occurs=\"%u\"/>\n", name, n);
}

static void
append_encoding (Writer  *self,
                 GString *xml)
{
  const char *place = get_metadata (self, PRESSER_METADATA_PLACE);
  const char *publisher = get_metadata (self, PRESSER_METADATA_PUBLISHER);

  g_string_append (xml, "    <encodingDesc>\n"
                        "      <projectDesc>\n"
                        "        <p xml:lang=\"en\">A transcript in the form of <ref target=\"https://www.clarin.eu/parlamint\">ParlaMint</ref>.</p>\n"
                        "      </projectDesc>\n"
                        "      <tagsDecl>\n"
                        "        <namespace name=\"" PRESSER_TEI_NAMESPACE "\">\n"
                        "          <tagUsage gi=\"text\" occurs=\"1\"/>\n"
                        "          <tagUsage gi=\"body\" occurs=\"1\"/>\n");
  append_usage (xml, "div", self->n_divisions);
  append_usage (xml, "head", self->n_heads);
  append_usage (xml, "note", self->n_notes);
  append_usage (xml, "u", self->n_turns);
  append_usage (xml, "seg", self->n_paragraphs);
  g_string_append (xml, "        </namespace>\n      </tagsDecl>\n    </encodingDesc>\n"
                        "    <profileDesc>\n      <settingDesc>\n        <setting>\n");
  append_element (xml, "          ", place != NULL ? "name type=\"city\"" : "name type=\"org\"",
                  place != NULL ? place : publisher != NULL ? publisher
                                                            : "unknown",
                  "name");
  append_date (self, xml, "          ");
  g_string_append (xml, "        </setting>\n      </settingDesc>\n    </profileDesc>\n");
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static GBytes *
finish (Writer *self)
{
  GString         *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"" PRESSER_TEI_NAMESPACE "\"");
  g_autofree char *today = dup_today ();

  presser_tei_append_attribute (xml, "xml:id", self->id);
  g_string_append_printf (xml, " xml:lang=\"%s\" ana=\"#parla.sitting #reference\">\n"
                               "  <teiHeader>\n    <fileDesc>\n      <titleStmt>\n",
                          self->language);
  append_titles (self, xml);
  g_string_append_printf (xml, "      </titleStmt>\n      <editionStmt>\n        <edition>1.0</edition>\n      </editionStmt>\n      <extent>\n"
                               "        <measure unit=\"speeches\" quantity=\"%u\" xml:lang=\"en\">%u speeches</measure>\n"
                               "        <measure unit=\"words\" quantity=\"%u\" xml:lang=\"en\">%u words</measure>\n      </extent>\n",
                          self->n_turns, self->n_turns, self->n_words, self->n_words);
  append_publication (self, xml);
  g_string_append (xml, "    </fileDesc>\n");
  append_encoding (self, xml);
  g_string_append_printf (xml, "    <revisionDesc>\n      <change when=\"%s\">Made by Presser.</change>\n    </revisionDesc>\n"
                               "  </teiHeader>\n  <text xml:lang=\"%s\" ana=\"#reference\">\n    <body>",
                          today, self->language);
  g_string_append_len (xml, self->body->str, (gssize) self->body->len);
  g_string_append (xml, "\n    </body>\n  </text>\n</TEI>\n");

  return g_string_free_to_bytes (xml);
}

static void
end_turn (Writer *self)
{
  if (self->in_turn)
    g_string_append (self->division, "\n        </u>");
  self->in_turn = FALSE;
  self->turn = NULL;
}

static void
end_division (Writer *self)
{
  end_turn (self);
  if (self->division->len == 0)
    return;
  g_string_append_printf (self->body, "\n      <div type=\"%s\">", self->has_turn ? "debateSection" : "commentSection");
  g_string_append_len (self->body, self->division->str, (gssize) self->division->len);
  g_string_append (self->body, "\n      </div>");
  g_string_truncate (self->division, 0);
  self->n_divisions++;
  self->has_turn = self->has_content = FALSE;
}

static const char *
get_part (Writer           *self,
          PresserParagraph *paragraph)
{
  const char     *id = presser_paragraph_get_speaker (paragraph);
  PresserSpeaker *speaker = id == NULL ? NULL : presser_document_get_speaker (self->document, id);

  return speaker != NULL && presser_speaker_is_unnamed (speaker) ? "#guest" : "#regular";
}

static void
begin_turn (Writer           *self,
            PresserParagraph *paragraph,
            guint             index)
{
  const char *speaker = presser_paragraph_get_speaker (paragraph);
  const char *turn = presser_paragraph_get_turn (paragraph);
  g_autoptr (GString) ana = g_string_new (get_part (self, paragraph));
  GPtrArray *topics = turn != NULL ? g_hash_table_lookup (self->topics, turn) : NULL;

  for (guint i = 0; topics != NULL && i < topics->len; i++)
    g_string_append_printf (ana, " #%s", (const char *) g_ptr_array_index (topics, i));
  g_string_append_printf (self->division, "\n        <u xml:id=\"%s.u%u\"", self->id, ++self->n_turns);
  if (speaker != NULL)
    {
      g_autofree char *who = g_strconcat ("#", speaker, NULL);

      presser_tei_append_attribute (self->division, "who", who);
    }
  presser_tei_append_attribute (self->division, "ana", ana->str);
  g_string_append_c (self->division, '>');
  self->has_times = self->has_times || presser_paragraph_get_start_time (paragraph) >= 0;
  self->in_turn = self->has_turn = self->has_content = TRUE;
  self->turn = turn;
}

static void
append_note (Writer              *self,
             PresserParagraphKind kind,
             const char          *text)
{
  static const char *const types[] = {
    [PRESSER_PARAGRAPH_BODY] = "narrative",
    [PRESSER_PARAGRAPH_HEADING] = "heading",
    [PRESSER_PARAGRAPH_SPEECH] = "narrative",
    [PRESSER_PARAGRAPH_LABEL] = "speaker",
    [PRESSER_PARAGRAPH_DATELINE] = "dateline",
    [PRESSER_PARAGRAPH_BYLINE] = "byline",
    [PRESSER_PARAGRAPH_STAGE] = "comment",
    [PRESSER_PARAGRAPH_NOTE] = "comment",
  };

  g_string_append_printf (self->division, "\n        %s<note type=\"%s\">", self->in_turn ? "  " : "", types[kind]);
  presser_tei_append_text (self->division, text);
  g_string_append (self->division, "</note>");
  self->n_notes++;
  self->n_prose += kind == PRESSER_PARAGRAPH_BODY;
  self->has_content = TRUE;
}

static void
append_head (Writer     *self,
             const char *text)
{
  if (self->has_content)
    end_division (self);
  g_string_append (self->division, "\n        <head>");
  presser_tei_append_text (self->division, text);
  g_string_append (self->division, "</head>");
  self->n_heads++;
}

static void
append_speech (Writer     *self,
               guint       index,
               const char *text)
{
  g_string_append_printf (self->division, "\n          <seg xml:id=\"%s.seg%u\">", self->id, ++self->n_paragraphs);
  presser_tei_append_text (self->division, text);
  g_string_append (self->division, "</seg>");
  self->n_words += presser_document_count_words (self->document, presser_document_get_paragraph_range (self->document, index));
}

static void
append_paragraph (Writer *self,
                  guint   index)
{
  PresserParagraph    *paragraph = presser_document_get_paragraph (self->document, index);
  PresserParagraphKind kind = presser_paragraph_get_kind (paragraph);
  const char          *turn = presser_paragraph_get_turn (paragraph);
  gboolean             is_speech = kind == PRESSER_PARAGRAPH_SPEECH || (turn != NULL && kind == PRESSER_PARAGRAPH_BODY);
  g_autofree char     *text = presser_tei_conversion_dup_paragraph (self->conversion, index);

  if (self->in_turn && (self->turn == NULL || !presser_tei_conversion_turn_goes_on (self->conversion, index, self->turn)))
    end_turn (self);
  if (is_speech && !self->in_turn)
    begin_turn (self, paragraph, index);
  if (is_speech)
    append_speech (self, index, text);
  else if (kind == PRESSER_PARAGRAPH_HEADING && !self->in_turn)
    append_head (self, text);
  else
    append_note (self, kind, text);
}

static void
add_topics (Writer           *self,
            PresserStatement *statement,
            const char       *turn)
{
  const char *const *topics = presser_statement_get_topics (statement);
  GPtrArray         *list = g_hash_table_lookup (self->topics, turn);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->topics, (gpointer) turn, list);
    }
  for (guint i = 0; topics[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (list, topics[i], g_str_equal, NULL))
      g_ptr_array_add (list, (gpointer) topics[i]);
}

/* The topics of each turn are those of the statements in it. */
static void
find_topics (Writer *self)
{
  for (guint i = 0; i < self->conversion->statements->len; i++)
    {
      PresserStatement *statement = g_ptr_array_index (self->conversion->statements, i);
      PresserRange      extent = presser_statement_get_extent (statement);
      guint             last = presser_document_find_paragraph (self->document, extent.end);

      for (guint index = presser_document_find_paragraph (self->document, extent.start); index <= last; index++)
        {
          const char *turn = presser_paragraph_get_turn (presser_document_get_paragraph (self->document, index));

          if (turn != NULL)
            add_topics (self, statement, turn);
        }
    }
}

static void
lose (GPtrArray  *losses,
      const char *sentence)
{
  g_ptr_array_add (losses, g_strdup (sentence));
}

static void
report_losses (Writer    *self,
               GPtrArray *losses)
{
  if (losses == NULL)
    return;
  lose (losses, _ ("A ParlaMint file says that it may be used under CC BY 4.0. Make sure that this is so before you hand it on."));
  lose (losses, _ ("Who spoke for which parliament, party or government is not known here; speakers are “regular”, unnamed ones “guest”, and nobody is “chair”."));
  if (presser_document_get_speakers (self->document) != NULL && g_list_model_get_n_items (presser_document_get_speakers (self->document)) > 0)
    lose (losses, _ ("ParlaMint keeps names in the list of persons of the whole corpus; those of this file stand with its statements and have to be copied there."));
  if (self->conversion->statements->len > 0)
    lose (losses, _ ("ParlaMint has no place for statements: a turn gets the topics of all of its statements, and the statements stand in a second file."));
  if (self->n_prose > 0)
    g_ptr_array_add (losses, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u paragraph that nobody says became a note.",
                                                           "%u paragraphs that nobody says became notes.", self->n_prose),
                                              self->n_prose));
  if (self->has_times)
    lose (losses, _ ("Times are left out: ParlaMint has them in its recordings only."));
  if (get_metadata (self, PRESSER_METADATA_RECORDING) != NULL)
    lose (losses, _ ("The recording is left out: ParlaMint wants to know its kind and length."));
  if (get_metadata (self, PRESSER_METADATA_DATE) == NULL)
    lose (losses, _ ("ParlaMint needs the day, and none is known."));
  if (get_metadata (self, PRESSER_METADATA_SOURCE) == NULL)
    lose (losses, _ ("ParlaMint needs the address of the source, and none is known; the name of the file stands in its place."));
  if (strcmp (self->language, "und") == 0)
    lose (losses, _ ("ParlaMint needs the language, and none is known."));
}

/**
 * presser_parlamint_write:
 * @conversion: what to convert
 * @id: id of the component, and the stem of its file name
 * @statements: (out) (nullable): the second file, or %NULL if there is nothing in it
 * @losses: (nullable) (element-type utf8): gets translated sentences on what could not be carried over
 * @error: return location for an error
 *
 * Writes a component of a ParlaMint corpus, and its statements, speakers and topics as stand-off TEI beside it.
 *
 * Sets %PRESSER_ERROR_UNSUPPORTED if the text would not be read back as it is.
 *
 * Returns: (transfer full) (nullable): the component
 */
GBytes *
presser_parlamint_write (const PresserTeiConversion *conversion,
                         const char                 *id,
                         GBytes                    **statements,
                         GPtrArray                  *losses,
                         GError                    **error)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) division = g_string_new (NULL);
  g_autoptr (GHashTable) topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autofree char *file_name = NULL;
  g_autoptr (GBytes) text = NULL;
  Writer self = { .conversion = conversion, .document = conversion->document, .id = id, .body = body, .division = division, .topics = topics };

  g_return_val_if_fail (conversion != NULL, NULL);
  g_return_val_if_fail (id != NULL && statements != NULL, NULL);

  self.language = get_metadata (&self, PRESSER_METADATA_LANGUAGE);
  if (self.language == NULL || !presser_tei_metadata_is_language (self.language))
    self.language = "und";
  find_topics (&self);
  for (guint i = 0; i < presser_document_get_n_paragraphs (self.document); i++)
    append_paragraph (&self, i);
  end_division (&self);
  text = finish (&self);
  report_losses (&self, losses);
  file_name = g_strconcat (id, ".xml", NULL);

  return presser_tei_convert_lists (conversion, text, PRESSER_TEI_BESIDE, file_name, statements, error);
}
