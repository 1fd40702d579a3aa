/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds the body as text while paragraphs arrive, so a transcript of a million turns costs no more than its
 * own length; header, timeline and speakers are put in front at the end. Where TEI wants an order that the transcript
 * does not have (a heading after paragraphs), a new division begins. */

#include "presser-tei-builder-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"

G_DEFINE_FINAL_TYPE (PresserTeiBuilder, presser_tei_builder, G_TYPE_OBJECT)

static void
speaker_free (gpointer data)
{
  PresserTeiBuilderSpeaker *speaker = data;

  g_free (speaker->id);
  g_free (speaker->name);
  g_free (speaker->role);
  g_ptr_array_unref (speaker->aliases);
  g_free (speaker);
}

static void
presser_tei_builder_dispose (GObject *object)
{
  PresserTeiBuilder *self = PRESSER_TEI_BUILDER (object);

  g_clear_object (&self->metadata);

  G_OBJECT_CLASS (presser_tei_builder_parent_class)->dispose (object);
}

static void
free_string (GString *string)
{
  g_string_free (string, TRUE);
}

static void
presser_tei_builder_finalize (GObject *object)
{
  PresserTeiBuilder *self = PRESSER_TEI_BUILDER (object);

  g_free (self->imported);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->speaker_names, g_hash_table_unref);
  g_clear_pointer (&self->speaker_ids, g_hash_table_unref);
  g_clear_pointer (&self->speakers, g_ptr_array_unref);
  g_clear_pointer (&self->times, g_hash_table_unref);
  g_clear_pointer (&self->timeline, free_string);
  g_clear_pointer (&self->body, free_string);
  g_clear_pointer (&self->turn, free_string);

  G_OBJECT_CLASS (presser_tei_builder_parent_class)->finalize (object);
}

static void
presser_tei_builder_class_init (PresserTeiBuilderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = presser_tei_builder_dispose;
  object_class->finalize = presser_tei_builder_finalize;
}

static void
presser_tei_builder_init (PresserTeiBuilder *self)
{
  self->metadata = presser_metadata_new ();
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->speakers = g_ptr_array_new_with_free_func (speaker_free);
  self->speaker_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->speaker_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->timeline = g_string_new (NULL);
  self->times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->body = g_string_new (NULL);
  self->turn = g_string_new (NULL);
}

/**
 * presser_tei_builder_new:
 *
 * Makes a builder with nothing in it.
 *
 * Returns: (transfer full): a builder
 */
PresserTeiBuilder *
presser_tei_builder_new (void)
{
  return g_object_new (PRESSER_TYPE_TEI_BUILDER, NULL);
}

/**
 * presser_tei_builder_set_metadata:
 * @self: a builder
 * @metadata: what is known about the whole
 *
 * Sets what the header says. The last call before presser_tei_builder_finish() counts.
 */
void
presser_tei_builder_set_metadata (PresserTeiBuilder *self,
                                  PresserMetadata   *metadata)
{
  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));
  g_return_if_fail (PRESSER_IS_METADATA (metadata));

  g_set_object (&self->metadata, metadata);
}

/**
 * presser_tei_builder_set_imported:
 * @self: a builder
 * @day: ISO 8601
 *
 * Begins the history of the file with its import.
 */
void
presser_tei_builder_set_imported (PresserTeiBuilder *self,
                                  const char        *day)
{
  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));

  g_free (self->imported);
  self->imported = g_strdup (day);
}

/**
 * presser_tei_builder_add_remark:
 * @self: a builder
 * @remark: one line
 *
 * Notes in the header that something was normalised or left out.
 */
void
presser_tei_builder_add_remark (PresserTeiBuilder *self,
                                const char        *remark)
{
  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));
  g_return_if_fail (remark != NULL);

  g_ptr_array_add (self->remarks, presser_tei_clean_line (remark, -1));
}

static guint
add_time (PresserTeiBuilder *self,
          gint64             time)
{
  gpointer number = g_hash_table_lookup (self->times, &time);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (self->times) + 1);
      g_hash_table_insert (self->times, g_memdup2 (&time, sizeof time), number);
      g_string_append_printf (self->timeline,
                              "\n      <when xml:id=\"T%u\" interval=\"%" G_GINT64_FORMAT "\" since=\"#T0\"/>",
                              GPOINTER_TO_UINT (number), time);
    }

  return GPOINTER_TO_UINT (number);
}

static void
begin_division (PresserTeiBuilder *self)
{
  if (self->in_division)
    g_string_append (self->body, "\n      </div>");
  g_string_append (self->body, "\n      <div>");
  self->in_division = TRUE;
  self->division_has_content = FALSE;
}

static void
begin_block (PresserTeiBuilder *self,
             gboolean           only_at_top)
{
  if (!self->in_division || (only_at_top && self->division_has_content))
    begin_division (self);
  if (!only_at_top)
    self->division_has_content = TRUE;
  g_string_append (self->body, "\n        ");
}

/* Anchors stand in front of words; a letter stands for them, so that the spaces beside them are kept. */
static void
append_line (PresserTeiBuilder *self,
             const char        *text,
             gsize              n_bytes)
{
  gsize from = 0;

  for (guint i = 0; i < self->n_anchors && self->anchors[i].offset < n_bytes; i++)
    {
      const PresserTeiAnchor *anchor = &self->anchors[i];

      if (anchor->offset < from || anchor->time < 0)
        continue;
      presser_tei_append_characters (self->body, text + from, anchor->offset - from, from > 0 ? 'x' : 0, 'x');
      g_string_append_printf (self->body, "<anchor synch=\"#T%u\"/>", add_time (self, anchor->time));
      from = anchor->offset;
    }
  presser_tei_append_characters (self->body, text + from, n_bytes - from, from > 0 ? 'x' : 0, 0);
}

static void
add_label (PresserTeiBuilder *self,
           const char        *text,
           gsize              n_bytes)
{
  g_string_append (self->body, "<note type=\"speaker\">");
  append_line (self, text, n_bytes);
  g_string_append (self->body, "</note>");
}

/**
 * presser_tei_builder_begin_turn:
 * @self: a builder
 * @speaker_id: (nullable): who speaks, or %NULL if that is not known
 * @label: (nullable): the label as printed
 * @start_time: milliseconds, or %PRESSER_TIME_UNKNOWN
 * @end_time: milliseconds, or %PRESSER_TIME_UNKNOWN
 *
 * Begins a turn, and ends the one before.
 */
void
presser_tei_builder_begin_turn (PresserTeiBuilder *self,
                                const char        *speaker_id,
                                const char        *label,
                                gint64             start_time,
                                gint64             end_time)
{
  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));

  presser_tei_builder_end_turn (self);
  if (label != NULL)
    {
      g_autofree char *line = presser_tei_clean_line (label, -1);

      begin_block (self, FALSE);
      add_label (self, line, strlen (line));
    }

  self->in_turn = TRUE;
  self->n_turn_paragraphs = 0;
  self->n_turns++;
  g_string_printf (self->turn, "<u xml:id=\"u%u\"", self->n_turns);
  if (speaker_id != NULL)
    {
      g_autofree char *pointer = g_strconcat ("#", speaker_id, NULL);

      presser_tei_append_attribute (self->turn, "who", pointer);
    }
  if (start_time >= 0)
    g_string_append_printf (self->turn, " start=\"#T%u\"", add_time (self, start_time));
  if (end_time >= 0)
    g_string_append_printf (self->turn, " end=\"#T%u\"", add_time (self, end_time));
  g_string_append_c (self->turn, '>');
}

/**
 * presser_tei_builder_get_turn:
 * @self: a builder
 *
 * Returns: the number of the turn that was begun last, 0 if none was
 */
guint
presser_tei_builder_get_turn (PresserTeiBuilder *self)
{
  g_return_val_if_fail (PRESSER_IS_TEI_BUILDER (self), 0);

  return self->n_turns;
}

/**
 * presser_tei_builder_set_question:
 * @self: a builder that has just begun a turn
 * @turn: number of an earlier turn
 *
 * Says which turn holds the question that this one answers.
 */
void
presser_tei_builder_set_question (PresserTeiBuilder *self,
                                  guint              turn)
{
  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));
  g_return_if_fail (self->in_turn && !self->turn_is_open);
  g_return_if_fail (turn > 0 && turn < self->n_turns);

  g_string_truncate (self->turn, self->turn->len - 1);
  g_string_append_printf (self->turn, " corresp=\"#u%u\">", turn);
}

static void
open_turn (PresserTeiBuilder *self)
{
  begin_block (self, FALSE);
  g_string_append_len (self->body, self->turn->str, (gssize) self->turn->len);
  self->turn_is_open = TRUE;
}

static void
add_segment (PresserTeiBuilder *self,
             const char        *text,
             gsize              n_bytes)
{
  g_string_append_printf (self->body, "<seg xml:id=\"u%u.p%u\">", self->n_turns, ++self->n_turn_paragraphs);
  append_line (self, text, n_bytes);
  g_string_append (self->body, "</seg>");
}

/**
 * presser_tei_builder_end_turn:
 * @self: a builder
 *
 * Ends the turn, if there is one: what follows is nobody's speech. A turn in which nothing was said gets an empty
 * paragraph, so that it can be seen and counted.
 */
void
presser_tei_builder_end_turn (PresserTeiBuilder *self)
{
  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));

  if (self->in_turn && !self->turn_is_open)
    {
      open_turn (self);
      g_string_append (self->body, "\n          ");
      add_segment (self, "", 0);
    }
  if (self->turn_is_open)
    g_string_append (self->body, "\n        </u>");
  self->in_turn = FALSE;
  self->turn_is_open = FALSE;
}

static void
add_in_turn (PresserTeiBuilder   *self,
             PresserParagraphKind kind,
             const char          *text,
             gsize                n_bytes)
{
  static const char *const note_types[] = {
    [PRESSER_PARAGRAPH_HEADING] = "<note type=\"heading\">",
    [PRESSER_PARAGRAPH_LABEL] = "<note type=\"speaker\">",
    [PRESSER_PARAGRAPH_DATELINE] = "<note type=\"dateline\">",
    [PRESSER_PARAGRAPH_BYLINE] = "<note type=\"byline\">",
    [PRESSER_PARAGRAPH_NOTE] = "<note>",
  };

  if (!self->turn_is_open)
    open_turn (self);
  g_string_append (self->body, "\n          ");

  if (kind == PRESSER_PARAGRAPH_BODY || kind == PRESSER_PARAGRAPH_SPEECH)
    {
      add_segment (self, text, n_bytes);
      return;
    }

  g_string_append (self->body, kind == PRESSER_PARAGRAPH_STAGE ? "<kinesic><desc>" : note_types[kind]);
  append_line (self, text, n_bytes);
  g_string_append (self->body, kind == PRESSER_PARAGRAPH_STAGE ? "</desc></kinesic>" : "</note>");
}

static void
add_element (PresserTeiBuilder *self,
             const char        *name,
             const char        *text,
             gsize              n_bytes)
{
  g_string_append_printf (self->body, "<%s xml:id=\"b%u\">", name, ++self->n_blocks);
  append_line (self, text, n_bytes);
  g_string_append_printf (self->body, "</%s>", name);
}

static void
add_outside_turn (PresserTeiBuilder   *self,
                  PresserParagraphKind kind,
                  const char          *text,
                  gsize                n_bytes)
{
  static const char *const elements[] = {
    [PRESSER_PARAGRAPH_BODY] = "p",
    [PRESSER_PARAGRAPH_HEADING] = "head",
    [PRESSER_PARAGRAPH_DATELINE] = "dateline",
    [PRESSER_PARAGRAPH_BYLINE] = "byline",
    [PRESSER_PARAGRAPH_NOTE] = "note",
  };

  begin_block (self, kind == PRESSER_PARAGRAPH_HEADING || kind == PRESSER_PARAGRAPH_DATELINE
                         || kind == PRESSER_PARAGRAPH_BYLINE);
  if (kind == PRESSER_PARAGRAPH_STAGE)
    {
      g_string_append (self->body, "<kinesic><desc>");
      append_line (self, text, n_bytes);
      g_string_append (self->body, "</desc></kinesic>");
    }
  else if (kind == PRESSER_PARAGRAPH_LABEL)
    add_label (self, text, n_bytes);
  else
    add_element (self, elements[kind], text, n_bytes);
}

/* Speech of nobody in particular is a turn of its own: TEI has no other place for it. */
static void
add_lone_speech (PresserTeiBuilder *self,
                 const char        *text,
                 gsize              n_bytes)
{
  presser_tei_builder_begin_turn (self, NULL, NULL, PRESSER_TIME_UNKNOWN, PRESSER_TIME_UNKNOWN);
  add_in_turn (self, PRESSER_PARAGRAPH_SPEECH, text, n_bytes);
  presser_tei_builder_end_turn (self);
}

/**
 * presser_tei_builder_add_timed_paragraph:
 * @self: a builder
 * @kind: what it is; %PRESSER_PARAGRAPH_BODY becomes speech inside a turn
 * @text: one line of UTF-8
 * @n_bytes: its length in bytes, or -1 if it ends with NUL
 * @anchors: (nullable) (array length=n_anchors): when words are said, at the bytes where they begin, in order
 * @n_anchors: how many
 *
 * Adds a paragraph. Line ends become spaces, what XML cannot hold becomes U+FFFD. Times become anchors that point into
 * the timeline (TEI P5, chapter 8).
 */
void
presser_tei_builder_add_timed_paragraph (PresserTeiBuilder      *self,
                                         PresserParagraphKind    kind,
                                         const char             *text,
                                         gssize                  n_bytes,
                                         const PresserTeiAnchor *anchors,
                                         guint                   n_anchors)
{
  g_autofree char *line = NULL;
  gsize            length;

  g_return_if_fail (PRESSER_IS_TEI_BUILDER (self));
  g_return_if_fail (text != NULL);

  line = presser_tei_clean_line (text, n_bytes);
  length = strlen (line);
  /* Where characters were replaced, the places are others. */
  if (length == (n_bytes < 0 ? strlen (text) : (gsize) n_bytes))
    {
      self->anchors = anchors;
      self->n_anchors = n_anchors;
    }
  if (self->in_turn)
    add_in_turn (self, kind, line, length);
  else if (kind == PRESSER_PARAGRAPH_SPEECH)
    add_lone_speech (self, line, length);
  else
    add_outside_turn (self, kind, line, length);
  self->anchors = NULL;
  self->n_anchors = 0;
}

/**
 * presser_tei_builder_add_paragraph:
 * @self: a builder
 * @kind: what it is; %PRESSER_PARAGRAPH_BODY becomes speech inside a turn
 * @text: one line of UTF-8
 * @n_bytes: its length in bytes, or -1 if it ends with NUL
 *
 * Adds a paragraph of which no words have times.
 */
void
presser_tei_builder_add_paragraph (PresserTeiBuilder   *self,
                                   PresserParagraphKind kind,
                                   const char          *text,
                                   gssize               n_bytes)
{
  presser_tei_builder_add_timed_paragraph (self, kind, text, n_bytes, NULL, 0);
}

/**
 * presser_tei_builder_finish:
 * @self: a builder
 *
 * Gives the whole file. May be called once.
 *
 * Returns: (transfer full): TEI in UTF-8 with LF line ends
 */
GBytes *
presser_tei_builder_finish (PresserTeiBuilder *self)
{
  g_autoptr (GString) head = g_string_new (NULL);

  g_return_val_if_fail (PRESSER_IS_TEI_BUILDER (self), NULL);
  g_return_val_if_fail (self->body != NULL, NULL);

  presser_tei_builder_end_turn (self);
  if (!self->in_division)
    add_outside_turn (self, PRESSER_PARAGRAPH_BODY, "", 0);

  presser_tei_builder_append_header (head, self->metadata, self->remarks, self->speakers, self->imported);
  if (self->timeline->len > 0)
    {
      g_string_append (head, "  <standOff>\n    <timeline unit=\"ms\" origin=\"#T0\">\n      <when xml:id=\"T0\"/>");
      g_string_append_len (head, self->timeline->str, (gssize) self->timeline->len);
      g_string_append (head, "\n    </timeline>\n  </standOff>\n");
    }
  g_string_append (head, "  <text>\n    <body>");
  /* The body may be large; it is moved and not copied. */
  g_string_prepend_len (self->body, head->str, (gssize) head->len);
  g_string_append (self->body, "\n      </div>\n    </body>\n  </text>\n</TEI>\n");

  return g_string_free_to_bytes (g_steal_pointer (&self->body));
}
