/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-codes.h"

#include <stdarg.h>

#include <glib/gi18n-lib.h>

/* Parts of a name may not run into each other. */
#define PARTED "\x1f"

static const guint8 name_space[16] = { 0x70, 0x72, 0x65, 0x73, 0x73, 0x65, 0x72, 0x2e, 0x61, 0x70, 0x70, 0x2e, 0x71, 0x64, 0x61, 0x31 };

/**
 * presser_export_dup_guid:
 * @first: what is named
 * @...: further parts of its name, then %NULL
 *
 * Returns: (transfer full): always the same identifier for the same name
 */
char *
presser_export_dup_guid (const char *first,
                         ...)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  static const char digits[] = "0123456789abcdef";
  guint8            digest[20];
  gsize             size = sizeof digest;
  char             *guid = g_new0 (char, 37);
  char             *cursor = guid;
  va_list           parts;

  g_checksum_update (checksum, name_space, sizeof name_space);
  va_start (parts, first);
  for (const char *part = first; part != NULL; part = va_arg (parts, const char *))
    {
      g_checksum_update (checksum, (const guint8 *) part, -1);
      g_checksum_update (checksum, (const guint8 *) PARTED, 1);
    }
  va_end (parts);
  g_checksum_get_digest (checksum, digest, &size);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *cursor++ = '-';
      *cursor++ = digits[digest[i] >> 4];
      *cursor++ = digits[digest[i] & 0x0f];
    }

  return guid;
}

static void
free_code (gpointer data)
{
  PresserExportCode *code = data;

  g_free (code->guid);
  g_free (code->parent);
  g_free (code->name);
  g_free (code->description);
  g_free (code);
}

/**
 * presser_export_codes_new:
 *
 * Returns: (transfer full): an empty codebook
 */
PresserExportCodes *
presser_export_codes_new (void)
{
  PresserExportCodes *self = g_new0 (PresserExportCodes, 1);

  self->codes = g_ptr_array_new_with_free_func (free_code);
  self->guids = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * presser_export_codes_free:
 * @self: (transfer full): a codebook
 */
void
presser_export_codes_free (PresserExportCodes *self)
{
  g_hash_table_unref (self->guids);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

static void
add_code (PresserExportCodes *self,
          char               *guid,
          const char         *parent,
          const char         *name,
          const char         *description,
          gboolean            is_folder)
{
  PresserExportCode *code = NULL;

  if (g_hash_table_contains (self->guids, guid))
    {
      g_free (guid);
      return;
    }
  code = g_new0 (PresserExportCode, 1);
  code->guid = guid;
  code->parent = g_strdup (parent);
  code->name = g_strdup (name);
  code->description = g_strdup (description);
  code->is_folder = is_folder;
  g_hash_table_add (self->guids, guid);
  g_ptr_array_add (self->codes, code);
}

static char *
dup_folder_guid (const char *folder)
{
  return presser_export_dup_guid ("folder", folder, NULL);
}

static void
add_in_folder (PresserExportCodes *self,
               const char         *folder,
               char               *guid,
               const char         *name)
{
  g_autofree char *parent = dup_folder_guid (folder);

  add_code (self, g_strdup (parent), NULL, folder, NULL, TRUE);
  add_code (self, guid, parent, name, NULL, FALSE);
}

/* Labels from the top down: a topic of the same name under another parent is another one. */
static char *
dup_topic_path (PresserDocument *document,
                PresserTopic    *topic)
{
  const char      *parent_id = presser_topic_get_parent (topic);
  PresserTopic    *parent = parent_id != NULL ? presser_document_get_topic (document, parent_id) : NULL;
  g_autofree char *above = parent != NULL ? dup_topic_path (document, parent) : g_strdup ("");

  return g_strconcat (above, PARTED, presser_topic_get_label (topic), NULL);
}

static char *
dup_topic_guid (PresserDocument *document,
                const char      *id)
{
  PresserTopic    *topic = presser_document_get_topic (document, id);
  g_autofree char *path = topic != NULL ? dup_topic_path (document, topic) : g_strdup (id);

  return presser_export_dup_guid ("topic", path, NULL);
}

static void
collect_topics (PresserExportCodes *self,
                PresserDocument    *document)
{
  GListModel      *topics = presser_document_get_topics (document);
  guint            n_topics = g_list_model_get_n_items (topics);
  g_autofree char *folder = dup_folder_guid ("Topics");

  if (n_topics > 0)
    add_code (self, g_strdup (folder), NULL, "Topics", NULL, TRUE);
  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      const char      *parent_id = presser_topic_get_parent (topic);
      g_autofree char *parent = parent_id != NULL ? dup_topic_guid (document, parent_id) : g_strdup (folder);

      add_code (self, dup_topic_guid (document, presser_topic_get_id (topic)), parent, presser_topic_get_label (topic),
                presser_topic_get_definition (topic), FALSE);
    }
}

/**
 * presser_export_codes_dup_speaker_guid:
 * @name: the name that statements are credited to
 *
 * Returns: (transfer full): the guid of the speaker's code
 */
char *
presser_export_codes_dup_speaker_guid (const char *name)
{
  return presser_export_dup_guid ("speaker", name, NULL);
}

/**
 * presser_export_codes_collect:
 * @self: a codebook
 * @view: a document as it may be shown
 * @rows: (element-type PresserExportRow): its statements
 *
 * Adds the document's topics, and the speakers and words that the statements need.
 */
void
presser_export_codes_collect (PresserExportCodes *self,
                              PresserExportView  *view,
                              GPtrArray          *rows)
{
  static const struct
  {
    const char   *folder;
    PresserColumn column;
  } words[] = {
    { "Kind", PRESSER_COLUMN_KIND },
    { "Status", PRESSER_COLUMN_STATUS },
    { "Ground rule", PRESSER_COLUMN_GROUND_RULE },
  };

  for (guint i = 0; i < rows->len; i++)
    {
      const PresserExportRow *row = rows->pdata[i];

      if (row->credit.name != NULL)
        add_in_folder (self, "Speakers", presser_export_codes_dup_speaker_guid (row->credit.name), row->credit.name);
    }
  collect_topics (self, presser_export_view_get_document (view));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < rows->len; j++)
      {
        const char *word = ((PresserExportRow *) rows->pdata[j])->cells[words[i].column];

        add_in_folder (self, words[i].folder, presser_export_dup_guid ("word", word, NULL), word);
      }
}

/**
 * presser_export_codes_dup_for:
 * @view: a document as it may be shown
 * @row: one of its statements
 *
 * Returns: (transfer full) (element-type utf8): the guids of what it is coded with
 */
GPtrArray *
presser_export_codes_dup_for (PresserExportView      *view,
                              const PresserExportRow *row)
{
  GPtrArray         *guids = g_ptr_array_new_with_free_func (g_free);
  const char *const *topics = presser_statement_get_topics (row->statement);

  if (row->credit.name != NULL)
    g_ptr_array_add (guids, presser_export_codes_dup_speaker_guid (row->credit.name));
  for (guint i = 0; topics[i] != NULL; i++)
    if (presser_document_get_topic (presser_export_view_get_document (view), topics[i]) != NULL)
      g_ptr_array_add (guids, dup_topic_guid (presser_export_view_get_document (view), topics[i]));
  g_ptr_array_add (guids, presser_export_dup_guid ("word", row->cells[PRESSER_COLUMN_KIND], NULL));
  g_ptr_array_add (guids, presser_export_dup_guid ("word", row->cells[PRESSER_COLUMN_STATUS], NULL));
  g_ptr_array_add (guids, presser_export_dup_guid ("word", row->cells[PRESSER_COLUMN_GROUND_RULE], NULL));

  return guids;
}

static void
append_level (PresserExportCodes *self,
              GHashTable         *children,
              GString            *xml,
              const char         *parent)
{
  GPtrArray *level = g_hash_table_lookup (children, parent);

  for (guint i = 0; level != NULL && i < level->len; i++)
    {
      const PresserExportCode *code = level->pdata[i];
      g_autofree char         *name = g_markup_escape_text (code->name, -1);

      g_string_append_printf (xml, "<Code guid=\"%s\" name=\"%s\" isCodable=\"%s\">", code->guid, name, code->is_folder ? "false" : "true");
      if (code->description != NULL)
        {
          g_autofree char *description = g_markup_escape_text (code->description, -1);

          g_string_append_printf (xml, "<Description>%s</Description>", description);
        }
      append_level (self, children, xml, code->guid);
      g_string_append (xml, "</Code>\n");
    }
}

static void
free_level (gpointer level)
{
  g_ptr_array_unref (level);
}

/**
 * presser_export_codes_append:
 * @self: a codebook
 * @xml: gets its Codes element, the same in both REFI-QDA schemas
 */
void
presser_export_codes_append (PresserExportCodes *self,
                             GString            *xml)
{
  g_autoptr (GHashTable) children = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_level);

  if (self->codes->len == 0)
    return;
  for (guint i = 0; i < self->codes->len; i++)
    {
      PresserExportCode *code = self->codes->pdata[i];
      const char        *parent = code->parent != NULL ? code->parent : "";
      GPtrArray         *level = g_hash_table_lookup (children, parent);

      if (level == NULL)
        {
          level = g_ptr_array_new ();
          g_hash_table_insert (children, (gpointer) parent, level);
        }
      g_ptr_array_add (level, code);
    }
  g_string_append (xml, "<Codes>\n");
  append_level (self, children, xml, "");
  g_string_append (xml, "</Codes>\n");
}
