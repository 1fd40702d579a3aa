/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-script-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-language.h"
#include "presser-tei-builder.h"

#define SPEAKER_TAG    "<NAME>"
#define COLUMN_PADDING 20

static void
free_label (gpointer data)
{
  PresserLabel *label = data;

  g_free (label->text);
  g_free (label->key);
  g_ptr_array_unref (label->variants);
  g_free (label);
}

static void
free_voice (gpointer data)
{
  PresserVoice *voice = data;

  g_free (voice->name);
  g_free (voice->role);
  g_free (voice->proposed);
  g_ptr_array_unref (voice->aliases);
  g_free (voice);
}

/**
 * presser_script_new:
 *
 * Returns: (transfer full): a script without lines
 */
PresserScript *
presser_script_new (void)
{
  PresserScript *self = g_new0 (PresserScript, 1);

  self->text = g_string_new (NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (PresserLine));
  self->labels = g_ptr_array_new_with_free_func (free_label);
  self->label_keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->voices = g_ptr_array_new_with_free_func (free_voice);
  self->questions = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->anchors = g_array_new (FALSE, FALSE, sizeof (PresserMoment));
  self->remarks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * presser_script_free:
 * @self: (transfer full): a script
 */
void
presser_script_free (PresserScript *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_hash_table_unref (self->label_keys);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->voices);
  g_array_unref (self->questions);
  g_array_unref (self->anchors);
  g_ptr_array_unref (self->remarks);
  presser_label_choices_clear (&self->choices);
  for (guint i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    g_free (self->metadata[i]);
  g_free (self);
}

static PresserLine *
append_line (PresserScript *self,
             const char    *start,
             const char    *end,
             guint          flags)
{
  PresserLine line = { .label = PRESSER_NO_LABEL,
                       .start_time = PRESSER_TIME_UNKNOWN,
                       .end_time = PRESSER_TIME_UNKNOWN,
                       .flags = (guint8) flags,
                       .kind = PRESSER_PARAGRAPH_BODY };

  line.start = (guint32) (start - self->text->str);
  line.length = (guint32) (end - start);
  g_array_append_val (self->lines, line);

  return presser_script_line (self, self->lines->len - 1);
}

/* Dashes, equals signs, stars or underscores alone divide; they are layout like a blank line. */
static gboolean
is_rule (const char *start,
         const char *end)
{
  if (end - start < 3 || strchr ("-_=*~", *start) == NULL)
    return FALSE;
  for (const char *place = start; place < end; place++)
    if (*place != *start && *place != ' ')
      return FALSE;

  return TRUE;
}

/* Some transcripts are one line, with the speakers between tags: each tag begins a line. */
static const char *
find_tag (const char *start,
          const char *end)
{
  const gsize length = strlen (SPEAKER_TAG);

  for (start = memchr (start, '<', (gsize) (end - start)); start != NULL && (gsize) (end - start) >= length;
       start = memchr (start + 1, '<', (gsize) (end - start - 1)))
    if (memcmp (start, SPEAKER_TAG, length) == 0)
      return start;

  return end;
}

/* Headlines of old web pages are padded with blanks up to what stood in the next column. Every run of so many blanks
 * covers one of the places looked at. */
static const char *
find_padding (const char *start,
              const char *end)
{
  for (const char *place = start + COLUMN_PADDING - 1; place < end; place += COLUMN_PADDING)
    {
      const char *first = place;

      if (*place != ' ')
        continue;
      while (first > start && first[-1] == ' ')
        first--;
      while (place + 1 < end && place[1] == ' ')
        place++;
      if (place + 1 - first >= COLUMN_PADDING)
        return first;
    }

  return end;
}

/* Each is looked for once and remembered, so that a long line is read once. */
static void
append_pieces (PresserScript *self,
               const char    *start,
               const char    *end,
               guint          flags)
{
  const char *next_tag = start, *next_padding = start;

  while (start < end)
    {
      const char *piece;

      if (next_tag <= start)
        next_tag = find_tag (start + 1, end);
      if (next_padding <= start)
        next_padding = find_padding (start + 1, end);
      piece = MIN (next_tag, next_padding);

      append_line (self, start, presser_text_trim_blank (start, piece), flags);
      start = presser_text_skip_blank (piece, end);
      flags = PRESSER_LINE_PARAGRAPH;
    }
}

/**
 * presser_script_take_text:
 * @self: a script without lines
 * @text: (transfer full): clean UTF-8 with LF line ends
 * @length: its bytes
 *
 * Blank lines and dividing lines part paragraphs and are themselves gone.
 */
void
presser_script_take_text (PresserScript *self,
                          char          *text,
                          gsize          length)
{
  guint       flags = PRESSER_LINE_PARAGRAPH;
  const char *end;

  /* A copy of 50 MB is saved: the string changes its buffer. */
  g_free (self->text->str);
  self->text->str = text;
  self->text->len = length;
  self->text->allocated_len = length + 1;

  end = text + length;
  for (const char *start = text; start < end;)
    {
      const char *line_end = memchr (start, '\n', (gsize) (end - start));
      const char *next;

      if (line_end == NULL)
        line_end = end;
      next = line_end + 1;
      start = presser_text_skip_blank (start, line_end);
      line_end = presser_text_trim_blank (start, line_end);
      if (start == line_end)
        flags |= PRESSER_LINE_PARAGRAPH;
      else if (is_rule (start, line_end))
        {
          flags |= PRESSER_LINE_PARAGRAPH | PRESSER_LINE_RULE;
          self->has_rules = TRUE;
        }
      else
        {
          append_pieces (self, start, line_end, flags);
          flags = 0;
        }
      start = next;
    }
}

/**
 * presser_script_add_line:
 * @self: a script
 * @text: valid UTF-8 without line ends
 * @n_bytes: its length in bytes, or -1
 * @flags: #PresserLineFlags
 *
 * Returns: (transfer none) (nullable): the line, until the next is added; %NULL if nothing but blanks was given
 */
PresserLine *
presser_script_add_line (PresserScript *self,
                         const char    *text,
                         gssize         n_bytes,
                         guint          flags)
{
  gsize       length = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  const char *end = presser_text_trim_blank (text, text + length);
  gsize       start = self->text->len;

  text = presser_text_skip_blank (text, end);
  if (text == end || start + length > G_MAXUINT32 - 1)
    return NULL;

  g_string_append_len (self->text, text, end - text);
  g_string_append_c (self->text, '\n');

  return append_line (self, self->text->str + start, self->text->str + self->text->len - 1, flags);
}

/**
 * presser_script_add_turn:
 * @self: a script
 * @label: (nullable): the speaker's name as the source gives it
 * @text: what the speaker says, valid UTF-8 without line ends
 * @n_bytes: its length in bytes, or -1
 *
 * Returns: (transfer none) (nullable): the line, until the next is added; %NULL if nothing but blanks was given
 */
PresserLine *
presser_script_add_turn (PresserScript *self,
                         const char    *label,
                         const char    *text,
                         gssize         n_bytes)
{
  PresserLine *line = presser_script_add_line (self, text, n_bytes,
                                               PRESSER_LINE_PARAGRAPH | PRESSER_LINE_TURN | PRESSER_LINE_FIXED);

  if (line != NULL && label != NULL && *label != '\0')
    {
      PresserLabel *known = presser_script_intern_label (self, label, strlen (label), &line->label);

      known->is_given = known->is_used = TRUE;
      known->n++;
    }

  return line;
}

/**
 * presser_script_add_moment:
 * @self: a script
 * @place: where a word begins, a byte of the script's text
 * @time: when it is said, in milliseconds; an unknown one is ignored
 *
 * Places come in the order of the text.
 */
void
presser_script_add_moment (PresserScript *self,
                           guint32        place,
                           gint32         time)
{
  PresserMoment moment = { place, time };

  if (time >= 0)
    g_array_append_val (self->anchors, moment);
}

/**
 * presser_script_set_wrapped:
 * @self: a script
 * @is_wrapped: whether only lines with %PRESSER_LINE_PARAGRAPH begin paragraphs, however the text looks
 */
void
presser_script_set_wrapped (PresserScript *self,
                            gboolean       is_wrapped)
{
  self->is_wrapped = is_wrapped;
}

/**
 * presser_script_set_captions:
 * @self: a script
 * @are_captions: whether sentences run over its lines
 */
void
presser_script_set_captions (PresserScript *self,
                             gboolean       are_captions)
{
  self->are_captions = are_captions;
}

/**
 * presser_script_set_metadata:
 * @self: a script
 * @field: what is known
 * @value: (nullable): the value; nothing but blanks is ignored
 *
 * The first value that is set for a field stays.
 */
void
presser_script_set_metadata (PresserScript       *self,
                             PresserMetadataField field,
                             const char          *value)
{
  g_autofree char *trimmed = value != NULL ? g_strstrip (g_strdup (value)) : NULL;

  if (self->metadata[field] == NULL && trimmed != NULL && *trimmed != '\0')
    self->metadata[field] = g_steal_pointer (&trimmed);
}

/**
 * presser_script_add_remark:
 * @self: a script
 * @remark: a translated sentence on what was unsure or left out
 */
void
presser_script_add_remark (PresserScript *self,
                           const char    *remark)
{
  g_ptr_array_add (self->remarks, g_strdup (remark));
}

/**
 * presser_script_is_empty:
 * @self: a script
 *
 * Returns: whether no line was added
 */
gboolean
presser_script_is_empty (PresserScript *self)
{
  return self->lines->len == 0;
}

/**
 * presser_script_intern_label:
 * @self: a script
 * @text: a label without its colon
 * @length: its bytes
 * @place: (out): its place in labels
 *
 * The label with that text, new if it was not met before; two that differ in nothing but marks and case are one.
 *
 * Two that differ in nothing but marks, blanks and case are one.
 *
 * Returns: (transfer none): the label
 */
PresserLabel *
presser_script_intern_label (PresserScript *self,
                             const char    *text,
                             gsize          length,
                             guint         *place)
{
  g_autofree char *key = presser_text_make_key (text, length);
  PresserLabel    *label = g_hash_table_lookup (self->label_keys, key);

  if (label == NULL)
    {
      label = g_new0 (PresserLabel, 1);
      label->text = presser_text_make_plain (text, length);
      label->key = g_steal_pointer (&key);
      label->place = self->labels->len;
      label->first_line = self->lines->len;
      label->variants = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->labels, label);
      g_hash_table_insert (self->label_keys, label->key, label);
    }
  *place = label->place;

  return label;
}

/**
 * presser_script_scan_label:
 * @self: a script
 * @line: one of its lines
 * @hit: (out): what stands there
 *
 * Returns: whether a label or a time stamp stands at the start of the line
 */
gboolean
presser_script_scan_label (const PresserScript *self,
                           const PresserLine   *line,
                           PresserLabelHit     *hit)
{
  const char *text = presser_line_text (self, line);
  const char *end = presser_line_end (self, line);

  if (self->choices.pattern != NULL)
    return presser_label_choices_scan (&self->choices, text, end, hit);

  return presser_label_scan (text, end, line->emphasis, self->counts_days, hit);
}

static PresserMetadata *
merge_metadata (PresserScript   *self,
                PresserMetadata *known)
{
  g_autoptr (PresserMetadata) merged = known != NULL ? g_object_ref (known) : presser_metadata_new ();

  for (guint i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    if (self->metadata[i] != NULL && presser_metadata_get (merged, i) == NULL)
      {
        PresserMetadata *more = presser_metadata_with (merged, i, self->metadata[i]);

        g_object_unref (merged);
        merged = more;
      }

  return g_steal_pointer (&merged);
}

/* The header tells all of them, those on the encoding too. */
static void
hand_over_remarks (PresserScript       *self,
                   PresserTeiBuilder   *builder,
                   PresserImportReport *report)
{
  GPtrArray *all = presser_import_report_get_remarks (report);

  for (guint i = 0; i < self->remarks->len; i++)
    presser_import_report_add_remark (report, self->remarks->pdata[i]);
  for (guint i = 0; i < all->len; i++)
    presser_tei_builder_add_remark (builder, all->pdata[i]);
}

/**
 * presser_script_finish:
 * @self: a script with all its lines
 * @metadata: (nullable): what is known from outside; wins over what was found
 * @options: what the user decided about labels
 * @report: gets what was found
 *
 * Finds labels and turns, joins wrapped lines, tells headings, datelines and notes, guesses the language.
 *
 * Returns: (transfer full): TEI bytes
 */
GBytes *
presser_script_finish (PresserScript              *self,
                       PresserMetadata            *metadata,
                       const PresserImportOptions *options,
                       PresserImportReport        *report)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  g_autoptr (PresserMetadata) merged = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  presser_label_choices_init (&self->choices, options);
  presser_lines_measure (self);
  presser_labels_find (self);
  presser_captions_join (self);
  presser_voices_find (self);
  presser_questions_find (self);
  presser_matter_find (self);
  presser_script_set_metadata (self, PRESSER_METADATA_LANGUAGE,
                               presser_language_guess (self->text->str, self->text->len));

  merged = merge_metadata (self, metadata);
  presser_tei_builder_set_metadata (builder, merged);
  presser_tei_builder_set_imported (builder, today);
  presser_import_report_set_metadata (report, merged);
  presser_findings_report (self, report);
  hand_over_remarks (self, builder, report);
  presser_paragraphs_write (self, builder);

  return presser_tei_builder_finish (builder);
}
