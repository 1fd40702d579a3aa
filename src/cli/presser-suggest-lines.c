/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-suggest-lines.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "presser-error.h"

/* For pipelines, and for measuring the suggestions on annotated texts. Keys are stable. */

static const char *
get_string (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

#define STEP 256

/* The text as it was given, and the place of every STEPth character of it. */
typedef struct
{
  const char *text;
  GArray     *places; /* of gsize */
} Characters;

static void
clear_characters (Characters *characters)
{
  g_clear_pointer (&characters->places, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Characters, clear_characters)

static void
find_characters (Characters *characters,
                 const char *text)
{
  guint position = 0;

  characters->text = text;
  characters->places = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      gsize place = (gsize) (p - text);

      if (position % STEP == 0)
        g_array_append_val (characters->places, place);
    }
}

static const char *
find_character (const Characters *characters,
                guint             position)
{
  gsize place;

  if (position / STEP >= characters->places->len)
    return characters->text + strlen (characters->text);
  place = g_array_index (characters->places, gsize, position / STEP);

  return g_utf8_offset_to_pointer (characters->text + place, position % STEP);
}

static char *
dup_slice (const Characters *characters,
           PresserRange      range)
{
  const char *start = find_character (characters, range.start);

  return g_strndup (start, (gsize) (find_character (characters, range.end) - start));
}

static void
add_speaker (JsonBuilder           *builder,
             Characters            *text,
             const PresserProposal *proposal)
{
  g_autofree char *mention = dup_slice (text, proposal->mention);

  json_builder_set_member_name (builder, "speaker");
  if (presser_range_is_empty (proposal->mention))
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, proposal->mention.start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, proposal->mention.end);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, mention);
  if (proposal->is_named)
    {
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, proposal->speaker_name);
    }
  json_builder_end_object (builder);
}

static void
add_quotation (JsonBuilder           *builder,
               Characters            *text,
               const PresserProposal *proposal)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, proposal->range.start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, proposal->range.end);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, proposal->kind == PRESSER_KIND_INDIRECT ? "indirect" : proposal->is_partial ? "partial"
                                                                                                                      : "full");
  json_builder_set_member_name (builder, "certainty");
  json_builder_add_string_value (builder, presser_certainty_to_string (proposal->certainty));
  json_builder_set_member_name (builder, "rule");
  json_builder_add_int_value (builder, proposal->rule);
  add_speaker (builder, text, proposal);
  json_builder_end_object (builder);
}

static char *
write_line (const char *id,
            const char *text,
            GPtrArray  *proposals)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_auto (Characters) characters = { 0 };

  find_characters (&characters, text);
  json_builder_begin_object (builder);
  if (id != NULL)
    {
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, id);
    }
  json_builder_set_member_name (builder, "quotes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposals->len; i++)
    add_quotation (builder, &characters, proposals->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}

/**
 * presser_suggest_json_line:
 * @line: a JSON object with "text", and perhaps "id" and "lang"
 * @options: (nullable): what to look for; its language wins over the line's "lang"
 * @error: return location
 *
 * Finds the quotations of one text.
 *
 * Returns: (transfer full) (nullable): a line without line end: {"id", "quotes": [{"start", "end", "kind",
 *   "certainty", "rule", "speaker": {"start", "end", "text", "name"} or null}]}, positions in code points; or
 *   %NULL with %PRESSER_ERROR_INVALID
 */
char *
presser_suggest_json_line (const char                  *line,
                           const PresserSuggestOptions *options,
                           GError                     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (PresserSuggestSource) source = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  JsonNode   *root;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return NULL;
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || get_string (object, "text") == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   _ ("Each line must be a JSON object with a string named “text”."));
      return NULL;
    }

  source = presser_suggest_source_new_from_text (get_string (object, "text"), get_string (object, "lang"));
  proposals = presser_suggest_run (source, options, NULL, error);
  if (proposals == NULL)
    return NULL;

  return write_line (get_string (object, "id"), get_string (object, "text"), proposals);
}
