/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changed fields of the metadata, each where it stands in the header or where the builder would have put it. */

#include "presser-tei-header-writer-private.h"
#include "presser-tei-metadata-private.h"

#include <string.h>

#define SETTING "teiHeader/profileDesc/settingDesc/setting"

typedef struct
{
  PresserTeiWriter   *writer;
  PresserTeiSource   *source;
  PresserTeiBranches *branches;
  PresserTeiBranch   *new_bibls[2]; /* source, importedFile */
  gboolean            has_room;     /* made already */
} MetadataWriter;

static PresserTeiBranch *
get_path (MetadataWriter *self,
          const char     *path)
{
  return presser_tei_branch_get_path (presser_tei_write_get_root (self->writer, self->branches), path);
}

/* `sourceDesc` holds either paragraphs or descriptions: a paragraph becomes a description, the builder's own goes. */
static void
make_room (MetadataWriter *self,
           guint32         description)
{
  guint32 child = PRESSER_TEI_NONE;

  if (description == PRESSER_TEI_NONE || self->has_room)
    return;
  self->has_room = TRUE;
  while ((child = presser_tei_source_next_child (self->source, description, child)) != PRESSER_TEI_NONE)
    {
      PresserTeiElement *element = presser_tei_source_get_element (self->source, child);
      g_autofree char   *text = NULL;
      guint32            name = element->tag_start + 1 + ((PresserTeiName *) g_ptr_array_index (self->source->names, element->name))->prefix_length;
      guint32            end_name = element->close_end - 1;

      if (!presser_tei_source_is (self->source, child, "p") || presser_tei_branches_is_deleted (self->branches, child))
        continue;
      text = presser_tei_source_dup_text (self->source, child);
      if (g_strcmp0 (text, PRESSER_TEI_NO_SOURCE) == 0 || element->is_empty_tag)
        {
          presser_tei_branches_delete (self->branches, child);
          continue;
        }
      while (self->source->text[end_name - 1] == ' ')
        end_name--;
      presser_tei_patches_replace (self->writer->patches, name, name + 1, "bibl");
      presser_tei_patches_replace (self->writer->patches, end_name - 1, end_name, "bibl");
    }
}

static PresserTeiBranch *
get_bibl (MetadataWriter *self,
          const char     *type)
{
  PresserTeiBranch **fresh = &self->new_bibls[strcmp (type, "source") == 0 ? 0 : 1];
  guint32            description = presser_tei_source_find_path (self->source, 0, "teiHeader/fileDesc/sourceDesc");
  guint32            bibl = description == PRESSER_TEI_NONE ? PRESSER_TEI_NONE
                                                            : presser_tei_write_find_child (self->source, description, "bibl", type);

  if (*fresh != NULL)
    return *fresh;
  if (bibl != PRESSER_TEI_NONE && !presser_tei_branches_is_deleted (self->branches, bibl))
    return presser_tei_branches_get (self->branches, bibl);

  make_room (self, description);
  *fresh = presser_tei_branch_add (get_path (self, "teiHeader/fileDesc/sourceDesc"), "bibl", NULL);
  presser_tei_branch_set_attribute (*fresh, "type", type);

  return *fresh;
}

static void
write_title (MetadataWriter *self,
             guint32         element,
             const char     *value)
{
  if (element != PRESSER_TEI_NONE)
    presser_tei_branches_replace_text (self->branches, element, value);
  else
    presser_tei_branch_add (get_path (self, "teiHeader/fileDesc/titleStmt"), "title", value);
}

/* Date and its printed form are one element. */
static void
write_date (MetadataWriter *self,
            guint32         element,
            const char     *date,
            const char     *text)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  PresserTeiElement *old;

  if (date == NULL && text == NULL)
    {
      if (element != PRESSER_TEI_NONE)
        presser_tei_branches_delete (self->branches, element);
      return;
    }
  if (element == PRESSER_TEI_NONE)
    {
      PresserTeiBranch *branch = presser_tei_branch_add (get_path (self, SETTING), "date", text);

      if (date != NULL)
        presser_tei_branch_set_attribute (branch, presser_tei_metadata_is_iso_date (date) ? "when" : "n", date);
      return;
    }
  old = presser_tei_source_get_element (self->source, element);
  presser_tei_patches_set_attribute (self->writer->patches, element, "when",
                                     date != NULL && presser_tei_metadata_is_iso_date (date) ? date : NULL);
  presser_tei_patches_set_attribute (self->writer->patches, element, "n",
                                     date != NULL && !presser_tei_metadata_is_iso_date (date) ? date : NULL);
  if (text != NULL || !old->is_empty_tag)
    presser_tei_branches_replace_text (self->branches, element, text);
}

static void
write_text (MetadataWriter *self,
            guint32         element,
            const char     *parent_path,
            const char     *name,
            const char     *value)
{
  if (element != PRESSER_TEI_NONE && value == NULL)
    presser_tei_branches_delete (self->branches, element);
  else if (element != PRESSER_TEI_NONE)
    presser_tei_branches_replace_text (self->branches, element, value);
  else if (value != NULL)
    presser_tei_branch_add (get_path (self, parent_path), name, value);
}

static void
write_source (MetadataWriter *self,
              guint32         element,
              const char     *value)
{
  const char *target = value != NULL && presser_tei_metadata_is_link (value) ? value : NULL;

  if (element != PRESSER_TEI_NONE && value == NULL)
    presser_tei_branches_delete (self->branches, element);
  else if (element != PRESSER_TEI_NONE)
    {
      presser_tei_patches_set_attribute (self->writer->patches, element, "target", target);
      presser_tei_branches_replace_text (self->branches, element, value);
    }
  else if (value != NULL)
    presser_tei_branch_set_attribute (presser_tei_branch_add (get_bibl (self, "source"), "ref", value), "target", target);
}

static void
write_in_bibl (MetadataWriter *self,
               guint32         element,
               const char     *type,
               const char     *name,
               const char     *idno_type,
               const char     *value)
{
  if (element != PRESSER_TEI_NONE)
    write_text (self, element, NULL, NULL, value);
  else if (value != NULL)
    presser_tei_branch_set_attribute (presser_tei_branch_add (get_bibl (self, type), name, value), "type", idno_type);
}

static void
write_language (MetadataWriter *self,
                guint32         element,
                const char     *value)
{
  gboolean          is_tag = value != NULL && presser_tei_metadata_is_language (value);
  PresserTeiBranch *branch;

  if (value == NULL)
    {
      if (element != PRESSER_TEI_NONE)
        presser_tei_branches_delete (self->branches, element);
      return;
    }
  if (element != PRESSER_TEI_NONE)
    {
      presser_tei_patches_set_attribute (self->writer->patches, element, "ident", is_tag ? value : "und");
      presser_tei_branches_replace_text (self->branches, element, is_tag ? NULL : value);
      return;
    }
  branch = presser_tei_branch_add (get_path (self, "teiHeader/profileDesc/langUsage"), "language", is_tag ? NULL : value);
  presser_tei_branch_set_attribute (branch, "ident", is_tag ? value : "und");
}

static void
write_recording (MetadataWriter *self,
                 guint32         element,
                 const char     *value)
{
  if (element != PRESSER_TEI_NONE && presser_tei_source_is (self->source, element, "media") && value != NULL)
    presser_tei_patches_set_attribute (self->writer->patches, element, "url", value);
  else
    {
      if (element == PRESSER_TEI_NONE && value != NULL)
        make_room (self, presser_tei_source_find_path (self->source, 0, "teiHeader/fileDesc/sourceDesc"));
      write_text (self, element, "teiHeader/fileDesc/sourceDesc/recordingStmt/recording", "p", value);
    }
}

static void
write_field (MetadataWriter      *self,
             PresserMetadataField field,
             const char          *value)
{
  guint32 element = presser_tei_metadata_find (self->source, field);

  switch (field)
    {
    case PRESSER_METADATA_TITLE:
      write_title (self, element, value);
      break;
    case PRESSER_METADATA_PLACE:
      write_text (self, element, SETTING, "placeName", value);
      break;
    case PRESSER_METADATA_EVENT:
      write_text (self, element, SETTING, "activity", value);
      break;
    case PRESSER_METADATA_SOURCE:
      write_source (self, element, value);
      break;
    case PRESSER_METADATA_PUBLISHER:
      write_in_bibl (self, element, "source", "publisher", NULL, value);
      break;
    case PRESSER_METADATA_LANGUAGE:
      write_language (self, element, value);
      break;
    case PRESSER_METADATA_RECORDING:
      write_recording (self, element, value);
      break;
    case PRESSER_METADATA_REJECTED:
      presser_tei_write_rejected (self->writer, self->branches, element, value);
      break;
    case PRESSER_METADATA_FILE_NAME:
    case PRESSER_METADATA_FILE_SHA256:
    case PRESSER_METADATA_FILE_SIZE:
    case PRESSER_METADATA_FILE_FORMAT:
    case PRESSER_METADATA_FILE_ENCODING:
      write_in_bibl (self, element, "importedFile", "idno", presser_tei_metadata_get_idno_type (field), value);
      break;
    case PRESSER_METADATA_DATE:
    case PRESSER_METADATA_DATE_TEXT:
    case PRESSER_METADATA_N_FIELDS:
    default:
      break;
    }
}

static gboolean
differs (PresserMetadata     *one,
         PresserMetadata     *other,
         PresserMetadataField field)
{
  return g_strcmp0 (presser_metadata_get (one, field), presser_metadata_get (other, field)) != 0;
}

void
presser_tei_write_metadata (PresserTeiWriter   *writer,
                            PresserTeiBranches *branches)
{
  PresserMetadata *old = writer->reading->metadata;
  PresserMetadata *metadata = presser_document_get_metadata (writer->document);
  MetadataWriter   self = { writer, writer->source, branches };

  if (old == metadata)
    return;
  for (PresserMetadataField field = 0; field < PRESSER_METADATA_N_FIELDS; field++)
    if (differs (old, metadata, field))
      write_field (&self, field, presser_metadata_get (metadata, field));
  if (differs (old, metadata, PRESSER_METADATA_DATE) || differs (old, metadata, PRESSER_METADATA_DATE_TEXT))
    write_date (&self, presser_tei_metadata_find (writer->source, PRESSER_METADATA_DATE),
                presser_metadata_get (metadata, PRESSER_METADATA_DATE),
                presser_metadata_get (metadata, PRESSER_METADATA_DATE_TEXT));
}
