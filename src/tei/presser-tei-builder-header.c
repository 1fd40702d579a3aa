/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The header of a file that Presser makes. What the reader looks for in the same places is listed in
 * presser-tei-metadata.c. */

#include "presser-tei-builder-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"
#include "presser-tei-metadata-private.h"

static void
append_element (GString    *xml,
                const char *indent,
                const char *name,
                const char *text)
{
  g_string_append_printf (xml, "%s<%s>", indent, name);
  presser_tei_append_text (xml, text);
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
append_title_statement (GString         *xml,
                        PresserMetadata *metadata)
{
  const char *title = presser_metadata_get (metadata, PRESSER_METADATA_TITLE);

  g_string_append (xml, "      <titleStmt>\n");
  if (title != NULL)
    append_element (xml, "        ", "title", title);
  else
    g_string_append (xml, "        <title/>\n");
  g_string_append (xml, "      </titleStmt>\n"
                        "      <publicationStmt>\n"
                        "        <p>Working file, not published.</p>\n"
                        "      </publicationStmt>\n");
}

static gboolean
has_any (PresserMetadata     *metadata,
         PresserMetadataField first,
         PresserMetadataField last)
{
  for (PresserMetadataField field = first; field <= last; field++)
    if (presser_metadata_get (metadata, field) != NULL)
      return TRUE;

  return FALSE;
}

static void
append_source_bibl (GString         *xml,
                    PresserMetadata *metadata)
{
  const char *publisher = presser_metadata_get (metadata, PRESSER_METADATA_PUBLISHER);
  const char *source = presser_metadata_get (metadata, PRESSER_METADATA_SOURCE);

  g_string_append (xml, "        <bibl type=\"source\">\n");
  if (publisher != NULL)
    append_element (xml, "          ", "publisher", publisher);
  if (source != NULL)
    {
      g_string_append (xml, "          <ref");
      if (presser_tei_metadata_is_link (source))
        presser_tei_append_attribute (xml, "target", source);
      g_string_append_c (xml, '>');
      presser_tei_append_text (xml, source);
      g_string_append (xml, "</ref>\n");
    }
  g_string_append (xml, "        </bibl>\n");
}

static void
append_file_bibl (GString         *xml,
                  PresserMetadata *metadata)
{
  g_string_append (xml, "        <bibl type=\"importedFile\">\n");
  for (PresserMetadataField field = PRESSER_METADATA_FILE_NAME; field < PRESSER_METADATA_N_FIELDS; field++)
    {
      const char *value = presser_metadata_get (metadata, field);

      if (value == NULL)
        continue;
      g_string_append_printf (xml, "          <idno type=\"%s\">", presser_tei_metadata_get_idno_type (field));
      presser_tei_append_text (xml, value);
      g_string_append (xml, "</idno>\n");
    }
  g_string_append (xml, "        </bibl>\n");
}

static void
append_source_description (GString         *xml,
                           PresserMetadata *metadata)
{
  const char *recording = presser_metadata_get (metadata, PRESSER_METADATA_RECORDING);
  gsize       before = xml->len;

  g_string_append (xml, "      <sourceDesc>\n");
  if (presser_metadata_get (metadata, PRESSER_METADATA_PUBLISHER) != NULL
      || presser_metadata_get (metadata, PRESSER_METADATA_SOURCE) != NULL)
    append_source_bibl (xml, metadata);
  if (has_any (metadata, PRESSER_METADATA_FILE_NAME, PRESSER_METADATA_N_FIELDS - 1))
    append_file_bibl (xml, metadata);
  if (recording != NULL)
    {
      g_string_append (xml, "        <recordingStmt>\n          <recording>\n");
      append_element (xml, "            ", "p", recording);
      g_string_append (xml, "          </recording>\n        </recordingStmt>\n");
    }
  if (xml->len == before + strlen ("      <sourceDesc>\n"))
    g_string_append (xml, "        <p>The source is not known.</p>\n");
  g_string_append (xml, "      </sourceDesc>\n");
}

static void
append_encoding_description (GString   *xml,
                             GPtrArray *remarks)
{
  g_string_append (xml,
                   "    <encodingDesc>\n"
                   "      <editorialDecl>\n"
                   "        <quotation marks=\"all\">\n"
                   "          <p>Quotation marks of the transcript are kept in the text; said marks a statement and adds none.</p>\n"
                   "        </quotation>\n"
                   "        <segmentation>\n"
                   "          <p>A u is one turn, a seg one paragraph of it; where a turn answers another, corresp points to that one.</p>\n"
                   "        </segmentation>\n"
                   "        <interpretation>\n"
                   "          <p>A said carries its speaker in who and its topics and status in ana; the parts of one statement are chained with next and prev and repeat who and ana.</p>\n"
                   "        </interpretation>\n");
  if (remarks->len > 0)
    {
      g_string_append (xml, "        <normalization>\n");
      for (guint i = 0; i < remarks->len; i++)
        append_element (xml, "          ", "p", g_ptr_array_index (remarks, i));
      g_string_append (xml, "        </normalization>\n");
    }
  g_string_append (xml,
                   "      </editorialDecl>\n"
                   "      <appInfo>\n"
                   "        <application ident=\"presser\" version=\"" PRESSER_VERSION "\">\n"
                   "          <label>Presser</label>\n"
                   "        </application>\n"
                   "      </appInfo>\n"
                   "    </encodingDesc>\n");
}

static void
append_speaker (GString                  *xml,
                PresserTeiBuilderSpeaker *speaker)
{
  g_string_append (xml, "          <person");
  presser_tei_append_attribute (xml, "xml:id", speaker->id);
  g_string_append (xml, speaker->is_unnamed ? " role=\"unnamed\">\n" : ">\n");
  append_element (xml, "            ", "persName", speaker->name);
  for (guint i = 0; i < speaker->aliases->len; i++)
    {
      g_string_append (xml, "            <persName type=\"alias\">");
      presser_tei_append_text (xml, g_ptr_array_index (speaker->aliases, i));
      g_string_append (xml, "</persName>\n");
    }
  if (speaker->role != NULL)
    append_element (xml, "            ", "occupation", speaker->role);
  g_string_append (xml, "          </person>\n");
}

static void
append_speakers (GString   *xml,
                 GPtrArray *speakers)
{
  g_string_append (xml, "      <particDesc>\n        <listPerson>\n");
  for (guint i = 0; i < speakers->len; i++)
    append_speaker (xml, g_ptr_array_index (speakers, i));
  g_string_append (xml, "        </listPerson>\n      </particDesc>\n");
}

static void
append_setting (GString         *xml,
                PresserMetadata *metadata)
{
  const char *place = presser_metadata_get (metadata, PRESSER_METADATA_PLACE);
  const char *date = presser_metadata_get (metadata, PRESSER_METADATA_DATE);
  const char *date_text = presser_metadata_get (metadata, PRESSER_METADATA_DATE_TEXT);
  const char *event = presser_metadata_get (metadata, PRESSER_METADATA_EVENT);

  g_string_append (xml, "      <settingDesc>\n        <setting>\n");
  if (place != NULL)
    append_element (xml, "          ", "placeName", place);
  if (date != NULL || date_text != NULL)
    {
      g_string_append (xml, "          ");
      presser_tei_metadata_append_date (xml, date, date_text);
      g_string_append_c (xml, '\n');
    }
  if (event != NULL)
    append_element (xml, "          ", "activity", event);
  g_string_append (xml, "        </setting>\n      </settingDesc>\n");
}

static void
append_profile (GString         *xml,
                PresserMetadata *metadata,
                GPtrArray       *speakers)
{
  const char *language = presser_metadata_get (metadata, PRESSER_METADATA_LANGUAGE);
  gboolean    has_setting = has_any (metadata, PRESSER_METADATA_DATE, PRESSER_METADATA_EVENT);

  if (language == NULL && speakers->len == 0 && !has_setting)
    return;

  g_string_append (xml, "    <profileDesc>\n");
  if (language != NULL)
    {
      g_string_append (xml, "      <langUsage>\n        ");
      presser_tei_metadata_append_language (xml, language);
      g_string_append (xml, "\n      </langUsage>\n");
    }
  if (speakers->len > 0)
    append_speakers (xml, speakers);
  if (has_setting)
    append_setting (xml, metadata);
  g_string_append (xml, "    </profileDesc>\n");
}

static void
append_revision (GString         *xml,
                 PresserMetadata *metadata,
                 const char      *imported)
{
  const char *name = presser_metadata_get (metadata, PRESSER_METADATA_FILE_NAME);
  const char *format = presser_metadata_get (metadata, PRESSER_METADATA_FILE_FORMAT);

  g_string_append (xml, "    <revisionDesc>\n      <change");
  presser_tei_append_attribute (xml, "when", imported);
  g_string_append (xml, ">Imported");
  if (name != NULL)
    {
      g_string_append (xml, " from ");
      presser_tei_append_text (xml, name);
    }
  if (format != NULL)
    {
      g_string_append (xml, ", read as ");
      presser_tei_append_text (xml, format);
    }
  g_string_append (xml, "; what was normalised is told in encodingDesc.</change>\n    </revisionDesc>\n");
}

/* From the XML declaration to the end of teiHeader. @imported: the day, or NULL. */
void
presser_tei_builder_append_header (GString         *xml,
                                   PresserMetadata *metadata,
                                   GPtrArray       *remarks,
                                   GPtrArray       *speakers,
                                   const char      *imported)
{
  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n  <teiHeader>\n    <fileDesc>\n");
  append_title_statement (xml, metadata);
  append_source_description (xml, metadata);
  g_string_append (xml, "    </fileDesc>\n");
  append_encoding_description (xml, remarks);
  append_profile (xml, metadata, speakers);
  if (imported != NULL)
    append_revision (xml, metadata, imported);
  g_string_append (xml, "  </teiHeader>\n");
}
