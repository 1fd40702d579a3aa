/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what is known about the whole stands in a header, for reading and for writing. */

#include "presser-tei-metadata-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"

#define SETTING "teiHeader/profileDesc/settingDesc/setting/"
#define SOURCE  "teiHeader/fileDesc/sourceDesc/"

const char *
presser_tei_metadata_get_idno_type (PresserMetadataField field)
{
  static const char *const types[PRESSER_METADATA_N_FIELDS] = {
    [PRESSER_METADATA_FILE_NAME] = "fileName",
    [PRESSER_METADATA_FILE_SHA256] = "sha256",
    [PRESSER_METADATA_FILE_SIZE] = "size",
    [PRESSER_METADATA_FILE_FORMAT] = "format",
    [PRESSER_METADATA_FILE_ENCODING] = "encoding",
  };

  return types[field];
}

gboolean
presser_tei_metadata_is_link (const char *value)
{
  return g_uri_is_valid (value, G_URI_FLAGS_NONE, NULL);
}

gboolean
presser_tei_metadata_is_iso_date (const char *date)
{
  return g_regex_match_simple ("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", date, 0, 0)
         && !g_str_has_prefix (date, "0000");
}

gboolean
presser_tei_metadata_is_language (const char *language)
{
  return g_regex_match_simple ("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", language, 0, 0);
}

/* A date that @when cannot hold goes into @n, which takes any text. */
void
presser_tei_metadata_append_date (GString    *xml,
                                  const char *date,
                                  const char *date_text)
{
  g_string_append (xml, "<date");
  if (date != NULL)
    presser_tei_append_attribute (xml, presser_tei_metadata_is_iso_date (date) ? "when" : "n", date);
  g_string_append_c (xml, '>');
  if (date_text != NULL)
    presser_tei_append_text (xml, date_text);
  g_string_append (xml, "</date>");
}

/* A language that is no tag is told in words. */
void
presser_tei_metadata_append_language (GString    *xml,
                                      const char *language)
{
  g_string_append (xml, "<language");
  presser_tei_append_attribute (xml, "ident", presser_tei_metadata_is_language (language) ? language : "und");
  g_string_append_c (xml, '>');
  if (!presser_tei_metadata_is_language (language))
    presser_tei_append_text (xml, language);
  g_string_append (xml, "</language>");
}

static guint32
find_source_child (PresserTeiSource *source,
                   guint32           tei,
                   const char       *type,
                   const char       *name)
{
  guint32 description = presser_tei_source_find_path (source, tei, "teiHeader/fileDesc/sourceDesc");
  guint32 bibl = PRESSER_TEI_NONE;

  if (description == PRESSER_TEI_NONE)
    return PRESSER_TEI_NONE;
  while ((bibl = presser_tei_source_next_child (source, description, bibl)) != PRESSER_TEI_NONE)
    {
      g_autofree char *own = presser_tei_source_dup_attribute (source, bibl, "type");
      guint32          child;

      if (!presser_tei_source_is (source, bibl, "bibl") || (own != NULL && strcmp (own, type) != 0))
        continue;
      child = presser_tei_source_find_child (source, bibl, name);
      if (child != PRESSER_TEI_NONE)
        return child;
    }

  return PRESSER_TEI_NONE;
}

static guint32
find_idno (PresserTeiSource *source,
           guint32           tei,
           const char       *type)
{
  guint32 idno = find_source_child (source, tei, "importedFile", "idno");

  while (idno != PRESSER_TEI_NONE)
    {
      g_autofree char *own = presser_tei_source_dup_attribute (source, idno, "type");
      guint32          parent = presser_tei_source_get_element (source, idno)->parent;

      if (own != NULL && strcmp (own, type) == 0)
        return idno;
      idno = presser_tei_source_next_child (source, parent, idno);
    }

  return PRESSER_TEI_NONE;
}

static guint32
find_first (PresserTeiSource  *source,
            guint32            tei,
            const char *const *paths)
{
  guint32 element = PRESSER_TEI_NONE;

  for (guint i = 0; paths[i] != NULL && element == PRESSER_TEI_NONE; i++)
    element = presser_tei_source_find_path (source, tei, paths[i]);

  return element;
}

guint32
presser_tei_metadata_find (PresserTeiSource    *source,
                           PresserMetadataField field)
{
  static const char *const paths[PRESSER_METADATA_N_FIELDS][3] = {
    [PRESSER_METADATA_TITLE] = { "teiHeader/fileDesc/titleStmt/title" },
    [PRESSER_METADATA_DATE] = { SETTING "date", SOURCE "recordingStmt/recording/date" },
    [PRESSER_METADATA_DATE_TEXT] = { SETTING "date", SOURCE "recordingStmt/recording/date" },
    [PRESSER_METADATA_PLACE] = { SETTING "placeName", SETTING "name" },
    [PRESSER_METADATA_EVENT] = { SETTING "activity" },
    [PRESSER_METADATA_LANGUAGE] = { "teiHeader/profileDesc/langUsage/language" },
    [PRESSER_METADATA_RECORDING] = { SOURCE "recordingStmt/recording/media", SOURCE "recordingStmt/recording/p" },
  };
  guint32     root = presser_tei_source_find_root (source);
  const char *type = presser_tei_metadata_get_idno_type (field);

  if (root == PRESSER_TEI_NONE)
    return PRESSER_TEI_NONE;
  if (type != NULL)
    return find_idno (source, root, type);
  if (field == PRESSER_METADATA_REJECTED)
    return presser_tei_rejected_find (source, root);
  if (field == PRESSER_METADATA_SOURCE)
    return find_source_child (source, root, "source", "ref");
  if (field == PRESSER_METADATA_PUBLISHER)
    return find_source_child (source, root, "source", "publisher");

  return find_first (source, root, paths[field]);
}

static char *
dup_date (PresserTeiSource *source,
          guint32           element)
{
  char *when = presser_tei_source_dup_attribute (source, element, "when");

  return when != NULL ? when : presser_tei_source_dup_attribute (source, element, "n");
}

static char *
dup_language (PresserTeiSource *source,
              guint32           element)
{
  char            *text = presser_tei_source_dup_text (source, element);
  g_autofree char *ident = element == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (source, element, "ident");
  guint32          root = presser_tei_source_find_root (source);

  if (text != NULL && (ident == NULL || strcmp (ident, "und") == 0))
    return text;
  g_free (text);
  if (ident != NULL)
    return g_steal_pointer (&ident);

  return root == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (source, root, "xml:lang");
}

static char *
dup_field (PresserTeiSource    *source,
           PresserMetadataField field)
{
  guint32 element = presser_tei_metadata_find (source, field);

  if (field == PRESSER_METADATA_LANGUAGE)
    return dup_language (source, element);
  if (element == PRESSER_TEI_NONE)
    return NULL;
  if (field == PRESSER_METADATA_DATE)
    return dup_date (source, element);
  if (field == PRESSER_METADATA_RECORDING && presser_tei_source_is (source, element, "media"))
    return presser_tei_source_dup_attribute (source, element, "url");

  return presser_tei_source_dup_text (source, element);
}

PresserMetadata *
presser_tei_metadata_read (PresserTeiSource *source)
{
  PresserMetadata *metadata = presser_metadata_new ();

  for (PresserMetadataField field = 0; field < PRESSER_METADATA_N_FIELDS; field++)
    {
      g_autofree char *value = dup_field (source, field);

      if (value != NULL)
        {
          PresserMetadata *more = presser_metadata_with (metadata, field, value);

          g_object_unref (metadata);
          metadata = more;
        }
    }

  return metadata;
}
